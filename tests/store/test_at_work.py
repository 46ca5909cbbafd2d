"""Who works here on a day: from the day a decision says they came, to the day before they left."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from govmail_desk.operations.personnel import Decision, plan_personnel_change, record_personnel_change
from govmail_desk.store.at_work import works_on
from govmail_desk.store.tables import person
from tests.desks import added, founded, leave

CAME, LEFT = date(2026, 11, 2), date(2026, 11, 20)


@pytest.mark.parametrize(
    ("day", "at_work"),
    [
        (date(2026, 11, 1), {"Trần Văn An"}),
        (CAME, {"Trần Văn An", "Vũ Thị Mới"}),
        (date(2026, 11, 19), {"Trần Văn An", "Vũ Thị Mới"}),
        (LEFT, {"Vũ Thị Mới"}),
    ],
)
def test_people_work_here_from_the_day_they_came_until_they_left(tmp_path, day, at_work):
    with founded(tmp_path) as desk:
        leave(desk, added(desk, "Trần Văn An"), on=LEFT)
        decision = Decision(kind="joined", decided_on=CAME)
        plan = plan_personnel_change(desk, person_id=added(desk, "Vũ Thị Mới"), decision=decision)
        record_personnel_change(desk, plan)
        with desk.reading() as connection:
            found = set(connection.execute(select(person.c.full_name).where(works_on(day))).scalars())
        assert found & {"Trần Văn An", "Vũ Thị Mới"} == at_work
