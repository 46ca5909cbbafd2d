"""What a report says in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from govmail_desk.domain.report_figures import OfficePart
from govmail_desk.domain.report_text import (
    MOST_UNITS_TOLD,
    NO_REMARKS,
    ReportWords,
    Supplemented,
    assessment,
    by_unit,
    closing,
    general,
    opening_words,
    results,
    subject,
    symbol,
)
from tests.report_rows import figures

WORDS = ReportWords(body="Ủy ban nhân dân Phường 9", period="quý IV năm 2026", figures=figures())
BEFORE = Supplemented("07/BC-UBND", date(2026, 12, 5), figures())


def test_the_symbol_names_the_kind_of_paper_before_the_body() -> None:
    assert symbol("UBND-VP") == "BC-UBND"


def test_the_subject_names_the_period() -> None:
    assert subject(WORDS) == "Tình hình sử dụng hộp thư điện tử công vụ quý IV năm 2026"


def test_a_supplement_names_the_report_it_supplements() -> None:
    words = replace(WORDS, supplements=BEFORE)
    assert subject(words).startswith("Bổ sung Báo cáo số 07/BC-UBND ngày 05 tháng 12 năm 2026")
    assert "báo cáo bổ sung Báo cáo số 07/BC-UBND" in opening_words(words)[0]


def test_a_supplement_tells_each_total_that_is_another() -> None:
    line = replace(figures().lines[-1], created=6, closing=25)
    later = replace(figures(), lines=(*figures().lines[:-1], line))
    told = results(replace(WORDS, figures=later, supplements=BEFORE))[0]
    assert "cấp mới 5 nay là 6; cuối kỳ 40 nay là 41" in told
    assert "thu hồi" not in told


def test_a_supplement_whose_totals_agree_says_so() -> None:
    assert "các số tổng không đổi" in results(replace(WORDS, supplements=BEFORE))[0]


def test_the_opening_cites_article_and_asking_letter_and_the_cut_off() -> None:
    words = replace(
        WORDS, article="khoản 2 Điều 14", asked_by="Công văn số 9/UBND-VP của Quận 4", asked_on=date(2026, 11, 2)
    )
    why, days = opening_words(words)
    assert why.startswith("Thực hiện khoản 2 Điều 14 và Công văn số 9/UBND-VP của Quận 4 ngày 02 tháng 11 năm 2026, ")
    assert "chốt đến ngày 05 tháng 12 năm 2026" in days


def test_without_article_and_letter_the_body_simply_reports() -> None:
    assert opening_words(WORDS)[0].startswith("Ủy ban nhân dân Phường 9 báo cáo tình hình")


def test_what_is_not_known_is_said_so_and_never_nought() -> None:
    unknown = replace(WORDS, figures=figures(people_count=None, people_with_mailbox_count=None))
    told = " ".join(general(unknown))
    assert told.count("chưa có số liệu") == 9
    assert " 0" not in told


def test_known_figures_of_use_come_with_their_rates() -> None:
    usage = {"mailbox_count": 40, "activated_count": 35, "used_count": 30, "violation_note": "không có"}
    told = " ".join(general(replace(WORDS, usage=usage)))
    assert "đã kích hoạt: 35; tỷ lệ kích hoạt: 87,5% (35/40)" in told
    assert "tỷ lệ sử dụng: 75% (30/40)" in told
    assert "Tình hình vi phạm: không có." in told
    assert "số thư nhận: chưa có số liệu" in told


def test_the_balance_is_written_out() -> None:
    assert "(36 + 5 − 1 = 40)" in results(WORDS)[-1]


def test_units_with_changes_are_named_with_them() -> None:
    units, deeds = by_unit(WORDS)
    assert units == "2. Theo đơn vị: Văn phòng giảm 1; Phòng Chuyển đổi số tăng 5."
    assert deeds == "3. Việc khác trong kỳ: thay đổi 2, cấp lại mật khẩu 3, khóa 1, mở lại 1."


def test_very_many_units_are_told_by_their_number() -> None:
    line = figures().lines[-1]
    many = tuple(replace(line, unit_id=place, unit=f"Phòng {place}") for place in range(MOST_UNITS_TOLD + 1))
    assert "13 đơn vị có hộp thư tăng hoặc giảm" in by_unit(replace(WORDS, figures=figures(lines=many)))[0]


def test_offices_that_sent_nothing_are_listed_and_said_not_to_be_counted() -> None:
    offices = (OfficePart(office_id=1, name="Phường 8"), OfficePart(office_id=2, name="Phường 9", package_id=4))
    told = by_unit(replace(WORDS, figures=figures(offices=offices)))[-1]
    assert told == "4. Đơn vị chưa gửi số liệu, nên chưa tính trong báo cáo này: Phường 8."


def test_the_clerks_words_stand_under_their_names() -> None:
    told = assessment(replace(WORDS, remarks={"proposal": "Đề nghị tập huấn.\nĐề nghị tăng dung lượng."}))
    assert told == ("Kiến nghị: Đề nghị tập huấn.", "Đề nghị tăng dung lượng.")


def test_without_remarks_a_sentence_says_so() -> None:
    assert assessment(WORDS) == (NO_REMARKS,)


@pytest.mark.parametrize(
    ("words", "attached"),
    [
        (WORDS, "Phụ lục I, Phụ lục II kèm theo"),
        (replace(WORDS, figures=figures(names=())), "Phụ lục kèm theo"),
        (replace(WORDS, is_list_on_paper=False), "danh sách 5 trường hợp ở Bảng số liệu gửi cùng"),
    ],
)
def test_the_last_sentence_names_what_is_attached(words: ReportWords, attached: str) -> None:
    assert attached in closing(words)
