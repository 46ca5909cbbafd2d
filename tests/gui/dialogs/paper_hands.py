"""A clerk's hands on a request's papers: opens a copy, edits it in Word's way or through LibreOffice, comes back to the window. No test."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
from docx.document import Document
from docx.shared import Mm
from docx.text.paragraph import Paragraph
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from govmail_desk.operations.chases import chase_request
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.dialogs.request_lives import RequestLife

SOON = 60_000
LATE = date(2026, 12, 2)


class PaperHands:
    """The hands of one clerk on the request of a `RequestLife`."""

    def __init__(self, qtbot, life: RequestLife, desktop: AnsweringDesktop) -> None:
        self.qtbot = qtbot
        self.life = life
        self.desktop = desktop

    def opened(self, role: str = "letter") -> Path:
        """Open the newest edition of a paper, and return the copy the desktop was asked to open."""
        kept = next(kept for kept in self.life.page.facts.newest if kept.role == role)
        self.life.page.open_file(kept)
        return self.desktop.opened[-1]

    def edit(self, path: Path, change: Callable[[Document], None]) -> None:
        """Edit a copy and save it."""
        document = docx.Document(str(path))
        change(document)
        document.save(str(path))

    def come_back(self) -> None:
        """Come back from Word to the window."""
        QApplication.sendEvent(self.life.opened.window, QEvent(QEvent.Type.WindowActivate))

    def edited(self, change: Callable[[Document], None], role: str = "letter") -> Path:
        """Open a paper, edit it, come back, and wait until the pane says so."""
        path = self.opened(role)
        self.edit(path, change)
        self.come_back()
        self.qtbot.waitUntil(lambda: bool(self.said), timeout=SOON)
        return path

    @property
    def said(self) -> list[str]:
        """What the pane says of edited copies."""
        lines = self.life.page.shown.edited
        return lines.said if lines is not None else []

    def press(self, words: str) -> None:
        """Press an act beside an edited copy."""
        self.life.page.shown.edited.links[words].click()
        self.life.page.settle()

    def chase(self) -> None:
        """Let the limit run out and ask again."""
        self.life.go_on_to(LATE)
        chase_request(self.life.desk, request_id=self.life.id, on=LATE)
        self.life.page.reload(None)
        self.life.choose()

    def checked(self):
        """Open the check before signing and wait for what it finds."""
        self.life.page.paper_acts.check()
        return self.looked_through()

    def looked_through(self):
        """Wait for what the check before signing finds."""
        dialog = self.life.dialog
        self.qtbot.waitUntil(lambda: dialog.reviews is not None, timeout=SOON)
        return dialog


def another_count(document: Document) -> None:
    """Write another count than the list has."""
    say(document, "03 hộp thư", "05 hộp thư")


def right_count(document: Document) -> None:
    """Write the count of the list again."""
    say(document, "05 hộp thư", "03 hộp thư")


def narrow_margin(document: Document) -> None:
    """Make the left margin too narrow."""
    document.sections[0].left_margin = Mm(10)


def a_kind_word(document: Document) -> None:
    """Edit something the decree has no word on."""
    say(document, "2. Nhu cầu:", "2. Nhu cầu của đơn vị:")


def the_ended_operator(document: Document) -> None:
    """Write the body that was merged away over the one of today."""
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    for paragraph in (*document.paragraphs, *(one for cell in cells for one in cell.paragraphs)):
        type_over(paragraph, "Sở Khoa học và Công nghệ", "Sở Thông tin và Truyền thông")


def say(document: Document, old: str, new: str) -> None:
    """Type other words over some of a paragraph."""
    type_over(next(one for one in document.paragraphs if old in one.text), old, new)


def type_over(paragraph: Paragraph, old: str, new: str) -> None:
    """Type other words over some of this paragraph, where it has them."""
    if old in paragraph.text:
        first, *rest = paragraph.runs
        first.text = paragraph.text.replace(old, new)
        for run in rest:
            run.text = ""


def saved_by_libreoffice(path: Path, folder: Path) -> None:
    """Open a copy in LibreOffice and save it again as .docx."""
    out = folder / "luu"
    profile = (folder / "profile").as_uri()
    asked = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx", "--outdir", str(out)]
    subprocess.run([*asked, str(path)], check=True, capture_output=True, timeout=180)
    shutil.copyfile(out / path.name, path)
