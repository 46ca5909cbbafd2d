"""A number is given to one letter of the unit in a year, whichever kind of letter took it."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.exchange import Office, OfficeChase
from govmail_desk.domain.incident import IncidentNotice
from govmail_desk.operations.incident_notices import Telling, tell_of_incident
from govmail_desk.operations.letter_numbers import refuse_used_number, tidy_number
from govmail_desk.operations.request_sending import sign_request
from govmail_desk.operations.requests import draft_request, plan_request
from tests.desks import added, founded
from tests.incidents import TODAY, recorded
from tests.mailboxes import issued
from tests.report_lives import sent as report_sent
from tests.request_lives import every


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "quan4-03-2013") as desk:
        issued(desk, "Trần Văn An")
        yield desk


def tell(desk, number, *, found=None, on=TODAY, told="Công an thành phố"):
    telling = Telling(told=told, on=on, way="letter", number=number)
    return tell_of_incident(desk, incident_id=(found or recorded(desk)).id, telling=telling)


def sign(desk, number):
    (request_id,) = draft_request(desk, plan_request(desk, on=TODAY, people_ids=[added(desk, "Lê Thị Bình")])).ids[
        "request"
    ]
    return sign_request(desk, request_id=request_id, number=number, on=TODAY)


def refuses(desk, number, *, on=TODAY):
    with desk.transaction("look", "Xem số") as act:
        try:
            refuse_used_number(act.transaction, number, on)
        except RuleBroken:
            return True
    return False


def test_a_notice_of_an_incident_takes_no_number_that_a_request_has(desk):
    sign(desk, "7")
    with pytest.raises(RuleBroken, match="Số 7 năm 2026 đã cấp"):
        tell(desk, "07/BC-VP")
    assert every(desk, IncidentNotice) == []


def test_no_letter_takes_the_number_of_a_notice_however_it_was_written(desk):
    tell(desk, "15/VP-CNTT")
    with pytest.raises(RuleBroken, match="Số 15 năm 2026 đã cấp"):
        sign(desk, "015")


def test_one_letter_may_tell_several_of_the_same_incident_and_no_other_one(desk):
    found = recorded(desk)
    tell(desk, "15", found=found)
    tell(desk, "15/VP", found=found, told="Sở Khoa học và Công nghệ")
    assert len(every(desk, IncidentNotice)) == 2
    with pytest.raises(RuleBroken, match="đã cấp cho một văn bản khác"):
        tell(desk, "15")


def test_a_notice_by_letter_takes_a_number_not_words(desk):
    with pytest.raises(RuleBroken, match="Số văn bản “công văn mới” chưa đúng"):
        tell(desk, "công văn mới")


def test_a_report_takes_no_number_of_a_notice_nor_the_other_way_round(desk):
    tell(desk, "15")
    with pytest.raises(RuleBroken, match="Số 15 năm 2026"):
        report_sent(desk, number="15")


def test_the_number_of_a_letter_to_a_late_unit_is_given_in_the_year_it_was_sent(desk):
    with desk.transaction("chase", "Đôn đốc một đơn vị") as act:
        office = act.transaction.put(Office(register_id="a", slug="ubnd-p1", name="UBND Phường 1", from_on=TODAY))
        act.transaction.put(
            OfficeChase(
                office_id=office.id, period="2026-Q4", turn=1, due_on=TODAY, on_date=date(2026, 12, 30), by=desk.person,
                name="don-doc.docx", sha256="0" * 64, byte_count=1, made_at=desk.clock(), number="21", sent_on=date(2027, 1, 4),
            )
        )  # fmt: skip
    assert not refuses(desk, "21")
    assert refuses(desk, "21", on=date(2027, 5, 6))


@pytest.mark.parametrize(("typed", "tidy"), [(" 0125 ", "125"), ("12a", "12A")])
def test_a_typed_number_is_tidied(typed, tidy):
    assert tidy_number(typed) == tidy
