"""What a report on mailboxes says in words: its subject, its three parts, its closing sentence.

Neither NĐ 30/2020 (Mẫu 1.4 gives the layout) nor any regulation prints a sample of this report, so the wording is ours; the three parts are
those real ones have. The tables are `domain.report_tables`, filling the form `documents.report`, reading the register
`operations.report_content`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from govmail_desk.domain.letterhead import ROOM_FOR_NUMBER
from govmail_desk.domain.paper_date import paper_date
from govmail_desk.domain.report_tables import FLOW_WORDS, counted, unit_name
from govmail_desk.domain.report_usage import NOTE_LABELS, RATES, UNKNOWN

if TYPE_CHECKING:
    from datetime import date

    from govmail_desk.domain.report_figures import ChangeLine, Figures, Flow

SYMBOL: Final = "BC"
"""The decree's abbreviation of this kind of paper (NĐ 30/2020, PL III, I)."""
ABOUT: Final = "tình hình sử dụng hộp thư điện tử công vụ"
REMARKS: Final[Mapping[str, str]] = {"assessment": "Đánh giá", "proposal": "Kiến nghị"}
"""What the clerk writes in the third part, by its place in `Report.remarks`."""
ADDRESSEE: Final = "addressee"
"""Where `Report.remarks` keeps whom the report goes to, where the clerk chose another."""
NO_REMARKS: Final = "Đơn vị không có đánh giá, kiến nghị thêm trong kỳ báo cáo."
MOST_UNITS_TOLD: Final = 12
"""More units with changes than this are told by their number; the appendix names each."""
_DEEDS: Final[tuple[Flow, ...]] = ("changed", "reset", "locked", "suspended", "reopened")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWords:
    """A report as its letter tells it."""

    body: str
    """Who reports."""
    period: str
    """`quý IV năm 2026`."""
    about: str = ABOUT
    """What the regulation asks the report to be about, in its own words."""
    article: str = ""
    """`khoản 2 Điều 14 Quy chế ban hành kèm theo …`; empty where no article asks for a report."""
    asked_by: str = ""
    """The letter that asks for it: number and issuer."""
    asked_on: date | None = None
    figures: Figures
    usage: Mapping[str, Any] = field(default_factory=dict)
    remarks: Mapping[str, str] = field(default_factory=dict)
    supplements: Supplemented | None = None
    is_list_on_paper: bool = True
    """False where so many names changed that their list stands in the workbook alone."""


@dataclass(frozen=True, slots=True)
class Supplemented:
    """The report that one sent later supplements, and the figures it told."""

    number: str
    sent_on: date | None
    figures: Figures

    @property
    def told(self) -> str:
        """Name it: `Báo cáo số 12/BC-STTTT ngày 05 tháng 12 năm 2026`."""
        on = f" {paper_date(self.sent_on)}" if self.sent_on else ""
        return f"Báo cáo số {self.number or ROOM_FOR_NUMBER}{on}"


def symbol(unit_symbol: str) -> str:
    """Write what follows the number of a report: `BC-STTTT` for a unit whose letters bear `STTTT-VP`."""
    return f"{SYMBOL}-{unit_symbol.partition('-')[0].strip()}"


def subject(words: ReportWords) -> str:
    """Write what stands under `BÁO CÁO`."""
    if words.supplements is not None:
        return f"Bổ sung {words.supplements.told} về {ABOUT} {words.period}"
    return f"{ABOUT[0].upper()}{ABOUT[1:]} {words.period}"


def opening_words(words: ReportWords) -> tuple[str, ...]:
    """Say why the report is made, of which days, and up to which day figures were counted."""
    asked_on = f" {paper_date(words.asked_on)}" if words.asked_on else ""
    asked = f"{words.asked_by}{asked_on}" if words.asked_by else ""
    why = " và ".join(filter(None, (words.article, asked)))
    begins = f"Thực hiện {why}, {words.body}" if why else words.body
    does = f"báo cáo bổ sung {words.supplements.told}," if words.supplements is not None else "báo cáo"
    cut_off = words.figures.cut_off_on
    return (
        f"{begins} {does} {words.about} {words.period} như sau:",
        f"Số liệu chốt đến {paper_date(cut_off)}, tính tiếp từ sau {paper_date(words.figures.opening_on)}.",
    )


def general(words: ReportWords) -> tuple[str, ...]:
    """The first part: how many mailboxes, people with one, how they are used; what is not known is said so."""
    figures = words.figures
    whole, units, people = figures.total(), figures.total("unit"), figures.total("personal")
    holding = figures.people_with_mailbox_count
    return (
        f"- Số hộp thư hiện có: {counted(whole.closing)}, gồm {counted(units.closing)} hộp thư đơn vị và "
        f"{counted(people.closing)} hộp thư cá nhân.",
        f"- Số người đang làm việc: {counted(figures.people_count)}; có hộp thư cá nhân: "
        f"{_share(words.usage.get('staff_count') if holding is None else holding, figures.people_count)}.",
        *_used(words.usage),
    )


