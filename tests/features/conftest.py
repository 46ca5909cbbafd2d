"""What every story stands on: an office of its own, and all sentences it may be told in."""

from __future__ import annotations

import pytest

from tests.features.office import Office
from tests.features.steps.absence import *  # noqa: F403  pytest-bdd finds sentences as names of this module
from tests.features.steps.asking import *  # noqa: F403
from tests.features.steps.calendar import *  # noqa: F403
from tests.features.steps.changes import *  # noqa: F403
from tests.features.steps.directory import *  # noqa: F403
from tests.features.steps.handovers import *  # noqa: F403
from tests.features.steps.incidents import *  # noqa: F403
from tests.features.steps.life import *  # noqa: F403
from tests.features.steps.packages import *  # noqa: F403
from tests.features.steps.privacy import *  # noqa: F403
from tests.features.steps.register import *  # noqa: F403
from tests.features.steps.reminders import *  # noqa: F403
from tests.features.steps.reports import *  # noqa: F403
from tests.features.steps.reviews import *  # noqa: F403
from tests.features.steps.screen import *  # noqa: F403
from tests.features.steps.usage import *  # noqa: F403
from tests.gui.conftest import dressed, no_key_is_held, qapp_args

__all__ = ["dressed", "no_key_is_held", "office", "qapp_args"]


@pytest.fixture
def office(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("GOVMAIL_DESK_HOME", str(tmp_path / "home"))
    opened = Office(qtbot, tmp_path)
    yield opened
    opened.leave()
