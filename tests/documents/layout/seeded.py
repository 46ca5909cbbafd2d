"""Letters really made, then spoiled the way a hasty hand spoils them in Word; shared by the tests of the check."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from govmail_desk.documents.layout.check import deviations
from govmail_desk.documents.letter import LetterContent, made_letter
from govmail_desk.domain.layout import ExpectedContent, Finding, PaperKind
from govmail_desk.regulations.layout import in_force
from tests.documents.sample_papers import (
    BY_REGULATION,
    CA_MAU,
    FORMS,
    KHANH_HOA_PROPOSAL,
    LETTER_FORM,
    NINH_BINH,
    PROPOSAL_FORM,
    QUAN_4,
)

Edit = Callable[[Document], None]

KNOWN = frozenset({"sxd@ninhbinh.gov.vn", "hanhltm.sxd@ninhbinh.gov.vn", "lydv.stnmt@camau.gov.vn"})
COUNTS = dict(zip(BY_REGULATION, (5, 2, 12, 1, 3), strict=True))


def expected(row_count: int, kind: PaperKind = "letter") -> ExpectedContent:
    return ExpectedContent(kind=kind, addresses=KNOWN, row_count=row_count)


def findings(paper: bytes, content: ExpectedContent) -> tuple[Finding, ...]:
    return deviations(paper, layout=in_force(), content=content)


def edited(content: LetterContent, *edits: Edit, form: bytes = LETTER_FORM) -> bytes:
    document = docx.Document(BytesIO(made_letter(form, content)))
    for edit in edits:
        edit(document)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def of_camau(*edits: Edit) -> tuple[Finding, ...]:
    return findings(edited(CA_MAU, *edits), expected(COUNTS["camau-24-2018"]))


def of_ninhbinh(*edits: Edit) -> tuple[Finding, ...]:
    return findings(edited(NINH_BINH, *edits), expected(COUNTS["ninhbinh-2020"]))


def of_quan4(*edits: Edit) -> tuple[Finding, ...]:
    return findings(edited(QUAN_4, *edits), expected(COUNTS["quan4-03-2013"]))


SLIP_FORM = (FORMS / "khanhhoa-dagt-2021/phieu-yeu-cau-xoa.docx").read_bytes()
SLIP = replace(
    KHANH_HOA_PROPOSAL,
    paragraphs=(
        "Phòng Kế hoạch - Tổng hợp trình lãnh đạo Ban yêu cầu xóa hộp thư điện tử công vụ sau đây:",
        "Phòng Kế hoạch - Tổng hợp kính trình lãnh đạo Ban xem xét, quyết định.",
    ),
    facts=(("Họ và tên", "Đỗ Văn Lý"), ("Địa chỉ hộp thư", "lydv.stnmt@camau.gov.vn"), ("Lý do", "nghỉ hưu")),
)


def of_slip(*edits: Edit) -> tuple[Finding, ...]:
    return findings(edited(SLIP, *edits, form=SLIP_FORM), replace(expected(1, "slip"), has_list=False))


def of_proposal(*edits: Edit) -> tuple[Finding, ...]:
    return findings(edited(KHANH_HOA_PROPOSAL, *edits, form=PROPOSAL_FORM), expected(1, "proposal"))


def everything(document: Document) -> Iterator[Paragraph]:
    for element in document.element.body.iter(qn("w:p")):
        yield Paragraph(element, document)  # type: ignore[arg-type]


def paragraph(document: Document, start: str) -> Paragraph:
    return next(one for one in everything(document) if one.text.startswith(start))


def says(start: str, text: str) -> Edit:
    """Type another text over a paragraph, its look kept."""

    def edit(document: Document) -> None:
        first, *rest = paragraph(document, start).runs
        first.text = text
        for run in rest:
            run._r.getparent().remove(run._r)

    return edit


def swaps(start: str, old: str, new: str) -> Edit:
    return lambda document: says(start, paragraph(document, start).text.replace(old, new))(document)


def looks(start: str, **look: object) -> Edit:
    """Give every run of a paragraph a look by hand: size, bold, italic, underline, colour, font."""

    def edit(document: Document) -> None:
        for run in paragraph(document, start).runs:
            dress(run.font, look)

    return edit


def dress(font: object, look: dict[str, object]) -> None:
    for name, value in look.items():
        if name == "colour":
            font.color.rgb = RGBColor.from_string(str(value))  # type: ignore[attr-defined]
        else:
            setattr(font, name, Pt(float(str(value))) if name == "size" else value)


def word_looks(start: str, word: str, **look: object) -> Edit:
    """Give one word of a paragraph another look, which splits its run in three as Word does."""

    def edit(document: Document) -> None:
        (run,) = paragraph(document, start).runs
        before, _, after = run.text.partition(word)
        pieces = [deepcopy(run._r) for _ in range(2)]
        run.text = before
        for element, text in zip(reversed(pieces), (after, word), strict=True):
            run._r.addnext(element)
            element.find(qn("w:t")).text = text
            element.find(qn("w:t")).set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        dress(next(one for one in paragraph(document, start).runs if one.text == word).font, look)

    return edit


def stands(start: str, **form: object) -> Edit:
    """Set a paragraph's own indents, gaps or side."""

    def edit(document: Document) -> None:
        for name, value in form.items():
            setattr(paragraph(document, start).paragraph_format, name, value)

    return edit


