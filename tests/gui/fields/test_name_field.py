"""A name as it is typed, its reading, and the mark of the word that is the tên."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from govmail_desk.gui.fields.name_field import NameField
from tests.gui.vietnamese_typing import type_by_input_method, type_decomposed, type_like_unikey


@pytest.fixture
def field(qtbot):
    field = NameField()
    qtbot.addWidget(field)
    field.show()
    return field


def marked(field):
    return [chip.spec.words for chip in field.chips if chip.isChecked()]


@pytest.mark.parametrize("type_text", [type_by_input_method, type_like_unikey, type_decomposed])
def test_the_reading_follows_what_is_typed(type_text, field) -> None:
    type_text(field.line, "Lê Thị Mỹ Hạnh")
    assert field.reading.startswith("Họ: Lê, đệm: Thị Mỹ, tên: Hạnh.")
    assert marked(field) == ["Hạnh"]


def test_a_word_is_marked_as_the_ten_by_mouse_or_keyboard(field) -> None:
    field.line.setText("Nguyễn Văn Thành Công")
    chip = next(chip for chip in field.chips if chip.spec.words == "Thành")
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert field.given_word == 3
    assert "tên: Thành" in field.reading
    assert field.name().given == "Thành"


def test_marking_the_usual_word_takes_the_mark_away(field) -> None:
    field.line.setText("Nguyễn Văn Thành Công")
    field.mark(3)
    field.mark(4)
    assert field.given_word is None


def test_the_mark_stays_while_a_later_word_is_typed_and_goes_when_its_word_does(field) -> None:
    field.line.setText("Nguyễn Văn Thành")
    field.mark(2)
    field.line.setText("Nguyễn Văn Thành Công")
    assert field.given_word == 2
    field.line.setText("Nguyễn Thành Công")
    assert field.given_word is None


def test_a_mark_kept_with_the_name_stands_at_first(qtbot) -> None:
    field = NameField("Nguyễn Văn Thành Công", 3)
    qtbot.addWidget(field)
    assert marked(field) == ["Thành"]
    assert field.given_word == 3


def test_a_name_of_the_highlands_is_read_in_its_own_order(field) -> None:
    field.line.setText("H'Hen Niê")
    assert field.reading.startswith("Họ: Niê, tên: H'Hen.")
    assert marked(field) == ["H'Hen"]


def test_a_look_alike_of_d_is_told(field) -> None:
    field.line.setText("\u00d0ỗ Văn An")
    assert "trông như chữ đ nhưng không phải" in field.reading


def test_an_empty_line_says_what_to_type(field) -> None:
    assert field.reading == "Gõ đủ họ, đệm và tên, có dấu."
    assert field.chips == []
