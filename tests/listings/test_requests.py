"""The table of requests and the pane beside it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from govmail_desk.listings import requests as listing
from govmail_desk.operations import journals
from govmail_desk.operations.editions import plan_edition, remake_papers
from govmail_desk.operations.request_sending import send_request, sign_request
from govmail_desk.operations.requests import draft_request, plan_request
from tests.desks import NOW, added, founded


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path)
    yield desk
    desk.close()


def drafted(desk, *names, reason=""):
    people = [added(desk, name) for name in names]
    changes = draft_request(desk, plan_request(desk, on=desk.today(), people_ids=people, reason=reason))
    (request_id,) = changes.ids["request"]
    return request_id, changes.seq


def found(desk, **asked):
    return listing.opening(desk, first_count=10, **asked).ids


def test_the_latest_stands_first_and_states_are_counted(desk):
    first, _ = drafted(desk, "Nguyễn Văn Thành")
    second, _ = drafted(desk, "Đỗ Thị Bích Ngọc", "Trần Ánh")
    opening = listing.opening(desk, first_count=10)
    assert opening.ids == [second, first]
    assert [row.row_count for row in opening.first] == [2, 1]
    assert opening.counts == {"draft": 2}
    assert listing.page(desk, [first]) == [opening.first[1]]
    assert found(desk, sort="rows", descending=False) == [first, second]
    assert found(desk, states=("sent",)) == []


def test_a_request_is_found_by_its_reason_and_by_everyone_on_its_list(desk):
    first, _ = drafted(desk, "Nguyễn Văn Thành", reason="mới tiếp nhận về đơn vị")
    second, _ = drafted(desk, "Đỗ Thị Bích Ngọc")
    assert found(desk, search="tiep nhan") == [first]
    assert found(desk, search="ngocdtb") == [second]
    assert found(desk, search="bich do") == [second]


def test_a_request_past_its_limit_is_overdue_wherever_it_is_shown(desk):
    late, _ = drafted(desk, "Nguyễn Văn Thành")
    send_request(desk, request_id=late, on=desk.today(), from_address="stttt@ninhbinh.gov.vn", number="7")
    drafted(desk, "Đỗ Thị Bích Ngọc")
    assert (found(desk, states=("sent",)), found(desk, states=("overdue",))) == ([late], [])
    desk.clock = lambda: NOW + timedelta(days=7)
    assert (found(desk, states=("sent",)), found(desk, states=("overdue",))) == ([], [late])
    assert listing.counts(desk) == {"overdue": 1, "draft": 1}
    shown = (*listing.page(desk, [late]), *listing.every(desk, states=("overdue",)), listing.pane(desk, late).row)
    assert {row.state for row in shown} == {"overdue"}


def test_the_pane_names_the_act_that_drafted_it(desk):
    request_id, seq = drafted(desk, "Nguyễn Văn Thành")
    assert listing.pane(desk, request_id).drafted_seq == seq
    journals.take_back(desk, journals.plan_take_back(desk, seq=seq))
    assert listing.pane(desk, request_id) is None


def test_the_newest_edition_of_each_paper_is_told_from_those_before(desk):
    request_id, _ = drafted(desk, "Nguyễn Văn Thành")
    assert (listing.pane(desk, request_id).earlier, len(listing.pane(desk, request_id).newest)) == ((), 3)
    sign_request(desk, request_id=request_id, number="125", on=desk.today())
    remake_papers(desk, plan_edition(desk, request_id=request_id))
    pane = listing.pane(desk, request_id)
    assert [(kept.role, kept.edition, kept.origin) for kept in pane.newest] == [
        ("letter", 2, "made"),
        ("list", 2, "made"),
        ("email", 2, "made"),
    ]
    assert [kept.edition for kept in pane.earlier] == [1, 1, 1]
