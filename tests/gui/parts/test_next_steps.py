"""What comes after a draft, under each regulation."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk import paths
from govmail_desk.desk import shipped_calendar
from govmail_desk.gui.parts.next_steps import next_steps
from govmail_desk.regulations import loader

TODAY = date(2026, 11, 23)


def steps(regulation_id, kind="create"):
    return next_steps(
        loader.load(paths.regulations() / f"{regulation_id}.toml"),
        kind=kind,
        mailbox_kind="personal",
        today=TODAY,
        calendar=shipped_calendar(),
        own_address="hop@thu",
    )


def test_a_stated_limit_is_counted_from_today_with_its_working():
    (limit,) = [step for step in steps("ninhbinh-2020") if step.words.startswith("Hạn trả lời")]
    assert "03 ngày làm việc từ khi nơi nhận nhận được" in limit.words
    assert limit.why.cite == "Đ6.2"
    assert "23/11/2026" in limit.why.steps[0]


@pytest.mark.parametrize("regulation_id", ["soctrang-59-2024", "khanhhoa-dagt-2021", "quan4-03-2013"])
def test_where_no_limit_is_stated_no_day_is_made_up(regulation_id):
    words = [step.words for step in steps(regulation_id)]
    assert "Quy chế không nêu thời hạn trả lời." in words
    assert not any("2026" in said for said in words)


def test_khanh_hoa_tells_the_hands_a_request_passes_through():
    first = steps("khanhhoa-dagt-2021")[0]
    assert first.words.startswith("Trình tự trong đơn vị: phòng Kế hoạch - Tổng hợp đề xuất; lãnh đạo Ban")
    assert first.why.cite == "Đ4.1"


def test_where_the_regulation_asks_for_no_letter_none_has_to_be_signed():
    assert steps("quan4-03-2013")[0].words == (
        "Xem lại giấy tờ; quy chế không đòi công văn, chỉ trình ký khi đơn vị gửi kèm."
    )
    assert steps("ninhbinh-2020")[0].words == "Xem lại, trình người có thẩm quyền ký; văn thư cho số và ngày."


def test_quan_4_takes_requests_from_the_unit_mailbox_alone():
    (mailing,) = [step for step in steps("quan4-03-2013") if "Thư nháp" in step.words]
    assert "chỉ được gửi từ hộp thư của đơn vị hop@thu" in mailing.words
    assert mailing.why.cite == "Đ6.1, Đ6.2"
