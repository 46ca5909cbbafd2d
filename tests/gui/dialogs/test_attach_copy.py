"""Signed copies on their way into the register."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from govmail_desk.domain.handover import Minutes, SignedCopy
from govmail_desk.domain.signed_copy import SIGNINGS
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.operations.handover_minutes import make_minutes
from tests.gui.named_controls import unnamed_controls
from tests.request_lives import every, one
from tests.signed_pdfs import GIVER, plain_pdf, scanned_pdf, signed


@pytest.fixture
def room(handover_room):
    room = handover_room()
    make_minutes(room.desk, handover_id=room.handover.id)
    room.choose()
    return room


def mark(room):
    return one(room.desk, Minutes).mark


def said(place):
    return "\n".join(label.text() for label in place.findChildren(QLabel))


def test_a_scan_whose_mark_cannot_be_read_asks_for_it_and_takes_it(room):
    room.answer_with(scanned_pdf("khong doc duoc"))
    room.acts.attach_copy()
    assert "Không đọc được dấu biên bản" in said(room.dialog)
    assert unnamed_controls(room.dialog) == []
    room.dialog.mark.setText("abc")
    room.dialog.main_button.click()
    assert "1A2B-3C4D" in room.dialog.form.rows["mark"].error
    room.dialog.mark.setText(mark(room).lower())
    room.dialog.main_button.click()
    assert (one(room.desk, SignedCopy).belongs, one(room.desk, SignedCopy).minutes_id) == (
        "yes",
        one(room.desk, Minutes).id,
    )


def test_a_scan_kept_without_a_mark_is_told_it_later(room):
    room.answer_with(scanned_pdf("khong doc duoc"))
    room.acts.attach_copy()
    room.dialog.main_button.click()
    room.page.settle()
    assert one(room.desk, SignedCopy).belongs == "unknown"
    assert room.page.shown.copies.state.word == SIGNINGS["unidentified"]
    links = {link.words: link for link in room.page.shown.findChildren(LinkButton)}
    links["Ghi dấu ở chân trang…"].click()
    room.dialog.mark.setText(mark(room))
    room.dialog.main_button.click()
    assert one(room.desk, SignedCopy).belongs == "yes"


def test_a_mark_of_no_edition_is_told_at_once_and_nothing_is_kept_under_it(room):
    room.answer_with(scanned_pdf("khong doc duoc"))
    room.acts.attach_copy()
    room.dialog.mark.setText("1a2b-3c4")
    assert room.dialog.form.rows["mark"].error == ""
    room.dialog.mark.setText("1a2b-3c4d")
    told = room.dialog.form.rows["mark"].error
    assert "mang dấu 1A2B-3C4D" in told
    assert f"bản thứ 1 in dấu {mark(room)}" in told
    room.dialog.main_button.click()
    assert room.dialog.form.rows["mark"].error == told
    assert every(room.desk, SignedCopy) == []
    room.dialog.mark.setText(mark(room))
    assert room.dialog.form.rows["mark"].error == ""


def test_a_mark_of_no_edition_is_not_told_to_a_kept_scan_either(room):
    room.answer_with(scanned_pdf("khong doc duoc"))
    room.acts.attach_copy()
    room.dialog.main_button.click()
    room.page.settle()
    room.acts.tell_mark(one(room.desk, SignedCopy))
    room.dialog.mark.setText("1A2B-3C4D")
    room.dialog.main_button.click()
    assert "mang dấu 1A2B-3C4D" in room.dialog.form.rows["mark"].error
    assert one(room.desk, SignedCopy).belongs == "unknown"


def test_a_pdf_that_reads_otherwise_is_told_and_taken_once_it_was_compared(room):
    room.answer_with(signed(plain_pdf(f"Dau bien ban: {mark(room)}")))
    room.acts.attach_copy()
    assert "không đúng nguyên văn" in said(room.dialog)
    assert f"{GIVER}: ghi giờ ký" in said(room.dialog)
    assert not room.dialog.compared.isHidden()
    room.dialog.compared.setChecked(True)
    room.dialog.main_button.click()
    assert one(room.desk, SignedCopy).belongs == "yes"


def test_each_signature_of_a_kept_copy_is_told_in_the_pane(room):
    room.answer_with(signed(plain_pdf(f"Dau bien ban: {mark(room)}")))
    room.acts.attach_copy()
    room.dialog.compared.setChecked(True)
    room.dialog.main_button.click()
    room.page.settle()
    assert f"{GIVER}: ghi giờ ký" in said(room.page.shown)
    assert "Chương trình không xét chứng thư số do ai cấp" in said(room.page.shown)


def test_the_same_file_is_not_kept_twice(room):
    room.answer_with(scanned_pdf(f"Dau bien ban: {mark(room)}"))
    room.acts.attach_copy()
    room.dialog.main_button.click()
    room.page.settle()
    room.acts.attach_copy()
    assert room.dialog is None
    assert "đã được đính kèm" in room.opened.said
    assert len(every(room.desk, SignedCopy)) == 1
