"""What the file of a review holds, gathered from the register: plan, population, answers, reminders, decisions, requests with numbers.

Drawing it is `documents.review_evidence`; it is kept when the review ends (`operations.review_closing`), and may be made again later.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from govmail_desk.documents.review_evidence import Column, EvidenceContent, Table, evidence_pack
from govmail_desk.domain.letterhead import abbreviated
from govmail_desk.domain.paper_date import paper_date, place_and_date
from govmail_desk.domain.request import Request
from govmail_desk.domain.review import ReviewRow
from govmail_desk.operations.review_asking import Asking, contents_of
from govmail_desk.store.transaction import Transaction
from govmail_desk.wording import DECISIONS, ORPHANS, REQUEST_KINDS, REQUEST_STATES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from govmail_desk.desk import Desk
    from govmail_desk.domain.review import ReviewPaper, ReviewSheet

_OF_ROW: Final = ("address", "holder", "post", "state", "used", "look")
_KEPT: Final = ("sheet", "answer", "reminder")


class Evidence:
    """One review as its file tells it on a day."""

    def __init__(self, desk: Desk, review_id: int, on: date) -> None:
        self.asking = Asking(desk, review_id, on)
        self.made_by = desk.person
        with desk.reading() as connection:
            asked = Transaction(connection)
            self.rows = asked.find(ReviewRow, review_id=review_id)
            ids = sorted({row.request_id for row in self.rows if row.request_id is not None})
            self.requests: Mapping[int, Request] = asked.get_many(Request, ids)
            self.kept = [paper for paper in self.asking.papers if paper.role in _KEPT]
            self.contents = contents_of(connection, self.kept)
        self.by_sheet: Mapping[int, Sequence[ReviewRow]] = _by_sheet(self.rows)

    @property
    def unanswered(self) -> tuple[ReviewSheet, ...]:
        """The sheets not answered whole."""
        return tuple(one for one in self.asking.sheets if one.answered_on is None)

    def pack(self, reason: str) -> bytes:
        """Make the .zip; `reason` says why the review ends with departments that have not answered."""
        return evidence_pack(self._content(reason), list(self._list()), self._papers())

    def _content(self, reason: str) -> EvidenceContent:
        head, review = self.asking.head, self.asking.review
        return EvidenceContent(
            bodies=tuple(filter(None, (abbreviated(head.parent_body).upper(), head.body.upper()))),
            place_and_date=place_and_date(head.place, paper_date(self.asking.on)),
            title=review.title,
            facts=self._facts(),
            tables=(self._departments(), self._decisions(), self._asked()),
            remarks=self._remarks(reason),
            made_by=self.made_by,
        )

    def _facts(self) -> tuple[str, ...]:
        review, orphans = self.asking.review, Counter(row.orphan for row in self.rows if row.orphan)
        basis = self.asking.asked(self.asking.sheets[0]).basis
        held = f"Mở ngày {review.opened_on:%d/%m/%Y}, số liệu chốt đến ngày {review.as_of_on:%d/%m/%Y}, "
        held += f"trả lời trước hết ngày {review.answer_by_on:%d/%m/%Y}"
        under = "; ".join(filter(None, (f"theo {review.document}" if review.document else "", basis)))
        mailboxes = sum(row.mailbox_id is not None for row in self.rows)
        told = "; ".join(f"{ORPHANS[orphan].lower()}: {count}" for orphan, count in sorted(orphans.items()))
        return (
            f"{held}{f' ({under})' if under else ''}.",
            f"Phạm vi: {mailboxes} hộp thư và {len(self.rows) - mailboxes} người chưa có hộp thư, ở "
            f"{len(self.asking.sheets)} bộ phận{f'; trong đó {told}' if told else ''}.",
            f"Đã trả lời đủ: {len(self.asking.sheets) - len(self.unanswered)}/{len(self.asking.sheets)} bộ phận.",
        )

    def _departments(self) -> Table:
        columns = (
            Column("STT", 11, is_centred=True),
            Column("Bộ phận", 78),
            Column("Số dòng", 20, is_centred=True),
            Column("Gửi phiếu", 27, is_centred=True),
            Column("Nhắc", 52),
            Column("Trả lời", 27, is_centred=True),
            Column("Người trả lời", 37),
        )
        rows = [
            (
                str(sheet.position),
                self.asking.department(sheet),
                str(len(self.by_sheet.get(sheet.id, ()))),
                _day(sheet.sent_on),
                "; ".join(f"lần {one.turn}: {_day(one.on_date)}" for one in self.asking.reminders.get(sheet.id, ())),
                _day(sheet.answered_on) or self._partly(sheet),
                sheet.answered_by,
            )
            for sheet in self.asking.sheets
        ]
        return Table("Các bộ phận", columns, rows, "Không có bộ phận nào.")

    def _partly(self, sheet: ReviewSheet) -> str:
        rows = self.by_sheet.get(sheet.id, ())
        decided = sum(bool(row.decision) for row in rows)
        return f"{decided}/{len(rows)} dòng" if decided else "Chưa trả lời"

    def _decisions(self) -> Table:
        counts: Counter[str] = Counter(row.decision for row in self.rows)
        columns = (
            Column("Quyết định", 80),
            Column("Số dòng", 30, is_centred=True),
            Column("Đã lập đề nghị", 40, is_centred=True),
        )
        asked: Counter[str] = Counter(row.decision for row in self.rows if row.request_id is not None)
        rows = [
            (words, str(counts[key]), str(asked[key]) if key in {"change", "close", "create"} else "–")
            for key, words in DECISIONS.items()
            if counts[key]
        ]
        return Table("Quyết định", columns, rows, "Chưa có quyết định nào.")

    def _asked(self) -> Table:
        columns = (
            Column("Đề nghị", 60),
            Column("Số văn bản", 40, is_centred=True),
            Column("Ngày lập", 30, is_centred=True),
            Column("Số hộp thư", 30, is_centred=True),
            Column("Trạng thái", 50, is_centred=True),
        )
        rows = [
            (
                REQUEST_KINDS[one.kind],
                one.number or "chưa có số",
                _day(one.asked_on),
                str(sum(row.request_id == one.id for row in self.rows)),
                REQUEST_STATES[one.state_on(self.asking.on)],
            )
            for one in self.requests.values()
        ]
        return Table("Đề nghị lập từ rà soát", columns, rows, "Chưa lập đề nghị nào.")

    def _remarks(self, reason: str) -> tuple[str, ...]:
        late = ", ".join(self.asking.department(sheet) for sheet in self.unanswered)
        waiting = sum(row.request_id is None for row in self.rows if row.decision in {"change", "close", "create"})
        unknown = sum(row.decision == "unknown" for row in self.rows)
        told = (
            f"Chưa trả lời đủ: {late}. Lý do kết thúc: {reason}." if late else "",
            f"{waiting} quyết định thay đổi, hủy, cấp mới chưa lập đề nghị." if waiting else "",
            f"{unknown} dòng trả lời không rõ, cần xác minh tiếp." if unknown else "",
        )
        return tuple(one for one in told if one)

    def _list(self) -> list[Sequence[object]]:
        lines: list[Sequence[object]] = []
        for sheet in self.asking.sheets:
            for row in self.by_sheet.get(sheet.id, ()):
                said = (row.cells.get(key, "") for key in _OF_ROW)
                told = (DECISIONS[row.decision], row.note, self._request(row))
                lines.append((len(lines) + 1, self.asking.department(sheet), *said, *told))
        return lines

    def _request(self, row: ReviewRow) -> str:
        one = self.requests.get(row.request_id or 0)
        if one is None:
            return ""
        return f"{REQUEST_KINDS[one.kind]} {f'số {one.number}' if one.number else f'lập ngày {_day(one.asked_on)}'}"

    def _papers(self) -> dict[tuple[str, str], bytes]:
        return {(one.role, _unlike(one, self.kept)): self.contents[one.id] for one in self.kept}


def _by_sheet(rows: Sequence[ReviewRow]) -> dict[int, list[ReviewRow]]:
    found: dict[int, list[ReviewRow]] = defaultdict(list)
    for row in sorted(rows, key=lambda one: one.position):
        found[row.review_sheet_id].append(row)
    return found


def _unlike(paper: ReviewPaper, papers: Sequence[ReviewPaper]) -> str:
    """Tell papers of one name apart by their numbers: departments send back whatever name they like."""
    alike = [one for one in papers if one.role == paper.role and one.name.casefold() == paper.name.casefold()]
    return paper.name if len(alike) == 1 else f"{paper.id}-{paper.name}"


def _day(on: date | None) -> str:
    return f"{on:%d/%m/%Y}" if on is not None else ""
