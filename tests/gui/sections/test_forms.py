"""Thiết lập › Biểu mẫu: each form with whose it is, edited in a copy, looked through, taken in, looked at, given up."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from govmail_desk import paths
from govmail_desk.documents.package import packed, unpacked
from govmail_desk.gui.desktop import Desktop, stand_on
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.dialogs.form_sample import FormSampleDialog, FormTrialDialog
from govmail_desk.listings.forms import in_use
from govmail_desk.operations.forms import form_content, shipped_content
from tests.desks import founded
from tests.documents.edited_forms import edited_letter, edited_list
from tests.documents.made_forms import word_form
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.named_controls import unnamed_controls
from tests.gui.windows import OpenWindow

LETTER = "chung/cong-van.docx"
LIST = "chung/danh-sach-cap-moi-ca-nhan.xlsx"


class FormsWindow(OpenWindow):
    """The window on the section of forms, with clicks."""

    def __init__(self, qtbot, desk, folder):
        super().__init__(qtbot, desk, folder, "settings")
        self.qtbot = qtbot
        self.page.show_section("forms")

    def card(self, place=LETTER):
        QApplication.processEvents()  # what was told anew comes into sight
        return self.page.section.card(place)

    def click(self, button):
        assert button.isVisible()
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def put_in(self, file: Path, place=LETTER):
        stand_on(AnsweringDesktop(file))
        self.click(self.card(place).file_button)
        self.qtbot.waitUntil(
            lambda: self.dialog is not None or bool(self.card(place).problems.sentences), timeout=20_000
        )

    def look(self, place=LETTER) -> Dialog:
        self.click(self.card(place).sample_button)
        self.qtbot.waitUntil(lambda: self.dialog is not None, timeout=20_000)
        return self.dialog

    def told(self) -> str:
        QApplication.processEvents()
        return "\n".join(label.text() for label in self.page.section.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def shown(qtbot, tmp_path):
    opened = []

    def show(regulation_id="ninhbinh-2020"):
        opened.append(FormsWindow(qtbot, founded(tmp_path / "so", regulation_id), tmp_path))
        return opened[-1]

    yield show
    stand_on(Desktop())
    for window in opened:
        window.close()


@pytest.fixture
def edited(tmp_path):
    def lay(content=None, name="Công văn của sở.docx"):
        (tmp_path / name).write_bytes(edited_letter() if content is None else content)
        return tmp_path / name

    return lay


def test_every_form_is_told_with_whose_it_is_and_every_control_has_a_name(shown):
    window = shown("khanhhoa-dagt-2021")
    assert [card.place for card in window.page.section.cards] == [row.shipped.file for row in in_use(window.desk)]
    assert "do chương trình bố trí" in window.told()
    assert all(card.state.word.startswith("Mẫu có sẵn") for card in window.page.section.cards)
    assert not any(card.drop_button.isVisible() for card in window.page.section.cards)
    assert unnamed_controls(window.page) == []


def test_a_copy_opens_to_be_edited_and_the_form_says_what_comes_next(shown):
    window = shown()
    opening = AnsweringDesktop(None)
    stand_on(opening)
    window.click(window.card().edit_button)
    (copy,) = opening.opened
    assert copy.read_bytes() == shipped_content(LETTER)
    assert copy.is_relative_to(paths.home())
    assert "bấm “Đưa bản đã sửa vào”" in window.told()


def test_a_fit_file_is_shown_filled_before_it_is_taken_in(shown, edited):
    window = shown()
    window.put_in(edited(edited_letter("Câu của riêng sở")))
    assert isinstance(window.dialog, FormTrialDialog)
    assert "Câu của riêng sở" in window.dialog.paper.toPlainText()
    assert form_content(window.desk, LETTER) == shipped_content(LETTER)
    window.click(window.dialog.main_button)
    assert window.card().state.word.startswith("Mẫu của đơn vị, đưa vào ngày ")
    assert "Từ tệp “Công văn của sở.docx”" in window.told()
    window.qtbot.waitUntil(lambda: window.window.focusWidget() is window.card().file_button)
    assert form_content(window.desk, LETTER) != shipped_content(LETTER)


def test_tags_that_word_split_are_told_as_joined(shown, edited):
    parts = unpacked(edited_letter(), name="x")
    torn = parts["word/document.xml"].replace(b"{{ ho_ten }}", b"{{ ho</w:t></w:r><w:r><w:t>_ten }}")
    window = shown()
    window.put_in(edited(packed(parts | {"word/document.xml": torn})))
    assert "1 thẻ bị Word tách rời đã được nối lại" in window.dialog.told.text()


def test_taking_in_is_undone_from_the_notice(shown, edited):
    window = shown()
    window.put_in(edited())
    window.click(window.dialog.main_button)
    assert window.card().state.word.startswith("Mẫu của đơn vị")
    (undo,) = window.window.works.notices.offers
    window.click(undo)
    assert window.card().state.word.startswith("Mẫu có sẵn")
    assert form_content(window.desk, LETTER) == shipped_content(LETTER)


def test_thinking_better_of_it_leaves_the_form_in_use(shown, edited):
    window = shown()
    window.put_in(edited())
    window.click(window.dialog.back_button)
    assert window.card().state.word.startswith("Mẫu có sẵn")
    assert window.card().file_button.isEnabled()


def test_every_problem_is_listed_in_place_with_its_paragraph(shown, edited):
    window = shown()
    window.put_in(edited(word_form("Kính gửi {{ co_qan }}", "{{ ho_ten"), "hỏng.docx"))
    card = window.card()
    assert "Chưa dùng được tệp “hỏng.docx”: có 7 chỗ cần sửa. Mẫu đang dùng vẫn như cũ." in window.told()
    assert "đoạn «Kính gửi {{ co_qan }}»" in window.told()
    assert len(card.problems.sentences) == 7
    assert window.dialog is None
    window.qtbot.waitUntil(card.file_button.hasFocus)
    window.put_in(edited())
    assert card.problems.sentences == []


def test_in_a_small_window_what_is_wrong_is_brought_in_sight(shown, edited):
    window = shown()
    window.window.resize(683, 384)
    window.put_in(edited(word_form("{{ sai }}"), "hỏng.docx"))
    window.qtbot.waitUntil(lambda: not window.card().told.visibleRegion().isEmpty())
    assert not window.card().problems.visibleRegion().isEmpty()


def test_a_file_that_cannot_be_read_is_told_with_a_way_to_try_again(shown, tmp_path, qtbot):
    window = shown()
    stand_on(AnsweringDesktop(tmp_path / "đã xóa.docx"))
    window.click(window.card().file_button)
    qtbot.waitUntil(lambda: window.dialog is not None)
    told = [label.text() for label in window.dialog.findChildren(QLabel)]
    assert any("Không đọc được tệp “đã xóa.docx”" in words for words in told)
    assert window.card().file_button.isEnabled()


def test_nothing_chosen_does_nothing(shown):
    window = shown()
    stand_on(AnsweringDesktop(None))
    window.click(window.card().file_button)
    assert window.card().file_button.isEnabled()
    assert window.card().problems.sentences == []


def test_going_back_to_the_shipped_form_and_undoing_that(shown, edited):
    window = shown()
    window.put_in(edited())
    window.click(window.dialog.main_button)
    window.click(window.card().drop_button)
    assert window.card().state.word.startswith("Mẫu có sẵn")
    (undo,) = window.window.works.notices.offers
    window.click(undo)
    assert window.card().state.word.startswith("Mẫu của đơn vị")


def test_a_form_in_use_is_looked_at_and_opened_in_its_program(shown):
    window = shown()
    opening = AnsweringDesktop(None)
    stand_on(opening)
    dialog = window.look()
    assert type(dialog) is FormSampleDialog
    assert "SỞ THÔNG TIN VÀ TRUYỀN THÔNG" in dialog.paper.toPlainText()
    assert unnamed_controls(dialog) == []
    window.click(dialog.open_button)
    (copy,) = opening.opened
    assert copy.name == "xem-thu-cong-van.docx"
    window.click(dialog.main_button)
    assert window.dialog is None


def test_one_form_is_worked_on_at_a_time(shown):
    window = shown()
    window.click(window.card().sample_button)
    assert not any(card.file_button.isEnabled() for card in window.page.section.cards)
    window.qtbot.waitUntil(lambda: window.dialog is not None, timeout=20_000)
    assert all(card.file_button.isEnabled() for card in window.page.section.cards)


def test_a_clerk_who_went_on_to_something_else_is_not_called_away(shown):
    window = shown()
    card = window.card()
    window.click(card.sample_button)
    window.page.show_section("letterhead")
    window.qtbot.waitUntil(card.file_button.isEnabled, timeout=20_000)
    assert window.dialog is None
    window.page.show_section("forms")
    assert "Hãy bấm lại để xem" in window.told()


def test_a_list_is_taken_in_and_looked_at_too(shown, edited):
    window = shown()
    window.put_in(edited(edited_list("Cột của sở"), "danh sách.xlsx"), LIST)
    assert "Cột của sở" in window.dialog.paper.toPlainText()
    window.click(window.dialog.main_button)
    dialog = window.look(LIST)
    assert "Cột của sở" in dialog.paper.toPlainText()
    assert dialog.open_button.text() == "Mở bằng Excel"


def test_the_buttons_of_a_form_are_reached_by_keyboard(shown):
    window = shown()
    card = window.card()
    card.edit_button.setFocus()
    for button in (card.file_button, card.sample_button):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is button


def test_in_a_narrow_window_nothing_is_cut_off(shown):
    window = shown("khanhhoa-dagt-2021")
    window.window.resize(683, 384)
    QApplication.processEvents()
    for card in window.page.section.cards:
        for button in (card.edit_button, card.file_button, card.sample_button):
            assert button.width() >= button.sizeHint().width()
            assert button.geometry().right() <= button.parentWidget().width()
