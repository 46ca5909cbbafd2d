"""The papers of a report in its pane: every edition with what can be done with it. Making them is `gui.parts.report_acts`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from govmail_desk import wording
from govmail_desk.gui.panes.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from govmail_desk.domain.report import ReportPaper
    from govmail_desk.listings.reports import ReportPane
    from govmail_desk.operations.report_copies import EditedReportPaper


class ReportPapers(Lines):
    """Letter and workbook, the newest editions first."""

    open_asked = Signal(object)
    """A copy is to be opened: the `ReportPaper`."""
    preview_asked = Signal(object)
    """Its pages are to be looked at: the `ReportPaper`."""

    take_asked = Signal(object)
    """A copy edited outside is to become the next edition: the `EditedReportPaper`."""
    check_asked = Signal()
    """The edited letter is to be looked through first."""

    def __init__(
        self, facts: ReportPane, edited: Sequence[EditedReportPaper] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        for paper in facts.newest_papers:
            self._tell(paper)
        if facts.has_stale_papers:
            self._say(self.tr("Dự thảo đã đổi sau khi lập các bản này. Hãy lập lại giấy tờ rồi ghi đã gửi."), "bad")
        for copy in edited:
            self._tell_edited(copy)
        earlier = len(facts.papers) - len(facts.newest_papers)
        if earlier > 0:
            self._say(self.tr("{} bản trước vẫn giữ trong sổ.").format(earlier))
        if not facts.papers:
            self._say(self.tr("Chưa lập giấy tờ. Báo cáo (.docx) và bảng số liệu (.xlsx) lập cùng từ số liệu trên."))

    def _tell(self, paper: ReportPaper) -> None:
        role = wording.REPORT_PAPERS[paper.role]
        origin = self.tr(", đã sửa bên ngoài") if paper.origin == "edited" else ""
        made = wording.moment_words(paper.made_at.isoformat())
        self._link(
            self.tr("{}, bản thứ {}{}, {}").format(role, paper.edition, origin, made),
            role.lower(),
            (self.tr("Xem trước, in…"), partial(self.preview_asked.emit, paper)),
            (self.tr("Mở"), partial(self.open_asked.emit, paper)),
        )

    def _tell_edited(self, copy: EditedReportPaper) -> None:
        offered: list[tuple[str, Callable[[], object]]] = []
        if copy.role == "letter":
            offered.append((self.tr("Kiểm tra trước khi ký"), self.check_asked.emit))
        offered.append((self.tr("Nhận bản đã sửa"), partial(self.take_asked.emit, copy)))
        said = self.tr("{} trên máy này đã sửa sau khi lập.").format(copy.path.name)
        self._link(said, copy.path.name, *offered)
