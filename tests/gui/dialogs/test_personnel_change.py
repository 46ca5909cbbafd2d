"""A change in someone's post: what is written, what follows and by when stands below the fields while they are filled in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from govmail_desk.gui.dialogs.personnel_change import PersonnelChangeDialog
from govmail_desk.gui.rules.rule_line import RuleLine
from govmail_desk.listings import people, units
from govmail_desk.operations.custodies import appoint
from govmail_desk.operations.mailboxes import add_mailbox
from govmail_desk.operations.people import edit_person
from govmail_desk.operations.units import add_unit
from tests.desks import added, founded, own_unit_id
from tests.gui.named_controls import unnamed_controls
from tests.gui.vietnamese_typing import type_like_unikey
from tests.gui.windows import OpenWindow

MONDAY = date(2026, 11, 23)
NAMES = ("Phạm Đức An", "Đỗ Thị Bích Ngọc", "Trần Ánh")


def with_mailbox(desk, name, place):
    person_id = added(desk, name)
    add_mailbox(
        desk,
        address=f"so{place}.stttt@ninhbinh.gov.vn",
        kind="personal",
        unit_id=own_unit_id(desk),
        holder_id=person_id,
        state="active",
        since=MONDAY,
    )
    return person_id


@pytest.fixture
def shown(qtbot, tmp_path):
    """Open the dialog for the first people of a register, each with a mailbox."""
    opened = []

    def show(count=1, regulation_id="ninhbinh-2020", prepare=None):
        window = OpenWindow(qtbot, founded(tmp_path, regulation_id), tmp_path, "people")
        opened.append(window)
        add_unit(window.desk, name="Phòng Chuyển đổi số", slug="pcds", parent_id=own_unit_id(window.desk))
        ids = [with_mailbox(window.desk, name, place) for place, name in enumerate(NAMES[:count])]
        if prepare is not None:
            prepare(window.desk, ids)
        PersonnelChangeDialog(window.page, window.desk, [people.person_of(window.desk, one) for one in ids]).open()
        return window

    yield show
    for window in opened:
        window.close()


def said(dialog):
    return "\n".join(dialog.outcome.lines)


def choose(dialog, kind):
    dialog.kind.choose(kind)
    dialog.kind.picked.emit(kind)


def choose_unit(dialog, unit_id):
    dialog.unit.choose(unit_id)
    dialog.unit.picked.emit(unit_id)


def section(desk):
    return next(row.id for row in units.tree(desk) if not row.is_own)


def line(dialog, words):
    return next(one for one in dialog.outcome.findChildren(RuleLine) if words in one.words)


def person(window, place=0):
    return people.person_of(window.desk, window.dialog.people[place].id)


def test_who_retires_is_told_with_the_request_its_article_and_its_last_day(shown):
    dialog = shown().dialog
    dialog.decided.show_day(date(2026, 11, 10))
    assert "Phạm Đức An: nghỉ hưu, thôi làm việc từ Thứ Ba, 10/11/2026." in dialog.outcome.lines
    assert line(dialog, "Hủy, thu hồi: so0.stttt@ninhbinh.gov.vn").words.endswith("(Đ7.2)")
    limit = line(dialog, "Gửi chậm nhất")
    assert limit.words == "Gửi chậm nhất Thứ Hai, 16/11/2026 · quá 7 ngày (Đ7.2)"
    assert limit.why_button.why.steps[0].startswith("Thứ Ba")


def test_where_the_regulation_gives_the_unit_no_limit_that_is_said(shown):
    dialog = shown(regulation_id="camau-24-2018").dialog
    assert "(Đ8.6)" in line(dialog, "Hủy, thu hồi").words
    assert "Quy chế không đặt thời hạn cho đơn vị gửi đề nghị này; nên gửi sớm." in dialog.outcome.lines


def test_what_the_regulation_does_not_name_is_called_a_suggestion(shown):
    dialog = shown().dialog
    choose(dialog, "died")
    assert "(quy chế không nêu, chương trình gợi ý)" in line(dialog, "Hủy, thu hồi").words
    assert dialog.decided.accessibleDescription() == "Không có quyết định thì ghi ngày mất."


@pytest.mark.parametrize(
    ("kind", "seen"),
    [("retired", set()), ("transferred", {"unit", "post"}), ("promoted", {"post"}), ("renamed", {"name"})],
)
def test_only_what_the_kind_changes_is_asked(shown, kind, seen):
    dialog = shown().dialog
    choose(dialog, kind)
    assert {key for key in ("unit", "name", "post") if dialog.form.rows[key].isVisible()} == seen


def test_a_new_name_is_told_old_and_new_and_written(shown):
    window = shown()
    dialog = window.dialog
    choose(dialog, "renamed")
    assert dialog.outcome.lines == [
        "Chưa có họ tên mới, hoặc họ tên mới giống như cũ. Hãy ghi họ tên mới của Phạm Đức An."
    ]
    dialog.name.line.clear()
    type_like_unikey(dialog.name.line, "Phạm Đức Ân")
    assert "Họ và tên: Phạm Đức An → Phạm Đức Ân" in dialog.outcome.lines
    assert "Thay đổi thông tin: so0.stttt@ninhbinh.gov.vn" in said(dialog)
    found = person(window).id
    dialog.main_button.click()
    assert people.person_of(window.desk, found).full_name == "Phạm Đức Ân"


def test_a_transfer_under_ninh_binh_says_that_the_new_mailbox_comes_after_the_old_one(shown):
    dialog = shown().dialog
    choose(dialog, "transferred")
    choose_unit(dialog, section(dialog.desk))
    assert "Đơn vị: Sở Thông tin và Truyền thông → Phòng Chuyển đổi số" in dialog.outcome.lines
    assert "Cấp mới hộp thư: lập sau khi hộp thư đang có đã được hủy (Đ6.1, Đ7.2)" in dialog.outcome.lines


def test_charges_that_end_are_to_be_given_to_someone_else(shown):
    def in_charge(desk, ids):
        appoint(desk, unit_id=own_unit_id(desk), person_id=ids[0], role="custodian", from_on=MONDAY)

    dialog = shown(prepare=in_charge).dialog
    assert "Phạm Đức An thôi làm người theo dõi của Sở Thông tin và Truyền thông." in dialog.outcome.lines


def test_it_is_recorded_with_its_decision_and_nothing_else_is_lost(shown):
    window = shown()
    dialog = window.dialog
    found = person(window).id
    type_like_unikey(dialog.document, "Quyết định số 45/QĐ-STTTT")
    dialog.effective.show_day(date(2026, 12, 1))
    dialog.main_button.click()
    assert window.dialog is None
    assert window.said == "Ghi biến động: Phạm Đức An, nghỉ hưu"
    kept = people.person_of(window.desk, found)
    assert (kept.left_on, kept.phone) == (date(2026, 12, 1), "0912000111")
    (change,) = people.pane(window.desk, found).changes
    assert (change.kind, change.decided_on, change.document) == ("retired", "2026-11-23", "Quyết định số 45/QĐ-STTTT")


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("decided", "31/11/2026", "Chưa đọc được ngày này."),
        ("decided", "", "Chưa có ngày."),
        ("decided", "24/11/2026", "Ngày quyết định 24/11/2026 chưa tới."),
        ("effective", "hôm nọ", "Chưa đọc được ngày này."),
    ],
)
def test_a_day_that_cannot_stand_is_told_under_its_field_and_writes_nothing(shown, field, typed, sentence):
    window = shown()
    dialog = window.dialog
    getattr(dialog, field).line.setText(typed)
    dialog.main_button.click()
    assert dialog.form.rows[field].error.startswith(sentence)
    assert person(window).left_on is None


def test_what_is_missing_is_told_under_the_field_that_mends_it(shown):
    dialog = shown().dialog
    choose(dialog, "transferred")
    dialog.main_button.click()
    assert dialog.form.rows["unit"].error.startswith("Chưa có đơn vị mới")


def test_several_people_leave_under_one_decision_in_one_act(shown):
    window = shown(3)
    dialog = window.dialog
    assert dialog.windowTitle() == "Biến động nhân sự: 3 người"
    kinds = [dialog.kind.itemText(place) for place in range(dialog.kind.count())]
    assert not {"Đổi họ tên", "Đổi chức vụ"} & set(kinds)
    assert "3 người: nghỉ hưu, thôi làm việc từ Thứ Hai, 23/11/2026." in dialog.outcome.lines
    assert "so0.stttt@ninhbinh.gov.vn, so1.stttt@ninhbinh.gov.vn, so2.stttt@ninhbinh.gov.vn" in said(dialog)
    ids = [one.id for one in dialog.people]
    dialog.main_button.click()
    assert window.said == "Ghi biến động: 3 người, nghỉ hưu"
    assert {people.person_of(window.desk, one).left_on for one in ids} == {MONDAY}


def test_who_of_several_cannot_be_recorded_is_named_and_stops_no_other(shown):
    def already_there(desk, ids):
        second = people.person_of(desk, ids[1])
        edit_person(desk, person=second, corrected=replace(second, unit_id=section(desk)))

    window = shown(2, prepare=already_there)
    dialog = window.dialog
    choose(dialog, "transferred")
    choose_unit(dialog, section(window.desk))
    assert "Đơn vị: Sở Thông tin và Truyền thông → Phòng Chuyển đổi số" in dialog.outcome.lines
    assert any("đơn vị mới của Đỗ Thị Bích Ngọc" in words for words in dialog.outcome.lines)
    dialog.main_button.click()
    assert window.said == "Ghi biến động: Phạm Đức An, chuyển đơn vị trong sổ"


def test_a_register_that_moved_meanwhile_is_looked_at_again_before_it_is_written(shown):
    window = shown()
    dialog = window.dialog
    added(window.desk, "Lê Văn Ấn")
    dialog.main_button.click()
    assert "Sổ vừa có thay đổi" in dialog.notices.sentence
    dialog.main_button.click()
    assert window.dialog is None


def test_every_control_has_a_name(shown):
    assert unnamed_controls(shown().dialog) == []
