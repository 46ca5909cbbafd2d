"""A dialog of several steps: the strip that says which one this is, one step in view, the main act of that step.

Here: `Step`, which every step extends, and `SteppedDialog`, which shows one after the other. Enter does the step's main act, except
where the step keeps it. Not here: what the steps show (`gui.dialogs`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QWidget

from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.fields import SearchField
from govmail_desk.gui.frame.main_window import MainWindow
from govmail_desk.gui.look.theme import Space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSettings, QSize
    from PySide6.QtGui import QShowEvent

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Step(QWidget):
    """One step: what is shown, what its main act is called, whether it can be done now."""

    changed = Signal()
    """The words of the main act, or whether it can be done, are others now."""
    done = Signal()
    """The step's work is done: the next one may come into view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.can_go_back = True

    @property
    def main_words(self) -> str:
        """What the main act of this step is called."""
        return self.tr("Tiếp tục")

    @property
    def is_ready(self) -> bool:
        """True where the main act can be done now."""
        return True

    def enter(self) -> None:
        """Come into view."""

    def go_on(self) -> None:
        """Do the main act; say `done` once the next step may come."""
        self.done.emit()

    def keeps_enter(self, focus: QWidget | None) -> bool:
        """Say whether Enter belongs to the part with the focus, and so does not do the main act."""
        return isinstance(focus, SearchField)


class StepStrip(QWidget):
    """The steps in one line; the one in view stands out, those done have a tick before them."""

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = list(titles)
        self._at = 0
        self._labels = [QLabel(self) for _ in titles]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.NEAR)
        for place, label in enumerate(self._labels):
            if place:
                layout.addWidget(_soft("›", self))
            layout.addWidget(label)
        layout.addStretch(1)
        self.show_at(0)

    def show_at(self, at: int) -> None:
        """Show which step is in view."""
        self._at = at
        for place, (label, title) in enumerate(zip(self._labels, self._titles, strict=True)):
            label.setText(f"{'✓' if place < at else place + 1}  {title}")
            label.setProperty("tone", "strong" if place == at else "soft")
            label.style().unpolish(label)
            label.style().polish(label)
        said = self.tr("Bước {} trên {}: {}").format(at + 1, len(self._titles), self._titles[at])
        self.setAccessibleName(said)

    def rename(self, place: int, title: str) -> None:
        """Call a step something else from now on."""
        self._titles[place] = title
        self.show_at(self._at)


class SteppedDialog(Dialog):
    """Extend it: `add_step` each step in order."""

    def __init__(self, parent: QWidget | None, *, title: str, titles: Sequence[str], size: QSize) -> None:
        super().__init__(parent, title=title, main_words="", size=size)
        self.is_over = False
        self.strip = StepStrip(titles, self)
        self.stack = QStackedWidget(self)
        self.before_button = self.add_side_button(self.tr("‹ Quay lại bước trước"), self.go_back)
        self.before_button.setProperty("kind", "quiet")
        self.body.addWidget(self.strip)
        self.body.addWidget(self.stack, 1)

    def add_step(self, step: Step) -> None:
        """Add the next step."""
        self.stack.addWidget(step)
        self._fit_to(self.stack.currentIndex())
        step.changed.connect(self._follow)
        step.done.connect(self.go_forth)
        self._follow()

    @property
    def step(self) -> Step:
        """The step in view."""
        step = self.stack.currentWidget()
        assert isinstance(step, Step)
        return step

    def show_step(self, at: int) -> None:
        """Bring a step into view, with the focus in it."""
        self.notices.dismiss()
        self._fit_to(at)
        self.stack.setCurrentIndex(at)
        self.strip.show_at(at)
        self.is_over = at == self.stack.count() - 1
        self.step.enter()
        self._follow()
        self.step.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_forth(self) -> None:
        """Come to the next step; after the last one the dialog closes."""
        if self.is_over:
            self.accept()
        elif self.sender() in {None, self.step}:
            self.show_step(self.stack.currentIndex() + 1)

    def go_back(self) -> None:
        """Come to the step before; what was chosen there still stands."""
        self.show_step(self.stack.currentIndex() - 1)

    @property
    def has_typed(self) -> bool:
        """Nothing can be lost any more once the last step tells what was written."""
        return not self.is_over and super().has_typed

    def do(self) -> None:
        """Do the main act of the step in view."""
        self.step.go_on()

    def showEvent(self, event: QShowEvent) -> None:
        """Put the focus into the step in view."""
        super().showEvent(event)
        self.step.setFocus(Qt.FocusReason.OtherFocusReason)

    def be_working(self, *, is_working: bool) -> None:
        """Hold everything while long work runs, and let go of what the step allows afterwards."""
        super().be_working(is_working=is_working)
        self.before_button.setEnabled(not is_working)
        if not is_working:
            self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does the main act, save where it belongs to the part with the focus."""
        if event.key() in _ENTER and self.step.keeps_enter(self.focusWidget()):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _fit_to(self, at: int) -> None:
        """Let only the step in view say how much room it needs."""
        for place in range(self.stack.count()):
            rule = QSizePolicy.Policy.Preferred if place == at else QSizePolicy.Policy.Ignored
            self.stack.widget(place).setSizePolicy(rule, rule)

    def _follow(self) -> None:
        step = self.step
        self.main_button.setText(step.main_words)
        self.main_button.setAccessibleName(step.main_words)
        self.main_button.setEnabled(step.is_ready)
        self.back_button.setVisible(not self.is_over)
        self.before_button.setVisible(self.stack.currentIndex() > 0 and step.can_go_back)


def let_shrink(part: QWidget) -> None:
    """Let a part that scrolls itself give way in a low dialog, before the whole step has to scroll around it."""
    part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)


def settings_near(widget: QWidget) -> QSettings | None:
    """Find what the window remembers, for the tables of a step; nothing is remembered where no window stands below."""
    place: QWidget | None = widget
    while place is not None and not isinstance(place, MainWindow):
        place = place.parentWidget()
    return place.settings if place is not None else None


def _soft(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("tone", "soft")
    return label
