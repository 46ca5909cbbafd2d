"""A machine plays the lives of requests in any order: drafted of every kind, signed, sent, chased, answered, brought in, given up.

After each step, taking back among them, register and journal agree, a refused act has written nothing, no number stands twice in its year.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
import tempfile
from collections import Counter, defaultdict
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import docx
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from govmail_desk.desk import Changes
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import Mailbox, MailboxEvent
from govmail_desk.domain.regulation import REQUEST_LIMIT_OPERATOR
from govmail_desk.domain.reminder import Due, FollowUp
from govmail_desk.domain.request import File, Request, RequestEvent, RequestRow
from govmail_desk.domain.request_details import ChangeDetails, Fact
from govmail_desk.listings.requests import content
from govmail_desk.operations import journals
from govmail_desk.operations.chases import chase_request, number_chase
from govmail_desk.operations.copies import copy_files
from govmail_desk.operations.editions import plan_edition, remake_papers
from govmail_desk.operations.follow_ups import dismiss_follow_up, finish_follow_up
from govmail_desk.operations.mailboxes import record_state
from govmail_desk.operations.paper_content import PaperChoices
from govmail_desk.operations.personnel import Decision, plan_personnel_change, record_personnel_change
from govmail_desk.operations.request_answers import RowAnswer, answer_request, apply_answer
from govmail_desk.operations.request_sending import cancel_number, send_request, sign_request
from govmail_desk.operations.request_withdrawals import cancel_request, withdraw_rows
from govmail_desk.operations.requests import draft_request, plan_about, plan_request
from govmail_desk.operations.taken_in_files import take_in_copy
from govmail_desk.store.transaction import Transaction
from tests.desks import UNITS, added, founded
from tests.machine.readings import READ_PAST_THE_PROGRAM, last_after, listed_count, rows_of, standing, words_of
from tests.mailboxes import issued

GIVENS = ("An", "Bình", "Đức", "Hạnh", "Ứng", "Yến")
LEADS_ON = {
    "sign": {"draft"},
    "cancel number": {"signed"},
    "send": {"draft", "signed"},
    "answer": {"sent"},
    "apply": {"answered"},
    "withdraw": {"draft", "signed", "sent"},
    "cancel": {"draft", "signed", "sent"},
    "chase": {"sent"},
    "number chase": {"sent"},
    "remake": {"draft", "signed"},
    "take in": {"draft", "signed"},
}
"""From which states each act may follow, as an office would say it; written here anew, apart from the program's own table."""
MOST = 8
"""Requests in one register; papers take their time."""
NEXT = {"draft": "sign", "signed": "send", "sent": "answer", "answered": "apply"}
UNSENT = {"draft", "signed", "cancelled"}
NUMBERING = {"sign", "send", "chase", "number chase"}
numbers = st.integers(1, 4).map(str)
picks = st.integers(0, 30)
results = st.lists(st.sampled_from(("granted", "otherwise", "refused")), max_size=3)


