"""Opening a handover of a unit's mailboxes, and writing what stands around one that is open otherwise.

Here: `OpenHandoverDialog`, `AmendHandoverDialog`. What a change of head opens by itself is `operations.handover_opening`; who would hand
over is `operations.handover_parties`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QSize, Signal

from govmail_desk import wording
from govmail_desk.domain.handover import Circumstances
from govmail_desk.domain.regulation import HANDOVER_PARTIES
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.circumstances_form import CircumstancesForm
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import ChoiceField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.fields.person_field import MOST_FOUND, PersonField
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.rules.checklist_words import OURS
from govmail_desk.gui.rules.rule_line import RuleLine, RuleLines
from govmail_desk.gui.run import run
from govmail_desk.gui.tables.handover_columns import parties
from govmail_desk.listings import people
from govmail_desk.listings.unit_mailboxes import UnitMailboxes, with_mailboxes
from govmail_desk.operations.handover_parties import usual_parties
from govmail_desk.operations.handovers import amend_handover, open_handover

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.handover import Post
    from govmail_desk.listings.handovers import HandoverPane

_SIZE: Final = QSize(680, 0)


class OpenHandoverDialog(Dialog):
    """Say which mailboxes pass to whom, and from when."""

    made = Signal(object)
    """The handover is open: the `Changes`."""

    def __init__(self, parent: QWidget, desk: Desk, *, unit_id: int | None = None) -> None:
        super().__init__(parent, title=self.tr("Mở bàn giao hộp thư"), main_words=self.tr("Mở bàn giao"), size=_SIZE)
        self.desk = desk
        find = partial(people.find, desk, limit=MOST_FOUND)
        self.unit = ChoiceField([(unit, unit.words) for unit in with_mailboxes(desk)])
        self.on = DateField(desk.today(), desk.today())
        self.post = ChoiceField(wording.HANDOVER_POSTS.items())
        self.receiver, self.giver = PersonField(find), PersonField(find)
        self.form = self._form()
        self.around = CircumstancesForm(Circumstances(), self)
        self.rules = RuleLines(self.fields)
        self.silent = WrappedLabel(self.tr("Quy chế không nêu bàn giao này; danh mục là {}.").format(OURS), "soft")
        for part in (self.form, self.rules, self.silent, self.around):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._choose_unit(unit_id)
        self.unit.picked.connect(self._follow_usual)
        self.post.picked.connect(self._follow_post)
        self.on.day_changed.connect(self._follow_day)
        self._follow_usual()

    def do(self) -> None:
        """Open it."""
        if self.form.show_errors(self._errors()) and self.around.show_errors(self.around.problems()):
            run(self, self._open, self._opened)

    def _open(self) -> Changes:
        unit, receiver, giver, on = self._unit, self.receiver.person(), self.giver.person(), self.on.day()
        assert unit is not None
        assert receiver is not None
        assert on is not None
        return open_handover(
            self.desk,
            mailbox_ids=unit.mailbox_ids,
            receiver_id=receiver.id,
            effective_on=on,
            post=cast("Post", self.post.choice()),
            giver_id=giver.id if giver is not None else None,
            around=self.around.around(),
        )

    def _opened(self, changes: Changes) -> None:
        self.kept()
        self.made.emit(changes)

    @property
    def _unit(self) -> UnitMailboxes | None:
        return cast("UnitMailboxes | None", self.unit.choice())

    def _choose_unit(self, unit_id: int | None) -> None:
        for place in range(self.unit.count()):
            if self.unit.itemData(place).unit_id == unit_id:
                self.unit.setCurrentIndex(place)

    def _follow_usual(self, _unit: object = None) -> None:
        """Fill in who would hand over, in which post, from the register."""
        self._fill(None)

    def _follow_post(self, _post: object = None) -> None:
        self._fill(cast("Post", self.post.choice()))

    def _follow_day(self, _day: object = None) -> None:
        self._fill(cast("Post", self.post.choice()))

    def _fill(self, post: Post | None) -> None:
        unit, on = self._unit, self.on.day()
        if unit is None or on is None:
            return
        usual = usual_parties(self.desk, mailbox_id=unit.mailbox_ids[0], effective_on=on, post=post)
        self.post.choose(usual.post)
        rows = people.page(self.desk, [usual.giver_id]) if usual.giver_id is not None else []
        self.giver.show_person(rows[0] if rows else None)
        self.around.show_absence(usual.absence)
        self._tell_rule(usual.post)

    def _tell_rule(self, post: Post) -> None:
        on = self.on.day() or self.desk.today()
        regulation = self.desk.regulation(on)
        stated = regulation.find(HANDOVER_PARTIES, on)
        speaks = stated is not None and stated.value.post == post
        self.rules.show_lines(
            [RuleLine.of(HANDOVER_PARTIES, stated, regulation)] if stated is not None and speaks else []
        )
        self.silent.setVisible(not speaks)

    def _errors(self) -> dict[str, str]:
        errors: dict[str, str] = {}
        if self._unit is None:
            errors["unit"] = self.tr(
                "Chưa đơn vị nào có hộp thư chung đang dùng. Hãy ghi hộp thư ở trang Hộp thư trước."
            )
        if self.receiver.person() is None:
            errors["receiver"] = self.tr("Chưa chọn người nhận. Hãy gõ tên rồi chọn trong danh sách hiện ra.")
        if self.on.day() is None:
            errors["on"] = self.on.problem() or self.tr("Chưa có ngày. Hãy gõ ngày bên nhận bắt đầu phụ trách.")
        return errors

    def _form(self) -> Form:
        form = Form(self)
        form.add("unit", self.tr("Hộp thư của đơn vị"), self.unit, is_needed=True)
        form.add("on", self.tr("Bên nhận phụ trách từ ngày"), self.on, is_needed=True)
        form.add("post", self.tr("Bàn giao giữa hai"), self.post)
        form.put_side_by_side("on", "post")
        form.add("receiver", self.tr("Người nhận"), self.receiver, is_needed=True)
        hint = self.tr("Điền sẵn người phụ trách hôm trước ngày ấy; để trống thì sổ tự tìm.")
        form.add("giver", self.tr("Người giao"), self.giver, hint=hint)
        form.put_side_by_side("receiver", "giver")
        return form


class AmendHandoverDialog(Dialog):
    """Write the decision, who signs in the giver's place, witness and place otherwise."""

    def __init__(self, parent: QWidget, desk: Desk, facts: HandoverPane) -> None:
        super().__init__(parent, title=self.tr("Sửa thông tin bàn giao"), main_words=self.tr("Ghi lại"), size=_SIZE)
        self.desk = desk
        self._handover = facts.handover
        self.around = CircumstancesForm(facts.handover, self)
        self.body.addWidget(WrappedLabel(parties(facts.row), "label", self.fields))
        self.body.addWidget(self.around)
        self.body.addStretch(1)

    def do(self) -> None:
        """Write it."""
        if self.around.show_errors(self.around.problems()):
            act = partial(amend_handover, self.desk, handover=self._handover, around=self.around.around())
            run(self, act, self.kept)
