"""What a pane says of who looks after a unit's mailboxes."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.domain.custody import Custody
from govmail_desk.listings import custody_facts, unit_mailboxes
from govmail_desk.operations.custody_papers import draft_custody_paper
from govmail_desk.operations.units import add_unit
from tests.desks import founded, own_unit_id
from tests.handovers import clerk, opened, own_mailbox
from tests.mailboxes import issued_to_unit
from tests.request_lives import one


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "camau-24-2018") as desk:
        yield desk


def test_charges_papers_and_open_handovers_of_a_unit_stand_together(desk):
    person_id = clerk(desk, "Lê Thị Thanh Huyền")
    charge = one(desk, Custody, person_id=person_id)
    for kind in ("assignment", "authorisation"):
        draft_custody_paper(desk, custody_id=charge.id, kind=kind)
    handover = opened(desk)
    facts = custody_facts.of_unit(desk, own_unit_id(desk))
    assert {line.full_name for line in facts.lines} == {"Lê Thị Thanh Huyền", "Lê Thị Mỹ Hạnh"}
    assert [paper.kind for paper in facts.papers[charge.id]] == ["authorisation", "assignment"]
    assert [row.id for row in facts.handovers] == [handover.id]
    assert facts.mailbox_ids == (own_mailbox(desk).id,)


def test_each_mailbox_has_one_answer_for_a_day_be_it_nobody(desk):
    clerk(desk, "Lê Thị Thanh Huyền")
    other = issued_to_unit(desk, "Văn phòng")
    own = custody_facts.of_mailbox(desk, own_mailbox(desk).id, own_unit_id(desk))
    assert own.answer(date(2026, 5, 3)) == (
        "Ngày 03/05/2026 Lê Thị Thanh Huyền phụ trách stttt@camau.gov.vn (người theo dõi).",
    )
    unit_id = next(one.unit_id for one in unit_mailboxes.with_mailboxes(desk) if one.mailbox_ids == (other,))
    nobody = custody_facts.of_unit(desk, unit_id)
    assert nobody.answer(date(2026, 5, 3)) == ("Ngày 03/05/2026 chưa ghi ai phụ trách vanphong@camau.gov.vn.",)


def test_a_unit_without_a_mailbox_says_so(desk):
    (unit_id,) = add_unit(desk, name="Thanh tra", slug="", parent_id=own_unit_id(desk)).ids["unit"]
    facts = custody_facts.of_unit(desk, unit_id)
    assert facts.mailbox_ids == ()
    assert facts.answer(desk.today()) == ("Đơn vị chưa có hộp thư chung.",)
