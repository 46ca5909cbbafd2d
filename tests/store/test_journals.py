"""What the journal finds: rows edited, added or removed behind the program's back, and damage to itself and to files."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.domain.errors import StoreUnavailable
from govmail_desk.domain.journal import entry_hash
from govmail_desk.listings.people import person_of
from govmail_desk.operations import journals as taking_back
from govmail_desk.operations.people import edit_person
from govmail_desk.operations.requests import draft_request, plan_request
from govmail_desk.store import journals, tables
from govmail_desk.store.bulk import insert_rows
from tests.desks import added, founded


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path)
    person_id = added(desk, "Nguyễn Văn Thành")
    edit_person(
        desk, person=person_of(desk, person_id), corrected=replace(person_of(desk, person_id), phone="0977717717")
    )
    draft_request(desk, plan_request(desk, on=desk.today(), people_ids=[person_id]))
    yield desk
    desk.close()


def outside(desk, *statements):
    """Change the register as another program would, which asks nobody."""
    with closing(sqlite3.connect(desk.engine.url.database)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def found(desk):
    return [finding.sentence for finding in taking_back.verify(desk)]


def test_a_register_no_one_touched_is_whole(desk):
    assert found(desk) == []
    with desk.reading() as connection:
        assert journals.broken_entry(connection) is None
        assert journals.head(connection) == (4, journals.entries(connection)[-1].hash)
        assert journals.entry(connection, 2).act == "add_person"
        assert journals.entry(connection, 99) is None


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("UPDATE person SET full_name = 'Nguyễn Văn Thanh' WHERE full_name = 'Nguyễn Văn Thành'", "person"),
        ("UPDATE person SET phone = '0912000112' WHERE phone = '0977717717'", "person"),
        ("UPDATE person SET phone = '' WHERE phone = '0977717717'", "person"),
        ("UPDATE person SET id_number = '037000000001' WHERE phone = '0977717717'", "person"),
        ("UPDATE mailbox SET version = version + 1 WHERE kind = 'unit'", "mailbox"),
        ("UPDATE request_row SET cells = json_set(cells, '$.so_dien_thoai', '0912000112')", "request_row"),
        ("UPDATE request_row SET cells = 'không phải JSON'", "request_row"),
        ("UPDATE request SET reason = x'00ff'", "request"),
        ("UPDATE regulation_text SET toml = replace(toml, 'ninhbinh', 'tinhkhac')", "regulation_text"),
        ("UPDATE letterhead SET is_collective = 1 - is_collective", "letterhead"),
        ("DELETE FROM signer", "signer"),
        ("INSERT INTO operator VALUES (999, 1, '2026-01-01', 'Kẻ mạo danh', 'ke@mao.danh')", "operator"),
    ],
)
def test_a_row_changed_outside_is_found_in_its_table(desk, statement, table):
    outside(desk, statement)
    (sentence,) = found(desk)
    assert f"bảng “{table}”" in sentence


@pytest.mark.parametrize(
    ("statement", "place"),
    [
        ("UPDATE journal SET actor = 'người khác' WHERE seq = 2", 2),
        ("UPDATE journal SET at = '2020-01-01T00:00:00+00:00' WHERE seq = 3", 3),
        ("UPDATE journal SET takes_back = 2 WHERE seq = 3", 3),
        ("UPDATE journal_change SET after = replace(after, '0', '1') WHERE seq = 2", 2),
        ("UPDATE journal_change SET after = CAST(before AS TEXT) WHERE seq = 3", 3),
        ("UPDATE journal_change SET row_id = row_id + 1000 WHERE seq = 3", 3),
        ("DELETE FROM journal_change WHERE seq = 4 AND position = 0", 4),
        ("INSERT INTO journal_change VALUES (3, 99, 'unit', 1, NULL, NULL)", 3),
        ("DELETE FROM journal WHERE seq = 2", 3),
        ("UPDATE journal SET seq = 9 WHERE seq = 4", 9),
    ],
)
def test_a_journal_changed_outside_breaks_at_its_entry(desk, statement, place):
    outside(desk, statement)
    assert any(sentence.startswith(f"Nhật ký bị đứt tại mục số {place} ") for sentence in found(desk))


def test_two_entries_that_changed_places_break_the_chain(desk):
    outside(
        desk,
        "UPDATE journal SET seq = -2 WHERE seq = 2",
        "UPDATE journal SET seq = 2 WHERE seq = 3",
        "UPDATE journal SET seq = 3 WHERE seq = -2",
    )
    assert any("mục số 2 " in sentence for sentence in found(desk))


def test_a_change_that_belongs_to_no_entry_is_found(desk):
    """It would make a row edited outside look as the journal's last word on it."""
    outside(
        desk,
        "INSERT INTO journal_change SELECT 99, 0, table_name, row_id, after, replace(after, 'Thành', 'Thanh')"
        " FROM journal_change WHERE seq = 3",
        "UPDATE person SET full_name = 'Nguyễn Văn Thanh' WHERE full_name = 'Nguyễn Văn Thành'",
    )
    assert any("không thuộc mục nào" in sentence for sentence in found(desk))


