"""Choosing whom a mailbox is asked for, and at which address."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from govmail_desk.documents import spreadsheet
from govmail_desk.listings import people as people_listing
from govmail_desk.operations.intakes import plan_intake
from govmail_desk.operations.units import add_unit
from tests.desks import added, own_unit_id
from tests.gui.dialogs.rooms import SOON, files_of, rows_of
from tests.gui.vietnamese_typing import type_like_unikey


def test_those_chosen_elsewhere_come_ticked_with_their_addresses(request_room):
    room = request_room()
    people = [added(room.desk, name) for name in ("Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc")]
    added(room.desk, "Trần Ánh")
    wizard = room.open(people_ids=people)
    assert rows_of(wizard) == ["Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc"]
    assert [row.address.split(".")[0] for row in wizard.drafting.sought.values()] == ["thanhnv", "ngocdtb"]
    assert wizard.main_button.isEnabled()
    assert wizard.main_button.text() == "Soạn công văn cho 2 hộp thư"


def test_with_nobody_chosen_everyone_without_a_mailbox_is_offered_and_the_main_act_waits(request_room):
    room = request_room()
    added(room.desk, "Nguyễn Văn Thành")
    wizard = room.open()
    assert rows_of(wizard) == ["Lê Thị Mỹ Hạnh", "Nguyễn Văn Thành"]
    assert not wizard.main_button.isEnabled()
    QTest.mouseClick(wizard.whom.bar.all_button, Qt.MouseButton.LeftButton)
    room.planned()
    assert len(wizard.drafting.plan.rows) == 2
    assert wizard.main_button.isEnabled()


def test_space_ticks_the_row_the_keyboard_stands_on(request_room):
    room = request_room()
    person = added(room.desk, "Nguyễn Văn Thành")
    wizard = room.open()
    wizard.whom.table.choose(person)
    QTest.keyClick(wizard.whom.table, Qt.Key.Key_Space)
    room.planned()
    assert list(wizard.drafting.sought) == [person]
    QTest.keyClick(wizard.whom.table, Qt.Key.Key_Space)
    room.planned()
    assert wizard.drafting.plan is None
    assert not wizard.main_button.isEnabled()


def test_a_click_on_the_box_ticks_the_row(request_room):
    room = request_room()
    added(room.desk, "Nguyễn Văn Thành")
    wizard = room.open()
    table = wizard.whom.table
    place = table.visualRect(table.rows.index(0, 0)).center()
    place.setX(table.visualRect(table.rows.index(0, 0)).left() + 16)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert list(wizard.whom.model.ticked) == [table.rows.id_at(0)]


def test_searching_without_diacritics_keeps_the_ticks(request_room):
    room = request_room()
    first, _ = added(room.desk, "Nguyễn Văn Thành"), added(room.desk, "Đỗ Thị Bích Ngọc")
    wizard = room.open(people_ids=[first])
    wizard.whom.search.setFocus()
    type_like_unikey(wizard.whom.search, "ngoc do")
    room.qtbot.waitUntil(lambda: rows_of(wizard) == ["Đỗ Thị Bích Ngọc"], timeout=SOON)
    assert list(wizard.whom.model.ticked) == [first]


def test_enter_in_the_search_line_does_not_go_on(request_room):
    room = request_room()
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành")])
    wizard.whom.search.setFocus()
    QTest.keyClick(wizard.whom.search, Qt.Key.Key_Return)
    assert wizard.stack.currentIndex() == 0


def test_each_address_stands_with_its_reason_and_another_may_be_typed(request_room):
    room = request_room()
    person = added(room.desk, "Nguyễn Văn Thành")
    wizard = room.open(people_ids=[person])
    addresses = wizard.whom.card.addresses
    assert addresses.candidates[0].text() == "✓ thanhnv.stttt@ninhbinh.gov.vn"
    line = addresses.line
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    type_like_unikey(line, "vanthu.stttt@ninhbinh.gov.vn")
    room.qtbot.waitUntil(lambda: wizard.drafting.sought[person].address.startswith("vanthu"), timeout=SOON)
    room.planned()
    assert line.text() == "vanthu.stttt@ninhbinh.gov.vn"
    assert addresses.refusal == ""


def test_an_address_no_mail_system_takes_is_refused_in_place_and_stays_in_the_line(request_room):
    room = request_room()
    person = added(room.desk, "Nguyễn Văn Thành")
    wizard = room.open(people_ids=[person])
    line = wizard.whom.card.addresses.line
    line.setFocus()
    line.selectAll()
    type_like_unikey(line, "Văn thư")
    room.qtbot.waitUntil(lambda: "không phải là địa chỉ" in wizard.whom.card.addresses.refusal, timeout=SOON)
    assert line.text() == "Văn thư"
    QTest.mouseClick(wizard.main_button, Qt.MouseButton.LeftButton)
    assert wizard.stack.currentIndex() == 0
    assert "không phải là địa chỉ" in wizard.notices.sentence


def test_ca_mau_offers_the_ways_to_swap_letters_for_the_clerk_to_choose(request_room):
    room = request_room("camau-24-2018")
    people = [added(room.desk, "Nguyễn Văn Thành"), added(room.desk, "Nguyễn Văn Thành")]
    wizard = room.open(people_ids=people)
    wizard.whom.table.choose(people[1])
    room.qtbot.waitUntil(lambda: wizard.whom.card.seeker_id == people[1], timeout=SOON)
    addresses = wizard.whom.card.addresses
    assert len(addresses.candidates) > 2
    assert any("đơn vị vận hành quyết định" in remark for remark in addresses.remarks)
    third = addresses.candidates[2]
    wanted = third.text()
    QTest.mouseClick(third, Qt.MouseButton.LeftButton)
    room.qtbot.waitUntil(lambda: wizard.drafting.sought[people[1]].address == wanted, timeout=SOON)


def test_khanh_hoa_refuses_other_posts_in_place_and_offers_to_leave_them_out(request_room):
    room = request_room("khanhhoa-dagt-2021")
    head = added(room.desk, "Đỗ Thị Bích Ngọc", post="Trưởng phòng Kế toán")
    clerk = added(room.desk, "Nguyễn Văn Thành", post="Văn thư")
    wizard = room.open(people_ids=[head, clerk])
    QTest.mouseClick(wizard.main_button, Qt.MouseButton.LeftButton)
    assert wizard.stack.currentIndex() == 0
    assert "Giám đốc" in wizard.notices.sentence
    (offer,) = wizard.notices.offers
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    room.planned()
    assert list(wizard.drafting.sought) == [head]
    assert wizard.drafting.refused_ids == []


def test_a_refusal_leaves_the_count_and_the_buttons_in_sight_on_a_low_screen(request_room):
    room = request_room("khanhhoa-dagt-2021")
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành", post="Văn thư")])
    wizard.setFixedSize(1256, 460)
    QTest.mouseClick(wizard.main_button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    count = wizard.whom.count
    assert wizard.rect().contains(count.mapTo(wizard, count.rect().bottomLeft()))
    assert count.visibleRegion().boundingRect() == count.rect()


def test_what_wants_a_look_says_so_before_its_articles(request_room):
    room = request_room("camau-24-2018")
    people = [added(room.desk, "Nguyễn Văn Thành"), added(room.desk, "Nguyễn Văn Thành")]
    wizard = room.open(people_ids=people)
    model = wizard.whom.model
    why = next(number for number, column in enumerate(model.columns) if column.key == "why")
    said = [model.index(row, why).data() for row in range(model.rowCount())]
    assert any(words.startswith("cần xem · Đ") for words in said)


def test_marking_another_word_as_the_ten_changes_the_address(request_room):
    room = request_room()
    person = added(room.desk, "Nguyễn Thành Văn")
    wizard = room.open(people_ids=[person])
    words = wizard.whom.card.words
    assert [chip.text() for chip in words.chips] == ["Nguyễn", "Thành", "Văn"]
    QTest.mouseClick(words.chips[1], Qt.MouseButton.LeftButton)
    room.qtbot.waitUntil(lambda: wizard.drafting.sought[person].address.startswith("thanh"), timeout=SOON)
    assert people_listing.person_of(room.desk, person).given_word == 2


def test_units_are_asked_for_as_well(request_room):
    room = request_room("soctrang-59-2024")
    add_unit(room.desk, name="Phòng Chuyển đổi số", slug="", parent_id=own_unit_id(room.desk))
    wizard = room.open()
    QTest.mouseClick(wizard.whom.bar.kinds["unit"], Qt.MouseButton.LeftButton)
    room.looked()
    assert rows_of(wizard) == ["Phòng Chuyển đổi số"]
    QTest.mouseClick(wizard.whom.bar.all_button, Qt.MouseButton.LeftButton)
    room.planned()
    (row,) = wizard.drafting.plan.rows
    assert row.address == "phongcds.sotttt@soctrang.gov.vn"
    room.go_on()
    assert wizard.letter.more.rows["list_form"].isHidden()
    room.go_on()
    pane, _ = files_of(room.desk)
    assert pane.row.mailbox_kind == "unit"


def test_people_of_a_list_come_in_with_the_request(request_room, tmp_path):
    room = request_room()
    path = tmp_path / "danh sách.csv"
    path.write_text("Họ và tên,Chức vụ\nNguyễn Văn Thành,Chuyên viên\nĐỗ Thị Bích Ngọc,Kế toán\n", encoding="utf-8-sig")
    plan = plan_intake(room.desk, spreadsheet.read(path))
    wizard = room.open(intake=plan)
    assert rows_of(wizard) == ["Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc"]
    wizard.whom.table.selectRow(0)
    QTest.keyClick(wizard.whom.table, Qt.Key.Key_Space)
    room.planned()
    room.go_on()
    room.go_on()
    pane, _ = files_of(room.desk)
    assert [row.cells["ho_ten"] for row in pane.frozen] == ["Đỗ Thị Bích Ngọc"]
    assert people_listing.find(room.desk, "Nguyễn Văn Thành", limit=5) == []
