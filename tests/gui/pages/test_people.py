"""Người và đơn vị in the real window over a real register: the tree, the people, both panes, and every act."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from govmail_desk.gui.dialogs.custody import CustodyDialog
from govmail_desk.gui.dialogs.end_custody import EndCustodyDialog
from govmail_desk.gui.dialogs.end_unit import EndUnitDialog
from govmail_desk.gui.dialogs.person import PersonDialog
from govmail_desk.gui.dialogs.personnel_change import PersonnelChangeDialog
from govmail_desk.gui.dialogs.rename_unit import RenameUnitDialog
from govmail_desk.gui.dialogs.request_wizard import RequestWizard
from govmail_desk.gui.dialogs.unit import UnitDialog
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.panes.charges import ChargeLines
from govmail_desk.gui.rules.rule_line import RuleLine
from govmail_desk.gui.tables.people_columns import LEFT, WITHOUT
from govmail_desk.gui.tables.unit_tree import below
from govmail_desk.listings import people, units
from govmail_desk.listings.people import PersonFilter
from govmail_desk.operations.units import add_unit, end_unit, rename_unit
from govmail_desk.regulations import shipped
from tests.desks import founded, leave, own_unit_id
from tests.gui.sample_register import peopled
from tests.gui.vietnamese_typing import type_like_unikey
from tests.gui.windows import OpenWindow


@pytest.fixture
def shown(qtbot, tmp_path):
    """Open Người và đơn vị on a register of forty people, or on the one given."""
    opened = []

    def show(desk=None):
        opened.append(OpenWindow(qtbot, desk or peopled(tmp_path), tmp_path, "people"))
        return opened[-1]

    yield show
    for window in opened:
        window.close()


def unit_id(desk, name):
    return next(row.id for row in units.tree(desk) if row.name == name)


def cells(page, place=0):
    model = page.table.rows
    return {column.key: model.index(place, number).data() for number, column in enumerate(model.columns)}


def told(page):
    return [label.accessibleName() or label.text() for label in page.pane.findChildren(QLabel)]


def offered(page):
    return [button.accessibleName() for button in page.pane.buttons if not button.isHidden()]


def choose_person(page, name=None, *, without_mailbox=False):
    model = page.table.rows
    rows = [model.row_at(place) for place in range(model.rowCount())]
    wanted = next(row for row in rows if (name in {None, row.full_name}) and (not without_mailbox or not row.address))
    page.table.choose(wanted.id)
    page.settle()
    return wanted


# the tree


def test_the_tree_names_units_with_their_short_names_and_counts(shown) -> None:
    page = shown().page
    lines = [(item.text(0), item.text(1)) for item in page.tree._items.values()]
    assert lines[:3] == [
        ("Tất cả đơn vị", "41"),
        ("Sở Thông tin và Truyền thông", "1"),
        ("Phòng Chuyển đổi số (P. CĐS)", "10"),
    ]


def test_a_unit_shows_its_people_and_those_of_the_units_under_it(shown) -> None:
    page = shown().page
    page.tree.choose(unit_id(page.desk, "Thanh tra"))
    assert page.table.rows.rowCount() == 10
    page.tree.choose(own_unit_id(page.desk))
    assert page.table.rows.rowCount() == 41
    assert page.subtitle == "Đang xem 41 trong 41 người"


def test_units_under_units_count_however_deep(tmp_path) -> None:
    desk = peopled(tmp_path)
    above = unit_id(desk, "Văn phòng")
    (team,) = add_unit(desk, name="Tổ Văn thư", slug="", parent_id=above).ids["unit"]
    (pair,) = add_unit(desk, name="Nhóm Lưu trữ", slug="", parent_id=team).ids["unit"]
    assert set(below(units.tree(desk), above)) == {above, team, pair}
    desk.close()


def test_an_ended_unit_is_marked_and_no_longer_offered(shown, tmp_path) -> None:
    desk = peopled(tmp_path)
    unit = units.unit_of(desk, unit_id(desk, "Thanh tra"))
    end_unit(desk, unit=unit, on=date(2026, 7, 1))
    page = shown(desk).page
    item = page.tree._items[unit.id]
    assert item.toolTip(0) == "Thanh tra, chấm dứt hoạt động từ 01/07/2026"
    assert not item.icon(0).isNull()
    page.add_person()
    dialog = page.window().findChild(PersonDialog)
    assert "Thanh tra" not in {dialog.unit.itemText(place).strip() for place in range(dialog.unit.count())}


def test_the_unit_chosen_and_what_is_folded_stay_when_the_register_changes(shown) -> None:
    page = shown().page
    wanted = unit_id(page.desk, "Văn phòng")
    page.tree.choose(wanted)
    add_unit(page.desk, name="Đội Xe", slug="", parent_id=own_unit_id(page.desk))
    page.reload(None)
    assert page.tree.chosen_id == wanted
    assert page.unit_place.line.choice() == wanted


# the people


def test_beside_each_person_stand_mailbox_and_state(shown) -> None:
    page = shown().page
    with_one = choose_person(page, without_mailbox=False)
    rows = [cells(page, place) for place in range(page.table.rows.rowCount())]
    states = {row["name"]: (row["address"], row["state"]) for row in rows}
    assert states["Lê Thị Mỹ Hạnh"] == ("–", "Chưa có hộp thư")
    assert any(address.endswith("@ninhbinh.gov.vn") and state == "Đang dùng" for address, state in states.values())
    assert with_one.full_name in states


def test_those_without_a_mailbox_are_filtered_chosen_and_asked_for_together(shown) -> None:
    window = shown()
    page = window.page
    chip = page.chips.chips[WITHOUT]
    assert chip.accessibleName() == f"Chưa có hộp thư  {len(people.ids(page.desk, PersonFilter(without_mailbox=True)))}"
    chip.click()
    page.table.selectAll()
    page.settle()
    count = page.table.rows.rowCount()
    assert page.pane.title.whole == f"Đã chọn {count} người"
    assert f"{count} người chưa có hộp thư; có thể đề nghị cấp cho họ trong một đề nghị." in told(page)
    assert offered(page) == ["Đề nghị cấp hộp thư", "Mỗi đơn vị một đề nghị…", "Biến động nhân sự…"]
    page.pane.buttons[0].click()
    assert isinstance(window.dialog, RequestWizard)


def test_private_facts_are_covered_in_lists_and_until_asked_for_in_the_pane(shown) -> None:
    page = shown().page
    row = choose_person(page, "Trần Văn Quỳnh")
    assert cells(page, page.table.rows.place_of(row.id))["phone"] == "•••• 001"
    assert {"Ngày sinh: ••••", "Điện thoại riêng: •••• 001"} <= set(told(page))
    next(link for link in page.pane.findChildren(LinkButton) if link.words == "Hiện thông tin riêng").click()
    assert {"Ngày sinh: 21/03/1985", "Điện thoại riêng: 0900000001"} <= set(told(page))
    choose_person(page, "Lê Thị Mỹ Hạnh")
    choose_person(page, "Trần Văn Quỳnh")
    assert "Ngày sinh: ••••" in told(page)


def test_those_who_left_are_shown_only_when_asked_for(shown, tmp_path) -> None:
    desk = peopled(tmp_path)
    (head,) = people.find(desk, "Lê Thị Mỹ Hạnh", limit=1)
    leave(desk, head.id, on=date(2026, 10, 1))
    page = shown(desk).page
    assert page.table.rows.place_of(head.id) is None
    page.chips.chips[LEFT].click()
    place = page.table.rows.place_of(head.id)
    assert cells(page, place)["name"] == "Lê Thị Mỹ Hạnh (đã thôi việc)"
    page.table.selectRow(place)
    page.settle()
    assert "Thôi việc từ 01/10/2026." in told(page)
    assert "Đề nghị cấp hộp thư" not in offered(page)


def test_where_everyone_has_a_mailbox_the_filter_says_so(shown, tmp_path) -> None:
    desk = founded(tmp_path)
    (head,) = people.find(desk, "hạnh", limit=1)
    leave(desk, head.id, on=date(2026, 10, 1))
    page = shown(desk).page
    assert page.view.empty.accessibleName().startswith("Chưa có ai trong sổ")
    assert [button.accessibleName() for button in page.view.empty.buttons] == ["Thêm người"]


# the pane of a person and of a unit


def test_the_pane_of_a_person_leads_to_the_mailbox(shown) -> None:
    window = shown()
    row = choose_person(window.page, "Trần Văn Quỳnh")
    link = next(link for link in window.page.pane.findChildren(LinkButton) if link.words == row.address)
    link.click()
    assert window.window.works.stack.key == "mailboxes"
    assert window.page.pane.title.whole == row.address


def test_the_pane_of_a_person_tells_how_the_name_is_read_and_what_they_look_after(shown) -> None:
    page = shown().page
    choose_person(page, "Trần Văn Quỳnh")
    assert "Cách đọc tên: họ Trần, tên Quỳnh" in told(page)
    assert "Người theo dõi: Sở Thông tin và Truyền thông\ntừ 02/03/2026" in told(page)


def test_the_pane_of_a_unit_tells_mailbox_charges_names_and_rules(shown, tmp_path) -> None:
    desk = peopled(tmp_path)
    own = own_unit_id(desk)
    rename_unit(desk, unit_id=own, name="Sở Khoa học và Công nghệ", from_on=date(2026, 3, 1), document="NQ 12")
    page = shown(desk).page
    page.tree.choose(own)
    page.settle()
    words = told(page)
    assert page.pane.title.whole == "Sở Khoa học và Công nghệ"
    lines = [label.text() for label in page.pane.findChildren(ChargeLines)[0].findChildren(WrappedLabel)]
    assert [line for line in lines if ": " in line] == ["Thủ trưởng: Lê Thị Mỹ Hạnh", "Người theo dõi: Trần Văn Quỳnh"]
    assert "từ 02/03/2026, QĐ 12/QĐ-STTTT" in lines
    assert "Sở Khoa học và Công nghệ\ntừ 01/03/2026\nNQ 12" in words
    assert "Sở Thông tin và Truyền thông\nđến 28/02/2026" in words
    rules = page.pane.findChildren(RuleLine)
    assert rules
    assert all(line.why_button.why.cite for line in rules)


@pytest.mark.parametrize("regulation_id", shipped.ids())
def test_the_pane_tells_a_unit_under_every_regulation(regulation_id, shown, tmp_path) -> None:
    page = shown(peopled(tmp_path, 12, regulation_id)).page
    for row in page._units:
        page.show_item(row.id)
        assert page.pane.title.whole == row.name
        assert all(line.why_button.why.sentence for line in page.pane.findChildren(RuleLine))


def test_choosing_a_person_and_the_unit_again_changes_what_the_pane_tells(qtbot, shown) -> None:
    page = shown().page
    own = own_unit_id(page.desk)
    page.tree.choose(own)
    choose_person(page, "Trần Văn Quỳnh")
    assert page.pane.title.whole == "Trần Văn Quỳnh"
    page.tree.itemClicked.emit(page.tree.currentItem(), 0)
    qtbot.waitUntil(lambda: page.pane.title.whole == "Sở Thông tin và Truyền thông")


def test_a_section_without_a_mailbox_is_offered_one_and_the_own_unit_is_never_ended(shown) -> None:
    page = shown().page
    page.show_item(unit_id(page.desk, "Thanh tra"))
    assert offered(page) == ["Đề nghị cấp hộp thư đơn vị", "Sửa", "Đổi tên", "Ghi chấm dứt"]
    page.show_item(own_unit_id(page.desk))
    assert offered(page) == ["Sửa", "Đổi tên"]


# acts


def test_a_unit_is_given_in_charge_beside_those_who_have_it(shown) -> None:
    window = shown()
    window.page.show_item(unit_id(window.desk, "Thanh tra"))
    (link,) = [one for one in window.page.pane.findChildren(LinkButton) if one.text() == "Giao phụ trách…"]
    link.click()
    assert isinstance(window.dialog, CustodyDialog)


@pytest.mark.parametrize(
    ("button", "dialog"),
    [
        ("Sửa", UnitDialog),
        ("Đề nghị cấp hộp thư đơn vị", RequestWizard),
        ("Đổi tên", RenameUnitDialog),
        ("Ghi chấm dứt", EndUnitDialog),
    ],
)
def test_each_act_on_a_unit_opens_its_dialog(button, dialog, shown) -> None:
    window = shown()
    window.page.show_item(unit_id(window.desk, "Thanh tra"))
    next(one for one in window.page.pane.buttons if one.accessibleName() == button).click()
    assert isinstance(window.dialog, dialog)


@pytest.mark.parametrize(("button", "dialog"), [("Sửa", PersonDialog), ("Biến động nhân sự…", PersonnelChangeDialog)])
def test_each_act_on_a_person_opens_its_dialog(button, dialog, shown) -> None:
    window = shown()
    choose_person(window.page, "Trần Văn Quỳnh")
    next(one for one in window.page.pane.buttons if one.accessibleName() == button).click()
    assert isinstance(window.dialog, dialog)


def test_the_last_day_of_a_charge_is_recorded_from_the_pane(shown) -> None:
    window = shown()
    window.page.show_item(own_unit_id(window.desk))
    links = {link.accessibleName(): link for link in window.page.pane.findChildren(LinkButton)}
    links["Ghi ngày cuối: Trần Văn Quỳnh"].click()
    assert isinstance(window.dialog, EndCustodyDialog)
    window.dialog.main_button.click()
    charge = next(row for row in units.custodies(window.desk, own_unit_id(window.desk)) if row.role == "custodian")
    assert charge.to_on == "2026-11-23"


def test_f2_corrects_whichever_is_shown(qtbot, shown) -> None:
    window = shown()
    page = window.page
    choose_person(page, "Trần Văn Quỳnh")
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    assert isinstance(window.dialog, PersonDialog)
    window.dialog.reject()
    qtbot.waitUntil(lambda: window.dialog is None)
    page.show_item(own_unit_id(page.desk))
    page.tree.setFocus()
    QTest.keyClick(page.tree, Qt.Key.Key_F2)
    assert isinstance(window.dialog, UnitDialog)


def test_someone_added_is_the_one_chosen(shown) -> None:
    window = shown()
    page = window.page
    page.tree.choose(unit_id(page.desk, "Thanh tra"))
    page.add_person()
    dialog = window.dialog
    assert dialog.unit.choice() == unit_id(page.desk, "Thanh tra")
    type_like_unikey(dialog.name.line, "Hồ Thị Bưởi")
    QTest.keyClick(dialog.name.line, Qt.Key.Key_Return)
    assert window.said == "Thêm Hồ Thị Bưởi"
    assert page.pane.title.whole == "Hồ Thị Bưởi"


def test_a_unit_added_is_the_one_chosen_in_the_tree(shown) -> None:
    window = shown()
    window.page.add_unit()
    type_like_unikey(window.dialog.name, "Đội Xe")
    QTest.keyClick(window.dialog.name, Qt.Key.Key_Return)
    assert window.page.tree.currentItem().text(0) == "Đội Xe"


def test_a_person_asked_for_from_elsewhere_is_brought_into_view(shown) -> None:
    window = shown()
    page = window.page
    (wanted,) = people.find(window.desk, "Trần Văn Quỳnh", limit=1)
    page.tree.choose(unit_id(page.desk, "Thanh tra"))
    page.chips.chips[WITHOUT].click()
    window.window.works.go_to("people", wanted.id)
    assert page.table.chosen_ids == [wanted.id]
    assert page.pane.title.whole == "Trần Văn Quỳnh"


def test_in_a_narrow_window_the_unit_is_chosen_in_a_line_and_seen_by_a_button(shown) -> None:
    window = shown()
    page = window.page
    window.window.resize(683, 384)
    assert page.unit_place.line.isVisible()
    assert not page.tree.isVisible()
    wanted = unit_id(page.desk, "Thanh tra")
    page.unit_place.line.choose(wanted)
    page.unit_place.line.picked.emit(wanted)
    assert page.table.rows.rowCount() == 10
    page._see()
    assert page.pane.isVisible()
    assert page.pane.title.whole == "Thanh tra"


def test_the_acts_the_search_box_knows_are_acts_of_the_page(shown) -> None:
    window = shown()
    offered = {act.objectName(): act.text() for act in window.page.acts}
    assert dict(window.window.specs["people"].acts).items() <= offered.items()
    window.page.start("add_unit")
    assert isinstance(window.dialog, UnitDialog)


def test_a_name_of_four_words_is_not_cut(shown) -> None:
    table = shown().page.table
    words = QFontMetrics(table.font()).horizontalAdvance("Nguyễn Thị Hồng Nhung")
    assert table.columnWidth(0) >= words + 2 * Space.NEAR
