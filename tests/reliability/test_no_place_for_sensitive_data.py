"""No table, field, form or shown word has a place for ethnicity, religion or political views: all of them are walked."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from zipfile import ZipFile

import pytest

import govmail_desk
from govmail_desk import paths
from govmail_desk.documents.list_columns import COLUMNS
from govmail_desk.domain.heading import NEVER_READ, Meaning
from govmail_desk.domain.vietnamese import fold
from govmail_desk.gui.dialogs import import_row
from govmail_desk.listings.journal_names import column_words
from govmail_desk.operations.intake_plan import LABELS, IntakeRow
from govmail_desk.store.rows import _TABLES
from govmail_desk.store.tables import KEPT_TABLES, metadata

SENSITIVE = re.compile(r"dan toc|ton giao|tin nguong|dang vien|dang phai|quan diem chinh tri|nhom mau|suc khoe")
IN_ENGLISH = re.compile(r"ethnic|religio|political|party_member|creed|race\b|health|blood")
PACKAGE = Path(govmail_desk.__file__).parent


def test_no_column_of_any_table_is_for_it():
    columns = [f"{table.name}.{column.name}" for table in metadata.tables.values() for column in table.columns]
    assert len(columns) > 100
    assert not [name for name in columns if IN_ENGLISH.search(name) or SENSITIVE.search(name.replace("_", " "))]


def test_no_field_of_a_fact_is_for_it():
    names = [f"{kind.__name__}.{one.name}" for kind in _TABLES for one in fields(kind)]
    assert not [name for name in names if IN_ENGLISH.search(name)]


def test_no_column_is_called_so_to_a_clerk():
    said = [
        column_words(table.name, one.name)
        for table in KEPT_TABLES
        for one in table.columns
        if one.name not in {"id", "version"} and not one.info.get("derived")
    ]
    assert not [words for words in said if SENSITIVE.search(fold(words))]


def test_a_list_brings_no_such_fact():
    assert Meaning.SENSITIVE in NEVER_READ
    names = {*IntakeRow._fields, *LABELS, *import_row._OF_PEOPLE}
    assert not [name for name in names if IN_ENGLISH.search(name)]
    assert not [words for words in LABELS.values() if SENSITIVE.search(fold(words))]


def test_no_list_prints_it():
    headings = [column.heading for columns in COLUMNS.values() for column in columns]
    assert not [heading for heading in headings if SENSITIVE.search(fold(heading))]


@pytest.mark.parametrize("form", sorted(paths.forms().rglob("*.docx")) + sorted(paths.forms().rglob("*.xlsx")), ids=str)
def test_no_form_asks_for_it(form):
    with ZipFile(form) as parts:
        said = " ".join(parts.read(name).decode("utf-8") for name in parts.namelist() if name.endswith(".xml"))
    words = fold(re.sub(r"<[^>]+>", " ", said))
    assert not SENSITIVE.search(words)
