"""Lists taken into the register: planned, written in one act, the same twice, taken back whole."""

from __future__ import annotations

import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.heading import Meaning
from govmail_desk.domain.intake import ColumnReading, Intake
from govmail_desk.domain.person import Person
from govmail_desk.domain.reminder import Due
from govmail_desk.domain.unit import Unit
from govmail_desk.listings import journals as journal_listing
from govmail_desk.listings import mailbox_pane
from govmail_desk.listings import mailboxes as mailbox_listing
from govmail_desk.listings import people as people_listing
from govmail_desk.listings import units as unit_listing
from govmail_desk.operations import journals
from govmail_desk.operations.intakes import plan_intake, take_in
from govmail_desk.operations.people import edit_person
from govmail_desk.operations.settings import set_operator
from govmail_desk.store.transaction import Transaction
from tests.desks import added, founded, keeps_id_numbers, own_unit_id
from tests.small_lists import FIRST_ROW, HEADINGS, UNIT_HEADINGS, book, people, person, sheet, unit, units

AN = person(
    "Nguyễn Văn An",
    birth="05/3/1985",
    section="Phòng Công nghệ thông tin",
    phone="0912 000 101",
    id_number="037085000111",
    address="annv.stttt@ninhbinh.gov.vn",
)
BINH = person("Trần Thị Bình", birth="1990", section="Văn phòng", phone="0912000102")


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path)
    keeps_id_numbers(desk)
    yield desk
    desk.close()


def kept(desk, kind, **equals):
    with desk.reading() as connection:
        return Transaction(connection).find(kind, **equals)


def only(desk, name):
    (found,) = kept(desk, Person, full_name=name)
    return found


def mailbox_of(desk, address):
    return mailbox_pane.pane(desk, mailbox_listing.id_of(desk, address))


def outcomes(plan):
    return [row.outcome for row in plan.rows if row.full_name or row.address]


# What comes in


def test_planning_tells_each_row_and_writes_nothing(desk):
    before = desk.journal_head()
    plan = plan_intake(desk, people(AN, BINH))
    assert plan.counts == {"new": 2, "changed": 0, "same": 0, "doubtful": 0, "set_aside": 1}
    assert [(row.row, row.outcome, row.reasons) for row in plan.rows] == [
        (1, "set_aside", ("Dòng tiêu đề.",)),
        (2, "new", ()),
        (3, "new", ()),
    ]
    assert desk.journal_head() == before
    assert not kept(desk, Intake)


def test_people_come_in_with_their_section_and_mailbox(desk):
    changes = take_in(desk, plan_intake(desk, people(AN, BINH)))
    assert changes.sentence == "Nhập danh sách «danh-sach.xlsx»: 2 mới, 0 thay đổi"
    found = only(desk, "Nguyễn Văn An")
    assert (found.birth_on, found.phone, found.id_number, found.post) == (
        "1985-03-05", "0912000101", "037085000111", "Chuyên viên",
    )  # fmt: skip
    section = next(row for row in unit_listing.tree(desk) if row.id == found.unit_id)
    assert (section.name, section.slug, section.parent_id) == ("Phòng Công nghệ thông tin", "", own_unit_id(desk))
    pane = mailbox_of(desk, "annv.stttt@ninhbinh.gov.vn")
    assert (pane.row.state, pane.row.since, pane.holder_id, pane.unit_id) == (
        "active",
        "2026-11-23",
        found.id,
        section.id,
    )
    assert [(event.state, event.note) for event in pane.events] == [
        ("active", "Có trong danh sách «danh-sach.xlsx» được nhập")
    ]


def test_stopping_before_the_act_is_kept_leaves_the_register_as_it_was(desk):
    before, told = desk.journal_head(), []

    def stop_at_the_end(written, total):
        told.append((written, total))
        if written == total:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        take_in(desk, plan_intake(desk, people(AN, BINH)), tick=stop_at_the_end)
    assert told == [(0, 3), (3, 3)]
    assert desk.journal_head() == before
    assert not kept(desk, Intake)


def test_someone_without_an_address_gets_no_mailbox(desk):
    changes = take_in(desk, plan_intake(desk, people(BINH)))
    assert not changes.touches("mailbox", "mailbox_event", "due")
    assert only(desk, "Trần Thị Bình").birth_on == "1990"


def test_the_rotation_of_passwords_begins_on_the_day_a_mailbox_comes_in(desk):
    plan = plan_intake(desk, people(AN, BINH))
    assert plan.warnings[-1] == (
        "Hạn đổi mật khẩu (Đ11.2) của 1 hộp thư mới tính từ ngày nhập, 23/11/2026, vì danh sách không cho biết lần đổi"
        " gần nhất."
    )
    take_in(desk, plan)
    (due,) = kept(desk, Due, subject_kind="mailbox")
    assert due.begun_by == "imported"
    mailbox_id = mailbox_of(desk, "annv.stttt@ninhbinh.gov.vn").row.id
    assert (due.rule, due.subject_kind, due.subject_id) == ("password.rotation.user", "mailbox", mailbox_id)
    assert (due.started_on, due.due_on) == (date(2026, 11, 23), date(2027, 5, 23))  # a Sunday: it stays, we act before
    assert due.act_by == date(2027, 5, 21)


