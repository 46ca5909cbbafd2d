"""Lines however they were drawn: as an edge, by today's Word, by the old one."""

from __future__ import annotations

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from govmail_desk.documents.layout.drawn_lines import DrawnLine, edge_line, shapes_in
from tests.documents.layout.seeded import shape

OLD = 'xmlns:v="urn:schemas-microsoft-com:vml"'


def lines(xml: str) -> list[DrawnLine]:
    return list(shapes_in(parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>")))


def old(xml: str) -> list[DrawnLine]:
    return lines(f"<w:r><w:pict {OLD}>{xml}</w:pict></w:r>")


def test_a_line_of_todays_word_is_read_once_and_its_old_twin_left() -> None:
    (line,) = lines(shape(56.1, old_mm=10))
    assert line.length_mm == pytest.approx(56.1, abs=0.01)
    assert line.is_solid


def test_a_dashed_line_is_not_solid() -> None:
    assert not lines(shape(50, dash="dash"))[0].is_solid


@pytest.mark.parametrize(
    ("xml", "length_mm"),
    [
        ('<v:line from="10pt,5pt" to="82pt,5pt"/>', 25.4),
        ('<v:line from="0,0" to="30mm,0"/>', 30),
        ('<v:shape type="#_x0000_t32" style="position:absolute;width:2in;height:0"/>', 50.8),
    ],
)
def test_a_line_of_the_old_word_is_read(xml: str, length_mm: float) -> None:
    assert old(xml)[0].length_mm == pytest.approx(length_mm, abs=0.01)


def test_a_dashed_line_of_the_old_word_is_not_solid() -> None:
    assert not old('<v:line from="0,0" to="30mm,0"><v:stroke dashstyle="dash"/></v:line>')[0].is_solid


@pytest.mark.parametrize(
    "xml",
    [
        '<v:shape type="#_x0000_t75" style="width:100pt;height:50pt"/>',
        '<v:shape type="#_x0000_t32" style="width:abc"/>',
        '<v:line from="5,5" to="5,90"/>',
        "<v:line/>",
    ],
)
def test_a_picture_or_an_upright_line_is_no_rule(xml: str) -> None:
    assert old(xml) == []


def test_the_edge_of_a_paragraph_is_as_long_as_its_room() -> None:
    assert edge_line("single", 12.5, 3.0) == DrawnLine(12.5, True, 3.0, is_edge=True)
    assert not edge_line("dotDash", 12.5, 0).is_solid
    assert edge_line("single", -4, 0).length_mm == 0
