"""Sheet, headings, columns and fonts of an import."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from govmail_desk.domain.heading import Meaning
from govmail_desk.gui.dialogs.import_wizard import ImportWizard
from tests.gui.dialogs.rooms import HEADINGS, LISTS, outcome


def test_columns_show_their_meaning_and_a_person_as_a_card(import_room):
    room = import_room()
    wizard = room.open(LISTS / "ninhbinh-2020.xlsx")
    room.at(1)
    columns = wizard.columns
    assert columns.header_row.value() == 7
    assert columns.mapping.choices[1].currentText() == "Họ và tên"
    assert columns.sample.facts["Địa chỉ"] == "huanpq.stttt@ninhbinh.gov.vn"
    assert any("Bản cũ" in sentence for sentence in columns.warnings.sentences)


def test_days_of_the_file_are_shown_as_they_are_read(import_room):
    room = import_room()
    book = openpyxl.Workbook()
    book.active.append(HEADINGS.split(","))
    book.active.append([1, "Nguyễn Văn Thành", date(1985, 3, 5), "Chuyên viên", "Văn phòng", "0912000101"])
    path = room.folder / "danh sách.xlsx"
    book.save(path)
    wizard = room.open(path)
    room.at(1)
    shown = {label.text() for label in wizard.columns.mapping.findChildren(QLabel)}
    assert "05/03/1985" in shown
    assert not any("1985-03-05" in words for words in shown)


def test_another_meaning_changes_the_card_and_is_remembered_for_the_next_list(import_room):
    room = import_room()
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


def test_a_column_of_passwords_is_never_read_and_cannot_be_given_a_meaning(import_room):
    room = import_room("soctrang-59-2024")
    wizard = room.open(LISTS / "soctrang-59-2024.xlsx")
    room.at(1)
    assert 7 not in wizard.columns.mapping.choices
    passwords = {row.text(7) for row in wizard.planning.workbook.sheets[0].rows[3:]} - {""}
    shown = "\n".join(label.text() + label.toolTip() for label in wizard.findChildren(QLabel))
    assert passwords
    assert not any(password in shown for password in passwords)
    assert any("mật khẩu" in sentence for sentence in wizard.columns.warnings.sentences)


def test_the_row_of_headings_can_be_pointed_to(import_room):
    room = import_room()
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


def test_a_sheet_can_be_read_alone(import_room):
    room = import_room()
    wizard = room.open(LISTS / "ninhbinh-2020.xlsx")
    room.at(1)
    QTest.mouseClick(wizard.columns.only_this, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    room.planned()
    assert wizard.planning.reading.sheet == "Danh sách"
    assert {row.sheet for row in wizard.planning.plan.rows} == {"Danh sách"}


@pytest.mark.parametrize(("regulation_id", "encoding"), [("camau-24-2018", "TCVN3"), ("quan4-03-2013", "VNI")])
def test_old_fonts_are_shown_side_by_side_and_converted_only_when_ticked(import_room, regulation_id, encoding):
    room = import_room(regulation_id)
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
