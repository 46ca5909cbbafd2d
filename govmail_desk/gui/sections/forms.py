"""Biểu mẫu: the forms the papers are made from under the regulation in use, and which of them are our own arrangement.

Here: the section. What a clerk should know of each form is said in `forms/forms.toml`; the paper itself never says it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from govmail_desk import paths
from govmail_desk.documents.shipped_forms import ShippedForm, form_for, shipped_forms
from govmail_desk.domain.errors import StoreUnavailable
from govmail_desk.gui.desktop import desktop
from govmail_desk.gui.look.marks import Mark, StateLabel
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.run import runner_of
from govmail_desk.gui.sections.section import Section
from govmail_desk.operations.forms import copy_form

if TYPE_CHECKING:
    from collections.abc import Callable

    from govmail_desk.desk import Desk

COPIES: Final = "ban-sao-mau"
_OWN: Final = Mark("ring", "waiting")
_PRINTED: Final = Mark("disc", "good")


class FormsSection(Section):
    """Every form in use."""

    reads = frozenset({"regulation_text"})
    words = "Công văn, phiếu và danh sách được điền từ các mẫu này; bản sao mở ra sửa không làm đổi mẫu."

    def __init__(self, title: str, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(title, desk, parent)
        self.cards: list[FormCard] = []

    def fill(self) -> None:
        """Tell each."""
        forms = forms_in_use(self.desk.regulation().id)
        if all(form.own for form in forms):
            self.say(
                self.tr(
                    "Quy chế không in kèm mẫu nào có trong tay chúng tôi, nên các mẫu dưới đây do chương trình bố trí; "
                    "trên giấy không ghi điều này. Nơi nhận có mẫu riêng thì nên hỏi để dùng mẫu ấy."
                )
            )
        self.cards = [FormCard(form, self.open_copy, self) for form in forms]
        for card in self.cards:
            self.add(card)

    def open_copy(self, form: ShippedForm) -> None:
        """Open a copy with its own program."""
        try:
            copy = copy_form(self.desk, place=form.file, folder=paths.home() / COPIES)
            if not desktop().open(copy):
                words = self.tr("Máy này chưa có chương trình mở “{}”. Bản sao nằm ở thư mục {}.")
                raise StoreUnavailable(words.format(copy.name, copy.parent))
        except StoreUnavailable as failure:
            runner_of(self).tell_failure(failure, self, partial(self.open_copy, form))


class FormCard(QFrame):
    """One form: what it is, whose arrangement, and the way to a copy."""

    def __init__(
        self, form: ShippedForm, open_copy: Callable[[ShippedForm], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.form = form
        self.setObjectName("quietCard")
        self.button = QPushButton(self.tr("Mở bản sao"), self)
        self.button.setAccessibleName(self.tr("Mở bản sao: {}").format(form.title))
        self.button.clicked.connect(partial(open_copy, form))
        state = StateLabel(self)
        if form.own:
            state.show_state(self.tr("Do chương trình bố trí"), _OWN)
        else:
            state.show_state(self.tr("Theo mẫu của quy chế"), _PRINTED)
        said = QVBoxLayout()
        said.setSpacing(Space.HAIR)
        said.addWidget(WrappedLabel(form.title, "label", self))
        said.addWidget(state)
        said.addWidget(WrappedLabel(form.note, "small", self))
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.USUAL, Space.NEAR, Space.USUAL, Space.NEAR)
        row.setSpacing(Space.USUAL)
        row.addLayout(said, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)


def forms_in_use(regulation_id: str) -> list[ShippedForm]:
    """Return the form of each paper under a regulation: its own where there is one, else the common one."""
    folder = paths.forms()
    papers = dict.fromkeys((form.role, form.list) for form in shipped_forms(folder))
    found = (form_for(folder, role, regulation_id=regulation_id, list_kind=kind) for role, kind in papers)
    return [form for form in found if form is not None]
