"""Which paragraph is which part of a paper, told by its words and its place, whatever a clerk has changed in its looks.

Not here: whether a part is as it should be (the checks beside this), how a paper is read (`layout.reading`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Final

from govmail_desk.documents.layout.reading import Paper, Paragraph
from govmail_desk.domain.layout import ComponentKey, ExpectedContent
from govmail_desk.domain.vietnamese import fold

NATIONAL_TITLE: Final = "cong hoa xa hoi chu nghia viet nam"
MOTTO: Final = "doc lap tu do hanh phuc"
ALIKE: Final = 0.8
MOST_OF_A_HEAD: Final = 60
"""Nothing of a paper's head stands further down than this many paragraphs."""

TYPED_RULE: Final = re.compile(r"[_\-–—=.…*⎯─]{3,}")
NUMBER: Final = re.compile(r"(số|so)\s*[:.]|số\s+\S*\d*\s*/|(số|so)\s*\d*\s*/", re.IGNORECASE)
LETTER_SUBJECT: Final = re.compile(r"(v\s*[/.]?\s*v|ve viec)\b")
DATE: Final = re.compile(r"ngày.*tháng|tháng.*năm|\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}", re.IGNORECASE)
APPENDIX: Final = re.compile(r"phu luc(\s+([ivxlc]+|\d+))?\s*[.:]?")
POST: Final = re.compile(
    r"^(?:\S{1,4}[./]\s*)?(?:phó|chánh|quyền|tổng|bí thư|cục|vụ|viện|hội đồng|[uủ][ỷy] ban|uỷ ban|ban|bộ|sở)\b"
    r"|trưởng|giám đốc|chủ tịch|chủ nhiệm",
    re.IGNORECASE,
)
ABBREVIATED: Final = re.compile(
    r"^(?:T\s*[./]?\s*M|K\s*[./]?\s*T|T\s*[./]?\s*L|T\s*\.?U\.?Q|Q)(?:\s*[./]|\s)", re.IGNORECASE
)
BODIES: Final = re.compile(
    r"^(?:SỞ|PHÒNG|BAN|CHI CỤC|CỤC|TỔNG CỤC|VỤ|TRUNG TÂM|VĂN PHÒNG|THANH TRA|[UỦ][ỶY] BAN|UỶ BAN|UBND|HĐND|HỘI|TRƯỜNG|BỆNH VIỆN"
    r"|VIỆN|BỘ|CÔNG AN|BÁO|ĐÀI|TRẠM|ĐỘI|HẠT|TỔ|KHO BẠC|TÒA|ĐOÀN)\b"
)
"""How the name of a body begins; a line that does not goes on with the name above it."""


@dataclass
class Components:
    """A paper taken apart."""

    paper: Paper
    parts: dict[ComponentKey, list[Paragraph]] = field(default_factory=dict)
    head: tuple[Paragraph, ...] = ()
    """All that stands before the addressee or the text, blank paragraphs too."""
    tables: tuple[Paragraph, ...] = ()
    """The text of tables inside the body."""

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
    _take_contact(found)
    return found


def is_typed_rule(text: str) -> bool:
    """Whether a text is nothing but signs typed to look like a rule."""
    return bool(TYPED_RULE.fullmatch(text.replace(" ", "")))


def is_post(text: str) -> bool:
    """Whether a line names a post or an authority rather than a person."""
    return bool(POST.search(text) or ABBREVIATED.match(text))


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
    starts = [at for at, one in enumerate(names) if BODIES.match(one.said.upper())]
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
    lines = [piece for piece in free if not piece.said.endswith(":")]
    if lines and (len(lines) > 1 or not lines[-1].said.isupper()) and not is_post(lines[-1].said):
        found.name("signer", lines[-1:])
        lines = lines[:-1]
    found.name("authority", lines)


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
