"""What is said of the mailboxes of a batch besides the reason: the decision behind it, and for a change the list of what becomes another.

Here: `BatchDetails`. What a list says is `operations.listed_mailboxes`; kind, day and reason are the dialog's.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from govmail_desk.documents import spreadsheet
from govmail_desk.domain.request_details import ChangeDetails, CloseDetails
from govmail_desk.gui.background import background_of
from govmail_desk.gui.desktop import desktop
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.run import runner_of
from govmail_desk.operations.listed_mailboxes import listed_mailboxes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from govmail_desk.desk import Desk
    from govmail_desk.domain.request import RequestKind
    from govmail_desk.domain.request_details import Details
    from govmail_desk.operations.listed_mailboxes import ListedMailboxes


class BatchDetails(QWidget):
    """The decision, and the list of changes."""

    changed = Signal()
    """Something else is said."""

    def __init__(self, desk: Desk, mailbox_ids: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ids = tuple(mailbox_ids)
        self._listed: Mapping[int, ChangeDetails] = {}
        self.document = TextField(hint=self.tr("Quyết định số …"))
        self.decided_on = DateField(desk.today())
        self.list_button = QPushButton(self.tr("Danh sách thay đổi…"))
        self.list_button.clicked.connect(self.choose_list)
        self.told = WrappedLabel(self._unlisted(), "soft")
        self.list_line = QWidget()
        self._lay_out()
        self.document.textChanged.connect(self.changed)
        self.decided_on.day_changed.connect(self.changed)

    def show_kind(self, kind: RequestKind) -> None:
        """Show what such a request is asked with."""
        self.list_line.setVisible(kind == "change")
        self.setVisible(kind in {"change", "close"})

    def details(self, kind: RequestKind) -> dict[int, Details]:
        """Return what is said of each mailbox; empty for the kinds that are asked with the reason alone."""
        document, decided_on = self.document.typed(), self.decided_on.day()
        if kind == "close":
            return dict.fromkeys(self._ids, CloseDetails(document=document, decided_on=decided_on))
        if kind != "change":
            return {}
        said = {one: self._listed.get(one, ChangeDetails()) for one in self._ids}
        return {one: replace(details, document=document, decided_on=decided_on) for one, details in said.items()}

    def choose_list(self) -> None:
        """Let the clerk choose the list, and read it in a worker."""
        if (path := desktop().choose_list(self)) is not None:
            self.read_list(path)

    def read_list(self, path: Path) -> None:
        """Read a list of present and new addresses, posts and so on."""
        self.list_button.setEnabled(False)
        self.told.setText(self.tr("Đang đọc {}…").format(path.name))
        background_of(self).start(partial(_read, self._desk, path), self._take, self._fail)

    def _take(self, read: tuple[str, ListedMailboxes]) -> None:
        name, listed = read
        self.list_button.setEnabled(True)
        self._listed = {one: change for one, change in listed.changes.items() if one in self._ids}
        said = self.tr("Danh sách {} nêu {} trong {} hộp thư đã chọn.").format(name, len(self._listed), len(self._ids))
        beside = len(listed.changes) - len(self._listed)
        others = self.tr("{} hộp thư khác trong danh sách không được chọn.").format(beside) if beside else ""
        self.told.setText(" ".join(filter(None, (said, others, *listed.left_out[:1]))))
        self.changed.emit()

    def _fail(self, failure: BaseException) -> None:
        self.list_button.setEnabled(True)
        self.told.setText(self._unlisted())
        runner_of(self).tell_failure(failure, self, self.choose_list)

    def _unlisted(self) -> str:
        return self.tr(
            "Danh sách nêu địa chỉ hiện nay, địa chỉ mới, chức vụ mới của từng hộp thư. Hộp thư không có trong danh sách lấy lý do ở "
            "trên làm nội dung thay đổi."
        )

    def _lay_out(self) -> None:
        form = Form()
        form.add("document", self.tr("Căn cứ, chung cho các đơn vị"), self.document)
        form.add("decided_on", self.tr("Ngày văn bản"), self.decided_on)
        form.put_side_by_side("document", "decided_on")
        line = QHBoxLayout(self.list_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.USUAL)
        line.addWidget(self.list_button)
        line.addWidget(self.told, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(form)
        rows.addWidget(self.list_line)


def _read(desk: Desk, path: Path) -> tuple[str, ListedMailboxes]:
    return path.name, listed_mailboxes(desk, spreadsheet.read(path))
