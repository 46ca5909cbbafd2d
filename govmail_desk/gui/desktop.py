"""What the window asks of the desktop it stands on: choose a file, a folder or a printer, open a copy with the program it belongs to.

Here: `Desktop`, and `desktop`, which finds the one in use. Where no person can answer, another one is put in its place.
Questions begin in the folder the clerk used last while the program runs, at first in Documents.
Not here: dropping a file on the window (the step that takes it), writing copies (`operations.copies`).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

LIST_ENDINGS: Final = (".xlsx", ".xls", ".ods", ".csv")
"""What a list may be called; what it really is, is asked of its bytes."""

_IN_USE: Final = "govmailDesktop"
_FOLDER: Final = "govmailFolder"


class Desktop:
    """The person's own desktop."""

    def choose_list(self, asked_by: QWidget) -> Path | None:
        """Let the clerk choose a list; None where they think better of it."""
        kinds = " ".join(f"*{ending}" for ending in LIST_ENDINGS)
        title, kind = asked_by.tr("Chọn danh sách"), asked_by.tr("Danh sách")
        chosen, _ = QFileDialog.getOpenFileName(asked_by, title, str(first_folder()), f"{kind} ({kinds})")
        return _file(chosen)

    def choose_file(self, asked_by: QWidget, *, title: str, kind: str, folder: Path | None = None) -> Path | None:
        """Let the clerk choose a file of a kind (`Quy chế (*.toml)`), first in a folder; None where they think better of it."""
        chosen, _ = QFileDialog.getOpenFileName(asked_by, title, str(folder or first_folder()), kind)
        return _file(chosen)

    def choose_files(self, asked_by: QWidget, *, title: str, kind: str) -> list[Path]:
        """Let the clerk choose files of a kind, several at once; none where they think better of it."""
        chosen, _ = QFileDialog.getOpenFileNames(asked_by, title, str(first_folder()), kind)
        for one in chosen[:1]:
            _remember(Path(one).parent)
        return [Path(one) for one in chosen]

    def choose_new_file(self, asked_by: QWidget, *, title: str, path: Path, kind: str) -> Path | None:
        """Let the clerk say where a file is to be written, `path` or a name being the proposal; None where they think better of it."""
        chosen, _ = QFileDialog.getSaveFileName(asked_by, title, str(first_folder() / path), kind)
        return _file(chosen)

    def choose_folder(self, asked_by: QWidget, *, title: str = "") -> Path | None:
        """Let the clerk choose a folder, to write into where the title says nothing else; None where they think better of it."""
        words = title or asked_by.tr("Chọn thư mục để lưu")
        chosen = QFileDialog.getExistingDirectory(asked_by, words, str(first_folder()))
        if not chosen:
            return None
        _remember(Path(chosen))
        return Path(chosen)

    def choose_printer(self, asked_by: QWidget, *, page_count: int) -> QPrinter | None:
        """Let the clerk choose a printer, pages and copies; None where they think better of it."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415  (it looks for printers at once)

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, asked_by)
        dialog.setMinMax(1, page_count)
        dialog.setFromTo(1, page_count)
        return printer if dialog.exec() else None

    def open(self, path: Path) -> bool:
        """Open a file with its own program, or a folder; False where the desktop knows no program for it."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def desktop() -> Desktop:
    """Find the desktop in use."""
    found = _application().property(_IN_USE)
    return found if isinstance(found, Desktop) else Desktop()


def stand_on(other: Desktop) -> None:
    """Put another desktop in place, such as one that answers without a person."""
    _application().setProperty(_IN_USE, other)


def first_folder() -> Path:
    """Return where a question for a file begins: the folder used last, as long as it is there, else Documents, else the home."""
    used = Path(str(_application().property(_FOLDER) or ""))
    if used.is_absolute() and used.is_dir():
        return used
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())


def _file(chosen: str) -> Path | None:
    if not chosen:
        return None
    _remember(Path(chosen).parent)
    return Path(chosen)


def _remember(folder: Path) -> None:
    _application().setProperty(_FOLDER, str(folder))


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication), "a desktop is asked for by a window"
    return app
