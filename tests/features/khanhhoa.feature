# language: vi
Tính năng: Ban Giao thông Khánh Hòa – mỗi người một phiếu yêu cầu xóa; cấp lại mật khẩu bằng thư, không công văn

  Điều 4 khoản 4: người nghỉ hưu, nghỉ việc, chuyển công tác thì Phòng Kế hoạch - Tổng hợp trình lãnh đạo Ban phiếu yêu cầu
  xóa hộp thư. Điều 4 khoản 2: quên mật khẩu hoặc không vào được thì Phòng Kế hoạch - Tổng hợp gửi thư điện tử tới Trung tâm
  Công nghệ thông tin và Truyền thông. Điều 3: chỉ Giám đốc và Trưởng phòng Kế toán có hộp thư riêng.

  Bối cảnh:
    Cho hôm nay là Thứ Hai 23/11/2026
    Và sổ hộp thư của Ban Quản lý dự án đầu tư xây dựng các công trình Giao thông theo quy chế Khánh Hòa, hộp thư đơn vị là bqlctgt@khanhhoa.gov.vn
    Và Trịnh Công Hậu, Giám đốc, đang dùng hộp thư tchau.bqlctgt
    Và Võ Thị Kim Oanh, Trưởng phòng Kế toán, đang dùng hộp thư vtkoanh.bqlctgt

  Kịch bản: Giám đốc nghỉ hưu, Trưởng phòng Kế toán chuyển công tác
    Khi văn thư ghi biến động của Trịnh Công Hậu: Nghỉ hưu
      | Số quyết định   | Quyết định số 3015/QĐ-UBND |
      | Ngày quyết định | 16/11/2026                 |
    Thì màn hình ghi “Quy chế không đặt thời hạn cho đơn vị gửi đề nghị này; nên gửi sớm.”
    Khi văn thư bấm “Ghi biến động”
    Và văn thư ghi biến động của Võ Thị Kim Oanh: Chuyển công tác ra ngoài
      | Số quyết định   | Quyết định số 3020/QĐ-UBND |
      | Ngày quyết định | 18/11/2026                 |
    Và văn thư bấm “Ghi biến động”
    Và văn thư chọn tchau.bqlctgt@khanhhoa.gov.vn để đề nghị Hủy, thu hồi
    Và văn thư chọn thêm Võ Thị Kim Oanh
    Và văn thư lập xong giấy tờ
    Thì mỗi người có một phiếu
      | Trịnh Công Hậu  | tchau.bqlctgt@khanhhoa.gov.vn   | Nghỉ hưu        | 3015/QĐ-UBND |
      | Võ Thị Kim Oanh | vtkoanh.bqlctgt@khanhhoa.gov.vn | Chuyển công tác | 3020/QĐ-UBND |
    Khi văn thư ghi đã gửi ngày 23/11/2026 từ hộp thư bqlctgt@khanhhoa.gov.vn
    Và nơi quản lý trả lời ngày 23/11/2026 bằng văn bản số 17, đồng ý tất cả
    Và văn thư cập nhật sổ theo trả lời
    Thì hộp thư tchau.bqlctgt@khanhhoa.gov.vn ở trạng thái Đã đóng
    Và hộp thư vtkoanh.bqlctgt@khanhhoa.gov.vn ở trạng thái Đã đóng
    Và sổ và nhật ký khớp nhau

  Kịch bản: Trưởng phòng Kế toán quên mật khẩu
    Khi văn thư chọn vtkoanh.bqlctgt@khanhhoa.gov.vn để đề nghị Cấp lại mật khẩu
    Và văn thư ghi với hộp thư ấy
      | Lý do                        | Quên mật khẩu |
      | Điện thoại nhận mật khẩu mới | 0912000222    |
    Và văn thư lập xong giấy tờ
    Thì đề nghị gồm danh sách và thư nháp
    Và danh sách có các dòng
      | Võ Thị Kim Oanh | vtkoanh.bqlctgt@khanhhoa.gov.vn | Quên mật khẩu | 0912000222 |
    Khi văn thư ghi đã gửi ngày 23/11/2026 từ hộp thư bqlctgt@khanhhoa.gov.vn
    Thì đề nghị ở trạng thái Đã gửi
    Khi sang Thứ Tư 25/11/2026
    Và nơi quản lý trả lời ngày 25/11/2026 bằng văn bản số 18, đồng ý tất cả
    Và văn thư cập nhật sổ theo trả lời
    Thì đề nghị ở trạng thái Đã áp dụng
    Và hộp thư vtkoanh.bqlctgt@khanhhoa.gov.vn ở trạng thái Đang dùng
    Và sổ và nhật ký khớp nhau
