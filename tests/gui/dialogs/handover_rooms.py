"""The page Bàn giao with one handover chosen, for the tests of its dialogs. No test."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from govmail_desk.domain.handover import Circumstances, Handover
from govmail_desk.gui.desktop import stand_on
from tests.desks import founded
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.vietnamese_typing import type_like_unikey
from tests.gui.windows import OpenWindow
from tests.handovers import clerk, items, opened
from tests.request_lives import one


class HandoverRoom:
    """A register with an open handover between two clerks, its page, and the dialog on top."""

    def __init__(self, qtbot, folder, regulation_id="ninhbinh-2020", *, prepare=None):
        self.qtbot = qtbot
        self.folder = folder
        self.desk = founded(folder, regulation_id)
        if prepare is None:
            clerk(self.desk, "Lê Thị Thanh Huyền")
            opened(self.desk, on=date(2026, 11, 20), around=Circumstances(document="QĐ 45/QĐ-STTTT"))
        else:
            prepare(self.desk)
        self.opened = OpenWindow(qtbot, self.desk, folder, "handovers")
        self.choose()

    @property
    def page(self):
        return self.opened.page

    @property
    def acts(self):
        return self.page.handover_acts

    @property
    def dialog(self):
        return self.opened.dialog

    @property
    def handover(self) -> Handover:
        return one(self.desk, Handover)

    def item(self, key):
        return items(self.desk, self.handover)[key]

    def line(self, key):
        return next(line for line in self.acts._facts.lines if line.key == key)

    def choose(self):
        """Read the page anew and choose its first row."""
        self.page.reload(None)
        self.page.table.selectRow(0)
        self.page.settle()

    def answer_with(self, content: bytes, name="ban-ky.pdf"):
        """Let the clerk choose a file of this content."""
        path = self.folder / name
        path.write_bytes(content)
        stand_on(AnsweringDesktop(path))
        return path

    def close(self):
        self.opened.close()


def type_person(qtbot, field, text):
    """Type a name and take the one found."""
    field.line.selectAll()
    type_like_unikey(field.line, text)
    qtbot.waitUntil(lambda: not field.list.isHidden())
    QTest.keyClick(field.line, Qt.Key.Key_Return)
