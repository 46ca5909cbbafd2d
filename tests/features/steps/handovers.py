"""Handing mailboxes over: someone new in charge, the checklist line by line, minutes, a signed copy, closing."""

from __future__ import annotations

from pytest_bdd import given, parsers, then, when

from govmail_desk import wording
from govmail_desk.domain.handover import Handover
from govmail_desk.domain.mailbox import MailboxAct
from govmail_desk.listings import custodies, handovers, mailboxes, people
from govmail_desk.operations.custodies import appoint
from tests.desks import own_unit_id
from tests.features.hands import SOON, Hands
from tests.features.office import Office
from tests.features.steps.register import day
from tests.request_lives import every
from tests.signed_pdfs import scanned_pdf


@given(parsers.parse("{name} đang theo dõi hộp thư của đơn vị từ {on}"))
def with_custodian(office: Office, name: str, on: str) -> None:
    (row,) = people.find(office.desk, name, limit=1)
    appoint(office.desk, unit_id=own_unit_id(office.desk), person_id=row.id, role="custodian", from_on=day(on))


@when(parsers.parse("văn thư giao hộp thư {address} cho {name} làm {role}"))
def put_in_charge(office: Office, address: str, name: str, role: str, datatable: list[list[str]]) -> None:
    hands = office.show("Hộp thư", address)
    hands.press("Giao phụ trách…")
    hands.pick("Giao làm", role)
    hands.find("Người được giao", name)
    for field, words in datatable:
        hands.type(field, words)
    hands.press("Ghi giao phụ trách")


@when(parsers.parse("văn thư mở bàn giao cho {name}"))
def open_handover(office: Office, name: str, datatable: list[list[str]]) -> None:
    hands = office.hands
    hands.press("Bàn giao")
    hands.press("Mở bàn giao")
    for field, words in datatable:
        hands.type(field, words)
    hands.find("Người nhận", name)
    hands.press("Mở bàn giao")


@when(parsers.parse("văn thư ghi đã làm mục “{title}”"))
def tick(office: Office, title: str) -> None:
    show_handover(office).press(f"Đã làm: {title}")


@when(parsers.parse("văn thư ghi đã làm mục “{title}”, chọn “{choice}”"))
def tick_with(office: Office, title: str, choice: str) -> None:
    hands = show_handover(office)
    hands.press(f"Đã làm: {title}")
    hands.pick("Cách làm", choice)
    hands.press("Ghi đã làm")


@when("văn thư ghi đã làm những mục bắt buộc còn lại")
def tick_the_rest(office: Office) -> None:
    for line in pane(office).open_required:
        hands = show_handover(office)
        hands.press(f"Đã làm: {line.rule.title}")
        if line.rule.choices:
            choice = line.rule.choices[0]
            hands.pick("Cách làm", choice[:1].upper() + choice[1:])
        if line.rule.choices or line.rule.ask:
            hands.press("Ghi đã làm")
    assert pane(office).open_required == ()


@when(parsers.parse("văn thư định ghi mật khẩu vào mục “{title}”"))
def tell_a_password(office: Office, title: str) -> None:
    hands = show_handover(office)
    hands.press(f"Không áp dụng: {title}")
    hands.type("Lý do", "mật khẩu: Sotttt@2026")
    hands.press("Ghi không áp dụng")


@when("văn thư bỏ việc đang ghi")
def give_up(office: Office) -> None:
    office.hands.press("Thôi")
    office.hands.press("Bỏ, không lưu")


@when(parsers.parse("văn thư điền “{field}” là “{words}”"))
def fill_in(office: Office, field: str, words: str) -> None:
    office.hands.type(field, words)


@when("văn thư lập biên bản bàn giao")
def make_minutes(office: Office) -> None:
    hands = show_handover(office)
    hands.press("Lập biên bản…")
    hands.press("Lập biên bản")


@when("văn thư đưa bản quét đã ký có dấu của biên bản vào sổ")
def attach_scan(office: Office) -> None:
    path = office.folder / "bien-ban-da-ky.pdf"
    path.write_bytes(scanned_pdf(f"Dau bien ban: {pane(office).minutes[0].mark}"))
    office.desktop.answer = path
    hands = show_handover(office)
    hands.press("Đưa bản ký vào…")
    hands.press("Đưa bản này vào sổ")


@when("văn thư kết thúc bàn giao")
def close_handover(office: Office) -> None:
    show_handover(office).press("Kết thúc bàn giao")


@then(parsers.parse("lần bàn giao ở trạng thái {state}"))
def is_in_state(office: Office, state: str) -> None:
    office.qtbot.waitUntil(lambda: wording.HANDOVER_STATES[pane(office).row.state] == state, timeout=SOON)


@then("lần bàn giao đã có bản ký")
def is_signed(office: Office) -> None:
    show_handover(office).reads("Đã có bản ký")
    assert pane(office).row.has_signed_copy


@then(parsers.parse("biên bản viết “{words}”"))
def minutes_say(office: Office, words: str) -> None:
    assert words in pane(office).minutes[0].text


@then(parsers.parse("ngày {on} người phụ trách {address} là {name}"))
def answers(office: Office, on: str, address: str, name: str) -> None:
    mailbox_id = mailboxes.id_of(office.desk, address)
    assert mailbox_id is not None
    answer = custodies.answer(office.desk, mailbox_id, day(on))
    assert answer is not None
    assert answer.full_name == name


@then(parsers.parse("mật khẩu hộp thư {address} được ghi là đã đổi ngày {on}"))
def password_changed(office: Office, address: str, on: str) -> None:
    mailbox_id = mailboxes.id_of(office.desk, address)
    acts = every(office.desk, MailboxAct, mailbox_id=mailbox_id, kind="password-changed")
    assert [act.on_date for act in acts] == [day(on)]


def show_handover(office: Office) -> Hands:
    """Go to the one handover of the story."""
    hands = office.hands
    assert office.opened is not None
    if type(office.opened.page).__name__ != "HandoversPage":
        hands.press("Bàn giao")
    page = office.opened.page
    office.qtbot.waitUntil(lambda: page.table.choose(every(office.desk, Handover)[0].id), timeout=SOON)
    page.settle()
    return hands


def pane(office: Office) -> handovers.HandoverPane:
    """All of the one handover of the story."""
    (handover,) = every(office.desk, Handover)
    found = handovers.pane(office.desk, handover.id)
    assert found is not None
    return found
