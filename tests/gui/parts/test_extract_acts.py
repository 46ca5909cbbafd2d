"""An extract of one person from the page Người và đơn vị; what is emptied or covered is said in the pane."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from govmail_desk.domain.person import Person
from govmail_desk.domain.privacy import Export
from govmail_desk.gui.desktop import Desktop, stand_on
from govmail_desk.operations.minimisation import minimise, plan_minimisation
from govmail_desk.operations.people import edit_person
from tests.desks import added, founded, keeps_id_numbers
from tests.gui.windows import OpenWindow
from tests.operations.test_minimisation import left
from tests.request_lives import every, one

NUMBER = "079085001223"


class FolderDesktop(Desktop):
    """A desktop on which the clerk always chooses one folder, or none."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def choose_folder(self, _asked_by):
        return self.folder


@pytest.fixture
def window(qtbot, tmp_path):
    opened = OpenWindow(qtbot, founded(tmp_path), tmp_path, "people")
    yield opened
    stand_on(Desktop())
    opened.close()


def choose(window, person_id):
    window.page.reload(None)
    window.page.show_item(person_id)
    window.page.settle()


def said(window):
    return " ".join(label.text() for label in window.page.shown.findChildren(QLabel))


def test_an_extract_is_written_where_the_clerk_says_and_noted(window, tmp_path):
    choose(window, added(window.desk, "Bùi Thị Yến"))
    stand_on(FolderDesktop(tmp_path / "ra"))
    window.page.people_acts.extract.extract.trigger()
    assert sorted(path.suffix for path in (tmp_path / "ra").iterdir()) == [".docx", ".json"]
    assert window.said.startswith("Đã ghi “")
    assert one(window.desk, Export).kind == "extract"


def test_no_folder_no_extract(window):
    choose(window, added(window.desk, "Bùi Thị Yến"))
    stand_on(FolderDesktop(None))
    window.page.people_acts.extract.extract.trigger()
    assert every(window.desk, Export) == []


def test_the_act_stands_only_where_one_person_is_shown(window):
    assert not window.page.people_acts.extract.extract.isVisible()
    choose(window, added(window.desk, "Bùi Thị Yến"))
    assert window.page.people_acts.extract.extract.isVisible()


def test_the_pane_never_shows_a_whole_identity_number(window):
    keeps_id_numbers(window.desk)
    person_id = added(window.desk, "Bùi Thị Yến")
    seen = one(window.desk, Person, id=person_id)
    edit_person(window.desk, person=seen, corrected=replace(seen, id_number=NUMBER))
    choose(window, person_id)
    window.page.shown.unmask()
    assert "0790••••••23" in said(window)
    assert NUMBER not in said(window)
    assert "0912000111" in said(window)


def test_the_pane_says_when_private_fields_were_emptied(window):
    person_id = left(window.desk)
    minimise(window.desk, plan_minimisation(window.desk, on=window.desk.today()))
    choose(window, person_id)
    assert "Đã bỏ dữ liệu riêng ngày 23/11/2026." in said(window)
