"""What stands beside the editions of the directory: what changed since the one before, what to mend, and the lines as published.

Here: `DirectoryPane`, of an edition made and of the next one. The table of editions and the acts are `gui.shelves.directory`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal

from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.look.marks import Mark
from govmail_desk.gui.panes.pane import Pane
from govmail_desk.gui.tables.directory_columns import line_columns, source_of
from govmail_desk.gui.tables.rows_model import RowsModel
from govmail_desk.gui.tables.table import Table
from govmail_desk.wording import DIRECTORY_KINDS, moment_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from govmail_desk.domain.directory import Difference, DirectoryLine, PlacedLine
    from govmail_desk.domain.directory_warning import DirectoryWarning, WarningKind
    from govmail_desk.listings.directory import EditionPane
    from govmail_desk.operations.directories import EditionPlan

_LETTERS_WIDE: Final = 50
_LETTERS_WANTED: Final = 96
_NAMED: Final = 12
"""So many changes of one sort are named; the others are counted."""
_WARNED: Final = 5
"""So many warnings of one sort, so that the lines are not far below."""
_FEWEST_LINES, _MOST_LINES = 4, 14
_WARNINGS: Final[dict[WarningKind, str]] = {
    "no-address": "Chưa có hộp thư",
    "same-name": "Trùng họ tên",
    "no-phone": "Chưa có điện thoại cơ quan",
}


class DirectoryPane(Pane):
    """One edition, or the next."""

    asked_for = Signal(str, object)
    """A person or a unit is to be mended: the key of its page, and its id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Bản danh bạ đang chọn"), parent)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_WIDE)
        self.lines: Table | None = None
        self.show_waiting()

    def show_waiting(self) -> None:
        """Say that the lines are being read."""
        self.lines = None
        self.begin(self.tr("Danh bạ"))
        self.say(self.tr("Đang đọc sổ…"))
        self.offer(())

    def show_refusal(self, sentence: str) -> None:
        """Say why there is no next edition."""
        self.lines = None
        self.begin(self.tr("Danh bạ"))
        self.say(sentence, "bad")

    def show_plan(self, plan: EditionPlan) -> None:
        """Show the next edition as it would be published."""
        kind, before = DIRECTORY_KINDS[plan.is_public], plan.last.number if plan.last else 0
        as_of = self.tr("Số liệu đến ngày {}").format(f"{plan.as_of_on:%d/%m/%Y}")
        self.begin(self.tr("Danh bạ {}, bản số {} (chưa lập)").format(kind, plan.number), as_of)
        if plan.is_unchanged:
            self.show_state(self.tr("Không khác bản số {}").format(before), Mark("tick", "good"))
        else:
            self.show_state(self.tr("Chưa lập"), Mark("ring", "quiet"))
        self._tell_change(plan.change, before)
        self._tell_warnings(plan.warnings)
        self._tell_lines(plan.lines, is_public=plan.is_public)

    def show_edition(self, facts: EditionPane) -> None:
        """Show an edition as it was published."""
        edition = facts.edition
        as_of = self.tr("Số liệu đến ngày {}").format(f"{edition.as_of_on:%d/%m/%Y}")
        self.begin(self.tr("Danh bạ {}, bản số {}").format(DIRECTORY_KINDS[edition.is_public], edition.number), as_of)
        self.show_state(self.tr("Đã lập {}").format(moment_words(edition.made_at.isoformat())), Mark("tick", "good"))
        self.fact(self.tr("Người lập"), edition.by)
        self._tell_change(facts.change, facts.before or 0)
        self._tell_lines(facts.lines, is_public=edition.is_public)
        self.fact(self.tr("Mã kiểm"), edition.content_sha256[:16])

    def sizeHint(self) -> QSize:
        """Wide enough for the lines: they are what is looked at here."""
        return QSize(self.fontMetrics().averageCharWidth() * _LETTERS_WANTED, super().sizeHint().height())

    def _tell_change(self, change: Difference, before: int) -> None:
        if not before:
            self.say(self.tr("Bản đầu tiên: mọi dòng đều mới."))
            return
        self.head(self.tr("Thay đổi so với bản số {}").format(before))
        if change.is_empty:
            self.say(self.tr("Không có dòng nào mới, bỏ hay thay đổi."))
        self._some(self.tr("Mới: {}"), [_told(one) for one in change.added])
        self._some(self.tr("Bỏ: {}"), [_told(one) for one in change.gone])
        self._some(self.tr("Thay đổi: {}"), [_turned(one.before, one.after) for one in change.changed])

    def _some(self, words: str, sentences: Sequence[str]) -> None:
        for sentence in sentences[:_NAMED]:
            self.say(words.format(sentence), "")
        if len(sentences) > _NAMED:
            self.say(words.format(self.tr("và {} dòng khác").format(len(sentences) - _NAMED)))

    def _tell_warnings(self, warnings: Sequence[DirectoryWarning]) -> None:
        for kind, words in _WARNINGS.items():
            found = [one for one in warnings if one.kind == kind]
            if not found:
                continue
            self.head(self.tr("Nên sửa trước: {} ({})").format(words.lower(), len(found)))
            for one in found[:_WARNED]:
                self.add(LinkButton(one.sentence, partial(self.asked_for.emit, "people", one.subject_id)))
            if len(found) > _WARNED:
                self.say(self.tr("và {} dòng khác").format(len(found) - _WARNED))

    def _tell_lines(self, lines: Sequence[DirectoryLine], *, is_public: bool) -> None:
        people = sum(line.kind == "person" for line in lines)
        told = self.tr("Các dòng: {} đơn vị, {} người").format(len(lines) - people, people)
        self.head(told)
        model = RowsModel(line_columns(has_states=not is_public), source_of(lines))
        self.lines = Table(model, name=told, parent=self)
        height = self.lines.verticalHeader().defaultSectionSize()
        self.lines.setMinimumHeight(height * (min(max(len(lines), _FEWEST_LINES), _MOST_LINES) + 2))
        self.add(self.lines)


def _told(one: PlacedLine) -> str:
    return ", ".join(filter(None, (one.line.name, one.line.title, _unit(one), one.line.address)))


def _unit(one: PlacedLine) -> str:
    return one.unit if one.line.kind == "person" else ""


def _turned(before: PlacedLine, after: PlacedLine) -> str:
    """Say of a line what it said and what it says now, part by part."""
    pairs = [
        (then or "trống", now or "trống") for then, now in zip(before.told, after.told, strict=True) if then != now
    ]
    turned = "; ".join(f"{then} → {now}" for then, now in pairs if (then, now) != (before.line.name, after.line.name))
    name = after.line.name if before.line.name == after.line.name else f"{before.line.name} → {after.line.name}"
    return f"{name}: {turned}" if turned else name
