"""The sheets of a review going out: one a department, made and kept once, copied with a mail draft each into a folder, marked as sent.

Done again it writes only what is missing, so a stop in the middle loses nothing. What a sheet looks like is `documents.review_sheet`;
what comes back `operations.review_answers`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from govmail_desk.documents.email_draft import Attachment, DraftMail, made_draft
from govmail_desk.documents.result_list import plain_book
from govmail_desk.documents.review_sheet import ReviewSheetContent, SheetLine, review_sheet
from govmail_desk.documents.writing import write_whole
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.letterhead import abbreviated
from govmail_desk.domain.paper_date import paper_date, place_and_date
from govmail_desk.domain.review import ReviewPaper, ReviewRow, ReviewSheet
from govmail_desk.domain.review_mark import SheetMark
from govmail_desk.domain.review_text import SHEET_TITLE, guidance, sheet_mail, sheet_subject
from govmail_desk.operations.copies import made_folder
from govmail_desk.operations.exports import note_export
from govmail_desk.operations.paper_settings import attachment_limits
from govmail_desk.operations.review_asking import Asking, PaperMade, contents_of, keep_papers, register_mark
from govmail_desk.operations.reviews import named, open_one, refuse_review_day
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date
    from pathlib import Path

    from govmail_desk.desk import Changes, Desk

Told = Callable[[int, int], object]
Kept = Callable[["Changes"], object]

RESULT_NAME: Final = "ket-qua-gui-phieu.xlsx"
_RESULT_COLUMNS: Final = {
    "STT": 6,
    "Bộ phận": 40,
    "Số dòng": 10,
    "Gửi đến": 40,
    "Kết quả": 24,
    "Tệp": 60,
    "Ghi chú": 50,
}
_NO_ADDRESS: Final = "Chưa có địa chỉ thư của bộ phận; hãy điền người nhận trước khi gửi."
_SAID: Final = ("address", "holder", "post", "state", "used", "look")


@dataclass(frozen=True, slots=True)
class SheetsMade:
    """What making sheets came to: the act that kept new ones (None: all were there), and where the result list lies."""

    changes: Changes | None
    result_file: Path
    sheet_count: int


def make_sheets(
    desk: Desk,
    *,
    review_id: int,
    folder: Path,
    sheet_ids: Collection[int] | None = None,
    tick: Told | None = None,
    on_kept: Kept | None = None,
) -> SheetsMade:
    """Make the sheets still missing (default: of all departments), and copy each into a folder beside a mail draft that carries it.

    `tick` is told after each file; what it raises stops, and the same asked again goes on. `on_kept` is told once the sheets are kept.
    Raises `RuleBroken` for a review that is over, `StoreUnavailable` where the folder cannot be written.
    """
    making = _Making(desk, review_id, sheet_ids, tick)
    folder = made_folder(folder)
    changes = making.keep()
    if changes is not None and on_kept is not None:
        on_kept(changes)
    lines = making.copy(folder)
    target = folder / RESULT_NAME
    write_whole(target, plain_book("Phiếu rà soát", _RESULT_COLUMNS, lines))
    return SheetsMade(changes, target, len(lines))


def mark_sent(desk: Desk, *, review_id: int, sheet_ids: Sequence[int], on: date) -> Changes:
    """Record that sheets were sent on a day; one sent before keeps the day it was first sent.

    Raises `RuleBroken` for a day to come or before the review opened, and where no sheet is chosen or all were sent.
    """
    with desk.transaction("mark_sheets_sent", "") as act:
        review = open_one(act.transaction, review_id)
        refuse_review_day(desk, review, on)
        found = act.transaction.get_many(ReviewSheet, sheet_ids).values()
        waiting = [one for one in found if one.review_id == review_id and one.sent_on is None]
        if not waiting:
            raise RuleBroken("Các phiếu đã chọn đều đã ghi ngày gửi. Hãy chọn bộ phận chưa gửi phiếu.")
        act.transaction.put_all([replace(one, sent_on=on) for one in waiting])
        act.sentence = f"Ghi đã gửi phiếu {named(review)} cho {len(waiting)} bộ phận ngày {on:%d/%m/%Y}"
    return act.changes


class _Making:
    """The sheets of a review in the making."""

    def __init__(self, desk: Desk, review_id: int, sheet_ids: Collection[int] | None, tick: Told | None) -> None:
        self.desk, self.review_id = desk, review_id
        self.asking = Asking(desk, review_id, desk.today())
        with desk.reading() as connection:
            open_one(Transaction(connection), review_id)
            self.genesis = register_mark(connection)
        self.sheets = [one for one in self.asking.sheets if sheet_ids is None or one.id in sheet_ids]
        self.missing = [one for one in self.sheets if self.asking.kept_sheet(one) is None]
        self._tick, self._done = tick, 0

    def keep(self) -> Changes | None:
        """Draw the missing sheets and keep them in one act; nothing where none is missing."""
        if not self.missing:
            return None
        rows = self._rows()
        made = [self._made(sheet, rows.get(sheet.id, [])) for sheet in self.missing]
        sentence = f"Lập phiếu {named(self.asking.review)} cho {len(made)} bộ phận"
        with self.desk.transaction("make_review_sheets", sentence) as act:
            there = act.transaction.find(ReviewPaper, review_id=self.review_id, role="sheet")
            if {one.review_sheet_id for one in there} & {one.sheet_id for one in made}:
                raise RuleBroken("Phiếu vừa được lập ở nơi khác. Hãy tải lại trang rồi làm tiếp.")
            keep_papers(act, self.desk, self.review_id, made)
            note_export(
                act.transaction,
                self.desk,
                kind="review",
                subject=f"phiếu {named(self.asking.review)}",
                row_count=sum(map(len, rows.values())),
                name=made[0].name if len(made) == 1 else f"{len(made)} phiếu",
                content_sha256=hashlib.sha256(b"".join(one.content for one in made)).hexdigest(),
            )
        return act.changes

    def copy(self, folder: Path) -> list[tuple[object, ...]]:
        """Write what is not there yet; return the lines of the result list."""
        lines: list[tuple[object, ...]] = []
        kept = self._kept()
        for place, sheet in enumerate(self.sheets, start=1):
            paper, content = kept[sheet.id]
            mail_name = paper.name.removesuffix(".xlsx") + ".eml"
            outcome = self._written(folder, paper.name, content)
            note = "" if self.asking.address(sheet) else _NO_ADDRESS
            try:
                self._written(folder, mail_name, self._mail(sheet, paper.name, content))
                files = f"{paper.name}, {mail_name}"
            except RuleBroken as refusal:
                files, note = paper.name, refusal.sentence
            told = (self.asking.department(sheet), self.asking.row_count(sheet), self.asking.address(sheet))
            lines.append((place, *told, outcome, files, note))
            self._tell()
        return lines

    def _tell(self) -> None:
        self._done += 1
        if self._tick is not None:
            self._tick(self._done, len(self.missing) + len(self.sheets))

    def _rows(self) -> dict[int, list[ReviewRow]]:
        with self.desk.reading() as connection:
            found = Transaction(connection).find_among(ReviewRow, "review_sheet_id", [one.id for one in self.missing])
        rows: dict[int, list[ReviewRow]] = {}
        for row in found:
            rows.setdefault(row.review_sheet_id, []).append(row)
        return rows

    def _made(self, sheet: ReviewSheet, rows: Sequence[ReviewRow]) -> PaperMade:
        name = self.asking.file_name("phieu-ra-soat", sheet, ".xlsx")
        made = PaperMade("sheet", sheet.id, name, review_sheet(self._content(sheet, rows)))
        self._tell()
        return made

    def _content(self, sheet: ReviewSheet, rows: Sequence[ReviewRow]) -> ReviewSheetContent:
        asking, mark = self.asking, SheetMark.of(self.genesis, self.review_id, sheet.id)
        head = asking.head
        return ReviewSheetContent(
            bodies=tuple(filter(None, (abbreviated(head.parent_body).upper(), head.body.upper()))),
            place_and_date=place_and_date(head.place, paper_date(asking.on)),
            title=SHEET_TITLE,
            unit=asking.department(sheet),
            guidance=guidance(asking.asked(sheet)),
            lines=tuple(
                SheetLine(
                    said=tuple(row.cells.get(key, "") for key in _SAID),
                    is_mailbox=row.mailbox_id is not None,
                    mark=mark.row_text(row.id),
                )
                for row in sorted(rows, key=lambda one: one.position)
            ),
            mark=mark.text,
        )

    def _kept(self) -> dict[int, tuple[ReviewPaper, bytes]]:
        with self.desk.reading() as connection:
            found = Transaction(connection).find(ReviewPaper, review_id=self.review_id, role="sheet")
            wanted = {one.review_sheet_id: one for one in found}
            contents = contents_of(connection, list(wanted.values()))
        return {sheet.id: (wanted[sheet.id], contents[wanted[sheet.id].id]) for sheet in self.sheets}

    def _mail(self, sheet: ReviewSheet, file_name: str, content: bytes) -> bytes:
        asking = self.asking
        asked = asking.asked(sheet)
        mail = DraftMail(
            sender=asking.sender,
            to=asking.address(sheet),
            to_name=asking.department(sheet),
            subject=sheet_subject(asked),
            body=sheet_mail(asked, file_name=file_name, contact=asking.head.contact),
            attachments=(Attachment(file_name, content),),
        )
        return made_draft(mail, attachment_limits(asking.regulation, asking.on))

    def _written(self, folder: Path, name: str, content: bytes) -> str:
        """Write a file where it is not there yet; one the clerk has worked on stays."""
        if (folder / name).exists():
            return "Đã có trong thư mục"
        write_whole(folder / name, content)
        return "Đã lập"
