"""What a form is filled with to be looked at: invented people under the unit's own head, as their real papers would say it.

Not here: what a real paper says (`operations.paper_content`), the demo's list (`documents.sample_list`).
"""

from __future__ import annotations

from datetime import date
from typing import Final

from govmail_desk.documents.letter import LetterContent
from govmail_desk.documents.list import ListContent
from govmail_desk.domain import custody_text, letter_text, letterhead
from govmail_desk.domain.custody import CustodyPaperKind
from govmail_desk.domain.custody_text import Charge
from govmail_desk.domain.letter_text import Asked
from govmail_desk.domain.minutes_text import ItemLine, MailboxLine, MinutesContent, Party
from govmail_desk.domain.settings import Letterhead, Signer

ROWS: Final[tuple[dict[str, str], ...]] = (
    {
        "stt": "1",
        "ho_ten": "Nguyễn Văn Thành",
        "ten": "Nguyễn Văn Thành",
        "ngay_sinh": "05/01/1990",
        "so_cccd": "000000000001",
        "chuc_vu": "Chuyên viên",
        "phong_ban": "Văn phòng",
        "don_vi": "Văn phòng",
        "so_dien_thoai": "0900 000 001",
        "ten_don_vi": "Phòng Tổng hợp",
        "co_quan_chu_quan": "Cơ quan cấp trên",
        "nguoi_quan_ly": "Lê Thị Mỹ Hạnh",
        "dia_chi": "thanhnv@vidu.vn",
        "noi_dung": "Đổi chức vụ",
        "thong_tin_cu": "Cán sự",
        "thong_tin_moi": "Chuyên viên",
        "can_cu": "QĐ số 12/QĐ ngày 05/01/2026",
        "ly_do": "Quên mật khẩu",
        "ngay_khoa": "05/01/2026",
        "ly_do_khoa": "Lâu không đăng nhập",
        "ngay_hieu_luc": "01/02/2026",
        "du_lieu": "Đã sao lưu",
        "ghi_chu": "",
    },
    {
        "stt": "2",
        "ho_ten": "Trần Thị Bích Ngọc Phương",
        "ten": "Trần Thị Bích Ngọc Phương",
        "ngay_sinh": "1985",
        "so_cccd": "000000000002",
        "chuc_vu": "Phó Trưởng phòng Hành chính - Quản trị",
        "phong_ban": "Phòng HC-QT",
        "ten_don_vi": "Trung tâm Dịch vụ",
        "dia_chi": "ngocphuongttb.hanhchinhquantri@vidu.vn",
    },
)
"""One row with something in every column, and one with a long name and empty cells."""
FACTS: Final = (("Họ và tên", "Nguyễn Văn Thành"), ("Chức vụ", "Chuyên viên"), ("Hộp thư", "thanhnv@vidu.vn"))


def sample_letter(
    head: Letterhead, *, operator: str, signer: Signer, recipients: tuple[str, ...], on: date
) -> LetterContent:
    """Return a letter, proposal or slip that asks for the rows' mailboxes."""
    asked = Asked(
        kind="create",
        unit=head.body,
        operator=operator,
        reason=letter_text.default_reason("create", "personal"),
        personal_count=len(ROWS),
    )
    collective = letterhead.collective_name(head.body) if head.is_collective else ""
    return LetterContent(
        parent_body=head.parent_body,
        body=head.body,
        place=head.place,
        drafted_on=on,
        symbol=head.symbol,
        subject=letter_text.subject(asked),
        addressees=(operator,),
        paragraphs=letter_text.letter_body(asked, contact=head.contact),
        facts=FACTS,
        signature=letterhead.signature(signer, collective=collective),
        other_recipients=recipients,
        filing=head.filing,
        foot_line=head.foot_line,
    )


def sample_minutes(head: Letterhead, *, on: date) -> MinutesContent:
    """Return the minutes of a handover between two invented clerks."""
    by = ROWS[0]["ho_ten"]
    return MinutesContent(
        parent_body=head.parent_body,
        body=head.body,
        symbol=f"BB-{head.symbol.partition('-')[0]}",
        unit=head.body,
        post="clerk",
        effective_on=on,
        drafted_on=on,
        place=f"trụ sở {head.body}",
        bases=("Căn cứ quyết định phân công công tác",),
        giver=Party(by, ROWS[0]["chuc_vu"]),
        receiver=Party(ROWS[1]["ho_ten"], ROWS[1]["chuc_vu"]),
        witness="Đỗ Văn Lý, Chánh Văn phòng",
        head="Lê Thị Mỹ Hạnh",
        mailboxes=tuple(
            MailboxLine(address=row["dia_chi"], whose=row["ten_don_vi"], state="Đang dùng") for row in ROWS
        ),
        items=(
            ItemLine(title="Giao hộp thư", state="Đã làm", on=on, by=by),
            ItemLine(title="Giao mật khẩu", state="Đã làm", on=on, by=by, told=("trao trực tiếp giữa hai bên",)),
        ),
    )


def sample_charge(
    kind: CustodyPaperKind, head: Letterhead, *, signer: Signer, on: date
) -> tuple[LetterContent, tuple[str, ...]]:
    """Return a notice of assignment or an authorisation for an invented person, and the lines under its `Nơi nhận`."""
    charge = Charge(
        body=head.body,
        giver=Party(signer.full_name, signer.post),
        receiver=Party(ROWS[0]["ho_ten"], ROWS[0]["chuc_vu"]),
        unit=head.body,
        addresses=(ROWS[0]["dia_chi"],),
        from_on=on,
    )
    content = LetterContent(
        parent_body=head.parent_body,
        body=head.body,
        place=head.place,
        drafted_on=on,
        symbol=custody_text.symbol(kind, head.symbol),
        subject=custody_text.SUBJECTS[kind],
        addressees=(),
        paragraphs=custody_text.paragraphs(kind, charge),
        signature=letterhead.signature(signer),
        filing=head.filing,
        foot_line=head.foot_line,
    )
    return content, custody_text.recipients(head.filing)


def sample_list(head: Letterhead, *, title: str) -> ListContent:
    """Return a list of the rows."""
    return ListContent(title=title.upper(), attached_to="(Kèm theo bản xem thử)", unit=head.body, rows=ROWS)
