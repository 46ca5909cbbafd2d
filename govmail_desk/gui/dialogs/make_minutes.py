"""The minutes of a handover as they would be made now: what is still open, what the paper says, the hours where they are known."""

from __future__ import annotations

from datetime import datetime, time
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, QTimer, Signal

from govmail_desk.documents.plain_text import Line
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.dialogs.office_hours import TimeField
from govmail_desk.gui.fields.fields import TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.parts.plain_paper import PlainPaper
from govmail_desk.gui.run import run
from govmail_desk.operations.handover_minutes import make_minutes, plan_minutes
from govmail_desk.operations.minutes_content import MinutesChoices

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.listings.handovers import HandoverPane
    from govmail_desk.operations.handover_minutes import MinutesPlan

_SIZE: Final = QSize(760, 640)
_PAUSE_MS: Final = 150
"""The text is made anew once the typing pauses."""


class MakeMinutesDialog(Dialog):
    """Look at the text, then make the next edition."""

    made = Signal(object)
    """They are in the register: the `Changes`."""

    def __init__(self, parent: QWidget, desk: Desk, facts: HandoverPane, plan: MinutesPlan) -> None:
        title = self.tr("Lập biên bản bàn giao, bản thứ {}").format(plan.edition)
        super().__init__(parent, title=title, main_words=self.tr("Lập biên bản"), size=_SIZE)
        self.desk = desk
        self._handover_id = facts.row.id
        self.number = TextField(hint=self.tr("Để trống thì văn thư ghi sau"))
        self.begun, self.ended = TimeField(), TimeField()
        self.form = Form(self)
        self.form.add("number", self.tr("Số biên bản"), self.number)
        self.form.add("begun", self.tr("Bắt đầu lúc"), self.begun)
        self.form.add("ended", self.tr("Xong lúc"), self.ended)
        self.form.put_side_by_side("number", "begun", "ended")
        self.paper = PlainPaper(self.fields)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._show_text(plan)
        self._tell_open(plan)
        self.body.addWidget(self.form)
        said = self.tr("Giờ để trống thì ghi tay trên bản in; bản ký số thì nên ghi ở đây.")
        self.body.addWidget(WrappedLabel(said, "soft", self.fields))
        self.body.addWidget(self.paper, 1)
        for field in (self.number, self.begun, self.ended):
            field.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.show_as_typed)

    def do(self) -> None:
        """Make it."""
        if self.form.show_errors(self._errors()):
            act = partial(make_minutes, self.desk, handover_id=self._handover_id, choices=self._choices())
            run(self, act, self._made)

    def show_as_typed(self) -> None:
        """Show the text with the number and hours typed so far; what cannot be said yet leaves it as it stands."""
        try:
            self._show_text(plan_minutes(self.desk, handover_id=self._handover_id, choices=self._choices()))
        except (RuleBroken, StoreUnavailable):
            return  # told by `do`, once the clerk wants it made

    def _made(self, changes: Changes) -> None:
        self.kept()
        self.made.emit(changes)

    def _choices(self) -> MinutesChoices:
        return MinutesChoices(
            begun_at=self._moment(self.begun), ended_at=self._moment(self.ended), number=self.number.typed()
        )

    def _show_text(self, plan: MinutesPlan) -> None:
        place = self.paper.verticalScrollBar().value()
        self.paper.show_lines([Line("paragraph", (line,)) for line in plan.lines if line.strip()])
        self.paper.verticalScrollBar().setValue(place)

    def _tell_open(self, plan: MinutesPlan) -> None:
        if plan.open_titles:
            said = self.tr("Còn {} mục bắt buộc chưa xong, biên bản sẽ ghi đúng như vậy: {}.")
            words = said.format(len(plan.open_titles), "; ".join(plan.open_titles))
            self.body.addWidget(WrappedLabel(words, "bad", self.fields))

    def _errors(self) -> dict[str, str]:
        said = self.tr("Chưa đọc được giờ này. Hãy gõ giờ và phút, ví dụ 08:30.")
        fields = {"begun": self.begun, "ended": self.ended}
        return {key: said for key, field in fields.items() if field.typed() and _time(field) is None}

    def _moment(self, field: TimeField) -> datetime | None:
        at = _time(field)
        return datetime.combine(self.desk.today(), at, self.desk.clock().tzinfo) if at is not None else None


def _time(field: TimeField) -> time | None:
    try:
        return time.fromisoformat(field.typed())
    except ValueError:
        return None
