"""The seeded mistakes: how each is made in a real letter, and the one finding it must give (place, words, place in the decree)."""

from __future__ import annotations

from unicodedata import normalize

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.shared import Mm, Pt

from tests.documents.layout.seeded import (
    Edit,
    added,
    contact_looks,
    contact_rule_gone,
    gone,
    letter_style,
    looks,
    merge_field,
    moved_up,
    number_in_foot,
    number_of,
    number_run,
    numbered,
    rule_drawn,
    rule_gone,
    rule_kind,
    rule_margins,
    rule_typed,
    says,
    shape,
    sheet,
    stands,
    style_looks,
    style_stands,
    swaps,
    theme_font,
    tracked,
    twice,
    word_looks,
)

Mistake = tuple[Edit, str, str, str]

LEFT = WD_ALIGN_PARAGRAPH.LEFT
MOTTO, NATION = "Độc lập", "CỘNG HÒA"
BODY = "SỞ TÀI NGUYÊN"
REASON, NEED, LAST = "1. Lý do", "2. Nhu cầu", "Sở Tài nguyên và Môi trường trân trọng"
BELOW = "Ngoài ra đề nghị cấp thêm 02 hộp thư cho đơn vị."

CAMAU: dict[str, Mistake] = {
    "khổ Letter": (sheet(page_width=215.9, page_height=279.4), "Khổ giấy", "215,9 × 279,4 mm", "I.1"),
    "giấy nằm ngang": (sheet(page_width=297, page_height=210), "Hướng giấy", "nằm ngang", "I.2"),
    "lề trái hẹp": (sheet(left_margin=20), "Lề trái", "20 mm", "I.3"),
    "lề phải rộng": (sheet(right_margin=25), "Lề phải", "25 mm", "I.3"),
    "lề trên hẹp": (sheet(top_margin=15), "Lề trên", "15 mm", "I.3"),
    "lề dưới rộng": (sheet(bottom_margin=30), "Lề dưới", "30 mm", "I.3"),
    "số trang lệch trái": (lambda it: setattr(number_of(it), "alignment", LEFT), "Số trang", "chưa nằm giữa", "I.7"),
    "số trang cỡ 10": (number_run(size=10), "Số trang", "cỡ chữ 10", "I.7"),
    "số trang đậm": (number_run(bold=True), "Số trang", "đậm hoặc nghiêng", "I.7"),
    "không có số trang": (lambda it: number_of(it)._p.clear_content(), "Số trang", "không có số trang", "I.7"),
    "số trang ở chân trang": (number_in_foot, "Số trang", "ở chân trang", "I.7"),
    "số ở trang thứ nhất": (
        lambda it: setattr(it.sections[0], "different_first_page_header_footer", False),
        *("Số trang", "cả ở trang thứ nhất", "I.7"),
    ),
    "số trang La Mã": (numbered(fmt="upperRoman"), "Số trang", "chữ số Ả Rập", "I.7"),
    "trang chẵn không số": (
        lambda it: setattr(it.settings, "odd_and_even_pages_header_footer", True),
        *("Số trang", "Trang chẵn có đầu trang riêng", "I.7"),
    ),
    "số trang từ 3": (numbered(start="3"), "Số trang", "đánh từ 3", "I.7"),
    "Quốc hiệu cỡ 15": (looks(NATION, size=15), "Quốc hiệu", "cỡ chữ 15", "II.1a"),
    "Quốc hiệu không đậm": (looks(NATION, bold=False), "Quốc hiệu", "không đậm", "II.1a"),
    "Quốc hiệu chữ thường": (
        says(NATION, "Cộng hòa xã hội chủ nghĩa Việt Nam"), "Quốc hiệu", "chưa viết hoa hết", "II.1a"
    ),
    "Quốc hiệu gõ sai": (
        says(NATION, "CỘNG HÒA XÃ HỘI CHỦ NGHĨ VIỆT NAM"), "Quốc hiệu", "CHỦ NGHĨ VIỆT NAM", "II.1a"
    ),
    "không có Quốc hiệu": (says(NATION, " "), "Quốc hiệu", "Không tìm thấy", "II.1a"),
    "Tiêu ngữ gạch dài": (says(MOTTO, "Độc lập – Tự do – Hạnh phúc"), "Tiêu ngữ", "Độc lập – Tự do", "II.1b"),
    "Tiêu ngữ chữ thường": (says(MOTTO, "Độc lập - tự do - hạnh phúc"), "Tiêu ngữ", "tự do - hạnh phúc", "II.1b"),
    "Tiêu ngữ nghiêng": (looks(MOTTO, italic=True), "Tiêu ngữ", "đang nghiêng", "II.1b"),
    "Tiêu ngữ lệch": (stands(MOTTO, alignment=LEFT), "Tiêu ngữ", "canh trái", "II.1b"),
    "Tiêu ngữ cách xa": (stands(MOTTO, space_before=Pt(6)), "Tiêu ngữ", "cách xa dòng trên", "II.1c"),
    "tên cơ quan giãn dòng": (stands(BODY, line_spacing=1.5), "Tên cơ quan ban hành", "cách xa dòng trên", "II.1c"),
    "ngày khác hàng": (moved_up("Cà Mau, ngày", MOTTO), "Địa danh", "chưa cùng dòng với số", "II.4c"),
    "mất kẻ Tiêu ngữ": (rule_gone(MOTTO), "Đường kẻ dưới Tiêu ngữ", "chưa có đường kẻ", "II.1b"),
    "kẻ Tiêu ngữ đứt": (rule_kind(MOTTO, "dashed"), "Đường kẻ dưới Tiêu ngữ", "không phải nét liền", "II.1b"),
    "kẻ Tiêu ngữ ngắn": (rule_margins(MOTTO, 40, 40), "Đường kẻ dưới Tiêu ngữ", "18 mm", "II.1b"),
    "kẻ Tiêu ngữ gõ": (rule_typed(MOTTO, "_" * 20), "Đường kẻ dưới Tiêu ngữ", "gõ bằng dấu gạch", "II.1b"),
    "kẻ vẽ rời nét chấm": (
        rule_drawn(MOTTO, shape(56, dash="sysDot")), "Đường kẻ dưới Tiêu ngữ", "không phải nét liền", "II.1b"
    ),
    "kẻ vẽ rời quá dài": (rule_drawn(MOTTO, shape(90)), "Đường kẻ dưới Tiêu ngữ", "90 mm", "II.1b"),
    "Tiêu ngữ gạch chân": (
        lambda it: (rule_gone(MOTTO)(it), looks(MOTTO, underline=True)(it))[0],
        *("Đường kẻ dưới Tiêu ngữ", "gạch chân thay cho đường kẻ", "II.1b"),
    ),
    "kẻ cơ quan quá dài": (rule_margins(BODY, 5, 5), "Đường kẻ dưới tên cơ quan", "57 mm", "II.2b"),
    "kẻ cơ quan quá ngắn": (rule_margins(BODY, 31, 31), "Đường kẻ dưới tên cơ quan", "5 mm", "II.2b"),
    "kẻ cơ quan lệch": (rule_margins(BODY, 15, 35), "Đường kẻ dưới tên cơ quan", "lệch sang một bên", "II.2b"),
    "mất kẻ cơ quan": (rule_gone(BODY), "Đường kẻ dưới tên cơ quan", "chưa có đường kẻ", "II.2b"),
    "cơ quan chủ quản đậm": (looks("UBND TỈNH", bold=True), "Tên cơ quan chủ quản", "đang đậm", "II.2b"),
    "cơ quan không đậm": (looks(BODY, bold=False), "Tên cơ quan ban hành", "không đậm", "II.2b"),
    "cơ quan cỡ 14": (looks(BODY, size=14), "Tên cơ quan ban hành", "cỡ chữ 14", "II.2b"),
    "cơ quan chữ thường": (
        says(BODY, "Sở Tài nguyên và Môi trường"), "Tên cơ quan ban hành", "chưa viết hoa hết", "II.2b"
    ),
    "số cỡ 12": (looks("Số:", size=12), "Số, ký hiệu", "cỡ chữ 12", "II.3c"),
    "số không hai chấm": (says("Số:", "Số 12/STNMT-VP"), "Số, ký hiệu", "dấu hai chấm", "II.3c"),
    "số thiếu số 0": (says("Số:", "Số: 7/STNMT-VP"), "Số, ký hiệu", "thiếu số 0", "II.3c"),
    "ký hiệu chữ thường": (says("Số:", "Số: 12/Stnmt-vp"), "Số, ký hiệu", "viết thường", "II.3c"),
    "ký hiệu cách chữ": (says("Số:", "Số: 12/STNMT - VP"), "Số, ký hiệu", "viết sai", "II.3c"),
    "ký hiệu có CV": (says("Số:", "Số: 12/CV-STNMT"), "Số, ký hiệu", "nhóm chữ CV", "II.3b"),
    "V/v đậm": (looks("V/v", bold=True), "Trích yếu công văn", "đang đậm", "II.5b"),
    "V/v cỡ 14": (looks("V/v", size=14), "Trích yếu công văn", "cỡ chữ 14", "II.5b"),
    "Về việc": (swaps("V/v", "V/v", "Về việc"), "Trích yếu công văn", "chưa mở đầu bằng chữ V/v", "II.5b"),
    "V/v sát số": (stands("V/v", space_before=Pt(0)), "Trích yếu công văn", "cách số, ký hiệu 0 pt", "II.5b"),
    "không có V/v": (gone("V/v"), "Trích yếu công văn", "Không tìm thấy", "II.5b"),
    "ngày chữ đứng": (looks("Cà Mau, ngày", italic=False), "Địa danh và thời gian ban hành", "chữ đứng", "II.4c"),
    "ngày thiếu 0": (says("Cà Mau, ngày", "Cà Mau, ngày 5 tháng 01 năm 2026"), "Thời gian ban hành", "số ngày 5", "II.4b"),
    "tháng 1 thiếu 0": (says("Cà Mau, ngày", "Cà Mau, ngày 05 tháng 1 năm 2026"), "Thời gian ban hành", "tháng 1", "II.4b"),
    "tháng 06 thừa 0": (says("Cà Mau, ngày", "Cà Mau, ngày 29 tháng 06 năm 2026"), "Thời gian ban hành", "tháng 06", "II.4b"),
    "ngày viết tắt": (says("Cà Mau, ngày", "Cà Mau, 05/01/2026"), "Thời gian ban hành", "chưa viết đủ", "II.4b"),
    "năm viết tắt": (says("Cà Mau, ngày", "Cà Mau, ngày 05 tháng 01 năm 26"), "Thời gian ban hành", "năm 26", "II.4b"),
    "ngày không có thật": (says("Cà Mau, ngày", "Cà Mau, ngày 30 tháng 02 năm 2026"), "Thời gian ban hành", "có thật", "II.4b"),
    "thiếu dấu phẩy": (says("Cà Mau, ngày", "Cà Mau ngày 05 tháng 11 năm 2026"), "Địa danh", "thiếu dấu phẩy", "II.4c"),
    "địa danh chữ thường": (says("Cà Mau, ngày", "cà Mau, ngày 05 tháng 11 năm 2026"), "Địa danh", "chưa viết hoa", "II.4c"),
    "Kính gửi thiếu hai chấm": (swaps("Kính gửi", ":", ""), "Kính gửi", "chưa ghi đúng chữ", "II.9d"),
    "Kính gửi đậm": (looks("Kính gửi", bold=True), "Kính gửi", "đang đậm", "II.9d"),
    "một nơi mà xuống dòng": (
        lambda it: (twice("Kính gửi", "- Sở Thông tin và Truyền thông.")(it), says("Kính gửi", "Kính gửi:")(it))[0],
        *("Kính gửi", "nơi nhận duy nhất", "II.9d"),
    ),
    "nội dung cỡ 12": (looks(REASON, size=12), "Nội dung", "cỡ chữ 12", "II.6e"),
    "cả nội dung cỡ 15": (style_looks("Nội dung", size=15), "Nội dung", "và 5 đoạn khác đang cỡ chữ 15", "II.6e"),
    "một từ cỡ 16": (word_looks(REASON, "công chức", size=16), "Nội dung", "«công chức» đang cỡ chữ 16", "II.6e"),
    "một từ đậm": (word_looks(REASON, "công chức", bold=True), "Nội dung", "«công chức» đang đậm", "II.6e"),
    "cả đoạn có số đậm": (looks(REASON, bold=True), "Nội dung", "đang đậm", "II.6e"),
    "một từ nghiêng": (word_looks(NEED, "hộp thư", italic=True), "Nội dung", "«hộp thư» đang nghiêng", "II.6e"),
    "một từ gạch chân": (word_looks(NEED, "hộp thư", underline=True), "Nội dung", "gạch chân", "II.6e"),
    "kiểu ký tự đậm": (letter_style("(Danh sách", bold=True), "Nội dung", "đang đậm", "II.6e"),
    "nội dung viết hoa hết": (
        says("3. Yêu cầu", "YÊU CẦU CỤ THỂ: CẤP MỚI THEO DANH SÁCH."), "Nội dung", "viết hoa hết", "II.6e"
    ),
    "phông Arial": (word_looks(REASON, "đơn vị", name="Arial"), "Phông chữ", "phông Arial", "I.4"),
    "phông của chủ đề": (theme_font("Calibri"), "Phông chữ", "phông Calibri", "I.4"),
    "phông .VnTime": (word_looks(REASON, "công chức", name=".VnTime"), "Phông chữ", "bảng mã cũ TCVN3", "I.4"),
    "chữ tô nền": (
        word_looks(REASON, "công chức", highlight_color=WD_COLOR_INDEX.YELLOW), "Chữ đang đánh dấu", "tô nền", "I.4"
    ),
    "chữ gạch ngang": (word_looks(REASON, "công chức", strike=True), "Chữ đang đánh dấu", "gạch ngang", "I.4"),
    "chữ xanh": (word_looks(REASON, "công chức", colour="0000FF"), "Màu chữ", "đang có màu", "I.4"),
    "địa chỉ thành liên kết": (
        lambda it: (
            says("Thông tin liên hệ", "Thông tin liên hệ: lydv.stnmt@camau.gov.vn.")(it),
            word_looks("Thông tin liên hệ", "lydv.stnmt@camau.gov.vn", colour="0563C1", underline=True)(it),
        )[0],
        *("Màu chữ", "liên kết", "I.4"),
    ),
    "không canh đều": (stands(NEED, alignment=LEFT), "Nội dung", "canh trái", "II.6e"),
    "không lùi đầu dòng": (stands(NEED, first_line_indent=Mm(0)), "Nội dung", "lùi đầu dòng 0 mm", "II.6e"),
    "cả nội dung lùi 5 mm": (style_stands("Nội dung", first_line_indent=Mm(5)), "Nội dung", "lùi đầu dòng 5 mm", "II.6e"),
    "đoạn sát nhau": (stands(NEED, space_before=Pt(0)), "Nội dung", "cách đoạn trên 0 pt", "II.6e"),
    "giãn dòng đôi": (stands(NEED, line_spacing=2.0), "Nội dung", "giãn dòng 2,00", "II.6e"),
    "dòng chật": (stands(REASON, line_spacing=Pt(12)), "Nội dung", "giãn dòng 0,75", "II.6e"),
    "thiếu ./.": (swaps(LAST, "./.", "."), "Kết thúc nội dung", "chưa kết thúc bằng ./.", "Mẫu 1.5"),
    "./. giữa chừng": (says(REASON, "1. Lý do: có người mới./."), "Kết thúc nội dung", "khi nội dung chưa hết", "Mẫu 1.5"),
    "KT thiếu chấm": (says("KT. GIÁM", "KT GIÁM ĐỐC"), "Quyền hạn người ký", "KT GIÁM ĐỐC", "II.7b"),
    "K/T": (says("KT. GIÁM", "K/T GIÁM ĐỐC"), "Quyền hạn người ký", "sửa thành «KT.»", "II.7b"),
    "cấp phó thiếu KT": (gone("KT. GIÁM"), "Quyền hạn người ký", "chưa ghi ký thay ai", "II.7b"),
    "KT thiếu chức vụ": (gone("PHÓ GIÁM"), "Quyền hạn người ký", "chưa có chức vụ", "II.7b"),
    "chức vụ không đậm": (looks("PHÓ GIÁM", bold=False), "Quyền hạn, chức vụ người ký", "không đậm", "II.7đ"),
    "chức vụ chữ thường": (says("PHÓ GIÁM", "Phó Giám đốc"), "Quyền hạn, chức vụ người ký", "chưa viết hoa", "II.7đ"),
    "có học vị": (says("Đỗ Văn Lý", "ThS. Đỗ Văn Lý"), "Họ tên người ký", "«ThS.»", "II.7c"),
    "có học hàm": (says("Đỗ Văn Lý", "PGS.TS Đỗ Văn Lý"), "Họ tên người ký", "«PGS.»", "II.7c"),
    "họ tên viết hoa": (says("Đỗ Văn Lý", "ĐỖ VĂN LÝ"), "Họ tên người ký", "viết hoa hết", "II.7đ"),
    "họ tên cỡ 12": (looks("Đỗ Văn Lý", size=12), "Họ tên người ký", "cỡ chữ 12", "II.7đ"),
    "không có họ tên": (gone("Đỗ Văn Lý"), "Họ tên người ký", "Không tìm thấy", "II.7đ"),
    "Nơi nhận không nghiêng": (looks("Nơi nhận", italic=False), "Chữ Nơi nhận", "chữ đứng", "II.9d"),
    "Nơi nhận thiếu hai chấm": (says("Nơi nhận", "Nơi nhận"), "Nơi nhận", "«Nơi nhận:»", "II.9d"),
    "dòng nơi nhận cỡ 13": (looks("- Giám đốc Sở", size=13), "Dòng nơi nhận", "cỡ chữ 13", "II.9d"),
    "dòng nơi nhận thiếu chấm phẩy": (swaps("- Giám đốc Sở", ";", ""), "Nơi nhận", "dấu chấm phẩy", "II.9d"),
    "thiếu Như trên": (gone("- Như trên"), "Nơi nhận", "Dòng đầu", "II.9d"),
    "thiếu Lưu": (says("- Lưu", "- Các phòng."), "Nơi nhận", "Dòng cuối", "II.9d"),
    "Lưu thiếu chấm": (says("- Lưu", "- Lưu: VT, VP"), "Nơi nhận", "dấu chấm ở cuối", "II.9d"),
    "câu thêm dưới chữ ký": (added(BELOW), "Dưới chữ ký", f"«{BELOW}»", "I.6"),
    "câu thêm ngay dưới họ tên": (twice("Đỗ Văn Lý", BELOW), "Dưới chữ ký", f"«{BELOW}»", "I.6"),
    "câu thêm sau phần chữ ký trống": (
        lambda it: (added("")(it), added(BELOW)(it), added(BELOW)(it))[0], "Dưới chữ ký", "và 1 đoạn khác", "I.6"
    ),
    "không nhắc danh sách": (gone("(Danh sách"), "Danh sách kèm theo", "chưa nhắc tới", "III.1a"),
    "chữ dấu rời": (
        swaps(REASON, "công chức", normalize("NFD", "công chức")), "Bộ mã ký tự", "tách rời", "I.4"
    ),
    "Ð không phải Đ": (swaps("3. Yêu cầu", "đúng", "ðúng"), "Bộ mã ký tự", "«ðúng»", "I.4"),
    "chữ а Kirin": (swaps(REASON, "tiếp nhận", "tiếp nhậ\u043f"), "Bộ mã ký tự", "trông giống", "I.4"),
    "một từ VNI": (swaps(REASON, "tiếp nhận", "tiếp nhaän"), "Bộ mã ký tự", "«nhaän»", "I.4"),
    "chữ VNI": (says("Thông tin liên hệ", "Coâng chöùc Vaên phoøng Nguyeãn Thò Höông."), "Bộ mã ký tự", "bảng mã cũ", "I.4"),
    "ký tự ẩn": (swaps(REASON, "tiếp nhận", "tiếp\u200bnhận"), "Bộ mã ký tự", "ký tự ẩn", "I.4"),
    "chữ ngoài bảng chữ Việt": (swaps(REASON, "tiếp nhận", "tiếp nhœn"), "Bộ mã ký tự", "không thuộc chữ Việt", "I.4"),
    "chữ TCVN3": (says("Thông tin liên hệ", "C«ng chøc V¨n phßng NguyÔn ThÞ H\u00adêng."), "Bộ mã ký tự", "bảng mã cũ", "I.4"),
}  # fmt: skip

