"""How a paper must look by a decree on layout (thể thức), what is known of its content, and what was found to be off.

The figures stand in `resources/layout/*.toml`, each with its place in the decree; here are only their shapes. Not here:
reading those files (`regulations.layout`), reading a paper and comparing (`documents.layout`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from govmail_desk.domain.provision import Ended
    from govmail_desk.domain.request import FileRole

PaperKind = Literal["letter", "proposal", "slip", "report"]
SIGNED_PAPERS: Final[Mapping[FileRole, PaperKind]] = {
    "letter": "letter",
    "chase": "letter",
    "proposal": "proposal",
    "slip": "slip",
}
"""The papers of a request that somebody signs and a decree on layout speaks of, by their role."""
Severity = Literal["wrong", "look"]
Side = Literal["top", "bottom", "left", "right"]

ComponentKey = Literal[
    "national_title",
    "motto",
    "parent_body",
    "body",
    "number",
    "letter_subject",
    "place_date",
    "title",
    "subject",
    "addressee",
    "basis",
    "text",
    "authority",
    "signer",
    "recipients",
    "recipient",
    "contact",
    "appendix",
    "appendix_note",
]

PointKey = Literal[
    "orientation",
    "places",
    "charset",
    "head_spacing",
    "number_form",
    "symbol_form",
    "date_form",
    "place_form",
    "subject_form",
    "basis_form",
    "ending",
    "authority_form",
    "signer_form",
    "addressee_form",
    "recipients_form",
    "attachment",
    "appendix_number",
    "contact_rule",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """Anything the decree says: where it says so, and why in one sentence of ours."""

    cite: str
    """The place without the decree's name: `PL I, II.1a`."""
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSize(Cited):
    """The paper itself, upright."""

    width_mm: int
    height_mm: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Margin(Cited):
    """How far the text stays from one edge of the sheet."""

    side: Side
    least_mm: int
    most_mm: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Typeface(Cited):
    """The one font, and its colour as Word writes it (`000000`)."""

    name: str
    colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageNumber(Cited):
    """The number of a page, in its top margin from the second page on."""

    least_pt: int
    most_pt: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Component(Cited):
    """One part of a paper (thành phần thể thức): how its letters stand, and in which papers it may not be missing."""

    key: ComponentKey
    name: str
    """What a clerk calls it: `Quốc hiệu`."""
    least_pt: int
    most_pt: int
    is_bold: bool
    is_italic: bool
    letters: Literal["capitals", "ordinary", "any"]
    align: Literal["center", "both", "any"]
    needed_in: tuple[PaperKind, ...] = ()
    words: tuple[str, ...] = ()
    """The spellings allowed, where the text itself is laid down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A part of a length, as the decree writes it: 1/3."""

    part: int
    of: int

    @property
    def value(self) -> float:
        """The share as a number."""
        return self.part / self.of

    def __str__(self) -> str:
        return f"{self.part}/{self.of}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnRule(Cited):
    """The solid rule under a component: how long it is beside the component's line of text."""

    under: ComponentKey
    least: Share
    most: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class BodySpacing(Cited):
    """How the paragraphs of the text stand: first lines, gaps between paragraphs and between lines."""

    first_line_mm: tuple[float, ...]
    least_gap_pt: int
    least_lines: float
    most_lines: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectGap(Cited):
    """The gap between a letter's number and its subject."""

    gap_pt: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ZeroRule(Cited):
    """Which figures of a date and of a number take a zero before them."""

    below: int
    months: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningWords(Cited):
    """The abbreviations of an authority to sign, and the titles that never stand before a signer's name."""

    collective: str
    acting: str
    on_behalf: tuple[str, ...]
    """Those after which the post of the one who really signs stands on a line of its own."""
    refused_titles: tuple[str, ...]

    @property
    def abbreviations(self) -> tuple[str, ...]:
        """Every abbreviation."""
        return (self.collective, self.acting, *self.on_behalf)


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedWords(Cited):
    """Words a paper always writes the same way."""

    subject: str
    addressee: str
    recipients: str
    as_above: str
    filing: str
    """How the last line of the recipients begins."""
    end: str
    """What closes the text."""
    refused_symbol: str
    """A group that is no kind of paper in the decree's table, though many write it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point(Cited):
    """A rule that has no figure: what is asked, in words."""

    key: PointKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One decree on layout, whole."""

    id: str
    title: str
    """As a sentence names it: `Nghị định 30/2020/NĐ-CP`."""
    short_name: str
    sheet: SheetSize
    typeface: Typeface
    page_number: PageNumber
    spacing: BodySpacing
    subject_gap: SubjectGap
    zero: ZeroRule
    signing: SigningWords
    words: FixedWords
    margin: tuple[Margin, ...]
    component: tuple[Component, ...]
    rule: tuple[DrawnRule, ...]
    point: tuple[Point, ...]

    def part(self, key: ComponentKey) -> Component:
        """Return what is asked of a component."""
        return next(one for one in self.component if one.key == key)

    def asks(self, key: PointKey) -> Point:
        """Return a rule in words."""
        return next(one for one in self.point if one.key == key)

    def rule_under(self, key: ComponentKey) -> DrawnRule | None:
        """Return the rule asked for under a component, if any."""
        return next((one for one in self.rule if one.under == key), None)

    def cited(self, rule: Cited) -> str:
        """Name the place of a rule in full: `NĐ 30/2020, PL I, II.1a`."""
        return f"{self.short_name}, {rule.cite}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedContent:
    """What the register knows of a paper, to hold the paper to."""

    kind: PaperKind
    addresses: frozenset[str] = frozenset()
    """Every mailbox that may be named: those of the register, those asked for, the operator's."""
    row_count: int | None
    """How many rows the request has; None for a letter that asks for no mailboxes."""
    has_list: bool = True
    """Whether a list goes with the paper, which the text must then say."""
    table_rows: tuple[tuple[str, ...], ...] = ()
    """Of a report: the rows its tables must tell word for word, since they were counted from the register."""
    body: str = ""
    """The issuing body, where the caller knows it; it tells a name on two lines from a name and the body above it."""
    ended_in: Callable[[str], tuple[Ended, ...]] = lambda name: ()  # noqa: ARG005  (no body is known to have ended)
    """Which bodies that stand in an addressee's name have ended by the day the paper goes out."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing in a paper that is not as it should be."""

    where: str
    """The place in two or three words: `Quốc hiệu`, `Lề trái`."""
    sentence: str
    """Place, what is wrong, what is asked and what to do, in one Vietnamese sentence."""
    cite: str
    """The place in the decree; empty where the content, and no decree, is at stake."""
    severity: Severity
    """`wrong`: the decree or the register says otherwise; `look`: a person must decide."""
    paragraph: int | None = None
    """The paragraph in the paper's text, counted from 1 through tables and text boxes; None for the page, headers and footers."""
    why: str = ""
    """The decree's reason in one sentence of ours; empty where `cite` is."""
