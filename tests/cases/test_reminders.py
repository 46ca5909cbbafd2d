"""The cases of `reminders.toml`, which a jurist can read: what people did with a mailbox, and what falls due after it."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from govmail_desk.desk import shipped_calendar
from govmail_desk.domain.limits import stated
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.regulation import REPORT_UNIT
from govmail_desk.domain.reminder import Due
from govmail_desk.listings import dues
from govmail_desk.operations.checks import record_check
from govmail_desk.operations.due_beginnings import mark_occasion
from govmail_desk.operations.mailbox_acts import record_act, record_issue
from govmail_desk.operations.mailboxes import add_mailbox, record_state
from govmail_desk.regulations import shipped
from govmail_desk.store.transaction import Transaction
from tests.desks import UNITS, founded, own_unit_id

CASES = tomllib.loads((Path(__file__).parent / "reminders.toml").read_text(encoding="utf-8"))
LONG_AFTER = datetime(2028, 1, 3, 8, 30, tzinfo=UTC)
STATES = {"locked": "locked", "suspended": "suspended", "reopened": "active"}


@pytest.fixture(scope="module")
def desks(tmp_path_factory):
    """One register for each regulation; every case adds a mailbox of its own to it."""
    opened = {regulation: founded(tmp_path_factory.mktemp("so"), regulation) for regulation in UNITS}
    for desk in opened.values():
        desk.clock = lambda: LONG_AFTER
    yield opened
    for desk in opened.values():
        desk.close()


def mailbox_of(desk, case):
    """Add the mailbox of a case: one asked for where its issue comes first, else one in use that nobody told the issue of."""
    acts = case["acts"]
    is_asked_for = acts[0][0] == "issued"
    is_told_later = not is_asked_for and any(act == "issued" for act, _ in acts)
    changes = add_mailbox(
        desk,
        address=f"hop{CASES['case'].index(case)}@don.vi",
        kind="unit" if case.get("mailbox") == "unit" else "personal",
        unit_id=own_unit_id(desk),
        state="proposed" if is_asked_for else "active",
        since=max(on for _, on in acts) if is_told_later else date(2025, 1, 2),
    )
    (mailbox_id,) = changes.ids["mailbox"]
    return mailbox_id


def make_admin(desk, mailbox_id):
    with desk.transaction("edit", "Ghi là tài khoản quản trị") as act:
        act.transaction.put(replace(act.transaction.get(Mailbox, mailbox_id), is_admin=True))


def do(desk, mailbox_id, act, on):
    if act == "issued":
        record_issue(desk, mailbox_ids=[mailbox_id], on=on)
    elif act == "checked":
        record_check(desk, mailbox_ids=[mailbox_id], on=on, slot="morning")
    elif act == "reset":
        with desk.transaction("reset", "Cấp lại mật khẩu") as under_way:
            boxes = [under_way.transaction.get(Mailbox, mailbox_id)]
            mark_occasion(under_way.transaction, desk, boxes, occasion="reset", on=on)
    elif act in STATES:
        record_state(desk, mailbox_id=mailbox_id, state=STATES[act], on=on)
    else:
        record_act(desk, mailbox_ids=[mailbox_id], kind=act, on=on)


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["situation"])
def test_what_falls_due_after_what_was_done(desks, case):
    desk = desks[case["regulation"]]
    mailbox_id = mailbox_of(desk, case)
    if case.get("mailbox") == "admin":
        make_admin(desk, mailbox_id)
    for act, on in case["acts"]:
        do(desk, mailbox_id, act, on)
    rows = {row.rule: row for row in dues.of_subject(desk, "mailbox", mailbox_id)}
    assert not rows.keys() & set(case.get("none", ()))
    if "rule" in case:
        row = rows[case["rule"]]
        assert (row.due_on, row.act_by, row.cite) == (case["due_on"], case["act_by"], case["cite"])
        assert row.counting(desk.calendar()) is not None


@pytest.mark.parametrize("case", CASES["report"], ids=lambda case: case["situation"])
def test_the_next_report_after_a_day(case):
    rule = shipped.find(case["regulation"]).find(REPORT_UNIT, case["from"])
    found = stated(rule, case["from"], shipped_calendar()) if rule else None
    told = (found.due_on, found.act_by, rule.cite) if found else None
    assert told == ((case["due_on"], case["act_by"], case["cite"]) if "due_on" in case else None)


def test_every_row_kept_in_these_cases_was_begun_by_an_act(desks):
    for desk in desks.values():
        with desk.reading() as connection:
            assert not [due for due in Transaction(connection).find(Due) if not due.begun_by]
