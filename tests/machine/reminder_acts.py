"""What a clerk does with mailboxes between requests: passwords, uses, looks, lead times, what is put off, charges handed over. No test.

Rules of the machine of `tests.machine.test_clerk_weeks`, in any order; what must hold after each is said there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, rule

from govmail_desk.domain.check import SLOTS
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.handover import Handover, HandoverItem
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.reminder import Due, Snooze
from govmail_desk.listings import handovers as handover_listing
from govmail_desk.listings import people as people_listing
from govmail_desk.operations.calendar_changes import DayChange, change_calendar, plan_calendar
from govmail_desk.operations.checks import mark_reported, record_check
from govmail_desk.operations.handover_items import settle_item
from govmail_desk.operations.handovers import cancel_handover, close_handover, open_handover
from govmail_desk.operations.lead_times import set_lead_time
from govmail_desk.operations.mailbox_acts import record_act, record_issue
from govmail_desk.operations.snoozes import snooze, wake
from govmail_desk.regulations import handover as checklist
from govmail_desk.store.transaction import Transaction

ACTS = ("password-changed", "used", "reason-told", "notice", "cleaned")
LED = ("password.rotation.user", "inactivity.lock", "report.unit", "no.such.rule")
picks = st.integers(0, 30)
days_ago = st.one_of(st.just(0), st.integers(-1, 60))


class ReminderActs(RuleBasedStateMachine):
    """The acts; register, clock and first mailbox are made by whoever takes them over."""

    persons = Bundle("persons")
    boxes = Bundle("boxes")

    @rule(days=st.integers(1, 40))
    def days_pass(self, days: int) -> None:
        self.now += timedelta(days=days)

    @rule(chosen=st.lists(picks, max_size=3), kind=st.sampled_from(ACTS), ago=days_ago)
    def record_what_was_done(self, chosen: list[int], kind: str, ago: int) -> None:
        boxes = self.every(Mailbox)
        with self.refused_or_done():
            record_act(
                self.desk,
                mailbox_ids=sorted({self.picked(boxes, pick).id for pick in chosen}),
                kind=kind,
                on=self.day(ago),
                note="đã báo",
            )

    @rule(pick=picks, ago=days_ago)
    def learn_when_it_was_issued(self, pick: int, ago: int) -> None:
        with self.refused_or_done():
            record_issue(self.desk, mailbox_ids=[self.picked(self.every(Mailbox), pick).id], on=self.day(ago))

    @rule(slot=st.sampled_from(SLOTS), ago=days_ago, counted=st.integers(-1, 40), is_reported=st.booleans())
    def look_into_the_units_mailbox(self, slot: str, ago: int, counted: int, is_reported: bool) -> None:
        with self.refused_or_done():
            changes = record_check(
                self.desk,
                mailbox_ids=[self.own_box],
                on=self.day(ago),
                slot=slot,
                mail_count=counted,
                is_reported=is_reported,
                note="mất điện",
            )
            if not changes.is_empty:  # the very same look again is no second one
                mark_reported(self.desk, check_ids=sorted(changes.ids["check"]))

    @rule(pick=picks, reason=st.sampled_from(("", "người giữ đi công tác", "mật khẩu: hoa1234")))
    def put_off(self, pick: int, reason: str) -> None:
        due = self.picked(self.every(Due, settled_on=None), pick)
        if due is not None:
            with self.refused_or_done():
                snooze(self.desk, due_ids=[due.id], reason=reason)
            assert bool(self.every(Snooze, due_id=due.id)) or reason != "người giữ đi công tác"

    @rule(pick=picks)
    def bring_back(self, pick: int) -> None:
        found = self.picked(self.every(Snooze), pick)
        if found is not None:
            wake(self.desk, due_ids=[found.due_id])
            assert self.every(Snooze, id=found.id)[0].until_on <= max(found.on_date, self.desk.today())

    @rule(chosen=st.sampled_from(LED), count=st.integers(-1, 400))
    def choose_a_lead_time(self, chosen: str, count: int) -> None:
        with self.refused_or_done(is_refused=chosen == LED[-1] or not 0 <= count <= 366):
            set_lead_time(self.desk, rule=chosen, day_count=count, from_on=self.desk.today())

    @rule(ahead=st.integers(1, 200), is_off=st.sampled_from((True, False, None)))
    def say_of_a_day(self, ahead: int, is_off: bool | None) -> None:
        change = DayChange(on=self.day(-ahead), is_off=is_off, why="Thông báo của tỉnh")
        change_calendar(self.desk, plan_calendar(self.desk, changes=[change]))
        assert plan_calendar(self.desk, changes=[change]).is_empty, "what was said and counted moves nothing again"

    @rule(person_id=persons, ahead=st.integers(0, 20))
    def begin_to_hand_over(self, person_id: int, ahead: int) -> None:
        if people_listing.person_of(self.desk, person_id):
            with self.refused_or_done():
                open_handover(
                    self.desk, mailbox_ids=[self.own_box], receiver_id=person_id, effective_on=self.day(-ahead)
                )

    @rule(pick=picks, count=st.integers(1, 20))
    def settle_lines(self, pick: int, count: int) -> None:
        handover = self.picked(self.every(Handover), pick)
        if handover is not None:
            for line in self.every(HandoverItem, handover_id=handover.id)[:count]:
                choices = checklist.rules()[line.item].choices
                with self.refused_or_done(is_refused=handover.state != "open"):
                    settle_item(
                        self.desk,
                        handover_id=handover.id,
                        item=line.item,
                        state="done",
                        choice=next(iter(choices), ""),
                    )

    @rule(pick=picks)
    def close_it(self, pick: int) -> None:
        handover = self.picked(self.every(Handover), pick)
        if handover is not None:
            row = handover_listing.page(self.desk, [handover.id])[0]
            with self.refused_or_done(is_refused=not row.may_be_closed):
                close_handover(self.desk, handover_id=handover.id)

    @rule(pick=picks)
    def give_it_up(self, pick: int) -> None:
        handover = self.picked(self.every(Handover), pick)
        if handover is not None:
            with self.refused_or_done(is_refused=handover.state != "open"):
                cancel_handover(self.desk, handover_id=handover.id, reason="đổi quyết định")

    # the register

    def day(self, ago: int):
        return self.desk.today() - timedelta(days=ago)

    @staticmethod
    def picked(found: list, pick: int):
        return found[pick % len(found)] if found else None

    def every(self, kind, /, **equals):
        with self.desk.reading() as connection:
            return Transaction(connection).find(kind, **equals)

    @contextmanager
    def refused_or_done(self, *, is_refused: bool = False) -> Iterator[None]:
        """An act is refused in a sentence and has written nothing; where it must be refused, it is."""
        head = self.desk.journal_head()
        try:
            yield
        except RuleBroken as refusal:
            assert refusal.sentence.endswith((".", ")"))  # noqa: PT017  (most acts are done)
            assert self.desk.journal_head() == head
        else:
            assert not is_refused
