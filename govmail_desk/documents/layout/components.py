"""Which paragraph is which part of a paper, told by its words and its place, whatever a clerk has changed in its looks.

Not here: what a line is by its words alone (`layout.line_words`), whether a part is as it should be (the checks beside this).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Final

from govmail_desk.documents.layout.line_words import is_name, is_post, is_typed_rule, names_a_body
from govmail_desk.documents.layout.reading import Paper, Paragraph
from govmail_desk.domain.layout import ComponentKey, ExpectedContent
from govmail_desk.domain.vietnamese import fold

NATIONAL_TITLE: Final = "cong hoa xa hoi chu nghia viet nam"
MOTTO: Final = "doc lap tu do hanh phuc"
ALIKE: Final = 0.8
MOST_OF_A_HEAD: Final = 60
"""Nothing of a paper's head stands further down than this many paragraphs."""

NUMBER: Final = re.compile(r"(số|so)\s*[:.]|số\s+\S*\d*\s*/|(số|so)\s*\d*\s*/", re.IGNORECASE)
LETTER_SUBJECT: Final = re.compile(r"(v\s*[/.]?\s*v|ve viec)\b")
DATE: Final = re.compile(r"ngày.*tháng|tháng.*năm|\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}", re.IGNORECASE)
APPENDIX: Final = re.compile(r"phu luc(\s+([ivxlc]+|\d+))?\s*[.:]?")