def test_no_due_row_where_the_regulation_states_no_rotation(tmp_path):
    with closing(founded(tmp_path, "camau-24-2018")) as desk:
        take_in(desk, plan_intake(desk, people(person("Lê Văn Út", address="lvut.stttt@camau.gov.vn"))))
        assert not kept(desk, Due, subject_kind="mailbox")


def test_what_became_of_each_row_is_kept_without_private_facts(desk):
    plan = plan_intake(desk, people(AN, person("Lê Văn Hai", phone="12345", id_number="77")))
    take_in(desk, plan)
    (record,) = kept(desk, Intake)
    assert record.sha256 == plan.sha256
    assert record.rows[1:] == [
        ["Danh sách", 2, "new", []],
        ["Danh sách", 3, "doubtful", ["Số điện thoại cần kiểm tra lại.", "Số CCCD cần kiểm tra lại."]],
    ]
    assert "12345" in " ".join(plan.rows[2].reasons)


def test_the_groups_of_a_sheet_are_the_sections_of_the_rows_beneath(desk):
    lines = (("I", "Phòng Bưu chính"), (*AN[:4], "", *AN[5:]), ("II", "Thanh tra Sở"), (*BINH[:4], "", *BINH[5:]))
    plan = plan_intake(desk, people(*lines))
    assert [row.department for row in plan.rows if row.is_taken] == ["Phòng Bưu chính", "Thanh tra Sở"]
    take_in(desk, plan)
    assert {"Phòng Bưu chính", "Thanh tra Sở"} <= {row.name for row in unit_listing.tree(desk)}


def test_the_mailboxes_of_units_come_in_below_our_own(desk):
    plan = plan_intake(
        desk,
        units(
            unit("Phòng Chuyển đổi số", custodian="Lê Thị Mỹ Hạnh", address="phongcds.stttt@ninhbinh.gov.vn"),
            unit("Sở Thông tin và Truyền thông", address="stttt@ninhbinh.gov.vn", note="Hộp thư chung"),
        ),
    )
    assert outcomes(plan) == ["new", "changed"]
    take_in(desk, plan)
    pane = mailbox_of(desk, "phongcds.stttt@ninhbinh.gov.vn")
    (section,) = kept(desk, Unit, id=pane.unit_id)
    assert (pane.row.kind, section.slug, section.parent_id) == ("unit", "phongcds.stttt", own_unit_id(desk))
    assert pane.custodians == ("Lê Thị Mỹ Hạnh",)
    assert mailbox_of(desk, "stttt@ninhbinh.gov.vn").row.note == "Hộp thư chung"
    assert len(kept(desk, Person)) == 1, "the head is who looks after the mailbox, nobody was invented"


def test_addresses_under_a_heading_of_wishes_come_in_as_proposed(desk):
    headings = tuple(heading.replace("Địa chỉ thư công vụ", "Tên hộp thư đề nghị") for heading in HEADINGS)
    plan = plan_intake(desk, book(sheet(headings, AN)))
    assert any("đề nghị" in warning for warning in plan.warnings)
    take_in(desk, plan)
    assert mailbox_of(desk, "annv.stttt@ninhbinh.gov.vn").row.state == "proposed"
    assert not kept(desk, Due, subject_kind="mailbox")


# Twice, back, and against a register that moved


def test_the_same_file_twice_changes_nothing(desk):
    file = people(AN, BINH)
    take_in(desk, plan_intake(desk, file))
    head = desk.journal_head()
    again = plan_intake(desk, file)
    assert outcomes(again) == ["same", "same"]
    assert take_in(desk, again).is_empty
    assert desk.journal_head() == head


def test_an_intake_is_taken_back_whole(desk):
    added(desk, "Nguyễn Văn An", post="Văn thư", phone="", birth_on="1985-03-05")
    before = {kind: kept(desk, kind) for kind in (Person, Unit, Due, Intake)}
    take_in(desk, plan_intake(desk, people(AN, BINH)))
    assert only(desk, "Nguyễn Văn An").post == "Chuyên viên"
    journals.take_back(desk, journals.plan_take_back(desk))
    assert {kind: kept(desk, kind) for kind in before} == before
    assert [row.address for row in mailbox_listing.every(desk, mailbox_listing.MailboxFilter())] == [
        "stttt@ninhbinh.gov.vn"
    ]
    assert journals.verify(desk) == []


