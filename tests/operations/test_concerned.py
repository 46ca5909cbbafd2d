"""The rows of a request about mailboxes of the register: what the clerk said, filled up from what the register knows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from govmail_desk.domain.custody import Custody
from govmail_desk.domain.mailbox import Mailbox, MailboxEvent
from govmail_desk.domain.person import Person, PersonnelChange
from govmail_desk.domain.request_details import ChangeDetails, CloseDetails, Fact, ReopenDetails, ResetDetails
from govmail_desk.operations.concerned import concerned_rows, reset_reasons
from govmail_desk.operations.mailboxes import record_state
from govmail_desk.operations.units import add_unit, rename_unit
from govmail_desk.store.transaction import Transaction
from tests.desks import NOW, founded, own_unit_id
from tests.mailboxes import LOCKED_ON, issued, issued_to_unit

TODAY = NOW.date()


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as open_desk:
        yield open_desk


def row_of(desk, kind, mailbox_id, details=None, on=TODAY):
    (row,) = concerned_rows(
        desk, kind=kind, mailbox_ids=[mailbox_id], on=on, details={mailbox_id: details} if details else {}
    )
    return row


def put(desk, *records):
    with desk.transaction("test", "Ghi") as act:
        return [act.transaction.put(record) for record in records]


def read(desk, kind, **equals):
    with desk.reading() as connection:
        return Transaction(connection).find(kind, **equals)


def moved(desk, mailbox_id, *, document="Quyết định số 125/QĐ-SNV"):
    """Let the holder of a mailbox stand in another unit by now."""
    (unit_id,) = add_unit(desk, name="Phòng Bưu chính", slug="pbc", parent_id=own_unit_id(desk)).ids["unit"]
    (mailbox,) = read(desk, Mailbox, id=mailbox_id)
    (holder,) = read(desk, Person, id=mailbox.holder_id)
    put(
        desk,
        replace(holder, unit_id=unit_id),
        PersonnelChange(
            person_id=holder.id,
            kind="transferred",
            decided_on=date(2026, 11, 9),
            effective_on=date(2026, 11, 16),
            document=document,
        ),
    )
    return unit_id


def test_rows_come_in_the_order_given_and_each_mailbox_once(desk):
    first, second = issued(desk, "Nguyễn Văn Thành"), issued(desk, "Đỗ Thị Bích Ngọc")
    rows = concerned_rows(desk, kind="close", mailbox_ids=[second, first, second], on=TODAY, details={})
    assert [row.mailbox_id for row in rows] == [second, first]
    assert [row.name for row in rows] == ["Đỗ Thị Bích Ngọc", "Nguyễn Văn Thành"]


def test_details_of_another_kind_are_the_callers_fault(desk):
    with pytest.raises(TypeError, match="CloseDetails"):
        row_of(desk, "reset", issued(desk, "Nguyễn Văn Thành"), CloseDetails())


def test_a_units_mailbox_is_told_by_its_unit_as_it_is_called_that_day(desk):
    mailbox_id = issued_to_unit(desk, "Phòng Tổ chức")
    (mailbox,) = read(desk, Mailbox, id=mailbox_id)
    rename_unit(desk, unit_id=mailbox.unit_id, name="Phòng Tổ chức cán bộ", from_on=date(2026, 12, 1))
    before, after = (row_of(desk, "close", mailbox_id, on=day) for day in (TODAY, date(2026, 12, 2)))
    assert (before.name, after.name) == ("Phòng Tổ chức", "Phòng Tổ chức cán bộ")
    assert before.mailbox_kind == "unit"


# change


def test_a_change_prints_old_and_new_and_wants_only_what_becomes_another(desk):
    mailbox_id = issued(desk, "Đỗ Thị Bích Ngọc")
    (unit_id,) = add_unit(desk, name="Phòng Kế toán", slug="pkt", parent_id=own_unit_id(desk)).ids["unit"]
    asked = ChangeDetails(
        address=" NgocDTB.skhdt@ninhbinh.gov.vn ",
        unit_id=unit_id,
        facts=(Fact("Chức vụ", "Chuyên viên", "Trưởng phòng"),),
        document="Quyết định số 5/QĐ-STTTT",
        decided_on=date(2026, 11, 9),
    )
    row = row_of(desk, "change", mailbox_id, asked)
    assert row.wanted == {"address": "ngocdtb.skhdt@ninhbinh.gov.vn", "unit_id": unit_id}
    assert row.cells["noi_dung"] == "Địa chỉ hộp thư\nĐơn vị công tác\nChức vụ"
    assert "Đơn vị công tác: Sở Thông tin và Truyền thông" in row.cells["thong_tin_cu"]
    assert "Đơn vị công tác: Phòng Kế toán" in row.cells["thong_tin_moi"]
    assert row.cells["can_cu"] == "Quyết định số 5/QĐ-STTTT ngày 09/11/2026"
    assert not row.refusal


def test_facts_alone_change_nothing_in_the_register(desk):
    details = ChangeDetails(facts=(Fact("Họ và tên", "Đỗ Thị Ngọc", "Đỗ Thị Bích Ngọc"),))
    assert row_of(desk, "change", issued(desk, "Đỗ Thị Bích Ngọc"), details).wanted == {}


def test_a_new_holder_is_told_by_name(desk):
    mailbox_id = issued(desk, "Đỗ Thị Bích Ngọc")
    (new,) = put(desk, Person(full_name="Lê Văn An", unit_id=own_unit_id(desk)))
    row = row_of(desk, "change", mailbox_id, ChangeDetails(holder_id=new.id))
    assert (row.cells["thong_tin_cu"], row.cells["thong_tin_moi"]) == ("Đỗ Thị Bích Ngọc", "Lê Văn An")
    assert row.wanted == {"holder_id": new.id}


def test_a_change_without_a_word_is_about_the_unit_the_holder_went_to(desk):
    mailbox_id = issued(desk, "Đỗ Thị Bích Ngọc")
    unit_id = moved(desk, mailbox_id)
    row = row_of(desk, "change", mailbox_id)
    assert row.wanted == {"unit_id": unit_id}
    assert row.cells["can_cu"] == "Quyết định số 125/QĐ-SNV ngày 09/11/2026"


def test_a_clerk_who_says_what_changes_is_not_given_more(desk):
    mailbox_id = issued(desk, "Đỗ Thị Bích Ngọc")
    moved(desk, mailbox_id)
    row = row_of(desk, "change", mailbox_id, ChangeDetails(facts=(Fact("Chức vụ", "Chuyên viên", "Phó phòng"),)))
    assert row.wanted == {}


# reset


@pytest.mark.parametrize(
    ("regulation", "reason"),
    [
        ("camau-24-2018", "Quên mật khẩu"),
        ("quan4-03-2013", "Quên mật khẩu"),
        ("ninhbinh-2020", "Quên hoặc bị lộ mật khẩu"),
        ("khanhhoa-dagt-2021", "Quên mật khẩu hoặc mật khẩu hiện có không kết nối được hệ thống thư"),
        ("soctrang-59-2024", "Bị mất mật khẩu hộp thư"),
    ],
)
def test_the_reason_for_another_password_is_in_the_regulations_words(tmp_path, regulation, reason):
    with founded(tmp_path, regulation) as desk:
        assert reset_reasons(desk.regulation(), TODAY)[0] == reason
        assert row_of(desk, "reset", issued(desk, "Lê An")).cells["ly_do"] == reason


def test_the_telephone_is_the_clerks_else_the_holders(desk):
    mailbox_id = issued(desk, "Lê An")
    assert row_of(desk, "reset", mailbox_id).cells["so_dien_thoai"] == "0912000111"
    assert row_of(desk, "reset", mailbox_id, ResetDetails(phone=" 0900000009 ")).cells["so_dien_thoai"] == "0900000009"


def test_a_units_password_is_told_to_who_looks_after_the_mailbox_that_day(desk):
    mailbox_id = issued_to_unit(desk, "Phòng Tổ chức")
    (mailbox,) = read(desk, Mailbox, id=mailbox_id)
    old, new = put(
        desk,
        Person(full_name="Lê Cũ", unit_id=mailbox.unit_id, phone="0900000001"),
        Person(full_name="Lê Mới", unit_id=mailbox.unit_id, phone="0900000002"),
    )
    day = date(2026, 6, 1)
    put(
        desk,
        Custody(unit_id=mailbox.unit_id, person_id=old.id, role="custodian", to_on=day),
        Custody(unit_id=mailbox.unit_id, person_id=new.id, role="custodian", from_on=date(2026, 6, 2)),
    )
    now, before = row_of(desk, "reset", mailbox_id), row_of(desk, "reset", mailbox_id, on=day)
    assert (now.cells["chuc_vu"], now.cells["so_dien_thoai"]) == ("Người quản lý: Lê Mới", "0900000002")
    assert before.cells["so_dien_thoai"] == "0900000001"


# reopen


def test_day_and_cause_of_the_lock_come_from_its_event(desk):
    row = row_of(desk, "reopen", issued(desk, "Lê An", state="locked", cause="inactivity"))
    assert (row.cells["ngay_khoa"], row.cells["ly_do_khoa"]) == ("11/11/2026", "Không sử dụng trong thời gian dài")


def test_what_happens_to_a_locked_mailbox_begins_no_new_lock(desk):
    mailbox_id = issued(desk, "Lê An", state="locked", cause="inactivity")
    put(desk, MailboxEvent(mailbox_id=mailbox_id, state="locked", on_date=date(2026, 11, 20), by="Kim Uyên"))
    assert row_of(desk, "reopen", mailbox_id).details.locked_on == LOCKED_ON


def test_a_mailbox_locked_again_is_told_by_its_last_lock(desk):
    mailbox_id = issued(desk, "Lê An", state="locked", cause="inactivity")
    record_state(desk, mailbox_id=mailbox_id, state="active", on=date(2026, 11, 16))
    record_state(desk, mailbox_id=mailbox_id, state="suspended", on=date(2026, 11, 18), cause="violation")
    details = row_of(desk, "reopen", mailbox_id).details
    assert (details.locked_on, details.cause) == (date(2026, 11, 18), "violation")


def test_the_clerk_may_know_the_day_of_the_notice_better(desk):
    mailbox_id = issued(desk, "Lê An", state="suspended", cause="inactivity")
    row = row_of(desk, "reopen", mailbox_id, ReopenDetails(locked_on=date(2026, 11, 16)))
    assert row.cells["ngay_khoa"] == "16/11/2026"
    assert row.limit is not None
    assert row.limit.counting.stated_on == date(2026, 11, 16)


# close


@pytest.mark.parametrize(
    ("kind", "reason"),
    [("retired", "Nghỉ hưu"), ("resigned", "Thôi việc"), ("left", "Chuyển công tác"), ("died", "Từ trần")],
)
def test_a_closing_is_filled_from_the_holders_last_change(desk, kind, reason):
    mailbox_id = issued(desk, "Lê An")
    (mailbox,) = read(desk, Mailbox, id=mailbox_id)
    put(
        desk,
        PersonnelChange(
            person_id=mailbox.holder_id,
            kind=kind,
            decided_on=date(2026, 11, 9),
            effective_on=date(2026, 12, 1),
            document="Quyết định số 7/QĐ-SNV",
        ),
    )
    cells = row_of(desk, "close", mailbox_id).cells
    assert (cells["ly_do"], cells["ngay_hieu_luc"]) == (reason, "01/12/2026")
    assert cells["can_cu"] == "Quyết định số 7/QĐ-SNV ngày 09/11/2026"


def test_the_clerks_decision_never_gets_the_day_of_another(desk):
    mailbox_id = issued(desk, "Lê An")
    moved(desk, mailbox_id)
    row = row_of(desk, "close", mailbox_id, CloseDetails(reason="Nghỉ hưu", document="Quyết định số 9/QĐ-SNV"))
    assert row.cells["can_cu"] == "Quyết định số 9/QĐ-SNV"
    assert row.cells["ly_do"] == "Nghỉ hưu"
