"""Recording that the letter was signed."""

from __future__ import annotations

import pytest

from govmail_desk.gui.dialogs.sign_request import SignRequestDialog
from tests.gui.dialogs.request_lives import RequestLife
from tests.gui.named_controls import unnamed_controls


@pytest.fixture
def life(qtbot, tmp_path):
    opened = RequestLife(qtbot, tmp_path)
    yield opened
    opened.close()


def test_the_next_act_of_a_draft_asks_for_number_and_day(life):
    assert life.acts.next.text() == "Ghi đã ký…"
    dialog = life.next_dialog()
    assert isinstance(dialog, SignRequestDialog)
    assert dialog.on.day() == life.desk.today()
    assert unnamed_controls(dialog) == []


def test_number_and_day_are_kept_and_the_page_follows(life):
    dialog = life.next_dialog()
    dialog.number.setText("0125")
    dialog.main_button.click()
    assert life.dialog is None
    assert (life.row.state, life.row.number) == ("signed", "125")
    assert life.acts.next.text() == "Ghi đã gửi…"
    assert "đã ký, số 125" in life.opened.said


def test_without_a_number_the_field_says_what_to_do(life):
    dialog = life.next_dialog()
    dialog.main_button.click()
    assert dialog.form.rows["number"].error == "Chưa có số. Hãy ghi số văn thư đã cấp cho công văn."
    assert life.row.state == "draft"


def test_what_is_no_number_is_refused_in_place_and_stays_typed(life):
    dialog = life.next_dialog()
    dialog.number.setText("số 12")
    dialog.main_button.click()
    assert "chưa đúng" in dialog.notices.sentence
    assert dialog.number.typed() == "số 12"


def test_khanh_hoa_shows_whose_hands_the_letter_passes_through(qtbot, tmp_path):
    director = {"names": ["Hồ Ngọc Ẩn"], "post": "Giám đốc"}
    life = RequestLife(qtbot, tmp_path, regulation_id="khanhhoa-dagt-2021", **director)
    (step,) = life.next_dialog().steps.steps
    assert step.words.startswith("Trình tự trong đơn vị: phòng Kế hoạch - Tổng hợp đề xuất")
    assert step.why.cite == "Đ4.1"
    life.close()
