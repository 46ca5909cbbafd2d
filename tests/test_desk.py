"""The opened register: acts, what they wrote, the clock, the regulation and calendar of a day."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from govmail_desk.desk import Changes, Desk, latest, local_clock
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.settings import CalendarDay, Operator, RegulationText
from govmail_desk.domain.unit import Unit
from govmail_desk.listings import journals as journal_listing
from govmail_desk.operations.settings import adopt_regulation
from govmail_desk.store.transaction import Transaction
from tests.desks import added, founded, say_of_day


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as desk:
        yield desk


def operators(*days):
    return [
        Operator(id=number, from_on=date(2026, 1, day), name=f"{number}") for number, day in enumerate(days, start=1)
    ]


@pytest.mark.parametrize(
    ("days", "on", "name"),
    [
        ((5,), 1, "1"),
        ((5,), 5, "1"),
        ((5, 10), 9, "1"),
        ((5, 10), 10, "2"),
        ((10, 5), 7, "2"),
        ((10, 5), 1, "2"),
        ((5, 5), 5, "2"),
        ((5, 5), 4, "1"),
    ],
)
def test_of_dated_choices_the_latest_begun_holds_and_before_any_the_first(days, on, name):
    assert latest(operators(*days), date(2026, 1, on)).name == name


def test_of_none_there_is_none():
    assert latest([], date(2026, 1, 1)) is None


def test_changes_tell_what_was_written(desk):
    with desk.transaction("add_units", "Thêm hai đơn vị") as act:
        units = act.transaction.put_all([Unit(slug="a"), Unit(slug="b")])
    assert act.changes == Changes(2, "add_units", "Thêm hai đơn vị", {"unit": {unit.id for unit in units}})
    assert act.changes.tables == {"unit"}
    assert act.changes.touches("person", "unit")
    assert not act.changes.touches("person")
    assert not act.changes.is_empty


def test_changes_are_known_only_once_the_act_is_kept(desk):
    with desk.transaction("look", "Xem") as act, pytest.raises(RuntimeError, match="only after it is kept"):
        _ = act.changes
    assert act.changes.is_empty


def test_an_act_that_wrote_nothing_is_no_entry(desk):
    head = desk.journal_head()
    with desk.transaction("nothing", "Không làm gì") as act:
        pass
    assert (act.changes.seq, act.changes.is_empty, desk.journal_head()) == (0, True, head)


def test_an_act_names_who_worked(desk):
    desk.person = "Phạm Đức Đạt"
    added(desk, "Lê An")
    assert journal_listing.acts(desk)[0].actor == "Phạm Đức Đạt"


def test_today_is_the_day_where_the_desk_stands(tmp_path):
    founded(tmp_path).close()
    late_evening_utc = datetime(2026, 11, 23, 20, tzinfo=UTC)
    hanoi = timezone(timedelta(hours=7))
    with Desk.open(tmp_path / "so.govmail", person="x", clock=lambda: late_evening_utc.astimezone(hanoi)) as desk:
        assert desk.today() == date(2026, 11, 24)
    assert local_clock().utcoffset() is not None


def test_the_calendar_is_the_shipped_one_with_the_units_corrections(desk):
    assert not desk.calendar().is_working(date(2026, 9, 2))
    say_of_day(desk, date(2026, 9, 2), is_off=False, why="Trực")
    assert desk.calendar().is_working(date(2026, 9, 2))


def test_a_register_without_a_regulation_says_what_to_do(tmp_path):
    with Desk.create(tmp_path / "so.govmail", person="x") as desk, pytest.raises(RuleBroken, match="chưa có quy chế"):
        desk.regulation()


def test_the_regulation_is_read_once_however_often_it_is_asked_for(desk):
    first, second = desk.regulation(), desk.regulation()
    assert first.provisions[0] is second.provisions[0]
    with desk.transaction("adopt", "Đổi") as act:
        (text,) = act.transaction.find(RegulationText)
    adopt_regulation(
        desk, toml=text.toml.replace('short_name = "', 'short_name = "Bản mới '), name="x.toml", from_on=desk.today()
    )
    assert desk.regulation().short_name.startswith("Bản mới ")


def test_each_day_has_the_regulation_that_was_in_use_then(desk):
    with desk.transaction("look", "Xem") as act:
        (text,) = act.transaction.find(RegulationText)
    newer = text.toml.replace('short_name = "', 'short_name = "Bản mới ')
    adopt_regulation(desk, toml=newer, name="x.toml", from_on=date(2027, 1, 1))
    regulations = desk.regulations()
    before, after = regulations.on(date(2026, 12, 31)), regulations.on(date(2027, 1, 1))
    assert after.short_name == f"Bản mới {before.short_name}"
    assert regulations.on(date(2020, 1, 1)) is before


def test_the_head_of_the_journal_is_its_count_and_its_last_hash(desk):
    count, last = desk.journal_head()
    added(desk, "Lê An")
    assert desk.journal_head()[0] == count + 1 == 2
    assert desk.journal_head()[1] != last
    assert len(last) == 64


def test_an_empty_register_has_no_head(tmp_path):
    with Desk.create(tmp_path / "so.govmail", person="x") as desk:
        assert desk.journal_head() == (0, "")


@dataclass
class Moving:
    """A clock set back between two acts, as happens when a computer's battery is changed."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


def test_a_clock_set_back_breaks_nothing(tmp_path):
    founded(tmp_path).close()
    clock = Moving(datetime(2026, 11, 23, 8, tzinfo=UTC))
    with Desk.open(tmp_path / "so.govmail", person="x", clock=clock) as desk:
        added(desk, "Lê An")
        clock.now = datetime(1970, 1, 1, tzinfo=UTC)
        added(desk, "Lê Bình")
        assert [act.sentence for act in journal_listing.acts(desk)][:2] == ["Thêm Lê Bình", "Thêm Lê An"]


def test_a_reading_within_a_reading_sees_the_same_state_by_the_same_connection(desk):
    with desk.reading() as outer:
        with desk.reading() as inner:
            assert inner is outer
        assert desk.regulation().id
        with desk.reading() as again:
            assert again is outer
    with desk.reading() as later:
        assert not later.closed


def test_a_reading_that_ends_by_a_failure_leaves_none_behind(desk):
    with pytest.raises(RuleBroken), desk.reading() as first:
        raise RuleBroken("Thôi.")
    with desk.reading() as second:
        assert second is not first


def test_whoever_reads_more_while_another_is_about_to_write_holds_nobody_up(desk, tmp_path):
    begun, failures = threading.Event(), []

    def write():
        with Desk.open(tmp_path / "so.govmail", person="Lê Thị Mỹ Hạnh", clock=desk.clock) as other:
            try:
                with other.transaction("add", "Thêm ngày nghỉ") as act:
                    act.transaction.put(CalendarDay(on_date=date(2027, 1, 4), is_off=True, why="Thông báo"))
                    begun.set()
            except StoreUnavailable as failure:
                failures.append(failure)

    with desk.reading() as connection:
        assert Transaction(connection).find(CalendarDay) == []
        writer = threading.Thread(target=write)
        writer.start()
        begun.wait()
        writer.join(0.3)  # it stands at its commit now, waiting for this reading to end
        assert writer.is_alive()
        assert desk.regulation().id
    writer.join()
    assert failures == []
