"""What was taken of an office before, and what a package says that does not go on from it.

Whose a package is, and what each of its rows becomes, is `operations.package_planning`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from govmail_desk.documents.desk_package import DeskPackage, Manifest
    from govmail_desk.domain.exchange import Office


class Earlier(NamedTuple):
    """A package of an office that was taken before."""

    sha256: str
    period: str
    opening_on: str | None
    as_of_on: str
    journal_seq: int
    journal_hash: str


def as_earlier(read: DeskPackage) -> Earlier:
    """Tell of a package what those after it are held against."""
    manifest = read.contents.manifest
    return Earlier(
        read.sha256,
        manifest.period,
        manifest.opening_on.isoformat() if manifest.opening_on else None,
        manifest.as_of_on.isoformat(),
        manifest.journal_seq,
        manifest.journal_hash,
    )


def overlaps(earlier: Sequence[Earlier], manifest: Manifest) -> Iterator[str]:
    """Say where a period was told before, or its days are reported twice."""
    if manifest.opening_on is None:
        return
    opening_on, as_of_on = manifest.opening_on.isoformat(), manifest.as_of_on.isoformat()
    newest = {one.period: one for one in earlier if one.period}
    if told := [(one.as_of_on, one.journal_seq) for one in earlier if one.period == manifest.period]:
        yield _of_two(manifest, max(told))
    for period, one in newest.items():
        if period != manifest.period and (one.opening_on or "") < as_of_on and opening_on < one.as_of_on:
            yield f"Kỳ {manifest.period} và kỳ {period} đã nhận có ngày trùng nhau: việc của những ngày ấy bị tính hai lần."


def _of_two(manifest: Manifest, newest: tuple[str, int]) -> str:
    """Say which package of a period a merged report takes: the one cut off last, of those the one made last."""
    if newest <= (manifest.as_of_on.isoformat(), manifest.journal_seq):
        return f"Kỳ {manifest.period} đã có gói; báo cáo tổng hợp lấy gói này thay gói trước."
    cut_off_on = date.fromisoformat(newest[0])
    return f"Kỳ {manifest.period} đã có gói chốt đến ngày {cut_off_on:%d/%m/%Y}; báo cáo tổng hợp vẫn lấy gói ấy."


def against(office: Office, earlier: Sequence[Earlier], manifest: Manifest) -> str:
    """Say what speaks against a package so much that a person has to decide; empty where nothing does."""
    if office.register_id and office.register_id != manifest.register_id:
        return f"Gói này từ một sổ khác với sổ mà {office.name} vẫn gửi (sổ lập lại, hoặc không phải của đơn vị)."
    if not earlier:
        return ""
    last = earlier[-1]  # of a register founded anew and accepted as such, the journal begins again
    if manifest.journal_seq < last.journal_seq:
        return (
            f"Gói này lập trước gói đã nhận (nhật ký của đơn vị mới tới mục {manifest.journal_seq}, gói đã nhận tới mục "
            f"{last.journal_seq})."
        )
    if manifest.journal_seq == last.journal_seq and manifest.journal_hash != last.journal_hash:
        return "Nhật ký của đơn vị không nối tiếp gói đã nhận: sổ có thể đã được khôi phục từ bản sao lưu."
    return ""
