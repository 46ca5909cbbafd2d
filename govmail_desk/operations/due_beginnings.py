"""Due dates of mailboxes, begun and settled inside the dated act of a named person that a larger act records.

One mechanism for all of them: an act of a kind settles what it ends and begins what runs from it; one dated earlier than what stands
is history and changes nothing. Writing a due row is `operations.request_limits`, the limits a lock begins `operations.lock_limits`,
what the unit owes by the calendar `operations.unit_duties`, the acts `operations.mailbox_acts` and the applied request.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from sqlalchemy import select

from govmail_desk.domain.limits import stated
from govmail_desk.domain.mailbox import NEVER_ISSUED
from govmail_desk.domain.regulation import (
    HOUSEKEEPING_KEEP,
    INACTIVITY_LOCK,
    INACTIVITY_REMOVE,
    PASSWORD_FIRST_LOGIN,
    PASSWORD_REISSUED,
    PASSWORD_ROTATION_ADMIN,
    PASSWORD_ROTATION_USER,
)
from govmail_desk.domain.reminder import Due
from govmail_desk.operations.request_limits import Limit, due_of
from govmail_desk.store.rows import records_of
from govmail_desk.store.tables import due as due_table
from govmail_desk.store.tables import mailbox_act
from govmail_desk.store.transaction import CHUNK
from govmail_desk.wording import DUE_ACTS, MAILBOX_ACTS

if TYPE_CHECKING:
    from datetime import date

    from govmail_desk.domain.mailbox import Mailbox, MailboxState
    from govmail_desk.domain.provision import AnyKey
    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.domain.reminder import DueAct
    from govmail_desk.domain.working_days import Calendar
    from govmail_desk.operations.request_limits import Rules
    from govmail_desk.store.transaction import Transaction

Occasion = Literal[
    "issued",
    "imported",
    "reset",
    "reopened",
    "password-changed",
    "used",
    "checked",
    "reason-told",
    "cleaned",
    "locked",
    "suspended",
]
"""What happened to a mailbox on a day, as far as due dates hang on it."""

_USES: Final[frozenset[Occasion]] = frozenset({"issued", "used", "checked", "password-changed"})
"""With these a mailbox counts as used; changing its password is a use."""
_PRESUMED: Final[frozenset[DueAct]] = frozenset({"imported", ""})
"""A row begun by these stands in for a day nobody knew yet: a known one takes its place, be it earlier.

Rows of before it was noted what began them were, of these kinds, all begun by a list that came in (schema 2).
"""
_BEGUN_BY: Final[dict[Occasion, DueAct]] = {"reopened": "begun"}
_SAID: Final = {**MAILBOX_ACTS, **DUE_ACTS, "reopened": "Mở lại hộp thư"}


def occasion_of(before: MailboxState, after: MailboxState) -> Occasion | None:
    """Say what entering a state is for due dates; None where nothing hangs on it."""
    if after == "locked":
        return "locked"
    if after == "suspended":
        return "suspended"
    if after != "active" or before == "active":
        return None
    return "issued" if before in NEVER_ISSUED else "reopened"


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of due date a mailbox can have: the keys of the regulation it may follow, what begins it and what ends it."""

    rules: frozenset[str]
    keys: Callable[[Mailbox, Occasion], tuple[AnyKey, ...]]
    """The keys to look under, in their order; none where a mailbox does not have this kind."""
    begun_by: frozenset[Occasion]
    settled_by: frozenset[Occasion]
    is_over_once_changed: bool = False
    """True where a password changed since leaves nothing to begin."""


def _rotation_keys(mailbox: Mailbox, _: Occasion) -> tuple[AnyKey, ...]:
    """An administrator's account follows its own rule, and the users' where the regulation has none for it."""
    return (PASSWORD_ROTATION_ADMIN, PASSWORD_ROTATION_USER) if mailbox.is_admin else (PASSWORD_ROTATION_USER,)


def _first_login_keys(_: Mailbox, occasion: Occasion) -> tuple[AnyKey, ...]:
    return (PASSWORD_FIRST_LOGIN,) if occasion == "issued" else (PASSWORD_REISSUED,)


def _lock_keys(mailbox: Mailbox, _: Occasion) -> tuple[AnyKey, ...]:
    return (INACTIVITY_LOCK,) if mailbox.state == "active" else ()


def _remove_keys(_: Mailbox, __: Occasion) -> tuple[AnyKey, ...]:
    return (INACTIVITY_REMOVE,)


def _housekeeping_keys(mailbox: Mailbox, _: Occasion) -> tuple[AnyKey, ...]:
    """A person looks after their own mail; only a unit's mailbox is kept in sight."""
    return (HOUSEKEEPING_KEEP,) if mailbox.kind == "unit" else ()


_KINDS: Final = (
    _Kind(
        rules=frozenset({PASSWORD_ROTATION_USER.name, PASSWORD_ROTATION_ADMIN.name}),
        keys=_rotation_keys,
        begun_by=frozenset({"issued", "imported", "reset", "password-changed"}),
        settled_by=frozenset({"issued", "reset", "password-changed"}),
    ),
    _Kind(
        rules=frozenset({PASSWORD_FIRST_LOGIN.name, PASSWORD_REISSUED.name}),
        keys=_first_login_keys,
        begun_by=frozenset({"issued", "reset"}),
        settled_by=frozenset({"password-changed"}),
        is_over_once_changed=True,
    ),
    _Kind(
        rules=frozenset({INACTIVITY_LOCK.name}),
        keys=_lock_keys,
        begun_by=_USES | {"reopened"},
        settled_by=_USES | {"reason-told", "locked", "suspended", "reopened"},
    ),
    _Kind(
        rules=frozenset({INACTIVITY_REMOVE.name}),
        keys=_remove_keys,
        begun_by=_USES,
        settled_by=_USES,
    ),
    _Kind(
        rules=frozenset({HOUSEKEEPING_KEEP.name}),
        keys=_housekeeping_keys,
        begun_by=frozenset({"issued", "cleaned"}),
        settled_by=frozenset({"issued", "cleaned"}),
    ),
)


