"""What the window is given from outside: how to open the register, and the few acts and questions of the frame itself.

Here: `Wiring`. The composition root (`govmail_desk.app`) fills it; tests give plain functions. Everything is called after the
first paint; `open_desk`, `find`, `counts` and `written_since` in a worker thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.gui.frame.notifier import Notifier


class Found(NamedTuple):
    """Something the search box found: on which page it is, and what to show or begin there."""

    page_key: str
    title: str
    detail: str = ""
    item_id: int | None = None
    act_key: str = ""


class TakeBack(Protocol):
    """The taking back of acts, as the module `operations.journals` offers it."""

    def plan_take_back(self, desk: Desk, *, seq: int | None = None) -> Any:
        """Look whether an act (default: the last that stands) can be taken back; the plan has its `sentence`."""
        ...

    def take_back(self, desk: Desk, plan: Any) -> Changes:
        """Undo it whole."""
        ...


class Wiring(NamedTuple):
    """How the window reaches the register."""

    open_desk: Callable[[], Desk]
    """Opens the register; may raise `RuleBroken` or `StoreUnavailable`, which the window says in place of the page."""
    take_back: Callable[[], TakeBack] | None = None
    """Loads the taking back of acts: `Late("govmail_desk.operations.journals").load`."""
    find: Callable[[Desk, str], Sequence[Found]] | None = None
    """Finds people, mailboxes and requests for the search box; pages and acts the window finds itself."""
    counts: Callable[[Desk], Mapping[str, int]] | None = None
    """Counts what waits, by page key, for the rail."""
    notifier: Callable[[], Notifier] | None = None
    """Makes who shows notices while the window is closed; without it the window reminds of nothing and never hides."""
    written_since: Callable[[Desk, int | None], Changes] | None = None
    """Gathers what was written elsewhere since an act's number: `listings.elsewhere`. Without it the window does not watch."""
