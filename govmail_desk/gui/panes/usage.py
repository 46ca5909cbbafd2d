"""The pane of one import of the operator's figures: its counts, the rows to look at, who is not in it, who is unused the longest.

Here: `UsagePane`; the facts are read by `listings.usage`, every row with its reason opens in a dialog of its own.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal

from govmail_desk import wording
from govmail_desk.domain.regulation import INACTIVITY_LOCK, INACTIVITY_REMOVE
from govmail_desk.domain.report_usage import RATES, UNKNOWN
from govmail_desk.gui.look.days import short_day
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.panes.pane import Pane
from govmail_desk.gui.rules.rule_line import RuleLine
from govmail_desk.gui.tables.last_use import last_used

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.listings.usage import UsageImportRow, UseRow
    from govmail_desk.listings.usage import UsagePane as Facts

MOST_UNUSED: Final = 20
"""How many of the longest unused are listed."""
_MOST: Final = 10


class UsagePane(Pane):
    """Everything about one import."""

    mailbox_asked = Signal(object)
    """A mailbox is wanted: its id."""
    rows_asked = Signal()
    """Every row with its reason is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Lần nhập đang chọn"), parent)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say what would stand here."""
        self.begin(self.tr("Chưa chọn lần nhập"))
        self.say(self.tr("Chọn một lần nhập để xem dòng cần xem, hộp thư không được nêu và hộp thư lâu không dùng."))
        self.offer(())

    def show_row(self, row: UsageImportRow) -> None:
        """Say which import it is, while the rest is read."""
        self.begin(row.file_name, self._under(row))
        self.say(self.tr("Đang đọc…"))

    def show_import(self, facts: Facts, regulation: Regulation, today: date) -> None:
        """Show one import."""
        self.begin(facts.row.file_name, self._under(facts.row))
        counts = facts.row.counts
        self.fact(self.tr("Có số liệu"), self.tr("{} hộp thư").format(counts.get("new", 0)))
        self.fact(self.tr("Lần dùng mới"), self.tr("{} hộp thư").format(counts.get("newer", 0)))
        self._tell_figures(facts.figures)
        self.add(LinkButton(self.tr("Xem mọi dòng với lý do"), self.rows_asked.emit))
        self._tell_rows(facts, "doubtful", self.tr("Cần xem, không được ghi"))
        self._tell_rows(facts, "unknown", self.tr("Không có trong sổ"))
        self._tell_missing(facts.missing)
        self._tell_unused(facts, regulation, today)

    def _under(self, row: UsageImportRow) -> str:
        said = self.tr("Số liệu ngày {}, {} nhập {}")
        return said.format(short_day(row.as_of_on), row.by, wording.moment_words(row.taken_at))

    def _tell_figures(self, figures: Mapping[str, Any]) -> None:
        """Say how many were activated, of how many, and the room they take; what nobody tells is called so."""
        self.fact(self.tr("Đã kích hoạt"), RATES["activated_rate"].words(figures))
        size = figures.get("used_mb")
        self.fact(self.tr("Dung lượng"), UNKNOWN if size is None else self.tr("{} MB đã dùng").format(size))

    def _tell_rows(self, facts: Facts, outcome: str, words: str) -> None:
        rows = [one for one in facts.results if one.outcome == outcome]
        if not rows:
            return
        self.head(f"{words} ({len(rows)})")
        for one in rows[:_MOST]:
            reasons = " ".join(one.reasons)
            self.say(self.tr("Dòng {}, {}: {}").format(one.row, one.address, reasons), "")
        self._tell_more(len(rows))

    def _tell_missing(self, missing: Sequence[UseRow]) -> None:
        if not missing:
            return
        self.head(self.tr("Số liệu không nêu ({} hộp thư)").format(len(missing)))
        for one in missing[:_MOST]:
            self.add(self._link(one, one.address))
        self._tell_more(len(missing))

    def _tell_unused(self, facts: Facts, regulation: Regulation, today: date) -> None:
        self.head(self.tr("Lâu không dùng nhất, theo mọi nguồn trong sổ"))
        self._tell_limits(regulation, today)
        for one in facts.unused:
            self.add(self._link(one, f"{last_used(one.last_use)} · {one.holder}"))
        if facts.unknown_count:
            self.say(self.tr("{} hộp thư chưa có số liệu về lần dùng nào.").format(facts.unknown_count))

    def _tell_limits(self, regulation: Regulation, today: date) -> None:
        """Say how long the regulation lets a mailbox lie, or that it says nothing of it."""
        found = [(key, regulation.find(key, today)) for key in (INACTIVITY_LOCK, INACTIVITY_REMOVE)]
        stated = [(key, provision) for key, provision in found if provision is not None]
        for key, provision in stated:
            self.add(RuleLine.of(key, provision, regulation))
        if not stated:
            self.say(self.tr("{} không nêu thời gian không sử dụng thì bị khóa.").format(regulation.short_name))

    def _link(self, one: UseRow, words: str) -> LinkButton:
        return LinkButton(
            words,
            partial(self.mailbox_asked.emit, one.id),
            tip=f"{one.address}, {one.holder}, {wording.MAILBOX_STATES[one.state].lower()}",
        )

    def _tell_more(self, count: int) -> None:
        if count > _MOST:
            self.say(self.tr("… và {} nữa").format(count - _MOST))
