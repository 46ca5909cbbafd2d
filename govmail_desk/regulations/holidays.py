"""Holiday files: `resources/holidays/<year>.toml` and a unit's own files of the same shape, read into a `Calendar`.

They stand beside the regulations because they are dated, sourced data of the same kind: a day without a source is
refused. Not here: what a calendar does (`domain.office_calendar`), counting (`domain.working_days`), the corrections a
unit makes in the window (`domain.settings.CalendarDay`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import msgspec

from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.office_calendar import Calendar, HolidayYear, NamedDay, Proposal, Source, written

MOST_BYTES = 65_536
LONGEST_LINE = 1_000
"""A line like `a.a.a.a…` takes tomllib time that grows with the square of its length."""
_SATURDAY = 5
_ITEM = re.compile(r"mục \[\[(\w+)\]\] thứ (\d+)")
_KINDS = {
    "array": "danh sách, mỗi mục mở đầu bằng [[tên]]",
    "bool": "true hoặc false",
    "date": "ngày viết như 2026-01-31, không có ngoặc kép",
    "int": "số nguyên",
    "object": "các dòng khóa = giá trị",
    "str": "chữ đặt trong ngoặc kép, không để trống",
}

Year = Annotated[int, msgspec.Meta(ge=date.min.year, le=date.max.year)]
Words = Annotated[str, msgspec.Meta(pattern=r"\S")]


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    cite: Words


class _Day(_Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    on: date
    why: Words
    computed: bool = False
    """Our own reckoning until the yearly notice is out."""


class _Compensation(_Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    on: date
    instead_of: date
    computed: bool = False


class _Swap(_Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    off: date
    worked: date


class _Proposal(_Swap, frozen=True, forbid_unknown_fields=True, kw_only=True):
    why: Words


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    year: Year
    announced: bool
    holiday: list[_Day] = []
    compensation: list[_Compensation] = []
    swap: list[_Swap] = []
    closed: list[_Day] = []
    worked: list[_Day] = []
    proposal: list[_Proposal] = []


def load_calendar(folder: Path, own: Path | None = None) -> Calendar:
    """Read every holiday file of `folder`, then the unit's own of `own`, whose days win and are marked as the unit's.

    Raises `RuleBroken` naming file, key and reason; `StoreUnavailable` when a file is unreadable or there is none.
    """
    shipped = [read_year(path) for path in sorted(folder.glob("*.toml"))]
    if not shipped:
        raise StoreUnavailable(f"Không thấy tệp ngày nghỉ nào trong thư mục {folder}; hãy cài đặt lại chương trình.")
    corrections = sorted(own.glob("*.toml")) if own else []
    return Calendar.of(shipped).merged(read_year(path, source="unit") for path in corrections)


def read_year(path: Path, *, source: Source = "official") -> HolidayYear:
    """Read one holiday file, named after its year (`2026.toml`).

    Raises `RuleBroken` naming file, key and reason when something in it is wrong; `StoreUnavailable` when unreadable.
    """
    text = _text(path)
    file = _decode(path, text)
    if path.stem != str(file.year):
        raise _refusal(path, "khóa year", f"năm {file.year} không khớp tên tệp, tệp phải tên là {file.year}.toml")
    return _year(path, text, file, source)


def read_update(path: Path) -> HolidayYear:
    """Read a holiday file the unit was given, whatever it is called; its days are the unit's own.

    Raises as `read_year` does.
    """
    text = _text(path)
    return _year(path, text, _decode(path, text), "unit")


def _year(path: Path, text: str, file: _File, source: Source) -> HolidayYear:
    for place, reason in _faults(file):
        raise _refusal(path, _with_line(place, text), reason)
    days = tuple(_days(file, source))
    proposals = tuple(Proposal(swap.off, swap.worked, swap.why, swap.cite) for swap in file.proposal)
    return HolidayYear(file.year, file.announced, days, proposals)


def _decode(path: Path, text: str) -> _File:
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            raise _refusal(path, f"dòng {number}", "dài quá 1000 ký tự nên không phải tệp ngày nghỉ")
    try:
        return msgspec.toml.decode(text, type=_File)
    except msgspec.ValidationError as fault:
        place, reason = _explain_shape(str(fault))
        raise _refusal(path, _with_line(place, text), reason) from fault
    except msgspec.DecodeError as fault:
        raise _refusal(path, *_explain_writing(str(fault))) from fault
    except RecursionError as fault:
        raise _refusal(path, "nội dung", "các dấu ngoặc lồng nhau quá sâu") from fault


def _text(path: Path) -> str:
    """The file as text, with or without the mark Notepad puts before UTF-8."""
    try:
        with path.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
    except OSError as fault:
        raise StoreUnavailable(f"Không đọc được tệp ngày nghỉ {path.name}; hãy kiểm tra ổ đĩa và quyền đọc.") from fault
    if len(content) > MOST_BYTES:
        raise _refusal(path, "kích thước", "tệp lớn hơn 64 KB nên không phải tệp ngày nghỉ")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise _refusal(path, "bảng mã", "tệp không phải UTF-8, hãy lưu lại với bảng mã UTF-8") from fault


def _refusal(path: Path, key: str, reason: str) -> RuleBroken:
    return RuleBroken(f"Tệp ngày nghỉ {path.name}, {key}: {reason}.")


def _place(table: str, number: int, key: str) -> str:
    return f"mục [[{table}]] thứ {number}, khóa {key}"


def _with_line(place: str, text: str) -> str:
    """Say the line where an item begins beside its place in the file, since editors number lines and not items."""
    named = _ITEM.match(place)
    if named is None:
        return place
    heads = [number for number, line in enumerate(text.split("\n"), start=1) if line.strip() == f"[[{named[1]}]]"]
    item = int(named[2])
    return f"{place} (dòng {heads[item - 1]})" if item <= len(heads) else place


def _explain_shape(message: str) -> tuple[str, str]:
    """Say in Vietnamese what msgspec found, and where."""
    where = re.search(r"\$(?:\.(\w+))?(?:\[(\d+)\])?(?:\.(\w+))?`$", message)
    table, number, key = where.groups() if where else (None, None, None)
    named = re.search(r"(required|unknown) field `([^`]*)`", message)
    if named:
        key, reason = named[2], "thiếu khóa này" if named[1] == "required" else "không có khóa nào tên như vậy"
    else:
        expected = re.search(r"Expected `(\w+)", message)
        reason = "phải là " + _KINDS[expected[1]] if expected else "giá trị không hợp lệ"
    if table and number:
        return (_place(table, int(number) + 1, key) if key else f"mục [[{table}]] thứ {int(number) + 1}"), reason
    return f"khóa {key or table}", reason


def _explain_writing(message: str) -> tuple[str, str]:
    """Say in Vietnamese where the text stops being TOML."""
    at = re.search(r"at line (\d+), column (\d+)", message)
    if "date" in message:
        reason = "ngày không có thật hoặc viết sai, hãy viết như 2026-01-31"
    elif "overwrite" in message:
        reason = "một khóa bị ghi hai lần"
    else:
        reason = "viết chưa đúng cú pháp TOML"
    return (f"dòng {at[1]}, cột {at[2]}" if at else "cuối tệp"), reason


def _days(file: _File, source: Source) -> Iterator[NamedDay]:
    holidays = {day.on: day.why for day in file.holiday}
    for day in file.holiday:
        yield NamedDay(day.on, "holiday", day.why, day.cite, _source(day, source))
    for rest in file.compensation:
        why = f"nghỉ bù {holidays[rest.instead_of]} ({written(rest.instead_of)})"
        yield NamedDay(rest.on, "compensatory", why, rest.cite, _source(rest, source))
    for swap in file.swap:
        yield NamedDay(swap.off, "swapped", f"nghỉ hoán đổi, làm bù {written(swap.worked)}", swap.cite, source)
        yield NamedDay(swap.worked, "worked", f"làm bù cho {written(swap.off)}", swap.cite, source)
    for day in file.closed:
        yield NamedDay(day.on, "own", day.why, day.cite, _source(day, source))
    for day in file.worked:
        yield NamedDay(day.on, "worked", day.why, day.cite, _source(day, source))


def _source(entry: _Day | _Compensation, source: Source) -> Source:
    return "computed" if entry.computed and source != "unit" else source


def _faults(file: _File) -> Iterator[tuple[str, str]]:
    """Every contradiction in a well-formed file, as key and reason."""
    yield from _foreign_or_repeated(file)
    yield from _wrong_compensations(file)
    yield from _wrong_swaps(file)


def _foreign_or_repeated(file: _File) -> Iterator[tuple[str, str]]:
    seen: set[date] = set()
    for place, day in _dated(file):
        if day.year != file.year and not place.endswith("worked"):
            yield place, f"ngày {day:%d/%m/%Y} không thuộc năm {file.year}"
        if day in seen:
            yield place, f"ngày {day:%d/%m/%Y} đã ghi ở một mục khác"
        seen.add(day)


def _dated(file: _File) -> Iterator[tuple[str, date]]:
    tables: dict[str, Sequence[_Day | _Compensation]] = {
        "holiday": file.holiday,
        "compensation": file.compensation,
        "closed": file.closed,
        "worked": file.worked,
    }
    for table, entries in tables.items():
        for number, entry in enumerate(entries, start=1):
            yield _place(table, number, "on"), entry.on
    for number, swap in enumerate(file.swap, start=1):
        yield _place("swap", number, "off"), swap.off
        yield _place("swap", number, "worked"), swap.worked


def _wrong_compensations(file: _File) -> Iterator[tuple[str, str]]:
    holidays = {day.on for day in file.holiday}
    for number, rest in enumerate(file.compensation, start=1):
        place = _place("compensation", number, "instead_of")
        if rest.instead_of not in holidays:
            yield place, f"tệp không có mục [[holiday]] ngày {rest.instead_of:%d/%m/%Y}"
        if rest.instead_of.weekday() < _SATURDAY:
            yield place, f"{written(rest.instead_of)} không phải ngày nghỉ hằng tuần nên không có nghỉ bù"


def _wrong_swaps(file: _File) -> Iterator[tuple[str, str]]:
    for number, swap in enumerate(file.swap, start=1):
        if swap.off.weekday() >= _SATURDAY:
            yield _place("swap", number, "off"), f"{written(swap.off)} vốn là ngày nghỉ hằng tuần"
        if swap.worked.weekday() < _SATURDAY:
            yield _place("swap", number, "worked"), f"{written(swap.worked)} vốn là ngày làm việc"
