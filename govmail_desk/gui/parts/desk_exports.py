"""What a page hands out beside its own work: the calendar file of what falls due, and the password card.

The events are `listings.due_calendar`, the file `documents.calendar_file`; the card is `gui.dialogs.password_card`.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication

from govmail_desk.domain.errors import StoreUnavailable
from govmail_desk.gui.desktop import desktop
from govmail_desk.gui.late import Late
from govmail_desk.gui.notices import Offer, notices_near
from govmail_desk.gui.run import runner_of
from govmail_desk.wording import CALENDAR_SUBJECT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk

CALENDAR_NAME: Final = "nhac-viec-hop-thu.ics"
_CALENDAR: Final[Late[Any]] = Late("govmail_desk.listings.due_calendar")
_CARD: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.password_card:PasswordCardDialog")
_DUES: Final[Late[Any]] = Late("govmail_desk.listings.dues")
_EXPORTS: Final[Late[Any]] = Late("govmail_desk.operations.exports")
_FILE: Final[Late[Any]] = Late("govmail_desk.documents.calendar_file")


def show_password_card(page: QWidget, desk: Desk) -> None:
    """Show the regulation's rules for passwords on their card."""
    _CARD.load()(page, desk).open()


def export_calendar(page: QWidget, desk: Desk) -> None:
    """Write all that falls due into a calendar file where the clerk says; over an earlier one it goes on from there."""
    kind, title = _translated("Tệp lịch (*.ics)"), _translated("Xuất lịch việc đến hạn")
    file = desktop().choose_new_file(page, title=title, path=Path(CALENDAR_NAME), kind=kind)
    if file is not None:
        _write(page, desk, file if file.suffix else file.with_suffix(".ics"))


def _write(page: QWidget, desk: Desk, file: Path) -> None:
    today = desk.today()
    export = _CALENDAR.load().calendar_export(desk, _DUES.load().every(desk), on=today)
    try:
        _FILE.load().write_calendar(file, export, on=today, made_at=desk.clock())
        changes = _EXPORTS.load().record_export(
            desk, kind="calendar", subject=CALENDAR_SUBJECT, row_count=len(export.entries), name=file
        )
    except StoreUnavailable as failure:
        runner_of(page).tell_failure(failure, page, partial(_write, page, desk, file))
        return
    runner_of(page).changed.emit(changes, False)
    bar = notices_near(page)
    if bar is not None:
        said = _translated("Đã ghi {} việc vào tệp lịch “{}”. Mở tệp để đưa vào Outlook, Thunderbird hay điện thoại.")
        offers = (Offer(_translated("Mở tệp"), partial(desktop().open, file)),)
        bar.say(said.format(len(export.entries), file.name), tone="good", offers=offers)


def _translated(words: str) -> str:
    return QCoreApplication.translate("DeskExports", words)
