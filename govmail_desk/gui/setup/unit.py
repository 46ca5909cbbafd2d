"""The unit's own lines at the first setup: its name, its local part proposed from it, its head, who works, where the register lies.

Here: the fields and what is still wrong with them. How a local part follows from a name is `domain.unit_address`, by the regulation
chosen; the article stands beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from govmail_desk import paths
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.gui.desktop import desktop
from govmail_desk.gui.fields.fields import ChoiceField, TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.elided import ElidedLabel
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.setup.address import AddressProposal, OwnAddress

if TYPE_CHECKING:
    from pathlib import Path

    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.domain.unit_name import ParentKind

_PARENTS: Final = (
    (None, "Chưa chọn"),
    ("so", "Một sở, ban, ngành của tỉnh"),
    ("huyen", "Một huyện, thị xã, thành phố"),
)
_REGISTERS: Final[Late[Any]] = Late("govmail_desk.operations.registers")


class UnitLines(QWidget):
    """Two lines to type, and three that are filled already."""

    def __init__(self, path: Path, person: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._regulation: Regulation | None = None
        self._proposed = ""
        self.name_field = TextField(hint=self.tr("ví dụ: Sở Thông tin và Truyền thông"))
        self.parent_kind_field = ChoiceField(_PARENTS)
        self.parent_slug_field = TextField(hint=self.tr("ví dụ: myxuyen"))
        self.slug_field = TextField()
        self.address = AddressProposal(self)
        self.head_field = TextField(hint=self.tr("họ và tên, có dấu"))
        self.person_field = TextField(person)
        self._place = ElidedLabel(parent=self)
        self.place_button = QPushButton(self.tr("Chọn nơi khác…"), self)
        self.form = self._make_form()
        self._lay_out()
        self._show_place()
        self._propose()
        self.name_field.textChanged.connect(self._propose)
        self.parent_kind_field.picked.connect(self._propose)
        self.parent_slug_field.textChanged.connect(self._propose)
        self.slug_field.textChanged.connect(self._show_address)
        self.address.picked.connect(self._take_address)
        self.place_button.clicked.connect(self.choose_place)

    @property
    def name(self) -> str:
        """The unit's name as typed."""
        return self.name_field.typed()

    @property
    def slug(self) -> str:
        """The unit's local part."""
        return self.slug_field.typed().lower()

    @property
    def head(self) -> str:
        """The head's name, or an empty text."""
        return self.head_field.typed()

    @property
    def person(self) -> str:
        """Who works with the register."""
        return self.person_field.typed()

    def follow(self, regulation: Regulation) -> None:
        """Propose by another regulation."""
        self._regulation = regulation
        self._propose()
        if not self.name:
            self.name_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_complete(self) -> bool:
        """Say under each line what is still wrong; True where nothing is."""
        errors = (
            {}
            if self.name
            else {"name": self.tr("Chưa có tên đơn vị. Hãy gõ tên đầy đủ như trong quyết định thành lập.")}
        )
        problem = self._slug_problem()
        return self.form.show_errors(errors | ({"slug": problem} if problem else {}))

    def choose_place(self) -> None:
        """Ask where the register is to lie."""
        kind = self.tr("Sổ hộp thư (*{})").format(paths.REGISTER_SUFFIX)
        path = desktop().choose_new_file(self, title=self.tr("Nơi đặt sổ"), path=self.path, kind=kind)
        if path is not None:
            self.path = path.with_suffix(paths.REGISTER_SUFFIX)
            self._show_place()

    def _slug_problem(self) -> str | None:
        if not self.slug:
            return self.tr(
                "Chưa có tên hộp thư. Hãy gõ phần đứng trước @ trong địa chỉ hộp thư của đơn vị, ví dụ stttt."
            )
        if self._regulation is None:
            return None
        try:
            _REGISTERS.load().own_address(self._regulation, self.slug)
        except RuleBroken as refusal:
            return refusal.sentence
        return None

    def _propose(self) -> None:
        if self._regulation is None:
            self._show_rows(asks_kind=False, asks_slug=False)
            return
        own = OwnAddress(self._regulation, self.name, self._parent_kind(), self.parent_slug_field.typed().lower())
        self._show_rows(asks_kind=own.asks_parent_kind, asks_slug=own.asks_parent_slug)
        was_untouched = self.slug_field.text() == self._proposed
        self._proposed = own.slugs[0] if own.slugs else ""
        self.address.show_own(own)
        if was_untouched:
            self.slug_field.setText(self._proposed)
        self._show_address()

    def _show_rows(self, *, asks_kind: bool, asks_slug: bool) -> None:
        self.form.rows["parent_kind"].setVisible(asks_kind)
        self.form.rows["parent_slug"].setVisible(asks_slug)

    def _show_address(self) -> None:
        self.form.rows["slug"].show_error(None)
        self.address.show_slug(self.slug)

    def _take_address(self, slug: str) -> None:
        self.slug_field.setText(slug)
        self.slug_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _parent_kind(self) -> ParentKind | None:
        return cast("ParentKind | None", self.parent_kind_field.choice())

    def _show_place(self) -> None:
        words = self.tr("Sổ: tệp {}, thư mục {}").format(self.path.name, self.path.parent)
        self._place.show_text(words, tip=str(self.path))

    def _make_form(self) -> Form:
        form = Form(self)
        form.add("name", self.tr("Tên đơn vị"), self.name_field, is_needed=True)
        form.add("parent_kind", self.tr("Đơn vị cấp trên là"), self.parent_kind_field)
        form.add("parent_slug", self.tr("Tên hộp thư của đơn vị cấp trên"), self.parent_slug_field)
        hint = self.tr("Phần đứng trước @; chương trình đề xuất theo quy chế, sửa được.")
        form.add("slug", self.tr("Tên hộp thư của đơn vị"), self.slug_field, hint=hint, is_needed=True)
        return form

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Đơn vị"), self)
        heading.setProperty("tone", "heading")
        more = Form(self)
        more.add(
            "head",
            self.tr("Thủ trưởng"),
            self.head_field,
            hint=self.tr("Được ghi sẵn làm người ký; để trống cũng được."),
        )
        more.add(
            "person",
            self.tr("Người làm việc với sổ"),
            self.person_field,
            hint=self.tr("Tên ghi trong nhật ký cạnh mỗi việc."),
        )
        place = QHBoxLayout()
        place.addWidget(self._place, 1)
        place.addWidget(self.place_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, Space.TIGHT, 0)
        layout.setSpacing(Space.USUAL)
        for part in (heading, self.form, self.address, more):
            layout.addWidget(part)
        layout.addLayout(place)
        layout.addStretch(1)
