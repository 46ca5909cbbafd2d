"""Nhật ký: every act, who did it and when, what it wrote before and after, and whether all of it is whole.

Here: the page. What an act wrote in words: `listings.journal_changes`; taking back, verifying, exporting: `operations.journals`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from govmail_desk import wording
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.gui.background import background_of
from govmail_desk.gui.desktop import desktop
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.look.chips import ChipSpec
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.lookup_page import LookupPage
from govmail_desk.gui.panes.act import ActPane, may_be_taken_back, stands, state_of
from govmail_desk.gui.parts.chain_line import ChainLine
from govmail_desk.gui.run import runner_of
from govmail_desk.gui.tables.columns import Column
from govmail_desk.gui.tables.rows_model import PAGE
from govmail_desk.listings import journal_changes, journals
from govmail_desk.listings.journal_names import TABLES
from govmail_desk.listings.journals import ActRow, Opening

if TYPE_CHECKING:
    from govmail_desk.desk import Changes, Desk
    from govmail_desk.gui.look.marks import Mark
    from govmail_desk.gui.tables.columns import Order
    from govmail_desk.gui.tables.lookup import Asked

EXPORTS: Final = "exports"
"""The chip that leaves the acts by which a file with people in it went out."""
_TOLD: Final = 12
"""Rows of an act told at first, and more each time they are asked for."""
_OPERATIONS: Final[Late[Any]] = Late("govmail_desk.operations.journals")
_TAKE_BACK: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.take_back:TakeBackDialog")


class JournalPage(LookupPage[ActRow]):
    """The acts, the latest first."""

    reads = frozenset(TABLES)
    help_topic = "journal"

    def __init__(self, parent: QWidget | None = None) -> None:
        self.chain = ChainLine()
        pane = ActPane()
        super().__init__(
            columns=journal_columns(),
            name="Nhật ký",
            search_words="Tìm việc, người làm",
            chips=(ChipSpec(EXPORTS, "Xuất tệp"),),
            icon_name="journal",
            kept_as="journal",
            pane=pane,
            parent=parent,
        )
        self.shown = pane
        self._row: ActRow | None = None
        self._told = _TOLD
        self._make_acts()
        self.shown.more_asked.connect(self._tell_more)
        self.chain.failed.connect(self._tell_unchecked)

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        super().open_desk(desk)
        self.chain.open_desk(desk, background_of(self))

    def reload(self, changes: Changes | None) -> None:
        """Show the acts as they stand now; the whole is checked when the page first opens."""
        super().reload(changes)
        if self.chain.findings is None:
            self.chain.check()

    def listed(self) -> QWidget:
        """The line of the chain above the table."""
        part = QWidget(self)
        rows = QVBoxLayout(part)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.NEAR)
        rows.addWidget(self.chain)
        rows.addWidget(self.view, 1)
        part.setFocusProxy(self.view)
        return part

    # what is listed

    def question(self) -> Asked:
        """Ask for the acts searched for."""
        return partial(_asked, self.desk, self.search.text(), EXPORTS in self.filters)

    def lines(self, ids: Sequence[int]) -> Sequence[ActRow]:
        """Return the lines of these acts."""
        return journals.page(self.desk, ids)

    def take_answer(self, answer: Opening) -> None:
        """Say how many there are."""
        found = self.tr("Tìm thấy {} trong {} việc").format(len(answer.ids), answer.count)
        self.set_subtitle(found if self.is_searching else self.tr("{} việc").format(answer.count))
        words = self.tr("Thử gõ ít chữ hơn; tìm được theo việc và theo người làm, không cần dấu.")
        self.view.empty.say(self.tr("Không có việc nào khớp"), words, icon_name="search")
        if EXPORTS in self.filters and not self.search.text().strip():
            nothing = self.tr("Mỗi lần xuất danh bạ, danh sách, báo cáo, nhật ký… ra tệp đều được ghi lại ở đây.")
            self.view.empty.say(self.tr("Chưa có tệp nào được xuất"), nothing, icon_name="export")

    def show_part(self, key: str) -> None:
        """Show the acts by which a file went out."""
        if key == EXPORTS:
            self.clear_search()
            self.chips.chips[EXPORTS].setChecked(True)
            self.lookup.ask_now()

    # the one chosen

    def show_chosen(self, ids: Sequence[int]) -> None:
        """Tell the act chosen."""
        self._told = _TOLD
        rows = self.lines(ids[:1]) if len(ids) == 1 else ()
        self._row = rows[0] if rows else None
        self._show_row()

    def take_back_last(self) -> None:
        """Show what taking the last act back would do."""
        self._show_plan(None)

    def take_back_chosen(self) -> None:
        """Show what taking the chosen act back would do."""
        if self._row is not None:
            self._show_plan(self._row.seq)

    def export(self) -> None:
        """Write the journal where the clerk says."""
        title, kind = self.tr("Xuất nhật ký"), self.tr("Bảng (*.csv)")
        file = desktop().choose_new_file(self, title=title, path=Path("nhat-ky.csv"), kind=kind)
        if file is not None:
            self._export_to(file if file.suffix else file.with_suffix(".csv"))

    def _export_to(self, file: Path) -> None:
        try:
            changes = _OPERATIONS.load().export_journal(self.desk, file=file)
        except StoreUnavailable as failure:
            runner_of(self).tell_failure(failure, self, partial(self._export_to, file))
        else:
            runner_of(self).changed.emit(changes, False)

    def _show_plan(self, seq: int | None) -> None:
        try:
            plan = _OPERATIONS.load().plan_take_back(self.desk, seq=seq)
        except (RuleBroken, StoreUnavailable) as failure:
            runner_of(self).tell_failure(failure, self, partial(self._show_plan, seq))
        else:
            _TAKE_BACK.load()(self, self.desk, plan).open()

    def _show_row(self) -> None:
        row = self._row
        self._take_chosen.setEnabled(row is not None and may_be_taken_back(row))
        if row is None:
            self.shown.show_nothing()
            self.shown.offer(())
        else:
            self.shown.show_act(row, journal_changes.told(self.desk, row.seq, limit=self._told))
            self.shown.offer((self._take_chosen,))

    def _tell_more(self) -> None:
        self._told += _TOLD
        self._show_row()

    def _tell_unchecked(self, failure: BaseException) -> None:
        runner_of(self).tell_failure(failure, self, self.chain.check)

    def _make_acts(self) -> None:
        self.add_act("export", self.tr("Xuất nhật ký…"), self.export, icon_name="export", shortcut="Ctrl+E")
        tip = self.tr("Xem việc gần nhất còn hiệu lực sẽ được hoàn tác thế nào")
        self.add_act(
            "take_back", self.tr("Hoàn tác việc gần nhất"), self.take_back_last, icon_name="undo", tip=tip, is_main=True
        )
        words = self.tr("Hoàn tác việc này")
        self._take_chosen = act(self, "take_chosen", words, self.take_back_chosen, icon_name="undo", shortcut="Del")
        self.row_acts = (self._take_chosen,)


def journal_columns() -> tuple[Column[ActRow], ...]:
    """Describe the table of acts."""
    return (
        Column(key="at", title="Lúc", width=16, text=lambda row: wording.moment_words(row.at), sort_by="seq"),
        Column(key="sentence", title="Việc", width=26, text=lambda row: row.sentence, grows=True),
        Column(key="actor", title="Người làm", width=16, text=lambda row: row.actor),
        Column(key="state", title="Hoàn tác", width=17, text=_undone, mark=_mark),
        Column(key="row_count", title="Số dòng", width=8, text=lambda row: str(row.row_count), is_right=True),
        Column(key="seq", title="Mục", width=6, text=lambda row: str(row.seq), is_right=True, is_hidden=True),
    )


def _undone(row: ActRow) -> str:
    return "" if stands(row) else state_of(row)[0]


def _mark(row: ActRow) -> Mark | None:
    return None if stands(row) else state_of(row)[1]


def _asked(desk: Desk, search: str, exports_only: bool, order: Order) -> Opening:
    return journals.opening(
        desk,
        search=search,
        exports_only=exports_only,
        descending=order.by is None or order.is_descending,
        first_count=PAGE,
    )
