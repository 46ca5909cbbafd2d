"""The register's values as the journal says them to a clerk.

Not here: the names of tables and columns (`listings.journal_names`), states, kinds and roles (`govmail_desk.wording`), which rows an act
wrote (`listings.journals`, `listings.journal_changes`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from govmail_desk import wording
from govmail_desk.domain.incident_duties import rule_words
from govmail_desk.domain.pdf_signature import read_back
from govmail_desk.domain.regulation import KEYS
from govmail_desk.listings.handover_words import detail_words, item_words

OF_THE_PROGRAM: Final = frozenset({"id", "version"})
"""Columns that only the program reads."""

SEALED: Final = "đã ghi (giữ kín)"
_WORDS_OF: Final[Mapping[tuple[str, str], Mapping[str, str]]] = {
    ("mailbox", "state"): wording.MAILBOX_STATES,
    ("mailbox_event", "state"): wording.MAILBOX_STATES,
    ("mailbox", "kind"): wording.MAILBOX_KINDS,
    ("request", "mailbox_kind"): wording.MAILBOX_KINDS,
    ("request", "kind"): wording.REQUEST_KINDS,
    ("request", "state"): wording.REQUEST_STATES,
    ("file", "role"): wording.FILE_ROLES,
    ("custody", "role"): wording.CUSTODY_ROLES,
    ("signer", "authority"): wording.SIGNER_AUTHORITIES,
    ("due", "subject_kind"): wording.SUBJECTS,
    ("due", "begun_by"): wording.DUE_ACTS,
    ("mailbox_act", "kind"): wording.MAILBOX_ACTS,
    ("check", "slot"): wording.SLOTS,
    ("custody_paper", "kind"): wording.CUSTODY_PAPERS,
    ("handover", "post"): wording.HANDOVER_POSTS,
    ("handover", "state"): wording.HANDOVER_STATES,
    ("handover", "giver_absence"): wording.ABSENCES,
    ("handover_item", "state"): wording.ITEM_STATES,
    ("signed_copy", "way"): wording.COPY_WAYS,
    ("signed_copy", "belongs"): wording.BELONGS,
    ("staff_notice", "way"): wording.NOTICE_WAYS,
    ("mailbox_event", "cause"): wording.LOCK_CAUSES,
    ("personnel_change", "kind"): wording.PERSONNEL_KINDS,
    ("request_event", "act"): wording.REQUEST_ACTS,
    ("request_event", "way"): wording.WAYS,
    ("request_row", "result"): wording.ROW_RESULTS,
    ("file", "origin"): wording.FILE_ORIGINS,
    ("follow_up", "kind"): wording.FOLLOW_UPS,
    ("follow_up", "after"): wording.FOLLOW_UP_CHANGES,
    ("follow_up", "outcome"): wording.FOLLOW_UP_OUTCOMES,
    ("report", "scope"): wording.REPORT_SCOPES,
    ("report", "state"): wording.REPORT_STATES,
    ("report_paper", "role"): wording.REPORT_PAPERS,
    ("report_paper", "origin"): wording.FILE_ORIGINS,
    ("review", "state"): wording.REVIEW_STATES,
    ("review_row", "orphan"): wording.ORPHANS,
    ("review_row", "decision"): wording.DECISIONS,
    ("review_paper", "role"): wording.REVIEW_PAPERS,
    ("incident", "kind"): wording.INCIDENT_KINDS,
    ("incident", "state"): wording.INCIDENT_STATES,
    ("incident_notice", "way"): wording.INCIDENT_WAYS,
    ("foreign_mailbox", "kind"): wording.MAILBOX_KINDS,
    ("foreign_mailbox", "state"): wording.MAILBOX_STATES,
    ("export", "kind"): wording.EXPORT_KINDS,
}
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_STAMP: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d.*")
_COUNTED: Final = {**wording.USAGE_OUTCOMES, **wording.OUTCOMES, "newer": "Lần dùng mới", "missing": "Không được nêu"}
"""What counts of rows are counts of."""
_LONG: Final = 160
_SHORT_HASH: Final = 12


def value_words(table: str, column: str, value: Any) -> str:
    """Say a value; private ones stay sealed, long ones are told by their length."""
    if value is None:
        return ""
    if (table, column) in _WORDS_OF:
        return _WORDS_OF[table, column].get(value, str(value))
    if (table, column) in _OWN_WORDS:
        return _OWN_WORDS[table, column](value)
    if column == "rule" and value in KEYS:
        return KEYS[value].label
    if column.endswith("sha256"):
        return str(value)[:_SHORT_HASH]
    return _plain(value)


def _plain(value: Any) -> str:
    said = _BY_TYPE.get(type(value), str)(value)
    return said if len(said) <= _LONG else f"{said[:_LONG].rstrip()}… (dài {len(said)} chữ cái)"


def _text(value: str) -> str:
    if value.startswith("~"):
        return SEALED
    if _DAY.fullmatch(value):
        return f"{date.fromisoformat(value):%d/%m/%Y}"
    return wording.moment_words(value) if _STAMP.fullmatch(value) else value


def _listed(value: list[Any]) -> str:
    return f"{len(value)} dòng" if value and isinstance(value[0], list) else "; ".join(map(_plain, value))


def _paired(value: dict[str, Any]) -> str:
    return "; ".join(
        f"{_COUNTED.get(key, key)}: {_plain(part)}" for key, part in value.items() if part not in {"", None}
    )


_OWN_WORDS: Final[Mapping[tuple[str, str], Callable[[Any], str]]] = {
    ("handover_item", "item"): item_words,
    ("handover_item", "details"): detail_words,
    ("incident_notice", "rule"): rule_words,
    ("signed_copy", "signatures"): lambda value: " ".join(one.sentence for one in read_back(value)),
}
_BY_TYPE: Final[Mapping[type, Callable[[Any], str]]] = {
    bool: lambda value: "có" if value else "không",
    str: _text,
    list: _listed,
    dict: _paired,
}
