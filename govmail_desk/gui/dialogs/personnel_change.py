"""Recording a change in the post of one person, or of several under one decision; below the fields stands what follows from it.

Here: `PersonnelChangeDialog`. What it writes is `operations.personnel`, what is said below the fields `gui.parts.personnel_outcome`.
The request that follows is begun by whoever opened the dialog (`gui.parts.personnel_acts`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize, Signal

from govmail_desk import wording
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import ChoiceField, LongTextField, TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.fields.name_field import NameField
from govmail_desk.gui.parts.personnel_outcome import PersonnelOutcome
from govmail_desk.gui.run import run
from govmail_desk.gui.tables.unit_tree import unit_choices
from govmail_desk.listings import units
from govmail_desk.operations.personnel import (
    OF_ONE_PERSON,
    Decision,
    plan_personnel_changes,
    record_personnel_changes,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.person import Person, PersonnelKind
    from govmail_desk.operations.personnel import JointPlan

SIZE: Final = QSize(680, 0)
_IN_ORDER: Final[tuple[PersonnelKind, ...]] = (
    "retired",
    "resigned",
    "left",
    "died",
    "transferred",
    "promoted",
    "renamed",
    "joined",
)
"""The kinds as they are offered, those that bring most work first."""
_WANTED: Final[dict[PersonnelKind, tuple[str, ...]]] = {
    "transferred": ("unit", "post"),
    "promoted": ("post",),
    "renamed": ("name",),
}
"""Which fields say what is new."""


class PersonnelChangeDialog(Dialog):
    """Record a change for the people chosen."""

    recorded = Signal(object)
    """It is in the register: the `Ask`s that follow."""

    def __init__(
        self, parent: QWidget, desk: Desk, people: Sequence[Person], *, kind: PersonnelKind | None = None
    ) -> None:
        super().__init__(parent, title=self._title_of(people), main_words=self.tr("Ghi biến động"), size=SIZE)
        self.desk = desk
        self.people = tuple(people)
        self.plan: JointPlan | None = None
        self.refusal: RuleBroken | None = None
        self.kind = ChoiceField([(one, wording.PERSONNEL_KINDS[one]) for one in self._kinds()])
        self.kind.choose(kind)
        self.document = TextField(hint=self.tr("ví dụ Quyết định số 125/QĐ-SNV"))
        self.decided = DateField(desk.today(), desk.today())
        self.effective = DateField(desk.today())
        self.unit = ChoiceField(unit_choices(units.tree(desk)))
        self.unit.choose(people[0].unit_id)
        self.name = NameField(people[0].full_name if self.is_of_one else "")
        self.post = TextField(people[0].post if self.is_of_one else "")
        self.note = LongTextField(lines=2)
        self.form = self._form()
        self.outcome = PersonnelOutcome(desk, self.fields)
        self.body.addWidget(self.form)
        self.body.addWidget(self.outcome)
        self.body.addStretch(1)
        self._connect()
        self._follow_kind()

    @property
    def is_of_one(self) -> bool:
        """True where the change is one person's."""
        return len(self.people) == 1

    def do(self) -> None:
        """Record it as it was seen."""
        if self.form.show_errors(self._errors()):
            run(self, self._record, self.kept)

    def kept(self, changes: object = None) -> None:
        """Close, and tell the page what follows."""
        super().kept(changes)
        self.recorded.emit(self.plan.asks if self.plan is not None else ())

    def _record(self) -> Changes:
        assert self.plan is not None
        try:
            return record_personnel_changes(self.desk, self.plan)
        except RuleBroken:
            self._tell()  # the register has moved: what stands below is true again before it is recorded
            raise

    @property
    def _ids(self) -> list[int]:
        return [person.id for person in self.people]

    @property
    def _kind(self) -> PersonnelKind:
        kind: Any = self.kind.choice()
        chosen: PersonnelKind = kind
        return chosen

    def _kinds(self) -> list[PersonnelKind]:
        """Offer what can be recorded: who left can only come back, and some changes are another for each person."""
        if all(person.left_on is not None for person in self.people):
            return ["joined"]
        return [kind for kind in _IN_ORDER if self.is_of_one or kind not in OF_ONE_PERSON]

    def _decision(self) -> Decision:
        wanted = _WANTED.get(self._kind, ())
        unit_id: Any = self.unit.choice()
        return Decision(
            kind=self._kind,
            decided_on=self.decided.day() or self.desk.today(),
            effective_on=self.effective.day(),
            document=self.document.typed(),
            unit_id=unit_id if "unit" in wanted else None,
            full_name=self.name.typed() if "name" in wanted else "",
            given_word=self.name.given_word if "name" in wanted else None,
            post=self.post.typed() if "post" in wanted else "",
            note=self.note.typed(),
        )

    def _errors(self) -> dict[str, str]:
        """Say what is wrong, under the field that mends it."""
        errors = self._unread_days()
        if self.refusal is None or errors:
            return errors
        decided_on = self.decided.day()
        if decided_on is not None and decided_on > self.desk.today():
            return {"decided": self.refusal.sentence}
        return {_WANTED.get(self._kind, ("kind",))[0]: self.refusal.sentence}

    def _unread_days(self) -> dict[str, str]:
        errors: dict[str, str] = {}
        if self.decided.day() is None:
            errors["decided"] = self.decided.problem() or self.tr("Chưa có ngày. Hãy gõ ngày ghi trên quyết định.")
        if self.effective.problem():
            errors["effective"] = str(self.effective.problem())
        return errors

    def _follow_kind(self) -> None:
        wanted = _WANTED.get(self._kind, ())
        for key in ("unit", "name", "post"):
            self.form.rows[key].setVisible(key in wanted and (key == "unit" or self.is_of_one))
        died = self.tr("Không có quyết định thì ghi ngày mất.")
        self.form.rows["decided"].show_hint(died if self._kind == "died" else "")
        self._tell()

    def _tell(self) -> None:
        """Plan anew, and say below what follows."""
        self.plan, self.refusal = None, None
        if self._unread_days():
            self.outcome.show_missing(self.tr("Điền ngày trên quyết định để xem đề nghị nào phải lập và hạn gửi."))
            return
        try:
            plan = plan_personnel_changes(self.desk, person_ids=self._ids, decision=self._decision())
        except RuleBroken as refusal:
            self._take_refusal(refusal)
            return
        if not plan.plans:
            self._take_refusal(plan.refusals[0])
            return
        self.plan = plan
        self.outcome.show_plan(plan)

    def _take_refusal(self, refusal: RuleBroken) -> None:
        self.refusal = refusal
        self.outcome.show_missing(refusal.sentence)

    def _connect(self) -> None:
        self.kind.picked.connect(self._follow_kind)
        self.unit.picked.connect(self._tell)
        self.name.read.connect(self._tell)
        for line in (self.document, self.post, self.note):
            line.textChanged.connect(self._tell)
        for day in (self.decided, self.effective):
            day.day_changed.connect(self._tell)

    def _form(self) -> Form:
        form = Form(self)
        form.add("kind", self.tr("Biến động"), self.kind)
        form.add("decided", self.tr("Ngày quyết định"), self.decided, is_needed=True)
        form.put_side_by_side("kind", "decided")
        form.add("document", self.tr("Số quyết định"), self.document)
        hint = self.tr("Để trống nếu là ngày quyết định.")
        form.add("effective", self.tr("Có hiệu lực từ"), self.effective, hint=hint)
        form.put_side_by_side("document", "effective")
        form.add("unit", self.tr("Đơn vị mới"), self.unit)
        form.add("post", self.tr("Chức vụ mới"), self.post)
        form.put_side_by_side("unit", "post")
        form.add("name", self.tr("Họ và tên mới"), self.name)
        form.add("note", self.tr("Ghi chú"), self.note)
        return form

    def _title_of(self, people: Sequence[Person]) -> str:
        if len(people) == 1:
            return self.tr("Biến động nhân sự: {}").format(people[0].full_name)
        return self.tr("Biến động nhân sự: {} người").format(len(people))
