"""The password card on the screen: the regulation's rules for a good password, each with its article and reason; saved for printing.

Here: `PasswordCardDialog`. What the card says is `domain.password_card`, writing it `operations.password_cards`. Nothing is typed here.
"""

from __future__ import annotations

from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTextBrowser

from govmail_desk.domain.password_card import OURS_HEADING, PARTS, TITLE
from govmail_desk.gui.background import background_of
from govmail_desk.gui.desktop import desktop
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.look.theme import theme_in_use
from govmail_desk.gui.notices import Offer
from govmail_desk.gui.run import runner_of
from govmail_desk.operations.password_cards import CARD_NAME, card_of, write_password_card

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.domain.password_card import CardLine, PasswordCard

SIZE: Final = QSize(760, 560)


class PasswordCardDialog(Dialog):
    """Read the card; save it as Word or PDF to print it."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent, title=TITLE, main_words=self.tr("Lưu để in…"), size=SIZE)
        self.desk = desk
        self._file = Path(CARD_NAME)
        self.shown = QTextBrowser(self)
        self.shown.setAccessibleName(TITLE)
        self.shown.setOpenLinks(False)
        self.shown.setHtml(card_html(card_of(desk)))
        self.back_button.setText(self.tr("Đóng"))
        self.back_button.setAccessibleName(self.back_button.text())
        self.body.addWidget(self.shown, 1)

    def do(self) -> None:
        """Save it where the clerk says."""
        kinds = self.tr("Word (*.docx);;PDF (*.pdf)")
        file = desktop().choose_new_file(self, title=TITLE, path=Path(CARD_NAME), kind=kinds)
        if file is not None:
            self.save(file if file.suffix else file.with_suffix(".docx"))

    def save(self, file: Path) -> None:
        """Write it in a worker: a PDF waits for the office program."""
        self.be_working(is_working=True)
        self.notices.say(self.tr("Đang lập thẻ…"))
        self._file = file
        background_of(self).start(
            partial(write_password_card, self.desk, file=file), self._tell_saved, self._tell_unsaved
        )

    def _tell_saved(self, _nothing: object) -> None:
        self.be_working(is_working=False)
        said = self.tr("Đã lưu thẻ mật khẩu ở tệp “{}”.").format(self._file.name)
        self.notices.say(said, tone="good", offers=(Offer(self.tr("Mở tệp"), self._open),))

    def _tell_unsaved(self, failure: BaseException) -> None:
        self.be_working(is_working=False)
        runner_of(self).tell_failure(failure, self, partial(self.save, self._file))

    def _open(self) -> None:
        desktop().open(self._file)


def card_html(card: PasswordCard) -> str:
    """Write the card as the window shows it."""
    parts = "".join(_part(heading, card.of(part)) for part, heading in PARTS.items())
    notes = "".join(f"<p><i>Lưu ý: {escape(note)}</i></p>" for note in card.notes)
    advice = "".join(f"<li>{escape(words)}</li>" for words in card.advice)
    ours = f"<p style='font-weight:600'>{escape(OURS_HEADING)}</p><ul>{advice}</ul>"
    return f"<p>Theo {escape(card.regulation)}</p>{parts}{notes}{ours}"


def _part(heading: str, lines: tuple[CardLine, ...]) -> str:
    rows = "".join(_rows(lines))
    return f"<p style='font-weight:600'>{escape(heading)}</p><table width='100%' cellpadding='4'>{rows}</table>"


def _rows(lines: tuple[CardLine, ...]) -> Iterator[str]:
    before, soft = "", theme_in_use().colour("ink_soft").name()
    for line in lines:
        label, before = ("" if line.label == before else line.label), line.label
        words = escape(line.words) if line.ground != "silent" else f"<i>{escape(line.words)}</i>"
        why = f"<br><span style='color:{soft}'>Vì sao: {escape(line.why)}</span>" if line.why else ""
        yield (
            f"<tr><td width='26%'>{escape(label)}</td><td width='60%'>{words}{why}</td>"
            f"<td width='14%'>{escape(line.source)}</td></tr>"
        )
