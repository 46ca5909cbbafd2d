"""What one line is by its words alone."""

from __future__ import annotations

from govmail_desk.documents.layout.line_words import is_name, is_post, is_typed_rule, names_a_body


def test_a_name_is_no_post_and_signs_are_no_name() -> None:
    posts = (
        "PHÓ GIÁM ĐỐC",
        "KT. CHỦ TỊCH",
        "Q. GIÁM ĐỐC",
        "T/M ỦY BAN",
        "TRƯỞNG PHÒNG",
        "CHÁNH VĂN PHÒNG",
        "Phó Giám đốc",
    )
    names = ("Trương Văn An", "Phạm Thị Chánh", "Võ Ban", "NGUYỄN THỊ BỘ", "Lê Viện")
    assert [is_post(text) for text in posts] == [True] * len(posts)
    assert [is_post(text) for text in names] == [False] * len(names)
    assert not any(is_name(text) for text in posts)
    assert all(is_name(text) for text in (*names[:2], names[3], "PGS.TS Đỗ Văn Lý", "Tiến sĩ Phạm Quốc Nam"))
    assert not any(
        is_name(text) for text in ("Xin cảm ơn Sở.", "Đề nghị cấp thêm hộp thư", "Lan", "Trả lời trước 05/12")
    )
    assert is_typed_rule("_____ ____")
    assert not is_typed_rule("SỞ XÂY DỰNG ____")


def test_the_name_of_a_body_is_told_from_the_rest_of_the_name_above_it() -> None:
    assert all(names_a_body(text) for text in ("Sở Xây dựng", "UBND TỈNH", "Ủy ban nhân dân"))
    assert not any(names_a_body(text) for text in ("CÁC CÔNG TRÌNH GIAO THÔNG", "SỞI"))
