"""What the marks of the checks' grid mean, in words."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from govmail_desk.gui.look.flow import FlowLayout
from govmail_desk.gui.look.marks import Mark, StateLabel
from govmail_desk.gui.tables.check_cells import LATE, MISSING, OPEN, REPORTED


class CheckLegend(QWidget):
    """Each mark with its words, and what letters and grey cells are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self)
        for words, mark in self._said():
            label = StateLabel(self)
            label.show_state(words, mark)
            flow.addWidget(label)
        letters = QLabel(self.tr("Chữ cái: tên viết tắt người kiểm tra · nền xám: ngày nghỉ hoặc chưa dùng"), self)
        letters.setProperty("tone", "small")
        flow.addWidget(letters)

    def _said(self) -> tuple[tuple[str, Mark], ...]:
        return (
            (self.tr("Chưa kiểm tra"), MISSING),
            (self.tr("Đang trong buổi"), OPEN),
            (self.tr("Ghi muộn"), LATE),
            (self.tr("Đã báo cáo thủ trưởng"), REPORTED),
        )
