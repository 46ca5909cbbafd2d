"""What the frame shows before the register is open: what was seen last."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from govmail_desk.gui.frame.glance import Glance

SEEN = Glance("Sở Thông tin và Truyền thông", "Ninh Bình 2020", "Lê Thị Mỹ Hạnh", Path("Sổ 100% #1/stttt.govmail"))


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "cua-so.ini"), QSettings.Format.IniFormat)


def test_what_was_seen_is_recalled_by_another_start(settings, tmp_path):
    settings.setValue("person/name", SEEN.person)
    SEEN.write(settings)
    settings.sync()
    again = QSettings(str(tmp_path / "cua-so.ini"), QSettings.Format.IniFormat)
    assert Glance.read(again, SEEN.register_path) == SEEN


def test_one_registers_names_are_never_shown_over_another(settings):
    SEEN.write(settings)
    other = Glance.read(settings, Path("khac.govmail"))
    assert (other.unit_name, other.regulation_name, other.register_path) == ("", "", Path("khac.govmail"))


def test_the_first_time_nothing_is_known_but_the_file(settings):
    assert Glance.read(settings, SEEN.register_path)[:2] == ("", "")


def test_recalling_opens_no_database():
    question = "import sys; import govmail_desk.gui.start; print('sqlite3' in sys.modules, 'sqlalchemy' in sys.modules)"
    ended = subprocess.run([sys.executable, "-c", question], check=True, capture_output=True)
    assert ended.stdout.split() == [b"False", b"False"]
