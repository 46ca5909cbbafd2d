"""The forms the unit's papers are made from: each shipped one in use under the regulation, and the unit's own in its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govmail_desk import paths
from govmail_desk.documents.shipped_forms import ShippedForm, form_for, shipped_forms
from govmail_desk.domain.settings import OwnForm
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from govmail_desk.desk import Desk


@dataclass(frozen=True, slots=True)
class FormRow:
    """One form: the shipped one, what stands in its place, and what stood there before."""

    shipped: ShippedForm
    own: OwnForm | None
    """The unit's own in use; None where the shipped one is."""
    earlier: tuple[OwnForm, ...]
    """The unit's own that are no longer in use, the latest first."""


def in_use(desk: Desk) -> list[FormRow]:
    """Return the form of each paper under the regulation in use."""
    with desk.reading() as connection:
        kept = Transaction(connection).find(OwnForm)
    return [
        FormRow(
            shipped=form,
            own=next((own for own in kept if own.place == form.file and own.dropped_on is None), None),
            earlier=tuple(own for own in reversed(kept) if own.place == form.file and own.dropped_on is not None),
        )
        for form in shipped_in_use(desk.regulation().id)
    ]


def own_in_use(desk: Desk) -> dict[str, str]:
    """Name the unit's own forms in use, by the place each stands in."""
    with desk.reading() as connection:
        return {own.place: own.name for own in Transaction(connection).find(OwnForm, dropped_on=None)}


def shipped_in_use(regulation_id: str) -> list[ShippedForm]:
    """Return the shipped form of each paper under a regulation: its own where there is one, else the common one."""
    folder = paths.forms()
    papers = dict.fromkeys((form.role, form.list) for form in shipped_forms(folder))
    found = (form_for(folder, role, regulation_id=regulation_id, list_kind=kind) for role, kind in papers)
    return [form for form in found if form is not None]
