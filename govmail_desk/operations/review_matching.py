"""An answer held against the sheet it answers: which sheet it is, which row each of its rows is, and what came of each.

Taking it in is `operations.review_answers`; the marks are `domain.review_mark`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from sqlalchemy import select

from govmail_desk.documents.review_answer import SaidRow, SaidSheet, read_review_answer
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.review import Review, ReviewRow, ReviewSheet
from govmail_desk.domain.review_mark import SheetMark, read_row_mark
from govmail_desk.domain.review_text import department_name
from govmail_desk.domain.review_words import decision_of, offered
from govmail_desk.domain.secrecy import holds_password
from govmail_desk.domain.unit import Unit, UnitName, names_on
from govmail_desk.domain.vietnamese import search_key
from govmail_desk.operations.review_asking import register_mark
from govmail_desk.store.bulk import plain_rows
from govmail_desk.store.tables import mailbox
from govmail_desk.store.transaction import Transaction
from govmail_desk.wording import DECISIONS

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from govmail_desk.documents.spreadsheet import Workbook
    from govmail_desk.domain.review import Decision

Outcome = Literal["new", "changed", "same", "unsaid", "look", "added"]
"""First answered, another answer than before, the same, no answer yet, needs a look, a row the sheet never had."""

OUTCOMES: Final[dict[Outcome, str]] = {
    "new": "Mới",
    "changed": "Khác lần trước",
    "same": "Như lần trước",
    "unsaid": "Chưa trả lời",
    "look": "Cần xem",
    "added": "Dòng thêm",
}
_LOST: Final = "Phiếu trả lời không còn dòng này"
_TWICE: Final = "Phiếu trả lời có hai dòng cùng về dòng này"
_GONE: Final = "Hộp thư đã đóng sau khi mở đợt rà soát"
_ADDED: Final = (
    "Dòng này không có trong phiếu gửi đi. Hãy thêm người hoặc hộp thư vào sổ trước; chưa ghi gì từ dòng này"
)
_ASKED: Final = "Đã có đề nghị lập từ quyết định cũ “{}”"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLine:
    """One row of a sheet with what the file says of it; or a row of the file that the sheet never had."""

    row: ReviewRow | None
    place: int
    """Its place on the sheet, or its row in the file where the sheet never had it."""
    what: str
    """The address, or the person."""
    said: str
    """The decision as it is written."""
    decision: Decision = ""
    note: str = ""
    outcome: Outcome
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meant:
    """Which sheet a file answers, and what is odd about it."""

    review: Review
    sheet: ReviewSheet
    department: str
    said: SaidSheet
    remarks: tuple[str, ...]


def sheet_meant(connection: Connection, book: Workbook, sheet_id: int | None) -> Meant:
    """Find the sheet a file answers; raises `RuleBroken` where it is none, another register's, or does not tell."""
    said = read_review_answer(book)
    if said is None:
        raise RuleBroken(
            f"Tệp «{book.file_name}» không phải phiếu rà soát: không thấy cột Địa chỉ hộp thư và Quyết định. Hãy chọn tệp khác."
        )
    asked = Transaction(connection)
    mark = said.mark
    if mark is not None and mark.register != SheetMark.of(register_mark(connection), 0, 0).register:
        raise RuleBroken(f"Tệp «{book.file_name}» là phiếu của một sổ khác. Hãy mở sổ đã gửi phiếu ấy rồi nhận.")
    sheet = _sheet(asked, mark, sheet_id, book.file_name)
    review = asked.get(Review, sheet.review_id)
    names = names_on(asked.find(UnitName, unit_id=sheet.unit_id), review.as_of_on)
    is_own = asked.get(Unit, sheet.unit_id).is_own
    department = department_name(names.get(sheet.unit_id, ""), is_own=is_own)
    remarks = () if mark is not None else (_without_mark(is_edited=said.is_mark_edited),)
    return Meant(review, sheet, department, said, remarks)


