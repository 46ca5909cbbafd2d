"""Every value of the journal is said as a clerk says it."""

from __future__ import annotations

import pytest

from govmail_desk.domain.regulation import KEYS
from govmail_desk.listings.journal_words import SEALED, value_words


@pytest.mark.parametrize(
    ("table", "column", "value", "said"),
    [
        ("mailbox", "state", "active", "Đang dùng"),
        ("request", "state", "draft", "Nháp"),
        ("signer", "authority", "by-order", "Thừa lệnh (TL.)"),
        ("person", "left_on", "2026-11-23", "23/11/2026"),
        ("person", "phone", "~0a1b2c", SEALED),
        ("letterhead", "is_collective", True, "có"),
        ("calendar_day", "is_off", False, "không"),
        ("recipients", "lines", ["UBND tỉnh", "Lãnh đạo Sở"], "UBND tỉnh; Lãnh đạo Sở"),
        ("intake", "rows", [["Sheet1", 5, "new", []]], "1 dòng"),
        ("intake", "counts", {"new": 4, "same": 1}, "Mới: 4; Đã có: 1"),
        ("due", "rule", "password.rotation.user", KEYS["password.rotation.user"].label),
        ("file", "sha256", "0123456789abcdef", "0123456789ab"),
        ("follow_up", "after", "holder", "Đổi người dùng"),
        ("handover", "giver_absence", "dead", "Đã mất"),
        ("handover_item", "item", "password-changed", "Bên nhận đổi mật khẩu"),
        ("handover_item", "details", {"mail_count": "12", "folder_count": "3"}, "Số thư: 12; Số thư mục: 3"),
        (
            "signed_copy",
            "signatures",
            [{"signer": "Lê Thị Mỹ Hạnh", "signed_at": "", "intact": "yes", "coverage": "whole"}],
            "Lê Thị Mỹ Hạnh: không ghi giờ ký; ký trên toàn bộ tệp.",
        ),
        ("mailbox", "state", None, ""),
    ],
)
def test_a_value_is_said_as_a_clerk_says_it(table, column, value, said):
    assert value_words(table, column, value) == said


def test_a_long_text_is_told_by_its_beginning_and_its_length():
    said = value_words("regulation_text", "toml", "Quy chế " * 100)
    assert said.startswith("Quy chế Quy chế")
    assert said.endswith("… (dài 800 chữ cái)")
