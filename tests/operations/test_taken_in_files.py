"""What the clerk's disk gives: an edit in Word noticed and kept as the next edition, its mail with it; the operator's answer as it came."""

from __future__ import annotations

from datetime import UTC, date, datetime
from email import policy
from email.parser import BytesParser

import pytest

from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.request import File
from govmail_desk.listings import requests
from govmail_desk.operations import journals
from govmail_desk.operations.chases import chase_request, number_chase
from govmail_desk.operations.copies import copy_files
from govmail_desk.operations.kept_files import newest
from govmail_desk.operations.request_answers import answer_request
from govmail_desk.operations.request_sending import send_request
from govmail_desk.operations.taken_in_files import attach_answer, edited_copies, take_in_copy
from tests.operations.drafted_papers import MONDAY, OWN, edit_letter, every, of_role

LATE = date(2026, 11, 30)


@pytest.fixture
def chased(desk, request_id, folder):
    """Send the request and let its limit run out; return how it is asked for again on a day."""
    send_request(desk, request_id=request_id, on=MONDAY, from_address=OWN, number="7")

    def chase(on):
        desk.clock = lambda: datetime(on.year, on.month, on.day, 2, tzinfo=UTC)
        chase_request(desk, request_id=request_id, on=on)
        copy_files(desk, request_id=request_id, folder=folder)

    chase(LATE)
    return chase


def taken_in(desk, request_id, folder):
    (edited,) = edited_copies(desk, request_id=request_id, folder=folder)
    take_in_copy(desk, file_id=edited.file_id, path=edited.path)
    return edited


def carried(desk, mail):
    parsed = BytesParser(policy=policy.default).parsebytes(requests.content(desk, mail.sha256))
    return parsed, {part.get_filename(): part.get_content() for part in parsed.iter_attachments()}


def test_an_untouched_copy_is_no_edit(desk, request_id, folder):
    assert edited_copies(desk, request_id=request_id, folder=folder) == ()
    assert edited_copies(desk, request_id=request_id, folder=folder / "không có") == ()


def test_an_edit_in_word_is_noticed_and_becomes_the_next_edition(desk, request_id, folder):
    path = edit_letter(folder)
    (edited,) = edited_copies(desk, request_id=request_id, folder=folder)
    assert (edited.role, edited.path) == ("letter", path)
    take_in_copy(desk, file_id=edited.file_id, path=edited.path)
    letter = of_role(desk, "letter")[-1]
    assert (letter.edition, letter.origin) == (2, "edited")
    assert requests.content(desk, letter.sha256) == path.read_bytes()
    assert edited_copies(desk, request_id=request_id, folder=folder) == ()
    assert journals.verify(desk) == []


def test_the_mail_carries_the_edited_letter(desk, request_id, folder):
    path = edit_letter(folder)
    (edited,) = edited_copies(desk, request_id=request_id, folder=folder)
    take_in_copy(desk, file_id=edited.file_id, path=path)
    mail = of_role(desk, "email")[-1]
    parsed = BytesParser(policy=policy.default).parsebytes(requests.content(desk, mail.sha256))
    carried = {part.get_filename(): part.get_content() for part in parsed.iter_attachments()}
    assert (mail.edition, carried[path.name]) == (2, path.read_bytes())


def test_taking_in_is_taken_back_and_the_edit_is_noticed_again(desk, request_id, folder):
    edit_letter(folder)
    (edited,) = edited_copies(desk, request_id=request_id, folder=folder)
    take_in_copy(desk, file_id=edited.file_id, path=edited.path)
    journals.take_back(desk, journals.plan_take_back(desk))
    assert [file.edition for file in of_role(desk, "letter")] == [1]
    assert edited_copies(desk, request_id=request_id, folder=folder) == (edited,)


@pytest.mark.parametrize("content", [b"", b"khong phai word", b"PK\x03\x04hong"])
def test_what_is_no_letter_any_more_is_refused_and_nothing_is_kept(desk, request_id, folder, content):
    path = edit_letter(folder)
    path.write_bytes(content)
    (edited,) = edited_copies(desk, request_id=request_id, folder=folder)
    with pytest.raises(RuleBroken, match=path.name):
        take_in_copy(desk, file_id=edited.file_id, path=path)
    assert [file.edition for file in of_role(desk, "letter")] == [1]


def test_a_file_that_cannot_be_read_is_told_in_one_sentence(desk, request_id, folder):
    (letter,) = of_role(desk, "letter")
    with pytest.raises(StoreUnavailable, match="Không đọc được tệp"):
        take_in_copy(desk, file_id=letter.id, path=folder / "không có.docx")


def test_the_same_bytes_are_nothing_to_take_in(desk, request_id, folder):
    (letter,) = of_role(desk, "letter")
    with pytest.raises(RuleBroken, match="giống hệt"):
        take_in_copy(desk, file_id=letter.id, path=folder / letter.name)


