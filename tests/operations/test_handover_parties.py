"""Who would hand a mailbox over, before anyone says otherwise."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.domain.person import Person
from govmail_desk.operations.handover_parties import UsualParties, usual_parties
from tests.desks import founded, leave
from tests.handovers import clerk, own_mailbox
from tests.request_lives import one

ON = date(2026, 11, 30)


@pytest.mark.parametrize(("regulation_id", "post"), [("ninhbinh-2020", "clerk"), ("camau-24-2018", "head")])
def test_the_post_is_the_one_the_regulation_speaks_of(tmp_path, regulation_id, post):
    with founded(tmp_path, regulation_id) as desk:
        clerk_id = clerk(desk, "Lê Thị Thanh Huyền")
        giver_id = clerk_id if post == "clerk" else one(desk, Person, full_name="Lê Thị Mỹ Hạnh").id
        usual = usual_parties(desk, mailbox_id=own_mailbox(desk).id, effective_on=ON)
    assert usual == UsualParties(post, giver_id, "")


def test_where_the_regulation_is_silent_it_is_whoever_answers(tmp_path):
    with founded(tmp_path, "khanhhoa-dagt-2021") as desk:
        mailbox_id = own_mailbox(desk).id
        assert usual_parties(desk, mailbox_id=mailbox_id, effective_on=ON).post == "head"
        clerk_id = clerk(desk, "Lê Thị Thanh Huyền")
        assert usual_parties(desk, mailbox_id=mailbox_id, effective_on=ON) == UsualParties("clerk", clerk_id, "")


def test_a_giver_who_left_before_that_day_is_gone(tmp_path):
    with founded(tmp_path) as desk:
        clerk_id = clerk(desk, "Lê Thị Thanh Huyền")
        leave(desk, clerk_id, on=date(2026, 11, 10))
        usual = usual_parties(desk, mailbox_id=own_mailbox(desk).id, effective_on=ON)
    assert (usual.giver_id, usual.absence) == (clerk_id, "gone")
