"""Dữ liệu cá nhân of Thiết lập: what is kept and why, the choice, and what nobody needs any more."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from govmail_desk.domain.person import Person
from govmail_desk.domain.privacy import PrivacyChoice
from govmail_desk.gui.dialogs.minimise import effects
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.operations.exports import record_export
from govmail_desk.operations.journals import verify
from govmail_desk.operations.minimisation import plan_minimisation
from govmail_desk.operations.people import edit_person
from govmail_desk.operations.privacy import choose_privacy
from tests.desks import added, founded, keeps_id_numbers
from tests.gui.named_controls import unnamed_controls
from tests.gui.windows import OpenWindow
from tests.operations.test_minimisation import left
from tests.request_lives import every, one

NUMBER = "079085001223"


@pytest.fixture
def shown(qtbot, tmp_path):
    """Open the section on a register that `prepare` filled."""
    opened = []

    def show(prepare=None):
        desk = founded(tmp_path)
        if prepare is not None:
            prepare(desk)
        opened.append(OpenWindow(qtbot, desk, tmp_path, "settings"))
        opened[-1].page.show_section("privacy")
        return opened[-1]

    yield show
    for window in opened:
        window.close()


def holds_a_number(desk):
    keeps_id_numbers(desk)
    person_id = added(desk, "Trần Thị Lan")
    seen = one(desk, Person, id=person_id)
    edit_person(desk, person=seen, corrected=replace(seen, id_number=NUMBER))


def said(window):
    return [label.text() for label in window.page.section.findChildren(QLabel) if label.text()]


def link(window, words):
    (found,) = [one for one in window.page.section.findChildren(LinkButton) if words in one.text()]
    return found


def test_a_new_register_says_what_it_keeps_and_that_nothing_is_to_be_emptied(shown):
    window = shown()
    words = said(window)
    assert "Không ghi" in words
    assert "Không có ai quá 24 tháng" in words
    assert any("chưa đối chiếu bản gốc" in one for one in words)
    assert unnamed_controls(window.page) == []
    assert window.page.shown_topic == "privacy"


def test_emptying_is_seen_first_and_done_only_by_who_says_it_is_for_good(shown):
    window = shown(left)
    assert window.page.section.due_count == 1
    link(window, "Xem và bỏ dữ liệu riêng").click()
    dialog = window.dialog
    assert "không hoàn tác được" in dialog.sure.text()
    assert not dialog.main_button.isEnabled()
    assert dialog.table.rows.row_at(0).full_name == "Bùi Thị Yến"
    assert any("Bản sao lưu làm trước hôm nay vẫn còn" in line for line in dialog.lines)
    dialog.sure.click()
    dialog.main_button.click()
    assert window.said == "Bỏ dữ liệu riêng của 1 người đã thôi việc"
    assert one(window.desk, Person, full_name="Bùi Thị Yến").phone == ""
    assert window.page.section.due_count == 0
    assert verify(window.desk) == []


def test_going_back_empties_nothing(shown):
    window = shown(left)
    window.page.section.minimise()
    window.dialog.reject()
    assert one(window.desk, Person, full_name="Bùi Thị Yến").phone != ""


def test_numbers_kept_no_longer_are_told_and_can_be_emptied(shown):
    def prepare(desk):
        holds_a_number(desk)
        choose_privacy(desk, is_id_number_kept=False, keep_month_count=24, from_on=desk.today())

    window = shown(prepare)
    assert any("Sổ còn số CCCD của 1 người" in one for one in said(window))
    link(window, "Xem và bỏ các số này").click()
    window.dialog.sure.click()
    window.dialog.main_button.click()
    assert one(window.desk, Person, full_name="Trần Thị Lan").id_number == ""


def test_turning_numbers_off_offers_to_empty_those_there_are(shown):
    window = shown(holds_a_number)
    window.page.main_act.trigger()
    window.dialog.id_number.setChecked(False)
    window.dialog.months.setText("36")
    window.dialog.main_button.click()
    (choice,) = every(window.desk, PrivacyChoice)
    assert (choice.is_id_number_kept, choice.keep_month_count) == (False, 36)
    bar = window.window.works.notices
    assert bar.sentence == "Đã lưu. Sổ còn số CCCD của 1 người ghi từ trước."
    bar.offers[0].click()
    assert window.dialog.windowTitle() == "Bỏ dữ liệu riêng"


def test_numbers_are_turned_on_only_with_a_reason(shown):
    window = shown()
    window.page.main_act.trigger()
    dialog = window.dialog
    dialog.id_number.setChecked(True)
    dialog.main_button.click()
    assert dialog.form.rows["why"].error.startswith("Hãy ghi vì sao")
    dialog.why.setPlainText("Biểu mẫu của tỉnh có cột này")
    dialog.main_button.click()
    assert window.desk.privacy().is_id_number_kept


def test_months_are_a_number(shown):
    window = shown()
    window.page.main_act.trigger()
    window.dialog.months.setText("hai năm")
    window.dialog.main_button.click()
    assert window.dialog.form.rows["months"].error.startswith("Hãy gõ số tháng")


def test_what_went_out_is_counted_and_leads_to_the_journal(shown):
    window = shown(lambda desk: record_export(desk, kind="directory", subject="danh bạ", row_count=9, name="db.xlsx"))
    assert f"• 23/11/2026: danh bạ (db.xlsx), {window.desk.person}" in said(window)
    link(window, "Xem ai đã xuất gì").click()
    page = window.page
    page.lookup.ask_now()
    page.settle()
    assert [page.table.rows.row_at(place).sentence for place in range(page.table.rows.rowCount())] == [
        "Xuất danh bạ (9 người, đơn vị) ra tệp “db.xlsx”"
    ]


def test_papers_that_stay_are_told_with_the_law(tmp_path):
    with founded(tmp_path) as desk:
        left(desk)
        plan = replace(plan_minimisation(desk, on=desk.today()), request_count=2)
    assert any("Giấy tờ của 2 đề nghị" in line and "lưu trữ" in line for line in effects(plan))
