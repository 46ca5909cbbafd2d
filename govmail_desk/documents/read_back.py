"""Reads made papers again as files: how many mailboxes a letter or mail says, which rows a list has.

What they ought to say is known where they are made (`operations.papers`), which refuses to keep papers that disagree. Not here: checking
a letter's looks and words before it is signed (`documents.layout`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from email import policy
from email.parser import BytesParser
from io import BytesIO
from typing import Final
from zipfile import ZipFile

from lxml import etree

from govmail_desk.documents.list_form import MAIN, TAG, ListForm, column_of, read_list_form, row_of
from govmail_desk.documents.package import WORD, parsed

LETTER_TEXT: Final = "word/document.xml"
TOLD: Final = re.compile(r"Nhu cầu: \D*(\d+) hộp thư")
"""The count stands in the paragraph of the need, alone; a reason the clerk typed may hold counts of its own."""


def letter_count(content: bytes) -> int | None:
    """Return how many mailboxes a made letter or proposal (.docx) says it asks about; None where it says nothing."""
    return _told(_paragraphs(content))


def slip_tells(content: bytes, text: str) -> bool:
    """Say whether a made slip (.docx) has a text in one of its paragraphs or cells."""
    return any(text in paragraph for paragraph in _paragraphs(content))


def mail_count(content: bytes) -> int | None:
    """Return how many mailboxes a made mail (.eml) says it asks about; None where it says nothing."""
    body = BytesParser(policy=policy.default).parsebytes(content).get_body(("plain",))
    return _told(body.get_content().splitlines()) if body else None


def listed_rows(content: bytes, *, form: bytes, form_name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a made list (.xlsx) by column, in their order; its form says where they begin.

    A column stands for itself only where nothing but its tag stands in the form's cell.
    """
    read = read_list_form(form, name=form_name)
    names = dict(_names(read))
    blank, made = parsed(read.parts[read.sheet]), parsed(_part(content, read.sheet))
    count = len(list(made.iter(f"{MAIN}row"))) - len(list(blank.iter(f"{MAIN}row"))) + 1
    numbers = range(read.sample_row, read.sample_row + count)
    return tuple(
        {names[column]: text for column, text in _cells(row) if column in names}
        for row in made.iter(f"{MAIN}row")
        if int(row.get("r", "0")) in numbers
    )


def _paragraphs(content: bytes) -> Iterator[str]:
    for paragraph in parsed(_part(content, LETTER_TEXT)).iter(f"{WORD}p"):
        yield "".join(text.text or "" for text in paragraph.iter(f"{WORD}t"))


def _told(lines: Iterable[str]) -> int | None:
    counts = (int(found[1]) for line in lines if (found := TOLD.search(line)))
    return next(counts, None)


def _names(form: ListForm) -> Iterator[tuple[str, str]]:
    for cell in parsed(form.parts[form.sheet]).iter(f"{MAIN}c"):
        tag = TAG.fullmatch(form.text_of(cell).strip())
        if tag and tag["of_row"] and row_of(cell) == form.sample_row:
            yield column_of(cell), tag["name"]


def _cells(row: etree._Element) -> Iterator[tuple[str, str]]:
    for cell in row.iter(f"{MAIN}c"):
        yield column_of(cell), "".join(text.text or "" for text in cell.iter(f"{MAIN}t"))


def _part(content: bytes, name: str) -> bytes:
    """Read one part of a file of our own making; a list of thousands of rows may swell as a strange file may not."""
    with ZipFile(BytesIO(content)) as archive:
        return archive.read(name)
