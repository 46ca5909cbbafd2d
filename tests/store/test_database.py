"""Opening and making a register file."""

import sqlite3
import sys
import threading
from contextlib import closing

import pytest
from sqlalchemy import func, select, text

from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.store import database, tables
from tests.desks import NOW

QUESTION = "" if sys.platform == "win32" else " ?mode=ro"
"""What would end a file's name in a URL; no name on Windows has it."""


def opened(where):
    return database.open_register(where, actor="Văn thư", at=NOW)


@pytest.fixture
def engine(tmp_path):
    engine = database.create_register(tmp_path / "so.govmail")
    yield engine
    engine.dispose()


def test_a_new_register_has_the_present_schema_and_one_file_at_rest(tmp_path):
    engine = database.create_register(tmp_path / "so.govmail")
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar_one() == tables.SCHEMA_VERSION
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 2
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "truncate"
    engine.dispose()
    assert [file.name for file in tmp_path.iterdir() if file.stat().st_size] == ["so.govmail"]


def test_an_existing_file_is_never_overwritten_by_a_new_register(tmp_path):
    file = tmp_path / "so.govmail"
    file.write_bytes(b"something of the clerk's")
    with pytest.raises(RuleBroken, match="đã có"):
        database.create_register(file)
    assert file.read_bytes() == b"something of the clerk's"


def test_a_missing_register_is_told_in_one_sentence(tmp_path):
    with pytest.raises(RuleBroken, match=r"Chưa có sổ “khong-co\.govmail”"):
        opened(tmp_path / "khong-co.govmail")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 a workbook", b"SQLite format 3", b"\x00" * 4096])
def test_a_file_that_is_no_register_is_refused_and_left_as_it_is(tmp_path, content):
    file = tmp_path / "la.govmail"
    file.write_bytes(content)
    with pytest.raises(RuleBroken, match="không phải là sổ"):
        opened(file)
    assert file.read_bytes() == content


@pytest.mark.parametrize("version", [0, tables.SCHEMA_VERSION, 99])
def test_a_database_of_another_program_is_refused_whatever_its_version(tmp_path, version):
    file = tmp_path / "khac.db"
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE unit (id INTEGER)")
        other.execute(f"PRAGMA user_version={version}")
    before = file.read_bytes()
    with pytest.raises(RuleBroken, match="không phải là sổ"):
        opened(file)
    assert file.read_bytes() == before


def test_a_register_of_a_newer_program_is_refused_and_left_byte_for_byte(tmp_path):
    file = tmp_path / "so.govmail"
    database.create_register(file).dispose()
    with closing(sqlite3.connect(file)) as newer:
        newer.execute(f"PRAGMA user_version={tables.SCHEMA_VERSION + 1}")
    before = file.read_bytes()
    with pytest.raises(RuleBroken, match="bản GovMail Desk mới hơn"):
        opened(file)
    assert file.read_bytes() == before


def test_a_damaged_register_is_told_to_be_restored_from_a_backup(tmp_path):
    file = tmp_path / "so.govmail"
    database.create_register(file).dispose()
    content = bytearray(file.read_bytes())
    content[100:3000] = b"\xff" * 2900
    file.write_bytes(content)
    with pytest.raises(StoreUnavailable, match="hỏng"):
        count_units(file)


def count_units(file):
    engine = opened(file)
    with database.translated_errors(), engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(tables.unit)).scalar_one()


def test_two_reads_in_one_transaction_see_the_same(engine):
    with engine.connect() as reader:
        before = reader.execute(text("SELECT count(*) FROM counter")).scalar_one()
        done = threading.Event()

        def write() -> None:
            with pytest.raises(Exception, match="locked"):
                impatiently_write(engine)
            done.set()

        thread = threading.Thread(target=write)
        thread.start()
        assert done.wait(10)
        thread.join()
        assert reader.execute(text("SELECT count(*) FROM counter")).scalar_one() == before


def impatiently_write(engine):
    with database.writing(engine).begin() as writer:
        writer.exec_driver_sql("PRAGMA busy_timeout=50")
        writer.execute(text("INSERT INTO counter VALUES ('other', 1)"))


def test_ninety_writers_side_by_side_lose_no_update(engine):
    def raise_thirty_times() -> None:
        for _ in range(30):
            with database.writing(engine).begin() as connection:
                now = connection.execute(select(tables.counter.c.next_id)).scalar_one()
                connection.execute(tables.counter.update().values(next_id=now + 1))

    threads = [threading.Thread(target=raise_thirty_times) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with engine.connect() as connection:
        assert connection.execute(select(tables.counter.c.next_id)).scalar_one() == 91


def test_a_failed_transaction_leaves_no_table_behind(engine):
    with pytest.raises(Exception, match="syntax"):
        migrate_half_way(engine)
    with engine.connect() as connection:
        found = connection.execute(text("SELECT count(*) FROM sqlite_master WHERE name = 'half'")).scalar_one()
    assert found == 0


def migrate_half_way(engine):
    with database.writing(engine).begin() as connection:
        connection.exec_driver_sql("CREATE TABLE half (id INTEGER)")
        connection.exec_driver_sql("CREATE TABEL")


def test_a_folder_that_cannot_be_made_is_told_in_one_sentence(tmp_path):
    (tmp_path / "tep").write_text("", encoding="utf-8")
    with pytest.raises(StoreUnavailable, match="thư mục"):
        database.create_register(tmp_path / "tep" / "con" / "so.govmail")


def test_of_two_who_found_a_register_in_one_place_only_the_first_does(tmp_path):
    file = tmp_path / "so.govmail"
    outcomes = []

    def found() -> None:
        try:
            database.create_register(file).dispose()
            outcomes.append("made")
        except RuleBroken:
            outcomes.append("refused")

    threads = [threading.Thread(target=found) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["made", "refused", "refused", "refused"]
    assert count_units(file) == 0


def test_a_register_in_a_folder_with_strange_signs_opens(tmp_path):
    file = tmp_path / f"Sở TT&TT 100% #1{QUESTION}" / "sổ hộp thư.govmail"
    database.create_register(file).dispose()
    assert count_units(file) == 0


@pytest.mark.parametrize("where", ["postgresql://may-chu/so", "mysql://may-chu/so"])
def test_another_kind_of_database_is_refused_in_one_sentence(where):
    with pytest.raises(RuleBroken, match="SQLite"):
        opened(where)
