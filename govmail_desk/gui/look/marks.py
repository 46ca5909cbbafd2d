"""The small mark beside each state, so that colour never stands alone: a shape, a colour, and always the word.

Here: the marks of mailbox and request states, of a request's steps and results, of due work and of import outcomes; `StateLabel`.
The words are `govmail_desk.wording`; the colours `resources/theme.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final, Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from govmail_desk.gui.look.icons import Target, draw_on, drawing_ratio
from govmail_desk.gui.look.theme import Space, theme_in_use

Shape = Literal["disc", "ring", "half", "target", "triangle", "square", "cross", "tick", "plus", "pause"]
Tone = Literal["good", "waiting", "bad", "note", "quiet"]

SIDE: Final = 12


@dataclass(frozen=True, slots=True)
class Mark:
    """A shape in a tone; two states that look alike in grey have different shapes."""

    shape: Shape
    tone: Tone


MAILBOX_MARKS: Final = {
    "proposed": Mark("ring", "quiet"),
    "requested": Mark("half", "note"),
    "active": Mark("disc", "good"),
    "locked": Mark("square", "bad"),
    "suspended": Mark("pause", "waiting"),
    "closed": Mark("cross", "quiet"),
}
REQUEST_MARKS: Final = {
    "draft": Mark("ring", "quiet"),
    "signed": Mark("half", "note"),
    "sent": Mark("disc", "note"),
    "overdue": Mark("triangle", "bad"),
    "answered": Mark("target", "good"),
    "applied": Mark("tick", "good"),
    "cancelled": Mark("cross", "quiet"),
}
RESULT_MARKS: Final = {
    "": Mark("ring", "quiet"),
    "granted": Mark("tick", "good"),
    "otherwise": Mark("half", "waiting"),
    "refused": Mark("triangle", "bad"),
    "withdrawn": Mark("cross", "quiet"),
}
"""What became of a row of a request."""
STEP_MARKS: Final = {
    "signed": Mark("half", "note"),
    "number-cancelled": Mark("cross", "quiet"),
    "sent": Mark("disc", "note"),
    "chased": Mark("triangle", "waiting"),
    "answered": Mark("target", "good"),
    "applied": Mark("tick", "good"),
    "withdrawn": Mark("cross", "quiet"),
    "cancelled": Mark("cross", "bad"),
}
"""The steps in a request's life."""
FINDING_MARKS: Final = {
    "wrong": Mark("triangle", "bad"),
    "look": Mark("half", "waiting"),
}
"""What the check before signing found in a paper."""
CLEAN_MARK: Final = Mark("tick", "good")
HANDOVER_MARKS: Final = {
    "open": Mark("half", "waiting"),
    "closed": Mark("tick", "good"),
    "cancelled": Mark("cross", "quiet"),
}
ITEM_MARKS: Final = {
    "open": Mark("ring", "note"),
    "done": Mark("tick", "good"),
    "not-applicable": Mark("cross", "quiet"),
}
"""The lines of a handover's checklist."""
SIGNED_MARK: Final = Mark("tick", "good")
UNIDENTIFIED_MARK: Final = Mark("half", "waiting")
UNSIGNED_MARK: Final = Mark("triangle", "bad")
SIGNING_MARKS: Final = {
    "none": UNSIGNED_MARK,
    "older": UNSIGNED_MARK,
    "unidentified": UNIDENTIFIED_MARK,
    "signed": SIGNED_MARK,
}
"""How far the signing of a handover's minutes has come."""
REPORT_MARKS: Final = {
    "draft": Mark("ring", "waiting"),
    "sent": Mark("tick", "good"),
    "cancelled": Mark("cross", "quiet"),
}
BALANCE_MARKS: Final = {True: Mark("tick", "good"), False: Mark("triangle", "bad")}
"""Whether opening + in − out is the closing."""
DUE_MARKS: Final = {
    "overdue": Mark("triangle", "bad"),
    "today": Mark("disc", "waiting"),
    "upcoming": Mark("ring", "note"),
    "waiting": Mark("half", "quiet"),
}
INCIDENT_MARKS: Final = {
    "open": Mark("half", "waiting"),
    "closed": Mark("tick", "good"),
    "cancelled": Mark("cross", "quiet"),
}
NOTICE_MARK: Final = Mark("disc", "note")
PASSED_MARK: Final = Mark("cross", "quiet")
"""Somebody told of an incident, and somebody who need not be."""
OFFICE_MARKS: Final = {
    "late": Mark("triangle", "bad"),
    "waiting": Mark("ring", "note"),
    "sent": Mark("tick", "good"),
    "ended": Mark("cross", "quiet"),
}
FILE_MARKS: Final = {
    "taken": Mark("plus", "good"),
    "known": Mark("tick", "quiet"),
    "refused": Mark("cross", "bad"),
}
ROW_MARKS: Final = {
    "new": Mark("plus", "good"),
    "changed": Mark("half", "note"),
    "same": Mark("tick", "quiet"),
    "gone": Mark("ring", "waiting"),
    "conflict": Mark("triangle", "waiting"),
}
"""What becomes of a package and of each mailbox in it."""
OUTCOME_MARKS: Final = {
    "new": Mark("plus", "good"),
    "changed": Mark("half", "note"),
    "same": Mark("tick", "quiet"),
    "doubtful": Mark("triangle", "waiting"),
    "set_aside": Mark("ring", "quiet"),
}


