"""A random year of a clerk's work, and reports on random days of it: each figure equals what the journal says, counted anew.

States, issues, moves, lists and requests come in any order, many of them of days long past, some taken back again; nothing is counted
from the register's tables but by the program.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from govmail_desk.desk import Desk
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.report_figures import COUNTED, Figures
from govmail_desk.domain.request_details import ChangeDetails
from govmail_desk.operations import journals, mailbox_acts, mailboxes
from govmail_desk.operations.intakes import plan_intake, take_in
from govmail_desk.operations.people import add_person
from govmail_desk.operations.report_figures import count_figures
from govmail_desk.operations.request_answers import RowAnswer, answer_request, apply_answer
from govmail_desk.operations.request_sending import send_request
from govmail_desk.operations.requests import draft_request, plan_about, plan_request
from govmail_desk.operations.units import add_unit
from tests import small_lists as lists
from tests.desks import asks_the_operator_of_today, founded, own_unit_id
from tests.machine.report_count import Counts, Replayed
from tests.request_lives import OWN, every

NEW_YEAR = date(2026, 1, 1)
SECTIONS = ("Phòng Bưu chính", "Phòng Báo chí")
BACK = st.integers(0, 40)
PICK = st.integers(0, 30)
STEPS = st.one_of(
    st.tuples(st.just("add"), PICK, BACK, st.sampled_from(("active", "locked", "proposed"))),
    st.tuples(st.just("state"), PICK, BACK, st.sampled_from(("locked", "suspended", "active", "closed"))),
    st.tuples(st.just("issue"), PICK, BACK, st.just("")),
    st.tuples(st.just("move"), PICK, BACK, st.just("")),
    st.tuples(st.just("list"), PICK, BACK, st.just("")),
    st.tuples(st.just("ask"), PICK, BACK, st.sampled_from(("create", "change", "reset", "reopen", "close"))),
    st.tuples(st.just("take back"), PICK, BACK, st.just("")),
)
YEAR = st.lists(st.tuples(st.integers(0, 30), STEPS), min_size=8, max_size=22)
STRETCHES = st.lists(st.tuples(PICK, PICK), min_size=4, max_size=6)
"""Which of the days on which something happened, or of the evenings before them, each report opens at and is cut off on."""


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Found one register with two sections and a body outside, which every year begins as a copy of."""
    folder = tmp_path_factory.mktemp("begun")
    with founded(folder) as desk:
        desk.clock = lambda: datetime(2026, 1, 1, 8, tzinfo=UTC)
        asks_the_operator_of_today(desk)
        for name in SECTIONS:
            add_unit(desk, name=name, slug="", parent_id=own_unit_id(desk))
        add_unit(desk, name="Sở Nội vụ", slug="snv")
    return folder / "so.govmail"


@contextmanager
def a_year(begun: Path) -> Iterator[Desk]:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "so.govmail"
        shutil.copyfile(begun, path)
        with closing(Desk.open(path, person="Ngô Thị Kim Uyên")) as desk:
            yield desk


@settings(max_examples=20, deadline=None, phases=[Phase.reuse, Phase.generate])  # shortening a year takes many minutes
@given(year=YEAR, stretches=STRETCHES)
def test_the_figures_of_any_days_of_a_year_equal_what_the_journal_says(begun, year, stretches):
    with a_year(begun) as desk:
        clerk, today = _Clerk(desk), NEW_YEAR
        for days, step in year:
            today += timedelta(days=days)
            clerk.does(step, today)
        assert journals.verify(desk) == []
        with closing(sqlite3.connect(clerk.path)) as register:
            told = Replayed(register)
        days = told.days()
        for picks in stretches:
            opening_on, cut_off_on = sorted(days[pick % len(days)] for pick in picks)
            figures = count_figures(desk, opening_on=opening_on, cut_off_on=cut_off_on)
            assert by_line(figures) == told.counted(opening_on, cut_off_on), (opening_on, cut_off_on)
            assert by_name(figures) == {key: count for key, count in by_line(figures).items() if key[2] not in STOOD}


STOOD = {"opening", "closing"}


def by_line(figures: Figures) -> Counts:
    counted = {(line.unit_id, line.kind, name): getattr(line, name) for line in figures.lines for name in COUNTED}
    return Counter({key: count for key, count in counted.items() if count})


