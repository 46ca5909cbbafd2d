"""What the rows of a sheet say before the register is asked: sections, units, columns in doubt."""

from __future__ import annotations

import pytest

from govmail_desk.domain.heading import Meaning
from govmail_desk.operations.intakes import plan_intake
from govmail_desk.operations.units import add_unit
from tests.desks import founded, own_unit_id
from tests.small_lists import HEADINGS, UNIT_HEADINGS, book, person, sheet, unit


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path)
    yield desk
    desk.close()


def read(desk, *lines, **choices):
    return plan_intake(desk, book(sheet(*lines)), **choices)


def paths(plan):
    return [row.unit_path for row in plan.rows if row.full_name]


def test_a_column_of_units_says_where_someone_works(desk):
    headings = ("STT", "Họ và tên", "Đơn vị công tác", "Phòng/Bộ phận")
    plan = read(
        desk,
        headings,
        ("1", "Nguyễn Văn An", "Sở Thông tin và Truyền thông", "Văn phòng"),
        ("2", "Trần Thị Bình", "Trung tâm Công nghệ số", "Phòng Kỹ thuật"),
        ("3", "Lê Văn Chi", "Sở TT&TT", ""),
    )
    assert paths(plan) == [("Văn phòng",), ("Trung tâm Công nghệ số", "Phòng Kỹ thuật"), ()]


def test_a_unit_named_above_the_table_holds_its_people(desk):
    plan = read(
        desk,
        ("Cơ quan, đơn vị: Trung tâm Công nghệ số",),
        (),
        HEADINGS,
        person("Nguyễn Văn An", section="Phòng Kỹ thuật"),
    )
    assert paths(plan) == [("Trung tâm Công nghệ số", "Phòng Kỹ thuật")]


def test_our_own_name_above_the_table_adds_nothing(desk):
    plan = read(desk, ("Đơn vị: Sở Thông tin và Truyền thông",), (), HEADINGS, person("Nguyễn Văn An"))
    assert paths(plan) == [()]


def test_a_group_and_a_section_of_one_name_are_one(desk):
    plan = read(
        desk, HEADINGS, ("I", "Văn phòng"), person("Nguyễn Văn An", section="Văn phòng"), person("Trần Thị Bình")
    )
    assert paths(plan)[-2:] == [("Văn phòng",), ("Văn phòng",)]


def test_new_units_are_named_before_they_are_added(desk):
    plan = read(desk, HEADINGS, *(person(f"Nguyễn Văn {word}", section=f"Phòng {word}") for word in ("An", "Bình")))
    assert plan.warnings[-1] == "Sẽ thêm 2 đơn vị, bộ phận chưa có trong sổ: «Phòng An», «Phòng Bình»."


def test_a_units_row_stands_below_the_known_body_its_list_names(desk):
    changes = add_unit(desk, name="Trung tâm Công nghệ số", slug="ttcns.stttt", parent_id=own_unit_id(desk))
    (centre,) = changes.ids["unit"]
    plan = read(
        desk,
        UNIT_HEADINGS,
        unit("Phòng Kỹ thuật", above="Trung tâm Công nghệ số"),
        unit("Phòng Nội vụ", above="UBND huyện Hoa Lư"),
        unit("Văn phòng", above="Sở TT&TT"),
    )
    assert paths(plan) == [
        ("Trung tâm Công nghệ số", "Phòng Kỹ thuật"),
        ("", "UBND huyện Hoa Lư", "Phòng Nội vụ"),
        ("Văn phòng",),
    ]
    assert [row.above_id for row in plan.rows[1:]] == [centre, None, own_unit_id(desk)]


def test_the_columns_found_are_told_with_their_evidence(desk):
    (columns,) = read(desk, ("DANH SÁCH",), HEADINGS, person("Nguyễn Văn An")).columns
    assert (columns.header_row, columns.meanings[1], columns.headings[1]) == (2, Meaning.FULL_NAME, "Họ và tên")
    assert columns.evidence[0].startswith("Dòng 2 là dòng tiêu đề")
    assert not columns.is_blocked


def test_a_table_shifted_by_one_column_is_not_taken_until_its_columns_are_read_right(desk):
    headings = ("STT", "Họ và tên", "Ngày sinh", "Địa chỉ thư công vụ")
    shifted = [
        ("", str(n), f"Nguyễn Văn {w}", "05/3/1985", f"{w.lower()}@ninhbinh.gov.vn")
        for n, w in enumerate(("An", "Binh", "Chi"))
    ]
    plan = read(desk, headings, *shifted)
    assert "lệch một cột" in plan.refusal
    assert plan.counts["new"] == 0
    chosen = {1: Meaning.ORDINAL, 2: Meaning.FULL_NAME, 3: Meaning.BIRTH_ON, 4: Meaning.ADDRESS, 0: Meaning.IGNORED}
    mended = read(desk, headings, *shifted, meanings={"Danh sách": chosen})
    assert (mended.refusal, mended.counts["new"]) == ("", 3)


def test_a_list_of_addresses_alone_says_only_which_are_known(desk):
    plan = read(
        desk, ("STT", "Địa chỉ thư công vụ"), ("1", "stttt@ninhbinh.gov.vn"), ("2", "annv.stttt@ninhbinh.gov.vn")
    )
    assert [row.outcome for row in plan.rows[1:]] == ["same", "doubtful"]


def test_two_people_in_the_cells_of_a_parted_name_are_asked_about(desk):
    headings = ("STT", "Họ và đệm", "Tên", "Chức vụ")
    plan = read(
        desk,
        headings,
        ("1", "Ngô Thị\nTrần Văn", "Lan\nMinh", "Chuyên viên"),
        ("2", "Nguyễn\nThị", "Thu\nHà", "Chuyên viên"),
    )
    assert [(row.full_name, row.outcome) for row in plan.rows[1:]] == [
        ("Ngô Thị Lan; Trần Văn Minh", "doubtful"),
        ("Nguyễn Thị Thu Hà", "new"),
    ]


def test_two_people_who_look_after_one_mailbox_are_asked_about(desk):
    plan = read(desk, UNIT_HEADINGS, unit("Văn phòng", custodian="Ngô Thị Lan\nTrần Văn Minh"))
    assert plan.rows[1].outcome == "doubtful"
    assert plan.rows[1].reasons[0] == (
        "Ô người được giao theo dõi có hai người là Ngô Thị Lan và Trần Văn Minh; hãy để lại một người."
    )
