"""The first step of a request about mailboxes of the register: which ones, and what is said of each beside it.

Here: `AboutStep` and `AboutTicks`. By which article such a request is made, or that the regulation names none, stands above the table.
Not here: choosing as such (`gui.dialogs.request_choosing`), the pane (`gui.dialogs.details_card`), the plan
(`gui.dialogs.request_drafting`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govmail_desk import wording
from govmail_desk.domain.regulation import REQUEST_CHANNEL
from govmail_desk.gui.dialogs.details_card import DetailsCard
from govmail_desk.gui.dialogs.request_choosing import ChoosingStep
from govmail_desk.gui.dialogs.request_ticks import LOOK, REFUSED, TickModel
from govmail_desk.gui.look.marks import Mark
from govmail_desk.gui.look.why_card import Why
from govmail_desk.gui.rules.rule_line import RuleLine, RuleLines
from govmail_desk.gui.tables.columns import Column

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.domain.request_details import Details
    from govmail_desk.gui.dialogs.request_drafting import Drafting
    from govmail_desk.listings.seekers import SeekerRow
    from govmail_desk.operations.concerned import Concerned

_FINE = Mark("tick", "good")


class AboutTicks(TickModel):
    """Mailboxes, and whether each can be asked for."""

    def made_columns(self) -> list[Column[SeekerRow]]:
        """Show what stands in the way, or what is to be looked at."""
        return [
            Column(key="name", title=self.tr("Người, đơn vị"), width=22, text=lambda row: row.name),
            Column(key="address", title=self.tr("Hộp thư"), width=29, text=lambda row: row.address),
            Column(key="asked", title=self.tr("Đề nghị"), width=18, text=self._said, mark=self._mark, tip=self._whole),
            Column(key="unit", title=self.tr("Chức vụ, nơi làm việc"), width=20, text=_place, grows=True),
        ]

    def _said(self, row: SeekerRow) -> str:
        found: Concerned | None = self.planned(row)
        if found is None:
            return ""
        if found.refusal:
            return self.tr("chưa được")
        return self.tr("được · xem lưu ý") if found.remarks else self.tr("được")

    def _whole(self, row: SeekerRow) -> str:
        found: Concerned | None = self.planned(row)
        return "\n".join(filter(None, [found.refusal, *found.remarks])) if found else ""

    def _mark(self, row: SeekerRow) -> Mark | None:
        found: Concerned | None = self.planned(row)
        if found is None:
            return None
        if found.refusal:
            return REFUSED
        return LOOK if found.remarks else _FINE


class AboutStep(ChoosingStep):
    """Choose the mailboxes, and say of each what the operator has to know."""

    card: DetailsCard
    waiting_words = "Đang tìm các hộp thư đã cấp…"
    look_words = "{} hộp thư có lưu ý"
    nobody_words = "Chưa đánh dấu hộp thư nào."
    chosen_words = {"personal": "{} hộp thư đã chọn", "unit": "{} hộp thư đơn vị đã chọn"}  # noqa: RUF012  # never written
    empty_words = (
        "Không có hộp thư {} nào để đề nghị việc này",
        "Ở đây là những hộp thư {} đã cấp trong sổ; việc mở lại chỉ có ở hộp thư bị khóa, tạm dừng.",
    )

    def __init__(self, drafting: Drafting, parent: QWidget | None = None) -> None:
        super().__init__(drafting, parent)
        self.rules = RuleLines(self)
        self.add_above(self.rules)
        drafting.chosen.connect(self._tell_channel)
        self._tell_channel()

    @property
    def main_words(self) -> str:
        """Name how many; where no letter is asked for, the mail is written."""
        count = len(self.drafting.selection.ids)
        if self.drafting.has_letter or not count:
            return super().main_words
        return self.tr("Soạn thư cho {} hộp thư").format(count)

    @property
    def table_name(self) -> str:
        """Those that were issued."""
        return self.tr("Hộp thư đã cấp")

    def made_model(self) -> AboutTicks:
        """Show whether each can be asked for."""
        return AboutTicks(self.drafting.sought_of, self)

    def made_card(self) -> DetailsCard:
        """Show what is said of one mailbox."""
        card = DetailsCard(self.drafting.desk, self)
        card.described.connect(self._describe)
        card.spread.connect(self._describe_all)
        return card

    def show_row(self, row: SeekerRow | None) -> None:
        """Show what is said of a mailbox."""
        if row is None:
            self.card.show_nobody()
        elif row.id in self.model.ticked:
            self.card.show_mailbox(row, self.drafting.sought.get(row.id), count=len(self.model.ticked))
        else:
            self.card.show_unticked(row)

    def keeps_enter(self, focus: QWidget | None) -> bool:
        """Enter in what is said of a mailbox only takes what stands there."""
        form = self.card.form
        return super().keeps_enter(focus) or (form is not None and focus is not None and form.isAncestorOf(focus))

    def _describe(self, mailbox_id: int, details: Details) -> None:
        self.drafting.describe({mailbox_id: details})

    def _describe_all(self, shared: Any) -> None:
        """Say the same of every mailbox chosen, each keeping what is its own."""
        planned = self.drafting.sought
        self.drafting.describe({one: shared(planned[one].details) for one in self.model.ticked if one in planned})

    def _tell_channel(self) -> None:
        """Say by which article such a request goes, or that the regulation does not name it."""
        drafting = self.drafting
        regulation = drafting.desk.regulation(drafting.on)
        rule = regulation.channel(drafting.kind, drafting.selection.seekers.kind, drafting.on)
        if rule is not None and rule.source != "suggested":
            self.rules.show_lines([RuleLine.of(REQUEST_CHANNEL[drafting.kind], rule, regulation)])
            return
        sentence = self.tr("Quy chế không nêu việc {} cho loại hộp thư này; cách gửi dưới đây là gợi ý.")
        said = sentence.format(wording.REQUEST_KINDS[drafting.kind].lower())
        why = Why.of(rule, regulation=regulation.short_name) if rule is not None else Why(said)
        self.rules.show_lines([RuleLine(said, why)])


def _place(row: SeekerRow) -> str:
    return " · ".join(filter(None, (row.post, row.unit)))
