"""Giao diện: colours, size of letters, and the name of the person at work; kept on this machine, not in the register."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QRadioButton, QVBoxLayout, QWidget

from govmail_desk.gui.fields.fields import TextField
from govmail_desk.gui.frame.main_window import MainWindow
from govmail_desk.gui.frame.person_at_work import keep_person, person_at_work
from govmail_desk.gui.frame.person_menu import SCHEME_WORDS
from govmail_desk.gui.look.theme import TEXT_PERCENTS, Look, Space
from govmail_desk.gui.notices import notices_near
from govmail_desk.gui.sections.section import Section

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govmail_desk.desk import Desk


class LookSection(Section):
    """What this window looks like, and who works in it."""

    words = "Riêng của máy này; không ghi vào sổ."

    def __init__(self, title: str, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(title, desk, parent)
        self.schemes: QButtonGroup
        self.sizes: QButtonGroup
        self.person_field: TextField

    def fill(self) -> None:
        """Show what is chosen."""
        look = Look.read(self._window().settings)
        self.head(self.tr("Màu sắc"))
        self.schemes = self._choices(SCHEME_WORDS, look.scheme)
        self.head(self.tr("Cỡ chữ"))
        self.sizes = self._choices({percent: f"{percent} %" for percent in TEXT_PERCENTS}, look.text_percent)
        self.head(self.tr("Người đang làm việc"))
        self.say(self.tr("Tên này được ghi trong nhật ký cạnh mỗi việc làm trên máy này từ nay về sau."))
        self._fill_person()

    def keep_person(self) -> None:
        """Work under another name from now on."""
        window = self._window()
        keep_person(window.settings, self.person_field.typed())
        self.desk.person = person_at_work(window.settings)
        self.person_field.setText(self.desk.person)
        window.top_bar.show_person(self.desk.person)
        bar = notices_near(self)
        if bar is not None:
            bar.say(self.tr("Từ nay nhật ký ghi tên người làm là {}.").format(self.desk.person), tone="good")

    def _fill_person(self) -> None:
        part = QWidget()
        self.person_field = TextField(self.desk.person, part)
        self.person_field.setAccessibleName(self.tr("Tên người đang làm việc"))
        self.person_field.returnPressed.connect(self.keep_person)
        button = QPushButton(self.tr("Lưu tên này"), part)
        button.clicked.connect(self.keep_person)
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.person_field, 1)
        row.addWidget(button)
        self.add(part)

    def _choices(self, choices: Mapping[Any, str], chosen: object) -> QButtonGroup:
        part = QWidget()
        group = QButtonGroup(part)
        rows = QVBoxLayout(part)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.TIGHT)
        rows.setAlignment(Qt.AlignmentFlag.AlignLeft)
        for value, words in choices.items():
            button = QRadioButton(words, part)
            button.setProperty("choice", value)
            button.setChecked(value == chosen)
            group.addButton(button)
            rows.addWidget(button)
        group.buttonClicked.connect(self._wear)
        self.add(part)
        return group

    def _wear(self) -> None:
        scheme, size = self.schemes.checkedButton(), self.sizes.checkedButton()
        self._window().works.wear(Look(scheme.property("choice"), size.property("choice")))

    def _window(self) -> MainWindow:
        window = self.window()
        assert isinstance(window, MainWindow)
        return window
