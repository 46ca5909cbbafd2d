"""What the yearly list of incidents says of a register: each incident with who was told when, how long it took and what was learnt.

The incidents themselves are `listings.incidents`; how the list looks `documents.incident_list`, writing it `operations.incident_lists`.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from govmail_desk.documents.incident_list import IncidentLine, IncidentList
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.incident_duties import PASSED
from govmail_desk.domain.letterhead import signature
from govmail_desk.domain.paper_date import paper_date, place_and_date
from govmail_desk.domain.settings import Letterhead, Signer
from govmail_desk.listings import incidents, settings
from govmail_desk.wording import INCIDENT_KINDS, INCIDENT_WAYS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govmail_desk.desk import Desk
    from govmail_desk.domain.incident import Incident, IncidentNotice
    from govmail_desk.listings.incidents import IncidentRow

_FACT: Final = "Phát hiện bí mật nhà nước trong hộp thư (không ghi nội dung)"


def year_list(desk: Desk, *, year: int) -> IncidentList:
    """Return the list of a year. Raises `RuleBroken` where nothing happened in it and where the letterhead is missing."""
    found, today = incidents.of_year(desk, year), desk.today()
    if not found:
        raise RuleBroken(f"Năm {year} không có sự cố nào trong sổ. Hãy chọn năm khác.")
    head = desk.valid(Letterhead, today)
    if head is None:
        raise RuleBroken("Chưa có thể thức văn bản của đơn vị. Hãy điền ở trang Thiết lập, mục Thể thức văn bản.")
    signers = settings.signers(desk, today)
    signed = signature(signers[0] if signers else Signer(full_name="", post="Thủ trưởng đơn vị"))
    return IncidentList(
        parent_body=head.parent_body,
        body=head.body,
        place_and_date=place_and_date(head.place, paper_date(today)),
        year=year,
        total=_total([one for one, _, _ in found]),
        lines=tuple(_line(*one) for one in found),
        made_by=desk.person,
        signing=signed.lines,
        signer=signed.name,
    )


def duration(one: Incident) -> str:
    """Say how long an incident took, in calendar days."""
    if one.closed_on is None:
        return "đang xử lý"
    days = (one.closed_on - one.happened_on).days
    return f"xong ngày {one.closed_on:%d/%m/%Y} ({f'sau {days} ngày' if days else 'trong ngày'})"


def _total(found: Sequence[Incident]) -> str:
    kinds: Counter[str] = Counter(one.kind for one in found)
    told = "; ".join(f"{words.lower()}: {kinds[kind]}" for kind, words in INCIDENT_KINDS.items() if kinds[kind])
    open_count = sum(one.state == "open" for one in found)
    return f"Tổng số: {len(found)} sự cố ({told}). Đã xong: {len(found) - open_count}; đang xử lý: {open_count}."


def _line(one: Incident, row: IncidentRow, notices: Sequence[IncidentNotice]) -> IncidentLine:
    happened = _FACT if one.kind == "secret" else "; ".join(one.content.splitlines())
    took = duration(one)
    return IncidentLine(
        found=f"{one.happened_at} {one.happened_on:%d/%m/%Y}".strip(),
        kind=INCIDENT_KINDS[one.kind],
        mailbox=row.address,
        happened=f"{happened}. Người phát hiện: {one.found_by}".replace("..", "."),
        told=tuple(_told(notices)),
        measures="\n".join((*one.measures.splitlines(), f"{took[:1].upper()}{took[1:]}")),
        lessons=one.lessons,
    )


def _told(notices: Sequence[IncidentNotice]) -> Iterator[str]:
    for notice in notices:
        if notice.way == PASSED:
            yield f"- Không phải báo {notice.told}: {notice.note}"
            continue
        at = f"{notice.at_time} " if notice.at_time else ""
        how = ", ".join(filter(None, (INCIDENT_WAYS[notice.way].lower() if notice.way else "", _number(notice))))
        yield f"- {notice.told[:1].upper()}{notice.told[1:]}: {at}{notice.on_date:%d/%m/%Y}" + (
            f" ({how})" if how else ""
        )


def _number(notice: IncidentNotice) -> str:
    return f"số {notice.number}" if notice.number else ""
