# language: vi
Tính năng: Quận 4 – số liệu sử dụng của nơi vận hành cho biết hộp thư nào lâu không dùng

  Điều 8 khoản 1: hộp thư không sử dụng quá 03 tháng mà không báo lý do thì tạm khóa, quá 06 tháng thì xóa. Ngày dùng gần nhất do nơi
  vận hành cho biết; sổ chỉ ghi lần dùng mới hơn điều đã biết, còn dòng nào chưa rõ thì để văn thư xem.

  Bối cảnh:
    Cho hôm nay là Thứ Hai 23/11/2026
    Và sổ hộp thư của Ủy ban nhân dân Phường 9 theo quy chế Quận 4, hộp thư đơn vị là phuong9.q4@tphcm.gov.vn
    Và Lâm Thị Ngọc Diệp, Chuyên viên, đang dùng hộp thư ltndiep.q4
    Và Trần Quốc Hưng, Chuyên viên, đang dùng hộp thư tqhung.q4
    Và Phan Thị Mỹ Linh, Chuyên viên, đang dùng hộp thư ptmlinh.q4
    Và Võ Minh Trí, Chuyên viên, đang dùng hộp thư vmtri.q4

  Kịch bản: Nhập số liệu, hạn theo đó mà đổi, rồi hoàn tác cả lần
    Cho nơi vận hành gửi bảng số liệu đến ngày 20/11/2026
      | ltndiep.q4  | 19/11/2026 08:15 |
      | tqhung.q4   | 01/08/2026       |
      | ptmlinh.q4  | Chưa đăng nhập   |
      | vmtrri.q4   | 18/11/2026       |
      | nguoila.q4  | 18/11/2026       |
    Khi văn thư mở phần Số liệu sử dụng
    Thì màn hình ghi “Chưa nhập số liệu sử dụng nào”
    Khi văn thư bấm “Nhập số liệu sử dụng”
    Và văn thư bấm “Chọn tệp…”
    Thì cột “Số liệu ngày” ghi “20/11/2026”
    Khi văn thư bấm “Xem trước từng dòng”
    Thì màn hình ghi
      | Chưa đăng nhập lần nào.                                                               |
      | Sổ không có địa chỉ này, chỉ có vmtri.q4@tphcm.gov.vn gần giống; hãy hỏi lại nơi vận hành. |
      | Sổ không có địa chỉ này.                                                              |
    Khi văn thư bấm “Ghi số liệu của 3 hộp thư”
    Thì màn hình ghi “3 hộp thư có số liệu, 2 lần dùng mới được ghi. Các dòng cần xem không được ghi.”
    Khi văn thư bấm “Đóng”
    Thì hạn khóa vì không dùng của Lâm Thị Ngọc Diệp là Thứ Sáu 19/02/2027
    Và hạn khóa vì không dùng của Trần Quốc Hưng là Chủ nhật 01/11/2026
    Và Phan Thị Mỹ Linh không có hạn khóa vì không dùng
    Và trang Hôm nay nhắc “Dùng hộp thư trước khi bị khóa, tạm dừng”
    Khi văn thư xem hộp thư của Trần Quốc Hưng
    Thì màn hình ghi “01/08/2026, theo số liệu ngày 20/11/2026 của nơi vận hành”
    Khi văn thư xem hộp thư của Phan Thị Mỹ Linh
    Thì màn hình ghi “Chưa đăng nhập lần nào, theo số liệu ngày 20/11/2026”

    Khi văn thư mở phần Số liệu sử dụng
    Và văn thư chọn lần nhập ấy
    Thì màn hình ghi
      | Số liệu không nêu (2 hộp thư) |
      | Chưa đăng nhập · Phan Thị Mỹ Linh |
      | 01/08/2026 · Trần Quốc Hưng |
    Khi văn thư bấm “Hoàn tác lần nhập”
    Và văn thư bấm “Hoàn tác việc này”
    Thì màn hình ghi “Chưa nhập số liệu sử dụng nào”
    Và Lâm Thị Ngọc Diệp không có hạn khóa vì không dùng
    Và sổ và nhật ký khớp nhau

  Kịch bản: Ngày đọc được hai cách thì hỏi, không đoán
    Cho nơi vận hành gửi bảng số liệu đến ngày 20/11/2026
      | ltndiep.q4  | 05/11/2026 |
      | tqhung.q4   | 03/10/2026 |
    Khi văn thư mở phần Số liệu sử dụng
    Và văn thư bấm “Nhập số liệu sử dụng”
    Và văn thư bấm “Chọn tệp…”
    Thì màn hình ghi “đọc được cả hai cách, ngày trước hay tháng trước”
    Khi văn thư chọn “Cột B Đăng nhập lần cuối là” là “Lần dùng gần nhất (ngày/tháng/năm)”
    Và văn thư bấm “Xem trước từng dòng”
    Và văn thư bấm “Ghi số liệu của 2 hộp thư”
    Và văn thư bấm “Đóng”
    Thì hạn khóa vì không dùng của Lâm Thị Ngọc Diệp là Thứ Sáu 05/02/2027
    Và nhật ký vừa ghi “Nhập số liệu sử dụng «so-lieu.xlsx» ngày 20/11/2026: 2 hộp thư, 2 lần dùng mới”
    Và sổ và nhật ký khớp nhau
