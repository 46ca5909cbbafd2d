"""An edition of the directory as contacts (.vcf): a card a person and a unit with an address or a telephone, for an address book.

vCard 3.0 (RFC 2426) in UTF-8: what Outlook, Thunderbird, phones and webmail all take in; 4.0 Outlook does not. Outlook on Windows reads a
card in the code page of the machine unless each text says otherwise, hence CHARSET, which others pass over. What it says is
`documents.directory`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from typing import TYPE_CHECKING, Final
from uuid import NAMESPACE_URL, uuid5

from icalendar import Component, Parameters, vText
from icalendar.prop import vN, vOrg

from govmail_desk.domain.person_name import read_name

if TYPE_CHECKING:
    from govmail_desk.documents.directory import DirectoryPaper
    from govmail_desk.domain.directory import PlacedLine

_IN_UTF_8: Final = Parameters({"CHARSET": "UTF-8"})
_AT_WORK: Final = Parameters({"TYPE": ["WORK", "VOICE"]})
_BY_MAIL: Final = Parameters({"TYPE": ["INTERNET", "WORK"]})


class _Card(Component):
    """A contact; icalendar escapes, folds and orders its lines by the same rules (RFC 2425)."""

    name = "VCARD"


def directory_vcards(paper: DirectoryPaper) -> bytes:
    """Return the .vcf, cards in the order of the lines."""
    return b"".join(_card(one, paper).to_ical(sorted=False) for one in paper.placed if _reaches_somebody(one))


def card_uid(paper: DirectoryPaper, key: str) -> str:
    """Name a card: the same in every edition of one register, so that an address book brings up to date what it has."""
    return str(uuid5(NAMESPACE_URL, f"govmail-desk:{paper.mark}:{key}"))


def _reaches_somebody(one: PlacedLine) -> bool:
    return bool(one.line.addresses or one.line.office_phone)


def _card(one: PlacedLine, paper: DirectoryPaper) -> Component:
    card, line = _Card(), one.line
    card.add("VERSION", vText("3.0"))
    card.add("N", vN(_name_parts(one)), parameters=_IN_UTF_8)
    card.add("FN", vText(line.name), parameters=_IN_UTF_8)
    if one.units:
        card.add("ORG", vOrg(one.units), parameters=_IN_UTF_8)
    for name, text in _texts(one, paper):
        card.add(name, vText(text), parameters=_IN_UTF_8)
    if line.office_phone:
        card.add("TEL", vText(line.office_phone), parameters=_AT_WORK)
    for address in line.addresses:
        card.add("EMAIL", vText(address), parameters=_BY_MAIL)
    card.add("REV", vText(paper.made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")))
    card.add("UID", vText(card_uid(paper, line.key)))
    return card


def _texts(one: PlacedLine, paper: DirectoryPaper) -> Iterator[tuple[str, str]]:
    if one.line.title:
        yield "TITLE", one.line.title
    yield "NOTE", paper.as_of


def _name_parts(one: PlacedLine) -> tuple[str, str, str, str, str]:
    """Họ, tên, đệm; a unit has its whole name in the first place, since a card of 3.0 must have one."""
    if one.line.kind == "unit":
        return one.line.name, "", "", "", ""
    name = read_name(one.line.name, given_word=one.line.given_word)
    return name.surname, name.given, name.middle, "", ""
