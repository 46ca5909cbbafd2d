"""The password card in the window: every rule with its article and reason, saved as Word; nothing is typed in it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from govmail_desk.documents.plain_text import plain_lines
from govmail_desk.gui.desktop import Desktop, stand_on
from govmail_desk.gui.dialogs.password_card import PasswordCardDialog
from tests.desks import founded
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.named_controls import unnamed_controls
from tests.gui.windows import OpenWindow

SOON = 30_000


@pytest.fixture
def opened(qtbot, tmp_path):
    desk = founded(tmp_path, "quan4-03-2013")
    window = OpenWindow(qtbot, desk, tmp_path, "today")
    stand_on(AnsweringDesktop(tmp_path / "the-mat-khau"))
    PasswordCardDialog(window.page, desk).open()
    yield window
    stand_on(Desktop())
    window.close()


def test_the_rules_stand_there_with_article_and_reason_and_ours_apart(opened):
    text = opened.dialog.shown.toPlainText()
    for said in ("Ít nhất 8 ký tự", "Đ8.3a", "03 tháng một lần", "Quy chế không nêu riêng", "Vì sao: Mật khẩu đủ dài"):
        assert said in text
    assert text.index("Gợi ý của chương trình, không phải quy định") > text.index("Đ8.3b")
    assert "Không ai, kể cả người quản trị, được hỏi mật khẩu" in text


def test_the_reasons_are_as_large_as_the_rules(opened):
    cursor = opened.dialog.shown.document().find("Vì sao:")
    rule = opened.dialog.shown.document().find("Ít nhất 8 ký tự")
    assert QFontInfo(cursor.charFormat().font()).pixelSize() == QFontInfo(rule.charFormat().font()).pixelSize()


def test_nothing_can_be_typed_in_it(opened):
    assert opened.dialog.findChildren(QLineEdit) + opened.dialog.findChildren(QPlainTextEdit) == []
    assert opened.dialog.shown.isReadOnly()
    assert unnamed_controls(opened.dialog) == []


def test_it_is_saved_to_be_printed_and_opened(opened, qtbot, tmp_path):
    opened.dialog.main_button.click()
    qtbot.waitUntil(opened.dialog.fields.isEnabled, timeout=SOON)
    file = tmp_path / "the-mat-khau.docx"
    qtbot.waitUntil(file.is_file, timeout=SOON)
    qtbot.waitUntil(lambda: "Đã lưu thẻ mật khẩu" in opened.dialog.notices.sentence, timeout=SOON)
    assert any("03 tháng một lần" in line.text for line in plain_lines(file.name, file.read_bytes()))
    opened.dialog.notices.offers[0].click()
