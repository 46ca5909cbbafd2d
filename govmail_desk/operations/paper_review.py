"""The check before signing: a request's papers as they now are, held to the decree on layout and to what the register knows.

Read are the newest editions kept, or copies on the clerk's disk; nothing is written. Comparing one paper is
`documents.layout.check`, taking an edited copy in `operations.taken_in_files`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from govmail_desk.documents.layout.check import deviations
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.layout import SIGNED_PAPERS, ExpectedContent, Finding, PaperKind
from govmail_desk.domain.request import File, FileRole, Request, RequestEvent, RequestRow, open_papers
from govmail_desk.domain.settings import Letterhead, Operator, Recipients
from govmail_desk.operations.kept_files import bytes_of, newest
from govmail_desk.operations.taken_in_files import read_copy
from govmail_desk.regulations import layout
from govmail_desk.store.tables import mailbox
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from govmail_desk.desk import Desk
    from govmail_desk.domain.provision import Ended

_ADDRESS: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WORD: Final = ".docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """One paper looked through, and what was found."""

    file_id: int
    role: FileRole
    name: str
    edition: int
    is_copy: bool
    """True where the clerk's own copy on the disk was read, False where the edition kept in the register."""
    findings: tuple[Finding, ...]
    """What is wrong before what a person must look at, each in the order of the page."""

    @property
    def wrong_count(self) -> int:
        """How many findings are wrong whatever a person says."""
        return sum(finding.severity == "wrong" for finding in self.findings)


@dataclass(frozen=True, slots=True)
class _Known:
    """What the register says of one request, read at one moment."""

    request: Request
    files: tuple[File, ...]
    """The newest edition of each paper that may still become another."""
    contents: dict[int, bytes]
    row_count: int
    addresses: frozenset[str]
    on: date
    """The day the papers are of: that of the request, or of its latest chase."""


def review_papers(desk: Desk, *, request_id: int, copies: Mapping[int, Path] | None = None) -> tuple[Reviewed, ...]:
    """Look through the newest edition of every paper of a request that is to be signed, in the order they were made.

    Once the request is sent that is its latest chase letter alone. `copies` names, by a kept file's number, a copy on the disk to be
    read in its place. A paper that cannot be read at all is a finding of its own. Raises `StoreUnavailable` where a copy is held by
    another program.
    """
    asked = copies or {}
    read = {file_id: read_copy(path) for file_id, path in asked.items()}
    known = _known(desk, request_id, without=read.keys())
    return tuple(
        Reviewed(
            file_id=file.id,
            role=file.role,
            name=file.name,
            edition=file.edition,
            is_copy=file.id in read,
            findings=_found(read.get(file.id) or known.contents[file.id], _expected(desk, known, file), name=file.name),
        )
        for file in known.files
        if _is_signed(file)
    )


def _known(desk: Desk, request_id: int, *, without: Iterable[int]) -> _Known:
    left_out = frozenset(without)
    with desk.reading() as connection:
        asked = Transaction(connection)
        request = asked.get(Request, request_id)
        files = open_papers(newest(asked.find(File, request_id=request_id)), request.state)
        chases = asked.find(RequestEvent, request_id=request_id, act="chased")
        rows = asked.find(RequestRow, request_id=request_id)
        wanted = [file for file in files if _is_signed(file) and file.id not in left_out]
        contents = {file.id: bytes_of(connection, file) for file in wanted}
        addresses = {*_kept_addresses(connection), *_addresses_in(_row_texts(rows))}
    on = chases[-1].on_date if chases else request.asked_on
    addresses.update(_addresses_in(_settings_texts(desk, on)))
    standing = sum(row.result != "withdrawn" for row in rows)
    return _Known(request, files, contents, standing, frozenset(addresses), on)


def _is_signed(file: File) -> bool:
    return file.role in SIGNED_PAPERS and file.name.lower().endswith(_WORD)


def _expected(desk: Desk, known: _Known, file: File) -> ExpectedContent:
    kind = SIGNED_PAPERS[file.role]
    return ExpectedContent(
        kind=kind,
        addresses=known.addresses,
        row_count=1 if kind == "slip" else known.row_count,
        has_list=kind != "slip" and any(other.role == "list" for other in known.files),
        body=_body(desk, known.request, kind, known.on),
        ended_in=partial(_ended_in, desk, max(known.on, desk.today())),
    )


def _ended_in(desk: Desk, on: date, name: str) -> tuple[Ended, ...]:
    return desk.regulation(on).ended_in(name, on)


def _body(desk: Desk, request: Request, kind: PaperKind, on: date) -> str:
    """Name who issues a paper: the unit its letters, the section that proposes what stays inside."""
    if kind == "letter":
        head = desk.valid(Letterhead, on)
        return head.body if head else ""
    chain = desk.regulation(on).chain(request.kind, on)
    return chain.value[0].by if chain else ""


def _found(content: bytes, expected: ExpectedContent, *, name: str) -> tuple[Finding, ...]:
    try:
        found = deviations(content, layout=layout.in_force(), content=expected, name=name)
    except RuleBroken as refusal:
        return (Finding("Tệp", refusal.sentence, "", "wrong"),)
    return tuple(sorted(found, key=lambda finding: finding.severity != "wrong"))


def _kept_addresses(connection: Connection) -> Iterator[str]:
    yield from connection.execute(select(mailbox.c.address)).scalars()


def _row_texts(rows: Sequence[RequestRow]) -> Iterator[str]:
    for row in rows:
        yield from row.cells.values()
        yield from (value for value in row.wanted.values() if isinstance(value, str))
        yield row.given_address


def _settings_texts(desk: Desk, on: date) -> Iterator[str]:
    """Give the lines of the unit's settings that go into papers and may name a mailbox."""
    if (head := desk.valid(Letterhead, on)) is not None:
        yield from (head.contact, head.foot_line)
    if (operator := desk.valid(Operator, on)) is not None:
        yield from (operator.name, operator.address)
    if (recipients := desk.valid(Recipients, on)) is not None:
        yield from recipients.lines


def _addresses_in(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from _ADDRESS.findall(text)
