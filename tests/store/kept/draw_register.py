"""Draws a small register with something of everything, to be kept as it is: later programs must still open it and find it whole.

Run `python -m tests.store.kept.draw_register` once for a new schema; a file that is kept is never drawn again.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from govmail_desk.desk import Desk
from govmail_desk.domain.settings import OfficeHours, Signer
from govmail_desk.listings.people import person_of
from govmail_desk.operations import custodies, journals, mailboxes, people, settings, units
from govmail_desk.operations.requests import draft_request, plan_request
from govmail_desk.store.tables import SCHEMA_VERSION
from tests.desks import added, founded, own_unit_id

KEPT = Path(__file__).resolve().parent


def main() -> int:
    """Draw the register of the present schema; one that is there already is left alone."""
    kept = KEPT / f"schema-{SCHEMA_VERSION}.govmail"
    if kept.exists():
        sys.stderr.write(f"{kept.name} is kept as it is\n")
        return 1
    with founded(KEPT) as desk:
        work_on(desk)
    (KEPT / "so.govmail").rename(kept)
    (KEPT / "so.govmail-journal").unlink(missing_ok=True)
    return 0


def work_on(desk: Desk) -> None:
    """Do a little of everything a clerk does."""
    own_id, today = own_unit_id(desk), desk.today()
    thanh, lan = added(desk, "Nguyễn Văn Thành"), added(desk, "Trần Thị Lan", phone="", birth_on="1985")
    (section,) = units.add_unit(desk, name="Phòng Công nghệ thông tin", slug="pcntt", parent_id=own_id).ids["unit"]
    units.rename_unit(desk, unit_id=section, name="Phòng Chuyển đổi số", from_on=date(2026, 12, 1))
    seen = person_of(desk, thanh)
    assert seen is not None
    people.edit_person(desk, person=seen, corrected=replace(seen, unit_id=section, phone="0912000222"))
    custodies.appoint(desk, unit_id=own_id, person_id=lan, role="custodian", from_on=today)
    settings.add_signer(
        desk, signer=Signer(full_name="Võ Ngọc Ánh", post="Phó Giám đốc", authority="deputy", head_post="Giám đốc")
    )
    settings.set_recipients(desk, lines=("UBND tỉnh (để b/c)", "Trang thông tin điện tử của sở"), from_on=today)
    settings.set_office_hours(
        desk,
        hours=OfficeHours(
            from_on=today, morning_from="07:30", morning_to="11:30", afternoon_from="13:30", afternoon_to="17:00"
        ),
    )
    settings.correct_calendar(desk, on=date(2027, 1, 4), is_off=True, why="Thông báo của tỉnh")
    settings.choose_rule(desk, rule="attachment.limit_mb", value=10, from_on=today, why="Hướng dẫn của đơn vị vận hành")
    draft_request(desk, plan_request(desk, on=today, people_ids=[thanh]))
    taken = mailboxes.add_mailbox(
        desk, address="lantt.stttt@ninhbinh.gov.vn", kind="personal", unit_id=own_id, holder_id=lan, since=today
    )
    mailboxes.record_state(desk, mailbox_id=min(taken.ids["mailbox"]), state="locked", on=today, note="Quên mật khẩu")
    journals.take_back(desk, journals.plan_take_back(desk))


if __name__ == "__main__":
    sys.exit(main())
