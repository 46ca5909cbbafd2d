"""The check before signing: what the program makes passes clean everywhere, what a hasty hand spoils in Word is found."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import product

import docx
import pytest
from docx.shared import Mm, Pt

from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.request import File
from govmail_desk.domain.request_details import ChangeDetails, Fact
from govmail_desk.domain.settings import Operator
from govmail_desk.operations.chases import chase_request, number_chase
from govmail_desk.operations.copies import copy_files
from govmail_desk.operations.editions import plan_edition, remake_papers
from govmail_desk.operations.paper_review import review_papers
from govmail_desk.operations.paper_settings import own_address
from govmail_desk.operations.request_answers import answer_request
from govmail_desk.operations.request_sending import send_request, sign_request
from govmail_desk.operations.request_withdrawals import withdraw_rows
from govmail_desk.operations.requests import draft_request, plan_about, plan_request
from govmail_desk.operations.taken_in_files import edited_copies, take_in_copy
from govmail_desk.store.transaction import Transaction
from tests.desks import UNITS, added, asks_the_operator_of_today, founded
from tests.mailboxes import issued, issued_to_unit

MONDAY = date(2026, 11, 23)
LATE = date(2027, 1, 5)
KINDS = ("create", "change", "reset", "reopen", "close")
NAMES = ("Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc", "Trần Ánh")

BY_MAIL_ALONE = {
    ("khanhhoa-dagt-2021", "reset", "personal"),
    ("khanhhoa-dagt-2021", "reset", "unit"),
    ("quan4-03-2013", "reopen", "personal"),
}
"""What nobody signs a paper for."""


def drafted(desk, kind="create", mailbox="personal"):
    (request_id,) = draft_request(desk, planned(desk, kind, mailbox)).ids["request"]
    return request_id


def planned(desk, kind, mailbox):
    if kind == "create":
        return plan_request(desk, on=MONDAY, people_ids=[added(desk, name, post="Giám đốc") for name in NAMES])
    state = "locked" if kind == "reopen" else "active"
    if mailbox == "unit":
        ids = [issued_to_unit(desk, "Phòng Tổ chức", state=state)]
    else:
        ids = [issued(desk, name, state=state, post="Giám đốc") for name in NAMES]
    change = ChangeDetails(facts=(Fact("Chức vụ", "Chuyên viên", "Giám đốc"),))
    return plan_about(
        desk,
        kind=kind,
        mailbox_ids=ids,
        on=MONDAY,
        details=dict.fromkeys(ids, change) if kind == "change" else None,
    )


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path / "sổ") as open_desk:
        asks_the_operator_of_today(open_desk)
        yield open_desk


@pytest.fixture
def request_id(desk):
    return drafted(desk)


@pytest.fixture
def copies(desk, request_id, tmp_path):
    """Lay copies of the papers on the clerk's disk, and return how to find those edited since."""
    folder = tmp_path / "Giấy tờ"
    copy_files(desk, request_id=request_id, folder=folder)
    return lambda: {copy.file_id: copy.path for copy in edited_copies(desk, request_id=request_id, folder=folder)}


@pytest.fixture
def letter(copies, tmp_path):
    """Return the letter's copy on the disk."""
    return next((tmp_path / "Giấy tờ").glob("*-cong-van.docx"))


def edit(path, change):
    document = docx.Document(path)
    change(document)
    document.save(path)


def words_replaced(old, new):
    def change(document):
        cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
        for paragraph in (*document.paragraphs, *(one for cell in cells for one in cell.paragraphs)):
            if old in paragraph.text:
                first, *rest = paragraph.runs
                first.text = paragraph.text.replace(old, new)
                for run in rest:
                    run.text = ""

    return change


@pytest.mark.parametrize(("regulation_id", "kind", "mailbox"), [*product(UNITS, KINDS, ("personal", "unit"))])
def test_what_the_program_makes_passes_clean_under_every_regulation(tmp_path, regulation_id, kind, mailbox):
    with founded(tmp_path, regulation_id) as desk:
        asks_the_operator_of_today(desk)
        reviews = review_papers(desk, request_id=drafted(desk, kind, mailbox))
    goes_by_mail_alone = (regulation_id, kind, mailbox) in BY_MAIL_ALONE
    assert bool(reviews) != goes_by_mail_alone
    assert [(review.name, review.findings) for review in reviews if review.findings] == []


