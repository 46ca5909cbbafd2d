"""Giving up a number, or a whole request."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from tests.gui.dialogs.request_lives import RequestLife
from tests.gui.named_controls import unnamed_controls


@pytest.fixture
def life(qtbot, tmp_path):
    opened = []

    def make(state):
        opened.append(RequestLife(qtbot, tmp_path, state=state))
        return opened[-1]

    yield make
    for each in opened:
        each.close()


def told(dialog):
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_a_cancelled_number_leaves_a_draft_and_stays_in_the_register(life):
    signed = life("signed")
    signed.acts.cancel_number()
    dialog = signed.dialog
    assert "Số 125 vẫn ghi trong sổ" in told(dialog)
    assert unnamed_controls(dialog) == []
    dialog.reason.setPlainText("Văn thư cấp nhầm sổ")
    dialog.main_button.click()
    assert (signed.row.state, signed.row.number) == ("draft", "")
    step = signed.life.steps[0]
    assert (step.act, step.number, step.note) == ("number-cancelled", "125", "Văn thư cấp nhầm sổ")


def test_cancelling_a_request_that_was_sent_tells_to_tell_the_operator(life):
    sent = life("sent")
    sent.acts.cancel()
    assert "hãy báo nơi nhận" in told(sent.dialog)
    sent.dialog.reason.setPlainText("Không còn nhu cầu")
    sent.dialog.main_button.click()
    assert sent.row.state == "cancelled"
    assert not sent.acts.next.isVisible()


@pytest.mark.parametrize("which", ["cancel", "cancel_number"])
def test_a_reason_is_asked_for(life, which):
    signed = life("signed")
    getattr(signed.acts, which)()
    signed.dialog.main_button.click()
    assert "Chưa có lý do" in signed.dialog.form.rows["reason"].error
    assert signed.row.state == "signed"
