"""Rows of a form."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QLineEdit

from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import ChoiceField, TextField
from govmail_desk.gui.fields.form import Form
from tests.gui.named_controls import unnamed_controls
from tests.gui.vietnamese_typing import type_like_unikey


@pytest.fixture
def form(qtbot) -> Form:
    made = Form()
    qtbot.addWidget(made)
    made.add("name", "Họ và tên", TextField(), is_needed=True)
    made.add("post", "Chức vụ", TextField(), hint="Như trong quyết định.")
    made.add("unit", "Đơn vị", ChoiceField([(1, "Văn phòng")]))
    made.add("from", "Từ ngày", DateField(date(2026, 11, 22)))
    made.show()
    made.activateWindow()
    return made


def test_every_field_is_named_by_its_words(form: Form) -> None:
    assert unnamed_controls(form) == []
    assert form.rows["name"].field.accessibleName() == "Họ và tên, phải có"
    assert form.rows["post"].field.accessibleName() == "Chức vụ"


def test_an_error_stands_under_its_field_and_is_heard(form: Form, qtbot) -> None:
    assert not form.show_errors({"post": "Chưa có chức vụ."})
    row = form.rows["post"]
    assert row.error == row.field.accessibleDescription() == "Chưa có chức vụ."
    assert form.rows["name"].error == ""
    qtbot.waitUntil(row.field.hasFocus)


def test_the_focus_goes_to_the_first_error_of_the_form(form: Form, qtbot) -> None:
    form.show_errors({"unit": "Chưa chọn đơn vị.", "name": "Chưa có họ và tên."})
    qtbot.waitUntil(form.rows["name"].field.hasFocus)


def test_the_hint_comes_back_when_the_error_goes(form: Form) -> None:
    form.show_errors({"post": "Chưa có chức vụ."})
    assert form.show_errors({})
    row = form.rows["post"]
    assert row.error == ""
    assert row.field.accessibleDescription() == "Như trong quyết định."


def test_an_error_goes_as_soon_as_its_field_is_mended(form: Form) -> None:
    words = ("name", "post", "unit", "from")
    form.rows["unit"].field.addItem("Thanh tra", 2)
    form.show_errors(dict.fromkeys(words, "Hãy xem lại."))
    type_like_unikey(form.rows["name"].field, "Đỗ")
    assert [key for key in words if form.rows[key].error] == ["post", "unit", "from"]
    form.rows["unit"].field.setCurrentIndex(1)
    type_like_unikey(form.rows["from"].field.findChild(QLineEdit), "1")
    assert [key for key in words if form.rows[key].error] == ["post"]
    assert form.rows["post"].error == "Hãy xem lại."


def test_rows_that_belong_together_stand_side_by_side(form: Form, qtbot) -> None:
    form.put_side_by_side("post", "unit")
    form.resize(500, 400)
    qtbot.waitUntil(lambda: form.rows["post"].y() == form.rows["unit"].y())
    assert form.rows["unit"].x() > form.rows["post"].geometry().right()
    assert form.rows["from"].y() > form.rows["unit"].y()
