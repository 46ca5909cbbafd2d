"""What a clerk should know of a planned report, in sentences: where its opening comes from, what it cannot tell, what came late.

The plan is `operations.report_plan`; what the report itself says is `domain.report_text`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.report_period import read_period

if TYPE_CHECKING:
    from govmail_desk.domain.provision import Provision, ReportDuty
    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.domain.report import Report
    from govmail_desk.domain.report_figures import Figures
    from govmail_desk.operations.report_lateness import Lateness

_LENGTHS: Final = {"quarter": "quý", "half-year": "06 tháng", "year": "năm"}


def remarks(
    report: Report,
    figures: Figures,
    before: Report | None,
    late: Lateness,
    *,
    regulation: Regulation,
    provision: Provision[ReportDuty] | None,
) -> tuple[str, ...]:
    """Say all there is to know of a plan, the most common first."""
    return (
        _opening(report, before),
        *_days(report),
        *_asked(report, regulation, provision),
        *_nothing_known(figures),
        *_taken_in(figures),
        *_silent(figures),
        *_late(before, late),
    )


def supplements(first: Report, late: Lateness) -> str:
    """Say what a supplement is for."""
    return (
        f"Bổ sung cho báo cáo số {first.number} ngày {first.sent_on:%d/%m/%Y}: "
        f"{len(late.differences)} số liệu khác với khi gửi."
    )


def _opening(report: Report, before: Report | None) -> str:
    on = f"{report.opening_on:%d/%m/%Y}"
    if before is None:
        length = _LENGTHS[read_period(report.period).kind]
        return f"Chưa có báo cáo {length} nào trước kỳ này nên số đầu kỳ tính đến hết ngày {on}, ngay trước kỳ báo cáo."
    if before.state == "draft":
        return f"Số đầu kỳ tính đến hết ngày {on}, ngày chốt của báo cáo {_period(before)}; báo cáo ấy còn là dự thảo."
    return f"Số đầu kỳ tính đến hết ngày {on}, ngày chốt của báo cáo {_period(before)} số {before.number}."


def _days(report: Report) -> Iterator[str]:
    if report.due_on is not None and report.cut_off_on < min(report.due_on, read_period(report.period).last_on):
        yield (
            f"Hạn gửi là {report.due_on:%d/%m/%Y}; số liệu mới chốt đến hết ngày {report.cut_off_on:%d/%m/%Y}. "
            "Lập lại khi tới hạn thì số liệu được đưa lên đến ngày đó."
        )


def _asked(report: Report, regulation: Regulation, provision: Provision[ReportDuty] | None) -> Iterator[str]:
    if report.asked_by and report.due_on is not None:
        instead = ", thay cho ngày trong quy định" if provision is not None and provision.value.due is not None else ""
        yield f"Hạn {report.due_on:%d/%m/%Y} theo văn bản {report.asked_by}{instead}."
    if provision is None and not report.asked_by:
        yield f"{regulation.short_name} không nêu báo cáo này; hãy ghi văn bản yêu cầu nếu có."


def _nothing_known(figures: Figures) -> Iterator[str]:
    if figures.total().is_empty:
        yield (
            f"Đến hết ngày {figures.cut_off_on:%d/%m/%Y} sổ chưa ghi hộp thư nào nên mọi số liệu là 0. "
            "Nếu khi ấy đơn vị đã có hộp thư, hãy ghi ngày cấp của hộp thư rồi lập lại."
        )


def _taken_in(figures: Figures) -> Iterator[str]:
    if count := figures.total().taken_in:
        yield (
            f"{count} hộp thư đã dùng từ trước khi vào sổ được tính là “đưa vào sổ” từ ngày vào sổ, không tính là cấp mới. "
            "Ghi ngày cấp của hộp thư nào thì hộp thư đó được tính theo ngày ấy."
        )


def _silent(figures: Figures) -> Iterator[str]:
    if figures.silent:
        named = ", ".join(office.name for office in figures.silent)
        yield f"{len(figures.silent)} đơn vị chưa gửi số liệu kỳ này, không được tính: {named}."


def _late(before: Report | None, late: Lateness) -> Iterator[str]:
    if before is not None and not late.is_empty:
        yield (
            f"Có {len(late.differences)} số liệu của báo cáo {_period(before)} số {before.number} nay đã khác vì được ghi muộn. "
            "Báo cáo đã gửi không đổi; hãy xem và lập báo cáo bổ sung nếu cần."
        )


def _period(report: Report) -> str:
    return read_period(report.period).words
