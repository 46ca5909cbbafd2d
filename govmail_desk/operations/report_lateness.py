"""What the register learned late of days already reported: the figures that would be others now, and the rows behind them.

A sent report never changes; what came after it is told beside the next one, or makes a supplementary report (`operations.report_plan`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, select

from govmail_desk import wording
from govmail_desk.domain.report_figures import COUNTED, ChangeLine, Figures, LineKind, NameLine
from govmail_desk.store.rows import decoded
from govmail_desk.store.tables import journal, journal_change, mailbox, report, request_row, unit_name

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from govmail_desk.domain.report import Report

_DATED: Final = ("mailbox_event", "mailbox_move", "request_event")


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDifference:
    """One figure of one line that was sent so and would be otherwise now."""

    unit_id: int
    unit: str
    kind: LineKind
    office_id: int | None
    column: str
    """`opening`, a flow, or `closing`."""
    as_sent: int
    now: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LateRow:
    """One dated fact that was written, changed or taken back after the report was sent, of a day it covers."""

    on_date: date
    addresses: tuple[str, ...]
    what: str
    """In words: `Đang dùng`, `Bị khóa`, a move, an answer."""
    is_gone: bool
    """True where it stood when the report was sent and stands no more."""
    act_seq: int
    """The act in the journal that wrote it."""
    act_sentence: str
    by: str


@dataclass(frozen=True, slots=True)
class Lateness:
    """All that a sent report would say otherwise now."""

    differences: tuple[LineDifference, ...] = ()
    added: tuple[NameLine, ...] = ()
    """Names it does not list and would list now."""
    removed: tuple[NameLine, ...] = ()
    """Names it lists and would not list now."""
    rows: tuple[LateRow, ...] = ()
    """The facts behind it, in the order of their days; those before its opening too."""

    @property
    def is_empty(self) -> bool:
        """True where the report would be sent today as it was."""
        return not (self.differences or self.added or self.removed)


def lateness(connection: Connection, sent: Report, now: Figures) -> Lateness:
    """Compare a sent report with its own figures counted again now."""
    as_sent = Figures.from_plain(sent.figures)
    names, names_now = Counter(map(_fact, as_sent.names)), Counter(map(_fact, now.names))
    found = Lateness(
        differences=tuple(_differences(as_sent.lines, now.lines)),
        added=_left_over(now.names, names),
        removed=_left_over(as_sent.names, names_now),
    )
    if found.is_empty:
        return found
    return Lateness(found.differences, found.added, found.removed, tuple(_late_rows(connection, sent)))


def _fact(name: NameLine) -> tuple[object, ...]:
    """Tell a fact from another; that someone is called or posted otherwise since makes it no other."""
    return name.what, name.on_date, name.unit_id, name.kind, name.address


def _left_over(names: Iterable[NameLine], others: Counter[tuple[object, ...]]) -> tuple[NameLine, ...]:
    """Keep the names that the others do not tell, as often as they do not."""
    left, kept = Counter(others), []
    for name in names:
        if left[_fact(name)]:
            left[_fact(name)] -= 1
        else:
            kept.append(name)
    return tuple(kept)


def _differences(as_sent: Iterable[ChangeLine], now: Iterable[ChangeLine]) -> Iterator[LineDifference]:
    sent_lines, now_lines = {_line(one): one for one in as_sent}, {_line(one): one for one in now}
    for key in sent_lines | now_lines:
        known = now_lines.get(key) or sent_lines[key]
        for column in COUNTED:
            was, becomes = getattr(sent_lines.get(key), column, 0), getattr(now_lines.get(key), column, 0)
            if was != becomes:
                yield LineDifference(
                    unit_id=known.unit_id,
                    unit=known.unit,
                    kind=known.kind,
                    office_id=known.office_id,
                    column=column,
                    as_sent=was,
                    now=becomes,
                )


def _line(line: ChangeLine) -> tuple[int | None, int, str]:
    return line.office_id, line.unit_id, line.kind


def _late_rows(connection: Connection, sent: Report) -> Iterator[LateRow]:
    """Read from the journal what was written after the report was sent, of days up to its cut-off; what came and went again is left out."""
    sent_seq = (
        select(func.max(journal_change.c.seq))
        .where(journal_change.c.table_name == report.name, journal_change.c.row_id == sent.id)
        .scalar_subquery()
    )
    query = (
        select(journal_change, journal.c.actor, journal.c.sentence)
        .join(journal, journal.c.seq == journal_change.c.seq)
        .where(journal_change.c.seq > sent_seq, journal_change.c.table_name.in_(_DATED))
        .order_by(journal_change.c.seq, journal_change.c.position)
    )
    first: dict[int, Any] = {}
    last: dict[int, Any] = {}
    for row in connection.execute(query):
        first.setdefault(row.row_id, row)
        last[row.row_id] = row
    late = [
        (row, told)
        for row_id, row in last.items()
        if (told := _told(first[row_id].before, row.after)) and told["on_date"] <= sent.cut_off_on.isoformat()
    ]
    yield from _in_words(connection, sorted(late, key=lambda one: (one[1]["on_date"], one[0].row_id)))


def _told(before: bytes | None, after: bytes | None) -> dict[str, Any] | None:
    """Give what a fact says now, or said before it went; None where it says what it said, or is no step that counts."""
    if before == after:
        return None
    was, becomes = (decoded(one) if one else None for one in (before, after))
    told = dict(becomes or was or {})
    if was and becomes:
        told["on_date"] = min(was["on_date"], becomes["on_date"])
    return told if told.get("act", "answered") == "answered" else None


def _in_words(connection: Connection, late: list[tuple[Any, dict[str, Any]]]) -> Iterator[LateRow]:
    addresses = _addresses(connection, [told for _, told in late])
    units = {row.unit_id: row.name for row in connection.execute(select(unit_name.c.unit_id, unit_name.c.name))}
    for row, told in late:
        yield LateRow(
            on_date=date.fromisoformat(told["on_date"]),
            addresses=addresses(told),
            what=_what(told, units),
            is_gone=row.after is None,
            act_seq=row.seq,
            act_sentence=row.sentence,
            by=row.actor,
        )


class _Addresses:
    """The mailboxes that late facts are about."""

    def __init__(self, by_mailbox: dict[int, str], by_request: dict[int, tuple[str, ...]]) -> None:
        self._by_mailbox, self._by_request = by_mailbox, by_request

    def __call__(self, told: dict[str, Any]) -> tuple[str, ...]:
        if "mailbox_id" in told:
            return tuple(filter(None, (self._by_mailbox.get(told["mailbox_id"], ""),)))
        return self._by_request.get(told["request_id"], ())


def _addresses(connection: Connection, told: list[dict[str, Any]]) -> _Addresses:
    ids = {one["mailbox_id"] for one in told if "mailbox_id" in one}
    request_ids = {one["request_id"] for one in told if "mailbox_id" not in one}
    boxes = select(mailbox.c.id, mailbox.c.address).where(mailbox.c.id.in_(ids))
    rows = (
        select(request_row.c.request_id, mailbox.c.address)
        .join(mailbox, mailbox.c.id == request_row.c.mailbox_id)
        .where(request_row.c.request_id.in_(request_ids))
        .order_by(request_row.c.position)
    )
    of_requests: dict[int, tuple[str, ...]] = {}
    for request_id, address in connection.execute(rows):
        of_requests[request_id] = (*of_requests.get(request_id, ()), address)
    return _Addresses({row[0]: row[1] for row in connection.execute(boxes)}, of_requests)


def _what(told: dict[str, Any], units: dict[int, str]) -> str:
    if "to_unit_id" in told:
        return f"Chuyển từ {units.get(told['from_unit_id'], '')} sang {units.get(told['to_unit_id'], '')}"
    if "state" in told:
        return wording.MAILBOX_STATES[told["state"]]
    return "Trả lời đề nghị"
