"""The rows of an import before they are written."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.dialogs import import_wizard
from govmail_desk.gui.dialogs.import_wizard import ImportWizard
from tests.desks import added
from tests.gui.dialogs.rooms import LISTS, SOON, chosen, names, outcome
from tests.gui.vietnamese_typing import type_like_unikey


def test_rows_are_counted_filtered_and_found_without_diacritics(import_room):
    room = import_room()
    room.preview(LISTS / "ninhbinh-2020.xlsx")
    preview = room.wizard.preview
    assert preview.chips.chips["doubtful"].accessibleName() == "Cần xem  1"
    QTest.mouseClick(preview.chips.chips["doubtful"], Qt.MouseButton.LeftButton)
    assert names(room.wizard) == ["Lê Thị Mỹ Hạnh"]
    QTest.mouseClick(preview.chips.chips["doubtful"], Qt.MouseButton.LeftButton)
    preview.search.setFocus()
    type_like_unikey(preview.search, "huan pham")
    room.qtbot.waitUntil(lambda: names(room.wizard) == ["Phạm Quang Huấn"], timeout=SOON)


def test_a_doubtful_row_is_mended_in_place_and_planned_again(import_room):
    room = import_room()
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


def test_what_is_typed_is_taken_when_another_row_is_looked_at(import_room):
    room = import_room()
    room.preview(room.list_of("1,Nguyễn Văn Thành,,Chuyên viên,,,,", "2,Trần Ánh,,,,,,"))
    card = chosen(room, "Nguyễn Văn Thành")
    card.fields["post"].selectAll()
    type_like_unikey(card.fields["post"], "Trưởng phòng")
    chosen(room, "Trần Ánh")
    room.planned()
    rows = {row.full_name: row for row in room.wizard.planning.plan.rows}
    assert rows["Nguyễn Văn Thành"].post == "Trưởng phòng"


def test_a_row_can_be_confirmed_as_it_is(import_room):
    room = import_room()
    room.preview(room.list_of("1,Thạch,,Chuyên viên,,,,"))
    card = chosen(room, "Thạch")
    assert any("một từ" in reason for reason in room.wizard.planning.plan.rows[1].reasons)
    card.confirm()
    room.planned()
    assert outcome(room, "Thạch") == "new"


def test_the_clerk_says_whom_a_row_means(import_room):
    room = import_room()
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


def test_a_row_is_left_out_with_delete_and_taken_back(import_room):
    room = import_room()
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


def test_what_is_offered_for_several_rows_is_accepted_for_all_of_them_at_once(import_room):
    room = import_room()
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


def test_changes_are_shown_before_and_after(import_room):
    room = import_room()
    added(room.desk, "Nguyễn Văn Thành", post="Chuyên viên", birth_on="1985-03-05", phone="")
    room.preview(room.list_of("1,Nguyễn Văn Thành,05/03/1985,Trưởng phòng,,,,"))
    said = room.wizard.preview.model.index(0, 4).data()
    assert said == "Chức vụ: Chuyên viên → Trưởng phòng"


def test_the_columns_are_remembered_for_the_next_list(import_room):
    room = import_room()
    path = room.list_of("1,Nguyễn Văn Thành,,,,,,")
    room.preview(path)
    room.wizard.preview.table.horizontalHeader().resizeSection(3, 333)
    room.wizard.accept()
    room.wizard = ImportWizard(room.opened.page, room.desk, path)
    assert room.wizard.preview.table.horizontalHeader().sectionSize(3) == 333
    room.wizard.open()
    room.at(1)


def test_f2_goes_to_the_fact_the_keyboard_stands_on(import_room):
    room = import_room()
    room.preview(room.list_of("1,Nguyễn Văn Thành,,,,,,"))
    preview = room.wizard.preview
    chosen(room, "Nguyễn Văn Thành")
    preview.table.setFocus()
    address = next(place for place, column in enumerate(preview.model.columns) if column.key == "address")
    preview.table.setCurrentIndex(preview.model.index(0, address))
    QTest.keyClick(preview.table, Qt.Key.Key_F2)
    assert preview.card.fields["address"].hasFocus()


def test_esc_asks_before_mended_rows_are_lost(import_room):
    room = import_room()
    room.preview(room.list_of("1,Nguyễn Văn Thành,,,,,,"))
    card = chosen(room, "Nguyễn Văn Thành")
    type_like_unikey(card.fields["address"], "thanhnv.stttt@ninhbinh.gov.vn")
    QTest.keyClick(room.wizard, Qt.Key.Key_Escape)
    assert Dialog.open_on(room.opened.window) is room.wizard
    assert "chưa được lưu" in room.wizard.notices.sentence


def test_nothing_is_written_before_it_is_accepted(import_room):
    room = import_room()
    before = room.desk.journal_head()
    room.preview(LISTS / "ninhbinh-2020.xlsx")
    room.wizard.accept()
    assert room.desk.journal_head() == before


def test_ten_thousand_rows_are_shown_in_pages(import_room, monkeypatch):
    monkeypatch.setattr(import_wizard, "_TOLD_AFTER_MS", 0)
    room = import_room()
    words = ("An", "Bình", "Chi", "Dũng", "Én", "Giang", "Hạnh", "Khoa", "Lý", "Mai")
    spelt = [" ".join(words[int(digit)] for digit in f"{number:04}") for number in range(10_000)]
    lines = [f"{number},Nguyễn {name},,,,09{number:08},," for number, name in enumerate(spelt)]
    room.preview(room.list_of(*lines))
    preview = room.wizard.preview
    assert preview.model.rowCount() == 10_000
    assert len(preview.model._pages) < 5
    preview.search.setText("mai ly khoa hanh")
    room.qtbot.waitUntil(lambda: preview.model.rowCount() == 24, timeout=SOON)


def test_stopping_a_question_leaves_the_plan_before_it(import_room):
    room = import_room()
    room.preview(room.list_of("1,Nguyễn Văn Thành,,,,,,", "2,Trần Ánh,,,,,,"))
    planning = room.wizard.planning
    before = planning.plan
    planning.leave_out({before.rows[1].place}, is_left_out=True)
    room.wizard.progress.begin("Đang đọc và xét danh sách")
    QTest.mouseClick(room.wizard.progress.stop_button, Qt.MouseButton.LeftButton)
    assert not planning.is_pending
    assert planning.plan is before
    assert planning.reading == before.reading
    assert room.wizard.progress.isHidden()
