"""A request's life, step by step: signed, sent, chased, answered, brought into the register; what follows elsewhere."""

from __future__ import annotations

from pytest_bdd import parsers, then, when

from govmail_desk import wording
from tests.features.hands import SOON
from tests.features.office import Office
from tests.features.steps.register import day


@when(parsers.parse("văn thư ghi công văn đã ký số {number} ngày {on}"))
def sign(office: Office, number: str, on: str) -> None:
    hands = office.show_request()
    hands.press("Ghi đã ký…")
    hands.type("Số công văn", number)
    hands.type("Ngày ký", on)
    hands.press("Ghi đã ký")


@when(parsers.parse("văn thư ghi đã gửi ngày {on} từ hộp thư {address}"))
def send(office: Office, on: str, address: str) -> None:
    hands = office.show_request()
    hands.press("Ghi đã gửi…")
    hands.type("Ngày gửi", on)
    send_from(office, address)


@when(parsers.parse("văn thư sửa lại là gửi từ hộp thư {address}"))
def send_from(office: Office, address: str) -> None:
    office.hands.type("Gửi từ hộp thư", address)
    office.hands.press("Ghi đã gửi")


@when(parsers.parse("nơi quản lý trả lời ngày {on} bằng văn bản số {number}, đồng ý tất cả"))
def answer(office: Office, on: str, number: str) -> None:
    open_answer(office, on, number)
    office.hands.press("Ghi trả lời")


@when(parsers.parse("nơi quản lý trả lời ngày {on} bằng văn bản số {number}, riêng"))
def answer_otherwise(office: Office, on: str, number: str, datatable: list[list[str]]) -> None:
    open_answer(office, on, number)
    for name, result, field, words in datatable:
        office.hands.choose_row(name)
        office.hands.pick("Kết quả của dòng đang chọn", result)
        office.hands.type(field, words)
    office.hands.press("Ghi trả lời")


@when("văn thư cập nhật sổ theo trả lời")
def apply(office: Office) -> None:
    office.show_request().press("Cập nhật sổ…")
    office.hands.press("Cập nhật sổ")


@when(parsers.parse("văn thư đôn đốc"))
def chase(office: Office) -> None:
    office.show_request().press("Đôn đốc…")
    office.hands.press("Lập công văn đôn đốc")


@when(parsers.parse("văn thư ghi công văn đôn đốc đã ký số {number} ngày {on}"))
def number_chase(office: Office, number: str, on: str) -> None:
    hands = office.show_request()
    hands.press("Việc khác…")
    hands.press("Ghi số công văn đôn đốc…")
    hands.type("Ngày ký", on)
    number_chase_again(office, number)


@when(parsers.parse("văn thư sửa số công văn thành {number}"))
def number_chase_again(office: Office, number: str) -> None:
    office.hands.type("Số công văn", number)
    office.hands.press("Ghi số công văn")


@when(parsers.parse("văn thư ghi đã làm “{title}”"))
def finish(office: Office, title: str) -> None:
    office.show_request().press(f"Đã làm: {title}")


@when(parsers.parse("văn thư bỏ qua “{title}” vì {reason}"))
def dismiss(office: Office, title: str, reason: str) -> None:
    hands = office.show_request()
    hands.press(f"Bỏ qua: {title}")
    hands.type("Lý do", reason)
    hands.press("Bỏ qua việc này")


@then(parsers.parse("đề nghị ở trạng thái {state}"))
def is_in_state(office: Office, state: str) -> None:
    office.qtbot.waitUntil(lambda: wording.REQUEST_STATES[office.request().row.state] == state, timeout=SOON)


@then(parsers.parse("hạn trả lời là {due_on}"))
def is_due(office: Office, due_on: str) -> None:
    assert office.request().row.due_on == day(due_on).isoformat()


@then("đề nghị không có hạn trả lời")
def is_not_due(office: Office) -> None:
    assert not office.request().row.due_on


def open_answer(office: Office, on: str, number: str) -> None:
    """Open the dialog and type what the answer bears."""
    hands = office.show_request()
    hands.press("Ghi trả lời…")
    hands.type("Số văn bản trả lời", number)
    hands.type("Ngày nhận được trả lời", on)
