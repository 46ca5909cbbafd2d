"""One row of the list as the register would take it: a person or a unit as a card, so that a shifted column is seen at once.

Here: `SampleCard`. It goes through the rows one by one. The facts are those of the plan (`operations.intake_plan`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from govmail_desk import wording
from govmail_desk.domain.privacy import masked
from govmail_desk.gui.look.days import birth_words
from govmail_desk.gui.look.icons import draw_icon
from govmail_desk.gui.look.marks import OUTCOME_MARKS, StateLabel
from govmail_desk.gui.look.theme import Space

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govmail_desk.operations.intake_plan import IntakeRow


class SampleCard(QFrame):
    """One of the rows, with buttons to the next and the one before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quietCard")
        self._rows: Sequence[IntakeRow] = ()
        self._at = 0
        self._name = _wrapped("heading", self)
        self._where = _wrapped("small", self)
        self._state = StateLabel(self)
        self._facts = QFormLayout()
        self._facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._facts.setHorizontalSpacing(Space.USUAL)
        self._facts.setVerticalSpacing(Space.TIGHT)
        self._before = self._arrow("left", self.tr("Dòng trước"), self.go_back)
        self._after = self._arrow("right", self.tr("Dòng sau"), self.go_on)
        self._lay_out()

    @property
    def facts(self) -> dict[str, str]:
        """What the card says, by its words."""
        row = self._rows[self._at] if self._rows else None
        return {} if row is None else dict(_facts(row))

    def show_rows(self, rows: Sequence[IntakeRow]) -> None:
        """Show other rows; the place among them stays where it can."""
        self._rows = rows
        self._at = min(self._at, max(0, len(rows) - 1))
        self._show()

    def go_on(self) -> None:
        """Show the next row."""
        self._at = (self._at + 1) % max(1, len(self._rows))
        self._show()

    def go_back(self) -> None:
        """Show the row before."""
        self._at = (self._at - 1) % max(1, len(self._rows))
        self._show()

    def _show(self) -> None:
        while self._facts.rowCount():
            self._facts.removeRow(0)
        has_rows = bool(self._rows)
        for part in (self._before, self._after):
            part.setEnabled(len(self._rows) > 1)
        self._state.setVisible(has_rows)
        if not has_rows:
            self._name.setText(self.tr("Chưa có dòng nào"))
            self._where.setText(self.tr("Chọn dòng tiêu đề và nghĩa của các cột ở bên trái."))
            return
        row = self._rows[self._at]
        self._name.setText(row.full_name or self.tr("(không có tên)"))
        said = self.tr("Dòng {} của trang «{}» · {} trên {}")
        self._where.setText(said.format(row.row, row.sheet, self._at + 1, len(self._rows)))
        self._state.show_state(wording.OUTCOMES[row.outcome], OUTCOME_MARKS[row.outcome])
        for words, value in _facts(row):
            self._facts.addRow(_word(words, self), _value(value, self))
        self.setAccessibleDescription("\n".join(f"{words}: {value}" for words, value in _facts(row)))

    def _arrow(self, icon_name: str, words: str, does: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        draw_icon(button, icon_name)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(does)
        return button

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Một dòng, hiểu theo các cột đã chọn"), self)
        title.setProperty("tone", "label")
        title.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self._before)
        head.addWidget(self._after)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.USUAL, Space.USUAL, Space.USUAL, Space.USUAL)
        rows.setSpacing(Space.NEAR)
        rows.addLayout(head)
        for part in (self._name, self._where, self._state):
            rows.addWidget(part)
        rows.addLayout(self._facts)
        rows.addStretch(1)
        self.setAccessibleName(title.text())


def _facts(row: IntakeRow) -> list[tuple[str, str]]:
    facts = [
        ("Chức vụ", row.post),
        ("Thuộc", row.department),
        ("Người theo dõi", row.custodian),
        ("Ngày sinh", birth_words(row.birth_on)),
        ("Điện thoại", row.phone),
        ("Điện thoại cơ quan", row.office_phone),
        ("Số CCCD", masked(row.id_number)),
        ("Địa chỉ", row.address or "chưa có"),
        ("Ghi chú", row.note),
    ]
    return [(words, value) for words, value in facts if value]


def _word(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setProperty("tone", "small")
    return label


def _value(value: str, parent: QWidget) -> QLabel:
    label = _wrapped("", parent)
    label.setText(value)
    return label


def _wrapped(tone: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setProperty("tone", tone)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label
