# language: vi
Tính năng: Quận 4 – hai đơn vị gửi số liệu quý, Văn phòng gộp lại và đôn đốc đơn vị chậm

  Điều 14 khoản 2: đơn vị báo cáo Văn phòng mỗi quý, ngày 05 của tháng cuối quý. Điều 14 khoản 1: Văn phòng tổng hợp, báo cáo ngày 10.

  Kịch bản: Quý IV năm 2026, Phường 9 và Phường 10 gửi gói, Phòng Nội vụ chưa gửi
    Cho hôm nay là Thứ Hai 07/12/2026
    Và sổ hộp thư của Văn phòng Ủy ban nhân dân Quận 4 theo quy chế Quận 4, hộp thư đơn vị là q4@tphcm.gov.vn
    Và ngày 04/12/2026 Ủy ban nhân dân Phường 9 xuất gói quý 2026-Q4 với 2 hộp thư cá nhân
    Và ngày 05/12/2026 Ủy ban nhân dân Phường 10 xuất gói quý 2026-Q4 với 3 hộp thư cá nhân
    Khi văn thư mở phần “Các đơn vị” của trang Báo cáo
    Thì màn hình ghi “Gói dữ liệu giữa các đơn vị”
    Khi văn thư thả các gói vào cửa sổ
    Thì màn hình ghi
      | 2 trong 2 gói nhận được: mới 7. |
      | Ủy ban nhân dân Phường 9 (mới)  |
      | Ủy ban nhân dân Phường 10 (mới) |
    Và dấu hiện trên màn hình là dấu các đơn vị đã báo
    Khi văn thư bấm “Nhận 2 gói”
    Thì nhật ký vừa ghi “Nhận 2 gói dữ liệu: 7 hộp thư mới, 0 thay đổi, 0 không còn”
    Và màn hình ghi “2 đã gửi · Quý IV năm 2026, hạn 05/12/2026 · 7 hộp thư”

    Khi văn thư thả các gói vào cửa sổ
    Thì màn hình ghi “Gói này đã nhận rồi, không có gì đổi.”
    Khi văn thư bấm “Thôi”
    Và văn thư thêm đơn vị gửi gói “Phòng Nội vụ”, hộp thư pnv.q4@tphcm.gov.vn
    Thì màn hình ghi “1 chậm · 2 đã gửi”
    Và màn hình ghi “Chậm 2 ngày”
    Khi văn thư bấm “Nhắc các đơn vị chậm”
    Và văn thư bấm “Lập 1 công văn đôn đốc”
    Thì công văn gửi Phòng Nội vụ viết “(lần thứ 1)”
    Và công văn gửi Phòng Nội vụ viết “khoản 2 Điều 14”
    Và công văn gửi Phòng Nội vụ viết “đã quá hạn 02 ngày”

    Khi sang Thứ Năm 10/12/2026
    Thì báo cáo tổng hợp quý 2026-Q4 có 7 hộp thư của 2 đơn vị, chưa có Phòng Nội vụ
    Và sổ và nhật ký khớp nhau
