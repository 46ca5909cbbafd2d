"""The minutes of a handover and their signed copies in its pane, each told in words.

Here: `HandoverMinutes`, `HandoverCopies`. Opening them is `gui.parts.kept_papers`, making and attaching `gui.parts.handover_acts`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from govmail_desk import wording
from govmail_desk.domain.pdf_signature import UNJUDGED, read_back
from govmail_desk.domain.signed_copy import SIGNINGS, signing, told
from govmail_desk.gui.look.marks import SIGNING_MARKS, StateLabel
from govmail_desk.gui.panes.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from govmail_desk.domain.handover import Minutes, SignedCopy
    from govmail_desk.listings.handovers import HandoverPane


class HandoverMinutes(Lines):
    """Every edition, the newest first."""

    open_asked = Signal(object)
    """A copy is to be opened: the `Minutes`."""
    preview_asked = Signal(object)
    """Its pages are to be looked at, to be printed from there: the `Minutes`."""

    def __init__(self, facts: HandoverPane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for kept in facts.minutes:
            self._tell(kept)
        if not facts.minutes:
            self._say(self.tr("Chưa lập biên bản. Có thể lập khi danh mục chưa xong; lập lại sau thì có bản kế tiếp."))

    def _tell(self, kept: Minutes) -> None:
        edition = self.tr("Bản thứ {}").format(kept.edition)
        self._link(
            self.tr("{}, dấu {}, lập {}").format(edition, kept.mark, wording.moment_words(kept.made_at.isoformat())),
            self.tr("biên bản {}").format(edition.lower()),
            (self.tr("Xem trước, in…"), partial(self.preview_asked.emit, kept)),
            (self.tr("Mở"), partial(self.open_asked.emit, kept)),
        )


class HandoverCopies(Lines):
    """Every signed copy with what was found in it, and whether the newest text is signed."""

    open_asked = Signal(object)
    """A copy is to be opened: the `SignedCopy`."""
    mark_asked = Signal(object)
    """The clerk reads the mark in the footer: the `SignedCopy`."""

    def __init__(self, facts: HandoverPane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        editions = tuple(reversed(facts.minutes))
        self.state = StateLabel(self)
        self._rows.addWidget(self.state)
        self._tell_state(facts, editions)
        for copy in facts.copies:
            self._tell(copy, editions)

    def _tell_state(self, facts: HandoverPane, editions: Sequence[Minutes]) -> None:
        reached = signing(facts.copies, editions)
        self.state.show_state(SIGNINGS[reached], SIGNING_MARKS[reached], is_bad=reached in {"none", "older"})
        self.state.setVisible(facts.row.state != "cancelled" or bool(facts.copies))

    def _tell(self, copy: SignedCopy, editions: Sequence[Minutes]) -> None:
        offered: list[tuple[str, Callable[[], object]]] = [(self.tr("Mở"), partial(self.open_asked.emit, copy))]
        if copy.belongs == "unknown" and copy.minutes_id is None:
            offered.append((self.tr("Ghi dấu ở chân trang…"), partial(self.mark_asked.emit, copy)))
        way = wording.COPY_WAYS[copy.way]
        said = self.tr("{}: {}, {} đưa vào {:%d/%m/%Y}").format(way, copy.name, copy.by, copy.attached_on)
        self._link(said, copy.name, *offered)
        self._say(told(copy, editions), "small" if copy.belongs == "yes" else "bad")
        signatures = read_back(copy.signatures)
        for one in signatures:
            self._say(one.sentence, "small" if one.is_sound else "bad")
        if signatures:
            self._say(UNJUDGED)
        if copy.note:
            self._say(copy.note)
