"""Packages of other units taken in: dropped or chosen, what each would bring seen first, then all of them in one act.

Here: `TakePackagesDialog`. Planning is `operations.packages`, in a worker; what a file or a row would become is told by
`gui.tables.office_columns`.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from govmail_desk.documents.desk_package import ENDING
from govmail_desk.documents.package_mail import MAIL_ENDING
from govmail_desk.gui.background import Latest, background_of
from govmail_desk.gui.desktop import desktop
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.dialogs.import_file import DropZone
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.run import run_long, runner_of
from govmail_desk.gui.tables.office_columns import FileLine, RowLine, file_columns, planned_row_columns
from govmail_desk.gui.tables.rows_model import RowsModel, RowSource
from govmail_desk.gui.tables.short_table import ShortTable
from govmail_desk.operations.packages import plan_packages, take_in_packages
from govmail_desk.wording import ROW_FATES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.gui.progress import Tick
    from govmail_desk.operations.package_plan import PackagesPlan, PlannedFile

_SIZE: Final = QSize(1020, 0)


class TakePackagesDialog(Dialog):
    """Files or a folder in, a plan shown, one act."""

    taken = Signal(object)
    """The packages are in: the `Changes`."""

    def __init__(self, parent: QWidget, desk: Desk, paths: Sequence[Path] = ()) -> None:
        super().__init__(parent, title=self.tr("Nhận gói của các đơn vị"), main_words=self.tr("Nhận gói"), size=_SIZE)
        self.desk = desk
        self.paths: list[Path] = []
        self.wanted_anyway: set[str] = set()
        self.plan: PackagesPlan | None = None
        words = self.tr(
            "Tệp {} đơn vị gửi, cả thư có gói kèm lưu thành tệp .eml, hoặc chép ở USB. Chưa có gì được ghi cho tới khi xem và bấm nhận."
        )
        invitation = self.tr("Thả các gói hoặc cả thư mục vào đây")
        self.zone = DropZone(self, invitation=invitation, words=words.format(ENDING))
        self.files = ShortTable(RowsModel(file_columns()), name=self.tr("Các gói"), parent=self)
        self.rows = ShortTable(
            RowsModel(planned_row_columns()), name=self.tr("Hộp thư trong gói đang chọn"), parent=self
        )
        self.summary = WrappedLabel("", "label", self)
        self.told = WrappedLabel("", "soft", self)
        self.add_button = self._button(self.tr("Thêm tệp…"), self.choose_files)
        self.accept_button = self._button(self.tr("Vẫn nhận gói này"), self._accept_file)
        self._lay_out_parts()
        self.setAcceptDrops(True)
        self.files.chosen.connect(self._show_file)
        self._latest = Latest(background_of(self), self)
        self._show_plan(None)
        if paths:
            self.read(paths)

    def read(self, paths: Sequence[Path]) -> None:
        """Read more files, beside those read already."""
        self.paths = list(dict.fromkeys([*self.paths, *paths]))
        self._plan_again()

    def do(self) -> None:
        """Take in what was shown."""
        if self.plan is None:
            self.choose_files()
        else:
            run_long(self, partial(_taken, self.desk, self.plan), self.tr("Đang nhận các gói"), self._kept)

    def choose_files(self) -> None:
        """Let the clerk choose packages."""
        self._take(
            desktop().choose_files(self, title=self.tr("Chọn gói"), kind=f"GovMail Desk (*{ENDING} *{MAIL_ENDING})")
        )

    def choose_folder(self) -> None:
        """Let the clerk choose a folder, or a USB stick."""
        folder = desktop().choose_folder(self, title=self.tr("Chọn thư mục hoặc USB chứa các gói"))
        self._take([folder] if folder is not None else [])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders from the file manager."""
        if dropped_paths(event):
            self.zone.be_over(is_over=True)
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped."""
        self.zone.be_over(is_over=False)
        paths = dropped_paths(event)
        if paths:
            event.acceptProposedAction()
            self.read(paths)

    def _take(self, paths: list[Path]) -> None:
        if paths:
            self.read(paths)

    def _kept(self, changes: Changes) -> None:
        self.kept(changes)
        self.taken.emit(changes)

    # the plan

    def _plan_again(self) -> None:
        self.plan = None
        self.main_button.setEnabled(False)
        self.summary.setText(self.tr("Đang đọc và đối chiếu các gói…"))
        self.summary.show()
        work = partial(plan_packages, self.desk, tuple(self.paths), accepted=frozenset(self.wanted_anyway))
        self._latest.ask(work, self._show_plan, self._tell_unread)

    def _show_plan(self, plan: PackagesPlan | None) -> None:
        self.plan = plan
        has_plan = plan is not None
        self.zone.setVisible(not has_plan)
        for part in (self.files, self.summary, self.told, self.add_button):
            part.setVisible(has_plan)
        lines = [FileLine(place, one) for place, one in enumerate(plan.files, start=1)] if plan else []
        self.files.rows.show(RowSource.of(lines))
        self._say_summary(plan)
        if lines:
            self.files.selectRow(_first_to_look_at(plan))
            (self.main_button if self.main_button.isEnabled() else self.files).setFocus()
        else:
            self._show_file()
        self.more_height = self.files.more_height + self.rows.more_height
        if self.isVisible():
            self._grow()

    def _say_summary(self, plan: PackagesPlan | None) -> None:
        count = len(plan.taken) if plan is not None else 0
        words = self.tr("Nhận {} gói").format(count) if plan is not None else self.tr("Chọn tệp…")
        self.main_button.setText(words)
        self.main_button.setAccessibleName(words)
        self.main_button.setEnabled(plan is None or bool(count))
        if plan is not None:
            counts = ", ".join(f"{ROW_FATES[key].lower()} {value}" for key, value in plan.counts.items() if value)
            said = self.tr("{} trong {} gói nhận được").format(count, len(plan.files))
            self.summary.setText(f"{said}: {counts}." if counts else f"{said}.")

    def _tell_unread(self, failure: BaseException) -> None:
        self.paths = []
        self._show_plan(None)
        runner_of(self).tell_failure(failure, self, self.choose_files)

    # one file of it

    def _show_file(self, *_chosen: object) -> None:
        chosen = self._chosen
        self.told.setText(_told(chosen) if chosen is not None else "")
        self.told.setProperty("tone", "bad" if chosen is not None and chosen.fate == "refused" else "soft")
        self.told.style().polish(self.told)
        self.accept_button.setVisible(chosen is not None and chosen.may_be_accepted)
        rows = chosen.rows if chosen is not None else ()
        self.rows.rows.show(RowSource.of(RowLine(place, row) for place, row in enumerate(rows, start=1)))
        self.rows.setVisible(bool(rows))

    @property
    def _chosen(self) -> PlannedFile | None:
        place = self.files.current_id
        return self.plan.files[place - 1] if self.plan is not None and place is not None else None

    def _accept_file(self) -> None:
        if self._chosen is not None and self._chosen.package is not None:
            self.wanted_anyway.add(self._chosen.package.sha256)
            self._plan_again()

    def _button(self, words: str, does: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(does)
        return button

    def _lay_out_parts(self) -> None:
        choosing = QHBoxLayout()
        choosing.addWidget(self.add_button)
        choosing.addWidget(self._button(self.tr("Thư mục hoặc USB…"), self.choose_folder))
        choosing.addStretch(1)
        choosing.addWidget(self.accept_button)
        self.body.addWidget(self.zone)
        for part in (self.summary, self.files):
            self.body.addWidget(part)
        self.body.addLayout(choosing)
        self.body.addWidget(self.told)
        self.body.addWidget(self.rows, 1)


def dropped_paths(event: QDropEvent) -> list[Path]:
    """Return the files and folders that are dropped."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def _taken(desk: Desk, plan: PackagesPlan, tick: Tick) -> Changes:
    return take_in_packages(desk, plan, tick=tick)


def _first_to_look_at(plan: PackagesPlan | None) -> int:
    """Choose the first file that a person has to look at, else the first."""
    files = plan.files if plan is not None else ()
    return next((place for place, one in enumerate(files) if one.fate == "refused" or one.remarks), 0)


def _told(one: PlannedFile) -> str:
    same = f"{one.same_count} hộp thư giữ nguyên." if one.fate == "taken" and one.same_count else ""
    return "\n".join(filter(None, (one.reason, *one.remarks, same)))
