"""Who would be told, and what each of them would read: the people in a table, the words for the chosen one beside it.

Here: `NoticePreview`. The plan is `operations.notices`; choosing the way and the folder is the dialog's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from govmail_desk.gui.look.marks import Mark
from govmail_desk.gui.look.side_by_side import SideBySide
from govmail_desk.gui.tables.columns import Column
from govmail_desk.gui.tables.rows_model import RowsModel, RowSource
from govmail_desk.gui.tables.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from govmail_desk.operations.notices import NoticePlan, PlannedNotice

_REACHED: Final = Mark("tick", "good")
_UNREACHED: Final = Mark("triangle", "bad")


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person of the plan."""

    planned: PlannedNotice
    told_on: date | None
    is_mail: bool

    @property
    def id(self) -> int:
        """The person's number."""
        return self.planned.to.person_id

    @property
    def is_reached(self) -> bool:
        """True where this way tells them."""
        return bool(self.planned.to.address) or not self.is_mail

    @property
    def place(self) -> str:
        """Where the mail goes, or why none does."""
        return self.planned.to.address or self.planned.to.refusal

    @property
    def told(self) -> str:
        """When they were last told."""
        return f"{self.told_on:%d/%m/%Y}" if self.told_on else ""


class NoticePreview(QWidget):
    """The plan of notices as the clerk looks through it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table: Table = Table(RowsModel(_columns()), name=self.tr("Những người sẽ được nhắc"), parent=self)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Nội dung sẽ gửi"))
        self._lines: dict[int, PersonLine] = {}
        self._list_text = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(SideBySide(self.table, self.text, shares=(3, 2), parent=self))
        self.table.chosen.connect(self._show_chosen)

    @property
    def chosen(self) -> PersonLine | None:
        """The person looked at."""
        return self._lines.get(self.table.current_id or 0)

    def show_plan(self, plan: NoticePlan | None, told: Mapping[int, date], list_text: str = "") -> None:
        """Show another plan, or none; `told` says when each due row was last told of, `list_text` what a list for all reads.

        The person chosen stays where still there.
        """
        self._list_text = list_text
        before = self.table.current_id
        people = plan.notices if plan is not None else ()
        is_mail = plan is not None and plan.way == "email"
        lines = [PersonLine(one, _last(one, told), is_mail) for one in people]
        self._lines = {line.id: line for line in lines}
        self.table.rows.show(RowSource.of(lines))
        if lines and not (before in self._lines and before is not None and self.table.choose(before)):
            self.table.selectRow(0)
        self._show_chosen()

    def _show_chosen(self) -> None:
        line = self.chosen
        words = self._list_text or (line.planned.text if line is not None else "")
        if words != self.text.toPlainText():
            self.text.setPlainText(words)


def _last(planned: PlannedNotice, told: Mapping[int, date]) -> date | None:
    return max((told[due_id] for due_id, _ in planned.to.about if due_id in told), default=None)


def _columns() -> list[Column[PersonLine]]:
    return [
        Column(
            key="name",
            title=_translated("Họ và tên"),
            width=23,
            text=lambda line: line.planned.to.full_name,
            tip=lambda line: " · ".join(filter(None, (line.planned.to.full_name, line.planned.to.unit))),
            mark=lambda line: _REACHED if line.is_reached else _UNREACHED,
        ),
        Column(
            key="address",
            title=_translated("Thư đến"),
            width=20,
            text=lambda line: line.place,
            tip=lambda line: line.place,
            grows=True,
        ),
        Column(key="told", title=_translated("Đã nhắc"), width=10, text=lambda line: line.told),
    ]


def _translated(words: str) -> str:
    return QCoreApplication.translate("NoticePreview", words)
