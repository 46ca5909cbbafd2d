"""The shelf Báo cáo in the real window: what is asked for, the reports, the one chosen and what is done with it."""

from __future__ import annotations

from datetime import date

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from govmail_desk.documents.plain_text import plain_lines
from govmail_desk.domain.report import Report, ReportPaper
from govmail_desk.gui.desktop import Desktop, stand_on
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.look.bar_chart import BarChart
from govmail_desk.gui.look.elided import ElidedLabel
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.operations.mailboxes import record_state
from govmail_desk.operations.offices import add_office
from govmail_desk.operations.report_papers import newest_papers, paper_bytes
from govmail_desk.store.tables import mailbox
from tests.desks import UNITS
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.named_controls import unnamed_controls
from tests.gui.windows import OpenWindow
from tests.report_desks import drafted, quarter, sent, with_papers
from tests.request_lives import every, one


@pytest.fixture
def shown(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("GOVMAIL_DESK_HOME", str(tmp_path / "home"))
    made = []

    def show(regulation_id="quan4-03-2013", *, prepare=str):
        desk = quarter(tmp_path, regulation_id)
        prepare(desk)
        made.append(OpenWindow(qtbot, desk, tmp_path, "reports"))
        return made[-1]

    yield show
    for each in made:
        each.close()
    stand_on(Desktop())


def shelf(window):
    return window.page.stack.page


def chosen(window):
    shelf(window).table.selectRow(0)
    shelf(window).settle()
    return shelf(window).report_acts


def planned(dialog, qtbot) -> None:
    qtbot.waitUntil(lambda: dialog.plan is not None, timeout=10_000)


# what is asked for


def test_an_empty_shelf_says_what_belongs_there_and_begins_it(shown):
    window = shown()
    assert shelf(window).view.empty.accessibleName().startswith("Chưa có báo cáo nào")
    assert shelf(window).subtitle == "Chưa có báo cáo nào"


def test_what_the_regulation_asks_stands_above_with_its_day_and_article(shown):
    duties = shelf(shown()).duties
    texts = [label.whole for label in duties.findChildren(ElidedLabel)]
    assert any("Đ14.2" in text and "Hạn 05/12/2026, hôm nay" in text for text in texts)
    assert next(link.text() for link in duties.links) == "Lập báo cáo quý IV năm 2026…"


def test_where_its_draft_stands_what_is_due_leads_to_it(shown):
    window = shown(prepare=drafted)
    link = shelf(window).duties.links[0]
    assert link.text() == "Mở dự thảo quý IV năm 2026"
    link.click()
    shelf(window).settle()
    assert shelf(window).table.chosen_ids == [one(shelf(window).desk, Report).id]


def test_in_a_low_window_only_what_is_due_next_stands_above(shown):
    window = shown()
    window.window.resize(683, 364)
    shelf(window).duties.fit(is_low=True)
    assert [line.isHidden() for line in shelf(window).duties._lines] == [False, True]


@pytest.mark.parametrize("regulation_id", ["khanhhoa-dagt-2021", "soctrang-59-2024", "camau-24-2018"])
def test_where_no_day_is_stated_the_unit_may_set_its_own(shown, regulation_id):
    window = shown(regulation_id)
    choose = next(link for link in shelf(window).duties.links if link.text() == "Đặt kỳ báo cáo…")
    choose.click()
    assert window.dialog.windowTitle() == "Giá trị riêng của đơn vị"
    assert window.dialog.key.name == "report.unit"


@pytest.mark.parametrize("regulation_id", UNITS)
def test_every_control_has_a_name(shown, regulation_id):
    window = shown(regulation_id, prepare=lambda desk: with_papers(desk, "2026"))
    chosen(window)
    assert unnamed_controls(window.page) == []


# drafting


def test_a_report_is_drafted_after_its_figures_were_seen(shown, qtbot):
    window = shown()
    shelf(window).draft()
    dialog = window.dialog
    assert unnamed_controls(dialog) == []
    planned(dialog, qtbot)
    assert dialog.period.currentText() == "quý IV năm 2026"
    dialog.main_button.click()
    report = one(window.desk, Report)
    assert (report.period, report.cut_off_on, report.due_on) == ("2026-Q4", date(2026, 12, 5), date(2026, 12, 5))
    assert shelf(window).table.chosen_ids == [report.id]
    assert shelf(window).shown.title.whole == "Quý IV năm 2026"


def test_a_period_with_a_draft_is_brought_up_to_date_also_where_nothing_changed(shown, qtbot):
    window = shown(prepare=lambda desk: with_papers(desk, "2026-Q4"))
    shelf(window).draft()
    dialog = window.dialog
    planned(dialog, qtbot)
    assert dialog.main_button.text() == "Cập nhật dự thảo"
    dialog.main_button.click()
    assert window.dialog is None
    assert len(every(window.desk, Report)) == 1
    assert "Cập nhật dự thảo" in window.said


def test_a_refusal_stands_in_the_dialog_and_nothing_can_be_drafted(shown, qtbot):
    window = shown()
    shelf(window).draft()
    dialog = window.dialog
    planned(dialog, qtbot)
    dialog.due_on.line.setText("20/12/2026")
    qtbot.waitUntil(lambda: any("văn bản" in label.text() for label in _bad(dialog)), timeout=10_000)
    assert not dialog.main_button.isEnabled()
    dialog.asked_by.setText("Công văn số 9/UBND-VP")
    planned(dialog, qtbot)
    dialog.main_button.click()
    assert one(window.desk, Report).due_on == date(2026, 12, 20)


def _bad(dialog):
    return [label for label in dialog.findChildren(WrappedLabel) if label.property("tone") == "bad"]


def test_a_draft_is_counted_anew(shown, qtbot):
    window = shown(prepare=drafted)
    desk = window.desk
    with desk.reading() as connection:
        box = connection.execute(mailbox.select().where(mailbox.c.kind == "personal")).mappings().all()[-1]["id"]
    record_state(desk, mailbox_id=box, state="closed", on=date(2026, 12, 1))
    chosen(window).again.trigger()
    planned(window.dialog, qtbot)
    assert window.dialog.plan.figures.total().closed == 2
    window.dialog.main_button.click()
    assert len(every(desk, Report)) == 1


# the pane


def test_the_pane_shows_the_balance_checked_and_the_bars_in_words(shown):
    window = shown(prepare=drafted)
    chosen(window)
    pane = shelf(window).shown
    assert pane.table.balance.word.endswith("khớp ở mọi dòng")
    charts = pane.findChildren(BarChart)
    assert charts
    assert all(chart.accessibleDescription() for chart in charts)


# papers


def test_letter_and_workbook_are_made_looked_at_and_checked(shown, qtbot):
    window = shown(prepare=drafted)
    acts = chosen(window)
    assert acts.main is acts.papers
    acts.papers.trigger()
    qtbot.waitUntil(lambda: len(every(window.desk, ReportPaper)) == 2, timeout=20_000)
    acts = chosen(window)
    assert acts.main is acts.send
    acts.check.trigger()
    dialog = window.dialog
    qtbot.waitUntil(lambda: dialog.findings is not None, timeout=20_000)
    assert [one.severity for one in dialog.findings if one.severity == "wrong"] == []
    assert not dialog.take_button.isVisible()


def test_a_copy_edited_in_word_is_checked_and_taken_in(shown, qtbot):
    window = shown(prepare=with_papers)
    acts = chosen(window)
    stand_on(AnsweringDesktop(None))
    acts.open_paper(newest_papers(window.desk, shelf(window).table.chosen_ids[0])[0])
    copy = acts.copies.folder / "bao-cao-2026-Q4.docx"
    paper = docx.Document(str(copy))
    paper.paragraphs[-1].add_run("CV")
    paper.save(str(copy))
    shelf(window).settle()
    assert any("đã sửa sau khi lập" in label.text() for label in shelf(window).shown.papers.findChildren(WrappedLabel))
    assert unnamed_controls(window.page) == []
    acts.check.trigger()
    dialog = window.dialog
    qtbot.waitUntil(lambda: dialog.findings is not None, timeout=20_000)
    assert dialog.take_button.isVisible()
    dialog.take_button.click()
    assert newest_papers(window.desk, shelf(window).table.chosen_ids[0])[0].origin == "edited"


def test_papers_are_saved_into_a_folder(shown, tmp_path):
    window = shown(prepare=with_papers)
    folder = tmp_path / "gui di"
    stand_on(AnsweringDesktop(folder))
    chosen(window).save.trigger()
    assert sorted(path.suffix for path in folder.iterdir()) == [".docx", ".xlsx"]
    assert "2 tệp" in window.said


# words, figures of use, number


def test_remarks_and_addressee_are_written(shown):
    window = shown(prepare=drafted)
    chosen(window).remarks.trigger()
    dialog = window.dialog
    assert unnamed_controls(dialog) == []
    dialog.remarks["proposal"].setPlainText("Đề nghị tập huấn")
    dialog.to.setText("Phòng Văn hóa - Xã hội")
    dialog.main_button.click()
    assert one(window.desk, Report).remarks == {"proposal": "Đề nghị tập huấn", "addressee": "Phòng Văn hóa - Xã hội"}


def test_figures_of_use_are_typed_and_what_is_left_empty_is_not_known(shown):
    window = shown(prepare=drafted)
    chosen(window).usage.trigger()
    dialog = window.dialog
    assert unnamed_controls(dialog) == []
    dialog.counts["mailbox_count"].setText("1.200")
    dialog.counts["activated_count"].setText("không rõ")
    dialog.main_button.click()
    assert "số nguyên" in dialog.form.rows["activated_count"].error
    dialog.counts["activated_count"].setText("0")
    dialog.main_button.click()
    assert one(window.desk, Report).usage == {"mailbox_count": 1200, "activated_count": 0}


def test_without_an_export_it_says_where_one_is_taken_in(shown):
    window = shown(prepare=drafted)
    chosen(window).usage.trigger()
    window.dialog.take_button.click()
    assert "Số liệu sử dụng" in window.dialog.notices.sentence


def test_number_and_day_freeze_it_and_the_next_is_due(shown):
    window = shown(prepare=with_papers)
    acts = chosen(window)
    acts.send.trigger()
    dialog = window.dialog
    assert dialog.to.typed() == "Văn phòng Ủy ban nhân dân Quận 4"
    dialog.number.setText("12")
    dialog.main_button.click()
    report = one(window.desk, Report)
    assert (report.state, report.number, report.sent_on) == ("sent", "12", date(2026, 12, 5))
    acts = chosen(window)
    assert not acts.send.isVisible()
    assert acts.supply.isVisible()


def test_what_was_recorded_late_makes_a_supplement(shown):
    window = shown(prepare=sent)
    desk = window.desk
    with desk.reading() as connection:
        box = connection.execute(mailbox.select().where(mailbox.c.kind == "personal")).mappings().all()[-1]["id"]
    record_state(desk, mailbox_id=box, state="closed", on=date(2026, 11, 25))
    chosen(window).supply.trigger()
    dialog = window.dialog
    assert unnamed_controls(dialog) == []
    assert dialog.plan.late.differences
    dialog.main_button.click()
    newest = every(desk, Report)[-1]
    assert newest.supplements_id == every(desk, Report)[0].id
    assert shelf(window).shown.title.whole == "Quý IV năm 2026 (bổ sung)"


def test_without_anything_late_there_is_nothing_to_supplement(shown):
    window = shown(prepare=sent)
    chosen(window).supply.trigger()
    assert "không có gì để bổ sung" in window.said


def test_a_draft_is_given_up_with_a_reason(shown):
    window = shown(prepare=drafted)
    chosen(window).give_up.trigger()
    dialog = window.dialog
    dialog.main_button.click()
    assert dialog.form.rows["reason"].error
    dialog.reason.setPlainText("Sở miễn báo cáo kỳ này")
    dialog.main_button.click()
    assert one(window.desk, Report).state == "cancelled"


# from elsewhere


def test_the_search_box_begins_an_act_on_the_newest_report(shown):
    window = shown(prepare=drafted)
    shelf(window).start("usage")
    assert isinstance(window.dialog, Dialog)
    assert window.dialog.windowTitle() == "Số liệu sử dụng"


def test_reports_are_searched_without_diacritics(shown, qtbot):
    window = shown(prepare=drafted)
    shelf(window).search.setText("quy iv")
    shelf(window).lookup.ask_now()
    assert shelf(window).table.rows.rowCount() == 1
    shelf(window).search.setText("quy iii")
    shelf(window).lookup.ask_now()
    assert shelf(window).view.empty.accessibleName().startswith("Không có báo cáo nào khớp")


def test_the_line_of_hom_nay_goes_on_with_the_draft(shown, qtbot):
    window = shown(prepare=drafted)
    window.window.works.stack.show_page("today")
    line = next(line for line in window.page.lines.lines if line.row.rule == "report.unit")
    line.button.click()
    assert window.page.stack.key == "reports"
    assert shelf(window).table.chosen_ids == [one(window.desk, Report).id]


def test_without_a_draft_the_line_offers_to_make_one(shown):
    window = shown()
    window.window.works.stack.show_page("today")
    next(line for line in window.page.lines.lines if line.row.rule == "report.unit").button.click()
    window.dialog.draft_button.click()
    assert window.page.stack.key == "reports"


def test_enter_on_a_row_goes_into_the_pane(shown, qtbot):
    window = shown(prepare=drafted)
    shelf(window).table.setFocus()
    shelf(window).table.selectRow(0)
    qtbot.keyClick(shelf(window).table, Qt.Key.Key_Return)
    assert shelf(window).shown.isVisible()


def test_what_is_written_after_the_papers_offers_to_make_them_again(shown, qtbot):
    window = shown(prepare=with_papers)
    chosen(window).remarks.trigger()
    window.dialog.remarks["assessment"].setPlainText("Hộp thư dùng tốt")
    window.dialog.main_button.click()
    stale = "Dự thảo đã đổi sau khi lập các bản này. Hãy lập lại giấy tờ rồi ghi đã gửi."
    papers = shelf(window).shown
    qtbot.waitUntil(lambda: stale in [label.text() for label in papers.findChildren(QLabel)])
    offered = [button for button in window.window.works.notices.findChildren(QPushButton) if button.isVisible()]
    next(button for button in offered if button.text() == "Lập lại giấy tờ").click()
    qtbot.waitUntil(lambda: len(every(window.desk, ReportPaper)) == 3, timeout=20_000)


def test_a_desk_that_gathers_packages_may_report_on_all_units_together(shown, qtbot):
    window = shown("ninhbinh-2020", prepare=lambda desk: add_office(desk, name="Xã Gia Hòa"))
    shelf(window).draft()
    dialog = window.dialog
    dialog.sort.choose("merged:")
    dialog.sort.picked.emit("merged:")
    planned(dialog, qtbot)
    dialog.main_button.click()
    report = one(window.desk, Report)
    assert report.scope == "merged"
    acts = chosen(window)
    acts.papers.trigger()
    qtbot.waitUntil(lambda: len(every(window.desk, ReportPaper)) == 2, timeout=20_000)
    with window.desk.reading() as connection:
        letter = paper_bytes(connection, newest_papers(window.desk, report.id)[0].sha256)
    text = "\n".join(line.text for line in plain_lines("bao-cao.docx", letter))
    assert "Đơn vị chưa gửi số liệu, nên chưa tính trong báo cáo này: Xã Gia Hòa." in text