def test_an_end_cut_off_with_its_rows_is_found_only_by_the_head_that_was_printed(desk):
    printed = desk.journal_head()
    taking_back.take_back(desk, taking_back.plan_take_back(desk))
    whole = desk.journal_head()
    outside(desk, "DELETE FROM journal_change WHERE seq = 5", "DELETE FROM journal WHERE seq = 5")
    assert not [sentence for sentence in found(desk) if "Nhật ký" in sentence]
    assert taking_back.verify(desk, printed_head=printed) == taking_back.verify(desk)
    (cut, *_) = [finding.sentence for finding in taking_back.verify(desk, printed_head=whole)]
    assert "không còn mục số 5 như đã in" in cut


def test_a_chain_forged_anew_is_found_by_the_head_that_was_printed(desk, tmp_path):
    printed = desk.journal_head()
    (tmp_path / "khác").mkdir()
    with founded(tmp_path / "khác") as forged:
        for name in ("Lê An", "Lê Bình", "Lê Chi"):
            added(forged, name)
        assert taking_back.verify(forged) == []
        (finding,) = taking_back.verify(forged, printed_head=printed)
    assert "bị viết lại" in finding.sentence


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE file_content SET content = CAST(content || x'00' AS BLOB) WHERE rowid = (SELECT min(rowid) FROM file_content)",
        "DELETE FROM file_content WHERE rowid = (SELECT min(rowid) FROM file_content)",
    ],
)
def test_a_file_damaged_or_gone_is_found(desk, statement):
    outside(desk, statement)
    (sentence,) = found(desk)
    assert "không còn nguyên vẹn" in sentence


def test_text_that_is_no_text_is_told_as_damage(desk):
    outside(desk, "UPDATE file_content SET content = content || x'ff'")
    with pytest.raises(StoreUnavailable, match="hỏng"):
        taking_back.verify(desk)


def test_ten_thousand_entries_verify_and_one_edited_among_them_is_found(desk):
    for number in range(60):
        added(desk, f"Lê An {number}")
    _repeat_entries(desk, 10_000)
    with desk.reading() as connection:
        assert len(journals.entries(connection)) == 10_000
        assert journals.broken_entry(connection) is None
    outside(desk, "UPDATE journal SET sentence = sentence || '.' WHERE seq = 7777")
    with desk.reading() as connection:
        assert journals.broken_entry(connection).seq == 7777


def _repeat_entries(desk, count):
    """Lengthen the chain by entries that wrote nothing, sealed as the program seals them."""
    with desk.engine.execution_options(writes=True).begin() as connection:
        last = journals.entries(connection)[-1]
        new = []
        while last.seq < count:
            following = replace(last, seq=last.seq + 1, previous_hash=last.hash, takes_back=None)
            last = replace(following, hash=entry_hash(following, []))
            new.append({name: getattr(last, name) for name in last.__dataclass_fields__})
        insert_rows(connection, tables.journal, new)


EDITABLE = {
    "journal": ("at", "actor", "act", "sentence", "previous_hash", "hash"),
    "journal_change": ("table_name", "before", "after"),
}


@pytest.fixture(scope="module")
def worked_on(tmp_path_factory):
    """A register of some acts, edited in transactions that are always rolled back."""
    with founded(tmp_path_factory.mktemp("worked_on")) as desk:
        people = [added(desk, f"Lê An {number}") for number in range(8)]
        for seen in [person_of(desk, person_id) for person_id in people[:4]]:
            edit_person(desk, person=seen, corrected=replace(seen, post="Trưởng phòng"))
        draft_request(desk, plan_request(desk, on=desk.today(), people_ids=people))
        yield desk


@settings(max_examples=100)
@given(st.data())
def test_any_one_letter_changed_anywhere_in_the_journal_is_found(worked_on, data):
    table = data.draw(st.sampled_from(sorted(EDITABLE)))
    column = data.draw(st.sampled_from(EDITABLE[table]))
    with worked_on.engine.connect() as connection:
        cells = connection.exec_driver_sql(
            f"SELECT rowid, CAST({column} AS TEXT) FROM {table} WHERE {column} IS NOT NULL ORDER BY rowid"
        ).all()
        rowid, text = data.draw(st.sampled_from([tuple(cell) for cell in cells]))
        place = data.draw(st.integers(0, len(text) - 1))
        letter = data.draw(st.characters(min_codepoint=33, max_codepoint=126).filter(lambda one: one != text[place]))
        edited = text[:place] + letter + text[place + 1 :]
        connection.exec_driver_sql(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (edited, rowid))
        broken = journals.broken_entry(connection)
        connection.rollback()
    assert broken is not None
