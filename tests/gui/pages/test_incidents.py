"""The page Sự cố in the real window: whom to call in sight, who is still to be told, each act to its end, no place for a secret."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPlainTextEdit

from govmail_desk.domain.incident import Incident, IncidentNotice, IncidentPaper
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.gui.desktop import Desktop, stand_on
from govmail_desk.gui.dialogs.own_choice import OwnChoiceDialog
from govmail_desk.gui.dialogs.record_incident import RecordIncidentDialog
from govmail_desk.gui.dialogs.request_wizard import RequestWizard
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.operations.incident_papers import keep_incident_letter
from tests.desks import founded
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.named_controls import unnamed_controls
from tests.gui.windows import OpenWindow
from tests.incidents import SAID, recorded, told_all
from tests.request_lives import every, one


@pytest.fixture
def shown(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("GOVMAIL_DESK_HOME", str(tmp_path / "home"))
    made = []

    def show(regulation_id="soctrang-59-2024", *, prepare=str):
        """Open the page on a register that was prepared, its first row chosen."""
        desk = founded(tmp_path, regulation_id)
        prepare(desk)
        made.append(OpenWindow(qtbot, desk, tmp_path, "incidents"))
        window = made[-1]
        if window.page.table.rows.rowCount():
            window.page.table.selectRow(0)
            window.page.settle()
        return window

    yield show
    for each in made:
        each.close()
    stand_on(Desktop())


def said(window):
    window.page.settle()
    return "\n".join(label.text() for label in window.page.shown.findChildren(QLabel))


def press(window, name):
    """Press the link of the pane that a screen reader calls so."""
    links = window.page.shown.findChildren(LinkButton)
    QTest.mouseClick(next(one for one in links if one.accessibleName() == name), Qt.MouseButton.LeftButton)


def test_an_empty_page_says_what_belongs_there_and_starts_it_with_the_place_to_call_in_sight(shown):
    window = shown()
    assert window.page.place.phone.whole == "Gọi: 0299 3 626 800"
    assert window.page.place.address.whole == "Thư: ttcns.sotttt@soctrang.gov.vn"
    (button,) = window.page.view.empty.buttons
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert isinstance(window.dialog, RecordIncidentDialog)


def test_telephone_and_mailbox_are_copied_with_a_press(shown):
    place = shown().page.place
    for button, value in ((place.copy_phone, "0299 3 626 800"), (place.copy_address, "ttcns.sotttt@soctrang.gov.vn")):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert QGuiApplication.clipboard().text() == value


def test_a_unit_without_a_telephone_to_call_writes_it_down(shown):
    window = shown("camau-24-2018")
    assert window.page.place.phone.whole == "Gọi: chưa có số"
    QTest.mouseClick(window.page.place.set_link, Qt.MouseButton.LeftButton)
    assert isinstance(window.dialog, OwnChoiceDialog)


def test_a_low_window_keeps_telephone_and_mailbox_in_one_line(shown):
    place = shown().page.place
    place.be_low(is_low=True)
    assert place.name.isHidden()
    assert not place.phone.isHidden()
    assert "Trung tâm Công nghệ số" in place.phone.toolTip()
    place.be_low(is_low=False)
    assert not place.name.isHidden()


def test_recording_one_shows_it_with_whom_to_tell(shown):
    window = shown()
    window.page.record()
    dialog = window.dialog
    dialog.content.setPlainText(SAID)
    dialog.at.setText("7h30")
    assert "Đ11.4" in dialog.rules.lines[0].words
    dialog.main_button.click()
    assert one(window.desk, Incident).happened_at == "07:30"
    assert "Còn phải báo: Cơ quan, đơn vị báo kịp thời cho Trung tâm Công nghệ số tỉnh" in said(window)
    assert "Ghi sự cố “Lỗi hệ thống, hộp thư”" in window.said


def test_what_is_missing_is_said_under_its_field(shown):
    window = shown()
    window.page.record()
    dialog = window.dialog
    dialog.kind.choose("leak")
    dialog.main_button.click()
    assert dialog.form.rows["mailbox"].error.startswith("Chưa chọn hộp thư")
    assert dialog.form.rows["content"].error.startswith("Chưa ghi sự việc")
    dialog.mailbox._typing.setText("khong-co")
    dialog.main_button.click()
    assert dialog.form.rows["mailbox"].error.startswith("Chưa chọn hộp thư nào trong danh sách")


def test_a_mailbox_is_found_by_a_part_of_its_address(shown):
    window = shown()
    window.page.record()
    field = window.dialog.mailbox
    field._typing.setText("sotttt")
    field.look()
    field._take(field.list.item(0))
    assert field.mailbox_id == one(window.desk, Mailbox).id


def test_for_a_state_secret_there_is_no_field_for_what_it_says(shown):
    window = shown()
    window.page.record()
    dialog = window.dialog
    dialog.kind.choose("secret")
    dialog._show_kind()
    assert dialog.warning.isVisible()
    assert [field for field in dialog.findChildren(QPlainTextEdit) if field.isVisible()] == []
    assert len(dialog.rules.lines) == 3
    assert all("gợi ý của chương trình" in line.words for line in dialog.rules.lines)


def test_telling_the_next_one_settles_it_and_the_next_act_is_to_close(shown):
    window = shown(prepare=recorded)
    assert window.page.shown.buttons[0].shown is window.page.incident_acts.tell
    window.page.incident_acts.tell_next()
    window.dialog.told.setText("Trần Thị Hoa, trực ban")
    window.dialog.way.choose("phone")
    window.dialog.main_button.click()
    assert one(window.desk, IncidentNotice).way == "phone"
    assert "Đã báo Trần Thị Hoa, trực ban" in said(window)
    assert window.page.incident_acts.main is window.page.incident_acts.close
    assert window.page.table.rows.index(0, 2).data() == "Đang xử lý"


def test_somebody_who_need_not_be_told_is_passed_with_a_reason(shown):
    window = shown(prepare=recorded)
    press(window, "Ghi không phải báo Trung tâm Công nghệ số tỉnh")
    dialog = window.dialog
    dialog.main_button.click()
    assert dialog.form.rows["reason"].error.startswith("Chưa có lý do")
    dialog.reason.setPlainText("Trung tâm tự báo trước")
    dialog.main_button.click()
    assert "Không phải báo Trung tâm Công nghệ số tỉnh: Trung tâm tự báo trước (Đ11.4)" in said(window)


def test_closing_too_early_is_refused_with_the_article(shown):
    window = shown(prepare=recorded)
    window.page.incident_acts.end()
    window.dialog.measures.setPlainText("Đã khởi động lại")
    window.dialog.main_button.click()
    assert "Còn phải báo: Trung tâm Công nghệ số tỉnh (Đ11.4)" in window.dialog.notices.sentence


def test_closing_and_opening_again(shown):
    window = shown(prepare=lambda desk: told_all(desk, recorded(desk)))
    window.page.incident_acts.end()
    window.dialog.main_button.click()
    assert window.dialog.form.rows["measures"].error.startswith("Chưa có biện pháp")
    window.dialog.measures.setPlainText("Đã khởi động lại")
    window.dialog.lessons.setPlainText("Kiểm tra hằng tuần")
    window.dialog.main_button.click()
    assert "Kiểm tra hằng tuần" in said(window)
    window.page.incident_acts.reopen.trigger()
    assert one(window.desk, Incident).state == "open"


def test_a_state_secret_is_closed_and_cancelled_by_choosing_alone(shown):
    window = shown("ninhbinh-2020", prepare=lambda desk: told_all(desk, recorded(desk, "secret")))
    window.page.incident_acts.end()
    dialog = window.dialog
    assert dialog.findChildren(QPlainTextEdit) == []
    dialog.measures.boxes[0].click()
    dialog.main_button.click()
    assert one(window.desk, Incident).state == "closed"
    window.page.incident_acts.reopen.trigger()
    window.page.incident_acts.cancel()
    assert window.dialog.findChildren(QPlainTextEdit) == [window.dialog.reason] * window.dialog.reason.isVisible()
    window.dialog.main_button.click()
    assert one(window.desk, Incident).reason == "Ghi nhầm loại sự cố."


def test_letter_and_mail_are_looked_at_kept_and_opened(shown):
    window = shown(prepare=recorded)
    desktop = AnsweringDesktop(None)
    stand_on(desktop)
    for make in (window.page.incident_acts.make_letter, window.page.incident_acts.make_mail):
        make()
        assert SAID in window.dialog.paper.toPlainText()
        window.dialog.main_button.click()
    kept = every(window.desk, IncidentPaper)
    assert [paper.name.rpartition(".")[2] for paper in kept] == ["docx", "eml"]
    window.page.settle()
    press(window, "Công văn, bản 1")
    press(window, "Thư nháp, bản 1")
    assert [path.suffix for path in desktop.opened] == [".docx", ".eml"]


def test_the_same_letter_again_is_not_kept_twice(shown):
    window = shown(prepare=lambda desk: keep_incident_letter(desk, incident_id=recorded(desk).id))
    window.page.incident_acts.make_letter()
    window.dialog.main_button.click()
    assert "giống hệt" in window.dialog.notices.sentence


def test_a_forgotten_password_leads_to_the_request_for_another(shown):
    window = shown(prepare=lambda desk: recorded(desk, "leak"))
    assert window.page.incident_acts.reset.isVisible()
    window.page.incident_acts.ask_reset()
    assert isinstance(window.dialog, RequestWizard)
    assert window.dialog.drafting.kind == "reset"


def test_correcting_begins_with_what_stands(shown):
    window = shown(prepare=recorded)
    window.page.edit()
    dialog = window.dialog
    assert (dialog.content.typed(), dialog.mailbox.mailbox_id) == (SAID, one(window.desk, Mailbox).id)
    dialog.content.setPlainText("Không nhận được thư")
    dialog.main_button.click()
    assert "Không nhận được thư" in said(window)


def test_chips_filter_by_state_and_by_kind(shown):
    def prepare(desk):
        recorded(desk)
        recorded(desk, "suspicious", content="Thư lạ")

    window = shown(prepare=prepare)
    window.page.more_chips.chips["suspicious"].click()
    assert window.page.table.rows.rowCount() == 1
    window.page.chips.chips["closed"].click()
    assert window.page.table.rows.rowCount() == 0
    assert window.page.view.empty.buttons[0].text().strip() == "Bỏ tìm và lọc"


def test_the_list_of_a_year_is_written_where_the_clerk_says(shown, tmp_path):
    window = shown(prepare=recorded)
    desktop = AnsweringDesktop(tmp_path / "so.xlsx")
    stand_on(desktop)
    window.page.export()
    assert (tmp_path / "so.xlsx").is_file()
    assert "Đã lập sổ sự cố năm 2026 ở tệp “so.xlsx”" in window.said


def test_where_several_years_have_incidents_the_clerk_chooses_one_the_newest_first(shown, tmp_path):
    def prepare(desk):
        recorded(desk)
        recorded(desk, on=date(2024, 5, 6))

    window = shown(prepare=prepare)
    stand_on(AnsweringDesktop(tmp_path / "so.xlsx"))
    window.page.export()
    menu = window.page.findChild(QMenu)
    assert [choice.text() for choice in menu.actions()] == ["Sổ sự cố năm 2026…", "Sổ sự cố năm 2024…"]
    assert menu.activeAction() is menu.actions()[0]
    menu.actions()[1].trigger()
    assert "Đã lập sổ sự cố năm 2024 ở tệp “so.xlsx”" in window.said


def test_the_place_to_call_takes_one_line_where_the_pane_stands_alone(shown):
    window = shown(prepare=recorded)
    window.window.resize(900, 640)
    window.page._open_row()
    assert window.page.beside.is_narrow
    assert window.page.place.name.isHidden()
    window.page.beside.go_back()
    assert not window.page.place.name.isHidden()


def test_every_control_has_a_name_and_the_rail_counts_what_is_to_be_told(shown):
    window = shown(prepare=recorded)
    assert unnamed_controls(window.page) == []
    window.page.incident_acts.tell_next()
    assert unnamed_controls(window.dialog) == []
