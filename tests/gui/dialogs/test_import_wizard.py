"""The import wizard as a whole: by keyboard and for a screen reader."""

from __future__ import annotations

import gc
import weakref

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from govmail_desk.gui.desktop import stand_on
from govmail_desk.listings import people as people_listing
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.dialogs.rooms import LISTS, SOON
from tests.gui.named_controls import unnamed_controls


def test_every_control_has_a_name_for_a_screen_reader(import_room):
    room = import_room("camau-24-2018")
    wizard = room.open()
    assert unnamed_controls(wizard) == []
    wizard.file.take(LISTS / "camau-24-2018.xlsx")
    room.at(1)
    assert unnamed_controls(wizard) == []
    QTest.mouseClick(wizard.columns.fonts.all_button, Qt.MouseButton.LeftButton)
    room.planned()
    for step in (2, 3):
        room.press()
        room.at(step)
        assert unnamed_controls(wizard) == []


def test_the_whole_import_goes_by_keyboard(import_room):
    room = import_room()
    stand_on(AnsweringDesktop(room.list_of("1,Nguyễn Văn Thành,,,,,,")))
    wizard = room.open()
    for step in (1, 2, 3):
        room.qtbot.waitUntil(lambda: wizard.step.is_ready, timeout=SOON)
        QTest.keyClick(wizard, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        room.at(step)
    assert people_listing.find(room.desk, "Nguyễn Văn Thành", limit=3)


def test_a_closed_wizard_is_let_go_of(import_room):
    room = import_room("camau-24-2018")
    wizard = room.open(LISTS / "camau-24-2018.xlsx")
    room.at(1)
    QTest.mouseClick(wizard.columns.fonts.all_button, Qt.MouseButton.LeftButton)
    room.planned()
    for step in (2, 3):
        room.press()
        room.at(step)
    wizard.accept()
    seen, room.wizard = weakref.ref(wizard), None
    del wizard
    room.qtbot.waitUntil(lambda: gc.collect() >= 0 and seen() is None, timeout=20_000)
