"""The columns of the table of mailboxes."""

from __future__ import annotations

import pytest

from govmail_desk.gui.tables.mailbox_columns import KIND_CHIPS, STATE_CHIPS, mailbox_columns, whose
from govmail_desk.listings.mailboxes import MailboxRow
from govmail_desk.wording import MAILBOX_STATES


def row(kind="unit", **facts):
    return MailboxRow(
        **(
            {
                "id": 1, "address": "stttt@ninhbinh.gov.vn", "kind": kind, "holder": "", "post": "", "unit": "Sở",
                "state": "active", "since": "2026-03-02", "note": "",
            }
            | facts
        )
    )  # fmt: skip


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (row("personal", holder="Bùi Thị Yến"), "Bùi Thị Yến"),
        (row(), "Chưa giao ai"),
        (row(custodian="Bùi Thị Yến", custodian_count=1), "Bùi Thị Yến (theo dõi)"),
        (row(custodian="Bùi Thị Yến", custodian_count=3), "Bùi Thị Yến và 2 người (theo dõi)"),
    ],
)
def test_a_mailbox_says_whose_it_is(shown, words) -> None:
    assert whose(shown) == words


def test_every_column_but_the_handover_can_be_sorted_by_and_the_long_ones_share_the_room_left_over() -> None:
    assert [column.key for column in mailbox_columns() if not column.sort_by] == ["handover"]
    assert [column.key for column in mailbox_columns() if column.grows] == ["address", "unit"]


def test_there_is_a_chip_for_every_kind_and_state_each_with_a_word() -> None:
    assert [chip.words for chip in KIND_CHIPS] == ["Đơn vị", "Cá nhân"]
    assert [chip.key for chip in STATE_CHIPS] == list(MAILBOX_STATES)
    assert len({chip.mark.shape for chip in STATE_CHIPS}) == len(STATE_CHIPS)
