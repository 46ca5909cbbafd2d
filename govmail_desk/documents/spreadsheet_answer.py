"""What the reading process answers to the window's: the sheets of the list, or the one reason it cannot be taken.

Also the sentence the clerk sees for each reason. Who asks: `spreadsheet`; who answers: `spreadsheet_child`.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from govmail_desk.domain.sheet import Sheet


class Reason(StrEnum):
    """Why a file cannot be taken as a list: the sentence shown, with places for the file's name and the details."""

    MISSING = "Không thấy tệp «{file}»; hãy kiểm tra lại đường dẫn hoặc chọn lại tệp danh sách."
    FOLDER = "«{file}» là một thư mục; hãy chọn tệp danh sách nằm bên trong."
    SPECIAL = "«{file}» không phải một tệp thường nên không đọc được; hãy chọn tệp danh sách."
    EXCEL_LOCK = "«{file}» là tệp tạm của Excel khi một danh sách đang mở; hãy chọn tệp danh sách, tên không có «~$»."
    EMPTY_FILE = "Tệp «{file}» rỗng, không có nội dung nào; hãy lưu lại từ Excel hoặc xin lại tệp từ nơi gửi."
    FILE_TOO_LARGE = "Tệp «{file}» nặng hơn {limit} MB; hãy chép riêng bảng danh sách sang một tệp mới rồi nhập lại."
    WRONG_TYPE = (
        "Tệp «{file}» thật ra là {found}, không phải bảng tính;"
        " hãy mở tệp, chép bảng sang Excel và lưu lại dạng .xlsx rồi nhập lại."
    )
    OTHER_SPREADSHEET = "Tệp «{file}» thật ra là {found}; hãy mở tệp bằng Excel và lưu lại dạng .xlsx rồi nhập lại."
    LOCKED = "Tệp «{file}» được đặt mật khẩu; hãy mở tệp bằng Excel, bỏ mật khẩu, lưu lại rồi nhập lại."
    DAMAGED = (
        "Tệp «{file}» bị hỏng nên không đọc được;"
        " hãy mở tệp bằng Excel và lưu thành tệp .xlsx mới, hoặc xin lại tệp từ nơi gửi."
    )
    NO_ROWS = "Tệp «{file}» không có dòng nào: các sheet đều trống; hãy kiểm tra lại đã chọn đúng tệp chưa."
    TOO_MANY_PARTS = (
        "Tệp «{file}» gồm {found} phần bên trong, quá {limit};"
        " hãy chép riêng bảng danh sách sang một tệp mới rồi nhập lại."
    )
    UNPACKS_TOO_LARGE = (
        "Tệp «{file}» phình ra bất thường khi mở, giống tệp phá hoại; hãy hỏi lại nơi gửi, đừng mở tệp này."
    )
    ALIEN_XML = (
        "Tệp «{file}» chứa khai báo mà Excel không bao giờ ghi, giống tệp phá hoại;"
        " hãy hỏi lại nơi gửi, đừng mở tệp này."
    )
    FAR_CELL = (
        "Sheet «{sheet}» của tệp «{file}» kéo dài tới ô {found}, quá xa bảng danh sách;"
        " hãy chép riêng bảng sang một tệp mới rồi nhập lại."
    )
    TOO_MANY_ROWS = "Sheet «{sheet}» của tệp «{file}» có quá {limit} dòng; hãy chia danh sách thành nhiều tệp."
    TOO_MANY_CELLS = "Tệp «{file}» có quá {limit} ô; hãy chia danh sách thành nhiều tệp hoặc bỏ các cột không cần."
    TOO_MUCH_TEXT = (
        "Tệp «{file}» chứa quá nhiều chữ so với một danh sách;"
        " hãy chép riêng bảng danh sách sang một tệp mới rồi nhập lại."
    )
    OUT_OF_MEMORY = (
        "Tệp «{file}» cần quá nhiều bộ nhớ để mở; hãy chép riêng bảng danh sách sang một tệp mới rồi nhập lại."
    )
    OUT_OF_TIME = (
        "Tệp «{file}» đọc quá lâu nên đã dừng lại; hãy chép riêng bảng danh sách sang một tệp mới rồi nhập lại."
    )


class NotTaken(Exception):
    """The file cannot be taken as a list; `details` fill the places of the sentence beside the file's name."""

    def __init__(self, reason: Reason, **details: str | int) -> None:
        super().__init__(reason.name)
        self.reason = reason
        self.details = {place: _written(detail) for place, detail in details.items()}

    def sentence(self, file_name: str) -> str:
        return self.reason.value.format(file=file_name, **self.details)


class Taken(msgspec.Struct, frozen=True, tag="taken"):
    """The sheets of a list that could be read, and what the clerk should look at twice."""

    sheets: tuple[Sheet, ...]
    warnings: tuple[str, ...]


class Refused(msgspec.Struct, frozen=True, tag="refused"):
    """A list that could not be read: the name of its `Reason` and the details of the sentence."""

    reason: str
    details: dict[str, str]


def _written(detail: str | int) -> str:
    return detail if isinstance(detail, str) else f"{detail:,}".replace(",", ".")
