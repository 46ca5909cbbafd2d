"""The notes of several mailboxes at once."""

from __future__ import annotations

import pytest

from govmail_desk.gui.dialogs.notes import NotesDialog
from govmail_desk.listings import mailboxes
from govmail_desk.listings.mailboxes import MailboxFilter
from tests.gui.sample_register import peopled
from tests.gui.vietnamese_typing import type_like_unikey
from tests.gui.windows import OpenWindow
from tests.large_register import large_register


@pytest.fixture
def shown(qtbot, tmp_path):
    opened = []

    def show(desk=None):
        window = OpenWindow(qtbot, desk or peopled(tmp_path), tmp_path, "mailboxes")
        opened.append(window)
        NotesDialog(window.page, window.desk, mailboxes.ids(window.desk, MailboxFilter())).open()
        return window

    yield show
    for window in opened:
        window.close()


def notes(window, dialog):
    return {row.note for row in mailboxes.page(window.desk, dialog.mailbox_ids)}


def test_one_note_is_set_for_all(shown) -> None:
    window = shown()
    dialog = window.dialog
    type_like_unikey(dialog.note, "Rà soát quý IV")
    dialog.main_button.click()
    assert notes(window, dialog) == {"Rà soát quý IV"}
    assert window.said == f"Sửa ghi chú của {len(dialog.mailbox_ids)} hộp thư"


def test_all_notes_are_cleared_only_when_that_is_chosen(shown) -> None:
    window = shown()
    dialog = window.dialog
    dialog.main_button.click()
    assert dialog.form.rows["note"].error.startswith("Ghi chú đang để trống.")
    dialog.clears.click()
    assert not dialog.form.rows["note"].isEnabled()
    dialog.main_button.click()
    assert notes(window, dialog) == {""}


def test_a_great_many_are_written_in_a_worker(qtbot, shown, tmp_path) -> None:
    window = shown(large_register(tmp_path, 700))
    dialog = window.dialog
    dialog.note.setPlainText("Rà soát")
    dialog.main_button.click()
    assert window.window.works.runner.is_running
    qtbot.waitUntil(lambda: not window.window.works.runner.is_running)
    assert window.dialog is None
    assert notes(window, dialog) == {"Rà soát"}
