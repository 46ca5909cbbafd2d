"""Mailboxes written, corrected and moved from state to state."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import Mailbox, MailboxEvent, issued_on
from govmail_desk.domain.reminder import Due
from govmail_desk.listings import mailboxes
from govmail_desk.listings.mailboxes import MailboxFilter
from govmail_desk.operations.mailbox_acts import record_act, record_issue
from govmail_desk.operations.mailboxes import add_mailbox, edit_mailbox, edit_notes, record_state
from govmail_desk.store.transaction import CHUNK, Transaction
from tests.desks import founded, own_unit_id
from tests.large_register import large_register


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path)
    yield desk
    desk.close()


def kept(desk, address, **facts):
    changes = add_mailbox(
        desk, address=address, kind="unit", unit_id=own_unit_id(desk), since=date(2026, 3, 2), **facts
    )
    (mailbox_id,) = changes.ids["mailbox"]
    return mailbox_id


def test_notes_of_more_mailboxes_than_one_statement_carries_are_set_in_one_act(tmp_path) -> None:
    desk = large_register(tmp_path, CHUNK + 20)
    wanted = mailboxes.ids(desk, MailboxFilter(kind="personal", shows_closed=True))
    changes = edit_notes(desk, mailbox_ids=wanted, note="  Rà soát   quý IV ")
    assert len(changes.ids["mailbox"]) == len(wanted) > CHUNK
    assert {row.note for row in mailboxes.page(desk, wanted)} == {"Rà soát quý IV"}
    desk.close()


def test_an_empty_note_clears_and_what_stands_so_already_is_left_alone(desk) -> None:
    noted, bare = kept(desk, "a.stttt@ninhbinh.gov.vn", note="Cũ"), kept(desk, "b.stttt@ninhbinh.gov.vn")
    changes = edit_notes(desk, mailbox_ids=[noted, bare], note="")
    assert changes.ids["mailbox"] == {noted}


def test_a_correction_made_elsewhere_meanwhile_is_not_overwritten(desk) -> None:
    mailbox_id = kept(desk, "a.stttt@ninhbinh.gov.vn")
    seen = mailboxes.mailbox_of(desk, mailbox_id)
    assert seen is not None
    edit_notes(desk, mailbox_ids=[mailbox_id], note="Người khác ghi")
    with pytest.raises(RuleBroken, match="vừa được sửa ở nơi khác"):
        edit_mailbox(desk, mailbox=seen, note="Tôi ghi", unit_id=seen.unit_id, holder_id=None)


def test_an_administrators_account_follows_its_own_rule_from_the_next_change_and_no_due_date_moves_before(desk) -> None:
    mailbox_id = kept(desk, "a.stttt@ninhbinh.gov.vn")
    record_act(desk, mailbox_ids=[mailbox_id], kind="password-changed", on=date(2026, 10, 1))
    begun = _running(desk, mailbox_id)
    assert set(begun) == {"password.rotation.user"}
    edit_mailbox(
        desk, mailbox=_seen(desk, mailbox_id), note="", unit_id=own_unit_id(desk), holder_id=None, is_admin=True
    )
    assert _running(desk, mailbox_id) == begun
    record_act(desk, mailbox_ids=[mailbox_id], kind="password-changed", on=date(2026, 11, 20))
    assert set(_running(desk, mailbox_id)) == {"password.rotation.admin"}
    edit_mailbox(desk, mailbox=_seen(desk, mailbox_id), note="Ghi chú", unit_id=own_unit_id(desk), holder_id=None)
    assert _seen(desk, mailbox_id).is_admin


def test_an_administrators_account_comes_into_the_register_as_one(desk) -> None:
    assert _seen(desk, kept(desk, "quantri@ninhbinh.gov.vn", is_admin=True)).is_admin


def _seen(desk, mailbox_id):
    seen = mailboxes.mailbox_of(desk, mailbox_id)
    assert seen is not None
    return seen


def _running(desk, mailbox_id):
    with desk.reading() as connection:
        found = Transaction(connection).find(Due, subject_kind="mailbox", subject_id=mailbox_id, settled_on=None)
    return {due.rule: due.due_on for due in found if due.rule.startswith("password.rotation")}


def test_a_state_of_tomorrow_or_before_the_last_event_is_refused(desk) -> None:
    mailbox_id = kept(desk, "a.stttt@ninhbinh.gov.vn")
    with pytest.raises(RuleBroken, match="chưa tới"):
        record_state(desk, mailbox_id=mailbox_id, state="locked", on=date(2026, 11, 24))
    record_state(desk, mailbox_id=mailbox_id, state="locked", on=date(2026, 3, 4))
    with pytest.raises(RuleBroken, match="từ ngày đó trở đi"):
        record_state(desk, mailbox_id=mailbox_id, state="active", on=date(2026, 3, 3))


def test_a_state_told_again_is_the_same_state_since_its_first_day(desk) -> None:
    mailbox_id = kept(desk, "a.stttt@ninhbinh.gov.vn")
    record_state(desk, mailbox_id=mailbox_id, state="locked", on=date(2026, 3, 4))
    record_state(desk, mailbox_id=mailbox_id, state="locked", on=date(2026, 3, 9), cause="inactivity")
    with desk.reading() as connection:
        reading = Transaction(connection)
        assert reading.get(Mailbox, mailbox_id).since == date(2026, 3, 4)
        assert len(reading.find(MailboxEvent, mailbox_id=mailbox_id, state="locked")) == 2


def test_a_mailbox_that_came_in_in_use_may_have_been_locked_before_and_its_story_stands_in_order(desk) -> None:
    mailbox_id = kept(desk, "a.stttt@ninhbinh.gov.vn")
    record_state(desk, mailbox_id=mailbox_id, state="suspended", on=date(2026, 2, 3))
    with desk.reading() as connection:
        story = Transaction(connection).find(MailboxEvent, mailbox_id=mailbox_id)
    in_order = sorted(story, key=lambda event: (event.on_date, event.id))
    assert [(event.state, event.on_date) for event in in_order] == [
        ("active", date(2026, 2, 3)),
        ("suspended", date(2026, 2, 3)),
    ]


def test_issued_then_locked_before_the_register_knew_it_the_mailbox_is_locked_ever_since(desk) -> None:
    mailbox_id = kept(desk, "a.stttt@ninhbinh.gov.vn")
    record_issue(desk, mailbox_ids=[mailbox_id], on=date(2026, 1, 5))
    with pytest.raises(RuleBroken, match="đã có sự việc ngày 05/01/2026"):
        record_state(desk, mailbox_id=mailbox_id, state="locked", on=date(2026, 1, 4))
    record_state(desk, mailbox_id=mailbox_id, state="locked", on=date(2026, 2, 3))
    with desk.reading() as connection:
        story = Transaction(connection).find(MailboxEvent, mailbox_id=mailbox_id)
    assert max(story, key=lambda event: (event.on_date, event.id)).state == "locked"
    assert issued_on(story) == date(2026, 1, 5)


def test_nothing_falls_due_any_more_on_a_closed_mailbox(desk) -> None:
    mailbox_id = kept(desk, "a.stttt@ninhbinh.gov.vn")
    day = date(2026, 11, 20)
    with desk.transaction("begin", "Bắt đầu") as act:
        act.transaction.put(
            Due(
                rule="password.rotation.user",
                subject_kind="mailbox",
                subject_id=mailbox_id,
                started_on=day,
                due_on=day,
                act_by=day,
            )
        )
    record_state(desk, mailbox_id=mailbox_id, state="closed", on=day)
    with desk.reading() as connection:
        (due,) = Transaction(connection).find(Due, subject_kind="mailbox")
    assert (due.settled_on, due.settled_why) == (day, "Hộp thư đã đóng")
