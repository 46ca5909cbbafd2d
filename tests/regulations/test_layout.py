"""The decree on layout as data: whole, cited, and refused in words where anything in it is odd."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import get_args

import pytest

from govmail_desk import paths
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.layout import Cited, ComponentKey, PointKey
from govmail_desk.regulations.layout import IN_FORCE, in_force, load, load_text

FILE = paths.resources() / "layout" / f"{IN_FORCE}.toml"
TOML = FILE.read_text(encoding="utf-8")


def test_the_shipped_decree_has_every_component_and_point_once() -> None:
    layout = in_force()
    assert {one.key for one in layout.component} == set(get_args(ComponentKey))
    assert {one.key for one in layout.point} == set(get_args(PointKey))
    assert layout.cited(layout.part("motto")) == "NĐ 30/2020, PL I, II.1b"


def test_every_rule_of_the_file_has_its_place_and_its_reason() -> None:
    tables = [part for part in tomllib.loads(TOML).values() if isinstance(part, dict)]
    lists = [entry for part in tomllib.loads(TOML).values() if isinstance(part, list) for entry in part]
    for rule in (*tables, *lists):
        assert rule["cite"].startswith(("PL I, ", "PL III, "))
        assert rule["why"].endswith(".")


def test_the_figures_are_those_of_the_decrees_own_table() -> None:
    """NĐ 30/2020, PL I, Mục V: the sizes of its table of examples lie within what we ask."""
    examples: dict[ComponentKey, int] = {
        "national_title": 12,
        "motto": 13,
        "parent_body": 12,
        "body": 12,
        "number": 13,
        "place_date": 13,
        "letter_subject": 12,
        "title": 14,
        "subject": 14,
        "text": 14,
        "authority": 14,
        "signer": 14,
        "addressee": 14,
        "recipients": 12,
        "recipient": 11,
    }
    for key, size in examples.items():
        assert in_force().part(key).least_pt <= size <= in_force().part(key).most_pt


def test_a_rule_is_found_under_the_parts_that_have_one() -> None:
    layout = in_force()
    assert {one.under for one in layout.rule} == {"motto", "body", "subject"}
    assert layout.rule_under("number") is None
    assert isinstance(layout.rule_under("body"), Cited)


BROKEN = {
    "cú pháp": (TOML + "\n[[", "sai cú pháp"),
    "thiếu chỗ": (TOML.replace('cite = "PL I, I.1"\n', ""), "sheet.cite» còn thiếu"),
    "thiếu lý do": (TOML.replace("why =", "whi =", 1), "là phần lạ"),
    "số trong ngoặc kép": (TOML.replace("width_mm = 210", 'width_mm = "210"'), "phải là số nguyên"),
    "khóa lạ": (TOML.replace('key = "motto"', 'key = "moto"'), "phải là một trong các chữ"),
    "thiếu thành phần": (TOML.replace('key = "contact"', 'key = "appendix"', 1), "«contact» phải có đúng một mục"),
    "cỡ chữ đảo": (TOML.replace("least_pt = 11\nmost_pt = 12", "least_pt = 13\nmost_pt = 12"), "bị đảo"),
    "lề đảo": (TOML.replace("least_mm = 30\nmost_mm = 35", "least_mm = 36\nmost_mm = 35"), "bị đảo"),
    "đường kẻ đảo": (TOML.replace("of = 3 }", "of = 1 }"), "bị đảo"),
    "độ dài âm": (TOML.replace("[10, 12.7]", "[-10, 12.7]"), "lớn hơn 0"),
    "không phải số": (TOML.replace("[10, 12.7]", "[true, 12.7]"), "phải là số"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_an_odd_file_is_refused_with_its_name_and_the_reason(name: str) -> None:
    toml, reason = BROKEN[name]
    with pytest.raises(RuleBroken) as refusal:
        load_text(toml, name="tep.toml")
    assert "tep.toml" in refusal.value.sentence
    assert reason in refusal.value.sentence


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleBroken, match=r"khong\.toml"):
        load(tmp_path / "khong.toml")
    (tmp_path / "lon.toml").write_bytes(b"#" * 1_000_001)
    with pytest.raises(RuleBroken, match="1 MB"):
        load(tmp_path / "lon.toml")
