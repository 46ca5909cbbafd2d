"""Pages on paper: a printer whose paper is a PDF file stands in for one of metal."""

from __future__ import annotations

import pytest
from PySide6.QtPrintSupport import QPrinter

from govmail_desk.documents.preview import PaperPages
from govmail_desk.gui.parts.paper_printing import PaperPrinting, wanted_pages
from tests.gui.dialog_holder import DialogHolder
from tests.gui.parts.sample_pages import LIES, STANDS, pages_of

SOON = 30_000


@pytest.fixture
def holder(qtbot):
    held = DialogHolder()
    qtbot.addWidget(held)
    yield held
    held.background.finish()


@pytest.fixture
def paper(tmp_path):
    pages = pages_of(tmp_path, STANDS, LIES, STANDS)
    yield pages
    pages.close()


def printer_to(path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(144)
    return printer


def printed(qtbot, holder, paper, printer, *, stops_after=None):
    outcome, told = [], []
    printing = PaperPrinting(paper, printer, holder.background)
    printing.ended.connect(outcome.append)
    printing.moved.connect(lambda done, total: told.append((done, total)))
    if stops_after is not None:
        printing.moved.connect(lambda done, _total: printing.stop() if done == stops_after else None)
    printing.start()
    qtbot.waitUntil(lambda: bool(outcome), timeout=SOON)
    return outcome[0], told


def test_every_page_lies_or_stands_and_fills_its_sheet_without_a_seam(holder, paper, qtbot, tmp_path):
    failure, told = printed(qtbot, holder, paper, printer_to(tmp_path / "ra.pdf"))
    assert failure is None
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]
    sheets = PaperPages((tmp_path / "ra.pdf").read_bytes())
    assert [tuple(map(round, sheets.size(index))) for index in range(sheets.count)] == [
        (595, 842),
        (842, 595),
        (595, 842),
    ]
    for index in range(3):
        picture = sheets.drawn(index, scale=2)
        column = picture.pixels[picture.stride // 2 // 4 * 4 :: picture.stride]
        foot = column[-90:-4]
        assert max(foot) < 60, "a light seam between two bands"
        assert min(column[: len(column) // 2][-100:]) > 200
    sheets.close()


def test_only_the_pages_asked_for_are_printed(holder, paper, qtbot, tmp_path):
    printer = printer_to(tmp_path / "ra.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    printed(qtbot, holder, paper, printer)
    sheets = PaperPages((tmp_path / "ra.pdf").read_bytes())
    assert (sheets.count, round(sheets.size(0)[0])) == (1, 842)
    sheets.close()


def test_a_stop_prints_no_further_page(holder, paper, qtbot, tmp_path):
    failure, told = printed(qtbot, holder, paper, printer_to(tmp_path / "ra.pdf"), stops_after=1)
    assert failure is None
    assert told == [(0, 3), (1, 3)]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told_of(holder, paper, qtbot, tmp_path):
    with qtbot.captureExceptions() as raised:
        failure, _ = printed(qtbot, holder, paper, printer_to(tmp_path / "không có" / "ra.pdf"))
    assert isinstance(failure, OSError)
    assert raised == []


def test_a_window_that_goes_ends_the_printing(holder, paper, qtbot, tmp_path):
    outcome = []
    printing = PaperPrinting(paper, printer_to(tmp_path / "ra.pdf"), holder.background)
    printing.ended.connect(outcome.append)
    printing.start()
    holder.background.finish()
    assert outcome == [None]
    assert printing.is_stopped


def test_the_order_of_sheets_is_the_printers(tmp_path):
    printer = printer_to(tmp_path / "ra.pdf")
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert wanted_pages(printer, 3) == [2, 1, 0]
