"""Margins put in beside a name that stands alone in its paragraph."""

from __future__ import annotations

import pytest
from lxml import etree

from govmail_desk.documents.form_margins import let_margins_in
from govmail_desk.documents.package import WORD
from tests.documents.made_forms import WORD as NAMESPACE
from tests.documents.made_forms import Said, paragraph

MARGINS = {"co_quan": "le_co_quan"}


def with_margins(xml: str) -> str:
    page = etree.fromstring(f"<w:body {NAMESPACE}>{xml}</w:body>")
    let_margins_in(page, MARGINS)
    return etree.tostring(page, encoding="unicode")


@pytest.mark.parametrize("said", ["{{ co_quan }}", "{{co_quan}}", ["{{ co", "_quan }}"]])
def test_a_name_alone_in_its_paragraph_gets_a_margin_on_both_sides(said: Said) -> None:
    assert '<w:ind w:left="{{ le_co_quan }}" w:right="{{ le_co_quan }}"/>' in with_margins(paragraph(said))


@pytest.mark.parametrize("said", ["{{ ho_ten }}", "Tên: {{ co_quan }}", "{{ co_quan }} {{ ho_ten }}", ""])
def test_other_paragraphs_stay_as_they_are(said: str) -> None:
    assert "w:ind" not in with_margins(paragraph(said))


def test_the_margin_takes_the_place_of_the_forms_own_and_stands_in_its_order() -> None:
    own = '<w:pPr><w:spacing/><w:ind w:firstLine="720"/><w:jc/></w:pPr>'
    none = "<w:pPr><w:spacing/><w:jc/></w:pPr>"
    for properties in (own, none):
        page = etree.fromstring(with_margins(paragraph("{{ co_quan }}").replace("<w:p>", f"<w:p>{properties}")))
        (made,) = page.iter(f"{WORD}pPr")
        assert [child.tag.removeprefix(WORD) for child in made] == ["spacing", "ind", "jc"]
        assert made[1].get(f"{WORD}firstLine") is None
