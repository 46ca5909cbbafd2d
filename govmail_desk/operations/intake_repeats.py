"""Rows of a list held against each other: one written twice is set aside, two that speak against each other are asked about.

Rows against the register are `operations.intake_matching`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Hashable, Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import Final

from govmail_desk.domain.vietnamese import search_key
from govmail_desk.operations.intake_known import address_looks, name_key
from govmail_desk.operations.intake_likeness import born_alike, may_be_one_name, national_phone
from govmail_desk.operations.intake_matching import doubted
from govmail_desk.operations.intake_plan import IntakeRow

_YEAR: Final = len("2000")
_MOST_COMPARED: Final = 60
"""More namesakes than this in one section, none told apart by an address or a number, are all asked about."""


def repeats(rows: Sequence[IntakeRow]) -> dict[int, str]:
    """Find each row that says in all its facts what an earlier one says: its place, and the sentence that tells so."""
    first: dict[Hashable, IntakeRow] = {}
    found: dict[int, str] = {}
    for place, row in enumerate(rows):
        if row.outcome != "set_aside":
            earlier = first.setdefault(_facts(row), row)
            if earlier is not row:
                found[place] = f"Dòng lặp lại của {_where(earlier, seen_from=row)}."
    return found


def with_conflicts(rows: Sequence[IntakeRow], *, except_places: Container[int] = ()) -> list[IntakeRow]:
    """Doubt every row that speaks against another: one address or person twice with other facts."""
    doubts: dict[int, str] = {}
    holders = [place for place, row in enumerate(rows) if (row.full_name or row.address) and place not in except_places]
    _doubt_groups(rows, doubts, _shared(holders, [rows[place].address for place in holders]), "có cùng địa chỉ")
    _doubt_groups(rows, doubts, _alike_addresses(rows, holders), "có địa chỉ trông giống nhau")
    _doubt_groups(rows, doubts, _shared(holders, [rows[place].id_number for place in holders]), "có cùng số CCCD")
    people = _shared(holders, [rows[place].person_id for place in holders])
    _doubt_groups(rows, doubts, people, "cùng chỉ một người trong sổ")
    _doubt_groups(rows, doubts, _same_people(rows, holders), "ghi cùng một người hoặc đơn vị với thông tin khác nhau")
    _doubt_people_of_two_sections(rows, doubts, holders)
    return [
        doubted(row, doubts[place]) if place in doubts and row.outcome != "set_aside" else row
        for place, row in enumerate(rows)
    ]


def _facts(row: IntakeRow) -> Hashable:
    facts = (row.kind, row.full_name, row.post, row.unit_path, row.birth_on, row.phone, row.id_number, row.address)
    return (
        *facts,
        row.office_phone,
        row.note,
        row.custodian,
        row.reasons,
        "" if row.full_name or row.address else row.place,
    )


def _doubt_people_of_two_sections(rows: Sequence[IntakeRow], doubts: dict[int, str], places: Iterable[int]) -> None:
    """Ask about one name in two sections where birth date or telephone is one too: someone listed twice, or moved."""
    people = [place for place in places if rows[place].kind == "personal" and rows[place].full_name]
    for group in _shared(people, [name_key(rows[place].full_name) for place in people]):
        by_day = _shared(group, [_whole_day(rows[place].birth_on) for place in group])
        by_phone = _shared(group, [national_phone(rows[place].phone) for place in group])
        for alike in (*by_day, *by_phone):
            for one, other in _neighbours_not_apart(rows, alike):
                doubts.setdefault(one, _may_be_one(rows[one], rows[other]))
                doubts.setdefault(other, _may_be_one(rows[other], rows[one]))


def _neighbours_not_apart(rows: Sequence[IntakeRow], group: list[int]) -> Iterator[tuple[int, int]]:
    """Pair rows of two sections; of a crowd, which one telephone for a whole body makes, only those side by side."""
    pairs = combinations(group, 2) if len(group) <= _MOST_COMPARED else pairwise(group)
    for one, other in pairs:
        if _section(rows[one]) != _section(rows[other]) and not _are_surely_two(rows[one], rows[other]):
            yield one, other


def _may_be_one(row: IntakeRow, other: IntakeRow) -> str:
    is_born_alike = _whole_day(row.birth_on) and row.birth_on == other.birth_on
    is_called_alike = row.phone and national_phone(row.phone) == national_phone(other.phone)
    alike = ", ".join(["họ tên", *["ngày sinh"] * bool(is_born_alike), *["số điện thoại"] * bool(is_called_alike)])
    where = _where(other, seen_from=row)
    return f"Dòng này và {where} có thể là cùng một người (cùng {alike}); hãy xem lại phòng, bộ phận."


def _whole_day(birth_on: str) -> str:
    """Return a birth date, "" for a bare year, which many people share."""
    return birth_on if len(birth_on) > _YEAR else ""


def _doubt_groups(rows: Sequence[IntakeRow], doubts: dict[int, str], groups: Iterable[list[int]], what: str) -> None:
    for group in groups:
        for place in group:
            other = next(other for other in group if other != place)
            doubts.setdefault(place, f"Dòng này và {_where(rows[other], seen_from=rows[place])} {what}; hãy xem lại.")


def _where(row: IntakeRow, *, seen_from: IntakeRow) -> str:
    return f"dòng {row.row}" if row.sheet == seen_from.sheet else f"dòng {row.row} trang «{row.sheet}»"


def _shared(places: Iterable[int], keys: Iterable[Hashable]) -> Iterator[list[int]]:
    """Group the rows that share a key; an empty one is none."""
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for place, key in zip(places, keys, strict=True):
        if key:
            groups[key].append(place)
    return (group for group in groups.values() if len(group) > 1)


def _alike_addresses(rows: Sequence[IntakeRow], places: Iterable[int]) -> Iterator[list[int]]:
    """Group addresses that look the same to the eye; those the register has already were looked at before."""
    new = [place for place in places if rows[place].address and rows[place].mailbox_id is None]
    new = [place for place in new if "address" not in rows[place].mended]
    for group in _shared(new, [address_looks(rows[place].address)[0] for place in new]):
        if len({rows[place].address for place in group}) > 1:
            yield group


def _same_people(rows: Sequence[IntakeRow], places: Iterable[int]) -> Iterator[list[int]]:
    """Pair the rows of one name that nothing tells apart: no other section, address, birth date or identity number."""
    named = [place for place in places if rows[place].full_name]
    for group in _shared(named, [(rows[place].kind, name_key(rows[place].full_name)) for place in named]):
        yield from _not_told_apart(rows, group)


def _not_told_apart(rows: Sequence[IntakeRow], group: list[int]) -> Iterator[list[int]]:
    by_section: dict[Hashable, list[int]] = defaultdict(list)
    for place in group:
        by_section[_section(rows[place])].append(place)
    nowhere = by_section.pop((), [])
    for section in [*(found + nowhere for found in by_section.values()), nowhere]:
        if rows[group[0]].kind == "personal" and _all_differ([rows[place].address for place in section]):
            continue
        if len(section) > _MOST_COMPARED:
            yield section
            continue
        yield from ([one, other] for one, other in combinations(section, 2) if not _are_apart(rows[one], rows[other]))


def _all_differ(facts: Sequence[Hashable]) -> bool:
    return all(facts) and len(set(facts)) == len(facts)


def _section(row: IntakeRow) -> Hashable:
    """The unit a row names, empty where it names none."""
    return (row.unit_id or tuple(map(search_key, row.unit_path))) if row.unit_path else ()


def _are_apart(one: IntakeRow, other: IntakeRow) -> bool:
    """Say whether two rows of one name and section are two people; an address of one's own says so too.

    Two rows of one unit are never two units, whatever addresses they give.
    """
    if one.kind == "unit":
        return False
    return _all_differ([one.address, other.address]) or _are_called_otherwise(one, other) or _are_surely_two(one, other)


def _are_called_otherwise(one: IntakeRow, other: IntakeRow) -> bool:
    """Say whether two names differ in their marks and no birth date or telephone makes them one: Yến beside Yên is no slip."""
    is_one_birth = bool(_whole_day(one.birth_on)) and one.birth_on == other.birth_on
    is_one_phone = bool(one.phone) and national_phone(one.phone) == national_phone(other.phone)
    return not (may_be_one_name(one.full_name, other.full_name) or is_one_birth or is_one_phone)


def _are_surely_two(one: IntakeRow, other: IntakeRow) -> bool:
    """Say whether two rows of one name are two people: clerk or register says so, or a fact that only one person can have."""
    if "new" in {one.answer, other.answer} or _all_differ([one.person_id, other.person_id]):
        return True
    return not born_alike(one.birth_on, other.birth_on) or _all_differ([one.id_number, other.id_number])
