"""How a run truly looks: every layer of Word's formatting in its order, as ECMA-376 has it."""

from __future__ import annotations

import pytest
from lxml import etree

from govmail_desk.documents.layout.styles import LetterLook, ParagraphLook, Styles, read_styles
from govmail_desk.documents.package import WORD

SPACE = f'xmlns:w="{WORD[1:-1]}"'

STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr><w:sz w:val="24"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Strong"><w:basedOn w:val="Normal"/><w:pPr><w:ind w:left="720" w:hanging="360"/><w:jc w:val="both"/>
</w:pPr><w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Child"><w:basedOn w:val="Strong"/>
<w:pPr><w:ind w:firstLine="567"/></w:pPr><w:rPr><w:color w:val="auto"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Emphasis"><w:rPr><w:b/><w:i/><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/></w:rPr></w:style>
<w:style w:type="table" w:styleId="Grid"><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr></w:style>
"""
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:minorFont><a:latin typeface="Calibri"/>'
    "</a:minorFont></a:theme>"
)
NUMBERING = """<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/>
<w:pPr><w:ind w:left="1134" w:hanging="283"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>"""


def styles(defaults: str = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>') -> Styles:
    parts = {
        "word/styles.xml": f"<w:styles {SPACE}>{STYLES.format(defaults=defaults)}</w:styles>".encode(),
        "word/theme/theme1.xml": THEME.encode(),
        "word/numbering.xml": f"<w:numbering {SPACE}>{NUMBERING}</w:numbering>".encode(),
    }
    return read_styles(parts)


def letters(style: str = "", run: str = "", **options: str) -> LetterLook:
    paragraph = etree.fromstring(f"<w:p {SPACE}>{style}<w:r><w:rPr>{run}</w:rPr><w:t>x</w:t></w:r></w:p>")
    return styles(**options).letters(paragraph[-1], paragraph)


def stands(properties: str, *, table_style: str = "") -> ParagraphLook:
    paragraph = etree.fromstring(f"<w:p {SPACE}><w:pPr>{properties}</w:pPr></w:p>")
    return styles().paragraph(paragraph, size_pt=14, table_style=table_style)


def styled(name: str) -> str:
    return f'<w:pPr><w:pStyle w:val="{name}"/></w:pPr>'


def test_a_theme_gives_the_font_where_no_later_layer_names_one() -> None:
    assert (letters().font, letters().ascii_font) == ("Calibri", "Calibri")
    assert letters(run='<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>').font == "Times New Roman"
    assert letters(run='<w:rStyle w:val="Emphasis"/>').font == "Arial"


def test_a_font_may_be_named_for_ascii_alone() -> None:
    look = letters(run='<w:rFonts w:ascii="Arial"/>')
    assert (look.ascii_font, look.font) == ("Arial", "Calibri")


def test_a_paragraph_without_a_style_has_the_default_one() -> None:
    assert letters().size_pt == 12
    assert letters(run='<w:sz w:val="27"/>').size_pt == 13.5


def test_a_style_inherits_and_changes_what_it_is_based_on() -> None:
    assert (letters(styled("Strong")).colour, letters(styled("Strong")).size_pt) == ("FF0000", 12)
    assert (letters(styled("Child")).colour, letters(styled("Child")).is_bold) == ("000000", True)


def test_bold_in_paragraph_and_character_style_is_upright_again_and_the_run_decides() -> None:
    emphasis = '<w:rStyle w:val="Emphasis"/>'
    assert not letters(styled("Strong"), emphasis).is_bold
    assert letters(styled("Strong"), emphasis).is_italic
    assert letters(styled("Strong"), f"{emphasis}<w:b/>").is_bold
    assert not letters(styled("Strong"), '<w:b w:val="0"/>').is_bold
    assert not letters(styled("Strong"), '<w:b w:val="false"/>').is_bold


@pytest.mark.parametrize("black", ['<w:color w:val="auto"/>', '<w:color w:val="000000"/>', ""])
def test_every_black_is_one_black(black: str) -> None:
    assert letters(run=black).colour == "000000"


def test_first_line_and_hanging_exclude_each_other_across_layers() -> None:
    assert round(stands('<w:pStyle w:val="Strong"/>').first_line_mm, 2) == -6.35
    child = stands('<w:pStyle w:val="Child"/>')
    assert (round(child.first_line_mm, 1), round(child.left_mm, 1)) == (10.0, 12.7)
    assert round(stands('<w:pStyle w:val="Child"/><w:ind w:hanging="0"/>').first_line_mm, 1) == 0


def test_gaps_come_from_the_defaults_until_something_says_otherwise() -> None:
    assert stands("").after_pt == 8
    assert stands('<w:spacing w:after="0"/>').after_pt == 0
    assert round(stands('<w:spacing w:after="0"/>').lines, 2) == 1.08
    assert stands('<w:spacing w:beforeAutospacing="1" w:before="0"/>').before_pt == 14


@pytest.mark.parametrize(
    ("spacing", "lines"),
    [
        ('w:line="360" w:lineRule="auto"', 1.5),
        ('w:line="322" w:lineRule="exact"', 1.0),
        ('w:line="100" w:lineRule="atLeast"', 1.0),
        ('w:line="644" w:lineRule="atLeast"', 2.0),
        ('w:line="16.1pt" w:lineRule="exact"', 1.0),
    ],
)
def test_every_way_to_give_line_spacing_comes_to_lines(spacing: str, lines: float) -> None:
    assert stands(f"<w:spacing {spacing}/>").lines == pytest.approx(lines, abs=0.01)


def test_sides_have_one_name_each() -> None:
    sides = {said: stands(f'<w:jc w:val="{said}"/>').align for said in ("start", "left", "both", "distribute", "end")}
    assert sides == {"start": "left", "left": "left", "both": "both", "distribute": "both", "end": "right"}


def test_a_frame_in_the_middle_is_in_the_middle() -> None:
    assert stands('<w:framePr w:wrap="around" w:xAlign="center"/>').align == "center"


def test_a_list_gives_its_sign_and_its_indent() -> None:
    listed = stands('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>')
    assert listed.bullet == "- "
    assert (round(listed.left_mm, 1), round(listed.first_line_mm, 1)) == (20.0, -5.0)


def test_a_tables_style_stands_below_the_paragraphs_own() -> None:
    assert stands("", table_style="Grid").align == "center"
    assert stands('<w:pStyle w:val="Strong"/>', table_style="Grid").align == "both"


def test_the_edges_of_a_paragraph_are_those_last_said() -> None:
    edged = '<w:pBdr><w:top w:val="single"/><w:bottom w:val="dashed"/></w:pBdr>'
    assert [edge.kind for edge in stands(edged).edges] == ["single", "dashed"]
    assert stands('<w:pBdr><w:top w:val="nil"/></w:pBdr>').edges == ()
