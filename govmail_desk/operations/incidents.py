"""An incident as the clerk records, corrects, closes, reopens or cancels it. Telling somebody of it is `operations.incident_notices`.

Its letter and e-mail are `operations.incident_papers`, the yearly list `operations.incident_lists`. Of a state secret only the fact is
taken (`domain.incident_secrets`), and no text takes a password.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from govmail_desk.domain import incident_secrets
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.incident import Incident, IncidentKind, IncidentNotice
from govmail_desk.domain.incident_duties import still_to_tell
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.secrecy import refuse_password, without_password
from govmail_desk.domain.vietnamese import clean
from govmail_desk.operations.incident_dues import follow, named, refuse_finished, steps_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.incident_duties import DutyStep
    from govmail_desk.store.transaction import Transaction

_HOUR: Final = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What the clerk tells of an incident; `content` stays empty for a state secret."""

    kind: IncidentKind
    happened_on: date
    happened_at: str = ""
    """The hour, `HH:MM`, where it is known."""
    mailbox_id: int | None = None
    found_by: str = ""
    """Empty for the person working."""
    content: str = ""


def record_incident(desk: Desk, *, happening: Happening) -> Changes:
    """Record an incident (ghi sự cố); whoever the regulation wants told at once or in time falls due on its day.

    Raises `RuleBroken` for a day or hour to come, a text that holds a password, and any description of a state secret.
    """
    told = _tidied(desk, happening)
    with desk.transaction("record_incident", "") as act:
        _refuse_no_mailbox(act.transaction, told)
        kept = act.transaction.put(_new(told, desk.regulation(told.happened_on).id))
        act.sentence = f"Ghi sự cố {named(act.transaction, kept)}, ngày {kept.happened_on:%d/%m/%Y}"
        follow(act.transaction, desk, kept, why="")
    return act.changes


def correct_incident(desk: Desk, *, incident: Incident, happening: Happening) -> Changes:
    """Write an open incident otherwise; `incident` is how the clerk saw it, so that a later edit is not overwritten.

    What was described already stays in the journal, so such an entry never becomes one of a state secret.
    """
    told = _tidied(desk, happening)
    with desk.transaction("correct_incident", "") as act:
        transaction = act.transaction
        refuse_finished(transaction.get(Incident, incident.id))
        _refuse_no_mailbox(transaction, told)
        _refuse_described_before(transaction, incident, told)
        _refuse_after_notices(transaction, incident, told)
        kept = transaction.put(replace(incident, **asdict(told), regulation_id=desk.regulation(told.happened_on).id))
        act.sentence = f"Sửa sự cố {named(transaction, kept)}, ngày {kept.happened_on:%d/%m/%Y}"
        follow(transaction, desk, kept, why="Đã sửa thông tin sự cố")
    return act.changes


def close_incident(desk: Desk, *, incident_id: int, on: date, measures: str = "", lessons: str = "") -> Changes:
    """Close an incident with what was done and learnt (kết thúc).

    Raises `RuleBroken` while someone who must be told has neither been told nor passed with a reason, with the article.
    """
    refuse_password(measures)
    refuse_password(lessons)
    with desk.transaction("close_incident", "") as act:
        transaction = act.transaction
        found = transaction.get(Incident, incident_id)
        refuse_finished(found)
        _refuse_end_day(transaction, desk, found, on)
        _refuse_untold(steps_of(transaction, desk, found), transaction.find(IncidentNotice, incident_id=found.id))
        _refuse_texts(found, measures, lessons)
        kept = replace(found, state="closed", closed_on=on, measures=_lines(measures), lessons=_lines(lessons))
        act.sentence = f"Kết thúc sự cố {named(transaction, found)}"
        follow(transaction, desk, transaction.put(kept), why="Sự cố đã xong")
    return act.changes


def reopen_incident(desk: Desk, *, incident_id: int) -> Changes:
    """Open a closed or cancelled incident again; what was told and learnt stays beside it."""
    with desk.transaction("reopen_incident", "") as act:
        found = act.transaction.get(Incident, incident_id)
        if found.state == "open":
            raise RuleBroken("Sự cố này đang xử lý. Không cần mở lại.")
        act.sentence = f"Mở lại sự cố {named(act.transaction, found)}"
        kept = act.transaction.put(replace(found, state="open", closed_on=None, reason=""))
        follow(act.transaction, desk, kept, why="")
    return act.changes


def cancel_incident(desk: Desk, *, incident_id: int, reason: str) -> Changes:
    """Cancel an entry that should not have been made, with the reason; it stays in the register as cancelled."""
    why = without_password(reason)
    if not why:
        raise RuleBroken("Chưa có lý do hủy. Hãy ghi vì sao dòng sự cố này không đúng.")
    with desk.transaction("cancel_incident", "") as act:
        found = act.transaction.get(Incident, incident_id)
        refuse_finished(found)
        if found.kind == "secret":
            incident_secrets.refuse_unless_fixed(why, incident_secrets.CANCEL_REASONS)
        act.sentence = f"Hủy dòng sự cố {named(act.transaction, found)}"
        kept = act.transaction.put(replace(found, state="cancelled", closed_on=desk.today(), reason=why))
        follow(act.transaction, desk, kept, why="Đã hủy dòng sự cố")
    return act.changes


