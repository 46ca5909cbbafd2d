"""The application as a clerk sees it: Fusion, our letters and colours, Qt's own words in Vietnamese."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.look.theme import STYLE_WORDS, Look, dress
from govmail_desk.gui.look.translation import speak_vietnamese
from tests.gui.password_fields import fields_for_passwords


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["govmail-desk", *STYLE_WORDS]


@pytest.fixture(autouse=True, scope="session")
def dressed(qapp: QApplication) -> None:
    speak_vietnamese(qapp)
    dress(qapp, Look("light"))


@pytest.fixture(autouse=True)
def no_key_is_held(dressed: None) -> None:
    """Let go of what the test before held: after `keyClick` with Ctrl, Qt believes it down until the next key."""
    if QGuiApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyRelease(QWidget(), Qt.Key.Key_Control)
    assert QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier


@pytest.fixture(autouse=True)
def no_dialog_asks_for_a_password(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Walk every dialog that a test opens, as it is shown."""
    asking: list[str] = []
    shown = Dialog.showEvent

    def walk_too(dialog: Dialog, event: QShowEvent) -> None:
        shown(dialog, event)
        asking.extend(fields_for_passwords(dialog))

    monkeypatch.setattr(Dialog, "showEvent", walk_too)
    yield
    assert asking == []
