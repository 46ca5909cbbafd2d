"""One act of the journal: who did it and when, whether it still stands, and the rows it wrote before and after.

Here: `ActPane`. Only the first rows of a great act are told; more of them when they are asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from govmail_desk import wording
from govmail_desk.domain.journal import NEVER_TAKEN_BACK
from govmail_desk.gui.look.marks import Mark
from govmail_desk.gui.panes.pane import Pane
from govmail_desk.gui.tables.change_table import ChangeTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.listings.journal_changes import ToldChange
    from govmail_desk.listings.journals import ActRow

TAKEN_BACK: Final = Mark("cross", "quiet")
TAKES_BACK: Final = Mark("half", "quiet")
STANDS: Final = Mark("disc", "good")
_LETTERS_WIDE: Final = 62


def state_of(row: ActRow) -> tuple[str, Mark]:
    """Say whether an act stands, was taken back, or took another one back."""
    if row.taken_back_by is not None:
        return f"Đã hoàn tác ở mục {row.taken_back_by}", TAKEN_BACK
    if row.takes_back is not None:
        return f"Hoàn tác mục {row.takes_back}", TAKES_BACK
    return "Đang có hiệu lực", STANDS


def stands(row: ActRow) -> bool:
    """Say whether what an act wrote still counts: it was not taken back, and took nothing back itself."""
    return row.taken_back_by is None and row.takes_back is None


def may_be_taken_back(row: ActRow) -> bool:
    """Say whether taking back may be asked for; whether it can be done, its plan finds."""
    return stands(row) and row.act not in NEVER_TAKEN_BACK


class ActPane(Pane):
    """Everything about one act."""

    more_asked = Signal()
    """More of the rows it wrote are to be told."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Việc trong nhật ký", parent)
        self.tables: list[ChangeTable] = []
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_WIDE)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say what would stand here."""
        self.tables = []
        self.begin(self.tr("Chưa chọn việc nào"))
        self.say(self.tr("Chọn một dòng để xem việc ấy đã ghi những gì, trước và sau."))

    def show_act(self, row: ActRow, changes: Sequence[ToldChange]) -> None:
        """Tell an act and the first rows it wrote."""
        self.begin(row.sentence)
        self.show_state(*state_of(row))
        self.fact(self.tr("Lúc"), wording.moment_words(row.at))
        self.fact(self.tr("Người làm"), row.actor)
        self.fact(self.tr("Mục số"), str(row.seq))
        self.fact(self.tr("Số dòng đã ghi"), str(row.row_count))
        self.tables = [ChangeTable(change) for change in changes]
        for table in self.tables:
            self.head(table.title)
            self.add(table)
        if row.row_count > len(changes):
            self.add(self._more_button(row.row_count - len(changes)))

    def _more_button(self, count: int) -> QPushButton:
        button = QPushButton(self.tr("Xem thêm, còn {} dòng").format(count))
        button.setProperty("kind", "quiet")
        button.setAccessibleName(button.text())
        button.clicked.connect(self.more_asked, Qt.ConnectionType.QueuedConnection)  # the click takes this button away
        return button
