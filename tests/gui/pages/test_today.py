"""Hôm nay in the real window: its counters, its lines by keyboard, what each button opens, the three first steps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from govmail_desk import paths
from govmail_desk.domain.custody import Custody
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.person import Person
from govmail_desk.domain.reminder import Due
from govmail_desk.domain.settings import Letterhead, Operator
from govmail_desk.gui.dialogs.apply_answer import ApplyAnswerDialog
from govmail_desk.gui.dialogs.chase_request import ChaseRequestDialog
from govmail_desk.gui.dialogs.contact import ContactDialog
from govmail_desk.gui.dialogs.import_wizard import ImportWizard
from govmail_desk.gui.dialogs.open_handover import OpenHandoverDialog
from govmail_desk.gui.dialogs.operator import OperatorDialog
from govmail_desk.gui.dialogs.request_wizard import RequestWizard
from govmail_desk.gui.look.why_card import WhyButton, WhyCard
from govmail_desk.gui.pages import today as page_module
from govmail_desk.listings import entitled, mailboxes
from govmail_desk.operations.mailbox_acts import record_act
from govmail_desk.operations.mailboxes import add_mailbox
from govmail_desk.operations.request_answers import answer_request, apply_answer
from govmail_desk.operations.request_sending import send_request
from govmail_desk.operations.requests import draft_request, plan_about, plan_request
from govmail_desk.operations.settings import set_letterhead, set_operator
from tests.desks import added, founded, leave, own_unit_id
from tests.gui.windows import OpenWindow
from tests.handovers import clerk
from tests.report_lives import draft


@pytest.fixture
def shown(qtbot, tmp_path):
    """Open Hôm nay on a register that `prepare` filled."""
    opened = []

    def show(prepare=None, regulation_id="ninhbinh-2020"):
        desk = founded(tmp_path, regulation_id)
        if prepare is not None:
            prepare(desk)
        opened.append(OpenWindow(qtbot, desk, tmp_path, "today"))
        return opened[-1]

    yield show
    for window in opened:
        window.close()


def with_people(desk):
    for name in ("Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc"):
        added(desk, name)


def with_due(days):
    def prepare(desk):
        with_people(desk)
        on = desk.today() + timedelta(days=days)
        with desk.transaction("start_due", "Bắt đầu một hạn") as act:
            (mailbox,) = act.transaction.find(Mailbox)
            due = Due(
                rule="password.rotation.user",
                subject_kind="mailbox",
                subject_id=mailbox.id,
                started_on=on.replace(day=1) - timedelta(days=180),
                due_on=on,
                act_by=on,
            )
            act.transaction.put(due)

    return prepare


def line(window, act):
    return next(line for line in window.page.lines.lines if line.row.act == act)


def test_the_header_says_the_day_with_its_weekday(shown):
    window = shown()
    assert window.page.subtitle == page_module.wording.day_words(window.desk.today())


def test_a_new_clerk_is_told_the_first_three_steps_and_begins_with_the_list(shown):
    window = shown()
    assert window.page.first_steps.isVisible()
    window.page.first_steps.button.click()
    assert isinstance(window.dialog, ImportWizard)


def test_the_words_of_the_three_steps_stand_under_each_other(shown):
    steps = shown().page.first_steps
    QApplication.processEvents()
    words = [label for label in steps.findChildren(QLabel) if label.property("tone") == "label"]
    assert len(words) == 3
    assert len({label.x() for label in words}) == 1


def test_in_a_low_and_narrow_window_neither_the_steps_nor_the_counters_are_crushed(shown, qtbot):
    window = shown()
    window.window.resize(QSize(683, 384))
    for part in (window.page.first_steps, window.page.chips):
        qtbot.waitUntil(lambda part=part: part.height() >= part.heightForWidth(part.width()))


def test_in_a_narrow_window_the_day_of_a_line_is_whole_and_stays_so_when_the_page_is_read_again(shown, qtbot):
    window = shown(with_due(-400))
    window.window.resize(QSize(683, 384))
    for again in (lambda: None, lambda: window.page.reload(None)):
        again()
        qtbot.waitUntil(lambda: is_whole(line(window, "record_password_change")._days_below))


def is_whole(label):
    inside = label.parentWidget().rect().contains(label.geometry())
    return label.isVisible() and inside and label.height() >= label.heightForWidth(label.width()) > 0


def test_the_three_steps_go_once_people_are_there(shown):
    assert not shown(with_people).page.first_steps.isVisible()


def test_a_line_that_is_overdue_says_since_when_its_article_and_opens_its_mailbox(shown, qtbot):
    window = shown(with_due(-400))
    overdue = line(window, "record_password_change")
    assert "quá" in overdue.day_words
    assert overdue.row.cite == "Đ11.2"
    menu = window.page.due_acts.offer(overdue.row, overdue.mapToGlobal(overdue.rect().center()))
    with qtbot.waitSignal(window.page.go_to) as asked:
        next(action for action in menu.actions() if action.text() == "Mở hộp thư").trigger()
    assert asked.args == ["mailboxes", overdue.row.subject_id]


def test_the_card_behind_why_says_rule_article_and_who_set_it(shown):
    window = shown(with_due(-400))
    why = window.page._why(line(window, "record_password_change").row)
    assert (why.cite, why.set_by) == ("Đ11.2", "Ninh Bình 2020 (chưa có số)")
    card = WhyCard(why, window.window)
    assert "Điều 11 khoản 2" in card.accessibleDescription()
    assert line(window, "record_password_change").findChild(WhyButton).isEnabled()


def test_the_card_behind_a_day_that_a_letter_set_names_the_letter(shown):
    letter = {"asked_by": "Công văn số 77/VP", "asked_on": date(2026, 11, 20)}
    window = shown(lambda desk: draft(desk, "2026", due_on=desk.today(), **letter))
    why = window.page._why(next(one.row for one in window.page.lines.lines if one.row.rule == "report.unit"))
    assert why.cite.endswith("; Công văn số 77/VP ngày 20/11/2026")
    assert "do Công văn số 77/VP ngày 20/11/2026 đặt" in why.sentence
    assert why.set_by == "Ninh Bình 2020 (chưa có số)"


def test_counters_filter_the_lines(shown):
    window = shown(with_due(0))
    assert window.page.chips.chips["overdue"].text().endswith("0")
    window.page.chips.chips["waiting"].click()
    assert {line.row.section for line in window.page.lines.lines} == {"waiting"}
    window.page.chips.chips["waiting"].click()
    window.page.chips.chips["overdue"].click()
    assert window.page.lines.lines == []
    assert "Không có việc nào ở mục đã chọn" in window.page.empty.accessibleName()


def test_the_arrow_keys_go_from_line_to_line(shown):
    window = shown(with_people)
    window.window.activateWindow()
    lines = window.page.lines.lines
    lines[0].button.setFocus()
    QTest.keyClick(lines[0].button, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is lines[1].button
    QTest.keyClick(lines[1].button, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is lines[0].button


def test_what_a_dialog_changed_leaves_the_focus_on_its_line(shown):
    window = shown(with_people)
    window.window.activateWindow()
    window.page.lines.lines[1].button.setFocus()
    dialog = QDialog(window.window)
    dialog.show()
    dialog.activateWindow()
    window.page.reload(None)
    dialog.close()
    window.window.activateWindow()
    assert window.window.focusWidget() is window.page.lines.lines[1].button


def test_a_charge_nobody_took_over_leads_to_its_handover(shown):
    def clerk_has_left(desk):
        leave(desk, clerk(desk, "Bùi Thị Yến"), on=desk.today() - timedelta(days=1))

    window = shown(clerk_has_left)
    line(window, "hand_over").button.click()
    assert isinstance(window.dialog, OpenHandoverDialog)
    assert window.dialog._unit.unit_id == own_unit_id(window.desk)


def test_people_without_a_mailbox_lead_to_a_request_for_them(shown):
    window = shown(with_people)
    line(window, "request_people").button.click()
    assert isinstance(window.dialog, RequestWizard)


def test_many_people_without_a_mailbox_are_chosen_on_their_own_page(shown, qtbot, monkeypatch):
    monkeypatch.setattr(page_module, "MOST_CHOSEN", 2)
    window = shown(with_people)
    with qtbot.waitSignal(window.page.go_to) as asked:
        line(window, "request_people").button.click()
    assert asked.args == ["people", None]


def test_a_draft_opens_on_the_page_of_requests(shown, qtbot):
    def with_draft(desk):
        draft_request(desk, plan_request(desk, on=desk.today(), people_ids=[added(desk, "Nguyễn Văn Thành")]))

    window = shown(with_draft)
    with qtbot.waitSignal(window.page.go_to) as asked:
        line(window, "open_request").button.click()
    assert asked.args[0] == "requests"


def with_a_sent_request(*, is_answered, days_ago=0):
    def prepare(desk):
        on, now = desk.today(), desk.clock()
        people = [added(desk, "Nguyễn Văn Thành")]
        (request_id,) = draft_request(desk, plan_request(desk, on=on, people_ids=people)).ids["request"]
        send_request(desk, request_id=request_id, on=on, from_address="stttt@ninhbinh.gov.vn", number="125")
        if is_answered:
            answer_request(desk, request_id=request_id, on=on)
        desk.clock = lambda: now + timedelta(days=days_ago)

    return prepare


def test_an_answer_is_brought_into_the_register_from_here(shown):
    window = shown(with_a_sent_request(is_answered=True))
    line(window, "apply_answer").button.click()
    assert isinstance(window.dialog, ApplyAnswerDialog)
    window.dialog.main_button.click()
    assert "Cập nhật sổ" in window.said
    assert all(one.row.act != "apply_answer" for one in window.page.lines.lines)


def test_an_overdue_request_is_asked_for_again_from_here(shown):
    window = shown(with_a_sent_request(is_answered=False, days_ago=9))
    line(window, "chase_request").button.click()
    assert isinstance(window.dialog, ChaseRequestDialog)


def test_a_request_that_went_on_meanwhile_is_shown_on_its_page(shown, qtbot):
    window = shown(with_a_sent_request(is_answered=True))
    waiting = line(window, "apply_answer")
    apply_answer(window.desk, request_id=waiting.row.subject_id)
    with qtbot.waitSignal(window.page.go_to) as asked:
        waiting.button.click()
    assert asked.args == ["requests", waiting.row.subject_id]


def test_what_papers_lack_is_written_without_leaving_the_page(shown):
    window = shown(with_people)
    line(window, "set_contact").button.click()
    assert isinstance(window.dialog, ContactDialog)
    window.dialog.contact_field.setText("bà Lê Thị Mỹ Hạnh, Chánh Văn phòng")
    window.dialog.main_button.click()
    assert window.dialog is None
    assert window.desk.valid(Letterhead, window.desk.today()).contact == "bà Lê Thị Mỹ Hạnh, Chánh Văn phòng"
    assert "set_contact" not in {line.row.act for line in window.page.lines.lines}


def test_an_operator_that_has_ended_can_be_named_anew_in_place(shown):
    window = shown(with_people, "soctrang-59-2024")
    line(window, "set_operator").button.click()
    assert isinstance(window.dialog, OperatorDialog)
    window.dialog.name_field.setText("Sở Khoa học và Công nghệ thành phố Cần Thơ")
    window.dialog.main_button.click()
    assert window.desk.valid(Operator, window.desk.today()).name == "Sở Khoa học và Công nghệ thành phố Cần Thơ"
    assert "set_operator" not in {line.row.act for line in window.page.lines.lines}


def with_a_retired_person(desk):
    person_id = added(desk, "Nguyễn Văn Thành")
    add_mailbox(
        desk,
        address="thanhnv.stttt@ninhbinh.gov.vn",
        kind="personal",
        unit_id=own_unit_id(desk),
        holder_id=person_id,
        state="active",
        since=desk.today(),
    )
    leave(desk, person_id, on=desk.today() - timedelta(days=3))


def test_what_a_change_in_someones_post_wants_names_person_and_mailbox_and_begins_the_request(shown):
    window = shown(with_a_retired_person)
    shown_line = line(window, "request_after_change")
    assert shown_line.row.detail == "Nguyễn Văn Thành · thanhnv.stttt@ninhbinh.gov.vn"
    shown_line.button.click()
    wizard = window.dialog
    assert isinstance(wizard, RequestWizard)
    assert (wizard.drafting.kind, len(wizard.drafting.selection.ids)) == ("close", 1)


def test_where_that_request_is_made_already_it_is_shown_instead(shown):
    def with_a_draft(desk):
        with_a_retired_person(desk)
        box = mailboxes.id_of(desk, "thanhnv.stttt@ninhbinh.gov.vn")
        draft_request(desk, plan_about(desk, kind="close", mailbox_ids=[box], on=desk.today()))

    window = shown(with_a_draft)
    line(window, "request_after_change").button.click()
    assert window.dialog is None
    assert window.window.works.stack.key == "requests"


def test_under_khanh_hoa_only_those_whose_post_gets_a_mailbox_are_counted_and_asked_for(shown):
    def with_a_director(desk):
        with_people(desk)
        added(desk, "Trần Ánh", post="Giám đốc")

    window = shown(with_a_director, "khanhhoa-dagt-2021")
    told = line(window, "request_people")
    wanted = entitled.ids_without_mailbox(window.desk)
    assert told.row.title == f"{len(wanted)} người chưa có hộp thư"
    told.button.click()
    assert window.dialog.drafting.selection.ids == wanted


@pytest.mark.parametrize(("name", "opens"), [("can-bo.xlsx", True), ("DANH SÁCH.CSV", True), ("anh.png", False)])
def test_a_list_dropped_on_the_page_begins_to_be_taken_in_and_nothing_else_does(shown, tmp_path, name, opens):
    window = shown()
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
    actions, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.page.dropEvent(QDropEvent(QPointF(5, 5), actions, dropped, buttons, keys))
    assert isinstance(window.dialog, ImportWizard) == opens


def test_a_quiet_day_says_what_would_stand_here(shown):
    def with_everything(desk):
        with_people(desk)
        with desk.transaction("leave", "Nghỉ") as act:
            people = act.transaction.find(Person)
            (head_of_unit,) = act.transaction.find(Custody, role="head")
        for person in people:
            if person.id != head_of_unit.person_id:
                leave(desk, person.id, on=desk.today())
        add_mailbox(
            desk,
            address="giamdoc.stttt@ninhbinh.gov.vn",
            kind="personal",
            unit_id=head_of_unit.unit_id,
            holder_id=head_of_unit.person_id,
            since=desk.today(),
        )
        head = desk.valid(Letterhead, desk.today())
        set_letterhead(desk, letterhead=replace(head, id=0, version=0, contact="bà Hạnh"))
        set_operator(desk, name="Sở Khoa học và Công nghệ", address="skhcn@ninhbinh.gov.vn", from_on=desk.today())
        boxes = mailboxes.ids(desk, mailboxes.MailboxFilter())
        record_act(desk, kind="password-changed", mailbox_ids=boxes, on=desk.today())

    window = shown(with_everything)
    assert window.page.lines.lines == []
    assert "Hôm nay không còn việc nào" in window.page.empty.accessibleName()


@pytest.mark.parametrize("late", [page_module._IMPORT, page_module._REQUEST, *page_module._SETTING.values()])
def test_every_dialog_a_line_opens_is_there(late):
    assert late.load().__name__ in late.where


def test_f1_has_something_to_say():
    assert (paths.resources() / "help" / f"{page_module.TodayPage.help_topic}.md").is_file()
