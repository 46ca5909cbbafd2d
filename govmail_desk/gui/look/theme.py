"""The look of the window: a colour scheme, a size of letters, and how the application puts them on.

Here: `Theme` (named colours and sizes), `Look` (what the clerk chose), `dress` (palette, style sheet and font of the whole
application), `theme_in_use` for what is painted by hand, and `Space`, the scale of distances.
Not here: the colours (`gui.look.colours`), the style sheet's rules (`resources/theme.qss`), icons (`gui.look.icons`),
marks (`gui.look.marks`).
Colours come from our own palette; the style hints only say whether the desktop is dark, and offscreen not even that.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, get_args

from PySide6 import QtCore
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from govmail_desk import paths
from govmail_desk.gui.look.colours import SCHEMES
from govmail_desk.gui.look.fonts import FAMILY, load_fonts

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

Scheme = Literal["light", "dark", "contrast"]
SchemeChoice = Literal["system", "light", "dark", "contrast"]
Use = Literal["body", "small", "heading", "title"]

TEXT_PERCENTS: Final = (100, 115, 130, 150)
"""Sizes of letters a clerk may choose, beside the scaling of the desktop itself."""
POINTS: Final[dict[Use, float]] = {"title": 15.0, "heading": 11.0, "body": 9.75, "small": 8.75}
STYLE_WORDS: Final = ("-style", "Fusion")
"""What the application is made with: chosen this way, Fusion costs the first paint nothing."""
_WORN: Final = "govmailTheme"
_DARK_BELOW: Final = 128


class Space:
    """The scale of distances, in pixels of the desktop: nothing in the window keeps another distance."""

    HAIR = 2
    TIGHT = 4
    NEAR = 8
    USUAL = 12
    WIDE = 16
    APART = 24


class Look(NamedTuple):
    """What the clerk chose: a scheme (or that of the desktop) and a size of letters in percent."""

    scheme: SchemeChoice = "system"
    text_percent: int = 100

    @classmethod
    def read(cls, settings: QSettings) -> Look:
        """Read the choice; what is not a choice any more falls back to the usual look."""
        scheme = str(settings.value("look/scheme", "system"))
        percent = str(settings.value("look/text_percent", "100"))
        return cls(
            scheme=next((choice for choice in get_args(SchemeChoice) if choice == scheme), "system"),
            text_percent=int(percent) if percent in map(str, TEXT_PERCENTS) else 100,
        )

    def write(self, settings: QSettings) -> None:
        """Keep the choice for the next start."""
        settings.setValue("look/scheme", self.scheme)
        settings.setValue("look/text_percent", self.text_percent)


class Theme:
    """One scheme at one size: colours by name (`#RRGGBB`), points of the font by use."""

    def __init__(self, scheme: Scheme, text_percent: int = 100) -> None:
        self.scheme = scheme
        self.colours = SCHEMES[scheme]
        self.points = {use: round(size * text_percent / 100, 2) for use, size in POINTS.items()}

    def colour(self, name: str) -> QColor:
        """Return a named colour; a name that no scheme has is a fault of ours."""
        return QColor(self.colours[name])

    def palette(self) -> QPalette:
        """Return the palette Fusion draws with."""
        palette = QPalette()
        for role, name in _roles().items():
            palette.setColor(role, self.colour(name))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("ink_off"))
        return palette

    def style_sheet(self) -> str:
        """Return the style sheet of the application, its names filled in."""
        sheet = (paths.resources() / "theme.qss").read_text(encoding="utf-8")
        names = {f"{use}_pt": f"{points:g}pt" for use, points in self.points.items()} | self.colours
        names |= {"scheme": self.scheme, "icons": (paths.resources() / "icons").as_posix()}
        for name in sorted(names, key=len, reverse=True):  # $ink_soft before $ink
            sheet = sheet.replace(f"${name}", names[name])
        return sheet

    def font(self, use: Use = "body", *, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Return the window's font for a use."""
        font = QFont(FAMILY)
        font.setPointSizeF(self.points[use])
        font.setWeight(weight)
        return font


def dress(app: QApplication, look: Look) -> Theme:
    """Put a look on the whole application; called at the start and whenever the clerk chooses another."""
    load_fonts()
    theme = Theme(_desktop_scheme(app) if look.scheme == "system" else look.scheme, look.text_percent)
    app.setProperty(_WORN, theme)
    app.setPalette(theme.palette())
    app.setFont(theme.font())
    app.setStyleSheet(theme.style_sheet())
    return theme


def theme_in_use() -> Theme:
    """Return the theme the application wears; the light one where nothing was put on yet."""
    app = QApplication.instance()
    worn = app.property(_WORN) if app else None
    return worn if isinstance(worn, Theme) else Theme("light")


@lru_cache
def _roles() -> dict[QPalette.ColorRole, str]:
    role = QPalette.ColorRole
    return {
        role.Window: "ground",
        role.WindowText: "ink",
        role.Base: "ground",
        role.AlternateBase: "sunken",
        role.Text: "ink",
        role.PlaceholderText: "ink_soft",
        role.Button: "frame",
        role.ButtonText: "ink",
        role.BrightText: "bad",
        role.ToolTipBase: "ink",
        role.ToolTipText: "ground",
        role.Highlight: "accent_soft",
        role.HighlightedText: "ink",
        role.Accent: "accent",
        role.Link: "accent",
        role.LinkVisited: "accent",
        role.Light: "line",
        role.Midlight: "line",
        role.Mid: "edge",
        role.Dark: "edge",
        role.Shadow: "edge",
    }


def _desktop_scheme(app: QApplication) -> Scheme:
    """Ask whether the desktop is dark: at first by the palette it gave us, later, under our own palette, by its hint."""
    if app.property(_WORN) is None:
        is_dark = app.palette().color(QPalette.ColorRole.Window).lightness() < _DARK_BELOW
    else:
        is_dark = app.styleHints().colorScheme() == QtCore.Qt.ColorScheme.Dark
    return "dark" if is_dark else "light"
