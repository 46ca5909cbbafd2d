"""Whom to call or write to when something goes wrong, always in sight on the page Sự cố: name, telephone, mailbox, each to be copied.

Here: `IncidentPlace`. Which place it is, is worked out by `domain.incident_contact`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from govmail_desk.gui.look.elided import ElidedLabel
from govmail_desk.gui.look.flow import FlowLayout
from govmail_desk.gui.look.icons import draw_icon
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.why_card import Why, WhyButton

if TYPE_CHECKING:
    from govmail_desk.domain.incident_contact import IncidentContact


class IncidentPlace(QFrame):
    """The place to turn to."""

    write_asked = Signal()
    """A mail to it is wanted."""
    set_asked = Signal()
    """The unit wants to say itself whom to call."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quietCard")
        self.setAccessibleName(self.tr("Nơi tiếp nhận sự cố"))
        self.name = ElidedLabel(parent=self)
        self.name.setProperty("tone", "label")
        self.phone, self.copy_phone = self._copied(self.tr("Chép số điện thoại"))
        self.address, self.copy_address = self._copied(self.tr("Chép địa chỉ thư"))
        self.write_link = LinkButton(self.tr("Soạn thư"), self.write_asked.emit, self)
        self.set_link = LinkButton(self.tr("Ghi số điện thoại…"), self.set_asked.emit, self)
        self.why = WhyButton(parent=self)
        self._is_writable = False
        self._parts = QWidget(self)
        self._head, self._rows = QHBoxLayout(), QVBoxLayout(self)
        self._lay_out()

    def show_contact(self, contact: IncidentContact) -> None:
        """Show a place, saying what of it is not known."""
        cited = f" ({contact.cite})" if contact.cite else ""
        ended = self.tr(" · nơi này đã kết thúc, hãy hỏi lại") if contact.has_ended else ""
        named = contact.name or self.tr("chưa có, hãy ghi ở Thiết lập")
        self.name.show_text(self.tr("Báo sự cố: {}{}{}").format(named, cited, ended))
        self._show(self.phone, self.copy_phone, contact.phone, self.tr("Gọi: {}"), self.tr("chưa có số"))
        self._show(self.address, self.copy_address, contact.address, self.tr("Thư: {}"), self.tr("chưa có địa chỉ"))
        for label in (self.phone, self.address):
            label.setToolTip(named)
        self.set_link.setVisible(not (contact.phone and contact.address))
        self.why.setVisible(bool(contact.why))
        self.why.show_why(Why(contact.why, contact.cite) if contact.why else None)

    def be_low(self, *, is_low: bool) -> None:
        """Stand in one line where the window is low; its name is then in the tip of its telephone, writing among the acts of the pane."""
        if is_low == self.name.isHidden():
            return
        self.name.setHidden(is_low)
        self.write_link.setVisible(self._is_writable and not is_low)
        if is_low:
            self._head.insertWidget(0, self._parts, 1)
        else:
            self._rows.addWidget(self._parts)

    def allow_writing(self, *, is_allowed: bool) -> None:
        """Offer to write only where an incident is chosen to write about."""
        self._is_writable = is_allowed
        self.write_link.setVisible(is_allowed and not self.name.isHidden())

    def _show(self, label: ElidedLabel, copy: QToolButton, value: str, words: str, unknown: str) -> None:
        label.show_text(words.format(value or unknown))
        label.setAccessibleName(label.whole)
        copy.setProperty("copied", value)
        copy.setVisible(bool(value))

    def _copied(self, words: str) -> tuple[ElidedLabel, QToolButton]:
        label, copy = ElidedLabel(parent=self), QToolButton(self)
        draw_icon(copy, "copy")
        copy.setAccessibleName(words)
        copy.setToolTip(words)
        copy.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        copy.clicked.connect(partial(_copy, copy))
        return label, copy

    def _line_height(self) -> int:
        """The second line is as high as its text, so that rows are seen below in a low window."""
        return self.fontMetrics().height() + Space.TIGHT

    def _lay_out(self) -> None:
        self._head.setSpacing(Space.NEAR)
        self._head.addWidget(self.name, 1)
        for part in (self.write_link, self.set_link, self.why):
            self._head.addWidget(part)
        flow = FlowLayout(self._parts)
        for label, copy in ((self.phone, self.copy_phone), (self.address, self.copy_address)):
            label.setFixedHeight(self._line_height())
            copy.setFixedSize(self._line_height(), self._line_height())
            flow.addWidget(_pair(self._parts, label, copy))
        self._rows.setContentsMargins(Space.USUAL, Space.NEAR, Space.USUAL, Space.NEAR)
        self._rows.setSpacing(Space.TIGHT)
        self._rows.addLayout(self._head)
        self._rows.addWidget(self._parts)


def _copy(copy: QToolButton) -> None:
    QGuiApplication.clipboard().setText(copy.property("copied"))


def _pair(parent: QWidget, label: QWidget, copy: QWidget) -> QWidget:
    pair = QWidget(parent)
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.TIGHT)
    row.addWidget(label)
    row.addWidget(copy)
    return pair
