"""One mailbox whole: who answers for it, and its life, the latest first."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.listings import mailbox_pane, mailboxes
from govmail_desk.listings.mailboxes import MailboxFilter
from govmail_desk.operations.custodies import appoint
from govmail_desk.operations.incidents import cancel_incident, close_incident
from govmail_desk.operations.mailboxes import record_state
from tests.desks import added, founded, own_unit_id
from tests.handovers import own_mailbox
from tests.incidents import TODAY, recorded, told_all
from tests.mailboxes import ISSUED_ON, issued


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as desk:
        yield desk


def test_the_pane_of_a_units_mailbox_tells_who_is_in_charge_with_days(desk) -> None:
    person = added(desk, "Bùi Thị Yến")
    appoint(desk, unit_id=own_unit_id(desk), person_id=person, role="custodian", from_on=date(2026, 3, 2))
    (own,) = mailboxes.ids(desk, MailboxFilter(kind="unit"))
    pane = mailbox_pane.pane(desk, own)
    assert pane is not None
    assert [(charge.role, charge.full_name, charge.from_on) for charge in pane.charges] == [
        ("head", "Lê Thị Mỹ Hạnh", None),
        ("custodian", "Bùi Thị Yến", "2026-03-02"),
    ]


def test_events_are_told_the_latest_first(desk) -> None:
    mailbox_id = issued(desk, "Lê Văn An")
    record_state(desk, mailbox_id=mailbox_id, state="locked", on=date(2026, 11, 20), note="Quá hạn đổi mật khẩu")
    pane = mailbox_pane.pane(desk, mailbox_id)
    assert pane is not None
    assert [(event.on, event.state, event.note) for event in pane.events] == [
        ("2026-11-20", "locked", "Quá hạn đổi mật khẩu"),
        (ISSUED_ON.isoformat(), "active", ""),
    ]


def test_one_that_is_gone_has_no_pane(desk) -> None:
    assert mailbox_pane.pane(desk, 999_999) is None


def test_a_mailbox_tells_its_incidents_in_one_line(tmp_path):
    with founded(tmp_path / "su-co") as desk:
        mailbox_id = own_mailbox(desk).id
        assert mailbox_pane.pane(desk, mailbox_id).incidents is None
        over, still = recorded(desk), recorded(desk)
        cancelled = recorded(desk)
        told_all(desk, over)
        close_incident(desk, incident_id=over.id, on=TODAY, measures="Đã khởi động lại")
        cancel_incident(desk, incident_id=cancelled.id, reason="Ghi trùng")
        found = mailbox_pane.pane(desk, mailbox_id).incidents
        assert (found.count, found.open_count, found.latest_id) == (2, 1, still.id)
