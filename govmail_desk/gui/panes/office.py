"""All about one unit whose packages this desk gathers: what it owes now, its mailboxes, packages, letters, and addresses others have too.

Here: `OfficePane`. What can be done is `gui.parts.office_acts`; the mailboxes themselves `gui.dialogs.office_mailboxes`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from govmail_desk.documents.desk_package import mark_of
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.look.marks import OFFICE_MARKS
from govmail_desk.gui.look.why_card import Why
from govmail_desk.gui.panes.lines import Lines
from govmail_desk.gui.panes.pane import Pane
from govmail_desk.gui.rules.rule_line import RuleLine
from govmail_desk.gui.tables.office_columns import done_words, state_words
from govmail_desk.listings.office_pane import OWN
from govmail_desk.wording import SOURCES, moment_words

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtWidgets import QWidget

    from govmail_desk.domain.exchange import OfficeChase, Package
    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.listings.office_pane import OfficePane as Facts
    from govmail_desk.listings.offices import Asked

_MOST_CONFLICTS: Final = 12


class OfficePane(Pane):
    """One unit."""

    mailboxes_asked = Signal()
    """Its mailboxes are wanted."""
    chase_asked = Signal(str, object)
    """Something is to be done with a letter: what (`gui.parts.office_letters`), and the `OfficeChase`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Đơn vị gửi gói", parent)
        self.chases: OfficeChases | None = None

    def show_nothing(self) -> None:
        """Say that nothing is chosen."""
        self.begin(self.tr("Chưa chọn đơn vị nào"))
        self.offer(())

    def show_office(self, facts: Facts, asked: Asked, regulation: Regulation, *, edited: Collection[int] = ()) -> None:
        """Show all of a unit; `edited` are the letters whose copy on this computer says otherwise."""
        row = facts.row
        self.begin(row.name, row.address)
        self.show_state(
            f"{asked.period.words[:1].upper()}{asked.period.words[1:]}: {state_words(row).lower()}",
            OFFICE_MARKS[row.state],
        )
        self._tell_due(facts, asked, regulation)
        self.fact(self.tr("Ghi chú"), facts.row.note)
        self._tell_mailboxes(facts)
        self._tell_conflicts(facts)
        self._tell_packages(facts)
        self._tell_chases(facts, edited)

    def _tell_due(self, facts: Facts, asked: Asked, regulation: Regulation) -> None:
        row = facts.row
        if row.ended_on is not None:
            self.fact(self.tr("Thôi gửi gói"), self.tr("từ {:%d/%m/%Y}").format(row.ended_on))
        elif row.due_on is None:
            self.say(self.tr("Quy chế không nêu ngày đơn vị gửi số liệu; hạn do công văn yêu cầu đặt ra."))
        elif asked.rule is None or row.due_on != asked.due_on:
            set_by = facts.asked_by(str(asked.period), row.due_on) or self.tr("công văn")
            self.fact(self.tr("Hạn gửi"), self.tr("{:%d/%m/%Y}, theo {}").format(row.due_on, set_by))
        else:
            told = self.tr("{:%d/%m/%Y}, {}").format(row.due_on, asked.rule.cite or SOURCES[asked.rule.source])
            why = Why.of(asked.rule, regulation=regulation.short_name, counting=asked.counting)
            self.beside(self.tr("Hạn gửi"), RuleLine(told, why, tone=""))

    def _tell_mailboxes(self, facts: Facts) -> None:
        if not facts.packages:
            self.say(self.tr("Đơn vị chưa gửi gói nào, nên chưa biết hộp thư của đơn vị."))
            return
        row = facts.row
        words = self.tr("{} hộp thư, xem và tìm…").format(row.mailbox_count)
        self.beside(self.tr("Hộp thư"), LinkButton(words, self.mailboxes_asked.emit))
        self.fact(self.tr("Gói gần nhất"), done_words(row) or self.tr("không có gì đổi"))

    def _tell_conflicts(self, facts: Facts) -> None:
        if not facts.conflicts:
            return
        self.head(self.tr("Địa chỉ nơi khác cũng có ({})").format(len(facts.conflicts)))
        for conflict in facts.conflicts[:_MOST_CONFLICTS]:
            other = self.tr("sổ của đơn vị mình") if conflict.other == OWN else conflict.other
            self.say(f"{conflict.address}: {other}", "")
        if len(facts.conflicts) > _MOST_CONFLICTS:
            self.say(self.tr("và {} địa chỉ nữa.").format(len(facts.conflicts) - _MOST_CONFLICTS))

    def _tell_packages(self, facts: Facts) -> None:
        if facts.packages:
            self.head(self.tr("Các gói đã nhận"))
            self.add(OfficePackages(facts.packages))

    def _tell_chases(self, facts: Facts, edited: Collection[int]) -> None:
        self.chases = None
        if facts.chases:
            self.head(self.tr("Công văn đôn đốc"))
            self.chases = OfficeChases(facts.chases, edited)
            self.chases.asked.connect(self.chase_asked)
            self.add(self.chases)


class OfficePackages(Lines):
    """Every package, the newest first."""

    def __init__(self, packages: tuple[Package, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for one in packages:
            period = one.period or self.tr("toàn bộ sổ")
            said = self.tr("{}, chốt đến {:%d/%m/%Y}, {} hộp thư, dấu {}")
            self._say(said.format(period, one.as_of_on, one.mailbox_count, mark_of(one.sha256)), "")
            taken = self.tr("Nhận {}, {}; đơn vị lập {}")
            moments = moment_words(one.taken_at.isoformat()), one.by, moment_words(one.made_at.isoformat())
            self._say(taken.format(*moments))


class OfficeChases(Lines):
    """Every letter, the newest first."""

    asked = Signal(str, object)

    def __init__(
        self, chases: tuple[OfficeChase, ...], edited: Collection[int] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        for one in chases:
            self._tell(one)
            if one.id in edited:
                self._tell_edited(one)

    def _tell(self, one: OfficeChase) -> None:
        named = self.tr("Lần thứ {}, kỳ {}").format(one.turn, one.period)
        look = (("preview", self.tr("Xem trước, in…")), ("open", self.tr("Mở")))
        save = ("save", self.tr("Lưu kèm thư…"))
        if one.number and one.sent_on is not None:
            self._say(self.tr("{}: số {} ngày {:%d/%m/%Y}").format(named, one.number, one.sent_on), "")
            self._do_with(one, *look, save)
            return
        self._say(self.tr("{}: lập ngày {:%d/%m/%Y}, chưa có số").format(named, one.on_date), "")
        self._do_with(one, *look, ("check", self.tr("Kiểm tra")))
        self._do_with(one, ("number", self.tr("Ghi số…")), save)

    def _tell_edited(self, one: OfficeChase) -> None:
        self._say(self.tr("Bản trên máy này đã sửa sau khi lập."))
        self._do_with(one, ("take", self.tr("Nhận bản đã sửa")))

    def _do_with(self, one: OfficeChase, *offered: tuple[str, str]) -> None:
        about = self.tr("công văn lần thứ {} kỳ {}").format(one.turn, one.period)
        self._offer(about, *((words, partial(self.asked.emit, deed, one)) for deed, words in offered))
