"""Personal data: kept, emptied for good, handed to whom it is about."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox
from pytest_bdd import given, parsers, then, when

from govmail_desk.documents.plain_text import plain_lines
from govmail_desk.gui.pages.journal import EXPORTS
from govmail_desk.operations.mailboxes import add_mailbox, record_state
from govmail_desk.operations.people import add_person
from tests.desks import leave, own_unit_id
from tests.features.office import Office
from tests.features.steps.register import day

LONG_AGO = date(2022, 1, 4)


@given(
    parsers.parse(
        "{name}, số điện thoại riêng {phone}, đã thôi việc ngày {left_on} và hộp thư {local_part} đóng ngày {closed_on}"
    )
)
def gone_long_ago(office: Office, name: str, phone: str, left_on: str, local_part: str, closed_on: str) -> None:
    unit_id = own_unit_id(office.desk)
    (person_id,) = add_person(office.desk, full_name=name, unit_id=unit_id, phone=phone).ids["person"]
    made = add_mailbox(
        office.desk,
        address=f"{local_part}@ninhbinh.gov.vn",
        kind="personal",
        unit_id=unit_id,
        holder_id=person_id,
        since=LONG_AGO,
    )
    record_state(office.desk, mailbox_id=min(made.ids["mailbox"]), state="closed", on=day(closed_on))
    leave(office.desk, person_id, on=day(left_on))


@when("văn thư mở mục Dữ liệu cá nhân của Thiết lập")
def open_section(office: Office) -> None:
    office.hands.press("Thiết lập")
    office.hands.choose_item("Dữ liệu cá nhân")


@when(parsers.parse("văn thư đánh dấu “{words}”"))
def tick(office: Office, words: str) -> None:
    (box,) = [one for one in office.hands.top.findChildren(QCheckBox) if one.text() == words]
    box.click()


@when("văn thư bấm Ctrl+Z")
def take_back(office: Office) -> None:
    assert office.opened is not None
    QTest.keyClick(office.opened.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


@when(parsers.parse("văn thư trích dữ liệu của {name}"))
def extract(office: Office, name: str) -> None:
    office.desktop.answer = office.folder / "trích"
    office.show("Người và đơn vị", name).press("Trích dữ liệu của người này…")


@then(parsers.parse("tệp sổ có chữ “{words}”"))
def holds(office: Office, words: str) -> None:
    assert words.encode() in (office.folder / "so.govmail").read_bytes()


@then(parsers.parse("tệp sổ không còn chữ “{words}”"))
def holds_no_longer(office: Office, words: str) -> None:
    assert words.encode() not in (office.folder / "so.govmail").read_bytes()


@then("bản trích có")
def extract_says(office: Office, datatable: list[list[str]]) -> None:
    said = _extract(office)
    for (words,) in datatable:
        assert words in said


@then(parsers.parse("bản trích không có “{words}”"))
def extract_does_not_say(office: Office, words: str) -> None:
    assert words not in _extract(office)


@then(parsers.parse("trang Nhật ký, lọc Xuất tệp, có một dòng về {name}"))
def journal_tells(office: Office, name: str) -> None:
    office.hands.press("Nhật ký")
    assert office.opened is not None
    page = office.opened.page
    page.chips.chips[EXPORTS].click()
    (row,) = (page.table.rows.row_at(place) for place in range(page.table.rows.rowCount()))
    assert name in row.sentence


def _extract(office: Office) -> str:
    (paper,) = (office.folder / "trích").glob("*.docx")
    return str(plain_lines(paper.name, paper.read_bytes()))
