"""Telling the holders of mailboxes what falls due: who, what each would read, one draft a person or one list, into which folder.

Here: `StaffNoticeDialog`. Planning and making are `operations.notices`, the people and their words stand in `gui.parts.notice_preview`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QSize

from govmail_desk.documents.plain_text import plain_lines
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.gui.background import Latest, background_of
from govmail_desk.gui.desktop import desktop
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.fields import ChoiceField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.fields.typed import not_an_input
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.notices import Offer
from govmail_desk.gui.parts.notice_preview import NoticePreview
from govmail_desk.gui.run import run_long, runner_of
from govmail_desk.listings.notices import last_told
from govmail_desk.operations.notices import make_notices, plan_notices

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from PySide6.QtWidgets import QPushButton, QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.gui.progress import Tick
    from govmail_desk.operations.notices import NoticePlan

SIZE: Final = QSize(1180, 600)
MOST_NAMED: Final = 3
WAYS: Final = (("email", "Mỗi người một thư nháp"), ("list", "Một danh sách chung, Word và Excel"))


class StaffNoticeDialog(Dialog):
    """Look through the notices of due dates and make them."""

    def __init__(self, parent: QWidget, desk: Desk, due_ids: Sequence[int], *, title: str) -> None:
        super().__init__(parent, title=self.tr("Nhắc người dùng"), main_words=self.tr("Lập thư nhắc"), size=SIZE)
        self.desk = desk
        self._due_ids = tuple(due_ids)
        self.plan: NoticePlan | None = None
        self._is_made = False
        self.folder: Path | None = None
        self.way = ChoiceField(WAYS)
        not_an_input(self.way)
        self.form = Form(self)
        self.form.add("way", self.tr("Cách nhắc"), self.way)
        self.preview = NoticePreview(self)
        self.summary = WrappedLabel("", "soft", self)
        self.left_out = WrappedLabel("", "bad", self)
        self.place = WrappedLabel("", "soft", self)
        self.folder_button = self.add_side_button(self.tr("Chọn thư mục…"), self.choose_folder)
        self.body.addWidget(WrappedLabel(title, parent=self.fields))
        self.body.addWidget(self.form)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.preview, 1)
        self.body.addWidget(self.left_out)
        self.body.addWidget(self.place)
        self._latest = Latest(background_of(self), self)
        self.way.picked.connect(self._begin_again)
        self.way.setFocus()  # the main act waits for the plan, and Enter must not go back meanwhile
        self._show_place()
        self.plan_again()

    def do(self) -> None:
        """Make them, without a folder asked for first; once they are made, close."""
        if self._is_made:
            self.accept()
            return
        if self.plan is None:
            return
        if self.folder is None:
            self.choose_folder()
        if self.folder is not None:
            run_long(self, self._make, self.tr("Đang lập thư nhắc"), self._tell_made)

    def choose_folder(self) -> None:
        """Let the clerk say where the files go."""
        before, self.folder = self.folder, desktop().choose_folder(self) or self.folder
        self._show_place()
        if self._is_made and self.folder != before:
            self._begin_again()

    def plan_again(self) -> None:
        """Plan in a worker the way that is chosen now."""
        self.plan = None
        self.main_button.setEnabled(self._is_made)
        self.summary.setText(self.tr("Đang xem từng người và soạn lời nhắc…"))
        way: Any = self.way.choice()
        work = partial(_planned, self.desk, self._due_ids, way)
        self._latest.ask(work, self._take_plan, self._tell_unplanned)

    def _begin_again(self) -> None:
        """Plan what is not made yet: told another way, or into another folder."""
        self._is_made = False
        self._name(self.main_button, self.tr("Lập thư nhắc"))
        self.back_button.show()
        self.plan_again()

    # in a worker

    def _make(self, tick: Tick) -> Changes:
        assert self.plan is not None
        assert self.folder is not None
        return make_notices(self.desk, self.plan, folder=self.folder, tick=tick)

    # what is shown

    def _take_plan(self, answer: Planned) -> None:
        self.plan = answer.plan
        self.preview.show_plan(self.plan, answer.told, answer.list_text)
        self.left_out.setText("\n".join((*self._unreached(self.plan), *self.plan.left_out)))
        self.left_out.setVisible(bool(self.left_out.text()))
        self.summary.setText(self._counted(self.plan))
        if self._is_made:
            return
        words = self.tr("Lập {} thư nháp") if self.plan.way == "email" else self.tr("Lập danh sách {} người")
        self._name(self.main_button, words.format(len(self.plan.told)))
        self.main_button.setEnabled(bool(self.plan.told))

    def _counted(self, plan: NoticePlan) -> str:
        missing_count = len(plan.notices) - len(plan.told)
        said = self.tr("{} người được nhắc; chọn một người để xem lời nhắc.").format(len(plan.told))
        return self.tr("{} Còn {} người không nhận được thư.").format(said, missing_count) if missing_count else said

    @staticmethod
    def _name(button: QPushButton, words: str) -> None:
        button.setText(words)
        button.setAccessibleName(words)

    def _unreached(self, plan: NoticePlan) -> list[str]:
        """Name those no mail reaches, each with the reason; the rest is counted."""
        reached = {one.to.person_id for one in plan.told}
        missing = [one.to for one in plan.notices if one.to.person_id not in reached]
        said = [
            self.tr("Không gửi thư được: {} ({}).").format(one.full_name, one.refusal) for one in missing[:MOST_NAMED]
        ]
        left = len(missing) - MOST_NAMED
        return [*said, self.tr("Và {} người khác; lý do ở cột Thư đến.").format(left)] if left > 0 else said

    def _tell_unplanned(self, failure: BaseException) -> None:
        self.summary.clear()
        if isinstance(failure, RuleBroken | StoreUnavailable):
            self.preview.show_plan(None, {})
        runner_of(self).tell_failure(failure, self, self.plan_again)

    def _tell_made(self, changes: Changes) -> None:
        made = self.plan
        self._is_made = True
        self._name(self.main_button, self.tr("Đóng"))
        self.back_button.hide()
        self.plan_again()
        self.main_button.setFocus()
        if made is None:
            return
        is_mail = made.way == "email"
        open_words = self.tr("Mở thư") if is_mail else self.tr("Mở danh sách")
        said = self.tr("Các thư nhắc này đã lập trong hôm nay; trong thư mục không thiếu thư nào.")
        self.notices.say(
            said if changes.is_empty else changes.sentence,
            tone="good",
            offers=(Offer(open_words, self._open_file), Offer(self.tr("Mở thư mục"), self._open_folder)),
        )

    def _open_file(self) -> None:
        """Open the draft of the person looked at, else the first file."""
        if self.plan is None or self.folder is None:
            return
        chosen = self.preview.chosen
        wanted = chosen.planned.file_name if chosen is not None else ""
        desktop().open(self.folder / (wanted or self.plan.files[0].name))

    def _open_folder(self) -> None:
        if self.folder is not None:
            desktop().open(self.folder)

    def _show_place(self) -> None:
        if self.folder is None:
            self.place.setText(self.tr("Chưa chọn thư mục. Thư chỉ được soạn sẵn; đơn vị tự gửi từ hộp thư của mình."))
        else:
            self.place.setText(self.tr("Lưu vào {}. Thư chỉ được soạn sẵn; đơn vị tự gửi.").format(self.folder))


class Planned(NamedTuple):
    """A plan, when each due row was last told of, and what a list for all reads."""

    plan: NoticePlan
    told: dict[int, date]
    list_text: str


def _planned(desk: Desk, due_ids: Sequence[int], way: Any) -> Planned:
    with desk.reading() as connection:
        told = last_told(connection, due_ids)
    plan = plan_notices(desk, due_ids=due_ids, way=way)
    if plan.way == "email":
        return Planned(plan, told, "")
    words = plain_lines(plan.files[0].name, plan.files[0].content)
    return Planned(plan, told, "\n".join(line.text for line in words))