def style_stands(style: str, **form: object) -> Edit:
    def edit(document: Document) -> None:
        for name, value in form.items():
            setattr(document.styles[style].paragraph_format, name, value)

    return edit


def style_looks(style: str, **look: object) -> Edit:
    return lambda document: dress(document.styles[style].font, look)


def gone(start: str) -> Edit:
    def edit(document: Document) -> None:
        element = paragraph(document, start)._p
        element.getparent().remove(element)

    return edit


def twice(start: str, text: str) -> Edit:
    """Add a paragraph like another below it."""

    def edit(document: Document) -> None:
        first = paragraph(document, start)._p
        copied = deepcopy(first)
        first.addnext(copied)
        (run, *_) = Paragraph(copied, document).runs  # type: ignore[arg-type]
        run.text = text

    return edit


def added(text: str) -> Edit:
    """Type a paragraph below everything, as big as the text."""

    def edit(document: Document) -> None:
        dress(document.add_paragraph().add_run(text).font, {"size": 14})

    return edit


def moved_up(start: str, below: str) -> Edit:
    """Move a paragraph into the cell of another, below the rule there; its own cell keeps a blank one."""

    def edit(document: Document) -> None:
        element = paragraph(document, start)._p
        element.addnext(OxmlElement("w:p"))
        rule_below(document, below)._p.addnext(element)

    return edit


def sheet(**sizes_mm: float) -> Edit:
    def edit(document: Document) -> None:
        for name, size in sizes_mm.items():
            setattr(document.sections[0], name, Mm(size))

    return edit


# Rules


def rule_below(document: Document, start: str) -> Paragraph:
    element = paragraph(document, start)._p.getnext()
    return Paragraph(element, document)  # type: ignore[arg-type]


def rule_gone(start: str) -> Edit:
    return lambda document: rule_below(document, start)._p.pPr.remove(
        rule_below(document, start)._p.pPr.find(qn("w:pBdr"))
    )


def rule_kind(start: str, kind: str) -> Edit:
    return lambda document: rule_below(document, start)._p.pPr.find(qn("w:pBdr"))[0].set(qn("w:val"), kind)


def rule_margins(start: str, left_mm: float, right_mm: float) -> Edit:
    def edit(document: Document) -> None:
        form = rule_below(document, start).paragraph_format
        form.left_indent, form.right_indent = Mm(left_mm), Mm(right_mm)

    return edit


def rule_typed(start: str, signs: str) -> Edit:
    """Type a row of signs in place of the drawn rule."""

    def edit(document: Document) -> None:
        drawn = rule_below(document, start)
        for child in list(drawn._p):
            drawn._p.remove(child)
        drawn.style = paragraph(document, start).style if paragraph(document, start)._p.pPr is None else None
        drawn._p.insert(0, deepcopy(paragraph(document, start)._p.pPr))
        drawn.add_run(signs)

    return edit


