"""A desktop without a person before it: files are chosen by what the test says. No test."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from govmail_desk.gui.desktop import Desktop


class AnsweringDesktop(Desktop):
    """A desktop that answers every question for a file with one path, and keeps what it was asked to open."""

    def __init__(self, answer: Path | None) -> None:
        self.answer = answer
        self.opened: list[Path] = []
        self.page_counts: list[int] = []
        self.resolution = 150

    def choose_list(self, *_asked_by: QWidget) -> Path | None:
        return self.answer

    def choose_folder(self, *_asked_by: QWidget, **_words: object) -> Path | None:
        return self.answer

    def choose_file(self, *_asked_by: QWidget, **_words: object) -> Path | None:
        return self.answer

    def choose_files(self, *_asked_by: QWidget, **_words: object) -> list[Path]:
        return [] if self.answer is None else [self.answer]

    def choose_new_file(self, *_asked_by: QWidget, **_words: object) -> Path | None:
        return self.answer

    def choose_printer(self, _asked_by: QWidget, *, page_count: int) -> QPrinter | None:
        """Answer with a printer whose paper is a PDF file, at the path answered."""
        self.page_counts.append(page_count)
        if self.answer is None:
            return None
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.answer))
        printer.setResolution(self.resolution)
        return printer

    def open(self, path: Path) -> bool:
        self.opened.append(path)
        return True
