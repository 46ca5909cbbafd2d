"""The regulations that ship with the program."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.regulations import loader, shipped


def test_five_regulations_ship() -> None:
    assert shipped.ids() == (
        "camau-24-2018",
        "khanhhoa-dagt-2021",
        "ninhbinh-2020",
        "quan4-03-2013",
        "soctrang-59-2024",
    )


@pytest.mark.parametrize("regulation_id", shipped.ids())
def test_a_shipped_regulation_has_no_problem_and_bears_its_files_name(regulation_id: str) -> None:
    assert loader.check(shipped.file_of(regulation_id)) == ()
    assert shipped.find(regulation_id).id == regulation_id


def test_an_unknown_id_is_refused_with_the_known_ones_named() -> None:
    with pytest.raises(RuleBroken, match="ninhbinh-2020") as refused:
        shipped.find("hanoi-2030")

    assert "hanoi-2030" in refused.value.sentence


def test_a_clerk_may_name_a_shipped_regulation_or_a_file_of_another_province(tmp_path: Path) -> None:
    own = tmp_path / "tinh-khac.toml"
    shutil.copyfile(shipped.file_of("ninhbinh-2020"), own)

    assert shipped.named("ninhbinh-2020") == shipped.named(str(own)) == shipped.find("ninhbinh-2020")


def test_a_file_that_is_not_there_is_refused_as_a_file() -> None:
    with pytest.raises(RuleBroken, match="không mở được"):
        shipped.named("tinh-khac.toml")
