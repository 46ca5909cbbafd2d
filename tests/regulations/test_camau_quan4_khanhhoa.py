"""What Cà Mau, Quận 4 and the Ban of Khánh Hòa say; their single lines stand in `tests/cases` for a jurist to read."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from govmail_desk.domain import regulation as keys
from govmail_desk.domain.address import Pattern
from govmail_desk.domain.provision import Key, Period, ReportDuty, RequestKind, Step
from govmail_desk.regulations import shipped
from govmail_desk.regulations.value import read

CAMAU, QUAN4, KHANHHOA = "camau-24-2018", "quan4-03-2013", "khanhhoa-dagt-2021"
IDS = (CAMAU, QUAN4, KHANHHOA)
KHTH, LEADERS = "phòng Kế hoạch - Tổng hợp", "lãnh đạo Ban"

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "camau_quan4_khanhhoa.toml").read_text(encoding="utf-8"))
LINES = [
    pytest.param(regulation_id, line, id=f"{regulation_id}: {line['says']}")
    for regulation_id, lines in CASES.items()
    for line in lines
]

SILENT: dict[str, tuple[Key[Any], ...]] = {
    CAMAU: (
        keys.PASSWORD_STRENGTH_USER,
        keys.PASSWORD_ROTATION_USER,
        keys.INACTIVITY_LOCK,
        keys.QUOTA_GB,
        keys.ATTACHMENT_LIMIT_MB,
        keys.REQUEST_LIMIT_UNIT["close"],
        keys.REQUEST_LIMIT_OPERATOR["create"],
        keys.REQUEST_REPLY,
        keys.MUST_BE_SENT,
        keys.VIOLATION,
        keys.PRAISE,
        keys.DIRECTORY_UPDATE,
    ),
    QUAN4: (
        keys.ADDRESS_PERSONAL,
        keys.ADDRESS_COLLISION,
        keys.ADDRESS_WEBMAIL,
        keys.FORBIDDEN_FORWARDING,
        keys.NOT_TO_BE_SENT,
        keys.REQUEST_LIMIT_UNIT["change"],
        keys.REQUEST_LIMIT_OPERATOR["create"],
        keys.CHECK_REPORT,
        keys.LEGAL_VALUE,
    ),
    KHANHHOA: (
        keys.ADDRESS_PERSONAL,
        keys.ADDRESS_COLLISION,
        keys.ADDRESS_WEBMAIL,
        keys.PASSWORD_STRENGTH_USER,
        keys.PASSWORD_ROTATION_USER,
        keys.INACTIVITY_LOCK,
        keys.ATTACHMENT_LIMIT_MB,
        keys.HANDOVER_ITEMS,
        keys.REPORT_UNIT,
        keys.CHARSET,
        keys.REQUEST_LIMIT_OPERATOR["create"],
    ),
}

PAPERS: tuple[tuple[str, RequestKind, tuple[str, ...], str], ...] = (
    (CAMAU, "create", ("list",), "Đ11.2"),
    (CAMAU, "change", ("list",), "Đ11.2"),
    (CAMAU, "close", ("letter", "list"), "Đ8.6, Đ11.2"),
    (QUAN4, "create", ("email", "list"), "Đ6.1"),
    (QUAN4, "change", ("email", "list"), "Đ6.1"),
    (QUAN4, "reset", ("email", "list"), "Đ6.1"),
    (QUAN4, "close", ("email", "list"), "Đ6.1"),
    (KHANHHOA, "create", ("proposal", "letter", "list"), "Đ4.1, Đ4.5"),
    (KHANHHOA, "change", ("proposal", "letter", "list"), "Đ4.3, Đ4.5"),
    (KHANHHOA, "reset", ("email",), "Đ4.2"),
    (KHANHHOA, "close", ("slip",), "Đ4.4, Đ4.5"),
)


@pytest.mark.parametrize(("regulation_id", "line"), LINES)
def test_the_regulation_says_so_in_that_article(regulation_id: str, line: dict[str, Any]) -> None:
    key = keys.KEYS[line["key"]]
    said = shipped.find(regulation_id).all(key)
    assert (read(key.type, line["value"], "value"), line["cite"]) in [(each.value, each.cite) for each in said]
    assert key.many or len(said) == 1


@pytest.mark.parametrize(("regulation_id", "key"), [(each, key) for each in IDS for key in SILENT[each]])
def test_where_the_source_is_silent_no_rule_bears_an_article(regulation_id: str, key: Key[Any]) -> None:
    assert [each.cite for each in shipped.find(regulation_id).all(key) if each.source == "regulation"] == []


@pytest.mark.parametrize(("regulation_id", "kind", "papers", "cite"), PAPERS)
def test_a_request_takes_the_papers_of_its_article(
    regulation_id: str, kind: RequestKind, papers: tuple[str, ...], cite: str
) -> None:
    channel = shipped.find(regulation_id).channel(kind, "personal")
    assert channel is not None
    assert (channel.value.papers, channel.cite) == (papers, cite)


@pytest.mark.parametrize("kind", ["create", "change", "close"])
def test_the_letter_is_always_on_offer_beside_what_is_asked_for(kind: RequestKind) -> None:
    for regulation_id in IDS:
        papers = shipped.find(regulation_id).papers(kind, "personal")
        assert {"letter", "list", "email"} <= set(papers)
        assert len(papers) == len(set(papers))


@pytest.mark.parametrize("kind", ["create", "change", "reset", "reopen", "close"])
def test_each_kind_of_request_has_a_way_in_every_regulation(kind: RequestKind) -> None:
    for regulation_id in IDS:
        regulation = shipped.find(regulation_id)
        assert regulation.channel(kind, "personal")
        assert regulation.channel(kind, "unit")


def test_quan4_reopens_a_locked_unit_mailbox_by_letter_and_a_personal_one_from_the_units_mailbox() -> None:
    unit, personal = (shipped.find(QUAN4).channel("reopen", kind) for kind in ("unit", "personal"))
    assert unit is not None
    assert (unit.value.papers, unit.value.from_unit_mailbox, unit.cite) == (("letter",), False, "Đ8.1a")
    assert personal is not None
    assert (personal.value.papers, personal.value.from_unit_mailbox, personal.cite) == (("email",), True, "Đ8.1a")


def test_quan4_takes_every_other_request_from_the_units_own_mailbox() -> None:
    for kind in ("create", "change", "reset", "close"):
        channel = shipped.find(QUAN4).channel(kind, "personal")
        assert channel is not None
        assert channel.value.from_unit_mailbox


def test_khanhhoa_proposes_inside_before_its_leaders_ask_outside() -> None:
    for kind, cite in (("create", "Đ4.1"), ("change", "Đ4.3")):
        chain = shipped.find(KHANHHOA).chain(kind)  # type: ignore[arg-type]  # two of the kinds
        assert chain is not None
        assert (chain.value, chain.cite) == ((Step(KHTH, "propose"), Step(LEADERS, "request")), cite)


def test_khanhhoa_resets_by_one_email_and_closes_by_a_slip_put_to_its_leaders() -> None:
    regulation = shipped.find(KHANHHOA)
    reset, close = regulation.chain("reset"), regulation.chain("close")
    assert reset is not None
    assert (reset.value, reset.cite) == ((Step(KHTH, "email"),), "Đ4.2")
    assert close is not None
    assert (close.value, close.cite) == ((Step(KHTH, "submit"),), "Đ4.4")
    slip = regulation.channel("close", "personal")
    assert slip is not None
    assert slip.value.to == LEADERS


def test_camau_reports_half_yearly_or_on_demand_but_names_no_addressee() -> None:
    report = shipped.find(CAMAU).find(keys.REPORT_UNIT)
    assert report is not None
    assert report.cite == "Đ11.3"
    assert (report.value.every, report.value.on_demand) == ("half-year", True)
    assert (report.value.to, report.value.due) == (None, None)
    assert report.value.through == "theo hướng dẫn của Sở Thông tin và Truyền thông"


def test_quan4_tells_changes_once_a_quarter() -> None:
    changes = shipped.find(QUAN4).find(keys.REPORT_CHANGES)
    assert changes is not None
    assert (changes.value.every, changes.cite) == ("quarter", "Đ10")
    assert changes.value.to == "Văn phòng Ủy ban nhân dân Quận 4"


def test_what_must_be_sent_in_quan4_leaves_out_secure_documents_and_other_mail_systems() -> None:
    kinds, spared = (shipped.find(QUAN4).find(key) for key in (keys.MUST_BE_SENT, keys.MUST_BE_SENT_EXCEPT))
    assert kinds is not None
    assert (len(kinds.value), kinds.cite) == (8, "Đ7.1")
    assert spared is not None
    assert (len(spared.value), spared.cite) == (2, "Đ7.1")


@pytest.mark.parametrize("regulation_id", [QUAN4, KHANHHOA])
@pytest.mark.parametrize("key", [keys.ADDRESS_PERSONAL, keys.ADDRESS_COLLISION, keys.ADDRESS_COLLISION_FIRST])
def test_a_form_of_ours_is_marked_as_suggested_and_bears_no_article(regulation_id: str, key: Key[Any]) -> None:
    found = shipped.find(regulation_id).find(key)
    assert found is not None
    assert (found.source, found.cite) == ("suggested", None)


def test_quan4_names_people_by_initials_and_name_before_its_suffix() -> None:
    found = shipped.find(QUAN4).find(keys.ADDRESS_PERSONAL)
    assert found is not None
    assert found.value == Pattern("{họ:đầu}{đệm:đầu}{tên}{số}.q4")


@pytest.mark.parametrize(
    ("regulation_id", "number", "issued_on", "in_force_from", "cite"),
    [
        (CAMAU, "24/2018/QĐ-UBND", date(2018, 10, 3), date(2018, 10, 15), "QĐ Đ2"),
        (QUAN4, "03/2013/QĐ-UBND", date(2013, 6, 24), date(2013, 7, 1), "QĐ Đ3"),
        (KHANHHOA, None, None, None, None),
    ],
)
def test_number_and_dates_stand_as_the_source_has_them(
    regulation_id: str, number: str | None, issued_on: date | None, in_force_from: date | None, cite: str | None
) -> None:
    regulation = shipped.find(regulation_id)
    assert not regulation.is_draft
    assert (regulation.number, regulation.issued_on) == (number, issued_on)
    assert (regulation.in_force_from, regulation.in_force_cite) == (in_force_from, cite)


def test_the_day_quan4s_regulation_came_into_force_is_our_count_and_says_so() -> None:
    regulation = shipped.find(QUAN4)
    assert regulation.in_force_as_printed == "sau 07 ngày, kể từ ngày ký"
    assert "chương trình đếm" in (regulation.note or "")


def test_camau_replaced_the_decision_of_2009() -> None:
    regulation = shipped.find(CAMAU)
    assert "26/2009/QĐ-UBND" in (regulation.replaces or "")
    assert regulation.replaces_cite == "QĐ Đ2"


@pytest.mark.parametrize("regulation_id", [CAMAU, QUAN4])
def test_the_first_citation_is_full_and_the_later_ones_are_short(regulation_id: str) -> None:
    regulation = shipped.find(regulation_id)
    full, short = regulation.find(keys.REQUEST_BASIS), regulation.find(keys.REQUEST_BASIS_SHORT)
    assert full is not None
    assert short is not None
    assert full.value.startswith(f"{short.value} ngày ")
    assert f"của {regulation.issuer} ban hành Quy chế" in full.value
    assert (full.cite, short.cite) == ("QĐ Đ1", "QĐ Đ1")


@pytest.mark.parametrize(
    ("regulation_id", "body", "on"),
    [
        (CAMAU, "Sở Thông tin và Truyền thông", date(2025, 3, 1)),
        (CAMAU, "Ủy ban nhân dân cấp huyện", date(2025, 7, 1)),
        (QUAN4, "Văn phòng Ủy ban nhân dân Quận 4", date(2025, 7, 1)),
        (KHANHHOA, "Sở Thông tin và Truyền thông", date(2025, 3, 1)),
    ],
)
def test_a_body_that_ended_in_2025_is_named_with_its_last_day(regulation_id: str, body: str, on: date) -> None:
    assert (body, on) in [(ended.body, ended.on) for ended in shipped.find(regulation_id).ended]


def test_the_slip_that_sends_quan4s_password_rules_to_article_9_stays_out() -> None:
    cites = [provision.cite or "" for provision in shipped.find(QUAN4).provisions]
    assert not [cite for cite in cites if "Đ9.3" in cite]


@pytest.mark.parametrize("regulation_id", IDS)
def test_rotation_inactivity_and_calendar_dates_never_move(regulation_id: str) -> None:
    for provision in shipped.find(regulation_id).provisions:
        is_dated_report = isinstance(provision.value, ReportDuty) and provision.value.due is not None
        assert (provision.when_off == "stays") == (is_dated_report or isinstance(provision.value, Period))
