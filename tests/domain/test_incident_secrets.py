"""What may be written of a state secret: names, numbers of documents and fixed sentences, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.domain import incident_secrets
from govmail_desk.domain.errors import RuleBroken

FIXED = (*incident_secrets.MEASURES, *incident_secrets.LESSONS)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Lê Thị Mỹ Hạnh",
        "Lê Thị Mỹ Hạnh, Giám đốc",
        "Sở Thông tin và Truyền thông, Sở Xây dựng",
        "Công an tỉnh",
        "Cơ quan điều tra",
        "Văn phòng Ủy ban nhân dân Quận 4",
        "Ban Chỉ huy quân sự huyện Hoa Lư",
        "Phòng Kế hoạch - Tổng hợp",
    ],
)
def test_names_of_people_and_bodies_are_taken(name):
    incident_secrets.refuse_unless_name(name)


@pytest.mark.parametrize(
    "text",
    [
        "kế hoạch sơ tán dân ở biên giới",
        "Văn bản về bố trí lực lượng tại khu vực biên giới",
        "A: nội dung",
        "dòng một\ndòng hai",
        "Nguyễn " * 30,
        "https://a.vn",
    ],
)
def test_a_sentence_is_no_name(text):
    with pytest.raises(RuleBroken, match="chỉ ghi tên"):
        incident_secrets.refuse_unless_name(text)


@pytest.mark.parametrize("number", ["", "12", "12/BC-STTTT", "7/2026/CV-UBND", "125.a/TB"])
def test_a_documents_number_is_taken(number):
    incident_secrets.refuse_unless_number(number)


@pytest.mark.parametrize("text", ["về việc bố trí", "12 kèm mô tả", "12/BC: nội dung", "/BC"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(RuleBroken, match="số, ký hiệu văn bản"):
        incident_secrets.refuse_unless_number(text)


@given(st.text(min_size=1, max_size=40))
@settings(max_examples=100)
def test_nothing_typed_is_a_description_that_is_taken(text):
    if text.strip():
        with pytest.raises(RuleBroken):
            incident_secrets.refuse_unless_fixed(f"{FIXED[0]}\n{text}x", FIXED)


@given(st.lists(st.sampled_from(FIXED), unique=True))
@settings(max_examples=30)
def test_any_choice_of_fixed_sentences_is_taken(chosen):
    incident_secrets.refuse_unless_fixed("\n".join(chosen), FIXED)


def test_only_blanks_are_no_description():
    incident_secrets.refuse_description("", "  \n")
    with pytest.raises(RuleBroken, match="không ghi nội dung"):
        incident_secrets.refuse_description("", "một chữ")
