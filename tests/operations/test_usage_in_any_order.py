"""Exports taken in whatever order leave what the latest use begins, and taken back one after another leave nothing."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.documents.spreadsheet import Workbook
from govmail_desk.domain.mailbox import MailboxAct
from govmail_desk.domain.regulation import ADDRESS_DOMAIN
from govmail_desk.domain.reminder import Due
from govmail_desk.operations.journals import plan_take_back, take_back, verify
from govmail_desk.operations.usage import plan_usage, take_in_usage
from govmail_desk.store.transaction import Transaction
from tests.desks import founded
from tests.mailboxes import issued
from tests.small_lists import book, sheet

LAST_DAY = date(2026, 11, 22)
AGES = st.lists(st.integers(min_value=0, max_value=300), min_size=1, max_size=4)


def workbook(address: str, day: date) -> Workbook:
    return book(sheet(("Email", "Last login"), (address, day.isoformat())), file_name=f"{day}.xlsx")


def kept(desk, kind):
    with desk.reading() as connection:
        return Transaction(connection).find(kind)


@given(AGES)
@settings(max_examples=8, deadline=None)
def test_the_latest_use_stands_whatever_came_first(tmp_path_factory, ages):
    with founded(tmp_path_factory.mktemp("so"), "quan4-03-2013") as desk:
        issued(desk, "Lê An")
        domain = desk.regulation().find(ADDRESS_DOMAIN).value
        before = kept(desk, Due)
        taken = []
        for age in ages:
            export = workbook(f"lean@{domain}", LAST_DAY - timedelta(days=age))
            changes = take_in_usage(desk, plan_usage(desk, export, as_of_on=LAST_DAY))
            taken += [] if changes.is_empty else [changes.seq]
        locks = [due for due in kept(desk, Due) if due.rule == "inactivity.lock" and due.settled_on is None]
        assert [due.started_on for due in locks] == [LAST_DAY - timedelta(days=min(ages))]
        assert max(act.on_date for act in kept(desk, MailboxAct)) == LAST_DAY - timedelta(days=min(ages))
        for seq in reversed(taken):
            take_back(desk, plan_take_back(desk, seq=seq))
        assert kept(desk, Due) == before
        assert not kept(desk, MailboxAct)
        assert not verify(desk)
