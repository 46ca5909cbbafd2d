"""Incidents lived through at random: what falls due is what is still to be told, and all of it is taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govmail_desk.desk import Changes, Desk
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.incident import Incident, IncidentKind
from govmail_desk.domain.incident_secrets import CANCEL_REASONS, MEASURES, PASSED_REASONS
from govmail_desk.domain.reminder import Due
from govmail_desk.listings import incidents
from govmail_desk.operations import journals
from govmail_desk.operations.incident_notices import Telling, pass_step, tell_of_incident
from govmail_desk.operations.incidents import (
    Happening,
    cancel_incident,
    close_incident,
    correct_incident,
    reopen_incident,
)
from tests.desks import UNITS, founded
from tests.incidents import SAID, TODAY, recorded, waiting
from tests.request_lives import every, one


def _tell(desk: Desk, found: Incident) -> Changes:
    rules = [step.rule for step in waiting(desk, found)]
    telling = Telling(rule=rules[0] if rules else "", told="Trực ban", on=TODAY)
    return tell_of_incident(desk, incident_id=found.id, telling=telling)


def _pass(desk: Desk, found: Incident) -> Changes:
    rule = next((step.rule for step in waiting(desk, found)), "")
    return pass_step(desk, incident_id=found.id, rule=rule, reason=PASSED_REASONS[0])


def _become(kind: IncidentKind) -> Callable[[Desk, Incident], Changes]:
    def correct(desk: Desk, found: Incident) -> Changes:
        content = "" if kind == "secret" else SAID
        told = Happening(kind=kind, happened_on=TODAY, mailbox_id=found.mailbox_id, content=content)
        return correct_incident(desk, incident=found, happening=told)

    return correct


ACTS: dict[str, Callable[[Desk, Incident], Changes]] = {
    "tell": _tell,
    "pass": _pass,
    "close": lambda desk, found: close_incident(desk, incident_id=found.id, on=TODAY, measures=MEASURES[0]),
    "cancel": lambda desk, found: cancel_incident(desk, incident_id=found.id, reason=CANCEL_REASONS[0]),
    "reopen": lambda desk, found: reopen_incident(desk, incident_id=found.id),
    "becomes suspicious": _become("suspicious"),
    "becomes leak": _become("leak"),
    "becomes secret": _become("secret"),
}


def _stands(desk: Desk) -> None:
    """What falls due is what must still be told by a day, of an open one alone; the rail counts it; a closed one has nobody left."""
    found = one(desk, Incident)
    still = waiting(desk, found)
    running = {due.rule for due in every(desk, Due, subject_kind="incident", settled_on=None)}
    assert running == ({step.due_rule for step in still} - {""} if found.state == "open" else set())
    assert found.state != "closed" or not still
    assert incidents.untold_count(desk, desk.regulations()) == (found.state == "open" and bool(still))
    assert not (found.kind == "secret" and found.content)


@given(
    regulation_id=st.sampled_from(sorted(UNITS)),
    kind=st.sampled_from(["fault", "abnormal", "leak", "secret"]),
    acts=st.lists(st.sampled_from(sorted(ACTS)), max_size=6),
)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_life_of_an_incident_holds_together_and_is_taken_back_whole(regulation_id, kind, acts):
    with TemporaryDirectory() as folder, founded(Path(folder), regulation_id) as desk:
        recorded(desk, kind)
        done = 0
        for act in acts:
            try:
                changes = ACTS[act](desk, one(desk, Incident))
            except RuleBroken:
                continue
            done += not changes.is_empty
            _stands(desk)
        assert journals.verify(desk) == []
        for _ in range(done + 1):
            journals.take_back(desk, journals.plan_take_back(desk))
        assert every(desk, Incident) == every(desk, Due, subject_kind="incident") == []
        assert journals.verify(desk) == []
