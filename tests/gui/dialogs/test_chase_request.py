"""Asking again for an answer that has not come."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.gui.dialogs.check_papers import CheckPapersDialog
from govmail_desk.listings import requests
from tests.gui.dialogs.request_lives import RequestLife
from tests.gui.named_controls import unnamed_controls

LATE = date(2026, 12, 2)


@pytest.fixture
def life(qtbot, tmp_path):
    opened = RequestLife(qtbot, tmp_path, state="sent")
    opened.go_on_to(LATE)
    opened.page.reload(None)
    opened.choose()
    yield opened
    opened.close()


def test_an_overdue_request_is_marked_and_offers_to_ask_again(life):
    assert life.row.state == "overdue"
    assert life.page.shown.state.word == "Quá hạn"
    assert life.page.shown.limit.words == "Thứ Sáu, 27/11/2026 · quá 5 ngày (Đ6.2)"
    assert life.acts.chase_act.isVisible()


def test_within_the_limit_nothing_is_chased(qtbot, tmp_path):
    opened = RequestLife(qtbot, tmp_path, state="sent")
    assert not opened.acts.chase_act.isVisible()
    opened.close()


def test_the_letter_and_its_mail_are_made_and_stand_among_the_papers(life):
    life.acts.chase()
    dialog = life.dialog
    assert (dialog.time, dialog.on.day()) == (1, LATE)
    assert unnamed_controls(dialog) == []
    dialog.main_button.click()
    assert life.dialog is None
    roles = [kept.role for kept in requests.pane(life.desk, life.id).files]
    assert roles.count("chase") == 2
    assert life.life.steps[0].act == "chased"


def test_the_number_is_recorded_once_it_is_signed(life):
    life.acts.chase()
    life.dialog.main_button.click()
    life.acts.number_chase()
    dialog = life.dialog
    dialog.main_button.click()
    assert "Chưa có số" in dialog.form.rows["number"].error
    dialog.number.setText("131")
    dialog.main_button.click()
    assert life.life.steps[0].number == "131"
    assert not life.acts._number_chase.isVisible()


def test_before_its_number_is_recorded_the_letter_may_be_looked_through(life):
    life.acts.chase()
    life.dialog.main_button.click()
    life.acts.number_chase()
    life.dialog.check_button.click()
    assert isinstance(life.dialog, CheckPapersDialog)
