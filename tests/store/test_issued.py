"""Which mailboxes were issued only after a day."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from govmail_desk.operations.mailboxes import record_state
from govmail_desk.store.issued import is_issued_after
from govmail_desk.store.tables import mailbox
from tests.desks import founded
from tests.mailboxes import issued


def test_only_one_asked_for_here_and_issued_later_is_told(tmp_path):
    with founded(tmp_path) as desk:
        issued(desk, "Lê An")
        late = issued(desk, "Trần Bình", state="requested")
        record_state(desk, mailbox_id=late, state="active", on=date(2026, 11, 16))

        def told(day):
            with desk.reading() as connection:
                return list(connection.execute(select(mailbox.c.id).where(is_issued_after(day))).scalars())

        assert told(date(2026, 11, 15)) == [late]
        assert told(date(2026, 11, 16)) == []
