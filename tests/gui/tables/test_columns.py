"""Columns, and how a table remembers them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QHeaderView

from govmail_desk.gui.tables.columns import Column, Layout, lay_out, layout_of
from govmail_desk.gui.tables.rows_model import RowsModel
from govmail_desk.gui.tables.table import Table

KEYS = ("address", "holder", "unit", "state")
COLUMNS = tuple(Column(key=key, title=key, width=10, text=str, is_hidden=key == "unit") for key in KEYS)


@pytest.fixture
def header(qtbot):
    table = Table(RowsModel(COLUMNS), name="Hộp thư")
    qtbot.addWidget(table)
    yield table.horizontalHeader()
    table.close()


def test_a_column_knows_when_it_is_hidden_at_first(header: QHeaderView) -> None:
    assert layout_of(header, COLUMNS).hidden == {"unit"}


def test_widths_order_and_hidden_columns_come_back(header: QHeaderView) -> None:
    lay_out(header, COLUMNS, Layout({"holder": 222, "state": 80}, ["state", "holder", "address"], {"unit", "address"}))
    now = layout_of(header, COLUMNS)
    assert now.keys[:3] == ["state", "holder", "address"]
    assert (now.widths["holder"], now.widths["state"]) == (222, 80)
    assert now.hidden == {"unit", "address"}


def test_a_layout_of_another_version_keeps_what_still_fits(header: QHeaderView) -> None:
    before = layout_of(header, COLUMNS)
    lay_out(header, COLUMNS, Layout({"quota": 99, "holder": 222}, ["quota", "holder"], set()))
    now = layout_of(header, COLUMNS)
    assert now.widths["holder"] == 222
    assert now.widths["address"] == before.widths["address"]
    assert now.hidden == {"unit"}


@given(
    widths=st.dictionaries(st.sampled_from(KEYS), st.integers(20, 900), min_size=1),
    hidden=st.sets(st.sampled_from(KEYS)),
    order=st.permutations(KEYS),
)
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, widths: dict, hidden: set, order: list
) -> None:
    seen = [key for key in order if key not in hidden and key in widths]
    if seen:
        kept = _settings(tmp_path_factory.mktemp("columns"))
        Layout(widths, seen, hidden).write(kept, "mailboxes")
        read = Layout.read(kept, "mailboxes")
        assert read == Layout({key: widths[key] for key in seen}, seen, hidden)


@pytest.mark.parametrize("kept", ["", "holder=abc", ";;=", "holder", "=12"])
def test_what_cannot_be_read_is_as_if_never_kept(tmp_path: Path, kept: str) -> None:
    settings = _settings(tmp_path)
    settings.setValue("columns/mailboxes", kept)
    assert Layout.read(settings, "mailboxes") is None


def _settings(folder: Path) -> QSettings:
    return QSettings(str(folder / "cua-so.ini"), QSettings.Format.IniFormat)
