"""The tables of a report as its papers and the screen print them: changes by kind, changes by unit and kind, and whom they concern.

Cells are texts here; a workbook writes the figures as numbers (`documents.report_workbook`). Counting is `operations.report_figures`,
the sentences around the tables `domain.report_text`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.report_figures import FLOWS, Flow
from govmail_desk.domain.report_usage import UNKNOWN

if TYPE_CHECKING:
    from govmail_desk.domain.report_figures import ChangeLine, Figures, LineKind, NameLine

FLOW_WORDS: Final[Mapping[Flow, str]] = {
    "created": "Cấp mới",
    "taken_in": "Đưa vào sổ",
    "moved_in": "Chuyển đến",
    "moved_out": "Chuyển đi",
    "reopened": "Mở lại",
    "locked": "Khóa",
    "suspended": "Tạm dừng",
    "changed": "Thay đổi",
    "reset": "Cấp lại mật khẩu",
    "closed": "Thu hồi",
}
"""What happened to a mailbox, as tables and name lists call it."""
OPENING: Final = "Đầu kỳ"
CLOSING: Final = "Cuối kỳ"
KIND_WORDS: Final[Mapping[LineKind, str]] = {"unit": "Đơn vị", "personal": "Cá nhân", "all": "Tổng cộng"}
KIND_NAMES: Final[Mapping[LineKind, str]] = {
    "unit": "Hộp thư đơn vị",
    "personal": "Hộp thư cá nhân",
    "all": "Tổng cộng",
}
COLUMNS: Final = (
    *("opening", "created", "taken_in", "moved_in", "closed", "moved_out", "closing"),
    *("changed", "reset", "locked", "suspended", "reopened"),
)
"""The figures of a line in the order a table has them: those that make the balance first."""
FIELDS: Final[Mapping[str, str]] = {
    "opening": "dau_ky",
    "created": "cap_moi",
    "taken_in": "bo_sung",
    "moved_in": "chuyen_den",
    "closed": "thu_hoi",
    "moved_out": "chuyen_di",
    "closing": "cuoi_ky",
    "changed": "thay_doi",
    "reset": "cap_lai",
    "locked": "khoa",
    "suspended": "tam_dung",
    "reopened": "mo_lai",
}
"""The field of a form that prints each figure."""
MOST_NAMES_ON_PAPER: Final = 400
"""A longer list of names stands in the workbook alone; nobody reads it on paper."""


def counted(figure: int | None) -> str:
    """Write a figure as Vietnamese papers do, `20.000`; one that nobody knows is said so, never 0."""
    return UNKNOWN if figure is None else f"{figure:,}".replace(",", ".")


def column_words(name: str) -> str:
    """Name a column of figures: `Đầu kỳ`, `Cấp mới`."""
    heads = {"opening": OPENING, "closing": CLOSING}
    return heads.get(name) or next(FLOW_WORDS[flow] for flow in FLOWS if flow == name)


def rows_by_kind(figures: Figures) -> tuple[dict[str, str], ...]:
    """Give the lines of the table in the text: unit mailboxes, personal ones, both."""
    kinds: tuple[LineKind, ...] = ("unit", "personal", "all")
    return tuple(_of_kind(figures.total(kind)) for kind in kinds)


def rows_by_unit(figures: Figures) -> tuple[dict[str, str], ...]:
    """Give the lines of the first appendix, numbered by unit, the totals last; a line where nothing ever stood is left out."""
    kinds: tuple[LineKind, ...] = ("unit", "personal", "all")
    totals = [{"stt": "", "don_vi": "Tổng cộng", **_counts(figures.total(kind), kind)} for kind in kinds]
    totals[-1]["loai"] = "Cả hai loại"
    return (*_numbered(figures), *totals)


def rows_of_names(names: tuple[NameLine, ...]) -> tuple[dict[str, str], ...]:
    """Give the lines of the second appendix."""
    return tuple(
        {
            "stt": str(place),
            "ngay": f"{name.on_date:%d/%m/%Y}",
            "viec": FLOW_WORDS[name.what] + (f": {name.detail}" if name.detail else ""),
            "dia_chi": name.address,
            "cua": ", ".join(filter(None, (name.holder, name.post))),
            "don_vi": name.unit,
            "can_cu": name.number,
        }
        for place, name in enumerate(names, start=1)
    )


def largest_units(figures: Figures, *, most: int) -> tuple[tuple[str, int, int], ...]:
    """Give opening and closing of the largest units, both kinds of mailboxes together, and of all others as one last line."""
    units: dict[str, tuple[int, int]] = {}
    for line in figures.lines:
        if not line.is_empty:
            opening, closing = units.get(name := unit_name(line, figures), (0, 0))
            units[name] = opening + line.opening, closing + line.closing
    ranked = sorted(((name, *ends) for name, ends in units.items()), key=lambda one: -max(one[1:]))
    shown, rest = ranked[:most], ranked[most:]
    if rest:
        shown.append((f"{len(rest)} đơn vị khác", sum(one[1] for one in rest), sum(one[2] for one in rest)))
    return tuple(shown)


def unit_name(line: ChangeLine, figures: Figures) -> str:
    """Name the unit of a line; one of another office with the office it belongs to."""
    office = next((one.name for one in figures.offices if one.office_id == line.office_id), "")
    return f"{line.unit} ({office})" if office and office != line.unit else line.unit


def _of_kind(line: ChangeLine) -> dict[str, str]:
    return {
        "loai": KIND_NAMES[line.kind],
        "dau_ky": counted(line.opening),
        "tang": counted(line.came_in),
        "giam": counted(line.went_out),
        "cuoi_ky": counted(line.closing),
        "thay_doi": counted(line.changed),
        "cap_lai": counted(line.reset),
        "khoa": counted(line.locked + line.suspended),
        "mo_lai": counted(line.reopened),
    }


def _numbered(figures: Figures) -> Iterator[dict[str, str]]:
    place, last = 0, ""
    for line in figures.lines:
        if line.is_empty:
            continue
        named = unit_name(line, figures)
        place += named != last
        stt, last = ("" if named == last else str(place)), named
        yield {"stt": stt, "don_vi": named, **_counts(line, line.kind)}


def _counts(line: ChangeLine, kind: LineKind) -> dict[str, str]:
    return {"loai": KIND_WORDS[kind], **{field: counted(getattr(line, name)) for name, field in FIELDS.items()}}
