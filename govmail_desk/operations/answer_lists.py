"""An operator's table of results (.xlsx, .csv …) read against a request: each row's answer, or every row that is wrong, named.

What its columns mean is `domain.answer_columns`; recording the answers is `operations.request_answers`. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.answer_columns import AnswerColumns, find_columns, result_of
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.request import RequestRow
from govmail_desk.domain.vietnamese import clean
from govmail_desk.operations.mailboxes import checked_address
from govmail_desk.operations.request_answers import RowAnswer
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.desk import Desk
    from govmail_desk.documents.spreadsheet import Workbook
    from govmail_desk.domain.sheet import Row

MOST_TOLD: Final = 10
"""More wrong rows than these are only counted."""


@dataclass(frozen=True, slots=True)
class AnswerList:
    """What a table of results says of a request, by the place of its rows."""

    answers: Mapping[int, RowAnswer]
    unnamed: tuple[int, ...]
    """The rows it says nothing of, which an answer then grants as asked."""


def read_answers(desk: Desk, *, request_id: int, workbook: Workbook) -> AnswerList:
    """Read a table of results; rows are known by their place on the list, or by the address asked for, or by both.

    Raises `RuleBroken` for a file without such a table, and with every wrong row named: unknown or named twice, without a clear
    result, with an address no mail system takes, refused or granted otherwise without saying how.
    """
    found = find_columns(workbook.sheets)
    if found is None:
        raise RuleBroken(
            f"Tệp «{workbook.file_name}» không có bảng kết quả. Hãy để một hàng tiêu đề có STT hoặc Địa chỉ, Kết quả, "
            "Địa chỉ được cấp, Ghi chú."
        )
    reading = _Reading(desk, request_id, found)
    reading.read()
    if reading.wrong:
        raise RuleBroken(_told(workbook.file_name, reading.wrong))
    return AnswerList(reading.answers, tuple(sorted(reading.asked.keys() - reading.answers.keys())))


class _WrongRow(Exception):
    """One row that cannot be taken, with its reason."""


class _Reading:
    """One table under way: what was asked for, the answers found, the rows that are wrong."""

    def __init__(self, desk: Desk, request_id: int, found: AnswerColumns) -> None:
        with desk.reading() as connection:
            asked = Transaction(connection)
            rows = [row for row in asked.find(RequestRow, request_id=request_id) if row.result != "withdrawn"]
            mailboxes = asked.get_many(Mailbox, [row.mailbox_id for row in rows])
        self.found = found
        self.asked = {row.position: _addresses(row, mailboxes[row.mailbox_id]) for row in rows}
        self.places = {address: place for place, addresses in self.asked.items() for address in addresses}
        self.ordinals = {str(place): place for place in self.asked}
        self.answers: dict[int, RowAnswer] = {}
        self.wrong: list[str] = []

    def read(self) -> None:
        for row in self.found.rows:
            if self._says_nothing(row):
                continue
            try:
                self._take(row)
            except (_WrongRow, RuleBroken) as wrong:
                self.wrong.append(f"dòng {row.number}: {str(wrong).rstrip('.')}")

    def _says_nothing(self, row: Row) -> bool:
        """Blank rows, totals and the names of groups hold neither place nor address nor result."""
        ordinal, address = self.found.text(row, "ordinal"), self.found.text(row, "address")
        is_told = self.found.text(row, "result") or self.found.text(row, "given")
        return not is_told and not ordinal.isdigit() and "@" not in address

    def _take(self, row: Row) -> None:
        place = self._place(row)
        if place in self.answers:
            raise _WrongRow(f"STT {place} của đề nghị đã có kết quả ở một dòng trên")
        self.answers[place] = self._answer(row, self.asked[place])

    def _place(self, row: Row) -> int:
        ordinal, address = self.found.text(row, "ordinal"), clean(self.found.text(row, "address")).lower()
        by_address = self.places.get(address) if address else None
        by_ordinal = self.ordinals.get(ordinal.lstrip("0"))  # as text: a hostile file may hold a number of any length
        if by_address is not None and by_ordinal is not None and by_address != by_ordinal:
            raise _WrongRow(f"STT {ordinal} và địa chỉ {address} là hai dòng khác nhau của đề nghị")
        if address and by_address is None:
            raise _WrongRow(f"đề nghị không có địa chỉ “{address}”")
        if (place := by_address or by_ordinal) is None:
            raise _WrongRow(f"đề nghị không có STT “{ordinal}”" if ordinal else "thiếu STT và địa chỉ")
        return place

    def _answer(self, row: Row, asked: Sequence[str]) -> RowAnswer:
        said, note = self.found.text(row, "result"), clean(self.found.text(row, "note"))
        given = self.found.text(row, "given")
        address = checked_address(given) if given else ""
        if not said and not given:
            raise _WrongRow("chưa ghi kết quả")
        result = result_of(said) if said else "granted"
        if result is None:
            raise _WrongRow(f"kết quả “{clean(said)}” chưa rõ; hãy ghi Được cấp, Khác đề nghị hoặc Từ chối")
        if result == "refused":
            return RowAnswer(result, note=note or _missing("bị từ chối mà chưa ghi lý do ở cột Ghi chú"))
        if result == "granted" and address in {"", asked[0]}:
            return RowAnswer(result, note=note)
        return RowAnswer(
            "otherwise",
            address,
            note if address or note else _missing("khác đề nghị mà chưa ghi địa chỉ được cấp hay ghi chú"),
        )


def _addresses(row: RequestRow, mailbox: Mailbox) -> tuple[str, ...]:
    """The address asked for, and the one the mailbox has now where that is another."""
    wanted = str(row.wanted.get("address") or mailbox.address)
    return tuple(dict.fromkeys((wanted, mailbox.address)))


def _missing(what: str) -> str:
    raise _WrongRow(what)


def _told(file_name: str, wrong: Sequence[str]) -> str:
    rest = f"; và {len(wrong) - MOST_TOLD} dòng nữa" if len(wrong) > MOST_TOLD else ""
    return (
        f"Bảng kết quả «{file_name}» chưa ghi vào sổ vì {len(wrong)} dòng chưa đúng: "
        f"{'; '.join(wrong[:MOST_TOLD])}{rest}. Hãy sửa các dòng ấy rồi nhập lại."
    )
