"""Every row of the law's table is in the data with its articles, or named with a reason among what is deliberately not.

The table, `coverage.toml`, is the page that reads the five sources value by value, and every article of each source.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
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


TABLE = tomllib.loads(Path(__file__).with_name("coverage.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row: the keys that carry it and the articles of each column that is not silent."""

    name: str
    keys: list[str]
    camau: str = ""
    quan4: str = ""
    ninhbinh: str = ""
    khanhhoa: str = ""
    soctrang: str = ""

    def cites(self, column: str) -> list[str]:
        written: str = getattr(self, column)
        return written.split(", ") if written else []

    def carries(self, key: str) -> bool:
        return any(fnmatchcase(key, carried) for carried in self.keys)


ROWS = [Row(**row) for row in TABLE["row"]]


def regulation_of(column: str) -> Regulation:
    return shipped.find(IDS[column])


def carried(row: Row, column: str) -> list[AnyProvision]:
    return [rule for rule in regulation_of(column).provisions if rule.source == "regulation" and row.carries(rule.key)]


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
    assert [name for name in KEYS if not any(row.carries(name) for row in ROWS)] == []


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
    for article in TABLE["articles"][column]:
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
    "khanhhoa": (None, None, None, None, None, "unstated"),
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
