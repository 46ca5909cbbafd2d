"""What every due date says: each rule that can fall due has a text, and no text asks anybody to write a password."""

from __future__ import annotations

import pytest

from govmail_desk.domain.regulation import KEYS, KINDS
from govmail_desk.regulations.reminders import lead_days, text_of, texts, title_of

FALLING_DUE = [
    "password.rotation.user",
    "password.rotation.admin",
    "password.first_login",
    "password.reissued",
    "password.reopen_after",
    "inactivity.lock",
    "inactivity.remove",
    "inactivity.notice",
    "housekeeping.keep",
    "report.unit",
    "report.changes",
    "inactivity.review.every",
    "handover.parties",
    *(f"request.limit.{whose}.{kind}" for whose in ("operator", "unit") for kind in KINDS),
]


@pytest.mark.parametrize("rule", FALLING_DUE)
def test_every_rule_that_can_fall_due_has_a_title_and_what_to_do(rule):
    text = text_of(rule)
    assert title_of(rule)
    assert text.todo.endswith(".")
    assert text.lead_days >= 0


@pytest.mark.parametrize("text", texts(), ids=lambda text: text.rule)
def test_every_text_is_of_a_rule_the_catalogue_knows(text):
    assert any(rule == text.rule or rule.startswith(f"{text.rule}.") for rule in KEYS)
    assert text.title or text.rule in KEYS or text.rule.startswith("request.limit.")


def test_a_rule_without_a_title_of_its_own_is_called_by_its_label():
    assert title_of("request.limit.operator.create") == "Thời hạn giải quyết đề nghị cấp mới"
    assert title_of("password.rotation.user") == "Đổi mật khẩu định kỳ"


def test_a_rule_nothing_is_said_of_is_shown_on_its_day():
    assert (text_of("quota.gb"), lead_days("quota.gb"), title_of("quota.gb")) == (None, 0, "Dung lượng hộp thư (GB)")


@pytest.mark.parametrize("text", texts(), ids=lambda text: text.rule)
def test_nobody_is_asked_to_write_a_password(text):
    said = f"{text.todo} {text.staff}".lower()
    assert "ghi mật khẩu" not in said
    assert "gửi lại mật khẩu" not in said
