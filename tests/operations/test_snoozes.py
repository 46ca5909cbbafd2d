"""Lines put off: to the next working day or a later one, with a reason; the due date stays, and the line comes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.reminder import Due, Snooze
from govmail_desk.listings import today as listing
from govmail_desk.operations import journals
from govmail_desk.operations.snoozes import next_working_day, snooze, wake
from govmail_desk.store.transaction import Transaction
from tests.desks import NOW, founded
from tests.gui.statements import counted_statements
from tests.mailboxes import issued
from tests.password_dues import due_for

TODAY = NOW.date()


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as desk:
        yield desk


@pytest.fixture
def due(desk):
    with desk.transaction("start_due", "Bắt đầu một hạn") as act:
        (mailbox,) = act.transaction.find(Mailbox)
        return act.transaction.put(
            Due(
                rule="password.rotation.user",
                subject_kind="mailbox",
                subject_id=mailbox.id,
                started_on=date(2026, 5, 20),
                due_on=TODAY,
                act_by=TODAY,
                begun_by="issued",
            )
        )


def sections_of(desk, due):
    return [row.section for row in listing.today(desk).rows if row.due_id == due.id]


def test_a_line_put_off_leaves_the_page_and_comes_back_the_next_working_day(desk, due):
    snooze(desk, due_ids=[due.id], reason="Chờ anh Lý đi công tác về")
    assert sections_of(desk, due) == ["snoozed"]
    assert listing.today(desk).counts["snoozed"] == 1
    desk.clock = lambda: NOW + timedelta(days=1)  # 24/11 is a day off
    assert sections_of(desk, due) == ["snoozed"]
    desk.clock = lambda: NOW + timedelta(days=2)
    assert sections_of(desk, due) == ["overdue"]


def test_what_is_put_off_on_a_friday_comes_back_on_monday(desk, due):
    desk.clock = lambda: NOW + timedelta(days=4)
    assert next_working_day(desk) == date(2026, 11, 30)
    snooze(desk, due_ids=[due.id], reason="Mất mạng")
    with desk.reading() as connection:
        (kept,) = Transaction(connection).find(Snooze)
    assert (kept.until_on, kept.on_date, kept.by) == (date(2026, 11, 30), date(2026, 11, 27), desk.person)


def test_the_due_date_itself_stays(desk, due):
    snooze(desk, due_ids=[due.id], reason="Mất mạng")
    with desk.reading() as connection:
        assert Transaction(connection).get(Due, due.id) == due


def test_putting_off_goes_back_with_its_act(desk, due):
    snooze(desk, due_ids=[due.id], reason="Mất mạng")
    journals.take_back(desk, journals.plan_take_back(desk))
    assert sections_of(desk, due) == ["today"]


@pytest.mark.parametrize(
    ("reason", "until_on", "said"),
    [
        ("  ", None, "Chưa có lý do hoãn"),
        ("Để sau", TODAY, "không còn ở phía trước"),
        ("mật khẩu: Abc@12345", None, "mật khẩu"),
    ],
)
def test_without_a_reason_or_a_day_to_come_nothing_is_put_off(desk, due, reason, until_on, said):
    with pytest.raises(RuleBroken, match=said):
        snooze(desk, due_ids=[due.id], reason=reason, until_on=until_on)
    assert sections_of(desk, due) == ["today"]


def test_what_is_done_already_is_not_put_off(desk, due):
    with desk.transaction("settle", "Xong") as act:
        act.transaction.put(replace(due, settled_on=TODAY))
    with pytest.raises(RuleBroken, match="đã xong từ ngày 23/11/2026"):
        snooze(desk, due_ids=[due.id], reason="Mất mạng")


def test_a_line_is_brought_back_at_once_and_why_it_was_put_off_stays(desk, due):
    snooze(desk, due_ids=[due.id], reason="Mất mạng", until_on=TODAY + timedelta(days=20))
    wake(desk, due_ids=[due.id])
    assert sections_of(desk, due) == ["today"]
    with desk.reading() as connection:
        assert [one.reason for one in Transaction(connection).find(Snooze)] == ["Mất mạng"]


def test_a_line_of_many_mailboxes_is_put_off_and_brought_back_in_as_few_statements_as_one_of_two(desk):
    ids = due_for(desk, *(issued(desk, name) for name in ("Lê An", "Lê Bình", "Lê Chi", "Lê Dũng", "Lê Giang")))
    for act in (partial(snooze, desk, reason="Mất mạng"), partial(wake, desk)):
        assert statement_count(desk, partial(act, due_ids=ids[:2])) == statement_count(desk, partial(act, due_ids=ids))


def test_what_is_gone_is_not_put_off(desk, due):
    with pytest.raises(RuleBroken, match="không còn trong sổ"):
        snooze(desk, due_ids=[due.id, due.id + 1000], reason="Mất mạng")


def statement_count(desk, act):
    with counted_statements(desk) as sent:
        act()
    return len(sent)
