"""Draws a small register with something of everything, to be kept as it is: later programs must still open it and find it whole.

Run `python -m tests.store.kept.draw_register` once for a new schema; a file that is kept is never drawn again.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from govmail_desk import paths
from govmail_desk.desk import Desk
from govmail_desk.domain.person import PersonnelChange
from govmail_desk.domain.reminder import FollowUp
from govmail_desk.domain.settings import OfficeHours, OwnForm, Signer
from govmail_desk.listings.people import person_of
from govmail_desk.operations import custodies, follow_ups, journals, mailboxes, people, request_life, settings, units
from govmail_desk.operations.requests import draft_request, plan_request
from govmail_desk.store.tables import SCHEMA_VERSION
from govmail_desk.store.transaction import Transaction
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
    (asked,) = draft_request(desk, plan_request(desk, on=today, people_ids=[thanh])).ids["request"]
    request_life.send_request(
        desk, request_id=asked, on=today, from_address="stttt@ninhbinh.gov.vn", way="document-system", number="125"
    )
    request_life.answer_request(desk, request_id=asked, on=today, number="77/STTTT-CNTT")
    request_life.apply_answer(desk, request_id=asked)
    raised = min(follow_up.id for follow_up in follow_ups_of(desk))
    follow_ups.dismiss_follow_up(desk, follow_up_id=raised, on=today, reason="Chưa dùng chữ ký số")
    with desk.transaction("put_the_rest", "Ghi biến động nhân sự và biểu mẫu riêng") as act:
        put_the_rest(act.transaction, person_id=lan, on=today)
    taken = mailboxes.add_mailbox(
        desk, address="lantt.stttt@ninhbinh.gov.vn", kind="personal", unit_id=own_id, holder_id=lan, since=today
    )
    mailboxes.record_state(desk, mailbox_id=min(taken.ids["mailbox"]), state="locked", on=today, note="Quên mật khẩu")
    journals.take_back(desk, journals.plan_take_back(desk))


def follow_ups_of(desk: Desk) -> list[FollowUp]:
    with desk.reading() as connection:
        return Transaction(connection).find(FollowUp)


def put_the_rest(transaction: Transaction, *, person_id: int, on: date) -> None:
    """Put what had a table before it had an act."""
    transaction.put(
        PersonnelChange(
            person_id=person_id,
            kind="promoted",
            decided_on=on,
            effective_on=on,
            document="QĐ 12/QĐ-STTTT ngày 20/11/2026",
        )
    )
    content = (paths.forms() / "chung" / "cong-van.docx").read_bytes()
    transaction.put(
        OwnForm(
            place="chung/cong-van.docx",
            name="Công văn của sở.docx",
            sha256=transaction.keep_bytes(content),
            byte_count=len(content),
            kept_at=datetime(2026, 11, 23, 8, 30, tzinfo=UTC),
            dropped_on=on,
        )
    )


if __name__ == "__main__":
    sys.exit(main())
