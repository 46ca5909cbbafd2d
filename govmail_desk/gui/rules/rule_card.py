"""All about one rule of the regulation: what it says in whole, its article in words, why, what is noted, what the unit chose.

Here: the card under the tree. The tree is `gui.rules.regulation_tree`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from govmail_desk.domain.provision_words import in_words
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.why_card import article_in_words
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.rules.regulation_words import status_words
from govmail_desk.wording import SOURCES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govmail_desk.domain.provision import AnyKey, AnyProvision
    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.domain.settings import RegulationText

_LINES_HIGH = 8
_WHEN_OFF = {
    "moves": "Ngày cuối rơi vào ngày nghỉ thì chuyển sang ngày làm việc kế tiếp.",
    "stays": "Ngày cuối không dời theo ngày nghỉ.",
}


class RuleCard(QScrollArea):
    """One rule, told."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quietCard")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Quy định đang chọn"))
        self.setMinimumHeight(self.fontMetrics().height() * _LINES_HIGH)
        self.viewport().setAutoFillBackground(False)
        self._told: list[str] = []
        self.show_rule(None, None, None)

    @property
    def told(self) -> str:
        """What the card says."""
        return "\n".join(self._told)

    def show_rule(self, key: AnyKey | None, rule: AnyProvision | None, regulation: Regulation | None) -> None:
        """Tell a rule; with no key what to do, with no rule that the regulation is silent."""
        self._show(list(_parts(key, rule, regulation)))

    def show_regulation(self, regulation: Regulation, texts: Sequence[RegulationText]) -> None:
        """Tell the regulation itself: who issued it, where it holds, what has ended since, and since when it is used here."""
        self._show(list(_whole(regulation, texts)))

    def _show(self, parts: list[tuple[str, str]]) -> None:
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(Space.USUAL, Space.NEAR, Space.USUAL, Space.NEAR)
        rows.setSpacing(Space.TIGHT)
        rows.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._told = [words for words, _ in parts]
        for words, tone in parts:
            rows.addWidget(WrappedLabel(words, tone, inside))
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.setAccessibleDescription(self.told)


def _parts(key: AnyKey | None, rule: AnyProvision | None, regulation: Regulation | None) -> Iterator[tuple[str, str]]:
    if key is None or regulation is None:
        yield "Chọn một quy định để xem đủ nội dung, điều khoản và lý do.", "soft"
        return
    yield key.label, "heading"
    if rule is None:
        yield "Quy chế không nêu điều này. Đơn vị có thể đặt giá trị riêng, kèm lý do.", "soft"
        return
    yield in_words(rule.value), ""
    yield _origin(rule, regulation), "label"
    yield f"Vì sao: {rule.why}", "soft"
    if rule.when_off is not None:
        yield _WHEN_OFF[rule.when_off], "soft"
    if rule.note:
        yield f"Ghi chú: {rule.note}", "soft"
    if rule.source != "unit":
        yield from _choices(key, regulation)


def _whole(regulation: Regulation, texts: Sequence[RegulationText]) -> Iterator[tuple[str, str]]:
    yield regulation.title, "heading"
    yield "\n".join(filter(None, (regulation.issuer, regulation.issued_as_printed or regulation.number))), ""
    in_force = f" ({article_in_words(regulation.in_force_cite)})" if regulation.in_force_cite else ""
    yield f"{status_words(regulation)}{in_force}", "label"
    yield f"Nơi áp dụng: {regulation.territory}", "soft"
    if regulation.note:
        yield f"Ghi chú: {regulation.note}", "soft"
    for ended in regulation.ended:
        successor = f", nay là {ended.successor}" if ended.successor else ""
        yield f"{ended.body} kết thúc từ {ended.on:%d/%m/%Y}{successor}. Nguồn: {ended.cite}.", "small"
    for text in texts:
        yield f"Dùng trong sổ này từ {text.from_on:%d/%m/%Y}: {text.regulation_id}", "soft"


def _origin(rule: AnyProvision, regulation: Regulation) -> str:
    days = f" từ ngày {rule.valid_from:%d/%m/%Y}" if rule.valid_from else ""
    days += f" đến hết ngày {rule.valid_to:%d/%m/%Y}" if rule.valid_to else ""
    if rule.cite is None:
        return f"{SOURCES[rule.source]}{days}"
    return f"{article_in_words(rule.cite)}, {regulation.short_name}{days}"


def _choices(key: AnyKey, regulation: Regulation) -> Iterator[tuple[str, str]]:
    for choice in regulation.all(key):
        if choice.source == "unit":
            since = f" từ {choice.valid_from:%d/%m/%Y}" if choice.valid_from else ""
            yield f"Đơn vị chọn{since}: {in_words(choice.value)}. {choice.why}", "label"
