"""The pane of one review: how far each department is, what is amiss, what was decided and is still to be asked for, its papers.

Here: `ReviewPane`. What is offered at its foot are the acts of the shelf (`gui.parts.review_acts`).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal

from govmail_desk import wording
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.panes.lines import Lines
from govmail_desk.gui.panes.pane import Pane
from govmail_desk.gui.tables.review_columns import REVIEW_MARKS, answer_day, sheet_columns, state_words
from govmail_desk.gui.tables.rows_model import RowsModel, RowSource
from govmail_desk.gui.tables.short_table import ShortTable

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from govmail_desk.domain.review import ReviewPaper
    from govmail_desk.gui.tables.table import Table
    from govmail_desk.listings.review_pane import OddRow
    from govmail_desk.listings.review_pane import ReviewPane as Facts

_LETTERS_WIDE: Final = 54
_LETTERS_WANTED: Final = 88
_ODD_NAMED: Final = 8
_PAPERS_NAMED: Final = 6
_DECIDED: Final = ("keep", "change", "close", "create", "unknown", "")
_ASKING: Final = frozenset({"close", "change", "create"})


class ReviewPane(Pane):
    """Everything about one review."""

    asked_for = Signal(str, object)
    """A person or a mailbox is wanted: the key of its page, and its id."""
    sheet_asked = Signal(object)
    """The rows of a department are wanted, to be decided by hand: the number of its sheet."""
    paper_asked = Signal(object)
    """A kept paper is wanted: the `ReviewPaper`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Đợt rà soát đang chọn"), parent)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_WIDE)
        self.sheets: Table | None = None
        self._shown_id = 0
        self.show_nothing()

    def sizeHint(self) -> QSize:
        """Wide enough for the departments."""
        return QSize(self.fontMetrics().averageCharWidth() * _LETTERS_WANTED, super().sizeHint().height())

    def show_nothing(self) -> None:
        """Say what would stand here."""
        self.sheets, self._shown_id = None, 0
        self.begin(self.tr("Chưa chọn đợt rà soát nào"))
        self.say(self.tr("Chọn một dòng để xem bộ phận nào đã trả lời, quyết định gì và việc còn lại."))
        self.offer(())

    def show_review(self, facts: Facts, today: date) -> None:
        """Show one review; the departments chosen stay chosen where it was shown already."""
        is_same = self._shown_id == facts.line.id
        place = self._scroll.verticalScrollBar().value()
        chosen = self.chosen_sheet_ids if is_same else []
        self._shown_id = facts.line.id
        self.begin(facts.line.title, facts.line.document)
        self.show_state(state_words(facts.line), REVIEW_MARKS[facts.line.state])
        self._tell_days(facts, today)
        self._tell_sheets(facts, today)
        self._tell_decisions(facts)
        self._tell_odd(facts)
        self._tell_papers(facts)
        if is_same and self.sheets is not None and chosen:
            self.sheets.choose(chosen[0])
        if is_same:
            self._scroll.verticalScrollBar().setValue(place)

    @property
    def chosen_sheet_ids(self) -> list[int]:
        """The sheets chosen in the table of departments."""
        return self.sheets.chosen_ids if self.sheets is not None else []

    def _tell_days(self, facts: Facts, today: date) -> None:
        line = facts.line
        self.fact(self.tr("Hạn trả lời"), answer_day(line, today))
        self.fact(self.tr("Chốt đến ngày"), f"{line.as_of_on:%d/%m/%Y}")
        self.fact(self.tr("Mở ngày"), f"{line.opened_on:%d/%m/%Y}")
        if line.closed_on is not None:
            self.fact(self.tr("Kết thúc ngày"), f"{line.closed_on:%d/%m/%Y}")
        self.fact(self.tr("Lý do"), line.note)

    def _tell_sheets(self, facts: Facts, today: date) -> None:
        line = facts.line
        self.head(
            self.tr("Bộ phận đã trả lời {}, {}/{} dòng").format(line.progress, line.decided_count, line.row_count)
        )
        is_late = line.state == "open" and line.answer_by_on < today
        model = RowsModel(sheet_columns(lambda: is_late), RowSource.of(facts.sheets))
        self.sheets = ShortTable(model, name=self.tr("Các bộ phận của đợt rà soát"))
        self.sheets.setFixedHeight(self.sheets.sizeHint().height() + self.sheets.more_height)
        self.sheets.opened.connect(self.sheet_asked)
        self.sheets.edit_asked.connect(self.sheet_asked)
        self.add(self.sheets)
        self.say(self.tr("Enter trên một bộ phận để xem từng dòng, ghi trả lời bằng tay."), "small")

    def _tell_decisions(self, facts: Facts) -> None:
        self.head(self.tr("Quyết định"))
        for key in _DECIDED:
            count = facts.decisions.get(key, 0)
            if not count:
                continue
            told = self.tr("{} dòng").format(count)
            waiting = facts.unasked.get(key, 0)
            if key in _ASKING:
                told += self.tr(", chưa lập đề nghị {}").format(waiting) if waiting else self.tr(", đã lập đề nghị đủ")
            self.fact(wording.DECISIONS[key], told)

    def _tell_odd(self, facts: Facts) -> None:
        if not facts.orphans:
            return
        self.head(self.tr("Cần xem"))
        for orphan, count in sorted(facts.orphans.items()):
            self.say(f"{wording.ORPHANS[orphan]}: {count}")
        for one in facts.odd[:_ODD_NAMED]:
            self._link_odd(one)
        more = sum(facts.orphans.values()) - min(len(facts.odd), _ODD_NAMED)
        if more > 0:
            self.say(self.tr("Và {} dòng khác, có trong phiếu của từng bộ phận.").format(more), "small")

    def _link_odd(self, one: OddRow) -> None:
        page, item = ("mailboxes", one.mailbox_id) if one.mailbox_id is not None else ("people", one.person_id)
        self.add(LinkButton(one.words, partial(self.asked_for.emit, page, item)))

    def _tell_papers(self, facts: Facts) -> None:
        if not facts.papers:
            return
        self.head(self.tr("Giấy tờ"))
        counts = {role: sum(one.role == role for one in facts.papers) for role in wording.REVIEW_PAPERS}
        told = [f"{words.lower()}: {counts[role]}" for role, words in wording.REVIEW_PAPERS.items() if counts[role]]
        self.say(_capital(", ".join(told)))
        newest = sorted(facts.papers, key=lambda one: (one.role == "evidence", one.id), reverse=True)
        self.add(ReviewPapers(newest[:_PAPERS_NAMED], self.paper_asked.emit))


class ReviewPapers(Lines):
    """The newest papers, the file of the review first, each to be opened."""

    def __init__(
        self, papers: list[ReviewPaper], asks: Callable[[object], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        for paper in papers:
            said = f"{wording.REVIEW_PAPERS[paper.role]}: {paper.name}"
            self._link(said, paper.name, (self.tr("Mở"), partial(asks, paper)))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
