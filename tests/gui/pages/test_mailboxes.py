"""Hộp thư in the real window over a real register: rows, chips, the pane, and every act a clerk can do there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from govmail_desk import wording
from govmail_desk.domain.settings import Operator
from govmail_desk.gui.desktop import Desktop, stand_on
from govmail_desk.gui.dialogs.import_wizard import ImportWizard
from govmail_desk.gui.dialogs.mailbox import MailboxDialog
from govmail_desk.gui.dialogs.mailbox_edit import MailboxEditDialog
from govmail_desk.gui.dialogs.mailbox_state import MailboxStateDialog
from govmail_desk.gui.dialogs.notes import NotesDialog
from govmail_desk.gui.dialogs.request_wizard import RequestWizard
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.look.marks import StateLabel
from govmail_desk.gui.look.why_card import WhyCard
from govmail_desk.gui.panes.timeline import Timeline
from govmail_desk.gui.rules.rule_line import RuleLine
from govmail_desk.listings import mailboxes, requests
from govmail_desk.listings.mailboxes import MailboxFilter
from govmail_desk.operations.mailboxes import add_mailbox
from govmail_desk.operations.requests import draft_request, plan_request
from govmail_desk.regulations import shipped
from tests.desks import added, founded, own_unit_id
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.sample_register import peopled
from tests.gui.windows import OpenWindow
from tests.handovers import opened


@pytest.fixture
def shown(qtbot, tmp_path):
    """Open Hộp thư on a register of forty people, or on the one given."""
    windows = []

    def show(desk=None):
        windows.append(OpenWindow(qtbot, desk or peopled(tmp_path), tmp_path, "mailboxes"))
        return windows[-1]

    yield show
    for window in windows:
        window.close()


def cells(page, place=0):
    model = page.table.rows
    return {column.key: model.index(place, number).data() for number, column in enumerate(model.columns)}


def choose(page, state):
    """Choose the first mailbox shown that is in a state."""
    model = page.table.rows
    place = next(place for place in range(model.rowCount()) if model.row_at(place).state == state)
    page.table.selectRow(place)
    page.settle()
    return model.row_at(place)


def offered(page):
    return [button.accessibleName() for button in page.pane.buttons if not button.isHidden()]


# rows and chips


def test_a_row_says_whose_it_is_where_and_since_when(shown) -> None:
    page = shown().page
    own = cells(page)
    assert own["address"] == "stttt@ninhbinh.gov.vn"
    assert own["holder"] == "Trần Văn Quỳnh (theo dõi)"
    assert (own["kind"], own["state"], own["since"]) == ("Đơn vị", "Đang dùng", "23/11/2026")


def test_a_units_mailbox_nobody_looks_after_says_so(shown, tmp_path) -> None:
    page = shown(founded(tmp_path)).page
    assert cells(page)["holder"] == "Chưa giao ai"


def test_closed_mailboxes_are_hidden_until_they_are_asked_for(shown) -> None:
    page = shown().page
    model = page.table.rows
    assert "closed" not in {model.row_at(place).state for place in range(model.rowCount())}
    page.more_chips.chips["closed"].click()
    assert {model.row_at(place).state for place in range(model.rowCount())} == {"closed"}


def test_chips_count_what_there_is_and_narrow_together(shown) -> None:
    page = shown().page
    counts = mailboxes.opening(page.desk, MailboxFilter(), first_count=0).counts
    locked = sum(count for (_, state), count in counts.items() if state == "locked")
    assert page.more_chips.chips["locked"].accessibleName() == f"Bị khóa  {locked}"
    page.more_chips.chips["locked"].click()
    page.more_chips.chips["suspended"].click()
    page.chips.chips["personal"].click()
    states = {page.table.rows.row_at(place).state for place in range(page.table.rows.rowCount())}
    assert states == {"locked", "suspended"}
    page.chips.chips["unit"].click()
    page.chips.chips["personal"].click()
    assert page.table.rows.rowCount() == 0


def test_the_line_under_the_title_counts_all_and_what_was_found(qtbot, shown) -> None:
    page = shown().page
    counts = mailboxes.counts(page.desk)
    assert (
        page.subtitle
        == f"{sum(counts.values()) - counts['closed']} hộp thư, {counts['closed']} hộp thư đã đóng đang ẩn"
    )
    page.search.setText("stttt ninhbinh")
    qtbot.waitUntil(lambda: page.subtitle.startswith("Tìm thấy"))


def test_a_new_register_is_told_how_the_other_mailboxes_get_in(shown, tmp_path) -> None:
    window = shown(founded(tmp_path))
    window.window.resize(1366, 768)
    QApplication.processEvents()
    line = window.window.header.subtitle
    assert line.text() == line.whole
    assert line.whole == "1 hộp thư. Thả danh sách Excel vào đây để nhập thêm."


def test_states_sort_by_the_life_of_a_mailbox(shown) -> None:
    page = shown().page
    page.table._sort([column.key for column in page.table.rows.columns].index("state"))
    states = [page.table.rows.row_at(place).state for place in range(page.table.rows.rowCount())]
    assert states == sorted(states, key=list(wording.MAILBOX_STATES).index)


def test_an_empty_register_says_what_belongs_here_and_starts_it(shown, tmp_path) -> None:
    desk = founded(tmp_path)
    window = shown(desk)
    window.page.take_answer(mailboxes.Opening([], (), {}))
    acts = [button.accessibleName() for button in window.page.view.empty.buttons]
    assert acts == ["Nhập danh sách", "Thêm hộp thư đã có"]


# the pane


def test_the_pane_tells_facts_events_and_rules(shown) -> None:
    page = shown().page
    row = choose(page, "locked")
    assert page.pane.title.whole == row.address
    assert page.pane.state.word == f"Bị khóa từ {row.since[8:]}/{row.since[5:7]}/{row.since[:4]}"
    (timeline,) = page.pane.findChildren(Timeline)
    assert timeline.accessibleDescription().splitlines()[0].endswith("Bị khóa. Lê Thị Mỹ Hạnh ghi")
    rules = [line.words for line in page.pane.findChildren(RuleLine)]
    assert "Không dùng quá thời gian này thì bị khóa, tạm dừng: 06 tháng (Đ7.1)" in rules


def test_every_rule_of_the_pane_has_its_why_with_the_article(shown) -> None:
    page = shown().page
    choose(page, "active")
    lines = page.pane.findChildren(RuleLine)
    assert lines
    assert all(line.why_button.why.cite and line.why_button.why.sentence for line in lines)
    lines[0].why_button.click()
    (card,) = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, WhyCard)]
    assert "Điều" in card.accessibleDescription()
    card.close()


@pytest.mark.parametrize("regulation_id", shipped.ids())
def test_the_pane_tells_a_mailbox_under_every_regulation(regulation_id, shown, tmp_path) -> None:
    page = shown(peopled(tmp_path, 12, regulation_id)).page
    for place in range(page.table.rows.rowCount()):
        page.table.selectRow(place)
        page.settle()
        assert page.pane.title.whole == page.table.rows.row_at(place).address
        lines = page.pane.findChildren(RuleLine)
        assert all(line.words.endswith(")") and line.why_button.why.sentence for line in lines)


def test_a_suggestion_of_ours_is_called_so(shown, tmp_path) -> None:
    page = shown(founded(tmp_path, "khanhhoa-dagt-2021")).page
    page.table.selectRow(0)
    page.settle()
    suggested = [line for line in page.pane.findChildren(RuleLine) if line.why_button.why.cite is None]
    assert all("gợi ý của chương trình" in line.words for line in suggested)


def test_the_pane_of_the_units_mailbox_tells_head_and_custodian_with_days(shown) -> None:
    page = shown().page
    page.table.selectRow(0)
    page.settle()
    told = [label.text() for label in page.pane.findChildren(QLabel)]
    assert told[told.index("Thủ trưởng: Lê Thị Mỹ Hạnh") + 1] == "chưa ghi từ ngày nào"
    assert told[told.index("Người theo dõi: Trần Văn Quỳnh") + 1].startswith("từ 02/03/2026")


def test_a_units_mailbox_says_that_it_is_being_handed_over_in_its_row_and_pane(shown, tmp_path) -> None:
    desk = peopled(tmp_path)
    handover = opened(desk)
    window = shown(desk)
    window.page.table.selectRow(0)
    window.page.settle()
    assert cells(window.page)["handover"] == "Đang bàn giao"
    said = [label.accessibleName() for label in window.page.pane.findChildren(StateLabel)]
    assert any(words.startswith("Đang bàn giao 0/") and "chưa có bản ký" in words for words in said)
    links = {link.words: link for link in window.page.pane.findChildren(LinkButton)}
    links["Trần Văn Quỳnh → Phạm Đức Đạt"].click()
    assert window.page.table.chosen_ids == [handover.id]


def test_the_holder_and_the_unit_lead_to_the_page_of_people(shown) -> None:
    window = shown()
    row = choose(window.page, "active")
    if row.kind == "unit":
        window.page.table.selectRow(1)
        window.page.settle()
    holder = window.page.pane.findChildren(LinkButton)[0]
    name = holder.words
    holder.click()
    assert window.window.works.stack.key == "people"
    assert window.page.pane.title.whole == name


def test_the_pane_goes_with_the_mailbox_that_is_no_longer_shown(qtbot, shown) -> None:
    page = shown().page
    choose(page, "locked")
    assert page.pane.isVisible()
    page.more_chips.chips["active"].click()
    qtbot.waitUntil(lambda: not page.pane.isVisible())


def test_several_chosen_are_counted_and_only_what_goes_together_is_offered(shown) -> None:
    page = shown().page
    page.table.selectAll()
    page.settle()
    assert page.pane.title.whole == f"Đã chọn {page.table.rows.rowCount()} hộp thư"
    assert offered(page) == ["Mỗi đơn vị một đề nghị…", "Sửa ghi chú"]


def test_several_proposed_ones_go_into_one_request(shown) -> None:
    window = shown()
    page = window.page
    page.more_chips.chips["proposed"].click()
    page.table.selectAll()
    page.settle()
    assert offered(page) == ["Đề nghị cấp các hộp thư này", "Sửa ghi chú"]
    page.mailbox_acts.request_chosen()
    assert isinstance(window.dialog, RequestWizard)


@pytest.mark.parametrize(
    ("state", "acts"),
    [
        ("proposed", ["Đề nghị cấp hộp thư này", "Ghi trạng thái", "Biến động nhân sự…", "Sửa"]),
        ("requested", ["Ghi đã được cấp", "Ghi trạng thái", "Biến động nhân sự…", "Sửa"]),
        ("active", ["Đề nghị…", "Ghi trạng thái", "Sửa"]),
        ("locked", ["Ghi đã mở lại", "Đề nghị…", "Ghi trạng thái", "Biến động nhân sự…", "Sửa"]),
        ("suspended", ["Ghi đã mở lại", "Đề nghị…", "Ghi trạng thái", "Biến động nhân sự…", "Sửa"]),
    ],
)
def test_what_comes_next_follows_the_state(state, acts, shown) -> None:
    page = shown().page
    choose(page, state)
    assert offered(page) == acts


def test_a_mailbox_that_stands_in_a_draft_leads_to_it_and_is_not_asked_for_again(qtbot, shown, tmp_path) -> None:
    desk = founded(tmp_path)
    draft_request(desk, plan_request(desk, on=desk.today(), people_ids=[added(desk, "Nguyễn Văn Thành")]))
    (request,) = requests.every(desk)
    page = shown(desk).page
    choose(page, "proposed")
    assert offered(page) == ["Mở đề nghị đang làm", "Ghi trạng thái", "Biến động nhân sự…", "Sửa"]
    with qtbot.waitSignal(page.go_to) as asked:
        page.pane.buttons[0].click()
    assert asked.args == ["requests", request.id]


# papers


def test_a_paper_opens_as_a_copy(qtbot, shown, tmp_path) -> None:
    desk = founded(tmp_path)
    with desk.transaction("set_operator", "Ghi nơi nhận") as act:
        act.transaction.put(
            Operator(from_on=desk.today(), name="Sở Khoa học và Công nghệ", address="skhcn@ninhbinh.gov.vn")
        )
    draft_request(desk, plan_request(desk, on=desk.today(), people_ids=[added(desk, "Nguyễn Văn Thành")]))
    desktop = AnsweringDesktop(None)
    stand_on(desktop)
    page = shown(desk).page
    choose(page, "proposed")
    paper = next(link for link in page.pane.findChildren(LinkButton) if link.words.startswith("Danh sách"))
    paper.click()
    stand_on(Desktop())
    (opened,) = desktop.opened
    assert opened.suffix == ".xlsx"
    assert opened.read_bytes().startswith(b"PK")


# acts


def test_f2_opens_the_one_chosen_to_be_corrected(shown) -> None:
    window = shown()
    row = choose(window.page, "active")
    QTest.keyClick(window.page.table, Qt.Key.Key_F2)
    assert isinstance(window.dialog, MailboxEditDialog)
    assert window.dialog.mailbox.address == row.address


def test_f2_on_several_opens_their_notes(shown) -> None:
    window = shown()
    window.page.go_to_rows()
    window.page.table.selectAll()
    QTest.keyClick(window.page.table, Qt.Key.Key_F2)
    assert isinstance(window.dialog, NotesDialog)
    assert len(window.dialog.mailbox_ids) == window.page.table.rows.rowCount()


def test_the_usual_next_event_is_ready_in_the_dialog(shown) -> None:
    window = shown()
    choose(window.page, "requested")
    window.page.pane.buttons[0].click()
    assert isinstance(window.dialog, MailboxStateDialog)
    assert window.dialog.state.choice() == "active"


def test_what_was_recorded_is_seen_at_once_in_row_and_pane(qtbot, shown) -> None:
    window = shown()
    page = window.page
    row = choose(page, "requested")
    page.mailbox_acts.record_next()
    window.dialog.main_button.click()
    assert window.said.startswith(f"Ghi hộp thư {row.address}: Đang dùng")
    page.settle()
    assert page.table.chosen_ids == [row.id]
    assert page.pane.state.word == "Đang dùng từ 23/11/2026"


def test_the_main_act_begins_an_import(shown) -> None:
    window = shown()
    window.page.main_act.trigger()
    assert isinstance(window.dialog, ImportWizard)


def test_a_list_dropped_on_the_page_begins_its_import(shown, tmp_path) -> None:
    window = shown()
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "danh sách.xlsx"))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, dropped, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.page.dropEvent(event)
    assert isinstance(window.dialog, ImportWizard)


def test_a_proposed_mailbox_goes_into_a_request(shown) -> None:
    window = shown()
    choose(window.page, "proposed")
    window.page.mailbox_acts.request_chosen()
    assert isinstance(window.dialog, RequestWizard)


def test_a_mailbox_that_was_added_is_the_one_chosen(qtbot, shown) -> None:
    window = shown()
    page = window.page
    page.search.setText("khong co ai")
    qtbot.waitUntil(lambda: page.table.rows.rowCount() == 0)
    page.add_mailbox()
    dialog = window.dialog
    assert isinstance(dialog, MailboxDialog)
    dialog.kind.choose("unit")
    dialog.kind.picked.emit("unit")
    dialog.address.line.setText("vanphong.stttt@ninhbinh.gov.vn")
    dialog.main_button.click()
    assert page.search.text() == ""
    assert page.pane.title.whole == "vanphong.stttt@ninhbinh.gov.vn"


def test_a_closed_mailbox_asked_for_from_elsewhere_is_brought_into_view(shown, tmp_path) -> None:
    desk = peopled(tmp_path)
    (closed,) = add_mailbox(
        desk, address="cu@ninhbinh.gov.vn", kind="unit", unit_id=own_unit_id(desk), state="closed", since=desk.today()
    ).ids["mailbox"]
    window = shown(desk)
    window.window.works.go_to("mailboxes", closed)
    assert window.page.table.chosen_ids == [closed]
    assert window.page.pane.title.whole == "cu@ninhbinh.gov.vn"


def test_the_acts_the_search_box_knows_are_acts_of_the_page(shown) -> None:
    window = shown()
    offered = {act.objectName(): act.text() for act in (*window.page.acts, window.page.main_act)}
    assert dict(window.window.specs["mailboxes"].acts).items() <= offered.items()
    window.page.start("propose")
    assert isinstance(window.dialog, MailboxDialog)
    assert window.dialog.is_proposed
