"""Chasing an answer: only once its limit has run out, the first letter quoted, each chase counted, each number unique in its year."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, timedelta
from email import policy
from email.parser import BytesParser

import docx
import pytest

from govmail_desk.documents.layout.check import deviations
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.layout import ExpectedContent
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.request import File, Request, RequestEvent
from govmail_desk.listings.mailboxes import taken_addresses
from govmail_desk.listings.requests import content
from govmail_desk.operations import journals
from govmail_desk.operations.chases import chase_request, number_chase
from govmail_desk.operations.request_answers import answer_request
from govmail_desk.operations.request_sending import send_request, sign_request
from govmail_desk.operations.request_withdrawals import cancel_request, withdraw_rows
from govmail_desk.operations.requests import draft_request, plan_request
from govmail_desk.operations.settings import choose_rule
from govmail_desk.regulations import layout
from govmail_desk.store.transaction import Transaction
from tests.desks import UNITS, added, founded

MONDAY = date(2026, 11, 23)
LAST_DAY = date(2026, 11, 27)
AFTER = date(2026, 11, 30)


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as open_desk:
        yield open_desk


def go_on_to(desk, day):
    desk.clock = lambda: datetime.combine(day, datetime.min.time(), UTC).replace(hour=2)


def every(desk, kind, /, **equals):
    with desk.reading() as connection:
        return Transaction(connection).find(kind, **equals)


def sent(desk, *names, number="125", on=MONDAY, post="Chuyên viên"):
    ids = [added(desk, name, post=post) for name in names or ("Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc")]
    (request_id,) = draft_request(desk, plan_request(desk, on=on, people_ids=ids)).ids["request"]
    own = every(desk, Mailbox, kind="unit")[0].address
    send_request(desk, request_id=request_id, on=on, from_address=own, number=number)
    return request_id


def chase(desk, request_id, on=AFTER, **more):
    go_on_to(desk, max(on, desk.today()))
    return chase_request(desk, request_id=request_id, on=on, **more)


def told(desk, ending, time=1):
    (kept,) = [
        one for one in every(desk, File, role="chase") if f"lan-{time}-" in one.name and one.name.endswith(ending)
    ]
    return content(desk, kept.sha256)


def letter(desk, time=1):
    paper = docx.Document(io.BytesIO(told(desk, ".docx", time)))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return "\n".join([*cells, *(paragraph.text for paragraph in paper.paragraphs)])


def mail(desk, time=1):
    return BytesParser(policy=policy.default).parsebytes(told(desk, ".eml", time))


@pytest.mark.parametrize("day", [MONDAY, date(2026, 11, 26), LAST_DAY])
def test_while_the_limit_runs_an_answer_is_not_chased(desk, day):
    request_id = sent(desk)
    with pytest.raises(RuleBroken, match="27/11/2026") as refused:
        chase(desk, request_id, day)
    assert refused.value.cite == "Đ6.2"
    assert "03 ngày làm việc kể từ sau ngày gửi 23/11/2026, không tính 24/11" in refused.value.sentence
    assert "Thời hạn kết thúc khi hết ngày thứ Sáu 27/11/2026" in refused.value.why
    assert not every(desk, File, role="chase")


def test_the_first_chase_quotes_the_letter_and_the_limit_that_ran_out(desk):
    request_id = sent(desk)
    changes = chase(desk, request_id, date(2026, 11, 28))
    assert changes.sentence == "Đôn đốc đề nghị số 125, lần thứ 1"
    text = letter(desk)
    for quoted in (
        "đề nghị trả lời Công văn số 125/",
        "ngày 23 tháng 11 năm 2026",
        "lần thứ 1",
        "cấp mới 02 hộp thư điện tử công vụ của cá nhân",
        "Nguyễn Văn Thành (thanhnv.stttt@ninhbinh.gov.vn); Đỗ Thị Bích Ngọc",
        "từ hộp thư stttt@ninhbinh.gov.vn",
        "khoản 2 Điều 6 Quy chế Quản lý, vận hành",
        "thời hạn giải quyết là 03 ngày làm việc, đã hết ngày 27 tháng 11 năm 2026",
        "Đến ngày 28 tháng 11 năm 2026",
    ):
        assert quoted in text, quoted
    assert "đã đề nghị trả lời lần" not in text
    assert "Số:      /" in text


def test_the_mail_goes_from_the_units_mailbox_with_the_first_letter_and_its_list(desk):
    request_id = sent(desk)
    chase(desk, request_id)
    draft = mail(desk)
    assert (draft["From"], draft["X-Unsent"]) == ("stttt@ninhbinh.gov.vn", "1")
    assert "lần thứ 1" in draft["Subject"]
    names = [part.get_filename() for part in draft.iter_attachments()]
    assert [name.rpartition(".")[2] for name in names] == ["docx", "docx", "xlsx"]
    assert all(name in draft.get_body().get_content() for name in names)


def test_the_second_chase_names_the_first_by_its_number(desk):
    request_id = sent(desk)
    chase(desk, request_id)
    number_chase(desk, request_id=request_id, number="130", on=date(2026, 11, 30))
    chase(desk, request_id, date(2026, 12, 7))
    assert "đã đề nghị trả lời lần thứ 1 tại Công văn số 130/" in letter(desk, 2)
    assert "lần thứ 2" in letter(desk, 2)
    assert [(one.number, one.note) for one in every(desk, RequestEvent, act="chased")] == [
        ("130", "Lần thứ 1"),
        ("", "Lần thứ 2"),
    ]
    assert {one.name.partition("-2026")[0] for one in every(desk, File, role="chase")} == {
        "don-doc-lan-1",
        "don-doc-lan-2",
    }
    assert journals.verify(desk) == []


def test_a_chase_on_the_day_of_another_is_refused(desk):
    request_id = sent(desk)
    chase(desk, request_id)
    with pytest.raises(RuleBroken, match="lần thứ 1"):
        chase(desk, request_id)


def test_a_number_given_at_once_is_printed_with_the_day(desk):
    chase(desk, sent(desk), number="0131")
    text = letter(desk)
    assert "Số: 131/" in text
    assert "ngày 30 tháng 11 năm 2026" in text


def test_a_chase_takes_no_number_that_any_letter_of_the_year_has(desk):
    request_id = sent(desk)
    with pytest.raises(RuleBroken, match="Số 125 năm 2026"):
        chase(desk, request_id, number="125")
    chase(desk, request_id, number="126")
    other = plan_request(desk, on=AFTER, people_ids=[added(desk, "Lê Văn Ấn")])
    (other_id,) = draft_request(desk, other).ids["request"]
    with pytest.raises(RuleBroken, match="Số 126 năm 2026"):
        sign_request(desk, request_id=other_id, number="126", on=AFTER)


def test_the_number_of_two_years_ago_may_come_again(desk):
    request_id = sent(desk)
    go_on_to(desk, date(2028, 11, 27))
    chase(desk, request_id, date(2028, 11, 27), number="125")
    assert every(desk, RequestEvent, act="chased")[0].number == "125"


def test_only_an_unnumbered_chase_waits_for_its_number(desk):
    request_id = sent(desk)
    go_on_to(desk, AFTER)
    with pytest.raises(RuleBroken, match="chờ số"):
        number_chase(desk, request_id=request_id, number="9", on=AFTER)
    chase(desk, request_id, number="9")
    with pytest.raises(RuleBroken, match="chờ số"):
        number_chase(desk, request_id=request_id, number="10", on=AFTER)


def test_a_numbered_chase_is_not_taken_back(desk):
    chase(desk, sent(desk), number="9")
    with pytest.raises(RuleBroken, match="số 9 đã cấp"):
        journals.plan_take_back(desk)


def test_a_withdrawn_row_is_no_longer_waited_for(desk):
    request_id = sent(desk)
    withdraw_rows(desk, request_id=request_id, positions=[1], on=MONDAY, reason="Chuyển công tác")
    chase(desk, request_id)
    assert "cấp mới 01 hộp thư điện tử công vụ của cá nhân, gồm Đỗ Thị Bích Ngọc" in letter(desk)


def test_many_mailboxes_are_left_to_the_list(desk):
    names = [f"Nguyễn Văn {name}" for name in ("An", "Bình", "Chi", "Dũng", "Em", "Giang")]
    chase(desk, sent(desk, *names))
    assert "cấp mới 06 hộp thư điện tử công vụ của cá nhân, theo danh sách đã gửi" in letter(desk)


@pytest.mark.parametrize("end", ["answered", "cancelled"])
def test_what_is_ended_is_not_chased(desk, end):
    request_id = sent(desk)
    go_on_to(desk, AFTER)
    if end == "answered":
        answer_request(desk, request_id=request_id, on=AFTER)
    else:
        cancel_request(desk, request_id=request_id, reason="Không cần nữa")
    with pytest.raises(RuleBroken, match="chỉ đôn đốc"):
        chase(desk, request_id)


@pytest.mark.parametrize("regulation_id", [one for one in UNITS if one != "ninhbinh-2020"])
def test_where_no_limit_is_stated_an_answer_is_chased_any_day_after_sending(tmp_path, regulation_id):
    with founded(tmp_path, regulation_id) as desk:
        request_id = sent(desk, "Nguyễn Văn Thành", post="Giám đốc")
        with pytest.raises(RuleBroken, match="vừa gửi ngày 23/11/2026"):
            chase(desk, request_id, MONDAY)
        chase(desk, request_id, MONDAY + timedelta(days=1))
        text = letter(desk)
        assert "thời hạn giải quyết" not in text.lower()
        assert "lần thứ 1" in text


def test_without_a_letter_the_mail_is_quoted(tmp_path):
    with founded(tmp_path, "quan4-03-2013") as desk:
        chase(desk, sent(desk, number=""), MONDAY + timedelta(days=1))
        text = letter(desk)
    assert "đã có thư điện tử gửi ngày 23 tháng 11 năm 2026 từ hộp thư phuong9.q4@tphcm.gov.vn" in text
    assert "Công văn số" not in text


def test_a_limit_the_unit_chose_itself_is_told_without_an_article(tmp_path):
    with founded(tmp_path, "camau-24-2018") as desk:
        choose_rule(
            desk,
            rule="request.limit.operator.create",
            value={"count": 5, "unit": "working-day"},
            why="Trung tâm hẹn năm ngày",
            from_on=date(2026, 1, 1),
        )
        request_id = sent(desk)
        with pytest.raises(RuleBroken, match="01/12/2026") as refused:
            chase(desk, request_id, date(2026, 12, 1))
        assert refused.value.cite is None
        chase(desk, request_id, date(2026, 12, 2))
        assert "Thời hạn giải quyết là 05 ngày làm việc, đã hết ngày 01 tháng 12 năm 2026" in letter(desk)


@pytest.mark.parametrize("regulation_id", UNITS)
def test_its_letter_passes_the_check_before_signing(tmp_path, regulation_id):
    with founded(tmp_path, regulation_id) as desk:
        chase(desk, sent(desk, "Nguyễn Văn Thành", post="Giám đốc"), number="140")
        known = frozenset(taken_addresses(desk))
        expected = ExpectedContent(kind="letter", addresses=known, row_count=1, has_list=False)
        assert deviations(told(desk, ".docx"), layout=layout.in_force(), content=expected) == ()


def test_what_was_sent_stays_sent_and_its_limit_as_it_was(desk):
    request_id = sent(desk)
    chase(desk, request_id)
    (request,) = every(desk, Request)
    assert (request.state, request.due_on, request.state_on(AFTER)) == ("sent", LAST_DAY, "overdue")
