"""The pane of one mailbox a request is about: what is said of it, and what stands in the way or is to be known, with articles.

Here: `DetailsCard`. It is built anew for another mailbox and only told anew for another plan, so that nothing moves under the typing.
Not here: the fields (`gui.dialogs.details_fields`), what is refused and remarked (`operations.concerned`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from govmail_desk.gui.dialogs.details_fields import DetailsFields, fields_for
from govmail_desk.gui.look.warning_lines import WarningLines
from govmail_desk.gui.look.why_card import Why
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.panes.pane import Pane
from govmail_desk.gui.rules.rule_line import RuleLine, RuleLines, whose

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.listings.seekers import SeekerRow
    from govmail_desk.operations.concerned import Concerned

_LETTERS_WIDE: Final = 47


class DetailsCard(Pane):
    """One mailbox of the request."""

    described = Signal(object, object)
    """Something else is said of a mailbox: its number, its `Details`."""
    spread = Signal(object)
    """The same is to be said of all chosen: what gives other details what these share."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Hộp thư đang chọn"), parent)
        self.mailbox_id: int | None = None
        self.form: DetailsFields | None = None
        self.refusal: WrappedLabel | None = None
        self.remarks: WarningLines | None = None
        self.limit: RuleLines | None = None
        self.spread_button: QPushButton | None = None
        self._desk = desk
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_WIDE)
        self.show_nobody()

    def show_nobody(self) -> None:
        """Say what would stand here."""
        self._forget()
        self.begin(self.tr("Nội dung đề nghị"))
        self.say(self.tr("Đánh dấu hộp thư bằng phím cách. Lý do, căn cứ và ngày của từng hộp thư ghi ở đây."))

    def show_unticked(self, row: SeekerRow) -> None:
        """Say of one not chosen how to choose it."""
        self._forget()
        self.begin(row.name, row.address)
        self.say(self.tr("Chưa đánh dấu. Bấm ô trước tên, hoặc phím cách, để đưa vào đề nghị."))

    def show_mailbox(self, row: SeekerRow, concerned: Concerned | None, *, count: int) -> None:
        """Show one of those chosen; `concerned` is None while the plan is on its way."""
        if self.mailbox_id != row.id or self.form is None:
            if concerned is None:
                return
            self._build(row, concerned)
        if concerned is not None:
            self._tell(concerned)
        if self.spread_button is not None:
            self.spread_button.setVisible(count > 1)

    def _forget(self) -> None:
        self.mailbox_id = self.form = self.refusal = self.remarks = self.limit = self.spread_button = None

    def _build(self, row: SeekerRow, concerned: Concerned) -> None:
        self.begin(row.name, row.address)
        self.mailbox_id = row.id
        self.refusal = WrappedLabel("", "bad")
        self.remarks = WarningLines(most=3)
        self.limit = RuleLines()
        self.form = fields_for(self._desk, concerned)
        self.spread_button = self._made_spread_button()
        for part in (self.refusal, self.limit, self.remarks, self.form, self.spread_button):
            self.add(part)
        self.form.edited.connect(self._take)

    def _tell(self, concerned: Concerned) -> None:
        """Say what stands in the way, what a lock began, what is to be known."""
        assert self.refusal is not None
        assert self.remarks is not None
        assert self.limit is not None
        cite = f" ({concerned.refusal_cite})" if concerned.refusal and concerned.refusal_cite else ""
        self.refusal.setText(f"{concerned.refusal}{cite}")
        self.refusal.setVisible(bool(concerned.refusal))
        remarks = list(concerned.remarks)
        lines = []
        if concerned.limit is not None and not concerned.refusal:
            steps = {*concerned.limit.counting.steps, *concerned.limit.counting.warnings}
            first = next((said for said in remarks if said not in steps and str(concerned.limit.rule.cite) in said), "")
            remarks = [said for said in remarks if said not in steps and said != first]
            lines = [_limit_line(concerned, first)]
        self.limit.show_lines(lines)
        self.remarks.show_sentences(remarks)

    def _take(self) -> None:
        if self.mailbox_id is not None and self.form is not None:
            self.described.emit(self.mailbox_id, self.form.details)

    def _spread(self) -> None:
        if self.form is not None:
            self.spread.emit(self.form.shared)

    def _made_spread_button(self) -> QPushButton:
        button = QPushButton(self.tr("Ghi như vậy cho mọi hộp thư đã chọn"))
        button.setProperty("kind", "quiet")
        button.setAutoDefault(False)
        button.setAccessibleName(button.text())
        button.clicked.connect(self._spread)
        return button


def _limit_line(concerned: Concerned, sentence: str) -> RuleLine:
    """Say what a lock began, its counting day by day behind "Vì sao?"."""
    assert concerned.limit is not None
    said = sentence or f"{concerned.limit.rule.why} ({whose(concerned.limit.rule)})"
    return RuleLine(said, Why.of(concerned.limit.rule, counting=concerned.limit.counting))
