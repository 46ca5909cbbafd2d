"""Later editions of a request's papers: made anew from the frozen selection, or the clerk's own edit in Word taken in.

The selection never changes and an earlier edition stays as it was; the newest of each paper is the one checked and sent. Once a request
is sent its papers are fixed. Making papers is `operations.papers`, copies on the clerk's disk `operations.copies`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, select

from govmail_desk.documents import package
from govmail_desk.documents.file_names import safe_file_name
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.request import PAPERS_OPEN, File, FileOrigin, FileRole, Request, RequestEvent, RequestRow
from govmail_desk.operations.papers import Numbered, Paper, PaperChoices, make_mail, make_papers
from govmail_desk.operations.request_plan import RequestPlan
from govmail_desk.store import journals
from govmail_desk.store.tables import file_content
from govmail_desk.store.transaction import Transaction
from govmail_desk.wording import FILE_ROLES, REQUEST_STATES

if TYPE_CHECKING:
    from govmail_desk.desk import Act, Changes, Desk

_CARRIED: Final = frozenset({"letter", "list"})
_OFFICE: Final = frozenset({".docx", ".xlsx"})
_MOST_BYTES: Final = 1 << 26
"""More is no paper of a request, and every byte of it would lie in the register for good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenRow:
    """A row of the frozen selection, as papers are made from it again."""

    cells: dict[str, str]
    address: str
    mailbox_id: int | None
    person_id: int | None
    wanted: dict[str, str | int | None]
    remarks: tuple[str, ...] = ()
    refusal: str = ""
    refusal_cite: str | None = None

    @property
    def name(self) -> str:
        """The person, or the unit, as the list prints it."""
        return self.cells.get("ho_ten") or self.cells.get("ten_don_vi") or self.cells.get("ten") or self.address


@dataclass(frozen=True, slots=True)
class EditionPlan:
    """The papers that would become new editions, and the journal they were made on."""

    request: Request
    papers: tuple[Paper, ...]
    journal_hash: str


@dataclass(frozen=True, slots=True)
class EditedCopy:
    """A copy on the clerk's disk that says something else than every edition kept of it."""

    file_id: int
    role: FileRole
    path: Path


def plan_edition(desk: Desk, *, request_id: int, choices: PaperChoices | None = None) -> EditionPlan:
    """Make the papers again from the frozen selection, with today's settings of the request's day; only what differs is new.

    A signed request's letter bears its number and day. Raises `RuleBroken` once it is sent, and where nothing would be another.
    """
    with desk.reading() as connection:
        asked = Transaction(connection)
        request = _open(asked.get(Request, request_id))
        kept = newest(asked.find(File, request_id=request_id))
        signed = asked.find(RequestEvent, request_id=request_id, act="signed")
        head = journals.head(connection)[1]
    plan = frozen_plan(desk, request)
    made = make_papers(
        desk,
        plan=plan,
        choices=choices or PaperChoices(),
        label=_label(request),
        numbered=Numbered(request.number, signed[-1].on_date) if request.number and signed else None,
    )
    known = {(file.role, file.name): file.sha256 for file in kept}
    others = tuple(paper for paper in made if known.get((paper.role, paper.name)) != _sha256(paper.content))
    if not others:
        raise RuleBroken("Giấy tờ lập lại giống hệt bản đang có. Hãy sửa thiết lập hoặc lựa chọn trước khi lập lại.")
    return EditionPlan(request, others, head)


def remake_papers(desk: Desk, plan: EditionPlan) -> Changes:
    """Keep the papers made again as new editions; the old ones stay."""
    sentence = f"Lập lại giấy tờ của đề nghị: {', '.join(sorted({FILE_ROLES[paper.role] for paper in plan.papers}))}"
    with desk.transaction("remake_papers", sentence) as act:
        if journals.head(act.transaction.connection)[1] != plan.journal_hash:
            raise RuleBroken("Sổ vừa có thay đổi sau khi xem bản lập lại. Hãy lập lại lần nữa; chưa có gì được ghi.")
        _keep(act, desk, plan.request, plan.papers)
    return act.changes


