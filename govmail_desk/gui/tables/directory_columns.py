"""The columns of the directory: its editions, and the lines of one as they are published."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from govmail_desk.gui.tables.columns import Column
from govmail_desk.gui.tables.rows_model import RowSource
from govmail_desk.wording import MAILBOX_STATES, moment_words

if TYPE_CHECKING:
    from govmail_desk.domain.directory import DirectoryLine
    from govmail_desk.listings.directory import EditionRow

NOT_YET: Final = 0
"""The id of the line above all editions: the next one, as it would be now."""
_STEP: Final = "\u2003"


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line by its place."""

    id: int
    line: DirectoryLine


@dataclass(frozen=True, slots=True)
class EditionLine:
    """An edition in the table, or the next one, which is not made yet."""

    id: int
    row: EditionRow | None


def edition_columns() -> list[Column[EditionLine]]:
    """Return the columns of the table of editions."""
    return [
        Column(key="number", title="Bản", width=7, text=lambda one: f"Số {one.row.number}" if one.row else "Sắp lập"),
        Column(key="as_of", title="Số liệu đến", width=10, text=_as_of),
        Column(key="by", title="Người lập", width=14, text=lambda one: one.row.by if one.row else "", grows=True),
        Column(key="made", title="Lập lúc", width=15, text=_made, is_hidden=True),
    ]


def line_columns(*, has_states: bool) -> list[Column[LineRow]]:
    """Return the columns of a directory's lines; states only in an edition for the office itself."""
    columns: list[Column[LineRow]] = [
        Column(key="name", title="Đơn vị, họ và tên", width=24, text=_name, grows=True),
        Column(key="title", title="Chức vụ", width=13, text=lambda row: row.line.title),
        Column(key="phone", title="Điện thoại", width=12, text=lambda row: row.line.office_phone),
        Column(key="address", title="Địa chỉ", width=24, text=lambda row: row.line.address, grows=True),
    ]
    if has_states:
        columns.append(Column(key="state", title="Trạng thái", width=12, text=_states))
    return columns


def source_of(lines: Iterable[DirectoryLine]) -> RowSource[LineRow]:
    """Give a table the lines of an edition in their order."""
    return RowSource.of(LineRow(place, line) for place, line in enumerate(lines, start=1))


def _as_of(one: EditionLine) -> str:
    return f"{one.row.as_of_on:%d/%m/%Y}" if one.row else "hôm nay"


def _made(one: EditionLine) -> str:
    return moment_words(one.row.made_at.isoformat()) if one.row else ""


def _name(row: LineRow) -> str:
    return f"{_STEP * row.line.level}{row.line.name}"


def _states(row: LineRow) -> str:
    return ", ".join(MAILBOX_STATES[state] for state in row.line.states)
