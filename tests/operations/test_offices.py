"""The units whose packages a desk gathers: added, renamed, ended, awaited again."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.domain.errors import RuleBroken, SecretTold
from govmail_desk.domain.exchange import Office
from govmail_desk.domain.reminder import Due
from govmail_desk.operations.journals import plan_take_back, take_back, verify
from govmail_desk.operations.offices import add_office, await_again, edit_office, end_office
from govmail_desk.store.transaction import Transaction
from tests.packages import office_desk


@pytest.fixture
def desk(tmp_path):
    with office_desk(tmp_path) as desk:
        yield desk


def offices(desk):
    with desk.reading() as connection:
        return Transaction(connection).find(Office)


def owed(desk):
    with desk.reading() as connection:
        return Transaction(connection).find(Due, rule="report.operator", settled_on=None)


def test_a_unit_is_awaited_from_today_on(desk):
    add_office(desk, name=" UBND  Phường 9 ", address="Phuong9.Q4@tphcm.gov.vn", note="Chị Yến phụ trách")
    (office,) = offices(desk)
    assert (office.name, office.address, office.slug) == ("UBND Phường 9", "phuong9.q4@tphcm.gov.vn", "phuong9.q4")
    assert (office.from_on, office.note) == (desk.today(), "Chị Yến phụ trách")


def test_one_name_and_one_mailbox_are_of_one_unit(desk):
    add_office(desk, name="UBND Phường 9", address="phuong9.q4@tphcm.gov.vn")
    with pytest.raises(RuleBroken, match="Đã có đơn vị tên"):
        add_office(desk, name="ubnd phường 9")
    with pytest.raises(RuleBroken, match="đã là của UBND Phường 9"):
        add_office(desk, name="UBND Phường 10", address="phuong9.q4@tphcm.gov.vn")
    for wrong in ({"name": " "}, {"name": "UBND Phường 1", "address": "khong"}):
        with pytest.raises(RuleBroken):
            add_office(desk, **wrong)
    with pytest.raises(SecretTold):
        add_office(desk, name="UBND Phường 2", note="mật khẩu: hoasen1")


def test_a_unit_is_renamed_and_the_edit_taken_back(desk):
    add_office(desk, name="UBND Phường 9")
    add_office(desk, name="UBND Phường 10")
    first, _ = offices(desk)
    with pytest.raises(RuleBroken):
        edit_office(desk, office=first, name="UBND Phường 10", address="", note="")
    changes = edit_office(desk, office=first, name="UBND Phường Chín", address="p9@tphcm.gov.vn", note="")
    assert offices(desk)[0].name == "UBND Phường Chín"
    take_back(desk, plan_take_back(desk, seq=changes.seq))
    assert offices(desk)[0] == first
    assert verify(desk) == []


def test_a_unit_ends_once_and_can_be_awaited_again(desk):
    add_office(desk, name="UBND Phường 9")
    (office,) = offices(desk)
    with pytest.raises(RuleBroken, match="bắt đầu gửi gói từ"):
        end_office(desk, office_id=office.id, on=date(2026, 1, 1))
    assert len(owed(desk)) == 1
    end_office(desk, office_id=office.id, on=desk.today())
    assert owed(desk) == []
    with pytest.raises(RuleBroken, match="đã thôi gửi gói"):
        end_office(desk, office_id=office.id, on=desk.today())
    await_again(desk, office_id=office.id)
    assert offices(desk)[0].ended_on is None
    assert len(owed(desk)) == 1
