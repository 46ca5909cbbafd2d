"""The import wizard in the real window: file, columns, preview, result."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from govmail_desk.domain.heading import Meaning
from govmail_desk.gui.desktop import Desktop, stand_on
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.dialogs import import_wizard
from govmail_desk.gui.dialogs.import_wizard import ImportWizard
from govmail_desk.gui.dialogs.request_wizard import RequestWizard
from govmail_desk.listings import intakes
from govmail_desk.listings import people as people_listing
from tests.desks import added, founded
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.named_controls import unnamed_controls
from tests.gui.vietnamese_typing import type_like_unikey
from tests.gui.windows import OpenWindow

SOON = 20_000
LISTS = Path(__file__).parents[2] / "lists"
HEADINGS = "STT,Họ và tên,Ngày sinh,Chức vụ,Phòng/Bộ phận,Số điện thoại,Địa chỉ thư công vụ,Ghi chú"


class Importing:
    """A register of an invented unit, its window, and the wizard on top."""

    def __init__(self, qtbot, folder, regulation_id):
        self.qtbot = qtbot
        self.folder = folder
        self.desk = founded(folder, regulation_id)
        self.opened = None

    def open(self, path=None) -> ImportWizard:
        self.opened = OpenWindow(self.qtbot, self.desk, self.folder, "today")
        self.wizard = ImportWizard(self.opened.page, self.desk, path)
        self.wizard.open()
        return self.wizard

    def list_of(self, *lines, name="danh sách.csv", headings=HEADINGS) -> Path:
        path = self.folder / name
        path.write_text("\n".join((headings, *lines)) + "\n", encoding="utf-8-sig")
        return path

    def at(self, step: int) -> None:
        self.qtbot.waitUntil(lambda: self.wizard.stack.currentIndex() == step, timeout=SOON)

    def planned(self) -> None:
        self.qtbot.waitUntil(lambda: not self.wizard.planning.is_pending, timeout=SOON)

    def press(self) -> None:
        QTest.mouseClick(self.wizard.main_button, Qt.MouseButton.LeftButton)

    def preview(self, path) -> None:
        """Go as far as the preview of a list."""
        self.open(path)
        self.at(1)
        self.press()
        self.at(2)

    def close(self) -> None:
        dialog = self.opened.dialog if self.opened else None
        if dialog is not None:
            dialog.accept()
        if self.opened is not None:
            self.opened.close()
        else:
            self.desk.close()


@pytest.fixture
def make(qtbot, tmp_path):
    made = []

    def importing(regulation_id="ninhbinh-2020"):
        made.append(Importing(qtbot, tmp_path, regulation_id))
        return made[-1]

    yield importing
    for each in made:
        each.close()
    stand_on(Desktop())


def names(wizard):
    model = wizard.preview.model
    return [model.row_at(place).row.full_name for place in range(model.rowCount())]


def chosen(room, name):
    """Choose the row of a person in the preview."""
    plan = room.wizard.planning.plan
    number = next(number for number, row in enumerate(plan.rows) if row.full_name == name)
    room.wizard.preview.table.choose(number)
    return room.wizard.preview.card


def outcome(room, name):
    return next(row.outcome for row in room.wizard.planning.plan.rows if row.full_name == name)


# the file


def test_a_file_chosen_leads_to_its_columns(make):
    room = make()
    path = room.list_of("1,Nguyễn Văn Thành,05/03/1985,Chuyên viên,Văn phòng,0912000101,,")
    wizard = room.open()
    stand_on(AnsweringDesktop(path))
    room.press()
    room.at(1)
    assert wizard.planning.workbook.file_name == "danh sách.csv"


def test_a_file_dropped_from_the_file_manager_is_read(make):
    room = make()
    path = room.list_of("1,Nguyễn Văn Thành,,,,,,")
    wizard = room.open()
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path))])
    actions, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), actions, files, buttons, keys)
    QApplication.sendEvent(wizard.file, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(wizard.file, QDropEvent(QPointF(9, 9), actions, files, buttons, keys))
    room.at(1)


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "rong.xlsx", "rỗng"),
        (b"%PDF-1.4 not a list", "danh-sach.xlsx", "không phải bảng tính"),
        (b"PK\x03\x04 broken", "hong.xlsx", "bị hỏng"),
    ],
)
def test_a_file_that_is_no_list_is_refused_in_place_and_another_can_be_chosen(make, content, name, said):
    room = make()
    path = room.folder / name
    path.write_bytes(content)
    wizard = room.open(path)
    room.qtbot.waitUntil(lambda: said in wizard.notices.sentence, timeout=SOON)
    assert wizard.stack.currentIndex() == 0
    assert wizard.main_button.isEnabled()
    stand_on(AnsweringDesktop(room.list_of("1,Nguyễn Văn Thành,,,,,,")))
    room.press()
    room.at(1)


def test_a_locked_workbook_is_told_in_one_sentence(make):
    room = make()
    wizard = room.open(LISTS / "locked.xlsx")
    room.qtbot.waitUntil(lambda: "mật khẩu" in wizard.notices.sentence, timeout=SOON)


# sheet and columns


def test_columns_show_their_meaning_and_a_person_as_a_card(make):
    room = make()
    wizard = room.open(LISTS / "ninhbinh-2020.xlsx")
    room.at(1)
    columns = wizard.columns
    assert columns.header_row.value() == 7
    assert columns.mapping.choices[1].currentText() == "Họ và tên"
    assert columns.sample.facts["Địa chỉ"] == "huanpq.stttt@ninhbinh.gov.vn"
    assert any("Bản cũ" in sentence for sentence in columns.warnings.sentences)


def test_another_meaning_changes_the_card_and_is_remembered_for_the_next_list(make):
    room = make()
    path = room.list_of("1,Nguyễn Văn Thành,05/03/1985,Chuyên viên,Văn phòng,0912000101,,giỏi")
    wizard = room.open(path)
    room.at(1)
    wizard.columns.mapping.meaning_picked.emit(7, Meaning.IGNORED)
    room.planned()
    assert "Ghi chú" not in wizard.columns.sample.facts
    assert wizard.columns.forget_button.isVisible()
    room.press()
    room.at(2)
    room.press()
    room.at(3)
    wizard.accept()
    again = ImportWizard(room.opened.page, room.desk, path)
    room.wizard = again
    again.open()
    room.at(1)
    assert again.columns.mapping.choices[7].currentText() == "Bỏ qua"
    assert again.columns.remembered.isVisible()


def test_a_column_of_passwords_is_never_read_and_cannot_be_given_a_meaning(make):
    room = make("soctrang-59-2024")
    wizard = room.open(LISTS / "soctrang-59-2024.xlsx")
    room.at(1)
    assert 7 not in wizard.columns.mapping.choices
    assert any("mật khẩu" in sentence for sentence in wizard.columns.warnings.sentences)


def test_the_row_of_headings_can_be_pointed_to(make):
    room = make()
    path = room.list_of("1,Nguyễn Văn Thành,,,,,,", headings="Họ và tên,Ghi chú\nTrần Ánh,\n\n" + HEADINGS)
    wizard = room.open(path)
    room.at(1)
    assert wizard.columns.header_row.value() == 4
    wizard.columns.header_row.setValue(1)
    room.planned()
    assert wizard.planning.reading.header_rows == {wizard.columns.sheet.choice(): 1}
    assert outcome(room, "Trần Ánh") != "set_aside"
    QTest.mouseClick(wizard.columns.forget_button, Qt.MouseButton.LeftButton)
    room.planned()
    assert wizard.columns.header_row.value() == 4


def test_a_sheet_can_be_read_alone(make):
    room = make()
    wizard = room.open(LISTS / "ninhbinh-2020.xlsx")
    room.at(1)
    QTest.mouseClick(wizard.columns.only_this, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    room.planned()
    assert wizard.planning.reading.sheet == "Danh sách"
    assert {row.sheet for row in wizard.planning.plan.rows} == {"Danh sách"}


@pytest.mark.parametrize(("regulation_id", "encoding"), [("camau-24-2018", "TCVN3"), ("quan4-03-2013", "VNI")])
def test_old_fonts_are_shown_side_by_side_and_converted_only_when_ticked(make, regulation_id, encoding):
    room = make(regulation_id)
    wizard = room.open(LISTS / f"{regulation_id}.xlsx")
    room.at(1)
    fonts = wizard.columns.fonts
    assert wizard.planning.plan.counts["new"] == 0
    rows = fonts.cards[0].table.rows
    before, after = rows.index(0, 1).data(), rows.index(0, 2).data()
    assert before != after
    assert encoding in fonts.cards[0].findChildren(type(wizard.columns.remembered))[0].text()
    QTest.mouseClick(fonts.cards[0].box, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    room.planned()
    assert {one.place for one in wizard.planning.plan.conversions if one.is_accepted} == {
        wizard.planning.plan.conversions[0].place
    }
    QTest.mouseClick(fonts.all_button, Qt.MouseButton.LeftButton)
    room.planned()
    assert all(one.is_accepted for one in wizard.planning.plan.conversions)
    assert wizard.planning.plan.counts["new"] > 0


# the preview


def test_rows_are_counted_filtered_and_found_without_diacritics(make):
    room = make()
    room.preview(LISTS / "ninhbinh-2020.xlsx")
    preview = room.wizard.preview
    assert preview.chips.chips["doubtful"].accessibleName() == "Cần xem  1"
    QTest.mouseClick(preview.chips.chips["doubtful"], Qt.MouseButton.LeftButton)
    assert names(room.wizard) == ["Lê Thị Mỹ Hạnh"]
    QTest.mouseClick(preview.chips.chips["doubtful"], Qt.MouseButton.LeftButton)
    preview.search.setFocus()
    type_like_unikey(preview.search, "huan pham")
    room.qtbot.waitUntil(lambda: names(room.wizard) == ["Phạm Quang Huấn"], timeout=SOON)


def test_a_doubtful_row_is_mended_in_place_and_planned_again(make):
    room = make()
    room.preview(room.list_of("1,Nguyễn Văn Thành,30/02/1985,Chuyên viên,,,,", "2,Trần Ánh,,,,,,"))
    assert outcome(room, "Nguyễn Văn Thành") == "doubtful"
    card = chosen(room, "Nguyễn Văn Thành")
    field = card.fields["birth_on"]
    assert field.text() == "30/02/1985"
    field.setFocus()
    field.selectAll()
    type_like_unikey(field, "28/02/1985")
    QTest.keyClick(field, Qt.Key.Key_Return)
    room.planned()
    assert outcome(room, "Nguyễn Văn Thành") == "new"
    assert room.wizard.stack.currentIndex() == 2
    assert room.wizard.main_button.text() == "Ghi 2 dòng vào sổ"


def test_what_is_typed_is_taken_when_another_row_is_looked_at(make):
    room = make()
    room.preview(room.list_of("1,Nguyễn Văn Thành,,Chuyên viên,,,,", "2,Trần Ánh,,,,,,"))
    card = chosen(room, "Nguyễn Văn Thành")
    card.fields["post"].selectAll()
    type_like_unikey(card.fields["post"], "Trưởng phòng")
    chosen(room, "Trần Ánh")
    room.planned()
    rows = {row.full_name: row for row in room.wizard.planning.plan.rows}
    assert rows["Nguyễn Văn Thành"].post == "Trưởng phòng"


def test_a_row_can_be_confirmed_as_it_is(make):
    room = make()
    room.preview(room.list_of("1,Thạch,,Chuyên viên,,,,"))
    card = chosen(room, "Thạch")
    assert any("một từ" in reason for reason in room.wizard.planning.plan.rows[1].reasons)
    card.confirm()
    room.planned()
    assert outcome(room, "Thạch") == "new"


def test_the_clerk_says_whom_a_row_means(make):
    room = make()
    known = [added(room.desk, "Nguyễn Văn Thành", birth_on=""), added(room.desk, "Nguyễn Văn Thành", birth_on="")]
    room.preview(room.list_of("1,Nguyễn Văn Thành,,Kế toán,,,,"))
    card = chosen(room, "Nguyễn Văn Thành")
    assert outcome(room, "Nguyễn Văn Thành") == "doubtful"
    offered = [card.who.itemData(place) for place in range(card.who.count())]
    assert offered == ["", "new", *map(str, known)]
    card.who.choose(str(known[1]))
    card.who.picked.emit(card.who.choice())
    room.planned()
    (row,) = room.wizard.planning.plan.rows_of("changed")
    assert row.person_id == known[1]


def test_a_row_is_left_out_with_delete_and_taken_back(make):
    room = make()
    room.preview(room.list_of("1,Nguyễn Văn Thành,,,,,,", "2,Trần Ánh,,,,,,"))
    chosen(room, "Trần Ánh")
    room.wizard.preview.table.setFocus()
    QTest.keyClick(room.wizard.preview.table, Qt.Key.Key_Delete)
    room.planned()
    assert room.wizard.planning.plan.counts["new"] == 1
    places = set(room.wizard.planning.reading.left_out)
    room.wizard.planning.leave_out(places, is_left_out=False)
    room.planned()
    assert room.wizard.planning.plan.counts["new"] == 2


def test_what_is_offered_for_several_rows_is_accepted_for_all_of_them_at_once(make):
    room = make()
    room.preview(
        room.list_of(
            "1,Nguyễn Văn Thành,,,,,thanhnv.stttt,",
            "2,Trần Ánh,,,,,anht.stttt,",
            "3,Đỗ Lan,,,,,land.stttt@ninhbinh.gov.vn,",
        )
    )
    preview = room.wizard.preview
    assert outcome(room, "Trần Ánh") == "set_aside"
    preview.table.setFocus()
    preview.table.selectAll()
    offered = {button.text().strip(): button for button in preview.card.buttons}
    QTest.mouseClick(offered["Dùng 2 gợi ý sửa"], Qt.MouseButton.LeftButton)
    room.planned()
    rows = {row.full_name: row for row in room.wizard.planning.plan.rows}
    assert rows["Trần Ánh"].address == "anht.stttt@ninhbinh.gov.vn"
    assert room.wizard.planning.plan.counts["new"] == 3


def test_changes_are_shown_before_and_after(make):
    room = make()
    added(room.desk, "Nguyễn Văn Thành", post="Chuyên viên", birth_on="1985-03-05", phone="")
    room.preview(room.list_of("1,Nguyễn Văn Thành,05/03/1985,Trưởng phòng,,,,"))
    said = room.wizard.preview.model.index(0, 4).data()
    assert said == "Chức vụ: Chuyên viên → Trưởng phòng"


def test_f2_goes_to_the_fact_the_keyboard_stands_on(make):
    room = make()
    room.preview(room.list_of("1,Nguyễn Văn Thành,,,,,,"))
    preview = room.wizard.preview
    chosen(room, "Nguyễn Văn Thành")
    preview.table.setFocus()
    address = next(place for place, column in enumerate(preview.model.columns) if column.key == "address")
    preview.table.setCurrentIndex(preview.model.index(0, address))
    QTest.keyClick(preview.table, Qt.Key.Key_F2)
    assert preview.card.fields["address"].hasFocus()


def test_esc_asks_before_mended_rows_are_lost(make):
    room = make()
    room.preview(room.list_of("1,Nguyễn Văn Thành,,,,,,"))
    card = chosen(room, "Nguyễn Văn Thành")
    type_like_unikey(card.fields["address"], "thanhnv.stttt@ninhbinh.gov.vn")
    QTest.keyClick(room.wizard, Qt.Key.Key_Escape)
    assert Dialog.open_on(room.opened.window) is room.wizard
    assert "chưa được lưu" in room.wizard.notices.sentence


def test_nothing_is_written_before_it_is_accepted(make):
    room = make()
    before = room.desk.journal_head()
    room.preview(LISTS / "ninhbinh-2020.xlsx")
    room.wizard.accept()
    assert room.desk.journal_head() == before


# the result


def test_the_result_is_counted_kept_and_taken_back_whole(make):
    room = make()
    room.preview(LISTS / "ninhbinh-2020.xlsx")
    before = room.desk.journal_head()
    room.press()
    room.at(3)
    step = room.wizard.result_step
    assert step.model.row_at(0).outcome == "doubtful"
    assert {step.model.row_at(place).name for place in range(4)} >= {"Lê Thị Mỹ Hạnh", "Nguyễn Thị Thuỳ Dương"}
    (kept,) = intakes.every(room.desk)
    assert kept.counts["new"] == 5
    assert room.desk.journal_head() != before
    QTest.mouseClick(step.take_back_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(room.wizard.notices.offers[0], Qt.MouseButton.LeftButton)
    assert intakes.every(room.desk) == []
    assert people_listing.find(room.desk, "Phạm Quang Huấn", limit=3) == []
    assert room.wizard.main_button.text() == "Đóng"


def test_the_same_file_again_has_nothing_to_write(make):
    room = make()
    path = room.list_of("1,Nguyễn Văn Thành,05/03/1985,Chuyên viên,,,,")
    room.preview(path)
    room.press()
    room.at(3)
    room.wizard.accept()
    room.wizard = ImportWizard(room.opened.page, room.desk, path)
    room.wizard.open()
    room.at(1)
    room.press()
    room.at(2)
    assert not room.wizard.main_button.isEnabled()
    assert "Sổ đã có đủ" in room.wizard.preview.count.text()


def test_an_earlier_list_can_be_looked_at_again(make):
    room = make()
    room.preview(LISTS / "ninhbinh-2020.xlsx")
    room.press()
    room.at(3)
    room.wizard.accept()
    room.wizard = ImportWizard(room.opened.page, room.desk)
    room.wizard.open()
    room.wizard.file.earlier.asked.emit(intakes.every(room.desk)[0])
    assert room.wizard.stack.currentIndex() == 3
    assert room.wizard.result_step.model.rowCount() == 34


def test_the_next_act_is_the_request_for_those_without_a_mailbox(make):
    room = make()
    room.preview(
        room.list_of(
            "1,Nguyễn Văn Thành,,Chuyên viên,,,,",
            "2,Trần Ánh,,,,,anht.stttt@ninhbinh.gov.vn,",
            "3,Đỗ Thị Bích Ngọc,,Kế toán,,,,",
        )
    )
    room.press()
    room.at(3)
    assert room.wizard.main_button.text() == "Lập đề nghị cho 2 người chưa có hộp thư"
    room.press()
    wizard = room.opened.dialog
    assert isinstance(wizard, RequestWizard)
    room.qtbot.waitUntil(lambda: not wizard.drafting.is_pending, timeout=SOON)
    assert [row.name for row in wizard.drafting.sought.values()] == ["Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc"]


def test_ten_thousand_rows_are_shown_in_pages(make, monkeypatch):
    monkeypatch.setattr(import_wizard, "_TOLD_AFTER_MS", 0)
    room = make()
    words = ("An", "Bình", "Chi", "Dũng", "Én", "Giang", "Hạnh", "Khoa", "Lý", "Mai")
    spelt = [" ".join(words[int(digit)] for digit in f"{number:04}") for number in range(10_000)]
    lines = [f"{number},Nguyễn {name},,,,09{number:08},," for number, name in enumerate(spelt)]
    room.preview(room.list_of(*lines))
    preview = room.wizard.preview
    assert preview.model.rowCount() == 10_000
    assert len(preview.model._pages) < 5
    preview.search.setText("mai ly khoa hanh")
    room.qtbot.waitUntil(lambda: preview.model.rowCount() == 24, timeout=SOON)


def test_every_control_has_a_name_for_a_screen_reader(make):
    room = make("camau-24-2018")
    wizard = room.open()
    assert unnamed_controls(wizard) == []
    wizard.file.take(LISTS / "camau-24-2018.xlsx")
    room.at(1)
    assert unnamed_controls(wizard) == []
    QTest.mouseClick(wizard.columns.fonts.all_button, Qt.MouseButton.LeftButton)
    room.planned()
    for step in (2, 3):
        room.press()
        room.at(step)
        assert unnamed_controls(wizard) == []


def test_the_whole_import_goes_by_keyboard(make):
    room = make()
    stand_on(AnsweringDesktop(room.list_of("1,Nguyễn Văn Thành,,,,,,")))
    wizard = room.open()
    for step in (1, 2, 3):
        room.qtbot.waitUntil(lambda: wizard.step.is_ready, timeout=SOON)
        QTest.keyClick(wizard, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        room.at(step)
    assert people_listing.find(room.desk, "Nguyễn Văn Thành", limit=3)
