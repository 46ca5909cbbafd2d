"""Nơi nhận đề nghị: the body that runs the mail system, from a day on, beside what the regulation says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from govmail_desk.domain.regulation import (
    OPERATOR_MANAGING,
    OPERATOR_ONWARD,
    OPERATOR_RUNNING,
    REQUEST_OPERATOR,
    REQUEST_OPERATOR_ADDRESS,
)
from govmail_desk.domain.settings import Operator
from govmail_desk.gui.late import Late
from govmail_desk.gui.rules.rule_line import RuleLine
from govmail_desk.gui.sections.section import Section
from govmail_desk.listings import settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.domain.provision import AnyKey
    from govmail_desk.domain.regulation import Regulation

_DIALOG: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.operator:OperatorDialog")
_RULES: Final[tuple[AnyKey, ...]] = (
    REQUEST_OPERATOR,
    REQUEST_OPERATOR_ADDRESS,
    OPERATOR_MANAGING,
    OPERATOR_RUNNING,
    OPERATOR_ONWARD,
)


class OperatorSection(Section):
    """Where requests go today, and where they went."""

    reads = frozenset({"operator", "regulation_text", "choice"})
    words = "Công văn và thư đề nghị gửi đến cơ quan này."

    def __init__(self, title: str, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(title, desk, parent)
        self.add_act("change", self.tr("Đổi nơi nhận đề nghị…"), self.change, icon_name="edit", is_main=True)

    def fill(self) -> None:
        """Tell it."""
        today = self.desk.today()
        regulation = self.desk.regulation(today)
        operator = self.desk.valid(Operator, today)
        if operator is None:
            self.say(self.tr("Chưa có nơi nhận đề nghị. Hãy bấm “Đổi nơi nhận đề nghị” để ghi tên và địa chỉ thư."))
        else:
            self.fact(self.tr("Tên"), operator.name)
            self.fact(self.tr("Địa chỉ thư"), operator.address or self.tr("chưa ghi; hãy hỏi đơn vị vận hành"))
            self.fact(self.tr("Từ ngày"), f"{operator.from_on:%d/%m/%Y}")
            self._warn(operator, regulation)
        self._fill_rules(regulation)
        self.tell_history(settings.history(self.desk, Operator), _said)

    def change(self) -> None:
        """Set another operator."""
        self.open_dialog(_DIALOG.load()(self, self.desk))

    def _warn(self, operator: Operator, regulation: Regulation) -> None:
        for ended in regulation.ended_in(operator.name, self.desk.today()):
            successor = f", nay là {ended.successor}" if ended.successor else ""
            words = self.tr("{} đã kết thúc từ {}{}. Hãy kiểm tra lại nơi nhận. Nguồn: {}.")
            self.say(words.format(ended.body, f"{ended.on:%d/%m/%Y}", successor, ended.cite), "bad")

    def _fill_rules(self, regulation: Regulation) -> None:
        self.head(self.tr("Quy chế nói gì"))
        for key in _RULES:
            provision = regulation.find(key, self.desk.today())
            if provision is not None:
                self.add(RuleLine.of(key, provision, regulation, parent=self))


def _said(operator: Operator) -> str:
    return ", ".join(filter(None, (operator.name, operator.address)))
