"""The pane of one request: what is asked, its files with editions, what comes next and by which rule, its frozen list row by row.

Here: `RequestPane`. What is offered at its foot are the acts of the page; the facts are read by `listings.requests`.
"""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from govmail_desk import wording
from govmail_desk.domain.layout import SIGNED_PAPERS
from govmail_desk.gui.look.days import whole_day
from govmail_desk.gui.look.flow import FlowLayout
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.look.marks import REQUEST_MARKS, STEP_MARKS
from govmail_desk.gui.panes.follow_ups import FollowUpLines
from govmail_desk.gui.panes.pane import Pane
from govmail_desk.gui.panes.timeline import Moment, Timeline
from govmail_desk.gui.parts.edited_lines import EditedLines
from govmail_desk.gui.parts.step_lines import line_of
from govmail_desk.gui.tables.request_columns import life_columns, subject
from govmail_desk.gui.tables.rows_model import RowsModel, RowSource
from govmail_desk.gui.tables.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govmail_desk.gui.parts.next_steps import NextStep
    from govmail_desk.gui.rules.rule_line import RuleLine
    from govmail_desk.listings.request_life import FollowUpRow, Life, LifeRow, Step
    from govmail_desk.listings.requests import FileRow
    from govmail_desk.listings.requests import RequestPane as Facts

_MOST_LINES: Final = 8
_PLAIN_COLUMNS: Final = 3
"""With more of them there is a bar below."""
_SEAL_LETTERS: Final = 12
_LETTERS_WIDE: Final = 58
"""Whole addresses of most provinces are read beside the names."""


class RequestPane(Pane):
    """Everything about one request."""

    opened = Signal(object)
    """A copy of this file is to be opened: its `FileRow`."""
    previewed = Signal(object)
    """The pages of this file are to be looked at: its `FileRow`."""
    check_asked = Signal()
    """The papers are to be looked through before they are signed."""
    asked_for = Signal(str, object)
    """A mailbox of the list is wanted: the key of its page, and its id."""
    follow_up_done = Signal(object)
    """Something elsewhere was done: its `FollowUpRow`s."""
    follow_up_dismissed = Signal(object)
    """Something elsewhere is not needed: its `FollowUpRow`s."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Đề nghị đang chọn"), parent)
        self.files: list[LinkButton] = []
        self.earlier: list[LinkButton] = []
        self.edited: EditedLines | None = None
        self.preview_link: LinkButton | None = None
        self.check_link: LinkButton | None = None
        self.table: Table | None = None
        self.timeline: Timeline | None = None
        self.limit: RuleLine | None = None
        self.unit_limit: RuleLine | None = None
        self.follow_ups: FollowUpLines | None = None
        self._frozen: Sequence[LifeRow] = ()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_WIDE)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say what would stand here."""
        self._forget()
        self.begin(self.tr("Chưa chọn đề nghị"))
        self.say(self.tr("Chọn một dòng để xem danh sách đã chốt, giấy tờ và việc tiếp theo. Enter mở."))
        self.offer(())

    def show_request(
        self,
        facts: Facts,
        life: Life,
        *,
        steps: Sequence[NextStep],
        limit: RuleLine | None,
        unit_limit: RuleLine | None,
    ) -> None:
        """Show one request, with the limit it is to be answered within and the one the unit has to send it within."""
        self._forget()
        row = facts.row
        self.begin(subject(row), self.tr("Lập {}").format(whole_day(row.asked_on)))
        self.show_state(wording.REQUEST_STATES[row.state], REQUEST_MARKS[row.state])
        self.fact(self.tr("Số văn bản"), row.number)
        self._tell_unit_limit(unit_limit)
        self._tell_limit(facts, limit)
        self._tell_follow_ups(life.follow_ups)
        self._tell_files(facts)
        self._tell_next(steps)
        self._tell_life(life.steps, row.asked_on)
        self._tell_list(facts, life.rows)
        self.head(self.tr("Lý do"))
        self.say(row.reason, "")

    def _forget(self) -> None:
        self.files, self.earlier, self.table = [], [], None
        self.edited = None
        self.preview_link = self.check_link = None
        self.timeline = self.limit = self.unit_limit = self.follow_ups = None

    def _tell_files(self, facts: Facts) -> None:
        """Name the newest edition of each paper, what was edited since, and the editions before."""
        self.head(self.tr("Giấy tờ"))
        papers = [kept for kept in facts.newest if kept.role != "email"]
        self.files = [self._file_link(kept, words) for kept, words in _named_apart(facts.newest)]
        beside: list[LinkButton] = []
        if papers:
            tip = self.tr("Xem trang giấy trước khi in và ký")
            self.preview_link = LinkButton(self.tr("Xem trước"), partial(self.previewed.emit, papers[0]), tip=tip)
            beside.append(self.preview_link)
        if any(kept.role in SIGNED_PAPERS for kept in facts.open_papers):
            tip = self.tr("Đối chiếu với thể thức và với sổ trước khi trình ký (F7)")
            self.check_link = LinkButton(self.tr("Kiểm tra trước khi ký"), self.check_asked.emit, tip=tip)
            beside.append(self.check_link)
        self.add(_flowing([*self.files, *beside]))
        self.edited = EditedLines(facts.newest)
        self.add(self.edited)
        if facts.earlier:
            earlier = sorted(facts.earlier, key=_place_among_editions)
            self.earlier = [self._file_link(kept, words) for kept, words in _named_apart(earlier)]
            self.beside(self.tr("Các bản trước"), _flowing(self.earlier))

    def _file_link(self, kept: FileRow, paper: str) -> LinkButton:
        words = self.tr("{}, bản {}").format(paper, kept.edition)
        if kept.origin == "edited":
            words = self.tr("{} (đã sửa)").format(words)
        tip = self.tr("Mở bản sao của {}").format(kept.name)
        return LinkButton(words, partial(self.opened.emit, kept), tip=tip)

    def _tell_unit_limit(self, unit_limit: RuleLine | None) -> None:
        self.unit_limit = unit_limit
        if unit_limit is not None:
            self.beside(self.tr("Hạn gửi đề nghị"), unit_limit)

    def _tell_limit(self, facts: Facts, limit: RuleLine | None) -> None:
        """Say by when an answer is due; a limit the regulation no longer states is still the day that was kept."""
        self.limit = limit
        if limit is not None:
            self.beside(self.tr("Hạn trả lời"), limit)
        else:
            self.fact(self.tr("Hạn trả lời"), whole_day(facts.row.due_on))

    def _tell_follow_ups(self, follow_ups: Sequence[FollowUpRow]) -> None:
        if not follow_ups:
            return
        open_count = sum(one.settled_on is None for one in follow_ups)
        self.head(self.tr("Việc kèm theo (còn {} việc)").format(open_count) if open_count else self.tr("Việc kèm theo"))
        self.follow_ups = FollowUpLines(follow_ups, names_mailboxes=True)
        self.follow_ups.finish_asked.connect(self.follow_up_done)
        self.follow_ups.dismiss_asked.connect(self.follow_up_dismissed)
        self.add(self.follow_ups)

    def _tell_life(self, steps: Sequence[Step], asked_on: str) -> None:
        if not steps:
            return
        self.head(self.tr("Diễn biến"))
        drafted = Moment(self.tr("Lập bản nháp"), REQUEST_MARKS["draft"], whole_day(asked_on))
        self.timeline = Timeline([*map(_moment, steps), drafted])
        self.add(self.timeline)

    def _tell_list(self, facts: Facts, rows: Sequence[LifeRow]) -> None:
        self.head(self.tr("Danh sách đã chốt ({} dòng)").format(len(rows)))
        self.table = Table(RowsModel(life_columns(rows), RowSource.of(rows)), name=self.tr("Danh sách đã chốt"))
        self._frozen = rows
        self.table.opened.connect(self._go_to)
        lines = min(len(rows), _MOST_LINES) + (2.2 if len(self.table.rows.columns) > _PLAIN_COLUMNS else 1.5)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)  # else all rows are spread
        self.table.setFixedHeight(int(self.table.verticalHeader().defaultSectionSize() * lines))
        self.add(self.table)
        self.fact(self.tr("Mã chốt"), facts.selection_sha256[:_SEAL_LETTERS])

    def _tell_next(self, steps: Sequence[NextStep]) -> None:
        if steps:
            self.head(self.tr("Việc tiếp theo"))
        for step in steps:
            self.add(line_of(step))

    def _go_to(self, position: int) -> None:
        row = next((row for row in self._frozen if row.position == position), None)
        if row is not None:
            self.asked_for.emit("mailboxes", row.mailbox_id)


