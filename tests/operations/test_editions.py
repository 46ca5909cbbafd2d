"""Later editions of a request's papers: made anew from the frozen selection, or the clerk's own edit in Word taken in."""

from __future__ import annotations

import io
from datetime import date
from email import policy
from email.parser import BytesParser

import docx
import openpyxl
import pytest

from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.person import Person
from govmail_desk.domain.request import File, Request
from govmail_desk.listings import requests
from govmail_desk.operations import journals
from govmail_desk.operations.copies import copy_files
from govmail_desk.operations.editions import (
    attach_answer,
    edited_copies,
    frozen_plan,
    newest,
    plan_edition,
    remake_papers,
    take_in_copy,
)
from govmail_desk.operations.papers import PaperChoices
from govmail_desk.operations.people import edit_person
from govmail_desk.operations.request_sending import send_request, sign_request
from govmail_desk.operations.requests import draft_request, plan_request, selection_hash
from govmail_desk.store.transaction import Transaction
from tests.desks import UNITS, added, founded

MONDAY = date(2026, 11, 23)
OWN = "stttt@ninhbinh.gov.vn"


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path / "sổ") as open_desk:
        yield open_desk


@pytest.fixture
def request_id(desk):
    ids = [added(desk, name) for name in ("Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc")]
    (drafted,) = draft_request(desk, plan_request(desk, on=MONDAY, people_ids=ids)).ids["request"]
    return drafted


@pytest.fixture
def folder(desk, request_id, tmp_path):
    copy_files(desk, request_id=request_id, folder=tmp_path / "Giấy tờ")
    return tmp_path / "Giấy tờ"


def every(desk, kind, /, **equals):
    with desk.reading() as connection:
        return Transaction(connection).find(kind, **equals)


def of_role(desk, role):
    return [file for file in every(desk, File) if file.role == role]


def text_of(content):
    return "\n".join(
        paragraph.text
        for part in (docx.Document(io.BytesIO(content)),)
        for paragraph in (*part.paragraphs, *(p for t in part.tables for c in t._cells for p in c.paragraphs))
    )


def edit_letter(folder):
    (path,) = folder.glob("*cong-van.docx")
    opened = docx.Document(str(path))
    paragraph = next(one for one in opened.paragraphs if "Lý do" in one.text)
    paragraph.runs[0].text = "1. Lý do: bổ sung nhân sự theo kế hoạch."
    for run in paragraph.runs[1:]:
        run.text = ""
    opened.save(str(path))
    return path


def test_a_signed_letter_made_again_bears_its_number_and_day(desk, request_id):
    sign_request(desk, request_id=request_id, number="7", on=MONDAY)
    remake_papers(desk, plan_edition(desk, request_id=request_id))
    first, second = of_role(desk, "letter")
    assert (first.edition, second.edition, second.origin) == (1, 2, "made")
    assert "Số: 07/" in text_of(requests.content(desk, second.sha256))
    assert "ngày 23 tháng 11 năm 2026" in text_of(requests.content(desk, second.sha256))
    assert "Số: 07/" not in text_of(requests.content(desk, first.sha256))


def test_a_change_in_the_register_never_reaches_a_made_paper(desk, request_id):
    before = {file.id: requests.content(desk, file.sha256) for file in every(desk, File)}
    person = every(desk, Person, full_name="Nguyễn Văn Thành")[0]
    edit_person(
        desk, person=person, corrected=Person(full_name="Nguyễn Văn Thạnh", unit_id=person.unit_id, post=person.post)
    )
    assert {file.id: requests.content(desk, file.sha256) for file in every(desk, File)} == before
    remake_papers(desk, plan_edition(desk, request_id=request_id, choices=PaperChoices(contact="Phòng Hành chính")))
    (made_again,) = [file for file in newest(every(desk, File)) if file.role == "email"]
    mail = BytesParser(policy=policy.default).parsebytes(requests.content(desk, made_again.sha256))
    (listed,) = [part for part in mail.iter_attachments() if part.get_filename().endswith(".xlsx")]
    cells = [cell.value for row in openpyxl.load_workbook(io.BytesIO(listed.get_content())).active for cell in row]
    assert "Nguyễn Văn Thành" in cells


@pytest.mark.parametrize("regulation_id", UNITS)
def test_the_frozen_selection_read_back_has_the_same_hash(tmp_path, regulation_id):
    with founded(tmp_path, regulation_id) as desk:
        person_id = added(desk, "Nguyễn Văn Thành", post="Giám đốc")
        draft_request(desk, plan_request(desk, on=MONDAY, people_ids=[person_id]))
        (request,) = every(desk, Request)
        assert selection_hash(frozen_plan(desk, request).rows) == request.selection_sha256
        with pytest.raises(RuleBroken, match="giống hệt"):
            plan_edition(desk, request_id=request.id)


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
    with pytest.raises(RuleBroken, match="đã gửi thì không đổi nữa"):
        plan_edition(desk, request_id=request_id)


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


def test_a_copy_of_an_earlier_edition_gives_way_to_the_newest(desk, request_id, folder):
    sign_request(desk, request_id=request_id, number="7", on=MONDAY)
    remake_papers(desk, plan_edition(desk, request_id=request_id))
    copy_files(desk, request_id=request_id, folder=folder)
    (letter,) = folder.glob("*cong-van*.docx")
    assert "Số: 07/" in text_of(letter.read_bytes())


def test_the_mailboxes_asked_for_stay_as_they_are(desk, request_id):
    states = {box.address: box.state for box in every(desk, Mailbox)}
    sign_request(desk, request_id=request_id, number="7", on=MONDAY)
    remake_papers(desk, plan_edition(desk, request_id=request_id))
    assert {box.address: box.state for box in every(desk, Mailbox)} == states
