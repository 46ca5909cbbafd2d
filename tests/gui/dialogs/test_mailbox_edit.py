"""Correcting one mailbox: note, unit, holder."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.gui.dialogs.mailbox_edit import MailboxEditDialog
from govmail_desk.listings import mailbox_pane, mailboxes
from govmail_desk.operations.mailboxes import add_mailbox, edit_notes
from govmail_desk.operations.units import add_unit
from tests.desks import added, founded, own_unit_id
from tests.gui.vietnamese_typing import type_by_input_method
from tests.gui.windows import OpenWindow


@pytest.fixture
def window(qtbot, tmp_path):
    window = OpenWindow(qtbot, founded(tmp_path), tmp_path, "mailboxes")
    yield window
    window.close()


@pytest.fixture
def edited(window):
    desk = window.desk
    (mailbox_id,) = add_mailbox(
        desk,
        address="thanhnv.stttt@ninhbinh.gov.vn",
        kind="personal",
        unit_id=own_unit_id(desk),
        holder_id=added(desk, "Nguyễn Văn Thành"),
        since=date(2026, 3, 2),
    ).ids["mailbox"]
    MailboxEditDialog(window.page, desk, mailboxes.mailbox_of(desk, mailbox_id)).open()
    return window.dialog


def test_the_note_is_typed_and_kept(window, edited) -> None:
    assert edited.focusWidget() is edited.note
    type_by_input_method(edited.note, "Phụ trách chuyển đổi số")
    edited.main_button.click()
    assert mailboxes.mailbox_of(window.desk, edited.mailbox.id).note == "Phụ trách chuyển đổi số"


def test_unit_and_holder_can_be_put_right(window, edited) -> None:
    (section,) = add_unit(window.desk, name="Thanh tra", slug="", parent_id=own_unit_id(window.desk)).ids["unit"]
    edited._leave()
    other = added(window.desk, "Nguyễn Văn Thành Trung")
    MailboxEditDialog(window.page, window.desk, edited.mailbox).open()
    dialog = window.dialog
    dialog.unit.choose(section)
    dialog.person.line.setText("trung")
    dialog.person.look()
    dialog.person._take_current()
    dialog.main_button.click()
    corrected = mailboxes.mailbox_of(window.desk, dialog.mailbox.id)
    assert (corrected.unit_id, corrected.holder_id) == (section, other)


def test_a_name_that_chose_nobody_is_told(window, edited) -> None:
    edited.person.line.setText("ai đó")
    edited.person.line.textEdited.emit("ai đó")
    edited.main_button.click()
    assert edited.form.rows["person"].error.startswith("Tên này chưa chọn ai trong sổ.")


def test_an_emptied_holder_is_taken_away(window, edited) -> None:
    edited.person.show_person(None)
    edited.main_button.click()
    assert mailboxes.mailbox_of(window.desk, edited.mailbox.id).holder_id is None


def test_a_later_correction_is_not_overwritten_and_the_note_typed_stays(window, edited) -> None:
    edit_notes(window.desk, mailbox_ids=[edited.mailbox.id], note="Người khác ghi")
    edited.note.setPlainText("Tôi ghi")
    edited.main_button.click()
    assert edited.notices.sentence.startswith("Dòng này vừa được sửa ở nơi khác.")
    assert edited.note.typed() == "Tôi ghi"


def test_an_administrators_account_is_ticked_with_the_article_told_and_no_promise_about_the_running_date(
    window, edited
) -> None:
    row = edited.form.rows["is_admin"]
    assert "Hạn đang chạy giữ nguyên" in row.field.accessibleDescription()
    assert "(Đ11.2)" in row.field.accessibleDescription()
    edited.admin.click()
    edited.main_button.click()
    assert mailboxes.mailbox_of(window.desk, edited.mailbox.id).is_admin
    assert mailbox_pane.pane(window.desk, edited.mailbox.id).is_admin
