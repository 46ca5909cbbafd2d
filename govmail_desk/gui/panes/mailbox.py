"""The pane of one mailbox: facts, who looks after it, what happened to it, its papers, and the rules that bear on it.

Here: `MailboxPane`. What is offered at its foot are the acts of the page; the facts are read by `listings.mailbox_pane`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from govmail_desk import wording
from govmail_desk.gui.look.days import short_day, whole_day
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.look.marks import MAILBOX_MARKS
from govmail_desk.gui.panes.charges import tell_custody
from govmail_desk.gui.panes.follow_ups import FollowUpLines
from govmail_desk.gui.panes.pane import Pane
from govmail_desk.gui.panes.timeline import Moment, Timeline
from govmail_desk.gui.rules.rule_line import RuleLine
from govmail_desk.gui.tables.last_use import use_with_source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.gui.rules.mailbox_rules import Rule
    from govmail_desk.listings.custody_facts import CustodyFacts
    from govmail_desk.listings.mailbox_pane import EventRow, PaperRow
    from govmail_desk.listings.mailbox_pane import MailboxPane as Facts
    from govmail_desk.listings.request_life import FollowUpRow


class MailboxPane(Pane):
    """Everything about one mailbox."""

    asked_for = Signal(str, object)
    """A person, a request or a handover of this mailbox is wanted: the key of its page, and its id."""
    charge_asked = Signal(str, object)
    """Something is to be done with the charges over it: see `panes.charges.tell_custody`."""
    paper_asked = Signal(object, object)
    """A copy of a paper is to be opened: the ids of its request and of the file."""
    card_asked = Signal()
    """The rules for passwords are wanted on their card."""
    follow_up_done = Signal(object)
    """Something elsewhere was done: its `FollowUpRow`s."""
    follow_up_dismissed = Signal(object)
    """Something elsewhere is not needed: its `FollowUpRow`s."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Hộp thư đang chọn"), parent)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say what would stand here."""
        self.begin(self.tr("Chưa chọn hộp thư"))
        self.say(self.tr("Chọn một dòng để xem người được cấp, diễn biến và giấy tờ của hộp thư. Enter mở, F2 sửa."))
        self.offer(())

    def show_many(self, count: int) -> None:
        """Say how many are chosen together."""
        self.begin(self.tr("Đã chọn {} hộp thư").format(count))
        self.say(self.tr("Việc ở dưới làm cho tất cả hộp thư đã chọn."))

    def show_mailbox(
        self,
        facts: Facts,
        regulation: Regulation,
        rules: Sequence[Rule],
        follow_ups: Sequence[FollowUpRow] = (),
        *,
        custody: CustodyFacts | None = None,
    ) -> None:
        """Show one mailbox; of a unit's own also who looks after it."""
        row = facts.row
        self.begin(row.address)
        self.show_state(f"{wording.MAILBOX_STATES[row.state]} từ {short_day(row.since)}", MAILBOX_MARKS[row.state])
        kind = wording.MAILBOX_KINDS[row.kind]
        self.fact(self.tr("Loại"), self.tr("{}, tài khoản quản trị").format(kind) if facts.is_admin else kind)
        if facts.holder_id is not None:
            holder = LinkButton(row.holder, partial(self.asked_for.emit, "people", facts.holder_id))
            self.beside(self.tr("Người được cấp"), holder)
            self.fact(self.tr("Chức vụ"), row.post)
        self.beside(self.tr("Đơn vị"), LinkButton(row.unit, partial(self.asked_for.emit, "people", facts.unit_id)))
        self.fact(self.tr("Dùng gần nhất"), use_with_source(row.last_use))
        self._tell_incidents(facts)
        self.fact(self.tr("Ghi chú"), row.note)
        if custody is not None:
            tell_custody(self, custody)
        self._tell_follow_ups(follow_ups)
        self._tell_events(facts.events)
        self._tell_papers(facts.papers)
        self._tell_rules(regulation, rules)

    def _tell_incidents(self, facts: Facts) -> None:
        """Say in one line how many incidents it had; the open one, or the latest, is a press away."""
        if (found := facts.incidents) is not None:
            still_open = self.tr(", đang xử lý {}").format(found.open_count) if found.open_count else ""
            go = partial(self.asked_for.emit, "incidents", found.latest_id)
            self.beside(self.tr("Sự cố"), LinkButton(f"{found.count}{still_open}", go))

    def _tell_follow_ups(self, follow_ups: Sequence[FollowUpRow]) -> None:
        if not follow_ups:
            return
        self.head(self.tr("Việc kèm theo"))
        lines = FollowUpLines(follow_ups, names_mailboxes=False)
        lines.finish_asked.connect(self.follow_up_done)
        lines.dismiss_asked.connect(self.follow_up_dismissed)
        self.add(lines)

    def _tell_events(self, events: Sequence[EventRow]) -> None:
        self.head(self.tr("Diễn biến"))
        self.add(Timeline([_moment(event) for event in events]))
        asked = next((event.request_id for event in events if event.request_id is not None), None)
        if asked is not None:
            self.add(LinkButton(self.tr("Xem đề nghị gần nhất"), partial(self.asked_for.emit, "requests", asked)))

    def _tell_papers(self, papers: Sequence[PaperRow]) -> None:
        if not papers:
            return
        self.head(self.tr("Giấy tờ"))
        for paper in papers:
            name = f"{wording.FILE_ROLES[paper.role]}, bản {paper.edition}"
            tip = self.tr("Mở bản sao của {}").format(paper.name)
            self.add(LinkButton(name, partial(self.paper_asked.emit, paper.request_id, paper.file_id), tip=tip))

    def _tell_rules(self, regulation: Regulation, rules: Sequence[Rule]) -> None:
        if not rules:
            return
        self.head(self.tr("Quy chế nêu"))
        for key, provision in rules:
            self.add(RuleLine.of(key, provision, regulation))
        self.add(LinkButton(self.tr("Thẻ mật khẩu: mọi quy định về mật khẩu"), self.card_asked.emit))


def _moment(event: EventRow) -> Moment:
    told = f"{event.note} – {event.by} ghi" if event.note else f"{event.by} ghi"
    return Moment(wording.MAILBOX_STATES[event.state], MAILBOX_MARKS[event.state], whole_day(event.on), told)
