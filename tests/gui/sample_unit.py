"""Invented rows and a page over them: what the tests of the window's foundation and the gallery of pictures show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from govmail_desk import wording
from govmail_desk.desk import Changes
from govmail_desk.domain.vietnamese import search_key, sort_key
from govmail_desk.gui.fields.fields import SearchField
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.chips import ChipRow, ChipSpec
from govmail_desk.gui.look.elided import ElidedLabel
from govmail_desk.gui.look.marks import MAILBOX_MARKS, StateLabel
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.why_card import Why, WhyButton
from govmail_desk.gui.page import Page
from govmail_desk.gui.page_spec import PageSpec
from govmail_desk.gui.run import run
from govmail_desk.gui.tables.columns import Column, Order
from govmail_desk.gui.tables.rows_model import RowsModel, RowSource
from govmail_desk.gui.tables.rows_view import RowsView
from govmail_desk.gui.tables.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.desk import Desk

SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Đặng", "Võ", "Ừng")
MIDDLES = ("Văn", "Thị Mỹ", "Đức", "Hữu", "Ngọc")
GIVEN = ("An", "Hạnh", "Đạt", "Phượng", "Thắng", "Ước", "Ánh")
UNITS = ("Văn phòng", "Phòng Chuyển đổi số", "Phòng Kế hoạch – Tài chính", "Thanh tra")
STATES = tuple(wording.MAILBOX_STATES)


@dataclass(frozen=True, slots=True)
class MailboxLine:
    """An invented mailbox."""

    id: int
    address: str
    holder: str
    unit: str
    state: str
    since: date


def mailbox(number: int) -> MailboxLine:
    """Make the invented mailbox of a number; the same one every time."""
    holder = f"{SURNAMES[number % 7]} {MIDDLES[number // 7 % 5]} {GIVEN[number // 35 % 7]}"
    local = "".join(word[0] for word in search_key(holder).split()[:-1])
    address = f"{search_key(holder).split()[-1]}{local}{number}.stttt@ninhbinh.gov.vn"
    return MailboxLine(
        number, address, holder, UNITS[number % 4], STATES[(number * 5 + 2) % 6], date(2026, 1 + number % 12, 3)
    )


COLUMNS = (
    Column[MailboxLine](key="address", title="Địa chỉ", width=28, text=lambda row: row.address, sort_by="address"),
    Column[MailboxLine](
        key="holder", title="Người được cấp", width=18, text=lambda row: row.holder, sort_by="holder", grows=True
    ),
    Column[MailboxLine](key="unit", title="Đơn vị", width=22, text=lambda row: row.unit),
    Column[MailboxLine](
        key="state",
        title="Trạng thái",
        width=13,
        text=lambda row: wording.MAILBOX_STATES[row.state],
        mark=lambda row: MAILBOX_MARKS[row.state],
    ),
    Column[MailboxLine](
        key="since", title="Từ ngày", width=11, text=lambda row: f"{row.since:%d/%m/%Y}", sort_by="since"
    ),
    Column[MailboxLine](key="id", title="Số", width=6, text=lambda row: str(row.id), is_right=True, is_hidden=True),
)


class Register:
    """An invented register of some mailboxes that counts how often it is asked."""

    def __init__(self, count: int) -> None:
        self.lines = range(1, count + 1)
        self.rows_asked: list[int] = []

    def ids(self, order: Order, search: str = "", states: Sequence[str] = ()) -> list[int]:
        """Return the ids wanted, in order."""
        words = search_key(search).split()
        if not words and not states and order.by is None:
            return list(self.lines)
        found = [row for row in map(mailbox, self.lines) if not states or row.state in states]
        found = [row for row in found if all(word in search_key(f"{row.holder} {row.address}") for word in words)]
        if order.by is not None:
            keys = {
                "holder": lambda row: sort_key(row.holder),
                "address": lambda row: row.address,
                "since": lambda row: row.since,
            }
            found.sort(key=keys[order.by], reverse=order.is_descending)
        return [row.id for row in found]

    def rows(self, ids: Sequence[int]) -> list[MailboxLine]:
        """Return the rows of these ids."""
        self.rows_asked.append(len(ids))
        return [mailbox(number) for number in ids]

    def source(self) -> RowSource[MailboxLine]:
        """Return the whole register as a table asks it."""
        return RowSource(self.ids, self.rows)


class NoRegister:
    """Stands where a register would: the pages of the sample ask it for the day alone."""

    today = staticmethod(date.today)


class SamplePage(Page):
    """Mailboxes with chips, search, table and a pane; its acts touch the table `mailbox`."""

    reads = frozenset({"mailbox"})
    count = 57

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reloads: list[Changes | None] = []
        self.started: list[str] = []
        self.shown: list[int] = []
        self.register = Register(self.count)
        self.add_act("import", "Nhập danh sách", self.import_list, icon_name="import", shortcut="Ctrl+I")
        self.add_act("propose", "Đề xuất địa chỉ", self.propose, icon_name="add", shortcut="Ctrl+N", is_main=True)
        self.search = SearchField("Tìm theo tên, địa chỉ, đơn vị", self)
        states = [
            ChipSpec(key, words, MAILBOX_MARKS[key]) for key, words in wording.MAILBOX_STATES.items() if key != "closed"
        ]
        self.chips = ChipRow(states, name="Lọc theo trạng thái", parent=self)
        self.table = Table(RowsModel(COLUMNS), name="Hộp thư", parent=self)
        self.view = RowsView(self.table, icon_name="mailbox", parent=self)
        self.view.empty.say(
            "Chưa có hộp thư nào",
            "Thả danh sách Excel của đơn vị vào đây, hoặc nhập từng hộp thư.",
            (self.main_act, *self.acts),
        )
        self._lay_out()
        self.search.asked.connect(self._look)
        self.chips.chosen.connect(self._look)

    def open_desk(self, desk: Desk) -> None:
        self.desk = desk

    def reload(self, changes: Changes | None) -> None:
        self.reloads.append(changes)
        self._look()
        self.chips.show_counts({
            state: sum(mailbox(number).state == state for number in self.register.lines) for state in STATES
        })
        self.set_subtitle(f"{self.table.rows.rowCount()} hộp thư · 2 việc quá hạn · 3 việc đến hạn hôm nay")

    def show_item(self, item_id: int) -> None:
        self.shown.append(item_id)
        self.table.choose(item_id)

    def import_list(self) -> None:
        self.started.append("import")

    def propose(self) -> None:
        self.started.append("propose")
        run(self, self.wrote)

    def wrote(self) -> Changes:
        """Stand for an operation that was kept."""
        return Changes(7, "propose", "Đã đề xuất 1 hộp thư: thanhnv.stttt@ninhbinh.gov.vn", {"mailbox": frozenset({3})})

    def _look(self) -> None:
        ids = partial(self.register.ids, search=self.search.text(), states=self.chips.chosen_keys)
        self.table.rows.show(RowSource(ids, self.register.rows))

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.addWidget(self.search, 2)
        bar.addWidget(self.chips, 5)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.view)
        split.addWidget(_pane(self))
        split.setStretchFactor(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.APART, 0, Space.APART, Space.WIDE)
        layout.setSpacing(Space.USUAL)
        layout.addLayout(bar)
        layout.addWidget(split, 1)


class EmptyPage(SamplePage):
    """The same page of a register with nothing in it."""

    count = 0


class QuietPage(SamplePage):
    """A page that no act of the sample touches."""

    reads = frozenset({"journal"})


def _pane(parent: QWidget) -> QFrame:
    pane = QFrame(parent)
    pane.setObjectName("quietCard")
    pane.setMinimumWidth(230)
    layout = QVBoxLayout(pane)
    layout.setSpacing(Space.NEAR)
    title = ElidedLabel("nampv.stttt@ninhbinh.gov.vn", pane)
    title.setProperty("tone", "heading")
    state = StateLabel(pane)
    state.show_state("Bị khóa", MAILBOX_MARKS["locked"])
    due = QLabel("Hạn hủy: Thứ Hai, 16/11/2026 · quá 7 ngày", pane)
    due.setProperty("tone", "bad")
    due.setWordWrap(True)
    layout.addWidget(title)
    layout.addWidget(state)
    layout.addWidget(due)
    layout.addWidget(WhyButton(SAMPLE_WHY, pane), 0, Qt.AlignmentFlag.AlignLeft)
    layout.addStretch(1)
    return pane


SAMPLE_WHY = Why(
    "Hộp thư của người nghỉ hưu phải được đề nghị hủy trong 05 ngày làm việc.",
    "Đ7.2",
    "Quy chế Ninh Bình 2020",
    (
        "Thứ Ba, 10/11/2026: ngày xảy ra sự việc, chưa tính.",
        "Thứ Tư, 11/11/2026: ngày làm việc thứ 1.",
        "Thứ Năm, 12/11/2026: ngày làm việc thứ 2.",
        "Thứ Sáu, 13/11/2026: ngày làm việc thứ 3.",
        "Thứ Bảy, 14/11/2026: không tính (nghỉ cuối tuần).",
        "Thời hạn kết thúc khi hết ngày Thứ Ba, 17/11/2026.",
    ),
)

TITLES = {
    "today": "Hôm nay",
    "mailboxes": "Hộp thư",
    "people": "Người và đơn vị",
    "requests": "Đề nghị",
    "journal": "Nhật ký",
    "settings": "Thiết lập",
}
ICONS = {"mailboxes": "mailbox", "requests": "request"}


def sample_specs() -> list[PageSpec]:
    """Return six pages: the sample under Hộp thư, an empty one under Người và đơn vị, quiet ones elsewhere."""
    classes = {"mailboxes": "SamplePage", "people": "EmptyPage"}
    return [
        PageSpec(
            key=key,
            title=title,
            icon=ICONS.get(key, key),
            page=Late(f"tests.gui.sample_unit:{classes.get(key, 'QuietPage')}"),
            acts=(("import", "Nhập danh sách"),) if key == "mailboxes" else (),
        )
        for key, title in TITLES.items()
    ]
