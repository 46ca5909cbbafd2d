"""Another regulation put into use from a day on, after it was checked."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk import paths
from govmail_desk.gui.desktop import Desktop, stand_on
from govmail_desk.gui.dialogs.adopt_regulation import AdoptRegulationDialog
from tests.desks import founded
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.dialog_holder import DialogHolder


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def dialog(qtbot, desk):
    holder = DialogHolder()
    qtbot.addWidget(holder)
    holder.show()
    dialog = AdoptRegulationDialog(holder, desk)
    dialog.open()
    yield dialog
    holder.close()


def test_a_shipped_regulation_holds_from_its_day(dialog, desk):
    dialog.regulation_field.choose("soctrang-59-2024")
    assert "Có hiệu lực từ 01/01/2025" in dialog.told.text()
    dialog.from_field.show_day(date(2027, 1, 1))
    dialog.main_button.click()
    assert desk.regulation(date(2026, 12, 31)).id == "ninhbinh-2020"
    assert desk.regulation(date(2027, 1, 1)).id == "soctrang-59-2024"


def test_another_provinces_file_is_taken_once_it_holds(dialog, desk, tmp_path):
    text = (paths.regulations() / "ninhbinh-2020.toml").read_text(encoding="utf-8")
    file = tmp_path / "ha-nam.toml"
    renamed = text.replace('id = "ninhbinh-2020"', 'id = "hanam-2026"').replace(
        "Ninh Bình 2020 (chưa có số)", "Hà Nam 2026"
    )
    file.write_text(renamed, encoding="utf-8")
    stand_on(AnsweringDesktop(file))
    dialog.file_button.click()
    stand_on(Desktop())
    assert dialog.regulation.short_name == "Hà Nam 2026"
    dialog.main_button.click()
    assert desk.regulation().short_name == "Hà Nam 2026"


def test_every_problem_of_a_file_is_listed_and_nothing_is_chosen(dialog, tmp_path):
    text = (paths.regulations() / "ninhbinh-2020.toml").read_text(encoding="utf-8")
    file = tmp_path / "hong.toml"
    file.write_text(text.replace('unit = "month"', 'unit = "năm"'), encoding="utf-8")
    dialog.check(file)
    assert dialog.problems.text().count("hong.toml") == text.count('unit = "month"') + 1
    assert dialog.regulation.id == "ninhbinh-2020"
