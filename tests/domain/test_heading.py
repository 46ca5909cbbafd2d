"""A heading is known by its words, in capitals, with remarks, on two lines, in a legacy font."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govmail_desk.domain.heading import Meaning, names_official_mail, plain_heading, readings, signature, understand
from tests.lists.legacy_letters import in_tcvn3, in_vni

REAL_HEADINGS = {
    Meaning.ORDINAL: "STT|TT|Số TT|Số thứ tự",
    Meaning.FULL_NAME: "Họ và tên|Họ tên|Họ, tên|HỌ VÀ TÊN|Họ và tên (*)|Tên người dùng|Họ và tên/đơn vị|Họ và tên (đơn vị)",
    Meaning.FAMILY_AND_MIDDLE: "Họ|Họ và đệm|Họ đệm|Họ và tên đệm|Họ lót",
    Meaning.GIVEN: "Tên",
    Meaning.BIRTH_ON: "Ngày sinh|Ngày, tháng, năm sinh|Năm sinh|Ngày tháng năm\nsinh",
    Meaning.PHONE: "Di động|Điện thoại|Số điện thoại|SĐT|Số ĐT|Số điện thoại sử dụng Zalo|Số điện thoại nhận|ĐTDĐ"
    "|Điện thoại cơ quan, di động|Số ĐT cơ quan/ĐTDĐ|Điện thoại bàn hoặc nhà riêng",
    Meaning.OFFICE_PHONE: "Điện thoại cơ quan|ĐT cơ quan|Số ĐT cơ quan|Máy lẻ|Số máy lẻ|Điện thoại bàn|ĐT CQ|Số điện thoại cố định",
    Meaning.ID_NUMBER: "Số CCCD|CCCD|Số CMND/CCCD|Số căn cước công dân|Số định danh cá nhân",
    Meaning.POST: "Chức vụ|Chức danh|Chức danh/Vị trí việc làm|Chức vụ (bắt buộc)",
    Meaning.DEPARTMENT: "Phòng ban/Bộ phận|Phòng/Bộ phận|Phòng|Tổ chức cấp 2|Khoa/Phòng",
    Meaning.UNIT: "Đơn vị|Đơn vị công tác|Cơ quan, đơn vị công tác|Tên đơn vị|Tên cơ quan, đơn vị|Tổ chức cấp 1",
    Meaning.PARENT_UNIT: "Cơ quan chủ quản|Đơn vị chủ quản",
    Meaning.CUSTODIAN: "Người được giao quản lý|Người được giao theo dõi|Cán bộ đầu mối",
    Meaning.ADDRESS: "mail công vụ|Địa chỉ thư công vụ|Thư điện tử công vụ|Email|E-mail|Địa chỉ hộp thư|Tên hộp thư đề nghị"
    "|Địa chỉ thư điện tử công vụ (bắt buộc)|Hộp thư công vụ cá nhân|Tài khoản thư điện tử",
    Meaning.OTHER_ADDRESS: "Thư điện tử Gmail|Gmail|Email cá nhân|Email khác",
    Meaning.BASIS: "Căn cứ (QĐ số, ngày)|Căn cứ|Số quyết định",
    Meaning.NOTE: "Ghi chú|GHI CHÚ|Lý do",
    Meaning.SENSITIVE: "Dân tộc|Tôn giáo|Thành phần dân tộc|Đảng viên|Ngày vào Đảng|Nhóm máu|Dân tộc, tôn giáo",
    Meaning.PASSWORD: "Mật khẩu|Password|Mật khẩu ban đầu",
    Meaning.IGNORED: "Giới tính|Nơi cấp|Ngày cấp CCCD|Tổ chức cấp 3|Tên tài khoản|Serial CTS cũ|Nhà mạng (nếu SIM)|Địa chỉ",
}
CASES = [(text, meaning) for meaning, joined in REAL_HEADINGS.items() for text in joined.split("|")]


def meaning_of(text: str) -> Meaning | None:
    heading = understand(text)
    return heading.meaning if heading else None


@pytest.mark.parametrize(("text", "meaning"), CASES)
def test_headings_of_real_lists_are_understood(text: str, meaning: Meaning) -> None:
    assert meaning_of(text) is meaning


@pytest.mark.parametrize(("text", "meaning"), CASES)
def test_they_are_understood_in_capitals_and_decomposed(text: str, meaning: Meaning) -> None:
    assert meaning_of(normalize("NFD", text.upper())) is meaning


@pytest.mark.parametrize("letters", [in_tcvn3, in_vni], ids=["TCVN3", "VNI"])
@pytest.mark.parametrize(
    "text",
    [
        "Họ và tên",
        "Chức vụ",
        "Ngày sinh",
        "Đơn vị công tác",
        "Địa chỉ thư công vụ",
        "Số điện thoại",
        "Ghi chú",
        "Điện thoại",
    ],
)
def test_they_are_understood_in_the_letters_of_a_legacy_font(letters, text: str) -> None:
    assert meaning_of(letters(text)) is meaning_of(text)
    assert understand(letters(text)).text == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nguyễn Văn Tên",
        "Chuyên viên",
        "Văn phòng Sở",
        "DANH SÁCH CÁN BỘ ĐỀ NGHỊ CẤP HỘP THƯ ĐIỆN TỬ CÔNG VỤ",
        "Cơ quan, đơn vị: Sở Thông tin và Truyền thông",
        "thanhnv.stttt@ninhbinh.gov.vn",
        "Đề nghị các đơn vị điền đủ họ và tên, ngày sinh, chức vụ, số điện thoại và gửi lại trước ngày 15",
    ],
)
def test_names_titles_and_remarks_are_no_headings(text: str) -> None:
    assert meaning_of(text) is None


def test_an_official_address_is_told_from_any_mail() -> None:
    assert names_official_mail("Thư điện tử công vụ")
    assert names_official_mail("Tên hộp thư đề nghị")
    assert not names_official_mail("Email")


def test_the_signature_does_not_change_with_capitals_line_breaks_and_remarks() -> None:
    assert signature(["STT", "Họ và tên", "", "Ghi chú"]) == "stt|ho va ten||ghi chu"
    assert signature(["stt ", "HỌ\nVÀ TÊN (*)", "", "ghi  chú"]) == signature(["STT", "Họ và tên", "", "Ghi chú"])


def test_a_heading_of_signs_only_keeps_what_it_has() -> None:
    assert plain_heading("(1)") == "1"


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading(text: str) -> None:
    assert meaning_of(text) in {None, *Meaning}
    assert next(readings(text)) == next(readings(text))


def test_every_meaning_has_a_vietnamese_label() -> None:
    assert all(meaning.label for meaning in Meaning)
    assert len({meaning.label for meaning in Meaning}) == len(Meaning)


@pytest.mark.parametrize("text", ["Sở Dân tộc và Tôn giáo", "Ban Dân tộc", "Phòng Dân tộc"])
def test_a_body_whose_name_speaks_of_peoples_and_faiths_is_no_sensitive_column(text):
    found = understand(text)
    assert found is None or found.meaning is not Meaning.SENSITIVE