def _place_among_editions(kept: FileRow) -> tuple[int, str, int]:
    """Order the papers as the line of the newest does, of each the latest first."""
    return list(wording.FILE_ROLES).index(kept.role), kept.name, -kept.edition


def _named_apart(files: Sequence[FileRow]) -> Iterator[tuple[FileRow, str]]:
    """Name each file as its paper is called, several of one kind by their number among them too: `Phiếu yêu cầu 2`."""
    names: dict[str, list[str]] = defaultdict(list)
    for kept in files:
        if kept.name not in names[_paper_words(kept)]:
            names[_paper_words(kept)].append(kept.name)
    for kept in files:
        words = _paper_words(kept)
        alike = names[words]
        yield kept, f"{words} {alike.index(kept.name) + 1}" if len(alike) > 1 else words


def _paper_words(kept: FileRow) -> str:
    """Call a paper by what it is; a chase goes out as a letter and as the draft that takes it along."""
    if kept.role == "chase" and kept.name.endswith(".eml"):
        return "Thư nháp đôn đốc"
    return wording.FILE_ROLES[kept.role]


def _flowing(links: Sequence[LinkButton]) -> QWidget:
    line = QWidget()
    flow = FlowLayout(line)
    for link in links:
        flow.addWidget(link)
    return line


def _moment(step: Step) -> Moment:
    """Tell one step: what, under which number, from where and how, why, and who recorded it."""
    number = f" số {step.number}" if step.number else ""
    sent = f"từ {step.address}" if step.address else ""
    way = wording.WAYS[step.way].lower() if step.way else ""
    told = ", ".join(filter(None, (sent, way, step.note)))
    word = f"{wording.REQUEST_ACTS[step.act]}{number}"
    return Moment(
        word, STEP_MARKS[step.act], whole_day(step.on), f"{told} – {step.by} ghi" if told else f"{step.by} ghi"
    )
