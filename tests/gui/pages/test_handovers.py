"""The page Bàn giao in the real window."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from govmail_desk.domain.handover import Circumstances, Handover
from govmail_desk.domain.signed_copy import SIGNED
from govmail_desk.gui.desktop import Desktop, stand_on
from govmail_desk.gui.dialogs.open_handover import OpenHandoverDialog
from govmail_desk.gui.dialogs.settle_item import SettleItemDialog
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.look.theme import theme_in_use
from govmail_desk.gui.tables.handover_columns import UNSIGNED
from govmail_desk.listings import handovers
from govmail_desk.operations.handover_items import settle_item
from govmail_desk.operations.handover_minutes import make_minutes
from govmail_desk.operations.handovers import close_handover
from tests.desks import founded
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.named_controls import unnamed_controls
from tests.gui.windows import OpenWindow
from tests.handovers import clerk, items, opened, settled_but
from tests.request_lives import one
from tests.signed_pdfs import scanned_pdf


@pytest.fixture
def shown(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("GOVMAIL_DESK_HOME", str(tmp_path / "home"))
    made = []

    def show(regulation_id="ninhbinh-2020", *, prepare=str):
        """Open the page on a register that was prepared."""
        desk = founded(tmp_path, regulation_id)
        prepare(desk)
        made.append(OpenWindow(qtbot, desk, tmp_path, "handovers"))
        return made[-1]

    yield show
    for each in made:
        each.close()
    stand_on(Desktop())


@pytest.fixture
def window(shown):
    def prepare(desk):
        clerk(desk, "Lê Thị Thanh Huyền")
        opened(desk, on=date(2026, 11, 20), around=Circumstances(document="QĐ 45/QĐ-STTTT", witness="Nguyễn Văn Hùng"))

    window = shown(prepare=prepare)
    window.page.table.selectRow(0)
    window.page.settle()
    return window


def cells(page, row=0):
    return [page.table.rows.index(row, column).data() for column in range(6)]


def press(window, name):
    """Press the button of the pane that a screen reader calls so."""
    buttons = window.page.shown.findChildren(LinkButton)
    button = next(each for each in buttons if each.accessibleName() == name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    window.page.settle()


def said(window):
    return "\n".join(label.text() for label in window.page.shown.findChildren(QLabel))


def line(window, key):
    return next(one for one in window.page.handover_acts._facts.lines if one.key == key)


def test_an_empty_page_says_what_belongs_there_and_starts_it(shown):
    window = shown()
    (button,) = window.page.view.empty.buttons
    assert button.text().strip() == "Mở bàn giao"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert isinstance(window.dialog, OpenHandoverDialog)


def test_a_row_says_who_to_whom_how_far_it_is_and_that_no_signed_copy_is_there(window):
    count = len(window.page.handover_acts._facts.lines)
    assert cells(window.page) == [
        "Lê Thị Thanh Huyền → Phạm Đức Đạt",
        f"Đang bàn giao 0/{count}",
        UNSIGNED,
        "20/11/2026",
        "chưa lập",
        "Sở Thông tin và Truyền thông",
    ]
    assert window.page.subtitle == "1 đang bàn giao"
    signed = next(number for number, column in enumerate(window.page.table.rows.columns) if column.key == "signed")
    ink = window.page.table.rows.index(0, signed).data(Qt.ItemDataRole.ForegroundRole)
    assert ink == theme_in_use().colour("bad")
    assert window.page.table.rows.index(0, 0).data(Qt.ItemDataRole.ForegroundRole) is None


def test_the_open_ones_stand_first_and_chips_filter_them(shown):
    def prepare(desk):
        clerk(desk, "Lê Thị Thanh Huyền")
        done = opened(desk, "Bùi Thị Ước", on=date(2026, 11, 23))
        settled_but(desk, done)
        close_handover(desk, handover_id=done.id)
        opened(desk, "Võ Văn Yên", on=date(2026, 11, 24))

    page = shown(prepare=prepare).page
    assert [cells(page, row)[0] for row in range(2)] == ["Bùi Thị Ước → Võ Văn Yên", "Lê Thị Thanh Huyền → Bùi Thị Ước"]
    page.more_chips.chips["closed"].click()
    assert [cells(page)[0], page.table.rows.rowCount()] == ["Lê Thị Thanh Huyền → Bùi Thị Ước", 1]


def test_the_pane_names_the_parties_what_stands_around_it_and_the_article(window):
    words = said(window)
    assert "QĐ 45/QĐ-STTTT" in words
    assert "Nguyễn Văn Hùng" in words
    assert "Thứ Sáu, 20/11/2026" in words
    assert "(Đ8.3)" in words
    assert unnamed_controls(window.window) == []


def test_required_lines_are_told_in_words_with_their_article_and_ours_as_ours(window):
    words = said(window)
    assert "Giao mật khẩu (bắt buộc, Đ8.3)" in words
    assert "Giao danh bạ, chữ ký thư và quy tắc lọc thư (gợi ý của chương trình)" in words


def test_a_silent_regulation_offers_the_same_list_as_ours(shown):
    window = shown("khanhhoa-dagt-2021", prepare=lambda desk: opened(desk, on=date(2026, 11, 20)))
    window.page.table.selectRow(0)
    window.page.settle()
    assert "Quy chế không nêu bàn giao" in said(window)
    assert "Giao mật khẩu (bắt buộc, gợi ý của chương trình)" in said(window)


def test_one_click_ticks_a_line_that_asks_nothing_and_it_is_opened_again(window):
    press(window, "Đã làm: Giao hộp thư")
    handover = one(window.desk, Handover)
    line_now = items(window.desk, handover)["mailbox"]
    assert (line_now.state, line_now.on_date, line_now.by) == ("done", window.desk.today(), window.desk.person)
    assert "Đã làm 23/11/2026, Ngô Thị Kim Uyên" in said(window)
    assert "1/" in cells(window.page)[1]
    press(window, "Đưa về chưa làm: Giao hộp thư")
    assert items(window.desk, handover)["mailbox"].state == "open"


def test_a_line_that_asks_more_opens_its_dialog(window):
    press(window, "Đã làm: Giao mật khẩu")
    assert isinstance(window.dialog, SettleItemDialog)


def test_after_a_tick_the_pane_stays_where_it_was_scrolled_to_and_the_focus_on_its_line(window, qtbot):
    pane = window.page.shown
    bar = pane._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 300)
    bar.setValue(300)
    pane.items.buttons["contacts"][0].setFocus()
    window.page.handover_acts.finish_item(line(window, "contacts"))
    window.page.settle()
    qtbot.waitUntil(lambda: bar.value() == 300)
    assert pane.items.buttons["contacts"][0].words == "Ghi thêm…"
    assert pane.items.buttons["contacts"][0].hasFocus()


def test_closing_says_how_many_required_lines_are_open_and_leads_to_the_first(window, qtbot):
    bar = window.page.shown._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 300)
    bar.setValue(bar.maximum())
    press(window, "Đã làm: Giao hộp thư")
    count = len(window.page.handover_acts._facts.open_required)
    window.page.handover_acts.end()
    assert window.said == f"Chưa xong {count} mục bắt buộc, đầu tiên là “Giao mật khẩu”. (Đ8.3)"
    window.window.works.notices.offers[0].click()
    items_shown = window.page.shown.items
    assert items_shown.buttons["password-handed"][0].hasFocus()
    view, row = window.page.shown._scroll.viewport(), items_shown.rows["password-handed"]
    assert view.rect().contains(row.mapTo(view, row.rect().center()))


def test_it_is_closed_once_its_required_lines_are_settled(window):
    handover = one(window.desk, Handover)
    window.page.handover_acts.end()
    assert one(window.desk, Handover).state == "open"
    settled_but(window.desk, handover)
    window.page.reload(None)
    window.page.settle()
    window.page.handover_acts.end()
    assert one(window.desk, Handover).state == "closed"
    assert cells(window.page)[1] == "Đã xong"


def test_in_a_wide_window_the_acts_stand_beside_their_line_and_in_a_narrow_one_below(window, qtbot):
    def is_beside():
        lines = window.page.shown.items
        row, button = lines.rows["password-handed"], lines.buttons["password-handed"][0]
        return button.mapTo(lines, button.rect().center()).y() < row.mapTo(lines, row.rect().bottomLeft()).y()

    window.window.resize(1366, 768)
    qtbot.waitUntil(is_beside)
    window.window.resize(700, 768)
    window.page.beside.open_pane()
    qtbot.waitUntil(lambda: not is_beside())


def test_once_there_are_minutes_they_stand_above_the_checklist(window, qtbot):
    assert said(window).index("Giao mật khẩu (") < said(window).index("Chưa lập biên bản.")
    make_minutes(window.desk, handover_id=one(window.desk, Handover).id)
    window.page.reload(None)
    window.page.settle()
    pane = window.page.shown
    qtbot.waitUntil(lambda: 0 < pane.minutes.y() < pane.copies.y() < pane.items.y())


def test_a_giver_who_died_is_told_in_red_until_someone_signs_in_their_place(shown):
    def prepare(desk):
        clerk(desk, "Lê Thị Thanh Huyền")
        around = Circumstances(giver_absence="dead", in_place_of="Hội đồng bàn giao")
        opened(desk, on=date(2026, 11, 20), around=around)

    window = shown(prepare=prepare)
    window.page.table.selectRow(0)
    window.page.settle()
    assert "Đã mất" in said(window)
    assert "Hội đồng bàn giao" in said(window)


def test_minutes_are_listed_with_their_mark_opened_as_copies_and_a_later_edition_stands_first(window, tmp_path):
    desktop = AnsweringDesktop(tmp_path)
    stand_on(desktop)
    handover = one(window.desk, Handover)
    make_minutes(window.desk, handover_id=handover.id)
    settle_item(window.desk, handover_id=handover.id, item="mailbox", state="done")
    make_minutes(window.desk, handover_id=handover.id)
    window.page.reload(None)
    window.page.settle()
    facts = handovers.pane(window.desk, handover.id)
    words = said(window)
    assert [kept.edition for kept in facts.minutes] == [2, 1]
    assert words.index(facts.minutes[0].mark) < words.index(facts.minutes[1].mark)
    press(window, "Mở: biên bản bản thứ 1")
    assert desktop.opened[-1].name == facts.minutes[1].name


def test_a_signed_scan_is_chosen_told_and_kept(window, tmp_path):
    handover = one(window.desk, Handover)
    make_minutes(window.desk, handover_id=handover.id)
    window.page.reload(None)
    window.page.settle()
    (kept,) = handovers.pane(window.desk, handover.id).minutes
    path = tmp_path / "ban-ky.pdf"
    path.write_bytes(scanned_pdf(f"Dau bien ban: {kept.mark}"))
    stand_on(AnsweringDesktop(path))
    window.page.handover_acts.attach_copy()
    window.dialog.main_button.click()
    window.page.settle()
    assert window.page.shown.copies.state.word == SIGNED
    assert cells(window.page)[2] == SIGNED


def test_what_is_no_signed_copy_is_refused_in_place(window, tmp_path):
    path = tmp_path / "ban-ky.pdf"
    path.write_bytes(b"khong phai pdf")
    stand_on(AnsweringDesktop(path))
    window.page.handover_acts.attach_copy()
    assert window.dialog is None
    assert "không phải PDF" in window.said


def test_a_handover_is_shown_by_its_number_also_where_the_search_hid_it(window):
    handover = one(window.desk, Handover)
    window.page.search.setText("không có ai")
    window.page.lookup.ask_now()
    window.page.show_item(handover.id)
    assert window.page.table.chosen_ids == [handover.id]
