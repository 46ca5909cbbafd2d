"""The search box of the whole window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from govmail_desk.gui.background import Background
from govmail_desk.gui.frame.search_palette import SearchPalette
from govmail_desk.gui.frame.wiring import Found
from tests.gui.named_controls import unnamed_controls
from tests.gui.sample_unit import sample_specs
from tests.gui.vietnamese_typing import type_by_input_method

DAT = Found("people", "Đặng Đức Đạt", "Phòng Chuyển đổi số", 12)


@pytest.fixture
def palette(qtbot):
    place = QWidget()
    qtbot.addWidget(place)
    place.resize(1000, 600)
    place.field = QLineEdit(place)
    place.button = QPushButton("Tìm", place)
    place.button.move(700, 5)
    background = Background(place)
    made = SearchPalette(sample_specs(), background, place)
    made.find_with(lambda text: [DAT] if "d" in text or "Đ" in text else [])
    place.show()
    place.activateWindow()
    place.field.setFocus()
    qtbot.waitUntil(place.field.hasFocus)
    made.open_under(place.button)
    qtbot.waitUntil(made.line.hasFocus)
    yield made
    background.finish()
    place.close()


def test_the_parts_of_a_page_and_their_acts_are_found_too(qtbot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    (first, *_, last) = sample_specs()
    inner = last._replace(title="Rà soát", acts=(("open", "Mở đợt rà soát"),))
    palette = SearchPalette([first._replace(parts=(inner,))], Background(place), place)
    place.button = QPushButton("Tìm", place)
    palette.open_under(place.button)
    palette.line.setText("ra soat")
    assert [(found.page_key, found.title, found.act_key) for found in palette.found] == [
        ("today/settings", "Rà soát", ""),
        ("today/settings", "Mở đợt rà soát", "open"),
    ]


def titles(palette: SearchPalette) -> list[str]:
    return [found.title for found in palette.found]


def test_it_opens_with_all_pages_and_acts(palette: SearchPalette) -> None:
    assert titles(palette)[:3] == ["Hôm nay", "Hộp thư", "Người và đơn vị"]
    assert titles(palette)[-1] == "Nhập danh sách"
    assert unnamed_controls(palette) == []


@pytest.mark.parametrize("typed", ["de nghi", "đề nghị", "nghi de", "ĐỀ", "nghị"])
def test_pages_are_found_without_diacritics_in_any_order(palette: SearchPalette, typed: str) -> None:
    palette.line.setText(typed)
    assert "Đề nghị" in titles(palette)
    assert "Nhật ký" not in titles(palette)


def test_what_lies_in_the_register_is_found_a_moment_later(palette: SearchPalette, qtbot) -> None:
    type_by_input_method(palette.line, "Đặng Đạt")
    assert DAT not in palette.found
    qtbot.waitUntil(lambda: DAT in palette.found)


def test_arrow_keys_choose_and_enter_goes_there(palette: SearchPalette, qtbot) -> None:
    qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert chosen.args[0].title == "Hộp thư"
    assert palette.isHidden()


def test_the_arrow_keys_stop_at_both_ends(palette: SearchPalette, qtbot) -> None:
    qtbot.keyClick(palette.line, Qt.Key.Key_Up)
    assert palette.list.currentRow() == 0
    for _ in range(20):
        qtbot.keyClick(palette.line, Qt.Key.Key_PageDown)
    assert palette.list.currentRow() == palette.list.count() - 1


def test_esc_goes_back_to_where_one_was(palette: SearchPalette, qtbot) -> None:
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert palette.parentWidget().field.hasFocus()


def test_enter_on_nothing_found_does_nothing(palette: SearchPalette, qtbot) -> None:
    palette.find_with(lambda _text: [])
    palette.line.setText("zzzz")
    assert palette.found == []
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert not palette.isHidden()


def test_it_goes_when_the_focus_goes(palette: SearchPalette, qtbot) -> None:
    palette.parentWidget().field.setFocus()
    qtbot.waitUntil(palette.isHidden)


def test_it_stays_within_a_narrow_window(palette: SearchPalette) -> None:
    palette.parentWidget().resize(400, 300)
    palette.open_under(palette.parentWidget().button)
    assert palette.geometry().left() >= 0
    assert palette.geometry().right() <= 400
