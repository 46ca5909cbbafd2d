"""Nhật ký in the real window: acts found and told, taken back after a look, checked, exported."""

from __future__ import annotations

import csv
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from govmail_desk import paths
from govmail_desk.domain.person import Person
from govmail_desk.gui.desktop import Desktop, stand_on
from govmail_desk.gui.dialogs.take_back import TakeBackDialog
from govmail_desk.gui.pages import journal as page_module
from govmail_desk.listings import people
from govmail_desk.operations.people import edit_person
from govmail_desk.store.tables import person as person_table
from tests.desks import added, founded
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.named_controls import unnamed_controls
from tests.gui.windows import OpenWindow


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path)
    person_id = added(desk, "Đỗ Thị Bích Ngọc")
    with desk.transaction("look", "") as act:
        person = act.transaction.get(Person, person_id)
    edit_person(desk, person=person, corrected=replace(person, post="Chánh Văn phòng"))
    return desk


@pytest.fixture
def window(qtbot, desk, tmp_path):
    opened = OpenWindow(qtbot, desk, tmp_path, "journal")
    qtbot.waitUntil(lambda: opened.page.chain.findings is not None, timeout=10_000)
    yield opened
    opened.close()


def choose(window, seq):
    assert window.page.table.choose(seq)
    window.page.settle()


def sentences(window):
    rows = window.page.table.rows
    return [rows.row_at(place).sentence for place in range(rows.rowCount())]


def test_the_acts_stand_newest_first_with_local_time_and_person(window):
    assert sentences(window) == [
        "Sửa thông tin Đỗ Thị Bích Ngọc",
        "Thêm Đỗ Thị Bích Ngọc",
        "Lập sổ của Sở Thông tin và Truyền thông",
    ]
    row = window.page.table.rows.row_at(0)
    cells = {column.key: column.text(row) for column in page_module.journal_columns()}
    assert cells["at"] == page_module.wording.moment_words(row.at)
    assert cells["actor"] == "Ngô Thị Kim Uyên"


def test_acts_are_found_as_they_are_typed_without_diacritics(window, qtbot):
    QTest.keyClicks(window.page.search, "ngoc them")
    qtbot.waitUntil(lambda: window.page.table.rows.rowCount() == 1, timeout=10_000)
    assert sentences(window) == ["Thêm Đỗ Thị Bích Ngọc"]
    assert window.page.subtitle == "Tìm thấy 1 trong 3 việc"


def test_what_an_act_wrote_stands_side_by_side_before_and_after(window):
    choose(window, 3)
    (table,) = window.page.shown.tables
    assert table.title == "Sửa: Người Đỗ Thị Bích Ngọc"
    assert table.words.endswith("Chức vụ: Chuyên viên → Chánh Văn phòng")


def test_an_act_of_many_rows_is_told_by_its_first_ones_and_more_when_asked(window, monkeypatch):
    monkeypatch.setattr(page_module, "_TOLD", 4)
    choose(window, 1)
    assert len(window.page.shown.tables) == 4
    window.page.shown.more_asked.emit()
    assert len(window.page.shown.tables) == 8


def test_a_whole_journal_is_said_to_be_whole(window):
    assert window.page.chain.words == "Nhật ký nguyên vẹn, khớp với sổ đến mục số 3"


def test_a_row_changed_behind_the_programs_back_is_found(window, qtbot):
    with window.desk.engine.begin() as connection:
        connection.execute(person_table.update().values(post="Giám đốc"))
    window.page.chain.findings = None
    window.page.chain.button.click()
    qtbot.waitUntil(lambda: window.page.chain.findings is not None, timeout=10_000)
    assert "Nhật ký hoặc sổ không còn nguyên vẹn" in window.page.chain.words
    assert "đã bị sửa bên ngoài chương trình" in window.page.chain.words


def test_taking_back_is_seen_before_it_is_done(window):
    window.page.main_act.trigger()
    assert isinstance(window.dialog, TakeBackDialog)
    assert window.dialog.effects == ("trả 1 người về như trước",)
    assert window.desk.journal_head()[0] == 3
    window.dialog.main_button.click()
    assert window.dialog is None
    assert window.said == "Hoàn tác: Sửa thông tin Đỗ Thị Bích Ngọc"
    assert sentences(window)[0] == "Hoàn tác: Sửa thông tin Đỗ Thị Bích Ngọc"
    (row,) = people.page(window.desk, people.ids(window.desk, people.PersonFilter(search="ngoc")))
    assert row.post == "Chuyên viên"


def test_taking_back_offers_no_taking_back_of_itself(window):
    window.page.main_act.trigger()
    window.dialog.main_button.click()
    assert window.window.works.notices.offers == []


def test_a_chosen_act_that_a_later_one_stands_on_is_refused_with_the_reason(window):
    choose(window, 2)
    window.page.take_back_chosen()
    assert window.dialog is None
    assert "một việc sau đó đã sửa lại cùng dòng" in window.said


def test_the_first_act_and_acts_taken_back_are_not_offered(window):
    choose(window, 1)
    assert not window.page._take_chosen.isEnabled()
    window.page.main_act.trigger()
    window.dialog.main_button.click()
    choose(window, 3)
    assert not window.page._take_chosen.isEnabled()
    assert window.page.table.rows.row_at(1).taken_back_by == 4


def test_the_journal_is_exported_as_a_table(window, tmp_path):
    stand_on(AnsweringDesktop(tmp_path / "nhat-ky"))
    before = sentences(window)
    window.page.export()
    stand_on(Desktop())
    with (tmp_path / "nhat-ky.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert [row[3] for row in rows[1:]] == list(reversed(before))
    assert window.said == "Xuất nhật ký (3 việc) ra tệp “nhat-ky.csv”"
    assert sentences(window)[0] == window.said


def test_a_place_that_cannot_be_written_says_so_and_offers_to_try_again(window, tmp_path):
    stand_on(AnsweringDesktop(tmp_path / "khong-co" / "nhat-ky.csv"))
    window.page.export()
    stand_on(Desktop())
    assert window.dialog.main_button.text() == "Thử lại"


def test_the_page_is_used_by_keyboard(window):
    QTest.keyClick(window.page.search, Qt.Key.Key_Down)
    assert window.page.table.chosen_ids == [3]
    QTest.keyClick(window.page.table, Qt.Key.Key_Down)
    window.page.settle()
    assert window.page.shown.title.text() == "Thêm Đỗ Thị Bích Ngọc"


def test_every_control_has_a_name(window):
    choose(window, 3)
    assert unnamed_controls(window.page) == []


@pytest.mark.parametrize("late", [page_module._OPERATIONS, page_module._TAKE_BACK])
def test_what_the_page_loads_later_is_there(late):
    assert late.load() is not None


def test_f1_has_something_to_say():
    assert (paths.resources() / "help" / f"{page_module.JournalPage.help_topic}.md").is_file()


def test_the_chip_leaves_the_acts_by_which_a_file_went_out(window, tmp_path):
    window.page.chips.chips["exports"].click()
    assert sentences(window) == []
    assert window.page.view.empty.isVisible()
    stand_on(AnsweringDesktop(tmp_path / "nhat-ky.csv"))
    window.page.export()
    stand_on(Desktop())
    assert sentences(window) == ["Xuất nhật ký (3 việc) ra tệp “nhat-ky.csv”"]
