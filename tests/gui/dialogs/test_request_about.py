"""A request about mailboxes of the register, from choosing them to its papers, in the real window."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from govmail_desk.gui.dialogs.request_wizard import RequestWizard
from govmail_desk.listings import request_life
from govmail_desk.listings import requests as listing
from govmail_desk.operations.mailboxes import add_mailbox, record_state
from tests.desks import added, founded, own_unit_id
from tests.gui.named_controls import unnamed_controls
from tests.gui.vietnamese_typing import type_like_unikey
from tests.gui.windows import OpenWindow

SOON = 20_000


class Room:
    """A register with two mailboxes in use and one locked, its window, and the wizard on top."""

    def __init__(self, qtbot, folder, regulation_id="ninhbinh-2020", cause="inactivity"):
        self.qtbot = qtbot
        self.desk = founded(folder, regulation_id)
        self.ids = [self._issued(name, number) for number, name in enumerate(("Hoàng Thị Lan", "Bùi Văn Khoa"))]
        self.locked = self._issued("Tạ Quang Minh", 2)
        record_state(self.desk, mailbox_id=self.locked, state="locked", on=date(2026, 11, 20), cause=cause)
        self.opened = OpenWindow(qtbot, self.desk, folder, "mailboxes")

    def _issued(self, name, number):
        person = added(self.desk, name)
        changes = add_mailbox(
            self.desk,
            address=f"hop{number}.stttt@ninhbinh.gov.vn",
            kind="personal",
            unit_id=own_unit_id(self.desk),
            holder_id=person,
            since=date(2026, 3, 2),
        )
        (mailbox_id,) = changes.ids["mailbox"]
        return mailbox_id

    def ask(self, kind, ids=None):
        page = self.opened.page
        for mailbox_id in ids or self.ids:
            page.table.choose(mailbox_id)
        page.settle()
        self.wizard = RequestWizard(page, self.desk, kind=kind, mailbox_ids=self.ids if ids is None else ids)
        self.wizard.open()
        self.planned()
        return self.wizard.whom

    def planned(self):
        self.qtbot.waitUntil(lambda: self.wizard.whom.is_loaded, timeout=SOON)
        self.qtbot.waitUntil(lambda: not self.wizard.drafting.is_pending, timeout=SOON)

    def go_on(self):
        step = self.wizard.stack.currentIndex()
        QTest.mouseClick(self.wizard.main_button, Qt.MouseButton.LeftButton)
        self.qtbot.waitUntil(lambda: self.wizard.stack.currentIndex() == step + 1, timeout=SOON)
        self.qtbot.waitUntil(lambda: self.wizard.step.is_ready, timeout=SOON)

    def close(self):
        self.opened.close()


@pytest.fixture
def room(qtbot, tmp_path):
    opened = []

    def make(**wanted):
        opened.append(Room(qtbot, tmp_path, **wanted))
        return opened[-1]

    yield make
    for each in opened:
        each.close()


def cells(step, row):
    return [step.model.index(row, column).data() for column in range(3)]


@pytest.mark.parametrize("kind", ["change", "reset", "reopen", "close"])
def test_every_kind_opens_with_its_article_above_and_every_control_named(room, kind):
    opened = room()
    step = opened.ask(kind, [opened.locked] if kind == "reopen" else None)
    (line,) = step.rules.lines
    assert "Đ" in line.words.rpartition("(")[2] or "quy chế không nêu" in line.words.lower()
    assert unnamed_controls(opened.wizard) == []


def test_where_nothing_is_chosen_yet_the_keys_belong_to_the_table_and_never_to_going_back(room):
    opened = room()
    step = opened.ask("reset", [])
    opened.qtbot.waitUntil(lambda: step.table.rows.rowCount() > 0, timeout=SOON)
    opened.qtbot.waitUntil(lambda: opened.wizard.focusWidget() is step.table, timeout=SOON)
    QTest.keyClick(step.table, Qt.Key.Key_Space)
    assert list(step.model.ticked) == [step.table.current_id]


def test_while_mailboxes_are_looked_up_the_table_says_so(room):
    opened = room()
    step = opened.ask("close")
    step.only_chosen.setChecked(False)
    assert step.view.empty.accessibleName() == "Đang tìm các hộp thư đã cấp…"


def test_a_kind_the_regulation_does_not_name_says_so(room):
    step = room(regulation_id="soctrang-59-2024").ask("change")
    assert any("Quy chế không nêu" in line.words for line in step.rules.lines) == step.drafting.plan.is_unstated


def test_a_change_without_anything_to_change_cannot_be_asked_for_until_something_is(room):
    opened = room()
    step = opened.ask("change", opened.ids[:1])
    assert cells(step, 0)[2] == "chưa được"
    assert not step.card.refusal.isHidden()
    line = step.card.form.facts.lines[0]
    for field, text in ((line.what, "Chức vụ"), (line.new, "Phó Trưởng phòng")):
        type_like_unikey(field, text)
    opened.qtbot.waitUntil(lambda: step.is_ready and step.card.refusal.isHidden(), timeout=SOON)
    assert cells(step, 0)[2] == "được · xem lưu ý"


def test_what_is_typed_is_kept_and_no_field_moves_under_the_typing(room):
    opened = room()
    step = opened.ask("close", opened.ids[:1])
    form = step.card.form
    type_like_unikey(form.document, "Quyết định số 125/QĐ-SNV")
    opened.planned()
    opened.qtbot.waitUntil(lambda: bool(opened.wizard.drafting.sought[opened.ids[0]].details.document), timeout=SOON)
    assert step.card.form is form
    assert form.document.typed() == "Quyết định số 125/QĐ-SNV"


def test_the_same_is_said_of_all_chosen_by_one_press(room):
    opened = room()
    step = opened.ask("close")
    step.card.form.reason.setText("Nghỉ hưu")
    QTest.mouseClick(step.card.spread_button, Qt.MouseButton.LeftButton)
    sought = opened.wizard.drafting.sought
    opened.qtbot.waitUntil(
        lambda: {row.details.reason for row in opened.wizard.drafting.sought.values()} == {"Nghỉ hưu"}, timeout=SOON
    )
    assert set(sought) == set(opened.ids)


def test_a_wait_is_told_with_its_day_its_article_and_its_counting(room):
    opened = room(regulation_id="quan4-03-2013", cause="first-login")
    step = opened.ask("reopen", [opened.locked])
    (line,) = step.card.limit.lines
    assert "chỉ được giải quyết từ" in line.words
    assert line.why_button.why.cite == "Đ8.3b"
    assert len(line.why_button.why.steps) > 3


def test_only_locked_mailboxes_are_offered_for_reopening(room):
    opened = room()
    step = opened.ask("reopen", [opened.locked])
    step.only_chosen.setChecked(False)
    opened.qtbot.waitUntil(lambda: step.is_loaded and not step.only_chosen.isChecked(), timeout=SOON)
    assert [step.model.id_at(place) for place in range(step.model.rowCount())] == [opened.locked]


def test_a_request_about_mailboxes_is_drafted_with_its_papers(room):
    opened = room()
    opened.ask("reset")
    opened.go_on()
    opened.go_on()
    (row,) = listing.every(opened.desk)
    assert (row.kind, row.row_count) == ("reset", 2)
    assert [one.mailbox_id for one in request_life.life(opened.desk, row.id).rows] == opened.ids
    assert "cấp lại mật khẩu" in opened.wizard.windowTitle()


def test_where_the_mail_alone_asks_the_mail_is_written_and_shown_in_the_place_of_a_letter(room):
    opened = room(regulation_id="khanhhoa-dagt-2021")
    step = opened.ask("reset")
    assert step.main_words == "Soạn thư cho 2 hộp thư"
    assert "2  Thư điện tử" in [label.text() for label in opened.wizard.strip.findChildren(QLabel)]
    opened.go_on()
    letter = opened.wizard.letter
    opened.qtbot.waitUntil(lambda: "Tiêu đề: " in letter.sheet.toPlainText(), timeout=SOON)
    shown = letter.sheet.toPlainText()
    assert "Kính gửi: " in shown
    assert "- de-nghi-danh-sach.xlsx" in shown
    assert letter.sheet.accessibleName() == "Thư sẽ gửi"
    assert letter.form.rows["signer"].isHidden()
    assert letter.more.rows["recipients"].isHidden()
    assert not any("ký" in sentence for sentence in letter.warnings.sentences)


def test_where_a_letter_asks_the_step_is_the_letters(room):
    opened = room(regulation_id="khanhhoa-dagt-2021")
    opened.ask("close")
    opened.go_on()
    letter = opened.wizard.letter
    assert "✓  Hộp thư nào" in [label.text() for label in opened.wizard.strip.findChildren(QLabel)]
    assert "2  Công văn" in [label.text() for label in opened.wizard.strip.findChildren(QLabel)]
    assert not letter.form.rows["signer"].isHidden()


def test_several_facts_may_change_at_once(room):
    opened = room()
    form = opened.ask("change", opened.ids[:1]).card.form
    form.facts.more_button.click()
    for line, (what, new) in zip(form.facts.lines, (("Chức vụ", "Phó phòng"), ("Điện thoại", "0912")), strict=True):
        line.what.setText(what)
        line.new.setText(new)
    form.facts.edited.emit()
    opened.planned()
    drafting = opened.wizard.drafting
    opened.qtbot.waitUntil(lambda: len(drafting.sought[opened.ids[0]].details.facts) == 2, timeout=SOON)
    assert [fact.what for fact in drafting.sought[opened.ids[0]].details.facts] == ["Chức vụ", "Điện thoại"]


def test_enter_in_a_field_does_not_leave_the_step(room):
    opened = room()
    step = opened.ask("reset", opened.ids[:1])
    step.card.form.phone.setFocus()
    QTest.keyClick(step.card.form.phone, Qt.Key.Key_Return)
    assert opened.wizard.stack.currentIndex() == 0


def test_a_units_mailbox_is_named_by_its_unit_and_never_mixed_with_personal_ones(room):
    opened = room()
    step = opened.ask("reset", opened.ids[:1])
    QTest.mouseClick(step.bar.kinds["unit"], Qt.MouseButton.LeftButton)
    opened.planned()
    step.only_chosen.setChecked(False)
    opened.qtbot.waitUntil(lambda: step.is_loaded and step.model.rowCount() == 1, timeout=SOON)
    assert cells(step, 0)[:2] == ["Sở Thông tin và Truyền thông", "stttt@ninhbinh.gov.vn"]
    step.tick_all()
    opened.planned()
    assert opened.wizard.drafting.plan.mailbox_kind == "unit"
