"""The state of a request on a day, in SQL as in the domain."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from sqlalchemy import select

from govmail_desk.domain.request import MAY_FOLLOW, Request
from govmail_desk.listings.request_states import is_in, state_on
from govmail_desk.store.tables import request
from govmail_desk.store.transaction import Transaction
from tests.desks import founded

TODAY = date(2026, 11, 27)
STORED = sorted({state for states in MAY_FOLLOW.values() for state in states} | {"applied", "cancelled"})
LIMITS = (None, date(2026, 11, 26), TODAY, date(2026, 11, 30))
SHOWN = ("draft", "signed", "sent", "overdue", "answered", "applied", "cancelled")


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as open_desk:
        with open_desk.transaction("put", "Ghi") as act:
            act.transaction.put_all([
                Request(
                    kind="create",
                    mailbox_kind="personal",
                    state=state,
                    asked_on=date(2026, 11, 23),
                    reason="",
                    regulation_id="ninhbinh-2020",
                    row_count=1,
                    selection_sha256="",
                    due_on=due_on,
                )
                for state, due_on in product(STORED, LIMITS)
            ])
        yield open_desk


def test_sql_says_what_the_domain_says_of_every_state_and_limit(desk):
    with desk.reading() as connection:
        kept = {one.id: one.state_on(TODAY) for one in Transaction(connection).find(Request)}
        shown = {row.id: row[1] for row in connection.execute(select(request.c.id, state_on(TODAY)))}
    assert shown == kept
    assert set(shown.values()) == set(SHOWN)


@pytest.mark.parametrize("states", [(one,) for one in SHOWN] + [("sent", "overdue"), ("draft", "overdue"), ()])
def test_asking_for_states_finds_those_shown_in_them(desk, states):
    with desk.reading() as connection:
        wanted = {one.id for one in Transaction(connection).find(Request) if one.state_on(TODAY) in states}
        assert set(connection.execute(select(request.c.id).where(is_in(states, TODAY))).scalars()) == wanted
