"""The forms of a unit: one for each paper, whose it is, and what stood there before."""

from __future__ import annotations

import pytest

from govmail_desk.listings.forms import in_use, own_in_use, shipped_in_use
from govmail_desk.operations.own_forms import drop_form, plan_form, take_in_form
from tests.desks import UNITS, founded
from tests.documents.edited_forms import edited_letter

LETTER = "chung/cong-van.docx"


def test_a_regulations_own_form_stands_in_place_of_the_common_one():
    titles = [form.title for form in shipped_in_use("khanhhoa-dagt-2021")]
    assert "Công văn của lãnh đạo Ban" in titles
    assert "Công văn đề nghị" not in titles
    assert not any(form.role == "proposal" for form in shipped_in_use("ninhbinh-2020"))


@pytest.mark.parametrize("regulation_id", UNITS)
def test_every_paper_has_one_form_and_at_first_the_shipped_one(tmp_path, regulation_id):
    with founded(tmp_path, regulation_id) as desk:
        rows = in_use(desk)
    papers = [(row.shipped.role, row.shipped.list) for row in rows]
    assert len(papers) == len(set(papers))
    assert all(row.own is None and row.earlier == () for row in rows)


def test_the_units_own_and_those_before_it_are_told(tmp_path):
    with founded(tmp_path) as desk:
        for words in ("một", "hai"):
            (tmp_path / f"{words}.docx").write_bytes(edited_letter(words))
            take_in_form(desk, plan_form(desk, place=LETTER, file=tmp_path / f"{words}.docx"))
        (row,) = [row for row in in_use(desk) if row.shipped.file == LETTER]
        assert row.own is not None
        assert (row.own.name, [form.name for form in row.earlier]) == ("hai.docx", ["một.docx"])
        assert own_in_use(desk) == {LETTER: "hai.docx"}
        drop_form(desk, place=LETTER)
        (row,) = [row for row in in_use(desk) if row.shipped.file == LETTER]
        assert (row.own, [form.name for form in row.earlier]) == (None, ["hai.docx", "một.docx"])
        assert own_in_use(desk) == {}
