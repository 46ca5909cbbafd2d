# language: vi
Tính năng: Rà soát hộp thư – mỗi bộ phận một phiếu, trả lời thành đề nghị

  Sóc Trăng, Điều 11 khoản 2: đơn vị rà soát và đề nghị hủy hộp thư khi không còn sử dụng. Quận 4, Điều 8 khoản 1: hộp thư không
  dùng quá 03 tháng mà không báo lý do thì bị khóa. Không quy chế nào nêu hạn trả lời phiếu: bảy ngày làm việc là gợi ý của chương trình.

  Kịch bản: Sóc Trăng, một phòng trả lời, một phòng phải nhắc hai lần
    Cho hôm nay là Thứ Hai 23/11/2026
    Và sổ hộp thư của Sở Nội vụ theo quy chế Sóc Trăng, hộp thư đơn vị là sonv@soctrang.gov.vn
    Và trong sổ có Phòng Công chức thuộc đơn vị
    Và trong sổ có Phòng Tôn giáo thuộc đơn vị
    Và ở Phòng Công chức, Lý Văn Tâm, Chuyên viên, đang dùng hộp thư lvtam
    Và ở Phòng Công chức, Bùi Thị Yến, Trưởng phòng, đang dùng hộp thư btyen
    Và ở Phòng Tôn giáo, Phạm Đức Đạt, Chuyên viên, đang dùng hộp thư pddat
    Khi văn thư mở đợt rà soát
    Thì hạn trả lời phiếu là Thứ Năm 03/12/2026
    Khi văn thư lập phiếu cho các bộ phận và ghi đã gửi
    Và Phòng Công chức gửi lại phiếu do Bùi Thị Yến ghi, văn thư nhận
      | lvtam@soctrang.gov.vn | XOÁ     | Đã nghỉ hưu |
      | btyen@soctrang.gov.vn | giữ lại |             |
    Thì 1 bộ phận đã trả lời đủ
    Và hộp thư lvtam@soctrang.gov.vn ở trạng thái Đang dùng

    Khi sang Thứ Sáu 04/12/2026
    Thì trang Hôm nay nhắc “Các bộ phận trả lời phiếu rà soát hộp thư”
    Khi văn thư xem đợt rà soát
    Và văn thư nhắc các bộ phận chưa trả lời
    Và sang Thứ Tư 09/12/2026
    Và văn thư xem đợt rà soát
    Và văn thư nhắc các bộ phận chưa trả lời
    Thì công văn nhắc Phòng Tôn giáo viết “(lần thứ 2)”
    Và công văn nhắc Phòng Tôn giáo viết “đã nhắc lần thứ 1 ngày 04 tháng 12 năm 2026”
    Và công văn nhắc Phòng Tôn giáo viết “khoản 2 Điều 11”

    Khi văn thư lập đề nghị từ rà soát: Đề nghị hủy 1 hộp thư…
    Và văn thư lập xong giấy tờ
    Thì danh sách có các dòng
      | Lý Văn Tâm | Đã nghỉ hưu |
    Và hộp thư lvtam@soctrang.gov.vn ở trạng thái Đang dùng
    Khi văn thư xem đợt rà soát
    Và văn thư kết thúc đợt rà soát vì Phòng Tôn giáo đang sáp nhập
    Thì hồ sơ rà soát viết “Đã trả lời đủ: 1/3 bộ phận.”
    Và hồ sơ rà soát viết “Lý do kết thúc: Phòng Tôn giáo đang sáp nhập.”
    Và hồ sơ rà soát viết “Hủy, thu hồi”
    Và hồ sơ rà soát có 1 phiếu trả lời
    Và sổ và nhật ký khớp nhau

  Kịch bản: Quận 4, phường trả lời đủ, đợt rà soát kết thúc
    Cho hôm nay là Thứ Hai 23/11/2026
    Và sổ hộp thư của Ủy ban nhân dân Phường 9 theo quy chế Quận 4, hộp thư đơn vị là phuong9.q4@tphcm.gov.vn
    Và trong sổ có Ban Chỉ huy Quân sự thuộc đơn vị
    Và ở Ban Chỉ huy Quân sự, Trần Quốc Việt, Chỉ huy trưởng, đang dùng hộp thư tqviet.q4
    Khi văn thư mở đợt rà soát
    Và văn thư lập phiếu cho các bộ phận và ghi đã gửi
    Và Ban Chỉ huy Quân sự gửi lại phiếu do Trần Quốc Việt ghi, văn thư nhận
      | tqviet.q4@tphcm.gov.vn | Không rõ | Chưa đăng nhập được |
    Và Bộ phận chung của Ủy ban nhân dân Phường 9 gửi lại phiếu do Phạm Đức Thắng ghi, văn thư nhận
      | phuong9.q4@tphcm.gov.vn | tiếp tục sử dụng |  |
      | Phạm Đức Thắng          | Không cấp        |  |
    Thì 2 bộ phận đã trả lời đủ
    Khi văn thư kết thúc đợt rà soát
    Thì hồ sơ rà soát viết “điểm a khoản 1 Điều 8”
    Và hồ sơ rà soát viết “1 dòng trả lời không rõ, cần xác minh tiếp.”
    Và hồ sơ rà soát có 2 phiếu trả lời
    Và sổ và nhật ký khớp nhau
