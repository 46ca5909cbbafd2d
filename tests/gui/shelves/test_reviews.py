"""The shelf Rà soát in the real window: reviews, one of them with its departments, and every act on it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu

from govmail_desk.domain.review import Review, ReviewPaper, ReviewReminder, ReviewSheet
from govmail_desk.gui.desktop import Desktop, stand_on
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.rules.rule_line import RuleLine
from govmail_desk.operations.requests import draft_request, plan_about
from govmail_desk.operations.review_answers import decide_rows
from govmail_desk.operations.review_sheets import make_sheets, mark_sent
from tests.desks import asks_the_operator_of_today, founded
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.named_controls import unnamed_controls
from tests.gui.windows import OpenWindow
from tests.request_lives import every, go_on_to, one
from tests.review_answers import filled
from tests.reviews import TODAY, opened_review, peopled, rows_of, sheets_of

TAM, YEN, DAT = "lvtam@soctrang.gov.vn", "btyen@soctrang.gov.vn", "pddat@soctrang.gov.vn"
SOON = 10_000


class Shelf:
    """The shelf with what it shows."""

    def __init__(self, qtbot, opened) -> None:
        self.qtbot = qtbot
        self.opened = opened
        self.desk = opened.desk
        self.page = opened.page.stack.page
        self.acts = self.page.review_acts

    @property
    def dialog(self):
        return self.opened.dialog

    @property
    def told(self) -> str:
        parts = (*self.page.shown.findChildren(QLabel), *self.page.shown.findChildren(LinkButton))
        return "\n".join(part.text() for part in parts)

    def choose_first(self) -> None:
        self.page.table.selectRow(0)
        self.page.settle()

    def press_main(self) -> None:
        self.qtbot.mouseClick(self.dialog.main_button, Qt.MouseButton.LeftButton)

    def long_act(self) -> None:
        """Press the main act and wait for the worker."""
        self.press_main()
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.opened.window.works.runner.is_running, timeout=SOON)


@pytest.fixture
def shown(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("GOVMAIL_DESK_HOME", str(tmp_path / "home"))
    made = []

    def show(*, prepare=str):
        desk = founded(tmp_path, "soctrang-59-2024")
        asks_the_operator_of_today(desk)
        peopled(desk)
        prepare(desk)
        made.append(OpenWindow(qtbot, desk, tmp_path, "reports"))
        made[-1].window.works.go_to("reports/reviews")
        shelf = Shelf(qtbot, made[-1])
        shelf.choose_first()
        return shelf

    yield show
    for each in made:
        each.close()
    stand_on(Desktop())


@pytest.fixture
def shelf(shown, tmp_path):
    def prepare(desk):
        review = opened_review(desk, document="Kế hoạch số 15/KH-STTTT")
        make_sheets(desk, review_id=review.id, folder=tmp_path / "phiếu")
        mark_sent(desk, review_id=review.id, sheet_ids=[one.id for one in sheets_of(desk, review).values()], on=TODAY)

    return shown(prepare=prepare)


def answer(folder: Path, which: str, answers: dict[str, str]) -> Path:
    (sheet,) = (folder / "phiếu").glob(f"phieu-*{which}.xlsx")
    return filled(sheet, answers, name=f"tra-loi-{which}.xlsx")


def test_an_empty_shelf_says_what_belongs_there_and_starts_it(shown):
    shelf = shown()
    (button,) = shelf.page.view.empty.buttons
    assert button.text().strip() == "Mở đợt rà soát"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    shelf.qtbot.waitUntil(lambda: shelf.dialog.plan is not None, timeout=SOON)
    assert "3 phiếu, 6 dòng" in shelf.dialog.summary.text()
    rule, ours = shelf.dialog.rules.findChildren(RuleLine)
    assert "Đ11.2" in rule.words
    assert ours.words == "Hạn trả lời 03/12/2026 là gợi ý của chương trình, đếm theo ngày làm việc"
    assert not unnamed_controls(shelf.dialog)
    shelf.press_main()
    assert one(shelf.desk, Review).answer_by_on == date(2026, 12, 3)
    assert "Rà soát hộp thư điện tử công vụ đợt 23/11/2026" in shelf.page.shown.title.whole
    assert shelf.acts.main is shelf.acts.make


def test_only_the_units_ticked_are_asked(shown):
    shelf = shown()
    shelf.page.open_review()
    dialog = shelf.dialog
    dialog.scope.choose("chosen")
    dialog._follow_scope()
    places = {dialog.units.item(place).text(): dialog.units.item(place) for place in range(dialog.units.count())}
    places["Phòng Kế hoạch - Tài chính"].setCheckState(Qt.CheckState.Checked)
    shelf.qtbot.waitUntil(lambda: dialog.plan is not None and len(dialog.plan.sheets) == 1, timeout=SOON)
    dialog.as_of.show_day(None)
    assert dialog.plan is None
    assert not dialog.main_button.isEnabled()
    dialog.reject()


def test_the_pane_tells_departments_what_is_amiss_and_days(shelf):
    assert "Người chưa có hộp thư: 2" in shelf.told
    assert "03/12/2026, còn 10 ngày" in shelf.told
    assert shelf.page.shown.sheets.rows.index(1, 0).data() == "Phòng Chuyển đổi số"
    assert shelf.page.shown.sheets.rows.index(1, 1).data() == "Chưa trả lời"
    assert shelf.acts.main is shelf.acts.take
    assert not unnamed_controls(shelf.page)


def test_sheets_are_made_into_a_folder_and_marked_as_sent(shown, tmp_path):
    shelf = shown(prepare=opened_review)
    stand_on(AnsweringDesktop(tmp_path / "mới"))
    shelf.acts.make_sheets()
    shelf.long_act()
    assert len(list((tmp_path / "mới").glob("*.eml"))) == 3
    shelf.dialog.accept()
    shelf.page.settle()
    assert shelf.acts.main is shelf.acts.sent
    shelf.acts.mark_sent()
    shelf.press_main()
    assert {sheet.sent_on for sheet in every(shelf.desk, ReviewSheet)} == {TODAY}


def test_answers_dropped_on_the_shelf_are_read_seen_and_taken_in(shelf, tmp_path):
    files = [
        answer(tmp_path, "chuyen-doi-so", {TAM: "Hủy", YEN: "hỏi lại"}),
        answer(tmp_path, "tai-chinh", {DAT: "Giữ"}),
    ]
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    event = QDropEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, dropped, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    shelf.page.dropEvent(event)
    dialog = shelf.dialog
    shelf.qtbot.waitUntil(lambda: len(dialog.files) == 2, timeout=SOON)
    assert [one_file.plan.department for one_file in dialog.files] == [
        "Phòng Chuyển đổi số",
        "Phòng Kế hoạch - Tài chính",
    ]
    dialog.file_table.choose(1)
    dialog.row_table.choose(2)
    dialog.decision.choose("unknown")
    dialog._decide("unknown")
    dialog.by.setText("Lý Văn Tâm")
    assert not unnamed_controls(dialog)
    shelf.press_main()
    review = one(shelf.desk, Review)
    assert {what: row.decision for what, row in rows_of(shelf.desk, review).items() if row.decision} == {
        TAM: "close",
        YEN: "unknown",
        DAT: "keep",
    }
    assert len(every(shelf.desk, ReviewPaper, role="answer")) == 2


def test_a_file_that_is_no_answer_is_told_and_stops_no_other(shelf, tmp_path):
    (tmp_path / "la.xlsx").write_bytes(b"khong phai")
    shelf.acts.take_files([tmp_path / "la.xlsx", answer(tmp_path, "tai-chinh", {DAT: "Giữ"})])
    dialog = shelf.dialog
    shelf.qtbot.waitUntil(lambda: len(dialog.files) == 2, timeout=SOON)
    assert dialog.files[0].plan is None
    assert dialog.files[0].refusal
    shelf.press_main()
    assert rows_of(shelf.desk, one(shelf.desk, Review))[DAT].decision == "keep"


def test_rows_are_decided_by_hand_one_after_the_other(shelf):
    sheet_id = shelf.page.shown.sheets.rows.id_at(1)
    shelf.acts.show_rows(sheet_id)
    dialog = shelf.dialog
    dialog.decision.choose("close")
    dialog.note.setText("Nghỉ hưu")
    shelf.press_main()
    assert dialog.table.rows.index(0, 5).data() == "Hủy"
    dialog.decision.choose("keep")
    shelf.press_main()
    assert one(shelf.desk, ReviewSheet, id=sheet_id).answered_on == TODAY
    assert not unnamed_controls(dialog)
    dialog.accept()


def test_late_departments_are_reminded_at_once(shelf, tmp_path):
    go_on_to(shelf.desk, date(2026, 12, 4))
    stand_on(AnsweringDesktop(tmp_path / "nhắc"))
    shelf.acts.remind_departments()
    assert "nhắc lần thứ 1" in shelf.dialog.told.text()
    shelf.long_act()
    assert len(every(shelf.desk, ReviewReminder)) == 3
    assert not shelf.dialog.main_button.isEnabled()
    shelf.dialog.accept()
    shelf.acts.remind_departments()
    assert "đã nhắc lần thứ 1" in shelf.opened.said


def test_decisions_begin_a_request_with_its_selection_filled_in_and_are_linked_to_it_at_once(shelf):
    review = one(shelf.desk, Review)
    decide_rows(shelf.desk, row_ids=[rows_of(shelf.desk, review)[DAT].id], decision="close", note="Nghỉ hưu")
    shelf.page.reload(None)
    shelf.choose_first()
    shelf.acts.offer_requests()
    (menu,) = [each for each in shelf.page.findChildren(QMenu) if each.isVisible()]
    assert [action.text() for action in menu.actions()] == ["Đề nghị hủy 1 hộp thư…"]
    menu.actions()[0].trigger()
    menu.hide()
    wizard = shelf.dialog
    shelf.qtbot.waitUntil(lambda: wizard.whom.is_loaded and not wizard.drafting.is_pending, timeout=SOON)
    assert [row.address for row in wizard.drafting.plan.rows] == [DAT]
    (request_id,) = draft_request(shelf.desk, wizard.drafting.plan).ids["request"]
    wizard.accept()
    assert rows_of(shelf.desk, review)[DAT].request_id == request_id


def test_several_units_are_offered_one_request_for_all_or_one_each_and_people_new_mailboxes(shelf):
    review = one(shelf.desk, Review)
    rows = rows_of(shelf.desk, review)
    for what, decision in ((DAT, "close"), (TAM, "close"), ("Trần Quốc Việt", "create")):
        decide_rows(shelf.desk, row_ids=[rows[what].id], decision=decision)
    shelf.page.reload(None)
    shelf.choose_first()
    shelf.acts.offer_requests()
    (menu,) = [each for each in shelf.page.findChildren(QMenu) if each.isVisible()]
    assert [action.text() for action in menu.actions()] == [
        "Đề nghị hủy 2 hộp thư…",
        "Đề nghị hủy 2 hộp thư, mỗi đơn vị một đề nghị…",
        "Đề nghị cấp mới cho 1 người…",
    ]
    menu.actions()[2].trigger()
    menu.hide()
    wizard = shelf.dialog
    shelf.qtbot.waitUntil(lambda: wizard.whom.is_loaded and not wizard.drafting.is_pending, timeout=SOON)
    assert [row.name for row in wizard.drafting.plan.rows] == ["Trần Quốc Việt"]
    wizard.accept()


def test_a_request_drafted_elsewhere_is_noted_before_more_is_asked_for(shelf):
    review = one(shelf.desk, Review)
    row = rows_of(shelf.desk, review)[DAT]
    decide_rows(shelf.desk, row_ids=[row.id], decision="close")
    plan = plan_about(shelf.desk, kind="close", mailbox_ids=[row.mailbox_id], on=TODAY)
    (request_id,) = draft_request(shelf.desk, plan).ids["request"]
    shelf.page.reload(None)
    shelf.choose_first()
    shelf.acts.offer_requests()
    assert rows_of(shelf.desk, review)[DAT].request_id == request_id
    assert not [each for each in shelf.page.findChildren(QMenu) if each.isVisible()]


def test_ending_it_names_who_has_not_answered_and_keeps_its_file(shelf):
    shelf.acts.end()
    dialog = shelf.dialog
    said = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Chưa trả lời đủ (3 bộ phận)" in said
    shelf.press_main()
    assert dialog.form.rows["reason"].error
    dialog.reason.setPlainText("Đã sáp nhập")
    shelf.long_act()
    assert one(shelf.desk, Review).state == "closed"
    shelf.choose_first()
    assert "hồ sơ rà soát: 1" in shelf.told.lower()
    shelf.acts.make_evidence()
    shelf.settle()
    assert len(every(shelf.desk, ReviewPaper, role="evidence")) == 2


def test_a_kept_paper_is_opened_from_the_pane(shelf):
    standing = AnsweringDesktop(None)
    stand_on(standing)
    shelf.acts.open_paper(every(shelf.desk, ReviewPaper)[0])
    assert standing.opened[0].suffix == ".xlsx"


def test_giving_it_up_needs_a_reason(shelf):
    shelf.acts.cancel()
    shelf.press_main()
    assert shelf.dialog.form.rows["reason"].error
    shelf.dialog.reason.setPlainText("Sở hoãn")
    shelf.press_main()
    assert one(shelf.desk, Review).state == "cancelled"
    shelf.choose_first()
    assert shelf.acts.main is None


def test_the_search_finds_without_diacritics_and_an_item_asked_for_is_shown(shelf):
    shelf.page.search.setText("khong co dot nay")
    shelf.page.lookup.ask_now()
    shelf.qtbot.waitUntil(lambda: shelf.page.table.rows.rowCount() == 0, timeout=SOON)
    shelf.page.show_item(one(shelf.desk, Review).id)
    shelf.qtbot.waitUntil(lambda: shelf.page.table.rows.rowCount() == 1, timeout=SOON)
    assert shelf.page.subtitle == "1 đang rà soát"
