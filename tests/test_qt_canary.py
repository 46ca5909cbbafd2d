"""A canary for the Qt binding.

PySide6 6.12.0 on Python 3.11 loses a reference to None, True or False with every call of some kinds; after a few
thousand of them, a minute of scrolling, the process aborts ("none_dealloc"). Short tests pass all the same. From
Python 3.12 on these objects are immortal and their counts stand still.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

CALLS = 500
MAY_DRIFT = 50


class Bell(QObject):
    rings = Signal(object)


def test_a_call_into_qt_gives_back_every_reference_it_borrows(qtbot: QtBot) -> None:
    widget, model, bell = QWidget(), QStandardItemModel(), Bell()
    qtbot.addWidget(widget)
    calls: dict[str, Callable[[], object]] = {
        "returns nothing": widget.update,
        "returns an empty value": lambda: model.headerData(9, Qt.Orientation.Horizontal),
        "returns a null pointer": lambda: model.item(9),
        "returns true": widget.isEnabled,
        "returns false": widget.isVisible,
        "rings a signal": lambda: bell.rings.emit(True),
    }
    assert not {what: lost for what, call in calls.items() if (lost := references_lost(call)) > MAY_DRIFT}


def references_lost(call: Callable[[], object]) -> int:
    """How far the worst of None, True and False has fallen after many calls."""
    immortal_in_qt = (None, True, False)
    call()
    before = [sys.getrefcount(kept) for kept in immortal_in_qt]
    for _ in range(CALLS):
        call()
    return max(then - sys.getrefcount(kept) for then, kept in zip(before, immortal_in_qt, strict=True))
