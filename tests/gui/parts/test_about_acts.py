"""What can be asked about mailboxes there are, from two pages."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QMenu

from govmail_desk.gui.dialogs.request_wizard import RequestWizard
from govmail_desk.operations.mailboxes import add_mailbox, record_state
from govmail_desk.operations.settings import adopt_regulation
from govmail_desk.regulations import shipped
from tests.desks import added, founded, own_unit_id
from tests.gui.windows import OpenWindow

ALL = ["Thay đổi thông tin…", "Cấp lại mật khẩu… (quy chế không nêu)", "Mở lại…", "Hủy, thu hồi…"]


@pytest.fixture
def shown(qtbot, tmp_path):
    opened = []

    def show(page, *, state="active", regulation_id="ninhbinh-2020"):
        desk = founded(tmp_path, regulation_id)
        person = added(desk, "Tạ Quang Minh")
        changes = add_mailbox(
            desk,
            address="minhtq.stttt@ninhbinh.gov.vn",
            kind="personal",
            unit_id=own_unit_id(desk),
            holder_id=person,
            since=date(2026, 3, 2),
        )
        (mailbox_id,) = changes.ids["mailbox"]
        if state != "active":
            record_state(desk, mailbox_id=mailbox_id, state=state, on=date(2026, 11, 20))
        window = OpenWindow(qtbot, desk, tmp_path, page)
        opened.append(window)
        window.page.table.choose(mailbox_id if page == "mailboxes" else person)
        window.page.settle()
        return window

    yield show
    for each in opened:
        each.close()


def offered(window):
    window.page.about_acts.offer()
    (menu,) = [menu for menu in window.page.findChildren(QMenu) if menu.isVisible()]
    words = [one.text() for one in menu.actions()]
    menu.close()
    return words


@pytest.mark.parametrize(("state", "words"), [("active", [*ALL[:2], ALL[3]]), ("locked", ALL)])
def test_what_can_be_asked_follows_the_state(shown, state, words):
    assert offered(shown("mailboxes", state=state)) == words


def test_a_closed_mailbox_is_asked_nothing_about(shown):
    window = shown("mailboxes", state="closed")
    window.page.show_item(window.page.table.current_id or 0)
    assert not window.page.about_acts.more.isVisible()


def test_a_person_is_asked_about_by_the_mailbox_they_hold(shown):
    window = shown("people")
    window.page.people_acts.about.ask_close()
    wizard = window.dialog
    assert isinstance(wizard, RequestWizard)
    assert wizard.drafting.kind == "close"
    assert wizard.drafting.selection.ids == [held.id for held in window.page._person.mailboxes]


def test_the_page_of_requests_offers_every_kind_and_asks_which_mailboxes_in_the_wizard(shown):
    window = shown("requests")
    assert offered(window) == ALL
    window.page.about_acts.ask_reset()
    assert window.dialog.drafting.selection.ids == []


def test_quan_4_names_every_kind(shown):
    words = offered(shown("mailboxes", state="locked", regulation_id="quan4-03-2013"))
    assert words == ["Thay đổi thông tin…", "Cấp lại mật khẩu…", "Mở lại…", "Hủy, thu hồi…"]


@pytest.mark.parametrize("page", ["requests", "mailboxes"])
def test_the_kinds_are_named_as_the_regulation_in_use_names_them_once_it_is_another(shown, page):
    window = shown(page, state="locked")
    assert offered(window) == ALL
    toml = shipped.file_of("quan4-03-2013").read_text(encoding="utf-8")
    changes = adopt_regulation(window.desk, toml=toml, name="quan4.toml", from_on=window.desk.today())
    window.page.reload(changes)
    assert offered(window) == ["Thay đổi thông tin…", "Cấp lại mật khẩu…", "Mở lại…", "Hủy, thu hồi…"]
