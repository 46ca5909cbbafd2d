"""How text in a .docx truly looks: from the file's defaults through styles, themes and lists to the run itself.

Not here: which of several layers decides (`layout.layers`), which text there is and where it stands (`layout.reading`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from govmail_desk.documents.layout.layers import last_said, merged, toggled
from govmail_desk.documents.layout.markup import (
    MM_PER_TWIP,
    TWIPS_PER_POINT,
    Element,
    Properties,
    child,
    is_on,
    number,
    part_root,
    twips,
    value_of,
)
from govmail_desk.documents.package import WORD, Parts

DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
FONT_OF_WORD: Final = "Times New Roman"
SIZE_OF_WORD: Final = 10.0
"""What Word takes where a file says nothing."""

LINES_PER_UNIT: Final = 1 / 240
FACE_HEIGHT: Final = 1.15
"""How high a single line of Times New Roman is beside its size."""

AUTOMATIC_GAP_PT: Final = 14.0
TOGGLES: Final = ("b", "i", "caps", "vanish", "strike")
BLACKS: Final = {"auto", "000000", "windowText"}
ALIGNMENTS: Final = {"start": "left", "end": "right", "distribute": "both"}
DEEPEST_STYLE: Final = 50


@dataclass(frozen=True, slots=True)
class LetterLook:
    """How the letters of one run stand."""

    font: str
    """The font of letters beyond ASCII, which all Vietnamese text has."""
    ascii_font: str
    size_pt: float
    is_bold: bool
    is_italic: bool
    is_underlined: bool
    is_capital: bool
    is_hidden: bool
    is_struck: bool
    is_marked: bool
    """With a marker's colour behind it."""
    colour: str
    """As Word writes it, `000000` for every kind of black."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A line drawn above or below a paragraph."""

    kind: str
    """As Word names it: `single`, `dashed`, `double`."""


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """How one paragraph stands in its column."""

    align: str
    left_mm: float
    right_mm: float
    first_line_mm: float
    """Less than 0 where the first line hangs out."""
    before_pt: float
    after_pt: float
    lines: float
    """Line spacing in lines of the size of the text; exact heights are reckoned for `size_pt`."""
    edges: tuple[Edge, ...]
    bullet: str


@dataclass(frozen=True)
class Styles:
    """The styles, lists and theme of one file."""

    by_id: Mapping[str, Element] = field(default_factory=dict)
    letter_defaults: Properties = None
    paragraph_defaults: Properties = None
    default_paragraph: str = ""
    theme_fonts: Mapping[str, str] = field(default_factory=dict)
    levels: Mapping[tuple[str, str], Element] = field(default_factory=dict)

    def letters(self, run: Element, paragraph: Element, table_style: str = "") -> LetterLook:
        """Work out how a run looks."""
        own = run.find(f"{WORD}rPr")
        by_paragraph = [child(style, "rPr") for style in self._styles_of(paragraph, "pPr", "pStyle")]
        by_letters = [child(style, "rPr") for style in self._chain(value_of(own, "rStyle"))]
        by_table = [child(style, "rPr") for style in self._chain(table_style)]
        return self._letters([self.letter_defaults, *by_table], by_paragraph, by_letters, own)

    def paragraph_mark(self, paragraph: Element) -> LetterLook:
        """Work out how a run without anything of its own would look in a paragraph."""
        return self.letters(etree.Element(f"{WORD}r"), paragraph)

    def paragraph(self, paragraph: Element, *, size_pt: float, table_style: str = "") -> ParagraphLook:
        """Work out how a paragraph stands; `size_pt` is that of its text."""
        own = paragraph.find(f"{WORD}pPr")
        by_style = [child(style, "pPr") for style in self._styles_of(paragraph, "pPr", "pStyle")]
        by_table = [child(style, "pPr") for style in self._chain(table_style)]
        level = self._level(own, by_style)
        layers = [self.paragraph_defaults, *by_table, *by_style, child(level, "pPr"), own]
        indent, spacing = merged(layers, "ind"), merged(layers, "spacing")
        align = _frame_side(own) or last_said(layers, "jc") or "left"
        return ParagraphLook(
            align=ALIGNMENTS.get(align, align),
            left_mm=twips(indent.get("start", indent.get("left", ""))) * MM_PER_TWIP,
            right_mm=twips(indent.get("end", indent.get("right", ""))) * MM_PER_TWIP,
            first_line_mm=(twips(indent.get("firstLine", "")) - twips(indent.get("hanging", ""))) * MM_PER_TWIP,
            before_pt=_gap(spacing, "before"),
            after_pt=_gap(spacing, "after"),
            lines=_lines(spacing, size_pt),
            edges=tuple(_edges(layers)),
            bullet=_bullet(level),
        )

    def _letters(
        self,
        defaults: Sequence[Properties],
        by_paragraph: Sequence[Properties],
        by_letters: Sequence[Properties],
        own: Properties,
    ) -> LetterLook:
        layers = [*defaults, *by_paragraph, *by_letters, own]
        on = {name: toggled(name, defaults, by_paragraph, by_letters, own) for name in TOGGLES}
        colour = last_said(layers, "color") or "auto"
        return LetterLook(
            font=self._font(layers, "hAnsi"),
            ascii_font=self._font(layers, "ascii"),
            size_pt=number(last_said(layers, "sz"), SIZE_OF_WORD * 2) / 2,
            is_bold=on["b"],
            is_italic=on["i"],
            is_underlined=(last_said(layers, "u") or "none") != "none",
            is_capital=on["caps"],
            is_hidden=on["vanish"],
            is_struck=on["strike"],
            is_marked=(last_said(layers, "highlight") or "none") != "none",
            colour="000000" if colour in BLACKS else colour.upper(),
        )

    def _font(self, layers: Sequence[Properties], slot: str) -> str:
        """In one layer a theme's font goes before a named one; a later layer goes before both."""
        font = FONT_OF_WORD
        for layer in layers:
            fonts = child(layer, "rFonts")
            if fonts is None:
                continue
            theme = fonts.get(f"{WORD}{slot}Theme")
            font = self.theme_fonts.get(theme or "") or fonts.get(f"{WORD}{slot}") or font
        return font

    def _styles_of(self, holder: Element, properties: str, name: str) -> list[Element]:
        return self._chain(value_of(holder.find(f"{WORD}{properties}"), name) or self.default_paragraph)

    def _chain(self, style_id: str) -> list[Element]:
        """The style and all it is based on, the furthest first; a style based on itself ends the chain."""
        chain: list[Element] = []
        while (style := self.by_id.get(style_id)) is not None and style not in chain and len(chain) < DEEPEST_STYLE:
            chain.append(style)
            style_id = value_of(style, "basedOn")
        return chain[::-1]

    def _level(self, own: Properties, by_style: Sequence[Properties]) -> Properties:
        """The list level a paragraph stands in, said by itself or by its style."""
        for layer in (own, *reversed(by_style)):
            listed = child(layer, "numPr")
            if listed is not None:
                return self.levels.get((value_of(listed, "numId"), value_of(listed, "ilvl") or "0"))
        return None


