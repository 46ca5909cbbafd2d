"""Whose each row of an export is and what would become of it: held against the register, against the export's own day and other rows.

An address the register does not know is told, never taken; nor is a day that cannot be. Reading the rows is `operations.usage_reading`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from sqlalchemy import func, select

from govmail_desk.domain.address_look_alike import is_near, looks
from govmail_desk.domain.mailbox import LOCKED, NEVER_ISSUED, MailboxEvent, MailboxState, issued_on
from govmail_desk.operations.usage_plan import UsageFacts, UsageOutcome, UsageRow
from govmail_desk.store.tables import check, mailbox, mailbox_act, mailbox_event, usage_import, usage_reading
from govmail_desk.store.transaction import Transaction
from govmail_desk.wording import MAILBOX_STATES

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from govmail_desk.operations.usage_reading import ReadRow

USES: Final = ("used", "password-changed")
"""The acts that say a mailbox was used; changing its password is a use."""


class KnownMailbox(NamedTuple):
    """A mailbox of the register."""

    id: int
    address: str
    state: MailboxState
    since: str


class KnownUse:
    """What the register knows of every mailbox and its use, read once."""

    def __init__(self, connection: Connection, *, domain: str, as_of_on: date) -> None:
        self._connection = connection
        self._domain = domain
        self.as_of_on = as_of_on
        columns = [mailbox.c[name] for name in KnownMailbox._fields]
        self.mailboxes = {
            one.address: one for one in map(KnownMailbox._make, connection.execute(select(*columns)).all())
        }
        self.last_uses = _last_uses(connection)
        self.readings = _readings(connection, as_of_on)
        latest = select(mailbox_event.c.mailbox_id, func.max(mailbox_event.c.on_date))
        self._last_events: dict[int, str] = {
            row[0]: row[1] for row in connection.execute(latest.group_by(mailbox_event.c.mailbox_id))
        }

    def find(self, address: str) -> KnownMailbox | None:
        """Find a mailbox by its address; one written without its domain is of the unit's own."""
        return self.mailboxes.get(address if "@" in address else f"{address}@{self._domain}")

    def near(self, address: str) -> str | None:
        """Find an address of the register a hasty hand or eye takes for this one."""
        found = {one for key in _keys(address) for one in self._by_keys.get(key, ())}
        return next((one for one in sorted(found) if is_near(address, one)), None)

    def issued(self, box: KnownMailbox, used_on: date) -> date | None:
        """Give the day a mailbox was issued where it may lie after a day of use; None where it does not or nobody told."""
        if self._last_events.get(box.id, "") <= used_on.isoformat():
            return None
        known = issued_on(Transaction(self._connection).find(MailboxEvent, mailbox_id=box.id))
        return known if known is not None and known > used_on else None

    @cached_property
    def _by_keys(self) -> dict[str, list[str]]:
        by_keys: dict[str, list[str]] = defaultdict(list)
        for address in self.mailboxes:
            for key in _keys(address):
                by_keys[key].append(address)
        return by_keys


def matched(rows: Sequence[ReadRow], known: KnownUse) -> list[UsageRow]:
    """Say of every row what would become of it, in the order of the file."""
    boxes = [known.find(row.address) if row.address else None for row in rows]
    repeats = _repeats(rows, boxes)
    return [_row(row, box, repeats.get(row.row), known) for row, box in zip(rows, boxes, strict=True)]


class _Repeat(NamedTuple):
    """What a mailbox named on several rows makes of one of them."""

    outcome: UsageOutcome
    reason: str


def _repeats(rows: Sequence[ReadRow], boxes: Sequence[KnownMailbox | None]) -> dict[int, _Repeat]:
    by_box: dict[int, list[ReadRow]] = defaultdict(list)
    for row, box in zip(rows, boxes, strict=True):
        if box is not None and not row.set_aside:
            by_box[box.id].append(row)
    return {place: repeat for together in by_box.values() for place, repeat in _repeats_of(together)}


def _repeats_of(together: Sequence[ReadRow]) -> Iterator[tuple[int, _Repeat]]:
    """The same said twice counts once; different things said of one mailbox are for the clerk to look at."""
    first, *others = together
    if all(other.facts == first.facts for other in others):
        for other in others:
            yield other.row, _Repeat("set_aside", f"Trùng dòng {first.row}.")
        return
    for one in together:
        rest = ", ".join(str(other.row) for other in together if other.row != one.row)
        yield one.row, _Repeat("doubtful", f"Địa chỉ này còn ở dòng {rest} với số liệu khác; hãy hỏi lại nơi vận hành.")


def _row(row: ReadRow, box: KnownMailbox | None, repeat: _Repeat | None, known: KnownUse) -> UsageRow:
    if row.set_aside:
        return UsageRow(row.row, "set_aside", (row.set_aside,))
    if box is None:
        near = known.near(row.address)
        if near is None:
            return UsageRow(row.row, "unknown", ("Sổ không có địa chỉ này.",), row.address, row.facts)
        reason = f"Sổ không có địa chỉ này, chỉ có {near} gần giống; hãy hỏi lại nơi vận hành."
        return UsageRow(row.row, "doubtful", (reason,), row.address, row.facts)
    if repeat is not None:
        return UsageRow(row.row, repeat.outcome, (repeat.reason,), box.address, row.facts, box.id)
    return _known(row, box, known)


