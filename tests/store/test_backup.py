"""Copies of a register's file: whole, looked through, never over another file."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from govmail_desk.domain.errors import StoreDamaged, StoreUnavailable
from govmail_desk.store import backup
from tests.desks import founded
from tests.store.migrations.earlier import contents


@pytest.fixture
def register(tmp_path):
    founded(tmp_path / "Sổ 100% #1").close()
    return tmp_path / "Sổ 100% #1" / "so.govmail"


def test_a_copy_holds_all_that_the_register_holds(register, tmp_path):
    backup.copy_whole(register, tmp_path / "bản sao.govmail")
    assert contents(tmp_path / "bản sao.govmail") == contents(register)


def test_a_copy_is_made_while_another_writes_and_holds_nothing_of_it(register, tmp_path):
    before = contents(register)
    with closing(sqlite3.connect(register, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM person")
        backup.copy_whole(register, tmp_path / "bản sao.govmail")
    assert contents(tmp_path / "bản sao.govmail") == before


def test_copies_beside_a_register_never_overwrite_one_another(register):
    names = [backup.copy_beside(register, "trước khi nâng").name for _ in range(3)]
    assert names == [
        "so (trước khi nâng).govmail",
        "so (trước khi nâng, 2).govmail",
        "so (trước khi nâng, 3).govmail",
    ]


def test_a_copy_left_half_made_by_a_kill_is_in_nobodys_way(register, tmp_path):
    (tmp_path / "~bản sao.govmail.tmp").write_bytes(b"half of something")
    backup.copy_whole(register, tmp_path / "bản sao.govmail")
    assert contents(tmp_path / "bản sao.govmail") == contents(register)
    assert not (tmp_path / "~bản sao.govmail.tmp").exists()


def test_where_no_copy_can_be_made_one_sentence_says_so_and_nothing_is_left(register, tmp_path):
    with pytest.raises(StoreUnavailable, match=r"Chưa chép được sổ thành “bản sao\.govmail”"):
        backup.copy_whole(register, tmp_path / "không có" / "bản sao.govmail")
    assert [path.name for path in tmp_path.iterdir()] == [register.parent.name]


def test_a_register_whose_pages_are_damaged_is_not_copied_as_if_it_were_whole(register, tmp_path):
    content = bytearray(register.read_bytes())
    content[-4096:] = b"\xff" * 4096
    register.write_bytes(content)
    with pytest.raises(StoreDamaged, match="hỏng"):
        backup.copy_whole(register, tmp_path / "bản sao.govmail")
    assert not (tmp_path / "bản sao.govmail").exists()
