"""The lines of a checklist settled over days."""

from __future__ import annotations

from datetime import timedelta

import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.handover import HandoverItem
from govmail_desk.operations import journals
from govmail_desk.operations.handover_items import settle_item, settle_items
from govmail_desk.operations.requests import draft_request, plan_about
from tests.desks import founded
from tests.handovers import TODAY, items, opened, own_mailbox
from tests.request_lives import every

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "quan4-03-2013") as desk:
        yield desk


def test_a_line_done_keeps_who_when_how_and_what(desk):
    handover = opened(desk)
    changes = settle_item(
        desk,
        handover_id=handover.id,
        item="local-archives",
        state="done",
        on=YESTERDAY,
        by=" Bùi Thị Yến ",
        choice="chép vào ổ cứng hoặc USB của đơn vị",
        details={"medium": "Ổ cứng số 3", "gigabytes": "1,5", "sha256": "ab" * 32, "file_count": ""},
        note="Hai tệp PST",
    )
    line = items(desk, handover)["local-archives"]
    assert (line.state, line.on_date, line.by, line.note) == ("done", YESTERDAY, "Bùi Thị Yến", "Hai tệp PST")
    assert line.choice == "chép vào ổ cứng hoặc USB của đơn vị"
    assert line.details == {"medium": "Ổ cứng số 3", "gigabytes": "1,5", "sha256": "ab" * 32}
    assert changes.sentence == "Bàn giao, mục “Giao thư đã lưu ngoài máy chủ”: đã làm"


def test_whoever_works_did_it_today_unless_said_otherwise(desk):
    handover = opened(desk)
    settle_item(desk, handover_id=handover.id, item="mailbox", state="done")
    assert (items(desk, handover)["mailbox"].by, items(desk, handover)["mailbox"].on_date) == (desk.person, TODAY)


def test_not_applicable_needs_its_reason(desk):
    handover = opened(desk)
    with pytest.raises(RuleBroken, match="phải có lý do"):
        settle_item(desk, handover_id=handover.id, item="local-archives", state="not-applicable")
    settle_item(desk, handover_id=handover.id, item="local-archives", state="not-applicable", note="Chỉ dùng webmail")
    assert items(desk, handover)["local-archives"].state == "not-applicable"


def test_a_line_is_opened_again_and_keeps_what_was_told(desk):
    handover = opened(desk)
    settle_item(desk, handover_id=handover.id, item="unanswered-mail", state="done", details={"unread_count": "12"})
    settle_item(desk, handover_id=handover.id, item="unanswered-mail", state="open", note="Đếm lại")
    line = items(desk, handover)["unanswered-mail"]
    assert (line.state, line.on_date, line.by, line.choice) == ("open", None, "", "")
    assert (line.details, line.note) == ({"unread_count": "12"}, "Đếm lại")


def test_how_the_password_was_handed_over_is_chosen_from_the_list(desk):
    handover = opened(desk)
    for choice, words in (("", "chưa nêu cách làm"), ("gửi qua Zalo", "không có cách")):
        with pytest.raises(RuleBroken, match=words):
            settle_item(desk, handover_id=handover.id, item="password-handed", state="done", choice=choice)
    settle_item(desk, handover_id=handover.id, item="password-handed", state="done", choice="trong phong bì niêm phong")
    assert items(desk, handover)["password-handed"].choice == "trong phong bì niêm phong"


@pytest.mark.parametrize(
    ("item", "details", "words"),
    [
        ("unanswered-mail", {"unread_count": "mười hai"}, "số nguyên"),
        ("local-archives", {"sha256": "abc"}, "64 chữ số"),
        ("quota", {"used_gigabytes": "nhiều"}, "số GB"),
        ("mailbox", {"colour": "xanh"}, "không hỏi"),
    ],
)
def test_a_detail_of_another_shape_is_refused(desk, item, details, words):
    handover = opened(desk)
    with pytest.raises(RuleBroken, match=words):
        settle_item(desk, handover_id=handover.id, item=item, state="done", details=details)
    assert items(desk, handover)[item].state == "open"


@pytest.mark.parametrize(
    "told", [{"note": "mk: hoasen1"}, {"by": "pass=hoasen1"}, {"details": {"medium": "USB, mật khẩu: hoasen1"}}]
)
def test_no_text_of_a_line_takes_a_password(desk, told):
    handover = opened(desk)
    head = desk.journal_head()
    with pytest.raises(RuleBroken, match="có vẻ chứa mật khẩu"):
        settle_item(desk, handover_id=handover.id, item="local-archives", state="done", **told)
    assert desk.journal_head() == head


def test_a_day_to_come_and_an_unknown_line_are_refused(desk):
    handover = opened(desk)
    with pytest.raises(RuleBroken, match="chưa tới"):
        settle_item(desk, handover_id=handover.id, item="mailbox", state="done", on=TOMORROW)
    with pytest.raises(RuleBroken, match=r"không có mục “sso”.*mailbox, password-handed"):
        settle_item(desk, handover_id=handover.id, item="sso", state="done")


def test_what_the_register_knows_is_filled_in_and_again_when_the_line_is_settled(desk):
    handover = opened(desk)
    assert items(desk, handover)["open-requests"].details == {"request_count": "0"}
    assert items(desk, handover)["quota"].details == {"quota_gigabytes": "1"}
    draft_request(desk, plan_about(desk, kind="reset", mailbox_ids=[own_mailbox(desk).id], on=TODAY))
    settle_item(desk, handover_id=handover.id, item="open-requests", state="done")
    assert items(desk, handover)["open-requests"].details == {
        "request_count": "1",
        "requests": "Cấp lại mật khẩu (nháp, lập 23/11/2026)",
    }


def test_ticking_is_taken_back(desk):
    handover = opened(desk)
    settle_item(desk, handover_id=handover.id, item="mailbox", state="done")
    journals.take_back(desk, journals.plan_take_back(desk))
    assert {line.state for line in every(desk, HandoverItem)} == {"open"}


def test_several_lines_are_settled_in_one_act_or_none_of_them(desk):
    handover = opened(desk)
    before = desk.journal_head()[0]
    settle_items(desk, handover_id=handover.id, choices={"mailbox": "", "forwarding-off": ""}, state="done")
    assert desk.journal_head()[0] == before + 1
    with pytest.raises(RuleBroken, match="không có mục"):
        settle_items(desk, handover_id=handover.id, choices={"sessions-devices": "", "không có": ""}, state="done")
    assert items(desk, handover)["sessions-devices"].state == "open"
    assert desk.journal_head()[0] == before + 1
