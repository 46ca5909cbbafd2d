"""A change in someone's post, begun on the real pages; the request that follows is one button on."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from govmail_desk.gui.dialogs.personnel_change import PersonnelChangeDialog
from govmail_desk.gui.dialogs.request_wizard import RequestWizard
from govmail_desk.gui.rules.rule_line import RuleLine
from govmail_desk.listings import people
from tests.desks import added, founded
from tests.gui.vietnamese_typing import type_like_unikey


def told(page):
    return [label.accessibleName() or label.text() for label in page.pane.findChildren(QLabel)]


def offered(page):
    return [button.accessibleName() for button in page.pane.buttons if not button.isHidden()]


def choose_person(page, name):
    rows = map(page.table.rows.row_at, range(page.table.rows.rowCount()))
    wanted = next(row for row in rows if row.full_name == name)
    page.table.choose(wanted.id)
    page.settle()
    return wanted


def button_of(window, words):
    return next(one for one in window.window.works.notices.offers if one.accessibleName() == words)


def retire(window, name):
    row = choose_person(window.page, name)
    window.page.people_acts.personnel.change.trigger()
    window.dialog.main_button.click()
    return row


def test_after_a_change_the_request_that_follows_is_offered_and_filled_in(qtbot, shown) -> None:
    window = shown()
    row = retire(window, "Trần Văn Quỳnh")
    assert window.said == "Ghi biến động: Trần Văn Quỳnh, nghỉ hưu"
    button_of(window, "Lập đề nghị hủy, thu hồi…").click()
    wizard = window.dialog
    assert isinstance(wizard, RequestWizard)
    assert wizard.drafting.kind == "close"
    (details,) = wizard.drafting.selection.details.values()
    assert (details.reason, details.decided_on) == ("Nghỉ hưu", date(2026, 11, 23))
    qtbot.waitUntil(lambda: not wizard.drafting.is_pending)
    assert [planned.address for planned in wizard.drafting.plan.rows] == [row.address]


def test_a_change_just_recorded_can_still_be_taken_back_beside_that_offer(shown) -> None:
    window = shown()
    row = retire(window, "Trần Văn Quỳnh")
    button_of(window, "Hoàn tác").click()
    assert people.person_of(window.desk, row.id).left_on is None


def test_the_change_stands_in_the_pane_with_its_day(shown) -> None:
    window = shown()
    row = retire(window, "Trần Văn Quỳnh")
    window.page.show_item(row.id)
    assert {"Biến động nhân sự", "Nghỉ hưu", "Thứ Hai, 23/11/2026"} <= set(told(window.page))


def test_several_people_chosen_leave_by_one_act(shown) -> None:
    window = shown()
    page = window.page
    page.table.selectAll()
    page.settle()
    page.people_acts.personnel.change.trigger()
    assert isinstance(window.dialog, PersonnelChangeDialog)
    assert len(window.dialog.people) == page.table.rows.rowCount()
    window.dialog.main_button.click()
    assert window.said == "Ghi biến động: 41 người, nghỉ hưu"


def add_by_hand(window, name, post):
    window.page.add_person()
    type_like_unikey(window.dialog.name.line, name)
    type_like_unikey(window.dialog.post, post)
    QTest.keyClick(window.dialog.name.line, Qt.Key.Key_Return)


def test_someone_added_by_hand_is_offered_a_request_for_a_mailbox(shown) -> None:
    window = shown()
    add_by_hand(window, "Hồ Thị Bưởi", "Chuyên viên")
    button_of(window, "Lập đề nghị cấp mới…").click()
    (chosen,) = window.dialog.drafting.selection.ids
    assert people.person_of(window.desk, chosen).full_name == "Hồ Thị Bưởi"


def test_where_the_regulation_gives_a_post_no_mailbox_none_is_offered_and_the_article_says_why(shown, tmp_path) -> None:
    window = shown("people", founded(tmp_path, "khanhhoa-dagt-2021"))
    add_by_hand(window, "Hồ Thị Bưởi", "Chuyên viên")
    assert [one.accessibleName() for one in window.window.works.notices.offers] == ["Hoàn tác"]
    assert "Đề nghị cấp hộp thư" not in offered(window.page)
    assert any("(Đ3)" in line.words for line in window.page.pane.findChildren(RuleLine))
    add_by_hand(window, "Hồ Văn Cam", "Giám đốc")
    assert button_of(window, "Lập đề nghị cấp mới…").isVisible()
    assert "Đề nghị cấp hộp thư" in offered(window.page)


def test_of_several_whose_posts_get_no_mailbox_none_is_offered_and_the_article_says_why(shown, tmp_path) -> None:
    desk = founded(tmp_path, "khanhhoa-dagt-2021", head="")
    for name in ("Hồ Thị Bưởi", "Hồ Văn Cam"):
        added(desk, name)
    page = shown("people", desk).page
    page.table.selectAll()
    page.settle()
    assert "Không còn ai trong số này được đề nghị cấp hộp thư cá nhân." in told(page)
    assert any("(Đ3)" in line.words for line in page.pane.findChildren(RuleLine))
    assert offered(page) == ["Biến động nhân sự…"]


def test_a_change_in_the_holders_post_is_begun_from_the_mailbox(shown) -> None:
    window = shown("mailboxes")
    page = window.page
    row = next(row for row in map(page.table.rows.row_at, range(page.table.rows.rowCount())) if row.state == "locked")
    page.table.choose(row.id)
    page.settle()
    page.personnel_acts.change.trigger()
    assert isinstance(window.dialog, PersonnelChangeDialog)
    assert [person.full_name for person in window.dialog.people] == [row.holder]
