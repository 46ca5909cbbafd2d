"""A room for each wizard: `request_room(regulation_id)` and `import_room(regulation_id)` make one, closed again after the test.

`hands(**wanted)` gives a clerk's hands on the papers of a request, `handover_room()` the page Bàn giao with a handover chosen.
"""

from __future__ import annotations

import pytest

from govmail_desk.gui.desktop import Desktop, stand_on
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.dialogs.handover_rooms import HandoverRoom
from tests.gui.dialogs.paper_hands import PaperHands
from tests.gui.dialogs.request_lives import RequestLife
from tests.gui.dialogs.rooms import ImportRoom, RequestRoom


@pytest.fixture
def make_room(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("GOVMAIL_DESK_HOME", str(tmp_path / "home"))
    made = []

    def make(kind, regulation_id="ninhbinh-2020"):
        made.append(kind(qtbot, tmp_path, regulation_id))
        return made[-1]

    yield make
    for each in made:
        each.close()
    stand_on(Desktop())


@pytest.fixture
def request_room(make_room):
    return lambda *regulation_id: make_room(RequestRoom, *regulation_id)


@pytest.fixture
def import_room(make_room):
    return lambda *regulation_id: make_room(ImportRoom, *regulation_id)


@pytest.fixture
def hands(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("GOVMAIL_DESK_HOME", str(tmp_path / "home"))
    desktop = AnsweringDesktop(None)
    stand_on(desktop)
    opened = []

    def begin(**wanted):
        opened.append(RequestLife(qtbot, tmp_path, **wanted))
        return PaperHands(qtbot, opened[-1], desktop)

    yield begin
    for each in opened:
        each.close()
    stand_on(Desktop())


@pytest.fixture
def handover_room(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("GOVMAIL_DESK_HOME", str(tmp_path / "home"))
    made = []

    def make(*regulation_id, **wanted):
        made.append(HandoverRoom(qtbot, tmp_path, *regulation_id, **wanted))
        return made[-1]

    yield make
    for each in made:
        each.close()
    stand_on(Desktop())
