"""A paper made from a form with invented people, to be looked at: of the form in use, or before one of the unit's is taken in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize

from govmail_desk.domain.errors import StoreUnavailable
from govmail_desk.gui.desktop import desktop
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.parts.plain_paper import PlainPaper
from govmail_desk.gui.run import run, runner_of
from govmail_desk.operations.forms import copy_sample
from govmail_desk.operations.own_forms import take_in_form

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.operations.own_forms import FormPlan, Sample

_SIZE: Final = QSize(760, 600)
_LEAST_LINES: Final = 12


class FormSampleDialog(Dialog):
    """The words of a paper made from a form; its looks are seen in Word or Excel."""

    def __init__(
        self, parent: QWidget | None, sample: Sample, folder: Path, *, title: str = "", main_words: str = ""
    ) -> None:
        super().__init__(
            parent,
            title=title or self.tr("Xem thử mẫu"),
            main_words=main_words or self.tr("Đóng"),
            has_back=bool(main_words),
            size=_SIZE,
        )
        self.sample = sample
        self._folder = folder
        self.told = WrappedLabel(self._words(), "soft", self)
        self.paper = PlainPaper(self)
        self.paper.setMinimumHeight(self.fontMetrics().height() * _LEAST_LINES)
        self.paper.show_lines(sample.lines)
        is_list = sample.name.endswith(".xlsx")
        words = self.tr("Mở bằng Excel") if is_list else self.tr("Mở bằng Word")
        self.open_button = self.add_side_button(words, self.open_copy)
        self.body.addWidget(self.told)
        self.body.addWidget(self.paper, 1)

    @property
    def has_typed(self) -> bool:
        """Nothing is typed here."""
        return False

    def do(self) -> None:
        """Close: it was only looked at."""
        self.accept()

    def open_copy(self) -> None:
        """Open the paper as it would be printed."""
        try:
            copy = copy_sample(self.sample.name, self.sample.content, folder=self._folder)
            if not desktop().open(copy):
                words = self.tr("Máy này chưa có chương trình mở “{}”. Bản xem thử nằm ở thư mục {}.")
                raise StoreUnavailable(words.format(copy.name, copy.parent))
        except StoreUnavailable as failure:
            runner_of(self).tell_failure(failure, self, self.open_copy)

    def _words(self) -> str:
        return self.tr("Mẫu được điền bằng người và hộp thư bịa ra. Dưới đây chỉ là chữ; mở tệp để xem cách trình bày.")


class FormTrialDialog(FormSampleDialog):
    """The last look before a form of the unit's is taken in."""

    def __init__(self, parent: QWidget | None, desk: Desk, plan: FormPlan, folder: Path) -> None:
        assert plan.sample is not None
        self._plan = plan
        title = self.tr("Dùng mẫu của đơn vị: {}").format(plan.title)
        super().__init__(parent, plan.sample, folder, title=title, main_words=self.tr("Dùng mẫu này"))
        self._desk = desk

    def do(self) -> None:
        """Take the form in."""
        run(self, partial(take_in_form, self._desk, self._plan), self.kept)

    def _words(self) -> str:
        joined = self._plan.joined_count
        said = [self.tr("Tệp “{}” dùng được.").format(self._plan.name)]
        if joined:
            said.append(self.tr("{} thẻ bị Word tách rời đã được nối lại.").format(joined))
        return " ".join((*said, super()._words()))
