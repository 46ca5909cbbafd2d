"""Which units sent the period asked for, who is late and by how much, and what the last package of each did."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

import pytest

from govmail_desk.desk import Desk
from govmail_desk.listings.offices import asked, late, opening, page
from govmail_desk.operations.office_chases import chase_offices, plan_chases
from govmail_desk.operations.offices import add_office, end_office
from govmail_desk.operations.packages import plan_packages, take_in_packages
from tests.desks import founded
from tests.packages import TAKEN_AT, box, contents, office_desk, written


@dataclass
class Clock:
    now: datetime = TAKEN_AT

    def __call__(self):
        return self.now


@dataclass
class Gathered:
    desk: Desk
    clock: Clock = field(default_factory=Clock)

    def on(self, day):
        self.clock.now = TAKEN_AT.replace(year=day.year, month=day.month, day=day.day)

    def rows(self, **wanted):
        return opening(self.desk, first_count=50, **wanted).first


@pytest.fixture
def gathered(tmp_path):
    with office_desk(tmp_path) as desk:
        made = Gathered(desk)
        desk.clock = made.clock
        yield made


def take(gathered, tmp_path, made):
    take_in_packages(gathered.desk, plan_packages(gathered.desk, [written(tmp_path, made)]))


def test_a_unit_that_sent_the_period_is_not_late_and_the_others_are_first(gathered, tmp_path):
    take(gathered, tmp_path, contents([box("hanhltm"), box("tamlv")], period="2026-Q4"))
    add_office(gathered.desk, name="Ủy ban nhân dân Phường 10")
    add_office(gathered.desk, name="Ủy ban nhân dân Phường 9")
    rows = gathered.rows()
    assert [(row.name.rpartition(" ")[2], row.state, row.days_late) for row in rows] == [
        ("9", "late", 2),
        ("10", "late", 2),
        ("1", "sent", None),
    ]
    last = rows[-1]
    assert (last.as_of_on, last.mailbox_count, last.new_count) == (date(2026, 12, 5), 2, 2)


def test_what_the_newest_package_did_is_counted(gathered, tmp_path):
    take(gathered, tmp_path, contents([box("a"), box("b"), box("c")], as_of_on=date(2026, 12, 3)))
    take(gathered, tmp_path, contents([box("a"), box("b", post="Kế toán"), box("d")], journal_seq=20))
    (row,) = gathered.rows()
    assert (row.mailbox_count, row.new_count, row.changed_count, row.gone_count) == (3, 1, 1, 1)


def test_the_period_asked_for_is_the_last_whose_day_has_come(gathered):
    told = {}
    for day in (date(2026, 12, 4), date(2026, 12, 5), date(2027, 1, 15), date(2027, 3, 5)):
        gathered.on(day)
        told[day] = (str(asked(gathered.desk).period), asked(gathered.desk).due_on)
    assert list(told.values()) == [
        ("2026-Q3", date(2026, 9, 5)),
        ("2026-Q4", date(2026, 12, 5)),
        ("2026-Q4", date(2026, 12, 5)),
        ("2027-Q1", date(2027, 3, 5)),
    ]


def test_on_the_day_itself_nobody_is_late(gathered):
    add_office(gathered.desk, name="Ủy ban nhân dân Phường 9")
    gathered.on(date(2026, 12, 5))
    assert late(gathered.desk)[1] == []
    gathered.on(date(2026, 12, 6))
    assert [row.days_late for row in late(gathered.desk)[1]] == [1]


def test_a_day_set_by_a_letter_stands_before_the_regulations(gathered):
    add_office(gathered.desk, name="Ủy ban nhân dân Phường 9")
    (office_id,) = opening(gathered.desk, first_count=1).ids
    plan = plan_chases(
        gathered.desk, office_ids=[office_id], period="2026-Q4", on=date(2026, 12, 7), due_on=date(2026, 12, 6)
    )
    chase_offices(gathered.desk, plan)
    (row,) = gathered.rows()
    assert (row.due_on, row.days_late, row.turn) == (date(2026, 12, 6), 1, 1)


def test_another_period_can_be_looked_at(gathered, tmp_path):
    take(gathered, tmp_path, contents([box("a")], period="2026-Q4"))
    assert [row.state for row in gathered.rows(period="2026-Q3")] == ["late"]
    assert gathered.rows(period="2026-Q3")[0].days_late == (date(2026, 12, 7) - date(2026, 9, 5)).days


def test_units_are_searched_without_marks_and_by_state(gathered):
    for name in ("Phòng Văn hóa", "Phòng Y tế"):
        add_office(gathered.desk, name=name)
    (row,) = gathered.rows(search="van hoa")
    assert row.name == "Phòng Văn hóa"
    assert gathered.rows(search="không có") == ()
    end_office(gathered.desk, office_id=row.id, on=gathered.desk.today())
    assert [one.name for one in gathered.rows(states=("ended",))] == ["Phòng Văn hóa"]
    assert opening(gathered.desk, first_count=1).counts == {"late": 1, "waiting": 0, "sent": 0, "ended": 1}
    assert [one.id for one in page(gathered.desk, [row.id])] == [row.id]


def test_where_no_day_is_stated_nobody_is_late(tmp_path):
    with founded(tmp_path, "soctrang-59-2024") as desk:
        add_office(desk, name="Sở Nội vụ")
        told, rows = late(desk)
        assert (told.due_on, rows) == (None, [])
        assert opening(desk, first_count=1).first[0].state == "waiting"
