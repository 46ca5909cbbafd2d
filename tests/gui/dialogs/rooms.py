"""The two wizards over a register of an invented unit, in the real window: what the tests of their steps stand on. No test."""

from __future__ import annotations

import io
from pathlib import Path

import docx
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from govmail_desk.desk import Desk
from govmail_desk.gui.dialogs.import_wizard import ImportWizard
from govmail_desk.gui.dialogs.request_wizard import RequestWizard
from govmail_desk.listings import requests as request_listing
from tests.desks import founded
from tests.gui.windows import OpenWindow

SOON = 20_000
LISTS = Path(__file__).parents[2] / "lists"
HEADINGS = "STT,Họ và tên,Ngày sinh,Chức vụ,Phòng/Bộ phận,Số điện thoại,Địa chỉ thư công vụ,Ghi chú"


class RequestRoom:
    """A register of an invented unit, its window, and the wizard on top."""

    def __init__(self, qtbot, folder, regulation_id="ninhbinh-2020"):
        self.qtbot = qtbot
        self.desk: Desk = founded(folder, regulation_id)
        self.folder = folder
        self.opened: OpenWindow | None = None
        self.wizard: RequestWizard | None = None

    def open(self, **ids) -> RequestWizard:
        self.opened = OpenWindow(self.qtbot, self.desk, self.folder, "today")
        self.wizard = RequestWizard(self.opened.page, self.desk, **ids)
        self.wizard.open()
        self.looked()
        self.planned()
        return self.wizard

    def go_on(self) -> None:
        """Press the main act and wait for what it begins."""
        step = self.wizard.stack.currentIndex()
        self.qtbot.mouseClick(self.wizard.main_button, Qt.MouseButton.LeftButton)
        self.qtbot.waitUntil(lambda: self.wizard.stack.currentIndex() == step + 1, timeout=SOON)
        if step == 0:
            self.qtbot.waitUntil(lambda: "Kính gửi" in self.wizard.letter.sheet.toPlainText(), timeout=SOON)

    def looked(self) -> None:
        """Wait until those to choose from are found."""
        self.qtbot.waitUntil(lambda: self.wizard.whom.is_loaded, timeout=SOON)

    def planned(self) -> None:
        """Wait until the addresses are proposed."""
        self.qtbot.waitUntil(lambda: not self.wizard.drafting.is_pending, timeout=SOON)

    def close(self) -> None:
        if self.wizard is not None and self.opened.dialog is self.wizard:
            self.wizard.accept()
        if self.opened is not None:
            self.opened.close()


class ImportRoom:
    """A register of an invented unit, its window, and the wizard on top."""

    def __init__(self, qtbot, folder, regulation_id):
        self.qtbot = qtbot
        self.folder = folder
        self.desk = founded(folder, regulation_id)
        self.opened = None

    def open(self, path=None) -> ImportWizard:
        self.opened = OpenWindow(self.qtbot, self.desk, self.folder, "today")
        self.wizard = ImportWizard(self.opened.page, self.desk, path)
        self.wizard.open()
        return self.wizard

    def list_of(self, *lines, name="danh sách.csv", headings=HEADINGS) -> Path:
        path = self.folder / name
        path.write_text("\n".join((headings, *lines)) + "\n", encoding="utf-8-sig")
        return path

    def at(self, step: int) -> None:
        self.qtbot.waitUntil(lambda: self.wizard.stack.currentIndex() == step, timeout=SOON)

    def planned(self) -> None:
        self.qtbot.waitUntil(lambda: not self.wizard.planning.is_pending, timeout=SOON)

    def press(self) -> None:
        QTest.mouseClick(self.wizard.main_button, Qt.MouseButton.LeftButton)

    def preview(self, path) -> None:
        """Go as far as the preview of a list."""
        self.open(path)
        self.at(1)
        self.press()
        self.at(2)

    def close(self) -> None:
        dialog = self.opened.dialog if self.opened else None
        if dialog is not None:
            dialog.accept()
        if self.opened is not None:
            self.opened.close()
        else:
            self.desk.close()


def rows_of(wizard):
    """Name those offered, as the table shows them."""
    model = wizard.whom.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def files_of(desk):
    (row,) = request_listing.every(desk)
    pane = request_listing.pane(desk, row.id)
    return pane, {kept.role: request_listing.content(desk, kept.sha256) for kept in pane.files}


def text_of(letter):
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(letter)).paragraphs)


def names(wizard):
    model = wizard.preview.model
    return [model.row_at(place).row.full_name for place in range(model.rowCount())]


def chosen(room, name):
    """Choose the row of a person in the preview."""
    plan = room.wizard.planning.plan
    number = next(number for number, row in enumerate(plan.rows) if row.full_name == name)
    room.wizard.preview.table.choose(number)
    return room.wizard.preview.card


def outcome(room, name):
    return next(row.outcome for row in room.wizard.planning.plan.rows if row.full_name == name)
