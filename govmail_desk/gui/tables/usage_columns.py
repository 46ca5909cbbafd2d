"""The columns of the tables of the operator's figures: the imports, and the rows of one with what becomes of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from govmail_desk import wording
from govmail_desk.domain.vietnamese import search_key
from govmail_desk.gui.look.chips import ChipSpec
from govmail_desk.gui.look.days import short_day
from govmail_desk.gui.look.marks import OUTCOME_MARKS, Mark
from govmail_desk.gui.tables.columns import Column

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from govmail_desk.listings.usage import UsageImportRow, UsageResult
    from govmail_desk.operations.usage_plan import UsageFacts, UsagePlan

USAGE_MARKS: Final = {**OUTCOME_MARKS, "unknown": Mark("cross", "quiet")}
USAGE_CHIPS: Final = [ChipSpec(key, words, USAGE_MARKS[key]) for key, words in wording.USAGE_OUTCOMES.items()]


@dataclass(frozen=True, slots=True)
class UsageLine:
    """One row of an export as a table shows it, numbered by its place in the file."""

    id: int
    row: int
    outcome: str
    address: str
    reasons: tuple[str, ...]
    said: str = ""
    """What the row says; known only as long as the file is at hand."""


def lines_of_plan(plan: UsagePlan) -> list[UsageLine]:
    """Return every row of a plan."""
    return [
        UsageLine(place, row.row, row.outcome, row.address, row.reasons, facts_words(row.facts))
        for place, row in enumerate(plan.rows)
    ]


def lines_of_results(results: Sequence[UsageResult]) -> list[UsageLine]:
    """Return every row of an import taken in before."""
    return [UsageLine(place, one.row, one.outcome, one.address, one.reasons) for place, one in enumerate(results)]


def wanted_lines(lines: Sequence[UsageLine], search: str, outcomes: Collection[str]) -> list[UsageLine]:
    """Find rows by words in any order; titles and blank rows only where those set aside are asked for."""
    words = search_key(search).split()
    return [
        line
        for line in lines
        if (line.outcome in outcomes if outcomes else line.outcome != "set_aside") and _has(words, line)
    ]


def facts_words(facts: UsageFacts) -> str:
    """Say what a row tells of a mailbox."""
    return ", ".join(_facts(facts))


def _facts(facts: UsageFacts) -> Iterator[str]:
    if facts.last_used_on is not None:
        yield f"dùng {facts.last_used_on:%d/%m/%Y}"
    elif facts.is_activated is not None:
        yield "đã kích hoạt" if facts.is_activated else "chưa đăng nhập"
    if facts.used_mb is not None:
        yield f"{facts.used_mb} MB" + (f" trên {facts.quota_mb} MB" if facts.quota_mb else "")


def _has(words: Sequence[str], line: UsageLine) -> bool:
    if not words:
        return True
    text = search_key(" ".join((line.address, line.said, *line.reasons)))
    return all(word in text for word in words)


def line_columns(*, has_facts: bool) -> list[Column[UsageLine]]:
    """Return the columns of rows; what the file says of each only while it is at hand."""
    return [
        Column(key="row", title="Dòng", width=6, text=lambda line: str(line.row), is_right=True),
        Column(
            key="outcome",
            title="Kết quả",
            width=11,
            text=lambda line: wording.USAGE_OUTCOMES[line.outcome],
            mark=lambda line: USAGE_MARKS[line.outcome],
        ),
        Column(key="address", title="Địa chỉ", width=30, text=lambda line: line.address),
        Column(key="said", title="Số liệu", width=26, text=lambda line: line.said, is_hidden=not has_facts),
        Column(
            key="reasons",
            title="Lý do",
            width=40,
            text=lambda line: " ".join(line.reasons),
            tip=lambda line: "\n".join(line.reasons),
            grows=True,
        ),
    ]


def import_columns() -> list[Column[UsageImportRow]]:
    """Return the columns of the imports, in their first order."""
    return [
        Column(key="as_of_on", title="Số liệu ngày", width=12, text=lambda row: short_day(row.as_of_on)),
        Column(key="file_name", title="Tệp", width=18, text=lambda row: row.file_name, grows=True),
        _counted("new", "Hộp thư", 8),
        _counted("newer", "Dùng mới", 9),
        _counted("doubtful", "Cần xem", 8),
        _counted("unknown", "Ngoài sổ", 8),
        _counted("missing", "Không nêu", 9),
        Column(
            key="taken_at",
            title="Nhập lúc",
            width=15,
            text=lambda row: wording.moment_words(row.taken_at),
            is_hidden=True,
        ),
        Column(key="by", title="Người nhập", width=16, text=lambda row: row.by, is_hidden=True),
    ]


def _counted(key: str, title: str, width: int) -> Column[UsageImportRow]:
    return Column(key=key, title=title, width=width, text=lambda row: str(row.counts.get(key, 0)), is_right=True)
