# language: vi
Tính năng: Báo cáo hộp thư – số liệu đếm từ sổ, kỳ sau nối kỳ trước, gửi rồi thì giữ nguyên

  Kịch bản: Phường 9 báo cáo quý IV với Văn phòng Ủy ban nhân dân Quận 4, quý sau tính tiếp
    Cho hôm nay là Thứ Bảy 05/12/2026
    Và sổ hộp thư của Ủy ban nhân dân Phường 9 theo quy chế Quận 4, hộp thư đơn vị là phuong9.q4@tphcm.gov.vn
    Và Lâm Thị Ngọc Diệp, Chuyên viên, đang dùng hộp thư ltndiep.q4
    Và Trần Quốc Hưng, Chuyên viên, đang dùng hộp thư tqhung.q4
    Và Phan Thị Mỹ Linh, Chuyên viên, đang dùng hộp thư ptmlinh.q4
    Và hộp thư của Trần Quốc Hưng thu hồi ngày 20/11/2026
    Khi văn thư bấm “Báo cáo”
    Thì màn hình ghi “Hạn 05/12/2026, hôm nay: báo cáo của đơn vị, hằng quý, gửi Văn phòng Ủy ban nhân dân Quận 4 (Đ14.2)”
    Khi văn thư bấm “Lập báo cáo quý IV năm 2026…”
    Thì màn hình ghi “khớp ở mọi dòng”
    Khi văn thư bấm “Lập dự thảo”
    Thì màn hình ghi “Chưa lập giấy tờ”
    Khi văn thư bấm “Viết nhận xét…”
    Và văn thư ghi “Kiến nghị” là “Đề nghị tập huấn cho người mới”
    Và văn thư bấm “Ghi vào dự thảo”
    Và văn thư bấm “Lập giấy tờ”
    Thì màn hình ghi “Báo cáo, bản thứ 1”
    Và báo cáo có ghi
      | Kính gửi: Văn phòng Ủy ban nhân dân Quận 4                                |
      | Tình hình sử dụng hộp thư điện tử công vụ quý IV năm 2026                 |
      | Thực hiện khoản 2 Điều 14 Quy chế ban hành kèm theo Quyết định số 03/2013/QĐ-UBND |
      | Số liệu chốt đến ngày 05 tháng 12 năm 2026                                |
      | giảm 1                                                                    |
      | tỷ lệ kích hoạt: chưa có số liệu                                          |
      | Kiến nghị: Đề nghị tập huấn cho người mới                                 |
      | ./.                                                                       |
    Và bảng số liệu khớp đầu kỳ, tăng, giảm và cuối kỳ ở mọi dòng
    Khi văn thư bấm “Ghi số và gửi…”
    Và văn thư ghi “Số báo cáo” là “7”
    Và văn thư bấm “Ghi đã gửi”
    Thì nhật ký vừa ghi “Ghi đã gửi báo cáo quý IV năm 2026, số 7 ngày 05/12/2026; lần sau hạn 05/03/2027”

    Khi sang Thứ Sáu 05/03/2027
    Và hộp thư của Phan Thị Mỹ Linh thu hồi ngày 10/02/2027
    Và văn thư bấm “Báo cáo”
    Và văn thư bấm “Lập báo cáo quý I năm 2027…”
    Thì màn hình ghi “Số đầu kỳ tính đến hết ngày 05/12/2026, ngày chốt của báo cáo quý IV năm 2026 số 7.”
    Khi văn thư bấm “Lập dự thảo”
    Thì đầu kỳ của báo cáo mới bằng cuối kỳ của báo cáo trước
    Và sổ và nhật ký khớp nhau

  Kịch bản: Sở ở Ninh Bình báo cáo năm trước 15/12, ghi sổ muộn thì gửi bổ sung
    Cho hôm nay là Thứ Hai 14/12/2026
    Và sổ hộp thư của Sở Thông tin và Truyền thông theo quy chế Ninh Bình, hộp thư đơn vị là stttt@ninhbinh.gov.vn
    Và Đỗ Văn Ánh, Chuyên viên, đang dùng hộp thư anhdv.stttt
    Và Trần Thị An, Phó Giám đốc, đang dùng hộp thư antt.stttt
    Khi văn thư bấm “Báo cáo”
    Và văn thư bấm “Lập báo cáo năm 2026…”
    Và văn thư bấm “Lập dự thảo”
    Và văn thư bấm “Nhập số liệu sử dụng…”
    Và văn thư ghi “Số hộp thư có số liệu” là “3”
    Và văn thư ghi “Số hộp thư đã kích hoạt” là “2”
    Và văn thư bấm “Ghi vào dự thảo”
    Và văn thư bấm “Lập giấy tờ”
    Thì màn hình ghi “Báo cáo, bản thứ 1”
    Và báo cáo có ghi
      | Kính gửi: Ủy ban nhân dân tỉnh (qua Sở Thông tin và Truyền thông) |
      | kết quả thực hiện Quy chế năm 2026 như sau                        |
      | tỷ lệ kích hoạt: 66,7% (2/3)                                      |
      | Số thư gửi: chưa có số liệu                                       |
    Khi văn thư bấm “Ghi số và gửi…”
    Và văn thư ghi “Số báo cáo” là “112”
    Và văn thư bấm “Ghi đã gửi”
    Thì nhật ký vừa ghi “Ghi đã gửi báo cáo năm 2026, số 112 ngày 14/12/2026; lần sau hạn 14/12/2027”

    Khi sang Thứ Ba 15/12/2026
    Và hộp thư của Đỗ Văn Ánh thu hồi ngày 10/12/2026
    Và văn thư bấm “Báo cáo”
    Và văn thư chọn báo cáo Năm 2026
    Và văn thư bấm “Lập báo cáo bổ sung…”
    Thì màn hình ghi “cuối kỳ: đã gửi 2, nay là 1”
    Khi văn thư bấm “Lập báo cáo bổ sung”
    Và văn thư bấm “Lập giấy tờ”
    Thì màn hình ghi “Báo cáo, bản thứ 1”
    Và báo cáo có ghi
      | Bổ sung Báo cáo số 112/BC- |
      | thu hồi 0 nay là 1         |
    Và sổ và nhật ký khớp nhau

  Kịch bản: Sở ở Cà Mau báo cáo theo công văn yêu cầu, hạn do công văn đặt
    Cho hôm nay là Thứ Hai 23/11/2026
    Và sổ hộp thư của Sở Thông tin và Truyền thông theo quy chế Cà Mau, hộp thư đơn vị là stttt@camau.gov.vn
    Và Huỳnh Ngọc Ánh, Chuyên viên, đang dùng hộp thư hnanh.stttt
    Khi văn thư bấm “Báo cáo”
    Thì màn hình ghi “Không nêu ngày phải gửi hoặc khi có yêu cầu: báo cáo của đơn vị”
    Khi văn thư bấm “Lập báo cáo”
    Và văn thư ghi “Văn bản yêu cầu (nếu có)” là “Công văn số 15/SKHCN-CĐS của Sở Khoa học và Công nghệ”
    Và văn thư ghi “Ngày văn bản” là “16/11/2026”
    Và văn thư ghi “Hạn theo văn bản” là “30/11/2026”
    Và văn thư bấm “Lập dự thảo”
    Và văn thư bấm “Lập giấy tờ”
    Thì màn hình ghi “Báo cáo, bản thứ 1”
    Và báo cáo có ghi
      | Công văn số 15/SKHCN-CĐS của Sở Khoa học và Công nghệ ngày 16 tháng 11 năm 2026 |
    Khi văn thư bấm “Hôm nay”
    Và văn thư bấm “Mở báo cáo” ở dòng “Gửi báo cáo của đơn vị”
    Thì màn hình ghi “30/11/2026 · còn 7 ngày”
    Và sổ và nhật ký khớp nhau
