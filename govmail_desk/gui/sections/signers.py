"""Người ký: who may sign the unit's letters, by which authority and on which days, with the block each prints."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from govmail_desk import wording
from govmail_desk.domain.settings import Letterhead, Signer
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.days import from_to
from govmail_desk.gui.look.marks import StateLabel
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.parts.signature_block import signature_lines
from govmail_desk.gui.sections.section import HELD, HOLDS, WILL_HOLD, Section
from govmail_desk.listings import settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from govmail_desk.desk import Desk
    from govmail_desk.gui.look.marks import Mark

_DIALOG: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.signer:SignerDialog")


class SignersSection(Section):
    """Everyone who signs, signed or will sign."""

    reads = frozenset({"signer", "letterhead"})
    words = "Khối chữ ký in đúng thẩm quyền: TM., KT., TL., TUQ. hay Quyền."

    def __init__(self, title: str, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(title, desk, parent)
        self.cards: list[SignerCard] = []
        self.add_act("add", self.tr("Thêm người ký…"), self.add_signer, icon_name="add", is_main=True)

    def fill(self) -> None:
        """Tell each."""
        head = self.desk.valid(Letterhead, self.desk.today())
        found = settings.signers(self.desk)
        self.cards = [SignerCard(signer, head, self.desk.today(), self.edit, self) for signer in found]
        for card in self.cards:
            self.add(card)
        if not found:
            self.say(self.tr("Chưa có người ký. Hãy bấm “Thêm người ký” để ghi họ tên, chức vụ và thẩm quyền."))

    def add_signer(self) -> None:
        """Add someone."""
        self.open_dialog(_DIALOG.load()(self, self.desk))

    def edit(self, signer: Signer) -> None:
        """Correct someone, or end the authority."""
        self.open_dialog(_DIALOG.load()(self, self.desk, signer))


class SignerCard(QFrame):
    """One signer: whether the authority holds today, its days, and the block."""

    def __init__(
        self,
        signer: Signer,
        head: Letterhead | None,
        today: date,
        edit: Callable[[Signer], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.signer = signer
        self.setObjectName("quietCard")
        self.lines, missing = signature_lines(signer, head)
        self._block = "\n".join((*self.lines, signer.full_name)) if self.lines else missing
        self.button = QPushButton(self.tr("Sửa…"), self)
        self.button.setAccessibleName(self.tr("Sửa người ký {}").format(signer.full_name))
        self.button.clicked.connect(partial(edit, signer))
        self.state, self._mark = _state(signer, today)
        self._lay_out()

    def _lay_out(self) -> None:
        state = StateLabel(self)
        state.show_state(self.state, self._mark)
        said = QVBoxLayout()
        said.setSpacing(Space.HAIR)
        said.addWidget(WrappedLabel(f"{self.signer.full_name}, {self.signer.post}", "label", self))
        authority = wording.SIGNER_AUTHORITIES[self.signer.authority]
        document = f" · {self.signer.document}" if self.signer.document else ""
        said.addWidget(WrappedLabel(authority + document, "soft", self))
        said.addWidget(state)
        block = WrappedLabel(self._block, "small", self)
        block.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.USUAL, Space.NEAR, Space.USUAL, Space.NEAR)
        row.setSpacing(Space.USUAL)
        row.addLayout(said, 3)
        row.addWidget(block, 2)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)


def _state(signer: Signer, today: date) -> tuple[str, Mark]:
    days = from_to(_iso(signer.from_on), _iso(signer.to_on)) if signer.from_on or signer.to_on else ""
    if signer.may_sign_on(today):
        return ", ".join(filter(None, ("Đang ký", days))), HOLDS
    is_later = signer.from_on is not None and signer.from_on > today
    return (f"Sẽ ký {days}", WILL_HOLD) if is_later else (f"Đã thôi ký, {days}", HELD)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
