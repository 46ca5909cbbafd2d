"""A request is made: for whom or about which mailboxes, what is said of each, the papers."""

from __future__ import annotations

import re

from pytest_bdd import parsers, then, when

from govmail_desk import wording
from govmail_desk.gui.dialogs.request_wizard import RequestWizard
from tests.features.hands import SOON
from tests.features.office import Office


@when(parsers.parse("văn thư chọn {address} để đề nghị {kind}"))
def ask_about(office: Office, address: str, kind: str) -> None:
    hands = office.show("Hộp thư", address)
    hands.press("Đề nghị…")
    hands.press(f"{kind}…")
    hands.reads("Bước 1 trên 3")
    hands.choose_row(address)


@when(parsers.parse("văn thư lập đề nghị cấp mới cho"))
def ask_for(office: Office, datatable: list[list[str]]) -> None:
    office.hands.press("Đề nghị")
    office.hands.press("Lập đề nghị")
    for (name,) in datatable:
        office.hands.tick(name)


@when(parsers.parse("văn thư chọn thêm {name}"))
def tick_too(office: Office, name: str) -> None:
    office.hands.press("Đã chọn")
    office.hands.tick(name)


@when(parsers.parse("văn thư ghi với hộp thư ấy"))
def describe(office: Office, datatable: list[list[str]]) -> None:
    for field, words in datatable:
        office.hands.type(field, words)


@when("văn thư lập xong giấy tờ")
def make_papers(office: Office) -> None:
    wizard = office.hands.top
    assert isinstance(wizard, RequestWizard)
    for step in (1, 2):
        office.qtbot.waitUntil(lambda: wizard.main_button.isEnabled() and wizard.step.is_ready, timeout=SOON)
        office.hands.press(wizard.main_button.text())
        office.qtbot.waitUntil(lambda step=step: wizard.stack.currentIndex() == step, timeout=SOON)
    office.hands.reads("Việc tiếp theo")
    office.hands.press("Xong")


@then(parsers.parse("đề nghị gồm {roles}"))
def has_papers(office: Office, roles: str) -> None:
    words = [wording.FILE_ROLES[kept.role].lower() for kept in office.request().files]
    assert sorted(words) == sorted(roles.replace(" và ", ", ").split(", "))


@then(parsers.parse("công văn để trống số và ngày"))
def leaves_number_blank(office: Office) -> None:
    number = next(line for line in office.letter().splitlines() if line.startswith("Số:"))
    assert not any(letter.isdigit() for letter in number.partition("/")[0])
    assert re.search(r", ngày\s+tháng", office.letter())


@then(parsers.parse("công văn viết “{words}”"))
def letter_says(office: Office, words: str) -> None:
    assert words in office.letter()


@then(parsers.parse("công văn đôn đốc viết “{words}”"))
def chase_says(office: Office, words: str) -> None:
    assert words in office.letter("chase")


@then("danh sách có các dòng")
def list_has(office: Office, datatable: list[list[str]]) -> None:
    listed = office.listed().splitlines()
    for words in datatable:
        assert any(all(word in line for word in words) for line in listed), f"{words} in {listed}"
    assert office.request().row.row_count == len(datatable)


@then("mỗi người có một phiếu")
def slip_each(office: Office, datatable: list[list[str]]) -> None:
    slips = [office.letter_of(content) for content in office.papers("slip")]
    assert len(slips) == len(datatable)
    for slip, words in zip(slips, datatable, strict=True):
        assert all(word in slip for word in words), f"{words} in {slip}"


@then(parsers.parse("thư nháp gửi từ {sender} tới {receiver}, kèm {count:d} tệp"))
def mail_goes(office: Office, sender: str, receiver: str, count: int) -> None:
    mail = office.mail()
    assert sender in mail["From"]
    assert receiver in mail["To"]
    assert mail["X-Unsent"] == "1"
    assert len(list(mail.iter_attachments())) == count
