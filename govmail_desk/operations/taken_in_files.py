"""Files taken in from the clerk's disk: their own edit of a paper as its next edition, the operator's answer as it came.

An earlier edition stays as it was. Making papers again is `operations.editions`, copies on the disk `operations.copies`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from govmail_desk.documents import package
from govmail_desk.documents.draft_again import carrying
from govmail_desk.documents.email_draft import Attachment
from govmail_desk.documents.file_names import safe_file_name
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.request import PAPERS_OPEN, File, FileRole, Request, open_papers
from govmail_desk.operations.kept_files import bytes_of, keep_next, kept_file, newest, refuse_fixed, sha256_of
from govmail_desk.operations.paper_settings import attachment_limits
from govmail_desk.operations.papers import Paper
from govmail_desk.store import journals
from govmail_desk.store.transaction import Transaction
from govmail_desk.wording import FILE_ROLES

if TYPE_CHECKING:
    from govmail_desk.desk import Changes, Desk

_OFFICE: Final = frozenset({".docx", ".xlsx"})
_MAIL: Final = ".eml"
_MOST_BYTES: Final = 1 << 26
"""More is no paper of a request, and every byte of it would lie in the register for good."""


@dataclass(frozen=True, slots=True)
class EditedCopy:
    """A copy on the clerk's disk that says something else than every edition kept of it."""

    file_id: int
    role: FileRole
    path: Path


def edited_copies(desk: Desk, *, request_id: int, folder: Path) -> tuple[EditedCopy, ...]:
    """Find the copies in a folder that were edited: a file of an open paper's name whose bytes no edition of it has."""
    with desk.reading() as connection:
        asked = Transaction(connection)
        state = asked.get(Request, request_id).state
        files = asked.find(File, request_id=request_id)
    known: dict[str, set[str]] = {}
    for file in files:
        known.setdefault(file.name, set()).add(file.sha256)
    found = ((file, _hash_of(folder / file.name)) for file in open_papers(newest(files), state))
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
        request = asked.get(Request, file.request_id)
        kept = newest(asked.find(File, request_id=request.id))
        head = journals.head(connection)[1]
    refuse_fixed(request, kept, file)
    _refuse_content(file, content, path.name)
    edited = Paper(file.role, file.name, content)
    mails = _mails_with(desk, request, kept, edited)
    with desk.transaction("take_in_copy", f"Nhận bản đã sửa: {FILE_ROLES[file.role].lower()} {file.name}") as act:
        if journals.head(act.transaction.connection)[1] != head:
            raise RuleBroken("Sổ vừa có thay đổi. Hãy tải lại trang rồi nhận bản đã sửa lần nữa.")
        keep_next(act, desk, request, [edited], is_edited=True)
        keep_next(act, desk, request, mails)
    return act.changes


def attach_answer(desk: Desk, *, request_id: int, path: Path) -> Changes:
    """Keep the operator's answer (a scan, a PDF, a mail) beside the request, byte for byte as it came."""
    content, name = read_copy(path), safe_file_name(path.name)
    with desk.transaction("attach_answer", f"Đính kèm văn bản trả lời {name}") as act:
        request = act.transaction.get(Request, request_id)
        if request.state in PAPERS_OPEN:
            raise RuleBroken("Đề nghị này chưa gửi nên chưa thể có trả lời. Hãy ghi đã gửi trước.")
        files = act.transaction.find(File, request_id=request_id, role="answer")
        if any(file.sha256 == sha256_of(content) for file in files):
            raise RuleBroken(f"Tệp {name} đã được đính kèm rồi.")
        answer = Paper("answer", name, content)
        act.transaction.put(kept_file(act, desk, request, answer, edition=len(files) + 1, origin="attached"))
    return act.changes


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
    if sha256_of(content) == file.sha256:
        raise RuleBroken(f"Tệp “{name}” giống hệt bản đang có trong sổ nên không có gì để nhận.")
    if not can_be_taken_in(Path(file.name)):
        raise RuleBroken(f"Không nhận bản sửa của “{file.name}”: chỉ nhận công văn, phiếu, danh sách (.docx, .xlsx).")
    parts = package.unpacked(content, name=name)
    wanted = "word/document.xml" if file.name.endswith(".docx") else "xl/workbook.xml"
    if wanted not in parts:
        raise RuleBroken(
            f"Tệp “{name}” không còn là tệp {file.name.rpartition('.')[2]} đọc được. Hãy lưu lại từ Word, Excel."
        )


def _mails_with(desk: Desk, request: Request, kept: Iterable[File], edited: Paper) -> tuple[Paper, ...]:
    """Make the mail again where it carries the edited paper; what else it carries and says stays."""
    on = request.asked_on if request.state in PAPERS_OPEN else desk.today()
    limits = attachment_limits(desk.regulation(on), on)
    mails = [file for file in open_papers(kept, request.state) if file.name.endswith(_MAIL)]
    with desk.reading() as connection:
        drafts = [(file, bytes_of(connection, file)) for file in mails]
    again = [(file, carrying(draft, Attachment(edited.name, edited.content), limits)) for file, draft in drafts]
    return tuple(Paper(file.role, file.name, draft) for file, draft in again if draft is not None)


def _hash_of(path: Path) -> str | None:
    """Return a file's hash; None where it is not there, or Word holds it."""
    try:
        return sha256_of(path.read_bytes())
    except OSError:
        return None
