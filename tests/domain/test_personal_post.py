"""Whose post gets a mailbox of its own."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.domain.personal_post import PersonalPosts
from govmail_desk.domain.regulation import ADDRESS_PERSONAL_ONLY_FOR
from govmail_desk.regulations import shipped

ON = date(2026, 11, 23)


def posts_of(regulation_id):
    return PersonalPosts(shipped.find(regulation_id).find(ADDRESS_PERSONAL_ONLY_FOR, ON))


@pytest.mark.parametrize(
    ("post", "section", "admitted"),
    [
        ("Giám đốc", "", True),
        ("Giám đốc Ban", "", True),
        ("Phó Giám đốc", "", False),
        ("Kế toán trưởng", "Phòng Kế toán", True),
        ("Trưởng phòng", "Phòng Kế toán", True),
        ("TP. Kế toán", "", True),
        ("Trưởng phòng", "Phòng Điều hành dự án", False),
        ("", "", False),
    ],
)
def test_under_khanh_hoa_two_posts_get_a_mailbox(post, section, admitted):
    assert posts_of("khanhhoa-dagt-2021").admits(post, section) == admitted


def test_where_the_regulation_names_no_post_everyone_may_have_one():
    posts = posts_of("ninhbinh-2020")
    assert posts.admits("")
    assert posts.refusal("Lê Văn Ấn") == ""


def test_the_refusal_names_the_posts_and_the_article():
    assert posts_of("khanhhoa-dagt-2021").refusal("Lê Văn Ấn") == (
        "Chỉ Giám đốc và Trưởng phòng Kế toán (kiêm Kế toán trưởng) được cấp hộp thư cá nhân (Đ3); «Lê Văn Ấn» không giữ chức "
        "vụ này hoặc chưa được đánh dấu."
    )
