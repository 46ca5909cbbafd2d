"""Biểu mẫu: the forms the papers are made from under the regulation in use, the program's and the unit's own.

Here: the section. One form as it is shown is `gui.parts.form_card`; what a clerk should know of each is said in `forms/forms.toml`, the
paper itself never says it. Looking a file through and taking it in is `operations.own_forms`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QPoint, Qt, QTimer

from govmail_desk import paths
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.gui.background import background_of
from govmail_desk.gui.desktop import desktop
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.parts.form_card import FormCard
from govmail_desk.gui.run import run, runner_of
from govmail_desk.gui.sections.section import Section
from govmail_desk.listings.forms import in_use
from govmail_desk.operations.forms import copy_form

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.operations.own_forms import FormPlan, Sample

COPIES: Final = "ban-sao-mau"
_SAMPLE: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.form_sample:FormSampleDialog")
_TRIAL: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.form_sample:FormTrialDialog")
_PLAN: Final[Late[Any]] = Late("govmail_desk.operations.own_forms:plan_form")
_PAPER: Final[Late[Any]] = Late("govmail_desk.operations.own_forms:sample_paper")
_DROP: Final[Late[Any]] = Late("govmail_desk.operations.own_forms:drop_form")
"""They bring what reads and writes Word files, which the section needs not to be shown."""
_KINDS: Final = {".docx": "Word (*.docx)", ".xlsx": "Excel (*.xlsx)"}


class FormsSection(Section):
    """Every form in use."""

    reads = frozenset({"regulation_text", "own_form"})
    words = "Sửa bản chép rồi đưa vào lại; mẫu có sẵn luôn còn."

    def __init__(self, title: str, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(title, desk, parent)
        self.cards: list[FormCard] = []

    def fill(self) -> None:
        """Tell each."""
        rows = in_use(self.desk)
        if all(row.shipped.own for row in rows):
            self.say(
                self.tr(
                    "Quy chế không in kèm mẫu nào có trong tay chúng tôi, nên các mẫu có sẵn do chương trình bố trí; "
                    "trên giấy không ghi điều này. Nơi nhận có mẫu riêng thì nên hỏi để dùng mẫu ấy."
                )
            )
        self.cards = [FormCard(row, self) for row in rows]
        for card in self.cards:
            card.edit_asked.connect(self.open_copy)
            card.file_asked.connect(self.choose_file)
            card.sample_asked.connect(self.show_sample)
            card.drop_asked.connect(self.drop)
            self.add(card)

    def card(self, place: str) -> FormCard:
        """Return the card of a form."""
        return next(card for card in self.cards if card.place == place)

    def open_copy(self, place: str) -> None:
        """Open a copy of the form in use with its own program, to be edited there."""
        try:
            copy = copy_form(self.desk, place=place, folder=copies())
            if not desktop().open(copy):
                words = self.tr("Máy này chưa có chương trình mở “{}”. Bản chép nằm ở thư mục {}.")
                raise StoreUnavailable(words.format(copy.name, copy.parent))
        except StoreUnavailable as failure:
            runner_of(self).tell_failure(failure, self, partial(self.open_copy, place))
        else:
            self.card(place).say_edited(copy)

    def choose_file(self, place: str) -> None:
        """Ask for the edited file and look it through."""
        kind = _KINDS[place[place.rindex(".") :]]
        folder = copies() if copies().is_dir() else None
        file = desktop().choose_file(self, title=self.tr("Chọn mẫu đã sửa"), kind=kind, folder=folder)
        if file is not None:
            self.look_through(place, file)

    def look_through(self, place: str, file: Path) -> None:
        """Look a file through, off the GUI thread; what is wrong with it is said at its form, one that is fit is shown filled."""
        self.card(place).say_looking(file.name)
        self._ask(
            place,
            lambda: _PLAN.load()(self.desk, place=place, file=file),
            self._take_plan,
            partial(self.look_through, place, file),
        )

    def show_sample(self, place: str) -> None:
        """Show a paper made from the form in use."""
        self.card(place).say_looking("")
        self._ask(
            place,
            lambda: _PAPER.load()(self.desk, place=place),
            partial(self._take_sample, place),
            partial(self.show_sample, place),
        )

    def drop(self, place: str) -> None:
        """Go back to the shipped form; it can be undone like any act."""
        run(self, partial(_DROP.load(), self.desk, place=place), lambda _changes: self._return_to(place))

    def _ask(
        self, place: str, work: Callable[[], object], take: Callable[[Any], object], again: Callable[[], object]
    ) -> None:
        """Do work for one form off the GUI thread, one form at a time."""
        for card in self.cards:
            card.let_ask(may_ask=False)
        background_of(self).start(work, partial(self._take, place, take), partial(self._tell_unread, place, again))

    def _take(self, place: str, take: Callable[[Any], object], answer: object) -> None:
        """Take an answer up, unless another regulation came into use meanwhile and the form is gone."""
        for card in self.cards:
            card.let_ask(may_ask=True)
        if any(card.place == place for card in self.cards):
            take(answer)

    def _take_plan(self, plan: FormPlan) -> None:
        self.card(plan.place).show_problems(plan.name, plan.problems)
        if plan.problems:
            self._return_to(plan.place)
        else:
            self._look_at(plan.place, partial(_TRIAL.load(), self, self.desk, plan, copies()))

    def _take_sample(self, place: str, sample: Sample) -> None:
        self.card(place).say_nothing()
        self._look_at(place, partial(_SAMPLE.load(), self, sample, copies()))

    def _look_at(self, place: str, made_dialog: Callable[[], Dialog]) -> None:
        """Open a dialog over the section; a clerk who has gone on to something else is not called away from it."""
        if Dialog.open_on(self.window()) is not None or not self.isVisible():
            self.card(place).say_ready()
            return
        dialog = made_dialog()
        dialog.finished.connect(partial(self._return_to, place))
        self.open_dialog(dialog)

    def _return_to(self, place: str, _result: int = 0) -> None:
        """Go on at the form worked on, with all that is said of it in sight."""
        card = self.card(place)
        QTimer.singleShot(0, card, partial(self._bring_in_sight, card))  # what is told anew has its room by then

    def _bring_in_sight(self, card: FormCard) -> None:
        """Show the whole form, or where there is no room for it, what was said last and all that fits below."""
        card.file_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(card, 0, Space.NEAR)
        if card.height() > self._scroll.viewport().height():
            self._scroll.verticalScrollBar().setValue(card.told.mapTo(self._content, QPoint()).y() - Space.NEAR)

    def _tell_unread(self, place: str, again: Callable[[], object], failure: BaseException) -> None:
        self._take(place, partial(self._tell_failure, place, again), failure)

    def _tell_failure(self, place: str, again: Callable[[], object], failure: BaseException) -> None:
        card = self.card(place)
        if isinstance(failure, RuleBroken):
            card.show_problems("", (failure.sentence,))
            self._return_to(place)
        else:
            card.say_nothing()
            runner_of(self).tell_failure(failure, self, again)


def copies() -> Path:
    """Where copies lie that are made to be edited."""
    return paths.home() / COPIES
