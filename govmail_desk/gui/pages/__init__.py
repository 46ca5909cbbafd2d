"""The pages of the window, in the order of the rail; each is imported only when it is first shown.

Here: the list. A page's module holds one `Page` (`gui.page`) and knows no other page.
"""

from __future__ import annotations

from typing import Final

from govmail_desk.gui.late import Late
from govmail_desk.gui.page_spec import PageSpec
from govmail_desk.gui.sections import SECTIONS
from govmail_desk.gui.shelves import SHELVES

PAGES: Final = (
    PageSpec(
        key="today",
        title="Hôm nay",
        icon="today",
        page=Late("govmail_desk.gui.pages.today:TodayPage"),
        acts=(("calendar", "Xuất lịch .ics các việc đến hạn"), ("card", "Thẻ mật khẩu: quy định về mật khẩu")),
    ),
    PageSpec(
        key="mailboxes",
        title="Hộp thư",
        icon="mailbox",
        page=Late("govmail_desk.gui.pages.mailboxes:MailboxesPage"),
        acts=(("import", "Nhập danh sách"), ("add_mailbox", "Thêm hộp thư đã có"), ("propose", "Đề xuất địa chỉ")),
    ),
    PageSpec(
        key="people",
        title="Người và đơn vị",
        icon="people",
        page=Late("govmail_desk.gui.pages.people:PeoplePage"),
        acts=(("add_person", "Thêm người"), ("add_unit", "Thêm đơn vị")),
    ),
    PageSpec(
        key="requests",
        title="Đề nghị",
        icon="request",
        page=Late("govmail_desk.gui.pages.requests:RequestsPage"),
        acts=(
            ("make", "Lập đề nghị cấp mới hộp thư"),
            ("ask_change", "Đề nghị thay đổi thông tin hộp thư"),
            ("ask_reset", "Đề nghị cấp lại mật khẩu hộp thư"),
            ("ask_reopen", "Đề nghị mở lại hộp thư"),
            ("ask_close", "Đề nghị hủy, thu hồi hộp thư"),
        ),
    ),
    PageSpec(
        key="handovers",
        title="Bàn giao",
        icon="handover",
        page=Late("govmail_desk.gui.pages.handovers:HandoversPage"),
        acts=(("open", "Mở bàn giao hộp thư của đơn vị"),),
    ),
    PageSpec(
        key="checks",
        title="Kiểm tra",
        icon="look",
        page=Late("govmail_desk.gui.pages.checks:ChecksPage"),
        acts=(
            ("log", "Ghi đã kiểm tra hộp thư"),
            ("late", "Ghi bổ sung lần kiểm tra"),
            ("report", "Ghi đã báo cáo thủ trưởng"),
            ("sheet", "Lập bảng tháng kiểm tra hộp thư"),
        ),
    ),
    *(
        (
            PageSpec(
                key="reports",
                title="Báo cáo",
                icon="report",
                page=Late("govmail_desk.gui.pages.reports:ReportsPage"),
                parts=SHELVES,
            ),
        )
        if SHELVES
        else ()
    ),
    PageSpec(
        key="incidents",
        title="Sự cố",
        icon="incident",
        page=Late("govmail_desk.gui.pages.incidents:IncidentsPage"),
        acts=(("record", "Ghi sự cố của hộp thư"), ("list", "Lập sổ sự cố năm")),
    ),
    PageSpec(
        key="journal",
        title="Nhật ký",
        icon="journal",
        page=Late("govmail_desk.gui.pages.journal:JournalPage"),
    ),
    PageSpec(
        key="settings",
        title="Thiết lập",
        icon="settings",
        page=Late("govmail_desk.gui.pages.settings:SettingsPage"),
        acts=tuple((spec.key, spec.title) for spec in SECTIONS),
    ),
)
