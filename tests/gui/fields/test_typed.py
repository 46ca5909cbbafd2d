"""What was typed and would be lost."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from govmail_desk.gui.fields.fields import SearchField
from govmail_desk.gui.fields.typed import field_where, not_an_input, typed_in


@pytest.fixture
def place(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    layout = QVBoxLayout(made)
    combo = QComboBox()
    combo.addItems(["Một", "Hai"])
    made.fields = [QLineEdit(), QPlainTextEdit(), combo, QSpinBox(), QCheckBox("Ký thay")]
    for field in made.fields:
        layout.addWidget(field)
    made.show()
    return made


@pytest.mark.parametrize(
    ("number", "verb", "value", "earlier"),
    [
        (0, "setText", "Lê", ""),
        (1, "setPlainText", "Lê", ""),
        (2, "setCurrentIndex", 1, 0),
        (3, "setValue", 7, 0),
        (4, "setChecked", True, False),
    ],
)
def test_a_change_in_any_field_is_noticed_and_taking_it_back_too(
    place: QWidget, number: int, verb: str, value: object, earlier: object
) -> None:
    before = typed_in(place)
    getattr(place.fields[number], verb)(value)
    assert typed_in(place) != before
    getattr(place.fields[number], verb)(earlier)
    assert typed_in(place) == before


def test_a_search_box_and_a_text_to_read_are_no_work_of_the_clerks(place: QWidget) -> None:
    search, shown, quiet = SearchField("Tìm", place), QPlainTextEdit(place), QLineEdit(place)
    shown.setReadOnly(True)
    not_an_input(quiet)
    before = typed_in(place)
    search.setText("an")
    shown.setPlainText("báo cáo")
    quiet.setText("x")
    assert typed_in(place) == before


def test_the_field_meant_is_the_first_in_use_that_holds_such_a_text(place: QWidget) -> None:
    line, lines, *_ = place.fields
    assert field_where(place, "Lê".__eq__) is None
    line.setText("Lê")
    lines.setPlainText("Lê")
    assert field_where(place, "Lê".__eq__) is line
    line.setEnabled(False)
    assert field_where(place, "Lê".__eq__) is lines
    lines.hide()
    assert field_where(place, "Lê".__eq__) is None