CONTENT: dict[str, tuple[Edit, str, str]] = {
    "số lượng sai": (swaps(NEED, "05", "06"), "Số lượng", "ghi số lượng 6 mà danh sách có 5 dòng"),
    "địa chỉ không có": (
        says("Thông tin liên hệ", "Thông tin liên hệ: nguyenvana@gmail.com."), "Địa chỉ hộp thư", "«nguyenvana@gmail.com»"
    ),
    "địa chỉ gõ nhầm": (
        says("Thông tin liên hệ", "Thông tin liên hệ: lydv.stnm@camau.gov.vn."),
        *("Địa chỉ hộp thư", "có phải «lydv.stnmt@camau.gov.vn» không"),
    ),
    "thẻ sót": (swaps(REASON, "công chức", "{{ ly_do }}"), "Thẻ của mẫu", "«{{ ly_do }}»"),
    "trường trộn thư": (merge_field(REASON, "Ly_do"), "Thẻ của mẫu", "MERGEFIELD Ly_do"),
    "thẻ ở chân trang": (
        lambda it: it.sections[0].first_page_footer.paragraphs[0].add_run("{%p endif %}") and None,
        *("Thẻ của mẫu", "chân trang"),
    ),
    "thay đổi theo dõi": (tracked(REASON), "Thay đổi đang theo dõi", "1 thay đổi"),
}  # fmt: skip

