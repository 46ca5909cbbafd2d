"""Asking the operator, whatever for: planned and seen first, then drafted with all its papers in one act.

One frozen selection feeds letter, list and e-mail, sealed by its hash. The papers themselves are `operations.papers` and `documents`;
the rows `operations.sought` (new mailboxes) and `operations.concerned`; what becomes of a request later begins in
`operations.request_sending`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from govmail_desk.desk import Act, Changes, Desk
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.letter_text import default_reason
from govmail_desk.domain.mailbox import Mailbox, MailboxEvent, MailboxKind
from govmail_desk.domain.request import File, Request, RequestKind, RequestRow
from govmail_desk.domain.request_details import NONE_GIVEN, with_reason
from govmail_desk.domain.secrecy import without_password
from govmail_desk.domain.vietnamese import clean
from govmail_desk.operations.concerned import concerned_rows
from govmail_desk.operations.intakes import IntakePlan, take_rows
from govmail_desk.operations.lock_limits import put_lock_limit
from govmail_desk.operations.paper_content import PaperChoices
from govmail_desk.operations.papers import Paper, Tick, make_papers
from govmail_desk.operations.request_plan import AboutPlan, CreatePlan, PlanRow, RequestPlan
from govmail_desk.operations.settings import put_operator
from govmail_desk.operations.sought import Sought, sought_rows
from govmail_desk.operations.sought_addresses import with_addresses
from govmail_desk.store import journals
from govmail_desk.wording import REQUEST_KINDS

if TYPE_CHECKING:
    from govmail_desk.domain.request_details import Details


def plan_request(
    desk: Desk,
    *,
    on: date,
    reason: str = "",
    people_ids: Sequence[int] = (),
    unit_ids: Sequence[int] = (),
    mailbox_ids: Sequence[int] = (),
    intake: IntakePlan | None = None,
    chosen: Mapping[int, str] | None = None,
) -> CreatePlan:
    """Plan a request for new mailboxes: of people, of units, of mailboxes already proposed, or of the people of a list.

    Addresses are proposed in the order given; `chosen` holds the address the clerk chose for a row (0-based), which is then kept even
    where the rules would propose another. Rows that cannot be asked for stay in the plan with their reason.
    """
    _refuse_future(desk, on)
    regulation = desk.regulation(on)
    rows = sought_rows(desk, people_ids=people_ids, unit_ids=unit_ids, mailbox_ids=mailbox_ids, intake=intake, on=on)
    if not rows:
        raise RuleBroken("Không có ai cần hộp thư mới trong lựa chọn này. Hãy chọn người, đơn vị chưa có hộp thư.")
    mailbox_kind = _one_kind({row.mailbox_kind for row in rows})
    return CreatePlan(
        kind="create",
        mailbox_kind=mailbox_kind,
        on=on,
        reason=without_password(reason) or default_reason("create", mailbox_kind),
        rows=tuple(with_addresses(desk, rows, on=on, chosen=chosen or {})),
        regulation_id=regulation.id,
        channel=regulation.channel("create", mailbox_kind, on),
        journal_hash=desk.journal_head()[1],
        intake=intake,
    )


def plan_about(
    desk: Desk,
    *,
    kind: RequestKind,
    mailbox_ids: Sequence[int],
    on: date,
    reason: str = "",
    details: Mapping[int, Details] | None = None,
) -> AboutPlan:
    """Plan a request about mailboxes of the register: `change`, `reset`, `reopen` or `close`, all personal or all of units.

    `details` says of each mailbox, by its number, what the register does not know: `ChangeDetails`, `ResetDetails`, `ReopenDetails` or
    `CloseDetails` as the kind wants; what is left out is filled from the register (telephone, day and cause of the lock, the last
    personnel change). A mailbox that cannot be asked for stays in the plan with its reason and article; waits and last days stand in
    its remarks. Where the regulation names no such request, `plan.is_unstated` is true and `plan.channel` our suggestion.
    """
    if kind == "create":
        raise ValueError("new mailboxes are planned by plan_request")
    _refuse_future(desk, on)
    rows = concerned_rows(desk, kind=kind, mailbox_ids=mailbox_ids, on=on, details=details or {})
    if not rows:
        raise RuleBroken("Chưa chọn hộp thư nào. Hãy chọn ít nhất một hộp thư trong sổ.")
    mailbox_kind = _one_kind({row.mailbox_kind for row in rows})
    regulation = desk.regulation(on)
    return AboutPlan(
        kind=kind,
        mailbox_kind=mailbox_kind,
        on=on,
        reason=without_password(reason)
        or default_reason(kind, mailbox_kind, of_rows=[row.said_reason for row in rows]),
        rows=tuple(rows),
        regulation_id=regulation.id,
        channel=regulation.channel(kind, mailbox_kind, on),
        journal_hash=desk.journal_head()[1],
    )


def plan_for_reason(
    desk: Desk,
    *,
    kind: RequestKind,
    mailbox_ids: Sequence[int],
    on: date,
    reason: str,
    details: Mapping[int, Details] | None = None,
) -> AboutPlan:
    """Plan as `plan_about`, with the reason given standing beside each mailbox that has none of its own.

    A change is first asked what the register knows; only where that is nothing is the reason what the list says has changed.
    """
    given = dict(details or {})
    about = partial(plan_about, desk, kind=kind, mailbox_ids=mailbox_ids, on=on, reason=reason)
    lacking: Iterable[int] = mailbox_ids if without_password(reason) else ()
    if lacking and kind == "change":
        lacking = [row.mailbox_id for row in about(details=given).rows if row.refusal]
    for one in lacking:
        given[one] = with_reason(given.get(one, NONE_GIVEN[kind]), clean(reason))
    return about(details=given)


def draft_request(
    desk: Desk, plan: RequestPlan, *, choices: PaperChoices | None = None, batch: str = "", tick: Tick | None = None
) -> Changes:
    """Write the request with its frozen selection and all its papers; all of it or, when any part is refused, nothing.

    `batch` ties it to the others made in one go; `tick` is told after each paper how many of all are made.
    """
    _refuse(desk, plan)
    choices = choices or PaperChoices()
    count, seal = len(plan.rows), selection_hash(plan.rows)
    # Made before the register is locked: the papers need nothing that this act writes, and no one waits for them.
    papers = make_papers(desk, plan=plan, choices=choices, label=f"de-nghi-{plan.on:%Y%m%d}-{seal[:4]}", tick=tick)
    sentence = f"Lập đề nghị {REQUEST_KINDS[plan.kind].lower()} {count} hộp thư"
    with desk.transaction("draft_request", sentence) as act:
        _refuse_if_moved(journals.head(act.transaction.connection), plan)
        if choices.operator is not None:
            put_operator(act.transaction, replace(choices.operator, from_on=plan.on))
        request = act.transaction.put(replace(_request(plan, seal), batch=batch))
        frozen = (
            _new_mailboxes(act, desk, plan, request) if isinstance(plan, CreatePlan) else _known_mailboxes(act, plan)
        )
        act.transaction.put_all([
            _frozen(row, request, position, mailbox_id=mailbox_id, person_id=person_id)
            for position, (row, mailbox_id, person_id) in enumerate(frozen, start=1)
        ])
        _keep(act, desk, request, papers)
    return act.changes


def selection_hash(rows: Sequence[PlanRow]) -> str:
    """Seal a selection: the same rows in the same order have the same hash, whatever made them."""
    return hashlib.sha256(msgspec.json.encode([row.cells for row in rows], order="sorted")).hexdigest()


def _refuse_future(desk: Desk, on: date) -> None:
    """A request is dated as every later step of it is: on a day that has come."""
    if on > desk.today():
        raise RuleBroken(f"Ngày lập đề nghị {on:%d/%m/%Y} chưa tới. Hãy ghi ngày hôm nay, hoặc ngày đã lập đề nghị.")


def _one_kind(kinds: set[MailboxKind]) -> MailboxKind:
    if len(kinds) > 1:
        raise RuleBroken("Một đề nghị chỉ gồm hộp thư cá nhân hoặc chỉ gồm hộp thư đơn vị. Hãy lập thành hai đề nghị.")
    return kinds.pop()


def _request(plan: RequestPlan, seal: str) -> Request:
    return Request(
        kind=plan.kind,
        mailbox_kind=plan.mailbox_kind,
        asked_on=plan.on,
        reason=plan.reason,
        regulation_id=plan.regulation_id,
        row_count=len(plan.rows),
        selection_sha256=seal,
    )


def _frozen(row: PlanRow, request: Request, position: int, *, mailbox_id: int, person_id: int | None) -> RequestRow:
    return RequestRow(
        request_id=request.id,
        position=position,
        mailbox_id=mailbox_id,
        person_id=person_id,
        cells=row.cells,
        wanted=row.wanted,
    )


def _known_mailboxes(act: Act, plan: RequestPlan) -> list[tuple[PlanRow, int, int | None]]:
    """Return each row with the numbers it has in the register; what the locks began is written where no one did."""
    assert isinstance(plan, AboutPlan)
    for row in plan.rows:
        put_lock_limit(act.transaction, row.limit, mailbox_id=row.mailbox_id)
    return [(row, row.mailbox_id, row.person_id) for row in plan.rows]


def _refuse(desk: Desk, plan: RequestPlan) -> None:
    for row in plan.rows:
        if row.refusal:
            raise RuleBroken(row.refusal, cite=row.refusal_cite)
    _refuse_if_moved(desk.journal_head(), plan)


def _refuse_if_moved(head: tuple[int, str], plan: RequestPlan) -> None:
    """Refuse a plan made on an older register; asked again once no one else can write any more."""
    if head[1] != plan.journal_hash:
        raise RuleBroken(
            "Sổ vừa có thay đổi sau khi xem trước đề nghị này. Hãy xem lại đề nghị rồi lập; chưa có gì được ghi."
        )


def _new_mailboxes(act: Act, desk: Desk, plan: CreatePlan, request: Request) -> list[tuple[PlanRow, int, int | None]]:
    """Write whom and what new mailboxes are asked for; return each row with the numbers they have in the register."""
    rows = _with_new_people(act, desk, plan)
    mailboxes = _propose(act, desk, plan, rows, request)
    return [(row, mailbox.id, row.person_id) for row, mailbox in zip(rows, mailboxes, strict=True)]


def _with_new_people(act: Act, desk: Desk, plan: CreatePlan) -> tuple[Sought, ...]:
    """Bring the people of a list into the register, and let the rows name them."""
    if plan.intake is None:
        return plan.rows
    taken = take_rows(act.transaction, plan.intake, by=desk.person, on=plan.on, with_mailboxes=False)
    return tuple(
        replace(row, person=taken[row.list_row].person, unit_id=taken[row.list_row].unit_id)
        if row.list_row in taken
        else row
        for row in plan.rows
    )


def _propose(act: Act, desk: Desk, plan: CreatePlan, rows: Sequence[Sought], request: Request) -> list[Mailbox]:
    """Write the mailboxes asked for as proposed, with the event that names the request."""
    known = act.transaction.get_many(Mailbox, [row.mailbox_id for row in rows if row.mailbox_id is not None])
    mailboxes = act.transaction.put_all([_mailbox(row, plan, known.get(row.mailbox_id or 0)) for row in rows])
    act.transaction.put_all([
        MailboxEvent(mailbox_id=mailbox.id, state="proposed", on_date=plan.on, by=desk.person, request_id=request.id)
        for mailbox in mailboxes
    ])
    return mailboxes


def _mailbox(row: Sought, plan: RequestPlan, known: Mailbox | None) -> Mailbox:
    if known is not None:
        return replace(known, address=row.address, state="proposed", since=plan.on)
    return Mailbox(
        address=row.address,
        kind=plan.mailbox_kind,
        unit_id=row.unit_id,
        holder_id=row.person.id if row.person else None,
        state="proposed",
        since=plan.on,
    )


def _keep(act: Act, desk: Desk, request: Request, papers: Sequence[Paper]) -> None:
    act.transaction.put_all([
        File(
            request_id=request.id,
            role=paper.role,
            name=paper.name,
            sha256=act.transaction.keep_bytes(paper.content),
            byte_count=len(paper.content),
            made_at=desk.clock(),
        )
        for paper in papers
    ])
