"""The window's own letters: Be Vietnam Pro (OFL), four faces that ship with the program and hold every Vietnamese letter.

Here: loading them. Not here: their sizes (`gui.look.theme`) and the fonts of printed papers, which are the reader's own.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFontDatabase

from govmail_desk import paths

FAMILY = "Be Vietnam Pro"
FACES = ("Regular", "Italic", "Medium", "SemiBold")


@lru_cache
def load_fonts() -> None:
    """Give Qt the four faces, once for the process; a face that does not load is a broken installation."""
    for face in FACES:
        if QFontDatabase.addApplicationFont(str(paths.resources() / "fonts" / f"BeVietnamPro-{face}.ttf")) < 0:
            raise RuntimeError(f"the shipped font face {face} could not be loaded")
