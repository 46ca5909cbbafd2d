"""What a pane is made of: built anew for each thing, scrolled and left by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.look.marks import MAILBOX_MARKS
from govmail_desk.gui.panes.pane import Pane


@pytest.fixture
def pane(qtbot):
    pane = Pane("Hộp thư đang chọn")
    qtbot.addWidget(pane)
    pane.resize(340, 400)
    pane.show()
    pane.begin("stttt@ninhbinh.gov.vn")
    return pane


def said(pane):
    return [label.text() for label in pane._content.findChildren(QLabel)]


def test_what_stood_there_goes_with_the_next_thing(pane) -> None:
    pane.head("Diễn biến")
    pane.fact("Ghi chú", "Cấp năm 2020")
    pane.show_state("Đang dùng", MAILBOX_MARKS["active"])
    assert set(said(pane)) == {"Diễn biến", "Ghi chú", "Cấp năm 2020"}
    pane.begin("q4@tphcm.gov.vn", "Văn phòng")
    assert said(pane) == []
    assert (pane.title.whole, pane.under_title.text()) == ("q4@tphcm.gov.vn", "Văn phòng")
    assert pane.state.isHidden()


def test_a_fact_that_is_not_known_takes_no_room(pane) -> None:
    pane.fact("Ghi chú", "")
    assert said(pane) == []


def test_a_fact_is_heard_with_its_words(pane) -> None:
    pane.fact("Ghi chú", "Cấp năm 2020")
    assert "Ghi chú: Cấp năm 2020" in {label.accessibleName() for label in pane._content.findChildren(QLabel)}


def test_long_words_go_on_in_the_next_line_and_nothing_is_cut(qtbot, pane) -> None:
    pane.fact("Ghi chú", "Hộp thư dùng chung của bộ phận một cửa và của tổ tiếp công dân " * 4)
    label = pane._content.findChildren(QLabel)[1]
    qtbot.waitUntil(lambda: label.width() > 100)
    assert label.height() >= label.heightForWidth(label.width())
    assert pane._scroll.horizontalScrollBar().maximum() == 0


def test_acts_stand_at_the_foot_and_the_main_one_is_told_apart(pane) -> None:
    first, second = QAction("Ghi trạng thái", pane), QAction("Sửa", pane)
    pane.offer([first, second], main=second)
    assert [button.property("kind") for button in pane.buttons] == ["main", "plain"]
    done = []
    second.triggered.connect(lambda: done.append("edit"))
    pane.buttons[0].click()
    assert done == ["edit"]
    pane.offer(())
    assert pane._foot.isHidden()


def test_esc_asks_to_leave(qtbot, pane) -> None:
    with qtbot.waitSignal(pane.left):
        QTest.keyClick(pane, Qt.Key.Key_Escape)


def test_the_focus_stays_in_the_pane_when_it_says_something_else(pane) -> None:
    link = LinkButton("Nguyễn Văn Thành", bool)
    pane.add(link)
    link.show()
    pane.activateWindow()
    link.setFocus()
    assert QApplication.focusWidget() is link
    pane.begin("q4@tphcm.gov.vn")
    assert QApplication.focusWidget() is pane._scroll


def test_the_act_with_the_focus_keeps_it_when_the_acts_are_offered_anew(pane) -> None:
    first, second = QAction("Lập biên bản…", pane), QAction("Kết thúc bàn giao", pane)
    pane.offer([first, second], main=first)
    pane.activateWindow()
    pane.buttons[1].setFocus()
    pane.offer([first, second], main=second)
    assert pane.buttons[0].hasFocus()
    assert pane.buttons[0].shown is second


def test_a_long_address_is_seen_whole_and_copied_as_it_is(qtbot, pane) -> None:
    address = "thanhnv.phongchuyendoiso.sotttt@soctrang.gov.vn"
    pane.begin(address)
    qtbot.waitUntil(lambda: pane.title.height() >= 2 * pane.title.fontMetrics().height())
    assert pane.title.accessibleName() == address
    pane.copy_button.click()
    assert QGuiApplication.clipboard().text() == address


def test_only_an_address_can_be_copied(pane) -> None:
    assert pane.copy_button.isVisible()
    pane.begin("Nguyễn Văn Thành")
    assert not pane.copy_button.isVisible()


def test_a_low_pane_keeps_name_and_state_whole_and_leaves_the_line_under_the_name_out(pane, qtbot) -> None:
    pane.begin("Lê Thị Thanh Huyền", "Văn phòng")
    pane.show_state("Đang dùng", MAILBOX_MARKS["active"])
    assert pane.under_title.isVisible()
    pane.resize(340, 150)
    qtbot.waitUntil(lambda: pane.title.height() >= pane.title.fontMetrics().height())
    assert (pane.under_title.isVisible(), pane.state.isVisible()) == (False, True)
    pane.resize(340, 400)
    assert pane.under_title.isVisible()
