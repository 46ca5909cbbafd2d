"""The end of a review: what is still open is told first; its file is made and kept, its due day settled, the unit's duty recorded.

What the file holds is `operations.review_evidence`. Ending it with departments that have not answered needs a reason and names them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.regulation import REVIEW_EVERY
from govmail_desk.domain.reminder import Due
from govmail_desk.domain.review import Review, ReviewPaper
from govmail_desk.domain.secrecy import without_password
from govmail_desk.operations.exports import note_export
from govmail_desk.operations.kept_copies import copy_kept
from govmail_desk.operations.request_limits import settle
from govmail_desk.operations.review_asking import PaperMade, keep_papers
from govmail_desk.operations.review_evidence import Evidence
from govmail_desk.operations.review_population import population
from govmail_desk.operations.review_requests import Decisions, open_decisions
from govmail_desk.operations.reviews import named, open_one, refuse_review_day
from govmail_desk.operations.unit_duties import settle_and_follow
from govmail_desk.store import journals
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from govmail_desk.desk import Act, Changes, Desk

Told = Callable[[int, int], object]

_STEPS: Final = 2
"""Papers read, file made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingPlan:
    """What would be left open if a review ended now."""

    review: Review
    unanswered: tuple[str, ...]
    """Departments that have not answered every row; with any, ending needs a reason."""
    decisions: Decisions
    skipped_units: tuple[str, ...]
    """Units with mailboxes that this review did not ask: with any, the unit's own duty to review is not settled by it."""
    journal_head: tuple[int, str]


def plan_closing(desk: Desk, *, review_id: int) -> ClosingPlan:
    """Say what is still open; nothing is written. Raises `RuleBroken` for a review that is over."""
    with desk.reading() as connection:
        head = journals.head(connection)
        review = open_one(Transaction(connection), review_id)
        everyone = population(connection, desk.regulation(review.as_of_on), review.as_of_on, None)
        found = Evidence(desk, review_id, desk.today())
    asked = {sheet.unit_id for sheet in found.asking.sheets}
    return ClosingPlan(
        review=review,
        unanswered=tuple(found.asking.department(sheet) for sheet in found.unanswered),
        decisions=open_decisions(desk, review_id=review_id),
        skipped_units=tuple(sheet.unit for sheet in everyone.sheets if sheet.unit_id not in asked),
        journal_head=head,
    )


def close_review(
    desk: Desk, *, review_id: int, on: date | None = None, reason: str = "", tick: Told | None = None
) -> Changes:
    """End a review on a day (default today), with its file kept; `tick` is told once its papers are read, and once the file is made.

    Raises `RuleBroken` where departments have not answered and no reason is given, for a day to come or before it opened, for a reason
    that holds a password, and for a review that is over.
    """
    on, said = on or desk.today(), without_password(reason)
    plan = plan_closing(desk, review_id=review_id)
    refuse_review_day(desk, plan.review, on)
    if plan.unanswered and not said:
        raise RuleBroken(
            f"Còn {len(plan.unanswered)} bộ phận chưa trả lời đủ: {'; '.join(plan.unanswered)}. "
            "Hãy nhắc các bộ phận ấy, hoặc ghi lý do rồi kết thúc."
        )
    evidence, content = _made(desk, review_id, said, tick)
    with desk.transaction("close_review", f"Kết thúc đợt {named(plan.review)}") as act:
        if journals.head(act.transaction.connection) != plan.journal_head:
            raise RuleBroken("Sổ vừa có thay đổi. Hãy xem lại đợt rà soát rồi kết thúc; chưa có gì được ghi.")
        if not plan.skipped_units:  # before the file is kept, whose size may lock the register whole
            _settle_duty(act, desk, plan.review, on)
        act.transaction.put(replace(plan.review, state="closed", closed_on=on, note=said))
        settle(act.transaction, subject_kind="review", subject_id=review_id, on=on, why="Đã kết thúc đợt rà soát")
        _keep(act, desk, evidence, content)
    return act.changes


def keep_evidence(desk: Desk, *, review_id: int, tick: Told | None = None) -> Changes:
    """Make the file of a review that has ended again, as it stands now: with numbers and results its requests have got since."""
    with desk.reading() as connection:
        review = Transaction(connection).get(Review, review_id)
    if review.state != "closed":
        raise RuleBroken("Đợt rà soát này chưa kết thúc nên chưa có hồ sơ. Hãy kết thúc đợt rà soát trước.")
    evidence, content = _made(desk, review_id, review.note, tick)
    with desk.transaction("keep_review_evidence", f"Lập lại hồ sơ {named(review)}") as act:
        _keep(act, desk, evidence, content)
    return act.changes


def copy_review_paper(desk: Desk, *, paper_id: int, folder: Path) -> Path:
    """Write a kept paper of a review into a folder and return where it lies; one the clerk has edited stays beside it."""
    return copy_kept(desk, ReviewPaper, record_id=paper_id, folder=folder)


def _made(desk: Desk, review_id: int, reason: str, tick: Told | None) -> tuple[Evidence, bytes]:
    told = tick or _untold
    told(0, _STEPS)
    evidence = Evidence(desk, review_id, desk.today())
    told(1, _STEPS)
    content = evidence.pack(reason)
    told(_STEPS, _STEPS)
    return evidence, content


def _untold(_done: int, _total: int) -> None:
    """Nobody watches."""


def _settle_duty(act: Act, desk: Desk, review: Review, on: date) -> None:
    """Record that all mailboxes were looked through, where the unit chose an interval; the next review is counted from the day."""
    running = act.transaction.find(Due, rule=REVIEW_EVERY.name, subject_kind="unit", settled_on=None)
    if running and on >= running[0].started_on:
        settle_and_follow(act, desk, running[0], on=on, why=f"Đã kết thúc đợt {named(review)}", act_name="reviewed")


def _keep(act: Act, desk: Desk, evidence: Evidence, content: bytes) -> None:
    editions = sum(paper.role == "evidence" for paper in evidence.asking.papers)
    again = f"-ban-{editions + 1}" if editions else ""
    name = f"ho-so-ra-soat-{evidence.asking.review.as_of_on:%Y%m%d}{again}.zip"
    (kept,) = keep_papers(act, desk, evidence.asking.review.id, [PaperMade("evidence", None, name, content)])
    note_export(
        act.transaction,
        desk,
        kind="review",
        subject=f"hồ sơ {named(evidence.asking.review)}",
        row_count=len(evidence.rows),
        name=name,
        content_sha256=kept.sha256,
    )
