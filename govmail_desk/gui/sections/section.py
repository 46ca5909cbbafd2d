"""What a section of Thiết lập is made of: what holds now, what held before and will hold later, and the acts that change it.

Here: `Section`, and `ViewSection` for one that is a single view. Dated values are told with their days, today's marked.
Not here: what each section tells (the modules beside this one), the list of them (`gui.sections`), dialogs (`gui.dialogs`).
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, Protocol, TypeVar

from PySide6.QtCore import Qt, Signal

from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.look.marks import Mark, StateLabel
from govmail_desk.gui.panes.pane import Pane

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.gui.dialog import Dialog

HOLDS = Mark("disc", "good")
WILL_HOLD = Mark("ring", "note")
HELD = Mark("cross", "quiet")


class Dated(Protocol):
    """A value that holds from a day on."""

    @property
    def from_on(self) -> date:
        """The day."""
        ...


D = TypeVar("D", bound=Dated)


class Section(Pane):
    """One section: told anew whenever one of its tables was written."""

    reads: ClassVar[frozenset[str]] = frozenset()
    """The tables whose changes make the section tell itself anew."""
    help_topic: ClassVar[str] = ""
    """The page of `resources/help` that F1 opens while the section is shown; empty for that of Thiết lập."""
    words: ClassVar[str] = ""
    """What the section is for, in one short line under its name."""

    go_to = Signal(str, object)
    """Asks the window for another page: its key, and the id of what to show there."""

    def __init__(self, title: str, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setObjectName("section")
        self.offer(())
        self.desk = desk
        self.section_title = title
        self.acts: list[QAction] = []
        self.main_act: QAction | None = None

    @abstractmethod
    def fill(self) -> None:
        """Tell what holds now."""

    def tell(self) -> None:
        """Tell the section anew."""
        self.begin(self.section_title, self.words)
        self.fill()

    def add_act(
        self, key: str, text: str, does: Callable[[], object], *, icon_name: str = "", is_main: bool = False
    ) -> QAction:
        """Offer an act at the head of the page while the section is shown."""
        made = act(self, key, text, does, icon_name=icon_name)
        if is_main:
            self.main_act = made
        else:
            self.acts.append(made)
        return made

    def open_dialog(self, dialog: Dialog) -> None:
        """Open a dialog over the page; what it writes comes back as `Changes`."""
        dialog.open()

    def tell_history(self, values: Sequence[D], said: Callable[[D], str]) -> None:
        """Tell every dated value, the latest first, with the one that holds today marked."""
        if len(values) > 1:
            self.head(self.tr("Từng thời kỳ"))
        today = self.desk.today()
        holding = holds_on(values, today)
        for value in sorted(values, key=lambda one: one.from_on, reverse=True) if len(values) > 1 else ():
            self.add(self._dated_state(value.from_on, today, is_holding=value is holding))
            self.say(said(value))

    def _dated_state(self, from_on: date, today: date, *, is_holding: bool) -> StateLabel:
        label = StateLabel(self)
        since = f"Từ {from_on:%d/%m/%Y}"
        if is_holding:
            label.show_state(self.tr("{}, đang dùng").format(since), HOLDS)
        elif from_on > today:
            label.show_state(self.tr("{}, sẽ dùng").format(since), WILL_HOLD)
        else:
            label.show_state(since, HELD)
        return label


class ViewSection(Section):
    """A section that is one view taking all the room, told anew in place."""

    def __init__(self, title: str, desk: Desk, view: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(title, desk, parent)
        self.begin(title, self.words)
        self._scroll.setWidget(view)
        view.setAutoFillBackground(False)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(view)

    def tell(self) -> None:
        """Tell the view what holds now."""
        self.fill()


def holds_on(values: Sequence[D], day: date) -> D | None:
    """Return the dated value that holds on a day; before any began, the first, as the desk reads it."""
    begun = [value for value in values if value.from_on <= day]
    return max(begun, key=lambda one: one.from_on) if begun else min(values, key=lambda one: one.from_on, default=None)
