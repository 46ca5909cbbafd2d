"""The pane of one of those chosen: the address that will be asked for, what else may be, why, and which word of the name is the tên.

Here: `SeekerCard`. It is built anew for another person and only told anew for another plan, so that nothing moves under the typing.
Not here: the list beside it (`gui.dialogs.request_whom`), how addresses are proposed (`operations.requests`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QVBoxLayout, QWidget

from govmail_desk.domain.person_name import read_name
from govmail_desk.gui.dialogs.request_addresses import Addresses
from govmail_desk.gui.fields.typed import not_an_input
from govmail_desk.gui.look.chips import Chip, ChipSpec
from govmail_desk.gui.look.flow import FlowLayout
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.panes.pane import Pane

if TYPE_CHECKING:
    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.listings.seekers import SeekerRow
    from govmail_desk.operations.sought import Sought

_LETTERS_WIDE: Final = 47
"""An address with its article beside it fits."""


class SeekerCard(Pane):
    """One of those a mailbox is asked for."""

    address_typed = Signal(object, str)
    """Another address is wanted: for whom, and which."""
    given_marked = Signal(object, int)
    """Another word of the name is the tên: of whom, and which word (1 for the first)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Địa chỉ của người đang chọn"), parent)
        self.seeker_id: int | None = None
        self.addresses: Addresses | None = None
        self.words: GivenWords | None = None
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_WIDE)
        self.show_nobody()

    def show_nobody(self) -> None:
        """Say what would stand here."""
        self._forget()
        self.begin(self.tr("Địa chỉ đề nghị"))
        self.say(
            self.tr(
                "Đánh dấu người cần hộp thư bằng phím cách. Địa chỉ được đề xuất theo quy chế, có căn cứ và sửa được ở đây."
            )
        )

    def show_unticked(self, row: SeekerRow) -> None:
        """Say of someone not chosen how to choose them."""
        self._forget()
        self.begin(row.name, _under(row))
        self.say(self.tr("Chưa đánh dấu. Bấm ô trước tên, hoặc phím cách, để đưa vào đề nghị."))

    def show_seeker(self, row: SeekerRow, sought: Sought | None, regulation: Regulation) -> None:
        """Show one of those chosen; `sought` is None while the plan is on its way."""
        if self.seeker_id != row.id:
            self._build(row, regulation)
        if sought is None or self.addresses is None or self.words is None:
            return
        self.addresses.show_sought(sought)
        if sought.person is not None:
            self.words.show_name(sought.person.full_name, sought.person.given_word)

    def _forget(self) -> None:
        self.seeker_id, self.addresses, self.words = None, None, None

    def _build(self, row: SeekerRow, regulation: Regulation) -> None:
        self.begin(row.name, _under(row))
        self.seeker_id = row.id
        self.addresses = Addresses(regulation.short_name, self)
        self.words = GivenWords(self)
        self.words.hide()
        self.add(self.addresses)
        self.add(self.words)
        self.addresses.typed.connect(self._take_address)
        self.words.marked.connect(self._take_word)

    def _take_address(self, address: str) -> None:
        if self.seeker_id is not None:
            self.address_typed.emit(self.seeker_id, address)

    def _take_word(self, word: int) -> None:
        if self.seeker_id is not None:
            self.given_marked.emit(self.seeker_id, word)


class GivenWords(QWidget):
    """The words of a name; the one that is the tên is marked, and another can be."""

    marked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, int | None] | None = None
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.marked)
        self._flow = FlowLayout()
        words = QLabel(self.tr("Từ nào là tên? Bấm vào từ khác nếu chương trình hiểu chưa đúng."), self)
        words.setProperty("tone", "small")
        words.setWordWrap(True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, Space.NEAR, 0, 0)
        rows.setSpacing(Space.TIGHT)
        rows.addWidget(words)
        rows.addLayout(self._flow)

    @property
    def chips(self) -> list[Chip]:
        """The words."""
        return [chip for chip in self._group.buttons() if isinstance(chip, Chip)]

    def show_name(self, full_name: str, given_word: int | None) -> None:
        """Show the words of a name, with the mark where it stands."""
        if self._shown != (full_name, given_word):
            self._shown = (full_name, given_word)
            self._offer(full_name, given_word)
        self.setVisible(len(self.chips) > 1)

    def _offer(self, full_name: str, given_word: int | None) -> None:
        for chip in self.chips:
            self._group.removeButton(chip)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        name = read_name(full_name, given_word=given_word)
        words = name.full.split()
        usual = max((place for place, word in enumerate(words, start=1) if word == name.given), default=0)
        for place, word in enumerate(words, start=1):
            chip = Chip(ChipSpec(str(place), word), self)
            chip.setAccessibleName(self.tr("Đánh dấu {} là tên").format(word))
            chip.setChecked(place == (given_word or usual))
            not_an_input(chip)
            self._group.addButton(chip, place)
            self._flow.addWidget(chip)
            chip.show()


def _under(row: SeekerRow) -> str:
    return " · ".join(filter(None, (row.post, row.unit)))
