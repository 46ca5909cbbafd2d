"""`mailboxes`: list and search the register."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from govmail_desk.cli.opening import open_desk
from govmail_desk.cli.output import print_columns, print_json, print_lines
from govmail_desk.listings.mailboxes import MailboxFilter, every
from govmail_desk.wording import MAILBOX_KINDS, MAILBOX_STATES

_FIELDS = ("address", "kind", "holder", "unit", "state", "since")


def mailboxes(chosen: argparse.Namespace) -> int:
    """List the mailboxes wanted; closed ones only where their state is asked for."""
    states = (chosen.state,) if chosen.state else ()
    with open_desk(chosen) as desk:
        rows = every(desk, MailboxFilter(search=chosen.search, states=states))
    if chosen.json:
        print_json([{name: asdict(row)[name] for name in _FIELDS} for row in rows])
    elif rows:
        print_columns([
            (row.address, MAILBOX_KINDS[row.kind], row.holder, row.unit, MAILBOX_STATES[row.state], row.since)
            for row in rows
        ])
    else:
        print_lines(["Không có hộp thư nào như vậy trong sổ."])
    return 0
