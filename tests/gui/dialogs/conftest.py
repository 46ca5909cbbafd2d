"""A room for each wizard: `request_room(regulation_id)` and `import_room(regulation_id)` make one, closed again after the test."""

from __future__ import annotations

import pytest

from govmail_desk.gui.desktop import Desktop, stand_on
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
