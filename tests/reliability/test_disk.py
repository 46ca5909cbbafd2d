"""A full disk, another writer, a folder that cannot be: one sentence, and nothing half done.

What only a POSIX system can be asked for, permissions, limits and kills, stands in `test_disk_posix`.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event

from govmail_desk.desk import Desk
from govmail_desk.domain.errors import StoreUnavailable
from govmail_desk.listings import people as people_listing
from govmail_desk.operations.journals import verify
from govmail_desk.operations.registers import create_register
from govmail_desk.regulations import shipped
from govmail_desk.store import database
from tests.desks import NOW, added, founded


@pytest.fixture
def register(tmp_path: Path) -> Path:
    founded(tmp_path / "Sổ của đơn vị").close()
    return tmp_path / "Sổ của đơn vị" / "so.govmail"


@contextmanager
def writing_elsewhere(register: Path) -> Iterator[None]:
    with closing(sqlite3.connect(register, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


# Another writer


def test_whoever_finds_another_writing_waits_and_is_told_in_one_sentence(register, monkeypatch):
    monkeypatch.setattr(database, "BUSY_MS", 50)
    with Desk.open(register, person="x", clock=lambda: NOW) as desk:
        head = desk.journal_head()
        with writing_elsewhere(register), pytest.raises(StoreUnavailable, match="nơi khác ghi"):
            added(desk, "Lê An")
        assert desk.journal_head() == head
        assert added(desk, "Lê An")
        assert verify(desk) == []


def test_whoever_only_reads_waits_for_no_writer(register, monkeypatch):
    monkeypatch.setattr(database, "BUSY_MS", 50)
    with writing_elsewhere(register), Desk.open(register, person="x", clock=lambda: NOW) as desk:
        assert len(people_listing.ids(desk, people_listing.PersonFilter())) == 1


def test_a_short_wait_is_no_refusal(register):
    let_go = threading.Event()

    def write() -> None:
        with writing_elsewhere(register):
            begun.set()
            let_go.wait(10)

    begun = threading.Event()
    thread = threading.Thread(target=write)
    thread.start()
    begun.wait(10)
    threading.Timer(0.3, let_go.set).start()
    with Desk.open(register, person="x", clock=lambda: NOW) as desk:
        assert added(desk, "Lê An")
    thread.join()


def test_the_window_and_the_command_line_lose_no_act_between_them(register):
    def work(name: str) -> None:
        with Desk.open(register, person=name, clock=lambda: NOW) as desk:
            for number in range(10):
                added(desk, f"Lê {name} {number}")

    threads = [threading.Thread(target=work, args=(name,)) for name in ("An", "Bình", "Chi")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Desk.open(register, person="x", clock=lambda: NOW) as desk:
        assert len(people_listing.ids(desk, people_listing.PersonFilter())) == 31
        assert desk.journal_head()[0] == 31
        assert verify(desk) == []


# A full disk


def test_a_full_disk_is_told_and_the_register_is_as_it_was(register):
    with Desk.open(register, person="x", clock=lambda: NOW) as desk:
        head = desk.journal_head()

        def allow_no_more_pages(raw: sqlite3.Connection, *_: object) -> None:
            pages = raw.execute("PRAGMA page_count").fetchone()[0]
            raw.execute(f"PRAGMA max_page_count={pages}")

        event.listen(desk.engine, "connect", allow_no_more_pages)
        desk.engine.dispose()
        with pytest.raises(StoreUnavailable, match="Ổ đĩa đã đầy"):
            add_many(desk)
        event.remove(desk.engine, "connect", allow_no_more_pages)
        desk.engine.dispose()
        count = desk.journal_head()[0] - head[0]
        assert len(people_listing.ids(desk, people_listing.PersonFilter())) == 1 + count
        assert verify(desk) == []
        assert added(desk, "Lê Bình")


def add_many(desk: Desk) -> None:
    for number in range(500):
        added(desk, f"Lê An {'x' * 200} {number}")


def test_a_founding_cut_off_by_a_fault_of_the_disk_can_be_done_again(tmp_path):
    with pytest.raises(StoreUnavailable):
        found_on_a_folder_that_vanishes(tmp_path)
    with founded(tmp_path / "đây") as desk:
        assert verify(desk) == []


def found_on_a_folder_that_vanishes(tmp_path: Path) -> Desk:
    (tmp_path / "đây").write_bytes(b"")
    try:
        return create_register(
            tmp_path / "đây" / "so.govmail",
            person="x",
            regulation=shipped.find("ninhbinh-2020"),
            unit_name="Sở",
            slug="so",
        )
    finally:
        (tmp_path / "đây").unlink()
