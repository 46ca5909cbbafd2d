"""The shelves of the page Báo cáo, in their order; each is a whole `Page`, imported only when it is first shown.

Here: the list. What shows one at a time is `gui.pages.reports`; another page leads to a shelf by `go_to.emit("reports/<key>", id)`.
"""

from __future__ import annotations

from typing import Final

from govmail_desk.gui.late import Late
from govmail_desk.gui.page_spec import PageSpec

SHELVES: Final[tuple[PageSpec, ...]] = (
    # reports (Báo cáo, icon report), usage (Số liệu sử dụng), reviews (Rà soát, icon review), directory (Danh bạ, icon directory),
    # offices (Các đơn vị, icon unit): each room adds its line, in this order, when its shelf stands
    PageSpec(
        key="reports",
        title="Báo cáo",
        icon="report",
        page=Late("govmail_desk.gui.shelves.reports:ReportsShelf"),
        acts=(
            ("draft", "Lập báo cáo"),
            ("papers", "Lập giấy tờ báo cáo"),
            ("usage", "Nhập số liệu sử dụng vào báo cáo"),
            ("remarks", "Viết nhận xét báo cáo"),
            ("send", "Ghi số và gửi báo cáo"),
            ("supplement", "Lập báo cáo bổ sung"),
            ("save", "Lưu giấy tờ báo cáo ra thư mục"),
        ),
    ),
    PageSpec(
        key="usage",
        title="Số liệu sử dụng",
        icon="clock",
        page=Late("govmail_desk.gui.shelves.usage:UsageShelf"),
        acts=(("import", "Nhập số liệu sử dụng"),),
    ),
    PageSpec(
        key="reviews",
        title="Rà soát",
        icon="review",
        page=Late("govmail_desk.gui.shelves.reviews:ReviewsShelf"),
        acts=(("open", "Mở đợt rà soát hộp thư"), ("take", "Nhận phiếu trả lời rà soát")),
    ),
    PageSpec(
        key="directory",
        title="Danh bạ",
        icon="directory",
        page=Late("govmail_desk.gui.shelves.directory:DirectoryShelf"),
        acts=(("publish", "Lập bản danh bạ mới"), ("save", "Lưu danh bạ ra tệp")),
    ),
    PageSpec(
        key="offices",
        title="Các đơn vị",
        icon="unit",
        page=Late("govmail_desk.gui.shelves.offices:OfficesShelf"),
        acts=(
            ("take", "Nhận gói của các đơn vị"),
            ("send", "Gửi gói của đơn vị"),
            ("chase", "Nhắc các đơn vị chậm gửi số liệu"),
            ("add", "Thêm đơn vị gửi gói"),
            ("list", "Nhập danh sách đơn vị gửi gói"),
        ),
    ),
)
