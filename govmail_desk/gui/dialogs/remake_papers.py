"""Making a request's papers again from its frozen list: first what would be another, line by line, then kept as new editions.

Here: `RemakePapersDialog`. The papers are made in a worker (`operations.editions`), compared by `operations.edition_differences`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from govmail_desk import wording
from govmail_desk.gui.background import background_of
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.run import run, runner_of
from govmail_desk.operations.edition_differences import differences
from govmail_desk.operations.editions import plan_edition, remake_papers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from govmail_desk.desk import Desk
    from govmail_desk.operations.edition_differences import Difference
    from govmail_desk.operations.editions import EditionPlan

SIZE: Final = QSize(820, 240)
_MOST_LINES: Final = 30
_SIGNS: Final = {"gone": "−", "come": "+"}


class Remade(NamedTuple):
    """The papers made again, and how they differ."""

    plan: EditionPlan
    differences: tuple[Difference, ...]


class RemakePapersDialog(Dialog):
    """Look, then keep."""

    def __init__(self, parent: QWidget, desk: Desk, request_id: int) -> None:
        super().__init__(parent, title=self.tr("Lập lại giấy tờ"), main_words=self.tr("Lập lại giấy tờ"), size=SIZE)
        self._desk = desk
        self._request_id = request_id
        self._background = background_of(self)
        self.remade: Remade | None = None
        self.told = WrappedLabel(self.tr("Đang lập lại từ danh sách đã chốt…"), parent=self.fields)
        self.lines: list[str] = []
        self._list = QWidget(self.fields)
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(Space.TIGHT)
        self.body.addWidget(self.told)
        self.body.addWidget(self._list, 1)
        self.main_button.setEnabled(False)

    @property
    def has_typed(self) -> bool:
        """Nothing is typed here."""
        return False

    def plan(self) -> None:
        """Make the papers again, in a worker; nothing is kept yet."""
        work = partial(_remade, self._desk, self._request_id)
        self._background.start(work, self.take, self._tell_unmade)

    def do(self) -> None:
        """Keep them as new editions."""
        if self.remade is not None:
            run(self, partial(remake_papers, self._desk, self.remade.plan), self.kept)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at once."""
        super().showEvent(event)
        if self.remade is None:
            self.plan()

    def take(self, remade: Remade) -> None:
        """Show what would be another."""
        self.remade = remade
        self.told.setText(
            self.tr(
                "Lập từ danh sách đã chốt, trừ dòng đã rút. {} giấy tờ dưới đây có bản mới; các bản trước vẫn giữ trong sổ."
            ).format(len(remade.differences))
        )
        for difference in remade.differences:
            self._show(difference)
        self._rows.addStretch(1)
        self.main_button.setEnabled(True)
        self.main_button.setFocus()

    def _show(self, difference: Difference) -> None:
        role = wording.FILE_ROLES[difference.role]
        self._say(self.tr("{}, bản {}").format(role, difference.edition), "heading")
        if difference.was_edited:
            lost = self.tr("Bản {} là bản anh/chị đã sửa trong Word. Bản lập lại không có những chỗ sửa ấy.")
            self._say(lost.format(difference.edition - 1), "bad")
        for line in difference.lines[:_MOST_LINES]:
            self._say(f"{_SIGNS[line.kind]} {line.text}", "small" if line.kind == "gone" else "")
        self._say(_beside(difference), "soft")

    def _say(self, words: str, tone: str) -> None:
        if words:
            self.lines.append(words)
            line = WrappedLabel(words, tone, self._list)
            line.setContentsMargins(0, Space.USUAL if tone == "heading" else 0, 0, 0)
            self._rows.addWidget(line)

    def _tell_unmade(self, failure: BaseException) -> None:
        self.told.setText(self.tr("Chưa có gì được ghi."))
        runner_of(self).tell_failure(failure, self, self.plan)


def _remade(desk: Desk, request_id: int) -> Remade:
    plan = plan_edition(desk, request_id=request_id)
    return Remade(plan, differences(desk, plan))


def _beside(difference: Difference) -> str:
    """Say what the lines do not."""
    if difference.role == "email":
        return "Thư nháp mang theo bản mới của giấy tờ."
    if not difference.lines:
        return "Chữ không đổi, chỉ khác cách trình bày hoặc biểu mẫu."
    rest: Sequence[object] = difference.lines[_MOST_LINES:]
    return f"… và {len(rest)} dòng khác." if rest else ""
