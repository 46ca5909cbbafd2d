"""No table, option or note has a place for a password of a mailbox: the tables and the command line are walked, the acts tried."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from govmail_desk.cli.arguments import build
from govmail_desk.desk import Desk
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.person import Person
from govmail_desk.domain.vietnamese import fold
from govmail_desk.listings.journal_words import TABLES, column_words
from govmail_desk.operations import custodies, mailboxes, people, units
from govmail_desk.operations.handovers import cancel_handover
from govmail_desk.operations.mailbox_acts import record_act
from govmail_desk.operations.personnel import Decision, plan_personnel_change
from govmail_desk.operations.request_withdrawals import cancel_request
from govmail_desk.operations.requests import plan_request
from govmail_desk.regulations.handover import rules
from govmail_desk.store.tables import KEPT_TABLES, metadata
from tests.desks import added, founded, own_unit_id
from tests.handovers import TODAY, opened, own_mailbox
from tests.request_lives import drafted, one

NAMES = ("password", "passwd", "pwd", "mat_khau", "matkhau")
SECRET = "đã giao, mật khẩu: hoasen1"
ABOUT_IT = frozenset({"password-changed", "password-handed"})
"""Words that say a password was changed or handed over, never what it is."""


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "camau-24-2018") as desk:
        yield desk


def test_no_column_of_any_table_is_for_a_password():
    columns = [f"{table.name}.{column.name}" for table in metadata.tables.values() for column in table.columns]
    assert len(columns) > 100
    assert not [name for name in columns if any(word in name for word in NAMES)]


def test_no_column_is_called_so_to_a_clerk():
    said = [
        column_words(table.name, column.name)
        for table in KEPT_TABLES
        for column in table.columns
        if column.name not in {"id", "version"} and not column.info.get("derived")
    ]
    assert set(TABLES) == {table.name for table in KEPT_TABLES}
    assert not [words for words in said if "mat khau" in fold(words)]


def test_no_option_of_the_command_line_takes_one():
    options = set(_options(build()))
    assert "--note" in options
    assert not [option for option in options if any(word in option for word in NAMES) and option not in ABOUT_IT]


def test_no_detail_of_a_handover_asks_for_one():
    asked = {ask.key for rule in rules().values() for ask in rule.ask}
    assert not [key for key in asked if any(word in key for word in NAMES)]


ACTS: dict[str, Callable[[Desk], Any]] = {
    "add_mailbox": lambda desk: mailboxes.add_mailbox(
        desk, address="a@camau.gov.vn", kind="unit", unit_id=own_unit_id(desk), since=TODAY, note=SECRET
    ),
    "edit_mailbox": lambda desk: mailboxes.edit_mailbox(
        desk, mailbox=own_mailbox(desk), note=SECRET, unit_id=own_unit_id(desk), holder_id=None
    ),
    "edit_notes": lambda desk: mailboxes.edit_notes(desk, mailbox_ids=[own_mailbox(desk).id], note=SECRET),
    "record_state": lambda desk: mailboxes.record_state(
        desk, mailbox_id=own_mailbox(desk).id, state="locked", on=TODAY, note=SECRET
    ),
    "record_act": lambda desk: record_act(
        desk, mailbox_ids=[own_mailbox(desk).id], kind="password-changed", on=TODAY, note=SECRET
    ),
    "add_person": lambda desk: people.add_person(desk, full_name="Bùi Thị Yến", unit_id=own_unit_id(desk), note=SECRET),
    "edit_person": lambda desk: people.edit_person(desk, person=_head(desk), corrected=_with_note(_head(desk))),
    "personnel": lambda desk: plan_personnel_change(
        desk, person_id=_head(desk).id, decision=Decision(kind="retired", decided_on=TODAY, note=SECRET)
    ),
    "add_unit": lambda desk: units.add_unit(desk, name="Phòng Bưu chính", slug="", document=SECRET),
    "rename_unit": lambda desk: units.rename_unit(
        desk, unit_id=own_unit_id(desk), name="Sở Khoa học và Công nghệ", from_on=TODAY, document=SECRET
    ),
    "appoint": lambda desk: custodies.appoint(
        desk, unit_id=own_unit_id(desk), person_id=_head(desk).id, role="custodian", from_on=TODAY, document=SECRET
    ),
    "plan_request": lambda desk: plan_request(
        desk, on=date(2026, 11, 23), people_ids=[added(desk, "Bùi Thị Yến")], reason=SECRET
    ),
    "cancel_request": lambda desk: cancel_request(desk, request_id=drafted(desk), reason=SECRET),
    "cancel_handover": lambda desk: cancel_handover(desk, handover_id=opened(desk).id, reason=SECRET),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_an_act_with_a_note_that_holds_one_is_refused(desk, act):
    with pytest.raises(RuleBroken, match="có vẻ chứa mật khẩu"):
        act(desk)


def _head(desk: Desk) -> Person:
    return one(desk, Person, full_name="Lê Thị Mỹ Hạnh")


def _with_note(person: Person) -> Person:
    return replace(person, note=SECRET)


def _options(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Give every option and choice of a parser and of those behind it."""
    for action in parser._actions:
        yield from action.option_strings
        if isinstance(action, argparse._SubParsersAction):
            for name, behind in action.choices.items():
                yield name
                yield from _options(behind)
