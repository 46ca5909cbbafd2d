"""No file a clerk can be sent ends the program, fills its memory or leaves it without one clear sentence."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

from govmail_desk.documents.spreadsheet import Workbook, read
from govmail_desk.domain.errors import RuleBroken
from tests.reliability.hostile_files import LISTS, REFUSED, TAKEN

READ_ALL = """
import json, re, sys
from pathlib import Path
from govmail_desk.documents.spreadsheet import read
from govmail_desk.domain.errors import RuleBroken
told = {}
for path in sorted(Path(sys.argv[1]).iterdir()):
    try:
        told[path.name] = [sheet.name for sheet in read(path).sheets]
    except RuleBroken as refusal:
        told[path.name] = refusal.sentence
# Not getrusage: its peak is handed on from the process that started this one, here a whole test run.
peak = int(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))[1]) // 1024
print(json.dumps({"told": told, "peak_mib": peak}))
"""


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """One process reads every hostile file, one after the other, and a good one at the end."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, (make, _) in REFUSED.items():
        (folder / name).write_bytes(make())
    for name, make_odd in TAKEN.items():
        (folder / name).write_bytes(make_odd())
    (folder / "zz-lanh.csv").write_text("STT,Họ và tên\n1,Lê Thị Mỹ Hạnh\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", READ_ALL, str(folder)], capture_output=True, encoding="utf-8", check=True
    )
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_gets_one_sentence_that_names_it(outcome: dict[str, dict[str, str]], name: str) -> None:
    sentence = outcome["told"][name]
    assert isinstance(sentence, str), f"taken as a list: {sentence}"
    assert f"«{name}»" in sentence
    assert re.search(REFUSED[name][1], sentence), sentence
    assert sentence.endswith(".")
    assert ". " not in sentence.replace(name, "")


@pytest.mark.parametrize("name", TAKEN)
def test_an_odd_file_that_holds_a_list_is_read(outcome: dict[str, dict[str, object]], name: str) -> None:
    assert outcome["told"][name] == ["Danh sách"]


def test_after_all_of_them_a_good_list_is_read_as_ever(outcome: dict[str, dict[str, object]]) -> None:
    assert outcome["told"]["zz-lanh.csv"] == ["CSV"]


@pytest.mark.parametrize("name", ["ninhbinh-2020.xlsx", "ninhbinh-2020.ods", "camau-24-2018.xls"])
def test_a_list_with_bytes_changed_on_the_way_is_read_or_refused_and_nothing_else(tmp_path: Path, name: str) -> None:
    whole = (LISTS / name).read_bytes()
    chance = random.Random(name)
    for _ in range(8):
        damaged = bytearray(whole)
        for place in chance.sample(range(len(whole)), 20):
            damaged[place] = chance.randrange(256)
        (tmp_path / name).write_bytes(damaged)
        assert isinstance(_read_or_refused(tmp_path / name), Workbook | RuleBroken)


def _read_or_refused(path: Path) -> Workbook | RuleBroken:
    try:
        return read(path)
    except RuleBroken as refusal:
        return refusal


def test_the_reading_process_and_not_the_program_bears_the_memory(outcome: dict[str, int]) -> None:
    assert outcome["peak_mib"] < 300
