"""Holding a review of the mailboxes (rà soát): planned and seen first, opened with its population frozen, given up with a reason.

States and units are frozen as of the review's day. Who stands on which sheet, and why the holder of a past day cannot be known, is
`operations.review_population`; sheets going out, answers, reminders, requests and the end of it are the modules named after them
(`operations.review_…`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.limits import counted
from govmail_desk.domain.regulation import INACTIVITY_LOCK, INACTIVITY_REVIEW
from govmail_desk.domain.reminder import Due
from govmail_desk.domain.review import Review, ReviewRow, ReviewSheet
from govmail_desk.domain.secrecy import without_password
from govmail_desk.domain.working_days import fixed
from govmail_desk.operations.request_limits import settle
from govmail_desk.operations.review_population import PlannedSheet, population
from govmail_desk.regulations.review import answer_period
from govmail_desk.store import journals
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy import Connection

    from govmail_desk.desk import Act, Changes, Desk
    from govmail_desk.domain.provision import AnyProvision
    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.domain.working_days import Counting

USUAL_TITLE: Final = "Rà soát hộp thư điện tử công vụ"
_MOVED: Final = "Sổ vừa thay đổi nên danh sách rà soát đã khác. Hãy xem lại rồi mở đợt rà soát; chưa có gì được ghi."


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPlan:
    """A review as it would be opened: its sheets, row by row, and what the clerk should know first."""

    title: str
    document: str
    as_of_on: date
    answer_by_on: date
    counting: Counting | None
    """How the answer day was counted, where it is our suggestion; None where the clerk chose the day."""
    sheets: tuple[PlannedSheet, ...]
    silent_units: tuple[str, ...]
    """Units without any row, which get no sheet."""
    overlaps: tuple[str, ...]
    """Units that another open review asks already, each with that review's title."""
    rule: AnyProvision | None
    """What the regulation says of reviewing, or of mailboxes nobody uses; None where it is silent on both."""
    regulation_id: str
    unit_ids: tuple[int, ...] | None
    journal_head: tuple[int, str]

    @property
    def row_count(self) -> int:
        """How many rows all sheets have."""
        return sum(len(sheet.rows) for sheet in self.sheets)

    def orphan_count(self, orphan: str) -> int:
        """Count the rows of which one thing is amiss."""
        return sum(row.orphan == orphan for sheet in self.sheets for row in sheet.rows)


def usual_answer_day(desk: Desk) -> Counting:
    """Count out our suggestion of a day to answer by, from today; what it rests on is `regulations.review`."""
    return counted(answer_period(), desk.today(), desk.calendar())


def review_rule(regulation: Regulation, on: date) -> AnyProvision | None:
    """Give the rule a review carries out: that mailboxes are reviewed, else that those nobody uses are locked."""
    return regulation.find(INACTIVITY_REVIEW, on) or regulation.find(INACTIVITY_LOCK, on)


def plan_review(
    desk: Desk,
    *,
    as_of_on: date,
    answer_by_on: date | None = None,
    units: Sequence[int] | None = None,
    title: str = "",
    document: str = "",
) -> ReviewPlan:
    """Say what a review of these units (default: all) would hold; nothing is written.

    Without a day to answer by, ours is counted. Raises `RuleBroken` for a day of the population to come, a day to answer by that has
    passed, and a title or document that holds a password.
    """
    counting = usual_answer_day(desk) if answer_by_on is None else None
    answer_by_on = counting.due_on if counting is not None else answer_by_on
    assert answer_by_on is not None
    _refuse_days(desk, as_of_on, answer_by_on)
    regulation = desk.regulation(as_of_on)
    unit_ids = tuple(units) if units is not None else None
    with desk.reading() as connection:
        head = journals.head(connection)
        found = population(connection, regulation, as_of_on, unit_ids)
        overlaps = _overlaps(connection, found.sheets)
    return ReviewPlan(
        title=without_password(title) or f"{USUAL_TITLE} đợt {as_of_on:%d/%m/%Y}",
        document=without_password(document),
        as_of_on=as_of_on,
        answer_by_on=answer_by_on,
        counting=counting,
        sheets=found.sheets,
        silent_units=found.silent_units,
        overlaps=overlaps,
        rule=review_rule(regulation, as_of_on),
        regulation_id=regulation.id,
        unit_ids=unit_ids,
        journal_head=head,
    )


def open_review(desk: Desk, plan: ReviewPlan) -> Changes:
    """Open a review as planned: its rows are frozen, and the day to answer by is waited for.

    Raises `RuleBroken` where nothing stands on any sheet, and where the register has changed since in a way the plan would show.
    """
    if not plan.sheets:
        raise RuleBroken("Không có hộp thư nào trong các đơn vị đã chọn. Hãy chọn đơn vị khác.")
    head = _refuse_stale(desk, plan)
    waited = fixed(
        plan.answer_by_on, desk.calendar()
    )  # read before so many rows are written, which lock the register whole
    words = f"{plan.row_count} dòng, {len(plan.sheets)} bộ phận, trả lời trước hết ngày {plan.answer_by_on:%d/%m/%Y}"
    with desk.transaction("open_review", f"Mở đợt {_lower(plan.title)}: {words}") as act:
        if journals.head(act.transaction.connection) != head:
            raise RuleBroken(_MOVED)
        review = act.transaction.put(
            Review(
                title=plan.title,
                as_of_on=plan.as_of_on,
                answer_by_on=plan.answer_by_on,
                regulation_id=plan.regulation_id,
                document=plan.document,
                opened_on=desk.today(),
            )
        )
        _put_sheets(act, review, plan.sheets)
        _put_due(act, review, waited)
    return act.changes


