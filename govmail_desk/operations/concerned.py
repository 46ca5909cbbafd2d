"""The rows of a request about mailboxes of the register: whose each one is, what its list prints, what the clerk should know.

What the clerk says of a mailbox is `domain.request_details`, what is printed of it `domain.request_cells`; why one may not be asked
for is `operations.concerned_refusals`; new mailboxes are `operations.sought`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.mailbox import LOCKED, MailboxKind
from govmail_desk.domain.person import LEAVING, PersonnelKind
from govmail_desk.domain.regulation import REQUEST_OCCASION
from govmail_desk.domain.request import RequestKind, Wanted
from govmail_desk.domain.request_cells import cells
from govmail_desk.domain.request_details import (
    NONE_GIVEN,
    ChangeDetails,
    CloseDetails,
    Details,
    Fact,
    ReopenDetails,
    ResetDetails,
)
from govmail_desk.domain.secrecy import without_password
from govmail_desk.domain.vietnamese import clean
from govmail_desk.operations.concerned_addresses import new_addresses
from govmail_desk.operations.concerned_reading import Register
from govmail_desk.operations.concerned_refusals import Refusals
from govmail_desk.operations.concerned_remarks import remarks_on
from govmail_desk.operations.lock_limits import lock_limit

if TYPE_CHECKING:
    from datetime import date

    from govmail_desk.desk import Desk
    from govmail_desk.domain.address_proposal import Candidate
    from govmail_desk.domain.person import PersonnelChange
    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.operations.concerned_reading import Known
    from govmail_desk.operations.request_limits import Limit

NEW_ADDRESS: Final = "Địa chỉ hộp thư"
NEW_UNIT: Final = "Đơn vị công tác"
NEW_HOLDER: Final = "Người sử dụng"
FORGOTTEN: Final = "Quên mật khẩu"
STILL_NEEDED: Final = "Cần tiếp tục sử dụng trong công việc"
NOT_USED: Final = "Không còn sử dụng"
LEFT_BY: Final[dict[PersonnelKind, str]] = {
    "retired": "Nghỉ hưu",
    "resigned": "Thôi việc",
    "died": "Từ trần",
    "left": "Chuyển công tác",
    "transferred": "Chuyển công tác",
}
"""Why a mailbox is no longer needed, by what happened to its holder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concerned:
    """One mailbox of the register that a request is about, with everything its papers and the clerk need to know of it."""

    kind: RequestKind
    mailbox_kind: MailboxKind
    mailbox_id: int
    name: str
    """The holder, or the unit for a unit's mailbox."""
    address: str
    """The one it has now; a new one asked for stands in `wanted`."""
    unit_id: int
    person_id: int | None = None
    details: Details
    """What the clerk said, filled up from the register."""
    cells: dict[str, str]
    wanted: Wanted
    candidates: tuple[Candidate, ...] = ()
    """The addresses the rules give in the new unit or for the new holder, where a change asks for none and the present one fits no more."""
    limit: Limit | None = None
    """What its lock began: a wait, or the last day to ask for reopening; counted day by day."""
    remarks: tuple[str, ...] = ()
    refusal: str = ""
    refusal_cite: str | None = None

    @property
    def said_reason(self) -> str:
        """The reason somebody gave for this mailbox; empty where the list only prints our usual one, and for a change."""
        reason = self.cells.get("ly_do", "")
        return "" if reason in {STILL_NEEDED, NOT_USED} else reason


def concerned_rows(
    desk: Desk, *, kind: RequestKind, mailbox_ids: Sequence[int], on: date, details: Mapping[int, Details]
) -> list[Concerned]:
    """Gather the mailboxes a request is about, each once, in the order given, with what the register adds to the details.

    Raises `TypeError` for details of another kind of request.
    """
    ids = list(dict.fromkeys(mailbox_ids))
    with desk.reading() as connection:
        making = _Rows(desk, Register(connection, ids, kind=kind, on=on), kind=kind, on=on)
        return [making.row(making.register.known(one), details.get(one)) for one in ids]


def reset_reasons(regulation: Regulation, on: date) -> tuple[str, ...]:
    """Give the reasons for another password in the regulation's own words; ours where it names none."""
    occasions = (rule.value for rule in regulation.all(REQUEST_OCCASION["reset"], on))
    return tuple(_as_reason(words) for words in occasions) or (FORGOTTEN,)


def _as_reason(occasion: str) -> str:
    """Turn an occasion into a reason: `Khi quên mật khẩu` into `Quên mật khẩu`."""
    bare = occasion.removeprefix("Khi ")
    return bare[:1].upper() + bare[1:]


