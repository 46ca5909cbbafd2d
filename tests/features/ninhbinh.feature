# language: vi
Tính năng: Ninh Bình – người nghỉ hưu, hộp thư được đề nghị hủy đúng hạn

  Điều 7 khoản 2: cán bộ nghỉ hưu, thôi việc, chuyển công tác thì đơn vị có văn bản đề nghị hủy hộp thư trong 05 ngày kể từ
  ngày có quyết định; Sở Thông tin và Truyền thông hủy trong 03 ngày làm việc kể từ khi nhận được. Ngày 24/11 là ngày nghỉ lễ.

  Kịch bản: Bà Hoàng Thị Lan nghỉ hưu
    Cho hôm nay là Thứ Hai 23/11/2026
    Và sổ hộp thư của Sở Nội vụ theo quy chế Ninh Bình, hộp thư đơn vị là snv@ninhbinh.gov.vn
    Và Hoàng Thị Lan, Chuyên viên, đang dùng hộp thư lanht.snv
    Khi văn thư ghi biến động của Hoàng Thị Lan: Nghỉ hưu
      | Số quyết định   | Quyết định số 125/QĐ-SNV |
      | Ngày quyết định | 20/11/2026               |
    Thì màn hình ghi
      | Hủy, thu hồi: lanht.snv@ninhbinh.gov.vn (Đ7.2)       |
      | Gửi chậm nhất Thứ Tư, 25/11/2026 · còn 2 ngày (Đ7.2) |
    Khi văn thư bấm “Ghi biến động”
    Và văn thư bấm “Lập đề nghị hủy, thu hồi…”
    Và văn thư lập xong giấy tờ
    Thì đề nghị gồm công văn, danh sách và thư nháp
    Và công văn để trống số và ngày
    Và công văn viết “01 hộp thư”
    Và danh sách có các dòng
      | Hoàng Thị Lan | lanht.snv@ninhbinh.gov.vn | Nghỉ hưu | Quyết định số 125/QĐ-SNV |
    Và thư nháp gửi từ snv@ninhbinh.gov.vn tới stttt@ninhbinh.gov.vn, kèm 2 tệp

    Khi văn thư ghi công văn đã ký số 0312 ngày 23/11/2026
    Thì đề nghị ở trạng thái Đã ký
    Khi sang Thứ Tư 25/11/2026
    Thì trang Hôm nay nhắc “Hoàng Thị Lan”
    Khi văn thư ghi đã gửi ngày 25/11/2026 từ hộp thư snv@ninhbinh.gov.vn
    Thì đề nghị ở trạng thái Đã gửi
    Và hạn trả lời là Thứ Hai 30/11/2026

    Khi sang Thứ Sáu 27/11/2026
    Và nơi quản lý trả lời ngày 27/11/2026 bằng văn bản số 1204, đồng ý tất cả
    Và văn thư cập nhật sổ theo trả lời
    Thì đề nghị ở trạng thái Đã áp dụng
    Và hộp thư lanht.snv@ninhbinh.gov.vn ở trạng thái Đã đóng
    Và sổ và nhật ký khớp nhau
