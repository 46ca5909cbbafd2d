"""Reports: drafted from a plan, filled in, sent with their number, given up with a reason. A report once sent never changes.

Planning is `operations.report_plan`, the papers are `operations.report_papers`, the due rows `operations.report_dues`; what was sent is
corrected by a supplement.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.report import Report, ReportPaper
from govmail_desk.domain.report_chain import chained, goes_on_from, opening_of, sent_after
from govmail_desk.domain.report_figures import Figures
from govmail_desk.domain.report_period import read_period
from govmail_desk.domain.report_text import ADDRESSEE, REMARKS
from govmail_desk.domain.report_usage import COUNT_LABELS, NOTE_LABELS, USAGE_LABELS
from govmail_desk.domain.secrecy import without_password
from govmail_desk.operations.letter_numbers import refuse_used_number, tidy_number
from govmail_desk.operations.report_dues import give_day_back, set_asked_day, settle_report_due, stated_due
from govmail_desk.operations.report_papers import planned_papers
from govmail_desk.operations.report_plan import ReportPlan, figures_of
from govmail_desk.operations.request_steps import reason_given
from govmail_desk.store import journals
from govmail_desk.store.printed_reports import is_as_printed, printed_row
from govmail_desk.store.tables import report
from govmail_desk.store.transaction import Transaction
from govmail_desk.wording import REPORT_PAPERS, REPORT_STATES

if TYPE_CHECKING:
    from govmail_desk.desk import Changes, Desk

_MOVED = "Sổ vừa có thay đổi sau khi xem trước báo cáo này. Hãy xem lại số liệu rồi lập; chưa có gì được ghi."


def draft_report(desk: Desk, plan: ReportPlan) -> Changes:
    """Write the planned report as the draft of its period, or bring the draft up to date; refused where the register has moved since."""
    planned = plan.report
    what = "Lập dự thảo" if not planned.id else "Cập nhật dự thảo"
    sentence = f"{what} {_named(planned)}, số liệu chốt đến {planned.cut_off_on:%d/%m/%Y}"
    with desk.transaction("draft_report", sentence) as act:
        if journals.head(act.transaction.connection)[1] != plan.journal_hash:
            raise RuleBroken(_MOVED)
        was = act.transaction.get(Report, planned.id) if planned.id else None
        kept = act.transaction.put(planned)
        if kept.supplements_id is None:
            set_asked_day(act, desk, kept, was=was)
    return act.changes


def supplement_report(desk: Desk, plan: ReportPlan) -> Changes:
    """Write the planned supplement of a sent report as a draft, or bring its draft up to date."""
    return draft_report(desk, plan)


def edit_report(
    desk: Desk,
    *,
    seen: Report,
    usage: Mapping[str, Any],
    remarks: Mapping[str, str],
    asked_by: str = "",
    asked_on: date | None = None,
    due_on: date | None = None,
) -> Changes:
    """Fill a draft in: figures of use nobody can count, what the clerk writes in the letter, the letter that asked and the day it sets.

    A figure of use left out, or None, is not known. `seen` is the draft as the clerk saw it. Raises `RuleBroken` for a sent report, a
    day set by no letter, a negative figure, and a text that holds a password.
    """
    asking = without_password(asked_by)
    edited = replace(
        seen,
        usage=_usage(usage),
        remarks=_remarks(remarks),
        asked_by=asking,
        asked_on=asked_on if asking else None,
        due_on=due_on if asking else None,
    )
    with desk.transaction("edit_report", f"Sửa {_named(seen)}") as act:
        was = _draft(act.transaction, seen.id)
        edited = replace(edited, due_on=_due_on(desk, edited, asked_day=due_on))
        kept = act.transaction.put(edited)
        if kept.supplements_id is None:
            set_asked_day(act, desk, kept, was=was)
    return act.changes


def send_report(desk: Desk, *, report_id: int, number: str, on: date, to: str) -> Changes:
    """Record that a report was sent on a day, under its number, to whom; it is frozen, what was due is settled and the next begins.

    Raises `RuleBroken` for a day to come or before the cut-off, a number given before in its year to any letter, a report without papers,
    papers that say something else than the draft, a draft that does not open where the last was cut off, and one whose figures the
    register no longer tells.
    """
    tidy, addressee = tidy_number(number), without_password(to)
    with desk.transaction("send_report", "") as act:
        draft = _draft(act.transaction, report_id)
        _refuse_day(desk, draft, on)
        if not addressee:
            raise RuleBroken("Chưa có nơi nhận báo cáo. Hãy ghi báo cáo được gửi đến đâu.")
        refuse_used_number(act.transaction, tidy, on)
        _refuse_out_of_chain(act.transaction, draft)
        _refuse_papers(desk, act.transaction, draft)
        _refuse_other_figures(act.transaction, draft)
        sent = act.transaction.put(replace(draft, state="sent", number=tidy, sent_on=on, sent_to=addressee))
        act.sentence = f"Ghi đã gửi {_named(sent)}, số {tidy} ngày {on:%d/%m/%Y}"
        if sent.supplements_id is None:
            settle_report_due(act, desk, sent, on=on, why=f"Đã gửi số {tidy} ngày {on:%d/%m/%Y}")
    return act.changes


def cancel_report(desk: Desk, *, report_id: int, reason: str) -> Changes:
    """Give a draft up, with the reason; a day that a letter set for it no longer runs."""
    why = reason_given(reason)
    with desk.transaction("cancel_report", "") as act:
        draft = _draft(act.transaction, report_id)
        act.transaction.put(replace(draft, state="cancelled", reason=why))
        give_day_back(act, desk, draft)
        act.sentence = f"Hủy dự thảo {_named(draft)}"
    return act.changes


def has_current_papers(desk: Desk, *, report_id: int) -> bool:
    """Say whether letter and workbook are made and print the draft as it stands now."""
    with desk.reading() as connection:
        asked = Transaction(connection)
        kept = {paper.role for paper in asked.find(ReportPaper, report_id=report_id)}
        draft = asked.get(Report, report_id)
        return kept >= set(REPORT_PAPERS) and (is_printed(asked, draft) or _would_print_the_same(desk, asked, draft))


def is_printed(transaction: Transaction, draft: Report) -> bool:
    """Say whether the newest papers print a report as it stands now."""
    printed = transaction.connection.execute(select(printed_row()).where(report.c.id == draft.id)).scalar()
    return is_as_printed(printed, draft)


def _would_print_the_same(desk: Desk, transaction: Transaction, draft: Report) -> bool:
    """True where what was filled in since changes no word of the letter, as an addressee typed as it stood already."""
    kept = {paper.sha256 for paper in transaction.find(ReportPaper, report_id=draft.id, role="letter")}
    return any(paper.sha256 in kept for paper in planned_papers(desk, draft) if paper.role == "letter")


def _refuse_papers(desk: Desk, transaction: Transaction, draft: Report) -> None:
    kept = {paper.role for paper in transaction.find(ReportPaper, report_id=draft.id)}
    lacking = [words.lower() for role, words in REPORT_PAPERS.items() if role not in kept]
    if lacking:
        raise RuleBroken(f"Báo cáo chưa có {' và '.join(lacking)}. Hãy lập giấy tờ trước khi ghi đã gửi.")
    if not is_printed(transaction, draft) and not _would_print_the_same(desk, transaction, draft):
        raise RuleBroken("Dự thảo đã đổi sau khi lập giấy tờ. Hãy lập lại giấy tờ rồi ghi đã gửi.")


def _refuse_out_of_chain(transaction: Transaction, draft: Report) -> None:
    """No day is left out and none reported twice, whatever became of other drafts since this one was made."""
    if draft.supplements_id is not None:
        return
    period = read_period(draft.period)
    of_rule = transaction.find(Report, scope=draft.scope, rule=draft.rule)
    others = [one for one in chained(of_rule, period) if one.id != draft.id]
    opening_on, after = opening_of(others, period, draft.cut_off_on), sent_after(others, period)
    if opening_on != draft.opening_on:
        raise RuleBroken(
            f"Dự thảo tính từ sau ngày {draft.opening_on:%d/%m/%Y}, nay báo cáo trước đó chốt đến ngày {opening_on:%d/%m/%Y}. "
            "Hãy lập lại dự thảo và giấy tờ rồi ghi đã gửi."
        )
    if after is not None and after.opening_on < draft.cut_off_on:
        raise RuleBroken(goes_on_from(after))


def _refuse_other_figures(transaction: Transaction, draft: Report) -> None:
    if figures_of(transaction.connection, draft) != Figures.from_plain(draft.figures):
        raise RuleBroken(
            f"Số liệu đến hết ngày {draft.cut_off_on:%d/%m/%Y} trong sổ đã khác với dự thảo. "
            "Hãy lập lại dự thảo và giấy tờ rồi ghi đã gửi."
        )


def _refuse_day(desk: Desk, draft: Report, on: date) -> None:
    if on > desk.today():
        raise RuleBroken(f"Ngày {on:%d/%m/%Y} chưa tới. Hãy ghi ngày việc đã xảy ra.")
    if on < draft.cut_off_on:
        raise RuleBroken(
            f"Số liệu chốt đến hết ngày {draft.cut_off_on:%d/%m/%Y} nên báo cáo không thể gửi trước ngày đó."
        )


def _draft(transaction: Transaction, report_id: int) -> Report:
    """Read a report that may still change."""
    found = transaction.get(Report, report_id)
    if found.state != "draft":
        raise RuleBroken(
            f"Báo cáo này đang ở trạng thái {REPORT_STATES[found.state].lower()} nên không đổi nữa. "
            "Số liệu đã gửi cần sửa thì hãy lập báo cáo bổ sung."
        )
    return found


def _due_on(desk: Desk, draft: Report, *, asked_day: date | None) -> date | None:
    """Give the day that holds: the letter's, else the article's; a day told without a letter has to be the article's."""
    if draft.due_on is not None:
        return draft.due_on
    stated = stated_due(desk, draft) if draft.supplements_id is None else None
    if asked_day is not None and (stated is None or stated.due_on != asked_day):
        raise RuleBroken("Hạn khác với quy định phải theo một văn bản. Hãy ghi số và nơi gửi văn bản yêu cầu báo cáo.")
    return stated.due_on if stated else None


