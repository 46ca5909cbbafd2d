# language: vi
Tính năng: Sự cố hộp thư – biết phải báo ai, gọi số nào, và không để lộ thêm điều gì

  Ninh Bình Điều 14 khoản 3: phát hiện bí mật nhà nước trong hộp thư thì kịp thời báo thủ trưởng; thủ trưởng báo Sở và nơi gửi để gỡ bỏ, báo cơ
  quan chức năng. Sóc Trăng Điều 11 khoản 4: kịp thời báo Trung tâm Công nghệ số qua hộp thư hoặc số điện thoại in trong quy chế.

  Kịch bản: Sở ở Ninh Bình phát hiện bí mật nhà nước trong hộp thư, chỉ ghi sự việc
    Cho hôm nay là Thứ Hai 23/11/2026
    Và sổ hộp thư của Sở Thông tin và Truyền thông theo quy chế Ninh Bình, hộp thư đơn vị là stttt@ninhbinh.gov.vn
    Khi văn thư ghi sự cố “Phát hiện bí mật nhà nước” ở hộp thư stttt@ninhbinh.gov.vn
      | Giờ phát hiện   | 8h10           |
      | Người phát hiện | Trịnh Thị Vân  |
    Thì màn hình ghi
      | Không mô tả nội dung, không chuyển tiếp, không sao chép, không đính kèm tài liệu ấy |
      | Còn phải báo: Người phát hiện báo kịp thời cho Thủ trưởng cơ quan (Đ14.3)           |
    Và sự cố không có lời mô tả nào
    Và trang Hôm nay nhắc “Phát hiện bí mật nhà nước · stttt@ninhbinh.gov.vn”
    Khi văn thư bấm “Sự cố”
    Và văn thư ghi đã báo “Phạm Đức Thắng”
    Và văn thư ghi đã báo “Sở Thông tin và Truyền thông, Sở Xây dựng”
    Và văn thư định kết thúc sự cố, chọn “Đã giao cơ quan có thẩm quyền xử lý.”
    Thì màn hình ghi “Còn phải báo: cơ quan chức năng, để đánh giá mức độ lộ, lọt (Đ14.3)”
    Khi văn thư bỏ việc đang ghi
    Và văn thư ghi đã báo “Công an tỉnh”
    Và văn thư soạn công văn báo sự cố
    Thì công văn báo sự cố viết “phát hiện tài liệu có nội dung thuộc danh mục bí mật nhà nước”
    Và công văn báo sự cố viết “không nêu nội dung của tài liệu”
    Khi văn thư định kết thúc sự cố, chọn “Đã giao cơ quan có thẩm quyền xử lý.”
    Thì sự cố ở trạng thái Đã xong
    Và trên trang Hôm nay không còn “Phát hiện bí mật nhà nước”
    Và sổ và nhật ký khớp nhau

  Kịch bản: Sở ở Sóc Trăng không gửi được thư, gọi Trung tâm theo số có trên màn hình
    Cho hôm nay là Thứ Hai 23/11/2026
    Và sổ hộp thư của Sở Thông tin và Truyền thông theo quy chế Sóc Trăng, hộp thư đơn vị là sotttt@soctrang.gov.vn
    Khi văn thư ghi sự cố “Lỗi hệ thống, hộp thư” ở hộp thư sotttt@soctrang.gov.vn
      | Giờ phát hiện | 7h45                          |
      | Sự việc       | Không gửi được thư từ đầu giờ |
    Thì màn hình ghi
      | Gọi: 0299 3 626 800                                                  |
      | Thư: ttcns.sotttt@soctrang.gov.vn                                    |
      | Cơ quan, đơn vị báo kịp thời cho Trung tâm Công nghệ số tỉnh         |
    Khi văn thư ghi đã báo “Trung tâm Công nghệ số, trực ban”
    Thì trên trang Hôm nay không còn “Lỗi hệ thống, hộp thư”
    Khi văn thư bấm “Sự cố”
    Và văn thư kết thúc sự cố
      | Biện pháp đã làm | Trung tâm khởi động lại máy chủ      |
      | Bài học          | Lưu sẵn số điện thoại của Trung tâm  |
    Thì sự cố ở trạng thái Đã xong
    Và sổ sự cố năm 2026 viết “Lưu sẵn số điện thoại của Trung tâm”
    Và sổ và nhật ký khớp nhau