@pytest.mark.parametrize("regulation_id", UNITS)
def test_a_letter_to_a_body_that_has_ended_is_for_a_person_to_look_at(tmp_path, regulation_id):
    with founded(tmp_path, regulation_id) as desk:
        request_id = drafted(desk)
        operator = desk.valid(Operator, MONDAY)
        ended = desk.regulation(MONDAY).ended_in(operator.name, MONDAY)
        review = next(one for one in review_papers(desk, request_id=request_id) if one.role == "letter")
        assert [(one.where, one.severity, one.cite) for one in review.findings] == [("Kính gửi", "look", "")] * len(
            ended
        )
        for body, finding in zip(ended, review.findings, strict=True):
            assert f"{body.body}, nơi đã kết thúc từ {body.on:%d/%m/%Y}" in finding.sentence
            assert "trang Thiết lập, mục Nơi nhận đề nghị" in finding.sentence
            assert (f"nay là {body.successor}" in finding.sentence) == bool(body.successor)
        asks_the_operator_of_today(desk)
        remake_papers(desk, plan_edition(desk, request_id=request_id))
        assert not any(one.findings for one in review_papers(desk, request_id=request_id))
    assert ended


def test_an_addressee_typed_in_word_is_read_and_a_body_that_still_was_is_no_finding(desk, request_id, copies, letter):
    edit(letter, words_replaced("Sở Khoa học và Công nghệ", "Sở Thông tin và Truyền thông"))
    (review,) = review_papers(desk, request_id=request_id, copies=copies())
    assert [(finding.where, finding.severity) for finding in review.findings] == [("Kính gửi", "look")]
    assert "«Kính gửi: Sở Thông tin và Truyền thông»" in review.findings[0].sentence


def test_before_its_end_a_letter_to_a_body_passes_clean(tmp_path):
    with founded(tmp_path) as desk:
        desk.clock = lambda: datetime(2025, 2, 27, 8, 30, tzinfo=UTC)
        plan = plan_request(desk, on=date(2025, 2, 27), people_ids=[added(desk, name) for name in NAMES])
        (request_id,) = draft_request(desk, plan).ids["request"]
        (review,) = review_papers(desk, request_id=request_id)
    assert review.findings == ()


def test_a_signed_letter_made_again_with_its_number_passes_clean(desk, request_id):
    sign_request(desk, request_id=request_id, number="125", on=MONDAY)
    remake_papers(desk, plan_edition(desk, request_id=request_id))
    (review,) = review_papers(desk, request_id=request_id)
    assert (review.edition, review.findings) == (2, ())


def test_the_copy_edited_in_word_is_read_in_place_of_the_kept_edition(desk, request_id, copies, letter):
    edit(letter, words_replaced("03 hộp thư", "05 hộp thư"))
    (review,) = review_papers(desk, request_id=request_id, copies=copies())
    assert review.is_copy
    assert [finding.where for finding in review.findings] == ["Số lượng"]
    assert "ghi số lượng 5 mà danh sách có 3 dòng" in review.findings[0].sentence
    (kept,) = review_papers(desk, request_id=request_id)
    assert (kept.is_copy, kept.findings) == (False, ())


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (words_replaced("03 hộp thư", "05 hộp thư"), "Số lượng"),
        (words_replaced("CỘNG HÒA XÃ HỘI", "CỘNG HÒA XÃ HÔI"), "Quốc hiệu"),
        (lambda document: setattr(document.sections[0], "left_margin", Mm(10)), "Lề trái"),
        (lambda document: document.paragraphs[-1].insert_paragraph_before("Gửi về lạ@camau.gov.vn"), "Địa chỉ hộp thư"),
        (lambda document: document.paragraphs[-1].insert_paragraph_before("Tên: {{ ten }}"), "Thẻ của mẫu"),
    ],
)
def test_each_seeded_mistake_is_found(desk, request_id, copies, letter, change, where):
    edit(letter, change)
    (review,) = review_papers(desk, request_id=request_id, copies=copies())
    assert where in [finding.where for finding in review.findings]


def test_what_is_wrong_stands_before_what_a_person_must_look_at(desk, request_id, copies, letter):
    def spoil(document):
        document.sections[0].left_margin = Mm(10)
        document.paragraphs[-1].insert_paragraph_before("Gửi về la@camau.gov.vn")
        for paragraph in document.paragraphs:
            for run in paragraph.runs:
                run.font.size = Pt(18)

    edit(letter, spoil)
    (review,) = review_papers(desk, request_id=request_id, copies=copies())
    severities = [finding.severity for finding in review.findings]
    assert severities == sorted(severities, reverse=True)
    assert review.wrong_count == severities.count("wrong") >= 3


def test_what_the_decree_says_comes_with_its_place_and_reason(desk, request_id, copies, letter):
    edit(letter, lambda document: setattr(document.sections[0], "left_margin", Mm(10)))
    (review,) = review_papers(desk, request_id=request_id, copies=copies())
    finding = next(finding for finding in review.findings if finding.where == "Lề trái")
    assert finding.cite.startswith("NĐ 30/2020, PL I")
    assert finding.why


