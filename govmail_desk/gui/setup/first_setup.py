"""The first setup: the regulation, the unit's name, its local part, its head, and where the register lies; then "Lập sổ".

Here: the window of the first setup and the act that founds the register. It opens nothing itself: `founded` says where the register
lies and who works with it. Not here: the regulations to choose from (`gui.setup.regulations`), the unit's own lines
(`gui.setup.unit`), what founding writes (`operations.registers`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from govmail_desk import paths
from govmail_desk.gui.background import Background
from govmail_desk.gui.desktop import desktop
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.notices import NoticeBar
from govmail_desk.gui.run import Runner
from govmail_desk.gui.setup.regulations import RegulationCards
from govmail_desk.gui.setup.unit import UnitLines

if TYPE_CHECKING:
    from pathlib import Path

    from govmail_desk.domain.regulation import Regulation

_SIZE: Final = QSize(1120, 690)
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_REGISTERS: Final[Late[Any]] = Late("govmail_desk.operations.registers")


@dataclass(frozen=True, slots=True)
class Founded:
    """A register that can be opened now, and who works with it."""

    path: Path
    person: str


class Setup(QWidget):
    """One screen from no register to a founded one."""

    founded = Signal(object)
    """A register was founded, or one made before was chosen: a `Founded`."""

    def __init__(self, path: Path, *, person: str, is_lost: bool = False) -> None:
        super().__init__()
        self.background = Background(self)
        self._runner = Runner(self, self.background)
        self.notices = NoticeBar(self)
        self.cards = RegulationCards(self.background, self)
        self.unit = UnitLines(path, person, self)
        self.main_button = self._make_button(self.tr("Lập sổ"), self.found, kind="main")
        self.open_button = self._make_button(self.tr("Mở sổ đã có…"), self.choose_register)
        self._working = QLabel(self)
        self._working.setProperty("tone", "soft")
        self._lay_out()
        self.cards.chosen.connect(self._take_regulation)
        self.cards.failed.connect(self._tell)
        if is_lost:
            self.notices.say(_lost(path), tone="waiting")

    def found(self) -> None:
        """Found the register, or say under each line what is still wrong."""
        regulation = self.cards.regulation
        if regulation is None:
            self.notices.say(
                self.tr("Chưa chọn quy chế. Hãy chọn quy chế đơn vị đang theo ở cột bên trái."), tone="bad"
            )
        if self.unit.is_complete() and regulation is not None:
            self.notices.dismiss()
            self._be_working(is_working=True)
            self.background.start(partial(_found, self.unit, regulation), self._take_founded, self._tell_not_founded)

    def choose_register(self) -> None:
        """Ask for a register made before."""
        kind = self.tr("Sổ hộp thư (*{})").format(paths.REGISTER_SUFFIX)
        path = desktop().choose_file(self, title=self.tr("Mở sổ đã có"), kind=kind)
        if path is not None:
            self.founded.emit(Founded(path, self.unit.person))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter founds the register, or does what the button under the focus says."""
        focus = self.focusWidget()
        if event.key() in _ENTER:
            (focus if isinstance(focus, QPushButton) else self.main_button).click()
        elif event.key() == Qt.Key.Key_Escape:
            self.notices.dismiss()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Wait for what is under way."""
        self.background.finish()
        super().closeEvent(event)

    def _take_regulation(self, regulation: Regulation) -> None:
        self.notices.dismiss()
        self.unit.follow(regulation)

    def _take_founded(self, path: Path) -> None:
        self._be_working(is_working=False)
        self.founded.emit(Founded(path, self.unit.person))

    def _tell_not_founded(self, failure: BaseException) -> None:
        self._be_working(is_working=False)
        self._tell(failure, self.found)

    def _tell(self, failure: BaseException, again: Any = None) -> None:
        self._runner.tell_failure(failure, self, again or self.cards.load)

    def _be_working(self, *, is_working: bool) -> None:
        self._working.setText(self.tr("Đang lập sổ…") if is_working else "")
        for part in (self.cards, self.unit, self.main_button, self.open_button):
            part.setEnabled(not is_working)

    def _make_button(self, words: str, does: Any, *, kind: str = "plain") -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("kind", kind)
        button.setAccessibleName(words)
        button.clicked.connect(does)
        return button

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("GovMail Desk – Thiết lập lần đầu"))
        self.setWindowIcon(QIcon(str(paths.resources() / "icons" / "govmail-desk.svg")))
        self.resize(_SIZE.boundedTo(self.screen().availableSize()))
        columns = QHBoxLayout()
        columns.setSpacing(Space.APART)
        columns.addWidget(self.cards, 11)
        columns.addWidget(self._scrolling(self.unit), 10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.APART, Space.WIDE, Space.APART, Space.WIDE)
        layout.setSpacing(Space.USUAL)
        layout.addLayout(self._title())
        layout.addWidget(self.notices)
        layout.addLayout(columns, 1)
        layout.addWidget(self._rule())
        layout.addLayout(self._buttons())

    def _scrolling(self, part: QWidget) -> QScrollArea:
        """Let the lines scroll where the screen is low."""
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(part)
        return scroll

    def _title(self) -> QVBoxLayout:
        title = QLabel(self.tr("Thiết lập lần đầu"), self)
        title.setObjectName("pageTitle")
        words = QLabel(
            self.tr("Chọn quy chế, gõ tên đơn vị, rồi bấm “Lập sổ”. Mọi điều ở đây sửa lại được ở trang Thiết lập."),
            self,
        )
        words.setProperty("tone", "soft")
        words.setWordWrap(True)
        rows = QVBoxLayout()
        rows.setSpacing(Space.HAIR)
        rows.addWidget(title)
        rows.addWidget(words)
        return rows

    def _rule(self) -> QFrame:
        rule = QFrame(self)
        rule.setObjectName("rule")
        return rule

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.NEAR)
        row.addWidget(self.open_button)
        row.addWidget(self._working)
        row.addStretch(1)
        row.addWidget(self.main_button)
        return row


def _found(unit: UnitLines, regulation: Regulation) -> Path:
    """Found the register in a worker; it is closed again, since the window opens it in its own way."""
    path = unit.path
    desk = _REGISTERS.load().create_register(
        path,
        person=unit.person,
        regulation=regulation,
        unit_name=unit.name,
        slug=unit.slug,
        head=unit.head,
    )
    desk.close()
    return path


def _lost(path: Path) -> str:
    return (
        f"Không thấy sổ “{path.name}” ở thư mục “{path.parent}”. Nếu sổ nằm ở ổ đĩa rời, hãy cắm lại rồi mở lại chương trình; "
        "nếu không, hãy mở một sổ đã có hoặc lập sổ mới."
    )
