"""A signed copy of the minutes on its way into the register: what the file is, of which text, and each signature in words.

Here: `AttachCopyDialog`, and `TellMarkDialog` for a scan that was kept before anyone read its mark. Reading and keeping are
`operations.signed_copies`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox

from govmail_desk import wording
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.signed_copy import stray_mark
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.dialogs.settle_item import NEVER
from govmail_desk.gui.fields.fields import LongTextField, TextField
from govmail_desk.gui.fields.form import Form, FormRow
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.run import run, runner_of
from govmail_desk.operations.signed_copies import attach_copy, plan_copy, tell_mark

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.domain.handover import Minutes, SignedCopy
    from govmail_desk.listings.handovers import HandoverPane
    from govmail_desk.operations.signed_copies import CopyPlan

_SIZE: Final = QSize(640, 0)
_MARK_HINT: Final = "Hai nhóm bốn ký tự, ví dụ 1A2B-3C4D"


class AttachCopyDialog(Dialog):
    """Look at what the file is, then keep it."""

    def __init__(self, parent: QWidget, desk: Desk, facts: HandoverPane, plan: CopyPlan, path: Path) -> None:
        super().__init__(
            parent, title=self.tr("Đưa bản đã ký vào sổ"), main_words=self.tr("Đưa bản này vào sổ"), size=_SIZE
        )
        self.desk = desk
        self._handover_id = facts.row.id
        self._path = path
        self.plan = plan
        self._editions = facts.minutes
        self.mark = TextField(hint=_MARK_HINT)
        self.note = LongTextField(lines=2)
        self.compared = QCheckBox(self.tr("Đã so: tệp nói đúng như biên bản"), self.fields)
        self.compared.setAccessibleName(self.compared.text())
        self.compared.setVisible(bool(plan.missing))
        self.form = Form(self)
        if plan.asks_mark:
            row = self.form.add("mark", self.tr("Dấu ở chân trang"), self.mark)
            self.mark.textChanged.connect(partial(_show_stray, row, facts.minutes))
        self.form.add("note", self.tr("Ghi chú"), self.note, hint=NEVER)
        self._tell()
        self.body.addWidget(self.compared)
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def do(self) -> None:
        """Keep it; a mark typed is looked up first."""
        if stray := stray_mark(self.mark.typed(), self._editions):
            self.form.show_errors({"mark": stray})
            return
        try:
            if self.plan.asks_mark and self.mark.typed():
                self.plan = plan_copy(self.desk, handover_id=self._handover_id, path=self._path, mark=self.mark.typed())
        except RuleBroken as refusal:
            self.form.show_errors({"mark": refusal.sentence})
            return
        except StoreUnavailable as failure:
            runner_of(self).tell_failure(failure, self, self.do)
            return
        act = partial(attach_copy, self.desk, self.plan, note=self.note.typed(), is_compared=self.compared.isChecked())
        run(self, act, self.kept)

    def _tell(self) -> None:
        found = self.plan.found
        pages = self.tr("{} trang").format(found.page_count)
        self.body.addWidget(WrappedLabel(f"{self.plan.name} ({pages})", "label", self.fields))
        self.body.addWidget(WrappedLabel(wording.COPY_WAYS[found.way], parent=self.fields))
        bad = {one.sentence for one in self.plan.signatures if not one.is_sound}
        for sentence in self.plan.sentences:
            is_bad = sentence in bad or (self.plan.belongs == "no" and sentence == self.plan.sentences[0])
            self.body.addWidget(WrappedLabel(sentence, "bad" if is_bad else "", self.fields))
        if self.plan.asks_mark:
            said = self.tr("Chưa đọc được thì cứ để trống: bản này vào sổ là chưa xác định, dấu ghi sau cũng được.")
            self.body.addWidget(WrappedLabel(said, "soft", self.fields))


class TellMarkDialog(Dialog):
    """Say by its mark which text a kept scan is of."""

    def __init__(self, parent: QWidget, desk: Desk, facts: HandoverPane, kept: SignedCopy) -> None:
        super().__init__(parent, title=self.tr("Ghi dấu ở chân trang"), main_words=self.tr("Ghi dấu này"))
        self.desk = desk
        self._kept = kept
        self._editions = facts.minutes
        self.mark = TextField(hint=_MARK_HINT)
        self.form = Form(self)
        row = self.form.add("mark", self.tr("Dấu ở chân trang"), self.mark, is_needed=True)
        self.mark.textChanged.connect(partial(_show_stray, row, facts.minutes))
        self.body.addWidget(WrappedLabel(kept.name, "label", self.fields))
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def do(self) -> None:
        """Record it."""
        if self.form.show_errors({"mark": said} if (said := self._wrong()) else {}):
            run(self, partial(tell_mark, self.desk, copy_id=self._kept.id, mark=self.mark.typed()), self.kept)

    def _wrong(self) -> str:
        if not self.mark.typed():
            return self.tr("Chưa có dấu. Hãy gõ dấu in ở chân trang của bản đã ký.")
        return stray_mark(self.mark.typed(), self._editions)


def _show_stray(row: FormRow, editions: Sequence[Minutes], typed: str) -> None:
    """Say at once that a whole mark is of no edition."""
    row.show_error(stray_mark(typed, editions) or None)
