"""What the page Bàn giao opens with, and where a mailbox stands in being handed over."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.domain.handover import Minutes
from govmail_desk.listings import handover_table, mailboxes
from govmail_desk.listings.mailboxes import MailboxFilter
from govmail_desk.operations.handover_minutes import make_minutes
from govmail_desk.operations.handovers import cancel_handover, close_handover
from govmail_desk.operations.signed_copies import attach_copy, plan_copy
from tests.desks import founded, own_unit_id
from tests.handovers import opened, own_mailbox, settled_but
from tests.mailboxes import issued_to_unit
from tests.request_lives import one
from tests.signed_pdfs import scanned_pdf


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "camau-24-2018") as desk:
        yield desk


def standing(desk) -> str:
    (row,) = mailboxes.every(desk, MailboxFilter(search="stttt"))
    return row.handover


def closed(desk, receiver="Phạm Đức Đạt", on=date(2026, 11, 20)):
    handover = opened(desk, receiver, on=on)
    settled_but(desk, handover)
    close_handover(desk, handover_id=handover.id)
    return handover


def test_it_opens_with_the_open_ones_first_and_counts_all_whatever_is_searched_for(desk):
    done = closed(desk)
    under_way = opened(desk, "Võ Văn Yên", on=date(2026, 11, 19))
    opening = handover_table.opening(desk, first_count=1)
    assert (opening.ids, [row.id for row in opening.first]) == ([under_way.id, done.id], [under_way.id])
    assert opening.counts == {"open": 1, "closed": 1}
    searched = handover_table.opening(desk, search="vo yen", first_count=10)
    assert (searched.ids, searched.counts) == ([under_way.id], {"open": 1, "closed": 1})


def test_a_mailbox_stands_nowhere_then_open_then_as_far_as_its_signing_has_come(desk, tmp_path):
    assert standing(desk) == ""
    handover = opened(desk, on=date(2026, 11, 20))
    assert standing(desk) == "open"
    settled_but(desk, handover)
    make_minutes(desk, handover_id=handover.id)
    close_handover(desk, handover_id=handover.id)
    assert standing(desk) == "none"
    path = tmp_path / "ban-quet.pdf"
    path.write_bytes(scanned_pdf())
    attach_copy(desk, plan_copy(desk, handover_id=handover.id, path=path))
    assert standing(desk) == "unidentified"
    path = tmp_path / "ban-ky.pdf"
    path.write_bytes(scanned_pdf(f"Dau bien ban: {one(desk, Minutes).mark}"))
    attach_copy(desk, plan_copy(desk, handover_id=handover.id, path=path))
    assert standing(desk) == "signed"


def test_a_cancelled_handover_leaves_no_trace_on_the_mailbox(desk):
    handover = opened(desk)
    cancel_handover(desk, handover_id=handover.id, reason="quyết định đã thu hồi")
    assert standing(desk) == ""
    assert handover_table.of_mailbox(desk, own_mailbox(desk).id) == []


def test_of_a_unit_only_what_is_under_way_is_told_of_a_mailbox_all(desk):
    done = closed(desk)
    under_way = opened(desk, "Võ Văn Yên", on=date(2026, 11, 21))
    assert [row.id for row in handover_table.of_unit(desk, own_unit_id(desk))] == [under_way.id]
    assert [row.id for row in handover_table.of_mailbox(desk, own_mailbox(desk).id)] == [under_way.id, done.id]
    assert handover_table.mailbox_ids(desk, done.id) == (own_mailbox(desk).id,)


def test_a_mailbox_of_another_unit_is_not_touched(desk):
    other = issued_to_unit(desk, "Văn phòng")
    opened(desk)
    assert handover_table.of_mailbox(desk, other) == []
