"""The bar at the top."""

from __future__ import annotations

from pathlib import Path

from govmail_desk.gui.frame.glance import Glance
from govmail_desk.gui.frame.top_bar import TopBar
from tests.gui.named_controls import unnamed_controls

GLANCE = Glance("Sở Thông tin và Truyền thông", "Ninh Bình 2020", "Lê Thị Mỹ Hạnh", Path("stttt.govmail"))


def test_it_says_whose_register_it_is(qtbot) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.show_glance(GLANCE)
    bar.resize(1366, 48)
    bar.show()
    assert bar._unit.whole == "Sở Thông tin và Truyền thông"
    assert bar._regulation.whole == "Quy chế: Ninh Bình 2020"
    assert bar.person_button.text().strip() == "Lê Thị Mỹ Hạnh"
    assert unnamed_controls(bar) == []


def test_until_the_unit_is_known_the_registers_file_stands_there(qtbot) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.show_glance(GLANCE._replace(unit_name="", regulation_name=""))
    assert bar._unit.whole == "stttt.govmail"
    assert bar._regulation.whole == ""


def test_the_search_box_gives_way_in_words_but_stays(qtbot) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.show_glance(GLANCE)
    bar.resize(1366, 48)
    bar.show()
    assert "Tìm hộp thư, người, việc…" in bar.search_button.text()
    bar.resize(640, 48)
    assert "Ctrl+K" in bar.search_button.text()
    assert bar.search_button.fontMetrics().horizontalAdvance(bar.search_button.text()) < bar.search_button.width()
    with qtbot.waitSignal(bar.search_asked):
        bar.search_button.click()
