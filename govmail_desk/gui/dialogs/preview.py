"""Papers as they will be printed: page by page, to print, to keep as PDF, to open in Word.

Here: `PreviewDialog`. The pages are made in a worker by an office program (`gui.parts.made_pdfs`), shown by `gui.parts.paper_view`;
where no program can, the words alone are shown (`gui.parts.plain_paper`).
"""

from __future__ import annotations

from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QSize, QStandardPaths
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from govmail_desk import wording
from govmail_desk.documents.preview import PaperPages
from govmail_desk.documents.writing import FileInUse, write_whole
from govmail_desk.domain.errors import StoreUnavailable
from govmail_desk.gui.background import background_of
from govmail_desk.gui.desktop import desktop
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.notices import Offer
from govmail_desk.gui.parts.made_pdfs import Shown, has_pages, made_pdfs_of
from govmail_desk.gui.parts.paper_bar import PaperBar
from govmail_desk.gui.parts.paper_making import PaperMaking
from govmail_desk.gui.parts.paper_printing import PaperPrinting
from govmail_desk.gui.parts.paper_view import PaperView
from govmail_desk.gui.parts.plain_paper import PlainPaper
from govmail_desk.gui.progress import Stopped
from govmail_desk.gui.run import runner_of
from govmail_desk.operations.copies import record_saved_paper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from govmail_desk.desk import Desk
    from govmail_desk.listings.requests import FileRow


class Openable(Protocol):
    """Where copies of the papers are opened."""

    def open(self, asked_by: QWidget, kept: FileRow, /) -> None:
        """Open a copy of one paper with its own program."""


_SIZE: Final = QSize(900, 700)
_LIST: Final = ".xlsx"
_PDF: Final = ".pdf"


