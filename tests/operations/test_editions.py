"""Later editions of a request's papers, made anew from the frozen selection."""

from __future__ import annotations

import io
from email import policy
from email.parser import BytesParser

import openpyxl
import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.person import Person
from govmail_desk.domain.request import File, Request
from govmail_desk.listings import requests
from govmail_desk.operations.copies import copy_files
from govmail_desk.operations.editions import frozen_plan, plan_edition, remake_papers
from govmail_desk.operations.kept_files import newest
from govmail_desk.operations.paper_content import PaperChoices
from govmail_desk.operations.people import edit_person
from govmail_desk.operations.request_sending import send_request, sign_request
from govmail_desk.operations.requests import draft_request, plan_request, selection_hash
from tests.desks import UNITS, added, founded
from tests.operations.drafted_papers import MONDAY, OWN, every, of_role, text_of


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


def test_once_sent_no_paper_is_made_again(desk, request_id):
    send_request(desk, request_id=request_id, on=MONDAY, from_address=OWN, number="7")
    with pytest.raises(RuleBroken, match="đã gửi thì không đổi nữa"):
        plan_edition(desk, request_id=request_id)


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
