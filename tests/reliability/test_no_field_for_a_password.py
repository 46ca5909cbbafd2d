"""No file of ours, card, notice, log or field of the window has a place for a password: everything that could is walked.

Tables, options and the acts with a free text are walked in `test_no_place_for_a_password`. Every dialog that any test of the window opens
is walked too, as it is shown (`tests/gui/conftest.py`).
"""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

import govmail_desk
from govmail_desk import faults, paths
from govmail_desk.documents.plain_text import plain_lines
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.password_card import password_card, rules_for
from govmail_desk.domain.secrecy import holds_password
from govmail_desk.domain.vietnamese import fold
from govmail_desk.gui.fields.fields import TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.pages import PAGES
from govmail_desk.operations.mailbox_acts import record_act
from govmail_desk.regulations import shipped
from tests.desks import NOW, founded
from tests.gui.password_fields import NAMES_ONE, fields_for_passwords
from tests.gui.windows import OpenWindow
from tests.mailboxes import issued

PACKAGE: Final = Path(govmail_desk.__file__).parent
TODAY: Final = NOW.date()
SECRET: Final = "Xk9#mQ2z"
HIDES: Final = frozenset({"EchoMode", "setEchoMode", "QInputDialog", "getpass", "ImhHiddenText"})
"""What would hide what is typed, or ask for it where no test of ours looks."""


def names_one(name: str) -> bool:
    return bool(NAMES_ONE.search(fold(name.replace("_", " ").replace("-", " "))))


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


def test_a_refused_note_leaves_no_trace_on_disk(tmp_path):
    with founded(tmp_path) as desk:
        box_id = issued(desk, "Nguyễn Văn Thành")
        with pytest.raises(RuleBroken, match="có vẻ chứa mật khẩu"):
            record_act(desk, mailbox_ids=[box_id], kind="used", on=TODAY, note=f"mật khẩu: {SECRET}")
    written = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert written
    assert not any(SECRET.encode() in content for content in written)


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
