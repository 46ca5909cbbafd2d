"""An edition of the directory as one page for the unit's portal (.html): read by ear and by keyboard, searched without a network, printed.

The page is `resources/directory.html`; it fetches nothing and sends nothing. What it says is `documents.directory`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from jinja2 import Environment, StrictUndefined

from govmail_desk import paths

if TYPE_CHECKING:
    from jinja2 import Template

    from govmail_desk.documents.directory import DirectoryPaper

_NOT_DIALLED: Final = re.compile(r"[^\d+]")


def directory_html(paper: DirectoryPaper) -> bytes:
    """Return the page in UTF-8; whatever a name holds is text in it, never markup."""
    return _page().render(paper=paper).encode()


@cache
def _page() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=False)
    environment.filters.update(dialled=_dialled, mailed=_mailed)
    return environment.from_string((paths.resources() / "directory.html").read_text(encoding="utf-8"))


def _mailed(address: str) -> str:
    """An address as a link that writes to it holds it (RFC 6068)."""
    return quote(address, safe="@")


def _dialled(phone: str) -> str:
    """The digits of a telephone, for a link that dials it."""
    return _NOT_DIALLED.sub("", phone)
