"""What departments answer to a review: a sheet read back and seen first, taken in with its bytes; a row decided by hand.

Nothing becomes of a decision here but the decision itself: requests are `operations.review_requests`. Reading the file is
`documents.review_answer`, the words people write `domain.review_words`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from govmail_desk.documents.file_names import safe_file_name
from govmail_desk.documents.package import refuse_active
from govmail_desk.documents.spreadsheet import read
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.review import Decision, Review, ReviewRow, ReviewSheet
from govmail_desk.domain.review_words import offered
from govmail_desk.domain.secrecy import refuse_password, without_password
from govmail_desk.operations.review_asking import PaperMade, keep_papers
from govmail_desk.operations.review_matching import AnswerLine, Matching, answer_lines, sheet_meant
from govmail_desk.operations.reviews import named, open_one, refuse_review_day
from govmail_desk.operations.taken_in_files import read_copy
from govmail_desk.store import journals
from govmail_desk.wording import DECISIONS

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from govmail_desk.desk import Act, Changes, Desk
    from govmail_desk.store.transaction import Transaction

_MOVED: Final = "Sổ vừa có thay đổi sau khi xem phiếu trả lời này. Hãy đọc lại phiếu; chưa có gì được ghi."


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerPlan:
    """What a file answers: of which department, row by row, and what the clerk should know of the file as a whole."""

    review: Review
    sheet: ReviewSheet
    department: str
    name: str
    content: bytes
    lines: tuple[AnswerLine, ...]
    remarks: tuple[str, ...]
    journal_head: tuple[int, str]

    def count(self, outcome: str) -> int:
        """Count the lines of one outcome."""
        return sum(line.outcome == outcome for line in self.lines)

    @property
    def takes(self) -> tuple[AnswerLine, ...]:
        """The lines that would be written as they stand."""
        return tuple(line for line in self.lines if line.outcome in {"new", "changed"})


def plan_answer(desk: Desk, file: Path, *, sheet_id: int | None = None) -> AnswerPlan:
    """Read a sheet that came back; nothing is written.

    The sheet is known by its mark; `sheet_id` names it where the mark is missing. Raises `RuleBroken` for a file that is no sheet of a
    review, for another register's, for one of a review that is over, and where neither mark nor clerk says which sheet it is.
    """
    content, book = read_copy(file), read(file)
    refuse_active(content, name=file.name)  # it is kept and opened again: nothing in it may act by itself
    with desk.reading() as connection:
        head = journals.head(connection)
        meant = sheet_meant(connection, book, sheet_id)
        found = Matching(connection, meant.sheet)
    open_state(meant.review)
    lines = answer_lines(found, meant.said)
    return AnswerPlan(
        review=meant.review,
        sheet=meant.sheet,
        department=meant.department,
        name=safe_file_name(file.name),
        content=content,
        lines=lines,
        remarks=(*meant.remarks, *found.remarks(lines)),
        journal_head=head,
    )


def open_state(review: Review) -> None:
    """Refuse an answer to a review that is over."""
    if review.state != "open":
        ended = "đã hủy" if review.state == "cancelled" else "đã kết thúc"
        raise RuleBroken(f"Phiếu này thuộc đợt {named(review)}, đợt ấy {ended} nên không nhận trả lời nữa.")


def take_in_answer(
    desk: Desk,
    plan: AnswerPlan,
    *,
    answered_by: str = "",
    on: date | None = None,
    chosen: Mapping[int, Decision] | None = None,
) -> Changes:
    """Take one answer in; as `take_in_answers`."""
    return take_in_answers(desk, [plan], answered_by=answered_by, on=on, chosen=chosen)


def take_in_answers(
    desk: Desk,
    plans: Sequence[AnswerPlan],
    *,
    answered_by: str = "",
    on: date | None = None,
    chosen: Mapping[int, Decision] | None = None,
) -> Changes:
    """Take answers in as they were seen, in one act, each file kept byte for byte.

    `chosen` decides rows that needed a look, by their numbers. A department has answered once every row of its sheet is decided. Raises
    `RuleBroken` where nothing would be written, where the register has changed since, for a day to come or before the review opened,
    and for a name or note that holds a password.
    """
    on, by = on or desk.today(), without_password(answered_by)
    taking = [(plan, _decided(plan, chosen or {})) for plan in plans]
    if not any(decided for _, decided in taking):
        raise RuleBroken("Phiếu trả lời không có dòng nào mới hoặc khác để ghi. Hãy xem các dòng cần xem, hoặc bỏ qua.")
    _refuse_twice(plans)
    with desk.transaction("take_in_answers", "") as act:
        if any(journals.head(act.transaction.connection) != plan.journal_head for plan in plans):
            raise RuleBroken(_MOVED)
        for plan, decided in taking:
            review = open_one(act.transaction, plan.review.id)
            refuse_review_day(desk, review, on)
            if decided:
                _write(act, desk, plan, decided, by=by, on=on)
        act.sentence = _sentence([(plan, decided) for plan, decided in taking if decided], by)
    return act.changes


def decide_rows(
    desk: Desk,
    *,
    row_ids: Sequence[int],
    decision: Decision,
    note: str = "",
    answered_by: str = "",
    on: date | None = None,
) -> Changes:
    """Decide rows of one sheet by hand, as a department told it; an empty decision takes an answer back.

    Raises `RuleBroken` for a decision the row cannot have, one that has become a request already, rows of several sheets, a review
    that is over, and a note that holds a password.
    """
    on, said, by = on or desk.today(), without_password(note), without_password(answered_by)
    with desk.transaction("decide_rows", "") as act:
        rows = list(act.transaction.get_many(ReviewRow, row_ids).values())
        if not rows or len({row.review_sheet_id for row in rows}) > 1:
            raise RuleBroken("Hãy chọn các dòng của cùng một phiếu.")
        review = open_one(act.transaction, rows[0].review_id)
        refuse_review_day(desk, review, on)
        for row in rows:
            _refuse_decision(row, decision)
        act.transaction.put_all([replace(row, decision=decision, note=said) for row in rows])
        _settle_sheet(act.transaction, rows[0].review_sheet_id, by=by, on=on)
        words = DECISIONS[decision].lower()
        act.sentence = f"Ghi trả lời {named(review)}: {words}, {_told(rows)}"
    return act.changes


def _decided(plan: AnswerPlan, chosen: Mapping[int, Decision]) -> list[tuple[ReviewRow, Decision, str]]:
    """Say which rows become what: those read clearly, and those the clerk decided after a look."""
    decided: list[tuple[ReviewRow, Decision, str]] = []
    for line in plan.lines:
        if line.row is None:
            continue
        decision = chosen.get(line.row.id, line.decision if line.outcome in {"new", "changed"} else None)
        if decision is None:
            continue
        _refuse_decision(line.row, decision)
        refuse_password(line.note)
        if (decision, line.note) != (line.row.decision, line.row.note):
            decided.append((line.row, decision, line.note))
    return decided


def _refuse_twice(plans: Sequence[AnswerPlan]) -> None:
    sheets = [plan.sheet.id for plan in plans]
    twice = next((plan.department for plan in plans if sheets.count(plan.sheet.id) > 1), "")
    if twice:
        raise RuleBroken(f"Có hai tệp cùng trả lời cho {twice}. Hãy nhận từng tệp một, tệp mới nhất sau cùng.")


def _write(
    act: Act,
    desk: Desk,
    plan: AnswerPlan,
    decided: Sequence[tuple[ReviewRow, Decision, str]],
    *,
    by: str,
    on: date,
) -> None:
    act.transaction.put_all([replace(row, decision=decision, note=note) for row, decision, note in decided])
    keep_papers(act, desk, plan.review.id, [PaperMade("answer", plan.sheet.id, plan.name, plan.content)])
    _settle_sheet(act.transaction, plan.sheet.id, by=by, on=on)


def _settle_sheet(transaction: Transaction, sheet_id: int, *, by: str, on: date) -> None:
    """Note that a department has answered once every row is decided, and no more where one is taken back."""
    sheet = transaction.get(ReviewSheet, sheet_id)
    waiting = transaction.find(ReviewRow, review_sheet_id=sheet_id, decision="")
    if waiting:
        transaction.put(replace(sheet, answered_on=None, answered_by=by or sheet.answered_by))
    else:
        transaction.put(replace(sheet, answered_on=on, answered_by=by or sheet.answered_by))


def _refuse_decision(row: ReviewRow, decision: Decision) -> None:
    if row.request_id is not None and decision != row.decision:
        raise RuleBroken(
            f"{_told([row])} đã có đề nghị lập từ quyết định cũ. Hãy hủy đề nghị ấy trước khi đổi quyết định."
        )
    if decision and decision not in offered(is_mailbox=row.mailbox_id is not None):
        raise RuleBroken(f"Không ghi được “{DECISIONS[decision]}” cho {_told([row])}. Hãy chọn quyết định khác.")


def _told(rows: Sequence[ReviewRow]) -> str:
    if len(rows) > 1:
        return f"{len(rows)} dòng"
    return rows[0].cells.get("address") or rows[0].cells.get("holder", "")


def _sentence(taken: Sequence[tuple[AnswerPlan, Sequence[object]]], by: str) -> str:
    told = "; ".join(f"{plan.department} ({len(decided)} dòng)" for plan, decided in taken[:5])
    rest = f" và {len(taken) - 5} bộ phận nữa" if len(taken) > 5 else ""  # noqa: PLR2004  (as many as are named)
    whose = f", {by} trả lời" if by else ""
    return f"Nhận phiếu trả lời rà soát: {told}{rest}{whose}"
