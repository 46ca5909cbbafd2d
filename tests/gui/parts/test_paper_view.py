"""A paper's pages to scroll through: drawn where they are seen, told to a screen reader."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout

from govmail_desk.gui.parts import paper_pictures
from govmail_desk.gui.parts.paper_view import PaperView
from tests.gui.dialog_holder import DialogHolder
from tests.gui.parts.sample_pages import LIES, STANDS, pages_of

SOON = 20_000
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shown(qtbot, tmp_path):
    holder = DialogHolder()
    holder.view = PaperView(holder)
    QVBoxLayout(holder).addWidget(holder.view)
    holder.resize(700, 500)
    holder.pages = pages_of(tmp_path, STANDS, LIES, *[STANDS] * 10)
    holder.view.show_pages(holder.pages, name="Công văn")
    holder.show()
    qtbot.addWidget(holder)
    yield holder
    holder.background.finish()
    holder.view.show_pages(None, name="")
    holder.pages.close()


def settled(qtbot, holder):
    holder.view.viewport().repaint()
    qtbot.waitUntil(lambda: not holder.background.is_busy, timeout=SOON)
    QApplication.processEvents()
    return holder.view.viewport().grab().toImage()


def drawn_pages(holder):
    return [page for page in range(holder.pages.count) if holder.view._pictures.picture(page) is not None]


def test_only_pages_in_sight_and_the_next_ones_are_drawn(shown, qtbot):
    settled(qtbot, shown)
    assert drawn_pages(shown) == [0, 1]
    shown.view.go_to(8)
    settled(qtbot, shown)
    assert 8 in drawn_pages(shown)
    assert not {3, 4, 5} & set(drawn_pages(shown))


def test_a_page_is_drawn_with_the_dots_of_the_screen(shown, qtbot):
    settled(qtbot, shown)
    picture = shown.view._pictures.picture(0)
    ratio = shown.view.devicePixelRatioF()
    assert abs(picture.width() - shown.view._page_rect(0).width() * ratio) <= 1


def test_the_bar_at_the_foot_of_a_page_is_seen_where_it_lies(shown, qtbot):
    view = shown.view
    view.verticalScrollBar().setValue(round(view._places.rect(0, room_width=1).bottom()) - 200)
    image = settled(qtbot, shown)
    foot = view._page_rect(0).bottomLeft().toPoint()
    ratio = image.devicePixelRatio()
    assert image.pixelColor(int((foot.x() + 40) * ratio), int((foot.y() - 12) * ratio)).lightness() < 30
    assert image.pixelColor(int((foot.x() + 40) * ratio), int((foot.y() - 90) * ratio)).lightness() > 220


def test_keys_turn_pages_and_the_place_is_told(shown, qtbot):
    view = shown.view
    with qtbot.waitSignal(view.page_turned) as turned:
        QTest.keyClick(view, Qt.Key.Key_PageDown, CONTROL)
    assert turned.args == [view.page] == [1]
    assert view.accessibleName() == "Công văn, trang 2 trên 12"
    assert "Trang số 2" in view.accessibleDescription()
    QTest.keyClick(view, Qt.Key.Key_PageUp, CONTROL)
    assert view.page == 0
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.page == 11
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.page == 0
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.verticalScrollBar().value() > 0


def test_the_page_in_the_middle_stays_there_when_it_is_zoomed_or_the_window_grows(shown):
    view = shown.view
    view.go_to(6)
    view.zoom_in()
    view.zoom_in()
    assert view.page == 6
    shown.resize(900, 800)
    QApplication.processEvents()
    assert view.page in {6, 7}


def test_zooming_ends_at_the_largest_and_the_smallest(shown):
    view = shown.view
    for _ in range(20):
        view.zoom_in()
    assert view.percent == 400
    for _ in range(20):
        view.zoom_out()
    assert view.percent == 50


def test_words_of_the_page_seen_are_copied_where_none_are_marked(shown):
    shown.view.go_to(3)
    QTest.keyClick(shown.view, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text().strip() == "Trang số 4 của tờ giấy"


def test_a_page_seen_very_close_takes_no_more_dots_than_allowed(shown, qtbot, monkeypatch):
    monkeypatch.setattr(paper_pictures, "MOST_PIXELS", 200_000)
    for _ in range(20):
        shown.view.zoom_in()
    settled(qtbot, shown)
    picture = shown.view._pictures.picture(shown.view.page)
    assert picture.width() * picture.height() < 210_000


def test_pictures_far_away_are_forgotten(shown, qtbot, monkeypatch):
    monkeypatch.setattr(paper_pictures, "MOST_BYTES", 3_000_000)
    for page in range(shown.pages.count):
        shown.view.go_to(page)
        settled(qtbot, shown)
    assert shown.pages.count - 1 in drawn_pages(shown)
    assert 0 not in drawn_pages(shown)


def test_no_paper_is_an_empty_view_with_a_name(shown):
    view = shown.view
    view.show_pages(None, name="")
    view.copy()
    view.choose_page()
    view.turn_on()
    view.zoom_in()
    assert view.accessibleName() == "Trang giấy"
    assert (view.page, view.chosen, view.verticalScrollBar().maximum()) == (0, None, 0)
