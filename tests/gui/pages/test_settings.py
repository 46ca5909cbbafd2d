"""Thiết lập in the real window: every section told, its act opening its dialog, what was written shown at once and taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QStyle, QStyleOptionViewItem

from govmail_desk import paths
from govmail_desk.domain.settings import Letterhead, OfficeHours, Operator, Signer
from govmail_desk.gui.frame.person_at_work import person_at_work
from govmail_desk.gui.look.marks import SIDE
from govmail_desk.gui.look.theme import Look, dress
from govmail_desk.gui.pages.settings import SettingsPage
from govmail_desk.gui.sections import SECTIONS
from govmail_desk.operations.settings import (
    add_signer,
    choose_rule,
    set_letterhead,
    set_office_hours,
    set_recipients,
)
from govmail_desk.operations.units import rename_unit
from tests.desks import UNITS, founded, own_unit_id, say_of_day
from tests.gui.named_controls import unnamed_controls
from tests.gui.windows import OpenWindow

DIALOGS = {
    "own_unit": "RenameUnitDialog",
    "letterhead": "LetterheadDialog",
    "signers": "SignerDialog",
    "operator": "OperatorDialog",
    "recipients": "RecipientsDialog",
    "calendar": "CalendarDayDialog",
    "office_hours": "OfficeHoursDialog",
}


@pytest.fixture
def shown(qtbot, tmp_path):
    """Open Thiết lập on a register that `prepare` filled."""
    opened = []

    def show(section="own_unit", prepare=None, regulation_id="ninhbinh-2020"):
        desk = founded(tmp_path, regulation_id)
        if prepare is not None:
            prepare(desk)
        opened.append(OpenWindow(qtbot, desk, tmp_path, "settings"))
        opened[-1].page.show_section(section)
        return opened[-1]

    yield show
    for window in opened:
        window.close()


def told(window):
    """Return all the words the section shows, once what is gone is out of sight."""
    QApplication.processEvents()
    return "\n".join(label.text() for label in window.page.section.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize("regulation_id", UNITS)
def test_every_section_is_told_under_every_regulation_and_names_its_controls(shown, regulation_id):
    window = shown(regulation_id=regulation_id)
    for spec in SECTIONS:
        window.page.show_section(spec.key)
        assert window.page.section.title.text() == spec.title
        assert unnamed_controls(window.page) == []


@pytest.mark.parametrize(("key", "dialog"), DIALOGS.items())
def test_the_main_act_of_a_section_opens_its_dialog(shown, key, dialog):
    window = shown(key)
    window.page.main_act.trigger()
    assert type(window.dialog).__name__ == dialog


def test_the_search_box_knows_every_section(shown):
    window = shown()
    window.page.start("office_hours")
    assert window.page.key == "office_hours"
    assert [key for key, _ in window.window.specs["settings"].acts] == [spec.key for spec in SECTIONS]


def test_the_list_and_the_section_are_reached_by_keyboard(shown):
    window = shown()
    QTest.keyClick(window.page.list, Qt.Key.Key_Down)
    assert window.page.key == "letterhead"
    QTest.keyClick(window.page.list, Qt.Key.Key_Return)
    assert not window.page.list.hasFocus()
    QTest.keyClick(window.page.section, Qt.Key.Key_Escape)
    assert window.page.list.hasFocus()


def test_what_is_saved_is_told_at_once_and_can_be_taken_back(shown):
    window = shown("letterhead")
    window.page.main_act.trigger()
    window.dialog.symbol_field.setText("STTTT-CĐS")
    window.dialog.main_button.click()
    assert "STTTT-CĐS" in told(window)
    (undo,) = window.window.works.notices.offers
    undo.click()
    assert "STTTT-CĐS" not in told(window)
    assert window.desk.valid(Letterhead, window.desk.today()).symbol == "STTTT-VP"


def test_dated_values_show_what_held_and_what_will_hold(shown):
    def prepare(desk):
        head = desk.valid(Letterhead, desk.today())
        set_letterhead(desk, letterhead=replace(head, id=0, version=0, from_on=date(2027, 1, 1), symbol="SKHCN-VP"))
        set_letterhead(desk, letterhead=replace(head, id=0, version=0, from_on=date(2025, 1, 1), symbol="STTTT-HC"))

    words = told(shown("letterhead", prepare))
    assert "Từ 01/01/2027, sẽ dùng" in words
    assert "Từ 23/11/2026, đang dùng" in words
    assert words.index("SKHCN-VP") < words.index("STTTT-HC")


def test_the_unit_shows_its_names_and_leads_to_its_page(shown, qtbot):
    def prepare(desk):
        rename_unit(desk, unit_id=own_unit_id(desk), name="Sở Khoa học và Công nghệ", from_on=desk.today())

    window = shown(prepare=prepare)
    assert "Sở Khoa học và Công nghệ (từ 23/11/2026)" in told(window)
    assert "Sở Thông tin và Truyền thông (đến 22/11/2026)" in told(window)
    with qtbot.waitSignal(window.page.go_to) as asked:
        window.page.section.show_on_its_page()
    assert asked.args == ["people", own_unit_id(window.desk)]


def test_signers_show_their_block_and_whether_they_sign_today(shown):
    def prepare(desk):
        add_signer(
            desk, signer=Signer(full_name="Phạm Đức Đạt", post="Phó Giám đốc", authority="deputy", head_post="Giám đốc")
        )
        add_signer(desk, signer=Signer(full_name="Võ Ngọc Ánh", post="Giám đốc", from_on=date(2027, 1, 1)))
        add_signer(desk, signer=Signer(full_name="Bùi Hữu Ước", post="Giám đốc", to_on=date(2026, 1, 1)))

    window = shown("signers", prepare)
    cards = {card.signer.full_name: card for card in window.page.section.cards}
    assert cards["Phạm Đức Đạt"].lines == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    assert cards["Phạm Đức Đạt"].state == "Đang ký"
    assert cards["Võ Ngọc Ánh"].state == "Sẽ ký từ 01/01/2027"
    assert cards["Bùi Hữu Ước"].state == "Đã thôi ký, đến 01/01/2026"
    cards["Võ Ngọc Ánh"].button.click()
    assert window.dialog.name_field.text() == "Võ Ngọc Ánh"


def test_an_operator_that_has_ended_is_warned_of_with_its_source(shown):
    words = told(shown("operator"))
    assert "Sở Thông tin và Truyền thông đã kết thúc từ 01/03/2025, nay là Sở Khoa học và Công nghệ" in words
    assert "Nguồn: " in words


def test_an_operator_without_an_address_says_so(shown):
    def prepare(desk):
        with desk.transaction("forget", "Bỏ địa chỉ") as act:
            (operator,) = act.transaction.find(Operator)
            act.transaction.put(replace(operator, address=""))

    assert "chưa ghi; hãy hỏi đơn vị vận hành" in told(shown("operator", prepare))


def test_recipients_are_told_as_the_paper_prints_them(shown):
    def prepare(desk):
        set_recipients(desk, lines=("UBND tỉnh (để b/c)",), from_on=desk.today())

    assert "- Như trên;\n- UBND tỉnh (để b/c);\n- Lưu: VT, VP." in told(shown("recipients", prepare))


def test_office_hours_are_told_with_their_notice(shown):
    def prepare(desk):
        hours = OfficeHours(
            from_on=desk.today(),
            morning_from="07:00",
            morning_to="11:30",
            afternoon_from="13:30",
            afternoon_to="17:00",
            document="Thông báo 12/TB-STTTT",
        )
        set_office_hours(desk, hours=hours)

    words = told(shown("office_hours", prepare))
    assert "07:00 – 11:30" in words
    assert "Thông báo 12/TB-STTTT" in words


def test_hours_of_one_season_tell_what_comes_and_the_days_without_any(shown):
    def prepare(desk):
        hours = OfficeHours(
            from_on=date(2026, 1, 1),
            morning_from="07:00",
            morning_to="11:30",
            afternoon_from="13:30",
            afternoon_to="17:00",
            season_from="04-16",
            season_to="10-15",
        )
        set_office_hours(desk, hours=hours)

    window = shown("office_hours", prepare)
    words = told(window)
    assert "Hôm nay chưa có giờ làm việc nào được đặt" in words
    assert "Chưa có giờ làm việc cho những ngày 23/11/2026 đến 15/04/2027" in words
    assert "Mùa hè, 16/04 đến 15/10" in words
    (card,) = window.page.section.cards
    assert card.state.word == "Đặt từ 01/01/2026, sẽ dùng từ 16/04/2027"
    card.button.click()
    assert window.dialog.times["morning_from"].text() == "07:00"


def test_the_regulation_offers_a_choice_only_where_it_can_be_filled_in(shown):
    window = shown("regulation")
    tree = window.page.section.view.tree
    tree.choose("password.rotation.user")
    assert window.page.main_act.isEnabled()
    window.page.main_act.trigger()
    assert type(window.dialog).__name__ == "OwnChoiceDialog"
    window.dialog.accept()
    window.page.section.view.silent_button.setChecked(True)
    tree.choose("request.chain")
    assert not window.page.main_act.isEnabled()


def test_the_units_own_choice_is_seen_beside_the_regulations(shown):
    def prepare(desk):
        value = {"count": 3, "unit": "month"}
        choose_rule(desk, rule="password.rotation.user", value=value, from_on=desk.today(), why="Theo Công văn 12")

    window = shown("regulation", prepare)
    window.page.section.view.tree.choose("password.rotation.user")
    assert "Đơn vị chọn từ 23/11/2026: 03 tháng" in window.page.section.view.card.told


def test_another_regulation_is_told_and_named_on_top_once_it_holds(shown):
    window = shown("regulation")
    window.page.section.adopt()
    window.dialog.regulation_field.choose("soctrang-59-2024")
    window.dialog.main_button.click()
    assert "Sóc Trăng 59/2024" in told(window)


def test_a_year_without_its_notice_is_said_to_be_uncertain(shown):
    window = shown("calendar")
    window.page.section.view.after_button.click()
    assert "năm 2027 chưa có thông báo chính thức" in window.page.section.view.caveats.text()
    window.page.section.view.before_button.click()
    assert window.page.section.view.year.day.year == 2026


def test_a_day_of_the_list_is_chosen_in_the_calendar_and_told_with_its_source(shown):
    view = shown("calendar").page.section.view
    row = next(row for row in range(view.list.count()) if "02/01/2026: nghỉ hoán đổi" in view.list.item(row).text())
    view.list.setCurrentRow(row)
    assert view.year.day == date(2026, 1, 2)
    assert "Nguồn: Công văn 12729/VPCP-KGVX ngày 25/12/2025." in view.told.text()


def test_every_day_of_the_list_is_read_whole(shown):
    window = shown("calendar")
    window.window.resize(1366, 768)
    QApplication.processEvents()
    listed = window.page.section.view.list
    for row in range(listed.count()):
        option = QStyleOptionViewItem()
        listed.initViewItemOption(option)
        listed.itemDelegate().initStyleOption(option, listed.indexFromItem(listed.item(row)))
        option.rect = listed.visualItemRect(listed.item(row))
        room = listed.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, listed)
        margin = listed.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, listed) + 1
        width = room.width() - 2 * margin
        words = listed.fontMetrics().boundingRect(0, 0, width, 9999, Qt.TextFlag.TextWordWrap, option.text)
        assert words.height() <= room.height(), option.text
        assert room.right() == option.rect.right(), "Qt wraps as if there were no padding, and cuts what is too long"


@pytest.mark.parametrize(("section", "part"), [("calendar", "list"), ("regulation", "tree")])
def test_marks_are_as_large_in_lists_as_elsewhere_on_a_fine_screen_too(shown, section, part):
    listed = getattr(shown(section).page.section.view, part)
    assert listed.iconSize() == QSize(SIDE, SIDE)


def test_the_list_of_days_begins_with_what_comes_next(shown):
    view = shown("calendar").page.section.view
    QApplication.processEvents()
    on = [view.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(view.list.count())]
    coming = next(row for row, day in enumerate(on) if day >= view.year.day)
    assert view.list.visualItemRect(view.list.item(coming)).intersects(view.list.viewport().rect())


@pytest.mark.parametrize("section", [spec.key for spec in SECTIONS])
def test_the_line_under_the_title_is_read_whole_on_a_small_screen(shown, section):
    window = shown(section)
    window.window.resize(1366, 768)
    QApplication.processEvents()
    line = window.window.header.subtitle
    assert line.text() == line.whole != ""


def test_a_day_corrected_by_the_unit_is_marked_as_its_own(shown):
    def prepare(desk):
        say_of_day(desk, date(2026, 11, 28), is_off=False, why="làm bù theo thông báo", document="CV 1")

    view = shown("calendar", prepare).page.section.view
    assert any(
        "làm bù theo thông báo (lịch riêng của đơn vị)" in view.list.item(row).text()
        for row in range(view.list.count())
    )


def test_another_look_is_worn_at_once_and_kept(shown, qapp):
    window = shown("look")
    dark = next(button for button in window.page.section.schemes.buttons() if button.property("choice") == "dark")
    dark.click()
    assert Look.read(window.window.settings).scheme == "dark"
    dress(qapp, Look("light"))


def test_who_works_is_written_into_the_journal_from_now_on(shown):
    window = shown("look")
    window.page.section.person_field.setText("Trần Quốc Toản")
    next(button for button in window.page.section.findChildren(QPushButton) if button.text() == "Lưu tên này").click()
    assert window.desk.person == "Trần Quốc Toản"
    assert person_at_work(window.window.settings) == "Trần Quốc Toản"
    assert "Trần Quốc Toản" in window.window.top_bar.person_button.text()


def test_the_names_of_the_sections_give_way_in_a_narrow_window(shown):
    window = shown()
    window.window.resize(683, 384)
    assert window.page.list.item(0).text() == ""
    assert window.page.list.item(0).toolTip() == "Đơn vị"


@pytest.mark.parametrize("spec", SECTIONS, ids=lambda spec: spec.key)
def test_every_section_stands_where_it_is_said_to(spec):
    assert spec.section.load().words


def test_f1_has_something_to_say():
    assert (paths.resources() / "help" / f"{SettingsPage.help_topic}.md").is_file()
