"""Papers made from one plan: what the settings of its day say, what the clerk chose, and what is lacking."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import timedelta
from email import policy
from email.parser import BytesParser

import docx
import openpyxl
import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.request_details import ChangeDetails, CloseDetails, Fact
from govmail_desk.domain.settings import Letterhead, Operator, Signer
from govmail_desk.domain.vietnamese import fold
from govmail_desk.listings import mailboxes as mailbox_listing
from govmail_desk.operations import mailboxes, settings
from govmail_desk.operations import papers as papers_module
from govmail_desk.operations.paper_checks import PapersDisagree
from govmail_desk.operations.paper_content import PaperChoices
from govmail_desk.operations.paper_settings import own_address
from govmail_desk.operations.papers import letter_content, make_papers
from govmail_desk.operations.requests import plan_about, plan_request
from tests.desks import NOW, UNITS, added, founded, own_unit_id
from tests.mailboxes import issued
from tests.request_lives import go_on_to

TODAY = NOW.date()
LATER = TODAY + timedelta(days=30)


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as desk:
        yield desk


def planned(desk, name="Nguyễn Văn Thành", post="Giám đốc", on=TODAY):
    return plan_request(desk, on=on, people_ids=[added(desk, name, post=post)], reason="mới tiếp nhận về đơn vị")


def made(desk, plan, **choices):
    return {paper.role: paper for paper in make_papers(desk, plan=plan, choices=PaperChoices(**choices), label="thu")}


def words_of(content):
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def mail_of(content):
    return BytesParser(policy=policy.default).parsebytes(content)


def test_papers_are_named_after_the_request_and_come_in_the_order_they_are_put_together(desk):
    papers = make_papers(desk, plan=planned(desk), choices=PaperChoices(), label="de-nghi-20261123-ab12")
    assert [paper.name for paper in papers] == [
        "de-nghi-20261123-ab12-cong-van.docx",
        "de-nghi-20261123-ab12-danh-sach.xlsx",
        "de-nghi-20261123-ab12-thu-nhap.eml",
    ]


def test_making_papers_writes_nothing(desk):
    plan = planned(desk)
    head = desk.journal_head()
    made(desk, plan)
    assert desk.journal_head() == head


def test_each_made_paper_is_told_and_what_is_raised_stops_the_making(desk):
    plan, told = planned(desk), []
    make_papers(desk, plan=plan, choices=PaperChoices(), tick=lambda *count: told.append(count))
    assert told == [(1, 3), (2, 3), (3, 3)]

    def stop(*_count: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_papers(desk, plan=plan, choices=PaperChoices(), tick=stop)


@pytest.mark.parametrize("regulation", UNITS)
def test_the_letter_looked_at_before_is_the_letter_made(tmp_path, regulation):
    with founded(tmp_path, regulation) as desk:
        plan = planned(desk)
        content = letter_content(desk, plan=plan, choices=PaperChoices())
        letter = words_of(made(desk, plan)["letter"].content)
    assert content.subject in letter.replace("\n", " ")
    assert all(paragraph in letter for paragraph in content.paragraphs)
    assert all(addressee in letter for addressee in content.addressees)


def test_papers_of_a_day_follow_the_settings_of_that_day(desk):
    head = desk.valid(Letterhead, TODAY)
    settings.set_letterhead(
        desk, letterhead=replace(head, id=0, version=0, from_on=LATER, body="Sở Khoa học và Công nghệ")
    )
    settings.set_operator(desk, name="Trung tâm Chuyển đổi số", address="ttcds@ninhbinh.gov.vn", from_on=LATER)
    settings.set_recipients(desk, lines=("Phòng Nội vụ",), from_on=LATER)
    person = added(desk, "Nguyễn Văn Thành")
    before = made(desk, plan_request(desk, on=TODAY, people_ids=[person]))
    go_on_to(desk, LATER)
    after = made(desk, plan_request(desk, on=LATER, people_ids=[person]))
    assert "Trung tâm Chuyển đổi số" in words_of(after["letter"].content)
    assert "Phòng Nội vụ" in words_of(after["letter"].content)
    assert "Trung tâm Chuyển đổi số" not in words_of(before["letter"].content)
    assert mail_of(after["email"].content)["To"].addresses[0].addr_spec == "ttcds@ninhbinh.gov.vn"
    assert "SỞ KHOA HỌC VÀ CÔNG NGHỆ" in words_of(after["letter"].content).upper()


def test_the_clerks_choices_stand_over_the_settings(desk):
    deputy = Signer(full_name="Võ Ngọc Ánh", post="Phó Giám đốc", authority="deputy", head_post="Giám đốc")
    (signer_id,) = settings.add_signer(desk, signer=deputy).ids["signer"]
    operator = Operator(from_on=TODAY, name="Trung tâm Chuyển đổi số", address="ttcds@ninhbinh.gov.vn")
    papers = made(
        desk,
        planned(desk),
        signer_id=signer_id,
        operator=operator,
        contact="Lê An, Văn thư, 0229 3871 000",
        recipients=("Lãnh đạo sở",),
    )
    letter = words_of(papers["letter"].content)
    for said in ("KT. GIÁM ĐỐC", "Võ Ngọc Ánh", "Trung tâm Chuyển đổi số", "0229 3871 000", "Lãnh đạo sở"):
        assert said in letter
    assert mail_of(papers["email"].content)["To"].addresses[0].addr_spec == "ttcds@ninhbinh.gov.vn"


def test_the_eight_column_list_is_a_choice(desk):
    plan = planned(desk)
    usual, eight = made(desk, plan)["list"].content, made(desk, plan, has_eight_columns=True)["list"].content
    assert usual != eight
    cells = {cell.value for row in openpyxl.load_workbook(io.BytesIO(eight)).active.iter_rows() for cell in row}
    assert "Nguyễn Văn Thành" in cells


def test_a_signer_without_authority_on_the_day_is_refused(desk):
    ended = Signer(full_name="Võ Ngọc Ánh", post="Giám đốc", to_on=TODAY - timedelta(days=1))
    (signer_id,) = settings.add_signer(desk, signer=ended).ids["signer"]
    with pytest.raises(RuleBroken, match="không có thẩm quyền ký ngày 23/11/2026"):
        made(desk, planned(desk), signer_id=signer_id)


def test_without_a_signer_the_block_is_left_to_be_filled_in(tmp_path):
    with founded(tmp_path, head="") as desk:
        letter = words_of(made(desk, planned(desk))["letter"].content)
    assert "THỦ TRƯỞNG ĐƠN VỊ" in letter


def test_the_email_goes_from_the_units_own_mailbox_that_is_in_use(desk):
    assert own_address(desk) == "stttt@ninhbinh.gov.vn"
    (own,) = mailbox_listing.every(desk, mailbox_listing.MailboxFilter())
    mailboxes.add_mailbox(
        desk, address="vanthu.stttt@ninhbinh.gov.vn", kind="unit", unit_id=own_unit_id(desk), since=TODAY
    )
    mailboxes.record_state(desk, mailbox_id=own.id, state="closed", on=TODAY)
    assert own_address(desk) == "vanthu.stttt@ninhbinh.gov.vn"


def test_a_unit_without_a_mailbox_of_its_own_is_told_of(desk):
    plan = planned(desk)
    (own,) = mailbox_listing.every(desk, mailbox_listing.MailboxFilter())
    mailboxes.record_state(desk, mailbox_id=own.id, state="closed", on=TODAY)
    with pytest.raises(RuleBroken, match="chưa có hộp thư của chính đơn vị"):
        made(desk, plan)


def about(desk, kind, *mailbox_ids, details=None):
    return plan_about(desk, kind=kind, mailbox_ids=mailbox_ids, on=TODAY, details=details or {})


def test_khanh_hoa_closes_by_one_slip_a_person_laid_before_the_leaders(tmp_path):
    with founded(tmp_path, "khanhhoa-dagt-2021") as desk:
        ids = [issued(desk, name) for name in ("Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc")]
        details = {ids[0]: CloseDetails(reason="Nghỉ hưu", document="Quyết định số 7/QĐ-SGTVT")}
        told = []
        papers = make_papers(
            desk,
            plan=about(desk, "close", *ids, details=details),
            choices=PaperChoices(),
            label="thu",
            tick=lambda *count: told.append(count),
        )
    slips = [paper for paper in papers if paper.role == "slip"]
    assert [paper.name for paper in slips] == [
        "thu-phieu-yeu-cau-01-nguyen-van-thanh.docx",
        "thu-phieu-yeu-cau-02-do-thi-bich-ngoc.docx",
    ]
    first, second = (words_of(paper.content) for paper in slips)
    for said in ("PHIẾU YÊU CẦU XÓA", "Kính gửi: Lãnh đạo Ban", "Nghỉ hưu", "Quyết định số 7/QĐ-SGTVT", "TRƯỞNG PHÒNG"):
        assert said in first
    assert "Nguyễn Văn Thành" not in second
    assert told == [(place, 5) for place in range(1, 6)]


def test_a_slip_of_a_strange_name_has_a_safe_name(tmp_path):
    with founded(tmp_path, "khanhhoa-dagt-2021") as desk:
        mailbox_id = issued(desk, "Nguyễn Văn A/B: *con*")
        names = [
            paper.name
            for paper in make_papers(desk, plan=about(desk, "close", mailbox_id), choices=PaperChoices(), label="thu")
        ]
    assert not [name for name in names if set(name) & set('<>:"/\\|?*')]


def test_a_list_that_goes_with_a_mail_alone_names_the_mail(tmp_path):
    with founded(tmp_path, "quan4-03-2013") as desk:
        papers = made(desk, about(desk, "reopen", issued(desk, "Lê An", state="locked")))
    assert set(papers) == {"email", "list"}
    sheet = openpyxl.load_workbook(io.BytesIO(papers["list"].content)).active
    told = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert any(text.startswith("(Kèm theo thư điện tử ngày") for text in told)
    assert not any("Công văn số" in text for text in told)


def test_the_section_that_mails_the_operator_itself_says_so(tmp_path):
    with founded(tmp_path, "khanhhoa-dagt-2021") as desk:
        papers = made(desk, about(desk, "reset", issued(desk, "Lê An")))
    body = mail_of(papers["email"].content).get_body().get_content()
    assert "Phòng Kế hoạch - Tổng hợp, Ban Quản lý dự án" in body
    assert "letter" not in papers


def test_a_units_own_locked_mailbox_sends_no_mail_about_itself(desk):
    (own,) = [row for row in mailbox_listing.every(desk, mailbox_listing.MailboxFilter()) if row.kind == "unit"]
    mailboxes.record_state(desk, mailbox_id=own.id, state="suspended", on=TODAY, cause="inactivity")
    assert set(made(desk, about(desk, "reopen", own.id))) == {"letter", "list"}


def test_the_letter_cites_the_article_of_the_kind_and_where_there_is_none_none(tmp_path):
    with founded(tmp_path) as desk:
        mailbox_id = issued(desk, "Lê An")
        close, reset = (
            letter_content(desk, plan=about(desk, kind, mailbox_id), choices=PaperChoices())
            for kind in ("close", "reset")
        )
    assert "theo quy định tại khoản 2 Điều 7 Quy chế kèm theo Quyết định số" in close.paragraphs[3]
    assert "theo quy định" not in reset.paragraphs[3]


@pytest.mark.parametrize("kind", ["change", "reset", "reopen", "close"])
@pytest.mark.parametrize("regulation", UNITS)
def test_no_paper_of_any_kind_has_a_place_for_a_password(tmp_path, regulation, kind):
    with founded(tmp_path, regulation) as desk:
        mailbox_id = issued(desk, "Lê An", state="locked" if kind == "reopen" else "active")
        details = {mailbox_id: ChangeDetails(facts=(Fact("Chức vụ", "Chuyên viên", "Phó phòng"),))}
        plan = about(desk, kind, mailbox_id, details=details if kind == "change" else None)
        papers = made(desk, plan)
    sheet = openpyxl.load_workbook(io.BytesIO(papers["list"].content)).active
    table = [[fold(str(cell.value or "")) for cell in row] for row in sheet.iter_rows()]
    heads = next(row for row in table if "stt" in row)
    assert not [head for head in heads if "mat khau" in head]
    assert not [name for name in plan.rows[0].cells if "khau" in name or "password" in name]


def test_papers_that_tell_other_rows_than_the_plan_are_a_fault(desk):
    plan = about(desk, "close", issued(desk, "Lê An"), issued(desk, "Lê Bình"))
    fewer = replace(plan, rows=plan.rows[:1])
    making = papers_module._Making(desk, plan, PaperChoices(), "thu")
    making.plan = fewer
    with pytest.raises(PapersDisagree):
        list(making.papers())
