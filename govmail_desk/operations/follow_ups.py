"""What an applied request brings with it elsewhere: raised with it, ticked off when done, or dismissed with a reason.

What is raised after which change: `resources/follow_ups.toml`. Applying is `operations.request_answers`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import MailboxAct
from govmail_desk.domain.provision import FirstLogin
from govmail_desk.domain.regulation import KEYS
from govmail_desk.domain.reminder import FollowUp, FollowUpAfter, FollowUpRule
from govmail_desk.domain.secrecy import without_password
from govmail_desk.regulations.follow_ups import rule_of, rules

if TYPE_CHECKING:
    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.mailbox import Mailbox
    from govmail_desk.domain.provision import AnyProvision
    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.domain.request import Request, RequestRow
    from govmail_desk.store.transaction import Transaction


def raise_follow_ups(
    transaction: Transaction, request: Request, rows: Sequence[RequestRow], *, regulation: Regulation, on: date
) -> list[FollowUp]:
    """Raise what follows from the granted rows of a request, inside the act that applies it."""
    return transaction.put_all([
        FollowUp(kind=rule.kind, after=change, mailbox_id=row.mailbox_id, request_id=request.id, raised_on=on)
        for row in rows
        for change in _changes_of(request, row)
        for rule in rules()
        if change in rule.after and rule.mailbox in {None, request.mailbox_kind} and _is_needed(rule, regulation, on)
    ])


def raise_first_login(
    transaction: Transaction, mailboxes: Sequence[Mailbox], *, regulation: Regulation, on: date
) -> None:
    """Raise, for mailboxes issued without a request in the register, that the first password is still to be changed.

    Where it is known to have been changed since, nothing is left to do.
    """
    rule = rule_of("first-login", "create")
    if not _is_needed(rule, regulation, on):
        return
    acts = transaction.find_among(MailboxAct, "mailbox_id", [mailbox.id for mailbox in mailboxes])
    changed = {act.mailbox_id for act in acts if act.kind == "password-changed" and act.on_date >= on}
    transaction.put_all([
        FollowUp(kind=rule.kind, after="create", mailbox_id=mailbox.id, raised_on=on)
        for mailbox in mailboxes
        if mailbox.id not in changed
    ])


def finish_first_login(transaction: Transaction, mailbox_ids: Sequence[int], *, on: date) -> None:
    """Tick off, inside the act that records a password changed, that the first one was to be."""
    wanted = set(mailbox_ids)
    open_ones = transaction.find(FollowUp, kind="first-login", settled_on=None)
    done = [one for one in open_ones if one.mailbox_id in wanted and one.raised_on <= on]
    transaction.put_all([replace(one, settled_on=on, outcome="done") for one in done])


def _is_needed(rule: FollowUpRule, regulation: Regulation, on: date) -> bool:
    """Say whether the regulation says what a follow-up hangs on, or leaves open what it stands in for."""
    if rule.needs is None:
        return True
    provision = regulation.find(KEYS[rule.needs], on)
    return provision is not None and (not rule.is_unstated or _leaves_the_day_open(provision))


def _leaves_the_day_open(provision: AnyProvision) -> bool:
    return isinstance(provision.value, FirstLogin) and provision.value.change == "unstated"


def finish_follow_up(desk: Desk, *, follow_up_id: int, on: date) -> Changes:
    """Tick a follow-up off as done on a day."""
    return finish_follow_ups(desk, follow_up_ids=[follow_up_id], on=on)


def finish_follow_ups(desk: Desk, *, follow_up_ids: Sequence[int], on: date) -> Changes:
    """Tick off what was done for several mailboxes at once."""
    with desk.transaction("finish_follow_up", "") as act:
        done = settled(act.transaction, follow_up_ids, on=on)
        act.sentence = f"Đã làm: {_told(done)}"
        act.transaction.put_all(done)
    return act.changes


def settled(transaction: Transaction, follow_up_ids: Sequence[int], *, on: date) -> list[FollowUp]:
    """Return open follow-ups as they stand once done on a day, for the act that does them to put.

    Raises `RuleBroken` for one done before.
    """
    return [replace(_open(transaction, one), settled_on=on, outcome="done") for one in follow_up_ids]


def dismiss_follow_up(desk: Desk, *, follow_up_id: int, on: date, reason: str) -> Changes:
    """Dismiss a follow-up that is not needed here, with the reason."""
    return dismiss_follow_ups(desk, follow_up_ids=[follow_up_id], on=on, reason=reason)


def dismiss_follow_ups(desk: Desk, *, follow_up_ids: Sequence[int], on: date, reason: str) -> Changes:
    """Dismiss what several mailboxes do not need, with one reason."""
    tidy = without_password(reason)
    if not tidy:
        raise RuleBroken("Chưa có lý do bỏ qua. Hãy ghi vì sao việc này không cần làm.")
    with desk.transaction("dismiss_follow_up", "") as act:
        open_ones = [_open(act.transaction, one) for one in follow_up_ids]
        act.sentence = f"Bỏ qua: {_told(open_ones)}"
        act.transaction.put_all([replace(one, settled_on=on, outcome="dismissed", reason=tidy) for one in open_ones])
    return act.changes


def _told(follow_ups: Sequence[FollowUp]) -> str:
    """Say what is settled, and for how many mailboxes."""
    titles = "; ".join(dict.fromkeys(rule_of(one.kind, one.after).title for one in follow_ups))
    return titles if len(follow_ups) == 1 else f"{titles} ({len(follow_ups)} hộp thư)"


def _open(transaction: Transaction, follow_up_id: int) -> FollowUp:
    found = transaction.get(FollowUp, follow_up_id)
    if found.settled_on is not None:
        raise RuleBroken(f"Việc này đã xong từ ngày {found.settled_on:%d/%m/%Y}. Hãy tải lại trang.")
    return found


def _changes_of(request: Request, row: RequestRow) -> Iterator[FollowUpAfter]:
    """Say what a granted row changed, in the words of the rules."""
    if request.kind in {"create", "close"}:
        yield request.kind
    if request.kind == "change":
        if row.given_address or "address" in row.wanted:
            yield "address"
        if "holder_id" in row.wanted:
            yield "holder"
