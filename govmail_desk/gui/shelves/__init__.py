"""The shelves of the page Báo cáo, in their order; each is a whole `Page`, imported only when it is first shown.

Here: the list. What shows one at a time is `gui.pages.reports`; another page leads to a shelf by `go_to.emit("reports/<key>", id)`.
"""

from __future__ import annotations

from typing import Final

from govmail_desk.gui.page_spec import PageSpec

SHELVES: Final[tuple[PageSpec, ...]] = (
    # reports (Báo cáo, icon report), usage (Số liệu sử dụng), reviews (Rà soát, icon review), directory (Danh bạ, icon directory),
    # offices (Các đơn vị, icon unit): each room adds its line, in this order, when its shelf stands
)
