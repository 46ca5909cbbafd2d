"""Withdrawing some rows."""

from __future__ import annotations

import pytest

from tests.gui.dialogs.request_lives import RequestLife
from tests.gui.named_controls import unnamed_controls


@pytest.fixture
def life(qtbot, tmp_path):
    opened = RequestLife(qtbot, tmp_path, state="signed")
    yield opened
    opened.close()


@pytest.fixture
def dialog(life):
    life.acts.withdraw()
    return life.dialog


def test_nothing_is_withdrawn_before_rows_are_chosen(dialog):
    assert not dialog.main_button.isEnabled()
    assert unnamed_controls(dialog) == []


def test_the_chosen_rows_go_with_their_reason(life, dialog):
    dialog.table.choose(2)
    assert dialog.main_button.text() == "Rút 1 dòng"
    dialog.reason.setPlainText("Đã chuyển công tác")
    dialog.main_button.click()
    assert [row.result for row in life.life.rows] == ["", "withdrawn", ""]
    assert life.life.rows[1].note == "Đã chuyển công tác"


def test_a_reason_is_asked_for(life, dialog):
    dialog.table.choose(2)
    dialog.main_button.click()
    assert "Chưa có lý do" in dialog.form.rows["reason"].error
    assert len(life.life.standing) == 3


def test_withdrawing_all_is_refused_and_the_way_told(dialog):
    dialog.table.selectAll()
    dialog.reason.setPlainText("Không cần nữa")
    dialog.main_button.click()
    assert "Hủy đề nghị" in dialog.notices.sentence
