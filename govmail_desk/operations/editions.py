"""Later editions of a request's papers: made anew from its frozen selection.

The selection never changes and an earlier edition stays as it was; the newest of each paper is the one checked and sent. Once a request
is sent its papers are fixed. Making papers is `operations.papers`, keeping them `operations.kept_files`, taking the clerk's own edit
in `operations.taken_in_files`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.request import PAPERS_OPEN, File, Request, RequestEvent, RequestRow
from govmail_desk.operations.kept_files import keep_next, newest, sent_already, sha256_of
from govmail_desk.operations.paper_content import Numbered, PaperChoices
from govmail_desk.operations.papers import Paper, make_papers
from govmail_desk.operations.request_plan import RequestPlan
from govmail_desk.store import journals
from govmail_desk.store.transaction import Transaction
from govmail_desk.wording import FILE_ROLES

if TYPE_CHECKING:
    from govmail_desk.desk import Changes, Desk


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


def plan_edition(desk: Desk, *, request_id: int, choices: PaperChoices | None = None) -> EditionPlan:
    """Make the papers again from the frozen selection, with today's settings of the request's day; only what differs is new.

    A signed request's letter bears its number and day. Raises `RuleBroken` once it is sent, and where nothing would be another.
    """
    with desk.reading() as connection:
        asked = Transaction(connection)
        request = asked.get(Request, request_id)
        if request.state not in PAPERS_OPEN:
            raise sent_already(request)
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
    others = tuple(paper for paper in made if known.get((paper.role, paper.name)) != sha256_of(paper.content))
    if not others:
        raise RuleBroken("Giấy tờ lập lại giống hệt bản đang có. Hãy sửa thiết lập hoặc lựa chọn trước khi lập lại.")
    return EditionPlan(request, others, head)


def remake_papers(desk: Desk, plan: EditionPlan) -> Changes:
    """Keep the papers made again as new editions; the old ones stay."""
    sentence = f"Lập lại giấy tờ của đề nghị: {', '.join(sorted({FILE_ROLES[paper.role] for paper in plan.papers}))}"
    with desk.transaction("remake_papers", sentence) as act:
        if journals.head(act.transaction.connection)[1] != plan.journal_hash:
            raise RuleBroken("Sổ vừa có thay đổi sau khi xem bản lập lại. Hãy lập lại lần nữa; chưa có gì được ghi.")
        keep_next(act, desk, plan.request, plan.papers)
    return act.changes


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


def _label(request: Request) -> str:
    return f"de-nghi-{request.asked_on:%Y%m%d}-{request.selection_sha256[:4]}"
