"""Nhắc việc: for each rule under which something falls due, the days ahead it is shown; the unit's own interval where none is stated."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from govmail_desk.domain.provision import CheckTimes, Contact, FirstLogin, Notice, ReportDuty
from govmail_desk.domain.regulation import KEYS, PASSWORD_ROTATION_ADMIN, PASSWORD_ROTATION_USER, REVIEW_EVERY
from govmail_desk.domain.reminder import LeadTime
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.marks import Mark, StateLabel
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.rules.rule_line import RuleLine
from govmail_desk.gui.sections.section import HOLDS, WILL_HOLD, Section
from govmail_desk.listings import settings
from govmail_desk.regulations import reminders

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from govmail_desk.desk import Desk
    from govmail_desk.domain.provision import AnyKey, AnyProvision
    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.domain.reminder import ReminderText

OURS: Final = Mark("ring", "quiet")
_LEAD: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.lead_time:LeadTimeDialog")
_CHOICE: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.own_choice:OwnChoiceDialog")
OWN_INTERVALS: Final = {key.name: key for key in (PASSWORD_ROTATION_USER, PASSWORD_ROTATION_ADMIN, REVIEW_EVERY)}
"""What comes back after an interval, which some regulations leave to the unit."""
_ON_THE_DAY: Final = (CheckTimes, FirstLogin)
"""Rules whose work is due on its own day: nothing of it is to be seen ahead."""


class RemindersSection(Section):
    """Every rule of the unit's regulation that something falls due under, with its days ahead."""

    reads = frozenset({"lead_time", "choice", "regulation_text"})
    words = "Việc hiện ở Hôm nay trước hạn bấy nhiêu ngày. Số ngày nhắc không làm đổi hạn nào."

    def __init__(self, title: str, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(title, desk, parent)
        self.cards: list[ReminderCard] = []

    def fill(self) -> None:
        """Tell each rule; those the regulation does not say come last, where the unit may choose an interval."""
        regulation, chosen = self.desk.regulation(), settings.history(self.desk, LeadTime)
        texts = [text for text in reminders.texts() if not all(key.type in _ON_THE_DAY for key in _keys(text))]
        said = {text.rule: list(_said(text, regulation, self.desk.today())) for text in texts}
        self.cards = []
        for text in (text for text in texts if said[text.rule]):
            own = [lead for lead in chosen if lead.rule == text.rule]
            self._show(ReminderCard(text, said[text.rule], regulation, own, self))
        silent = [text for text in texts if not said[text.rule] and text.rule in OWN_INTERVALS]
        if silent:
            self.head(self.tr("Quy chế không nêu kỳ hạn"))
            self.say(self.tr("Không có kỳ hạn thì không việc nào đến hạn. Đơn vị có thể tự đặt, kèm lý do."))
        for text in silent:
            self._show(ReminderCard(text, (), regulation, (), self))

    def set_days(self, rule: str) -> None:
        """Set how many days ahead a rule's work is shown."""
        self.open_dialog(_LEAD.load()(self, self.desk, rule))

    def choose_interval(self, rule: str) -> None:
        """Set the unit's own interval."""
        self.open_dialog(_CHOICE.load()(self, self.desk, OWN_INTERVALS[rule]))

    def _show(self, card: ReminderCard) -> None:
        self.cards.append(card)
        self.add(card)


class ReminderCard(QFrame):
    """One rule: what is to be done under it, when and by which article, and how many days ahead it is shown."""

    def __init__(
        self,
        text: ReminderText,
        said: Sequence[AnyProvision],
        regulation: Regulation,
        own: Sequence[LeadTime],
        section: RemindersSection,
    ) -> None:
        super().__init__(section)
        self.setObjectName("quietCard")
        self.text = text
        self.title = reminders.title_of(text.rule)
        self.lines = [RuleLine.of(KEYS[rule.key], rule, regulation, parent=self) for rule in said]
        self.lead = StateLabel(self)
        self.lead.show_state(*_lead(text, own, section.desk.today()))
        self.lead.setVisible(bool(said))
        self.days_button = self._button(self.tr("Đổi số ngày…"), partial(section.set_days, text.rule))
        self.days_button.setVisible(bool(said))
        self.interval_button = self._button(self.tr("Đặt kỳ hạn…"), partial(section.choose_interval, text.rule))
        is_silent = all(rule.source == "unit" for rule in said)
        self.interval_button.setVisible(text.rule in OWN_INTERVALS and is_silent)
        self._lay_out()

    def _button(self, words: str, does: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        button.setAccessibleName(f"{words.rstrip('…')}: {self.title}")
        button.clicked.connect(does)
        return button

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(Space.HAIR)
        for part in (WrappedLabel(self.title, "label", self), *self.lines, self.lead):
            words.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.USUAL, Space.NEAR, Space.USUAL, Space.NEAR)
        row.setSpacing(Space.NEAR)
        row.addLayout(words, 1)
        for button in (self.interval_button, self.days_button):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)


def _keys(text: ReminderText) -> tuple[AnyKey, ...]:
    """The rule a text is about, or all the rules that begin so."""
    if text.rule in KEYS:
        return (KEYS[text.rule],)
    return tuple(key for key in KEYS.values() if reminders.text_of(key.name) is text)


def _said(text: ReminderText, regulation: Regulation, day: date) -> Iterator[AnyProvision]:
    """What the regulation, or the unit beside it, says that leads to a day; a report without a day leads to none."""
    for key in _keys(text):
        found = regulation.due_rule(key.name, day)
        if found is not None and _leads_to_a_day(found.value):
            yield found


def _leads_to_a_day(value: object) -> bool:
    """A report may have no day, somebody to be told no haste, and a place to turn to has neither."""
    if isinstance(value, ReportDuty):
        return value.due is not None
    return value.when is not None if isinstance(value, Notice) else not isinstance(value, Contact)


def _lead(text: ReminderText, own: Sequence[LeadTime], today: date) -> tuple[str, Mark]:
    """Say how many days ahead, ours or the unit's, and what the unit has chosen from a day to come."""
    begun = [lead for lead in own if lead.from_on <= today]
    chosen = max(begun, key=lambda lead: (lead.from_on, lead.id), default=None)
    words, mark = _days(text.lead_days) + " (gợi ý của chương trình)", OURS
    if chosen is not None:
        words, mark = f"{_days(chosen.day_count)} (đơn vị chọn từ {chosen.from_on:%d/%m/%Y})", HOLDS
    coming = min((lead for lead in own if lead.from_on > today), key=lambda lead: lead.from_on, default=None)
    return (f"{words}; từ {coming.from_on:%d/%m/%Y} là {coming.day_count} ngày", WILL_HOLD) if coming else (words, mark)


def _days(count: int) -> str:
    return f"Nhắc trước {count} ngày" if count else "Nhắc đúng ngày"
