"""Notices that the clerk edited a copy in Word or Excel: looked for in a worker, when a request is shown and when the window is back.

Here: `EditedCopies`, which watches for one page, and `Edits`, what is asked in a worker. Finding them is `operations.taken_in_files`,
where the copies lie `gui.parts.copies`, what is said of them `gui.parts.edited_lines`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QObject, Signal

from govmail_desk.gui.background import Latest, background_of
from govmail_desk.gui.late import Late
from govmail_desk.gui.parts.copies import Copies

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.listings.requests import RequestPane
    from govmail_desk.operations.taken_in_files import EditedCopy

_TAKEN_IN: Final[Late[Any]] = Late("govmail_desk.operations.taken_in_files")
Stamp = tuple[Path, int, int]
"""A copy as it was saved at one moment: saved again it has another stamp."""


@dataclass(frozen=True, slots=True)
class Edits:
    """The question which copies of a request were edited, whole and on its own: it may be asked in a worker."""

    desk: Desk
    request: RequestPane
    passed_over: frozenset[Stamp] = frozenset()

    def read(self) -> tuple[EditedCopy, ...]:
        """Find the copies edited since of papers not sent yet, but for those the clerk passed over."""
        folder = Copies(self.desk, self.request).folder
        if not self.request.open_papers or not folder.is_dir():
            return ()
        taken_in = _TAKEN_IN.load()
        found = taken_in.edited_copies(self.desk, request_id=self.request.row.id, folder=folder)
        return tuple(copy for copy in found if taken_in.can_be_taken_in(copy.path) and self._is_news(copy.path))

    def _is_news(self, path: Path) -> bool:
        return stamp_of(path) not in self.passed_over


class EditedCopies(QObject):
    """Watches the copies of the request that a page shows."""

    found = Signal(object)
    """The copies edited since: each an `EditedCopy`; none is told too."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._desk: Desk
        self._latest: Latest
        self._request: RequestPane | None = None
        self._passed_over: frozenset[Stamp] = frozenset()
        self._last: tuple[EditedCopy, ...] = ()

    @property
    def question(self) -> Edits | None:
        """What is asked of the request shown; None where none is."""
        return Edits(self._desk, self._request, self._passed_over) if self._request is not None else None

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register, and begin to watch the window."""
        self._desk = desk
        self._latest = Latest(background_of(self._page), self)
        self._page.window().installEventFilter(self)

    def show_request(self, request: RequestPane | None) -> None:
        """Watch the copies of another request, or of none; of the same one shown anew, what was found is said at once."""
        is_same = request is not None and self._request is not None and request.row.id == self._request.row.id
        self._request = request
        self._tell(self._last if is_same and request is not None and request.open_papers else ())
        self.look()

    def look(self) -> None:
        """Look now; what was asked before no longer counts."""
        question = self.question
        if question is None or not question.request.open_papers:
            self._latest.forget()
        else:
            self._latest.ask(question.read, self._tell)

    def pass_over(self, copy: EditedCopy) -> None:
        """Say no more of a copy until it is saved again."""
        self._passed_over |= {stamp_of(copy.path)}
        self._tell(tuple(other for other in self._last if other != copy))
        self.look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when the clerk comes back to the window, from Word for instance."""
        if event.type() == QEvent.Type.WindowActivate and self._page.isVisible():
            self.look()
        return super().eventFilter(watched, event)

    def _tell(self, copies: tuple[EditedCopy, ...]) -> None:
        self._last = copies
        self.found.emit(copies)


def stamp_of(path: Path) -> Stamp:
    """Tell a saved copy from itself saved again."""
    try:
        found = path.stat()
    except OSError:
        return path, 0, 0
    return path, found.st_mtime_ns, found.st_size