NINHBINH: dict[str, Mistake] = {
    "nơi nhận cuối chấm phẩy": (swaps("- Văn phòng", ".", ";"), "Kính gửi", "dấu «.»", "II.9d"),
    "nơi nhận giữa thiếu chấm phẩy": (swaps("- Sở Thông tin", ";", ","), "Kính gửi", "dấu «;»", "II.9d"),
    "gạch đầu dòng lệch": (stands("- Văn phòng", left_indent=Mm(20)), "Kính gửi", "chưa thẳng hàng", "II.9d"),
    "các phần không khớp": (swaps(NEED, "01 hộp thư của", "02 hộp thư của"), "Số lượng", "cộng lại là 13", ""),
    "dòng địa chỉ cỡ 13": (contact_looks(size=13), "Dòng địa chỉ cuối trang thứ nhất", "cỡ chữ 13", "III.4"),
    "dòng địa chỉ mất kẻ": (contact_rule_gone, "Dòng địa chỉ cuối trang", "chưa có đường kẻ", "III.4"),
    "người đứng đầu ghi Quyền": (says("GIÁM ĐỐC", "QUYỀN GIÁM ĐỐC"), "Quyền hạn người ký", "sửa thành «Q.»", "II.7b"),
    "học vị viết đủ": (says("Phạm Quốc Nam", "Tiến sĩ Phạm Quốc Nam"), "Họ tên người ký", "«Tiến sĩ»", "II.7c"),
}

