"""From a TOML file to a `Regulation`, refusing with one Vietnamese sentence that names file, line, key and reason.

A rule without its article, an unknown key, a wrong type or an impossible value never enters the program.
Not here: the catalogue of keys (`govmail_desk.domain.regulation`), reading one value (`regulations.value`), which files
ship with the program (`regulations.shipped`), a regulation in words (`regulations.in_words`).
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.provision import AnyKey, AnyProvision, Provision
from govmail_desk.domain.regulation import ADDRESS_DOMAIN, KEYS, Regulation
from govmail_desk.regulations.value import Misfit, read, read_fields, shown

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_FILE: Final = 1_000_000
MOST_DOTS_ON_A_LINE: Final = 200
"""A line like `a.a.a.a…` takes tomllib time that grows with the square of its dots."""

ARTICLE: Final = re.compile(r"(QĐ )?Đ[1-9][0-9]{0,2}(\.[1-9][0-9]?)?[a-zđ]?")
ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NOT_IN_THE_HEAD: Final = frozenset({"provisions", "text", "sha256"})


@dataclass(frozen=True, slots=True)
class Problem:
    """One reason why a file is not a regulation: which file, where in it, and why."""

    file: str
    place: str
    reason: str

    @property
    def sentence(self) -> str:
        """Say it in one sentence."""
        return f"Tệp {self.file}{self.place}: {self.reason}."


@dataclass(frozen=True, slots=True)
class Examined:
    """What reading a file came to: the regulation when there is no problem, else every problem found."""

    regulation: Regulation | None
    problems: tuple[Problem, ...]

    def whole(self) -> Regulation:
        """Give the regulation, or refuse with the first problem."""
        if self.regulation is None:
            raise RuleBroken(self.problems[0].sentence)
        return self.regulation


class _Unreadable(Exception):
    """The file as a whole is not TOML that can be looked at further."""


def load(path: Path) -> Regulation:
    """Read a regulation's file; refused with `RuleBroken` where anything in it does not hold."""
    return _examine_file(path).whole()


def check(path: Path) -> tuple[Problem, ...]:
    """Name every problem of a file at once; none means it can be used."""
    return _examine_file(path).problems


def load_text(toml: str, *, name: str) -> Regulation:
    """Read a regulation from its text, as the register keeps it; `name` stands for the file in a refusal."""
    return examine(toml, name=name).whole()


def text_sha256(toml: str) -> str:
    """Give the hash that seals the copy kept in the register."""
    return sha256(toml.encode("utf-8")).hexdigest()


def unit_provision(key: AnyKey, value: object, *, why: str, from_on: date | None = None) -> AnyProvision:
    """Make the unit's own dated choice for a key from a plain value; refused where the value does not fit the key."""
    try:
        return Provision(key.name, _fitting(key, value), None, read(str, why, "why"), "unit", valid_from=from_on)
    except Misfit as misfit:
        raise RuleBroken(f"Giá trị riêng của đơn vị cho «{key.label}»: {misfit}.") from misfit


def examine(toml: str, *, name: str) -> Examined:
    """Read a regulation's text and collect every problem in it."""
    try:
        _refuse_slow(toml)
        table = _parsed(toml)
    except _Unreadable as unreadable:
        return Examined(None, (Problem(name, "", str(unreadable)),))
    reading = _Reading(name, toml, table)
    head, provisions = reading.head(), reading.provisions()
    if reading.problems:
        return Examined(None, tuple(reading.problems))
    regulation = Regulation(**head, provisions=provisions, text=toml, sha256=text_sha256(toml))
    return Examined(regulation, ())


def _examine_file(path: Path) -> Examined:
    try:
        return examine(_decoded(path), name=path.name)
    except _Unreadable as unreadable:
        return Examined(None, (Problem(path.name, "", str(unreadable)),))