def test_a_plan_holds_while_only_other_things_change(desk):
    plan = plan_intake(desk, people(AN))
    set_operator(desk, name="Sở Khoa học và Công nghệ", address="", from_on=desk.today())
    take_in(desk, plan)
    assert only(desk, "Nguyễn Văn An")


def test_a_plan_is_refused_once_its_rows_mean_something_else(desk):
    plan = plan_intake(desk, people(AN))
    added(desk, "Nguyễn Văn An", birth_on="1985-03-05")
    head = desk.journal_head()
    with pytest.raises(RuleBroken, match="không còn đúng"):
        take_in(desk, plan)
    assert desk.journal_head() == head


def test_a_file_of_which_nothing_can_be_taken_is_refused_and_says_why(desk):
    plan = plan_intake(desk, book(sheet(("Cách điền danh sách",), ("Họ và tên viết đủ dấu",), name="Hướng dẫn")))
    assert "dòng tiêu đề" in plan.refusal
    with pytest.raises(RuleBroken, match="Hướng dẫn"):
        take_in(desk, plan)


def test_headings_without_anyone_under_them_are_an_error(desk):
    assert "không có dòng nào" in plan_intake(desk, people()).refusal


# What the clerk says


def test_only_the_sheet_asked_for_is_read_and_a_hidden_one_only_then(desk):
    file = book(sheet(HEADINGS, AN, name="Mới"), sheet(HEADINGS, BINH, name="Cũ", is_hidden=True))
    plan = plan_intake(desk, file)
    assert {row.sheet for row in plan.rows} == {"Mới"}
    assert any("Trang ẩn «Cũ»" in warning for warning in plan.warnings)
    assert {row.sheet for row in plan_intake(desk, file, sheet="Cũ").rows} == {"Cũ"}
    with pytest.raises(RuleBroken, match="không có trang «Ba»; các trang là: «Mới», «Cũ»"):
        plan_intake(desk, file, sheet="Ba")


def test_the_clerks_reading_of_the_columns_is_remembered_for_the_next_list(desk):
    headings = ("STT", "Đồng chí", "Thư")
    first = book(sheet(headings, ("1", "Nguyễn Văn An", "annv.stttt@ninhbinh.gov.vn")))
    chosen = {"Danh sách": {1: Meaning.FULL_NAME, 2: Meaning.ADDRESS}}
    assert plan_intake(desk, first).refusal
    take_in(desk, plan_intake(desk, first, header_rows={"Danh sách": 1}, meanings=chosen))
    (remembered,) = kept(desk, ColumnReading)
    assert remembered.meanings == {"0": "ordinal", "1": "full-name", "2": "address"}
    second = book(sheet(headings, ("1", "Trần Thị Bình", "binhtt.stttt@ninhbinh.gov.vn")))
    plan = plan_intake(desk, second, header_rows={"Danh sách": 1})
    assert plan.columns[0].is_remembered
    assert outcomes(plan) == ["new"]


def test_a_column_of_passwords_is_never_read(desk):
    file = book(sheet((*HEADINGS, "Mật khẩu"), (*AN, "Abc@12345")))
    plan = plan_intake(desk, file, meanings={"Danh sách": {9: Meaning.NOTE}})
    take_in(desk, plan)
    assert any("mật khẩu: cột này không được đọc" in warning for warning in plan.warnings)
    assert plan.rows[1].note == ""
    with desk.reading() as connection:
        dump = "\n".join(connection.connection.driver_connection.iterdump())
    assert "Abc@12345" not in dump


def test_a_row_left_out_is_set_aside(desk):
    plan = plan_intake(desk, people(AN, BINH), left_out={("Danh sách", FIRST_ROW)})
    assert plan.rows[1].reasons == ("Dòng này được bỏ ra khỏi lần nhập.",)
    take_in(desk, plan)
    assert not kept(desk, Person, full_name="Nguyễn Văn An")


def test_what_is_mended_in_the_preview_is_taken_as_typed(desk):
    dirty = person("Ông", phone="123", address="ong.stttt@@ninhbinh.gov.vn")
    mended = {"full_name": "Ông Văn Hòa", "phone": "123", "address": "hoaov.stttt@ninhbinh.gov.vn"}
    plan = plan_intake(desk, people(dirty), mended={("Danh sách", FIRST_ROW): mended})
    assert outcomes(plan) == ["new"]
    take_in(desk, plan)
    assert only(desk, "Ông Văn Hòa").phone == "123"


