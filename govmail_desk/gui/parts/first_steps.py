"""The first three steps of a new clerk, from the unit's own list to what is sent; shown on Hôm nay until the list is in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from govmail_desk.gui.look.act_button import ActButton
from govmail_desk.gui.look.theme import Space

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

_STEPS: Final = (
    (
        "Nhập danh sách của đơn vị",
        "Thả tệp Excel sẵn có vào đây hoặc chọn tệp. Chương trình cho xem trước rồi mới ghi.",
    ),
    ("Chọn người cần hộp thư", "Địa chỉ được đề xuất theo quy chế, kèm điều khoản; anh/chị sửa được."),
    ("Lấy công văn, danh sách và thư nháp", "Xem lại, trình ký, rồi gửi từ hộp thư của đơn vị."),
)


class FirstSteps(QFrame):
    """What to do first, second and third."""

    def __init__(self, first: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quietCard")
        self.button = ActButton(first, kind="main", parent=self)
        title = self._label(self.tr("Ba bước đầu"), "heading")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.WIDE, Space.USUAL, Space.WIDE, Space.USUAL)
        rows.setSpacing(Space.USUAL)
        rows.addWidget(title)
        for number, (words, more) in enumerate(_STEPS, start=1):
            rows.addLayout(self._step(number, words, more))
        self.setAccessibleName(self.tr("Ba bước đầu"))
        self.setAccessibleDescription("\n".join(f"{words}. {more}" for words, more in _STEPS))

    def _step(self, number: int, words: str, more: str) -> QHBoxLayout:
        said = QVBoxLayout()
        said.setSpacing(Space.HAIR)
        said.addWidget(self._label(words, "label"))
        said.addWidget(self._label(more, "soft"))
        row = QHBoxLayout()
        row.setSpacing(Space.USUAL)
        row.addWidget(self._number(number), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)
        if number == 1:
            row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _number(self, number: int) -> QLabel:
        """Make the number of a step, as wide as the widest, so that the words stand under each other."""
        label = self._label(str(number), "heading")
        label.ensurePolished()
        metrics = label.fontMetrics()
        label.setFixedWidth(max(metrics.horizontalAdvance(str(one)) for one in range(1, len(_STEPS) + 1)))
        return label

    def _label(self, words: str, tone: str) -> QLabel:
        label = QLabel(words, self)
        label.setProperty("tone", tone)
        label.setWordWrap(tone == "soft")
        return label
