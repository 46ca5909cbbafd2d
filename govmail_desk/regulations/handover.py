"""The checklist of a handover, read once from `resources/handover.toml` and laid beside a regulation.

What the lines mean is `domain.handover_checklist`; a kept handover's own lines are written by `operations.handover_opening`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from govmail_desk import paths
from govmail_desk.domain.handover_checklist import ChecklistLine, ChecklistRule, checklist

if TYPE_CHECKING:
    from datetime import date

    from govmail_desk.domain.handover import Post
    from govmail_desk.domain.regulation import Regulation


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    item: tuple[ChecklistRule, ...]


@cache
def rules() -> dict[str, ChecklistRule]:
    """Read every line by its key, in the order of the file; a file that does not read is a broken installation."""
    read = msgspec.toml.decode((paths.resources() / "handover.toml").read_bytes(), type=_File).item
    return {rule.key: rule for rule in read}


def lines(regulation: Regulation, *, post: Post, on: date) -> tuple[ChecklistLine, ...]:
    """Give the checklist under a regulation, for a handover between two holders of a post on a day."""
    return checklist(rules().values(), regulation, post=post, on=on)
