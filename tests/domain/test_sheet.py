"""Plain sheets: columns by Excel's letters, cells beyond the end of a row blank."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from govmail_desk.domain.sheet import BLANK_CELL, Cell, CellKind, Row, column_letters


@pytest.mark.parametrize(("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (16383, "XFD")])
def test_a_column_is_named_as_excel_names_it(column: int, letters: str) -> None:
    assert column_letters(column) == letters


@given(st.integers(min_value=0, max_value=16383))
def test_every_column_is_named_as_openpyxl_names_it(column: int) -> None:
    assert column_letters(column) == get_column_letter(column + 1)


def test_a_cell_beyond_the_end_of_its_row_is_blank() -> None:
    row = Row(1, (Cell("1", CellKind.NUMBER),))
    assert row.cell(5) == BLANK_CELL
    assert row.text(5) == ""


def test_a_row_of_blank_cells_is_blank() -> None:
    assert Row(1, (BLANK_CELL, BLANK_CELL)).is_blank
    assert not Row(1, (BLANK_CELL, Cell("x"))).is_blank
