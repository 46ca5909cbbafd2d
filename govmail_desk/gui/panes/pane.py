"""What a pane is made of: the name of the one thing chosen, its facts under headings, its acts at the foot.

Here: `Pane`, built anew for each thing chosen. It scrolls by keyboard; Esc goes back to the list it stands beside.
Not here: where it stands (`gui.panes.beside`), what it says of a mailbox, a person or a unit (the modules beside this one).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from govmail_desk.gui.look.act_button import ActButton
from govmail_desk.gui.look.elided import ElidedLabel
from govmail_desk.gui.look.flow import FlowLayout
from govmail_desk.gui.look.icons import draw_icon
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.look.marks import Mark, StateLabel
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QResizeEvent

_LETTERS_WIDE: Final = 38
_LETTERS_OF_WORDS: Final = 13
_LINES_FOR_ALL: Final = 14
"""In a pane lower than so many lines of text only name and state stand above the content, so that some of that is seen."""
_MAY_BREAK: Final = "\u200b"


class PaneTitle(WrappedLabel):
    """The name of the one thing chosen, whole: a long address goes on in the next line before its @ or after a dot."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", "heading", parent)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.whole = ""

    def show_text(self, text: str) -> None:
        """Show another name."""
        self.whole = text
        self.setAccessibleName(text)
        local_part, at, domain = text.partition("@")
        self.setText(f"{local_part.replace('.', '.' + _MAY_BREAK)}{_MAY_BREAK}{at}{domain}" if at else text)


class Pane(QFrame):
    """Everything about one thing."""

    left = Signal()
    """Esc or the way back: the list wants the focus again."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quietCard")
        self.setAccessibleName(name)
        self.title = PaneTitle(self)
        self.copy_button = self._make_copy()
        self.under_title = ElidedLabel(parent=self)
        self.under_title.setProperty("tone", "soft")
        self.state = StateLabel(self)
        self.back_button = self._make_back()
        self.buttons: list[ActButton] = []
        self._content = QWidget()
        self._rows = QVBoxLayout(self._content)
        self._foot = QWidget(self)
        self._acts = FlowLayout(self._foot)
        self._scroll = self._scrolling()
        self._lay_out()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_WIDE)
        self.setFocusProxy(self._scroll)

    def begin(self, title: str, under_title: str = "") -> None:
        """Begin to say something else; what stood here goes."""
        self._clear()
        self.title.show_text(title)
        self.copy_button.setVisible("@" in title)
        self.under_title.show_text(under_title)
        self._fit_head()
        self.state.hide()

    def show_state(self, word: str, mark: Mark) -> None:
        """Show a state under the title."""
        self.state.show_state(word, mark)
        self.state.show()

    def head(self, words: str) -> None:
        """Begin a part of the pane."""
        label = WrappedLabel(words, "label", self._content)
        label.setContentsMargins(0, Space.NEAR, 0, 0)
        self._rows.addWidget(label)

    def say(self, words: str, tone: str = "soft") -> None:
        """Say a sentence."""
        self._rows.addWidget(WrappedLabel(words, tone, self._content))

    def fact(self, words: str, value: str) -> None:
        """Say one fact: its words at the left, the value beside; an empty value says nothing."""
        if value:
            shown = WrappedLabel(value, parent=self._content)
            shown.setAccessibleName(f"{words}: {value}")
            self.beside(words, shown)

    def beside(self, words: str, part: QWidget) -> None:
        """Put a part beside its words."""
        named = QLabel(words, self._content)
        named.setProperty("tone", "small")
        named.setFixedWidth(self.fontMetrics().averageCharWidth() * _LETTERS_OF_WORDS)
        named.setContentsMargins(0, Space.HAIR if isinstance(part, LinkButton) else 0, 0, 0)
        line = QHBoxLayout()
        line.setSpacing(Space.NEAR)
        line.addWidget(named, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(part, 1)
        if not isinstance(part, QLabel):
            line.addStretch(0)
        self._rows.addLayout(line)

    def add(self, part: QWidget) -> None:
        """Put in a part of its own."""
        self._rows.addWidget(part)

    def offer(self, acts: Sequence[QAction], main: QAction | None = None) -> None:
        """Offer what can be done next, at the foot; the main act stands first."""
        acts = sorted(acts, key=lambda offered: offered is not main)
        focused = next((button.shown for button in self.buttons if button is self.window().focusWidget()), None)
        for button in self.buttons:
            self._acts.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [
            ActButton(shown, kind="main" if shown is main else "plain", parent=self._foot) for shown in acts
        ]
        for button in self.buttons:
            self._acts.addWidget(button)
            button.show()
            if button.shown is focused:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._foot.setVisible(bool(acts))
        self._foot.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the line under the name out where the pane is low."""
        super().resizeEvent(event)
        self._fit_head()

    def sizeHint(self) -> QSize:
        """No wider than it has to be: the room is the list's."""
        return QSize(self.minimumWidth(), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _fit_head(self) -> None:
        is_low = self.isVisible() and self.height() < self.fontMetrics().height() * _LINES_FOR_ALL
        self.under_title.setVisible(bool(self.under_title.whole) and not is_low)

    def _clear(self) -> None:
        """Take the content away whole and begin with an empty one at the top."""
        had_focus = self._content.isAncestorOf(self.window().focusWidget() or self)
        self._content = QWidget()
        self._rows = QVBoxLayout(self._content)
        self._rows.setContentsMargins(Space.USUAL, 0, Space.USUAL, Space.NEAR)
        self._rows.setSpacing(Space.TIGHT)
        self._rows.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._scroll.setWidget(self._content)
        self._content.setAutoFillBackground(False)
        if had_focus:
            self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy_title(self) -> None:
        QGuiApplication.clipboard().setText(self.title.whole)

    def _make_back(self) -> QToolButton:
        back = self._make_tool("left", self.tr("Về danh sách (Esc)"))
        back.clicked.connect(self.left)
        back.hide()
        return back

    def _make_copy(self) -> QToolButton:
        copy = self._make_tool("copy", self.tr("Chép địa chỉ"))
        copy.clicked.connect(self._copy_title)
        return copy

    def _make_tool(self, icon_name: str, words: str) -> QToolButton:
        tool = QToolButton(self)
        draw_icon(tool, icon_name)
        tool.setAccessibleName(words)
        tool.setToolTip(words)
        tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return tool

    def _scrolling(self) -> QScrollArea:
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setMinimumHeight(self.fontMetrics().height())  # else a low pane cuts the name above it
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scroll.setAccessibleName(self.accessibleName())
        scroll.viewport().setAutoFillBackground(False)
        return scroll

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(Space.TIGHT)
        for part in (self.title, self.under_title, self.state):
            words.addWidget(part)
        head = QHBoxLayout()
        head.setContentsMargins(Space.USUAL, Space.USUAL, Space.USUAL, 0)
        head.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        head.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignTop)
        foot = QVBoxLayout()
        foot.setContentsMargins(Space.USUAL, Space.TIGHT, Space.USUAL, Space.USUAL)
        foot.addWidget(self._foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.NEAR)
        layout.addLayout(head)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(foot)
