"""The look: contrasts that can be read, one set of names, choices that are kept."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QPushButton

from govmail_desk import paths
from govmail_desk.gui.look.colours import SCHEMES
from govmail_desk.gui.look.theme import TEXT_PERCENTS, Look, Theme, dress, theme_in_use

TEXT, LARGE = 4.5, 3.0
"""WCAG 2.2: text, and what is not text but must be seen (1.4.3, 1.4.11)."""
GROUNDS = ("ground", "frame", "sunken")


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication):
    yield
    dress(qapp, Look("light"))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_can_be_read_on_every_ground(scheme: str) -> None:
    colours = SCHEMES[scheme]
    for ground in GROUNDS:
        for ink in ("ink", "ink_soft", "accent", "good", "waiting", "bad", "note", "quiet"):
            assert contrast(colours[ink], colours[ground]) >= TEXT, (ink, ground)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_can_be_read_on_what_is_chosen_and_on_messages(scheme: str) -> None:
    colours = SCHEMES[scheme]
    pairs = [
        ("ink", "accent_soft"),
        ("accent", "accent_soft"),
        ("ink", "over"),
        ("accent_ink", "accent"),
        ("accent_ink", "accent_over"),
    ]
    pairs += [("ink", f"{tone}_soft") for tone in ("good", "waiting", "bad", "note", "quiet")]
    pairs += [(tone, f"{tone}_soft") for tone in ("good", "waiting", "bad", "note")]
    for ink, ground in pairs:
        assert contrast(colours[ink], colours[ground]) >= TEXT, (ink, ground)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_edges_of_fields_and_the_focus_are_seen(scheme: str) -> None:
    colours = SCHEMES[scheme]
    for ground in GROUNDS:
        assert contrast(colours["focus"], colours[ground]) >= LARGE
    assert contrast(colours["edge"], colours["ground"]) >= LARGE


def test_high_contrast_is_seven_to_one_and_more() -> None:
    colours = SCHEMES["contrast"]
    for ink in ("ink", "ink_soft", "accent", "good", "waiting", "bad", "note", "quiet", "focus"):
        assert contrast(colours[ink], colours["ground"]) >= 7


def test_every_scheme_has_the_same_colours() -> None:
    names = {frozenset(colours) for colours in SCHEMES.values()}
    assert len(names) == 1


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_style_sheet_is_filled_in_whole(scheme: str) -> None:
    sheet = Theme(scheme).style_sheet()
    assert "$" not in sheet
    for picture in re.findall(r"url\(([^)]*)\)", sheet):
        assert Path(picture).is_file()


def test_every_colour_is_worn() -> None:
    sheet = (paths.resources() / "theme.qss").read_text(encoding="utf-8")
    program = "".join(
        file.read_text(encoding="utf-8") for file in Path(paths.__file__).parent.joinpath("gui").rglob("*.py")
    )
    said = set(re.findall(r"\$(\w+)", sheet)) | set(re.findall(r'"(\w+)"', program.replace(_table(), "")))
    assert not set(SCHEMES["light"]) - said


@pytest.mark.parametrize("scheme", SCHEMES)
def test_dressing_changes_palette_and_letters(qapp: QApplication, scheme: str) -> None:
    dress(qapp, Look(scheme, 130))
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(SCHEMES[scheme]["ground"])
    assert qapp.font().family() == "Be Vietnam Pro"
    assert qapp.font().pointSizeF() == pytest.approx(9.75 * 1.3, abs=0.01)
    assert theme_in_use().scheme == scheme


def test_a_widget_made_before_wears_the_new_look(qapp: QApplication, qtbot) -> None:
    button = QPushButton("Lưu")
    qtbot.addWidget(button)
    button.show()
    dress(qapp, Look("dark"))
    assert button.palette().color(QPalette.ColorRole.Base) == QColor(SCHEMES["dark"]["ground"])


def test_the_desktop_offscreen_is_light(qapp: QApplication) -> None:
    assert dress(qapp, Look("system")).scheme == "light"


@pytest.mark.parametrize("percent", TEXT_PERCENTS)
def test_a_choice_is_kept(tmp_path: Path, percent: int) -> None:
    kept = settings(tmp_path)
    Look("dark", percent).write(kept)
    kept.sync()
    assert Look.read(settings(tmp_path)) == Look("dark", percent)


@pytest.mark.parametrize(("scheme", "percent"), [("hồng", "100"), ("dark", "999"), ("", "x")])
def test_what_is_no_choice_any_more_falls_back(tmp_path: Path, scheme: str, percent: str) -> None:
    kept = settings(tmp_path)
    kept.setValue("look/scheme", scheme)
    kept.setValue("look/text_percent", percent)
    look = Look.read(kept)
    assert look.scheme in {"system", "dark"}
    assert look.text_percent == 100


def settings(folder: Path) -> QSettings:
    return QSettings(str(folder / "look.ini"), QSettings.Format.IniFormat)


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(code: str) -> float:
    parts = [int(code[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _table() -> str:
    return (Path(paths.__file__).parent / "gui" / "look" / "colours.py").read_text(encoding="utf-8")
