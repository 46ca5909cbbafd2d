"""Papers made again: what would be another is seen first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from govmail_desk.gui.dialogs.remake_papers import RemakePapersDialog
from govmail_desk.listings import requests
from tests.gui.dialogs.paper_hands import SOON, a_kind_word
from tests.gui.named_controls import unnamed_controls


def remaking(clerk):
    clerk.life.page.paper_acts.remake()
    dialog = clerk.life.dialog
    assert isinstance(dialog, RemakePapersDialog)
    return dialog


def seen(clerk):
    dialog = remaking(clerk)
    clerk.qtbot.waitUntil(lambda: dialog.remade is not None, timeout=SOON)
    return dialog


def test_a_signed_letter_is_made_again_with_its_number_after_it_was_seen(hands):
    clerk = hands(state="signed")
    dialog = seen(clerk)
    assert "Công văn, bản 2" in dialog.lines
    assert "+ Số: 125/STTTT-VP" in dialog.lines
    assert unnamed_controls(dialog) == []
    assert requests.pane(clerk.life.desk, clerk.life.id).earlier == ()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert clerk.life.dialog is None
    pane = requests.pane(clerk.life.desk, clerk.life.id)
    assert {kept.edition for kept in pane.newest} == {2}
    clerk.life.page.settle()
    assert clerk.life.page.shown.files[0].text() == "Công văn, bản 2"


def test_nothing_is_kept_where_the_clerk_thinks_better_of_it(hands):
    clerk = hands(state="signed")
    seen(clerk).reject()
    assert requests.pane(clerk.life.desk, clerk.life.id).earlier == ()


def test_where_nothing_would_be_another_it_is_said_in_place(hands):
    clerk = hands()
    dialog = remaking(clerk)
    clerk.qtbot.waitUntil(lambda: "giống hệt" in dialog.notices.sentence, timeout=SOON)
    assert not dialog.main_button.isEnabled()
    assert dialog.told.text() == "Chưa có gì được ghi."


def test_an_edit_that_would_be_left_out_is_named(hands):
    clerk = hands()
    clerk.edited(a_kind_word)
    clerk.press("Nhận bản đã sửa")
    dialog = seen(clerk)
    assert any("Bản 2 là bản anh/chị đã sửa trong Word" in line for line in dialog.lines)
    assert any(line.startswith("− 2. Nhu cầu của đơn vị:") for line in dialog.lines)
