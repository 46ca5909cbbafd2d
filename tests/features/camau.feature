# language: vi
Tính năng: Cà Mau – chuyển công tác trong tỉnh thì hộp thư đi theo người; chưa có trả lời thì đôn đốc

  Điều 8 khoản 6: chuyển công tác trong phạm vi tỉnh thì đề nghị thay đổi, nghỉ việc thì đề nghị hủy, bằng văn bản. Điều 11
  khoản 2: gửi danh sách đề nghị tới đơn vị quản lý, vận hành. Quy chế không nêu hạn trả lời: đôn đốc vào bất cứ ngày nào.

  Kịch bản: Ông Tạ Quang Minh chuyển sang phòng khác
    Cho hôm nay là Thứ Hai 23/11/2026
    Và sổ hộp thư của Sở Nội vụ theo quy chế Cà Mau, hộp thư đơn vị là snv@camau.gov.vn
    Và trong sổ có Phòng Cải cách hành chính thuộc đơn vị
    Và Tạ Quang Minh, Chuyên viên, đang dùng hộp thư tqminh.snv
    Khi văn thư ghi biến động của Tạ Quang Minh: Chuyển đơn vị trong sổ
      | Số quyết định   | Quyết định số 88/QĐ-SNV   |
      | Ngày quyết định | 20/11/2026                |
      | Đơn vị mới      | Phòng Cải cách hành chính |
    Thì màn hình ghi
      | Thay đổi thông tin: tqminh.snv@camau.gov.vn (Đ8.6)                                 |
      | Quy chế không đặt thời hạn cho đơn vị gửi đề nghị này; nên gửi sớm.                |
    Khi văn thư bấm “Ghi biến động”
    Và văn thư bấm “Lập đề nghị thay đổi thông tin…”
    Và văn thư lập xong giấy tờ
    Thì danh sách có các dòng
      | Tạ Quang Minh | tqminh.snv@camau.gov.vn | Phòng Cải cách hành chính | Quyết định số 88/QĐ-SNV |
    Khi văn thư ghi đã gửi ngày 23/11/2026 từ hộp thư snv@camau.gov.vn
    Thì đề nghị ở trạng thái Đã gửi
    Và đề nghị không có hạn trả lời

    Khi sang Thứ Hai 07/12/2026
    Và văn thư đôn đốc
    Thì công văn đôn đốc viết “lần thứ 1”
    Và công văn đôn đốc viết “tqminh.snv@camau.gov.vn”
    Và công văn đôn đốc viết “ngày 23 tháng 11 năm 2026”

    Khi sang Thứ Sáu 11/12/2026
    Và nơi quản lý trả lời ngày 11/12/2026 bằng văn bản số 402, đồng ý tất cả
    Và văn thư cập nhật sổ theo trả lời
    Thì đề nghị ở trạng thái Đã áp dụng
    Và hộp thư tqminh.snv@camau.gov.vn thuộc Phòng Cải cách hành chính
    Và hộp thư tqminh.snv@camau.gov.vn ở trạng thái Đang dùng
    Và sổ và nhật ký khớp nhau
