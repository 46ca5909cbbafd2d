"""A package's figures and its mailboxes tell the same: the figures balance, and their closing counts are those of the rows.

Counting figures is `operations.report_figures`; the merged report reads them from the packages taken (`operations.merged_figures`).
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.report_figures import KINDS, Figures
from govmail_desk.operations.report_events import EXISTING
from govmail_desk.wording import MAILBOX_KINDS

if TYPE_CHECKING:
    from govmail_desk.documents.desk_package import Contents


def refuse_figures(contents: Contents) -> None:
    """Refuse a package whose figures do not balance, are of other days than it says, or count other mailboxes than it lists."""
    manifest = contents.manifest
    if not manifest.period:
        return
    figures = Figures.from_plain(contents.figures).checked()
    if (figures.opening_on, figures.cut_off_on) != (manifest.opening_on, manifest.as_of_on):
        raise RuleBroken(
            f"Gói của {manifest.name} ghi số liệu của những ngày khác với kỳ đã ghi. Hãy xin đơn vị lập lại gói."
        )
    listed: Counter[str] = Counter(box.kind for box in contents.mailboxes if box.state in EXISTING)
    for kind in KINDS:
        told = figures.total(kind).closing
        if told != listed[kind]:
            raise RuleBroken(
                f"Gói của {manifest.name} không tự khớp: số liệu ghi {told} hộp thư {MAILBOX_KINDS[kind].lower()}, "
                f"danh sách có {listed[kind]}. Hãy xin đơn vị lập lại gói."
            )
