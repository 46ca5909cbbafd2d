# language: vi
Tính năng: Dữ liệu cá nhân – giữ điều cần, bỏ điều không còn cần, giao lại khi được hỏi

  Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15: dữ liệu chỉ giữ trong thời gian cần cho mục đích; người có dữ liệu được xem. Bỏ rồi
  thì không lấy lại được, nên phải thấy trước; nhật ký của sổ vẫn nguyên vẹn.

  Bối cảnh:
    Cho hôm nay là Thứ Hai 23/11/2026
    Và sổ hộp thư của Sở Thông tin và Truyền thông theo quy chế Ninh Bình, hộp thư đơn vị là stttt@ninhbinh.gov.vn
    Và Lý Văn Tâm, Chuyên viên, đang dùng hộp thư tamlv.stttt
    Và Bùi Thị Yến, số điện thoại riêng 0977717717, đã thôi việc ngày 29/03/2024 và hộp thư yenbt.stttt đóng ngày 15/04/2024

  Kịch bản: Người thôi việc đã lâu – xem trước, bỏ, không còn trong tệp sổ
    Khi văn thư mở mục Dữ liệu cá nhân của Thiết lập
    Thì màn hình ghi “1 người đã thôi việc, hộp thư đã đóng từ 24 tháng trở lên”
    Và tệp sổ có chữ “0977717717”
    Khi văn thư bấm “Xem và bỏ dữ liệu riêng của họ…”
    Thì màn hình ghi
      | Bùi Thị Yến                                                                               |
      | Vẫn giữ: họ tên, chức vụ, đơn vị, ghi chú, hộp thư và các ngày, nhật ký.                    |
      | Bản sao lưu làm trước hôm nay vẫn còn dữ liệu này. Hãy bỏ các bản cũ khi đã có bản sao lưu mới. |
    Khi văn thư đánh dấu “Tôi hiểu việc này không hoàn tác được”
    Và văn thư bấm “Bỏ dữ liệu này”
    Thì nhật ký vừa ghi “Bỏ dữ liệu riêng của 1 người đã thôi việc”
    Và tệp sổ không còn chữ “0977717717”
    Và hộp thư yenbt.stttt@ninhbinh.gov.vn ở trạng thái Đã đóng
    Và sổ và nhật ký khớp nhau
    Khi văn thư bấm Ctrl+Z
    Thì màn hình ghi “Việc bỏ dữ liệu riêng không hoàn tác được: giá trị cũ không còn trong sổ. Chỉ ghi lại được khi người ấy cung cấp lại.”

  Kịch bản: Một người hỏi sổ giữ gì của mình
    Khi văn thư trích dữ liệu của Lý Văn Tâm
    Thì bản trích có
      | Lý Văn Tâm                 |
      | tamlv.stttt@ninhbinh.gov.vn |
      | trong 10 ngày              |
    Và bản trích không có “Bùi Thị Yến”
    Và trang Nhật ký, lọc Xuất tệp, có một dòng về Lý Văn Tâm
    Và sổ và nhật ký khớp nhau