class PreviewDialog(Dialog):
    """The papers of one request or handover, one at a time."""

    def __init__(
        self, parent: QWidget, desk: Desk, papers: Sequence[FileRow], paper: FileRow, *, copies: Openable
    ) -> None:
        super().__init__(parent, title=self.tr("Xem trước"), main_words=self.tr("In…"), size=_SIZE)
        self._desk = desk
        self._papers: Sequence[FileRow] = [each for each in papers if has_pages(each)]
        self._copies = copies
        self._background = background_of(self)
        self.paper = paper
        self.shown: Shown | None = None
        self.making = PaperMaking(self.progress, self._background, made_pdfs_of(self))
        self.printing: PaperPrinting | None = None
        self.view = PaperView(self)
        self.plain = PlainPaper(self)
        self.bar = PaperBar(self.view, self._papers, self)
        self.told = QLabel(self)
        self.save_button = self.add_side_button(self.tr("Lưu thành PDF…"), self.save)
        self.open_button = self.add_side_button(self.tr("Mở bằng Word"), self.open_copy)
        self.stack = QStackedWidget(self)
        self._lay_out_paper()
        self._connect()

    @property
    def has_typed(self) -> bool:
        """Nothing is typed here."""
        return False

    def show_paper(self, paper: FileRow) -> None:
        """Make another paper ready and show it; what was being made is stopped."""
        self._forget()
        self.paper = paper
        self.bar.paper.choose(paper)
        self.notices.dismiss()
        self.setWindowTitle(self.tr("Xem trước: {}").format(wording.PAPERS[paper.role]))
        is_list = PurePath(paper.name).suffix.lower() == _LIST
        self.open_button.setText(self.tr("Mở bằng Excel") if is_list else self.tr("Mở bằng Word"))
        self.open_button.setAccessibleName(self.open_button.text())
        others = [each for each in self._papers if each.sha256 != paper.sha256]
        self.making.begin(self._desk, paper, others)
        self._offer_acts()

    def do(self) -> None:
        """Print, on the printer the clerk chooses."""
        pages = self.view.pages
        printer = desktop().choose_printer(self, page_count=pages.count) if pages is not None else None
        if pages is None or printer is None:
            return
        self.printing = PaperPrinting(pages, printer, self._background)
        self.printing.moved.connect(self.progress.show_moved)
        self.printing.ended.connect(self._end_printing)
        self.progress.begin(self.tr("Đang in {}").format(self.paper.name))
        self._offer_acts()
        self.printing.start()

    def save(self) -> None:
        """Keep the pages as a PDF where the clerk says; written whole or not at all."""
        if self.shown is None or not self.shown.pdf:
            return
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        proposed = folder / PurePath(self.paper.name).with_suffix(_PDF).name
        title, kind = self.tr("Lưu thành PDF"), self.tr("Tệp PDF (*.pdf)")
        path = desktop().choose_new_file(self, title=title, path=proposed, kind=kind)
        if path is not None:
            self._write(path if path.suffix.lower() == _PDF else path.with_name(f"{path.name}{_PDF}"), self.shown.pdf)

    def open_copy(self) -> None:
        """Open a copy with the program it belongs to, to change it there."""
        self._copies.open(self, self.paper)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the paper asked for."""
        super().showEvent(event)
        if self.shown is None and not self.making.is_busy:
            self.show_paper(self.paper)
        self.view.setFocus()

    def reject(self) -> None:
        """Go back; a page being printed is stopped first."""
        if self.printing is not None:
            self.printing.stop()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Stop what is under way; nothing of it stays."""
        self._forget()
        super().done(result)

    # the pages made

    def _take(self, shown: Shown) -> None:
        self.shown = shown
        self.told.setText(shown.told)
        if shown.pdf:
            self.view.show_pages(PaperPages(shown.pdf), name=wording.PAPERS[shown.paper.role])
        self.plain.show_lines(shown.lines)
        self.stack.setCurrentWidget(self.view if shown.pdf else self.plain)
        self.bar.follow()
        self._offer_acts()

    def _tell_unmade(self, failure: BaseException) -> None:
        self._offer_acts()
        if isinstance(failure, Stopped):
            again = Offer(self.tr("Dựng lại"), self._make_again)
            self.notices.say(self.tr("Đã dừng dựng trang giấy."), offers=(again,))
        else:
            runner_of(self).tell_failure(failure, self, self._make_again)

    def _make_again(self) -> None:
        self.show_paper(self.paper)

    # printing and keeping

    def _end_printing(self, failure: BaseException | None) -> None:
        was_stopped = self.printing is not None and self.printing.is_stopped
        self.printing = None
        self.progress.end()
        self._offer_acts()
        if was_stopped:
            self.notices.say(self.tr("Đã dừng in theo yêu cầu."))
        elif failure is None:
            self.notices.say(self.tr("Đã gửi tới máy in."), tone="good")
        else:
            sentence = self.tr("Máy in không nhận trang. Hãy xem máy in đã bật và còn giấy, rồi in lại.")
            runner_of(self).tell_failure(StoreUnavailable(sentence), self, self.do)

    def _write(self, path: Path, pdf: bytes) -> None:
        try:
            write_whole(path, pdf)
            changes = record_saved_paper(self._desk, file_id=self.paper.id, saved_as=path)
        except FileInUse as failure:
            words = self.tr("Lưu thành “{}”").format(failure.offered.name)
            beside = Offer(words, partial(self._write, failure.offered, pdf))
            self.notices.say(failure.sentence, tone="bad", offers=(beside,))
        except StoreUnavailable as failure:
            runner_of(self).tell_failure(failure, self, self.save)
        else:
            if changes is not None:
                runner_of(self).changed.emit(changes, False)
            opening = Offer(self.tr("Mở thư mục"), partial(desktop().open, path.parent))
            self.notices.say(self.tr("Đã lưu {}.").format(path), tone="good", offers=(opening,))

    # what is offered

    def _offer_acts(self) -> None:
        has_pages_now = self.view.pages is not None and self.printing is None
        self.main_button.setEnabled(has_pages_now)
        self.save_button.setEnabled(has_pages_now)
        self.bar.paper.setEnabled(self.printing is None)

    def _stop_printing(self) -> None:
        if self.printing is not None:
            self.printing.stop()

    def _forget(self) -> None:
        """Take the paper away, stop what is under way, give the memory back."""
        self.making.forget()
        self._stop_printing()
        pages, self.shown = self.view.pages, None
        self.view.show_pages(None, name="")
        self.told.clear()
        self.bar.follow()
        if pages is not None:
            pages.close()

    def _connect(self) -> None:
        self.bar.paper.picked.connect(self.show_paper)
        self.making.made.connect(self._take)
        self.making.failed.connect(self._tell_unmade)
        self.progress.stop_asked.connect(self._stop_printing)
        self._background.ending.connect(self._forget)

    def _lay_out_paper(self) -> None:
        self.back_button.setText(self.tr("Đóng"))
        self.back_button.setAccessibleName(self.back_button.text())
        self.told.setProperty("tone", "soft")
        self.told.setWordWrap(True)
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.plain)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.stack, 1)
        self.body.addWidget(self.told)
