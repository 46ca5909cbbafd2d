"""What the last sheet of a report's workbook says: which days, which articles, how figures were counted, where figures of use come from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.letterhead import numbered
from govmail_desk.domain.provision_words import in_words
from govmail_desk.domain.report_usage import UNKNOWN
from govmail_desk.operations.report_content import addressee_of
from govmail_desk.operations.report_dues import asking_rule

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.documents.report import ReportContent
    from govmail_desk.domain.report import Report
    from govmail_desk.domain.report_figures import Figures

_COUNTING: Final = (
    ("Hộp thư hiện có", "Hộp thư đang dùng, bị khóa hoặc tạm dừng vào cuối ngày chốt; hộp thư mới đề nghị chưa tính."),
    ("Tăng", "Cấp mới, đưa vào sổ (đã dùng từ trước, nay mới ghi) và chuyển đến từ đơn vị khác trong sổ."),
    ("Giảm", "Thu hồi và chuyển đi đơn vị khác trong sổ. Khóa, tạm dừng, mở lại không làm tăng, giảm."),
    ("Kiểm tra", "Đầu kỳ + tăng − giảm = cuối kỳ, tính riêng cho từng dòng; dòng nào lệch thì ghi KHÔNG KHỚP."),
    ("Nguồn", "Các việc có ngày trong sổ hộp thư, tính đến hết ngày chốt, kể cả việc ghi sổ muộn."),
)
_SOURCES: Final = {
    "chosen": "do đơn vị chọn",
    "regulation": "theo quy chế",
    "operator": "quy chế không nêu nơi nhận, ghi đơn vị quản lý, vận hành",
}


def notes_of(desk: Desk, report: Report, content: ReportContent) -> tuple[tuple[str, str], ...]:
    """Give what is noted, each with what is said of it."""
    return tuple(_notes(desk, report, content))


def _notes(desk: Desk, report: Report, content: ReportContent) -> Iterator[tuple[str, str]]:
    figures, duty, to = content.words.figures, asking_rule(desk, report), addressee_of(desk, report)
    yield "Đơn vị báo cáo", content.letter.body
    yield "Số báo cáo", numbered(content.letter.symbol, content.letter.number)
    yield "Nơi nhận", f"{to.name} ({_SOURCES[to.source]})"
    yield "Căn cứ", desk.regulation(report.cut_off_on).title
    said = f"{duty.cite or 'lựa chọn của đơn vị'}: {in_words(duty.value)}" if duty else "Quy chế không nêu báo cáo này"
    yield "Điều yêu cầu báo cáo", said
    if report.asked_by:
        yield "Văn bản yêu cầu", report.asked_by + (f", ngày {report.asked_on:%d/%m/%Y}" if report.asked_on else "")
    yield "Đầu kỳ", f"Hết ngày {figures.opening_on:%d/%m/%Y}"
    yield "Ngày chốt số liệu", f"Hết ngày {figures.cut_off_on:%d/%m/%Y}"
    if content.words.supplements is not None:
        yield "Bổ sung cho", content.words.supplements.told
    for office in figures.silent:
        yield "Chưa gửi số liệu", office.name
    yield from _COUNTING
    yield from _offices(figures)
    yield "Số liệu sử dụng", "Đơn vị nhập hoặc lấy từ bảng của nơi vận hành; chỗ không biết ghi “" + UNKNOWN + "”."


def _offices(figures: Figures) -> Iterator[tuple[str, str]]:
    """Say of a merged report whose packages it counts, each of which was cut off on its own unit's day."""
    sent = [office for office in figures.offices if not office.is_silent]
    if sent:
        yield (
            "Nguồn của các đơn vị",
            "Gói số liệu mới nhất của kỳ mà từng đơn vị đã gửi; danh sách hộp thư biến động nằm trong báo cáo của từng đơn vị.",
        )
    for office in sent:
        days = f"từ sau ngày {office.opening_on:%d/%m/%Y} đến hết ngày {office.cut_off_on:%d/%m/%Y}"
        yield "Số liệu của đơn vị", f"{office.name}: {days}"
