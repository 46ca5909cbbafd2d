"""The first step of an import: the file. Dropped from the file manager or chosen; a refusal stands right there in one sentence.

Here: `FileStep` and the place to drop on. Reading it is `documents.spreadsheet`, in a worker (`gui.dialogs.import_planning`).
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from govmail_desk.gui.desktop import LIST_ENDINGS, desktop
from govmail_desk.gui.look.days import short_day
from govmail_desk.gui.look.icons import draw_icon
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.look.theme import Space, theme_in_use
from govmail_desk.gui.look.warning_lines import Rebuilt
from govmail_desk.gui.steps import Step
from govmail_desk.listings import intakes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent

    from govmail_desk.gui.dialogs.file_planning import FilePlanning
    from govmail_desk.listings.intakes import IntakeListRow

_ICON: Final = 40
_MOST_EARLIER: Final = 4
_COUNTED: Final = ("new", "changed", "doubtful", "set_aside")
_ROUND: Final = 10


class FileStep(Step):
    """Take one file; reading it leads to the next step by itself."""

    earlier_asked = Signal(object)
    """What became of a list taken in before is wanted: its `IntakeListRow`."""

    def __init__(self, planning: FilePlanning, parent: QWidget | None = None, *, invitation: str = "") -> None:
        super().__init__(parent)
        self.planning = planning
        self._is_awaited = False
        self.zone = DropZone(self, invitation=invitation or self.tr("Thả danh sách của đơn vị vào đây"))
        self.choose_button = QPushButton(self.tr("Chọn tệp khác…"), self)
        self.choose_button.setAutoDefault(False)
        self.choose_button.clicked.connect(self.choose)
        self.choose_button.hide()
        self.earlier = EarlierLists(self)
        self.earlier.asked.connect(self.earlier_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.USUAL)
        layout.addWidget(self.zone, 1)
        layout.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.earlier)
        self.setAcceptDrops(True)
        planning.began.connect(self._follow)
        planning.planned.connect(self._follow)

    @property
    def main_words(self) -> str:
        """Choose a file first."""
        return self.tr("Xem trang và cột") if self._has_file else self.tr("Chọn tệp…")

    @property
    def is_ready(self) -> bool:
        """True while no file is being read."""
        return not self.planning.is_pending

    def enter(self) -> None:
        """Show the lists taken in before."""
        self.earlier.show_lists(intakes.every(self.planning.desk)[:_MOST_EARLIER])

    def go_on(self) -> None:
        """Go on with the file read, or choose one."""
        if self._has_file:
            self.done.emit()
        else:
            self.choose()

    def choose(self) -> None:
        """Let the clerk choose a file."""
        path = desktop().choose_list(self)
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Read a file; the next step comes once it is read."""
        self._is_awaited = True
        self.planning.read(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file from the file manager."""
        if dropped_file(event) is not None:
            self.zone.be_over(is_over=True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Let it go again."""
        self.zone.be_over(is_over=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped."""
        self.zone.be_over(is_over=False)
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.take(path)

    @property
    def _has_file(self) -> bool:
        return self.planning.is_planned

    def _follow(self) -> None:
        planning = self.planning
        if planning.is_pending and planning.path is not None:
            self.zone.say(planning.path.name, self.tr("Đang đọc…"))
        elif planning.workbook is not None:
            rows = sum(len(sheet.rows) for sheet in planning.workbook.sheets)
            said = self.tr("{} trang, {} dòng").format(len(planning.workbook.sheets), rows)
            self.zone.say(planning.workbook.file_name, said)
        else:
            self.zone.invite()
        self.choose_button.setVisible(self._has_file)
        self.changed.emit()
        if self._is_awaited and not planning.is_pending:
            self._is_awaited = False
            if self._has_file and planning.path is not None and planning.workbook is not None:
                self._lead_on(planning.path)

    def _lead_on(self, path: Path) -> None:
        """Go on by itself where it was this file that was read, and not the one before."""
        if self.planning.workbook is not None and self.planning.workbook.file_name == path.name:
            self.done.emit()


class EarlierLists(Rebuilt):
    """The lists taken in before, the latest first; each leads to what became of its rows."""

    asked = Signal(object)

    def show_lists(self, lists: Sequence[IntakeListRow]) -> None:
        """Show these; nothing where there are none."""
        content, rows = self.fresh()
        title = QLabel(self.tr("Đã nhập trước đây"), content)
        title.setProperty("tone", "label")
        rows.addWidget(title)
        for one in lists:
            said = self.tr("{}, {}: {} mới, {} thay đổi, {} cần xem, {} để riêng").format(
                one.file_name,
                short_day(one.taken_at[: len("2026-11-23")]),
                *(one.counts.get(key, 0) for key in _COUNTED),
            )
            rows.addWidget(LinkButton(said, partial(self.asked.emit, one), content))
        self.setVisible(bool(lists))


class DropZone(QWidget):
    """A place to drop a file on."""

    def __init__(self, parent: QWidget | None = None, *, invitation: str, words: str = "") -> None:
        super().__init__(parent)
        self._is_over = False
        self._invitation = invitation
        self._what = words
        self._picture = QLabel(self)
        self._title = QLabel(self)
        self._words = QLabel(self)
        layout = QVBoxLayout(self)
        layout.setSpacing(Space.NEAR)
        layout.addStretch(1)
        for part, tone in ((self._picture, ""), (self._title, "heading"), (self._words, "soft")):
            part.setProperty("tone", tone)
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            part.setWordWrap(part is not self._picture)
            layout.addWidget(part)
        layout.addStretch(1)
        self.setMinimumHeight(150)
        self.invite()

    def invite(self) -> None:
        """Say what may be dropped here."""
        draw_icon(self._picture, "import", "edge", side=_ICON)
        kinds = ", ".join(LIST_ENDINGS)
        usual = self.tr("Tệp {} đang dùng, giữ nguyên như vậy. Chưa có gì được ghi cho đến khi anh/chị đồng ý.")
        self._say(self._invitation, self._what or usual.format(kinds))

    def say(self, file_name: str, words: str) -> None:
        """Say which file it is, and what becomes of it."""
        draw_icon(self._picture, "open", "accent", side=_ICON)
        self._say(file_name, words)

    def be_over(self, *, is_over: bool) -> None:
        """Show that the file held over it will be taken."""
        self._is_over = is_over
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dashed edge."""
        super().paintEvent(event)
        theme = theme_in_use()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent" if self._is_over else "edge"), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(theme.colour("accent_soft" if self._is_over else "sunken"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), _ROUND, _ROUND)
        painter.end()

    def _say(self, title: str, words: str) -> None:
        self._title.setText(title)
        self._words.setText(words)
        self.setAccessibleName(f"{title}. {words}")


def dropped_file(event: QDropEvent) -> Path | None:
    """Return the one file that is dropped, or None."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