def shape(length_mm: float, *, dash: str = "solid", old_mm: float | None = None) -> str:
    """A line as today's Word draws it, with the old form beside it that old programs read."""
    emu = round(length_mm * 36_000)
    spaces = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    old = f'<w:pict><v:line from="0,0" to="{(old_mm or length_mm) / 25.4 * 72:.1f}pt,0"/></w:pict>'
    return (
        f'<w:r {spaces}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:extent cx="{emu}" cy="0"/>'
        '<a:graphic><a:graphicData><wps:wsp><wps:spPr><a:prstGeom prst="line"/>'
        f'<a:ln><a:prstDash val="{dash}"/></a:ln></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>'
        f"</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def rule_drawn(start: str, xml: str) -> Edit:
    """Draw a shape in place of the edge under a text, hung on the text as Word does."""

    def edit(document: Document) -> None:
        rule_gone(start)(document)
        paragraph(document, start)._p.append(parse_xml(xml))

    return edit


# Page numbers


def number_of(document: Document) -> Paragraph:
    return document.sections[0].header.paragraphs[0]


def number_in_foot(document: Document) -> None:
    field = number_of(document)._p.find(qn("w:fldSimple"))
    document.sections[0].footer.paragraphs[0]._p.append(field)


def numbered(**marks: str) -> Edit:
    def edit(document: Document) -> None:
        kind = OxmlElement("w:pgNumType")
        for name, value in marks.items():
            kind.set(qn(f"w:{name}"), value)
        document.element.body.sectPr.find(qn("w:pgMar")).addnext(kind)

    return edit


def number_run(**look: object) -> Edit:
    def edit(document: Document) -> None:
        field = number_of(document)._p.find(qn("w:fldSimple"))
        run = Run(field.find(qn("w:r")), number_of(document))
        dress(run.font, look)

    return edit


# Word's own ways

THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme><a:minorFont>'
    '<a:latin typeface="{font}"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
)


def theme_font(font: str) -> Edit:
    """Leave the default font to a theme, as a paper made in Word does."""

    def edit(document: Document) -> None:
        fonts = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:rFonts')}")
        for script in ("ascii", "hAnsi"):
            del fonts.attrib[qn(f"w:{script}")]
            fonts.set(qn(f"w:{script}Theme"), "minorHAnsi")
        theme = THEME.format(font=font)
        kind = "application/vnd.openxmlformats-officedocument.theme+xml"
        part = Part(PackURI("/word/theme/theme1.xml"), kind, theme.encode(), document.part.package)
        document.part.relate_to(part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme")

    return edit


def letter_style(start: str, **look: object) -> Edit:
    """Dress a paragraph's runs by a character style."""

    def edit(document: Document) -> None:
        style = document.styles.add_style("Nhấn", WD_STYLE_TYPE.CHARACTER)
        dress(style.font, look)
        for run in paragraph(document, start).runs:
            run.style = style

    return edit


def tracked(start: str) -> Edit:
    """Insert a word with changes tracked."""

    def edit(document: Document) -> None:
        inserted = parse_xml(
            f'<w:ins {nsdecls("w")} w:id="1" w:author="x"><w:r><w:t xml:space="preserve"> mới</w:t></w:r></w:ins>'
        )
        paragraph(document, start).runs[-1]._r.addprevious(inserted)

    return edit


def merge_field(start: str, name: str) -> Edit:
    """Leave a field of Word's mail merge unfilled."""
    field = f'<w:fldSimple {nsdecls("w")} w:instr=" MERGEFIELD {name} "><w:r><w:t>«{name}»</w:t></w:r></w:fldSimple>'
    return lambda document: paragraph(document, start)._p.append(parse_xml(field))


def contact_rule_gone(document: Document) -> None:
    for line in document.sections[0].first_page_footer.paragraphs:
        if line._p.pPr is not None and (edge := line._p.pPr.find(qn("w:pBdr"))) is not None:
            line._p.pPr.remove(edge)


def contact_looks(**look: object) -> Edit:
    def edit(document: Document) -> None:
        for line in document.sections[0].first_page_footer.paragraphs:
            for run in line.runs:
                dress(run.font, look)

    return edit
