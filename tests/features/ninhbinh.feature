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
    Thì trang Hôm nay nhắc “Thời hạn đơn vị phải gửi đề nghị hủy, thu hồi”
    Khi văn thư bấm “Lập đề nghị” ở dòng “Hoàng Thị Lan · lanht.snv@ninhbinh.gov.vn”
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
    Thì trang Hôm nay nhắc “Thời hạn đơn vị phải gửi đề nghị hủy, thu hồi”
    Khi văn thư ghi đã gửi ngày 25/11/2026 từ hộp thư snv@ninhbinh.gov.vn
    Thì đề nghị ở trạng thái Đã gửi
    Và hạn trả lời là Thứ Hai 30/11/2026
    Và trên trang Hôm nay không còn “Thời hạn đơn vị phải gửi đề nghị hủy, thu hồi”

    Khi sang Thứ Sáu 27/11/2026
    Và nơi quản lý trả lời ngày 27/11/2026 bằng văn bản số 1204, đồng ý tất cả
    Và văn thư cập nhật sổ theo trả lời
    Thì đề nghị ở trạng thái Đã áp dụng
    Và hộp thư lanht.snv@ninhbinh.gov.vn ở trạng thái Đã đóng
    Và trang Hôm nay nhắc “Cập nhật danh bạ thư điện tử của đơn vị”
    Khi văn thư ghi đã làm “Cập nhật danh bạ thư điện tử của đơn vị”
    Và văn thư bỏ qua “Đề nghị thu hồi chứng thư số và thiết bị lưu khóa của người thôi dùng hộp thư” vì Bà Lan chưa từng có chứng thư số
    Thì trên trang Hôm nay không còn “lanht.snv@ninhbinh.gov.vn”
    Và sổ và nhật ký khớp nhau

  Kịch bản: Quá hạn mà chưa có trả lời thì đôn đốc, mỗi công văn một số
    Cho hôm nay là Thứ Hai 23/11/2026
    Và sổ hộp thư của Sở Nội vụ theo quy chế Ninh Bình, hộp thư đơn vị là snv@ninhbinh.gov.vn
    Và Đỗ Thị Bích Ngọc, Chuyên viên, chưa có hộp thư
    Khi văn thư lập đề nghị cấp mới cho
      | Đỗ Thị Bích Ngọc |
    Và văn thư lập xong giấy tờ
    Và văn thư ghi công văn đã ký số 312 ngày 23/11/2026
    Và văn thư ghi đã gửi ngày 23/11/2026 từ hộp thư snv@ninhbinh.gov.vn
    Thì hạn trả lời là Thứ Sáu 27/11/2026

    Khi sang Thứ Hai 30/11/2026
    Thì trang Hôm nay nhắc “Đôn đốc”
    Và đề nghị ở trạng thái Quá hạn
    Khi văn thư đôn đốc
    Thì công văn đôn đốc viết “lần thứ 1”
    Và công văn đôn đốc viết “thời hạn giải quyết là 03 ngày làm việc, đã hết ngày 27 tháng 11 năm 2026”
    Khi văn thư ghi công văn đôn đốc đã ký số 312 ngày 30/11/2026
    Thì màn hình ghi “Số 312 năm 2026 đã cấp cho một văn bản khác trong sổ, kể cả văn bản đã hủy. Hãy ghi số khác.”
    Khi văn thư sửa số công văn thành 331
    Thì màn hình ghi “Đã ký số 312”

    Khi sang Thứ Năm 03/12/2026
    Và nơi quản lý trả lời ngày 03/12/2026 bằng văn bản số 1310, đồng ý tất cả
    Và văn thư cập nhật sổ theo trả lời
    Thì hộp thư ngocdtb.snv@ninhbinh.gov.vn ở trạng thái Đang dùng
    Và sổ và nhật ký khớp nhau

  Kịch bản: Nghỉ bão thì thấy trước hạn nào dời, lưu lịch rồi hạn mới đổi, hoàn tác được cả hai
    Cho hôm nay là Thứ Hai 23/11/2026
    Và sổ hộp thư của Sở Nội vụ theo quy chế Ninh Bình, hộp thư đơn vị là snv@ninhbinh.gov.vn
    Và Đỗ Thị Bích Ngọc, Chuyên viên, chưa có hộp thư
    Khi văn thư lập đề nghị cấp mới cho
      | Đỗ Thị Bích Ngọc |
    Và văn thư lập xong giấy tờ
    Và văn thư ghi công văn đã ký số 312 ngày 23/11/2026
    Và văn thư ghi đã gửi ngày 23/11/2026 từ hộp thư snv@ninhbinh.gov.vn
    Thì hạn trả lời là Thứ Sáu 27/11/2026
    Khi văn thư sửa lịch ngày 25/11/2026: Nghỉ
      | Lý do   | Nghỉ tránh bão      |
      | Văn bản | Công điện 10/CĐ-UBND |
    Thì màn hình ghi
      | 1 hạn đang theo dõi sẽ đổi:       |
      | Đề nghị cấp mới 1 hộp thư, số 312 |
      | 30/11/2026                        |
    Và hạn trả lời là Thứ Sáu 27/11/2026
    Khi văn thư bấm “Lưu ngày này”
    Thì màn hình ghi “Sửa lịch ngày 25/11/2026: nghỉ; 1 hạn tính lại”
    Và hạn trả lời là Thứ Hai 30/11/2026
    Khi văn thư bấm “Hoàn tác”
    Thì màn hình ghi “Hoàn tác: Sửa lịch ngày 25/11/2026”
    Và hạn trả lời là Thứ Sáu 27/11/2026
    Và sổ và nhật ký khớp nhau
