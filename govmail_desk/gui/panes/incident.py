"""The pane of one incident: what happened, who is still to be told by which article, who was told when, papers, measures, lessons.

Here: `IncidentPane`. What is offered at its foot are the acts of the page (`gui.parts.incident_acts`).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from govmail_desk import wording
from govmail_desk.domain import incident_secrets
from govmail_desk.domain.incident_duties import PASSED, rule_words
from govmail_desk.gui.look.flow import FlowLayout
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.look.marks import INCIDENT_MARKS, NOTICE_MARK, PASSED_MARK
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.why_card import Why
from govmail_desk.gui.panes.pane import Pane
from govmail_desk.gui.panes.timeline import Moment, Timeline
from govmail_desk.gui.rules.rule_line import RuleLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmail_desk.domain.incident import IncidentNotice
    from govmail_desk.domain.incident_duties import DutyStep
    from govmail_desk.listings.incidents import IncidentPane as Facts
    from govmail_desk.listings.incidents import StepLine

_LETTERS_WIDE: Final = 54
_OURS: Final = "gợi ý của chương trình"
_SET_BY_US: Final = "Gợi ý của chương trình – quy chế không nêu"


class IncidentPane(Pane):
    """Everything about one incident."""

    asked_for = Signal(str, object)
    """A mailbox is wanted: the key of its page, and its id."""
    tell_asked = Signal(object)
    """Somebody was told: the `DutyStep`."""
    pass_asked = Signal(object)
    """Somebody need not be told: the `DutyStep`."""
    open_asked = Signal(object)
    """A paper is to be opened: the `IncidentPaper`."""
    preview_asked = Signal(object)
    """The pages of a letter are to be looked at: the `IncidentPaper`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Sự cố đang chọn"), parent)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_WIDE)
        self.links: list[LinkButton] = []
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say what would stand here."""
        self.links = []
        self.begin(self.tr("Chưa chọn sự cố nào"))
        self.say(self.tr("Chọn một dòng để xem phải báo cho ai, đã báo lúc nào, giấy tờ và bài học."))
        self.offer(())

    def show_incident(self, facts: Facts) -> None:
        """Show one incident."""
        self.links = []
        row = facts.row
        self.begin(wording.INCIDENT_KINDS[row.kind], row.when)
        self.show_state(wording.INCIDENT_STATES[row.state], INCIDENT_MARKS[row.state])
        if row.kind == "secret":
            self.say(incident_secrets.WARNING, "bad")
        self._tell_steps(facts)
        self._tell_happening(facts)
        self._tell_papers(facts)
        self._tell_end(facts)
        self._tell_notices(facts)

    def _tell_happening(self, facts: Facts) -> None:
        held = facts.incident
        self.head(self.tr("Sự việc"))
        for line in held.content.splitlines():
            self.say(line, "")
        if facts.row.mailbox_id is not None:
            go = partial(self.asked_for.emit, "mailboxes", facts.row.mailbox_id)
            self.beside(self.tr("Hộp thư"), self._link(facts.row.address, go))
        self.fact(self.tr("Người phát hiện"), held.found_by)
        self.fact(self.tr("Lý do hủy"), held.reason)

    # who is to be told

    def _tell_steps(self, facts: Facts) -> None:
        self.head(self.tr("Phải báo cho ai"))
        if not facts.is_stated:
            said = self.tr("Quy chế {} không nêu phải báo ai trong trường hợp này; dưới đây là gợi ý của chương trình.")
            self.say(said.format(facts.regulation))
        for line in facts.steps:
            self._tell_step(line, facts, is_open=facts.row.state == "open")

    def _tell_step(self, line: StepLine, facts: Facts, *, is_open: bool) -> None:
        step = line.step
        is_waiting = is_open and not line.is_told
        words = self._step_words(line, is_waiting=is_waiting)
        why = Why(step.why, step.cite, facts.regulation if step.cite else _SET_BY_US)
        part = QWidget(self)
        rows = QVBoxLayout(part)
        rows.setContentsMargins(0, 0, 0, Space.TIGHT)
        rows.setSpacing(Space.HAIR)
        rows.addWidget(RuleLine(words, why, part, tone="bad" if is_waiting and step.is_required else ""))
        if is_waiting:
            rows.addWidget(self._step_links(step, part))
        self.add(part)

    def _step_words(self, line: StepLine, *, is_waiting: bool) -> str:
        step = line.step
        ground = step.cite or _OURS
        if is_waiting:
            promise = self.tr("Còn phải báo: {} ({})") if step.is_required else self.tr("Nên báo: {} ({})")
            return promise.format(step.sentence, ground)
        if not line.notices:
            return f"{step.sentence} ({ground})"
        last = line.notices[-1]
        if last.way == PASSED:
            return self.tr("Không phải báo {}: {} ({})").format(step.to, last.note, ground)
        return self.tr("Đã báo {} {} ({})").format(last.told, _at(last), ground)

    def _step_links(self, step: DutyStep, parent: QWidget) -> QWidget:
        links = QWidget(parent)
        flow = FlowLayout(links)
        tell = self._link(self.tr("Đã báo…"), partial(self.tell_asked.emit, step))
        tell.setAccessibleName(self.tr("Ghi đã báo {}").format(step.to))
        flow.addWidget(tell)
        if step.is_required:
            passed = self._link(self.tr("Không phải báo…"), partial(self.pass_asked.emit, step))
            passed.setAccessibleName(self.tr("Ghi không phải báo {}").format(step.to))
            flow.addWidget(passed)
        return links

    # what came of it

    def _tell_papers(self, facts: Facts) -> None:
        if not facts.papers:
            return
        self.head(self.tr("Giấy tờ"))
        for paper in facts.papers:
            kind = self.tr("Thư nháp") if paper.name.endswith(".eml") else self.tr("Công văn")
            said = self.tr("{}, bản {}").format(kind, paper.edition)
            part = QWidget(self)
            flow = FlowLayout(part)
            flow.addWidget(self._link(said, partial(self.open_asked.emit, paper)))
            if paper.name.endswith(".docx"):
                seen = self._link(self.tr("Xem trước, in…"), partial(self.preview_asked.emit, paper))
                seen.setAccessibleName(self.tr("Xem trước: {}").format(said))
                flow.addWidget(seen)
            self.add(part)

    def _tell_end(self, facts: Facts) -> None:
        for words, text in (
            (self.tr("Biện pháp"), facts.incident.measures),
            (self.tr("Bài học"), facts.incident.lessons),
        ):
            if text:
                self.head(words)
                for line in text.splitlines():
                    self.say(line, "")

    def _tell_notices(self, facts: Facts) -> None:
        self.head(self.tr("Diễn biến"))
        self.add(Timeline(list(self._moments(facts)), self))

    def _moments(self, facts: Facts) -> Iterator[Moment]:
        row, held = facts.row, facts.incident
        if held.closed_on is not None:
            yield Moment(wording.INCIDENT_STATES[row.state], INCIDENT_MARKS[row.state], f"{held.closed_on:%d/%m/%Y}")
        for notice in reversed(facts.notices):
            yield self._moment(notice)
        found = self.tr("Phát hiện, {}").format(held.found_by)
        yield Moment(found, INCIDENT_MARKS["open"], row.when)

    def _moment(self, notice: IncidentNotice) -> Moment:
        if notice.way == PASSED:
            word = self.tr("Không phải báo {}").format(notice.told)
            return Moment(word, PASSED_MARK, _when(notice), f"{notice.note} ({notice.by})")
        way = wording.INCIDENT_WAYS[notice.way].lower() if notice.way else ""
        number = self.tr("số {}").format(notice.number) if notice.number else ""
        told = " · ".join(filter(None, (notice.by, way, number, rule_words(notice.rule), notice.note)))
        return Moment(self.tr("Đã báo {}").format(notice.told), NOTICE_MARK, _when(notice), told)

    def _link(self, words: str, does: partial[None]) -> LinkButton:
        link = LinkButton(words, does, self)
        self.links.append(link)
        return link


def _at(notice: IncidentNotice) -> str:
    at = f"lúc {notice.at_time} " if notice.at_time else ""
    return f"{at}ngày {notice.on_date:%d/%m/%Y}"


def _when(notice: IncidentNotice) -> str:
    return f"{notice.at_time} {notice.on_date:%d/%m/%Y}".strip()
