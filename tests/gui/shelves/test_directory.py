"""The shelf Danh bạ in the real window: the next edition, publishing, saving, what to mend, what the regulation asks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from govmail_desk.domain.directory import DirectoryEdition
from govmail_desk.domain.privacy import Export
from govmail_desk.domain.reminder import FollowUp
from govmail_desk.gui.desktop import Desktop, stand_on
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.tables.directory_columns import NOT_YET
from govmail_desk.operations.people import edit_person
from govmail_desk.store.transaction import Transaction
from tests.desks import founded
from tests.directories import person, published, staffed
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.named_controls import unnamed_controls
from tests.gui.windows import OpenWindow


@pytest.fixture
def shown(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("GOVMAIL_DESK_HOME", str(tmp_path / "home"))
    made = []

    def show(desk):
        """Open the shelf on a register that was prepared."""
        made.append(OpenWindow(qtbot, desk, tmp_path, "reports"))
        made[-1].window.works.go_to("reports/directory")
        return Shelf(qtbot, made[-1])

    yield show
    for each in made:
        each.close()
    stand_on(Desktop())


class Shelf:
    """The shelf with what it shows."""

    def __init__(self, qtbot, opened) -> None:
        self.qtbot = qtbot
        self.opened = opened
        self.desk = opened.desk
        self.page = opened.page.stack.page
        self.settle()

    def settle(self) -> None:
        """Wait for the next edition to be planned."""
        self.qtbot.waitUntil(lambda: self.page.plan is not None, timeout=10_000)

    @property
    def told(self) -> list[str]:
        """What the pane says."""
        parts = (*self.page.pane.findChildren(QLabel), *self.page.pane.findChildren(LinkButton))
        return [part.text() for part in parts]

    def publish(self):
        """Open the dialog and wait for its plan."""
        self.page.publish()
        dialog = self.opened.dialog
        self.qtbot.waitUntil(lambda: dialog.plan is not None, timeout=10_000)
        return dialog

    def facts(self, kind, **equals):
        with self.desk.reading() as connection:
            return Transaction(connection).find(kind, **equals)


@pytest.fixture
def shelf(shown, tmp_path):
    return shown(staffed(tmp_path))


def test_the_next_edition_stands_first_with_its_lines_as_a_tree(shelf):
    assert shelf.page.table.chosen_ids == [NOT_YET]
    assert shelf.page.pane.title.whole == "Danh bạ công khai, bản số 1 (chưa lập)"
    rows = shelf.page.pane.lines.rows
    assert [rows.row_at(place).line.name for place in range(3)] == [
        "Sở Thông tin và Truyền thông",
        "Phòng Chuyển đổi số",
        "Nguyễn Ngọc Đạt",
    ]
    assert rows.data(rows.index(2, 0)).startswith("\u2003\u2003N")
    assert "Các dòng: 3 đơn vị, 4 người" in shelf.told


def test_the_duty_is_said_with_its_article_and_silence_too(shown, shelf, tmp_path):
    (line,) = shelf.page.rules.lines
    assert line.words.endswith("(Đ13.4)")
    assert shelf.page.silent.isHidden()


def test_where_the_regulation_is_silent_that_is_said(shown, tmp_path):
    shelf = shown(founded(tmp_path, "camau-24-2018"))
    assert shelf.page.rules.lines == []
    assert "không nêu việc công khai hay cập nhật danh bạ" in shelf.page.silent.text()


def test_a_warning_leads_to_whom_it_is_about(shelf):
    said = "Vũ Thị Chưa Có, Văn phòng: chưa có hộp thư đang dùng nên không có tên trong danh bạ."
    (link,) = [one for one in shelf.page.pane.findChildren(LinkButton) if one.text() == said]
    link.click()
    assert shelf.opened.window.works.stack.key == "people"
    assert shelf.opened.page.table.chosen_ids == [person(shelf.desk, "Vũ Thị Chưa Có").id]


def test_it_is_published_after_a_look_and_chosen(shelf):
    dialog = shelf.publish()
    assert dialog.said.text() == "Bản số 1: 7 dòng; mới 7, bỏ 0, thay đổi 0."
    assert dialog.settles.isHidden()
    dialog.main_button.click()
    (edition,) = shelf.facts(DirectoryEdition)
    assert shelf.page.table.chosen_ids == [edition.id]
    assert shelf.page.pane.title.whole == "Danh bạ công khai, bản số 1"
    assert "Mã kiểm" in shelf.told
    assert "số 1, số liệu đến ngày 23/11/2026" in shelf.page.subtitle


def test_the_work_it_settles_is_offered_ticked_where_this_directory_is_the_duty(shown, tmp_path):
    desk = staffed(tmp_path)
    with desk.transaction("test", "Có việc cập nhật danh bạ") as act:
        from govmail_desk.domain.mailbox import Mailbox

        box = act.transaction.find(Mailbox, address="antt.stttt@ninhbinh.gov.vn")[0]
        act.transaction.put(FollowUp(kind="directory", after="create", mailbox_id=box.id, raised_on=date(2026, 11, 20)))
    shelf = shown(desk)
    dialog = shelf.publish()
    assert dialog.settles.isChecked()
    assert (dialog.settles.text(), dialog.settled.text()) == (
        "Ghi là đã cập nhật danh bạ cho 1 hộp thư",
        "antt.stttt@ninhbinh.gov.vn",
    )
    dialog.settles.click()
    dialog.main_button.click()
    assert [one.outcome for one in shelf.facts(FollowUp)] == [""]


def test_nothing_new_cannot_be_published_and_a_wrong_day_says_why(shown, tmp_path):
    desk = staffed(tmp_path)
    published(desk)
    shelf = shown(desk)
    dialog = shelf.publish()
    assert dialog.said.text() == "Danh bạ không có gì khác bản số 1, không cần lập bản mới."
    assert not dialog.main_button.isEnabled()
    dialog.as_of.show_day(date(2026, 11, 1))
    shelf.qtbot.waitUntil(lambda: bool(dialog.form.rows["as_of"].error), timeout=10_000)
    assert "đã chốt số liệu đến ngày 23/11/2026" in dialog.form.rows["as_of"].error


def test_what_changed_is_said_line_by_line(shown, tmp_path):
    desk = staffed(tmp_path)
    published(desk)
    an = person(desk, "Trần Thị An")
    edit_person(desk, person=an, corrected=replace(an, post="Văn thư"))
    shelf = shown(desk)
    assert "Thay đổi so với bản số 1" in shelf.told
    assert "Thay đổi: Trần Thị An: Chuyên viên → Văn thư" in shelf.told


def test_the_newest_is_saved_where_the_clerk_says_and_noted(shown, tmp_path):
    desk = staffed(tmp_path)
    published(desk)
    shelf = shown(desk)
    file = tmp_path / "danh-ba.html"
    stand_on(AnsweringDesktop(file))
    shelf.page.save()
    shelf.qtbot.waitUntil(lambda: shelf.opened.said.startswith("Đã ghi danh bạ"), timeout=20_000)
    assert "anhdv.stttt@ninhbinh.gov.vn" in file.read_text(encoding="utf-8")
    assert [one.name for one in shelf.facts(Export)] == ["danh-ba.html"]


def test_the_edition_for_the_office_stands_apart(shelf):
    shelf.page.kind_field.choose(False)
    shelf.page.kind_field.picked.emit(False)
    shelf.settle()
    assert shelf.page.pane.title.whole == "Danh bạ nội bộ, bản số 1 (chưa lập)"
    assert [column.title for column in shelf.page.pane.lines.rows.columns][-1] == "Trạng thái"


def test_every_control_has_a_name(shelf):
    assert unnamed_controls(shelf.opened.window) == []
    assert unnamed_controls(shelf.publish()) == []