class _Rows:
    """The rows of one plan in the making."""

    def __init__(self, desk: Desk, register: Register, *, kind: RequestKind, on: date) -> None:
        self.register, self.kind, self.on = register, kind, on
        self.regulation = desk.regulation(on)
        self.refusals = Refusals(register, self.regulation, kind=kind, on=on)
        self.lock_limit = cache(lambda cause, day: lock_limit(desk, cause=cause, on=day))

    def row(self, known: Known, said: Details | None) -> Concerned:
        """Make one row; what stands in its way is told in it, never raised."""
        details = self._filled(known, _of_kind(self.kind, said))
        changes = self._changes(known, details)
        limit = self._limit(known, details)
        refused = self.refusals.of(known, details, has_changes=bool(changes))
        candidates = () if refused else self._candidates(known, details)
        return Concerned(
            kind=self.kind,
            mailbox_kind=known.mailbox.kind,
            mailbox_id=known.mailbox.id,
            name=known.subject.name,
            address=known.mailbox.address,
            unit_id=known.mailbox.unit_id,
            person_id=known.mailbox.holder_id,
            details=details,
            cells=cells(known.subject, details, changes=changes),
            wanted=_wanted(known, details),
            candidates=candidates,
            limit=limit,
            remarks=() if refused else remarks_on(known, details, candidates=candidates, limit=limit, on=self.on),
            refusal=refused.sentence if refused else "",
            refusal_cite=refused.cite if refused else None,
        )

    def _filled(self, known: Known, details: Details) -> Details:
        """Fill what was left out from the register, texts tidied."""
        match details:
            case ChangeDetails():
                return _filled_change(known, details)
            case ResetDetails():
                return self._filled_reset(known, details)
            case ReopenDetails():
                return _filled_reopening(known, details)
            case CloseDetails():
                return _filled_closing(known, details)

    def _filled_reset(self, known: Known, details: ResetDetails) -> ResetDetails:
        owner = known.holder or known.caretaker
        return replace(
            details,
            reason=without_password(details.reason) or reset_reasons(self.regulation, self.on)[0],
            phone=clean(details.phone) or (owner.phone if owner else ""),
            note=without_password(details.note),
        )

    def _changes(self, known: Known, details: Details) -> tuple[Fact, ...]:
        if not isinstance(details, ChangeDetails):
            return ()
        names, wanted = self.register.names, _wanted(known, details)
        changes = []
        if "address" in wanted:
            changes.append(Fact(NEW_ADDRESS, known.mailbox.address, details.address))
        if "unit_id" in wanted:
            changes.append(Fact(NEW_UNIT, names.get(known.mailbox.unit_id, ""), names.get(details.unit_id or 0, "")))
        if "holder_id" in wanted:
            new = self.register.person(details.holder_id or 0)
            changes.append(Fact(NEW_HOLDER, known.subject.name, new.full_name))
        return (*changes, *details.facts)

    def _candidates(self, known: Known, details: Details) -> tuple[Candidate, ...]:
        """Look for another address where unit or holder become others and the clerk asks for none."""
        wanted = _wanted(known, details)
        if not isinstance(details, ChangeDetails) or "address" in wanted or not wanted:
            return ()
        holder = self.register.person(details.holder_id) if details.holder_id else known.holder
        unit_id = details.unit_id or known.mailbox.unit_id
        return new_addresses(self.register, self.regulation, known, holder=holder, unit_id=unit_id, on=self.on)

    def _limit(self, known: Known, details: Details) -> Limit | None:
        if not isinstance(details, ReopenDetails) or details.locked_on is None or known.mailbox.state not in LOCKED:
            return None
        return self.lock_limit(details.cause, details.locked_on)


def _of_kind(kind: RequestKind, said: Details | None) -> Details:
    empty = NONE_GIVEN[kind]
    if said is not None and type(said) is not type(empty):
        raise TypeError(f"{type(said).__name__} are no details of a request to {kind}")
    return said or empty


def _filled_change(known: Known, details: ChangeDetails) -> ChangeDetails:
    """A holder whom the register has in another unit by now is what a change without a word is about."""
    moved = known.holder is not None and known.holder.unit_id != known.mailbox.unit_id
    document, decided_on = _decision(details, known.change)
    return replace(
        details,
        address=clean(details.address).lower(),
        unit_id=known.holder.unit_id if known.holder and details.is_silent and moved else details.unit_id,
        facts=tuple(Fact(*map(without_password, (fact.what, fact.old, fact.new))) for fact in details.facts),
        document=document,
        decided_on=decided_on,
        note=without_password(details.note),
    )


def _filled_reopening(known: Known, details: ReopenDetails) -> ReopenDetails:
    lock = known.lock
    return replace(
        details,
        reason=without_password(details.reason) or STILL_NEEDED,
        locked_on=details.locked_on or (lock.on_date if lock else None),
        cause=details.cause or (lock.cause if lock else ""),
        note=without_password(details.note),
    )


def _filled_closing(known: Known, details: CloseDetails) -> CloseDetails:
    leaving = known.change if known.change and known.change.kind in {*LEAVING, "transferred"} else None
    document, decided_on = _decision(details, leaving)
    left_on = leaving.effective_on if leaving else known.holder.left_on if known.holder else None
    return replace(
        details,
        reason=without_password(details.reason) or (LEFT_BY[leaving.kind] if leaving else NOT_USED),
        document=document,
        decided_on=decided_on,
        effective_on=details.effective_on or left_on,
        note=without_password(details.note),
    )


def _decision(details: ChangeDetails | CloseDetails, change: PersonnelChange | None) -> tuple[str, date | None]:
    """Cite the clerk's decision, else that of the holder's latest change; never the number of one with the day of another."""
    document = without_password(details.document)
    if document or details.decided_on or change is None:
        return document, details.decided_on
    return change.document, change.decided_on if change.document else None


def _wanted(known: Known, details: Details) -> Wanted:
    """Say what is to be another once the change is granted, each only where it is."""
    if not isinstance(details, ChangeDetails):
        return {}
    mailbox = known.mailbox
    asked: Wanted = {"address": details.address, "unit_id": details.unit_id, "holder_id": details.holder_id}
    has: Wanted = {"address": mailbox.address, "unit_id": mailbox.unit_id, "holder_id": mailbox.holder_id}
    return {name: value for name, value in asked.items() if value and value != has[name]}
