"""What the window says after an act: done, refused, not possible now, or a question; calmly, in place, never on top of it.

Here: `NoticeBar`, the bar of messages that the window and every dialog hold; `Offer`, an act beside a message.
Not here: long work (`gui.progress`), faults of ours (`gui.frame.fault`), who calls this (`gui.run`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget
from shiboken6 import isValid

from govmail_desk.gui.look.icons import draw_icon
from govmail_desk.gui.look.theme import Space

if TYPE_CHECKING:
    from collections.abc import Sequence

Tone = Literal["good", "note", "waiting", "bad"]

_ICONS: dict[Tone, str] = {"good": "done", "note": "info", "waiting": "warning", "bad": "refused"}


@dataclass(frozen=True, slots=True)
class Offer:
    """An act offered beside a message; `does` is a bound method, and the message goes away when it is taken."""

    words: str
    does: Callable[[], object]


class NoticeBar(QFrame):
    """One message at a time, with what can be done about it; hidden when there is nothing to say."""

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked_from: QWidget | None = None
        self._picture = QLabel(self)
        self._sentence = QLabel(self)
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._offers = QHBoxLayout()
        self._close = self._make_close()
        self._lay_out()
        self.hide()

    @property
    def sentence(self) -> str:
        """The message shown, or an empty text."""
        return "" if self.isHidden() else self._sentence.text()

    @property
    def offers(self) -> list[QPushButton]:
        """The buttons beside the message."""
        return self.findChildren(QPushButton)

    def say(self, sentence: str, *, tone: Tone = "note", offers: Sequence[Offer] = (), cite: str | None = None) -> None:
        """Show a message; the one before it goes."""
        self._clear_offers()
        self._sentence.setText(f"{sentence} ({cite})" if cite else sentence)
        draw_icon(self._picture, _ICONS[tone], tone)
        for offer in offers:
            self._add_offer(offer)
        self._wear(tone)
        self.setAccessibleName(self._sentence.text())
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def offer_too(self, offer: Offer) -> None:
        """Offer one act more beside the message that stands, before the others; nothing where none stands."""
        if not self.isHidden():
            button = _OfferButton(offer, self)
            self._offers.insertWidget(max(0, self._offers.count() - 1), button)
            button.show()

    def ask(self, sentence: str, offers: Sequence[Offer]) -> None:
        """Ask something and put the focus on the first answer; answered, the focus goes back. Closing the bar is the answer "no"."""
        focused = self.window().focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            self._asked_from = focused
        self.say(sentence, tone="waiting", offers=offers)
        buttons = self.offers
        if buttons:
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def dismiss(self) -> None:
        """Take the message away."""
        if not self.isHidden():
            self._give_focus_back()
            self.hide()
            self._clear_offers()
            self.dismissed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the message away and nothing else."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _give_focus_back(self) -> None:
        focused, asked_from = self.window().focusWidget(), self._asked_from
        self._asked_from = None
        if focused is not None and self.isAncestorOf(focused) and asked_from is not None and isValid(asked_from):
            asked_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_offer(self, offer: Offer) -> None:
        button = _OfferButton(offer, self)
        self._offers.addWidget(button)

    def _clear_offers(self) -> None:
        for button in self.offers:
            self._offers.removeWidget(button)
            button.setParent(None)
            button.deleteLater()

    def _wear(self, tone: Tone) -> None:
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)

    def _make_close(self) -> QToolButton:
        close = QToolButton(self)
        draw_icon(close, "close")
        close.setAccessibleName(self.tr("Đóng thông báo"))
        close.setToolTip(close.accessibleName())
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.dismiss)
        return close

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.USUAL, Space.TIGHT, Space.TIGHT, Space.TIGHT)
        layout.setSpacing(Space.NEAR)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._sentence, 1)
        layout.addLayout(self._offers)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._picture.setContentsMargins(0, Space.TIGHT + Space.HAIR, 0, 0)
        self._sentence.setContentsMargins(0, Space.TIGHT, 0, Space.TIGHT)


class _OfferButton(QPushButton):
    """A button beside a message; taking it puts the message away first, so that what it does may say another."""

    def __init__(self, offer: Offer, bar: NoticeBar) -> None:
        super().__init__(offer.words, bar)
        self._bar = bar
        self._offer = offer
        self.setProperty("kind", "quiet")
        self.setAutoDefault(False)
        self.setAccessibleName(offer.words)
        self.clicked.connect(self._take)

    def _take(self) -> None:
        offer = self._offer
        self._bar.dismiss()
        offer.does()


def notices_near(widget: QWidget) -> NoticeBar | None:
    """Find the bar of messages of the dialog or window a widget stands in."""
    place: QWidget | None = widget
    while place is not None:
        bar = place.findChild(NoticeBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if bar is not None:
            return bar
        place = place.parentWidget()
    return None