def _sheet(asked: Transaction, mark: SheetMark | None, sheet_id: int | None, name: str) -> ReviewSheet:
    wanted = mark.sheet_id if mark is not None else sheet_id
    if wanted is None:
        raise UnknownSheet(
            f"Không biết tệp «{name}» trả lời cho bộ phận nào vì dấu của phiếu đã mất hoặc bị sửa. Hãy chọn bộ phận rồi đọc lại."
        )
    found = asked.find(ReviewSheet, id=wanted)
    if not found or (mark is not None and found[0].review_id != mark.review_id):
        raise RuleBroken(
            f"Tệp «{name}» trả lời một đợt rà soát không còn trong sổ, có thể đã hoàn tác. Hãy gửi lại phiếu."
        )
    if sheet_id is not None and found[0].id != sheet_id:
        raise RuleBroken(
            f"Tệp «{name}» là phiếu của bộ phận khác với bộ phận đang chọn. Hãy bỏ chọn bộ phận rồi đọc lại."
        )
    return found[0]


class UnknownSheet(RuleBroken):
    """The file is a sheet of a review, but neither its mark nor the clerk says of which department."""


def _without_mark(*, is_edited: bool) -> str:
    how = "đã bị sửa" if is_edited else "đã mất"
    return f"Dấu của phiếu {how}; các dòng được nhận ra theo địa chỉ hoặc tên, hãy xem kỹ"


class Matching:
    """The rows of one sheet, and how rows of a file are known to be them: by mark, else by address, else by name."""

    def __init__(self, connection: Connection, sheet: ReviewSheet) -> None:
        self.rows = Transaction(connection).find(ReviewRow, review_sheet_id=sheet.id)
        self.rows.sort(key=lambda row: row.position)
        self.mark = SheetMark.of(register_mark(connection), sheet.review_id, sheet.id)
        self.closed = _closed(connection, self.rows)
        self._by_id = {row.id: row for row in self.rows}
        self._by_address = {row.cells["address"].lower(): row for row in self.rows if row.cells.get("address")}
        self._by_name = _alone(self.rows)
        self.are_reordered = False

    def row_of(self, said: SaidRow) -> ReviewRow | None:
        """Say which row of the sheet a row of the file is; None for one it never had.

        The address comes before the mark: a table sorted without its hidden column takes decisions along with addresses.
        """
        named = self._by_address.get(said.address) if said.address else self._by_name.get(search_key(said.holder))
        return named or self._by_id.get(self.marked(said) or 0)

    def marked(self, said: SaidRow) -> int | None:
        """Read the number of the row that a row's mark names."""
        return read_row_mark(said.mark, self.mark) if said.mark else None

    def remarks(self, lines: Sequence[AnswerLine]) -> tuple[str, ...]:
        """Say what is odd about the rows as a whole."""
        added = sum(line.outcome == "added" for line in lines)
        lost = sum(_LOST in line.remarks for line in lines)
        told = (
            "Các dòng đã đổi thứ tự; vẫn nhận đúng từng dòng theo dấu" if self.are_reordered else "",
            f"{added} dòng được thêm vào phiếu" if added else "",
            f"{lost} dòng bị bỏ khỏi phiếu" if lost else "",
        )
        return tuple(one for one in told if one)


def answer_lines(found: Matching, said: SaidSheet) -> tuple[AnswerLine, ...]:
    """Say of each row of the sheet what the file answers, then name the rows the sheet never had."""
    told: dict[int, list[SaidRow]] = {}
    strangers: list[SaidRow] = []
    order: list[int] = []
    for one in said.rows:
        row = found.row_of(one)
        if row is None:
            strangers.append(one)
        else:
            told.setdefault(row.id, []).append(one)
            order.append(row.position)
    found.are_reordered = order != sorted(order)
    lines = [_line(row, told.get(row.id, []), found) for row in found.rows]
    return (*lines, *map(_stranger, strangers))