def test_once_sent_papers_are_fixed(desk, request_id, folder):
    path = edit_letter(folder)
    (letter,) = of_role(desk, "letter")
    send_request(desk, request_id=request_id, on=MONDAY, from_address=OWN, number="7")
    with pytest.raises(RuleBroken, match="đã gửi thì không đổi nữa"):
        take_in_copy(desk, file_id=letter.id, path=path)


def test_a_chase_letter_edited_in_word_becomes_its_next_edition_and_its_mail_carries_it(
    desk, request_id, folder, chased
):
    path = edit_letter(folder, "don-doc-lan-1")
    first = of_role(desk, "chase")
    edited = taken_in(desk, request_id, folder)
    assert (edited.role, edited.path) == ("chase", path)
    letter, mail = of_role(desk, "chase")[len(first) :]
    assert [(one.edition, one.origin) for one in (*first, letter, mail)] == [
        (1, "made"),
        (1, "made"),
        (2, "edited"),
        (2, "made"),
    ]
    assert (letter.name, mail.name) == (first[0].name, first[1].name)
    assert requests.content(desk, letter.sha256) == path.read_bytes()
    (was, carried_first), (now, carried_now) = carried(desk, first[1]), carried(desk, mail)
    assert carried_now == {**carried_first, path.name: path.read_bytes()}
    assert [now[name] for name in ("From", "To", "Subject")] == [was[name] for name in ("From", "To", "Subject")]
    assert now.get_body().get_content() == was.get_body().get_content()
    assert edited_copies(desk, request_id=request_id, folder=folder) == ()
    assert journals.verify(desk) == []


def test_a_chase_that_was_numbered_may_still_be_edited_until_the_answer_comes(desk, request_id, folder, chased):
    number_chase(desk, request_id=request_id, number="131", on=LATE)
    edit_letter(folder, "don-doc-lan-1")
    (edited,) = edited_copies(desk, request_id=request_id, folder=folder)
    answer_request(desk, request_id=request_id, on=LATE, number="88")
    assert edited_copies(desk, request_id=request_id, folder=folder) == ()
    with pytest.raises(RuleBroken, match="đã gửi thì không đổi nữa"):
        take_in_copy(desk, file_id=edited.file_id, path=edited.path)


def test_of_two_chases_only_the_latest_may_be_edited(desk, request_id, folder, chased):
    (first, _) = of_role(desk, "chase")
    chased(date(2026, 12, 7))
    gone_out, open_still = edit_letter(folder, "don-doc-lan-1"), edit_letter(folder, "don-doc-lan-2")
    with pytest.raises(RuleBroken, match="đã gửi thì không đổi nữa"):
        take_in_copy(desk, file_id=first.id, path=gone_out)
    assert taken_in(desk, request_id, folder).path == open_still
    assert [one.edition for one in newest(of_role(desk, "chase"))] == [1, 1, 2, 2]


def test_a_chase_taken_in_is_taken_back_with_its_mail(desk, request_id, folder, chased):
    edit_letter(folder, "don-doc-lan-1")
    edited = taken_in(desk, request_id, folder)
    journals.take_back(desk, journals.plan_take_back(desk))
    assert [one.edition for one in of_role(desk, "chase")] == [1, 1]
    assert edited_copies(desk, request_id=request_id, folder=folder) == (edited,)


def test_the_first_letter_is_no_edit_to_be_asked_about_once_it_was_chased(desk, request_id, folder, chased):
    edit_letter(folder)
    assert edited_copies(desk, request_id=request_id, folder=folder) == ()


def test_the_answer_is_kept_byte_for_byte_once(desk, request_id, tmp_path):
    scan = tmp_path / "Trả lời số 88.pdf"
    scan.write_bytes(b"%PDF-1.7 scan")
    with pytest.raises(RuleBroken, match="chưa gửi"):
        attach_answer(desk, request_id=request_id, path=scan)
    send_request(desk, request_id=request_id, on=MONDAY, from_address=OWN, number="7")
    attach_answer(desk, request_id=request_id, path=scan)
    (kept,) = of_role(desk, "answer")
    assert (kept.origin, requests.content(desk, kept.sha256)) == ("attached", scan.read_bytes())
    with pytest.raises(RuleBroken, match="đã được đính kèm"):
        attach_answer(desk, request_id=request_id, path=scan)


def test_copies_are_of_the_newest_editions(desk, request_id, folder, tmp_path):
    path = edit_letter(folder)
    (edited,) = edited_copies(desk, request_id=request_id, folder=folder)
    take_in_copy(desk, file_id=edited.file_id, path=path)
    copies = copy_files(desk, request_id=request_id, folder=tmp_path / "gửi đi")
    assert len({copy.path for copy in copies}) == len(copies) == len(newest(every(desk, File)))
    assert path.read_bytes() in [copy.path.read_bytes() for copy in copies]
