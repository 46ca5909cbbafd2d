"""No table, column, file of ours, log, notice or field of the window has a place for a password: everything that could is walked.

Dates, ways and choices about passwords have names of their own; the short lists of these below are all there is. Every dialog that any
test of the window opens is walked too, as it is shown (`tests/gui/conftest.py`).
"""

from __future__ import annotations

import argparse
import ast
import tomllib
from functools import partial
from pathlib import Path
from typing import Final, get_args

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

import govmail_desk
from govmail_desk import faults, paths
from govmail_desk.cli import arguments
from govmail_desk.documents.plain_text import plain_lines
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import ActKind
from govmail_desk.domain.password_card import password_card, rules_for
from govmail_desk.domain.secrecy import holds_password
from govmail_desk.domain.vietnamese import fold
from govmail_desk.gui.fields.fields import TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.pages import PAGES
from govmail_desk.operations.mailbox_acts import record_act, record_issue
from govmail_desk.operations.mailboxes import add_mailbox, edit_notes, record_state
from govmail_desk.operations.people import add_person
from govmail_desk.operations.settings import choose_rule
from govmail_desk.operations.snoozes import snooze
from govmail_desk.regulations import shipped
from govmail_desk.store import tables
from tests.desks import NOW, founded, own_unit_id
from tests.gui.password_fields import NAMES_ONE, fields_for_passwords
from tests.gui.windows import OpenWindow
from tests.mailboxes import issued
from tests.password_dues import due_for

PACKAGE: Final = Path(govmail_desk.__file__).parent
TODAY: Final = NOW.date()
SECRET: Final = "Xk9#mQ2z"
HIDES: Final = frozenset({"EchoMode", "setEchoMode", "QInputDialog", "getpass", "ImhHiddenText"})
"""What would hide what is typed, or ask for it where no test of ours looks."""
TELL_OF_ONE: Final = frozenset({"password-changed"})
"""Values that say that a password was changed on a day; nothing of it."""


def names_one(name: str) -> bool:
    return bool(NAMES_ONE.search(fold(name.replace("_", " ").replace("-", " "))))


# The register


def test_no_table_and_no_column_is_named_after_one():
    named = [table.name for table in tables.metadata.tables.values()]
    named += [f"{table}.{column.name}" for table in tables.metadata.tables.values() for column in table.columns]
    assert len(named) > 100
    assert [name for name in named if any(map(names_one, name.split(".")))] == []


def test_the_one_act_about_passwords_says_that_one_was_changed():
    assert {kind for kind in get_args(ActKind) if names_one(kind)} == TELL_OF_ONE


def acts(desk, box_id):
    """Give every act that takes a free note or reason, with a password in it."""
    told = f"mật khẩu: {SECRET}"
    choose = partial(choose_rule, desk, rule="password.rotation.user", value={"count": 3, "unit": "month"})
    unit_id = own_unit_id(desk)
    return {
        "record_act": partial(record_act, desk, mailbox_ids=[box_id], kind="password-changed", on=TODAY, note=told),
        "record_issue": partial(record_issue, desk, mailbox_ids=[box_id], on=TODAY, note=told),
        "record_state": partial(record_state, desk, mailbox_id=box_id, state="locked", on=TODAY, note=told),
        "edit_notes": partial(edit_notes, desk, mailbox_ids=[box_id], note=told),
        "add_mailbox": partial(
            add_mailbox, desk, address="moi@ninhbinh.gov.vn", kind="unit", unit_id=unit_id, since=TODAY, note=told
        ),
        "add_person": partial(add_person, desk, full_name="Trần Thị Lan", unit_id=unit_id, note=told),
        "snooze": partial(snooze, desk, due_ids=due_for(desk, box_id), reason=told),
        "choose_rule": partial(choose, from_on=TODAY, why=told),
    }


