# language: vi
Tính năng: Quận 4 – hộp thư bị khóa vì không đổi mật khẩu lần đầu được mở lại đúng lúc, đúng đường

  Điều 8 khoản 3 điểm b: hộp thư không đổi mật khẩu ở lần đăng nhập đầu thì bị khóa; yêu cầu mở lại chỉ được giải quyết
  sau 05 ngày kể từ ngày khóa. Điều 8 khoản 1 điểm a: hộp thư cá nhân mở lại bằng thư điện tử gửi từ hộp thư đơn vị.
  Điều 6: nơi quản lý chỉ nhận đề nghị từ hộp thư của đơn vị; người gửi khác thì từ chối.

  Kịch bản: Bà Lâm Thị Ngọc Diệp quên đổi mật khẩu lần đầu
    Cho hôm nay là Thứ Hai 23/11/2026
    Và sổ hộp thư của Ủy ban nhân dân Phường 9 theo quy chế Quận 4, hộp thư đơn vị là phuong9.q4@tphcm.gov.vn
    Và Lâm Thị Ngọc Diệp, Chuyên viên, đang dùng hộp thư ltndiep.q4
    Khi nơi quản lý báo đã khóa hộp thư ltndiep.q4@tphcm.gov.vn ngày 20/11/2026: Không đổi mật khẩu lần đầu
    Thì hộp thư ltndiep.q4@tphcm.gov.vn ở trạng thái Bị khóa

    Khi văn thư chọn ltndiep.q4@tphcm.gov.vn để đề nghị Mở lại
    Thì màn hình ghi “Yêu cầu mở lại chỉ được giải quyết từ thứ Năm 26/11/2026 (Đ8.3b), không sớm hơn.”
    Khi văn thư lập xong giấy tờ
    Thì đề nghị gồm danh sách và thư nháp
    Và thư nháp gửi từ phuong9.q4@tphcm.gov.vn tới q4@tphcm.gov.vn, kèm 1 tệp

    Khi sang Thứ Năm 26/11/2026
    Và văn thư ghi đã gửi ngày 26/11/2026 từ hộp thư ltndiep.q4@tphcm.gov.vn
    Thì màn hình ghi
      | Đề nghị phải gửi từ hộp thư của đơn vị (phuong9.q4@tphcm.gov.vn) |
      | Đ6.1, Đ6.2                                                        |
    Và đề nghị ở trạng thái Nháp
    Khi văn thư sửa lại là gửi từ hộp thư phuong9.q4@tphcm.gov.vn
    Thì đề nghị ở trạng thái Đã gửi
    Và đề nghị không có hạn trả lời

    Khi sang Thứ Hai 30/11/2026
    Và nơi quản lý trả lời ngày 30/11/2026 bằng văn bản số 61, đồng ý tất cả
    Và văn thư cập nhật sổ theo trả lời
    Thì hộp thư ltndiep.q4@tphcm.gov.vn ở trạng thái Đang dùng
    Và sổ và nhật ký khớp nhau
