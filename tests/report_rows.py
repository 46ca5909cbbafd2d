"""Figures of an invented unit's quarter, and reports that hold them, for the tests of papers and pages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from govmail_desk.domain.regulation import REPORT_OPERATOR, REPORT_UNIT
from govmail_desk.domain.report import Report
from govmail_desk.domain.report_figures import ChangeLine, Figures, NameLine

if TYPE_CHECKING:
    from govmail_desk.desk import Desk

OPENING_ON: Final = date(2026, 9, 5)
CUT_OFF_ON: Final = date(2026, 12, 5)
PERIODS: Final = {
    "camau-24-2018": ("2026-H2", REPORT_UNIT.name),
    "quan4-03-2013": ("2026-Q4", REPORT_UNIT.name),
    "ninhbinh-2020": ("2026", REPORT_UNIT.name),
    "khanhhoa-dagt-2021": ("2026", ""),
    "soctrang-59-2024": ("2026", REPORT_OPERATOR.name),
}
"""The period and rule of a report under each regulation; where the rule is empty only a letter asks for one."""
UNITS: Final = ("Văn phòng", "Phòng Chuyển đổi số")


def names(count: int = 5, *, domain: str = "vidu.gov.vn") -> tuple[NameLine, ...]:
    """Return mailboxes issued within the quarter."""
    return tuple(
        NameLine(
            what="created",
            on_date=date(2026, 10, 1 + place % 28),
            unit_id=2,
            unit=UNITS[1],
            kind="personal",
            address=f"thanhnv{place or ''}@{domain}",
            holder="Nguyễn Văn Thành",
            post="Chuyên viên",
            number="12/STTTT-VP",
        )
        for place in range(count)
    )


def figures(**about: Any) -> Figures:
    """Return 40 mailboxes of two units at the closing: 36, then 5 issued and 1 closed."""
    lines = (
        ChangeLine(unit_id=1, unit=UNITS[0], kind="unit", opening=2, closing=2, locked=1, reopened=1),
        ChangeLine(unit_id=1, unit=UNITS[0], kind="personal", opening=14, closed=1, changed=2, closing=13),
        ChangeLine(unit_id=2, unit=UNITS[1], depth=1, kind="unit", opening=1, closing=1),
        ChangeLine(unit_id=2, unit=UNITS[1], depth=1, kind="personal", opening=19, created=5, reset=3, closing=24),
    )
    told = {"lines": lines, "names": names(), "people_count": 40, "people_with_mailbox_count": 37} | about
    return Figures(opening_on=OPENING_ON, cut_off_on=CUT_OFF_ON, **told).checked()


def report_row(regulation_id: str = "quan4-03-2013", *, counted: Figures | None = None, **about: Any) -> Report:
    """Return a drafted report of the quarter, not yet in a register."""
    period, rule = PERIODS[regulation_id]
    held = counted or figures()
    told: dict[str, Any] = {
        "scope": "unit",
        "rule": rule,
        "period": period,
        "opening_on": held.opening_on,
        "cut_off_on": held.cut_off_on,
        "regulation_id": regulation_id,
        "figures": held.to_plain(),
        "figures_sha256": held.sha256,
        "made_on": held.cut_off_on,
    }
    return Report(**told | about)


def drafted(desk: Desk, regulation_id: str = "quan4-03-2013", *, counted: Figures | None = None, **about: Any) -> int:
    """Put such a report into a register and return its number."""
    with desk.transaction("draft_report", "Lập báo cáo để thử") as act:
        return act.transaction.put(report_row(regulation_id, counted=counted, **about)).id
