"""The report as it stood when its papers were made: read back from the journal, for whoever asks whether they still print it.

The tables are `store.report_tables`; making the papers is `operations.report_papers`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import ScalarSelect, func, select

from govmail_desk.store.rows import decoded
from govmail_desk.store.tables import journal_change, report, report_paper

if TYPE_CHECKING:
    from govmail_desk.domain.report import Report

_PRINTED: Final = ("figures", "usage", "remarks", "asked_by", "asked_on")
"""What of a report its papers print; another due day makes no other paper."""


def printed_row() -> ScalarSelect[bytes]:
    """Ask, within a statement of reports, for each as it stood when its newest papers were made; NULL where none were."""
    change, paper = journal_change.c, report_paper.c
    newest = select(func.max(paper.id)).where(paper.report_id == report.c.id, paper.origin == "made").correlate(report)
    made_seq = (
        select(func.min(change.seq))
        .where(change.table_name == report_paper.name, change.row_id == newest.scalar_subquery())
        .correlate(report)
    )
    row = journal_change.alias("report_change").c
    return (
        select(row.after)
        .where(row.table_name == report.name, row.row_id == report.c.id, row.after.is_not(None))
        .where(row.seq <= made_seq.scalar_subquery())
        .order_by(row.seq.desc(), row.position.desc())
        .limit(1)
        .correlate(report)
        .scalar_subquery()
    )


def is_as_printed(printed: bytes | None, now: Report) -> bool:
    """Say whether a report says now what `printed_row` told; False where no papers were made."""
    if printed is None:
        return False
    was = decoded(printed)
    asked_on = now.asked_on.isoformat() if now.asked_on else None
    told = {name: getattr(now, name) for name in _PRINTED} | {"asked_on": asked_on}
    return all(was[name] == value for name, value in told.items())