PROPOSAL: dict[str, Mistake] = {
    "tên loại cỡ 16": (looks("PHIẾU TRÌNH", size=16), "Tên loại văn bản", "cỡ chữ 16", "II.5b"),
    "trích yếu không đậm": (looks("Về việc", bold=False), "Trích yếu", "không đậm", "II.5b"),
    "mất kẻ trích yếu": (rule_gone("Về việc"), "Đường kẻ dưới trích yếu", "chưa có đường kẻ", "II.5b"),
    "kẻ trích yếu quá dài": (rule_margins("Về việc", 10, 10), "Đường kẻ dưới trích yếu", "145 mm", "II.5b"),
    "không có tên loại": (gone("PHIẾU TRÌNH"), "Tên loại văn bản", "Không tìm thấy", "II.5b"),
    "câu thêm dưới phiếu trình": (added(BELOW), "Dưới chữ ký", f"«{BELOW}»", "I.6"),
}

QUAN4: dict[str, Mistake] = {
    "T/M": (says("TM. ỦY BAN", "T/M ỦY BAN NHÂN DÂN"), "Quyền hạn người ký", "sửa thành «TM.»", "II.7b"),
    "TM thiếu chấm": (says("TM. ỦY BAN", "TM ỦY BAN NHÂN DÂN"), "Quyền hạn người ký", "sửa thành «TM.»", "II.7b"),
    "KT chữ thường": (
        says("KT. CHỦ TỊCH", "KT. Chủ tịch"), "Quyền hạn, chức vụ người ký", "chưa viết hoa hết", "II.7đ"
    ),
    "câu thêm sau chữ ký thay": (twice("Trần Thị Ánh Nguyệt", BELOW), "Dưới chữ ký", f"«{BELOW}»", "I.6"),
}  # fmt: skip

