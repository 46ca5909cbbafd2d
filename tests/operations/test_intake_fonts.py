"""Text in TCVN3 and VNI fonts: proposed by column, never used before the clerk accepts it, correct Unicode left alone."""

from __future__ import annotations

import pytest

from govmail_desk.domain.sheet import Cell, Row
from govmail_desk.operations.intake_fonts import GROUP_COLUMN
from govmail_desk.operations.intakes import plan_intake
from tests.desks import founded
from tests.small_lists import HEADINGS, book, people, person, sheet

LEGACY = (
    person("NguyÔn V¨n H¶i", post="Tr\u00adëng phßng", section="Phßng KÕ to¸n"),
    person("TrÇn ThÞ Mü Tiªn", post="V¨n th\u00ad", section="Phßng KÕ to¸n", note="Míi"),
)


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path)
    yield desk
    desk.close()


def accepted(desk, file):
    plan = plan_intake(desk, file)
    return plan_intake(desk, file, accepted_conversions=frozenset(one.place for one in plan.conversions))


def names(plan):
    return {row.full_name: row.outcome for row in plan.rows if row.full_name}


def test_a_column_in_a_legacy_font_is_proposed_and_its_rows_wait(desk):
    plan = plan_intake(desk, people(*LEGACY))
    assert [(one.place, one.heading, one.proposal.encoding, one.rows) for one in plan.conversions] == [
        (("Danh sách", 1), "Cột B «Họ và tên»", "TCVN3", (2, 3)),
        (("Danh sách", 3), "Cột D «Chức vụ»", "TCVN3", (2, 3)),
        (("Danh sách", 4), "Cột E «Phòng/Bộ phận»", "TCVN3", (2, 3)),
        (("Danh sách", 8), "Cột I «Ghi chú»", "TCVN3", (3,)),
    ]
    assert set(names(plan).values()) == {"doubtful"}
    assert "đọc là «Nguyễn Văn Hải»" in plan.rows[1].reasons[0]


def test_what_is_accepted_is_used(desk):
    plan = accepted(desk, people(*LEGACY))
    assert names(plan) == {"Nguyễn Văn Hải": "new", "Trần Thị Mỹ Tiên": "new"}
    assert [(row.post, row.department, row.note) for row in plan.rows[1:]] == [
        ("Trưởng phòng", "Phòng Kế toán", ""),
        ("Văn thư", "Phòng Kế toán", "Mới"),
    ]


def test_one_column_accepted_does_not_speak_for_another(desk):
    plan = plan_intake(desk, people(*LEGACY), accepted_conversions={("Danh sách", 1)})
    assert set(names(plan)) == {"Nguyễn Văn Hải", "Trần Thị Mỹ Tiên"}
    assert set(names(plan).values()) == {"doubtful"}


def test_a_font_named_in_the_file_is_evidence_by_itself(desk):
    lines = sheet(HEADINGS, person("Hoaøng Vaên Toaøn"), person("Leâ Thò Hoa"))
    headings, *rows = lines.rows
    in_font = [Row(row.number, tuple(Cell(cell.text, cell.kind, "VNI-Times") for cell in row.cells)) for row in rows]
    plan = accepted(desk, book(lines._replace(rows=(headings, *in_font))))
    assert names(plan) == {"Hoàng Văn Toàn": "new", "Lê Thị Hoa": "new"}


def test_correct_unicode_is_never_touched(desk):
    plan = plan_intake(desk, people(person("Hoàng Văn Toàn"), person("Quý Lê Hoà"), person("Hélène Crêpe")))
    assert plan.conversions == ()
    assert set(names(plan)) == {"Hoàng Văn Toàn", "Quý Lê Hoà", "Hélène Crêpe"}


def test_a_single_odd_cell_among_correct_ones_waits_for_the_clerk(desk):
    file = people(person("Hoàng Văn Đạt"), person("NguyÔn V¨n H¶i"))
    plan = accepted(desk, file)
    assert plan.conversions[0].proposal.refusal
    assert not plan.conversions[0].is_accepted
    assert names(plan) == {"Hoàng Văn Đạt": "new", "Nguyễn Văn Hải": "doubtful"}
    mended = plan_intake(desk, file, mended={("Danh sách", 3): {"full_name": "Nguyễn Văn Hải"}})
    assert names(mended)["Nguyễn Văn Hải"] == "new"


def test_the_names_of_groups_are_proposed_together(desk):
    lines = (HEADINGS, ("I", "Phßng KÕ to¸n"), *(line[:4] + ("",) * 5 for line in LEGACY))
    file = book(sheet(*lines))
    conversions = {one.column: one.heading for one in plan_intake(desk, file).conversions}
    assert conversions[GROUP_COLUMN] == "Tên nhóm"
    plan = accepted(desk, file)
    assert {row.department for row in plan.rows if row.is_taken} == {"Phòng Kế toán"}
    without = plan_intake(desk, file, accepted_conversions={("Danh sách", 1), ("Danh sách", 3)})
    assert set(names(without).values()) == {"doubtful"}
