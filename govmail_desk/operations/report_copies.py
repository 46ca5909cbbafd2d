"""Copies of a report's papers on the clerk's disk: one edited in Word or Excel taken in as the next edition, and those saved to be sent.

Making the papers is `operations.report_papers`; the same for a request's papers is `operations.taken_in_files` and `operations.copies`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from govmail_desk.documents import package
from govmail_desk.documents.writing import write_whole
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.report import Report, ReportPaper, ReportPaperRole
from govmail_desk.operations.copies import made_folder
from govmail_desk.operations.exports import record_export
from govmail_desk.operations.forms import copy_sample
from govmail_desk.operations.report_papers import (
    MadePaper,
    about,
    keep_paper,
    newest_papers,
    paper_bytes,
    refuse_fixed,
    report_of,
)
from govmail_desk.operations.taken_in_files import read_copy
from govmail_desk.store.transaction import Transaction
from govmail_desk.wording import REPORT_PAPERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.desk import Changes, Desk

_MAIN_PARTS: Final[dict[ReportPaperRole, str]] = {"letter": "word/document.xml", "workbook": "xl/workbook.xml"}


@dataclass(frozen=True, slots=True)
class EditedReportPaper:
    """A copy on the clerk's disk that says something else than every edition kept of it."""

    paper_id: int
    role: ReportPaperRole
    path: Path


def edited_report_papers(desk: Desk, *, report_id: int, folder: Path) -> tuple[EditedReportPaper, ...]:
    """Find the copies of a draft's papers in a folder that were edited; none once it is sent."""
    with desk.reading() as connection:
        asked = Transaction(connection)
        if asked.get(Report, report_id).state != "draft":
            return ()
        kept = asked.find(ReportPaper, report_id=report_id)
    return edited_among(kept, folder)


def edited_among(kept: Sequence[ReportPaper], folder: Path) -> tuple[EditedReportPaper, ...]:
    """Find the files of a paper's name whose bytes no edition of it has; `kept` are all editions, in their order."""
    newest = {paper.role: paper for paper in sorted(kept, key=lambda one: one.edition)}
    known = {paper.sha256 for paper in kept}
    found = ((paper, _hash_of(folder / paper.name)) for paper in newest.values())
    return tuple(
        EditedReportPaper(paper.id, paper.role, folder / paper.name)
        for paper, sha256 in found
        if sha256 is not None and sha256 not in known
    )


def copy_to_open(desk: Desk, *, paper_id: int, folder: Path) -> Path:
    """Return the copy of a paper to be opened: one the clerk edited as it is, else this very edition, written where it is missing."""
    with desk.reading() as connection:
        asked = Transaction(connection)
        paper = asked.get(ReportPaper, paper_id)
        kept = asked.find(ReportPaper, report_id=paper.report_id)
        content = paper_bytes(connection, paper.sha256)
    target = made_folder(folder) / paper.name
    known = {one.sha256 for one in kept}
    there = _hash_of(target)
    if there is not None and (there == paper.sha256 or there not in known):
        return target
    write_whole(target, content)
    return target


def take_in_report_paper(desk: Desk, *, paper_id: int, path: Path) -> Changes:
    """Take the clerk's edit of a paper in as its next edition, which is then the one checked and sent.

    Raises `RuleBroken` where the report is sent, the file is no such paper any more, carries what acts when opened, or says what is kept.
    """
    content = read_copy(path)
    with desk.reading() as connection:
        paper = Transaction(connection).get(ReportPaper, paper_id)
    _refuse_content(paper, content, path.name)
    edited = MadePaper(paper.role, paper.name, content)
    with desk.transaction("take_in_report_paper", f"Nhận bản đã sửa: {paper.name}") as act:
        refuse_fixed(act.transaction.get(Report, paper.report_id))
        keep_paper(act, desk, paper.report_id, edited, is_edited=True)
    return act.changes


def save_report_papers(desk: Desk, *, report_id: int, folder: Path) -> tuple[Path, ...]:
    """Write copies of the newest papers into a folder and note that they went out; a file that says otherwise stays.

    An earlier edition that lies there untouched makes room, so that a task that saves the draft each night leaves one.
    """
    papers = newest_papers(desk, report_id)
    if not papers:
        raise RuleBroken("Báo cáo này chưa có giấy tờ. Hãy lập giấy tờ trước.")
    report, written = report_of(desk, report_id), []
    for paper in papers:
        with desk.reading() as connection:
            content = paper_bytes(connection, paper.sha256)
            editions = Transaction(connection).find(ReportPaper, report_id=report_id, role=paper.role)
        earlier = {one.sha256 for one in editions}
        path = copy_sample(paper.name, content, folder=made_folder(folder), instead_of=earlier)
        written.append(path)
        record_export(
            desk,
            kind="report",
            subject=f"{REPORT_PAPERS[paper.role].lower()} {about(report)}",
            row_count=len(report.figures.get("names", ())),
            name=path,
            content_sha256=paper.sha256,
        )
    return tuple(written)


def _refuse_content(paper: ReportPaper, content: bytes, name: str) -> None:
    if hashlib.sha256(content).hexdigest() == paper.sha256:
        raise RuleBroken(f"Tệp “{name}” giống hệt bản đang có trong sổ nên không có gì để nhận.")
    if _MAIN_PARTS[paper.role] not in package.unpacked(content, name=name):
        raise RuleBroken(
            f"Tệp “{name}” không còn là tệp {paper.name.rpartition('.')[2]} đọc được. Hãy lưu lại từ Word, Excel."
        )


def _hash_of(path: Path) -> str | None:
    """Return a file's hash; None where it is not there, or an office program holds it."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None
