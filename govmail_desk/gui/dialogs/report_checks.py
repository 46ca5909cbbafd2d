"""Noting afterwards that what came in was reported to the head (báo cáo thủ trưởng), for the looks one ticks.

What is written is `operations.checks.mark_reported`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.run import run
from govmail_desk.operations.checks import mark_reported
from govmail_desk.wording import SLOTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.listings.checks import CheckLog

SIZE: Final = QSize(680, 0)
_ID: Final = Qt.ItemDataRole.UserRole
_LINES: Final = 8


class ReportChecksDialog(Dialog):
    """Tick the looks that were reported; those of the last day logged are ticked at first."""

    def __init__(self, parent: QWidget | None, desk: Desk, log: CheckLog) -> None:
        super().__init__(
            parent, title=self.tr("Đã báo cáo thủ trưởng"), main_words=self.tr("Ghi đã báo cáo"), size=SIZE
        )
        self.desk = desk
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Lần kiểm tra chưa ghi báo cáo"))
        self.list.setMinimumHeight((self.list.fontMetrics().height() + Space.NEAR) * _LINES)
        words = self.tr("Đánh dấu những lần kiểm tra đã báo cáo thủ trưởng nội dung thư nhận được.")
        self.body.addWidget(WrappedLabel(words, "soft", self))
        self.body.addWidget(self.list, 1)
        self._fill(log)

    @property
    def chosen_ids(self) -> list[int]:
        """The looks ticked."""
        items = (self.list.item(place) for place in range(self.list.count()))
        return [item.data(_ID) for item in items if item.checkState() == Qt.CheckState.Checked]

    def do(self) -> None:
        """Note them as reported."""
        if self.chosen_ids:
            run(self, partial(mark_reported, self.desk, check_ids=self.chosen_ids), self.kept)
        else:
            self.notices.say(self.tr("Chưa chọn lần kiểm tra nào. Hãy đánh dấu những lần đã báo cáo."), tone="bad")

    def _fill(self, log: CheckLog) -> None:
        found = list(_unreported(log))
        for day, words, check_id in found:
            item = QListWidgetItem(words, self.list)
            item.setData(_ID, check_id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_last = day == found[0][0]
            item.setCheckState(Qt.CheckState.Checked if is_last else Qt.CheckState.Unchecked)
        if found:
            self.list.setCurrentRow(0)


def _unreported(log: CheckLog) -> Iterator[tuple[str, str, int]]:
    """Name the looks not reported yet, the latest day first."""
    for day in reversed(log.days):
        for of in log.mailboxes:
            for slot, cell in log.cells(of, day).items():
                for look in cell.looks:
                    if not look.is_reported:
                        words = f"{day.on:%d/%m/%Y} {SLOTS[slot].lower()} · {of.address} · {look.by}"
                        yield day.on.isoformat(), words, look.id
