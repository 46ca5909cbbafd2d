"""The colours of the three schemes, by name. Plain Python, because they are needed before the first paint.

Every pair that carries text is held to a contrast by `tests/gui/test_theme.py`; colour never stands alone, a mark goes with it.
What wears them: `resources/theme.qss` (by these names), `gui.look.theme`.
"""

from __future__ import annotations

from typing import Final

LIGHT: Final = {
    "ground": "#FFFFFF",  # pages, tables, fields
    "frame": "#F2F5F8",  # rail, top bar, status line
    "sunken": "#F7F9FB",  # heads of tables, quiet cards
    "line": "#E0E5EA",  # hair lines
    "edge": "#87939F",  # edges of fields and buttons
    "ink": "#17212B",
    "ink_soft": "#54616E",
    "ink_off": "#8B96A1",  # what cannot be used now
    "accent": "#14599A",
    "accent_over": "#0F4880",
    "accent_ink": "#FFFFFF",
    "accent_soft": "#DFECF8",  # chosen rows and pages
    "over": "#EAEFF4",  # under the mouse
    "focus": "#14599A",
    "good": "#1A6B3B",
    "good_soft": "#E5F3EA",
    "waiting": "#7D5100",
    "waiting_soft": "#FCF1D9",
    "bad": "#B3261E",
    "bad_soft": "#FCE8E6",
    "note": "#14599A",
    "note_soft": "#E6F0F9",
    "quiet": "#54616E",
    "quiet_soft": "#ECF0F3",
}

DARK: Final = {
    "ground": "#161B21",
    "frame": "#1C232A",
    "sunken": "#1B2128",
    "line": "#2D363F",
    "edge": "#74808C",
    "ink": "#E8ECF0",
    "ink_soft": "#A9B4BF",
    "ink_off": "#6C7782",
    "accent": "#74B4EE",
    "accent_over": "#93C6F5",
    "accent_ink": "#0B1B2B",
    "accent_soft": "#213A52",
    "over": "#262F38",
    "focus": "#8CC3F7",
    "good": "#77CF98",
    "good_soft": "#173324",
    "waiting": "#E9BC62",
    "waiting_soft": "#3A2E12",
    "bad": "#FF9A90",
    "bad_soft": "#46201D",
    "note": "#8CC3F7",
    "note_soft": "#1A3046",
    "quiet": "#A9B4BF",
    "quiet_soft": "#272F37",
}

CONTRAST: Final = {
    "ground": "#000000",
    "frame": "#000000",
    "sunken": "#000000",
    "line": "#8C8C8C",
    "edge": "#FFFFFF",
    "ink": "#FFFFFF",
    "ink_soft": "#F0F0F0",
    "ink_off": "#A6A6A6",
    "accent": "#FFD60A",
    "accent_over": "#FFE55C",
    "accent_ink": "#000000",
    "accent_soft": "#3B3200",
    "over": "#262626",
    "focus": "#00E5FF",
    "good": "#7DFF9B",
    "good_soft": "#000000",
    "waiting": "#FFD60A",
    "waiting_soft": "#000000",
    "bad": "#FF9D94",
    "bad_soft": "#000000",
    "note": "#7DDBFF",
    "note_soft": "#000000",
    "quiet": "#F0F0F0",
    "quiet_soft": "#000000",
}

SCHEMES: Final = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
