"""How a regulation is said in the window: whether it is in force or a draft, and which bodies it names have ended.

Its rules in words: `domain.provision_words`; the whole of it as text: `regulations.in_words`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmail_desk.gui.look.marks import Mark

if TYPE_CHECKING:
    from govmail_desk.domain.provision import Ended
    from govmail_desk.domain.regulation import Regulation


def status_words(regulation: Regulation) -> str:
    """Say whether a regulation is in force, and since when, as far as its text says so."""
    if regulation.is_draft:
        return "Bản dự thảo"
    if regulation.status == "unstated":
        return "Chưa rõ hiệu lực"
    since = regulation.in_force_from
    return f"Có hiệu lực từ {since:%d/%m/%Y}" if since else "Có hiệu lực"


def status_mark(regulation: Regulation) -> Mark:
    """Give the mark that goes with the words."""
    return Mark("disc", "good") if regulation.status == "in-force" else Mark("ring", "waiting")


def has_ended(regulation: Regulation) -> bool:
    """Say whether any body the regulation names has ended since."""
    return bool(regulation.ended)


def ended_words(regulation: Regulation) -> str:
    """List the bodies that have ended, a line each."""
    return "\n".join(map(_ended_line, regulation.ended))


def _ended_line(ended: Ended) -> str:
    successor = f", nay là {ended.successor}" if ended.successor else ""
    return f"{ended.body}: kết thúc từ {ended.on:%d/%m/%Y}{successor}"
