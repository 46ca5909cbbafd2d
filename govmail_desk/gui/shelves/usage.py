"""The shelf Số liệu sử dụng: every import of the operator's figures, and beside it what the one chosen tells.

Here: `UsageShelf`. Rows come from `listings.usage`; taking figures in is `gui.dialogs.usage_wizard`, taking an import back
`gui.dialogs.take_back`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.gui.background import Latest, background_of
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.look.days import short_day
from govmail_desk.gui.lookup_page import LookupPage
from govmail_desk.gui.panes.usage import MOST_UNUSED, UsagePane
from govmail_desk.gui.run import runner_of
from govmail_desk.gui.tables.rows_model import PAGE
from govmail_desk.gui.tables.usage_columns import import_columns
from govmail_desk.listings import usage
from govmail_desk.listings.usage import Opening, UsageImportRow

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.gui.tables.columns import Order
    from govmail_desk.listings.usage import UsagePane as Facts

_WIZARD: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.usage_wizard:UsageWizard")
_ROWS: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.usage_wizard:UsageRowsDialog")
_TAKE_BACK: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.take_back:TakeBackDialog")
_JOURNALS: Final[Late[Any]] = Late("govmail_desk.operations.journals")
_FILES: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.import_file")


class UsageShelf(LookupPage[UsageImportRow]):
    """The operator's figures, import by import."""

    reads = frozenset({
        "usage_import", "usage_reading", "mailbox", "mailbox_act", "check", "person", "unit_name", "regulation_text", "choice",
    })  # fmt: skip
    help_topic = "usage"

    def __init__(self, parent: QWidget | None = None) -> None:
        pane = UsagePane()
        super().__init__(
            columns=import_columns(),
            name="Số liệu sử dụng",
            search_words="Tìm theo tên tệp, người nhập",
            chips=(),
            icon_name="import",
            kept_as="usage",
            pane=pane,
            parent=parent,
        )
        self.shown = pane
        self._facts: Facts | None = None
        self._latest: Latest
        self.setAcceptDrops(True)
        self._make_acts()
        self.shown.mailbox_asked.connect(self._show_mailbox)
        self.shown.rows_asked.connect(self.show_rows)

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        super().open_desk(desk)
        self._latest = Latest(background_of(self), self)

    # what is listed

    def question(self) -> Callable[[Order], Opening]:
        """Ask for the imports searched for."""
        return partial(_asked, self.desk, self.search.text())

    def lines(self, ids: Sequence[int]) -> Sequence[UsageImportRow]:
        """Return the rows of these imports."""
        return usage.page(self.desk, ids)

    def take_answer(self, answer: Opening) -> None:
        """Say of which day the newest figures are, and what belongs here where there are none."""
        if answer.first:
            said = self.tr("{} lần nhập · số liệu mới nhất ngày {}")
            self.set_subtitle(said.format(len(answer.ids), short_day(answer.first[0].as_of_on)))
        else:
            self.set_subtitle(self.tr("Chưa có số liệu"))
        if answer.has_any:
            words = self.tr("Thử gõ ít chữ hơn.")
            self.view.empty.say(self.tr("Không có lần nhập nào khớp"), words, (self._clear,), icon_name="search")
            return
        words = self.tr(
            "Thả vào đây bảng nơi vận hành gửi (lần đăng nhập gần nhất, dung lượng, kích hoạt): sổ sẽ biết hộp thư nào lâu "
            "không dùng, báo cáo có số liệu sử dụng."
        )
        self.view.empty.say(self.tr("Chưa nhập số liệu sử dụng nào"), words, (self._import,), icon_name="import")

    # the one chosen

    def show_chosen(self, ids: Sequence[int]) -> None:
        """Show the import chosen; what it tells is read in a worker, since it looks at every mailbox."""
        rows = self.lines(ids) if len(ids) == 1 else ()
        for offered in self.row_acts:
            offered.setEnabled(bool(rows))
        self._latest.forget()
        if not rows:
            self._facts = None
            self.shown.show_nothing()
            return
        if self._facts is None or self._facts.row != rows[0]:
            self._facts = None
            self.shown.show_row(rows[0])
        self._latest.ask(
            partial(usage.pane, self.desk, rows[0].id, most=MOST_UNUSED), self._show_facts, self._tell_failed
        )

    def _show_facts(self, facts: Facts | None) -> None:
        self._facts = facts
        if facts is None:
            self.shown.show_nothing()
            return
        self.shown.show_import(facts, self.regulation, self.desk.today())
        self.shown.offer(self.row_acts)

    def _tell_failed(self, failure: BaseException) -> None:
        runner_of(self).tell_failure(failure, self, self.settle)

    def _show_mailbox(self, mailbox_id: int) -> None:
        self.go_to.emit("mailboxes", mailbox_id)

    # acts

    def import_usage(self, path: Path | None = None) -> None:
        """Begin to take figures in."""
        wizard = _WIZARD.load()(self, self.desk, path)
        wizard.preview.taken.connect(self._show_taken)
        wizard.open()

    def show_rows(self) -> None:
        """Show every row of the import chosen, with its reason."""
        if self._facts is not None:
            _ROWS.load()(self, self._facts).open()

    def take_back(self) -> None:
        """Show what taking the import chosen back would do."""
        rows = self.lines(self.table.chosen_ids[:1])
        if not rows:
            return
        try:
            plan = _JOURNALS.load().plan_take_back(self.desk, seq=rows[0].seq)
        except (RuleBroken, StoreUnavailable) as failure:
            runner_of(self).tell_failure(failure, self, self.take_back)
            return
        _TAKE_BACK.load()(self, self.desk, plan).open()

    def edit(self) -> None:
        """Figures are not corrected here: they are the operator's; F2 shows their rows."""
        self.show_rows()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if _FILES.load().dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Begin with the file dropped."""
        path = _FILES.load().dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.import_usage(path)

    def _show_taken(self, changes: Changes) -> None:
        for made in changes.ids.get("usage_import", ()):
            self.show_item(made)

    def _begin_import(self) -> None:
        self.import_usage()

    def _make_acts(self) -> None:
        self._import = self.add_act(
            "import",
            self.tr("Nhập số liệu sử dụng"),
            self._begin_import,
            icon_name="import",
            shortcut="Ctrl+I",
            is_main=True,
        )
        self._back = act(self, "take_back", self.tr("Hoàn tác lần nhập"), self.take_back, icon_name="undo")
        self._clear = act(self, "clear", self.tr("Bỏ tìm"), self.clear_search, icon_name="undo")
        self.row_acts = (self._back,)


def _asked(desk: Desk, search: str, _order: Order) -> Opening:
    return usage.opening(desk, search=search, first_count=PAGE)
