"""One paper after another made ready in a worker, in sight and stoppable; only what was asked for last is told.

Here: `PaperMaking`. Not here: the work itself (`gui.parts.made_pdfs`), what is shown then (`gui.dialogs.preview`).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from govmail_desk.gui.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.desk import Desk
    from govmail_desk.gui.background import Background
    from govmail_desk.gui.parts.made_pdfs import MadePdfs, Shown
    from govmail_desk.gui.progress import ProgressStrip
    from govmail_desk.listings.requests import FileRow


class PaperMaking(QObject):
    """The making of papers for one dialog."""

    made = Signal(object)
    """A paper is ready: its `Shown`."""
    failed = Signal(object)
    """It could not be made ready, or was stopped: what was raised."""

    def __init__(self, strip: ProgressStrip, background: Background, pdfs: MadePdfs) -> None:
        super().__init__(strip)
        self._strip = strip
        self._background = background
        self._pdfs = pdfs
        self._asked: _Asked | None = None
        strip.stop_asked.connect(self.stop)
        background.ending.connect(self.stop)

    @property
    def is_busy(self) -> bool:
        """True while a paper is being made ready."""
        return self._asked is not None

    def begin(self, desk: Desk, paper: FileRow, others: Sequence[FileRow]) -> None:
        """Make a paper ready; what was being made is stopped and not told of."""
        self.forget()
        self._asked = asked = _Asked(self)
        asked.progress.moved.connect(self._strip.show_moved)
        self._strip.begin(self.tr("Đang dựng trang giấy"))
        work = partial(self._pdfs.shown, desk, paper, others, asked.progress.tick)
        self._background.start(work, asked.take, asked.fail)

    def stop(self) -> None:
        """Stop as the clerk wishes; `failed` tells when it has."""
        if self._asked is not None:
            self._asked.progress.stop()

    def forget(self) -> None:
        """Stop and tell nothing of it."""
        self.stop()
        if self._asked is not None:
            self._asked = None
            self._strip.end()

    def end(self) -> None:
        """Take the strip away; what was asked has its answer."""
        self._asked = None
        self._strip.end()


class _Asked:
    """One paper asked for; `Background` holds its callbacks weakly, so what nobody waits for any more is not told."""

    def __init__(self, making: PaperMaking) -> None:
        self._making = making
        self.progress = Progress()

    def take(self, shown: Shown) -> None:
        self._making.end()
        self._making.made.emit(shown)

    def fail(self, failure: BaseException) -> None:
        self._making.end()
        self._making.failed.emit(failure)
