"""Signed copies in a real register: which text they belong to, what was found in them, and their bytes as they came."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from sqlalchemy import select

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.handover import Minutes, SignedCopy
from govmail_desk.domain.pdf_signature import UNJUDGED, read_back
from govmail_desk.domain.signed_copy import signing
from govmail_desk.operations import journals
from govmail_desk.operations.handover_items import settle_item
from govmail_desk.operations.handover_minutes import copy_minutes, make_minutes
from govmail_desk.operations.handovers import cancel_handover
from govmail_desk.operations.signed_copies import attach_copy, copy_signed, plan_copy, tell_mark
from govmail_desk.store.tables import file_content
from tests.desks import founded
from tests.documents.printing import printed
from tests.handovers import opened
from tests.request_lives import every, one
from tests.signed_pdfs import GIVER, RECEIVER, added_to, altered, plain_pdf, scanned_pdf, signed


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path / "so", "camau-24-2018") as desk:
        yield desk


@pytest.fixture
def brought(tmp_path):
    def lay(content: bytes, name: str = "bien-ban-da-ky.pdf") -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return lay


def made(desk) -> Minutes:
    """Open a handover and make its minutes."""
    make_minutes(desk, handover_id=opened(desk).id)
    return one(desk, Minutes)


def next_edition(desk, minutes: Minutes) -> Minutes:
    settle_item(desk, handover_id=minutes.handover_id, item="mailbox", state="done")
    make_minutes(desk, handover_id=minutes.handover_id)
    return every(desk, Minutes)[-1]


def exported(desk, minutes: Minutes, folder: Path) -> bytes:
    """Export the minutes as a PDF, as a clerk does with Word or LibreOffice."""
    folder.mkdir()
    path = copy_minutes(desk, minutes_id=minutes.id, folder=folder / "ra")
    printed(folder, {path.name: path.read_bytes()})
    return (folder / path.name).with_suffix(".pdf").read_bytes()


def scan_of(minutes: Minutes) -> bytes:
    return scanned_pdf(f"Dau bien ban: {minutes.mark}")


def test_a_scan_with_its_mark_is_of_that_edition_and_kept_byte_for_byte(desk, brought, tmp_path):
    minutes = made(desk)
    path = brought(scan_of(minutes), "Biên bản đã ký.pdf")
    plan = plan_copy(desk, handover_id=minutes.handover_id, path=path)
    assert (plan.belongs, plan.minutes, plan.asks_mark) == ("yes", minutes, False)
    attach_copy(desk, plan, note="Bản gốc lưu tại văn thư")
    kept = one(desk, SignedCopy)
    assert (kept.way, kept.belongs, kept.minutes_id) == ("scan", "yes", minutes.id)
    assert (kept.by, kept.note, kept.attached_on) == (desk.person, "Bản gốc lưu tại văn thư", desk.today())
    with desk.reading() as connection:
        content = connection.execute(
            select(file_content.c.content).where(file_content.c.sha256 == kept.sha256)
        ).scalar_one()
    assert content == path.read_bytes()
    out = copy_signed(desk, copy_id=kept.id, folder=tmp_path / "ra")
    assert hashlib.sha256(out.read_bytes()).hexdigest() == kept.sha256
    assert signing([kept], [minutes]) == "signed"


def test_an_exported_pdf_signed_by_both_is_of_its_text_word_for_word(desk, brought, tmp_path):
    minutes = made(desk)
    pdf = signed(signed(exported(desk, minutes, tmp_path / "pdf")), by=RECEIVER, is_visible=True)
    plan = plan_copy(desk, handover_id=minutes.handover_id, path=brought(pdf))
    assert (plan.belongs, plan.missing) == ("yes", ())
    assert plan.sentences[-1] == UNJUDGED
    attach_copy(desk, plan)
    kept = one(desk, SignedCopy)
    assert kept.way == "signed-pdf"
    assert [(found.signer, found.is_sound) for found in read_back(kept.signatures)] == [(GIVER, True), (RECEIVER, True)]
    assert signing([kept], [minutes]) == "signed"


def test_a_pdf_with_the_mark_and_other_words_counts_only_once_somebody_compared_it(desk, brought):
    minutes = made(desk)
    forged = brought(signed(plain_pdf("BIEN BAN KHAC", f"Dau bien ban: {minutes.mark}")))
    plan = plan_copy(desk, handover_id=minutes.handover_id, path=forged)
    assert (plan.belongs, plan.minutes, plan.asks_mark, plan.asks_comparing) == ("no", minutes, False, True)
    assert plan.missing
    assert "Hãy so tệp với biên bản" in plan.sentences[0]
    assert plan.sentences[1] == f"Tệp mang dấu {minutes.mark} của biên bản bản thứ 1."
    attach_copy(desk, plan, is_compared=True)
    assert one(desk, SignedCopy).belongs == "yes"


@pytest.mark.parametrize("is_signed", [True, False])
def test_what_nobody_compared_signs_nothing(desk, brought, is_signed):
    minutes = made(desk)
    pdf = plain_pdf(f"Dau bien ban: {minutes.mark}")
    plan = plan_copy(desk, handover_id=minutes.handover_id, path=brought(signed(pdf) if is_signed else pdf))
    changes = attach_copy(desk, plan)
    kept = one(desk, SignedCopy)
    assert (kept.belongs, kept.minutes_id) == ("no", minutes.id)
    assert changes.sentence.startswith("Đính kèm tệp không tính là bản đã ký")
    assert signing([kept], [minutes]) == "none"


def test_an_export_that_nobody_signed_is_told_and_does_not_count(desk, brought, tmp_path):
    minutes = made(desk)
    path = brought(exported(desk, minutes, tmp_path / "pdf"))
    plan = plan_copy(desk, handover_id=minutes.handover_id, path=path)
    assert (plan.belongs, plan.signatures) == ("no", ())
    assert any("chưa có chữ ký số và không có trang quét nào" in sentence for sentence in plan.sentences)


@pytest.mark.parametrize(
    "spoilt", [lambda pdf: altered(pdf, old=b"noi dung", new=b"noi dunx"), lambda pdf: added_to(pdf, "them")]
)
def test_a_spoilt_signature_is_kept_as_found_and_nobody_can_confirm_it(desk, brought, spoilt):
    minutes = made(desk)
    pdf = spoilt(signed(plain_pdf(f"Dau bien ban: {minutes.mark}", "noi dung")))
    plan = plan_copy(desk, handover_id=minutes.handover_id, path=brought(pdf))
    assert any("bị thay đổi sau khi ký" in sentence for sentence in plan.sentences)
    attach_copy(desk, plan, is_compared=True)
    kept = one(desk, SignedCopy)
    assert not read_back(kept.signatures)[0].is_sound
    assert kept.belongs == "no"
    assert signing([kept], [minutes]) == "none"


def test_a_copy_of_the_first_edition_says_that_there_is_a_second(desk, brought):
    first = made(desk)
    second = next_edition(desk, first)
    plan = plan_copy(desk, handover_id=first.handover_id, path=brought(scan_of(first)))
    assert (plan.belongs, plan.minutes) == ("yes", first)
    assert "đã có bản thứ 2" in plan.sentences[0]
    attach_copy(desk, plan)
    assert signing(every(desk, SignedCopy), [first, second]) == "older"


def test_a_copy_of_another_handover_says_so(desk, brought):
    minutes = made(desk)
    cancel_handover(desk, handover_id=minutes.handover_id, reason="Người nhận không nhận việc")
    other = opened(desk, "Trần Thị Bích Ngọc")
    plan = plan_copy(desk, handover_id=other.id, path=brought(scan_of(minutes)))
    assert (plan.belongs, plan.minutes) == ("no", None)
    assert "lần bàn giao khác" in plan.sentences[0]


def test_a_scan_without_words_asks_for_the_mark_and_takes_it_typed(desk, brought):
    minutes = made(desk)
    path = brought(scanned_pdf())
    assert plan_copy(desk, handover_id=minutes.handover_id, path=path).asks_mark
    typed = plan_copy(desk, handover_id=minutes.handover_id, path=path, mark=minutes.mark.lower())
    assert (typed.belongs, typed.minutes) == ("yes", minutes)


def test_a_scan_signed_as_a_pdf_is_not_read_word_for_word(desk, brought):
    minutes = made(desk)
    plan = plan_copy(desk, handover_id=minutes.handover_id, path=brought(signed(scan_of(minutes))))
    assert (plan.found.way, plan.belongs, plan.missing) == ("signed-pdf", "yes", ())


def test_the_mark_may_be_told_after_it_was_attached(desk, brought):
    minutes = made(desk)
    attach_copy(desk, plan_copy(desk, handover_id=minutes.handover_id, path=brought(scanned_pdf())))
    tell_mark(desk, copy_id=one(desk, SignedCopy).id, mark=minutes.mark)
    kept = one(desk, SignedCopy)
    assert (kept.belongs, kept.minutes_id) == ("yes", minutes.id)
    with pytest.raises(RuleBroken, match="đã rõ"):
        tell_mark(desk, copy_id=kept.id, mark=minutes.mark)


@pytest.mark.parametrize("mark", ["1A2B", "không rõ"])
def test_what_is_no_mark_is_refused_with_an_example(desk, brought, mark):
    minutes = made(desk)
    with pytest.raises(RuleBroken, match="1A2B-3C4D"):
        plan_copy(desk, handover_id=minutes.handover_id, path=brought(scanned_pdf()), mark=mark)


def test_a_typed_mark_does_not_speak_louder_than_the_file(desk, brought):
    first = made(desk)
    second = next_edition(desk, first)
    plan = plan_copy(desk, handover_id=first.handover_id, path=brought(scan_of(first)), mark=second.mark)
    assert plan.minutes == first


def test_paper_minutes_of_a_unit_that_made_none_here_are_kept_as_unknown(desk, brought):
    handover = opened(desk)
    attach_copy(desk, plan_copy(desk, handover_id=handover.id, path=brought(scanned_pdf())))
    kept = one(desk, SignedCopy)
    assert (kept.belongs, kept.minutes_id) == ("unknown", None)


def test_looking_writes_nothing_and_leaves_the_file(desk, brought):
    minutes = made(desk)
    path = brought(scan_of(minutes))
    before, head = path.read_bytes(), desk.journal_head()
    plan_copy(desk, handover_id=minutes.handover_id, path=path)
    assert (path.read_bytes(), desk.journal_head()) == (before, head)


def test_the_same_file_is_attached_once(desk, brought):
    minutes = made(desk)
    plan = plan_copy(desk, handover_id=minutes.handover_id, path=brought(scan_of(minutes)))
    attach_copy(desk, plan)
    with pytest.raises(RuleBroken, match="đã được đính kèm"):
        attach_copy(desk, plan)
    assert len(every(desk, SignedCopy)) == 1


def test_taking_it_back_detaches_it(desk, brought):
    minutes = made(desk)
    changes = attach_copy(desk, plan_copy(desk, handover_id=minutes.handover_id, path=brought(scan_of(minutes))))
    journals.take_back(desk, journals.plan_take_back(desk, seq=changes.seq))
    assert every(desk, SignedCopy) == []


def test_a_note_with_a_password_is_refused_and_nothing_is_kept(desk, brought):
    minutes = made(desk)
    plan = plan_copy(desk, handover_id=minutes.handover_id, path=brought(scan_of(minutes)))
    with pytest.raises(RuleBroken, match="mật khẩu"):
        attach_copy(desk, plan, note="mật khẩu: Abc@12345")
    assert every(desk, SignedCopy) == []


def test_a_program_under_the_name_of_a_scan_and_a_missing_file_are_refused(desk, brought, tmp_path):
    minutes = made(desk)
    with pytest.raises(RuleBroken, match="không phải PDF"):
        plan_copy(desk, handover_id=minutes.handover_id, path=brought(b"MZ" + bytes(100)))
    with pytest.raises(RuleBroken, match=r"Không thấy tệp «khong-co\.pdf»"):
        plan_copy(desk, handover_id=minutes.handover_id, path=tmp_path / "khong-co.pdf")
