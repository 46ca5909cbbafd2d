"""The forms that come with the program: the table names them, the script draws them, the README explains them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from govmail_desk.documents import minutes, report
from govmail_desk.documents.form import read_form
from govmail_desk.documents.letter import FIELDS
from govmail_desk.documents.list_columns import COLUMNS, NAMES
from govmail_desk.documents.list_form import TEXTS, read_list_form
from govmail_desk.documents.package import unpacked
from govmail_desk.documents.shipped_forms import Role, ShippedForm, form_for, shipped_forms

ROOT = Path(__file__).parents[2]
FORMS = ROOT / "forms"
README = (FORMS / "README.md").read_text(encoding="utf-8")
REGULATIONS = ("camau-24-2018", "quan4-03-2013", "ninhbinh-2020", "khanhhoa-dagt-2021", "soctrang-59-2024")
OTHER_FIELDS = {"chung/bien-ban-ban-giao.docx": minutes.FIELDS, "chung/bao-cao.docx": report.FIELDS}
DOCX_NAMES = FIELDS.names | minutes.FIELDS.names | report.FIELDS.names
FILES = sorted(str(form.relative_to(FORMS)) for form in (*FORMS.glob("*/*.docx"), *FORMS.glob("*/*.xlsx")))


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("forms")
    script = ROOT / "packaging/forms/draw_forms.py"
    subprocess.run([sys.executable, str(script), str(folder)], check=True, cwd=ROOT, capture_output=True, timeout=60)
    return folder


@pytest.mark.parametrize("file", FILES)
def test_each_committed_form_is_what_the_script_draws(drawn: Path, file: str) -> None:
    committed, again = ((folder / file).read_bytes() for folder in (FORMS, drawn))
    assert unpacked(committed, name=file) == unpacked(again, name=file)


def test_the_script_draws_no_form_that_is_not_committed(drawn: Path) -> None:
    assert sorted(str(form.relative_to(drawn)) for form in drawn.rglob("*.*")) == FILES


def test_the_table_names_every_form_and_nothing_else() -> None:
    assert {form.file for form in shipped_forms(FORMS)} == set(FILES)


@pytest.mark.parametrize("file", FILES)
def test_each_form_can_be_filled(file: str) -> None:
    content = (FORMS / file).read_bytes()
    if file.endswith(".docx"):
        assert read_form(content, name=file, fields=OTHER_FIELDS.get(file, FIELDS))
    else:
        assert read_list_form(content, name=file)


@pytest.mark.parametrize("regulation", REGULATIONS)
def test_every_regulation_has_a_letter_and_a_list_for_each_request(regulation: str) -> None:
    assert form_for(FORMS, "letter", regulation_id=regulation)
    for kind in COLUMNS:
        found = form_for(FORMS, "list", regulation_id=regulation, list_kind=kind)
        assert found is not None
        assert found.file.endswith(".xlsx")


def test_only_khanh_hoa_has_a_proposal() -> None:
    having = [one for one in REGULATIONS if form_for(FORMS, "proposal", regulation_id=one)]
    assert having == ["khanhhoa-dagt-2021"]


def test_a_regulations_own_note_goes_before_the_common_one() -> None:
    letter = form_for(FORMS, "letter", regulation_id="khanhhoa-dagt-2021")
    assert letter is not None
    assert "1480/QĐ-UBND" in letter.note
    common = form_for(FORMS, "letter", regulation_id="tinh-khac")
    assert common is not None
    assert common.regulation is None


def own_arrangements() -> list[ShippedForm]:
    return [form for form in shipped_forms(FORMS) if form.own]


def test_whatever_we_laid_out_ourselves_says_so_to_the_clerk() -> None:
    assert own_arrangements()
    assert not [form for form in own_arrangements() if len(form.note) < 40]


def test_the_readme_names_every_form_every_field_and_what_is_our_own() -> None:
    for file in FILES:
        assert f"`{file}`" in README
    for name in DOCX_NAMES | TEXTS | {f"dong.{name}" for name in NAMES}:
        assert f"`{name}`" in README
    for form in own_arrangements():
        assert form.title in README


def test_every_field_the_readme_explains_is_one() -> None:
    explained = set(re.findall(r"^\| `([a-z_.0-9]+)` \|", README, re.MULTILINE))
    assert explained == DOCX_NAMES | TEXTS | {f"dong.{name}" for name in NAMES}


def test_the_readme_explains_what_a_row_of_the_minutes_and_report_tables_holds() -> None:
    for parts in (*minutes.FIELDS.lists.values(), *report.FIELDS.lists.values()):
        assert all(f"`{part}`" in README for part in parts)


@pytest.mark.parametrize("regulation", REGULATIONS)
@pytest.mark.parametrize("role", ["minutes", "assignment", "authorisation", "report"])
def test_every_regulation_has_the_papers_of_a_handover_and_a_report(regulation: str, role: Role) -> None:
    assert form_for(FORMS, role, regulation_id=regulation) is not None
