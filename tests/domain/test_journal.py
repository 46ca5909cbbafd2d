"""The hash chain: what breaks it, and what only its printed head can tell."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.domain.journal import GENESIS, Change, Entry, entry_hash, first_break, private_digest


def chained(count: int) -> tuple[list[Entry], dict[int, list[Change]]]:
    entries: list[Entry] = []
    changes: dict[int, list[Change]] = {}
    previous = GENESIS
    for seq in range(1, count + 1):
        changes[seq] = [Change("unit", seq, None, b"{}"), Change("unit", seq, b"{}", f'{{"version":{seq}}}'.encode())]
        entry = Entry(seq, "2026-11-23T08:30:00+00:00", "Văn thư", "edit_unit", f"Sửa {seq}", None, previous, "")
        entries.append(replace(entry, hash=entry_hash(entry, changes[seq])))
        previous = entries[-1].hash
    return entries, changes


def test_a_whole_chain_has_no_break():
    entries, changes = chained(10)
    assert first_break(entries, changes) is None
    assert first_break([], {}) is None


@pytest.mark.parametrize(
    "edit",
    [
        {"at": "2026-11-24T08:30:00+00:00"},
        {"actor": "Người khác"},
        {"act": "edit_person"},
        {"sentence": "Sửa"},
        {"takes_back": 2},
        {"previous_hash": GENESIS},
        {"hash": "0" * 64},
        {"seq": 7},
    ],
)
def test_an_edited_entry_breaks_the_chain_at_its_place(edit):
    entries, changes = chained(10)
    entries[4] = replace(entries[4], **edit)
    assert first_break(entries, changes) is entries[4]


def test_an_entry_sealed_anew_breaks_the_chain_at_the_next():
    entries, changes = chained(10)
    edited = replace(entries[4], sentence="Sửa")
    entries[4] = replace(edited, hash=entry_hash(edited, changes[5]))
    assert first_break(entries, changes) is entries[5]


@pytest.mark.parametrize("place", [0, 4, 8])
def test_an_entry_removed_from_the_middle_breaks_the_chain(place):
    entries, changes = chained(10)
    following = entries[place + 1]
    del entries[place]
    assert first_break(entries, changes) is following


def test_entries_renumbered_after_a_removal_break_the_chain():
    entries, changes = chained(10)
    del entries[4]
    entries = [replace(entry, seq=number) for number, entry in enumerate(entries, start=1)]
    assert first_break(entries, changes) is entries[4]


@pytest.mark.parametrize(
    "wrong",
    [
        lambda found: found[:1],
        lambda found: [*found, found[0]],
        lambda found: found[::-1],
        lambda found: [found[0]._replace(row_id=9), found[1]],
        lambda found: [found[0]._replace(table="person"), found[1]],
        lambda found: [found[0]._replace(after=b"[]"), found[1]],
        lambda found: [found[0]._replace(before=b"{}"), found[1]],
        lambda _: [],
    ],
)
def test_changed_changes_break_the_chain_at_their_entry(wrong):
    entries, changes = chained(10)
    changes[5] = wrong(changes[5])
    assert first_break(entries, changes) is entries[4]


def test_a_cut_end_is_no_break_and_shows_only_against_the_head_once_printed():
    entries, changes = chained(10)
    printed = entries[-1].hash
    assert first_break(entries[:8], changes) is None
    assert entries[:8][-1].hash != printed


parts = st.binary(max_size=4)


@settings(max_examples=100)
@given(st.lists(st.tuples(st.text(max_size=3), st.integers(1, 99), parts, parts), max_size=3), st.data())
def test_no_two_different_acts_have_one_seal(fields, data):
    entry = Entry(1, "", "", "", "", None, GENESIS, "")
    other = data.draw(st.permutations(fields)) if len(fields) > 1 else [*fields, ("", 1, b"", b"")]
    seals = {
        entry_hash(
            entry, [Change(table, row_id, before or None, after or None) for table, row_id, before, after in some]
        )
        for some in (fields, other)
    }
    assert len(seals) == (1 if list(other) == fields else 2)


def test_a_private_value_stands_behind_a_digest_of_its_own():
    digests = {
        private_digest(salt=salt, field=field, value=value)
        for salt in ("00", "01")
        for field in ("phone", "id_number")
        for value in ("0912000111", "0912000112")
    }
    assert len(digests) == 8
    assert all(digest.startswith("~") and len(digest) == 41 and "0912" not in digest for digest in digests)
