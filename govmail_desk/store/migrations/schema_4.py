"""Schema 3 → 4: reports and the operator's figures, reviews, the directory, incidents, exchange between desks, personal data.

A step is written once and stays as it is: it draws the schema of its day, never that of `store.tables`.
"""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import JSON, Boolean, Column

from govmail_desk.store.migrations.drawing import add_columns, day, filled, index, make, number, text


def climb(op: Operations) -> None:
    """Add what schema 4 has beyond schema 3; what lies in a row stays as it is."""
    add_columns(op, "unit", [text("office_phone")], after="ended_on")
    add_columns(op, "person", [text("office_phone")], after="left_on")
    add_columns(op, "person", [day("minimised_on")], after="office_phone")
    _make_reports(op)
    _make_usage(op)
    _make_reviews(op)
    _make_directory(op)
    _make_incidents(op)
    _make_exchange(op)
    _make_office_chase(op)
    _make_privacy(op)


def _json(name: str) -> Column[object]:
    return Column(name, JSON, nullable=False)


def _truth(name: str, *, required: bool = True) -> Column[object]:
    return Column(name, Boolean, nullable=not required)


def _make_reports(op: Operations) -> None:
    make(
        op,
        "report",
        *(filled(name) for name in ("scope", "rule", "period")),
        day("opening_on", required=True),
        day("cut_off_on", required=True),
        day("due_on"),
        filled("asked_by"),
        day("asked_on"),
        filled("state"),
        filled("regulation_id"),
        number("supplements_id", required=False),
        _json("figures"),
        filled("figures_sha256"),
        _json("usage"),
        _json("remarks"),
        day("made_on", required=True),
        filled("number"),
        day("sent_on"),
        filled("sent_to"),
        filled("reason"),
        links=["supplements_id:report"],
    )
    index(op, "report", "period")
    index(op, "report", "supplements_id")
    make(
        op,
        "report_paper",
        number("report_id"),
        *(filled(name) for name in ("role", "name", "sha256")),
        number("byte_count"),
        number("edition"),
        filled("origin"),
        filled("made_at"),
        links=["report"],
    )
    index(op, "report_paper", "report_id")
    make(
        op,
        "mailbox_move",
        number("mailbox_id"),
        number("from_unit_id"),
        number("to_unit_id"),
        day("on_date", required=True),
        filled("by"),
        filled("note"),
        links=["mailbox", "from_unit_id:unit", "to_unit_id:unit"],
    )
    index(op, "mailbox_move", "from_unit_id")
    index(op, "mailbox_move", "to_unit_id")
    index(op, "mailbox_move", "mailbox_id", "on_date")


def _make_usage(op: Operations) -> None:
    make(
        op,
        "usage_import",
        filled("file_name"),
        filled("source_sha256"),
        day("as_of_on", required=True),
        filled("taken_at"),
        filled("by"),
        _json("counts"),
        _json("rows"),
    )
    index(op, "usage_import", "source_sha256")
    make(
        op,
        "usage_reading",
        number("usage_import_id"),
        number("mailbox_id"),
        day("last_used_on"),
        _truth("is_activated", required=False),
        number("used_mb", required=False),
        number("quota_mb", required=False),
        links=["usage_import", "mailbox"],
    )
    index(op, "usage_reading", "usage_import_id")
    index(op, "usage_reading", "mailbox_id")


def _make_reviews(op: Operations) -> None:
    make(
        op,
        "review",
        filled("title"),
        day("as_of_on", required=True),
        day("answer_by_on", required=True),
        *(filled(name) for name in ("state", "regulation_id", "document")),
        day("opened_on", required=True),
        day("closed_on"),
        filled("note"),
    )
    make(
        op,
        "review_sheet",
        number("review_id"),
        number("unit_id"),
        number("position"),
        day("sent_on"),
        day("answered_on"),
        filled("answered_by"),
        links=["review", "unit"],
    )
    make(
        op,
        "review_row",
        number("review_id"),
        number("review_sheet_id"),
        number("position"),
        number("mailbox_id", required=False),
        number("person_id", required=False),
        filled("orphan"),
        _json("cells"),
        filled("decision"),
        filled("note"),
        number("request_id", required=False),
        links=["review", "review_sheet", "mailbox", "person", "request"],
    )
    _make_papers_of_reviews(op)
    for column in ("review_id", "unit_id"):
        index(op, "review_sheet", column)
    for column in ("review_id", "review_sheet_id", "mailbox_id", "person_id", "request_id"):
        index(op, "review_row", column)


