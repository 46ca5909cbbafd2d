"""What the window's frame shows before the desk is open."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date

import pytest

from govmail_desk import paths
from govmail_desk.operations.settings import adopt_regulation
from govmail_desk.operations.units import rename_unit
from govmail_desk.store.glance import Glance, glance
from tests.desks import UNITS, founded, own_unit_id


@pytest.mark.parametrize("regulation_id", UNITS)
def test_the_units_name_and_regulation_are_seen_at_once(tmp_path, regulation_id):
    folder = tmp_path / ("Sổ 100% #1" if sys.platform == "win32" else "Sổ 100% #1?")
    with founded(folder, regulation_id) as desk:
        short_name = desk.regulation().short_name
    assert glance(folder / "so.govmail") == Glance(UNITS[regulation_id][0], regulation_id, short_name)


def test_the_present_name_and_the_latest_regulation_are_seen(tmp_path):
    with founded(tmp_path) as desk:
        rename_unit(desk, unit_id=own_unit_id(desk), name="Sở Khoa học và Công nghệ", from_on=date(2026, 11, 23))
        toml = (paths.regulations() / "soctrang-59-2024.toml").read_text(encoding="utf-8")
        adopt_regulation(desk, toml=toml, name="soctrang-59-2024.toml", from_on=date(2026, 11, 23))
    seen = glance(tmp_path / "so.govmail")
    assert (seen.unit_name, seen.regulation_id) == ("Sở Khoa học và Công nghệ", "soctrang-59-2024")


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04", b"SQLite format 3\x00" + b"\xff" * 4096])
def test_where_there_is_no_register_there_is_nothing_to_see(tmp_path, content):
    file = tmp_path / "so.govmail"
    if content is not None:
        file.write_bytes(content)
    assert glance(file) is None
    assert content is None or file.read_bytes() == content


def test_a_database_of_another_program_is_nothing_to_see(tmp_path):
    with closing(sqlite3.connect(tmp_path / "khac.db")) as other:
        other.execute("CREATE TABLE unit (id INTEGER)")
    assert glance(tmp_path / "khac.db") is None


def test_looking_waits_for_no_writer(tmp_path):
    founded(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "so.govmail", isolation_level=None)) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        assert glance(tmp_path / "so.govmail") is None


def test_looking_loads_no_sqlalchemy(tmp_path):
    founded(tmp_path).close()
    question = (
        "import sys; from pathlib import Path; from govmail_desk.store.glance import glance; "
        f"print(glance(Path({str(tmp_path / 'so.govmail')!r})).regulation_id); "
        "print([name for name in ('sqlalchemy', 'alembic', 'msgspec', 'openpyxl') if name in sys.modules])"
    )
    ended = subprocess.run([sys.executable, "-c", question], check=True, capture_output=True)
    assert ended.stdout.splitlines() == [b"ninhbinh-2020", b"[]"]
