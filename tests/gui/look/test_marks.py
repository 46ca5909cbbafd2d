"""Marks beside states: colour never stands alone."""

from __future__ import annotations

import pytest

from govmail_desk import wording
from govmail_desk.gui.look import marks
from govmail_desk.gui.look.marks import StateLabel, mark_icon

KINDS = {
    "mailboxes": (marks.MAILBOX_MARKS, wording.MAILBOX_STATES),
    "requests": (marks.REQUEST_MARKS, wording.REQUEST_STATES),
    "import": (marks.OUTCOME_MARKS, wording.OUTCOMES),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_state_has_its_mark_and_its_word(kind: str) -> None:
    given, words = KINDS[kind]
    assert set(given) == set(words)


@pytest.mark.parametrize("given", [*(given for given, _ in KINDS.values()), marks.DUE_MARKS], ids=[*KINDS, "due"])
def test_two_states_differ_in_shape_where_no_colour_is_seen(given: dict) -> None:
    shapes = [mark.shape for mark in given.values()]
    assert len(set(shapes)) == len(shapes)


def test_every_mark_is_drawn() -> None:
    for given, _ in KINDS.values():
        for mark in given.values():
            assert not mark_icon(mark).pixmap(marks.SIDE).toImage().allGray() or mark.tone == "quiet"


def test_a_state_is_heard_as_its_word(qtbot) -> None:
    label = StateLabel()
    qtbot.addWidget(label)
    label.show_state("Bị khóa", marks.MAILBOX_MARKS["locked"])
    assert (label.word, label.accessibleName()) == ("Bị khóa", "Bị khóa")
