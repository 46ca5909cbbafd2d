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
from govmail_desk.domain.check import Check
from govmail_desk.domain.custody import Custody, CustodyPaper
from govmail_desk.domain.handover import HandedMailbox, Handover, HandoverItem, Minutes, SignedCopy
from govmail_desk.domain.mailbox import Mailbox, MailboxAct
from govmail_desk.domain.person import PersonnelChange
from govmail_desk.domain.reminder import Due, FollowUp, LeadTime, Snooze, StaffNotice
from govmail_desk.domain.settings import OfficeHours, OwnForm, Signer
from govmail_desk.listings.people import person_of
from govmail_desk.operations import (
    custodies,
    follow_ups,
    journals,
    mailboxes,
    people,
    request_answers,
    request_sending,
    settings,
    units,
)
from govmail_desk.operations.requests import draft_request, plan_request
from govmail_desk.store.tables import SCHEMA_VERSION
from govmail_desk.store.transaction import Transaction
from tests.desks import added, founded, own_unit_id, say_of_day
from tests.store.kept.draw_reports import put_reports

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
    say_of_day(desk, date(2027, 1, 4), is_off=True)
    settings.choose_rule(desk, rule="attachment.limit_mb", value=10, from_on=today, why="Hướng dẫn của đơn vị vận hành")
    (asked,) = draft_request(desk, plan_request(desk, on=today, people_ids=[thanh])).ids["request"]
    request_sending.send_request(
        desk, request_id=asked, on=today, from_address="stttt@ninhbinh.gov.vn", way="document-system", number="125"
    )
    request_answers.answer_request(desk, request_id=asked, on=today, number="77/STTTT-CNTT")
    request_answers.apply_answer(desk, request_id=asked)
    raised = min(follow_up.id for follow_up in follow_ups_of(desk))
    follow_ups.dismiss_follow_up(desk, follow_up_id=raised, on=today, reason="Chưa dùng chữ ký số")
    with desk.transaction("put_the_rest", "Ghi biến động nhân sự và biểu mẫu riêng") as act:
        put_the_rest(act.transaction, person_id=lan, on=today)
    with desk.transaction("put_work", "Ghi việc bàn giao và nhắc việc") as act:
        put_handover(act.transaction, own_id=own_id, giver_id=thanh, receiver_id=lan, on=today)
        put_reminders(act.transaction, on=today)
    with desk.transaction("put_reports", "Ghi báo cáo, rà soát, danh bạ, sự cố và gói dữ liệu") as act:
        put_reports(act.transaction, own_id=own_id, section_id=section, on=today)
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


def put_handover(transaction: Transaction, *, own_id: int, giver_id: int, receiver_id: int, on: date) -> None:
    """Put one handover of the unit's mailbox with its minutes and signed copy, and what gave the receiver the charge."""
    (mailbox, *_) = transaction.find(Mailbox, kind="unit")
    charge = transaction.put(
        Custody(unit_id=own_id, person_id=giver_id, role="cover", from_on=on, to_on=on, covers_id=receiver_id)
    )
    text = "Biên bản bàn giao hộp thư điện tử công vụ"
    sha256 = transaction.keep_bytes(text.encode())
    kept = {"name": "Biên bản.docx", "sha256": sha256, "byte_count": len(text.encode())}
    moment = datetime(2026, 11, 23, 8, 45, tzinfo=UTC)
    transaction.put(CustodyPaper(custody_id=charge.id, kind="assignment", made_at=moment, **kept))
    handover = transaction.put(
        Handover(
            unit_id=own_id,
            post="clerk",
            giver_id=giver_id,
            receiver_id=receiver_id,
            opened_on=on,
            effective_on=on,
            regulation_id="ninhbinh-2020",
        )
    )
    transaction.put(HandedMailbox(handover_id=handover.id, mailbox_id=mailbox.id, position=1))
    transaction.put(
        HandoverItem(
            handover_id=handover.id,
            position=1,
            item="mailbox",
            is_required=True,
            state="done",
            on_date=on,
            by="Ngô Thị Kim Uyên",
            details={"count": "1"},
        )
    )
    minutes = transaction.put(
        Minutes(
            handover_id=handover.id,
            edition=1,
            text=text,
            text_sha256=sha256,
            mark="7A21-90C4",
            journal_seq=1,
            journal_hash=sha256,
            made_at=moment,
            **kept,
        )
    )
    transaction.put(
        SignedCopy(
            handover_id=handover.id,
            minutes_id=minutes.id,
            way="scan",
            belongs="yes",
            signatures=[{"signer": "Trần Thị Lan", "intact": "có"}],
            attached_on=on,
            by="Ngô Thị Kim Uyên",
            **kept,
        )
    )


def put_reminders(transaction: Transaction, *, on: date) -> None:
    """Put what reminders keep: acts on a mailbox, a check, a line put off, days ahead, a notice."""
    (mailbox, *_) = transaction.find(Mailbox, kind="unit")
    transaction.put(MailboxAct(mailbox_id=mailbox.id, kind="password-changed", on_date=on, by="Trần Thị Lan"))
    transaction.put(
        Check(
            mailbox_id=mailbox.id,
            on_date=on,
            slot="morning",
            by="Trần Thị Lan",
            mail_count=3,
            is_reported=True,
            entered_at=datetime(2026, 11, 23, 8, 40, tzinfo=UTC),
        )
    )
    due = transaction.put(
        Due(
            rule="password.rotation.user",
            subject_kind="mailbox",
            subject_id=mailbox.id,
            started_on=on,
            due_on=date(2027, 5, 23),
            act_by=date(2027, 5, 21),
            begun_by="password-changed",
        )
    )
    transaction.put(
        Snooze(due_id=due.id, until_on=date(2027, 5, 20), on_date=on, by="Ngô Thị Kim Uyên", reason="Nghỉ phép")
    )
    transaction.put(LeadTime(rule="password.rotation.user", day_count=10, from_on=on))
    transaction.put(StaffNotice(due_id=due.id, mailbox_id=mailbox.id, on_date=on, by="Ngô Thị Kim Uyên", way="email"))


if __name__ == "__main__":
    sys.exit(main())
