"""Telling somebody of an incident: whom, when, by whom, how, under which rule; or that someone need not be told, with the reason.

Nothing is sent from here: what is recorded was done by telephone, by letter or from the unit's own mailbox. The incident itself is
`operations.incidents`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from govmail_desk.domain import incident_secrets
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.incident import Incident, IncidentNotice
from govmail_desk.domain.incident_duties import PASSED, is_told
from govmail_desk.domain.secrecy import without_password
from govmail_desk.operations.incident_dues import follow, named, refuse_finished, steps_of
from govmail_desk.operations.incidents import refuse_to_come, tidy_hour
from govmail_desk.operations.letter_numbers import refuse_used_number
from govmail_desk.wording import INCIDENT_WAYS

if TYPE_CHECKING:
    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.incident_duties import DutyStep
    from govmail_desk.store.transaction import Transaction

_BEYOND: Final = ""
"""The rule of a notice to someone no rule names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What the clerk tells of one notice."""

    rule: str = _BEYOND
    """That of the step it settles; empty for someone no rule names."""
    told: str = ""
    """Whom; empty for whoever the rule names."""
    on: date
    at: str = ""
    by: str = ""
    """Empty for the person working."""
    way: str = ""
    number: str = ""
    note: str = ""


def tell_of_incident(desk: Desk, *, incident_id: int, telling: Telling) -> Changes:
    """Record that somebody was told of an incident (đã báo); what fell due for them is settled.

    Raises `RuleBroken` for a time before the incident or to come, a rule that does not apply to it, a number that another letter of the
    year has, and any free text about a state secret.
    """
    with desk.transaction("tell_of_incident", "") as act:
        found = act.transaction.get(Incident, incident_id)
        refuse_finished(found)
        step = _step(act.transaction, desk, found, telling.rule)
        told = _tidied(desk, found, telling, step)
        if told.number:
            refuse_used_number(act.transaction, told.number, told.on, incident_id=found.id)
        act.sentence = f"Ghi đã báo sự cố {named(act.transaction, found)} cho {told.told}"
        act.transaction.put(_notice(found, told))
        follow(act.transaction, desk, found, why=f"Đã báo {told.told} ngày {told.on:%d/%m/%Y}")
    return act.changes


def pass_step(desk: Desk, *, incident_id: int, rule: str, reason: str) -> Changes:
    """Record that someone a rule names need not be told of this incident, with the reason (không phải báo)."""
    why = without_password(reason)
    if not why:
        raise RuleBroken("Chưa có lý do. Hãy ghi vì sao không phải báo trong trường hợp này.")
    with desk.transaction("pass_step", "") as act:
        found = act.transaction.get(Incident, incident_id)
        refuse_finished(found)
        step = _step(act.transaction, desk, found, rule)
        if step is None or is_told(step, act.transaction.find(IncidentNotice, incident_id=found.id)):
            raise RuleBroken("Nơi này đã được báo hoặc không thuộc diện phải báo. Hãy xem lại sự cố.")
        if found.kind == "secret":
            incident_secrets.refuse_unless_fixed(why, incident_secrets.PASSED_REASONS)
        passed = Telling(rule=rule, told=step.to, on=desk.today(), by=desk.person, way=PASSED, note=why)
        act.sentence = f"Ghi không phải báo {step.to} về sự cố {named(act.transaction, found)}"
        act.transaction.put(_notice(found, passed))
        follow(act.transaction, desk, found, why=f"Không phải báo: {why}")
    return act.changes


def _step(transaction: Transaction, desk: Desk, found: Incident, rule: str) -> DutyStep | None:
    if rule == _BEYOND:
        return None
    step = next((one for one in steps_of(transaction, desk, found) if rule in one.rules), None)
    if step is None:
        raise RuleBroken("Quy định này không áp dụng cho sự cố này. Hãy tải lại trang rồi ghi lại.")
    return step


def _tidied(desk: Desk, found: Incident, telling: Telling, step: DutyStep | None) -> Telling:
    told = replace(
        telling,
        told=without_password(telling.told) or (step.to if step else ""),
        by=without_password(telling.by) or desk.person,
        at=tidy_hour(telling.at),
        number=without_password(telling.number),
        note=without_password(telling.note),
    )
    _refuse(desk, found, told)
    if found.kind == "secret":
        incident_secrets.refuse_description(told.note)
        incident_secrets.refuse_unless_number(told.number)
        for name in (told.by, *(() if step is not None and told.told == step.to else (told.told,))):
            incident_secrets.refuse_unless_name(name)
    return told


def _refuse(desk: Desk, found: Incident, told: Telling) -> None:
    if not told.told:
        raise RuleBroken("Chưa ghi báo cho ai. Hãy ghi tên người hoặc cơ quan đã được báo.")
    if told.way not in INCIDENT_WAYS or told.way == PASSED:
        raise RuleBroken("Cách báo chưa đúng. Hãy chọn trong danh sách.")
    refuse_to_come(desk, told.on, told.at)
    is_same_day = told.on == found.happened_on and bool(told.at) and bool(found.happened_at)
    if told.on < found.happened_on or (is_same_day and told.at < found.happened_at):
        at = f"{found.happened_at} " if found.happened_at else ""
        raise RuleBroken(
            f"Sự cố được phát hiện {at}ngày {found.happened_on:%d/%m/%Y}. Hãy ghi lúc báo từ lúc đó trở đi."
        )


def _notice(found: Incident, told: Telling) -> IncidentNotice:
    return IncidentNotice(
        incident_id=found.id,
        rule=told.rule,
        told=told.told,
        on_date=told.on,
        at_time=told.at,
        by=told.by,
        way=told.way,
        number=told.number,
        note=told.note,
    )
