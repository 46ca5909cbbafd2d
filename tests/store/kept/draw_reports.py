"""Puts one fact of every kind that came with reports into the register that is drawn to be kept."""

from __future__ import annotations

from datetime import UTC, date, datetime

from govmail_desk.domain.directory import DirectoryEdition
from govmail_desk.domain.exchange import ForeignMailbox, Office, OfficeChase, Package
from govmail_desk.domain.incident import Incident, IncidentNotice, IncidentPaper
from govmail_desk.domain.mailbox import Mailbox, MailboxMove
from govmail_desk.domain.privacy import Export, PrivacyChoice
from govmail_desk.domain.report import Report, ReportPaper, UsageImport, UsageReading
from govmail_desk.domain.review import Review, ReviewPaper, ReviewReminder, ReviewRow, ReviewSheet
from govmail_desk.store.transaction import Transaction

MOMENT = datetime(2026, 11, 23, 9, 15, tzinfo=UTC)
CLERK = "Ngô Thị Kim Uyên"
REGULATION = "ninhbinh-2020"


def put_reports(transaction: Transaction, *, own_id: int, section_id: int, on: date) -> None:
    """Put a report with its paper, the operator's figures, a review, a directory, an incident, another unit's package, exports."""
    (mailbox, *_) = transaction.find(Mailbox, kind="unit")
    text = "Báo cáo việc sử dụng hộp thư điện tử công vụ".encode()
    kept = {"name": "Báo cáo.docx", "sha256": transaction.keep_bytes(text), "byte_count": len(text)}
    _put_report(transaction, mailbox, kept, own_id=own_id, section_id=section_id, on=on)
    _put_review(transaction, mailbox, kept, own_id=own_id, on=on)
    _put_incident(transaction, mailbox, kept, on=on)
    _put_exchange(transaction, kept, on=on)
    transaction.put(
        DirectoryEdition(
            number=1,
            as_of_on=on,
            is_public=True,
            entries=[["Sở", "Lê Thị Mỹ Hạnh", "Giám đốc", "", mailbox.address]],
            content_sha256=kept["sha256"],
            made_at=MOMENT,
            by=CLERK,
        )
    )
    transaction.put(PrivacyChoice(from_on=on, keep_month_count=12, why="Quy chế làm việc của sở"))
    transaction.put(
        Export(kind="directory", on_date=on, made_at=MOMENT, by=CLERK, subject="Danh bạ", row_count=1, name="a.csv")
    )


def _put_report(
    transaction: Transaction, mailbox: Mailbox, kept: dict[str, object], *, own_id: int, section_id: int, on: date
) -> None:
    report = transaction.put(
        Report(
            scope="unit",
            rule="report.unit",
            period="2026",
            opening_on=date(2025, 12, 14),
            cut_off_on=on,
            due_on=date(2026, 12, 14),
            regulation_id=REGULATION,
            figures={"units": []},
            usage={"used": 3},
            made_on=on,
        )
    )
    transaction.put(ReportPaper(report_id=report.id, role="letter", edition=1, made_at=MOMENT, **kept))
    transaction.put(
        MailboxMove(mailbox_id=mailbox.id, from_unit_id=section_id, to_unit_id=own_id, on_date=on, by=CLERK)
    )
    imported = transaction.put(
        UsageImport(
            file_name="su-dung.xlsx",
            source_sha256=str(kept["sha256"]),
            as_of_on=on,
            taken_at=MOMENT,
            by=CLERK,
            counts={"new": 1},
        )
    )
    transaction.put(UsageReading(usage_import_id=imported.id, mailbox_id=mailbox.id, last_used_on=on, used_mb=120))


def _put_review(transaction: Transaction, mailbox: Mailbox, kept: dict[str, object], *, own_id: int, on: date) -> None:
    review = transaction.put(
        Review(
            title="Rà soát quý IV",
            as_of_on=on,
            answer_by_on=date(2026, 12, 4),
            regulation_id=REGULATION,
            opened_on=on,
        )
    )
    sheet = transaction.put(ReviewSheet(review_id=review.id, unit_id=own_id, position=1, sent_on=on))
    transaction.put(
        ReviewRow(
            review_id=review.id,
            review_sheet_id=sheet.id,
            position=1,
            mailbox_id=mailbox.id,
            cells={"address": mailbox.address},
            decision="keep",
        )
    )
    transaction.put(ReviewReminder(review_id=review.id, review_sheet_id=sheet.id, turn=1, on_date=on, by=CLERK))
    transaction.put(ReviewPaper(review_id=review.id, review_sheet_id=sheet.id, role="sheet", made_at=MOMENT, **kept))


def _put_incident(transaction: Transaction, mailbox: Mailbox, kept: dict[str, object], *, on: date) -> None:
    incident = transaction.put(
        Incident(
            kind="abnormal",
            mailbox_id=mailbox.id,
            happened_on=on,
            happened_at="08:10",
            found_by=CLERK,
            content="Hộp thư tự gửi thư lạ",
            regulation_id=REGULATION,
        )
    )
    transaction.put(
        IncidentNotice(
            incident_id=incident.id,
            rule="incident.abnormal",
            told="Bộ phận quản trị",
            on_date=on,
            by=CLERK,
            way="điện thoại",
        )
    )
    transaction.put(IncidentPaper(incident_id=incident.id, edition=1, made_at=MOMENT, **kept))


def _put_exchange(transaction: Transaction, kept: dict[str, object], *, on: date) -> None:
    office = transaction.put(Office(slug="sotc", name="Sở Tài chính", address="sotc@ninhbinh.gov.vn", from_on=on))
    package = transaction.put(
        Package(
            office_id=office.id,
            period="2026-Q4",
            as_of_on=on,
            made_at=MOMENT,
            format_version=1,
            journal_seq=5,
            journal_hash=str(kept["sha256"]),
            mailbox_count=1,
            taken_at=MOMENT,
            by=CLERK,
            **kept,
        )
    )
    transaction.put(
        ForeignMailbox(
            office_id=office.id,
            package_id=package.id,
            address="sotc@ninhbinh.gov.vn",
            kind="unit",
            unit="Sở Tài chính",
            state="active",
            since=on,
        )
    )
    transaction.put(
        OfficeChase(
            office_id=office.id, period="2026-Q3", turn=1, due_on=on, on_date=on, by=CLERK, made_at=MOMENT, **kept
        )
    )