def test_a_note_that_holds_one_is_refused_by_every_act_and_leaves_no_trace_on_disk(tmp_path):
    with founded(tmp_path) as desk:
        for name, act in acts(desk, issued(desk, "Nguyễn Văn Thành")).items():
            with pytest.raises(RuleBroken) as refused:
                act()
            assert "mật khẩu" in refused.value.sentence, name
            assert SECRET not in refused.value.sentence
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert written
    assert not [path.name for path in written if SECRET.encode() in path.read_bytes()]


# Files of ours


def keys_of(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys_of(inner)


def test_no_key_of_a_shipped_file_is_named_after_one():
    """A regulation's rules are named in values (`key = "password.rotation.user"`); no field of a file is."""
    files = [*paths.resources().rglob("*.toml"), *paths.forms().rglob("*.toml")]
    assert len(files) > 8
    found = {key for file in files for key in keys_of(tomllib.loads(file.read_text(encoding="utf-8")))}
    assert {key for key in found if names_one(key)} == set()


def test_no_form_has_a_line_for_one():
    forms = [file for file in paths.forms().rglob("*.*") if file.suffix in {".docx", ".xlsx"}]
    assert len(forms) > 8
    lines = [(file.name, line.text) for file in forms for line in plain_lines(file.name, file.read_bytes())]
    assert [line for line in lines if NAMES_ONE.search(fold(line[1]))] == []


@pytest.mark.parametrize("regulation", shipped.every(), ids=shipped.ids())
def test_no_line_of_a_card_or_a_notice_has_room_for_one(regulation):
    card = password_card(regulation, TODAY)
    told = [*card.advice, *rules_for(card, is_admin=True)]
    lines = [*told, *(line.told for line in card.lines)]
    assert [line for line in told if holds_password(line)] == []
    assert [line for line in lines if line.rstrip(" .…_").endswith(":")] == []


def test_the_report_of_a_fault_holds_no_value_of_the_program():
    try:
        raise ValueError(f"mật khẩu: {SECRET}")
    except ValueError as fault:
        told = faults.anonymous(type(fault), fault.__traceback__)
    assert SECRET not in told


# The command line


def options_of(parser):
    for action in parser._actions:
        yield from action.option_strings or [action.dest]
        if isinstance(action, argparse._SubParsersAction):
            for inner in action.choices.values():
                yield from options_of(inner)
        elif action.choices:
            yield from map(str, action.choices)


def test_no_verb_takes_one():
    assert {option for option in options_of(arguments.build()) if names_one(option)} == TELL_OF_ONE


# The window


def test_nothing_in_the_program_hides_what_is_typed():
    trees = {file.name: ast.parse(file.read_text(encoding="utf-8")) for file in PACKAGE.rglob("*.py")}
    assert [name for name, tree in trees.items() if HIDES & set(used_names(tree))] == []


def used_names(tree):
    """Name what a module takes out of others: `module.name`, and `from module import name`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.ImportFrom):
            yield from (alias.name for alias in node.names)


@pytest.mark.parametrize("page", [spec.key for spec in PAGES])
def test_no_page_has_a_field_for_one(qtbot, tmp_path, page):
    window = OpenWindow(qtbot, founded(tmp_path), tmp_path, page)
    assert fields_for_passwords(window.window) == []
    window.close()


def test_the_walk_finds_a_field_that_hides_or_asks(qtbot):
    place = QWidget()
    qtbot.addWidget(place)
    form = Form(place)
    form.add("secret", "Mật khẩu mới", TextField())
    form.add("hint", "Ghi chú", TextField(hint="Gõ mật khẩu"))
    form.add("phone", "Điện thoại nhận mật khẩu mới", TextField())
    hidden = TextField()
    hidden.setEchoMode(QLineEdit.EchoMode.Password)
    form.add("hidden", "Tên", hidden)
    assert fields_for_passwords(place) == ["QWidget: Mật khẩu mới", "QWidget: Ghi chú", "QWidget: Tên"]