def _line(row: ReviewRow, said: Sequence[SaidRow], found: Matching) -> AnswerLine:
    what = row.cells.get("address") or row.cells.get("holder", "")
    if not said or len({(one.decision, one.note) for one in said}) > 1:
        outcome: Outcome = "look" if said else "unsaid"
        odd = _TWICE if said else _LOST
        return AnswerLine(row=row, place=row.position, what=what, said="", outcome=outcome, remarks=(odd,))
    one = said[0]
    decision = decision_of(one.decision)
    remarks = tuple(_remarks(row, one, decision, found))
    is_odd = decision is None or (bool(decision) and decision not in offered(is_mailbox=row.mailbox_id is not None))
    is_stuck = row.request_id is not None and decision not in {"", row.decision}
    is_other = bool(one.address) and one.address != row.cells.get("address", "").lower()
    needs_look = is_odd or is_stuck or is_other or holds_password(one.note)
    return AnswerLine(
        row=row,
        place=row.position,
        what=what,
        said=one.decision,
        decision=decision or "",
        note="" if holds_password(one.note) else one.note,
        outcome="look" if needs_look else _outcome(row, decision or "", one.note),
        remarks=remarks,
    )


def _outcome(row: ReviewRow, decision: Decision, note: str) -> Outcome:
    if not decision:
        return "unsaid"
    if not row.decision:
        return "new"
    return "same" if (decision, note) == (row.decision, row.note) else "changed"


def _remarks(row: ReviewRow, said: SaidRow, decision: Decision | None, found: Matching) -> list[str]:
    is_mailbox = row.mailbox_id is not None
    told: list[str] = []
    if decision is None:
        told.append(f"Chưa rõ “{said.decision}” là quyết định nào")
    elif decision and decision not in offered(is_mailbox=is_mailbox):
        told.append(
            f"“{DECISIONS[decision]}” không hợp với {'hộp thư đang có' if is_mailbox else 'người chưa có hộp thư'}"
        )
    if holds_password(said.note):
        told.append("Ghi chú có vẻ chứa mật khẩu nên không nhận ghi chú này")
    if row.decision and decision and decision != row.decision:
        told.append(f"Lần trước trả lời: {DECISIONS[row.decision]}")
    if row.request_id is not None and decision not in {"", row.decision}:
        told.append(_ASKED.format(DECISIONS[row.decision]))
    if row.mailbox_id in found.closed:
        told.append(_GONE)
    if said.address and said.address != row.cells.get("address", "").lower():
        told.append(f"Địa chỉ trong phiếu trả lời đã đổi thành {said.address}")
    elif said.mark and found.marked(said) != row.id:
        told.append("Dấu của dòng bị sửa hoặc lệch dòng; nhận theo địa chỉ hoặc tên")
    return told


def _stranger(said: SaidRow) -> AnswerLine:
    what = said.address or said.holder or "?"
    return AnswerLine(
        row=None, place=said.number, what=what, said=said.decision, note="", outcome="added", remarks=(_ADDED,)
    )


def _closed(connection: Connection, rows: Sequence[ReviewRow]) -> frozenset[int]:
    """Find the mailboxes of a sheet that were closed since."""
    ids = [row.mailbox_id for row in rows if row.mailbox_id is not None]
    found: set[int] = set()
    for start in range(0, len(ids), 500):
        wanted = mailbox.c.id.in_(ids[start : start + 500])
        query = select(mailbox.c.id).where(wanted, mailbox.c.state == "closed")
        found.update(told[0] for told in plain_rows(connection, query))
    return frozenset(found)


def _alone(rows: Sequence[ReviewRow]) -> dict[str, ReviewRow]:
    """Find people without a mailbox by their names; of two of one name nobody can say which is meant."""
    people = [(search_key(row.cells.get("holder", "")), row) for row in rows if row.mailbox_id is None]
    counts = Counter(name for name, _ in people)
    return {name: row for name, row in people if name and counts[name] == 1}
