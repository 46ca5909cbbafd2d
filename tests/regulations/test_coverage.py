"""Every row of the law's table is in the data with its articles, or named with a reason among what is deliberately not.

The rows are those of the page that reads the five sources value by value; each column lists the articles it found.
A column that is not given is silent there: the data may hold a suggestion of ours, but no rule.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from fnmatch import fnmatchcase
from typing import Any

import pytest

from govmail_desk import paths
from govmail_desk.domain.provision import AnyProvision
from govmail_desk.domain.regulation import KEYS, Regulation
from govmail_desk.regulations import shipped
from govmail_desk.regulations.loader import ARTICLE

IDS = {
    "camau": "camau-24-2018",
    "quan4": "quan4-03-2013",
    "ninhbinh": "ninhbinh-2020",
    "khanhhoa": "khanhhoa-dagt-2021",
    "soctrang": "soctrang-59-2024",
}


@dataclass(frozen=True)
class Row:
    """One row: the keys that carry it (with `*` for any ending) and the articles of each column that is not silent."""

    name: str
    keys: str
    camau: str = ""
    quan4: str = ""
    ninhbinh: str = ""
    khanhhoa: str = ""
    soctrang: str = ""

    def cites(self, column: str) -> list[str]:
        written: str = getattr(self, column)
        return written.split(", ") if written else []

    def carried_by(self, provision: AnyProvision) -> bool:
        return any(fnmatchcase(provision.key, key) for key in self.keys.split())


ROWS = (
    # Addresses
    Row(
        "domain",
        "address.domain address.suffix address.office",
        camau="Đ2.5",
        quan4="Đ4.1, Đ6.1, Đ10",
        ninhbinh="Đ5.1, Đ5.2a",
        khanhhoa="Đ2, Đ3, Đ8",
        soctrang="Đ2.1",
    ),
    Row(
        "webmail",
        "address.webmail address.sso exchange.software",
        camau="Đ2.5, Đ9.3",
        ninhbinh="Đ3.1",
        soctrang="Đ2.2, Đ2.3",
    ),
    Row(
        "unit address",
        "address.unit address.office address.suffix",
        camau="Đ5.1b",
        quan4="Đ4.1a, Đ6.1",
        ninhbinh="Đ5.1a, Đ5.1b, Đ5.1c",
        khanhhoa="Đ3",
        soctrang="Đ3.1, Đ3.2",
    ),
    Row(
        "personal address",
        "address.personal address.personal_only_for address.suffix",
        camau="Đ5.2b",
        quan4="Đ4.1b",
        ninhbinh="Đ5.2a",
        khanhhoa="Đ3",
        soctrang="Đ3.3",
    ),
    Row(
        "same name",
        "address.collision* address.leader_first",
        camau="Đ5.2c",
        ninhbinh="Đ5.2b",
        soctrang="Đ3.4a, Đ3.4b",
    ),
    # Passwords
    Row(
        "first login",
        "password.first_login password.reissued password.reopen_after",
        camau="Đ8.3",
        quan4="Đ8.3b",
        ninhbinh="Đ6.3",
        khanhhoa="Đ4.2",
        soctrang="Đ8.1a",
    ),
    Row(
        "strength",
        "password.strength.* password.rule",
        quan4="Đ8.3a",
        ninhbinh="Đ11.1",
        soctrang="Đ8.1b, Đ8.1c, Đ8.2a",
    ),
    Row("rotation", "password.rotation.*", quan4="Đ8.3b", ninhbinh="Đ11.2", khanhhoa="Đ4.2", soctrang="Đ8.2c"),
    Row(
        "forgotten",
        "password.forgotten",
        camau="Đ8.3",
        quan4="Đ6.1",
        ninhbinh="Đ14.2",
        khanhhoa="Đ4.2",
        soctrang="Đ8.2đ",
    ),
    Row(
        "secrecy",
        "password.secrecy",
        camau="Đ8.4",
        quan4="Đ11.2, Đ11.5, Đ11.6, Đ12.6, Đ12.9",
        ninhbinh="Đ14.2",
        khanhhoa="Đ4.2, Đ7",
        soctrang="Đ8.2b, Đ8.2d",
    ),
    # Checking, use and inactivity
    Row(
        "check of the unit mailbox",
        "check.unit check.unit.also",
        camau="Đ6, Đ7.2",
        quan4="Đ8.2a, Đ12.3",
        ninhbinh="Đ8.2, Đ10",
        khanhhoa="Đ6",
        soctrang="Đ12.3",
    ),
    Row(
        "check of a personal mailbox",
        "check.personal check.personal.also",
        camau="Đ6",
        quan4="Đ8.2b, Đ11.8",
        ninhbinh="Đ10, Đ14.1",
        khanhhoa="Đ6",
    ),
    Row("use it, act on it", "use", camau="Đ6, Đ8.1", quan4="Đ8.1, Đ8.2b", ninhbinh="Đ9.2", khanhhoa="Đ6"),
    Row(
        "report to the head",
        "check.report check.answers incident.suspicious",
        camau="Đ7.1",
        quan4="Đ12.3, Đ12.4",
        ninhbinh="Đ10",
        khanhhoa="Đ7",
        soctrang="Đ12.3, Đ13.2",
    ),
    Row("inactivity", "inactivity.*", quan4="Đ8.1a, Đ8.1b", ninhbinh="Đ7.1", soctrang="Đ11.2"),
    Row("quota, attachment", "quota.* attachment.limit_mb", quan4="Đ4.2", khanhhoa="Đ8", soctrang="Đ7"),
    Row(
        "housekeeping",
        "housekeeping housekeeping.keep quota.full",
        camau="Đ8.1",
        quan4="Đ11.8, Đ12.7",
        ninhbinh="Đ11.3, Đ11.4, Đ11.5",
        khanhhoa="Đ7, Đ8",
        soctrang="Đ9.4",
    ),
    Row(
        "forbidden",
        "forbidden forbidden.forwarding attachment.refused attachment.limited request.only_from_unit_mailbox",
        camau="Đ8.5, Đ9.1",
        quan4="Đ7.2, Đ11.7, Đ6.2",
        ninhbinh="Đ12.1, Đ12.2, Đ12.3, Đ12.4, Đ12.5, Đ12.6, Đ11.6, Đ2.7, Đ2.8",
        khanhhoa="Đ2, Đ8",
        soctrang="Đ9.1, Đ9.2, Đ9.3, Đ6.1",
    ),
    Row("not to be sent", "not_to_be_sent", camau="Đ9.2a", soctrang="Đ6.1"),
    # Requests
    Row(
        "kinds named",
        "request.word.* request.occasion.* password.reopen_after directory.update",
        camau="Đ11.2, Đ8.3, Đ8.6",
        quan4="Đ6.1, Đ8.1a, Đ8.3b, Đ10",
        ninhbinh="Đ6.1, Đ7.1, Đ7.2, Đ14.2",
        khanhhoa="Đ4.1, Đ4.2, Đ4.3, Đ4.4",
        soctrang="Đ4.1, Đ8.2đ",
    ),
    Row(
        "goes to",
        "request.operator operator.managing operator.running operator.onward request.channel.* request.chain.*",
        camau="Đ11.2, Đ4.1, Đ4.2, Đ10.5a",
        quan4="Đ3, Đ6.1, Đ9.1",
        ninhbinh="Đ6.1",
        khanhhoa="Đ4.1, Đ4.2, Đ4.3, Đ4.4",
        soctrang="Đ4.1, Đ2.5",
    ),
    Row(
        "form",
        "request.channel.* request.papers_also.* request.chain request.chain.* request.forms request.must_state"
        " request.only_from_unit_mailbox report.changes",
        camau="Đ11.2, Đ8.6",
        quan4="Đ6.1, Đ6.2, Đ8.1a, Đ10",
        ninhbinh="Đ6.1, Đ7.1, Đ7.2",
        khanhhoa="Đ4.1, Đ4.2, Đ4.3, Đ4.4, Đ4.5",
        soctrang="Đ4.1",
    ),
    Row("unit's time limit", "request.limit.unit.*", ninhbinh="Đ7.2"),
    Row("unit's changes, each quarter or as they come", "report.changes", quan4="Đ10", ninhbinh="Đ13.5"),
    Row("operator's time limit", "request.limit.operator.*", ninhbinh="Đ6.2, Đ7.2"),
    Row("operator's reply", "request.reply", quan4="Đ6.2", ninhbinh="Đ6.2", soctrang="Đ4.2"),
    # Handover, custody, reports, incidents
    Row("handover", "handover.*", camau="Đ7.3", quan4="Đ12.2", ninhbinh="Đ8.3"),
    Row(
        "custody",
        "custody.*",
        camau="Đ7.1",
        quan4="Đ12.1",
        ninhbinh="Đ8.1",
        khanhhoa="Đ3, Đ7, Đ9",
        soctrang="Đ11.3, Đ12.2",
    ),
    Row("unit's report", "report.unit", camau="Đ11.3", quan4="Đ14.2", ninhbinh="Đ13.6"),
    Row("operator's own report", "report.operator", camau="Đ10.5đ", quan4="Đ14.1", soctrang="Đ10.3"),
    Row("directory", "directory.*", quan4="Đ10", ninhbinh="Đ13.4", khanhhoa="Đ4.3"),
    Row(
        "incident",
        "incident.*",
        camau="Đ8.7, Đ11.4",
        quan4="Đ11.9, Đ12.10, Đ13.2",
        ninhbinh="Đ11.8, Đ14.4, Đ14.3",
        khanhhoa="Đ8",
        soctrang="Đ11.4",
    ),
    Row("character set", "charset standards", camau="Đ3", quan4="Đ7.3", ninhbinh="Đ4", soctrang="Đ5.2, Đ5.1"),
    # Scope, documents and accountability
    Row(
        "binds",
        "scope scope.people",
        camau="Đ1.2",
        quan4="Đ1",
        ninhbinh="Đ1.2",
        khanhhoa="Đ1.2",
        soctrang="Đ1.2a, Đ1.2b, Đ1.2c, Đ1.2d, Đ1.2đ, Đ1.2e",
    ),
    Row("must be sent by mail", "must_be_sent must_be_sent.except", quan4="Đ7.1", khanhhoa="Đ5"),
    Row(
        "kinds exchanged or encouraged",
        "exchanged encouraged",
        camau="Đ9.2a, Đ9.2b",
        khanhhoa="Đ5",
        soctrang="Đ6.2a, Đ6.2b, Đ6.2c, Đ6.2d, Đ6.2đ, Đ6.2e, Đ6.2g, Đ6.2h",
    ),
    Row("legal value", "legal_value signing", camau="Đ9.5", ninhbinh="Đ11.7", soctrang="Đ6.3"),
    Row(
        "answers for content and use",
        "answers.user answers.head",
        camau="Đ8.1",
        quan4="Đ11.4, Đ12.8",
        ninhbinh="Đ9.2, Đ14.1, Đ13.1, Đ13.3",
        khanhhoa="Đ8, Đ7",
        soctrang="Đ13.1, Đ12.2",
    ),
    Row(
        "inspection",
        "inspection",
        camau="Đ10.2, Đ10.4",
        quan4="Đ14.2, QĐ Đ2",
        ninhbinh="Đ15.8",
        khanhhoa="Đ10",
        soctrang="Đ10.2, Đ13.3",
    ),
    Row("violation", "violation", quan4="Đ16", ninhbinh="Đ7.1, Đ18.2", khanhhoa="Đ7", soctrang="Đ10.2"),
    Row("praise", "praise", quan4="Đ15", ninhbinh="Đ18.1"),
    Row(
        "trouble with the rule itself",
        "amendment",
        camau="Đ12.2",
        quan4="Đ17.2",
        ninhbinh="Đ19",
        khanhhoa="Đ10",
        soctrang="Đ14",
    ),
    # Also bound
    Row("other ways of exchange", "exchange.software", camau="Đ9.3, Đ9.4"),
    Row(
        "the operator's side",
        "operator.duty operator.support",
        camau="Đ10.5b, Đ10.5c, Đ10.5d",
        quan4="Đ9.2, Đ13.2",
        ninhbinh="Đ15.2, Đ15.3, Đ15.4, Đ15.5, Đ15.6, Đ17",
        khanhhoa="Đ10",
        soctrang="Đ10.4",
    ),
    Row("budget", "operator.budget", ninhbinh="Đ15.7, Đ16"),
    Row("where the mail lies", "operator.kept_at", quan4="Đ5", ninhbinh="Đ3.2"),
    Row(
        "the unit's own duties",
        "unit.duty",
        camau="Đ11.2",
        quan4="Đ13.1, Đ17.1",
        ninhbinh="Đ13.2",
        khanhhoa="Đ10",
        soctrang="Đ11.1, Đ14",
    ),
    Row("what else binds", "bound.also", camau="Đ8.2, Đ11.1", khanhhoa="Đ9", soctrang="Đ11.1, Đ12.1, Đ13.1"),
    # Nothing of the table: how a letter names the regulation
    Row("basis", "request.basis request.basis.short"),
)

ARTICLES = {
    "camau": "1 1 2; 2 1 2 3 4 5; 3; 4 1 2; 5 1a 1b 2a 2b 2c; 6; 7 1 2 3; 8 1 2 3 4 5 6 7; 9 1 2a 2b 3 4 5;"
    " 10 1 2 3 4 5a 5b 5c 5d 5đ; 11 1 2 3 4; 12 1 2",
    "quan4": "1; 2; 3; 4 1a 1b 2; 5; 6 1 2; 7 1 2 3; 8 1a 1b 2a 2b 3a 3b; 9 1 2; 10; 11 1 2 3 4 5 6 7 8 9;"
    " 12 1 2 3 4 5 6 7 8 9 10; 13 1 2; 14 1 2; 15; 16; 17 1 2",
    "ninhbinh": "1 1 2; 2 1 2 3 4 5 6 7 8; 3 1 2; 4; 5 1a 1b 1c 2a 2b; 6 1 2 3; 7 1 2; 8 1 2 3; 9 1 2; 10;"
    " 11 1 2 3 4 5 6 7 8; 12 1 2 3 4 5 6; 13 1 2 3 4 5 6; 14 1 2 3 4; 15 1 2 3 4 5 6 7 8; 16; 17; 18 1 2; 19",
    "khanhhoa": "1 1 2; 2; 3; 4 1 2 3 4 5; 5; 6; 7; 8; 9; 10",
    "soctrang": "1 1 2a 2b 2c 2d 2đ 2e; 2 1 2 3 4 5; 3 1 2 3 4a 4b; 4 1 2; 5 1 2; 6 1 2a 2b 2c 2d 2đ 2e 2g 2h 3; 7;"
    " 8 1a 1b 1c 2a 2b 2c 2d 2đ; 9 1 2 3 4; 10 1 2 3 4; 11 1 2 3 4; 12 1 2 3; 13 1 2 3; 14",
}
"""Every article of the five texts down to its smallest numbered part: article, then its clauses and points."""


def regulation_of(column: str) -> Regulation:
    return shipped.find(IDS[column])


def carried(row: Row, column: str) -> list[AnyProvision]:
    return [rule for rule in regulation_of(column).provisions if rule.source == "regulation" and row.carried_by(rule)]


def articles(provisions: list[AnyProvision]) -> set[str]:
    return {article for provision in provisions for article in (provision.cite or "").split(", ")}


def left_out() -> list[dict[str, Any]]:
    with (paths.regulations() / "not_in_data.toml").open("rb") as file:
        entries: list[dict[str, Any]] = tomllib.load(file)["left_out"]
    return entries


def cites_of(entry: dict[str, Any]) -> list[str]:
    written: str = entry.get("cite", "")
    return written.split(", ")


def is_left_out(row: Row, column: str, article: str) -> bool:
    return any(
        entry["regulation"] == IDS[column] and entry["row"] == row.name and article in cites_of(entry)
        for entry in left_out()
    )


def missing(row: Row, column: str) -> Iterator[str]:
    held = articles(carried(row, column))
    for article in row.cites(column):
        if article not in held and not is_left_out(row, column, article):
            yield article


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_every_article_of_a_row_is_in_the_data_or_named_as_left_out(row: Row) -> None:
    assert [(column, article) for column in IDS for article in missing(row, column)] == []


@pytest.mark.parametrize("row", [row for row in ROWS if row.name != "basis"], ids=lambda row: row.name)
def test_where_the_source_is_silent_the_data_holds_no_rule(row: Row) -> None:
    silent = [column for column in IDS if not row.cites(column)]

    assert [(column, rule.key) for column in silent for rule in carried(row, column)] == []


def test_every_key_of_the_catalogue_belongs_to_a_row() -> None:
    assert [name for name in KEYS if not any(fnmatchcase(name, key) for row in ROWS for key in row.keys.split())] == []


@pytest.mark.parametrize("regulation_id", IDS.values())
def test_every_rule_cites_articles_and_every_suggestion_none(regulation_id: str) -> None:
    for provision in shipped.find(regulation_id).provisions:
        if provision.source == "suggested":
            assert provision.cite is None
        else:
            assert provision.cite is not None
            assert all(ARTICLE.fullmatch(article) for article in provision.cite.split(", "))


def smallest_parts(column: str) -> list[str]:
    parts = []
    for article in ARTICLES[column].split("; "):
        number, *clauses = article.split()
        parts += [f"Đ{number}.{clause}" for clause in clauses] or [f"Đ{number}"]
    return parts


def lies_within(part: str, whole: str) -> bool:
    is_point_of = "." in whole and re.fullmatch(f"{re.escape(whole)}[a-zđ]", part) is not None
    return part == whole or part.startswith(f"{whole}.") or is_point_of


@pytest.mark.parametrize("column", IDS)
def test_every_article_of_the_source_is_in_the_data_or_named_as_left_out(column: str) -> None:
    named = articles([rule for rule in regulation_of(column).provisions if rule.cite])
    named |= {cite for entry in left_out() if entry["regulation"] == IDS[column] for cite in cites_of(entry)}

    assert [part for part in smallest_parts(column) if not any(lies_within(part, cite) for cite in named)] == []


@pytest.mark.parametrize("column", IDS)
def test_no_rule_cites_an_article_the_source_does_not_have(column: str) -> None:
    cited = {cite for cite in articles(list(regulation_of(column).provisions)) if cite and not cite.startswith("QĐ")}

    assert [cite for cite in cited if not any(lies_within(part, cite) for part in smallest_parts(column))] == []


HEADS = {
    "camau": ("24/2018/QĐ-UBND", date(2018, 10, 3), date(2018, 10, 15), "QĐ Đ2", "26/2009/QĐ-UBND", "in-force"),
    "quan4": ("03/2013/QĐ-UBND", date(2013, 6, 24), date(2013, 7, 1), "QĐ Đ3", None, "in-force"),
    "ninhbinh": (None, None, None, None, None, "draft"),
    "khanhhoa": (None, None, None, None, None, "in-force"),
    "soctrang": ("59/2024/QĐ-UBND", date(2024, 12, 20), date(2025, 1, 1), "QĐ Đ2", "17/2014/QĐ-UBND", "in-force"),
}


@pytest.mark.parametrize("column", IDS)
def test_the_head_says_number_days_and_what_was_replaced(column: str) -> None:
    number, issued_on, in_force_from, cite, replaced, status = HEADS[column]
    regulation = regulation_of(column)

    held = (regulation.number, regulation.issued_on, regulation.in_force_from, regulation.in_force_cite)
    assert held == (number, issued_on, in_force_from, cite)
    assert regulation.status == status
    assert (replaced or "") in (regulation.replaces or "")
    assert (regulation.replaces is None) == (replaced is None)


@pytest.mark.parametrize("column", ["ninhbinh", "khanhhoa"])
def test_a_blank_number_keeps_the_sources_own_words(column: str) -> None:
    regulation = regulation_of(column)

    assert regulation.issued_as_printed
    assert regulation.note


def test_the_days_of_quan4_say_that_the_count_is_ours() -> None:
    assert "07 ngày" in (shipped.find("quan4-03-2013").in_force_as_printed or "")


SLIPS = ("socstrang", "sottrang", "tổng ngày", "Khoản 3, Điều 9", "khoản 3 Điều 9", "mỗi một lần")


@pytest.mark.parametrize("regulation_id", IDS.values())
def test_known_slips_of_the_sources_stand_in_notes_only(regulation_id: str) -> None:
    for provision in shipped.find(regulation_id).provisions:
        assert not [slip for slip in SLIPS if slip in f"{provision.value} {provision.why} {provision.cite}"]


def test_what_is_left_out_is_named_with_its_reason() -> None:
    names = {row.name for row in ROWS} | {"known slip", "no row"}

    for entry in left_out():
        assert set(entry) <= {"regulation", "row", "cite", "what", "reason"}
        assert entry["regulation"] in IDS.values()
        assert entry["row"] in names
        assert all(str(text).strip() for text in entry.values())
        assert entry["what"]
        assert entry["reason"].endswith(".")


def test_every_column_of_a_row_is_one_of_the_five_regulations() -> None:
    assert {field.name for field in fields(Row)} == {"name", "keys", *IDS}