def read_styles(parts: Parts, folder: str = "word") -> Styles:
    """Read the styles of a file; parts that are missing leave Word's own defaults."""
    sheet = part_root(parts, f"{folder}/styles.xml")
    if sheet is None:
        return Styles(theme_fonts=_theme(parts, folder), levels=_levels(parts, folder))
    styles = {style.get(f"{WORD}styleId", ""): style for style in sheet.iter(f"{WORD}style")}
    defaults = [
        name
        for name, style in styles.items()
        if style.get(f"{WORD}type") == "paragraph" and is_on(style.get(f"{WORD}default"), missing=False)
    ]
    return Styles(
        by_id=styles,
        letter_defaults=sheet.find(f"{WORD}docDefaults/{WORD}rPrDefault/{WORD}rPr"),
        paragraph_defaults=sheet.find(f"{WORD}docDefaults/{WORD}pPrDefault/{WORD}pPr"),
        default_paragraph=defaults[0] if defaults else "",
        theme_fonts=_theme(parts, folder),
        levels=_levels(parts, folder),
    )


def _frame_side(own: Properties) -> str:
    """A number put in by an older Word stands in a frame of its own, which is what lies in the middle."""
    frame = child(own, "framePr")
    return "" if frame is None else frame.get(f"{WORD}xAlign", "")


def _gap(spacing: Mapping[str, str], side: str) -> float:
    if is_on(spacing.get(f"{side}Autospacing"), missing=False):
        return AUTOMATIC_GAP_PT
    return twips(spacing.get(side, "")) / TWIPS_PER_POINT


def _lines(spacing: Mapping[str, str], size_pt: float) -> float:
    height = twips(spacing.get("line", "240"))
    rule = spacing.get("lineRule", "auto")
    if rule == "auto":
        return height * LINES_PER_UNIT
    lines = height / TWIPS_PER_POINT / (size_pt * FACE_HEIGHT)
    return max(1.0, lines) if rule == "atLeast" else lines


def _edges(layers: Sequence[Properties]) -> Iterator[Edge]:
    """The lines above and below, each as the last layer that speaks of it has it."""
    holders = [borders for layer in layers if (borders := child(layer, "pBdr")) is not None]
    for side in ("top", "bottom"):
        said = [found for borders in holders if (found := child(borders, side)) is not None]
        kind = said[-1].get(f"{WORD}val", "none") if said else "none"
        if kind not in {"none", "nil"}:
            yield Edge(kind)


def _bullet(level: Properties) -> str:
    if level is None or value_of(level, "numFmt") != "bullet":
        return ""
    sign = value_of(level, "lvlText")
    return "- " if sign in {"-", "–", "—", "\uf02d"} else f"{sign} "


def _theme(parts: Parts, folder: str) -> dict[str, str]:
    root = part_root(parts, f"{folder}/theme/theme1.xml")
    fonts: dict[str, str] = {}
    if root is None:
        return fonts
    for kind in ("major", "minor"):
        latin = root.find(f".//{DRAWING}{kind}Font/{DRAWING}latin")
        typeface = "" if latin is None else latin.get("typeface", "")
        fonts |= {f"{kind}{slot}": typeface for slot in ("HAnsi", "Ascii") if typeface}
    return fonts


def _levels(parts: Parts, folder: str) -> dict[tuple[str, str], Element]:
    root = part_root(parts, f"{folder}/numbering.xml")
    if root is None:
        return {}
    abstract = {one.get(f"{WORD}abstractNumId", ""): one for one in root.iter(f"{WORD}abstractNum")}
    levels: dict[tuple[str, str], Element] = {}
    for listed in root.iter(f"{WORD}num"):
        lists = abstract.get(value_of(listed, "abstractNumId"))
        for level in () if lists is None else lists.iter(f"{WORD}lvl"):
            levels[listed.get(f"{WORD}numId", ""), level.get(f"{WORD}ilvl", "0")] = level
    return levels
