"""What the monthly sheet of checks says, whichever file it is drawn into."""

from __future__ import annotations

from dataclasses import replace

from tests.check_sheets import LATE, REPORTED, SHEET


def test_a_late_look_is_marked_in_words_and_one_not_counted_leaves_its_number_blank() -> None:
    day = SHEET.mailboxes[0].days[0]
    assert day.cells() == (
        *("01/12", "Ba", "Ngô Thị Kim Uyên", "4", "đã báo cáo", "Trần Ánh (ghi muộn)", "", ""),
        "Mất điện",
    )


def test_several_looks_of_one_half_day_stay_in_step() -> None:
    day = replace(SHEET.mailboxes[0].days[0], morning=(LATE, REPORTED))
    assert day.cells()[2:5] == ("Trần Ánh (ghi muộn)\nNgô Thị Kim Uyên", "\n4", "\nđã báo cáo")


def test_a_half_day_nobody_looked_in_is_left_blank() -> None:
    assert SHEET.mailboxes[0].days[1].cells()[2:] == ("",) * 7


def test_totals_count_looks_letters_reports_and_late_entries_and_say_how_many_were_counted() -> None:
    first, second = SHEET.overview()
    assert first[3:] == ("2", "4 (đếm ở 1 lần)", "1", "1", "2 buổi")
    assert second[3:] == ("0", "0", "0", "0", "")
    assert SHEET.mailboxes[0].total() == (
        "Cộng: 2 lần kiểm tra; thư mới: 4 (đếm ở 1 lần); 1 lần đã báo cáo thủ trưởng; 1 lần ghi muộn; "
        "chưa kiểm tra: 2 buổi."
    )


def test_letters_that_nobody_counted_are_not_summed_up_to_none() -> None:
    mailbox = replace(SHEET.mailboxes[0], days=(replace(SHEET.mailboxes[0].days[0], morning=()),))
    assert mailbox.overview(1)[4] == "không đếm"


def test_the_body_above_is_shortened_as_on_every_paper() -> None:
    assert SHEET.bodies[0] == "UBND TỈNH KHÁNH HÒA"
    assert SHEET.heading == "Tháng 12 năm 2026"