def test_the_clerk_says_whom_a_row_means(desk):
    first, second = added(desk, "Nguyễn Văn An", birth_on=""), added(desk, "Nguyễn Văn An", birth_on="")
    row = person("Nguyễn Văn An", post="Kế toán")
    place = ("Danh sách", FIRST_ROW)
    assert outcomes(plan_intake(desk, people(row))) == ["doubtful"]
    plan = plan_intake(desk, people(row), mended={place: {"person": str(second)}})
    assert (outcomes(plan), plan.rows[1].person_id) == (["changed"], second)
    assert outcomes(plan_intake(desk, people(row), mended={place: {"person": "new"}})) == ["new"]
    take_in(desk, plan)
    assert people_listing.person_of(desk, first).post == "Chuyên viên"


# Properties

NAMES = st.sampled_from((
    "Nguyễn Văn An",
    "NGUYỄN VĂN AN",
    "Trần Thị Bình",
    "Ðỗ Văn Lý",
    "H'Hen Niê",
    "Thạch",
    "Lê Thuý Ái",
))
ADDRESSES = st.sampled_from((
    "", "", "chưa có", "annv.stttt@ninhbinh.gov.vn", "annv1.stttt@ninhbinh.gov.vn", "annvl.stttt@ninhbinh.gov.vn",
    "stttt@ninhbinh.gov.vn", "binhtt.stttt@@ninhbinh.gov.vn", "hanhltm.skhcn@laocai.gov.vn", "an@gmail.com",
))  # fmt: skip
ROWS = st.builds(
    person,
    NAMES,
    birth=st.sampled_from(("", "1985", "05/3/1985", "7/8/1990", "31/02/1990")),
    post=st.sampled_from(("", "Chuyên viên", "Kế toán")),
    section=st.sampled_from(("", "Văn phòng", "VĂN PHÒNG", "Phòng CNTT", "Phòng Công nghệ thông tin", "Sở TT&TT")),
    phone=st.sampled_from(("", "0912000101", "912000101", "0912 000 102", "02 số")),
    id_number=st.sampled_from(("", "037085000111", "037190000222")),
    address=ADDRESSES,
    note=st.sampled_from(("", "Cấp mới", "Làm việc tại nhà")),
)
UNITS = st.builds(
    unit,
    st.sampled_from(("Văn phòng", "Phòng CNTT", "Sở Thông tin và Truyền thông", "UBND xã Thạnh Phú", "")),
    above=st.sampled_from(("", "Sở Thông tin và Truyền thông", "UBND huyện Mỹ Xuyên")),
    custodian=st.sampled_from(("", "Trần Thị Bình", "Nguyễn Văn An")),
    address=st.sampled_from(("", "vp.stttt@ninhbinh.gov.vn", "annv.stttt@ninhbinh.gov.vn", "stttt@ninhbinh.gov.vn")),
)
BOOKS = st.builds(
    lambda lines, of_units: book(sheet(HEADINGS, *lines, name="Người"), sheet(UNIT_HEADINGS, *of_units, name="Đơn vị")),
    st.lists(ROWS, max_size=7),
    st.lists(UNITS, max_size=3),
)


@settings(max_examples=15)
@given(BOOKS, BOOKS)
def test_whatever_a_list_holds_importing_it_twice_is_importing_it_once(first, second):
    with tempfile.TemporaryDirectory() as folder, closing(founded(Path(folder))) as desk:
        for file in (first, second):
            head = desk.journal_head()
            plan = plan_intake(desk, file)
            assert desk.journal_head() == head, "planning writes nothing"
            if plan.refusal:
                continue
            take_in(desk, plan)
            again = plan_intake(desk, file)
            assert [(row.place, row.outcome, row.differences) for row in again.rows if row.is_taken] == []
            head = desk.journal_head()
            assert take_in(desk, again).is_empty
            assert desk.journal_head() == head
            assert journals.verify(desk) == []


@settings(max_examples=12)
@given(BOOKS)
def test_taking_an_intake_back_leaves_the_register_as_it_was(file):
    with tempfile.TemporaryDirectory() as folder, closing(founded(Path(folder))) as desk:
        take_in(desk, plan_intake(desk, people(AN, BINH)))
        before = {kind: kept(desk, kind) for kind in (Person, Unit, Due, Intake)}
        plan = plan_intake(desk, file)
        if plan.refusal or plan.is_empty:
            return
        seq = take_in(desk, plan).seq
        journals.take_back(desk, journals.plan_take_back(desk, seq=seq))
        assert {kind: kept(desk, kind) for kind in before} == before
        assert journals.verify(desk) == []
        assert journal_listing.acts(desk)[0].takes_back == seq


def test_a_persons_facts_edited_by_hand_are_not_undone_by_the_same_list_without_them(desk):
    take_in(desk, plan_intake(desk, people(AN)))
    found = only(desk, "Nguyễn Văn An")
    edit_person(desk, person=found, corrected=replace(found, note="Biệt phái đến hết năm"))
    assert plan_intake(desk, people(AN)).is_empty
