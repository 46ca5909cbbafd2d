"""The columns of the table of incidents, and the chips of their states and kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmail_desk import wording
from govmail_desk.gui.look.chips import ChipSpec
from govmail_desk.gui.look.marks import INCIDENT_MARKS
from govmail_desk.gui.tables.columns import Column

if TYPE_CHECKING:
    from govmail_desk.listings.incidents import IncidentRow

STATE_CHIPS: Final = [ChipSpec(key, words, INCIDENT_MARKS[key]) for key, words in wording.INCIDENT_STATES.items()]
_BRIEF: Final = {
    "fault": "Lỗi",
    "abnormal": "Bất thường",
    "suspicious": "Thư lạ",
    "attachment": "Tệp đính kèm",
    "leak": "Mật khẩu",
    "secret": "Bí mật nhà nước",
}
"""The kinds as short as they have to be for all of them to stand in one line."""
KIND_CHIPS: Final = [ChipSpec(kind, _BRIEF[kind]) for kind in wording.INCIDENT_KINDS]
NOBODY: Final = "chưa báo ai"


def state_words(row: IncidentRow) -> str:
    """Say how it stands, and how many are still to be told."""
    words = wording.INCIDENT_STATES[row.state]
    return f"{words}, còn phải báo {len(row.waiting)}" if row.waiting else words


def told_words(row: IncidentRow) -> str:
    """Say who was told."""
    return "; ".join(row.told) or (NOBODY if row.state == "open" else "")


def told_tip(row: IncidentRow) -> str:
    """Say who was told and who is still to be."""
    waiting = "\n".join(f"Còn phải báo: {whom}" for whom in row.waiting)
    return "\n".join(filter(None, ("\n".join(row.told), waiting)))


def incident_columns() -> list[Column[IncidentRow]]:
    """Return the columns of the page, in their first order."""
    return [
        Column(key="when", title="Phát hiện", width=17, text=lambda row: row.when),
        Column(key="kind", title="Sự cố", width=20, text=lambda row: wording.INCIDENT_KINDS[row.kind], grows=True),
        Column(
            key="state",
            title="Trạng thái",
            width=26,
            text=state_words,
            mark=lambda row: INCIDENT_MARKS[row.state],
            is_bad=lambda row: bool(row.waiting),
        ),
        Column(key="mailbox", title="Hộp thư", width=24, text=lambda row: row.address, tip=lambda row: row.address),
        Column(key="told", title="Đã báo", width=28, text=told_words, tip=told_tip),
        Column(key="found_by", title="Người phát hiện", width=18, text=lambda row: row.found_by, is_hidden=True),
    ]