def _known(row: ReadRow, box: KnownMailbox, known: KnownUse) -> UsageRow:
    """Judge a row whose mailbox the register knows."""
    remarks = (*row.remarks, *_state_remarks(row, box))
    doubts = (*row.doubts, *_doubts(row.facts, box, known))
    if doubts:
        return UsageRow(row.row, "doubtful", doubts, box.address, row.facts, box.id)
    if row.facts.says_nothing:
        return UsageRow(
            row.row, "set_aside", ("Dòng không nêu gì về việc sử dụng.", *remarks), box.address, row.facts, box.id
        )
    if row.facts in known.readings.get(box.id, ()):
        told = f"Sổ đã có số liệu này của ngày {known.as_of_on:%d/%m/%Y}."
        return UsageRow(row.row, "same", (told, *remarks), box.address, row.facts, box.id)
    is_newer, said = _newness(row.facts, known.last_uses.get(box.id))
    return UsageRow(row.row, "new", (*said, *remarks), box.address, row.facts, box.id, is_newer)


def _newness(facts: UsageFacts, last: date | None) -> tuple[bool, tuple[str, ...]]:
    """Say whether a last use is later than the register knows, and in words what it is beside that."""
    if facts.last_used_on is None:
        return False, ("Chưa đăng nhập lần nào.",) if facts.is_activated is False else ()
    if last is None:
        return True, ("Lần dùng đầu tiên sổ biết được.",)
    if facts.last_used_on > last:
        return True, (f"Sổ mới biết đến lần dùng {last:%d/%m/%Y}.",)
    if facts.last_used_on == last:
        return False, ("Sổ đã biết lần dùng này.",)
    return False, (f"Sổ đã ghi lần dùng sau đó, {last:%d/%m/%Y}; không hạn nào thay đổi.",)


def _doubts(facts: UsageFacts, box: KnownMailbox, known: KnownUse) -> Iterator[str]:
    """Yield why what is said of a mailbox cannot be, as the register stands."""
    used_on, stands = facts.last_used_on, MAILBOX_STATES[box.state].lower()
    since = date.fromisoformat(box.since)
    if box.state == "closed":
        yield f"Sổ ghi hộp thư đã đóng từ {since:%d/%m/%Y}; hãy hỏi nơi vận hành đã xóa chưa."
    elif box.state in NEVER_ISSUED:
        yield f"Sổ ghi hộp thư chưa được cấp ({stands}); hãy ghi việc cấp trước."
    last = known.last_uses.get(box.id)
    if facts.is_activated is False and last is not None:
        yield f"Nơi vận hành ghi chưa kích hoạt, nhưng sổ ghi đã dùng ngày {last:%d/%m/%Y}."
    if used_on is None or box.state == "closed" or box.state in NEVER_ISSUED:
        return
    if used_on > known.as_of_on:
        yield f"Lần dùng {used_on:%d/%m/%Y} sau ngày lập số liệu {known.as_of_on:%d/%m/%Y}."
    if (issued := known.issued(box, used_on)) is not None:
        yield f"Lần dùng {used_on:%d/%m/%Y} trước ngày cấp hộp thư {issued:%d/%m/%Y}."
    if box.state in LOCKED and used_on > since:
        yield f"Sổ ghi hộp thư {stands} từ {since:%d/%m/%Y}, mà có lần dùng sau đó; hãy ghi việc mở lại nếu có."


def _state_remarks(row: ReadRow, box: KnownMailbox) -> Iterator[str]:
    """Say where the operator's state is another than the register's; the register follows dated acts alone."""
    stands = MAILBOX_STATES[box.state].lower()
    if row.state == "locked" and box.state == "active":
        yield "Nơi vận hành ghi hộp thư bị khóa, sổ ghi đang dùng; nếu đúng, hãy ghi việc khóa ở trang Hộp thư."
    elif row.state == "active" and box.state in LOCKED:
        yield f"Nơi vận hành ghi hộp thư đang mở, sổ ghi {stands}; nếu đúng, hãy ghi việc mở lại ở trang Hộp thư."
    elif row.state == "closed" and box.state != "closed":
        yield f"Nơi vận hành ghi hộp thư đã xóa, sổ ghi {stands}; hãy hỏi lại."


def _last_uses(connection: Connection) -> dict[int, date]:
    """Read the last day each mailbox is known to have been used or looked into."""
    acts = select(mailbox_act.c.mailbox_id, func.max(mailbox_act.c.on_date)).where(mailbox_act.c.kind.in_(USES))
    looks_into = select(check.c.mailbox_id, func.max(check.c.on_date))
    found: dict[int, date] = {}
    for query in (acts.group_by(mailbox_act.c.mailbox_id), looks_into.group_by(check.c.mailbox_id)):
        for mailbox_id, on in connection.execute(query):
            day = date.fromisoformat(on)
            found[mailbox_id] = max(day, found.get(mailbox_id, day))
    return found


def _readings(connection: Connection, as_of_on: date) -> Mapping[int, list[UsageFacts]]:
    """Read what exports of this very day said before."""
    said = usage_reading.c
    query = (
        select(said.mailbox_id, said.last_used_on, said.is_activated, said.used_mb, said.quota_mb)
        .join(usage_import, usage_import.c.id == said.usage_import_id)
        .where(usage_import.c.as_of_on == as_of_on.isoformat())
    )
    found: dict[int, list[UsageFacts]] = defaultdict(list)
    for mailbox_id, on, is_activated, used_mb, quota_mb in connection.execute(query):
        used_on = date.fromisoformat(on) if on else None
        found[mailbox_id].append(UsageFacts(used_on, is_activated, used_mb, quota_mb))
    return found


def _keys(address: str) -> Iterator[str]:
    """Yield what two addresses have in common that are one slip of the hand or eye apart: each with one letter left out, and its looks."""
    local, at, domain = address.partition("@")
    yield address
    yield from (f"{local[:place]}{local[place + 1 :]}{at}{domain}" for place in range(len(local)))
    yield from looks(address)