def test_addresses_of_the_rows_the_unit_and_the_operator_may_be_named(desk, request_id, copies, letter):
    named = "thanhnv.stttt@ninhbinh.gov.vn, stttt@ninhbinh.gov.vn"
    edit(letter, lambda document: document.paragraphs[-1].insert_paragraph_before(f"Gồm {named}."))
    (review,) = review_papers(desk, request_id=request_id, copies=copies())
    assert "Địa chỉ hộp thư" not in [finding.where for finding in review.findings]


def test_a_row_withdrawn_after_the_letter_was_made_is_a_count_that_no_longer_agrees(desk, request_id):
    withdraw_rows(desk, request_id=request_id, positions=[2], on=MONDAY, reason="Đã chuyển đi")
    (review,) = review_papers(desk, request_id=request_id)
    assert "Số lượng" in [finding.where for finding in review.findings]
    remake_papers(desk, plan_edition(desk, request_id=request_id))
    (again,) = review_papers(desk, request_id=request_id)
    assert (again.edition, again.findings) == (2, ())


def test_only_the_newest_edition_is_read(desk, request_id, copies, letter):
    edit(letter, words_replaced("03 hộp thư", "05 hộp thư"))
    ((file_id, path),) = copies().items()
    take_in_copy(desk, file_id=file_id, path=path)
    (review,) = review_papers(desk, request_id=request_id)
    assert (review.edition, review.is_copy) == (2, False)
    assert [finding.where for finding in review.findings] == ["Số lượng"]


def test_a_copy_that_is_no_paper_any_more_is_one_finding_that_says_so(desk, request_id, copies, letter):
    letter.write_bytes(b"khong phai tep Word")
    (review,) = review_papers(desk, request_id=request_id, copies=copies())
    assert [(finding.where, finding.severity) for finding in review.findings] == [("Tệp", "wrong")]


def test_a_copy_that_is_gone_is_told_so(desk, request_id, copies, letter):
    edit(letter, words_replaced("03 hộp thư", "05 hộp thư"))
    found = copies()
    letter.unlink()
    with pytest.raises(StoreUnavailable, match="Không đọc được tệp"):
        review_papers(desk, request_id=request_id, copies=found)


def test_a_request_that_is_gone_is_refused(desk):
    with pytest.raises(RuleBroken):
        review_papers(desk, request_id=999)


def test_looking_through_writes_nothing(desk, request_id):
    head = desk.journal_head()
    review_papers(desk, request_id=request_id)
    assert desk.journal_head() == head
    with desk.reading() as connection:
        assert {file.edition for file in Transaction(connection).find(File)} == {1}


def chased(desk, request_id, on=LATE):
    send_request(desk, request_id=request_id, on=MONDAY, from_address=own_address(desk), number="125")
    desk.clock = lambda: datetime(on.year, on.month, on.day, 2, tzinfo=UTC)
    chase_request(desk, request_id=request_id, on=on)


@pytest.mark.parametrize("regulation_id", UNITS)
def test_a_letter_that_asks_again_is_all_that_is_read_once_the_request_is_sent_and_passes_clean(
    tmp_path, regulation_id
):
    with founded(tmp_path, regulation_id) as desk:
        asks_the_operator_of_today(desk)
        request_id = drafted(desk)
        chased(desk, request_id)
        (review,) = review_papers(desk, request_id=request_id)
        assert (review.role, review.name.endswith(".docx"), review.findings) == ("chase", True, ())
        number_chase(desk, request_id=request_id, number="131", on=LATE)
        assert [one.findings for one in review_papers(desk, request_id=request_id)] == [()]
        answer_request(desk, request_id=request_id, on=LATE, number="88")
        assert review_papers(desk, request_id=request_id) == ()


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (words_replaced("03 hộp thư", "05 hộp thư"), "Số lượng"),
        (words_replaced("stttt@ninhbinh.gov.vn", "sttt@ninhbinh.gov.vn"), "Địa chỉ hộp thư"),
        (lambda document: document.add_paragraph("Đề nghị trả lời trong tuần."), "Dưới chữ ký"),
    ],
)
def test_a_mistake_seeded_in_a_letter_that_asks_again_is_found(desk, request_id, copies, tmp_path, change, where):
    chased(desk, request_id)
    copy_files(desk, request_id=request_id, folder=tmp_path / "Giấy tờ")
    (path,) = (tmp_path / "Giấy tờ").glob("don-doc-lan-1-*-cong-van.docx")
    edit(path, change)
    (review,) = review_papers(desk, request_id=request_id, copies=copies())
    assert (review.is_copy, {finding.where for finding in review.findings}) == (True, {where})


def test_a_slip_for_each_person_is_looked_through_by_itself(tmp_path):
    with founded(tmp_path, "khanhhoa-dagt-2021") as desk:
        reviews = review_papers(desk, request_id=drafted(desk, "close"))
    assert [review.role for review in reviews].count("slip") == len(NAMES)
