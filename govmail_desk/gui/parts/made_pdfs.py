"""The PDFs made of kept papers, in a folder that lives as long as the window: a paper looked at twice is made once.

Here: `MadePdfs`, and `made_pdfs_of`, which finds those of a window; `Shown`, a paper ready to be looked at. All of it may be asked
in a worker. Not here: the making (`documents.converter`), the dialog that shows them (`gui.dialogs.preview`).
"""

from __future__ import annotations

import weakref
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt

from govmail_desk.documents.converter import ENDINGS, NoConverter, as_pdf
from govmail_desk.documents.plain_text import plain_lines
from govmail_desk.documents.preview import PaperPages, count_told
from govmail_desk.documents.work_folder import WorkFolder
from govmail_desk.documents.writing import write_whole
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.listings.requests import content

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.documents.converter import Converter, Tick
    from govmail_desk.documents.plain_text import Line
    from govmail_desk.listings.requests import FileRow

_FOLDER_START: Final = "govmail-xem-truoc-"


@dataclass(frozen=True)
class Shown:
    """A paper ready to be looked at: its PDF, or its words where none could be made, and a sentence about it."""

    paper: FileRow
    told: str
    pdf: bytes = b""
    lines: tuple[Line, ...] = ()


def has_pages(paper: FileRow) -> bool:
    """Whether a kept file is a paper with pages (a letter, a list), not a draft mail."""
    return PurePath(paper.name).suffix.lower() in ENDINGS


class MadePdfs(QObject):
    """The PDFs made so far, by the digest of what they were made of."""

    def __init__(self, parent: QObject | None = None, *, converters: Sequence[Converter] | None = None) -> None:
        super().__init__(parent)
        self.converters = converters
        kept = WorkFolder(_FOLDER_START)
        self.folder = kept.path
        self._remove = weakref.finalize(self, kept.remove)
        self.destroyed.connect(self._remove)

    def shown(self, desk: Desk, paper: FileRow, others: Sequence[FileRow], tick: Tick) -> Shown:
        """Make a paper ready to be looked at, and in the same start of the office the others that go with it.

        Raises `RuleBroken` where it is damaged, `StoreUnavailable`, and what `tick` raises.
        """
        source = content(desk, paper.sha256)
        try:
            pdf = self._pdf(desk, paper, others, tick)
        except RuleBroken as refusal:
            lines = plain_lines(paper.name, source)  # a file that is damaged is refused here once more, by name
            return Shown(paper, _words_only(refusal), lines=lines)
        pages = PaperPages(pdf)
        count = pages.count
        pages.close()
        return Shown(paper, count_told(paper.name, source, count), pdf)

    def _pdf(self, desk: Desk, paper: FileRow, others: Sequence[FileRow], tick: Tick) -> bytes:
        found = self._path(paper)
        if found.is_file():
            return found.read_bytes()
        missing = {other.name: other for other in others if not self._path(other).is_file()} | {paper.name: paper}
        papers = {name: content(desk, each.sha256) for name, each in missing.items()}
        made = as_pdf(papers, converters=self.converters, tick=tick)
        for name, pdf in made.pdfs.items():
            write_whole(self._path(missing[name]), pdf)
        return made.pdf(paper.name)

    def _path(self, paper: FileRow) -> Path:
        return self.folder / f"{paper.sha256}.pdf"


def made_pdfs_of(widget: QWidget) -> MadePdfs:
    """Find the PDFs of the window a widget belongs to, none made at first."""
    top = widget
    while (above := top.parentWidget()) is not None:
        top = above
    found = top.findChild(MadePdfs, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if found is not None else MadePdfs(top)


def _words_only(refusal: RuleBroken) -> str:
    if isinstance(refusal, NoConverter):
        return refusal.sentence
    return f"{refusal.sentence} Dưới đây chỉ là chữ trong tệp."
