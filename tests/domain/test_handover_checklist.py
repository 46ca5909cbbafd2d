"""What a checklist holds under a regulation, and what may be told of a line."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk import paths
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.handover_checklist import (
    Ask,
    ChecklistRule,
    checked_choice,
    checked_details,
    checklist,
    speaks_of,
)
from govmail_desk.regulations import loader

DAY = date(2026, 11, 23)
MAILBOX = ChecklistRule(key="mailbox", title="Giao hộp thư", group="Hộp thư", why="Để đăng nhập.", part="mailbox")
SSO = ChecklistRule(key="sso", title="Kiểm tra SSO", group="Quyền", why="Cùng lối vào.", needs="address.sso")
FORWARDING = ChecklistRule(
    key="forwarding", title="Tắt chuyển thư", group="Quyền", why="Thư đi ra ngoài.", cites="forbidden.forwarding"
)
SECRECY = ChecklistRule(
    key="secrecy", title="Giữ bí mật", group="Bí mật", why="Vẫn còn biết.", needs="handover.secrets", is_required=True
)
ARCHIVES = ChecklistRule(
    key="archives",
    title="Thư đã lưu",
    group="Dữ liệu",
    why="Kẻo mất.",
    choices=("vào USB", "vào đĩa"),
    is_choice_required=True,
    ask=(Ask(key="sha256", label="Mã", kind="sha256"), Ask(key="count", label="Số tệp", kind="count")),
)


def of(regulation_id):
    return loader.load(paths.regulations() / f"{regulation_id}.toml")


def lines(regulation_id, post):
    found = checklist((MAILBOX, SSO, FORWARDING, SECRECY), of(regulation_id), post=post, on=DAY)
    return {line.rule.key: (line.cite, line.source, line.is_required) for line in found}


@pytest.mark.parametrize(
    ("regulation_id", "post", "cite"),
    [
        ("camau-24-2018", "head", "Đ7.3"),
        ("camau-24-2018", "clerk", None),
        ("quan4-03-2013", "head", "Đ12.2"),
        ("quan4-03-2013", "clerk", None),
        ("ninhbinh-2020", "clerk", "Đ8.3"),
        ("ninhbinh-2020", "head", None),
        ("khanhhoa-dagt-2021", "head", None),
        ("khanhhoa-dagt-2021", "clerk", None),
        ("soctrang-59-2024", "head", None),
        ("soctrang-59-2024", "clerk", None),
    ],
)
def test_what_is_to_be_handed_over_is_required_and_cited_only_where_the_regulation_speaks_of_that_post(
    regulation_id, post, cite
):
    assert lines(regulation_id, post)["mailbox"] == (cite, "regulation" if cite else "suggested", True)
    assert speaks_of(of(regulation_id), post, DAY) is (cite is not None)


def test_a_line_that_needs_a_rule_stands_only_where_the_regulation_says_it():
    assert lines("soctrang-59-2024", "head")["sso"] == ("Đ2.3", "regulation", False)
    assert "sso" not in lines("camau-24-2018", "head")


def test_a_line_that_only_cites_a_rule_stands_in_any_case():
    assert lines("camau-24-2018", "head")["forwarding"] == ("Đ8.5", "regulation", False)
    assert lines("quan4-03-2013", "head")["forwarding"] == (None, "suggested", False)


def test_the_duty_of_secrecy_is_the_clerks_and_offered_to_the_head_as_ours():
    assert lines("ninhbinh-2020", "clerk")["secrecy"] == ("Đ8.3", "regulation", True)
    assert lines("ninhbinh-2020", "head")["secrecy"] == (None, "suggested", True)
    assert "secrecy" not in lines("camau-24-2018", "head")


def test_details_are_taken_tidy_without_those_left_empty():
    assert checked_details(ARCHIVES, {"sha256": f" {'0' * 64} ", "count": ""}) == {"sha256": "0" * 64}


@pytest.mark.parametrize("details", [{"sha256": "0" * 63}, {"count": "-1"}, {"medium": "USB"}])
def test_details_not_asked_or_of_another_shape_are_refused(details):
    with pytest.raises(RuleBroken, match="Thư đã lưu"):
        checked_details(ARCHIVES, details)


@pytest.mark.parametrize(("choice", "is_done"), [("", True), ("vào điện thoại", True), ("vào điện thoại", False)])
def test_a_choice_outside_the_list_or_none_where_one_is_needed_is_refused(choice, is_done):
    with pytest.raises(RuleBroken, match="vào USB; vào đĩa"):
        checked_choice(ARCHIVES, choice, is_done=is_done)


@pytest.mark.parametrize(("rule", "choice", "is_done"), [(ARCHIVES, " vào USB ", True), (ARCHIVES, "", False)])
def test_a_choice_of_the_list_is_taken(rule, choice, is_done):
    assert checked_choice(rule, choice, is_done=is_done) == choice.strip()
