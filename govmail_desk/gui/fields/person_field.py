"""Someone of the register, found by typing a part of the name: `PersonField`. Finding people is `listings.people.find`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from govmail_desk.gui.fields.found_field import MOST_FOUND, FoundField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.listings.people import PersonRow

__all__ = ["MOST_FOUND", "Find", "PersonField"]

Find = Callable[[str], Sequence["PersonRow"]]


class PersonField(FoundField["PersonRow"]):
    """One person."""

    def __init__(self, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(find, hint="Gõ tên, có dấu hoặc không dấu", name="Người tìm thấy", parent=parent)

    def person(self) -> PersonRow | None:
        """Return who is chosen."""
        return self.chosen()

    def show_person(self, person: PersonRow | None) -> None:
        """Choose someone, or nobody."""
        self.show_chosen(person)

    def named(self, row: PersonRow) -> str:
        """Name someone in the line."""
        return row.full_name

    def told(self, row: PersonRow) -> str:
        """Tell someone from others of the same name."""
        return " · ".join(filter(None, (row.full_name, row.post, row.unit)))

    def none_words(self) -> str:
        """Say that nobody is called so."""
        return self.tr("Sổ chưa có ai tên như vậy. Hãy thêm ở trang Người và đơn vị.")
