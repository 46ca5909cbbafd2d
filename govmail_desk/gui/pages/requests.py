"""The page Đề nghị: every request by its state, and beside it the frozen list, the files and what comes next.

Here: `RequestsPage`. Rows come from `listings.requests`; making one is `gui.dialogs.request_wizard`, copies of its files
`gui.parts.copies`, taking it back `operations.journals`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from govmail_desk import wording
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.look.days import short_day
from govmail_desk.gui.lookup_page import LookupPage
from govmail_desk.gui.notices import Offer, notices_near
from govmail_desk.gui.panes.request import RequestPane
from govmail_desk.gui.parts.about_acts import AboutActs
from govmail_desk.gui.parts.follow_up_acts import FollowUpActs
from govmail_desk.gui.parts.next_steps import steps_of
from govmail_desk.gui.parts.paper_acts import PaperActs
from govmail_desk.gui.parts.request_acts import RequestActs
from govmail_desk.gui.rules.limit_line import limit_line
from govmail_desk.gui.run import runner_of
from govmail_desk.gui.tables.request_columns import STATE_CHIPS, request_columns, subject
from govmail_desk.gui.tables.rows_model import PAGE
from govmail_desk.listings import request_life as lives
from govmail_desk.listings import requests as listing
from govmail_desk.listings.requests import Opening, RequestListRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.gui.dialogs.preview import PreviewDialog
    from govmail_desk.gui.dialogs.request_wizard import RequestWizard
    from govmail_desk.gui.frame.wiring import TakeBack
    from govmail_desk.gui.parts.copies import Copies
    from govmail_desk.gui.tables.columns import Order
    from govmail_desk.listings.requests import RequestPane as Facts

_WIZARD: Final[Late[type[RequestWizard]]] = Late("govmail_desk.gui.dialogs.request_wizard:RequestWizard")
_PREVIEW: Final[Late[type[PreviewDialog]]] = Late("govmail_desk.gui.dialogs.preview:PreviewDialog")
_COPIES: Final[Late[type[Copies]]] = Late("govmail_desk.gui.parts.copies:Copies")
_JOURNALS: Final[Late[TakeBack]] = Late("govmail_desk.operations.journals")


class RequestsPage(LookupPage[RequestListRow]):
    """Requests of the unit to the operator."""

    reads = frozenset({
        "request", "request_row", "request_event", "file", "due", "follow_up", "mailbox", "regulation_text", "choice", "calendar_day"
    })  # fmt: skip
    help_topic = "requests"

    def __init__(self, parent: QWidget | None = None) -> None:
        pane = RequestPane()
        super().__init__(
            columns=request_columns(),
            name="Đề nghị",
            search_words="Tìm theo số, lý do, người trong danh sách",
            chips=(),
            more_chips=STATE_CHIPS,
            icon_name="request",
            kept_as="requests",
            pane=pane,
            parent=parent,
        )
        self.shown = pane
        self.facts: Facts | None = None
        self.life_acts = RequestActs(self)
        self.paper_acts = PaperActs(self)
        self.about_acts = AboutActs(self, words=self.tr("Đề nghị khác…"))
        self.follow_up_acts = FollowUpActs(self)
        self._make_acts()
        self.shown.asked_for.connect(self.go_to)
        self.shown.opened.connect(self.open_file)
        self.shown.previewed.connect(self.preview_file)
        self.shown.check_asked.connect(self.paper_acts.check)
        self.life_acts.asked.connect(self.settle)
        self.paper_acts.asked.connect(self.settle)
        self.life_acts.check_asked.connect(self.paper_acts.check)
        self.paper_acts.sign_asked.connect(self.life_acts.sign)
        self.paper_acts.edits.found.connect(self.show_edited)
        self.shown.follow_up_done.connect(self.follow_up_acts.finish)
        self.shown.follow_up_dismissed.connect(self.follow_up_acts.dismiss)

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        super().open_desk(desk)
        self.life_acts.open_desk(desk)
        self.paper_acts.open_desk(desk)
        self.about_acts.open_desk(desk)
        self.follow_up_acts.open_desk(desk)

    # what is listed

    def reload(self, changes: Changes | None) -> None:
        """Show the requests as they stand now."""
        self.about_acts.take_changes(changes)
        super().reload(changes)

    def question(self) -> Callable[[Order], Opening]:
        """Ask for the requests searched for."""
        return partial(_asked, self.desk, self.search.text(), self.more_chips.chosen_keys)

    def lines(self, ids: Sequence[int]) -> Sequence[RequestListRow]:
        """Return the rows of these requests."""
        return listing.page(self.desk, ids)

    def take_answer(self, answer: Opening) -> None:
        """Say how many there are in each state, and what belongs here where there are none."""
        self.more_chips.show_counts(answer.counts)
        states = [
            self.tr("{} {}").format(answer.counts[state], words.lower())
            for state, words in wording.REQUEST_STATES.items()
            if answer.counts.get(state)
        ]
        self.set_subtitle(" · ".join(states) or self.tr("Chưa có đề nghị nào"))
        self._say_empty(has_any=bool(answer.counts))

    def _say_empty(self, *, has_any: bool) -> None:
        if has_any:
            words = self.tr("Thử gõ ít chữ hơn, hoặc bỏ bớt ô lọc đang chọn.")
            self.view.empty.say(self.tr("Không có đề nghị nào khớp"), words, (self._clear,), icon_name="search")
            return
        words = self.tr(
            "Đề nghị cấp hộp thư gửi nơi quản lý nằm ở đây: danh sách đã chốt, công văn, thư nháp và hạn trả lời."
        )
        self.view.empty.say(self.tr("Chưa có đề nghị nào"), words, (self._make,), icon_name="request")

    # the one chosen

    def show_chosen(self, ids: Sequence[int]) -> None:
        """Show the request chosen."""
        self.facts = listing.pane(self.desk, ids[0]) if len(ids) == 1 else None
        if self.facts is None:
            self.life_acts.show_request(None, None)
            self.paper_acts.show_request(None, may_sign=False)
            self.shown.show_nothing()
            return
        row, life = self.facts.row, lives.life(self.desk, ids[0])
        self.shown.show_request(
            self.facts,
            life,
            steps=steps_of(self.desk, self.regulation, row),
            limit=limit_line(self.desk, life.limit),
            unit_limit=limit_line(self.desk, life.unit_limit),
        )
        self.life_acts.show_request(row, life)
        self.paper_acts.show_request(self.facts, may_sign=self.life_acts.may_sign)
        self._connect_edited()
        self._take_back.setVisible(row.state == "draft" and self.facts.drafted_seq is not None)
        self._offer_acts_of_row()

    def _offer_acts_of_row(self) -> None:
        """Offer the next act and the folder at the foot, the rest behind one button; a right click offers them all."""
        acts, papers = self.life_acts, self.paper_acts
        acts.offer_behind_more((self._save, *papers.lesser, *acts.lesser, self._take_back))
        second = acts.chase_act if acts.chase_act.isVisible() else self._folder
        foremost = [offered for offered in (acts.next, second, acts.more) if offered.isVisible()]
        self.shown.offer(foremost, acts.next)

    def show_edited(self, copies: Any) -> None:
        """Say which copies of the papers were edited."""
        if self.shown.edited is not None:
            self.shown.edited.show_copies(copies)

    def _connect_edited(self) -> None:
        lines = self.shown.edited
        if lines is not None:
            lines.take_asked.connect(self.paper_acts.take_in)
            lines.check_asked.connect(self.paper_acts.check)
            lines.pass_asked.connect(self.paper_acts.edits.pass_over)

    # acts

    def make_request(self) -> None:
        """Begin a request; whom it is for is asked there."""
        wizard = _WIZARD.load()(self, self.desk)
        wizard.letter.made.connect(self.show_item)
        wizard.open()

    def start(self, act_key: str) -> None:
        """Begin an act asked for from the search box: one of the kinds too."""
        for offered in self.about_acts.kinds.values():
            if offered.objectName() == act_key:
                offered.trigger()
        super().start(act_key)

    def open_file(self, kept: Any) -> None:
        """Open a copy of one file."""
        if self.facts is not None:
            _COPIES.load()(self.desk, self.facts).open(self, kept)

    def preview_file(self, kept: Any) -> None:
        """Show the pages of one file, and of the others beside it."""
        if self.facts is not None:
            copies = _COPIES.load()(self.desk, self.facts)
            _PREVIEW.load()(self, self.desk, self.facts.newest, kept, copies=copies).open()

    def open_folder(self) -> None:
        """Open the folder with copies of all files."""
        if self.facts is not None:
            _COPIES.load()(self.desk, self.facts).open_folder(self)

    def save_copies(self) -> None:
        """Write copies into a folder the clerk chooses."""
        if self.facts is not None:
            _COPIES.load()(self.desk, self.facts).save(self)

    def ask_take_back(self) -> None:
        """Say what taking the draft back would do, and ask; refused in place where something since rests on it."""
        bar = notices_near(self)
        if self.facts is None or bar is None:
            return
        try:
            plan = _JOURNALS.load().plan_take_back(self.desk, seq=self.facts.drafted_seq)
        except (RuleBroken, StoreUnavailable) as failure:
            runner_of(self).tell_failure(failure, self, self.ask_take_back)
            return
        said = self.tr("Hoàn tác đề nghị “{}” ngày {}? Giấy tờ và hộp thư đề xuất của đề nghị này được gỡ khỏi sổ.")
        row = self.facts.row
        bar.ask(
            said.format(subject(row), short_day(row.asked_on)),
            (
                Offer(self.tr("Hoàn tác đề nghị này"), partial(self._take_it_back, plan)),
                Offer(self.tr("Thôi"), bar.dismiss),
            ),
        )

    def _take_it_back(self, plan: Any) -> None:
        runner_of(self).run(self, partial(_JOURNALS.load().take_back, self.desk, plan), can_undo=False)

    def _make_acts(self) -> None:
        self._make = self.add_act(
            "make", self.tr("Lập đề nghị"), self.make_request, icon_name="add", shortcut="Ctrl+N", is_main=True
        )
        self.about_acts.show_all()
        self.acts.append(self.about_acts.more)
        self._folder = act(
            self, "folder", self.tr("Mở thư mục"), self.open_folder, icon_name="folder", shortcut="Ctrl+O"
        )
        self._save = act(self, "save", self.tr("Lưu bản sao…"), self.save_copies, icon_name="export", shortcut="Ctrl+S")
        self._take_back = act(
            self,
            "take_back",
            self.tr("Hoàn tác đề nghị này"),
            self.ask_take_back,
            icon_name="undo",
            shortcut="Ctrl+Del",
        )
        self._clear = act(self, "clear", self.tr("Bỏ tìm và lọc"), self.clear_search, icon_name="undo")
        acts, papers = self.life_acts, self.paper_acts
        own = (self._folder, self._save)
        lesser = (*papers.lesser, *acts.lesser, self._take_back)
        self.row_acts = (acts.next, acts.chase_act, papers.check_act, *own, *lesser)


def _asked(desk: Desk, search: str, states: tuple[str, ...], order: Order) -> Opening:
    sort: Any = order.by or "asked"
    descending = order.is_descending or order.by is None
    return listing.opening(desk, search=search, states=states, sort=sort, descending=descending, first_count=PAGE)