def _usage(told: Mapping[str, Any]) -> dict[str, Any]:
    """Take figures of use in: whole numbers and words; what is not known is left out."""
    known = {key: value for key, value in told.items() if value is not None and value != ""}
    for key, value in known.items():
        if key in COUNT_LABELS and (not isinstance(value, int) or isinstance(value, bool) or value < 0):
            raise RuleBroken(f"{COUNT_LABELS[key]} phải là số nguyên từ 0 trở lên. Chưa có số liệu thì hãy để trống.")
        if key not in USAGE_LABELS:
            raise RuleBroken(f"Báo cáo không có số liệu tên “{key}”.")
    return {key: _lines_of(value) if key in NOTE_LABELS else value for key, value in known.items()}


def _remarks(told: Mapping[str, str]) -> dict[str, str]:
    """Take in what the clerk writes in the letter; a place the letter does not have is refused."""
    for place in told:
        if place not in REMARKS and place != ADDRESSEE:
            raise RuleBroken(f"Báo cáo không có mục “{place}”.")
    return {place: tidy for place, text in told.items() if (tidy := _lines_of(text))}


def _lines_of(text: str) -> str:
    """Take a text of several lines in, none of which may hold a password."""
    return "\n".join(without_password(line) for line in text.strip().splitlines())


def _named(one: Report) -> str:
    besides = " bổ sung" if one.supplements_id else ""
    return f"báo cáo{besides} {read_period(one.period).words}"