def mark_occasion(
    transaction: Transaction, desk: Rules, mailboxes: Sequence[Mailbox], *, occasion: Occasion, on: date, note: str = ""
) -> None:
    """Settle and begin, inside a larger act, what falls due for mailboxes because something happened to them on a day.

    `note` is told with what was settled: the reason given, where one was. A closed mailbox has nothing falling due.
    """
    standing = [mailbox for mailbox in mailboxes if mailbox.state != "closed"]
    kinds = [kind for kind in _KINDS if occasion in kind.begun_by | kind.settled_by]
    marking = _Marking(transaction, desk, standing, occasion=occasion, on=on)
    pairs = [marking.of(kind, mailbox) for mailbox in standing for kind in kinds]
    why = f"{_SAID[occasion]} ngày {on:%d/%m/%Y}" + (f": {note}" if note else "")
    transaction.put_all([
        replace(one, settled_on=max(on, one.started_on), settled_why=why) for pair in pairs for one in pair.settled
    ])
    transaction.put_all([pair.begun for pair in pairs if pair.begun is not None])


@dataclass(frozen=True, slots=True)
class _Pair:
    """What an occasion ends and what it begins, of one kind and one mailbox."""

    settled: Sequence[Due] = ()
    begun: Due | None = None


class _Marking:
    """An occasion looked up once for many mailboxes: what was due before, what the regulation says, the days counted out."""

    def __init__(
        self, transaction: Transaction, desk: Rules, mailboxes: Sequence[Mailbox], *, occasion: Occasion, on: date
    ) -> None:
        ids = [mailbox.id for mailbox in mailboxes]
        self._occasion = occasion
        self._on = on
        self._known = _known(transaction, ids)
        self._changed = _changed_since(transaction, ids, on)
        self._limits = Limits(desk.regulation(on), desk.calendar(), on)

    def of(self, kind: _Kind, mailbox: Mailbox) -> _Pair:
        known = [due for due in self._known[mailbox.id] if due.rule in kind.rules]
        if any(_is_later(due, self._on) for due in known):
            return _Pair()
        running = [due for due in known if due.settled_on is None]
        limit = self._limit(kind, mailbox)
        if limit is None:
            return _Pair(running if self._occasion in kind.settled_by else ())
        if any(self._stands_for(due, limit) for due in running):
            return _Pair()
        begun_by: DueAct = _BEGUN_BY.get(self._occasion, self._occasion)  # type: ignore[arg-type]
        return _Pair(running, due_of(limit, subject_kind="mailbox", subject_id=mailbox.id, begun_by=begun_by))

    def _stands_for(self, due: Due, limit: Limit) -> bool:
        """Say whether what runs is this very limit; a day only presumed gives way to a known one, though it be the same."""
        is_same = due.started_on == self._on and due.rule == limit.rule.key
        return is_same and (due.begun_by not in _PRESUMED or self._occasion in _PRESUMED)

    def _limit(self, kind: _Kind, mailbox: Mailbox) -> Limit | None:
        is_over = kind.is_over_once_changed and mailbox.id in self._changed
        if self._occasion not in kind.begun_by or is_over:
            return None
        return self._limits.first(kind.keys(mailbox, self._occasion))


class Limits:
    """The limits of a regulation from one day, each counted once however many mailboxes it is asked for."""

    def __init__(self, regulation: Regulation, calendar: Calendar, on: date) -> None:
        self._regulation = regulation
        self._calendar = calendar
        self._on = on
        self._found: dict[str, Limit | None] = {}

    def first(self, keys: Sequence[AnyKey]) -> Limit | None:
        """Give the first of these rules that names a day; None where the regulation is silent on all of them."""
        return next((limit for limit in map(self._of, keys) if limit is not None), None)

    def _of(self, key: AnyKey) -> Limit | None:
        if key.name not in self._found:
            rule = self._regulation.find(key, self._on)
            counting = stated(rule, self._on, self._calendar) if rule else None
            self._found[key.name] = Limit(rule, counting) if rule and counting else None
        return self._found[key.name]


def _is_later(due: Due, on: date) -> bool:
    """Say whether what stands was begun or settled after a day, so that an act of that day is history."""
    if due.begun_by in _PRESUMED:
        return False
    return due.started_on > on or (due.settled_on is not None and due.settled_on > on)


def _known(transaction: Transaction, mailbox_ids: Sequence[int]) -> defaultdict[int, list[Due]]:
    """Read what is or was due for mailboxes, by mailbox."""
    known: defaultdict[int, list[Due]] = defaultdict(list)
    for some in _in_chunks(mailbox_ids):
        query = select(due_table).where(due_table.c.subject_kind == "mailbox", due_table.c.subject_id.in_(some))
        for due in records_of(Due, transaction.connection.execute(query).mappings()):
            known[due.subject_id].append(due)
    return known


def _changed_since(transaction: Transaction, mailbox_ids: Sequence[int], on: date) -> frozenset[int]:
    """Name the mailboxes whose password was changed on a day or after it."""
    changed: set[int] = set()
    for some in _in_chunks(mailbox_ids):
        query = select(mailbox_act.c.mailbox_id).where(
            mailbox_act.c.mailbox_id.in_(some),
            mailbox_act.c.kind == "password-changed",
            mailbox_act.c.on_date >= on.isoformat(),
        )
        changed.update(transaction.connection.execute(query).scalars())
    return frozenset(changed)


def _in_chunks(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))