def results(words: ReportWords) -> tuple[str, ...]:
    """The second part, before its table: the balance, and what a supplement tells otherwise."""
    whole = words.figures.total()
    balance = (
        f"1. Biến động số lượng: đầu kỳ {counted(whole.opening)} hộp thư, tăng {counted(whole.came_in)}, giảm {counted(whole.went_out)}, "
        f"cuối kỳ {counted(whole.closing)} hộp thư ({counted(whole.opening)} + {counted(whole.came_in)} − {counted(whole.went_out)} "
        f"= {counted(whole.closing)})."
    )
    return (*_differences(words), balance)


def by_unit(words: ReportWords) -> tuple[str, ...]:
    """The second part, after its table: units with changes, what else happened, the offices that sent nothing."""
    lines = [line for line in words.figures.lines if line.came_in or line.went_out]
    return (
        "2. Theo đơn vị: " + _units_told(words.figures, lines),
        "3. Việc khác trong kỳ: " + _deeds_told(words.figures),
        *_silent(words.figures),
    )


def assessment(words: ReportWords) -> tuple[str, ...]:
    """The third part: what the clerk wrote, or that there is nothing to add."""
    written = [
        line.strip()
        for key, name in REMARKS.items()
        for line in _headed(name, words.remarks.get(key, ""))
        if line.strip()
    ]
    return tuple(written) or (NO_REMARKS,)


def closing(words: ReportWords) -> str:
    """The last sentence, naming the appendices."""
    if not words.figures.names:
        with_it = "Phụ lục kèm theo"
    elif words.is_list_on_paper:
        with_it = "Phụ lục I, Phụ lục II kèm theo"
    else:
        with_it = f"Phụ lục kèm theo; danh sách {counted(len(words.figures.names))} trường hợp ở Bảng số liệu gửi cùng"
    return f"Trên đây là báo cáo {ABOUT} {words.period} của {words.body} (chi tiết tại {with_it})."


def _share(part: int | None, whole: int | None) -> str:
    told = counted(part)
    if part is None or not whole:
        return told
    return f"{told} ({f'{part / whole * 100:.1f}'.removesuffix('.0').replace('.', ',')}%)"


def _used(usage: Mapping[str, Any]) -> Iterator[str]:
    yield (
        f"- Số hộp thư đã kích hoạt: {counted(usage.get('activated_count'))}; tỷ lệ kích hoạt: "
        f"{RATES['activated_rate'].words(usage)}."
    )
    yield (
        f"- Số hộp thư sử dụng thường xuyên: {counted(usage.get('used_count'))}; tỷ lệ sử dụng: "
        f"{RATES['used_rate'].words(usage)}."
    )
    yield f"- Số thư gửi: {counted(usage.get('sent_count'))}; số thư nhận: {counted(usage.get('received_count'))}."
    note = str(usage.get("violation_note") or "").strip().rstrip(".")
    yield f"- {NOTE_LABELS['violation_note']}: {note or UNKNOWN}."


def _units_told(figures: Figures, lines: list[ChangeLine]) -> str:
    units: dict[str, list[ChangeLine]] = {}
    for line in lines:
        units.setdefault(unit_name(line, figures), []).append(line)
    if not units:
        return "không đơn vị nào có hộp thư tăng hoặc giảm."
    if len(units) > MOST_UNITS_TOLD:
        return f"{counted(len(units))} đơn vị có hộp thư tăng hoặc giảm, nêu tại Phụ lục."
    return "; ".join(f"{name} {_moved(of)}" for name, of in units.items()) + "."


def _moved(lines: list[ChangeLine]) -> str:
    came, went = sum(line.came_in for line in lines), sum(line.went_out for line in lines)
    return ", ".join(f"{word} {counted(count)}" for word, count in (("tăng", came), ("giảm", went)) if count)


def _deeds_told(figures: Figures) -> str:
    whole = figures.total()
    told = [f"{FLOW_WORDS[flow].lower()} {counted(getattr(whole, flow))}" for flow in _DEEDS if getattr(whole, flow)]
    return (", ".join(told) if told else "không có thay đổi, cấp lại mật khẩu, khóa hay mở lại hộp thư") + "."


def _silent(figures: Figures) -> Iterator[str]:
    if figures.silent:
        names = "; ".join(office.name for office in figures.silent)
        yield f"4. Đơn vị chưa gửi số liệu, nên chưa tính trong báo cáo này: {names}."


def _differences(words: ReportWords) -> Iterator[str]:
    if words.supplements is None:
        return
    before, now = words.supplements.figures.total(), words.figures.total()
    deeds: dict[str, str] = {flow: name.lower() for flow, name in FLOW_WORDS.items()}
    names = {"opening": "đầu kỳ"} | deeds | {"closing": "cuối kỳ"}
    told = [
        f"{name} {counted(getattr(before, key))} nay là {counted(getattr(now, key))}"
        for key, name in names.items()
        if getattr(before, key) != getattr(now, key)
    ]
    said = "; ".join(told) if told else "các số tổng không đổi, chi tiết theo đơn vị nêu tại Phụ lục"
    yield f"So với {words.supplements.told}: {said}."


def _headed(name: str, text: str) -> Iterator[str]:
    lines = [line for line in text.splitlines() if line.strip()]
    if lines:
        yield f"{name}: {lines[0].strip()}"
        yield from lines[1:]
