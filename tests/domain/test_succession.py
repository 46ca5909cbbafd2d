"""Whose charge passes to a new holder."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.domain.custody import Custody
from govmail_desk.domain.succession import last_holder, predecessor

LAN, BINH, AN = 1, 2, 3
BOX = 70
DAY, THE_DAY_BEFORE = date(2026, 11, 23), date(2026, 11, 22)


def charge(person_id, role="custodian", **facts):
    return Custody(id=person_id, unit_id=9, person_id=person_id, role=role, **facts)


LONG_ENDED = charge(BINH, to_on=date(2026, 3, 1))


@pytest.mark.parametrize(
    ("before", "after", "new", "giver"),
    [
        ([charge(LAN, "head")], [charge(LAN, "head", to_on=THE_DAY_BEFORE)], charge(AN, "head", from_on=DAY), LAN),
        ([], [], charge(AN, "head", from_on=DAY), None),
        ([LONG_ENDED], [LONG_ENDED], charge(AN, from_on=DAY), BINH),
        ([charge(LAN)], [charge(LAN)], charge(AN, from_on=DAY), None),
        ([charge(LAN)], [charge(LAN)], charge(AN, from_on=DAY, mailbox_id=BOX), LAN),
        ([charge(LAN, is_lead=True)], [charge(LAN)], charge(AN, from_on=DAY, is_lead=True), LAN),
        ([charge(LAN, "head")], [charge(LAN, "head")], charge(AN, from_on=DAY), None),
        ([charge(AN)], [charge(AN, to_on=THE_DAY_BEFORE)], charge(AN, from_on=DAY, is_lead=True), None),
        ([charge(LAN, "head")], [], charge(AN, "head"), None),
        ([LONG_ENDED], [LONG_ENDED], charge(AN, from_on=date(2026, 4, 1), to_on=DAY), None),
    ],
)
def test_who_is_followed(before, after, new, giver):
    found = predecessor(before, [*after, new], new)
    assert (found.person_id if found else None) == giver


def test_after_a_gap_it_is_whoever_held_it_last():
    earlier = charge(LAN, to_on=date(2025, 12, 31))
    assert last_holder([LONG_ENDED, earlier], role="custodian", before_on=DAY, mailbox_id=BOX) == LONG_ENDED
    assert last_holder([LONG_ENDED], role="head", before_on=DAY, mailbox_id=BOX) is None
