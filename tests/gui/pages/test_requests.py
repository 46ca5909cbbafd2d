"""The page Đề nghị in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from govmail_desk import paths
from govmail_desk.gui.desktop import Desktop, stand_on
from govmail_desk.gui.dialogs.request_wizard import RequestWizard
from govmail_desk.gui.dialogs.sign_request import SignRequestDialog
from govmail_desk.gui.pages.requests import RequestsPage
from govmail_desk.gui.rules.rule_line import RuleLine
from govmail_desk.listings import requests as listing
from govmail_desk.operations.mailboxes import record_state
from govmail_desk.operations.request_sending import send_request
from govmail_desk.operations.request_withdrawals import withdraw_rows
from govmail_desk.operations.requests import draft_request, plan_request
from tests.desks import added, founded
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.named_controls import unnamed_controls
from tests.gui.statements import counted_statements
from tests.gui.windows import OpenWindow

SOON = 10_000


@pytest.fixture
def shown(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("GOVMAIL_DESK_HOME", str(tmp_path / "home"))
    opened = []

    def show(*drafts, regulation_id="ninhbinh-2020"):
        """Open the page on a register with these drafts, each the names on its list."""
        desk = founded(tmp_path, regulation_id)
        for names in drafts:
            people = [added(desk, name) for name in names]
            draft_request(desk, plan_request(desk, on=desk.today(), people_ids=people))
        opened.append(OpenWindow(qtbot, desk, tmp_path, "requests"))
        return opened[-1]

    yield show
    for each in opened:
        each.close()
    stand_on(Desktop())


def chosen(window, row=0):
    window.page.table.selectRow(row)
    window.page.settle()
    return window.page.shown


def test_an_empty_page_says_what_belongs_there_and_starts_it(shown):
    window = shown()
    assert window.page.view.currentWidget() is window.page.view.empty
    (button,) = window.page.view.empty.buttons
    assert button.text().strip() == "Lập đề nghị"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert isinstance(window.dialog, RequestWizard)


def test_requests_are_counted_by_state_and_filtered_by_chips(shown, qtbot):
    window = shown(["Nguyễn Văn Thành"], ["Đỗ Thị Bích Ngọc", "Trần Ánh"])
    page = window.page
    assert page.subtitle == "2 nháp"
    assert page.more_chips.chips["draft"].accessibleName() == "Nháp  2"
    QTest.mouseClick(page.more_chips.chips["sent"], Qt.MouseButton.LeftButton)
    assert page.table.rows.rowCount() == 0
    assert page.view.currentWidget() is page.view.empty
    (clear,) = page.view.empty.buttons
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert page.table.rows.rowCount() == 2


def test_a_row_says_kind_count_state_and_that_no_limit_runs_before_it_is_sent(shown):
    window = shown(["Nguyễn Văn Thành", "Trần Ánh"])
    rows = window.page.table.rows
    shown_cells = [rows.index(0, column).data() for column in range(5)]
    assert shown_cells == ["Cấp mới 2 hộp thư cá nhân", "Nháp", "23/11/2026", "chưa tính", "chưa có số"]


def test_the_pane_shows_the_frozen_list_its_seal_and_the_channel_with_its_article(shown):
    window = shown(["Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc"])
    pane = chosen(window)
    rows = pane.table.rows
    frozen = [[rows.index(row, column).data() for column in range(3)] for row in range(rows.rowCount())]
    assert frozen == [
        ["1", "Nguyễn Văn Thành", "thanhnv.stttt@ninhbinh.gov.vn"],
        ["2", "Đỗ Thị Bích Ngọc", "ngocdtb.stttt@ninhbinh.gov.vn"],
    ]
    facts = window.page.facts
    assert facts.selection_sha256[:12] in {label.text() for label in pane.findChildren(QLabel)}
    assert any("Cách gửi" in line.words and "Đ6.1" in line.words for line in pane.findChildren(RuleLine))


def test_addresses_of_the_frozen_list_are_read_whole_on_a_small_screen(shown):
    window = shown(["Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc"])
    window.window.resize(1366, 768)
    pane = chosen(window)
    QApplication.processEvents()
    address = next(number for number, column in enumerate(pane.table.rows.columns) if column.key == "address")
    widest = max(
        pane.table.fontMetrics().horizontalAdvance(pane.table.rows.index(row, address).data())
        for row in range(pane.table.rows.rowCount())
    )
    assert pane.table.columnWidth(address) >= widest + 12
    assert pane.table.horizontalScrollBar().maximum() == 0


def test_a_high_window_does_not_spread_what_the_pane_says(shown):
    window = shown(["Nguyễn Văn Thành"])
    pane = chosen(window)
    places = []
    for height in (1080, 1400):
        window.window.resize(1920, height)
        QApplication.processEvents()
        places.append(pane.table.y())
    assert places[0] == places[1]


def test_a_line_of_the_frozen_list_leads_to_its_mailbox(shown, qtbot):
    window = shown(["Nguyễn Văn Thành"])
    pane = chosen(window)
    (frozen,) = window.page.facts.frozen
    pane.table.selectRow(0)
    with qtbot.waitSignal(window.page.go_to) as asked:
        QTest.keyClick(pane.table, Qt.Key.Key_Return)
    assert asked.args == ["mailboxes", frozen.mailbox_id]


def test_files_open_as_copies_and_are_saved_where_the_clerk_says(shown, tmp_path):
    window = shown(["Nguyễn Văn Thành"])
    pane = chosen(window)
    assert [link.text() for link in pane.files] == ["Công văn, bản 1", "Danh sách, bản 1", "Thư nháp, bản 1"]
    desktop = AnsweringDesktop(tmp_path / "bản sao")
    stand_on(desktop)
    QTest.mouseClick(pane.files[1], Qt.MouseButton.LeftButton)
    assert desktop.opened[-1].suffix == ".xlsx"
    window.page.save_copies()
    assert len(list((tmp_path / "bản sao").iterdir())) == 3
    window.page.open_folder()
    assert len(list(desktop.opened[-1].iterdir())) == 3


def test_a_draft_is_taken_back_after_a_question(shown):
    window = shown(["Nguyễn Văn Thành"], ["Trần Ánh"])
    chosen(window, 0)
    window.page.ask_take_back()
    assert "Hoàn tác đề nghị" in window.said
    offer = window.window.works.notices.offers[0]
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert [row.row_count for row in listing.every(window.desk)] == [1]
    assert window.page.table.rows.rowCount() == 1


def test_taking_back_is_refused_in_place_where_something_rests_on_it(shown):
    window = shown(["Nguyễn Văn Thành"])
    chosen(window)
    (frozen,) = window.page.facts.frozen
    record_state(window.desk, mailbox_id=frozen.mailbox_id, state="active", on=window.desk.today())
    window.page.ask_take_back()
    assert "Không hoàn tác được" in window.said
    assert len(listing.every(window.desk)) == 1


def test_a_request_made_here_is_chosen_on_the_page(shown, qtbot):
    window = shown(["Trần Ánh"])
    person = added(window.desk, "Nguyễn Văn Thành")
    QTest.keyClick(window.page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    wizard = window.dialog
    wizard.whom.model.tick([person], is_ticked=True)
    qtbot.waitUntil(lambda: wizard.step.is_ready, timeout=SOON)
    for step in (1, 2):
        QTest.mouseClick(wizard.main_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda step=step: wizard.stack.currentIndex() == step, timeout=SOON)
        qtbot.waitUntil(lambda: wizard.step.is_ready, timeout=SOON)
    QTest.mouseClick(wizard.main_button, Qt.MouseButton.LeftButton)
    assert window.dialog is None
    assert window.page.facts.frozen[0].address == "thanhnv.stttt@ninhbinh.gov.vn"
    assert "Lập đề nghị cấp mới 1 hộp thư" in window.said


def test_every_control_has_a_name_for_a_screen_reader(shown):
    window = shown(["Nguyễn Văn Thành"])
    chosen(window)
    assert unnamed_controls(window.page) == []


def test_the_page_asks_equally_little_of_one_request_and_of_twenty(shown, qtbot):
    window = shown(["Nguyễn Văn Thành"])
    qtbot.waitUntil(lambda: not window.window.works.background.is_busy)
    with counted_statements(window.desk) as of_one:
        window.page.reload(None)
    for number in range(19):
        person = added(
            window.desk,
            f"Trần {['An', 'Bình', 'Chi', 'Dung', 'Giang', 'Hạnh', 'Khoa', 'Lý', 'Mai', 'Nga'][number % 10]} Ánh",
        )
        draft_request(window.desk, plan_request(window.desk, on=window.desk.today(), people_ids=[person]))
    with counted_statements(window.desk) as of_twenty:
        window.page.reload(None)
    assert window.page.table.rows.rowCount() == 20
    assert len(of_one) == len(of_twenty) <= 5


def test_f1_finds_the_page_explained():
    assert (paths.resources() / "help" / f"{RequestsPage.help_topic}.md").is_file()


def test_a_sent_request_tells_its_steps_and_its_limit_with_the_counting(shown):
    window = shown(["Nguyễn Văn Thành"])
    today, own = window.desk.today(), "stttt@ninhbinh.gov.vn"
    (row,) = listing.every(window.desk)
    send_request(window.desk, request_id=row.id, on=today, from_address=own, way="email", number="125")
    window.page.reload(None)
    pane = chosen(window)
    told = pane.timeline.accessibleDescription().splitlines()
    assert told == [
        f"Thứ Hai, 23/11/2026: Đã gửi. từ {own}, thư điện tử – Ngô Thị Kim Uyên ghi",
        "Thứ Hai, 23/11/2026: Đã ký số 125. Ngô Thị Kim Uyên ghi",
        "Thứ Hai, 23/11/2026: Lập bản nháp.",
    ]
    assert pane.limit.words == "Thứ Sáu, 27/11/2026 · còn 4 ngày (Đ6.2)"
    assert any("24/11/2026" in step for step in pane.limit.why_button.why.steps)


def test_each_row_of_the_list_tells_what_became_of_it(shown):
    window = shown(["Nguyễn Văn Thành", "Trần Ánh"])
    (row,) = listing.every(window.desk)
    withdraw_rows(window.desk, request_id=row.id, positions=[2], on=window.desk.today(), reason="Đã chuyển đi")
    window.page.reload(None)
    rows = chosen(window).table.rows
    assert [rows.index(place, 2).data() for place in range(2)] == ["Chưa có trả lời", "Đã rút: Đã chuyển đi"]


def test_lesser_acts_wait_behind_one_button_and_stand_in_the_menu_of_the_row(shown):
    window = shown(["Nguyễn Văn Thành", "Trần Ánh"])
    pane = chosen(window)
    assert [button.shown.text() for button in pane.buttons] == ["Ghi đã ký…", "Mở thư mục", "Việc khác…"]
    window.page.life_acts.offer_more()
    (menu,) = [menu for menu in window.page.findChildren(QMenu) if menu.isVisible()]
    words = [offered.text() for offered in menu.actions()]
    assert words == [
        "Lưu bản sao…",
        "Lập lại giấy tờ…",
        "Rút bớt dòng…",
        "Hủy đề nghị…",
        "Hoàn tác đề nghị này",
    ]
    menu.close()
    offered = {one.text() for one in window.page.row_acts if one.isVisible()}
    assert offered == {"Ghi đã ký…", "Kiểm tra trước khi ký", "Mở thư mục", *words}


def test_f6_does_what_comes_next(shown):
    window = shown(["Nguyễn Văn Thành"])
    chosen(window)
    QTest.keyClick(window.page, Qt.Key.Key_F6)
    assert isinstance(window.dialog, SignRequestDialog)


@pytest.mark.parametrize("kind", ["change", "reset", "reopen", "close"])
def test_every_kind_is_begun_from_the_search_box(shown, kind):
    window = shown()
    assert f"ask_{kind}" in dict(window.window.specs["requests"].acts)
    window.page.start(f"ask_{kind}")
    assert isinstance(window.dialog, RequestWizard)
    assert window.dialog.drafting.kind == kind
