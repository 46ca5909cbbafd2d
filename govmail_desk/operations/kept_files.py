"""A request's kept files: which editions are the newest, what they say, whether they may still become others; keeping the next ones.

Making papers is `operations.papers`, making them again `operations.editions`, taking files in from the disk `operations.taken_in_files`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.request import File, FileOrigin, Request, open_papers
from govmail_desk.store.tables import file_content
from govmail_desk.wording import REQUEST_STATES

if TYPE_CHECKING:
    from govmail_desk.desk import Act, Desk
    from govmail_desk.operations.papers import Paper


def newest(files: Iterable[File]) -> list[File]:
    """Return the newest edition of each paper, in the order the papers were first made."""
    latest: dict[tuple[str, str], File] = {}
    for file in files:
        latest[file.role, file.name] = file
    return list(latest.values())


def refuse_fixed(request: Request, kept: Iterable[File], file: File) -> None:
    """Refuse a paper that has gone out: what was sent does not change any more."""
    standing = {(paper.role, paper.name) for paper in open_papers(kept, request.state)}
    if (file.role, file.name) not in standing:
        raise sent_already(request)


def sent_already(request: Request) -> RuleBroken:
    """Say why papers of a request are fixed."""
    return RuleBroken(
        f"Đề nghị này đang ở trạng thái {REQUEST_STATES[request.state].lower()}: giấy tờ đã gửi thì không đổi nữa. "
        "Hãy lập đề nghị khác, hoặc gửi công văn đôn đốc."
    )


def bytes_of(connection: Connection, file: File) -> bytes:
    """Return what a kept file says."""
    content: bytes = connection.execute(
        select(file_content.c.content).where(file_content.c.sha256 == file.sha256)
    ).scalar_one()
    return content


def keep_next(act: Act, desk: Desk, request: Request, papers: Iterable[Paper], *, is_edited: bool = False) -> None:
    """Write papers as the next editions of what is kept under their names."""
    files = act.transaction.find(File, request_id=request.id)
    for paper in papers:
        edition = (
            max((file.edition for file in files if (file.role, file.name) == (paper.role, paper.name)), default=0) + 1
        )
        act.transaction.put(
            kept_file(act, desk, request, paper, edition=edition, origin="edited" if is_edited else "made")
        )


def kept_file(
    act: Act, desk: Desk, request: Request, paper: Paper, *, edition: int = 1, origin: FileOrigin = "made"
) -> File:
    """Keep what a paper says, and give the line that names it."""
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


def sha256_of(content: bytes) -> str:
    """Return the hash a file is kept under."""
    return hashlib.sha256(content).hexdigest()
