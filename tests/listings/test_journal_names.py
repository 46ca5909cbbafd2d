"""Every table and column of the journal has a Vietnamese name."""

from __future__ import annotations

import pytest

from govmail_desk.listings.journal_names import TABLES, column_words
from govmail_desk.listings.journal_words import OF_THE_PROGRAM
from govmail_desk.store import tables
from govmail_desk.store.rows import journalled


@pytest.mark.parametrize("table", tables.KEPT_TABLES, ids=lambda table: table.name)
def test_every_table_and_column_the_journal_answers_for_has_a_name(table):
    assert TABLES[table.name]
    assert all(column_words(table.name, column) for column in journalled(table) if column not in OF_THE_PROGRAM)
