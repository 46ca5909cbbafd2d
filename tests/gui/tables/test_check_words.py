"""A cell of the checks' grid in words."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.gui.tables.check_words import cell_text, cell_words, letters_of
from govmail_desk.listings.checks import Cell, CheckedDay, CheckedMailbox, Look

OF = CheckedMailbox(1, "stttt@ninhbinh.gov.vn", 1, "Sở Thông tin và Truyền thông", "", date(2026, 1, 1), ())
DAY = CheckedDay(on=date(2026, 11, 25), off_why="", rule=None, hours=None)
LOOK = Look(7, "Ngô Thị Kim Uyên", 4, True, False, "2026-11-25T01:05:00+00:00", "")
LATE = Look(8, "Trần Ánh", None, False, True, "2026-11-26T01:05:00+00:00", "Mất điện")


@pytest.mark.parametrize(
    ("name", "letters"), [("Ngô Thị Kim Uyên", "KU"), ("Trần Ánh", "TÁ"), ("đỗ anh", "ĐA"), ("Uyên", "U"), ("", "")]
)
def test_a_name_is_shortened_to_the_letters_people_know_it_by(name, letters) -> None:
    assert letters_of(name) == letters


def test_a_look_is_told_with_letters_report_and_what_was_late() -> None:
    told = cell_words(OF, DAY, "morning", Cell("done", (LOOK, LATE)))
    assert told.startswith(
        "Ngô Thị Kim Uyên đã kiểm tra, 4 thư mới, đã báo cáo thủ trưởng; "
        "Trần Ánh đã kiểm tra, không đếm thư, chưa báo cáo thủ trưởng, ghi muộn lúc "
    )
    assert told.endswith("Mất điện · buổi sáng Thứ Tư, 25/11/2026 · stttt@ninhbinh.gov.vn")
    assert cell_text(Cell("done", (LOOK, LATE))) == "KU+"


def test_where_nobody_looked_the_cell_says_how_it_stands() -> None:
    assert cell_words(OF, DAY, "afternoon", Cell("missing")).startswith("Chưa kiểm tra · buổi chiều Thứ Tư")
    off = DAY._replace(off_why="Ngày Văn hóa Việt Nam")
    assert "Ngày nghỉ · buổi chiều Thứ Tư, 25/11/2026 (Ngày Văn hóa Việt Nam)" in cell_words(
        OF, off, "afternoon", Cell("off")
    )
    assert cell_text(Cell("off")) == ""
