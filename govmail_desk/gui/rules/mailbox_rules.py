"""Which rules of the regulation bear on a mailbox, by its kind and by the state it is in.

Here: the choice, and which limits run from the event itself. What the rules say is the regulation's data, the counting
`domain.limits`; how one is shown is `gui.rules.rule_line`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from govmail_desk.domain import regulation as keys
from govmail_desk.domain.limits import counted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from govmail_desk.domain.provision import Key, Provision
    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.domain.working_days import Calendar, Counting

Rule = tuple["Key[Any]", "Provision[Any]"]

_OF_KIND: Final[dict[str, tuple[Key[Any], ...]]] = {
    "unit": (keys.CUSTODY_HEAD, keys.CUSTODY_ASSIGNED, keys.CHECK_UNIT),
    "personal": (
        keys.CHECK_PERSONAL,
        keys.PASSWORD_ROTATION_USER,
        keys.PASSWORD_ROTATION_WORDS,
        keys.INACTIVITY_LOCK,
    ),
}
_IN_USE: Final = frozenset({"active", "locked", "suspended"})
_OF_STATE: Final[dict[str, tuple[Key[Any], ...]]] = {
    "proposed": (
        keys.REQUEST_CHANNEL["create"],
        *(channels["create"] for channels in keys.REQUEST_CHANNEL_OF.values()),
        keys.REQUEST_ONLY_FROM_UNIT_MAILBOX,
    ),
    "requested": (keys.REQUEST_LIMIT_OPERATOR["create"], keys.REQUEST_REPLY),
    "active": (keys.PASSWORD_FIRST_LOGIN,),
    "locked": (keys.INACTIVITY_LOCK, keys.PASSWORD_REOPEN_AFTER),
    "suspended": (keys.INACTIVITY_LOCK, keys.INACTIVITY_NOTICE),
    "closed": (keys.REQUEST_LIMIT_UNIT["close"], keys.REQUEST_LIMIT_OPERATOR["close"]),
}
_OF_THE_OTHER_KIND: Final = {
    "unit": keys.REQUEST_CHANNEL_OF["personal"]["create"].name,
    "personal": keys.REQUEST_CHANNEL_OF["unit"]["create"].name,
}
_ENDING_ONES: Final = (keys.REQUEST_LIMIT_UNIT["close"].name, keys.REQUEST_LIMIT_OPERATOR["close"].name)
_RUN_FROM_THE_EVENT: Final = frozenset({
    keys.REQUEST_LIMIT_OPERATOR["create"].name,
    keys.REQUEST_LIMIT_OPERATOR["close"].name,
    keys.REQUEST_LIMIT_UNIT["close"].name,
    keys.INACTIVITY_NOTICE.name,
    keys.PASSWORD_REOPEN_AFTER.name,
})


def counted_from(event_on: date | None, rule: Rule, calendar: Calendar) -> Counting | None:
    """Count a limit out where it runs from the event; None where it does not, or where no day is known yet."""
    key, provision = rule
    if event_on is None or key.name not in _RUN_FROM_THE_EVENT:
        return None
    return counted(provision, event_on, calendar)


def rules_of_mailbox(regulation: Regulation, kind: str, state: str, on: date) -> list[Rule]:
    """Give the rules that bear on a mailbox now: those of its state, and while it is in use those of its kind."""
    strange = {_OF_THE_OTHER_KIND[kind], *(_ENDING_ONES if not _is_ending_named(regulation, kind, on) else ())}
    of_state = [rule for rule in rules_of_state(regulation, state, on) if rule[0].name not in strange]
    return [
        *of_state,
        *(rule for rule in rules_of_kind(regulation, kind, on) if state in _IN_USE and rule not in of_state),
    ]


def _is_ending_named(regulation: Regulation, kind: str, on: date) -> bool:
    """Say whether the regulation itself speaks of ending such a mailbox; else its limits are of the other kind's."""
    channel = regulation.channel("close", "unit" if kind == "unit" else "personal", on)
    return channel is not None and channel.source != "suggested"


def rules_of_kind(regulation: Regulation, kind: str, on: date) -> list[Rule]:
    """Give the rules on who manages, checks and guards a mailbox of this kind."""
    return _found(regulation, _OF_KIND[kind], on)


def rules_of_state(regulation: Regulation, state: str, on: date) -> list[Rule]:
    """Give the rules that matter when a mailbox enters this state."""
    return _found(regulation, _OF_STATE.get(state, ()), on)


def _found(regulation: Regulation, wanted: Iterable[Key[Any]], on: date) -> list[Rule]:
    pairs = ((key, regulation.find(key, on)) for key in wanted)
    return [(key, provision) for key, provision in pairs if provision is not None]
