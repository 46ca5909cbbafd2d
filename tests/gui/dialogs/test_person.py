"""Adding and correcting people: the name as it is read, the private facts, what is kept when something is wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from govmail_desk.gui.dialogs.person import PersonDialog, read_birth
from govmail_desk.listings import people
from govmail_desk.operations.people import edit_person
from tests.desks import added, founded, keeps_id_numbers, own_unit_id
from tests.gui.named_controls import unnamed_controls
from tests.gui.vietnamese_typing import type_by_input_method, type_decomposed, type_like_unikey
from tests.gui.windows import OpenWindow

TODAY = date(2026, 11, 23)


@pytest.fixture
def window(qtbot, tmp_path):
    window = OpenWindow(qtbot, founded(tmp_path), tmp_path, "people")
    yield window
    window.close()


@pytest.fixture
def adding(window):
    window.page.add_person()
    return window.dialog


def only(desk, text):
    (row,) = people.find(desk, text, limit=9)
    return people.person_of(desk, row.id)


@pytest.mark.parametrize("type_text", [type_by_input_method, type_like_unikey, type_decomposed])
def test_a_name_typed_as_vietnamese_is_kept_whole(type_text, window, adding) -> None:
    type_text(adding.name.line, "Nguyễn Thị Ánh Tuyết")
    QTest.keyClick(adding.name.line, Qt.Key.Key_Return)
    assert only(window.desk, "tuyết").full_name == "Nguyễn Thị Ánh Tuyết"


def test_everything_typed_reaches_the_register(window) -> None:
    keeps_id_numbers(window.desk)
    window.page.add_person()
    adding = window.dialog
    adding.name.line.setText("Đặng Thị Mỹ Hạnh Dung")
    adding.name.chips[3].click()
    adding.post.setText("Văn thư")
    adding.birth.setText("5/9/1985")
    adding.phone.setText("0912 000 111")
    adding.office_phone.setText("0229 3871 001 máy lẻ 12")
    adding.id_number.setText("037085001234")
    adding.note.setPlainText("Biên chế 2026")
    adding.main_button.click()
    person = only(window.desk, "dung")
    assert (person.full_name, person.given_word) == ("Đặng Thị Mỹ Hạnh Dung", 4)
    assert person.office_phone == "0229 3871 001 máy lẻ 12"
    assert (person.post, person.birth_on, person.phone) == ("Văn thư", "1985-09-05", "0912 000 111")
    assert (person.id_number, person.note, person.unit_id) == (
        "037085001234",
        "Biên chế 2026",
        own_unit_id(window.desk),
    )


def test_errors_stand_under_their_fields_and_nothing_typed_is_lost(window, adding) -> None:
    adding.birth.setText("tháng chín")
    adding.phone.setText("09x")
    adding.main_button.click()
    rows = adding.form.rows
    assert rows["name"].error.startswith("Chưa có họ và tên.")
    assert rows["birth"].error.startswith("Chưa đọc được ngày sinh.")
    assert rows["phone"].error == "Số điện thoại chỉ gồm chữ số. Hãy gõ lại."
    assert (adding.birth.text(), adding.phone.text()) == ("tháng chín", "09x")
    assert window.dialog is adding


def test_the_private_facts_do_not_stand_in_what_the_window_says(window, adding) -> None:
    adding.name.line.setText("Hồ Thị Bưởi")
    adding.phone.setText("0912000999")
    adding.main_button.click()
    assert window.said == "Thêm Hồ Thị Bưởi"


def test_a_correction_begins_with_what_stands_and_keeps_the_rest(window) -> None:
    person = people.person_of(window.desk, added(window.desk, "Phạm Đức An"))
    PersonDialog(window.page, window.desk, person=person).open()
    dialog = window.dialog
    assert (dialog.name.typed(), dialog.birth.text(), dialog.phone.text()) == (
        "Phạm Đức An",
        "01/05/1990",
        "0912000111",
    )
    assert not dialog.has_typed
    dialog.post.setText("Trưởng phòng")
    dialog.main_button.click()
    corrected = people.person_of(window.desk, person.id)
    assert (corrected.post, corrected.phone, corrected.birth_on) == ("Trưởng phòng", person.phone, person.birth_on)


def test_a_correction_over_a_later_one_is_refused_in_place(window) -> None:
    seen = people.person_of(window.desk, added(window.desk, "Phạm Đức An"))
    PersonDialog(window.page, window.desk, person=seen).open()
    edit_person(window.desk, person=seen, corrected=replace(seen, post="Kế toán"))
    dialog = window.dialog
    dialog.post.setText("Trưởng phòng")
    dialog.main_button.click()
    assert dialog.notices.sentence.startswith("Dòng này vừa được sửa ở nơi khác.")
    assert dialog.post.text() == "Trưởng phòng"


def test_esc_asks_before_what_was_typed_is_lost(window, adding) -> None:
    adding.name.line.setText("Hồ Thị Bưởi")
    QTest.keyClick(adding.name.line, Qt.Key.Key_Escape)
    assert window.dialog is adding
    assert adding.notices.sentence == "Những gì vừa nhập chưa được lưu."


def test_the_focus_begins_in_the_name_and_every_field_has_one(adding) -> None:
    assert adding.focusWidget() is adding.name.line
    assert unnamed_controls(adding) == []


@pytest.mark.parametrize(
    ("text", "birth_on"),
    [
        ("05/09/1985", "1985-09-05"),
        ("5-9-1985", "1985-09-05"),
        ("1985", "1985"),
        ("2027", None),
        ("24/11/2026", None),
        ("31/02/1985", None),
        ("", None),
    ],
)
def test_a_birth_date_is_a_day_or_a_year_that_has_been(text, birth_on) -> None:
    assert read_birth(text, TODAY) == birth_on


def test_an_identity_number_is_asked_for_only_where_the_unit_keeps_them(window) -> None:
    window.page.add_person()
    assert "id_number" not in window.dialog.form.rows
    window.dialog.reject()
    keeps_id_numbers(window.desk)
    window.page.add_person()
    assert "id_number" in window.dialog.form.rows
