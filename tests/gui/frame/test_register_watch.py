"""The window notices what is written elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings

from govmail_desk.desk import Desk
from govmail_desk.gui import start
from govmail_desk.gui.frame.glance import Glance
from govmail_desk.gui.frame.main_window import MainWindow
from govmail_desk.gui.frame.register_watch import EVERY_MS
from govmail_desk.gui.frame.wiring import Wiring
from govmail_desk.gui.pages import PAGES
from govmail_desk.operations.people import add_person
from tests.desks import added, founded, own_unit_id

SOON = 5_000


@pytest.fixture
def desk(tmp_path):
    return founded(tmp_path)


@pytest.fixture
def other(desk, tmp_path):
    with Desk.open(tmp_path / "so.govmail", person="Lê Thị Mỹ Hạnh", clock=desk.clock) as open_desk:
        yield open_desk


@pytest.fixture
def window(qtbot, desk, tmp_path):
    settings = QSettings(str(tmp_path / "cua-so.ini"), QSettings.Format.IniFormat)
    settings.setValue("window/page", "people")
    asked = []

    def written_since(of_desk, seq):
        asked.append(seq)
        return start.written_since(of_desk, seq)

    wiring = Wiring(open_desk=lambda: desk, written_since=written_since)
    glance = Glance("Sở", "Ninh Bình 2020", desk.person, tmp_path / "so.govmail")
    window = MainWindow(glance, wiring, specs=PAGES, settings=settings)
    window.asked = asked
    window.show()
    qtbot.addWidget(window)
    qtbot.waitSignal(window.desk_opened, timeout=10_000).wait()
    watch = window.works._watch
    watch.timer.stop()  # the tests look when they want to
    qtbot.waitUntil(lambda: watch._seen is not None, timeout=SOON)
    yield window
    window.close()
    desk.close()


def test_a_person_added_elsewhere_appears_on_the_page_and_is_told_at_the_foot(window, other, qtbot):
    watch = window.works._watch
    rows = window.works.stack.page.table.rows
    qtbot.waitUntil(lambda: not window.works.background.is_busy, timeout=SOON)
    before = rows.rowCount()
    added(other, "Nguyễn Văn Thành")
    with qtbot.waitSignal(watch.noticed, timeout=SOON):
        watch.look()
    qtbot.waitUntil(lambda: rows.rowCount() == before + 1, timeout=SOON)
    assert "Nguyễn Văn Thành" in window.status_line._doing.whole


def test_an_act_of_this_window_is_no_news(window, desk, qtbot):
    watch = window.works._watch
    work = add_person
    page = window.works.stack.page
    window.works.runner.run(page, lambda: work(desk, full_name="Trần Ánh", unit_id=own_unit_id(desk)))
    noticed = []
    watch.noticed.connect(noticed.append)
    watch.look()
    qtbot.waitUntil(lambda: not watch._is_asking, timeout=SOON)
    assert noticed == []
    assert watch._seen == desk.journal_head()[0]


def test_what_others_wrote_before_our_own_act_is_noticed_with_it(window, desk, other, qtbot):
    watch = window.works._watch
    person = added(other, "Nguyễn Văn Thành")
    page = window.works.stack.page
    window.works.runner.run(page, lambda: add_person(desk, full_name="Trần Ánh", unit_id=own_unit_id(desk)))
    with qtbot.waitSignal(watch.noticed, timeout=SOON) as noticed:
        watch.look()
    assert person in noticed.args[0].ids["person"]


def test_a_minimised_window_asks_nothing(window, qtbot):
    watch = window.works._watch
    window.showMinimized()
    before = len(window.asked)
    watch.look()
    assert not watch._is_asking
    assert len(window.asked) == before


def test_it_asks_every_two_seconds(window):
    assert window.works._watch.timer.interval() == EVERY_MS == 2000
