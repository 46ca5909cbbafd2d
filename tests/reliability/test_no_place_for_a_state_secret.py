"""Nothing of a state secret finds a place: a marker is put wherever a clerk could type, and every table, file and paper is then walked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from govmail_desk.desk import Desk
from govmail_desk.documents.plain_text import plain_lines
from govmail_desk.domain import incident_secrets
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.incident import Incident, IncidentPaper
from govmail_desk.operations.incident_notices import Telling, pass_step, tell_of_incident
from govmail_desk.operations.incident_papers import keep_incident_letter, keep_incident_mail, plan_incident_mail
from govmail_desk.operations.incidents import (
    Happening,
    cancel_incident,
    close_incident,
    correct_incident,
    record_incident,
)
from govmail_desk.store import tables
from tests.desks import UNITS, founded
from tests.handovers import own_mailbox
from tests.incidents import SAID, TODAY, recorded, told_all, waiting
from tests.request_lives import every, one

MARKER = "kế hoạch số 77 diễn ra ngày 5/12 tại kho K-31: chi tiết MARK-77"
"""What nobody may write down: a sentence with days and figures, as a description has."""

PLACES: dict[str, Callable[[Desk, Incident], Any]] = {
    "content": lambda desk, _found: record_incident(desk, happening=_secret(desk, content=MARKER)),
    "found_by": lambda desk, _found: record_incident(desk, happening=_secret(desk, found_by=MARKER)),
    "corrected content": lambda desk, found: correct_incident(
        desk, incident=found, happening=_secret(desk, content=MARKER)
    ),
    "corrected found_by": lambda desk, found: correct_incident(
        desk, incident=found, happening=_secret(desk, found_by=MARKER)
    ),
    "told": lambda desk, found: _tell(desk, found, told=MARKER),
    "by": lambda desk, found: _tell(desk, found, by=MARKER),
    "at": lambda desk, found: _tell(desk, found, at=MARKER),
    "way": lambda desk, found: _tell(desk, found, way=MARKER),
    "number": lambda desk, found: _tell(desk, found, number=MARKER),
    "note": lambda desk, found: _tell(desk, found, note=MARKER),
    "someone no rule names": lambda desk, found: _tell(desk, found, rule="", told=MARKER),
    "rule": lambda desk, found: _tell(desk, found, rule=MARKER),
    "reason not to tell": lambda desk, found: pass_step(
        desk, incident_id=found.id, rule=waiting(desk, found)[0].rule, reason=MARKER
    ),
    "measures": lambda desk, found: _close(desk, found, measures=MARKER),
    "lessons": lambda desk, found: _close(desk, found, lessons=MARKER),
    "a line after a fixed measure": lambda desk, found: _close(
        desk, found, measures=f"{incident_secrets.MEASURES[0]}\n{MARKER}"
    ),
    "reason to cancel": lambda desk, found: cancel_incident(desk, incident_id=found.id, reason=MARKER),
}
"""Wherever the acts on an incident take a text."""


@pytest.mark.parametrize("regulation_id", UNITS)
@pytest.mark.parametrize("place", PLACES)
def test_a_description_is_refused_wherever_it_is_put(tmp_path, place, regulation_id):
    with founded(tmp_path, regulation_id) as desk:
        found = recorded(desk, "secret")
        with pytest.raises(RuleBroken):
            PLACES[place](desk, found)
        assert _where(desk) == []
    assert MARKER.encode() not in (tmp_path / "so.govmail").read_bytes()


@pytest.mark.parametrize("place", ["found_by", "corrected found_by", "told", "by", "someone no rule names"])
def test_where_a_name_goes_a_plain_sentence_does_not(tmp_path, place, monkeypatch):
    monkeypatch.setattr("tests.reliability.test_no_place_for_a_state_secret.MARKER", "kế hoạch sơ tán dân ở biên giới")
    with founded(tmp_path) as desk:
        found = recorded(desk, "secret")
        with pytest.raises(RuleBroken, match="chỉ ghi tên"):
            PLACES[place](desk, found)


@pytest.mark.parametrize("regulation_id", UNITS)
def test_one_told_closed_and_written_of_holds_the_fact_alone(tmp_path, regulation_id):
    with founded(tmp_path, regulation_id) as desk:
        found = recorded(desk, "secret")
        assert found.content == ""
        told_all(desk, found)
        keep_incident_letter(desk, incident_id=found.id)
        keep_incident_mail(desk, incident_id=found.id)
        _close(desk, found, measures=incident_secrets.MEASURES[2], lessons=incident_secrets.LESSONS[0])
        closed = one(desk, Incident)
        assert (closed.state, closed.content, closed.reason) == ("closed", "", "")
        assert "attachment" not in plan_incident_mail(desk, incident_id=found.id).content.decode("ascii").lower()
        for paper in every(desk, IncidentPaper):
            assert "phát hiện" in _words(desk, paper)


def test_what_was_described_before_never_becomes_a_state_secret(tmp_path):
    """Its description stays in the journal, so the clerk is told to cancel it and to tell the head."""
    with founded(tmp_path) as desk:
        found = recorded(desk)
        with pytest.raises(RuleBroken, match="vẫn nằm trong nhật ký"):
            correct_incident(desk, incident=found, happening=_secret(desk))
        assert one(desk, Incident).content == SAID


def test_the_refusal_does_not_repeat_it(tmp_path):
    with founded(tmp_path) as desk, pytest.raises(RuleBroken) as refused:
        record_incident(desk, happening=_secret(desk, content=MARKER))
    assert "MARK-77" not in f"{refused.value.sentence} {refused.value.why}"


def _secret(desk: Desk, **more: str) -> Happening:
    told = {"found_by": "Nguyễn Văn Thành"} | more
    return Happening(kind="secret", happened_on=TODAY, mailbox_id=own_mailbox(desk).id, **told)


def _tell(desk: Desk, found: Incident, **more: str) -> object:
    told = {"rule": waiting(desk, found)[0].rule} | more
    return tell_of_incident(desk, incident_id=found.id, telling=Telling(on=TODAY, **told))


def _close(desk: Desk, found: Incident, **more: str) -> object:
    told_all(desk, found)
    told = {"measures": incident_secrets.MEASURES[0]} | more
    return close_incident(desk, incident_id=found.id, on=TODAY, **told)


def _where(desk: Desk) -> list[str]:
    """Name every table in which any row tells the marker."""
    with desk.reading() as connection:
        return [
            table.name
            for table in tables.metadata.sorted_tables
            if any("MARK-77" in str(row) for row in connection.execute(select(table)))
        ]


def _words(desk: Desk, paper: IncidentPaper) -> str:
    kept = tables.file_content
    with desk.reading() as connection:
        content = connection.execute(select(kept.c.content).where(kept.c.sha256 == paper.sha256)).scalar_one()
    if paper.name.endswith(".docx"):
        return "\n".join(line.text for line in plain_lines(paper.name, content))
    return plan_incident_mail(desk, incident_id=paper.incident_id).text
