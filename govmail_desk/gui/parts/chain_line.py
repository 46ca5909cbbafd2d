"""Whether journal and register are whole: one line with its mark, checked off the GUI thread.

Here: `ChainLine`. What is checked is `operations.journals.verify`: the file on disk, the chain, every row, every kept file.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from govmail_desk.gui.late import Late
from govmail_desk.gui.look.marks import Mark, StateLabel
from govmail_desk.gui.look.theme import Space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.desk import Desk
    from govmail_desk.gui.background import Background
    from govmail_desk.operations.journals import Finding

_JOURNALS: Final[Late[Any]] = Late("govmail_desk.operations.journals")
_SHOWN: Final = 5
WHOLE: Final = Mark("tick", "good")
BROKEN: Final = Mark("triangle", "bad")
UNKNOWN: Final = Mark("ring", "quiet")


class ChainLine(QWidget):
    """The mark, what was found, and the way to check again."""

    checked = Signal()
    """The check is over: `findings` holds what does not agree."""
    failed = Signal(object)
    """The register could not be read: what was raised."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.findings: Sequence[Finding] | None = None
        self._desk: Desk | None = None
        self._background: Background | None = None
        self._state = StateLabel(self)
        self._told = QLabel(self)
        self._told.setProperty("tone", "bad")
        self._told.setWordWrap(True)
        self._told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton(self.tr("Kiểm tra lại"), self)
        self.button.setProperty("kind", "quiet")
        self.button.setAccessibleName(self.tr("Kiểm tra lại nhật ký và sổ"))
        self.button.clicked.connect(self.check)
        self._lay_out()

    @property
    def words(self) -> str:
        """What the line says."""
        return "\n".join(filter(None, (self._state.word, self._told.text())))

    def open_desk(self, desk: Desk, background: Background) -> None:
        """Take the register."""
        self._desk, self._background = desk, background

    def check(self) -> None:
        """Hold journal, rows and files against each other."""
        if self._desk is None or self._background is None:
            return
        self.button.setEnabled(False)
        self._say(self.tr("Đang kiểm tra nhật ký và sổ…"), UNKNOWN)
        seq, _ = self._desk.journal_head()
        self._background.start(partial(_verified, self._desk), partial(self._take, seq), self._fail)

    def _take(self, seq: int, findings: Sequence[Finding]) -> None:
        self.findings = findings
        self.button.setEnabled(True)
        if findings:
            self._say(self.tr("Nhật ký hoặc sổ không còn nguyên vẹn"), BROKEN, [one.sentence for one in findings])
        else:
            self._say(self.tr("Nhật ký nguyên vẹn, khớp với sổ đến mục số {}").format(seq), WHOLE)
        self.checked.emit()

    def _fail(self, failure: BaseException) -> None:
        self.button.setEnabled(True)
        self._say(self.tr("Chưa kiểm tra được nhật ký"), UNKNOWN)
        self.failed.emit(failure)

    def _say(self, words: str, mark: Mark, told: Sequence[str] = ()) -> None:
        self._state.show_state(words, mark)
        rest = len(told) - _SHOWN
        more = [self.tr("… và {} điều nữa.").format(rest)] if rest > 0 else []
        self._told.setText("\n".join([*told[:_SHOWN], *more]))
        self._told.setVisible(bool(told))

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(Space.NEAR)
        first.addWidget(self._state)
        first.addWidget(self.button)
        first.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.TIGHT)
        layout.addLayout(first)
        layout.addWidget(self._told)
        self._say(self.tr("Chưa kiểm tra nhật ký"), UNKNOWN)


def _verified(desk: Desk) -> Sequence[Finding]:
    findings: Sequence[Finding] = _JOURNALS.load().verify(desk)
    return findings
