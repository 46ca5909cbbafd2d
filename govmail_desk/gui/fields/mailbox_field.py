"""A mailbox of the register, found by typing a part of its address or of who holds it: `MailboxField`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from govmail_desk.gui.fields.found_field import MOST_FOUND, FoundField
from govmail_desk.listings import mailboxes
from govmail_desk.listings.mailboxes import MailboxFilter, MailboxRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk


class MailboxField(FoundField[MailboxRow]):
    """One mailbox, or none."""

    def __init__(self, desk: Desk, mailbox_id: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(
            partial(_find, desk), hint="Gõ địa chỉ hoặc tên người dùng", name="Hộp thư tìm thấy", parent=parent
        )
        if mailbox_id is not None:
            self.show_chosen(next(iter(mailboxes.page(desk, [mailbox_id])), None))

    @property
    def mailbox_id(self) -> int | None:
        """The number of the one chosen."""
        row = self.chosen()
        return row.id if row is not None else None

    def problem(self) -> str | None:
        """Say what is wrong with what was typed; None where it is a mailbox or empty."""
        if self.is_empty or self.chosen() is not None:
            return None
        return self.tr("Chưa chọn hộp thư nào trong danh sách. Hãy chọn một dòng, hoặc xóa trống ô này.")

    def named(self, row: MailboxRow) -> str:
        """Name a mailbox in the line."""
        return row.address

    def told(self, row: MailboxRow) -> str:
        """Tell a mailbox with its holder and unit."""
        return " · ".join(filter(None, (row.address, row.holder, row.unit)))

    def none_words(self) -> str:
        """Say that none is called so."""
        return self.tr("Sổ không có hộp thư nào như vậy.")


def _find(desk: Desk, typed: str) -> Sequence[MailboxRow]:
    if not typed:
        return ()
    return mailboxes.page(desk, mailboxes.ids(desk, MailboxFilter(search=typed))[:MOST_FOUND])