@dataclass
class Components:
    """A paper taken apart."""

    paper: Paper
    parts: dict[ComponentKey, list[Paragraph]] = field(default_factory=dict)
    head: tuple[Paragraph, ...] = ()
    """All that stands before the addressee or the text, blank paragraphs too."""
    tables: tuple[Paragraph, ...] = ()
    """The text of tables inside the body."""
    below: tuple[Paragraph, ...] = ()
    """What somebody added under signature and recipients, where nothing but an appendix stands."""

    def of(self, key: ComponentKey) -> tuple[Paragraph, ...]:
        """Return the paragraphs of a part, none where it was not found."""
        return tuple(self.parts.get(key, ()))

    def said(self, key: ComponentKey) -> str:
        """Return the text of a part on one line."""
        return " ".join(paragraph.said for paragraph in self.of(key))

    def name(self, key: ComponentKey, paragraphs: Iterable[Paragraph]) -> None:
        """Say that these paragraphs are this part."""
        found = [paragraph for paragraph in paragraphs if not self.is_named(paragraph)]
        if found:
            self.parts.setdefault(key, []).extend(found)

    def is_named(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is already known for some part."""
        return any(paragraph is known for group in self.parts.values() for known in group)

    def after(self, paragraph: Paragraph) -> Iterator[Paragraph]:
        """The paragraphs that follow one in its own cell or on its own page."""
        following = self.paper.paragraphs[paragraph.place :]
        return (one for one in following if one.cell == paragraph.cell)

    @property
    def has_tables(self) -> bool:
        """Whether there is a table besides those that only hold head and signature in place."""
        named = (*self.head, *self.of("authority"), *self.of("signer"), *self.of("recipients"))
        placing = {one.cell.table for one in named if one.cell}
        return any(one.cell and one.cell.table not in placing for one in self.paper.paragraphs)

    @property
    def whole(self) -> tuple[Paragraph, ...]:
        """Text and bases, in their order."""
        return tuple(sorted((*self.of("basis"), *self.of("text")), key=lambda one: one.place))


def take_apart(paper: Paper, content: ExpectedContent) -> Components:
    """Recognise the parts of a paper."""
    found = Components(paper)
    texts = [one for one in paper.paragraphs if one.said and not is_typed_rule(one.said)]
    texts = _without_appendix(found, texts)
    _take_head(found, texts, content)
    _take_ending(found, texts)
    _take_body(found, texts)
    _take_below(found, texts, content)
    _take_contact(found)
    return found


def _first(texts: Iterable[Paragraph], fits: Callable[[Paragraph], object]) -> list[Paragraph]:
    return [one for one in texts if fits(one)][:1]


def _alike(text: str, wanted: str) -> bool:
    words = re.sub(r"[^a-z]+", " ", fold(text[:120])).strip()
    return SequenceMatcher(None, words, wanted, autojunk=False).ratio() >= ALIKE


def _without_appendix(found: Components, texts: list[Paragraph]) -> list[Paragraph]:
    """Set apart what stands from the first `Phụ lục` line on."""
    starts = [at for at, one in enumerate(texts) if at and APPENDIX.fullmatch(fold(one.said))]
    if not starts:
        return texts
    behind = texts[starts[0] :]
    found.name("appendix", [one for one in behind if APPENDIX.fullmatch(fold(one.said))])
    found.name("appendix_note", [one for one in behind if fold(one.said).lstrip("( ").startswith("kem theo")])
    return texts[: starts[0]]


def _take_head(found: Components, texts: list[Paragraph], content: ExpectedContent) -> None:
    near = texts[:MOST_OF_A_HEAD]
    found.name("national_title", _first(near, lambda one: _alike(one.said, NATIONAL_TITLE)))
    found.name("motto", _first(near, lambda one: _alike(one.said, MOTTO)))
    found.name("addressee", _first(near, lambda one: fold(one.said).startswith("kinh gui")))
    end = _head_end(found, near)
    found.head = tuple(one for one in found.paper.paragraphs if one.place < end)
    head = [one for one in near if one.place < end]
    found.name("number", _first(head, lambda one: NUMBER.match(one.said)))
    found.name("place_date", _first(head, lambda one: DATE.search(one.said) and not found.is_named(one)))
    if content.kind == "letter":
        found.name("letter_subject", _first(head, lambda one: LETTER_SUBJECT.match(fold(one.said))))
    _take_names(found, head, content)
    if content.kind != "letter":
        bare = [one for one in head if one.cell is None and not found.is_named(one)]
        found.name("subject", [one for one in bare if LETTER_SUBJECT.match(fold(one.said))])
        found.name("title", bare[:1])
        found.name("subject", bare[1:])


def _head_end(found: Components, near: list[Paragraph]) -> int:
    """The head ends at `Kính gửi`, or without it at the first paragraph on the bare page that is not centred."""
    if addressee := found.of("addressee"):
        return addressee[0].place
    named = {one.place for key in ("national_title", "motto") for one in found.of(key)}
    bare = [one for one in near if one.cell is None and one.place not in named and one.look.align != "center"]
    return bare[0].place if bare else near[-1].place + 1 if near else 1


def _take_names(found: Components, head: list[Paragraph], content: ExpectedContent) -> None:
    """The issuing body and the one above it stand left of the national title, or above the number."""
    title, numbered = found.of("national_title"), found.of("number")
    free = [one for one in head if not found.is_named(one)]
    if title and (cell := title[0].cell):
        names = [
            one
            for one in free
            if one.cell and one.cell.table == cell.table and one.cell.row == cell.row and one.cell.column < cell.column
        ]
    else:
        last = numbered[0].place if numbered else found.head[-1].place if found.head else 0
        names = [one for one in free if one.place < last and one.said.isupper()]
    split = _body_start(names, content.body)
    found.name("parent_body", names[:split])
    found.name("body", names[split:])


def _body_start(names: list[Paragraph], body: str) -> int:
    """Where in the lines of names the issuing body begins: as known, else at the last line that begins like a body."""
    if not names:
        return 0
    known = fold(" ".join(body.split()))
    for at in range(len(names)):
        if known and fold(" ".join(one.said for one in names[at:])) == known:
            return at
    starts = [at for at, one in enumerate(names) if names_a_body(one.said)]
    if len(names) > 1 and not starts:
        return len(names) - 1
    return starts[-1] if starts else 0


def _take_ending(found: Components, texts: list[Paragraph]) -> None:
    heading = [one for one in texts if fold(one.said).startswith("noi nhan")]
    found.name("recipients", heading[-1:])
    if heading:
        signing = _beside(heading[-1], texts)
        found.name("recipient", _recipient_lines(found, heading[-1]))
    else:
        signing = _after_end(texts)
    free = [one for one in signing if not found.is_named(one) and not one.said.startswith("(")]
    lines = _signed([piece for piece in free if not piece.said.endswith(":")])
    if lines and (len(lines) > 1 or not lines[-1].said.isupper()) and not is_post(lines[-1].said):
        found.name("signer", lines[-1:])
        lines = lines[:-1]
    found.name("authority", lines)


def _signed(lines: list[Paragraph]) -> list[Paragraph]:
    """Leave out what was typed under the name: sentences, for a post under it stands in capitals."""
    named = [at for at, one in enumerate(lines) if is_name(one.said)]
    behind = lines[named[-1] + 1 :] if named else []
    return lines if any(one.said.isupper() for one in behind) else lines[: len(lines) - len(behind)]


def _beside(heading: Paragraph, texts: list[Paragraph]) -> list[Paragraph]:
    """The block of the signature: the other column of the table, or on a bare page whatever follows in no list."""
    if heading.cell is None:
        return [one for one in texts if one.place > heading.place and not one.said.startswith("-")]
    table, column = heading.cell.table, heading.cell.column
    return [one for one in texts if one.cell and one.cell.table == table and one.cell.column > column]


def _recipient_lines(found: Components, heading: Paragraph) -> list[Paragraph]:
    following = [one for one in found.after(heading) if one.said]
    if heading.cell is not None:
        return following
    return [one for one in following if one.said.startswith("-")]


def _after_end(texts: list[Paragraph]) -> list[Paragraph]:
    """Without `Nơi nhận`: the right column of the last table, or what follows the end of the text."""
    celled = [one for one in texts if one.cell is not None and one.cell.table > 0]
    if celled and celled[-1].cell:
        last = celled[-1].cell
        return [one for one in celled if one.cell and (one.cell.table, one.cell.column) == (last.table, last.column)]
    ends = [at for at, one in enumerate(texts) if one.said.endswith("./.")]
    return texts[ends[-1] + 1 :] if ends else []


def _take_body(found: Components, texts: list[Paragraph]) -> None:
    last = found.head[-1].place if found.head else 0
    end = min((one.place for key in ENDING for one in found.of(key)), default=len(found.paper.paragraphs) + 1)
    behind = [one for one in texts if last < one.place < end and not found.is_named(one)]
    behind = _take_addressees(found, behind)
    found.tables = tuple(one for one in behind if one.cell is not None)
    bare = [one for one in behind if one.cell is None]
    bases = next((at for at, one in enumerate(bare) if not fold(one.said).startswith("can cu")), len(bare))
    found.name("basis", bare[:bases])
    found.name("text", bare[bases:])


def _take_below(found: Components, texts: list[Paragraph], content: ExpectedContent) -> None:
    """Set apart what no part claims in the table of the signature, and on the bare page under it."""
    ending = [one for key in ENDING for one in found.of(key)]
    tables = {one.cell.table for one in ending if one.cell}
    last = max((one.place for one in ending), default=len(found.paper.paragraphs))
    free = [one for one in texts if not found.is_named(one) and not _holds_a_place(one, content)]
    found.below = tuple(one for one in free if (one.place > last if one.cell is None else one.cell.table in tables))


def _holds_a_place(one: Paragraph, content: ExpectedContent) -> bool:
    """Whether a line only says what goes where: `(đã ký)`, `Người lập:`; inside the unit the head's opinion goes below, in capitals."""
    is_room = one.cell is not None and (one.said.startswith("(") or one.said.endswith(":"))
    return is_room or (content.kind != "letter" and one.said.isupper())


ENDING: Final[tuple[ComponentKey, ...]] = ("recipients", "recipient", "authority", "signer")


def _take_addressees(found: Components, behind: list[Paragraph]) -> list[Paragraph]:
    """The lines under `Kính gửi`: those with a dash, or one without where the line itself names nobody."""
    if not found.of("addressee"):
        return behind
    count = next((at for at, one in enumerate(behind) if not one.said.startswith(("-", "–"))), len(behind))
    names_nobody = not found.said("addressee").partition(":")[2].strip()
    if count == 0 and names_nobody and behind and behind[0].look.align != "both":
        count = 1
    found.name("addressee", behind[:count])
    return behind[count:]


def _take_contact(found: Components) -> None:
    sheet = found.paper.sheets[0]
    kind = "first" if sheet.has_own_first_page else "default"
    lines = [one for one in sheet.footers.get(kind, ()) if one.said and not one.fields and "{" not in one.said]
    found.name("contact", lines)
