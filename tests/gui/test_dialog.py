"""The dialog: one at most, Enter does, Esc goes back, nothing typed is lost."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import ChoiceField, LongTextField, TextField
from govmail_desk.gui.fields.form import Form
from tests.gui.named_controls import unnamed_controls
from tests.gui.vietnamese_typing import type_like_unikey


class PersonDialog(Dialog):
    def __init__(self, parent: QWidget | None, *, rows: int = 1, size: QSize | None = None) -> None:
        super().__init__(parent, title="Thêm người", main_words="Thêm người này", size=size or QSize(500, 0))
        self.done_count = 0
        self.form = Form(self)
        self.name = TextField()
        self.form.add("name", "Họ và tên", self.name)
        self.unit = ChoiceField([(1, "Văn phòng"), (2, "Thanh tra")])
        self.form.add("unit", "Đơn vị", self.unit)
        self.form.add("from", "Từ ngày", DateField(date(2026, 11, 22), date(2026, 11, 22)))
        for number in range(rows):
            self.form.add(f"note{number}", "Ghi chú", LongTextField())
        self.body.addWidget(self.form)

    def do(self) -> None:
        self.done_count += 1


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(760, 560)
    made.show()
    yield made
    made.close()


@pytest.fixture
def dialog(window: QWidget, qtbot):
    made = PersonDialog(window)
    made.open()
    qtbot.waitUntil(made.isVisible)
    return made


def offers(dialog: Dialog) -> list[str]:
    return [button.text() for button in dialog.notices.offers]


def test_there_is_one_dialog_at_most(dialog: Dialog, window: QWidget) -> None:
    assert Dialog.open_on(window) is dialog
    assert Dialog.open_on(dialog) is dialog
    with pytest.raises(RuntimeError, match="one dialog"):
        PersonDialog(window).open()


def test_its_buttons_say_the_act(dialog: Dialog) -> None:
    assert dialog.main_button.text() == "Thêm người này"
    assert dialog.back_button.text() == "Thôi"
    assert unnamed_controls(dialog) == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_in_a_field_does_the_main_act(dialog: PersonDialog, qtbot, key: Qt.Key) -> None:
    dialog.name.setFocus()
    qtbot.keyClick(dialog.name, key)
    assert dialog.done_count == 1


def test_tab_goes_through_the_fields_and_then_to_the_buttons(dialog: PersonDialog, qtbot) -> None:
    dialog.activateWindow()
    qtbot.waitUntil(dialog.name.hasFocus)
    passed = []
    for _ in range(6):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        passed.append(dialog.focusWidget())
    assert passed[0] is dialog.unit
    assert passed[-2:] == [dialog.back_button, dialog.main_button]


def test_enter_on_another_button_is_that_button(dialog: PersonDialog, qtbot) -> None:
    dialog.back_button.setFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.done_count == 0
    assert not dialog.isVisible()


def test_enter_in_a_text_of_several_lines_begins_a_line(dialog: PersonDialog, qtbot) -> None:
    note = dialog.form.rows["note0"].field
    dialog.activateWindow()
    note.setFocus()
    qtbot.waitUntil(note.hasFocus)
    qtbot.keyClick(note, Qt.Key.Key_Return)
    assert dialog.done_count == 0
    assert note.toPlainText() == "\n"
    qtbot.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.done_count == 1


def test_esc_goes_back_where_nothing_was_typed(dialog: Dialog, qtbot) -> None:
    assert not dialog.has_typed
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_esc_asks_first_where_something_was_typed(dialog: PersonDialog, qtbot) -> None:
    type_like_unikey(dialog.name, "Lê Thị Mỹ Hạnh")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert offers(dialog) == ["Nhập tiếp", "Bỏ, không lưu"]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.notices.sentence == ""
    assert dialog.name.typed() == "Lê Thị Mỹ Hạnh"


def test_giving_up_what_was_typed_is_a_choice_of_its_own(dialog: PersonDialog) -> None:
    dialog.unit.choose(2)
    dialog.close()
    assert dialog.isVisible()
    dialog.notices.offers[1].click()
    assert not dialog.isVisible()


def test_going_on_typing_keeps_the_dialog(dialog: PersonDialog) -> None:
    dialog.name.setText("Lê")
    dialog.reject()
    dialog.notices.offers[0].click()
    assert dialog.isVisible()
    assert dialog.has_typed


def test_kept_work_closes_without_asking(dialog: PersonDialog, window: QWidget) -> None:
    dialog.name.setText("Lê Thị Mỹ Hạnh")
    dialog.kept()
    assert Dialog.open_on(window) is None


def test_a_dialog_grows_for_an_error_and_stays_on_the_screen(dialog: PersonDialog, qtbot) -> None:
    low = dialog.height()
    dialog.form.show_errors({"name": "Chưa có họ và tên. Hãy gõ đủ họ, đệm và tên như trong quyết định."})
    qtbot.waitUntil(lambda: dialog.height() > low)
    assert dialog.height() <= dialog.screen().availableSize().height()


@pytest.mark.parametrize("size", [QSize(500, 0), QSize(1400, 800)], ids=["of its fields", "wide as the screen"])
def test_a_dialog_opens_in_the_middle_of_its_window_and_whole_on_the_screen(
    window: QWidget, qtbot, size: QSize
) -> None:
    screen = window.screen().availableGeometry()
    window.move(screen.topLeft())
    made = PersonDialog(window, rows=2, size=size)
    made.open()
    qtbot.waitUntil(made.isVisible)
    QApplication.processEvents()
    assert screen.contains(made.frameGeometry())
    if size.height() == 0:
        assert (made.frameGeometry().center() - window.frameGeometry().center()).manhattanLength() <= 60
    made.reject()


def test_a_dialog_that_grows_moves_up_rather_than_off_the_screen(dialog: PersonDialog, qtbot) -> None:
    screen = dialog.screen().availableGeometry()
    dialog.move(dialog.x(), screen.bottom() - dialog.frameGeometry().height())
    dialog.form.show_errors({"name": "Chưa có họ và tên.", "unit": "Chưa chọn đơn vị.", "from": "Chưa có ngày."})
    QApplication.processEvents()
    assert screen.contains(dialog.frameGeometry())


def test_a_dialog_higher_than_the_screen_scrolls_its_fields_and_keeps_its_buttons(window: QWidget, qtbot) -> None:
    dialog = PersonDialog(window, rows=12)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    room = dialog.screen().availableSize()
    assert dialog.height() <= room.height()
    assert dialog.main_button.geometry().bottom() <= dialog.height()
    assert dialog.fields.height() > dialog.height()


def test_a_fault_is_said_in_place_with_its_report_at_hand(dialog: PersonDialog, qtbot) -> None:
    dialog.show_fault("govmail-desk 0.1.0\nKeyError\n")
    assert "những gì đã nhập vẫn còn" in dialog.notices.sentence
    dialog.notices.offers[0].click()
    assert qtbot is not None


def test_lesser_acts_stand_at_the_left(dialog: PersonDialog, qtbot) -> None:
    done: list[bool] = []
    button = dialog.add_side_button("Xem thử", lambda: done.append(True))
    qtbot.waitUntil(button.isVisible)
    assert button.x() < dialog.back_button.x()
    button.click()
    assert done == [True]
