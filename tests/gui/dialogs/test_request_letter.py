"""The letter of a request beside its fields."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from email import policy
from email.parser import BytesParser

import pytest

from govmail_desk.listings import requests as request_listing
from govmail_desk.listings.settings import signers
from govmail_desk.operations.settings import edit_signer
from tests.desks import added
from tests.gui.dialogs.rooms import SOON, files_of, text_of
from tests.gui.vietnamese_typing import type_by_input_method, type_like_unikey


def test_the_letter_follows_what_is_typed_and_is_made_as_it_was_seen(request_room):
    room = request_room()
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành")])
    room.go_on()
    letter = wizard.letter
    letter.reason.selectAll()
    type_like_unikey(letter.reason, "mới tiếp nhận về đơn vị")
    type_by_input_method(letter.contact, "Ngô Thị Kim Uyên, văn thư")
    type_like_unikey(letter.recipients, "Ban Giám đốc")
    for words in ("1. Lý do: mới tiếp nhận về đơn vị.", "Ngô Thị Kim Uyên", "- Ban Giám đốc;"):
        room.qtbot.waitUntil(lambda words=words: words in letter.sheet.toPlainText(), timeout=SOON)
    room.go_on()
    _, files = files_of(room.desk)
    made = text_of(files["letter"])
    assert "1. Lý do: mới tiếp nhận về đơn vị." in made
    assert "Ngô Thị Kim Uyên, văn thư" in made


def test_without_a_reason_nothing_is_made_and_the_field_says_so(request_room):
    room = request_room()
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành")])
    room.go_on()
    wizard.letter.reason.clear()
    wizard.letter.go_on()
    assert "lý do" in wizard.letter.form.rows["reason"].error
    assert request_listing.every(room.desk) == []


def test_the_signer_is_one_with_authority_that_day_and_may_be_missing(request_room):
    room = request_room()
    (head,) = signers(room.desk)
    edit_signer(room.desk, signer=replace(head, to_on=room.desk.today() - timedelta(days=1)))
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành")])
    room.go_on()
    assert wizard.letter.signer.choice() is None
    assert any("chưa ai có thẩm quyền ký" in sentence for sentence in wizard.letter.warnings.sentences)
    room.go_on()


@pytest.mark.parametrize(
    ("regulation_id", "said"),
    [
        ("ninhbinh-2020", "đã kết thúc từ 01/03/2025"),
        ("khanhhoa-dagt-2021", "Chưa có địa chỉ thư của nơi nhận"),
        ("soctrang-59-2024", "Địa chỉ này do chương trình gợi ý"),
    ],
)
def test_what_to_know_of_the_operator_is_said_beside_it(request_room, regulation_id, said):
    room = request_room(regulation_id)
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành", post="Giám đốc")])
    room.go_on()
    assert any(said in sentence for sentence in wizard.letter.warnings.sentences)


def test_another_operator_typed_here_gets_the_request_and_is_kept(request_room):
    room = request_room()
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành")])
    room.go_on()
    letter = wizard.letter
    letter.operator.selectAll()
    type_like_unikey(letter.operator, "Sở Khoa học và Công nghệ")
    letter.operator_address.selectAll()
    type_like_unikey(letter.operator_address, "skhcn@ninhbinh.gov.vn")
    room.qtbot.waitUntil(lambda: "Kính gửi: Sở Khoa học" in letter.sheet.toPlainText(), timeout=SOON)
    assert letter.warnings.sentences == []
    room.go_on()
    _, files = files_of(room.desk)
    assert BytesParser(policy=policy.default).parsebytes(files["email"])["To"] == "skhcn@ninhbinh.gov.vn"


def test_papers_the_regulation_asks_for_are_told_from_those_we_offer(request_room):
    room = request_room()
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành")])
    room.go_on()
    words = {note.role: note.words for note in wizard.letter.papers.notes}
    assert words["letter"] == "Công văn: quy chế yêu cầu (Đ6.1)"
    assert words["list"] == "Danh sách: chương trình lập thêm"


def test_our_own_arrangement_of_a_form_is_said_in_the_window_and_never_on_the_paper(request_room):
    room = request_room("khanhhoa-dagt-2021")
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành", post="Giám đốc")])
    room.go_on()
    notes = " ".join(note.form_note for note in wizard.letter.papers.notes)
    assert "chúng tôi chưa có Phụ lục ấy" in notes
    room.go_on()
    _, files = files_of(room.desk)
    assert "Phụ lục ấy" not in text_of(files["letter"]) + text_of(files["proposal"])
