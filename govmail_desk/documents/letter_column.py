"""The columns of a letter's header: where long names break in them, and how long the rules under them are.

A name stays one text, so that it can be found, copied and mended in Word: margins beside it make it break evenly. Not here:
what stands in the columns (`documents.letter`), the width of letters (`documents.print_width`).
"""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from govmail_desk.documents.print_width import balanced_lines, text_width_mm

LEFT_MM: Final = 67
RIGHT_MM: Final = 98
TEXT_MM: Final = LEFT_MM + RIGHT_MM
"""The header's two columns, together the width between the margins; the decree's own sample has 67.9 and 95.3 mm."""

COLUMN_AIR_MM: Final = 4
"""Never filled, so that a printer's slightly wider letters do not break a line once more."""

LINE_AIR_MM: Final = 1
RULE_SHARE: Final = 0.42
"""A rule is from a third to a half of the text above it (NĐ 30/2020, PL I, II.2b, II.5b)."""

TWIPS_PER_MM: Final = 1440 / 25.4
RULE_XML: Final = (
    '<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
    '<w:spacing w:before="40" w:after="0" w:line="60" w:lineRule="exact"/>'
    '<w:ind w:left="{indent}" w:right="{indent}" w:firstLine="0"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
)


def margin_beside(text: str, *, column_mm: float, size_pt: float, is_bold: bool = False) -> str:
    """Return the margin, in twips, that breaks a long text into lines about equally long; 0 for a text of one line."""
    lines = balanced_lines(text, width_mm=column_mm - COLUMN_AIR_MM, size_pt=size_pt, is_bold=is_bold)
    if len(lines) <= len(text.splitlines()):
        return "0"
    return str(_indent(_widest(lines, size_pt, is_bold) + LINE_AIR_MM, column_mm))


def rule_under(text: str, *, column_mm: float, size_pt: float) -> Markup:
    """Draw the rule under a bold text that may take several lines of its column."""
    lines = balanced_lines(text, width_mm=column_mm - COLUMN_AIR_MM, size_pt=size_pt, is_bold=True)
    return rule(RULE_SHARE * _widest(lines, size_pt, True), column_mm=column_mm)


def rule(length_mm: float, *, column_mm: float) -> Markup:
    """Return the XML of a paragraph that is nothing but a solid rule of this length in the middle of a column."""
    return Markup(RULE_XML.format(indent=_indent(length_mm, column_mm)))  # noqa: S704  (one whole number of ours goes in)


def _widest(lines: tuple[str, ...], size_pt: float, is_bold: bool) -> float:
    return max((text_width_mm(line, size_pt=size_pt, is_bold=is_bold) for line in lines), default=0)


def _indent(length_mm: float, column_mm: float) -> int:
    return max(0, round((column_mm - length_mm) / 2 * TWIPS_PER_MM))
