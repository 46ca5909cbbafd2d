"""Requests for new mailboxes: planned, refused, drafted with all their papers, taken back."""

from __future__ import annotations

import io
import secrets
from dataclasses import replace
from email import policy
from email.parser import BytesParser

import docx
import openpyxl
import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.settings import Operator
from govmail_desk.listings import mailboxes as mailbox_listing
from govmail_desk.listings import requests as request_listing
from govmail_desk.operations import journals, mailboxes, units
from govmail_desk.operations.copies import copy_files
from govmail_desk.operations.paper_content import PaperChoices
from govmail_desk.operations.papers import letter_content
from govmail_desk.operations.people import add_person
from govmail_desk.operations.requests import draft_request, plan_request, selection_hash
from govmail_desk.operations.settings import choose_rule
from tests.desks import UNITS, added, founded, own_unit_id


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path)
    yield desk
    desk.close()


def drafted(desk, plan, **choices):
    (request_id,) = draft_request(desk, plan, choices=PaperChoices(**choices)).ids["request"]
    pane = request_listing.pane(desk, request_id)
    return pane, {file.role: request_listing.content(desk, file.sha256) for file in pane.files}


def addresses(desk):
    return {row.address: row.state for row in mailbox_listing.every(desk, mailbox_listing.MailboxFilter())}


def test_planning_writes_nothing(desk):
    person = added(desk, "Nguyễn Văn Thành")
    before = desk.journal_head()
    plan = plan_request(desk, on=desk.today(), people_ids=[person])
    assert [row.address for row in plan.rows] == ["thanhnv.stttt@ninhbinh.gov.vn"]
    assert desk.journal_head() == before


def test_letter_list_and_email_tell_the_same_frozen_rows(desk):
    people = [added(desk, name) for name in ("Nguyễn Văn Thành", "Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc")]
    plan = plan_request(desk, on=desk.today(), people_ids=people, reason="mới tiếp nhận về đơn vị")
    pane, files = drafted(desk, plan)
    letter = "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(files["letter"])).paragraphs)
    sheet = openpyxl.load_workbook(io.BytesIO(files["list"])).active
    listed = [cell.value for row in sheet.iter_rows() for cell in row if cell.value and "@" in str(cell.value)]
    mail = BytesParser(policy=policy.default).parsebytes(files["email"])
    assert "03 hộp thư" in letter
    assert listed == [row.address for row in pane.frozen]
    assert listed == [f"{local}.stttt@ninhbinh.gov.vn" for local in ("thanhnv", "thanhnv1", "ngocdtb")]
    assert mail["From"] == "stttt@ninhbinh.gov.vn"
    assert mail["To"] == "stttt@ninhbinh.gov.vn"
    assert mail["X-Unsent"] == "1"
    attached = {part.get_filename(): part.get_content() for part in mail.iter_attachments()}
    assert sorted(attached.values()) == sorted((files["letter"], files["list"]))
    assert "mới tiếp nhận về đơn vị" in mail.get_body().get_content()
    assert pane.selection_sha256 == selection_hash(plan.rows)


def test_no_cell_of_the_list_is_a_formula(desk):
    person = added(desk, "Nguyễn Văn Thành", post="=1+1", phone="+84912000111")
    _, files = drafted(desk, plan_request(desk, on=desk.today(), people_ids=[person]))
    sheet = openpyxl.load_workbook(io.BytesIO(files["list"])).active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert {"=1+1", "+84912000111"} <= {cell.value for cell in cells}


@pytest.mark.parametrize("regulation_id", UNITS)
def test_each_regulation_makes_the_papers_it_asks_for(tmp_path, regulation_id):
    desk = founded(tmp_path, regulation_id)
    person = added(desk, "Nguyễn Văn Thành", post="Giám đốc")
    plan = plan_request(desk, on=desk.today(), people_ids=[person])
    pane, files = drafted(desk, plan)
    assert set(files) == set(desk.regulation().papers("create", "personal"))
    assert {"letter", "list", "email"} <= set(files)
    assert journals.verify(desk) == []
    assert pane.row.state == "draft"
    desk.close()


