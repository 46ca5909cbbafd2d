"""Letters to late units on the clerk's disk: opened, checked before signing, edited in Word and taken in."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.documents import package
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.exchange import Office, OfficeChase
from govmail_desk.operations.journals import plan_take_back, take_back, verify
from govmail_desk.operations.office_chases import chase_offices, number_chases, plan_chases
from govmail_desk.operations.office_letters import chase_to_open, edited_chase, review_chase, take_in_chase
from govmail_desk.operations.offices import add_office
from govmail_desk.store.transaction import Transaction
from tests.packages import office_desk

TODAY = date(2026, 12, 7)


@pytest.fixture
def desk(tmp_path):
    with office_desk(tmp_path) as desk:
        add_office(desk, name="Ủy ban nhân dân Phường 9", address="phuong9.q4@tphcm.gov.vn")
        with desk.reading() as connection:
            (office,) = Transaction(connection).find(Office)
        chase_offices(desk, plan_chases(desk, office_ids=[office.id], period="2026-Q4", on=TODAY))
        yield desk


def chase(desk):
    with desk.reading() as connection:
        (found,) = Transaction(connection).find(OfficeChase)
    return found


def edited(path, old, new):
    parts = package.unpacked(path.read_bytes(), name=path.name)
    words = parts["word/document.xml"].decode("utf-8")
    assert old in words
    path.write_bytes(package.packed({**parts, "word/document.xml": words.replace(old, new).encode("utf-8")}))


def wrong(found):
    return [one for one in found if one.severity == "wrong"]


def test_of_a_letter_of_ours_only_the_signer_the_settings_do_not_name_is_missing(desk):
    assert [one.where for one in wrong(review_chase(desk, chase_id=chase(desk).id))] == ["Họ tên người ký"]


def test_a_sentence_spoilt_in_word_is_found_in_the_copy_before_it_is_taken_in(desk, tmp_path):
    path = chase_to_open(desk, chase_id=chase(desk).id, folder=tmp_path / "giay")
    assert edited_chase(chase(desk), path.parent) is None
    edited(path, "q4@tphcm.gov.vn", "q5@tphcm.gov.vn")
    assert edited_chase(chase(desk), path.parent) == path
    assert any("q5@tphcm.gov.vn" in one.sentence for one in review_chase(desk, chase_id=chase(desk).id, copy=path))
    assert chase_to_open(desk, chase_id=chase(desk).id, folder=path.parent).read_bytes() == path.read_bytes()


def test_an_edit_taken_in_is_the_letter_from_then_on_and_can_be_taken_back(desk, tmp_path):
    path = chase_to_open(desk, chase_id=chase(desk).id, folder=tmp_path / "giay")
    was = chase(desk)
    edited(path, "Phường 9", "phường 9")
    changes = take_in_chase(desk, chase_id=was.id, path=path)
    assert chase(desk).sha256 != was.sha256
    assert edited_chase(chase(desk), path.parent) is None
    take_back(desk, plan_take_back(desk, seq=changes.seq))
    assert chase(desk) == was
    assert verify(desk) == []


def test_a_signed_letter_and_a_file_that_is_none_are_not_taken_in(desk, tmp_path):
    path = chase_to_open(desk, chase_id=chase(desk).id, folder=tmp_path / "giay")
    edited(path, "Phường 9", "phường 9")
    other = tmp_path / "khac.docx"
    other.write_bytes(b"x")
    with pytest.raises(RuleBroken, match=r"khac\.docx"):
        take_in_chase(desk, chase_id=chase(desk).id, path=other)
    number_chases(desk, chase_ids=[chase(desk).id], number="15", on=TODAY)
    assert edited_chase(chase(desk), path.parent) is None
    with pytest.raises(RuleBroken, match="đã ký, số 15"):
        take_in_chase(desk, chase_id=chase(desk).id, path=path)
