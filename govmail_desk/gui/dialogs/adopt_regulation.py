"""Putting another regulation into use from a day on: one that ships, or another province's file once it was checked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton

from govmail_desk.gui.desktop import desktop
from govmail_desk.gui.dialogs.setting import SettingDialog
from govmail_desk.gui.fields.fields import ChoiceField
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.rules.regulation_words import ended_words, status_words
from govmail_desk.gui.run import run
from govmail_desk.operations.settings import adopt_regulation
from govmail_desk.regulations import loader, shipped

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.domain.regulation import Regulation


class AdoptRegulationDialog(SettingDialog):
    """Choose a regulation and the day it begins here."""

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        super().__init__(
            parent,
            desk,
            title=self.tr("Dùng quy chế khác"),
            main_words=self.tr("Áp dụng quy chế này"),
            size=QSize(620, 0),
        )
        self._known: dict[str, Regulation] = {regulation.id: regulation for regulation in shipped.every()}
        self.regulation_field = ChoiceField(self._choices())
        self.regulation_field.choose(desk.regulation(self.today).id)
        self.file_button = QPushButton(self.tr("Tệp quy chế của tỉnh khác…"), self)
        self.file_button.setAutoDefault(False)
        self.told = WrappedLabel("", "soft", self)
        self.problems = WrappedLabel("", "bad", self)
        self.problems.hide()
        self.form.add("regulation", self.tr("Quy chế"), self.regulation_field)
        self.ask_from(hint=self.tr("Việc trước ngày này vẫn theo quy chế cũ; lựa chọn riêng của đơn vị vẫn còn."))
        self.body.insertWidget(1, self.file_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.told)
        self.body.addWidget(self.problems)
        self.file_button.clicked.connect(self.choose_file)
        self.regulation_field.currentIndexChanged.connect(self._tell)
        self._tell()
        self.regulation_field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def regulation(self) -> Regulation:
        """The regulation chosen."""
        return self._known[str(self.regulation_field.choice())]

    def choose_file(self) -> None:
        """Ask for a file and check it."""
        file = desktop().choose_file(self, title=self.tr("Chọn tệp quy chế"), kind=self.tr("Quy chế (*.toml)"))
        if file is not None:
            self.check(file)

    def check(self, file: Path) -> None:
        """Take a file as one more choice, or list every problem in it."""
        problems = loader.check(file)
        head = self.tr("Tệp “{}” chưa dùng được, còn {} điều phải sửa:").format(file.name, len(problems))
        self.problems.setText("\n".join([head, *(problem.sentence for problem in problems)]) if problems else "")
        self.problems.setVisible(bool(problems))
        if not problems:
            found = loader.load(file)
            self._known[found.id] = found
            self.regulation_field.offer(self._choices())
            self.regulation_field.choose(found.id)

    def do(self) -> None:
        """Put it into use."""
        if self.is_filled():
            chosen = self.regulation
            operation = partial(
                adopt_regulation, self.desk, toml=chosen.text, name=f"{chosen.id}.toml", from_on=self.from_on()
            )
            run(self, operation, self.kept)

    def _choices(self) -> list[tuple[object, str]]:
        return [(regulation.id, regulation.short_name) for regulation in self._known.values()]

    def _tell(self) -> None:
        if self.regulation_field.choice() is None:  # while other choices are being offered
            return
        chosen = self.regulation
        lines = (
            chosen.title,
            f"{status_words(chosen)}. {self.tr('Nơi áp dụng:')} {chosen.territory}.",
            ended_words(chosen),
        )
        self.told.setText("\n".join(filter(None, lines)))