def cancel_review(desk: Desk, *, review_id: int, reason: str) -> Changes:
    """Give a review up, with the reason; what was answered stays in the register, and nothing is waited for any more.

    Raises `RuleBroken` without a reason, with one that holds a password, and for a review that is over.
    """
    said = without_password(reason)
    if not said:
        raise RuleBroken("Chưa có lý do hủy đợt rà soát. Hãy ghi vì sao không rà soát nữa.")
    with desk.transaction("cancel_review", "") as act:
        review = open_one(act.transaction, review_id)
        act.transaction.put(replace(review, state="cancelled", closed_on=desk.today(), note=said))
        settle(act.transaction, subject_kind="review", subject_id=review_id, on=desk.today(), why=f"Đã hủy: {said}")
        act.sentence = f"Hủy đợt {_lower(review.title)}: {said}"
    return act.changes


def open_one(transaction: Transaction, review_id: int) -> Review:
    """Read a review that is still open; refused where it is over."""
    review = transaction.get(Review, review_id)
    if review.state == "open":
        return review
    ended = "đã hủy" if review.state == "cancelled" else f"đã xong ngày {review.closed_on:%d/%m/%Y}"
    raise RuleBroken(f"Đợt {_lower(review.title)} {ended}. Hãy chọn đợt đang rà soát.")


def refuse_review_day(desk: Desk, review: Review, on: date) -> None:
    """An act of a review happens between its opening and today."""
    if on > desk.today():
        raise RuleBroken(f"Ngày {on:%d/%m/%Y} chưa tới. Hãy ghi ngày việc đã xảy ra.")
    if on < review.opened_on:
        raise RuleBroken(
            f"Đợt rà soát mở ngày {review.opened_on:%d/%m/%Y}, sau ngày {on:%d/%m/%Y}. Hãy ghi từ ngày mở trở đi."
        )


def named(review: Review) -> str:
    """Name a review within a sentence."""
    return _lower(review.title)


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]


def _refuse_days(desk: Desk, as_of_on: date, answer_by_on: date) -> None:
    if as_of_on > desk.today():
        raise RuleBroken(f"Ngày chốt danh sách {as_of_on:%d/%m/%Y} chưa tới. Hãy ghi hôm nay hoặc một ngày đã qua.")
    if answer_by_on < desk.today():
        raise RuleBroken(f"Hạn trả lời {answer_by_on:%d/%m/%Y} đã qua. Hãy ghi hôm nay hoặc một ngày sau đó.")


def _refuse_stale(desk: Desk, plan: ReviewPlan) -> tuple[int, str]:
    """Plan again where anything was written since; the same sheets may be opened. Returns the journal's head that held."""
    head = desk.journal_head()
    if head == plan.journal_head:
        return head
    with desk.reading() as connection:
        found = population(connection, desk.regulation(plan.as_of_on), plan.as_of_on, plan.unit_ids)
    if found.sheets != plan.sheets:
        raise RuleBroken(_MOVED)
    return head


def _put_sheets(act: Act, review: Review, planned: Sequence[PlannedSheet]) -> None:
    sheets = act.transaction.put_all([
        ReviewSheet(review_id=review.id, unit_id=one.unit_id, position=place)
        for place, one in enumerate(planned, start=1)
    ])
    act.transaction.put_all([
        ReviewRow(
            review_id=review.id,
            review_sheet_id=sheet.id,
            position=place,
            mailbox_id=row.mailbox_id,
            person_id=row.person_id,
            orphan=row.orphan,
            cells=dict(row.cells),
        )
        for sheet, one in zip(sheets, planned, strict=True)
        for place, row in enumerate(one.rows, start=1)
    ])


def _put_due(act: Act, review: Review, counting: Counting) -> None:
    """Wait for the answers until the stated day, which never moves once it is told to the departments."""
    act.transaction.put(
        Due(
            rule=INACTIVITY_REVIEW.name,
            subject_kind="review",
            subject_id=review.id,
            started_on=review.opened_on,
            due_on=counting.due_on,
            act_by=counting.act_by,
            begun_by="opened",
        )
    )


def _overlaps(connection: Connection, sheets: Sequence[PlannedSheet]) -> tuple[str, ...]:
    asked = Transaction(connection)
    reviews = {one.id: one for one in asked.find(Review, state="open")}
    if not reviews:
        return ()
    asking = {one.unit_id: reviews[one.review_id] for one in asked.find_among(ReviewSheet, "review_id", list(reviews))}
    return tuple(f"{one.unit}: {asking[one.unit_id].title}" for one in sheets if one.unit_id in asking)
