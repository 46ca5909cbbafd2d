"""Marking that a unit ended: dissolved, merged. Its people, mailboxes and history stay in the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.run import run
from govmail_desk.operations.units import end_unit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.unit import Unit
    from govmail_desk.listings.units import UnitRow


class EndUnitDialog(Dialog):
    """Record the day a unit ended."""

    def __init__(self, parent: QWidget, desk: Desk, unit: Unit, row: UnitRow) -> None:
        super().__init__(
            parent, title=self.tr("Ghi {} chấm dứt").format(row.name), main_words=self.tr("Ghi chấm dứt hoạt động")
        )
        self.desk = desk
        self.unit = unit
        self.on = DateField(desk.today(), desk.today())
        self.form = Form(self)
        self.form.add("on", self.tr("Từ ngày"), self.on, is_needed=True, hint=self.tr("Ngày ghi trong quyết định."))
        self.body.addWidget(self.form)
        self.body.addWidget(self._what_stays(row))
        self.body.addStretch(1)

    def do(self) -> None:
        """Record it."""
        on = self.on.day()
        if on is None:
            problem = self.on.problem() or self.tr("Chưa có ngày. Hãy gõ ngày trong quyết định.")
            self.form.show_errors({"on": problem})
        else:
            run(self, self._end, self.kept)

    def _what_stays(self, row: UnitRow) -> QLabel:
        label = QLabel(
            self.tr("{} người và các hộp thư của đơn vị vẫn còn trong sổ; hãy chuyển họ sang đơn vị mới.").format(
                row.people_count
            ),
            self.fields,
        )
        label.setWordWrap(True)
        label.setProperty("tone", "soft")
        return label

    def _end(self) -> Changes:
        on = self.on.day()
        assert on is not None
        return end_unit(self.desk, unit=self.unit, on=on)
