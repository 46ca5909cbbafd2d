"""The fixed parts of a paper, against the examples of NĐ 30/2020, Phụ lục I and III."""

import pytest

from govmail_desk.domain import letterhead
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.settings import Signer


def signer(authority: str, post: str, head_post: str = "") -> Signer:
    return Signer(full_name="Đỗ Văn Lý", post=post, authority=authority, head_post=head_post)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("number", "line"),
    [("5", "Số: 05/STTTT-VP"), ("12", "Số: 12/STTTT-VP"), ("1204", "Số: 1204/STTTT-VP"), ("05a", "Số: 05a/STTTT-VP")],
)
def test_a_number_below_ten_takes_a_zero_and_symbols_are_capitals(number: str, line: str) -> None:
    assert letterhead.number_line("sttTT-vp", number) == line


def test_a_draft_keeps_room_for_the_number() -> None:
    assert letterhead.number_line("STTTT-VP") == "Số:      /STTTT-VP"


@pytest.mark.parametrize(
    ("authority", "post", "head_post", "collective", "lines"),
    [
        ("head", "Giám đốc", "", "", ["GIÁM ĐỐC"]),
        ("deputy", "Phó Giám đốc", "Giám đốc", "", ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]),
        ("acting", "Giám đốc", "", "", ["Q. GIÁM ĐỐC"]),
        ("by-order", "Chánh Văn phòng", "Giám đốc", "", ["TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"]),
        ("by-authorisation", "Trưởng phòng Nội vụ", "Chủ tịch", "", ["TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG NỘI VỤ"]),
        ("head", "Chủ tịch", "", "Ủy ban nhân dân", ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
        (
            "deputy",
            "Phó Chủ tịch",
            "Chủ tịch",
            "Ủy ban nhân dân",
            ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        ),
        ("by-order", "Chánh Văn phòng", "Chủ tịch", "Ủy ban nhân dân", ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"]),
    ],
)
def test_the_signature_block_names_the_authority_to_sign(
    authority: str, post: str, head_post: str, collective: str, lines: list[str]
) -> None:
    made = letterhead.signature(signer(authority, post, head_post), collective=collective)
    assert list(made.lines) == lines
    assert made.name == "Đỗ Văn Lý"


def test_signing_for_a_head_whose_post_is_unknown_is_refused_with_the_rule() -> None:
    with pytest.raises(RuleBroken, match="Đỗ Văn Lý ký KT") as refused:
        letterhead.signature(signer("deputy", "Phó Giám đốc"))
    assert refused.value.cite == "NĐ 30/2020, PL I, II.7b"


def test_tm_is_written_for_the_committee_without_its_place() -> None:
    assert letterhead.collective_name("ỦY BAN NHÂN DÂN QUẬN 4") == "Ủy ban nhân dân"
    assert letterhead.collective_name("Hội đồng trường") == "Hội đồng trường"


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Ủy ban nhân dân tỉnh Ninh Bình", "UBND tỉnh Ninh Bình"),
        ("Uỷ ban Nhân dân huyện Mỹ Xuyên", "UBND huyện Mỹ Xuyên"),
        ("HỘI ĐỒNG NHÂN DÂN TỈNH", "HĐND TỈNH"),
        ("Sở Nội vụ", "Sở Nội vụ"),
    ],
)
def test_common_words_of_the_body_above_are_abbreviated(name: str, short: str) -> None:
    assert letterhead.abbreviated(name) == short


def test_the_subject_stands_behind_v_v_once_and_without_a_full_stop() -> None:
    assert letterhead.subject_line("V/v đề nghị cấp mới.") == "V/v đề nghị cấp mới"


def test_several_addressees_end_with_semicolons_and_the_last_with_a_full_stop() -> None:
    assert letterhead.addressee_lines(("Bộ Nội vụ", "Bộ Kế hoạch và Đầu tư;", "Bộ Tài chính")) == (
        "- Bộ Nội vụ;",
        "- Bộ Kế hoạch và Đầu tư;",
        "- Bộ Tài chính.",
    )


def test_bases_end_with_semicolons_and_the_last_with_a_full_stop() -> None:
    assert letterhead.base_lines(("Căn cứ A", "Căn cứ B.")) == ("Căn cứ A;", "Căn cứ B.")


def test_the_recipients_of_a_letter_begin_with_as_above_and_end_with_the_file() -> None:
    assert letterhead.recipient_lines(("- Giám đốc Sở (để báo cáo);", " "), filing="VP") == (
        "- Như trên;",
        "- Giám đốc Sở (để báo cáo);",
        "- Lưu: VT, VP.",
    )


def test_the_drafters_code_and_the_count_of_copies_follow_the_file() -> None:
    lines = letterhead.recipient_lines((), filing="PC", drafter_code="pl", copies_count=300)
    assert lines[-1] == "- Lưu: VT, PC. PL.(300)"


def test_a_file_without_a_drafting_section_is_vt_alone() -> None:
    assert letterhead.recipient_lines((), filing="")[-1] == "- Lưu: VT."


@pytest.mark.parametrize("last", ["Trân trọng", "Trân trọng.", "Trân trọng./.", "Trân trọng ;"])
def test_the_last_paragraph_ends_with_stop_stroke_stop_once(last: str) -> None:
    assert letterhead.ended(("Một.", " ", last)) == ("Một.", "Trân trọng./.")


def test_a_paper_without_a_body_stays_empty() -> None:
    assert letterhead.ended(("", "  ")) == ()


def test_a_list_names_the_letter_it_goes_with_and_leaves_a_drafts_number_blank() -> None:
    words = letterhead.attached_to(
        symbol="STTTT-VP", date_words="ngày     tháng 11 năm 2026", body="Sở Thông tin và Truyền thông"
    )
    assert words == "(Kèm theo Công văn số      /STTTT-VP ngày     tháng 11 năm 2026 của Sở Thông tin và Truyền thông)"


def test_a_list_that_goes_with_a_mail_names_no_number() -> None:
    assert letterhead.attached_to_mail(body="Phòng A", date_words="ngày 05 tháng 01 năm 2026") == (
        "(Kèm theo thư điện tử ngày 05 tháng 01 năm 2026 của Phòng A)"
    )
