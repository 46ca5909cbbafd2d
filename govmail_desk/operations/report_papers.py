"""The papers of a report: letter and workbook made from its one frozen figures, kept edition by edition, checked before they are signed.

Making them counts nothing anew; what is read back out of a made letter must be the figures it was made of. Once a report is sent its
papers are fixed. What they say is `operations.report_content`; copies on the clerk's disk `operations.report_copies`; drafting a report,
its number and sending `operations.reports`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC
from functools import partial
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from govmail_desk import paths
from govmail_desk.documents import package
from govmail_desk.documents.layout.check import deviations
from govmail_desk.documents.report import made_report, tells_totals, told_rows
from govmail_desk.documents.report_workbook import holds_totals, report_workbook
from govmail_desk.documents.shipped_forms import form_for
from govmail_desk.domain import report_text
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.layout import ExpectedContent, Finding
from govmail_desk.domain.report import Report, ReportPaper, ReportPaperRole
from govmail_desk.operations.forms import form_content
from govmail_desk.operations.paper_checks import PapersDisagree
from govmail_desk.operations.report_content import report_content
from govmail_desk.operations.report_notes import notes_of
from govmail_desk.operations.taken_in_files import read_copy
from govmail_desk.regulations import layout
from govmail_desk.store.tables import file_content, mailbox
from govmail_desk.store.transaction import Transaction
from govmail_desk.wording import REPORT_PAPERS, REPORT_STATES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sqlalchemy import Connection

    from govmail_desk.desk import Act, Changes, Desk
    from govmail_desk.documents.report import ReportContent
    from govmail_desk.domain.provision import Ended
    from govmail_desk.domain.report_figures import Figures

STEMS: Final[dict[ReportPaperRole, str]] = {"letter": "bao-cao", "workbook": "bang-so-lieu"}
_ENDINGS: Final[dict[ReportPaperRole, str]] = {"letter": ".docx", "workbook": ".xlsx"}
_SUPPLEMENT: Final = "-bo-sung"


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A paper as it would be kept."""

    role: ReportPaperRole
    name: str
    content: bytes

    @property
    def sha256(self) -> str:
        """The hash of its bytes."""
        return hashlib.sha256(self.content).hexdigest()


def make_papers(desk: Desk, *, report_id: int) -> Changes:
    """Make letter and workbook from the report's frozen figures and keep them as the next editions; earlier ones stay.

    Raises `RuleBroken` where the report is sent or cancelled, where the letterhead is missing, and where nothing would be another.
    """
    report = report_of(desk, report_id)
    refuse_fixed(report)
    made = planned_papers(desk, report)
    kept = {paper.role: paper.sha256 for paper in newest_papers(desk, report_id)}
    others = [paper for paper in made if paper.role == "letter" or _says_otherwise(desk, report_id, paper)]
    others = [paper for paper in others if kept.get(paper.role) != paper.sha256]
    if not others:
        raise RuleBroken(
            "Giấy tờ lập lại giống hệt bản đang có. Hãy sửa nhận xét, số liệu hoặc thiết lập trước khi lập lại."
        )
    named = ", ".join(REPORT_PAPERS[paper.role].lower() for paper in others)
    with desk.transaction("make_report_papers", f"Lập {named} {about(report)}") as act:
        refuse_fixed(act.transaction.get(Report, report_id))
        for paper in others:
            keep_paper(act, desk, report_id, paper)
    return act.changes


def planned_papers(desk: Desk, report: Report) -> tuple[MadePaper, ...]:
    """Make the papers of a report as they would be now, held against its figures; nothing is written."""
    content = report_content(desk, report)
    letter = _letter(desk, content)
    title = f"Báo cáo {report_text.subject(content.words)[:1].lower()}{report_text.subject(content.words)[1:]}"
    workbook = report_workbook(content.words, title=title, notes=notes_of(desk, report, content))
    _refuse_other_figures(letter, workbook, content.words.figures)
    stem = f"{report.period}{_SUPPLEMENT if report.supplements_id else ''}"
    return (
        MadePaper("letter", f"{STEMS['letter']}-{stem}{_ENDINGS['letter']}", letter),
        MadePaper("workbook", f"{STEMS['workbook']}-{stem}{_ENDINGS['workbook']}", workbook),
    )


def newest_papers(desk: Desk, report_id: int) -> tuple[ReportPaper, ...]:
    """Give the newest edition of each paper."""
    with desk.reading() as connection:
        kept = Transaction(connection).find(ReportPaper, report_id=report_id)
    return tuple({paper.role: paper for paper in kept}.values())


