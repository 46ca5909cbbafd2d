"""Dữ liệu cá nhân: what the register keeps of people and why, the unit's choice, and what nobody needs any more.

Here: the section. What is chosen: `gui.dialogs.privacy_choice`; emptying what is no longer kept: `gui.dialogs.minimise`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from govmail_desk.domain.provision_words import UNITS_OF_TIME
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.look.marks import Mark, StateLabel
from govmail_desk.gui.sections.section import HOLDS, Section
from govmail_desk.listings import privacy
from govmail_desk.listings.exports import exports
from govmail_desk.regulations.privacy import privacy_law

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.domain.minimising import Scope
    from govmail_desk.domain.privacy import PrivacyChoice
    from govmail_desk.listings.privacy import PrivacyStanding

NOT_KEPT: Final = Mark("ring", "good")
TO_EMPTY: Final = Mark("disc", "note")
_LATEST: Final = 3
_CHOICE: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.privacy_choice:PrivacyChoiceDialog")
_MINIMISE: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.minimise:MinimiseDialog")
_PLAN: Final[Late[Any]] = Late("govmail_desk.operations.minimisation")


class PrivacySection(Section):
    """What is kept of people, what for, and the acts on it."""

    reads = frozenset({"privacy_choice", "person", "mailbox", "request", "handover", "follow_up", "export", "review"})
    words = "Sổ chỉ giữ điều cần cho việc quản lý hộp thư, và chỉ trong thời gian cần."
    help_topic = "privacy"

    def __init__(self, title: str, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(title, desk, parent)
        self.due_count = 0
        self.add_act("choose", self.tr("Đặt lựa chọn…"), self.choose, icon_name="edit", is_main=True)
        self.add_act("minimise", self.tr("Bỏ dữ liệu riêng…"), self.minimise, icon_name="close")

    def fill(self) -> None:
        """Tell it."""
        standing, choice = privacy.standing(self.desk), self.desk.privacy()
        self._tell_due(choice)
        self._tell_id_numbers(standing, choice)
        self._tell_kept(standing)
        self._tell_exports(standing)
        self._tell_law()
        self.tell_history(standing.choices, _chosen)

    def choose(self) -> None:
        """Choose what is kept."""
        self.open_dialog(_CHOICE.load()(self, self.desk))

    def minimise(self, scope: Scope = "left") -> None:
        """Look whose private fields nobody needs any more."""
        plan = _PLAN.load().plan_minimisation(self.desk, on=self.desk.today(), scope=scope)
        self.open_dialog(_MINIMISE.load()(self, self.desk, plan))

    def see_exports(self) -> None:
        """Go to the journal's acts by which a file went out."""
        self.go_to.emit("journal/exports", None)

    def _tell_due(self, choice: PrivacyChoice) -> None:
        plan = _PLAN.load().plan_minimisation(self.desk, on=self.desk.today())
        self.due_count = len(plan.people)
        self.head(self.tr("Dữ liệu không còn cần"))
        if self.due_count:
            words = self.tr("{} người đã thôi việc, hộp thư đã đóng từ {} tháng trở lên")
            self._state(words.format(self.due_count, choice.keep_month_count), TO_EMPTY)
            self.add(LinkButton(self.tr("Xem và bỏ dữ liệu riêng của họ…"), self.minimise))
        else:
            self._state(self.tr("Không có ai quá {} tháng").format(choice.keep_month_count), HOLDS)
        if plan.held:
            words = self.tr("{} người đã quá thời gian nhưng còn việc mở nên chưa bỏ.")
            self.say(words.format(len(plan.held)))
        self.say(privacy_law().past.sentence)

    def _tell_id_numbers(self, standing: PrivacyStanding, choice: PrivacyChoice) -> None:
        self.head(self.tr("Số CCCD"))
        if choice.is_id_number_kept:
            self._state(self.tr("Có ghi, từ {}").format(f"{choice.from_on:%d/%m/%Y}"), TO_EMPTY)
            self.fact(self.tr("Lý do của đơn vị"), choice.why)
            self.fact(self.tr("Đang giữ"), self.tr("{} người").format(standing.id_number_count))
        else:
            self._state(self.tr("Không ghi"), NOT_KEPT)
            self._tell_numbers_left(standing.id_number_count)
        self.say(privacy_law().id_number.sentence)

    def _tell_numbers_left(self, count: int) -> None:
        if count:
            words = self.tr(
                "Sổ còn số CCCD của {} người, ghi từ trước. Số chỉ hiện hai đầu và không in ra giấy tờ mới."
            )
            self.say(words.format(count), "bad")
            self.add(LinkButton(self.tr("Xem và bỏ các số này…"), partial(self.minimise, "id-numbers")))

    def _tell_kept(self, standing: PrivacyStanding) -> None:
        self.head(self.tr("Sổ giữ gì, để làm gì"))
        held = {"birth_on": standing.birth_count, "phone": standing.phone_count, "full_name": standing.people_count}
        for fact in privacy_law().kept:
            count = self.tr(" ({} người)").format(held[fact.field]) if fact.field in held else ""
            self.say(f"• {fact.words}{count}: {fact.why}", "")
        if standing.minimised_count:
            self.fact(self.tr("Đã bỏ dữ liệu riêng"), self.tr("{} người").format(standing.minimised_count))
        self.say(privacy_law().sensitive.sentence)

    def _tell_exports(self, standing: PrivacyStanding) -> None:
        self.head(self.tr("Tệp đã xuất ra ngoài"))
        if not standing.export_count:
            self.say(self.tr("Chưa có tệp nào có dữ liệu cá nhân được xuất."))
            return
        self.say(self.tr("{} lần; gần đây nhất:").format(standing.export_count))
        for one in exports(self.desk, limit=_LATEST):
            self.say(f"• {one.on_date:%d/%m/%Y}: {one.subject} ({one.name}), {one.by}", "")
        self.add(LinkButton(self.tr("Xem ai đã xuất gì trong nhật ký"), self.see_exports))

    def _tell_law(self) -> None:
        law = privacy_law()
        self.head(self.tr("Khi có người hỏi về dữ liệu của mình"))
        for one in law.answer:
            within = f"{one.limit.count} {UNITS_OF_TIME[one.limit.unit]}"
            self.say(self.tr("• {}: trong {} ({}).").format(one.words, within, one.cite), "")
        self.say(self.tr("Trích dữ liệu của một người: chọn người ấy ở trang Người và đơn vị, việc “Trích dữ liệu”."))
        self.say(f"{law.law}; {law.decree}. {law.read_from}")

    def _state(self, words: str, mark: Mark) -> None:
        label = StateLabel(self)
        label.show_state(words, mark)
        self.add(label)


def _chosen(choice: PrivacyChoice) -> str:
    kept = "Ghi số CCCD" if choice.is_id_number_kept else "Không ghi số CCCD"
    return f"{kept}; giữ dữ liệu riêng {choice.keep_month_count} tháng" + (f". {choice.why}" if choice.why else "")
