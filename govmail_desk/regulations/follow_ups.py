"""The follow-ups a changed mailbox raises elsewhere, read once from `resources/follow_ups.toml`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from govmail_desk import paths
from govmail_desk.domain.reminder import FollowUpRule

if TYPE_CHECKING:
    from govmail_desk.domain.reminder import FollowUpAfter, FollowUpKind


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    follow_up: tuple[FollowUpRule, ...]


@cache
def rules() -> tuple[FollowUpRule, ...]:
    """Read every rule; a file that does not read is a broken installation."""
    return msgspec.toml.decode((paths.resources() / "follow_ups.toml").read_bytes(), type=_File).follow_up


def rule_of(kind: FollowUpKind, after: FollowUpAfter) -> FollowUpRule:
    """Give the rule a kept follow-up was raised by."""
    return next(rule for rule in rules() if rule.kind == kind and after in rule.after)
