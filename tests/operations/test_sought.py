"""Whom a mailbox is sought for, and why some may not be asked for."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import event

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.operations import custodies, mailboxes, people, units
from govmail_desk.operations.requests import plan_request
from govmail_desk.operations.sought import sought_rows
from tests.desks import NOW, added, founded, keeps_id_numbers, leave, own_unit_id

TODAY = NOW.date()


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as desk:
        keeps_id_numbers(desk)
        yield desk


def sought(desk, *, people_ids=(), unit_ids=(), mailbox_ids=(), on=TODAY):
    return sought_rows(desk, people_ids=people_ids, unit_ids=unit_ids, mailbox_ids=mailbox_ids, intake=None, on=on)


def test_a_row_tells_what_the_list_prints(desk):
    (section,) = units.add_unit(desk, name="Phòng Tổng hợp", slug="pth", parent_id=own_unit_id(desk)).ids["unit"]
    (person,) = people.add_person(
        desk,
        full_name="Lê An",
        unit_id=section,
        post="Văn thư",
        birth_on="1990-05-01",
        phone="0912000111",
        id_number="037090000001",
    ).ids["person"]
    (row,) = sought(desk, people_ids=[person])
    assert row.cells == {
        "ho_ten": "Lê An",
        "ngay_sinh": "01/05/1990",
        "chuc_vu": "Văn thư",
        "phong_ban": "Phòng Tổng hợp",
        "don_vi": "Sở Thông tin và Truyền thông",
        "so_dien_thoai": "0912000111",
        "so_cccd": "037090000001",
        "dia_chi": "",
        "ghi_chu": "",
    }


def test_a_bare_year_of_birth_stays_a_year(desk):
    person = added(desk, "Lê An", birth_on="1990")
    assert sought(desk, people_ids=[person])[0].cells["ngay_sinh"] == "1990"


def test_rows_come_in_the_order_chosen(desk):
    first, second, third = (added(desk, name) for name in ("Lê An", "Lê Bình", "Lê Chi"))
    assert [row.name for row in sought(desk, people_ids=[third, first, second])] == ["Lê Chi", "Lê An", "Lê Bình"]


def test_units_bear_the_names_of_the_day(desk):
    day = TODAY + timedelta(days=30)
    own = own_unit_id(desk)
    units.rename_unit(desk, unit_id=own, name="Sở Khoa học và Công nghệ", from_on=day)
    person = added(desk, "Lê An")
    assert sought(desk, people_ids=[person])[0].body == "Sở Thông tin và Truyền thông"
    assert sought(desk, people_ids=[person], on=day)[0].body == "Sở Khoa học và Công nghệ"
    assert sought(desk, people_ids=[person], on=TODAY - timedelta(days=9999))[0].body == "Sở Thông tin và Truyền thông"


def test_a_unit_is_told_with_who_looks_after_its_mailbox(desk):
    (section,) = units.add_unit(desk, name="Phòng Tổng hợp", slug="pth", parent_id=own_unit_id(desk)).ids["unit"]
    person = added(desk, "Lê An", post="Văn thư", phone="0912000333")
    custodies.appoint(desk, unit_id=section, person_id=person, role="custodian", from_on=TODAY)
    (row,) = sought(desk, unit_ids=[section])
    assert (row.name, row.section, row.custodian, row.post, row.phone) == (
        "Phòng Tổng hợp", "Sở Thông tin và Truyền thông", "Lê An", "Văn thư", "0912000333",
    )  # fmt: skip


def test_a_unit_that_has_a_mailbox_is_refused(desk):
    (row,) = sought(desk, unit_ids=[own_unit_id(desk)])
    assert "đã có hộp thư stttt@ninhbinh.gov.vn" in row.refusal


def test_someone_who_left_is_refused_with_the_day(desk):
    person_id = added(desk, "Lê An")
    leave(desk, person_id, on=TODAY)
    (row,) = sought(desk, people_ids=[person_id])
    assert "Lê An đã thôi làm việc từ 23/11/2026" in row.refusal


def test_someone_whose_mailbox_was_closed_may_be_asked_for_again(desk):
    person = added(desk, "Lê An")
    changes = mailboxes.add_mailbox(
        desk,
        address="anl.stttt@ninhbinh.gov.vn",
        kind="personal",
        unit_id=own_unit_id(desk),
        holder_id=person,
        since=TODAY,
    )
    assert sought(desk, people_ids=[person])[0].refusal
    mailboxes.record_state(desk, mailbox_id=min(changes.ids["mailbox"]), state="closed", on=TODAY)
    plan = plan_request(desk, on=TODAY, people_ids=[person])
    assert [row.address for row in plan.rows] == ["anl1.stttt@ninhbinh.gov.vn"]


@pytest.mark.parametrize("chosen", [{"people_ids": [999]}, {"unit_ids": [999]}, {"mailbox_ids": [999]}])
def test_whoever_is_gone_is_told_of(desk, chosen):
    with pytest.raises(RuleBroken, match="không còn trong sổ"):
        sought(desk, **chosen)


def test_many_people_are_read_in_few_statements(desk):
    many = [added(desk, f"Lê An {'Bcdghklmnp'[number % 10]}") for number in range(30)]
    asked = []
    event.listen(desk.engine, "before_cursor_execute", lambda *words: asked.append(words[2]))
    sought(desk, people_ids=many[:1])
    few = len(asked)
    asked.clear()
    assert len(sought(desk, people_ids=many)) == 30
    assert len(asked) == few
