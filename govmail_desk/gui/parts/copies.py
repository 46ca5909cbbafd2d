"""Copies of a request's kept files on this computer: to look at, to sign, to send. The register's own bytes stay as they are.

Here: `Copies`, one folder for each request whatever its editions, so that a copy edited in Word is found and opened again, never
written over; earlier editions lie in folders of their own below it. Writing the bytes is `operations.copies`, opening them
`gui.desktop`, noticing an edit `gui.parts.edited_copies`.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from govmail_desk import paths
from govmail_desk.domain.errors import StoreUnavailable
from govmail_desk.gui.desktop import desktop
from govmail_desk.gui.notices import Offer, notices_near
from govmail_desk.gui.run import runner_of
from govmail_desk.operations.copies import copy_to_open, save_copies

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.listings.requests import FileRow, RequestPane

_SEAL_LETTERS: Final = 8


class Copies:
    """The copies of one request."""

    def __init__(self, desk: Desk, request: RequestPane) -> None:
        self._desk = desk
        self._request = request
        # The seal tells requests of one number in two registers apart, and stays when a paper has another edition.
        self.folder = paths.home() / "giay-to" / f"de-nghi-{request.row.id}-{request.selection_sha256[:_SEAL_LETTERS]}"

    def open(self, asked_by: QWidget, kept: FileRow) -> None:
        """Open the copy of one file with its own program; one the clerk edited is opened as it is."""
        try:
            open_copy(self._copy(kept))
        except StoreUnavailable as failure:
            runner_of(asked_by).tell_failure(failure, asked_by, partial(self.open, asked_by, kept))

    def open_folder(self, asked_by: QWidget) -> None:
        """Open the folder with a copy of every file in it."""
        try:
            for kept in self._request.newest:
                self._copy(kept)
            open_copy(self.folder)
        except StoreUnavailable as failure:
            runner_of(asked_by).tell_failure(failure, asked_by, partial(self.open_folder, asked_by))

    def save(self, asked_by: QWidget) -> None:
        """Write copies into a folder the clerk chooses."""
        folder = desktop().choose_folder(asked_by)
        if folder is not None:
            self._save_into(asked_by, folder)

    def _save_into(self, asked_by: QWidget, folder: Path) -> None:
        try:
            made, changes = save_copies(self._desk, request_id=self._request.row.id, folder=folder)
        except StoreUnavailable as failure:
            runner_of(asked_by).tell_failure(failure, asked_by, partial(self._save_into, asked_by, folder))
            return
        runner_of(asked_by).changed.emit(changes, False)
        bar = notices_near(asked_by)
        if bar is not None:
            words = _translated("Đã lưu {} tệp vào thư mục {}.").format(len(made), folder)
            bar.say(words, tone="good", offers=(Offer(_translated("Mở thư mục"), partial(desktop().open, folder)),))

    def _copy(self, kept: FileRow) -> Path:
        """Lay a copy where there is none of this edition yet; one that says something else may be the clerk's work."""
        is_earlier = kept in self._request.earlier
        folder = self.folder / f"ban-{kept.edition}" if is_earlier else self.folder
        return copy_to_open(self._desk, file_id=kept.id, folder=folder)


def open_copy(path: Path) -> None:
    """Open a copy, or a folder of them; raises `StoreUnavailable` where no program of this computer can."""
    if not desktop().open(path):
        sentence = _translated("Máy này chưa có chương trình mở “{}”. Bản sao nằm ở thư mục {}.")
        raise StoreUnavailable(sentence.format(path.name, path.parent))


def _translated(words: str) -> str:
    return QCoreApplication.translate("Copies", words)
