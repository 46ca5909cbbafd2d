"""What a clerk may say of a mailbox; a password is nothing anyone can say."""

from __future__ import annotations

from dataclasses import fields
from typing import get_args

from govmail_desk.documents.list_columns import COLUMNS
from govmail_desk.domain.request_cells import SLIP_FACTS
from govmail_desk.domain.request_details import NONE_GIVEN, Details
from govmail_desk.domain.vietnamese import fold

ABOUT_PASSWORDS = ("mat khau", "password", "mat_khau")


def test_every_kind_but_a_new_mailbox_has_its_details() -> None:
    assert set(NONE_GIVEN) == {"change", "reset", "reopen", "close"}
    assert {type(empty) for empty in NONE_GIVEN.values()} == set(get_args(Details))


def test_no_detail_no_column_and_no_fact_is_for_a_password() -> None:
    names = [field.name for kind in get_args(Details) for field in fields(kind)]
    names += [text for columns in COLUMNS.values() for column in columns for text in (column.name, column.heading)]
    names += [text for fact in SLIP_FACTS for text in fact]
    assert len(names) > 60
    assert [name for name in names if any(word in fold(name) for word in ABOUT_PASSWORDS)] == []
