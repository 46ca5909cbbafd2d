"""The regulations to choose from at the first setup: those that ship, and another province's file once it was checked.

Here: a card for each, with where it holds, whether it is a draft, and which bodies it names have ended since; the check of a file with
every problem listed. Not here: reading a regulation (`govmail_desk.regulations`).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from govmail_desk.gui.desktop import desktop
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.flow import FlowLayout
from govmail_desk.gui.look.marks import Mark, StateLabel
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.rules.regulation_words import ended_words, has_ended, status_mark, status_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.gui.background import Background

_SHIPPED: Final[Late[Any]] = Late("govmail_desk.regulations.shipped")
_LOADER: Final[Late[Any]] = Late("govmail_desk.regulations.loader")
_WAITING: Final = Mark("triangle", "waiting")


class RegulationCard(QFrame):
    """One regulation that can be chosen; a click anywhere on the card chooses it."""

    def __init__(self, regulation: Regulation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.regulation = regulation
        self.setObjectName("quietCard")
        self.button = QRadioButton(regulation.short_name, self)
        self.button.setAccessibleDescription(f"{regulation.title}. {status_words(regulation)}. {regulation.territory}")
        self.button.setToolTip(regulation.title)
        self.ended_words = ended_words(regulation)
        self._ended = self._line(self.ended_words)
        self._ended.hide()
        self.button.toggled.connect(self._show_more)
        self._lay_out()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the card."""
        self.button.setFocus(Qt.FocusReason.MouseFocusReason)
        self.button.click()
        event.accept()

    def _show_more(self, is_chosen: bool) -> None:
        self._ended.setVisible(is_chosen and bool(self._ended.text()))
        self.setProperty("chosen", "true" if is_chosen else "false")
        self.style().unpolish(self)
        self.style().polish(self)

    def _lay_out(self) -> None:
        states = QWidget(self)
        flow = FlowLayout(states)
        flow.addWidget(self._state(status_words(self.regulation), status_mark(self.regulation)))
        if has_ended(self.regulation):
            flow.addWidget(self._state(self.tr("Có cơ quan nêu trong quy chế đã kết thúc"), _WAITING))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.USUAL, Space.NEAR, Space.USUAL, Space.NEAR)
        layout.setSpacing(Space.HAIR)
        layout.addWidget(self.button)
        layout.addWidget(states)
        layout.addWidget(self._line(self.tr("Nơi áp dụng: {}").format(self.regulation.territory)))
        layout.addWidget(self._ended)

    def _state(self, words: str, mark: Mark) -> StateLabel:
        label = StateLabel(self)
        label.show_state(words, mark)
        return label

    def _line(self, words: str) -> QLabel:
        return WrappedLabel(words, "small", self)


class RegulationCards(QWidget):
    """All regulations that can be chosen, and the way to another province's file."""

    chosen = Signal(object)
    """A `Regulation` was chosen."""
    failed = Signal(object)
    """The shipped regulations could not be read: what was raised."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self.cards: list[RegulationCard] = []
        self._group = QButtonGroup(self)
        self._rows = QVBoxLayout()
        self._scroll = QScrollArea(self)
        self._problems = WrappedLabel("", "bad", self)
        self._problems.hide()
        self.file_button = QPushButton(self.tr("Tệp quy chế của tỉnh khác…"), self)
        self.file_button.setAccessibleName(self.file_button.text())
        self.file_button.clicked.connect(self.choose_file)
        self._lay_out()
        self.load()

    @property
    def regulation(self) -> Regulation | None:
        """The regulation chosen."""
        return next((card.regulation for card in self.cards if card.button.isChecked()), None)

    @property
    def problems(self) -> str:
        """Everything found wrong with the file looked at last, a line each."""
        return self._problems.text()

    def load(self) -> None:
        """Read the regulations that ship, off the GUI thread."""
        self._background.start(_every, self._show, self.failed.emit)

    def choose_file(self) -> None:
        """Ask for a file and check it."""
        file = desktop().choose_file(self, title=self.tr("Chọn tệp quy chế"), kind=self.tr("Quy chế (*.toml)"))
        if file is not None:
            self.check(file)

    def check(self, file: Path) -> None:
        """Take a file as one more card, or list every problem in it."""
        self._background.start(partial(_examined, file), partial(self._take_file, file), self.failed.emit)

    def _take_file(self, file: Path, examined: tuple[Regulation | None, Sequence[str]]) -> None:
        regulation, problems = examined
        head = self.tr("Tệp “{}” chưa dùng được, còn {} điều phải sửa:").format(file.name, len(problems))
        self._problems.setText("\n".join([head, *problems]) if problems else "")
        self._problems.setVisible(bool(problems))
        if regulation is not None:
            self._add(regulation).button.click()

    def _show(self, regulations: Sequence[Regulation]) -> None:
        for regulation in regulations:
            self._add(regulation)
        if self.cards:
            self.cards[0].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, regulation: Regulation) -> RegulationCard:
        card = RegulationCard(regulation, self)
        self.cards.append(card)
        self._group.addButton(card.button)
        self._rows.insertWidget(len(self.cards) - 1, card)
        card.button.clicked.connect(self._tell_chosen)
        return card

    def _tell_chosen(self) -> None:
        self.chosen.emit(self.regulation)
        QTimer.singleShot(0, self._bring_into_view)

    def _bring_into_view(self) -> None:
        card = next((card for card in self.cards if card.button.isChecked()), None)
        if card is not None:
            for part in (card, card.button):  # the whole card where there is room, its name in any case
                self._scroll.ensureWidgetVisible(part, 0, Space.NEAR)

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Quy chế đơn vị đang theo"), self)
        heading.setProperty("tone", "heading")
        inside = QWidget(self)
        self._rows.setSpacing(Space.NEAR)
        self._rows.addWidget(self._problems)
        self._rows.addStretch(1)
        self._rows.setContentsMargins(0, 0, Space.TIGHT, 0)
        inside.setLayout(self._rows)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.NEAR)
        layout.addWidget(heading)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.file_button, 0, Qt.AlignmentFlag.AlignLeft)


def _every() -> Sequence[Regulation]:
    regulations: Sequence[Regulation] = _SHIPPED.load().every()
    return regulations


def _examined(file: Path) -> tuple[Regulation | None, Sequence[str]]:
    loader = _LOADER.load()
    problems = [problem.sentence for problem in loader.check(file)]
    return (None, problems) if problems else (loader.load(file), ())
