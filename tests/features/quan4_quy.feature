# language: vi
Tính năng: Quận 4 – một quý đổi mật khẩu, mỗi việc được nhắc một lần và ghi bằng một lần bấm

  Điều 8 khoản 3 điểm b: mật khẩu phải được đổi ở lần đăng nhập đầu và định kỳ 03 tháng. Điều 8 khoản 1 điểm a: hộp thư
  không dùng quá 03 tháng mà không báo lý do thì bị khóa.

  Kịch bản: Bốn hộp thư mới ở Phường 9, từ ngày cấp đến hết quý
    Cho hôm nay là Thứ Hai 23/11/2026
    Và sổ hộp thư của Ủy ban nhân dân Phường 9 theo quy chế Quận 4, hộp thư đơn vị là phuong9.q4@tphcm.gov.vn
    Và Lâm Thị Ngọc Diệp, Chuyên viên, chưa có hộp thư
    Và Trần Quốc Hưng, Chuyên viên, chưa có hộp thư
    Và Phan Thị Mỹ Linh, Chuyên viên, chưa có hộp thư
    Và Võ Minh Trí, Chuyên viên, chưa có hộp thư
    Khi văn thư lập đề nghị cấp mới cho
      | Lâm Thị Ngọc Diệp |
      | Trần Quốc Hưng    |
      | Phan Thị Mỹ Linh  |
      | Võ Minh Trí       |
    Và văn thư lập xong giấy tờ
    Và văn thư ghi đã gửi ngày 23/11/2026 từ hộp thư phuong9.q4@tphcm.gov.vn
    Và sang Thứ Sáu 27/11/2026
    Và nơi quản lý trả lời ngày 27/11/2026 bằng văn bản số 61, đồng ý tất cả
    Và văn thư cập nhật sổ theo trả lời
    Thì trang Hôm nay có một dòng “Đổi mật khẩu được cấp lần đầu” cho 4 hộp thư

    Khi văn thư bấm “Đã đổi mật khẩu” ở dòng “Đổi mật khẩu được cấp lần đầu, 4 hộp thư”
    Và văn thư bấm “Ghi 4 hộp thư”
    Thì trên trang Hôm nay không còn “Đổi mật khẩu được cấp lần đầu”
    Và nhật ký vừa ghi “Ghi đổi mật khẩu: 4 hộp thư, ngày 27/11/2026”

    Khi sang Thứ Năm 18/02/2027
    Thì trên trang Hôm nay không còn “Đổi mật khẩu định kỳ”
    Khi sang Thứ Hai 22/02/2027
    Thì trang Hôm nay có một dòng “Đổi mật khẩu định kỳ” cho 4 hộp thư
    Và trang Hôm nay có một dòng “Dùng hộp thư trước khi bị khóa, tạm dừng” cho 4 hộp thư
    Và màn hình ghi “còn 4 ngày, hạn 27/02/2027”
    Khi văn thư bấm “Đã đổi mật khẩu” ở dòng “Đổi mật khẩu định kỳ, 4 hộp thư”
    Và văn thư bỏ chọn Phan Thị Mỹ Linh
    Và văn thư bỏ chọn Võ Minh Trí
    Và văn thư bấm “Ghi 2 hộp thư”
    Thì trang Hôm nay có một dòng “Đổi mật khẩu định kỳ” cho 2 hộp thư
    Và nhật ký vừa ghi “Ghi đổi mật khẩu: 2 hộp thư, ngày 22/02/2027”
    Và hạn đổi mật khẩu của Lâm Thị Ngọc Diệp là Thứ Bảy 22/05/2027

    Khi văn thư chọn việc “Ghi với ngày, người khác…” ở dòng “Đổi mật khẩu định kỳ, 2 hộp thư”
    Và văn thư bỏ chọn Võ Minh Trí
    Và văn thư ghi “Ngày làm” là “19/02/2027”
    Và văn thư ghi “Người làm” là “Phan Thị Mỹ Linh”
    Và văn thư bấm “Ghi 1 hộp thư”
    Thì trang Hôm nay có một dòng “Đổi mật khẩu định kỳ” của Võ Minh Trí, ở mục Sắp tới
    Và hạn đổi mật khẩu của Phan Thị Mỹ Linh là Thứ Tư 19/05/2027

    Khi văn thư chọn việc “Hoãn nhắc…” ở dòng “Đổi mật khẩu định kỳ, Võ Minh Trí”
    Và văn thư ghi “Lý do” là “đi tập huấn đến hết ngày 22/02”
    Và văn thư bấm “Hoãn nhắc”
    Thì trên trang Hôm nay không còn “Đổi mật khẩu định kỳ”
    Khi văn thư chọn việc “Đã báo lý do không sử dụng…” ở dòng “Dùng hộp thư trước khi bị khóa, tạm dừng, Võ Minh Trí”
    Và văn thư ghi “Ghi chú” là “biệt phái ở Ban Chỉ huy quân sự đến hết tháng 3”
    Và văn thư bấm “Ghi 1 hộp thư”
    Thì trên trang Hôm nay không còn “Dùng hộp thư trước khi bị khóa”
    Và hộp thư của Võ Minh Trí không còn bị khóa vì không dùng, nhưng vẫn đến hạn đổi mật khẩu

    Khi sang Thứ Ba 23/02/2027
    Thì trang Hôm nay có một dòng “Đổi mật khẩu định kỳ” của Võ Minh Trí, ở mục Sắp tới
    Khi sang Thứ Hai 01/03/2027
    Thì trang Hôm nay có một dòng “Đổi mật khẩu định kỳ” của Võ Minh Trí, ở mục Quá hạn
    Khi văn thư bấm “Đã đổi mật khẩu” ở dòng “Đổi mật khẩu định kỳ, Võ Minh Trí”
    Thì trên trang Hôm nay không còn “Đổi mật khẩu định kỳ”
    Và hạn đổi mật khẩu của Võ Minh Trí là Thứ Ba 01/06/2027
    Và sổ và nhật ký khớp nhau