def mark_icon(mark: Mark) -> QIcon:
    """Draw a mark in the colours of the look in use; drawn once for each look."""
    return _icon(mark.shape, theme_in_use().colours[mark.tone], drawing_ratio())


def draw_mark(target: Target, mark: Mark) -> None:
    """Put a mark on a button, act or label; it follows the look."""
    draw_on(target, partial(mark_icon, mark), side=SIDE)


class StateLabel(QWidget):
    """A state in words with its mark before it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QLabel(self)
        self._word = QLabel(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.NEAR)
        layout.addWidget(self._picture)
        layout.addWidget(self._word)
        layout.addStretch(1)

    def show_state(self, word: str, mark: Mark, *, is_bad: bool = False) -> None:
        """Show a state, in red where `is_bad`; a screen reader hears the word."""
        self._word.setProperty("tone", "bad" if is_bad else "")
        self._word.style().unpolish(self._word)
        self._word.style().polish(self._word)
        draw_mark(self._picture, mark)
        self._word.setText(word)
        self.setAccessibleName(word)

    @property
    def word(self) -> str:
        """The word shown."""
        return self._word.text()


@lru_cache(maxsize=128)
def _icon(shape: Shape, code: str, ratio: int) -> QIcon:
    pixmap = QPixmap(SIDE * ratio, SIDE * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(code)
    painter.setPen(QPen(colour, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    _draw(painter, shape, colour)
    painter.end()
    made = QIcon(pixmap)
    made.addPixmap(pixmap, QIcon.Mode.Selected)  # else Qt fades the mark of a chosen row
    return made


_INSIDE: Final = QRectF(2, 2, 8, 8)
_LINES: Final[dict[Shape, tuple[QLineF, ...]]] = {
    "cross": (QLineF(3, 3, 9, 9), QLineF(9, 3, 3, 9)),
    "tick": (QLineF(2.5, 6.5, 5, 9), QLineF(5, 9, 9.5, 3.5)),
    "plus": (QLineF(6, 2.5, 6, 9.5), QLineF(2.5, 6, 9.5, 6)),
    "pause": (QLineF(4, 3, 4, 9), QLineF(8, 3, 8, 9)),
}


def _draw(painter: QPainter, shape: Shape, colour: QColor) -> None:
    if shape in _LINES:
        painter.drawLines(list(_LINES[shape]))
        return
    if shape in {"disc", "triangle", "square"}:
        painter.setBrush(colour)
    if shape == "triangle":
        painter.drawPolygon(QPolygonF([QPointF(6, 2), QPointF(10.5, 9.8), QPointF(1.5, 9.8)]))
    elif shape == "square":
        painter.drawRect(QRectF(2.6, 2.6, 6.8, 6.8))
    else:
        painter.drawEllipse(_INSIDE)
    if shape == "target":
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(6, 6), 1.2, 1.2)
    if shape == "half":
        painter.setBrush(colour)
        painter.drawPie(_INSIDE, 90 * 16, 180 * 16)
