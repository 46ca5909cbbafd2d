"""Thiết lập: what is the unit's own, section by section, each value with its days and the act that changes it.

Here: the list of sections and the one shown. What each tells is `gui.sections`; what is written `operations.settings`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.look.icons import SIDE, icon
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.page import Page
from govmail_desk.gui.sections import SECTIONS

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.gui.sections.section import Section

_LIST_LETTERS: Final = 19
_NARROW: Final = 640
_INTO: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right)


class SettingsPage(Page):
    """The sections at the left, one of them at the right."""

    reads = frozenset({
        "unit", "unit_name", "custody", "person", "mailbox", "letterhead", "signer", "operator", "recipients",
        "office_hours", "calendar_day", "due", "lead_time", "regulation_text", "choice", "own_form",
        "privacy_choice", "request", "handover", "follow_up", "export", "review",
    })  # fmt: skip
    help_topic = "settings"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._sections: dict[str, Section] = {}
        self._stale: set[str] = set()
        self.list = _SectionList(self)
        self.list.setAccessibleName(self.tr("Các mục thiết lập"))
        self.stack = QStackedWidget(self)
        self._acts_by_key = {spec.key: self._act_of(spec.key, spec.title) for spec in SECTIONS}
        self._lay_out()
        self.list.currentRowChanged.connect(self._show_row)

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        self._desk = desk
        self.set_subtitle(self.tr("Giấy tờ ghi ngày nào theo giá trị của ngày ấy"))

    @property
    def desk(self) -> Desk:
        """The register, once it is open."""
        assert self._desk is not None
        return self._desk

    @property
    def section(self) -> Section:
        """The section that is shown."""
        return self._sections[self.key]

    @property
    def shown_topic(self) -> str:
        """The help of the section that is shown, where it has one of its own."""
        return (self._desk and self.section.help_topic) or self.help_topic

    @property
    def key(self) -> str:
        """Its key."""
        return SECTIONS[max(0, self.list.currentRow())].key

    def reload(self, changes: Changes | None) -> None:
        """Tell the sections anew whose tables were written: the one shown now, the others when they are shown."""
        self._stale |= {
            key for key, section in self._sections.items() if changes is None or changes.touches(*section.reads)
        }
        self._show_row(max(0, self.list.currentRow()))

    def show_section(self, key: str) -> None:
        """Show a section by its key."""
        row = next(number for number, spec in enumerate(SECTIONS) if spec.key == key)
        self.list.setCurrentRow(row)
        self._show_row(row)

    def start(self, act_key: str) -> None:
        """Show the section asked for from the search box."""
        self._acts_by_key[act_key].trigger()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Right goes into the section, Esc back to the list."""
        if event.key() in _INTO and self.list.hasFocus():
            self.stack.currentWidget().setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == Qt.Key.Key_Escape:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show drawings alone where there is little room."""
        super().resizeEvent(event)
        self.list.be_narrow(is_narrow=self.width() < _NARROW)

    def _show_row(self, row: int) -> None:
        if self._desk is None:
            return
        self.list.setCurrentRow(row)
        spec = SECTIONS[row]
        section = self._sections.get(spec.key) or self._make(spec.key)
        if spec.key in self._stale:
            self._stale.discard(spec.key)
            section.tell()
        self.stack.setCurrentWidget(section)
        self.main_act, self.acts = section.main_act, section.acts
        self.header_changed.emit()

    def _make(self, key: str) -> Section:
        spec = next(spec for spec in SECTIONS if spec.key == key)
        section = spec.section.load()(spec.title, self.desk, self)
        section.go_to.connect(self.go_to)
        section.left.connect(self.list.setFocus)
        self._sections[key] = section
        self._stale.add(key)
        self.stack.addWidget(section)
        return section

    def _act_of(self, key: str, title: str) -> QAction:
        return act(self, key, title, partial(self.show_section, key))

    def _lay_out(self) -> None:
        self.setFocusProxy(self.list)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.APART, 0, Space.APART, Space.WIDE)
        layout.setSpacing(Space.USUAL)
        layout.addWidget(self.list)
        layout.addWidget(self.stack, 1)


class _SectionList(QListWidget):
    """The names of the sections, or their drawings alone where the window is narrow; the drawings follow the look."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sectionList")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for spec in SECTIONS:
            item = QListWidgetItem(icon(spec.icon), spec.title, self)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spec.title)
        self.be_narrow(is_narrow=False)

    def be_narrow(self, *, is_narrow: bool) -> None:
        """Give the section more room."""
        words = 0 if is_narrow else self.fontMetrics().averageCharWidth() * _LIST_LETTERS
        self.setFixedWidth(words + SIDE + 2 * Space.APART)
        for row, spec in enumerate(SECTIONS):
            self.item(row).setText("" if is_narrow else spec.title)
            self.item(row).setToolTip(spec.title if is_narrow else "")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.PaletteChange}:
            for row in range(self.count()):
                self.item(row).setIcon(icon(SECTIONS[row].icon))
