"""Requests for many units in one go, in the real window: the plan unit by unit, the folder, a stop, going on."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest

from govmail_desk.domain.request import RequestRow
from govmail_desk.gui.desktop import Desktop, stand_on
from govmail_desk.gui.dialogs.request_batch import RequestBatchDialog
from govmail_desk.gui.tables.people_columns import WITHOUT
from govmail_desk.listings import requests
from govmail_desk.operations.mailboxes import add_mailbox
from govmail_desk.operations.people import add_person
from govmail_desk.operations.request_batches import RESULT_NAME
from govmail_desk.operations.units import add_unit
from tests.desks import founded, leave, own_unit_id
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.named_controls import unnamed_controls
from tests.gui.windows import OpenWindow
from tests.request_lives import every

SOON = 30_000
UNITS = ("Phòng Chuyển đổi số", "Phòng Bưu chính", "Thanh tra")


class Room:
    """Three units with two people each, all chosen on their page, and the dialog over them."""

    def __init__(self, qtbot, folder):
        self.qtbot = qtbot
        desk = founded(folder, "soctrang-59-2024")
        self.people, self.unit_of = [], {}
        for place, name in enumerate(UNITS):
            (unit_id,) = add_unit(desk, name=name, parent_id=own_unit_id(desk), slug=f"dv{place}").ids["unit"]
            for full_name in ("Dương Chí Nguyên", ("Lê Văn An", "Lê Văn Bình", "Lê Văn Cường")[place]):
                (person_id,) = add_person(desk, full_name=full_name, unit_id=unit_id, post="Chuyên viên").ids["person"]
                self.people.append(person_id)
                self.unit_of[person_id] = unit_id
        self.desk = desk
        self.opened = OpenWindow(qtbot, desk, folder, "people")
        self.desktop = AnsweringDesktop(folder / "gửi các đơn vị")
        stand_on(self.desktop)

    def open(self) -> RequestBatchDialog:
        page = self.opened.page
        page.chips.chips[WITHOUT].setChecked(True)
        page.search.setText("chuyên viên")
        self.qtbot.waitUntil(lambda: page.table.rows.rowCount() == len(self.people), timeout=SOON)
        page.table.selectAll()
        page.settle()
        page.people_acts.first_mailbox.batch_act.offered.trigger()
        self.planned()
        return self.dialog

    @property
    def dialog(self) -> RequestBatchDialog:
        return self.opened.dialog

    def planned(self) -> None:
        self.qtbot.waitUntil(lambda: self.dialog.plan is not None, timeout=SOON)

    def press(self) -> None:
        """Press the main act and wait for what it begins."""
        self.dialog.main_button.click()
        self.qtbot.waitUntil(self.dialog.fields.isEnabled, timeout=SOON)
        self.planned()

    def close(self) -> None:
        stand_on(Desktop())
        self.opened.close()


@pytest.fixture
def room(qtbot, tmp_path):
    made = Room(qtbot, tmp_path)
    yield made
    made.close()


def states(dialog):
    model = dialog.units.table.rows
    return [(model.index(row, 0).data(), model.index(row, 2).data()) for row in range(model.rowCount())]


def test_the_plan_stands_unit_by_unit_with_who_and_which_address(room):
    dialog = room.open()
    assert sorted(states(dialog)) == sorted((name, "Sẽ lập") for name in UNITS)
    place = [name for name, _ in states(dialog)].index("Thanh tra")
    dialog.units.table.selectRow(place)
    assert dialog.units.told[0] == "Thanh tra"
    assert any(words.startswith("Lê Văn Cường · lvcuong@soctrang.gov.vn") for words in dialog.units.told)
    assert dialog.main_button.text() == "Lập 3 đề nghị"
    assert unnamed_controls(dialog) == []
    assert dialog.focusWidget() is dialog.reason


def test_who_cannot_be_asked_for_is_named_with_the_reason(room):
    dialog = room.open()
    leave(room.desk, room.people[-1], on=room.desk.today())
    dialog.plan_again()
    room.planned()
    assert ("Thanh tra", "Sẽ lập, bỏ 1 hộp thư") in states(dialog)
    dialog.units.table.selectRow([name for name, _ in states(dialog)].index("Thanh tra"))
    assert "Lê Văn Cường đã thôi làm việc" in dialog.units.told[1]
    assert "1 hộp thư chưa đề nghị được" in dialog.summary.text()


def test_each_unit_has_its_folder_and_the_result_list_is_opened(room):
    room.open()
    room.press()
    dialog = room.dialog
    assert dialog.notices.sentence == "Đã lập 3 đề nghị"
    assert [path.name for path in room.desktop.opened] == [RESULT_NAME]
    lines = openpyxl.load_workbook(room.desktop.opened[0]).active.iter_rows(values_only=True, min_row=2)
    assert {line[3] for line in lines} == {"Đã lập"}
    assert {path.name for path in dialog.folder.iterdir() if path.is_dir()} == set(UNITS)
    assert dialog.main_button.text() == "Đã lập đủ"
    assert not dialog.main_button.isEnabled()
    assert [offer.text() for offer in room.opened.window.works.notices.offers] == []
    dialog.reject()
    assert room.opened.dialog is None


def test_without_a_folder_nothing_is_made(room):
    dialog = room.open()
    room.desktop.answer = None
    dialog.main_button.click()
    assert dialog.fields.isEnabled()
    assert requests.every(room.desk) == []


def stop_after_one(dialog, monkeypatch):
    """Let the clerk press "Dừng lại" while the second unit is being made."""
    runner = room_runner(dialog)
    taken = dialog._make

    def stopping(tick):
        def told(done, total):
            tick(done, total)
            if done == 1:
                runner.stop()

        return taken(told)

    monkeypatch.setattr(dialog, "_make", stopping)


def room_runner(dialog):
    return dialog.parentWidget().window().works.runner


def test_a_batch_that_is_stopped_says_how_far_it_came_and_goes_on_there(room, monkeypatch):
    dialog = room.open()
    stop_after_one(dialog, monkeypatch)
    room.press()
    count = len(requests.every(room.desk))
    assert 0 < count < len(UNITS)
    assert dialog.notices.sentence.startswith(f"Đã dừng theo yêu cầu, đã lập {count} đề nghị.")
    assert dialog.main_button.text() == f"Lập tiếp {len(UNITS) - count} đề nghị"
    monkeypatch.undo()
    room.press()
    assert len(requests.every(room.desk)) == len(UNITS)
    assert dialog.main_button.text() == "Đã lập đủ"


def test_the_same_choice_made_again_finds_what_was_made(room):
    ids = room.open().subject_ids
    room.press()
    room.dialog.accept()
    RequestBatchDialog(room.opened.page, room.desk, kinds=("create",), subject_ids=ids).open()
    room.planned()
    assert {state for _, state in states(room.dialog)} == {"Đã lập"}
    assert "3 đã lập" in room.dialog.summary.text()


def test_a_disk_that_refuses_says_so_and_what_was_typed_stays(room, tmp_path):
    dialog = room.open()
    dialog.reason.setText("Kiện toàn tổ chức")
    room.planned()
    (tmp_path / "tệp").write_text("không phải thư mục", encoding="utf-8")
    room.desktop.answer = tmp_path / "tệp"
    room.press()
    assert dialog.notices.sentence
    assert dialog.reason.typed() == "Kiện toàn tổ chức"
    assert requests.every(room.desk) == []


# mailboxes of the register


class MailboxRoom(Room):
    """The same units, each person and the first unit with a mailbox, all chosen on the page of mailboxes."""

    def __init__(self, qtbot, folder):
        super().__init__(qtbot, folder)
        self.boxes = [
            self.issued(f"nguoi{place}", "personal", self.unit_of[person_id], holder_id=person_id)
            for place, person_id in enumerate(self.people)
        ]
        self.boxes.append(self.issued("chuyendoiso", "unit", self.unit_of[self.people[0]]))

    def issued(self, local, kind, unit_id, **whose):
        address = f"{local}@soctrang.gov.vn"
        words = {"address": address, "kind": kind, "unit_id": unit_id, "since": date(2026, 1, 5), **whose}
        (mailbox_id,) = add_mailbox(self.desk, **words).ids["mailbox"]
        return mailbox_id

    def open(self, kind):
        page = self.opened.page
        dialog = RequestBatchDialog(
            page, self.desk, kinds=("change", "reset", "reopen", "close"), subject_ids=self.boxes
        )
        dialog.open()
        dialog.kind.choose(kind)
        dialog.kind.picked.emit(kind)
        self.planned()
        return dialog


@pytest.fixture
def mailbox_room(qtbot, tmp_path):
    made = MailboxRoom(qtbot, tmp_path)
    yield made
    made.close()


def test_a_unit_with_both_kinds_of_mailbox_is_told_to_have_two_requests(mailbox_room):
    dialog = mailbox_room.open("close")
    told = {name for name, _ in states(dialog)}
    assert told == {f"{UNITS[0]} (hộp thư cá nhân)", f"{UNITS[0]} (hộp thư đơn vị)", *UNITS[1:]}
    assert dialog.summary.text().startswith("3 đơn vị · 1 đơn vị có hai đề nghị, vì đã chọn cả hộp thư đơn vị và")
    assert dialog.main_button.text() == "Lập 4 đề nghị"
    assert dialog.details.isVisibleTo(dialog)
    assert not dialog.details.list_line.isVisibleTo(dialog)
    assert unnamed_controls(dialog) == []
    mailbox_room.press()
    assert sorted(row.mailbox_kind for row in requests.every(mailbox_room.desk)) == ["personal"] * 3 + ["unit"]


def test_what_is_to_change_comes_from_a_list_and_for_the_others_from_the_reason(mailbox_room, tmp_path):
    dialog = mailbox_room.open("change")
    assert "7 hộp thư chưa đề nghị được" in dialog.summary.text()
    book = openpyxl.Workbook()
    book.active.append(("STT", "Địa chỉ hiện nay", "Địa chỉ mới", "Chức vụ mới"))
    book.active.append(("1", "nguoi0@soctrang.gov.vn", "moi@soctrang.gov.vn", "Trưởng phòng"))
    book.save(tmp_path / "thay đổi.xlsx")
    dialog.details.read_list(tmp_path / "thay đổi.xlsx")
    mailbox_room.qtbot.waitUntil(lambda: "nêu 1 trong 7" in dialog.details.told.text(), timeout=SOON)
    mailbox_room.qtbot.waitUntil(lambda: "6 hộp thư chưa đề nghị được" in dialog.summary.text(), timeout=SOON)
    dialog.reason.setText("đổi tên cơ quan chủ quản")
    dialog.details.document.setText("Nghị quyết số 12/NQ-HĐND")
    mailbox_room.qtbot.waitUntil(lambda: dialog.main_button.text() == "Lập 4 đề nghị", timeout=SOON)
    assert unnamed_controls(dialog) == []
    mailbox_room.press()
    rows = every(mailbox_room.desk, RequestRow)
    assert {row.cells["can_cu"] for row in rows} == {"Nghị quyết số 12/NQ-HĐND"}
    assert [row.cells["noi_dung"] for row in rows].count("Đổi tên cơ quan chủ quản") == 6
    (first,) = (row for row in rows if row.mailbox_id == mailbox_room.boxes[0])
    assert first.wanted == {"address": "moi@soctrang.gov.vn"}
    assert first.cells["thong_tin_moi"] == "Địa chỉ hộp thư: moi@soctrang.gov.vn\nChức vụ: Trưởng phòng"
