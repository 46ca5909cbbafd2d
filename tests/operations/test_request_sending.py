"""A request on its way out: its letter signed under a number that is never used again, then sent."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.reminder import Due
from govmail_desk.domain.request import Request, RequestEvent
from govmail_desk.operations import journals
from govmail_desk.operations.request_sending import cancel_number, send_request, sign_request
from tests.desks import founded
from tests.request_lives import MONDAY, OWN, drafted, every, go_on_to, one, sent


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as open_desk:
        yield open_desk


def test_a_signed_letter_keeps_the_number_van_thu_gave(desk):
    request_id = drafted(desk)
    sign_request(desk, request_id=request_id, number=" 0125 ", on=MONDAY)
    request = one(desk, Request)
    assert (request.state, request.number) == ("signed", "125")
    assert one(desk, RequestEvent).act == "signed"


@pytest.mark.parametrize("number", ["", "  ", "số 12", "-3", "12/STTTT", "９", "٩", "1９"])
def test_what_is_no_number_of_a_letter_is_refused(desk, number):
    with pytest.raises(RuleBroken, match="Số văn bản"):
        sign_request(desk, request_id=drafted(desk), number=number, on=MONDAY)


def test_a_number_is_unique_in_its_year_even_once_cancelled(desk):
    first, second = drafted(desk, "Nguyễn Văn Thành"), drafted(desk, "Đỗ Thị Bích Ngọc")
    sign_request(desk, request_id=first, number="7", on=MONDAY)
    cancel_number(desk, request_id=first, on=MONDAY, reason="Ghi nhầm số của văn bản khác")
    with pytest.raises(RuleBroken, match="Số 7 năm 2026"):
        sign_request(desk, request_id=second, number="07", on=MONDAY)
    sign_request(desk, request_id=first, number="8", on=MONDAY)
    assert {request.number for request in every(desk, Request)} == {"8", ""}


def test_the_number_of_last_year_may_come_again(desk):
    first, second = drafted(desk, "Nguyễn Văn Thành"), drafted(desk, "Đỗ Thị Bích Ngọc")
    sign_request(desk, request_id=first, number="7", on=MONDAY)
    go_on_to(desk, date(2027, 1, 11))
    sign_request(desk, request_id=second, number="7", on=date(2027, 1, 11))
    assert [request.number for request in every(desk, Request)] == ["7", "7"]


def test_signing_is_not_taken_back_because_the_number_is_gone(desk):
    sign_request(desk, request_id=drafted(desk), number="7", on=MONDAY)
    with pytest.raises(RuleBroken, match="số 7 đã cấp"):
        journals.plan_take_back(desk)


def test_sending_starts_the_operators_limit_and_asks_for_the_mailboxes(desk):
    request_id = sent(desk)
    request, due = one(desk, Request), one(desk, Due, subject_kind="request")
    # Thứ Hai 23/11/2026 không tính; 24/11 là Ngày Văn hóa Việt Nam; 25, 26 và 27/11 là ba ngày làm việc.
    assert (request.state, request.due_on, due.due_on) == ("sent", date(2026, 11, 27), date(2026, 11, 27))
    assert (due.rule, due.subject_id) == ("request.limit.operator.create", request_id)
    assert {mailbox.state for mailbox in every(desk, Mailbox, kind="personal")} == {"requested"}


def test_past_its_limit_a_sent_request_is_overdue(desk):
    sent(desk)
    request = one(desk, Request)
    assert request.state_on(date(2026, 11, 27)) == "sent"
    assert request.state_on(date(2026, 11, 28)) == "overdue"


def test_a_letter_without_a_number_is_not_sent(desk):
    with pytest.raises(RuleBroken, match="chưa có số"):
        send_request(desk, request_id=drafted(desk), on=MONDAY, from_address=OWN["ninhbinh-2020"])


def test_quan_4_takes_requests_from_the_units_mailbox_alone(tmp_path):
    with founded(tmp_path, "quan4-03-2013") as desk:
        request_id = drafted(desk)
        with pytest.raises(RuleBroken, match="hộp thư của đơn vị") as refused:
            send_request(desk, request_id=request_id, on=MONDAY, from_address="dtbngoc@gmail.com")
        assert refused.value.cite == "Đ6.1, Đ6.2"
        changes = send_request(desk, request_id=request_id, on=MONDAY, from_address=OWN["quan4-03-2013"])
        assert changes.sentence == "Ngày 23/11/2026 gửi đề nghị lập ngày 23/11/2026"
        assert (one(desk, Request).state, one(desk, Request).due_on) == ("sent", None)


@pytest.mark.parametrize(
    "sender", ["bqlctgt@gmail.com", "ban.gtvt@yahoo.com.vn", "bqlctgt@khanhhoagov.vn", "ban@evil-gov.vn"]
)
def test_khanh_hoa_takes_no_request_from_a_mail_service_of_the_market(tmp_path, sender):
    with founded(tmp_path, "khanhhoa-dagt-2021") as desk:
        request_id = drafted(desk, "Nguyễn Văn Thành", post="Giám đốc")
        with pytest.raises(RuleBroken, match=r"khanhhoa\.gov\.vn") as refused:
            send_request(desk, request_id=request_id, on=MONDAY, from_address=sender, number="3")
        assert (refused.value.cite, bool(refused.value.why)) == ("Đ2, Đ8", True)
        assert (one(desk, Request).state, every(desk, RequestEvent)) == ("draft", [])


@pytest.mark.parametrize("sender", [OWN["khanhhoa-dagt-2021"], "nvthanh.bqlctgt@khanhhoa.gov.vn", "vanthu@moc.gov.vn"])
def test_khanh_hoa_takes_a_request_from_an_official_mailbox(tmp_path, sender):
    with founded(tmp_path, "khanhhoa-dagt-2021") as desk:
        request_id = drafted(desk, "Nguyễn Văn Thành", post="Giám đốc")
        send_request(desk, request_id=request_id, on=MONDAY, from_address=sender, number="3")
        assert one(desk, Request).state == "sent"


@pytest.mark.parametrize("regulation_id", ["camau-24-2018", "soctrang-59-2024", "ninhbinh-2020"])
def test_a_regulation_that_says_nothing_of_the_sender_refuses_none(tmp_path, regulation_id):
    with founded(tmp_path, regulation_id) as desk:
        send_request(desk, request_id=drafted(desk), on=MONDAY, from_address="vanthu@vidu.vn", number="3")
        assert one(desk, Request).state == "sent"


@pytest.mark.parametrize("day", [date(2026, 11, 20), date(2026, 11, 24)])
def test_a_step_is_neither_before_the_last_one_nor_in_the_future(desk, day):
    with pytest.raises(RuleBroken, match=r"(?i)ngày \d"):
        sign_request(desk, request_id=drafted(desk), number="7", on=day)
