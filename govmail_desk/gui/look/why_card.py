"""The small card behind "Vì sao?": the rule in our own sentence, its article, the counting day by day, and who set it.

Here: `Why` (what the card says), `WhyButton` (the words "Vì sao?" beside a rule), `WhyCard` (the card).
The rule and its reason come from the regulation's data, the counting from `domain.working_days`; nothing is worked out here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from govmail_desk.gui.look.theme import Space

if TYPE_CHECKING:
    from govmail_desk.domain.errors import RuleBroken
    from govmail_desk.domain.provision import Provision
    from govmail_desk.domain.working_days import Counting

_ARTICLE = re.compile(r"(QĐ )?Đ(\d+)(?:\.(\d+))?(?:\.?([a-zđ]))?")
_WIDTH = 400
_MOST_STEPS = 14


@dataclass(frozen=True, slots=True)
class Why:
    """What a rule rests on."""

    sentence: str
    cite: str | None = None
    set_by: str = ""
    steps: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @classmethod
    def of(cls, provision: Provision[Any], *, regulation: str = "", counting: Counting | None = None) -> Why:
        """Explain a provision, with the counting of the day it led to where there is one."""
        return cls(
            sentence=provision.why,
            cite=provision.cite,
            set_by=_set_by(provision, regulation),
            steps=counting.steps if counting is not None else (),
            warnings=counting.warnings if counting is not None else (),
        )

    @classmethod
    def of_refusal(cls, refusal: RuleBroken) -> Why | None:
        """Explain a refusal; None where it gave its whole reason already."""
        return cls(refusal.why, refusal.cite) if refusal.why else None


class WhyButton(QPushButton):
    """The words "Vì sao?" beside a rule; they open its card."""

    def __init__(self, why: Why | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("Vì sao?"))
        self.setProperty("kind", "link")
        self.setAutoDefault(False)
        self.clicked.connect(self.explain)
        self.why = why
        self.show_why(why)

    def show_why(self, why: Why | None) -> None:
        """Explain another rule, or nothing."""
        self.why = why
        self.setAccessibleName(self.tr("Vì sao? {}").format(why.sentence if why else "").strip())
        self.setEnabled(why is not None)

    def explain(self) -> None:
        """Open the card."""
        if self.why is not None:
            WhyCard.show_near(self.why, self)


class WhyCard(QFrame):
    """A card that goes away on Esc or a click elsewhere."""

    def __init__(self, why: Why, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.WIDE, Space.USUAL, Space.WIDE, Space.USUAL)
        layout.setSpacing(Space.NEAR)
        for words, tone in _parts(why):
            layout.addWidget(self._line(words, tone))
            if tone == "small":
                layout.addSpacing(Space.HAIR - Space.NEAR)
        self.setFixedHeight(layout.totalHeightForWidth(_WIDTH))
        self.setAccessibleName(self.tr("Vì sao?"))
        self.setAccessibleDescription("\n".join(words for words, _ in _parts(why)))

    @classmethod
    def show_near(cls, why: Why, near: QWidget) -> WhyCard:
        """Open a card under a widget, within the screen."""
        card = cls(why, near)
        card.move(_place_under(near, card))
        card.show()
        card.setFocus(Qt.FocusReason.PopupFocusReason)
        return card

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and Enter close the card."""
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.close()
        else:
            super().keyPressEvent(event)

    def _line(self, words: str, tone: str) -> QLabel:
        line = QLabel(words, self)
        line.setWordWrap(True)
        line.setTextFormat(Qt.TextFormat.PlainText)
        line.setProperty("tone", tone)
        line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return line


def article_in_words(cite: str) -> str:
    """Write `Đ8.3b` out: `Điều 8 khoản 3 điểm b`; `QĐ Đ2` is an article of the decision that issues it."""
    return _ARTICLE.sub(_spelled, cite)


def _spelled(match: re.Match[str]) -> str:
    decision, article, clause, point = match.groups()
    words = f"Điều {article}"
    words += f" khoản {clause}" if clause else ""
    words += f" điểm {point}" if point else ""
    return f"{words} của Quyết định ban hành" if decision else words


def _set_by(provision: Provision[Any], regulation: str) -> str:
    if provision.source == "suggested":
        return "Gợi ý của chương trình – quy chế không nêu"
    if provision.source == "unit":
        since = f" từ ngày {provision.valid_from:%d/%m/%Y}" if provision.valid_from else ""
        return f"Lựa chọn của đơn vị{since}"
    return regulation


def _parts(why: Why) -> list[tuple[str, str]]:
    parts = [(why.sentence, "heading")]
    parts += [(article_in_words(why.cite), "label")] if why.cite else []
    parts += [(why.set_by, "soft")] if why.set_by else []
    parts += [("Cách tính", "label")] if why.steps else []
    parts += [(step, "small") for step in _shortened(why.steps)]
    parts += [(warning, "bad") for warning in why.warnings]
    return parts


def _shortened(steps: tuple[str, ...]) -> tuple[str, ...]:
    """Keep a long counting readable: its first and last days, and how many lie between."""
    if len(steps) <= _MOST_STEPS:
        return steps
    half = _MOST_STEPS // 2
    return (*steps[:half], f"… và {len(steps) - 2 * half} ngày nữa …", *steps[-half:])


def _place_under(near: QWidget, card: QWidget) -> QPoint:
    below = near.mapToGlobal(QPoint(0, near.height() + Space.TIGHT))
    screen = near.screen() or QApplication.primaryScreen()
    room = screen.availableGeometry()
    if below.y() + card.height() > room.bottom():
        below.setY(max(room.top(), near.mapToGlobal(QPoint(0, 0)).y() - card.height() - Space.TIGHT))
    below.setX(max(room.left(), min(below.x(), room.right() - card.width())))
    return below
