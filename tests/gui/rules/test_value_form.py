"""Fields made from a value's shape give back what was put in, for every value of every shipped regulation."""

from __future__ import annotations

from dataclasses import is_dataclass
from typing import Literal, get_args, get_origin

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from govmail_desk.domain.address import Pattern
from govmail_desk.domain.provision import Contact, PasswordStrength, Period, ReportDuty, Step
from govmail_desk.domain.regulation import KEYS
from govmail_desk.gui.rules.value_form import ValueForm, can_be_filled_in
from govmail_desk.gui.rules.value_words import PARTS, choice_words
from govmail_desk.regulations import shipped
from govmail_desk.regulations.value import parts_of, plain
from tests.gui.named_controls import unnamed_controls

SHAPES = sorted(
    {key.type for key in KEYS.values() if is_dataclass(key.type) and key.type is not Pattern},
    key=lambda kind: kind.__name__,
)


@pytest.mark.parametrize("regulation_id", shipped.ids())
def test_what_a_regulation_says_comes_back_as_it_was_put_in(qtbot, regulation_id):
    for provision in shipped.find(regulation_id).provisions:
        kind = KEYS[provision.key].type
        if can_be_filled_in(kind):
            form = ValueForm(kind, plain(provision.value))
            qtbot.addWidget(form)
            assert form.plain() == plain(provision.value), provision.key


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_every_part_of_every_shape_has_its_words(shape):
    assert list(PARTS[shape.__name__]) == list(parts_of(shape))


def test_every_choice_has_its_words():
    for shape in SHAPES:
        for part in parts_of(shape).values():
            choices = get_args(part.type) if get_origin(part.type) is Literal else ()
            assert not choices or set(choices) <= set(choice_words(choices))


def test_only_a_chain_of_steps_is_left_to_the_file():
    left = {key.type for key in KEYS.values() if not can_be_filled_in(key.type)}
    assert left == {tuple[Step, ...]}


def test_an_empty_form_gives_what_is_not_said_as_left_out(qtbot):
    form = ValueForm(Contact)
    qtbot.addWidget(form)
    name, *_ = form.findChildren(QLineEdit)
    name.setText("Sở Khoa học và Công nghệ")
    assert form.plain() == {"name": "Sở Khoa học và Công nghệ"}


def test_a_number_is_given_as_a_number_and_other_words_as_they_stand(qtbot):
    form = ValueForm(Period, {"count": 5, "unit": "working-day"})
    qtbot.addWidget(form)
    assert form.plain() == {"count": 5, "unit": "working-day"}
    form.findChild(QLineEdit).setText("năm")
    assert form.plain()["count"] == "năm"


def test_several_are_ticked_and_one_is_chosen(qtbot):
    form = ValueForm(PasswordStrength, {"length": 8, "classes": ["upper", "digit"]})
    qtbot.addWidget(form)
    boxes = form.findChildren(QCheckBox)
    boxes[0].setChecked(False)
    assert form.plain() == {"length": 8, "classes": ["digit"]}


def test_a_shape_within_a_shape_has_its_own_fields(qtbot):
    form = ValueForm(ReportDuty, {"every": "quarter", "by": "đơn vị", "content": "thay đổi", "due": {"day": 15}})
    qtbot.addWidget(form)
    assert form.plain() == {"every": "quarter", "by": "đơn vị", "content": "thay đổi", "due": {"day": 15}}
    assert form.findChild(QComboBox).currentText() == "hằng quý"


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_every_field_has_a_name(qtbot, shape):
    form = ValueForm(shape)
    qtbot.addWidget(form)
    assert unnamed_controls(form) == []
