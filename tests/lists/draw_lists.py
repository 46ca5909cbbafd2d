"""Draws the five invented lists of this folder, one for each regulation, as messy as real ones.

Run `python tests/lists/draw_lists.py`. Every person, number and address is invented; what each list carries is said above
it. Two other formats were made from these once by `soffice --headless --convert-to`: `camau-24-2018.xls` and
`ninhbinh-2020.ods`. `locked.xlsx`, a workbook under a password, was made by msoffcrypto-tool.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from unicodedata import normalize
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.styles import Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

sys.path.insert(0, str(Path(__file__).parents[2]))  # run as a script, this folder alone is on the path

from tests.lists.legacy_letters import in_tcvn3, in_vni

HERE = Path(__file__).parent
A_DAY = datetime(2024, 10, 1)  # noqa: DTZ001  (openpyxl keeps no time zone)
THIN = Border(*[Side(style="thin")] * 4)
NBSP = "\u00a0"

Value = str | int | float | date | None
Line = tuple[Value, ...]


def write(sheet: Worksheet, lines: Iterable[Line], *, first_row: int = 1) -> int:
    """Write the lines one under the other and return the next free row."""
    row = first_row
    for line in lines:
        for column, value in enumerate(line, start=1):
            cell = sheet.cell(row, column, value)
            cell.border = THIN
        row += 1
    return row


def save(book: Workbook, path: Path) -> None:
    """Save with a fixed day in every part, so that drawing again gives the same bytes."""
    book.properties.created = book.properties.modified = A_DAY
    drawn = BytesIO()
    book.save(drawn)
    with ZipFile(drawn) as parts, ZipFile(path, "w") as target:
        for name in sorted(parts.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            part = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            part.compress_type = ZIP_DEFLATED
            content = parts.read(name)
            if name == "docProps/core.xml":
                content = _with_fixed_days(content)
            target.writestr(part, content)


def _with_fixed_days(core: bytes) -> bytes:
    head, _, rest = core.partition(b"<dcterms:modified")
    tag, _, tail = rest.partition(b">")
    return head + b"<dcterms:modified" + tag + b">2024-10-01T00:00:00Z" + tail[tail.index(b"<") :]


def in_font(sheet: Worksheet, place: str, font: str) -> None:
    for row in sheet[place]:
        for cell in row:
            cell.font = Font(name=font, size=12)


def as_is(text: str) -> str:
    return text


# Ninh Bình: letterhead and title rows, «Cơ quan, đơn vị: …», headings over two rows with a shared one, a row that numbers the
# columns, Roman groups, the headings again on page 2, gaps in STT, telephones as numbers, CCCD as number and as text,
# nine kinds of dirty address, one person twice, NBSP, NFD and Ð, blank rows with borders, total, signature block,
# a sheet of guidance and a hidden old copy.

NINH_BINH_HEADINGS: tuple[Line, ...] = (
    ("STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Số CCCD", "Thông tin liên hệ", None, "Ghi chú"),
    (None, None, None, None, None, "Di động", "Thư điện tử công vụ", None),
)
NINH_BINH_TOP: tuple[Line, ...] = (
    ("UBND TỈNH NINH BÌNH", None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("SỞ THÔNG TIN VÀ TRUYỀN THÔNG", None, None, None, "Độc lập - Tự do - Hạnh phúc"),
    (),
    ("DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC ĐỀ NGHỊ CẤP HỘP THƯ ĐIỆN TỬ CÔNG VỤ",),
    ("Cơ quan, đơn vị: Sở Thông tin và Truyền thông",),
    (),
    *NINH_BINH_HEADINGS,
    ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"),
)
NINH_BINH_PAGE_1: tuple[Line, ...] = (
    ("I", "Lãnh đạo Sở"),
    (1, "Phạm Quang Huấn", date(1971, 4, 12), "Giám đốc", "037071000112", 912000101, "huanpq.stttt@ninhbinh.gov.vn"),
    (2, "Trịnh Thị Lan Chi", date(1975, 11, 2), "Phó Giám đốc", 37075000213, "0912.000.102", None, "Cấp mới"),
    ("II", "Văn phòng Sở", None, None, None, None, "vanphong.stttt@ninhbinh.gov.vn"),
    (3, f"Đinh{NBSP}Văn  Thành ", date(1988, 1, 5), "Chánh Văn phòng", "037088000314", 912000103, None, "Cấp mới"),
    (4, normalize("NFD", "Nguyễn Thị Thuỳ Dương"), "15/8/1990", "Văn thư", "037190000415", "0912 000 104",
     "duongntt.stttt@@ninhbinh.gov.vn"),
    (6, "Ðỗ Văn Lý", "3-9-1986", "Kế toán", "037086000516", "+84912000105", "lydv.stttt@ninhbinh,gov.vn"),
    (7, "Bùi Thị Mai", "1992", "Chuyên viên", "037192000617", "0912000106/0229387100", "maibt.stttt @ninhbinh.gov.vn"),
)  # fmt: skip
NINH_BINH_PAGE_2: tuple[Line, ...] = (
    ("III", "Phòng Công nghệ thông tin và Bưu chính - Viễn thông"),
    (8, "Vũ Hoàng Long", date(1983, 6, 30), "Trưởng phòng", "037083000718", 912000107, "longvh.stttt@ninhbinh.gov"),
    (9, "Lê Thị Mỹ Hạnh", date(1995, 2, 28), "Chuyên viên", "037195000819", "0912000108", "@ninhbinh.gov.vn"),
    (10, "Nguyễn Văn Thành", date(1991, 7, 7), "Chuyên viên", "037091000920", "0912000109", "thanhnv.stttt"),
    (11, "Hoàng Văn Toàn", date(1989, 12, 31), "Chuyên viên", "037089001021", "0912000110",
     "toànhv.stttt@ninhbinh.gov.vn"),
    (12, "Phạm Thị Hoà", date(1987, 3, 3), "Chuyên viên", "037187001122", "0912000111",
     "hoapt.stttt@ninhbinh.gov.vn; hoapt87@gmail.com"),
    (14, "Lê Thị Mỹ Hạnh", date(1995, 2, 28), "Chuyên viên", "037195000819", "0912000108", None, "Cấp mới"),
    (15, "Nguyễn Văn Thành", date(1997, 5, 19), "Chuyên viên", "037097001223", "0912000112", None, "Cấp mới"),
)  # fmt: skip
NINH_BINH_END: tuple[Line, ...] = (
    ("Tổng cộng: 14 người",),
    (),
    (None, None, None, None, "Ninh Bình, ngày 05 tháng 10 năm 2020"),
    (None, "NGƯỜI LẬP BIỂU", None, None, "GIÁM ĐỐC"),
    (None, "(Ký, ghi rõ họ tên)", None, None, "(Ký tên, đóng dấu)"),
    (),
    (None, "Nguyễn Thị Thuỳ Dương", None, None, "Phạm Quang Huấn"),
)


def ninh_binh() -> Workbook:
    book = Workbook()
    sheet = book.active
    sheet.title = "Danh sách"
    row = write(sheet, NINH_BINH_TOP)
    row = write(sheet, NINH_BINH_PAGE_1, first_row=row)
    row = write(sheet, [("",) * 8] * 2, first_row=row)
    row = write(sheet, NINH_BINH_HEADINGS, first_row=row)
    row = write(sheet, NINH_BINH_PAGE_2, first_row=row)
    write(sheet, NINH_BINH_END, first_row=row)
    for place in ("A1:D1", "E1:H1", "A2:D2", "E2:H2", "A4:H4", "A5:H5", "F7:G7", "B10:H10", "B13:F13"):
        sheet.merge_cells(place)
    for column in "ABCDEH":
        sheet.merge_cells(f"{column}7:{column}8")
    write(
        book.create_sheet("Hướng dẫn"),
        [("Cách điền danh sách",), ("Họ và tên: viết đủ dấu.",), ("Ngày sinh: đủ ngày, tháng, năm.",)],
    )
    old = book.create_sheet("Bản cũ")
    old.sheet_state = "hidden"
    write(old, [("STT", "Họ và tên", "Thư điện tử công vụ"), (1, "Phạm Quang Huấn", "pqhuan@ninhbinh.gov.vn")])
    return book


# Cà Mau: every text but the addresses in TCVN3 (.VnTime, one name in .VnTimeH), headings too; the unit merged over its
# people; the 8 columns of the real list and the address; a formula; U+00AD for ư.

CA_MAU_HEADINGS: Line = (
    "STT", "Họ và tên", "Ngày sinh", "Di động", "Số CCCD", "Đơn vị công tác", "Chức vụ", "Địa chỉ thư công vụ", "Ghi chú",
)  # fmt: skip
CA_MAU_LINES: tuple[Line, ...] = (
    (1, "Nguyễn Văn Hải", date(1979, 5, 20), "0918000201", "096079000131", "Văn phòng Sở", "Chánh Văn phòng",
     "nvhai.stttt@camau.gov.vn", None),
    (2, "Trương Thị Mỹ Tiên", date(1993, 10, 9), "0918000202", "096193000232", None, "Văn thư", None, "Cấp mới"),
    (3, "Lưu Hữu Phước", date(1985, 1, 30), "0918000203", "096085000333", None, "Kế toán", "lhphuoc.stttt@camau.gov.vn", None),
    (4, "Dương Quốc Cường", date(1982, 8, 8), "0918000204", "096082000434", "Phòng Bưu chính - Viễn thông",
     "Trưởng phòng", "dqcuong.stttt@camau.gov.vn", None),
    (5, "Đặng Thuý Ái", date(1990, 12, 1), "0918000205", "096190000535", None, "Chuyên viên", None, "Cấp mới"),
    (6, "Đặng Thị Út", date(1996, 4, 4), "0918000206", "096196000636", None, "Chuyên viên", None, "Cấp mới"),
    (7, "Quách Văn Ngữ", date(1988, 2, 29), "0918000207", "096088000737", "Trung tâm Công nghệ thông tin và Truyền thông",
     "Giám đốc", "qvngu.ttcntt.stttt@camau.gov.vn", None),
    (8, "Trần Hoàng Khải", date(1994, 6, 16), "0918000208", "096094000838", None, "Viên chức", None, "Cấp mới"),
)  # fmt: skip


def ca_mau() -> Workbook:
    book = Workbook()
    sheet = book.active
    sheet.title = "Sheet1"
    row = write(sheet, [("SỞ THÔNG TIN VÀ TRUYỀN THÔNG",), ("DANH SÁCH CẤP HỘP THƯ ĐIỆN TỬ",), (), CA_MAU_HEADINGS])
    end = write(sheet, CA_MAU_LINES, first_row=row)
    write(
        sheet,
        [("Tổng cộng", "Tám người"), (), (None, "Người lập danh sách"), (None, "Trương Thị Mỹ Tiên")],
        first_row=end,
    )
    rewrite(sheet, in_tcvn3)
    in_font(sheet, f"A1:G{end + 3}", ".VnTime")
    in_font(sheet, "I4:I12", ".VnTime")
    in_font(sheet, "B8:B8", ".VnTimeH")
    for place in ("A1:I1", "A2:I2", "F5:F7", "F8:F10", "F11:F12"):
        sheet.merge_cells(place)
    return book


def rewrite(sheet: Worksheet, letters: Callable[[str], str], columns: str = "") -> None:
    """Write the texts of a sheet, or of some of its columns, in other letters; addresses stay as they are."""
    for row in sheet.iter_rows():
        for cell in row:
            is_meant = not columns or get_column_letter(cell.column) in columns
            if is_meant and isinstance(cell.value, str) and "@" not in cell.value:
                cell.value = letters(cell.value)


# Quận 4: headings in row 1, «Họ và tên» over two columns, names in VNI, unit names merged over the table between the people,
# the headings again for each unit, addresses ending .q4, telephones that lost their 0, no STT for one person.

QUAN_4_HEADINGS: Line = ("TT", "Họ và tên", None, "Năm sinh", "Chức danh", "Điện thoại", "Email", "Ghi chú")
QUAN_4_LINES: tuple[Line, ...] = (
    QUAN_4_HEADINGS,
    ("VĂN PHÒNG ỦY BAN NHÂN DÂN",),
    (1, "Nguyễn Thị Kim", "Ngân", 1980, "Phó Chánh Văn phòng", 903000301, "ntkngan.q4@tphcm.gov.vn"),
    (2, "Huỳnh Tấn", "Phát", 1985, "Chuyên viên", 903000302, "htphat.q4@tphcm.gov.vn"),
    (None, "Lý Thị", "Hương", 1991, "Văn thư", 903000303, None, "Cấp mới"),
    ("PHÒNG TÀI CHÍNH - KẾ HOẠCH",),
    QUAN_4_HEADINGS,
    (1, "Đỗ Thị Quỳnh", "Như", 1987, "Trưởng phòng", "0903 000 304", "dtqnhu.q4@tphcm.gov.vn"),
    (2, "Bạch Văn", "Sơn", 1990, "Chuyên viên", "0903-000-305", "bvson.q4@tphcm.gov.vm"),
    (3, "Trần", "Phú", 1995, "Chuyên viên", "0903000306", None, "Cấp mới"),
    ("UBND PHƯỜNG 9",),
    QUAN_4_HEADINGS,
    (1, "Phạm Ngọc", "Ẩn", 1978, "Chủ tịch", "0903000307", "pnan.q4@tphcm.gov.vn"),
    (2, "Võ Thị", "Ý", 1999, "Công chức Văn phòng - Thống kê", "0903000308", None, "Cấp mới"),
    ("Cộng: 8 người",),
)


def quan_4() -> Workbook:
    book = Workbook()
    sheet = book.active
    sheet.title = "DS email"
    write(sheet, QUAN_4_LINES)
    for row in (1, 7, 12):
        sheet.merge_cells(f"B{row}:C{row}")
    for row in (2, 6, 11):
        sheet.merge_cells(f"A{row}:H{row}")
    rewrite(sheet, in_vni, "BC")
    in_font(sheet, "B1:C15", "VNI-Times")
    return book


# Khánh Hòa: the unit's own mailbox among its people, the phòng merged down over its people, official and private mail side
# by side, posts that decide who may have a mailbox, dates of birth as real dates and as text, three empty sheets.

KHANH_HOA_LINES: tuple[Line, ...] = (
    ("BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG CÁC CÔNG TRÌNH GIAO THÔNG TỈNH KHÁNH HÒA",),
    ("DANH SÁCH VIÊN CHỨC, NGƯỜI LAO ĐỘNG",),
    (),
    ("TT", "Phòng ban/Bộ phận", "Họ tên", "Ngày, tháng, năm sinh", "Chức vụ", "Số điện thoại sử dụng Zalo", "mail công vụ",
     "Thư điện tử Gmail", "GHI CHÚ"),
    (None, None, "Ban Quản lý dự án đầu tư xây dựng các công trình Giao thông", None, None, "02583000400",
     "bqlctgt@khanhhoa.gov.vn", None, "Hộp thư chung"),
    (1, "Lãnh đạo Ban", "Trần Minh Khang", date(1970, 9, 2), "Giám đốc", "0905000401", "tmkhang.bqlctgt@khanhhoa.gov.vn",
     "tmkhang70@gmail.com", None),
    (2, None, "Lương Thị Bích Thủy", date(1976, 3, 8), "Phó Giám đốc", "0905000402", None, "bichthuy.lt@gmail.com", None),
    (3, "Phòng Kế toán", "Đoàn Thị Lan Anh", date(1981, 10, 20), "Trưởng phòng Kế toán (kiêm Kế toán trưởng)", "0905000403",
     None, "lananh.kt@gmail.com", "Cấp mới"),
    (4, None, "Mai Xuân Hòa", "05/02/1989", "Kế toán viên", "0905000404", None, "maihoa89@gmail.com", None),
    (5, "Phòng Kế hoạch - Tổng hợp", "Hồ Sỹ Nguyên", "1/12/1984", "Trưởng phòng", "0905000405", "chưa có",
     "hosynguyen@yahoo.com", None),
    (6, None, "H'Hen Niê", "30/4/1998", "Văn thư", "0905000406", "-", "hhennie@gmail.com", "Cấp mới"),
    (7, None, "Thạch", "07/07/1992", "Lái xe", "0905000407", None, None, None),
    (None, None, "KT. GIÁM ĐỐC"),
    (None, None, "PHÓ GIÁM ĐỐC"),
    (None, None, "Lương Thị Bích Thủy"),
)  # fmt: skip


def khanh_hoa() -> Workbook:
    book = Workbook()
    sheet = book.active
    sheet.title = "Sheet1"
    write(sheet, KHANH_HOA_LINES)
    for place in ("A1:I1", "A2:I2", "B6:B7", "B8:B9", "B10:B12"):
        sheet.merge_cells(place)
    for name in ("Sheet2", "Sheet3"):
        book.create_sheet(name)
    return book


# Sóc Trăng: one sheet of people in capitals with a column of passwords nobody may read and addresses without their domain,
# one sheet of unit mailboxes, letters above Roman groups, same name twice (a leader and a clerk), CCCD as numbers.

SOC_TRANG_PEOPLE: tuple[Line, ...] = (
    ("DANH SÁCH HỘP THƯ ĐIỆN TỬ CÔNG VỤ",),
    ("Đơn vị: Sở Thông tin và Truyền thông tỉnh Sóc Trăng",),
    ("TT", "Tên người dùng", "Chức vụ", "Phòng/Bộ phận", "Số CMND/CCCD", "Số ĐT", "Địa chỉ thư công vụ", "Mật khẩu"),
    ("A", "KHỐI VĂN PHÒNG"),
    ("I", "Lãnh đạo Sở"),
    (1, "DƯƠNG CHÍ NGUYÊN", "Giám đốc", None, 94075000141.0, 913000501.0, "dcnguyen", "Abc@12345"),
    (2, "LÂM THỊ SA RÂY", "Phó Giám đốc", None, 94078000242.0, 913000502.0, "ltsray", "Abc@12345"),
    ("II", "Phòng Chuyển đổi số"),
    (3, "SƠN PHƯỚC NGHĨA", "Trưởng phòng", "Phòng Chuyển đổi số", 94083000343.0, 913000503.0, "spnghia", "Abc@12345"),
    (4, "DƯƠNG CHÍ NGUYÊN", "Chuyên viên", "Phòng Chuyển đổi số", 94096000444.0, 913000504.0, None, None),
    (5, "KIM THỊ NGỌC TRÂM", "Chuyên viên", "Phòng Chuyển đổi số", 94197000545.0, 913000505.0, None, None),
    ("B", "ĐƠN VỊ SỰ NGHIỆP"),
    ("I", "Trung tâm Công nghệ số"),
    (6, "TRIỆU VĂN ĐỜI", "Giám đốc", "Trung tâm Công nghệ số", 94080000646.0, 913000506.0, "tvdoi", "Abc@12345"),
    (7, "NGÔ THỊ ÁNH TUYẾT", "Viên chức", "Trung tâm Công nghệ số", 94199000747.0, 913000507.0, None, None),
    ("Tổng số", "7 người"),
)
SOC_TRANG_UNITS: tuple[Line, ...] = (
    ("STT", "Tên cơ quan, đơn vị", "Cơ quan chủ quản", "Người được giao quản lý", "Chức vụ", "Số điện thoại",
     "Tên hộp thư đề nghị", "Ghi chú"),
    (1, "Sở Thông tin và Truyền thông", "UBND tỉnh Sóc Trăng", "Kim Thị Ngọc Trâm", "Văn thư", "02993000508",
     "sotttt@soctrang.gov.vn", None),
    (2, "Phòng Chuyển đổi số", "Sở Thông tin và Truyền thông", "Sơn Phước Nghĩa", "Trưởng phòng", "02993000509",
     "phongcds.sotttt@soctrang.gov.vn", None),
    (3, "UBND xã Thạnh Phú", "UBND huyện Mỹ Xuyên", "Trần Thị Diễm", "Công chức VP-TK", "02993000510", None, "Cấp mới"),
)  # fmt: skip


def soc_trang() -> Workbook:
    book = Workbook()
    sheet = book.active
    sheet.title = "Cá nhân"
    write(sheet, SOC_TRANG_PEOPLE)
    sheet.merge_cells("A1:H1")
    write(book.create_sheet("Đơn vị"), SOC_TRANG_UNITS)
    return book


LISTS: dict[str, Callable[[], Workbook]] = {
    "ninhbinh-2020": ninh_binh,
    "camau-24-2018": ca_mau,
    "quan4-03-2013": quan_4,
    "khanhhoa-dagt-2021": khanh_hoa,
    "soctrang-59-2024": soc_trang,
}


def draw(folder: Path) -> None:
    for name, drawn in LISTS.items():
        save(drawn(), folder / f"{name}.xlsx")
    draw_text(folder / "quan4-03-2013.csv", QUAN_4_LINES, delimiter=";", letters=in_vni, encoding="cp1252")
    draw_text(folder / "soctrang-59-2024.csv", SOC_TRANG_UNITS, delimiter=",", letters=as_is, encoding="cp1258")


def draw_text(
    path: Path, lines: Iterable[Line], *, delimiter: str, letters: Callable[[str], str], encoding: str
) -> None:
    """Write lines as plain text the way Excel of an older Windows saved them."""
    rows = [delimiter.join(quoted(value, delimiter, letters) for value in line) for line in lines]
    path.write_bytes("".join(f"{row}\r\n" for row in rows).encode(encoding))


def quoted(value: Value, delimiter: str, letters: Callable[[str], str]) -> str:
    text = "" if value is None else str(value)
    written = text if "@" in text else letters(text)
    if letters is as_is:
        written = in_parts_of_1258(written)
    return f'"{written}"' if delimiter in written else written


def in_parts_of_1258(text: str) -> str:
    """Windows-1258 has the letters ă â đ ê ô ơ ư whole, and writes tones after them."""
    parts = normalize("NFD", text).replace("\u0302\u0323", "\u0323\u0302")
    for base, whole in {
        "a\u0306": "ă",
        "a\u0302": "â",
        "e\u0302": "ê",
        "o\u0302": "ô",
        "o\u031b": "ơ",
        "u\u031b": "ư",
    }.items():
        for plain, composed in ((base, whole), (base.upper(), whole.upper())):
            parts = parts.replace(plain, composed).replace(plain[0] + "\u0323" + plain[1], composed + "\u0323")
    return parts


if __name__ == "__main__":
    draw(HERE)