def tidy_hour(text: str) -> str:
    """Bring an hour in: `8h05`, `8:05` and `08.05` are `08:05`, empty stays empty. Raises `RuleBroken` for what is none."""
    typed = re.sub(r"[hg.]", ":", clean(text).lower()).removesuffix(":")
    hour, _, minute = typed.partition(":")
    tidy = f"{hour:0>2}:{minute or '00':0>2}" if typed else ""
    if tidy and not _HOUR.fullmatch(tidy):
        raise RuleBroken(f"Giờ “{clean(text)}” chưa đúng. Hãy ghi giờ và phút, ví dụ 08:30, hoặc để trống.")
    return tidy


def refuse_to_come(desk: Desk, on: date, at: str) -> None:
    """Refuse a day or an hour that has not come."""
    if on > desk.today():
        raise RuleBroken(f"Ngày {on:%d/%m/%Y} chưa tới. Hãy ghi ngày việc đã xảy ra.")
    if on == desk.today() and at > f"{desk.clock():%H:%M}":
        raise RuleBroken(f"Lúc {at} hôm nay chưa tới. Hãy ghi giờ việc đã xảy ra, hoặc để trống giờ.")


def _tidied(desk: Desk, told: Happening) -> Happening:
    told = replace(
        told,
        happened_at=tidy_hour(told.happened_at),
        found_by=without_password(told.found_by) or desk.person,
        content=_lines(told.content),
    )
    refuse_password(told.content)
    refuse_to_come(desk, told.happened_on, told.happened_at)
    if told.kind == "secret":
        incident_secrets.refuse_description(told.content)
        incident_secrets.refuse_unless_name(told.found_by)
    elif not told.content:
        raise RuleBroken("Chưa ghi sự việc. Hãy ghi ngắn gọn điều gì đã xảy ra, ví dụ: không gửi được thư từ 8 giờ.")
    return told


def _new(told: Happening, regulation_id: str) -> Incident:
    return Incident(**asdict(told), regulation_id=regulation_id)


def _lines(text: str) -> str:
    """Bring a text of several lines in, clean and without empty ones."""
    return "\n".join(filter(None, map(clean, text.splitlines())))


def _refuse_no_mailbox(transaction: Transaction, told: Happening) -> None:
    """A password belongs to a mailbox, and a state secret was found somewhere."""
    if told.mailbox_id is not None:
        transaction.get(Mailbox, told.mailbox_id)
    elif told.kind == "leak":
        raise RuleBroken("Chưa chọn hộp thư. Hãy chọn hộp thư quên hoặc lộ mật khẩu.")
    elif told.kind == "secret":
        raise RuleBroken("Chưa chọn hộp thư. Hãy chọn hộp thư nơi phát hiện.")


def _refuse_described_before(transaction: Transaction, before: Incident, told: Happening) -> None:
    notes = (notice.note for notice in transaction.find(IncidentNotice, incident_id=before.id))
    if told.kind == "secret" and before.kind != "secret" and any((before.content, before.measures, *notes)):
        raise RuleBroken(
            "Dòng này đã mô tả sự việc nên không đổi thành phát hiện bí mật nhà nước được: lời mô tả vẫn nằm trong nhật ký. "
            "Hãy báo thủ trưởng về lời mô tả ấy, hủy dòng này rồi ghi dòng mới."
        )


def _refuse_after_notices(transaction: Transaction, before: Incident, told: Happening) -> None:
    notices = transaction.find(IncidentNotice, incident_id=before.id)
    first_on = min((notice.on_date for notice in notices), default=told.happened_on)
    if first_on < told.happened_on:
        raise RuleBroken(f"Đã có người được báo ngày {first_on:%d/%m/%Y}. Hãy ghi sự cố từ ngày đó trở về trước.")


def _refuse_end_day(transaction: Transaction, desk: Desk, found: Incident, on: date) -> None:
    refuse_to_come(desk, on, "")
    notices = transaction.find(IncidentNotice, incident_id=found.id)
    last_on = max([found.happened_on, *(notice.on_date for notice in notices)])
    if on < last_on:
        raise RuleBroken(f"Sự cố còn diễn biến ngày {last_on:%d/%m/%Y}. Hãy ghi ngày kết thúc từ ngày đó trở đi.")


def _refuse_untold(steps: Sequence[DutyStep], notices: Sequence[IncidentNotice]) -> None:
    """Name everyone still to be told, each with the article."""
    waiting = still_to_tell(steps, notices)
    if not waiting:
        return
    whom = "; ".join(f"{step.to} ({step.cite or 'gợi ý của chương trình'})" for step in waiting)
    raise RuleBroken(
        f"Còn phải báo: {whom}. Hãy ghi đã báo, hoặc ghi không phải báo kèm lý do.",
        cite=waiting[0].cite,
        why=waiting[0].why,
    )


def _refuse_texts(found: Incident, measures: str, lessons: str) -> None:
    if found.kind == "secret":
        incident_secrets.refuse_unless_fixed(_lines(measures), incident_secrets.MEASURES)
        incident_secrets.refuse_unless_fixed(_lines(lessons), incident_secrets.LESSONS)
    if not _lines(measures):
        raise RuleBroken("Chưa có biện pháp đã làm. Hãy ghi đã khắc phục thế nào.")
