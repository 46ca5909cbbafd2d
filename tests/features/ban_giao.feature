# language: vi
Tính năng: Bàn giao hộp thư khi đổi người phụ trách – không ai còn giữ mật khẩu của việc đã thôi

  Cà Mau Điều 7 khoản 3, Quận 4 Điều 12 khoản 2: thủ trưởng cũ bàn giao cho thủ trưởng mới. Ninh Bình Điều 8 khoản 3: cán bộ văn thư
  bàn giao cho cán bộ mới, kèm trách nhiệm giữ bí mật. Quy chế không nêu thì danh mục vẫn có, ghi rõ là gợi ý của chương trình.

  Kịch bản: Sở ở Cà Mau có giám đốc mới
    Cho hôm nay là Thứ Hai 23/11/2026
    Và sổ hộp thư của Sở Nội vụ theo quy chế Cà Mau, hộp thư đơn vị là snv@camau.gov.vn
    Và Đoàn Văn Hiệp, Phó Giám đốc, chưa có hộp thư
    Khi văn thư giao hộp thư snv@camau.gov.vn cho Đoàn Văn Hiệp làm Thủ trưởng
      | Từ ngày | 23/11/2026                  |
      | Văn bản | Quyết định số 210/QĐ-UBND   |
    Thì màn hình ghi “mở bàn giao từ Phạm Đức Thắng”
    Khi văn thư bấm “Xem bàn giao vừa mở”
    Thì màn hình ghi
      | Phạm Đức Thắng → Đoàn Văn Hiệp   |
      | Quyết định số 210/QĐ-UBND        |
      | Giao mật khẩu (bắt buộc, Đ7.3)   |
      | Chưa có bản ký                   |
    Khi văn thư kết thúc bàn giao
    Thì màn hình ghi “Chưa xong 9 mục bắt buộc, đầu tiên là”
    Và lần bàn giao ở trạng thái Đang bàn giao
    Khi văn thư ghi đã làm mục “Giao hộp thư”
    Và văn thư ghi đã làm mục “Giao mật khẩu”, chọn “Trao trực tiếp giữa hai bên”

    Khi sang Thứ Tư 25/11/2026
    Và văn thư bấm “Mở bàn giao” ở dòng “snv@camau.gov.vn”
    Thì màn hình ghi “Phạm Đức Thắng → Đoàn Văn Hiệp”
    Khi văn thư ghi đã làm những mục bắt buộc còn lại
    Và văn thư lập biên bản bàn giao
    Thì biên bản viết “Đoàn Văn Hiệp”
    Và biên bản viết “snv@camau.gov.vn”
    Khi văn thư đưa bản quét đã ký có dấu của biên bản vào sổ
    Thì lần bàn giao đã có bản ký
    Khi văn thư kết thúc bàn giao
    Thì lần bàn giao ở trạng thái Đã xong
    Và ngày 22/11/2026 người phụ trách snv@camau.gov.vn là Phạm Đức Thắng
    Và ngày 23/11/2026 người phụ trách snv@camau.gov.vn là Đoàn Văn Hiệp
    Và mật khẩu hộp thư snv@camau.gov.vn được ghi là đã đổi ngày 25/11/2026
    Và sổ và nhật ký khớp nhau

  Kịch bản: Văn thư của Sở ở Ninh Bình bàn giao cho người mới, cam kết giữ bí mật
    Cho hôm nay là Thứ Hai 23/11/2026
    Và sổ hộp thư của Sở Thông tin và Truyền thông theo quy chế Ninh Bình, hộp thư đơn vị là stttt@ninhbinh.gov.vn
    Và Lê Thị Thanh Huyền, Văn thư, chưa có hộp thư
    Và Trịnh Thị Vân, Chuyên viên, chưa có hộp thư
    Và Lê Thị Thanh Huyền đang theo dõi hộp thư của đơn vị từ 03/03/2025
    Khi văn thư mở bàn giao cho Trịnh Thị Vân
      | Bên nhận phụ trách từ ngày | 24/11/2026                    |
      | Văn bản                    | Quyết định số 31/QĐ-STTTT     |
      | Người chứng kiến           | Nguyễn Văn Hùng, Phó Giám đốc |
    Thì màn hình ghi
      | Lê Thị Thanh Huyền → Trịnh Thị Vân                                                                   |
      | Bên giao cam kết giữ bí mật nhà nước và nội dung dữ liệu hộp thư (bắt buộc, Đ8.3)                    |
      | Giao danh bạ, chữ ký thư và quy tắc lọc thư (gợi ý của chương trình)                                 |
    Khi văn thư định ghi mật khẩu vào mục “Giao hộp thư”
    Thì màn hình ghi “Ghi chú có vẻ chứa mật khẩu”
    Khi văn thư bỏ việc đang ghi

    Khi sang Thứ Ba 24/11/2026
    Và văn thư ghi đã làm những mục bắt buộc còn lại
    Và văn thư lập biên bản bàn giao
    Thì biên bản viết “giữ bí mật”
    Khi văn thư đưa bản quét đã ký có dấu của biên bản vào sổ
    Và văn thư kết thúc bàn giao
    Thì lần bàn giao ở trạng thái Đã xong
    Và lần bàn giao đã có bản ký
    Và ngày 23/11/2026 người phụ trách stttt@ninhbinh.gov.vn là Lê Thị Thanh Huyền
    Và ngày 24/11/2026 người phụ trách stttt@ninhbinh.gov.vn là Trịnh Thị Vân
    Và sổ và nhật ký khớp nhau

  Kịch bản: Giám đốc mất đột ngột, hội đồng ký thay bên giao; quy chế Sóc Trăng không nêu bàn giao
    Cho hôm nay là Thứ Hai 23/11/2026
    Và sổ hộp thư của Sở Thông tin và Truyền thông theo quy chế Sóc Trăng, hộp thư đơn vị là sotttt@soctrang.gov.vn
    Và Lâm Hữu Phước, Phó Giám đốc, chưa có hộp thư
    Khi văn thư ghi biến động của Phạm Đức Thắng: Đã mất
      | Ngày quyết định | 20/11/2026 |
    Và văn thư bấm “Ghi biến động”
    Và văn thư giao hộp thư sotttt@soctrang.gov.vn cho Lâm Hữu Phước làm Thủ trưởng
      | Từ ngày | 23/11/2026 |
    Và văn thư bấm “Xem bàn giao vừa mở”
    Thì màn hình ghi
      | Đã mất                                                        |
      | Chưa ghi ai ký thay bên giao: hội đồng bàn giao hoặc cấp trên. |
      | Quy chế không nêu bàn giao giữa hai bên này                   |
      | Giao mật khẩu (bắt buộc, gợi ý của chương trình)              |
    Khi văn thư ghi đã làm những mục bắt buộc còn lại
    Và văn thư kết thúc bàn giao
    Thì màn hình ghi “Hãy ghi người ký thay bên giao”
    Khi văn thư bấm “Ghi người ký thay…”
    Và văn thư điền “Người ký thay bên giao” là “Hội đồng bàn giao theo Quyết định số 12/QĐ-UBND”
    Và văn thư bấm “Ghi lại”
    Và văn thư lập biên bản bàn giao
    Thì biên bản viết “Hội đồng bàn giao theo Quyết định số 12/QĐ-UBND”
    Khi văn thư kết thúc bàn giao
    Thì lần bàn giao ở trạng thái Đã xong
    Và màn hình ghi “Chưa có bản ký”
    Khi văn thư đưa bản quét đã ký có dấu của biên bản vào sổ
    Thì lần bàn giao đã có bản ký
    Và sổ và nhật ký khớp nhau
