"""What papers made again would say otherwise is seen before they are kept."""

from __future__ import annotations

from dataclasses import replace

import docx

from govmail_desk.domain.settings import Letterhead
from govmail_desk.operations.copies import copy_files
from govmail_desk.operations.edition_differences import differences
from govmail_desk.operations.editions import plan_edition
from govmail_desk.operations.request_sending import sign_request
from govmail_desk.operations.settings import set_letterhead
from govmail_desk.operations.taken_in_files import edited_copies, take_in_copy
from tests.operations.drafted_papers import MONDAY


def of_letter(desk, request_id):
    found = differences(desk, plan_edition(desk, request_id=request_id))
    return next(one for one in found if one.role == "letter")


def test_a_signed_letter_made_again_changes_its_number_and_day_alone(desk, request_id):
    sign_request(desk, request_id=request_id, number="125", on=MONDAY)
    letter = of_letter(desk, request_id)
    assert letter.edition == 2
    assert [(line.kind, line.text) for line in letter.lines if "Số:" in line.text] == [
        ("gone", "Số:      /STTTT-VP"),
        ("come", "Số: 125/STTTT-VP"),
    ]
    assert all("125" in line.text or "ngày" in line.text for line in letter.lines if line.kind == "come")


def test_the_mail_that_carries_the_letter_is_named_without_lines(desk, request_id):
    sign_request(desk, request_id=request_id, number="125", on=MONDAY)
    found = {one.role: one for one in differences(desk, plan_edition(desk, request_id=request_id))}
    assert (found["email"].edition, found["email"].lines) == (2, ())


def test_another_contact_line_is_one_line_that_goes_and_one_that_comes(desk, request_id):
    head = desk.valid(Letterhead, MONDAY)
    set_letterhead(
        desk, letterhead=replace(head, id=0, contact="Bà Ngô Thị Kim Uyên, Văn thư, điện thoại 0229 3871 111")
    )
    letter = of_letter(desk, request_id)
    assert any(line.kind == "come" and "0229 3871 111" in line.text for line in letter.lines)


def test_an_edit_that_would_be_lost_is_named(desk, request_id, tmp_path):
    copy_files(desk, request_id=request_id, folder=tmp_path / "ra")
    path = next((tmp_path / "ra").glob("*cong-van.docx"))
    document = docx.Document(path)
    document.paragraphs[-1].add_run(" thêm tay")
    document.save(path)
    (copy,) = edited_copies(desk, request_id=request_id, folder=tmp_path / "ra")
    take_in_copy(desk, file_id=copy.file_id, path=copy.path)
    letter = of_letter(desk, request_id)
    assert (letter.was_edited, letter.edition) == (True, 3)
    assert any(line.kind == "gone" and "thêm tay" in line.text for line in letter.lines)
