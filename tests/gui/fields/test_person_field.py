"""Choosing someone of the register by typing a part of the name."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from govmail_desk.gui.fields.person_field import MOST_FOUND, PersonField
from govmail_desk.listings import people
from tests.desks import added, founded
from tests.gui.vietnamese_typing import type_by_input_method, type_decomposed, type_like_unikey


@pytest.fixture
def field(qtbot, tmp_path):
    desk = founded(tmp_path)
    for name in ("Trần Thị Ánh", "Trần Văn Ước", "Đỗ Bích Ngọc"):
        added(desk, name)
    field = PersonField(partial(people.find, desk, limit=MOST_FOUND))
    qtbot.addWidget(field)
    field.show()
    yield field
    desk.close()


def lines(field):
    return [field.list.item(place).text() for place in range(field.list.count())]


@pytest.mark.parametrize("type_text", [type_by_input_method, type_like_unikey, type_decomposed])
def test_a_part_of_the_name_finds_people_with_post_and_unit(type_text, qtbot, field) -> None:
    type_text(field.line, "Ngọc")
    qtbot.waitUntil(lambda: not field.list.isHidden())
    assert lines(field) == ["Đỗ Bích Ngọc · Chuyên viên · Sở Thông tin và Truyền thông"]
    assert field.line.typed() == "Ngọc"


def test_down_and_enter_choose_from_the_list(qtbot, field) -> None:
    type_like_unikey(field.line, "trần")
    qtbot.waitUntil(lambda: not field.list.isHidden())
    QTest.keyClick(field.line, Qt.Key.Key_Down)
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert field.person().full_name == "Trần Văn Ước"
    assert field.line.text() == "Trần Văn Ước"
    assert field.list.isHidden()


def test_enter_before_the_list_is_there_takes_only_one_who_is_alone(field) -> None:
    type_like_unikey(field.line, "trần")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert field.person() is None
    assert len(lines(field)) == 2
    field.line.clear()
    type_like_unikey(field.line, "trần ước")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert field.person().full_name == "Trần Văn Ước"


def test_a_mouse_click_chooses_too(qtbot, field) -> None:
    type_like_unikey(field.line, "ánh")
    qtbot.waitUntil(lambda: not field.list.isHidden())
    field.list.itemClicked.emit(field.list.item(0))
    assert field.person().full_name == "Trần Thị Ánh"


def test_typing_on_takes_the_choice_back(qtbot, field) -> None:
    told = []
    field.picked.connect(told.append)
    type_like_unikey(field.line, "ước")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    type_like_unikey(field.line, "x")
    assert field.person() is None
    assert [person.full_name if person else None for person in told] == ["Trần Văn Ước", None]


def test_nobody_of_that_name_is_said_and_cannot_be_chosen(qtbot, field) -> None:
    type_like_unikey(field.line, "không có ai")
    qtbot.waitUntil(lambda: not field.list.isHidden())
    assert lines(field) == ["Sổ chưa có ai tên như vậy. Hãy thêm ở trang Người và đơn vị."]
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert field.person() is None


def test_down_in_an_empty_line_shows_whom_there_is(field) -> None:
    QTest.keyClick(field.line, Qt.Key.Key_Down)
    assert len(lines(field)) == 4
