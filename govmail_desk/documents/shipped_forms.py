"""Which form serves which paper under which regulation, and what a clerk should know of where it comes from.

The table is `forms/forms.toml`, beside the forms. Not here: filling a form (`documents.letter`, `documents.list`,
`documents.minutes`); forms the unit took in itself are kept in the register.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal

from govmail_desk.documents.list_columns import ListKind

TABLE: Final = "forms.toml"
Role = Literal["letter", "proposal", "slip", "list", "minutes", "assignment", "authorisation", "report"]


@dataclass(frozen=True, slots=True)
class ShippedForm:
    """One form that comes with the program."""

    role: Role
    file: str
    title: str
    own: bool
    """True where we laid it out ourselves; the window then says so by `note`, the paper never does."""
    note: str
    regulation: str | None = None
    """The one regulation it is for; None serves every other."""
    list: ListKind | None = None


@lru_cache(maxsize=8)
def shipped_forms(folder: Path) -> tuple[ShippedForm, ...]:
    """Return every form of the table in a `forms` folder."""
    with (folder / TABLE).open("rb") as table:
        return tuple(ShippedForm(**form) for form in tomllib.load(table)["form"])


def form_for(folder: Path, role: Role, *, regulation_id: str, list_kind: ListKind | None = None) -> ShippedForm | None:
    """Return the form for a paper: the regulation's own one first; None where there is none (a proposal elsewhere)."""
    fitting = [form for form in shipped_forms(folder) if form.role == role and form.list == list_kind]
    own = next((form for form in fitting if form.regulation == regulation_id), None)
    return own or next((form for form in fitting if form.regulation is None), None)
