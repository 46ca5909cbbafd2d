"""A field that is a line with more around it: words, hint and error reach the line."""

from __future__ import annotations

from govmail_desk.gui.fields.compound_field import CompoundField
from govmail_desk.gui.fields.fields import TextField
from govmail_desk.gui.fields.form import Form


def test_words_hint_and_error_reach_the_line_where_the_focus_stands(qtbot) -> None:
    field = CompoundField(TextField())
    form = Form()
    qtbot.addWidget(form)
    row = form.add("name", "Họ và tên", field, hint="Có dấu.", is_needed=True)
    assert field.line.accessibleName() == "Họ và tên, phải có"
    assert field.line.accessibleDescription() == "Có dấu."
    row.show_error("Chưa có họ và tên.")
    assert field.line.property("wrong") == "true"
    assert field.line.accessibleDescription() == "Chưa có họ và tên."
    row.show_error(None)
    assert field.line.property("wrong") == "false"


def test_the_focus_goes_to_the_line(qtbot) -> None:
    field = CompoundField(TextField())
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    field.setFocus()
    assert field.focusProxy() is field.line
