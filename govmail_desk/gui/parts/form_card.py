"""One form as the section Biểu mẫu shows it: whose it is, what may be done with it, what was wrong with the file last put in.

Here: `FormCard`, which only asks. What is done is `gui.sections.forms`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from govmail_desk.gui.look.flow import FlowLayout
from govmail_desk.gui.look.marks import Mark, StateLabel
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.warning_lines import WarningLines
from govmail_desk.gui.look.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import SignalInstance

    from govmail_desk.listings.forms import FormRow

_OF_THE_UNIT: Final = Mark("disc", "good")
_ARRANGED: Final = Mark("ring", "waiting")
_PRINTED: Final = Mark("half", "note")
_MOST_PROBLEMS: Final = 12


class FormCard(QFrame):
    """One form; each signal carries its place."""

    edit_asked = Signal(str)
    file_asked = Signal(str)
    sample_asked = Signal(str)
    drop_asked = Signal(str)

    def __init__(self, row: FormRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = row.shipped
        self.place = row.shipped.file
        self.own = row.own
        self.setObjectName("quietCard")
        self.setAccessibleName(self.form.title)
        self.state = self._state()
        self.edit_button = self._button(self.tr("Mở bản chép để sửa…"), self.edit_asked)
        self.file_button = self._button(self.tr("Đưa bản đã sửa vào…"), self.file_asked)
        self.sample_button = self._button(self.tr("Xem thử"), self.sample_asked)
        self.drop_button = self._button(self.tr("Dùng lại mẫu có sẵn"), self.drop_asked)
        self.drop_button.setVisible(self.own is not None)
        self.told = WrappedLabel("", "small", self)
        self.problems = WarningLines(self, most=_MOST_PROBLEMS)
        self._lay_out(row)
        self.say_nothing()

    def say_edited(self, copy: Path) -> None:
        """Say what to do with the copy that was opened."""
        words = self.tr("Đã mở bản chép “{}”. Sửa xong thì lưu lại, đóng tệp, rồi bấm “Đưa bản đã sửa vào”.")
        self._say(words.format(copy.name))

    def say_looking(self, name: str) -> None:
        """Say that a file is being looked through, or a sample made."""
        self.problems.show_sentences(())
        self._say(self.tr("Đang kiểm tra “{}”…").format(name) if name else self.tr("Đang dựng bản xem thử…"))

    def say_ready(self) -> None:
        """Say that what was asked for can be looked at, once the clerk asks again."""
        self._say(self.tr("Bản xem thử đã sẵn sàng. Hãy bấm lại để xem."))

    def say_nothing(self) -> None:
        """Say nothing more than what the form is."""
        self.problems.show_sentences(())
        self._say("")

    def show_problems(self, name: str, problems: Sequence[str]) -> None:
        """List everything wrong with the file put in; nothing where it is fit."""
        self.say_nothing()
        if problems and name:
            words = self.tr("Chưa dùng được tệp “{}”: có {} chỗ cần sửa. Mẫu đang dùng vẫn như cũ.")
            self._say(words.format(name, len(problems)))
        self.problems.show_sentences(problems)

    def let_ask(self, *, may_ask: bool) -> None:
        """Let something be asked of the form, or nothing while another is worked on."""
        for button in (self.edit_button, self.file_button, self.sample_button, self.drop_button):
            button.setEnabled(may_ask)

    def _say(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def _state(self) -> StateLabel:
        label = StateLabel(self)
        if self.own is not None:
            day = self.own.kept_at.astimezone()
            words = self.tr("Mẫu của đơn vị, đưa vào ngày {}").format(f"{day:%d/%m/%Y}")
            label.show_state(words, _OF_THE_UNIT)
        elif self.form.own:
            label.show_state(self.tr("Mẫu có sẵn, do chương trình bố trí"), _ARRANGED)
        else:
            label.show_state(self.tr("Mẫu có sẵn, theo mẫu của quy chế"), _PRINTED)
        return label

    def _button(self, words: str, asked: SignalInstance) -> QPushButton:
        button = QPushButton(words, self)
        button.setAccessibleName(f"{words.rstrip('…')}: {self.form.title}")
        button.clicked.connect(lambda: asked.emit(self.place))
        return button

    def _lay_out(self, row: FormRow) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.USUAL, Space.NEAR, Space.USUAL, Space.NEAR)
        rows.setSpacing(Space.HAIR)
        rows.addWidget(WrappedLabel(self.form.title, "label", self))
        rows.addWidget(self.state)
        rows.addWidget(WrappedLabel(self._note(row), "small", self))
        buttons = QWidget(self)
        flow = FlowLayout(buttons)
        flow.setContentsMargins(0, Space.NEAR, 0, Space.HAIR)
        for button in (self.edit_button, self.file_button, self.sample_button, self.drop_button):
            flow.addWidget(button)
        rows.addWidget(buttons)
        rows.addWidget(self.told)
        rows.addWidget(self.problems)

    def _note(self, row: FormRow) -> str:
        if row.own is None:
            return self.form.note
        words = self.tr("Từ tệp “{}”. Nâng cấp chương trình không đụng tới mẫu này.")
        return words.format(row.own.name)
