"""Writing mailboxes into the register: those that exist as they are, those proposed as the regulation says."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from govmail_desk.gui.dialogs.mailbox import MailboxDialog
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.listings import mailbox_pane, mailboxes
from tests.desks import added, founded, own_unit_id
from tests.gui.named_controls import unnamed_controls
from tests.gui.vietnamese_typing import type_like_unikey
from tests.gui.windows import OpenWindow


@pytest.fixture
def shown(qtbot, tmp_path):
    opened = []

    def show(regulation_id="ninhbinh-2020", names=("Nguyễn Văn Thành",), *, is_proposed=False, post="Chuyên viên"):
        desk = founded(tmp_path, regulation_id)
        for name in names:
            added(desk, name, post=post)
        window = OpenWindow(qtbot, desk, tmp_path, "mailboxes")
        opened.append(window)
        MailboxDialog(window.page, desk, is_proposed=is_proposed).open()
        return window

    yield show
    for window in opened:
        window.close()


def choose_person(qtbot, dialog, text):
    dialog.person.line.setFocus()
    type_like_unikey(dialog.person.line, text)
    qtbot.waitUntil(lambda: not dialog.person.list.isHidden())
    QTest.keyClick(dialog.person.line, Qt.Key.Key_Return)


def kept(window, address):
    return mailbox_pane.pane(window.desk, mailboxes.id_of(window.desk, address))


def test_a_persons_existing_mailbox_is_taken_as_it_is(qtbot, shown) -> None:
    window = shown()
    dialog = window.dialog
    choose_person(qtbot, dialog, "thành")
    dialog.address.line.setText("VanThanh@NinhBinh.gov.vn")
    dialog.since.show_day(date(2020, 5, 4))
    dialog.note.setPlainText("Cấp năm 2020")
    dialog.main_button.click()
    row = kept(window, "vanthanh@ninhbinh.gov.vn").row
    assert (row.kind, row.holder, row.state, row.since, row.note) == (
        "personal", "Nguyễn Văn Thành", "active", "2020-05-04", "Cấp năm 2020",
    )  # fmt: skip


def test_what_the_regulation_proposes_is_offered_and_not_put_in_for_an_existing_one(qtbot, shown) -> None:
    dialog = shown().dialog
    choose_person(qtbot, dialog, "thành")
    qtbot.waitUntil(lambda: bool(dialog.address.candidates))
    assert [link.words for link in dialog.address.candidates] == ["thanhnv.stttt@ninhbinh.gov.vn"]
    assert dialog.address.typed() == ""


def test_a_proposed_address_fills_the_line_and_is_kept_as_proposed(qtbot, shown) -> None:
    window = shown(is_proposed=True)
    dialog = window.dialog
    choose_person(qtbot, dialog, "thành")
    qtbot.waitUntil(lambda: dialog.address.typed() == "thanhnv.stttt@ninhbinh.gov.vn")
    dialog.main_button.click()
    row = kept(window, "thanhnv.stttt@ninhbinh.gov.vn").row
    assert (row.state, row.holder) == ("proposed", "Nguyễn Văn Thành")


def test_an_address_the_clerk_typed_is_not_overwritten_by_a_proposal(qtbot, shown) -> None:
    dialog = shown(is_proposed=True).dialog
    dialog.address.line.setText("thanh.vp@ninhbinh.gov.vn")
    choose_person(qtbot, dialog, "thành")
    qtbot.waitUntil(lambda: bool(dialog.address.candidates))
    assert dialog.address.typed() == "thanh.vp@ninhbinh.gov.vn"


def test_the_units_address_is_proposed_with_its_article(qtbot, shown) -> None:
    window = shown("soctrang-59-2024", names=(), is_proposed=True)
    dialog = window.dialog
    dialog.kind.choose("unit")
    dialog.kind.picked.emit("unit")
    qtbot.waitUntil(lambda: bool(dialog.address.candidates))
    assert dialog.address.typed() == "sotttt@soctrang.gov.vn"
    assert not dialog.form.rows["person"].isVisible()


def test_who_gets_no_personal_mailbox_is_told_with_the_article(qtbot, shown) -> None:
    dialog = shown("khanhhoa-dagt-2021", is_proposed=True).dialog
    choose_person(qtbot, dialog, "thành")
    qtbot.waitUntil(lambda: any("(Đ3)" in label.text() for label in dialog.address.findChildren(WrappedLabel)))
    assert dialog.address.typed() == ""


def test_an_address_in_the_register_or_easily_taken_for_one_is_told_while_it_is_typed(qtbot, shown) -> None:
    dialog = shown().dialog
    row = dialog.form.rows["address"]
    dialog.address.line.setText("stttt@ninhbinh.gov.vn")
    qtbot.waitUntil(lambda: row._under.text() == "Địa chỉ này đã có trong sổ (đang dùng).")
    dialog.address.line.setText("sttttt@ninhbinh.gov.vn")
    qtbot.waitUntil(lambda: row._under.text().startswith("Dễ nhầm với stttt@ninhbinh.gov.vn"))
    dialog.address.line.setText("vanphong.stttt@ninhbinh.gov.vn")
    qtbot.waitUntil(lambda: row._under.text() == dialog._hint())


def test_an_address_already_there_is_refused_and_everything_stays(qtbot, shown) -> None:
    window = shown()
    dialog = window.dialog
    choose_person(qtbot, dialog, "thành")
    dialog.address.line.setText("stttt@ninhbinh.gov.vn")
    dialog.note.setPlainText("Ghi lại")
    dialog.main_button.click()
    assert dialog.notices.sentence == "Địa chỉ stttt@ninhbinh.gov.vn đã có trong sổ (đang dùng). Hãy chọn địa chỉ khác."
    assert (dialog.address.typed(), dialog.note.typed()) == ("stttt@ninhbinh.gov.vn", "Ghi lại")
    assert dialog.person.person().full_name == "Nguyễn Văn Thành"


def test_what_is_missing_is_told_under_each_field(shown) -> None:
    dialog = shown().dialog
    dialog.since.show_day(None)
    dialog.main_button.click()
    errors = {key for key, row in dialog.form.rows.items() if row.error}
    assert errors == {"person", "address", "since"}


def test_the_unit_follows_the_person(qtbot, shown) -> None:
    window = shown()
    choose_person(qtbot, window.dialog, "thành")
    assert window.dialog.unit.choice() == own_unit_id(window.desk)


def test_every_control_has_a_name_for_a_screen_reader(qtbot, shown) -> None:
    dialog = shown(is_proposed=True).dialog
    choose_person(qtbot, dialog, "thành")
    qtbot.waitUntil(lambda: bool(dialog.address.candidates))
    assert unnamed_controls(dialog) == []
