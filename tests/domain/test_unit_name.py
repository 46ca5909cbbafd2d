import pytest

from govmail_desk.domain.unit_name import ParentKind, read_unit_name


@pytest.mark.parametrize(
    ("name", "parent_kind", "abbreviation"),
    [
        ("Sở Thông tin và Truyền thông", None, "stttt"),
        ("SỞ THÔNG TIN VÀ TRUYỀN THÔNG", None, "stttt"),
        ("Sở TT&TT", None, "stttt"),
        ("Sở Thông tin và Truyền thông tỉnh Ninh Bình", None, "stttt"),
        ("Sở Lao động - Thương binh và Xã hội", None, "sldtbxh"),
        ("Sở Lao động – Thương binh và Xã hội", None, "sldtbxh"),
        ("Văn phòng Ủy ban nhân dân tỉnh", None, "vpubnd"),
        ("Văn phòng UBND tỉnh", None, "vpubnd"),
        ("Ủy ban nhân dân tỉnh Ninh Bình", None, "ubnd"),
        ("Phòng Văn hóa - Thông tin của Huyện Mỹ Xuyên", "huyen", "pvhtt"),
        ("Phòng KH-TH", "so", "pkhth"),
        ("PHÒNG CNTT", "so", "pcntt"),
        ("Phòng Cơ sở hạ tầng", "so", "pcsht"),
        ("Phòng Chuyển đổi số Sở Thông tin và Truyền thông", "so", "pcds"),
        ("Phòng Quản lý đô thị thành phố Ninh Bình", "huyen", "pqldt"),
        ("Ban Quản lý dự án 12", None, "bqlda12"),
        ("Trung tâm Công nghệ số", "so", "ttcns"),
        ("Văn phòng Huyện ủy", None, "vphu"),
        ("Tỉnh đoàn", None, "td"),
    ],
)
def test_a_name_is_abbreviated_without_va_hyphen_and_the_unit_above(
    name: str, parent_kind: ParentKind | None, abbreviation: str
) -> None:
    assert read_unit_name(name, parent_kind=parent_kind).abbreviation == abbreviation


@pytest.mark.parametrize(
    ("name", "abbreviation", "symbol"),
    [
        ("Sở Văn hóa, Thể thao và Du lịch", "svhttdl", "SVHTTDL"),
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH TỈNH NINH BÌNH", "svhttdl", "SVHTTDL"),
        ("Phòng Tổ chức, biên chế", "ptcbc", "PTCBC"),
        ("Phòng Tổ chức,biên chế; cán bộ", "ptcbccb", "PTCBCCB"),
        (
            "Ban QLDA đầu tư xây dựng công trình dân dụng, công nghiệp và giao thông",
            "bqldadtxdctddcngt",
            "BQLDAĐTXDCTDDCNGT",
        ),
        ("Ban Văn hóa, Xã hội", "bvhxh", "BVHXH"),
        ("Phòng Đăng ký, Sở hữu trí tuệ", "pdkshtt", "PĐKSHTT"),
        ("Phòng Đào tạo, Khoa học và Hợp tác quốc tế", "pdtkhhtqt", "PĐTKHHTQT"),
    ],
)
def test_a_comma_between_words_cuts_nothing_off(name: str, abbreviation: str, symbol: str) -> None:
    assert (read_unit_name(name).abbreviation, read_unit_name(name).symbol) == (abbreviation, symbol)


@pytest.mark.parametrize(
    ("name", "abbreviation"),
    [
        ("Phòng Nội vụ, huyện Mỹ Xuyên", "pnv"),
        ("Phòng Nội vụ, UBND Quận 4", "pnv"),
        ("Phòng Tổ chức, biên chế, Sở Nội vụ", "ptcbc"),
        ("PHÒNG KẾ TOÁN, BAN QUẢN LÝ DỰ ÁN GIAO THÔNG", "pkt"),
        ("Phòng Hành chính, Trung tâm Y tế huyện Mỹ Xuyên", "phc"),
        ("Sở Nội vụ, tỉnh Ninh Bình", "snv"),
        ("Xã Thạnh Phú, Huyện Mỹ Xuyên", "xtp"),
    ],
)
def test_a_unit_above_named_after_a_comma_is_left_out(name: str, abbreviation: str) -> None:
    assert read_unit_name(name).abbreviation == abbreviation


