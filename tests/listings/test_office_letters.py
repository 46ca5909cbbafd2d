"""Letters to late units that wait for their number, and the periods something was sent or written about."""

from __future__ import annotations

from datetime import date

from govmail_desk.listings.office_letters import letters_of, told_periods, waiting_letters
from govmail_desk.listings.office_pane import pane
from govmail_desk.listings.offices import opening
from govmail_desk.operations.office_chases import chase_offices, number_chases, plan_chases
from govmail_desk.operations.offices import add_office
from govmail_desk.operations.packages import plan_packages, take_in_packages
from tests.packages import box, contents, office_desk, written


def test_letters_wait_until_they_have_their_number_and_are_counted_so_long(tmp_path):
    with office_desk(tmp_path) as desk:
        add_office(desk, name="Phòng Nội vụ")
        (office_id,) = opening(desk, first_count=1).ids
        for day in (6, 7):
            chase_offices(
                desk,
                plan_chases(desk, office_ids=[office_id], period="2026-Q4", on=date(2026, 12, day), asked_by="CV 12"),
            )
        waiting = waiting_letters(desk, period="2026-Q4")
        assert [(one.office, one.turn, one.on.day) for one in waiting] == [
            ("Phòng Nội vụ", 1, 6),
            ("Phòng Nội vụ", 2, 7),
        ]
        assert waiting_letters(desk, period="2026-Q3") == ()
        number_chases(desk, chase_ids=[waiting[0].id], number="15", on=date(2026, 12, 7))
        assert waiting_letters(desk, period="2026-Q4") == waiting[1:]
        assert waiting_letters(desk, chase_ids=[waiting[0].id]) == ()
        assert opening(desk, first_count=1).unnumbered_count == 1
        assert [one.number for one in letters_of(desk, [waiting[1].id, waiting[0].id])] == ["", "15"]
        facts = pane(desk, office_id)
        assert facts is not None
        assert facts.asked_by("2026-Q4", date(2026, 12, 5)) == "CV 12"
        assert facts.asked_by("2026-Q4", date(2026, 12, 6)) == ""


def test_the_periods_told_of_stand_among_those_around_today(tmp_path):
    with office_desk(tmp_path) as desk:
        path = written(tmp_path, contents([box("a")], period="2025", opening_on=date(2024, 12, 31)))
        take_in_packages(desk, plan_packages(desk, [path]))
        assert [str(one) for one in told_periods(desk)] == ["2025"]
        answer = opening(desk, first_count=1, period="2025")
        assert (str(answer.today), str(answer.asked.period)) == ("2026-Q4", "2025")
        offered = [str(one) for one in answer.periods]
        assert offered[:2] == ["2027-Q1", "2026-Q4"]
        assert "2025" in offered
