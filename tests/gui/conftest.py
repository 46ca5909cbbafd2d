"""The application as a clerk sees it: Fusion, our letters and colours, Qt's own words in Vietnamese."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from govmail_desk.gui.look.theme import STYLE_WORDS, Look, dress
from govmail_desk.gui.look.translation import speak_vietnamese


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["govmail-desk", *STYLE_WORDS]


@pytest.fixture(autouse=True, scope="session")
def dressed(qapp: QApplication) -> None:
    speak_vietnamese(qapp)
    dress(qapp, Look("light"))
