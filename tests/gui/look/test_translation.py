"""Qt's own words are Vietnamese: buttons, menus, file dialog, print dialog."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QCalendarWidget,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTableView,
    QToolButton,
    QWizard,
)

from govmail_desk import paths

SOURCE = paths.resources() / "translations" / "qt_vi.ts"
ENGLISH = re.compile(
    r"\b(Cancel|Close|Open|Save|Yes|No|Help|Apply|Undo|Redo|Cut|Copy|Paste|Delete|Select|Next|Back|Finish|Look in|File|Print|Pages)\b"
)


def test_standard_buttons_are_vietnamese(qtbot) -> None:
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    words = {}
    for button in QDialogButtonBox.StandardButton:
        made = box.addButton(button) if button not in _NO_BUTTONS else None
        if made is not None:
            words[button] = made.text().replace("&", "")
    assert words[QDialogButtonBox.StandardButton.Cancel] == "Hủy"
    assert words[QDialogButtonBox.StandardButton.Yes] == "Có"
    assert not [word for word in words.values() if ENGLISH.search(word)]


def test_a_message_box_asks_in_vietnamese(qtbot) -> None:
    box = QMessageBox(QMessageBox.Icon.Question, "", "", QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
    qtbot.addWidget(box)
    box.setDetailedText("…")
    assert {button.text().replace("&", "") for button in box.buttons()} == {"Có", "Không", "Xem chi tiết…"}


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_the_context_menu_of_a_field_is_vietnamese(qtbot, kind: type) -> None:
    field = kind("Lê Thị Mỹ Hạnh")
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    words = [action.text().partition("\t")[0].replace("&", "") for action in menu.actions() if action.text()]
    menu.deleteLater()
    assert words[:5] == ["Hoàn tác", "Làm lại", "Cắt", "Chép", "Dán"]
    assert "Chọn tất cả" in words
    assert not [word for word in words if ENGLISH.search(word)]


def test_the_menu_of_a_number_is_vietnamese(qtbot) -> None:
    field = QSpinBox()
    qtbot.addWidget(field)
    texts = {
        QCoreApplication.translate("QAbstractSpinBox", words) for words in ("&Step up", "Step &down", "&Select All")
    }
    assert texts == {"&Tăng", "&Giảm", "&Chọn tất cả"}


def test_the_file_dialog_is_vietnamese(qtbot) -> None:
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    words = [part.text().replace("&", "") for kind in (QLabel, QPushButton) for part in dialog.findChildren(kind)]
    words += [part.toolTip() for part in dialog.findChildren(QToolButton)]
    words += [action.text().replace("&", "") for action in dialog.findChildren(QAction)]
    assert {"Tìm trong:", "Loại tệp:", "Lưu", "Hủy"} <= set(words)
    assert not [word for word in words if ENGLISH.search(word)]


def test_the_columns_of_the_file_dialog_are_vietnamese(qtbot) -> None:
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    model = dialog.findChild(QTableView) or dialog.findChildren(object)
    texts = {
        QCoreApplication.translate("QFileSystemModel", words) for words in ("Name", "Size", "Type", "Date Modified")
    }
    assert model is not None
    assert texts == {"Tên", "Dung lượng", "Loại", "Ngày sửa"}


def test_a_wizard_goes_on_in_vietnamese(qtbot) -> None:
    wizard = QWizard()
    qtbot.addWidget(wizard)
    wizard.setWizardStyle(QWizard.WizardStyle.ModernStyle)
    kinds = (QWizard.WizardButton.NextButton, QWizard.WizardButton.BackButton, QWizard.WizardButton.FinishButton)
    assert [wizard.buttonText(kind).replace("&", "") for kind in kinds] == ["Tiếp >", "< Quay lại", "Hoàn tất"]


def test_the_print_dialog_is_vietnamese(qtbot) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog = QPrintDialog(printer)
    qtbot.addWidget(dialog)
    words = [part.text().replace("&", "") for kind in (QLabel, QPushButton) for part in dialog.findChildren(kind)]
    assert "Số bản:" in words
    assert not [word for word in words if ENGLISH.search(word)]


def test_the_calendar_names_its_days_in_vietnamese(qtbot) -> None:
    calendar = QCalendarWidget()
    qtbot.addWidget(calendar)
    assert calendar.locale().language() == QLocale.Language.Vietnamese
    assert calendar.locale().dayName(1, QLocale.FormatType.LongFormat) == "Thứ Hai"


def test_the_compiled_words_are_those_of_the_source(tmp_path: Path) -> None:
    """After an edit: `pyside6-lrelease resources/translations/qt_vi.ts`."""
    made = tmp_path / "qt_vi.qm"
    question = "import sys; from PySide6.scripts.pyside_tool import lrelease; lrelease()"
    subprocess.run([sys.executable, "-c", question, str(SOURCE), "-qm", str(made)], check=True, capture_output=True)
    assert made.read_bytes() == SOURCE.with_suffix(".qm").read_bytes()


def test_no_word_is_unfinished_and_no_place_is_lost() -> None:
    for message in ElementTree.parse(SOURCE).getroot().iter("message"):
        source, words = message.findtext("source") or "", message.find("translation")
        assert words is not None
        assert words.get("type") is None, source
        assert words.text, source
        assert set(re.findall(r"%\d", source)) == set(re.findall(r"%\d", words.text)), source


_NO_BUTTONS = {
    QDialogButtonBox.StandardButton.NoButton,
    QDialogButtonBox.StandardButton.FirstButton,
    QDialogButtonBox.StandardButton.LastButton,
}