def by_name(figures: Figures) -> Counts:
    return Counter((name.unit_id, name.kind, name.what) for name in figures.names)


class _Clerk:
    """Does what a step says on a day; what the program refuses is left undone."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.made = desk, 0
        self.path = Path(desk.engine.url.database or "")
        with desk.reading() as connection:
            self.units = list(connection.exec_driver_sql("SELECT id FROM unit ORDER BY id").scalars())

    def does(self, step: tuple[str, int, int, str], today: date) -> None:
        what, pick, back, chosen = step
        self.desk.clock = lambda: datetime.combine(today, datetime.min.time(), UTC).replace(hour=8)
        on = max(NEW_YEAR, today - timedelta(days=back))
        self.made += 1
        with suppress(RuleBroken):
            {
                "add": self._add,
                "state": self._enter,
                "issue": self._issue,
                "move": self._move,
                "list": self._list,
                "ask": self._ask,
                "take back": self._take_back,
            }[what](pick, on, chosen)

    def _box(self, pick: int) -> Mailbox:
        boxes = every(self.desk, Mailbox)
        return boxes[pick % len(boxes)]

    def _person(self, pick: int) -> int:
        unit_id = self.units[pick % len(self.units)]
        name = f"Trần Văn {('An', 'Bình', 'Đức', 'Hạnh')[pick % 4]}"
        (person_id,) = add_person(self.desk, full_name=name, unit_id=unit_id, post="Chuyên viên").ids["person"]
        return person_id

    def _add(self, pick: int, on: date, state: str) -> None:
        holder_id = self._person(pick) if pick % 3 else None
        mailboxes.add_mailbox(
            self.desk,
            address=f"hop{self.made}.stttt@ninhbinh.gov.vn",
            kind="personal" if holder_id else "unit",
            unit_id=self.units[pick % len(self.units)],
            holder_id=holder_id,
            state=state,
            since=on,
        )

    def _enter(self, pick: int, on: date, state: str) -> None:
        mailboxes.record_state(self.desk, mailbox_id=self._box(pick).id, state=state, on=on, cause="other")

    def _issue(self, pick: int, on: date, _chosen: str) -> None:
        mailbox_acts.record_issue(self.desk, mailbox_ids=[self._box(pick).id], on=on)

    def _move(self, pick: int, _on: date, _chosen: str) -> None:
        box = self._box(pick)
        unit_id = self.units[(pick // 3) % len(self.units)]
        mailboxes.edit_mailbox(self.desk, mailbox=box, note="", unit_id=unit_id, holder_id=box.holder_id)

    def _list(self, pick: int, _on: date, _chosen: str) -> None:
        row = lists.person(
            f"Lê Thị {('Xuân', 'Yến')[pick % 2]}",
            phone="0912345678",
            section=SECTIONS[(pick // 2) % 2],
            address=f"ds{pick % 2}.stttt@ninhbinh.gov.vn",
        )
        take_in(self.desk, plan_intake(self.desk, lists.people(row)))

    def _ask(self, pick: int, on: date, kind: str) -> None:
        """Ask the operator, who answers some days later, sometimes with a refusal; brought in on the day of today."""
        answered_on = min(on + timedelta(days=pick % 9), self.desk.today())
        if kind == "create":
            plan = plan_request(self.desk, on=on, people_ids=[self._person(pick)])
        else:
            unit_id = self.units[(pick // 3) % len(self.units)]
            details = {self._box(pick).id: ChangeDetails(unit_id=unit_id)} if kind == "change" else {}
            plan = plan_about(self.desk, kind=kind, mailbox_ids=[self._box(pick).id], on=on, details=details)
        (request_id,) = draft_request(self.desk, plan).ids["request"]
        send_request(self.desk, request_id=request_id, on=on, from_address=OWN["ninhbinh-2020"], number=str(self.made))
        refused = {1: RowAnswer("refused", note="Chưa đủ điều kiện")} if pick % 7 == 0 else {}
        answer_request(self.desk, request_id=request_id, on=answered_on, answers=refused)
        apply_answer(self.desk, request_id=request_id)

    def _take_back(self, _pick: int, _on: date, _chosen: str) -> None:
        journals.take_back(self.desk, journals.plan_take_back(self.desk))