BASES: dict[str, Mistake] = {
    "căn cứ chữ đứng": (looks("Căn cứ Luật Giao", italic=False), "Căn cứ", "chữ đứng", "II.6a"),
    "căn cứ giữa chấm": (swaps("Căn cứ Luật Giao", ";", "."), "Căn cứ", "dấu «;»", "II.6a"),
    "ngày trong căn cứ": (swaps("Căn cứ Luật Giao", "tháng 6", "tháng 06"), "Ngày trong nội dung", "tháng 06", "II.4b"),
}

SLIP: dict[str, Mistake] = {
    "tên phiếu không đậm": (looks("PHIẾU YÊU CẦU", bold=False), "Tên loại văn bản", "không đậm", "II.5b"),
    "chức vụ cỡ 12": (looks("TRƯỞNG PHÒNG", size=12), "Quyền hạn, chức vụ người ký", "cỡ chữ 12", "II.7đ"),
    "địa chỉ trong bảng gõ nhầm": (
        swaps("lydv.stnmt", "lydv.stnmt", "lydv.stmt"), "Địa chỉ hộp thư", "có phải «lydv.stnmt@camau.gov.vn» không", ""
    ),
    "nội dung cỡ 11": (looks("Phòng Kế hoạch - Tổng hợp kính trình", size=11), "Nội dung", "cỡ chữ 11", "II.6e"),
    "không có địa danh, ngày": (gone("Khánh Hòa, ngày"), "Địa danh và thời gian ban hành", "Không tìm thấy", "II.4c"),
    "câu thêm dưới phiếu": (added(BELOW), "Dưới chữ ký", f"«{BELOW}»", "I.6"),
}  # fmt: skip
