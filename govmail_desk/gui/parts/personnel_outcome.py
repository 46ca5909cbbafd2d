"""What recording a change in someone's post would write and bring with it, said before it is recorded.

Here: `PersonnelOutcome`: what is written, the charges that end, the requests that follow with article, "Vì sao?" and last day.
The plan is `operations.personnel`, the requests `operations.personnel_asks`; the fields it follows are the dialog's.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from govmail_desk import wording
from govmail_desk.domain.person import LEAVING
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.why_card import Why
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.rules.rule_line import RuleLine, whose
from govmail_desk.listings import mailboxes, units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.desk import Desk
    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.operations.personnel import JointPlan, PersonnelPlan
    from govmail_desk.operations.personnel_asks import Ask
    from govmail_desk.operations.request_limits import Limit

_NAMED_AT_MOST: Final = 3


class PersonnelOutcome(QWidget):
    """What follows from what stands in the fields now."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._unit_names = {row.id: row.name for row in units.tree(desk)}
        self.lines: list[str] = []
        self._inside = QWidget(self)
        self._rows = QVBoxLayout(self._inside)
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._begin()

    def show_missing(self, sentence: str) -> None:
        """Say what has to be filled in, or chosen otherwise, before anything can be told."""
        self._begin()
        self._say(sentence)

    def show_plan(self, joint: JointPlan) -> None:
        """Say what recording this would come to."""
        self._begin()
        self._tell_written(joint)
        self._tell_charges(joint.plans)
        self._tell_asks(joint)

    # what is written

    def _tell_written(self, joint: JointPlan) -> None:
        self._head(self.tr("Sẽ ghi vào sổ"))
        if len(joint.plans) == 1:
            for words in self._written(joint.plans[0]):
                self._say(words, "")
        elif joint.plans:
            self._say(self._written_of_many(joint.plans), "")
        for refusal in joint.refusals[:_NAMED_AT_MOST]:
            self._say(refusal.sentence, "bad")
        if len(joint.refusals) > _NAMED_AT_MOST:
            more = len(joint.refusals) - _NAMED_AT_MOST
            self._say(self.tr("Và {} người khác cũng không ghi được.").format(more), "bad")

    def _written(self, plan: PersonnelPlan) -> list[str]:
        before, after = plan.before, plan.after
        if plan.change.kind in LEAVING:
            return [self._leaves(before.full_name, plan)]
        changed = (
            (self.tr("Đơn vị"), self._unit_names.get(before.unit_id, ""), self._unit_names.get(after.unit_id, "")),
            (self.tr("Họ và tên"), before.full_name, after.full_name),
            (self.tr("Chức vụ"), before.post or self.tr("chưa ghi"), after.post or self.tr("chưa ghi")),
        )
        told = [f"{words}: {old} → {new}" for words, old, new in changed if old != new]
        return told or [self.tr("{} làm việc ở {}.").format(after.full_name, self._unit_names.get(after.unit_id, ""))]

    def _written_of_many(self, plans: Sequence[PersonnelPlan]) -> str:
        first, count = plans[0], len(plans)
        if first.change.kind in LEAVING:
            return self._leaves(self.tr("{} người").format(count), first)
        if first.change.kind == "transferred":
            return self.tr("{} người chuyển đến {}.").format(count, self._unit_names.get(first.after.unit_id, ""))
        return self.tr("{} người: {}.").format(count, wording.PERSONNEL_KINDS[first.change.kind].lower())

    def _leaves(self, who: str, plan: PersonnelPlan) -> str:
        kind = wording.PERSONNEL_KINDS[plan.change.kind].lower()
        return self.tr("{}: {}, thôi làm việc từ {}.").format(who, kind, wording.day_words(plan.change.effective_on))

    def _tell_charges(self, plans: Sequence[PersonnelPlan]) -> None:
        ending = [(plan.before.full_name, charge) for plan in plans for charge in plan.ending]
        if not ending:
            return
        self._head(self.tr("Phải giao cho người khác"))
        for name, charge in ending:
            role = wording.CUSTODY_ROLES[charge.role].lower()
            unit = self._unit_names.get(charge.unit_id, "")
            self._say(self.tr("{} thôi làm {} của {}.").format(name, role, unit), "")
        self._say(self.tr("Ghi người mới ở trang Người và đơn vị, chọn đơn vị rồi bấm Giao phụ trách."))

    # which requests follow

    def _tell_asks(self, joint: JointPlan) -> None:
        grouped: dict[tuple[str, bool, bool], list[Ask]] = defaultdict(list)
        for ask in joint.asks:
            grouped[ask.kind, ask.barred_by is not None, ask.is_later].append(ask)
        if not joint.plans:
            return
        self._head(self.tr("Đề nghị phải lập"))
        if not grouped:
            self._say(self.tr("Không có: chưa có hộp thư nào được cấp để đề nghị."))
        regulation = self._desk.regulation(joint.plans[0].change.decided_on)
        for asks in grouped.values():
            self._tell_ask(asks, regulation)

    def _tell_ask(self, asks: Sequence[Ask], regulation: Regulation) -> None:
        first = asks[0]
        if first.barred_by is not None:
            posts = self.tr(" và ").join(first.barred_by.value)
            said = self.tr("Không đề nghị cấp mới hộp thư: chỉ {} được cấp ({})").format(posts, whose(first.barred_by))
            self._add(RuleLine(said, Why.of(first.barred_by, regulation=regulation.short_name), tone=""))
            return
        if first.rule is None:
            self._say(self.tr("{} (quy chế không nêu)").format(self._asked(asks)), "")
        else:
            said = f"{self._asked(asks)} ({self._whose(first)})"
            self._add(RuleLine(said, Why.of(first.rule, regulation=regulation.short_name), tone=""))
        if not first.is_later and first.kind != "create":
            self._tell_limit(first.limit, regulation)

    def _asked(self, asks: Sequence[Ask]) -> str:
        first = asks[0]
        kind = wording.REQUEST_KINDS[first.kind]
        if first.is_later:
            return self.tr("{} hộp thư: lập sau khi hộp thư đang có đã được hủy").format(kind)
        if first.kind == "create":
            return self.tr("{} {} hộp thư").format(kind, len(asks))
        ids = [mailbox_id for ask in asks for mailbox_id in ask.mailbox_ids]
        named = [row.address for row in mailboxes.page(self._desk, ids[:_NAMED_AT_MOST])]
        more = self.tr(" và {} hộp thư khác").format(len(ids) - len(named)) if len(ids) > len(named) else ""
        return f"{kind}: {', '.join(named)}{more}"

    def _whose(self, ask: Ask) -> str:
        assert ask.rule is not None
        if ask.rule.source == "suggested":
            return self.tr("quy chế không nêu, chương trình gợi ý")
        return whose(ask.rule)

    def _tell_limit(self, limit: Limit | None, regulation: Regulation) -> None:
        if limit is None:
            self._say(self.tr("Quy chế không đặt thời hạn cho đơn vị gửi đề nghị này; nên gửi sớm."))
            return
        due_on = limit.counting.due_on
        left = wording.days_left(due_on, self._desk.today())
        said = self.tr("Gửi chậm nhất {} · {} ({})").format(wording.day_words(due_on), left, whose(limit.rule))
        why = Why.of(limit.rule, regulation=regulation.short_name, counting=limit.counting)
        self._add(RuleLine(said, why, tone="bad" if due_on < self._desk.today() else ""))

    # how it stands

    def _begin(self) -> None:
        self.lines = []
        self._place.removeWidget(self._inside)
        self._inside.hide()  # before it has no parent: shown without one it would be a window of its own
        self._inside.setParent(None)
        self._inside.deleteLater()
        self._inside = QWidget(self)
        self._rows = QVBoxLayout(self._inside)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(Space.TIGHT)
        self._place.addWidget(self._inside)

    def _head(self, words: str) -> None:
        label = WrappedLabel(words, "label", self._inside)
        label.setContentsMargins(0, Space.NEAR, 0, 0)
        self._rows.addWidget(label)

    def _say(self, words: str, tone: str = "soft") -> None:
        self.lines.append(words)
        self._rows.addWidget(WrappedLabel(words, tone, self._inside))

    def _add(self, line: RuleLine) -> None:
        self.lines.append(line.words)
        self._rows.addWidget(line)
