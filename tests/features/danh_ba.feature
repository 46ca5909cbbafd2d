# language: vi
Tính năng: Ninh Bình – danh bạ thư công vụ của Sở, đăng lên cổng và không lộ điều gì riêng

  Điều 13 khoản 4: cơ quan đăng danh bạ thư công vụ và hộp thư của cán bộ, công chức trên cổng, trang thông tin điện tử.

  Kịch bản: Hai bản danh bạ, giữa hai bản có người đổi chức vụ
    Cho hôm nay là Thứ Hai 23/11/2026
    Và sổ hộp thư của Sở Thông tin và Truyền thông theo quy chế Ninh Bình, hộp thư đơn vị là stttt@ninhbinh.gov.vn
    Và điện thoại cơ quan của đơn vị là 0229 3871 001
    Và Đỗ Văn Ánh, Chuyên viên, đang dùng hộp thư anhdv.stttt
    Và Trần Thị An, Phó Giám đốc, đang dùng hộp thư antt.stttt
    Và Lê Văn Chưa, Chuyên viên, chưa có hộp thư
    Khi văn thư mở phần Danh bạ
    Thì màn hình ghi “(Đ13.4)”
    Và màn hình ghi “Lê Văn Chưa, Sở Thông tin và Truyền thông: chưa có hộp thư đang dùng nên không có tên trong danh bạ.”
    Khi văn thư bấm “Lập bản mới…”
    Thì màn hình ghi “Bản số 1: 3 dòng; mới 3, bỏ 0, thay đổi 0.”
    Khi văn thư bấm “Lập bản này”
    Thì màn hình ghi “Danh bạ công khai, bản số 1”
    Và sổ có danh bạ công khai bản số 1, 3 dòng
    Khi văn thư lưu danh bạ ra tệp danh-ba.html
    Thì trong tệp danh-ba.html có
      | Số liệu đến ngày 23/11/2026 |
      | Trần Thị An                 |
      | anhdv.stttt@ninhbinh.gov.vn |
      | 0229 3871 001               |
    Và trong tệp danh-ba.html không có
      | 0912000111  |
      | Lê Văn Chưa |

    Khi sang Thứ Ba 01/12/2026
    Và văn thư sửa thông tin của Đỗ Văn Ánh
      | Chức vụ            | Trưởng phòng  |
      | Điện thoại cơ quan | 0229 3871 102 |
    Và văn thư mở phần Danh bạ
    Thì màn hình ghi “Thay đổi so với bản số 1”
    Và màn hình ghi “Thay đổi: Đỗ Văn Ánh: Chuyên viên → Trưởng phòng; trống → 0229 3871 102”
    Khi văn thư bấm “Lập bản mới…”
    Thì màn hình ghi “Bản số 2: 3 dòng; mới 0, bỏ 0, thay đổi 1.”
    Khi văn thư bấm “Lập bản này”
    Thì sổ có danh bạ công khai bản số 2, 3 dòng
    Khi văn thư lưu danh bạ ra tệp danh-ba.vcf
    Thì trong tệp danh-ba.vcf có
      | N;CHARSET=UTF-8:Đỗ;Ánh;Văn;;                   |
      | TITLE;CHARSET=UTF-8:Trưởng phòng               |
      | TEL;TYPE=WORK,VOICE:0229 3871 102              |
      | EMAIL;TYPE=INTERNET,WORK:anhdv.stttt@ninhbinh.gov.vn |
    Và trong tệp danh-ba.vcf không có
      | 0912000111 |
    Và nhật ký vừa ghi “Xuất danh bạ công khai bản số 2 (3 người, đơn vị) ra tệp “danh-ba.vcf””
