"""Danh bạ: the editions of the unit's directory, the next one as it would be published, and what the regulation asks of it.

Here: `DirectoryShelf`. What is shown of one edition is `gui.panes.directory`, publishing `gui.dialogs.publish_directory`; the files are
`operations.directory_files`.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.regulation import DIRECTORY_PUBLISH, DIRECTORY_UPDATE
from govmail_desk.gui.background import Latest, background_of
from govmail_desk.gui.desktop import desktop
from govmail_desk.gui.fields.fields import ChoiceField
from govmail_desk.gui.fields.typed import not_an_input
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.notices import Offer, notices_near
from govmail_desk.gui.page import Page
from govmail_desk.gui.panes.beside import Beside
from govmail_desk.gui.panes.directory import DirectoryPane
from govmail_desk.gui.rules.rule_line import RuleLine, RuleLines
from govmail_desk.gui.run import run_long, runner_of
from govmail_desk.gui.tables.directory_columns import NOT_YET, EditionLine, edition_columns
from govmail_desk.gui.tables.rows_model import RowsModel, RowSource
from govmail_desk.gui.tables.table import Table
from govmail_desk.listings import directory as listing

if TYPE_CHECKING:
    from govmail_desk.desk import Changes, Desk
    from govmail_desk.gui.progress import Tick
    from govmail_desk.listings.directory import EditionRow
    from govmail_desk.operations.directories import EditionPlan

_PUBLISH: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.publish_directory:PublishDirectoryDialog")
_PLANNING: Final[Late[Any]] = Late("govmail_desk.operations.directories")
_FILES: Final[Late[Any]] = Late("govmail_desk.operations.directory_files")
_FORMATS: Final = {
    ".xlsx": "Excel (*.xlsx)",
    ".docx": "Word (*.docx)",
    ".html": "Trang để đăng lên cổng (*.html)",
    ".vcf": "Danh bạ cho Outlook, điện thoại (*.vcf)",
    ".csv": "Bảng CSV (*.csv)",
}
_DUTIES: Final = (DIRECTORY_PUBLISH, DIRECTORY_UPDATE)


class DirectoryShelf(Page):
    """Editions at the left, one of them beside; the first line is the next one."""

    reads = frozenset({
        "directory_edition", "mailbox", "mailbox_event", "person", "unit", "unit_name", "custody", "follow_up",
        "regulation_text", "choice",
    })  # fmt: skip
    help_topic = "directory"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk: Desk
        self.plan: EditionPlan | None = None
        self._rows: list[EditionRow] = []
        self._latest: Latest
        self.kind_field = ChoiceField([(True, self.tr("Bản công khai")), (False, self.tr("Bản nội bộ"))])
        self.rules = RuleLines(self)
        self.silent = WrappedLabel("", "small", self)
        self.table = Table(RowsModel(edition_columns()), name=self.tr("Các bản danh bạ"), parent=self)
        self.pane = DirectoryPane()
        self.beside = Beside(self.table, self.pane, self)
        self._make_acts()
        self._lay_out()
        self.kind_field.picked.connect(self._show_kind)
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(self.beside.open_pane)
        self.pane.asked_for.connect(self.go_to)
        self.setFocusProxy(self.table)

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        self.desk = desk
        self._latest = Latest(background_of(self), self)

    def reload(self, changes: Changes | None) -> None:
        """Show the editions as they stand, and ask anew what the next one would be."""
        if changes is None or changes.touches("regulation_text", "choice"):
            self._show_duties()
        self._show_kind()

    def show_item(self, item_id: int) -> None:
        """Choose one edition, of whichever kind it is."""
        found = listing.pane(self.desk, item_id)
        if found is not None and found.edition.is_public != self.is_public:
            self.kind_field.choose(found.edition.is_public)
            self._show_kind()
        self.table.choose(item_id)

    @property
    def is_public(self) -> bool:
        """Which kind of edition is shown."""
        return cast("bool", self.kind_field.choice())

    # acts

    def publish(self) -> None:
        """See the next edition, then freeze it."""
        dialog = _PUBLISH.load()(self, self.desk, is_public=self.is_public)
        dialog.made.connect(self._show_made)
        dialog.open()

    def save(self) -> None:
        """Write the edition chosen, else the newest, where and as the clerk says."""
        row = self._to_save()
        if row is None:
            return
        proposed = Path(_FILES.load().file_name(row.number, row.as_of_on, is_public=row.is_public, ending=".xlsx"))
        kinds = ";;".join(_FORMATS.values())
        title = self.tr("Lưu danh bạ bản số {}").format(row.number)
        file = desktop().choose_new_file(self, title=title, path=proposed, kind=kinds)
        if file is not None:
            self._save_to(row, file if file.suffix else file.with_suffix(".xlsx"))

    def _save_to(self, row: EditionRow, file: Path) -> None:
        def write(tick: Tick) -> Changes:
            tick(0, 1)
            changes: Changes = _FILES.load().write_directory(self.desk, edition_id=row.id, file=file)
            tick(1, 1)
            return changes

        title = self.tr("Ghi danh bạ ra tệp {}").format(file.name)
        run_long(self, write, title, partial(self._tell_saved, file), can_undo=False)

    def _tell_saved(self, file: Path, _changes: Changes) -> None:
        bar = notices_near(self)
        if bar is not None:
            offers = (Offer(self.tr("Mở tệp"), partial(desktop().open, file)),)
            bar.say(self.tr("Đã ghi danh bạ ra tệp “{}”.").format(file.name), tone="good", offers=offers)

    def _to_save(self) -> EditionRow | None:
        chosen = self.table.chosen_ids
        rows = {row.id: row for row in self._rows}
        return rows.get(chosen[0]) if chosen and chosen[0] in rows else next(iter(self._rows), None)

    def _show_made(self, changes: Changes) -> None:
        (made,) = changes.ids["directory_edition"]
        self.table.choose(made)
        bar = notices_near(self)
        if bar is not None:
            bar.offer_too(Offer(self.tr("Lưu ra tệp…"), self.save))

    # what is shown

    def _show_kind(self) -> None:
        self._rows = listing.editions(self.desk, is_public=self.is_public)
        lines = [EditionLine(NOT_YET, None), *(EditionLine(row.id, row) for row in self._rows)]
        self.table.rows.show(RowSource.of(lines))
        self._save.setEnabled(bool(self._rows))
        newest = self._rows[0] if self._rows else None
        told = self.tr("Bản mới nhất: số {}, số liệu đến ngày {}")
        none = self.tr("Chưa lập bản nào; chọn “Lập bản mới” để lập bản đầu tiên")
        self.set_subtitle(told.format(newest.number, f"{newest.as_of_on:%d/%m/%Y}") if newest else none)
        self._plan_again()
        if not self.table.chosen_ids:
            self.table.choose(NOT_YET)
        self._show_chosen()

    def _plan_again(self) -> None:
        self.plan = None
        planned = _PLANNING.load().plan_edition
        work = partial(planned, self.desk, as_of_on=self.desk.today(), is_public=self.is_public)
        self._latest.ask(work, self._take_plan, self._tell_unplanned)

    def _take_plan(self, plan: EditionPlan) -> None:
        self.plan = plan
        self._show_chosen()

    def _tell_unplanned(self, failure: BaseException) -> None:
        if isinstance(failure, RuleBroken):
            self.pane.show_refusal(failure.sentence)
        else:
            runner_of(self).tell_failure(failure, self, self._plan_again)

    def _show_chosen(self, _ids: object = None) -> None:
        chosen = self.table.chosen_ids
        edition_id = chosen[0] if len(chosen) == 1 else NOT_YET
        facts = listing.pane(self.desk, edition_id) if edition_id != NOT_YET else None
        if facts is not None:
            self.pane.show_edition(facts)
            self.pane.offer([self._save], self._save)
        elif self.plan is not None:
            self.pane.show_plan(self.plan)
            self.pane.offer([self._publish] if not self.plan.is_unchanged else [], self._publish)
        else:
            self.pane.show_waiting()
        self.beside.show_chosen(has_chosen=True)

    def _show_duties(self) -> None:
        regulation, today = self.desk.regulation(), self.desk.today()
        found = [(key, provision) for key in _DUTIES for provision in regulation.all(key, today)]
        self.rules.show_lines([RuleLine.of(key, provision, regulation) for key, provision in found])
        said = self.tr("{} không nêu việc công khai hay cập nhật danh bạ; lập khi đơn vị thấy cần.")
        self.silent.setText("" if found else said.format(regulation.short_name))
        self.silent.setVisible(not found)

    # the parts

    def _make_acts(self) -> None:
        words = self.tr("Xem danh bạ như sẽ công bố, rồi giữ lại thành một bản có số")
        self._publish = self.add_act(
            "publish",
            self.tr("Lập bản mới…"),
            self.publish,
            icon_name="add",
            shortcut="Ctrl+N",
            tip=words,
            is_main=True,
        )
        tip = self.tr("Excel, Word, trang web, danh bạ cho điện thoại và Outlook, hoặc CSV")
        self._save = self.add_act(
            "save", self.tr("Lưu ra tệp…"), self.save, icon_name="export", shortcut="Ctrl+E", tip=tip
        )

    def _lay_out(self) -> None:
        self.kind_field.setAccessibleName(self.tr("Loại danh bạ"))
        not_an_input(self.kind_field)
        words = QVBoxLayout()
        words.setSpacing(Space.TIGHT)
        words.addWidget(self.rules)
        words.addWidget(self.silent)
        above = QWidget(self)
        top = QHBoxLayout(above)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(Space.USUAL)
        top.addLayout(words, 1)
        top.addWidget(self.kind_field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.APART, 0, Space.APART, Space.WIDE)
        layout.setSpacing(Space.USUAL)
        layout.addWidget(above)
        layout.addWidget(self.beside, 1)
        self.beside.pane_alone.connect(above.setHidden)  # a low window has room for one of them