def edited_copies(desk: Desk, *, request_id: int, folder: Path) -> tuple[EditedCopy, ...]:
    """Find the copies in a folder that were edited: a file of a kept paper's name whose bytes no edition of it has."""
    with desk.reading() as connection:
        files = Transaction(connection).find(File, request_id=request_id)
    known: dict[str, set[str]] = {}
    for file in files:
        known.setdefault(file.name, set()).add(file.sha256)
    found = ((file, _hash_of(folder / file.name)) for file in newest(files))
    return tuple(
        EditedCopy(file.id, file.role, folder / file.name)
        for file, sha256 in found
        if sha256 not in {None, *known[file.name]}
    )


def can_be_taken_in(path: Path) -> bool:
    """Say whether a file is one that Word or Excel edits; the e-mail draft is only ever made again."""
    return path.suffix.lower() in _OFFICE


def take_in_copy(desk: Desk, *, file_id: int, path: Path) -> Changes:
    """Take the clerk's edit of a paper in as its next edition; a mail that carries the paper is made again with it.

    Raises `RuleBroken` where the file is no such paper any more, carries something that acts when opened, or says what is kept already.
    """
    content = read_copy(path)
    with desk.reading() as connection:
        asked = Transaction(connection)
        file = asked.get(File, file_id)
        request = _open(asked.get(Request, file.request_id))
        kept = newest(asked.find(File, request_id=request.id))
        head = journals.head(connection)[1]
    _refuse_content(file, content, path.name)
    edited = Paper(file.role, file.name, content)
    mail = _mail_with(desk, request, kept, edited)
    with desk.transaction("take_in_copy", f"Nhận bản đã sửa: {FILE_ROLES[file.role].lower()} {file.name}") as act:
        if journals.head(act.transaction.connection)[1] != head:
            raise RuleBroken("Sổ vừa có thay đổi. Hãy tải lại trang rồi nhận bản đã sửa lần nữa.")
        _keep(act, desk, request, [edited], is_edited=True)
        _keep(act, desk, request, mail)
    return act.changes


def attach_answer(desk: Desk, *, request_id: int, path: Path) -> Changes:
    """Keep the operator's answer (a scan, a PDF, a mail) beside the request, byte for byte as it came."""
    content, name = read_copy(path), safe_file_name(path.name)
    with desk.transaction("attach_answer", f"Đính kèm văn bản trả lời {name}") as act:
        request = act.transaction.get(Request, request_id)
        if request.state in PAPERS_OPEN:
            raise RuleBroken("Đề nghị này chưa gửi nên chưa thể có trả lời. Hãy ghi đã gửi trước.")
        files = act.transaction.find(File, request_id=request_id, role="answer")
        if any(file.sha256 == _sha256(content) for file in files):
            raise RuleBroken(f"Tệp {name} đã được đính kèm rồi.")
        act.transaction.put(
            _file(act, desk, request, Paper("answer", name, content), edition=len(files) + 1, origin="attached")
        )
    return act.changes


def newest(files: Iterable[File]) -> list[File]:
    """Return the newest edition of each paper, in the order the papers were first made."""
    latest: dict[tuple[str, str], File] = {}
    for file in files:
        latest[file.role, file.name] = file
    return list(latest.values())


def frozen_plan(desk: Desk, request: Request) -> RequestPlan:
    """Read a request's frozen selection back as the plan its papers are made from, without the rows withdrawn since."""
    regulation = desk.regulation(request.asked_on)
    with desk.reading() as connection:
        asked = Transaction(connection)
        rows = sorted(asked.find(RequestRow, request_id=request.id), key=lambda row: row.position)
        mailboxes = asked.get_many(Mailbox, [row.mailbox_id for row in rows])
        head = journals.head(connection)[1]
    return RequestPlan(
        kind=request.kind,
        mailbox_kind=request.mailbox_kind,
        on=request.asked_on,
        reason=request.reason,
        rows=tuple(
            FrozenRow(
                cells=row.cells,
                address=row.cells.get("dia_chi") or mailboxes[row.mailbox_id].address,
                mailbox_id=row.mailbox_id,
                person_id=row.person_id,
                wanted=row.wanted,
            )
            for row in rows
            if row.result != "withdrawn"
        ),
        regulation_id=request.regulation_id,
        channel=regulation.channel(request.kind, request.mailbox_kind, request.asked_on),
        journal_hash=head,
    )


