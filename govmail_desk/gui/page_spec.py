"""A page as the rail and the search box know it before it is imported."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from govmail_desk.gui.late import Late
    from govmail_desk.gui.page import Page


class PageSpec(NamedTuple):
    """A page's name and drawing, where its class stands, and the acts that can be asked for by name from the search box."""

    key: str
    title: str
    icon: str
    page: Late[type[Page]]
    acts: tuple[tuple[str, str], ...] = ()
    """Key and words of each."""
    parts: tuple[PageSpec, ...] = ()
    """Whole pages shown inside this one, one at a time; the first is there when it opens."""