def review_report(desk: Desk, *, report_id: int, copy: Path | None = None) -> tuple[Finding, ...]:
    """Hold the letter's newest edition, or a copy of it on the disk, to the decree on layout and to the report's figures.

    What is wrong stands first. Raises `RuleBroken` where no letter was made yet.
    """
    letter = next((paper for paper in newest_papers(desk, report_id) if paper.role == "letter"), None)
    if letter is None:
        raise RuleBroken("Báo cáo này chưa có văn bản. Hãy lập giấy tờ trước khi kiểm tra.")
    report = report_of(desk, report_id)
    with desk.reading() as connection:
        content = read_copy(copy) if copy is not None else paper_bytes(connection, letter.sha256)
        addresses = frozenset(connection.execute(select(mailbox.c.address)).scalars())
    expected = _expected(desk, report_content(desk, report), addresses)
    try:
        found = deviations(content, layout=layout.in_force(), content=expected, name=letter.name)
    except RuleBroken as refusal:
        return (Finding("Tệp", refusal.sentence, "", "wrong"),)
    return tuple(sorted(found, key=lambda finding: finding.severity != "wrong"))


def report_of(desk: Desk, report_id: int) -> Report:
    """Read a report."""
    with desk.reading() as connection:
        return Transaction(connection).get(Report, report_id)


def about(report: Report) -> str:
    """Name a report as a sentence goes on: `kỳ 2026-Q4`."""
    return f"kỳ {report.period}{' (bổ sung)' if report.supplements_id else ''}"


def refuse_fixed(report: Report) -> None:
    """Refuse to touch the papers of a report that has gone out or was cancelled."""
    if report.state != "draft":
        raise RuleBroken(
            f"Báo cáo kỳ {report.period} đang ở trạng thái {REPORT_STATES[report.state].lower()} nên giấy tờ không đổi nữa. "
            "Số liệu cần sửa thì hãy lập báo cáo bổ sung."
        )


def _letter(desk: Desk, content: ReportContent) -> bytes:
    shipped = form_for(paths.forms(), "report", regulation_id=desk.regulation().id)
    if shipped is None:
        raise RuleBroken("Chưa có mẫu báo cáo. Hãy đưa mẫu vào ở trang Thiết lập, mục Biểu mẫu.")
    form = form_content(desk, shipped.file)
    return made_report(form, content, form_name=shipped.file.rpartition("/")[2])


def _refuse_other_figures(letter: bytes, workbook: bytes, figures: Figures) -> None:
    """Hold the totals in the made papers against the figures they were made of: a difference is a fault of the program."""
    if not tells_totals(letter, figures):
        raise PapersDisagree("a report's letter does not tell its totals")
    if not holds_totals(workbook, figures):
        raise PapersDisagree("a report's workbook does not tell its totals")


def _says_otherwise(desk: Desk, report_id: int, paper: MadePaper) -> bool:
    """Compare a workbook by what its parts say: the stamp of the moment it was saved is no difference."""
    with desk.reading() as connection:
        kept = Transaction(connection).find(ReportPaper, report_id=report_id, role=paper.role)
        before = paper_bytes(connection, kept[-1].sha256) if kept else b""
    return not before or _parts(before, paper.name) != _parts(paper.content, paper.name)


def _parts(content: bytes, name: str) -> dict[str, bytes]:
    return {
        part: said for part, said in package.unpacked(content, name=name).items() if not part.startswith("docProps")
    }


def keep_paper(act: Act, desk: Desk, report_id: int, paper: MadePaper, *, is_edited: bool = False) -> None:
    """Keep a paper as the next edition of its role."""
    before = act.transaction.find(ReportPaper, report_id=report_id, role=paper.role)
    act.transaction.put(
        ReportPaper(
            report_id=report_id,
            role=paper.role,
            name=paper.name,
            sha256=act.transaction.keep_bytes(paper.content),
            byte_count=len(paper.content),
            edition=max((one.edition for one in before), default=0) + 1,
            origin="edited" if is_edited else "made",
            made_at=desk.clock().astimezone(UTC),
        )
    )


def _expected(desk: Desk, content: ReportContent, addresses: Iterable[str]) -> ExpectedContent:
    names = {name.address for name in content.words.figures.names}
    return ExpectedContent(
        kind="report",
        addresses=frozenset(addresses) | names,
        row_count=len(names),
        table_rows=told_rows(content.words),
        body=content.letter.body,
        ended_in=partial(_ended_in, desk),
    )


def _ended_in(desk: Desk, name: str) -> tuple[Ended, ...]:
    today = desk.today()
    return desk.regulation(today).ended_in(name, today)


def paper_bytes(connection: Connection, sha256: str) -> bytes:
    """Read what a kept paper says."""
    content: bytes = connection.execute(
        select(file_content.c.content).where(file_content.c.sha256 == sha256)
    ).scalar_one()
    return content
