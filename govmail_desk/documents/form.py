"""Fills a Word form (.docx) from `forms/` or of the unit's own making.

docxtpl makes the form's XML readable for Jinja, once for each form; each letter after that is one rendering of text,
which keeps memory flat where docxtpl itself leaves cycles behind. All that is no tag comes through untouched. Not here:
Excel forms (`documents.list_form`), what a letter says (`documents.letter`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from unicodedata import category

from docxtpl import DocxTemplate  # type: ignore[import-untyped]
from jinja2 import Template, TemplateError
from lxml import etree
from markupsafe import Markup, escape

from govmail_desk.documents.form_check import BODY, FILLED_PARTS, problems_of
from govmail_desk.documents.form_fields import ENGINE, FormFields, complaints, unfit
from govmail_desk.documents.form_margins import let_margins_in
from govmail_desk.documents.package import WORD, Parts, packed, parsed, unpacked
from govmail_desk.domain.errors import RuleBroken

LINE_BREAK: Final = Markup('</w:t><w:br/><w:t xml:space="preserve">')
MOST_LETTERS: Final = 20_000_000
"""No paper of an office is longer; a form whose loops multiply is."""

KEPT_FORMS: Final = 16
PARAGRAPH_LIKE: Final = {f"{WORD}p", f"{WORD}sdt"}
UNPRINTED: Final = {"Cc", "Cf", "Cs", "Cn", "Co"}
XML_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

TORN: Final = "Có thẻ mở ở một đoạn, ô hay bảng mà đóng ở chỗ khác: hãy đặt thẻ mở và thẻ đóng cạnh nhau."
EMPTY_CELL: Final = (
    "Có ô bảng, đầu trang hoặc chân trang không còn đoạn nào khi trường bỏ trống: hãy thêm một đoạn trống ở cuối."
)

Item = str | Mapping[str, str]
Values = Mapping[str, str | Sequence[Item]]


@dataclass(frozen=True, eq=False)
class Form:
    """A checked form, ready to be filled any number of times."""

    parts: Parts
    templates: Mapping[str, Template]
    name: str

    def filled(self, values: Values) -> bytes:
        """Return the .docx with the values in place; a line break in a value is one on paper.

        Markup in a value is XML of ours (a drawn rule) and stands as it is; all other text is escaped.
        """
        return packed(self.parts | self.pages(values))

    def pages(self, values: Values) -> Parts:
        """Return the parts that had tags, filled."""
        printable = {name: _printable(value) for name, value in values.items()}
        return {part: self._rendered(template, printable) for part, template in self.templates.items()}

    def _rendered(self, template: Template, printable: Mapping[str, object]) -> bytes:
        pieces: list[str] = []
        length = 0
        for piece in template.generate(printable):
            length += len(piece)
            if length > MOST_LETTERS:
                raise RuleBroken(f"Mẫu «{self.name}» tạo ra văn bản quá dài. Hãy xem lại các thẻ lặp trong mẫu.")
            pieces.append(piece)
        return "".join(pieces).encode("utf-8")


@lru_cache(maxsize=KEPT_FORMS)
def read_form(content: bytes, *, name: str, fields: FormFields) -> Form:
    """Check a form and make it ready; `name` is its file's, for the sentences.

    Raises `RuleBroken` listing every problem at once.
    """
    parts = unpacked(content, name=name)
    problems = problems_of(parts, fields)
    if problems:
        raise unfit(name, problems)
    fillable = [part for part, page in parts.items() if FILLED_PARTS.fullmatch(part) and b"{" in page]
    form = Form(parts, {part: _template(parts[part], fields, name) for part in fillable}, name)
    for values in (_sample(fields, count=1), _sample(fields, count=0)):
        _refuse_broken(form.pages(values), name)
    return form


def _template(content: bytes, fields: FormFields, name: str) -> Template:
    """Compile one part. Its tags were checked one by one; now the whole passes the same wall, as Jinja reads it."""
    page = parsed(content)
    let_margins_in(page, fields.margins)
    source = DocxTemplate("").patch_xml(etree.tostring(page, encoding="unicode"))
    try:
        tree = ENGINE.parse(XML_DECLARATION + source)
    except TemplateError as error:
        raise unfit(name, (TORN,)) from error
    if refused := tuple(complaints(tree, fields, {})):
        raise unfit(name, refused)
    return Template.from_code(ENGINE, ENGINE.compile(tree), {})


def _sample(fields: FormFields, *, count: int) -> Values:
    """Invent values for a trial: with one item in each list, or with nothing at all."""
    text = "x" * count
    lists = {name: [dict.fromkeys(parts, text) or text] * count for name, parts in fields.lists.items()}
    margins = dict.fromkeys(fields.margins.values(), "0")
    return dict.fromkeys(fields.texts, text) | lists | margins | dict.fromkeys(fields.drawn, Markup("<w:p/>"))


def _refuse_broken(made: Mapping[str, bytes], name: str) -> None:
    """Refuse a form whose tags tear the page's XML, or leave a table cell with no paragraph, which Word cannot open."""
    for part, content in made.items():
        try:
            root = parsed(content)
        except etree.XMLSyntaxError as error:
            raise unfit(name, (TORN,)) from error
        holders = (*root.iter(f"{WORD}tc"), *([root] if part != BODY else ()))
        if any(not len(holder) or holder[-1].tag not in PARAGRAPH_LIKE for holder in holders):
            raise unfit(name, (EMPTY_CELL,))


def _printable(value: str | Sequence[Item] | Mapping[str, str]) -> object:
    match value:
        case Markup():
            return value
        case str():
            return LINE_BREAK.join(escape(without_controls(line)) for line in value.splitlines())
        case Mapping():
            return {part: _printable(text) for part, text in value.items()}
        case _:
            return [_printable(item) for item in value]


def without_controls(line: str) -> str:
    """Drop what XML or a reader's eye cannot hold: controls, marks that turn the writing round, halves of letters."""
    if line.isprintable():
        return line
    return "".join(letter for letter in line.replace("\t", " ") if category(letter) not in UNPRINTED)
