"""The chip Lâu không dùng: offered where the regulation says how long that is, and it finds those whose time has run out."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.operations.mailbox_acts import record_act
from tests.desks import founded
from tests.gui.windows import OpenWindow
from tests.mailboxes import issued

SOON = 10_000


@pytest.fixture
def shown(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("GOVMAIL_DESK_HOME", str(tmp_path / "home"))
    made = []

    def show(regulation_id):
        """Open the page Hộp thư where one mailbox was used long ago, another of late."""
        desk = founded(tmp_path, regulation_id)
        for name, on in (("Lê An", date(2026, 11, 20)), ("Trần Bình", date(2026, 3, 2))):
            record_act(desk, mailbox_ids=[issued(desk, name)], kind="used", on=on)
        made.append(OpenWindow(qtbot, desk, tmp_path, "mailboxes"))
        qtbot.waitUntil(lambda: made[-1].page.table.rows.rowCount() > 0, timeout=SOON)
        return made[-1].page

    yield show
    for each in made:
        each.close()


@pytest.mark.parametrize("regulation_id", ["quan4-03-2013", "ninhbinh-2020"])
def test_it_finds_those_whose_time_has_run_out(qtbot, shown, regulation_id):
    page = shown(regulation_id)
    chip = page.chips.chips["unused"]
    assert chip.isVisible()
    assert "Đ" in chip.toolTip()
    assert chip.accessibleName() == "Lâu không dùng"
    chip.setChecked(True)
    qtbot.waitUntil(lambda: page.table.rows.rowCount() == 1, timeout=SOON)
    assert "tranbinh" in page.table.rows.index(0, 0).data()


def test_where_the_regulation_is_silent_it_is_not_offered(shown):
    assert not shown("camau-24-2018").chips.chips["unused"].isVisible()


def test_the_column_of_the_last_use_can_be_shown_and_sorted_by(qtbot, shown):
    page = shown("camau-24-2018")
    place = [column.key for column in page.table.rows.columns].index("last_use")
    assert page.table.horizontalHeader().isSectionHidden(place)
    page.table.show_column(place, is_shown=True)
    page.table._sort(place)
    qtbot.waitUntil(lambda: page.table.rows.index(2, place).data() == "20/11/2026", timeout=SOON)
    assert page.table.rows.index(1, place).data() == "02/03/2026"
    assert page.table.rows.index(0, place).data() == ""  # the unit's own, of which nobody told
