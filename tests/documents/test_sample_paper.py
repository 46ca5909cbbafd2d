"""What a form is filled with to be looked at: something in every column, nothing real."""

from __future__ import annotations

from govmail_desk.documents.list_columns import NAMES
from govmail_desk.documents.sample_paper import ROWS


def test_every_column_of_every_list_has_something_to_show_but_the_note():
    assert {name for name, said in ROWS[0].items() if said} == NAMES - {"ghi_chu"}


def test_nobody_real_is_shown():
    assert all(row["dia_chi"].endswith("@vidu.vn") for row in ROWS)
