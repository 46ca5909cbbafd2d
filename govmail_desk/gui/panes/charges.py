"""Who heads a unit and looks after its mailboxes, in the panes of unit and mailbox: every charge, and what can be done with it.

Here: `tell_custody` and `ChargeLines`. The facts are `listings.custody_facts`, the acts `gui.parts.custody_acts`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from govmail_desk import wording
from govmail_desk.gui.look.days import from_to
from govmail_desk.gui.look.flow import FlowLayout
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.look.marks import HANDOVER_MARKS, StateLabel
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.parts.answer_on_day import AnswerOnDay
from govmail_desk.gui.tables.handover_columns import in_brief, parties, signed_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import SignalInstance

    from govmail_desk.domain.custody import CustodyPaper
    from govmail_desk.listings.custodies import ChargeLine
    from govmail_desk.listings.custody_facts import CustodyFacts
    from govmail_desk.listings.handovers import HandoverRow


class CustodyPane(Protocol):
    """A pane that says who looks after a unit's mailboxes."""

    asked_for: SignalInstance
    charge_asked: SignalInstance

    def head(self, words: str) -> None:
        """Begin a part of the pane."""

    def say(self, words: str, tone: str = "soft") -> None:
        """Say a sentence."""

    def add(self, part: QWidget) -> None:
        """Put in a part of its own."""


def tell_custody(pane: CustodyPane, facts: CustodyFacts) -> None:
    """Say every charge, the handovers and who answers on a day.

    What can be done is asked for by `charge_asked`: "end", "correct", "cover", "lead", "paper" or "preview" and the thing it is about,
    "appoint" and "hand_over" with the unit.
    """
    pane.head(_tr("Thủ trưởng và người theo dõi"))
    for row in facts.handovers:
        _tell_handover(pane, row)
    if facts.lines:
        pane.add(ChargeLines(facts, pane.charge_asked))
    else:
        pane.say(_tr("Chưa ghi ai. Bấm “Giao phụ trách” để ghi thủ trưởng và người theo dõi hộp thư."))
    pane.add(_unit_links(pane, facts))
    if facts.mailbox_ids:
        pane.add(AnswerOnDay(facts.today, facts.answer))


def _tell_handover(pane: CustodyPane, row: HandoverRow) -> None:
    state = StateLabel()
    state.show_state(" · ".join(filter(None, (in_brief(row), signed_words(row).lower()))), HANDOVER_MARKS[row.state])
    pane.add(state)
    tip = _tr("Mở lần bàn giao này")
    pane.add(LinkButton(parties(row), partial(pane.asked_for.emit, "handovers", row.id), tip=tip))


def _unit_links(pane: CustodyPane, facts: CustodyFacts) -> QWidget:
    offered = [(_tr("Giao phụ trách…"), "appoint")]
    if facts.mailbox_ids and not any(row.state == "open" for row in facts.handovers):
        offered.append((_tr("Mở bàn giao…"), "hand_over"))
    return _flowing([LinkButton(words, partial(pane.charge_asked.emit, act, facts.unit_id)) for words, act in offered])


class ChargeLines(QWidget):
    """The charges, those that stand first."""

    def __init__(self, facts: CustodyFacts, asked: SignalInstance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = facts
        self._asked = asked
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(Space.HAIR)
        for line in facts.lines:
            self._tell(line)

    def _tell(self, line: ChargeLine) -> None:
        self._rows.addWidget(WrappedLabel(f"{line.role_words}: {line.full_name}", parent=self))
        self._rows.addWidget(WrappedLabel(told_of(line), "small", self))
        stands = line.charge.to_on is None or line.charge.to_on >= self._facts.today
        if stands and line.has_left:
            said = self.tr("Người này đã thôi làm việc. Hãy giao cho người khác.")
            self._rows.addWidget(WrappedLabel(said, "bad", self))
        correct = self._link(self.tr("Sửa ngày, văn bản…"), line, "correct")
        links = [
            *(self._acts(line) if stands else ()),
            correct,
            *map(self._paper, self._facts.papers.get(line.charge.id, ())),
        ]
        self._rows.addWidget(_flowing(links))

    def _acts(self, line: ChargeLine) -> list[LinkButton]:
        charge = line.charge
        offered = (
            (charge.to_on is None, self.tr("Ghi ngày cuối"), "end"),
            (charge.role != "cover" and not line.has_left, self.tr("Theo dõi thay…"), "cover"),
            (charge.role == "custodian" and not charge.is_lead, self.tr("Phụ trách chính…"), "lead"),
            (charge.role != "head", self.tr("Soạn giấy giao việc…"), "paper"),
        )
        return [self._link(words, line, act) for is_offered, words, act in offered if is_offered]

    def _link(self, words: str, line: ChargeLine, act: str) -> LinkButton:
        link = LinkButton(words, partial(self._asked.emit, act, line), self)
        link.setAccessibleName(f"{words.rstrip('…')}: {line.full_name}")
        return link

    def _paper(self, paper: CustodyPaper) -> LinkButton:
        words = f"{wording.CUSTODY_PAPERS[paper.kind]} {paper.made_at.astimezone():%d/%m/%Y}"
        tip = self.tr("Xem trước, in hoặc mở {}").format(paper.name)
        return LinkButton(words, partial(self._asked.emit, "preview", paper), self, tip=tip)


def told_of(line: ChargeLine) -> str:
    """Say the dates of a charge, the document behind it, the one mailbox it is for and whom the person stands in for."""
    charge = line.charge
    dates = from_to(*(day.isoformat() if day else None for day in (charge.from_on, charge.to_on)))
    address = f"chỉ hộp thư {line.address}" if line.address else ""
    covered = f"thay {line.covered}" if line.covered else ""
    return ", ".join(filter(None, (dates, charge.document, address, covered)))


def _flowing(links: Sequence[QWidget]) -> QWidget:
    line = QWidget()
    flow = FlowLayout(line)
    for link in links:
        flow.addWidget(link)
    return line


def _tr(words: str) -> str:
    return QCoreApplication.translate("CustodyPane", words)
