"""A page of the real window on a register of forty people, for the tests of the acts the pages share."""

from __future__ import annotations

import pytest

from tests.gui.sample_register import peopled
from tests.gui.windows import OpenWindow


@pytest.fixture
def shown(qtbot, tmp_path):
    """Open a page on a register of forty people, or on the one given."""
    opened = []

    def show(key="people", desk=None):
        opened.append(OpenWindow(qtbot, desk or peopled(tmp_path), tmp_path, key))
        return opened[-1]

    yield show
    for window in opened:
        window.close()
