"""The own unit's package: for which period, as of which day, how many mailboxes; then written with the draft of its mail."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize

from govmail_desk.documents.desk_package import ENDING
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.report_period import period_of
from govmail_desk.gui.background import Latest, background_of
from govmail_desk.gui.desktop import desktop
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import ChoiceField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.notices import Offer
from govmail_desk.gui.run import run, runner_of
from govmail_desk.listings.offices import asked
from govmail_desk.operations.package_export import ExportedPackage, PackageDraft, export_package, plan_package

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk

_SIZE: Final = QSize(620, 0)


class ExportPackageDialog(Dialog):
    """Choose what goes out, see what it holds, write it."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(
            parent, title=self.tr("Gửi gói của đơn vị"), main_words=self.tr("Lưu gói và thư nháp…"), size=_SIZE
        )
        self.desk = desk
        self.draft: PackageDraft | None = None
        self.exported: ExportedPackage | None = None
        self.period = ChoiceField(_periods(desk))
        self.as_of = DateField(desk.today())
        self.said = WrappedLabel("", parent=self)
        self.form = Form(self)
        self.form.add("period", self.tr("Gửi gì"), self.period)
        hint = self.tr("Để trống thì chốt đúng hạn báo cáo của kỳ")
        self.form.add("as_of", self.tr("Chốt số liệu đến ngày"), self.as_of, hint=hint)
        self.form.put_side_by_side("period", "as_of")
        words = self.tr(
            "Gói có tên, chức vụ, địa chỉ và trạng thái hộp thư; ngày sinh, điện thoại riêng, số CCCD và ghi chú ở lại sổ."
        )
        self.body.addWidget(WrappedLabel(words, "soft", self))
        self.body.addWidget(self.form)
        self.body.addWidget(self.said)
        self.body.addStretch(1)
        self._latest = Latest(background_of(self), self)
        self.period.currentIndexChanged.connect(self._plan)
        self.as_of.day_changed.connect(self._plan)
        self._plan()

    def do(self) -> None:
        """Write the package where the clerk says; once it is written, close."""
        if self.exported is not None:
            self.accept()
        elif self.draft is not None:
            path = desktop().choose_new_file(
                self, title=self.tr("Lưu gói của đơn vị"), path=Path(self.draft.name), kind=f"GovMail Desk (*{ENDING})"
            )
            if path is not None:
                self._write(path)

    def _write(self, path: Path) -> None:
        run(self, partial(self._exported, path if path.suffix == ENDING else Path(f"{path}{ENDING}")), self._told)

    def _exported(self, path: Path) -> Changes:
        self.exported = export_package(self.desk, out=path, period=self._period, as_of_on=self.as_of.day())
        return self.exported.changes

    def _told(self, _changes: Changes) -> None:
        """Leave the dialog open on the mark, which the clerk may have to read to somebody."""
        if self.exported is None:
            return
        made = self.exported
        said = self.tr("Đã lưu {} và thư nháp {}. Hãy mở thư nháp, xem lại rồi gửi; nơi nhận đối chiếu dấu {}.")
        folder = made.path.parent
        offers = (
            Offer(self.tr("Mở thư nháp"), partial(desktop().open, made.draft)),
            Offer(self.tr("Mở thư mục"), partial(desktop().open, folder)),
        )
        self.notices.say(said.format(made.path.name, made.draft.name, made.mark), tone="good", offers=offers)
        self.form.setEnabled(False)
        self.main_button.setText(self.tr("Xong"))
        self.main_button.setAccessibleName(self.tr("Xong"))
        self.back_button.hide()

    @property
    def _period(self) -> str:
        return str(self.period.choice() or "")

    def _plan(self) -> None:
        self.draft = None
        self.main_button.setEnabled(False)
        if self.as_of.problem():
            return
        self.said.setText(self.tr("Đang tính số liệu…"))
        work = partial(plan_package, self.desk, period=self._period, as_of_on=self.as_of.day())
        self._latest.ask(work, self._show, self._tell_unplanned)

    def _show(self, draft: PackageDraft) -> None:
        self.draft = draft
        contents = draft.contents
        since = contents.manifest.opening_on
        days = self.tr("từ sau ngày {:%d/%m/%Y} ").format(since) if since else ""
        said = self.tr("Gói sẽ có {} hộp thư, {}đến hết ngày {:%d/%m/%Y}.")
        self.said.setText(said.format(len(contents.mailboxes), days, contents.manifest.as_of_on))
        self.main_button.setEnabled(True)
        if self.focusWidget() in {None, self.back_button}:
            self.main_button.setFocus()

    def _tell_unplanned(self, failure: BaseException) -> None:
        self.said.setText("")
        if isinstance(failure, RuleBroken | StoreUnavailable):
            self.said.setText(failure.sentence)
        else:
            runner_of(self).tell_failure(failure, self, self._plan)


def _periods(desk: Desk) -> list[tuple[object, str]]:
    """Offer the period asked for today, those around it, and the whole register."""
    today = desk.today()
    now = asked(desk).period
    around = [period_of(now.kind, today), now, now.preceding]
    offered = list(dict.fromkeys(around))
    return [*((str(one), one.words[:1].upper() + one.words[1:]) for one in offered), ("", "Toàn bộ sổ, như hôm nay")]
