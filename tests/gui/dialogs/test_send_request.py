"""Recording that a request was sent."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.gui.dialogs.send_request import SendRequestDialog
from govmail_desk.gui.dialogs.sign_request import SignRequestDialog
from tests.gui.dialogs.request_lives import OWN, RequestLife
from tests.gui.named_controls import unnamed_controls


@pytest.fixture
def life(qtbot, tmp_path):
    opened = []

    def make(**wanted):
        opened.append(RequestLife(qtbot, tmp_path, **wanted))
        return opened[-1]

    yield make
    for each in opened:
        each.close()


def test_the_units_own_mailbox_and_the_usual_way_stand_there_already(life):
    dialog = life(state="signed").next_dialog()
    assert isinstance(dialog, SendRequestDialog)
    assert dialog.address.typed() == OWN["ninhbinh-2020"]
    assert dialog.way.choice() == "document-system"
    assert unnamed_controls(dialog) == []


def test_by_when_an_answer_is_due_follows_the_day(life):
    dialog = life(state="signed").next_dialog()
    (line,) = dialog.rules.lines
    assert "hết Thứ Sáu, 27/11/2026" in line.words
    assert line.why_button.why.cite == "Đ6.2"
    dialog.on.show_day(date(2026, 11, 19))
    assert "hết Thứ Ba, 24/11/2026" not in dialog.rules.lines[0].words  # that day is off
    assert "hết Thứ Tư, 25/11/2026" in dialog.rules.lines[0].words


def test_day_mailbox_and_way_are_kept_as_a_step(life):
    signed = life(state="signed")
    dialog = signed.next_dialog()
    dialog.way.choose("email")
    dialog.main_button.click()
    step = signed.life.steps[0]
    assert (step.act, step.on, step.address, step.way) == ("sent", "2026-11-23", OWN["ninhbinh-2020"], "email")
    assert signed.acts.next.text() == "Ghi trả lời…"


def test_quan_4_sends_without_a_letter_and_refuses_any_other_mailbox(life):
    draft = life(regulation_id="quan4-03-2013")
    assert draft.acts.next.text() == "Ghi đã gửi…"
    dialog = draft.next_dialog()
    assert dialog.way.choice() == "email"
    dialog.address.setText("canhan@tphcm.gov.vn")
    dialog.main_button.click()
    assert "phải gửi từ hộp thư của đơn vị" in dialog.notices.sentence
    assert "Đ6.1" in dialog.notices.sentence
    assert dialog.unlimited.isVisible()
    dialog.address.setText(OWN["quan4-03-2013"])
    dialog.main_button.click()
    assert draft.row.state == "sent"


def test_a_letter_no_one_asks_for_may_still_be_signed(life):
    draft = life(regulation_id="quan4-03-2013")
    assert draft.acts._sign.isVisible()
    draft.acts._sign.trigger()
    assert isinstance(draft.dialog, SignRequestDialog)


def test_where_signing_comes_next_it_is_offered_once(life):
    assert not life().acts._sign.isVisible()


def test_empty_fields_say_what_to_write(life):
    dialog = life(state="signed").next_dialog()
    dialog.address.clear()
    dialog.on.line.clear()
    dialog.main_button.click()
    assert "Chưa có ngày gửi" in dialog.form.rows["on"].error
    assert "Chưa có hộp thư gửi" in dialog.form.rows["address"].error