def test_khanh_hoa_refuses_a_personal_mailbox_of_another_post_with_its_article(tmp_path):
    desk = founded(tmp_path, "khanhhoa-dagt-2021")
    person = added(desk, "Nguyễn Văn Thành", post="Chuyên viên")
    plan = plan_request(desk, on=desk.today(), people_ids=[person], chosen={0: "nvthanh@khanhhoa.gov.vn"})
    with pytest.raises(RuleBroken, match="Giám đốc") as refusal:
        draft_request(desk, plan)
    assert refusal.value.cite == "Đ3"
    assert request_listing.every(desk) == []
    desk.close()


def test_khanh_hoa_goes_by_its_own_chain(tmp_path):
    desk = founded(tmp_path, "khanhhoa-dagt-2021")
    person = added(desk, "Nguyễn Văn Thành", post="Trưởng phòng Kế toán")
    _, files = drafted(desk, plan_request(desk, on=desk.today(), people_ids=[person]))
    proposal = docx.Document(io.BytesIO(files["proposal"]))
    words = "\n".join(
        [paragraph.text for paragraph in proposal.paragraphs]
        + [cell.text for table in proposal.tables for row in table.rows for cell in row.cells]
    )
    assert "Kế hoạch - Tổng hợp" in words
    assert "lãnh đạo Ban" in words
    desk.close()


def test_the_leader_of_namesakes_keeps_the_plain_address_in_soc_trang(tmp_path):
    desk = founded(tmp_path, "soctrang-59-2024")
    people = [added(desk, "Dương Chí Nguyên"), added(desk, "Dương Chí Nguyên", post="Phó Giám đốc")]
    plan = plan_request(desk, on=desk.today(), people_ids=people)
    assert [row.address for row in plan.rows] == ["dcnguyen1@soctrang.gov.vn", "dcnguyen@soctrang.gov.vn"]
    desk.close()


@pytest.mark.parametrize("state", ["active", "requested", "closed"])
def test_an_address_the_register_knows_is_never_proposed_again(desk, state):
    mailboxes.add_mailbox(
        desk,
        address="thanhnv.stttt@ninhbinh.gov.vn",
        kind="personal",
        unit_id=own_unit_id(desk),
        state=state,
        since=desk.today(),
    )
    plan = plan_request(desk, on=desk.today(), people_ids=[added(desk, "Nguyễn Văn Thành")])
    assert plan.rows[0].address == "thanhnv1.stttt@ninhbinh.gov.vn"


def test_a_second_request_looks_at_the_first_one(desk):
    first, second = added(desk, "Nguyễn Văn Thành"), added(desk, "Nguyễn Vân Thanh")
    drafted(desk, plan_request(desk, on=desk.today(), people_ids=[first]))
    plan = plan_request(desk, on=desk.today(), people_ids=[second])
    assert plan.rows[0].address == "thanhnv1.stttt@ninhbinh.gov.vn"


def test_the_clerk_may_choose_another_address(desk):
    plan = plan_request(
        desk,
        on=desk.today(),
        people_ids=[added(desk, "Nguyễn Văn Thành")],
        chosen={0: "Thanh.VP.stttt@ninhbinh.gov.vn"},
    )
    drafted(desk, plan)
    assert addresses(desk)["thanh.vp.stttt@ninhbinh.gov.vn"] == "proposed"


@pytest.mark.parametrize("chosen", ["thanh nv@ninhbinh.gov.vn", "thành@ninhbinh.gov.vn", "thanhnv", "a@b@c.vn"])
def test_a_chosen_address_no_mail_system_takes_is_refused_and_nothing_is_written(desk, chosen):
    plan = plan_request(desk, on=desk.today(), people_ids=[added(desk, "Nguyễn Văn Thành")], chosen={0: chosen})
    before = desk.journal_head()
    with pytest.raises(RuleBroken, match="Nguyễn Văn Thành"):
        draft_request(desk, plan)
    assert desk.journal_head() == before


def test_the_same_address_chosen_twice_is_refused(desk):
    people = [added(desk, "Nguyễn Văn Thành"), added(desk, "Lê An")]
    chosen = {0: "chung.stttt@ninhbinh.gov.vn", 1: "chung.stttt@ninhbinh.gov.vn"}
    plan = plan_request(desk, on=desk.today(), people_ids=people, chosen=chosen)
    assert "trùng với Nguyễn Văn Thành" in plan.rows[1].refusal


def test_someone_who_has_a_mailbox_is_refused(desk):
    person = added(desk, "Nguyễn Văn Thành")
    drafted(desk, plan_request(desk, on=desk.today(), people_ids=[person]))
    plan = plan_request(desk, on=desk.today(), people_ids=[person])
    assert "đã có hộp thư thanhnv.stttt@ninhbinh.gov.vn" in plan.rows[0].refusal