class RequestLives(RuleBasedStateMachine):
    """One register of an invented unit under one of the five regulations."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.given: set[tuple[int, str]] = set()
        self.made = 0

    @initialize(regulation_id=st.sampled_from(tuple(UNITS)))
    def found(self, regulation_id: str) -> None:
        self.desk = founded(self.folder, regulation_id)
        self.now = datetime(2026, 12, 28, 8, tzinfo=UTC)
        self.desk.clock = lambda: self.now
        self.boxes = [issued(self.desk, f"Trần Văn {given}", post="Giám đốc") for given in GIVENS[:3]]
        self.first_count = self.desk.journal_head()[0]
        self.ask_for_new_mailboxes(count=3, given_name="An")

    # the days

    @rule(days=st.integers(1, 6))
    def days_pass(self, days: int) -> None:
        self.now += timedelta(days=days)

    @rule(pick=picks, state=st.sampled_from(("locked", "active", "suspended")))
    def a_mailbox_changes(self, pick: int, state: str) -> None:
        box = self.boxes[pick % len(self.boxes)]
        with self.refused_or_done():
            record_state(self.desk, mailbox_id=box, state=state, on=self.desk.today(), cause="inactivity")

    # drafting

    @precondition(lambda self: len(self.every(Request)) < MOST)
    @rule(count=st.integers(1, 3), given_name=st.sampled_from(GIVENS))
    def ask_for_new_mailboxes(self, count: int, given_name: str) -> None:
        people = [added(self.desk, f"Lê Thị {given_name}", post="Giám đốc") for _ in range(count)]
        plan = plan_request(self.desk, on=self.desk.today(), people_ids=people)
        with self.refused_or_done():
            self.read_back(draft_request(self.desk, plan))

    @precondition(lambda self: len(self.every(Request)) < MOST)
    @rule(kind=st.sampled_from(("change", "reset", "reopen", "close")), chosen=st.sets(picks, min_size=1, max_size=3))
    def ask_about_mailboxes(self, kind: str, chosen: set[int]) -> None:
        self.made += 1
        boxes = [self.boxes[pick % len(self.boxes)] for pick in sorted(chosen)]
        details = {box: self.change(place) for place, box in enumerate(boxes)} if kind == "change" else {}
        plan = plan_about(self.desk, kind=kind, mailbox_ids=boxes, on=self.desk.today(), details=details)
        with self.refused_or_done(is_refused=bool(plan.refusals)):
            self.read_back(draft_request(self.desk, plan))

    def change(self, place: int) -> ChangeDetails:
        domain = self.one(Mailbox, kind="unit").address.partition("@")[2]
        if place % 2:
            return ChangeDetails(facts=(Fact("Chức vụ", "Giám đốc", "Cố vấn"),))
        return ChangeDetails(address=f"doi{self.made}{place}@{domain}")

    def read_back(self, changes: Changes) -> None:
        """Letter and list of what was made tell of as many mailboxes as rows of the request stand; a draft's number is blank."""
        files = [file for file in self.every(File) if file.id in changes.ids["file"]]
        request = self.of_id(files[0].request_id)
        assert request.row_count == len(self.rows(request))
        rows = [row for row in self.rows(request) if row.result != "withdrawn"]
        for file in files:
            made = content(self.desk, file.sha256)
            if file.role == "letter":
                told = re.search(r"Nhu cầu: \D*(\d+) hộp thư", words_of(made))
                assert int(told[1]) == len(rows), words_of(made)
            elif file.role == "list":
                assert listed_count(made) == len(rows)
            if file.edition == 1 and request.state == "draft" and file.role == "letter":
                assert not re.search(r"Số: *\d", words_of(made))

    # a request's life

    @precondition(lambda self: any(request.state in NEXT for request in self.every(Request)))
    @rule(place=picks, told=results, count=st.sampled_from((4, 3, 2, 1)))
    def a_life_goes_on_as_usual(self, place: int, told: list[str], count: int) -> None:
        """One of those under way goes some steps on, under a number of its own; some answers have to be asked for again."""
        found = [request for request in self.every(Request) if request.state in NEXT]
        request = found[place % len(found)]
        for _ in range(count):
            self.made += 1
            state = self.of_id(request.id).state
            if state in NEXT:
                number = str(100 + self.made) if state == "draft" else ""
                if state == "sent" and place % 2:
                    self.now += timedelta(days=10)
                    self.one_step("chase", self.of_id(request.id), str(500 + self.made), told)
                self.one_step(NEXT[state], self.of_id(request.id), number, told)
                self.everything_agrees_with_the_journal()

    @rule(act=st.sampled_from(tuple(LEADS_ON)), pick=picks, number=st.one_of(st.just(""), numbers), told=results)
    def anything_may_be_tried(self, act: str, pick: int, number: str, told: list[str]) -> None:
        """Mostly on a request that is ready for it."""
        every = self.every(Request)
        ready = [request for request in every if request.state in LEADS_ON[act]]
        found = ready if pick % 4 and ready else every
        if found:
            self.one_step(act, found[pick % len(found)], number, told)

    def one_step(self, act: str, request: Request, number: str, told: list[str]) -> None:
        """Do one act on a request: refused where its state does not allow it, or its number was given before."""
        does = getattr(self, act.replace(" ", "_"))
        is_used = bool(number) and act in NUMBERING and (self.desk.today().year, number) in self.given
        with self.refused_or_done(is_refused=is_used or request.state not in LEADS_ON[act]):
            does(request, number, told)
            if number and act in NUMBERING:
                self.given.add((self.desk.today().year, number))

    def sign(self, request: Request, number: str, _told: list[str]) -> None:
        sign_request(self.desk, request_id=request.id, number=f"0{number}", on=self.desk.today())
        assert self.of_id(request.id).number == number

    def cancel_number(self, request: Request, _number: str, _told: list[str]) -> None:
        cancel_number(self.desk, request_id=request.id, on=self.desk.today(), reason="Ghi nhầm")

    def send(self, request: Request, number: str, told: list[str]) -> None:
        own = self.one(Mailbox, kind="unit").address
        sender = own if len(told) < 3 else "nguoikhac@vidu.vn"
        send_request(self.desk, request_id=request.id, on=self.desk.today(), from_address=sender, number=number)
        assert self.of_id(request.id).state == "sent"

    def answer(self, request: Request, _number: str, told: list[str]) -> None:
        standing = [row for row in self.rows(request) if row.result != "withdrawn"]
        answers = {row.position: self.an_answer(result) for row, result in zip(standing, told, strict=False)}
        answer_request(self.desk, request_id=request.id, on=self.desk.today(), answers=answers)
        assert all(row.result for row in self.rows(request))

    def an_answer(self, result: str) -> RowAnswer:
        self.made += 1
        if result == "otherwise":
            return RowAnswer("otherwise", f"khac{self.made}@vidu.gov.vn")
        return RowAnswer(result, note="Chưa đủ căn cứ" if result == "refused" else "")

    def apply(self, request: Request, _number: str, _told: list[str]) -> None:
        apply_answer(self.desk, request_id=request.id)
        boxes = {box.id: box for box in self.every(Mailbox)}
        for row in self.rows(request):
            box = boxes[row.mailbox_id]
            if row.result in {"granted", "otherwise"}:
                assert box.address == (row.given_address or row.wanted.get("address") or box.address)
                assert box.state not in {"proposed", "requested"}
            elif request.kind == "create":
                assert box.state == "proposed"

    def withdraw(self, request: Request, _number: str, told: list[str]) -> None:
        before = Counter(row.result for row in self.rows(request))
        positions = [1 + len(told) % 3]
        on = self.desk.today()
        withdraw_rows(self.desk, request_id=request.id, positions=positions, on=on, reason="Đã chuyển đi")
        assert Counter(row.result for row in self.rows(request))["withdrawn"] == before["withdrawn"] + 1
        assert before["withdrawn"] + 1 < request.row_count, "some row always stands"

    def cancel(self, request: Request, _number: str, _told: list[str]) -> None:
        cancel_request(self.desk, request_id=request.id, reason="Lập lại")

    def chase(self, request: Request, number: str, _told: list[str]) -> None:
        earlier, on = len(self.every(RequestEvent, request_id=request.id, act="chased")), self.desk.today()
        changes = chase_request(self.desk, request_id=request.id, on=on, number=number)
        made = [file for file in self.every(File, role="chase") if file.id in changes.ids["file"]]
        assert [file.edition for file in made] == [1, 1]
        letter = next(file for file in made if file.name.endswith(".docx"))
        assert f"lần thứ {earlier + 1}" in words_of(content(self.desk, letter.sha256))
        assert request.due_on is None or on > request.due_on

    def number_chase(self, request: Request, number: str, _told: list[str]) -> None:
        number_chase(self.desk, request_id=request.id, number=number, on=self.desk.today())

    def remake(self, request: Request, number: str, _told: list[str]) -> None:
        before = {file.id: file for file in self.every(File)}
        plan = plan_edition(self.desk, request_id=request.id, choices=PaperChoices(contact=f"Máy lẻ {number}"))
        self.read_back(remake_papers(self.desk, plan))
        assert all(before[file.id] == file for file in self.every(File) if file.id in before)

    def take_in(self, request: Request, number: str, _told: list[str]) -> None:
        """The clerk's own edit of a letter becomes its next edition, and the mail carries it."""
        folder = self.folder / "giấy tờ"
        copy_files(self.desk, request_id=request.id, folder=folder)
        letter = [file for file in self.every(File, request_id=request.id) if file.role == "letter"][-1:]
        for file in letter:
            edited = docx.Document(str(folder / file.name))
            edited.add_paragraph(f"Ghi thêm {number} ngày {self.desk.today():%d/%m/%Y}, {self.desk.journal_head()[0]}.")
            edited.save(str(folder / file.name))
            changes = take_in_copy(self.desk, file_id=file.id, path=folder / file.name)
            kept = {one.id: one for one in self.every(File) if one.id in changes.ids["file"]}
            assert {(one.role, one.origin) for one in kept.values()} <= {("letter", "edited"), ("email", "made")}
            assert max(kept[one].edition for one in kept if kept[one].role == "letter") == file.edition + 1

    @rule(pick=picks, kind=st.sampled_from(("retired", "left", "joined")))
    def someone_leaves_or_comes_back(self, pick: int, kind: str) -> None:
        boxes = [box for box in self.every(Mailbox) if box.holder_id is not None]
        decision = Decision(kind=kind, decided_on=self.desk.today(), document="Quyết định số 12/QĐ-SNV")
        with self.refused_or_done():
            holder_id = boxes[pick % len(boxes)].holder_id
            plan = plan_personnel_change(self.desk, person_id=holder_id, decision=decision)
            record_personnel_change(self.desk, plan)

    @precondition(lambda self: self.every(FollowUp))
    @rule(pick=picks, is_done=st.booleans())
    def settle_what_follows(self, pick: int, is_done: bool) -> None:
        found = self.every(FollowUp)
        follow_up, on = found[pick % len(found)], self.desk.today()
        with self.refused_or_done(is_refused=follow_up.settled_on is not None):
            if is_done:
                finish_follow_up(self.desk, follow_up_id=follow_up.id, on=on)
            else:
                dismiss_follow_up(self.desk, follow_up_id=follow_up.id, on=on, reason="Không cần")

    @precondition(lambda self: self.desk.journal_head()[0] % 3 == 0)
    @rule()
    def take_back_the_last_act(self) -> None:
        """What was just done is undone whole, save where it gave a number, or the story began with it."""
        with self.refused_or_done():
            plan = journals.plan_take_back(self.desk)
            if plan.seq > self.first_count:
                journals.take_back(self.desk, plan)

    # what holds after every step

    @invariant()
    def everything_agrees_with_the_journal(self) -> None:
        if hasattr(self, "desk"):
            assert journals.verify(self.desk) == []

    @invariant()
    def every_row_is_as_its_last_act_left_it(self) -> None:
        """Read past the program: the file as SQLite has it, and what the journal says of each row."""
        if hasattr(self, "desk"):
            with closing(sqlite3.connect(self.folder / "so.govmail")) as register:
                for table in READ_PAST_THE_PROGRAM:
                    rows, last = rows_of(register, table), last_after(register, table)
                    assert {one: {name: rows[one][name] for name in last[one]} for one in rows} == last

    @invariant()
    def no_number_stands_twice_in_its_year_and_none_given_is_gone(self) -> None:
        if hasattr(self, "desk"):
            steps = [step for step in self.every(RequestEvent) if step.act in {"signed", "chased"} and step.number]
            standing = Counter((step.on_date.year, step.number) for step in steps)
            assert set(standing.values()) <= {1}
            assert set(standing) == self.given

    @invariant()
    def a_limit_runs_just_where_an_answer_is_waited_for(self) -> None:
        if not hasattr(self, "desk"):
            return
        running = Counter(due.subject_id for due in self.every(Due, subject_kind="request", settled_on=None))
        for request in self.every(Request):
            stated = self.desk.regulation().find(REQUEST_LIMIT_OPERATOR[request.kind], request.asked_on)
            waits = request.state == "sent" and stated is not None
            assert running[request.id] == waits, request
            assert (request.due_on is not None) == (stated is not None and request.state not in UNSENT), request

    @invariant()
    def each_mailbox_stands_as_its_last_event_says(self) -> None:
        if hasattr(self, "desk"):
            events: dict[int, list[MailboxEvent]] = defaultdict(list)
            for event in self.every(MailboxEvent):
                events[event.mailbox_id].append(event)
            for box in self.every(Mailbox):
                assert (box.state, box.since) == standing(events[box.id])

    @invariant()
    def a_mailbox_is_asked_for_once_at_a_time(self) -> None:
        if hasattr(self, "desk"):
            open_ids = {one.id: one.kind for one in self.every(Request) if one.state not in {"applied", "cancelled"}}
            standing = Counter(
                (open_ids[row.request_id], row.mailbox_id)
                for row in self.every(RequestRow)
                if row.request_id in open_ids and row.result not in {"withdrawn", "refused"}
            )
            assert set(standing.values()) <= {1}

    # the register

    @contextmanager
    def refused_or_done(self, *, is_refused: bool = False):
        """An act is refused in a sentence and has written nothing; where it must be refused, it is."""
        head = self.desk.journal_head()
        try:
            yield
        except RuleBroken as refusal:
            assert refusal.sentence.endswith((".", ")"))  # noqa: PT017  (most acts are done)
            assert self.desk.journal_head() == head
        else:
            assert not is_refused

    def every(self, kind, /, **equals):
        with self.desk.reading() as connection:
            return Transaction(connection).find(kind, **equals)

    def one(self, kind, /, **equals):
        (found,) = self.every(kind, **equals)
        return found

    def of_id(self, request_id: int) -> Request:
        return next(one for one in self.every(Request) if one.id == request_id)

    def rows(self, request: Request) -> list[RequestRow]:
        return self.every(RequestRow, request_id=request.id)

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self.desk.close()
        shutil.rmtree(self.folder)


TestRequestLives = RequestLives.TestCase
TestRequestLives.settings = settings(
    max_examples=14,
    stateful_step_count=35,
    deadline=None,
    phases=[
        Phase.reuse,
        Phase.generate,
    ],  # a life of so many papers is told as it went: shortening it takes many minutes
)
