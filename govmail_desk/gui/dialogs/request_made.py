"""The last step of a request: the files made, to open and to save, and what happens next with days and articles.

Here: `MadeStep`. The copies are `gui.parts.copies`, the sentences of what comes next `gui.parts.next_steps`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from govmail_desk import wording
from govmail_desk.gui.look.elided import ElidedLabel
from govmail_desk.gui.look.icons import draw_icon
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.why_card import WhyButton
from govmail_desk.gui.parts.copies import Copies
from govmail_desk.gui.parts.next_steps import steps_of
from govmail_desk.gui.steps import Step
from govmail_desk.listings import requests as listing

if TYPE_CHECKING:
    from collections.abc import Callable

    from govmail_desk.desk import Desk
    from govmail_desk.gui.parts.next_steps import NextStep
    from govmail_desk.listings.requests import FileRow, RequestPane

_ICONS: Final = {"email": "send"}
_KB: Final = 1024


class MadeStep(Step):
    """What was made."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.can_go_back = False
        self._desk = desk
        self.copies: Copies | None = None
        self.open_buttons: dict[str, QPushButton] = {}
        self.folder_button = self._button(self.tr("Mở thư mục"), self._open_folder, icon_name="folder")
        self.save_button = self._button(self.tr("Lưu bản sao vào thư mục khác…"), self._save, icon_name="export")
        self.steps: list[NextStep] = []
        self._title = QLabel(self)
        self._title.setProperty("tone", "heading")
        self._files = QFrame(self)
        self._files.setObjectName("quietCard")
        self._next = QWidget(self)
        self._lay_out()

    @property
    def main_words(self) -> str:
        """All is done."""
        return self.tr("Xong")

    def show_request(self, request_id: int) -> None:
        """Show what was made of a request."""
        request = listing.pane(self._desk, request_id)
        if request is None:
            return
        self.copies = Copies(self._desk, request)
        said = self.tr("Đã lập đề nghị {} {} hộp thư")
        self._title.setText(said.format(wording.REQUEST_KINDS[request.row.kind].lower(), request.row.row_count))
        self._show_files(request)
        self._show_next(request)

    def _show_files(self, request: RequestPane) -> None:
        grid = QGridLayout(self._files)
        grid.setContentsMargins(Space.WIDE, Space.USUAL, Space.WIDE, Space.USUAL)
        grid.setHorizontalSpacing(Space.USUAL)
        grid.setColumnStretch(2, 1)
        for row, kept in enumerate(request.files):
            self._show_file(grid, row, kept)

    def _show_file(self, grid: QGridLayout, row: int, kept: FileRow) -> None:
        picture = QLabel(self._files)
        draw_icon(picture, _ICONS.get(kept.role, "open"), "accent")
        role = QLabel(wording.FILE_ROLES[kept.role], self._files)
        role.setProperty("tone", "label")
        name = ElidedLabel(kept.name, self._files)
        name.setProperty("tone", "soft")
        size = QLabel(self.tr("{} KB").format(max(1, kept.byte_count // _KB)), self._files)
        size.setProperty("tone", "small")
        button = FileButton(kept, self._files)
        button.asked.connect(self._open)
        self.open_buttons[kept.role] = button
        for column, part in enumerate((picture, role, name, size, button)):
            grid.addWidget(part, row, column)

    def _show_next(self, request: RequestPane) -> None:
        self.steps = steps_of(self._desk, self._desk.regulation(), request.row)
        rows = QVBoxLayout(self._next)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.NEAR)
        for number, step in enumerate(self.steps, start=1):
            rows.addWidget(_Numbered(number, step, self._next))

    def _open(self, kept: FileRow) -> None:
        if self.copies is not None:
            self.copies.open(self, kept)

    def _open_folder(self) -> None:
        if self.copies is not None:
            self.copies.open_folder(self)

    def _save(self) -> None:
        if self.copies is not None:
            self.copies.save(self)

    def _button(self, words: str, does: Callable[[], object], *, icon_name: str = "") -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.setAccessibleName(words)
        if icon_name:
            button.setText(f" {words}")
            draw_icon(button, icon_name)
        button.clicked.connect(does)
        return button

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(Space.NEAR)
        acts.addWidget(self.folder_button)
        acts.addWidget(self.save_button)
        acts.addStretch(1)
        next_title = QLabel(self.tr("Việc tiếp theo"), self)
        next_title.setProperty("tone", "heading")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.USUAL)
        for part in (self._title, self._files, acts, next_title, self._next):
            if isinstance(part, QHBoxLayout):
                layout.addLayout(part)
            else:
                layout.addWidget(part)
        layout.addStretch(1)
        self.setFocusProxy(self.folder_button)


class FileButton(QPushButton):
    """Opens one file."""

    asked = Signal(object)

    def __init__(self, kept: FileRow, parent: QWidget) -> None:
        super().__init__(parent)
        self._kept = kept
        self.setText(self.tr("Mở"))
        self.setAutoDefault(False)
        self.setAccessibleName(self.tr("Mở {}").format(wording.FILE_ROLES[kept.role].lower()))
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        self.asked.emit(self._kept)


class _Numbered(QWidget):
    """One thing that comes next, with its number."""

    def __init__(self, number: int, step: NextStep, parent: QWidget) -> None:
        super().__init__(parent)
        words = QLabel(_with_cite(step), self)
        words.setWordWrap(True)
        words.setMinimumHeight(self.fontMetrics().height() + 2 * Space.TIGHT)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.USUAL)
        line.addWidget(_of_width(QLabel(f"{number}.", self)))
        line.addWidget(words, 1)
        if step.why is not None:
            line.addWidget(WhyButton(step.why, self))


def _of_width(number: QLabel) -> QLabel:
    """Let the words of every step begin at one line."""
    number.setFixedWidth(number.fontMetrics().horizontalAdvance("9.") + Space.HAIR)
    return number


def _with_cite(step: NextStep) -> str:
    cite = step.why.cite if step.why is not None else None
    return f"{step.words} ({cite})" if cite else step.words
