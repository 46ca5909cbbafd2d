"""The operator's figures of use: the sheet that came, the shelf they are taken in on, what falls due by them."""

from __future__ import annotations

from openpyxl import Workbook
from pytest_bdd import given, parsers, then, when

from govmail_desk.domain.regulation import ADDRESS_DOMAIN, INACTIVITY_LOCK
from tests.features.hands import SOON
from tests.features.office import Office
from tests.features.steps.register import day


@given(parsers.parse("nơi vận hành gửi bảng số liệu đến ngày {on}"))
def figures_come(office: Office, on: str, datatable: list[list[str]]) -> None:
    domain = office.desk.regulation().find(ADDRESS_DOMAIN)
    assert domain is not None
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    lines = [(f"SỐ LIỆU SỬ DỤNG HỘP THƯ ĐẾN NGÀY {on}",), (), ("Hộp thư", "Đăng nhập lần cuối")]
    for line in (*lines, *((f"{local}@{domain.value}", last) for local, last in datatable)):
        sheet.append(line)
    office.desktop.answer = office.folder / "so-lieu.xlsx"
    book.save(office.desktop.answer)


@when("văn thư mở phần Số liệu sử dụng")
def open_usage_shelf(office: Office) -> None:
    office.hands.press("Báo cáo")
    office.hands.press("Số liệu sử dụng")


@when("văn thư chọn lần nhập ấy")
def choose_import(office: Office) -> None:
    office.hands.choose_row("so-lieu.xlsx")


@when(parsers.parse("văn thư chọn “{field}” là “{words}”"))
def pick_choice(office: Office, field: str, words: str) -> None:
    office.hands.pick(field, words)


@when(parsers.parse("văn thư xem hộp thư của {whom}"))
def look_at_mailbox(office: Office, whom: str) -> None:
    office.show("Hộp thư", whom)


@then(parsers.parse("cột “{field}” ghi “{words}”"))
def field_says(office: Office, field: str, words: str) -> None:
    office.qtbot.waitUntil(lambda: _typed(office, field) == words, timeout=SOON)


@then(parsers.parse("hạn khóa vì không dùng của {whom} là {on}"))
def locks_on(office: Office, whom: str, on: str) -> None:
    (due,) = (row for row in office.dues_of(whom) if row.rule == INACTIVITY_LOCK.name)
    assert due.due_on == day(on)


@then(parsers.parse("{whom} không có hạn khóa vì không dùng"))
def never_locks(office: Office, whom: str) -> None:
    assert INACTIVITY_LOCK.name not in {row.rule for row in office.dues_of(whom)}


def _typed(office: Office, field: str) -> str:
    found = office.hands._field(field)
    return found.text() if found is not None else ""