def _open(request: Request) -> Request:
    if request.state not in PAPERS_OPEN:
        raise RuleBroken(
            f"Đề nghị này đang ở trạng thái {REQUEST_STATES[request.state].lower()}: giấy tờ đã gửi thì không đổi nữa. "
            "Hãy lập đề nghị khác, hoặc gửi công văn đôn đốc."
        )
    return request


def _label(request: Request) -> str:
    return f"de-nghi-{request.asked_on:%Y%m%d}-{request.selection_sha256[:4]}"


def _mail_with(desk: Desk, request: Request, kept: Sequence[File], edited: Paper) -> tuple[Paper, ...]:
    """Make the mail again where it carries the edited paper, with the newest of the others."""
    mails = [file for file in kept if file.role == "email"]
    if not mails or edited.role not in _CARRIED:
        return ()
    with desk.reading() as connection:
        carried = [
            edited
            if (file.role, file.name) == (edited.role, edited.name)
            else Paper(file.role, file.name, bytes_of(connection, file))
            for file in kept
            if file.role in _CARRIED
        ]
    content = make_mail(desk, plan=frozen_plan(desk, request), choices=PaperChoices(), carried=carried)
    return (Paper("email", mails[0].name, content),)


def _keep(act: Act, desk: Desk, request: Request, papers: Iterable[Paper], *, is_edited: bool = False) -> None:
    """Write papers as the next editions of what is kept under their names."""
    files = act.transaction.find(File, request_id=request.id)
    for paper in papers:
        edition = (
            max((file.edition for file in files if (file.role, file.name) == (paper.role, paper.name)), default=0) + 1
        )
        act.transaction.put(_file(act, desk, request, paper, edition=edition, origin="edited" if is_edited else "made"))


def read_copy(path: Path) -> bytes:
    """Read a file of the clerk's; refused where it is too large, `StoreUnavailable` where another program holds it."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise RuleBroken(
                f"Tệp “{path.name}” lớn hơn {_MOST_BYTES >> 20} MB, không phải giấy tờ của đề nghị. Hãy chọn tệp khác."
            )
        return path.read_bytes()
    except OSError as failure:
        raise StoreUnavailable(
            f"Không đọc được tệp “{path.name}”. Hãy đóng tệp trong Word, Excel rồi làm lại."
        ) from failure


def _refuse_content(file: File, content: bytes, name: str) -> None:
    if _sha256(content) == file.sha256:
        raise RuleBroken(f"Tệp “{name}” giống hệt bản đang có trong sổ nên không có gì để nhận.")
    if not can_be_taken_in(Path(file.name)):
        raise RuleBroken(f"Không nhận bản sửa của “{file.name}”: chỉ nhận công văn, phiếu, danh sách (.docx, .xlsx).")
    parts = package.unpacked(content, name=name)
    wanted = "word/document.xml" if file.name.endswith(".docx") else "xl/workbook.xml"
    if wanted not in parts:
        raise RuleBroken(
            f"Tệp “{name}” không còn là tệp {file.name.rpartition('.')[2]} đọc được. Hãy lưu lại từ Word, Excel."
        )


def _file(act: Act, desk: Desk, request: Request, paper: Paper, *, edition: int, origin: FileOrigin) -> File:
    return File(
        request_id=request.id,
        role=paper.role,
        name=paper.name,
        sha256=act.transaction.keep_bytes(paper.content),
        byte_count=len(paper.content),
        edition=edition,
        origin=origin,
        made_at=desk.clock(),
    )


def bytes_of(connection: Connection, file: File) -> bytes:
    """Return what a kept file says."""
    content: bytes = connection.execute(
        select(file_content.c.content).where(file_content.c.sha256 == file.sha256)
    ).scalar_one()
    return content


def _hash_of(path: Path) -> str | None:
    """Return a file's hash; None where it is not there, or Word holds it."""
    try:
        return _sha256(path.read_bytes())
    except OSError:
        return None


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