def _decoded(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as fault:
        raise _Unreadable("không mở được; hãy xem lại tên tệp và quyền đọc") from fault
    if len(content) > LARGEST_FILE:
        raise _Unreadable("lớn hơn 1 MB nên không phải tệp quy chế")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise _Unreadable("không phải chữ UTF-8; hãy lưu lại tệp với bảng mã UTF-8") from fault


def _refuse_slow(toml: str) -> None:
    if len(toml.encode("utf-8", "surrogatepass")) > LARGEST_FILE:
        raise _Unreadable("lớn hơn 1 MB nên không phải tệp quy chế")
    for number, line in enumerate(toml.split("\n"), start=1):
        if line.count(".") > MOST_DOTS_ON_A_LINE:
            raise _Unreadable(f"dòng {number} có quá nhiều dấu chấm nên không phải tệp quy chế")


def _parsed(toml: str) -> dict[str, Any]:
    try:
        return tomllib.loads(toml)
    except RecursionError:
        raise _Unreadable("có các phần lồng nhau quá sâu nên không phải tệp quy chế") from None
    except tomllib.TOMLDecodeError as fault:
        raise _Unreadable(_in_vietnamese(str(fault))) from fault
    except ValueError as fault:
        raise _Unreadable("có một con số quá dài nên không đọc được") from fault


def _in_vietnamese(fault: str) -> str:
    found = re.search(r"line (\d+), column (\d+)", fault)
    where = f"dòng {found[1]}, cột {found[2]}" if found else "cuối tệp"
    if "date" in fault:
        return f"{where} có ngày không có thật"
    if "overwrite" in fault.lower() or "twice" in fault:
        return f"{where} viết lặp một phần đã có"
    return f"{where} viết sai cú pháp TOML"


class _Reading:
    """One file under examination: what has been read and what was found wrong on the way."""

    def __init__(self, name: str, toml: str, table: dict[str, Any]) -> None:
        self.name, self.table = name, table
        self.lines = _lines_of_provisions(toml)
        self.problems: list[Problem] = []
        for part in table.keys() - {"regulation", "provision"}:
            self._note("", Misfit(part, "là phần lạ; tệp chỉ có [regulation] và các [[provision]]"))

    def head(self) -> dict[str, Any]:
        try:
            head = read_fields(Regulation, self.table.get("regulation"), "", leaving=NOT_IN_THE_HEAD)
            _check_head(head)
        except Misfit as misfit:
            self._note(", mục [regulation]", misfit)
            return {}
        return head

    def provisions(self) -> tuple[AnyProvision, ...]:
        raws = self.table.get("provision", [])
        if not isinstance(raws, list) or not all(isinstance(raw, dict) for raw in raws):
            self._note("", Misfit("provision", "phải viết thành các mục [[provision]]"))
            return ()
        read_ones = [(at, provision) for at, raw in enumerate(raws) if (provision := self._provision(at, raw))]
        self._refuse_repeats(read_ones)
        provisions = tuple(provision for _, provision in read_ones)
        if not self.problems and not any(map(_is_domain_of_every_day, provisions)):
            reason = "phải có một mục không ghi ngày áp dụng; không có tên miền thì không lập được địa chỉ nào"
            self._note("", Misfit(ADDRESS_DOMAIN.name, reason))
        return provisions

    def _provision(self, at: int, raw: dict[str, Any]) -> AnyProvision | None:
        try:
            return _provision(raw)
        except Misfit as misfit:
            self._note(self._place(at, raw.get("key")), misfit)
            return None

    def _refuse_repeats(self, read_ones: list[tuple[int, AnyProvision]]) -> None:
        seen: set[tuple[object, ...]] = set()
        for at, provision in read_ones:
            mark = _mark(provision)
            if mark in seen:
                self._note(
                    self._place(at, provision.key), Misfit(provision.key, "viết lặp lại mà không khác ngày áp dụng")
                )
            seen.add(mark)

    def _place(self, at: int, key: object) -> str:
        line = f", dòng {self.lines[at]}" if at < len(self.lines) else ""
        return f"{line}, mục «{shown(key)}»" if isinstance(key, str) else f"{line}, mục thứ {at + 1}"

    def _note(self, place: str, misfit: Misfit) -> None:
        self.problems.append(Problem(self.name, place, str(misfit)))


def _lines_of_provisions(toml: str) -> list[int]:
    """Find the line each provision begins on; tomllib does not tell."""
    header = re.compile(r"[ \t]*\[\[[ \t]*provision[ \t]*\]\]")
    return [number for number, line in enumerate(toml.split("\n"), start=1) if header.match(line)]


def _provision(raw: dict[str, Any]) -> AnyProvision:
    name = raw.get("key")
    key = KEYS.get(name) if isinstance(name, str) else None
    if key is None:
        raise Misfit("key", "còn thiếu" if name is None else f"không có trong danh mục quy định: {shown(str(name))}")
    if "value" not in raw:
        raise Misfit("value", "còn thiếu")
    rest = {part: value for part, value in raw.items() if part != "value"}
    parts = read_fields(Provision, rest, "", leaving=("value",))
    _check_source(parts)
    return Provision(value=_fitting(key, raw["value"]), **{"cite": None, **parts})


def _fitting(key: AnyKey, raw: object) -> Any:
    value = read(key.type, raw, "value")
    if key.shape is not None and not re.fullmatch(key.shape, value):
        raise Misfit("value", f"«{shown(value)}» không viết đúng dạng của {key.label.lower()}")
    return value


def _check_source(parts: dict[str, Any]) -> None:
    source, cite = parts.get("source", "regulation"), parts.get("cite")
    if source == "unit":
        raise Misfit(
            "source", "không được là unit; giá trị riêng của đơn vị ghi ở trang Thiết lập, không ghi trong tệp"
        )
    if source == "suggested" and cite is not None:
        raise Misfit("cite", 'không được có ở gợi ý của chương trình (source = "suggested")')
    if source == "regulation" and cite is None:
        raise Misfit("cite", "còn thiếu; mỗi quy định phải ghi điều khoản của nó")
    if cite is not None:
        _check_cite(cite, "cite")
    if _is_before(parts.get("valid_to"), parts.get("valid_from")):
        raise Misfit("valid_to", "sớm hơn valid_from")


def _is_before(day: date | None, other: date | None) -> bool:
    return day is not None and other is not None and day < other


def _check_cite(cite: str, place: str) -> None:
    if not all(ARTICLE.fullmatch(article) for article in cite.split(", ")):
        raise Misfit(
            place,
            f"«{shown(cite)}» không phải điều khoản; hãy viết Đ, số điều, dấu chấm, số khoản rồi chữ của điểm, "
            "thêm QĐ ở trước nếu là điều của quyết định, nhiều điều cách nhau bằng dấu phẩy",
        )


def _check_head(head: dict[str, Any]) -> None:
    if not ID.fullmatch(head["id"]):
        raise Misfit("id", "chỉ gồm chữ thường không dấu, chữ số và dấu «-»")
    for place in ("in_force_cite", "replaces_cite"):
        if place in head:
            _check_cite(head[place], place)
    for said, place in (("in_force_from", "in_force_cite"), ("replaces", "replaces_cite")):
        if said in head and place not in head:
            raise Misfit(place, f"còn thiếu; {said} phải ghi điều khoản của nó")


def _is_domain_of_every_day(provision: AnyProvision) -> bool:
    return provision.key == ADDRESS_DOMAIN.name and provision.valid_from is None and provision.valid_to is None


def _mark(provision: AnyProvision) -> tuple[object, ...]:
    """Say what must not stand twice in a file: the key and its first day, and the value too where many may stand."""
    is_many = KEYS[provision.key].many
    return (provision.key, provision.valid_from, provision.value) if is_many else (provision.key, provision.valid_from)
