"""The acts at the right end of a page's head: lesser ones as plain buttons, then the one main act.

Here: the buttons, and the menu … that takes the lesser ones in where the window is narrow. The acts are the page's (`gui.page`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from govmail_desk.gui.look.act_button import ActButton
from govmail_desk.gui.look.icons import draw_icon
from govmail_desk.gui.look.theme import Space

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from govmail_desk.gui.page import Page

NARROW: Final = 760
"""Below this width of the page only the main act stands as a button."""


class HeaderActs(QWidget):
    """The acts of the page shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: list[QAction] = []
        self._main: ActButton | None = None
        self._lesser: list[ActButton] = []
        self._is_narrow = False
        self.more = self._make_more()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(Space.NEAR)
        self._layout.addWidget(self.more)

    @property
    def buttons(self) -> list[ActButton]:
        """The buttons, the main one last."""
        return [*self._lesser, *([self._main] if self._main else [])]

    def show_page(self, page: Page | None) -> None:
        """Offer the acts of a page; the same ones keep their buttons, and so the focus stays where it is."""
        main = page.main_act if page else None
        acts = [*(page.acts if page else []), *([main] if main else [])]
        if acts == self._shown:
            return
        self._take_away()
        self._shown = acts
        self._lesser = [ActButton(shown, parent=self) for shown in acts if shown is not main]
        self._main = ActButton(main, kind="main", parent=self) if main else None
        for button in self.buttons:
            self._layout.addWidget(button)
        self.more.menu().addActions(page.acts if page else [])
        self._give_way()

    def be_narrow(self, *, is_narrow: bool) -> None:
        """Let the lesser acts wait in a menu."""
        self._is_narrow = is_narrow
        self._give_way()

    def _take_away(self) -> None:
        self.more.menu().clear()
        for button in self.buttons:
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()

    def _give_way(self) -> None:
        self.more.setVisible(self._is_narrow and bool(self._lesser))
        for button in self._lesser:
            button.setVisible(not self._is_narrow and button.shown.isVisible())

    def _make_more(self) -> QToolButton:
        more = QToolButton(self)
        draw_icon(more, "more")
        more.setAccessibleName(self.tr("Việc khác của trang này"))
        more.setToolTip(more.accessibleName())
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setMenu(QMenu(more))
        more.hide()
        return more
