"""A machine plays a clerk's weeks: adds, edits, imports, moves states, takes back, searches; register and journal agree at every step.

What it does with due dates, looks and handovers is `tests.machine.reminder_acts`.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections import Counter, defaultdict
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import consumes, initialize, invariant, precondition, rule

from govmail_desk import paths
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import Mailbox, MailboxAct, MailboxEvent
from govmail_desk.domain.reminder import Due
from govmail_desk.listings import journals as journal_listing
from govmail_desk.listings import mailbox_pane
from govmail_desk.listings import people as people_listing
from govmail_desk.listings import units as unit_listing
from govmail_desk.operations import custodies, journals, mailboxes, people, registers, units
from govmail_desk.operations.intakes import plan_intake, take_in
from govmail_desk.regulations import loader
from tests import small_lists as lists
from tests.machine.readings import last_after, rows_of, standing
from tests.machine.reminder_acts import ReminderActs

SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Đỗ", "Đặng", "Ngô")
MIDDLES = ("Văn", "Thị", "Thị Mỹ", "Quốc", "")
GIVENS = ("An", "Bình", "Đức", "Hạnh", "Ứng", "Yến")
names = st.builds(
    lambda *words: " ".join(filter(None, words)),
    st.sampled_from(SURNAMES),
    st.sampled_from(MIDDLES),
    st.sampled_from(GIVENS),
)
FALLING_DUE = (
    "mailbox", "mailbox_event", "mailbox_act", "due", "check", "snooze", "lead_time", "calendar_day", "custody", "handover",
    "handed_mailbox", "handover_item",
)  # fmt: skip
"""The tables that an act on what falls due writes."""
Dump = dict[str, dict[int, dict[str, object]]]
phones = st.sampled_from(("", "0912345678", "0987654321"))


def standing_acts(register: sqlite3.Connection) -> frozenset[int]:
    """Name the acts that stand: none taken back, and none that takes back."""
    acts = register.execute("SELECT seq, takes_back FROM journal").fetchall()
    return frozenset(seq for seq, takes_back in acts if takes_back is None) - {takes_back for _, takes_back in acts}


def without_version(rows: dict[int, dict[str, object]]) -> dict[int, dict[str, object]]:
    """Leave out how often each was written."""
    return {row_id: {name: value for name, value in row.items() if name != "version"} for row_id, row in rows.items()}


class ClerksWeeks(ReminderActs):
    """One register of an invented unit, worked on in any order."""

    persons = ReminderActs.persons
    boxes = ReminderActs.boxes

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.now = datetime(2026, 1, 5, 8, tzinfo=UTC)
        self.address_count = 0
        self.dumps: dict[frozenset[int], Dump] = {}

    @initialize(regulation_id=st.sampled_from(("ninhbinh-2020", "quan4-03-2013")))
    def found(self, regulation_id: str) -> None:
        regulation = loader.load(paths.regulations() / f"{regulation_id}.toml")
        self.desk = registers.create_register(
            self.folder / "so.govmail",
            person="Văn thư",
            regulation=regulation,
            unit_name="Sở Thông tin và Truyền thông",
            slug="stttt",
            head="Lê Thị Mỹ Hạnh",
            clock=lambda: self.now,
        )
        self.unit_id = unit_listing.own(self.desk).id
        (own,) = self.every(Mailbox)
        self.own_box, self.domain = own.id, own.address.partition("@")[2]

    @rule(target=persons, name=names, phone=phones)
    def add_person(self, name: str, phone: str) -> int:
        changes = people.add_person(self.desk, full_name=name, unit_id=self.unit_id, phone=phone, post="Chuyên viên")
        (person_id,) = changes.ids["person"]
        return person_id

    @rule(person_id=persons, name=names, phone=phones)
    def edit_person(self, person_id: int, name: str, phone: str) -> None:
        person = people_listing.person_of(self.desk, person_id)
        if person is not None:
            people.edit_person(self.desk, person=person, corrected=replace(person, full_name=name, phone=phone))

    @rule(target=boxes, person_id=persons)
    def issue_mailbox(self, person_id: int) -> int:
        if people_listing.person_of(self.desk, person_id) is None:
            return 0
        self.address_count += 1
        changes = mailboxes.add_mailbox(
            self.desk,
            address=f"hopthu{self.address_count}.stttt@{self.domain}",
            kind="personal",
            unit_id=self.unit_id,
            holder_id=person_id,
            since=self.desk.today(),
        )
        (mailbox_id,) = changes.ids["mailbox"]
        return mailbox_id

    @rule(
        listed=st.lists(names, max_size=4),
        phone=phones,
        section=st.sampled_from(("", "Văn phòng", "Phòng Công nghệ thông tin")),
        address=st.sampled_from(("", "danhsach{}.stttt@{}", "danhsach{}.stttt@@{}")),
    )
    def take_a_list_in(self, listed: list[str], phone: str, section: str, address: str) -> None:
        file = lists.people(
            *(
                lists.person(name, phone=phone, section=section, address=address.format(number, self.domain))
                for number, name in enumerate(listed, 1)
            )
        )
        plan = plan_intake(self.desk, file)
        if not plan.refusal:
            changes = take_in(self.desk, plan)
            assert changes.is_empty == plan.is_empty
            assert plan_intake(self.desk, file).is_empty, "the same file twice changes nothing"

    @rule(mailbox_id=boxes, state=st.sampled_from(("locked", "active", "suspended", "closed")))
    def record_state(self, mailbox_id: int, state: str) -> None:
        if mailbox_pane.pane(self.desk, mailbox_id):
            mailboxes.record_state(self.desk, mailbox_id=mailbox_id, state=state, on=self.desk.today())

    @rule(name=st.sampled_from(("Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ")))
    def rename_unit(self, name: str) -> None:
        self.now += timedelta(days=1)
        units.rename_unit(self.desk, unit_id=self.unit_id, name=name, from_on=self.desk.today())

    @rule(person_id=persons)
    def appoint_custodian(self, person_id: int) -> None:
        in_charge = {row.person_id for row in unit_listing.custodies(self.desk, self.unit_id) if row.to_on is None}
        if people_listing.person_of(self.desk, person_id) and person_id not in in_charge:
            custodies.appoint(
                self.desk, unit_id=self.unit_id, person_id=person_id, role="custodian", from_on=self.desk.today()
            )

    @rule()
    def take_back_the_last_act(self) -> None:
        before = [
            act.seq for act in journal_listing.acts(self.desk) if act.taken_back_by is None and act.takes_back is None
        ]
        if len(before) == 1:
            return
        plan = journals.plan_take_back(self.desk)
        journals.take_back(self.desk, plan)
        assert plan.seq == before[0]

    @precondition(lambda self: len(journal_listing.acts(self.desk)) > 2)
    @rule(pick=st.integers(0, 50))
    def try_to_take_back_any_act(self, pick: int) -> None:
        acts = journal_listing.acts(self.desk)
        try:
            journals.take_back(self.desk, journals.plan_take_back(self.desk, seq=acts[pick % len(acts)].seq))
        except RuleBroken as refusal:
            assert refusal.sentence.endswith(".")  # noqa: PT017  (many acts can be taken back, some cannot)

    @rule(person_id=persons)
    def find_them_by_folded_name(self, person_id: int) -> None:
        person = people_listing.person_of(self.desk, person_id)
        if person is not None:
            wanted = people_listing.PersonFilter(search=" ".join(reversed(person.full_name.upper().split())))
            assert person_id in people_listing.ids(self.desk, wanted)

    @rule(mailbox_id=consumes(boxes))
    def a_row_edited_behind_the_programs_back_is_found(self, mailbox_id: int) -> None:
        if mailbox_pane.pane(self.desk, mailbox_id) is None:
            return
        with self.desk.engine.connect() as connection:
            connection.exec_driver_sql("UPDATE mailbox SET note = note || '!' WHERE id = ?", (mailbox_id,))
            connection.commit()
            assert [finding.sentence for finding in journals.verify(self.desk)] == [
                f"Dòng {mailbox_id} của bảng “mailbox” khác với nhật ký: đã bị sửa bên ngoài chương trình."
            ]
            connection.exec_driver_sql(
                "UPDATE mailbox SET note = substr(note, 1, length(note) - 1) WHERE id = ?", (mailbox_id,)
            )
            connection.commit()

    @invariant()
    def everything_agrees_with_the_journal(self) -> None:
        if hasattr(self, "desk"):
            assert journals.verify(self.desk) == []

    @invariant()
    def each_mailbox_stands_as_its_last_event_says(self) -> None:
        if hasattr(self, "desk"):
            events: dict[int, list[MailboxEvent]] = defaultdict(list)
            for event in self.every(MailboxEvent):
                events[event.mailbox_id].append(event)
            for box in self.every(Mailbox):
                assert (box.state, box.since) == standing(events[box.id])

    @invariant()
    def whatever_falls_due_was_begun_by_an_act_and_once(self) -> None:
        if hasattr(self, "desk"):
            running = self.every(Due, settled_on=None)
            assert all(due.begun_by for due in running)
            assert (
                max(Counter((due.rule, due.subject_kind, due.subject_id) for due in running).values(), default=1) == 1
            )
            assert all(due.started_on <= due.settled_on for due in self.every(Due) if due.settled_on is not None)

    @invariant()
    def no_password_is_counted_from_before_its_last_change(self) -> None:
        if hasattr(self, "desk"):
            changes = self.every(MailboxAct, kind="password-changed")
            running = {due.subject_id: due for due in self.every(Due, settled_on=None) if "rotation" in due.rule}
            assert all(
                running[one.mailbox_id].started_on >= one.on_date for one in changes if one.mailbox_id in running
            )

    @invariant()
    def every_row_is_as_its_last_act_left_it(self) -> None:
        """Read past the program: the file as SQLite has it, what the journal says of each row, and the file when the same acts stood."""
        if hasattr(self, "desk"):
            with closing(sqlite3.connect(self.folder / "so.govmail")) as register:
                found = {table: rows_of(register, table) for table in FALLING_DUE}
                for table, rows in found.items():
                    last = last_after(register, table)
                    assert {one: {name: rows[one][name] for name in last[one]} for one in rows} == last
                standing = standing_acts(register)
            dump = {table: without_version(rows) for table, rows in found.items()}
            assert self.dumps.setdefault(standing, dump) == dump, "what was taken back is as if it had never been"

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self.desk.close()
        shutil.rmtree(self.folder)


TestClerksWeeks = ClerksWeeks.TestCase
TestClerksWeeks.settings = settings(
    max_examples=40,
    stateful_step_count=25,
    deadline=None,
    phases=[
        Phase.reuse,
        Phase.generate,
    ],  # weeks of so many acts are told as they went: shortening them takes many minutes
)