@pytest.mark.parametrize(
    ("name", "type_words", "proper"),
    [
        ("Ủy ban nhân dân Xã Thạnh Phú của Huyện Mỹ Xuyên", "xa", "thanhphu"),
        ("UBND huyện Mỹ Xuyên", "huyen", "myxuyen"),
        ("Uỷ ban nhân dân TP. Ninh Bình", "thanhpho", "ninhbinh"),
        ("Thị xã Vĩnh Châu", "thixa", "vinhchau"),
        ("Phường 4", "phuong", "4"),
        ("Xã Mường Và", "xa", "muongva"),
        ("HUYỆN ĐẮK GLONG", "huyen", "dakglong"),
        ("Phòng Chuyển đổi số", "phong", "chuyendoiso"),
    ],
)
def test_a_name_falls_into_type_and_proper_rest(name: str, type_words: str, proper: str) -> None:
    words = read_unit_name(name).words()
    assert (words["loại"], words["riêng"]) == (type_words, proper)


@pytest.mark.parametrize(
    ("name", "parent_kind", "level"),
    [
        ("Sở Nội vụ", None, "province"),
        ("Ủy ban nhân dân tỉnh", None, "province"),
        ("Văn phòng Ủy ban nhân dân tỉnh", None, "province"),
        ("Thanh tra tỉnh", None, "province"),
        ("Trung tâm Công nghệ số", "so", "attached"),
        ("Chi cục Kiểm lâm", "so", "attached"),
        ("Phòng Kế hoạch - Tài chính", "so", "section-of-province"),
        ("Văn phòng Sở", "so", "section-of-province"),
        ("Phòng Nội vụ", "huyen", "section-of-district"),
        ("Văn phòng HĐND và UBND", "huyen", "section-of-district"),
        ("Phòng Nội vụ", None, None),
        ("Quận 4", None, "district"),
        ("Thành phố Sóc Trăng", None, "district"),
        ("Ủy ban nhân dân thị trấn Mỹ Xuyên", "huyen", "commune"),
    ],
)
def test_the_level_follows_from_the_name_and_what_stands_above(
    name: str, parent_kind: ParentKind | None, level: str | None
) -> None:
    assert read_unit_name(name, parent_kind=parent_kind).level == level


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thành phố Ninh Bình", "Ủy ban nhân dân thành phố Ninh Bình"),
        ("Ủy ban nhân dân tỉnh", "UBND tỉnh Ninh Bình"),
        ("Văn phòng UBND Quận 4", "Văn phòng Ủy ban nhân dân Quận 4"),
        (
            "Ban QLDA ĐTXD các công trình Giao thông",
            "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh Khánh Hòa",
        ),
    ],
)
def test_two_writings_of_one_unit_are_known_as_one(one: str, other: str) -> None:
    assert read_unit_name(one).is_same_as(read_unit_name(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thành phố Ninh Bình", "Thành phố Nam Bình"),
        ("Thành phố Ninh Bình", "Huyện Ninh Bình"),
        ("Văn phòng Ủy ban nhân dân Quận 4", "Ủy ban nhân dân Quận 4"),
    ],
)
def test_units_that_merely_abbreviate_alike_are_two(one: str, other: str) -> None:
    assert not read_unit_name(one).is_same_as(read_unit_name(other))


def test_a_look_alike_of_d_in_a_unit_name_is_mended_with_a_remark() -> None:
    name = read_unit_name("Phòng \u00d0ào tạo")
    assert name.full == "Phòng Đào tạo"
    assert "U+00D0" in name.remarks[0]


def test_the_symbol_of_a_unit_keeps_the_letter_d_with_stroke() -> None:
    assert read_unit_name("Sở Lao động - Thương binh và Xã hội").symbol == "SLĐTBXH"
    assert read_unit_name("Ủy ban nhân dân tỉnh").symbol == "UBND"