def test_a_mailbox_already_proposed_is_asked_for_without_a_second_row(desk):
    person = added(desk, "Nguyễn Văn Thành")
    (mailbox_id,) = mailboxes.add_mailbox(
        desk,
        address="thanhnv.stttt@ninhbinh.gov.vn",
        kind="personal",
        unit_id=own_unit_id(desk),
        holder_id=person,
        state="proposed",
        since=desk.today(),
    ).ids["mailbox"]
    pane, _ = drafted(desk, plan_request(desk, on=desk.today(), mailbox_ids=[mailbox_id]))
    assert [row.mailbox_id for row in pane.frozen] == [mailbox_id]
    assert len(addresses(desk)) == 2


def test_a_mailbox_stands_in_one_open_request_at_a_time(desk):
    person = added(desk, "Nguyễn Văn Thành")
    pane, _ = drafted(desk, plan_request(desk, on=desk.today(), people_ids=[person]))
    plan = plan_request(desk, on=desk.today(), mailbox_ids=[pane.frozen[0].mailbox_id])
    assert "đã nằm trong một đề nghị" in plan.rows[0].refusal


def test_an_empty_selection_is_refused(desk):
    with pytest.raises(RuleBroken, match="Không có ai"):
        plan_request(desk, on=desk.today())


def test_a_plan_made_before_another_act_is_refused(desk):
    plan = plan_request(desk, on=desk.today(), people_ids=[added(desk, "Nguyễn Văn Thành")])
    added(desk, "Lê An")
    with pytest.raises(RuleBroken, match="xem lại đề nghị"):
        draft_request(desk, plan)


def test_a_unit_mailbox_is_asked_for_with_its_address_under_the_parent(desk):
    changes = units.add_unit(desk, name="Phòng Công nghệ thông tin", slug="", parent_id=own_unit_id(desk))
    (unit_id,) = changes.ids["unit"]
    pane, files = drafted(desk, plan_request(desk, on=desk.today(), unit_ids=[unit_id]))
    assert pane.frozen[0].address == "pcntt.stttt@ninhbinh.gov.vn"
    assert pane.row.mailbox_kind == "unit"
    sheet = openpyxl.load_workbook(io.BytesIO(files["list"])).active
    assert "Phòng Công nghệ thông tin" in {cell.value for row in sheet.iter_rows() for cell in row}


def test_people_and_units_are_not_asked_for_in_one_request(desk):
    (unit_id,) = units.add_unit(desk, name="Phòng Tổng hợp", slug="", parent_id=own_unit_id(desk)).ids["unit"]
    with pytest.raises(RuleBroken, match="hai đề nghị"):
        plan_request(desk, on=desk.today(), people_ids=[added(desk, "Lê An")], unit_ids=[unit_id])


def test_a_drafted_request_is_taken_back_whole(desk):
    person = added(desk, "Nguyễn Văn Thành")
    drafted(desk, plan_request(desk, on=desk.today(), people_ids=[person]))
    journals.take_back(desk, journals.plan_take_back(desk))
    assert request_listing.every(desk) == []
    assert set(addresses(desk)) == {"stttt@ninhbinh.gov.vn"}
    assert journals.verify(desk) == []


def test_attachments_over_the_limit_are_refused_and_nothing_is_written(tmp_path):
    desk = founded(tmp_path, "quan4-03-2013")
    choose_rule(desk, rule="attachment.limit_mb", value=1, from_on=desk.today(), why="mạng của đơn vị chậm")
    plan = plan_request(desk, on=desk.today(), people_ids=[added(desk, "Nguyễn Văn Thành")])
    rows = tuple(replace(plan.rows[0], note=secrets.token_hex(40)) for _ in range(25_000))
    with pytest.raises(RuleBroken, match="quá mức 1 MB"):
        draft_request(desk, replace(plan, rows=rows))
    assert request_listing.every(desk) == []
    desk.close()


def test_copies_are_written_whole_and_never_over_the_clerks_own_file(desk, tmp_path):
    pane, files = drafted(desk, plan_request(desk, on=desk.today(), people_ids=[added(desk, "Nguyễn Văn Thành")]))
    folder = tmp_path / "Hồ sơ đề nghị"
    first = copy_files(desk, request_id=pane.row.id, folder=folder)
    first[0].path.write_bytes(b"the clerk's own edit")
    second = copy_files(desk, request_id=pane.row.id, folder=folder)
    assert first[0].path.read_bytes() == b"the clerk's own edit"
    assert second[0].path.read_bytes() == files["letter"]
    assert [copy.path for copy in second[1:]] == [copy.path for copy in first[1:]]


