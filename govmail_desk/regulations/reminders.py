"""What a due date says, to whom, and how long ahead we suggest showing it, read once from `resources/reminders.toml`.

The days themselves, with article and reason, are the regulation's; the unit's own lead times are `operations.lead_times`.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import msgspec

from govmail_desk import paths
from govmail_desk.domain.regulation import KEYS
from govmail_desk.domain.reminder import ReminderText

_SHARED: Final = {
    "request.limit.operator": "Nơi nhận trả lời đề nghị",
    "request.limit.unit": "Đơn vị gửi đề nghị sau khi có biến động",
}
"""What rules with the same beginning are about, where each of them has a label of its own."""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    reminder: tuple[ReminderText, ...]


@cache
def texts() -> tuple[ReminderText, ...]:
    """Read every text; a file that does not read is a broken installation."""
    return msgspec.toml.decode((paths.resources() / "reminders.toml").read_bytes(), type=_File).reminder


@cache
def text_of(rule: str) -> ReminderText | None:
    """Give what is said of a rule, by its whole key or by the beginning it shares with others; None where nothing is."""
    by_rule = {text.rule: text for text in texts()}
    return by_rule.get(rule) or by_rule.get(rule.rpartition(".")[0])


@cache
def title_of(rule: str) -> str:
    """Say what has to be done under a rule, or may be done from then on; of a shared beginning, what its rules are about."""
    text = text_of(rule)
    if text and text.title:
        return text.title
    return KEYS[rule].label if rule in KEYS else _SHARED[rule]


@cache
def tells_staff(rule: str) -> bool:
    """Say whether the holder of a mailbox has a part in what falls due under a rule, so that a notice can ask for it."""
    text = text_of(rule)
    return text is not None and bool(text.staff)


@cache
def lead_days(rule: str) -> int:
    """Give how many days ahead we suggest showing what falls due under a rule."""
    text = text_of(rule)
    return text.lead_days if text else 0
