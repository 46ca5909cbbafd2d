"""Telling somebody of an incident: whom, when, how, under which rule; what fell due is settled by it and by nothing else."""

from __future__ import annotations

from datetime import timedelta

import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.incident import IncidentNotice
from govmail_desk.domain.reminder import Due
from govmail_desk.operations import journals
from govmail_desk.operations.incident_notices import Telling, pass_step, tell_of_incident
from tests.desks import founded
from tests.incidents import TODAY, recorded, waiting
from tests.request_lives import every, one


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "camau-24-2018") as desk:
        yield desk


def tell(desk, found, /, rule="incident.user", **more):
    return tell_of_incident(desk, incident_id=found.id, telling=Telling(rule=rule, **{"on": TODAY, **more}))


def test_a_notice_says_whom_when_by_whom_and_how_and_settles_what_fell_due(desk):
    found = recorded(desk, happened_at="08:00")
    changes = tell(desk, found, at="8h10", way="phone", told="Lý Văn Tâm, cán bộ CNTT")
    kept = one(desk, IncidentNotice)
    assert (kept.told, kept.at_time, kept.by, kept.way) == ("Lý Văn Tâm, cán bộ CNTT", "08:10", desk.person, "phone")
    assert "cho Lý Văn Tâm, cán bộ CNTT" in changes.sentence
    due = one(desk, Due, subject_kind="incident")
    assert (due.settled_on, due.settled_why) == (TODAY, "Đã báo Lý Văn Tâm, cán bộ CNTT ngày 23/11/2026")
    assert journals.verify(desk) == []


def test_whoever_the_rule_names_is_told_where_nobody_else_is_named(desk):
    found = recorded(desk)
    tell(desk, found, rule="incident.unit", way="letter", number="15/STTTT-VP")
    kept = one(desk, IncidentNotice)
    assert (kept.told, kept.number) == ("đơn vị quản lý, vận hành", "15/STTTT-VP")
    assert [step.cite for step in waiting(desk, found)] == ["Đ8.7"]


def test_someone_no_rule_names_settles_nothing(desk):
    found = recorded(desk)
    tell(desk, found, rule="", told="Công an tỉnh")
    assert len(waiting(desk, found)) == 2
    assert one(desk, Due, subject_kind="incident").settled_on is None


def test_the_same_may_be_told_again(desk):
    found = recorded(desk)
    for _ in range(2):
        tell(desk, found)
    assert len(every(desk, IncidentNotice)) == 2


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"on": TODAY - timedelta(days=1)}, "phát hiện 08:00 ngày 23/11/2026"),
        ({"at": "07:59"}, "phát hiện 08:00 ngày 23/11/2026"),
        ({"on": TODAY + timedelta(days=1)}, "chưa tới"),
        ({"rule": "incident.secret"}, "không áp dụng"),
        ({"rule": "", "told": " "}, "Chưa ghi báo cho ai"),
        ({"way": "fax"}, "Cách báo"),
        ({"way": "not-needed"}, "Cách báo"),
    ],
)
def test_what_cannot_be_is_refused(desk, more, said):
    found = recorded(desk, happened_at="08:00")
    with pytest.raises(RuleBroken, match=said):
        tell(desk, found, **more)
    assert every(desk, IncidentNotice) == []


def test_not_telling_wants_a_reason_and_is_said_once(desk):
    found = recorded(desk)
    with pytest.raises(RuleBroken, match="Chưa có lý do"):
        pass_step(desk, incident_id=found.id, rule="incident.unit", reason="")
    pass_step(desk, incident_id=found.id, rule="incident.unit", reason="Trong khả năng của đơn vị")
    assert (one(desk, IncidentNotice).way, one(desk, IncidentNotice).note) == (
        "not-needed",
        "Trong khả năng của đơn vị",
    )
    with pytest.raises(RuleBroken, match="đã được báo hoặc không thuộc diện"):
        pass_step(desk, incident_id=found.id, rule="incident.unit", reason="Lần nữa")


def test_taking_a_notice_back_lets_it_fall_due_again(desk):
    found = recorded(desk)
    tell(desk, found)
    journals.take_back(desk, journals.plan_take_back(desk))
    assert one(desk, Due, subject_kind="incident").settled_on is None
    assert len(waiting(desk, found)) == 2


def test_in_district_4_one_notice_to_the_office_serves_both_articles(tmp_path):
    with founded(tmp_path / "q4", "quan4-03-2013") as desk:
        found = recorded(desk)
        tell(desk, found, rule="incident.unit")
        assert waiting(desk, found) == ()
        assert one(desk, Due, subject_kind="incident").settled_on == TODAY
