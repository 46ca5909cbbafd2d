"""The tables of a report."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.domain.report_figures import OfficePart
from govmail_desk.domain.report_tables import (
    COLUMNS,
    column_words,
    counted,
    largest_units,
    rows_by_kind,
    rows_by_unit,
    rows_of_names,
)
from tests.report_rows import figures


def test_figures_are_written_with_dots_and_the_unknown_in_words() -> None:
    assert counted(20_000) == "20.000"
    assert counted(0) == "0"
    assert counted(None) == "chưa có số liệu"


def test_every_column_has_its_name() -> None:
    assert [column_words(name) for name in COLUMNS][:3] == ["Đầu kỳ", "Cấp mới", "Đưa vào sổ"]
    assert len({column_words(name) for name in COLUMNS}) == len(COLUMNS)


def test_by_kind_the_last_row_adds_up() -> None:
    unit, personal, both = rows_by_kind(figures())
    assert (unit["cuoi_ky"], personal["cuoi_ky"], both["cuoi_ky"]) == ("3", "37", "40")
    assert (both["tang"], both["giam"], both["khoa"]) == ("5", "1", "1")


def test_units_are_numbered_once_and_the_totals_stand_last() -> None:
    rows = rows_by_unit(figures())
    assert [row["stt"] for row in rows] == ["1", "", "2", "", "", "", ""]
    assert [row["loai"] for row in rows[-3:]] == ["Đơn vị", "Cá nhân", "Cả hai loại"]


def test_a_line_where_nothing_ever_stood_is_left_out() -> None:
    empty = replace(figures().lines[0], opening=0, closing=0, locked=0, reopened=0)
    assert len(rows_by_unit(figures(lines=(empty,)))) == 3


def test_a_unit_of_another_office_is_named_with_it() -> None:
    lines = tuple(replace(line, office_id=7) for line in figures().lines)
    rows = rows_by_unit(figures(lines=lines, offices=(OfficePart(office_id=7, name="Quận 5"),)))
    assert rows[0]["don_vi"] == "Văn phòng (Quận 5)"


def test_names_say_what_when_and_by_which_letter() -> None:
    row = rows_of_names(figures().names)[0]
    assert (row["ngay"], row["viec"], row["can_cu"]) == ("01/10/2026", "Cấp mới", "12/STTTT-VP")
    assert row["cua"] == "Nguyễn Văn Thành, Chuyên viên"


@given(
    sizes=st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500)), max_size=30),
    most=st.integers(1, 10),
)
@settings(max_examples=60)
def test_the_largest_units_and_the_rest_together_lose_no_mailbox(sizes, most) -> None:
    line = figures().lines[1]
    lines = tuple(
        replace(line, unit_id=place, unit=f"Phòng {place}", opening=one, closing=two, created=0, closed=0, changed=0)
        for place, (one, two) in enumerate(sizes)
    )
    held = replace(figures(names=()), lines=lines)
    shown = largest_units(held, most=most)
    assert len(shown) <= most + 1
    assert sum(one[1] for one in shown) == held.total().opening
    assert sum(one[2] for one in shown) == held.total().closing
