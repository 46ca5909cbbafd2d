"""The figures of a report on mailboxes: what stood at its opening, what came, went and changed, what stands at its cut-off.

They are checked before anyone sees them: opening + in − out = closing, line by line. Counting them from the register's dated events is
`operations.report_figures`; the report they belong to is `domain.report`, figures of use nobody can count `domain.report_usage`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Final, Literal

from govmail_desk.domain.errors import RuleBroken

LineKind = Literal["unit", "personal", "all"]
"""A unit's own mailboxes, people's, or both together in a total."""
Flow = Literal[
    "created", "taken_in", "moved_in", "moved_out", "reopened", "locked", "suspended", "changed", "reset", "closed"
]
"""What can happen to a mailbox within a report's days, in the order a table shows it."""

FLOWS: Final[tuple[Flow, ...]] = (
    "created",
    "taken_in",
    "moved_in",
    "moved_out",
    "reopened",
    "locked",
    "suspended",
    "changed",
    "reset",
    "closed",
)
COUNTED: Final = ("opening", *FLOWS, "closing")
KINDS: Final[tuple[LineKind, ...]] = ("unit", "personal")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """One line of the change table: the mailboxes of one kind that stand with one unit itself, those below it not counted in.

    Existing are the mailboxes in use, locked or suspended. `created` were issued within the report's days, or opened again once closed;
    `taken_in` were in use already when the register first heard of them, so nobody was asked for them; `moved_in` and `moved_out` came
    from or went to another unit of the register.
    """

    unit_id: int
    unit: str
    depth: int = 0
    """0 for the desk's own unit, 1 for those right below it."""
    kind: LineKind
    opening: int = 0
    created: int = 0
    taken_in: int = 0
    moved_in: int = 0
    moved_out: int = 0
    reopened: int = 0
    locked: int = 0
    suspended: int = 0
    changed: int = 0
    reset: int = 0
    closed: int = 0
    closing: int = 0
    office_id: int | None = None
    """The office whose package told it, in a merged report; None for what this desk's own register counts."""

    @property
    def came_in(self) -> int:
        """All that raised the count."""
        return self.created + self.taken_in + self.moved_in

    @property
    def went_out(self) -> int:
        """All that lowered it."""
        return self.closed + self.moved_out

    @property
    def is_balanced(self) -> bool:
        """True where opening + in − out = closing."""
        return self.opening + self.came_in - self.went_out == self.closing

    @property
    def is_empty(self) -> bool:
        """True where nothing stood and nothing happened."""
        return not any(getattr(self, name) for name in COUNTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLine:
    """One mailbox to which something happened on a day, as the name list prints it."""

    what: Flow
    on_date: date
    unit_id: int
    unit: str
    kind: LineKind
    address: str
    holder: str = ""
    post: str = ""
    detail: str = ""
    """What changed into what, from which unit to which, or the reason."""
    number: str = ""
    """The letter that asked for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficePart:
    """An office's part in a merged report: what its newest package for the period says, or that it sent none."""

    office_id: int
    name: str
    package_id: int | None = None
    opening_on: date | None = None
    cut_off_on: date | None = None

    @property
    def is_silent(self) -> bool:
        """True where it sent no package for the period ("chưa gửi"): its mailboxes are not known, so they are not counted."""
        return self.package_id is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """All the figures of one report, frozen as its papers print them."""

    opening_on: date
    """The last day before what is reported; its evening is the opening."""
    cut_off_on: date
    """The last day reported; its evening is the closing."""
    lines: tuple[ChangeLine, ...]
    names: tuple[NameLine, ...] = ()
    people_count: int | None = None
    """People working at the cut-off, as far as the register knows; None where it knows nobody."""
    people_with_mailbox_count: int | None = None
    """Those of them with a mailbox of their own."""
    offices: tuple[OfficePart, ...] = ()
    """In a merged report, the offices beside this desk's own unit."""

    def total(self, kind: LineKind = "all") -> ChangeLine:
        """Add up the lines of a kind, or all of them."""
        return _added((line for line in self.lines if kind in {"all", line.kind}), kind=kind)

    @property
    def silent(self) -> tuple[OfficePart, ...]:
        """The offices that sent nothing for the period."""
        return tuple(office for office in self.offices if office.is_silent)

    def of(self, what: Flow) -> tuple[NameLine, ...]:
        """Give the names one thing happened to."""
        return tuple(name for name in self.names if name.what == what)

    def to_plain(self) -> dict[str, Any]:
        """Write them as plain JSON values, as the register, a package and `--json` hold them."""
        plain = {
            "opening_on": self.opening_on.isoformat(),
            "cut_off_on": self.cut_off_on.isoformat(),
            "lines": _rows_of(self.lines),
            "names": _rows_of(self.names),
            "people_count": self.people_count,
            "people_with_mailbox_count": self.people_with_mailbox_count,
            "offices": _rows_of(self.offices),
        }
        return {name: value for name, value in plain.items() if value is not None}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Figures:
        """Read them back. Raises `RuleBroken` where something is missing or is no figure."""
        try:
            return cls(
                opening_on=date.fromisoformat(plain["opening_on"]),
                cut_off_on=date.fromisoformat(plain["cut_off_on"]),
                lines=tuple(_line(one) for one in plain["lines"]),
                names=tuple(_name(one) for one in plain.get("names", ())),
                people_count=_count(plain.get("people_count")),
                people_with_mailbox_count=_count(plain.get("people_with_mailbox_count")),
                offices=tuple(_office(one) for one in plain.get("offices", ())),
            )
        except (KeyError, TypeError, ValueError, AttributeError) as fault:
            raise RuleBroken(
                "Số liệu báo cáo không đọc được. Hãy lập lại báo cáo, hoặc xin lại gói số liệu."
            ) from fault

    @property
    def sha256(self) -> str:
        """The hash of their one canonical text: the same figures, the same hash."""
        canonical = json.dumps(self.to_plain(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode("utf-8")).hexdigest()

    def checked(self) -> Figures:
        """Return them where every line balances. Raises `RuleBroken` that names the first unit whose figures do not."""
        for line in self.lines:
            if not line.is_balanced:
                raise RuleBroken(_unbalanced(line))
        return self


def _unbalanced(line: ChangeLine) -> str:
    of = {"unit": "hộp thư đơn vị", "personal": "hộp thư cá nhân", "all": "hộp thư"}[line.kind]
    return (
        f"Số liệu của {line.unit} ({of}) không khớp: đầu kỳ {line.opening} + tăng {line.came_in} − giảm {line.went_out} "
        f"không bằng cuối kỳ {line.closing}. Hãy xem lại lịch sử các hộp thư của đơn vị này."
    )


def _added(lines: Iterable[ChangeLine], *, kind: LineKind) -> ChangeLine:
    found = list(lines)
    sums: dict[str, Any] = {name: sum(getattr(line, name) for line in found) for name in COUNTED}
    return ChangeLine(unit_id=0, unit="", kind=kind, **sums)


_LINE_FIELDS: Final = frozenset(one.name for one in fields(ChangeLine))
_NAME_FIELDS: Final = frozenset(one.name for one in fields(NameLine))


def _rows_of(records: Iterable[ChangeLine | NameLine | OfficePart]) -> list[dict[str, Any]]:
    """Write many records of one kind as plain values; thousands of names are a common case, which `asdict` is slow at."""
    return [{name: _as_text(getattr(one, name)) for name in one.__slots__} for one in records]


def _as_text(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _line(plain: Mapping[str, Any]) -> ChangeLine:
    known = _LINE_FIELDS
    line = ChangeLine(**{name: value for name, value in plain.items() if name in known})
    for name in ("unit_id", "depth", *COUNTED):
        _whole(getattr(line, name))
    if line.kind not in KINDS or not isinstance(line.unit, str):
        raise ValueError(line)
    return line


def _name(plain: Mapping[str, Any]) -> NameLine:
    known = _NAME_FIELDS
    told = {name: value for name, value in plain.items() if name in known}
    line = NameLine(**told | {"on_date": date.fromisoformat(plain["on_date"])})
    texts = (line.unit, line.address, line.holder, line.post, line.detail, line.number)
    if line.what not in FLOWS or line.kind not in KINDS or not all(isinstance(text, str) for text in texts):
        raise ValueError(line)
    return line


def _office(plain: Mapping[str, Any]) -> OfficePart:
    known = {one.name for one in fields(OfficePart)}
    part = OfficePart(**{name: value for name, value in plain.items() if name in known})
    return replace(part, opening_on=_day(part.opening_on), cut_off_on=_day(part.cut_off_on))


def _day(value: object) -> date | None:
    return None if value is None else date.fromisoformat(str(value))


def _count(value: object) -> int | None:
    return None if value is None else _whole(value)


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(value)
    return value
