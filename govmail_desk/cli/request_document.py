"""A request as the command line tells of it, the same after every act: its number, its state today, its files, by when an answer is due."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.listings import dues
from govmail_desk.listings.requests import page

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.listings.requests import RequestListRow


_WIDEST: Final = 63
"""A number of more bits is none the register could hold, or be asked for."""


def found(desk: Desk, request_id: int) -> RequestListRow:
    """Return a request by its number; refused where the register has none of it."""
    rows = page(desk, [request_id]) if request_id.bit_length() <= _WIDEST else []
    if not rows:
        raise RuleBroken(f"Sổ không có đề nghị mã {request_id}. Hãy xem lại mã được nói ra khi lập đề nghị.")
    return rows[0]


def document(desk: Desk, request_id: int, *, files: Sequence[Path] = ()) -> dict[str, object]:
    """Return the JSON document; day and article are null where no limit runs yet, none is stated, or it has ended."""
    running = dues.of_subject(desk, "request", request_id)
    return {
        "id": request_id,
        "state": found(desk, request_id).state,
        "files": [str(path) for path in files],
        "due_on": running[0].due_on.isoformat() if running else None,
        "cite": running[0].cite if running else None,
    }
