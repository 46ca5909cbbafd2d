"""Why a mailbox of the register may not be asked for: closed, never issued, not locked, asked for already, nothing to change.

The rows themselves are `operations.concerned`; what does not stand in the way is `operations.concerned_remarks`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import LOCKED, NEVER_ISSUED
from govmail_desk.domain.regulation import REQUEST_OCCASION
from govmail_desk.domain.request_details import ChangeDetails, ReopenDetails
from govmail_desk.operations.mailboxes import checked_address
from govmail_desk.wording import MAILBOX_STATES, REQUEST_KINDS

if TYPE_CHECKING:
    from datetime import date

    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.domain.request import RequestKind
    from govmail_desk.domain.request_details import Details
    from govmail_desk.operations.concerned_reading import Known, Register

_LEAVE_OUT: Final = "Hãy bỏ hộp thư này khỏi đề nghị."


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why one mailbox may not be asked for, and by which article such requests are made."""

    sentence: str
    cite: str | None


class Refusals:
    """What may stand in the way of one plan's rows; addresses asked for by earlier rows are remembered."""

    def __init__(self, register: Register, regulation: Regulation, *, kind: RequestKind, on: date) -> None:
        self._register, self._kind, self._on = register, kind, on
        self._cites = {
            mailbox_kind: _cite(regulation, kind, mailbox_kind=mailbox_kind, on=on)
            for mailbox_kind in ("personal", "unit")
        }
        self._given: dict[str, str] = {}

    def of(self, known: Known, details: Details, *, has_changes: bool) -> Refusal | None:
        """Say what stands in the way of one mailbox; None where nothing does."""
        sentence = self._of_any(known) or self._of_kind(known, details, has_changes=has_changes)
        return Refusal(sentence, self._cites[known.mailbox.kind]) if sentence else None

    def _of_any(self, known: Known) -> str:
        mailbox = known.mailbox
        what = REQUEST_KINDS[self._kind].lower()
        if mailbox.state in NEVER_ISSUED:
            return (
                f"Hộp thư {mailbox.address} mới ở bước “{MAILBOX_STATES[mailbox.state].lower()}”, chưa được cấp nên chưa "
                f"đề nghị {what} được. {_LEAVE_OUT}"
            )
        if mailbox.state == "closed":
            return f"Hộp thư {mailbox.address} đã đóng từ {mailbox.since:%d/%m/%Y} nên không đề nghị {what} được. {_LEAVE_OUT}"
        if known.asked:
            number = f" số {known.asked.number}" if known.asked.number else f" mã {known.asked.id}"
            return (
                f"Hộp thư {mailbox.address} đã nằm trong đề nghị {what}{number} lập ngày {known.asked.asked_on:%d/%m/%Y} "
                f"chưa xong. {_LEAVE_OUT}"
            )
        return ""

    def _of_kind(self, known: Known, details: Details, *, has_changes: bool) -> str:
        match details:
            case ReopenDetails():
                return self._of_reopening(known, details)
            case ChangeDetails():
                return self._of_change(known, details, has_changes=has_changes)
            case _:
                return ""

    def _of_reopening(self, known: Known, details: ReopenDetails) -> str:
        mailbox = known.mailbox
        if mailbox.state not in LOCKED:
            return f"Hộp thư {mailbox.address} đang dùng, không bị khóa hay tạm dừng nên không cần mở lại. {_LEAVE_OUT}"
        if details.locked_on and details.locked_on > self._on:
            return (
                f"Hộp thư {mailbox.address}: ngày bị khóa {details.locked_on:%d/%m/%Y} ở sau ngày lập đề nghị. "
                "Hãy xem lại ngày bị khóa."
            )
        return ""

    def _of_change(self, known: Known, details: ChangeDetails, *, has_changes: bool) -> str:
        if not has_changes:
            return (
                f"Hộp thư {known.mailbox.address}: chưa nêu thông tin nào thay đổi. Hãy ghi địa chỉ mới, đơn vị mới, "
                "người sử dụng mới hoặc thông tin khác."
            )
        return self._of_unit(details) or self._of_holder(known, details) or self._of_address(known, details)

    def _of_unit(self, details: ChangeDetails) -> str:
        if details.unit_id is None or details.unit_id in self._register.names:
            return ""
        return "Đơn vị mới không có trong sổ. Hãy chọn lại đơn vị."

    def _of_holder(self, known: Known, details: ChangeDetails) -> str:
        if details.holder_id is None or details.holder_id == known.mailbox.holder_id:
            return ""
        if known.mailbox.kind == "unit":
            return (
                f"Hộp thư {known.mailbox.address} là của đơn vị, không giao cho một cá nhân làm chủ. Hãy ghi người theo dõi "
                "ở trang Hộp thư."
            )
        new = self._register.person(details.holder_id)
        if new.left_on is not None:
            return f"{new.full_name} đã thôi làm việc từ {new.left_on:%d/%m/%Y}. Hãy chọn người khác."
        if held := self._register.held_by(new.id):
            return f"{new.full_name} đã có hộp thư {held}. Hãy chọn người khác."
        return ""

    def _of_address(self, known: Known, details: ChangeDetails) -> str:
        address = details.address
        if not address or address == known.mailbox.address:
            return ""
        try:
            checked_address(address)
        except RuleBroken as broken:
            return f"{known.subject.name}: {broken.sentence}"
        if reason := self._register.taken(address):
            return f"{known.subject.name}: địa chỉ {address} {reason}. Hãy chọn địa chỉ khác."
        if first := self._given.get(address):
            return (
                f"{known.subject.name}: địa chỉ {address} trùng với {first} trong đề nghị này. Hãy chọn địa chỉ khác."
            )
        self._given[address] = known.subject.name
        return ""


def _cite(regulation: Regulation, kind: RequestKind, *, mailbox_kind: str, on: date) -> str | None:
    """Name the article such a request is made by: the occasions the regulation names, else the way it goes."""
    occasions = [rule.cite for rule in regulation.all(REQUEST_OCCASION[kind], on) if rule.cite]
    if occasions:
        return ", ".join(dict.fromkeys(occasions))
    channel = regulation.channel(kind, "unit" if mailbox_kind == "unit" else "personal", on)
    return channel.cite if channel else None
