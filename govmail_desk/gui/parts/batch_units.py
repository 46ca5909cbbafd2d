"""What a batch of requests would make, unit by unit: the units in a table, those asked for in the chosen one beside it.

Here: `BatchUnits`. Planning is `operations.batch_plan`; choosing kind, day and folder is the dialog's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from govmail_desk.gui.look.marks import Mark
from govmail_desk.gui.look.side_by_side import SideBySide, scrolled
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.tables.columns import Column
from govmail_desk.gui.tables.rows_model import RowsModel, RowSource
from govmail_desk.gui.tables.table import Table

if TYPE_CHECKING:
    from govmail_desk.operations.batch_plan import BatchPart, BatchPlan, BatchRow

_TOLD_AT_MOST: Final = 100
_MADE: Final = Mark("tick", "good")
_WHOLE: Final = Mark("ring", "note")
_PARTLY: Final = Mark("half", "waiting")
_NOTHING: Final = Mark("triangle", "bad")


@dataclass(frozen=True, slots=True)
class UnitLine:
    """One request of a batch: a unit's, or one of its two."""

    part: BatchPart

    @property
    def id(self) -> int:
        """A number for the unit, and for each of its requests where it has two."""
        return 2 * self.part.unit_id + (self.part.mailbox_kind == "unit")

    @property
    def mark(self) -> Mark:
        """How far its request is."""
        if self.part.request_id is not None:
            return _MADE
        if not self.part.subject_ids:
            return _NOTHING
        return _PARTLY if self.part.refusals else _WHOLE

    @property
    def words(self) -> str:
        """The same in words."""
        refused = len(self.part.refusals)
        told = {
            _MADE: _translated("Đã lập"),
            _NOTHING: _translated("Không lập được"),
            _PARTLY: _translated("Sẽ lập, bỏ {} hộp thư").format(refused),
            _WHOLE: _translated("Sẽ lập"),
        }
        return told[self.mark]


class BatchUnits(QWidget):
    """The plan of a batch."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table: Table = Table(RowsModel(_columns()), name=self.tr("Các đơn vị"), parent=self)
        self._detail = QWidget()
        self._lines = QVBoxLayout(self._detail)
        self._area = scrolled(self._detail, self)
        self._area.setAccessibleName(self.tr("Đề nghị của đơn vị đang chọn"))
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        both = SideBySide(self.table, self._area, shares=(3, 2), parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(both)
        self.told: list[str] = []
        self._parts: dict[int, BatchPart] = {}
        self.table.chosen.connect(self._show_chosen)

    def show_plan(self, plan: BatchPlan | None) -> None:
        """Show another plan, or none; the unit chosen stays where it is still there."""
        before = self.table.current_id
        parts = plan.parts if plan is not None else ()
        lines = [UnitLine(part) for part in parts]
        self._parts = {line.id: line.part for line in lines}
        self.table.rows.show(RowSource.of(lines))
        if parts and not (before in self._parts and before is not None and self.table.choose(before)):
            self.table.selectRow(0)
        self._show_chosen()

    def _show_chosen(self) -> None:
        self._begin()
        part = self._parts.get(self.table.current_id or 0)
        if part is None:
            return
        self._say(part.title, "label")
        if part.request_id is not None:
            self._say(self.tr("Đề nghị {} hộp thư đã lập.").format(len(part.subject_ids)), "soft")
        rows = sorted(part.rows.values(), key=lambda row: not row.refusal)
        for row in rows[:_TOLD_AT_MOST]:
            self._say(_told(row), "bad" if row.refusal else "")
        if len(rows) > _TOLD_AT_MOST:
            self._say(self.tr("Và {} hộp thư khác.").format(len(rows) - _TOLD_AT_MOST), "soft")

    def _begin(self) -> None:
        self.told = []
        self._detail = QWidget()
        self._lines = QVBoxLayout(self._detail)
        self._lines.setContentsMargins(Space.USUAL, 0, Space.USUAL, Space.NEAR)
        self._lines.setSpacing(Space.TIGHT)
        self._lines.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._area.setWidget(self._detail)
        self._detail.setAutoFillBackground(False)

    def _say(self, words: str, tone: str) -> None:
        self.told.append(words)
        self._lines.addWidget(WrappedLabel(words, tone, self._detail))


def _columns() -> list[Column[UnitLine]]:
    return [
        Column(
            key="unit",
            title=_translated("Đơn vị"),
            width=28,
            text=lambda line: line.part.title,
            tip=lambda line: line.part.title,
            grows=True,
        ),
        Column(
            key="count",
            title=_translated("Số hộp thư"),
            width=10,
            text=lambda line: str(len(line.part.subject_ids)),
            is_right=True,
        ),
        Column(
            key="state",
            title=_translated("Đề nghị"),
            width=22,
            text=lambda line: line.words,
            mark=lambda line: line.mark,
        ),
    ]


def _told(row: BatchRow) -> str:
    if not row.refusal:
        return f"{row.name} · {row.address}"
    return f"{row.refusal} ({row.refusal_cite})" if row.refusal_cite else row.refusal


def _translated(words: str) -> str:
    return QCoreApplication.translate("BatchUnits", words)