def _make_papers_of_reviews(op: Operations) -> None:
    make(
        op,
        "review_reminder",
        number("review_id"),
        number("review_sheet_id"),
        number("turn"),
        day("on_date", required=True),
        filled("by"),
        filled("way"),
        links=["review", "review_sheet"],
    )
    make(
        op,
        "review_paper",
        number("review_id"),
        number("review_sheet_id", required=False),
        *(filled(name) for name in ("role", "name", "sha256")),
        number("byte_count"),
        filled("made_at"),
        links=["review", "review_sheet"],
    )
    for table in ("review_reminder", "review_paper"):
        index(op, table, "review_id")
        index(op, table, "review_sheet_id")


def _make_directory(op: Operations) -> None:
    make(
        op,
        "directory_edition",
        number("number"),
        day("as_of_on", required=True),
        _truth("is_public"),
        _json("entries"),
        *(filled(name) for name in ("content_sha256", "made_at", "by")),
    )


def _make_incidents(op: Operations) -> None:
    make(
        op,
        "incident",
        filled("kind"),
        number("mailbox_id", required=False),
        day("happened_on", required=True),
        *(filled(name) for name in ("happened_at", "found_by", "content", "measures", "lessons", "state")),
        day("closed_on"),
        filled("regulation_id"),
        filled("reason"),
        links=["mailbox"],
    )
    index(op, "incident", "mailbox_id")
    make(
        op,
        "incident_notice",
        number("incident_id"),
        filled("rule"),
        filled("told"),
        day("on_date", required=True),
        *(filled(name) for name in ("at_time", "by", "way", "number", "note")),
        links=["incident"],
    )
    index(op, "incident_notice", "incident_id")
    make(
        op,
        "incident_paper",
        number("incident_id"),
        filled("name"),
        filled("sha256"),
        number("byte_count"),
        number("edition"),
        filled("made_at"),
        links=["incident"],
    )
    index(op, "incident_paper", "incident_id")


def _make_exchange(op: Operations) -> None:
    make(
        op,
        "office",
        *(filled(name) for name in ("register_id", "slug", "name", "address")),
        day("from_on", required=True),
        day("ended_on"),
        filled("note"),
    )
    index(op, "office", "register_id")
    make(
        op,
        "package",
        number("office_id"),
        filled("period"),
        day("opening_on"),
        day("as_of_on", required=True),
        filled("made_at"),
        number("format_version"),
        number("journal_seq"),
        filled("journal_hash"),
        number("mailbox_count"),
        _json("figures"),
        filled("name"),
        filled("sha256"),
        number("byte_count"),
        filled("taken_at"),
        filled("by"),
        links=["office"],
    )
    index(op, "package", "sha256")
    index(op, "package", "office_id", "period")
    make(
        op,
        "foreign_mailbox",
        number("office_id"),
        number("package_id"),
        *(filled(name) for name in ("address", "kind", "holder", "post", "unit", "state")),
        day("since", required=True),
        day("gone_on"),
        links=["office", "package"],
    )
    index(op, "foreign_mailbox", "address")
    index(op, "foreign_mailbox", "office_id", "state", "kind")


def _make_office_chase(op: Operations) -> None:
    make(
        op,
        "office_chase",
        number("office_id"),
        filled("period"),
        number("turn"),
        day("due_on", required=True),
        filled("asked_by"),
        day("on_date", required=True),
        *(filled(name) for name in ("by", "name", "sha256")),
        number("byte_count"),
        filled("made_at"),
        filled("number"),
        day("sent_on"),
        links=["office"],
    )
    index(op, "office_chase", "office_id")


def _make_privacy(op: Operations) -> None:
    make(
        op,
        "privacy_choice",
        day("from_on", required=True),
        _truth("is_id_number_kept"),
        number("keep_month_count"),
        filled("why"),
    )
    make(
        op,
        "export",
        filled("kind"),
        day("on_date", required=True),
        *(filled(name) for name in ("made_at", "by", "subject")),
        number("row_count"),
        filled("name"),
        filled("content_sha256"),
    )