def test_namesakes_of_two_sections_never_get_one_address_in_soc_trang(tmp_path):
    desk = founded(tmp_path, "soctrang-59-2024")
    (section,) = units.add_unit(desk, name="Phòng Tổng hợp", slug="pth", parent_id=own_unit_id(desk)).ids["unit"]
    here = added(desk, "Dương Chí Nguyên")
    (there,) = add_person(desk, full_name="Dương Chí Nguyên", unit_id=section, post="Trưởng phòng").ids["person"]
    plan = plan_request(desk, on=desk.today(), people_ids=[here, there])
    assert [row.address for row in plan.rows] == ["dcnguyen1@soctrang.gov.vn", "dcnguyen@soctrang.gov.vn"]
    desk.close()


def test_a_typed_address_that_is_taken_for_another_is_remarked_on(desk):
    first = added(desk, "Nguyễn Văn Thành")
    drafted(desk, plan_request(desk, on=desk.today(), people_ids=[first]))
    second = added(desk, "Lê An")
    plan = plan_request(desk, on=desk.today(), people_ids=[second], chosen={0: "thanhmv.stttt@ninhbinh.gov.vn"})
    assert "Rất giống địa chỉ đã có: thanhnv.stttt@ninhbinh.gov.vn." in plan.rows[0].remarks


def test_another_operator_is_asked_and_kept_with_the_request(desk):
    person = added(desk, "Nguyễn Văn Thành")
    plan = plan_request(desk, on=desk.today(), people_ids=[person])
    other = Operator(from_on=desk.today(), name="Sở Khoa học và Công nghệ", address="skhcn@ninhbinh.gov.vn")
    _, files = drafted(desk, plan, operator=other)
    mail = BytesParser(policy=policy.default).parsebytes(files["email"])
    assert mail["To"] == "skhcn@ninhbinh.gov.vn"
    assert "Sở Khoa học và Công nghệ" in "\n".join(
        p.text for p in docx.Document(io.BytesIO(files["letter"])).paragraphs
    )
    assert desk.valid(Operator, desk.today()).name == "Sở Khoa học và Công nghệ"
    journals.take_back(desk, journals.plan_take_back(desk))
    assert desk.valid(Operator, desk.today()).name != "Sở Khoa học và Công nghệ"


def test_what_the_letter_would_say_is_seen_before_anything_is_made(desk):
    plan = plan_request(desk, on=desk.today(), people_ids=[added(desk, "Nguyễn Văn Thành")], reason="mới tiếp nhận")
    before = desk.journal_head()
    content = letter_content(desk, plan=plan, choices=PaperChoices(recipients=("Ban Giám đốc",)))
    assert "1. Lý do: mới tiếp nhận." in content.paragraphs
    assert content.other_recipients == ("Ban Giám đốc",)
    assert desk.journal_head() == before


def test_making_is_told_paper_by_paper_and_stops_with_nothing_kept(desk):
    plan = plan_request(desk, on=desk.today(), people_ids=[added(desk, "Nguyễn Văn Thành")])
    told = []

    def stop_at_the_second(done, total):
        told.append((done, total))
        if done == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        draft_request(desk, plan, tick=stop_at_the_second)
    assert told == [(1, 3), (2, 3)]
    assert request_listing.every(desk) == []
    draft_request(desk, plan, tick=lambda done, total: told.append((done, total)))
    assert told[-1] == (3, 3)


@pytest.mark.parametrize(("post", "is_allowed"), [("Trưởng phòng", True), ("Phó Trưởng phòng", False)])
def test_a_head_of_section_holds_the_post_the_regulation_names(tmp_path, post, is_allowed):
    desk = founded(tmp_path, "khanhhoa-dagt-2021")
    (section,) = units.add_unit(desk, name="Phòng Kế toán", slug="", parent_id=own_unit_id(desk)).ids["unit"]
    (person,) = add_person(desk, full_name="Lê An", unit_id=section, post=post).ids["person"]
    plan = plan_request(desk, on=desk.today(), people_ids=[person])
    assert (not plan.rows[0].refusal) == is_allowed
    desk.close()
