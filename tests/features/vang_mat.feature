# language: vi
Tính năng: Vắng hai tuần – khi về chỉ có một lời nhắc, không mất việc nào, không ô kiểm tra nào tự điền

  Quận 4, Điều 8 khoản 2 điểm a: hộp thư đơn vị được kiểm tra đầu mỗi buổi. Máy ngủ hay tắt hai tuần thì mọi việc đã đến hạn được
  báo một lần; buổi nào không ai ghi thì để trống, sau này chỉ ghi được là ghi muộn, kèm lý do.

  Bối cảnh:
    Cho hôm nay là Thứ Hai 23/11/2026
    Và máy có khay thông báo
    Và sổ hộp thư của Ủy ban nhân dân Phường 9 theo quy chế Quận 4, hộp thư đơn vị là phuong9.q4@tphcm.gov.vn
    Và Lâm Thị Ngọc Diệp, Chuyên viên, đang dùng hộp thư ltndiep.q4
    Và Trần Quốc Hưng, Chuyên viên, đang dùng hộp thư tqhung.q4
    Và Lâm Thị Ngọc Diệp đổi mật khẩu lần cuối ngày 03/09/2026
    Và Trần Quốc Hưng đổi mật khẩu lần cuối ngày 30/08/2026
    Khi sang Thứ Tư 25/11/2026
    Và văn thư ghi đã kiểm tra hộp thư đơn vị buổi này

  Kịch bản: Cửa sổ nằm ở khay, máy ngủ hai tuần
    Khi văn thư đóng cửa sổ về khay
    Và máy ngủ đến Thứ Tư 09/12/2026
    Thì khay báo đúng một lần, có “việc quá hạn” và “Đổi mật khẩu định kỳ”
    Khi một giờ nữa trôi qua
    Thì khay không báo thêm

    Khi văn thư bấm vào thông báo ấy
    Thì trang Hôm nay có một dòng “Đổi mật khẩu định kỳ” của Lâm Thị Ngọc Diệp, ở mục Quá hạn
    Và trang Hôm nay có một dòng “Đổi mật khẩu định kỳ” của Trần Quốc Hưng, ở mục Quá hạn
    Và trang Hôm nay có một dòng “Gửi báo cáo của đơn vị” của Ủy ban nhân dân Phường 9, ở mục Quá hạn
    Và trên trang Kiểm tra tháng này ghi “chưa kiểm tra 13 buổi trong tháng”, tháng trước ghi “chưa kiểm tra 7 buổi trong tháng”

    Khi văn thư mở ghi bổ sung cho buổi sáng 04/12/2026
    Và văn thư bấm “Ghi bổ sung”
    Thì màn hình ghi “Chưa có lý do ghi muộn. Hãy ghi vì sao lúc đó chưa ghi.”
    Khi văn thư ghi “Vì sao lúc đó chưa ghi” là “kiểm tra trên máy của thủ trưởng”
    Và văn thư bấm “Ghi bổ sung”
    Thì nhật ký vừa ghi “Ghi đã kiểm tra phuong9.q4@tphcm.gov.vn: buổi sáng thứ Sáu 04/12/2026 (ghi muộn)”
    Và trên trang Kiểm tra tháng này ghi “chưa kiểm tra 12 buổi trong tháng”, tháng trước ghi “chưa kiểm tra 7 buổi trong tháng”
    Và sổ và nhật ký khớp nhau

  Kịch bản: Máy tắt hẳn hai tuần
    Khi văn thư thoát hẳn
    Và sang Thứ Tư 09/12/2026
    Và văn thư mở máy
    Thì khay báo đúng một lần, có “việc quá hạn” và “Đổi mật khẩu định kỳ”
    Khi một giờ nữa trôi qua
    Thì khay không báo thêm
    Khi văn thư thoát hẳn
    Và sang Thứ Năm 10/12/2026
    Và văn thư mở máy
    Thì khay không nhắc lại việc đã báo hôm trước
    Và trên trang Kiểm tra tháng này ghi “chưa kiểm tra 15 buổi trong tháng”, tháng trước ghi “chưa kiểm tra 7 buổi trong tháng”
    Và sổ và nhật ký khớp nhau
