"""What can be done next with the request shown on the page Đề nghị, by its state: signed, sent, answered, brought in; or given up.

Here: `RequestActs`, the acts and the dialogs behind them. Making a request, its copies and taking the draft back are the page's own.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.request import MAY_FOLLOW
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.parts.act_menu import offer_at_button
from govmail_desk.gui.run import runner_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.domain.request import RequestAct
    from govmail_desk.gui.dialog import Dialog
    from govmail_desk.listings.request_life import Life
    from govmail_desk.listings.requests import RequestListRow

_REHEARSAL: Final[Late[Any]] = Late("govmail_desk.operations.request_rehearsal")
_SIGN: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.sign_request:SignRequestDialog")
_SEND: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.send_request:SendRequestDialog")
_ANSWER: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.answer_request:AnswerRequestDialog")
_APPLY: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.apply_answer:ApplyAnswerDialog")
_CHASE: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.chase_request:ChaseRequestDialog")
_NUMBER_CHASE: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.chase_request:NumberChaseDialog")
_WITHDRAW: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.withdraw_rows:WithdrawRowsDialog")
_CANCEL_NUMBER: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.end_request:CancelNumberDialog")
_CANCEL: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.end_request:CancelRequestDialog")


class RequestActs(QObject):
    """The acts on one request of a page."""

    asked = Signal()
    """An act is asked for: the page shows what stands now, where it had not yet."""

    check_asked = Signal()
    """The papers are to be looked through before they are signed."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._desk: Desk
        self._row: RequestListRow | None = None
        self._life: Life | None = None
        self._does_next: Callable[[], object] = _nothing
        self.next = act(page, "next", "", self.do_next, icon_name="check", shortcut="F6")
        self.chase_act = act(page, "chase", self.tr("Đôn đốc…"), self.chase, icon_name="send")
        self._sign = act(page, "sign", self.tr("Ghi đã ký…"), self.sign, icon_name="check")
        self._number_chase = act(
            page, "number_chase", self.tr("Ghi số công văn đôn đốc…"), self.number_chase, icon_name="check"
        )
        self._withdraw = act(page, "withdraw", self.tr("Rút bớt dòng…"), self.withdraw, icon_name="undo")
        self._cancel_number = act(page, "cancel_number", self.tr("Hủy số…"), self.cancel_number, icon_name="close")
        self._cancel = act(page, "cancel", self.tr("Hủy đề nghị…"), self.cancel, icon_name="close")
        self.more = act(page, "more", self.tr("Việc khác…"), self.offer_more, icon_name="more")
        self.lesser = (self._sign, self._number_chase, self._withdraw, self._cancel_number, self._cancel)
        self._behind_more: Sequence[QAction] = ()
        self.show_request(None, None)

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        self._desk = desk

    def show_request(self, row: RequestListRow | None, life: Life | None) -> None:
        """Say which request is meant, and so which acts can be done."""
        self._row, self._life = row, life
        words, self._does_next = self._next_of(row)
        self.next.setText(words)
        self.next.setVisible(bool(words))
        self.chase_act.setVisible(self._may_be("chased") and (row is None or row.state == "overdue" or not row.due_on))
        self._number_chase.setVisible(self._may_number_chase)
        several = life is not None and len(life.standing) > 1
        self._withdraw.setVisible(several and self._may_be("withdrawn"))
        self._sign.setVisible(self._may_be("signed") and not self._may_sign_first)
        self._cancel_number.setVisible(self._may_be("number-cancelled"))
        self._cancel.setVisible(self._may_be("cancelled"))

    @property
    def may_sign(self) -> bool:
        """True where the letter of the request shown, or the latest that asks again, waits for its signature."""
        return self._may_number_chase or self._may_sign_first

    @property
    def _may_sign_first(self) -> bool:
        return self._row is not None and self._row.state == "draft" and self._goes_by_letter(self._row)

    @property
    def _may_number_chase(self) -> bool:
        steps = self._life.steps if self._life is not None else ()
        last_chase = next((step for step in steps if step.act == "chased"), None)
        return last_chase is not None and not last_chase.number and self._may_be("chased")

    def offer_behind_more(self, acts: Sequence[QAction]) -> None:
        """Keep these behind "Việc khác…"."""
        self._behind_more = [offered for offered in acts if offered.isVisible()]
        self.more.setVisible(bool(self._behind_more))

    def do_next(self) -> None:
        """Do what comes next."""
        self.asked.emit()
        self._does_next()

    def sign(self) -> None:
        """Record number and day of the letter that waits for its signature: the first, or once that is sent the one that asks again."""
        if self._may_number_chase:
            self.number_chase()
            return
        dialog = self._open(_SIGN)
        if dialog is not None:
            dialog.check_asked.connect(self.check_asked)

    def send(self) -> None:
        """Record that it was sent."""
        self._open(_SEND)

    def answer(self) -> None:
        """Record what came back."""
        self._open(_ANSWER, self._life)

    def chase(self) -> None:
        """Ask again for an answer that has not come."""
        self.asked.emit()
        self._open(_CHASE, self._life)

    def number_chase(self) -> None:
        """Record the number of the latest chase letter."""
        self.asked.emit()
        dialog = self._open(_NUMBER_CHASE)
        if dialog is not None:
            dialog.check_asked.connect(self.check_asked)

    def apply(self) -> None:
        """Show what the answer changes, then bring it in."""
        if self._row is None:
            return
        try:
            rehearsal = _REHEARSAL.load().rehearse_answer(self._desk, request_id=self._row.id)
        except (RuleBroken, StoreUnavailable) as failure:
            runner_of(self._page).tell_failure(failure, self._page, self.apply)
        else:
            self._open(_APPLY, self._life, rehearsal)

    def withdraw(self) -> None:
        """Withdraw some rows."""
        self.asked.emit()
        self._open(_WITHDRAW, self._life)

    def cancel_number(self) -> None:
        """Give the letter's number up."""
        self.asked.emit()
        self._open(_CANCEL_NUMBER)

    def cancel(self) -> None:
        """Give the whole request up."""
        self.asked.emit()
        self._open(_CANCEL)

    def offer_more(self) -> None:
        """Offer the lesser acts in a menu at the button."""
        offer_at_button(self._page, self.more, self._behind_more)

    def _next_of(self, row: RequestListRow | None) -> tuple[str, Callable[[], object]]:
        if row is None:
            return "", _nothing
        if self._may_sign_first:
            return self.tr("Ghi đã ký…"), self.sign
        return {
            "draft": (self.tr("Ghi đã gửi…"), self.send),
            "signed": (self.tr("Ghi đã gửi…"), self.send),
            "sent": (self.tr("Ghi trả lời…"), self.answer),
            "overdue": (self.tr("Ghi trả lời…"), self.answer),
            "answered": (self.tr("Cập nhật sổ…"), self.apply),
        }.get(row.state, ("", _nothing))

    def _goes_by_letter(self, row: RequestListRow) -> bool:
        """Say whether there is a letter to be signed; where the regulation names no way, there is one."""
        asked_on = date.fromisoformat(row.asked_on)
        channel = self._desk.regulation(asked_on).channel(row.kind, row.mailbox_kind, asked_on)
        return channel is None or "letter" in channel.value.papers

    def _may_be(self, step: RequestAct) -> bool:
        if self._row is None:
            return False
        state = "sent" if self._row.state == "overdue" else self._row.state
        return state in MAY_FOLLOW[step]

    def _open(self, dialog: Late[Any], *facts: object) -> Any:
        """Open a dialog about the request shown, and return it; None where none is shown."""
        if self._row is None:
            return None
        made: Dialog = dialog.load()(self._page, self._desk, self._row, *facts)
        made.open()
        return made


def _nothing() -> None:
    """Do nothing: no request is shown."""
