# language: vi
Tính năng: Sóc Trăng – hai người trùng tên được đề nghị cùng ngày, lãnh đạo nhận địa chỉ không số

  Điều 3 khoản 4: người trùng tên được thêm 1, 2, 3 ngay sau tên; đề nghị cùng ngày thì người giữ chức vụ lãnh đạo được địa
  chỉ không thêm số. Điều 4 khoản 1: đề nghị bằng công văn gửi Sở Thông tin và Truyền thông; quy chế không nêu hạn trả lời.

  Kịch bản: Hai ông Dương Chí Nguyên, một là Phó Giám đốc
    Cho hôm nay là Thứ Hai 23/11/2026
    Và sổ hộp thư của Sở Nội vụ theo quy chế Sóc Trăng, hộp thư đơn vị là sonv@soctrang.gov.vn
    Và Dương Chí Nguyên, Chuyên viên, chưa có hộp thư
    Và Dương Chí Nguyên, Phó Giám đốc, chưa có hộp thư
    Khi văn thư lập đề nghị cấp mới cho
      | Chuyên viên   |
      | Phó Giám đốc  |
    Thì màn hình ghi
      | Dương Chí Nguyên \| dcnguyen1@soctrang.gov.vn |
    Khi văn thư lập xong giấy tờ
    Thì đề nghị gồm công văn, danh sách và thư nháp
    Và công văn để trống số và ngày
    Và công văn viết “02 hộp thư”
    Và danh sách có các dòng
      | Dương Chí Nguyên | Chuyên viên  | dcnguyen1@soctrang.gov.vn |
      | Dương Chí Nguyên | Phó Giám đốc | dcnguyen@soctrang.gov.vn  |

    Khi văn thư ghi công văn đã ký số 0217 ngày 23/11/2026
    Và văn thư ghi đã gửi ngày 23/11/2026 từ hộp thư sonv@soctrang.gov.vn
    Thì đề nghị ở trạng thái Đã gửi
    Và đề nghị không có hạn trả lời

    Khi sang Thứ Tư 25/11/2026
    Và nơi quản lý trả lời ngày 25/11/2026 bằng văn bản số 88, riêng
      | dcnguyen1@soctrang.gov.vn | Được nhưng khác đề nghị | Địa chỉ được cấp | dcnguyen2@soctrang.gov.vn |
    Và văn thư cập nhật sổ theo trả lời
    Thì đề nghị ở trạng thái Đã áp dụng
    Và hộp thư dcnguyen@soctrang.gov.vn ở trạng thái Đang dùng
    Và hộp thư dcnguyen2@soctrang.gov.vn ở trạng thái Đang dùng
    Và hộp thư dcnguyen@soctrang.gov.vn là của Dương Chí Nguyên, Phó Giám đốc
    Và sổ và nhật ký khớp nhau
