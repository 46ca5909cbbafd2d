"""The window's letters."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetrics

from govmail_desk import paths
from govmail_desk.domain.vietnamese import MARKED_LETTERS
from govmail_desk.gui.look.fonts import FACES, FAMILY


def test_the_four_faces_are_there() -> None:
    assert {style.replace(" ", "") for style in QFontDatabase.styles(FAMILY)} == set(FACES)


@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold])
def test_every_vietnamese_letter_is_in_the_font_itself(weight: QFont.Weight) -> None:
    font = QFont(FAMILY)
    font.setWeight(weight)
    assert QFontInfo(font).family() == FAMILY
    missing = [letter for letter in {*MARKED_LETTERS, *"₫–…“”·"} if not QFontMetrics(font).inFontUcs4(ord(letter))]
    assert not missing


def test_the_licence_of_the_letters_ships_with_them() -> None:
    licence = (paths.resources() / "fonts" / "OFL.txt").read_text(encoding="utf-8")
    assert "Be Vietnam Pro Project Authors" in licence
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
