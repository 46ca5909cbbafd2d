"""`record`: a dated act of a named person on a mailbox: issued, password changed, used, checked, notified, locked, suspended, reopened."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from govmail_desk.cli.opening import open_desk
from govmail_desk.cli.output import print_lines
from govmail_desk.domain.check_times import half_to_log
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import LOCKED, NEVER_ISSUED, Mailbox
from govmail_desk.domain.office_hours import hours_on
from govmail_desk.domain.regulation import CHECK_PERSONAL, CHECK_UNIT, INACTIVITY_LOCK_UNLESS, INACTIVITY_NOTICE
from govmail_desk.domain.settings import OfficeHours
from govmail_desk.operations.checks import record_check
from govmail_desk.operations.mailbox_acts import record_act, record_issue
from govmail_desk.operations.mailboxes import checked_address, record_state
from govmail_desk.store.transaction import Transaction
from govmail_desk.wording import MAILBOX_STATES

if TYPE_CHECKING:
    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.check import Slot
    from govmail_desk.domain.mailbox import MailboxState


def record(chosen: argparse.Namespace) -> int:
    """Record one act on one mailbox and say what was recorded."""
    with open_desk(chosen) as desk:
        mailbox = _named(desk, chosen.address)
        changes = _ACTS[chosen.act](desk, mailbox, chosen)
    print_lines([changes.sentence if not changes.is_empty else "Sổ đã có việc này, không ghi thêm."])
    return 0


def _named(desk: Desk, address: str) -> Mailbox:
    tidy = checked_address(address)
    with desk.reading() as connection:
        found = Transaction(connection).find(Mailbox, address=tidy)
    if not found:
        raise RuleBroken(f"Sổ không có hộp thư {tidy}. Hãy xem lại địa chỉ bằng lệnh mailboxes.")
    return found[0]


def _issued(desk: Desk, mailbox: Mailbox, chosen: argparse.Namespace) -> Changes:
    return record_issue(desk, mailbox_ids=[mailbox.id], on=chosen.on, by=chosen.by)


def _password_changed(desk: Desk, mailbox: Mailbox, chosen: argparse.Namespace) -> Changes:
    return record_act(desk, mailbox_ids=[mailbox.id], kind="password-changed", on=chosen.on, by=chosen.by)


def _used(desk: Desk, mailbox: Mailbox, chosen: argparse.Namespace) -> Changes:
    return record_act(desk, mailbox_ids=[mailbox.id], kind="used", on=chosen.on, by=chosen.by)


def _checked(desk: Desk, mailbox: Mailbox, chosen: argparse.Namespace) -> Changes:
    slot = chosen.slot or _slot(desk, mailbox, chosen)
    return record_check(desk, mailbox_ids=[mailbox.id], on=chosen.on, slot=slot, by=chosen.by)


def _slot(desk: Desk, mailbox: Mailbox, chosen: argparse.Namespace) -> Slot:
    """Take the half day that is now, or the morning of another day; refused where the regulation wants both looked at."""
    rule = desk.regulation(chosen.on).find(CHECK_UNIT if mailbox.kind == "unit" else CHECK_PERSONAL, chosen.on)
    if chosen.on == desk.today():
        with desk.reading() as connection:
            hours = hours_on(Transaction(connection).find(OfficeHours), chosen.on)
        return half_to_log(desk.clock(), hours).slot
    if rule is not None and rule.value.slots is not None:
        raise RuleBroken(
            "Hộp thư này phải kiểm tra từng buổi. Hãy ghi thêm --slot morning (sáng) hoặc --slot afternoon (chiều).",
            cite=rule.cite,
            why=rule.why,
        )
    return "morning"


def _notified(desk: Desk, mailbox: Mailbox, chosen: argparse.Namespace) -> Changes:
    """Record the operator's notice for a suspended mailbox, or that the unit told why it is not used, as the regulation has it."""
    regulation = desk.regulation(chosen.on)
    if regulation.find(INACTIVITY_NOTICE, chosen.on) is not None:
        return record_act(desk, mailbox_ids=[mailbox.id], kind="notice", on=chosen.on, by=chosen.by)
    if regulation.find(INACTIVITY_LOCK_UNLESS, chosen.on) is not None:
        return record_act(desk, mailbox_ids=[mailbox.id], kind="reason-told", on=chosen.on, by=chosen.by)
    raise RuleBroken(
        f"{regulation.short_name} không có quy định nào về thông báo tạm dừng hay báo lý do không sử dụng hộp thư, "
        "nên không có gì để ghi."
    )


def _enters(state: MailboxState) -> Callable[[Desk, Mailbox, argparse.Namespace], Changes]:
    def entered(desk: Desk, mailbox: Mailbox, chosen: argparse.Namespace) -> Changes:
        _refuse_unless_enterable(mailbox, state, cause=chosen.cause)
        return record_state(desk, mailbox_id=mailbox.id, state=state, on=chosen.on, cause=chosen.cause, by=chosen.by)

    return entered


def _refuse_unless_enterable(mailbox: Mailbox, state: MailboxState, *, cause: str) -> None:
    """A closed mailbox, or one never issued, is not locked by a word; the same state is entered again only to tell why."""
    stands = f"Hộp thư {mailbox.address}: {MAILBOX_STATES[mailbox.state].lower()}"
    if state == "active" and mailbox.state not in LOCKED:
        raise RuleBroken(f"{stands}. Chỉ hộp thư bị khóa hoặc tạm dừng mới mở lại được.")
    if mailbox.state == "closed" or mailbox.state in NEVER_ISSUED:
        raise RuleBroken(f"{stands}. Chỉ hộp thư đang dùng mới bị khóa, tạm dừng được; hãy xem lại địa chỉ.")
    if mailbox.state == state and not cause:
        raise RuleBroken(f"{stands} từ {mailbox.since:%d/%m/%Y}, không cần ghi lần nữa.")


_ACTS: Final[Mapping[str, Callable[[Desk, Mailbox, argparse.Namespace], Changes]]] = {
    "issued": _issued,
    "password-changed": _password_changed,
    "used": _used,
    "checked": _checked,
    "notified": _notified,
    "locked": _enters("locked"),
    "suspended": _enters("suspended"),
    "reopened": _enters("active"),
}
