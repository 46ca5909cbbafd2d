"""The pane of one handover: the two parties, the mailboxes, the checklist, the minutes and their signed copies.

Here: `HandoverPane`. The checklist is `panes.handover_items`, minutes and copies are `panes.handover_papers`; what is offered at its foot
are the acts of the page.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from govmail_desk import wording
from govmail_desk.domain.regulation import HANDOVER_PARTIES
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.look.marks import HANDOVER_MARKS
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.panes.handover_items import HandoverItems
from govmail_desk.gui.panes.handover_papers import HandoverCopies, HandoverMinutes
from govmail_desk.gui.panes.kept_place import KeptPlace
from govmail_desk.gui.panes.pane import Pane
from govmail_desk.gui.rules.checklist_words import OURS
from govmail_desk.gui.rules.rule_line import RuleLine
from govmail_desk.gui.tables.handover_columns import parties

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.listings.handovers import HandoverPane as Facts

_LETTERS_WIDE: Final = 54
_LETTERS_WANTED: Final = 92
"""So many that most lines of the checklist stand in one line with their acts: this pane is worked in, the list only chosen from."""


class HandoverPane(Pane):
    """Everything about one handover."""

    asked_for = Signal(str, object)
    """A person or a mailbox is wanted: the key of its page, and its id."""
    amend_asked = Signal()
    """What stands around it is to be written otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Bàn giao đang chọn"), parent)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_WIDE)
        self._shown_id: int | None = None
        self._posts: Mapping[int, str] = {}
        self._kept_place = KeptPlace(self._scroll.verticalScrollBar())
        self.items: HandoverItems | None = None
        self.minutes: HandoverMinutes | None = None
        self.copies: HandoverCopies | None = None
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say what would stand here."""
        self._shown_id, self.items, self.minutes, self.copies = None, None, None, None
        self.begin(self.tr("Chưa chọn lần bàn giao nào"))
        self.say(self.tr("Chọn một dòng để xem hai bên, danh mục bàn giao, biên bản và bản đã ký."))
        self.offer(())

    def show_handover(
        self, facts: Facts, regulation: Regulation, mailbox_ids: tuple[int, ...], posts: Mapping[int, str]
    ) -> None:
        """Show one handover; one that is shown already stays where it was scrolled to, and the focus on its line.

        `posts` are those of the two people, by their numbers.
        """
        is_same, place = self._shown_id == facts.row.id, self._scroll.verticalScrollBar().value()
        line = self._line_with_focus() if is_same else None
        self._shown_id, self._posts = facts.row.id, posts
        self._kept_place.forget()
        self.begin(parties(facts.row), facts.row.unit)
        self.show_state(self._state_words(facts), HANDOVER_MARKS[facts.row.state])
        self._tell_parties(facts)
        self._tell_mailboxes(facts, mailbox_ids)
        parts = [partial(self._tell_items, facts, regulation), partial(self._tell_papers, facts)]
        for tell in reversed(parts) if facts.minutes else parts:
            tell()
        self._tell_circumstances(facts)
        if is_same:
            self._stay_at(place, line)

    def show_first_open(self) -> None:
        """Bring the first required line that is still open into sight, with the focus on it."""
        key = next(iter(self.items.open_required), None) if self.items is not None else None
        if self.items is not None and key is not None:
            self._kept_place.forget()
            self.items.buttons[key][0].setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(self.items.rows[key])

    def sizeHint(self) -> QSize:
        """Wide enough for the checklist."""
        return QSize(self.fontMetrics().averageCharWidth() * _LETTERS_WANTED, super().sizeHint().height())

    def _state_words(self, facts: Facts) -> str:
        row = facts.row
        if row.closed_on is not None:
            return f"{wording.HANDOVER_STATES[row.state]} {row.closed_on:%d/%m/%Y}"
        waiting = len(facts.open_required)
        left = self.tr("còn {} mục bắt buộc").format(waiting) if waiting else self.tr("đủ mục bắt buộc")
        return f"{wording.HANDOVER_STATES[row.state]}: {row.progress} mục, {left}"

    def _tell_parties(self, facts: Facts) -> None:
        held = facts.handover
        if held.giver_id is not None:
            self._party(self.tr("Bên giao"), facts.row.giver, held.giver_id, facts.giver_words)
        else:
            self.fact(self.tr("Bên giao"), self.tr("chưa ai phụ trách trước đó"))
        self._tell_absence(facts)
        since = self.tr("nhận từ {}").format(wording.day_words(held.effective_on))
        self._party(self.tr("Bên nhận"), facts.row.receiver, held.receiver_id, facts.receiver_words, since)
        if held.state == "cancelled":
            self.fact(self.tr("Lý do hủy"), held.note)

    def _tell_circumstances(self, facts: Facts) -> None:
        held = facts.handover
        told = {
            self.tr("Văn bản"): held.document,
            self.tr("Chứng kiến"): held.witness,
            self.tr("Nơi bàn giao"): held.place,
            self.tr("Ghi chú"): held.note if held.state != "cancelled" else "",
        }
        if any(told.values()):
            self.head(self.tr("Thông tin bàn giao"))
        for words, value in told.items():
            self.fact(words, value)

    def _tell_absence(self, facts: Facts) -> None:
        held = facts.handover
        if not held.giver_absence:
            return
        self.fact("", wording.ABSENCES[held.giver_absence])
        if held.in_place_of:
            self.fact(self.tr("Ký thay"), held.in_place_of)
        elif held.state == "open":
            self.say(self.tr("Chưa ghi ai ký thay bên giao: hội đồng bàn giao hoặc cấp trên."), "bad")
            self.add(LinkButton(self.tr("Ghi người ký thay…"), self.amend_asked.emit))

    def _party(self, words: str, name: str, person_id: int, *roles: str) -> None:
        """Name one of the two, with their own post and what the regulation calls them."""
        told = "; ".join(filter(None, (self._posts.get(person_id, ""), *roles)))
        said = WrappedLabel(told, "small", self)
        said.setContentsMargins(0, Space.HAIR, 0, 0)
        party = QWidget(self)
        line = QHBoxLayout(party)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.NEAR)
        link = LinkButton(name, partial(self.asked_for.emit, "people", person_id))
        line.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(said, 1, Qt.AlignmentFlag.AlignTop)
        self.beside(words, party)

    def _tell_mailboxes(self, facts: Facts, mailbox_ids: tuple[int, ...]) -> None:
        words = self.tr("Hộp thư")
        for address, mailbox_id in zip(facts.row.mailboxes, mailbox_ids, strict=True):
            self.beside(words, LinkButton(address, partial(self.asked_for.emit, "mailboxes", mailbox_id)))
            words = ""

    def _tell_items(self, facts: Facts, regulation: Regulation) -> None:
        self._tell_rule(facts, regulation)
        self.items = HandoverItems(facts.lines, may_settle=facts.row.state == "open")
        self.add(self.items)

    def _tell_papers(self, facts: Facts) -> None:
        self.head(self.tr("Biên bản và bản đã ký"))
        self.minutes = HandoverMinutes(facts)
        self.add(self.minutes)
        self.copies = HandoverCopies(facts)
        self.add(self.copies)

    def _tell_rule(self, facts: Facts, regulation: Regulation) -> None:
        stated = regulation.find(HANDOVER_PARTIES, facts.handover.effective_on)
        if stated is not None and facts.cite is not None:
            self.add(RuleLine.of(HANDOVER_PARTIES, stated, regulation))
        else:
            self.say(self.tr("Quy chế không nêu bàn giao giữa hai bên này; cả danh mục là {}.").format(OURS))

    def _line_with_focus(self) -> str | None:
        focus = self.window().focusWidget()  # while a dialog stands above, the window keeps it
        buttons = self.items.buttons if self.items is not None else {}
        return next((key for key, offered in buttons.items() if focus in offered), None)

    def _stay_at(self, place: int, line: str | None) -> None:
        if line is not None and self.items is not None and line in self.items.buttons:
            self.items.buttons[line][0].setFocus()
        self._kept_place.keep(place)
