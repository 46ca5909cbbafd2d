"""The password card: each rule with its article, silence said, what is ours apart; the same words for a notice."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.domain.password_card import NOBODY_ASKS, SILENT, password_card, rules_for
from govmail_desk.domain.provision import Provision
from govmail_desk.regulations import shipped

TODAY = date(2026, 11, 23)
REGULATIONS = {regulation.id: regulation for regulation in shipped.every()}


def card_of(regulation_id):
    return password_card(REGULATIONS[regulation_id], TODAY)


@pytest.mark.parametrize(
    ("regulation_id", "label", "words", "cite"),
    [
        ("quan4-03-2013", "Mật khẩu người dùng", "Ít nhất 8 ký tự", "Đ8.3a"),
        ("quan4-03-2013", "Đổi định kỳ", "03 tháng một lần", "Đ8.3b"),
        ("ninhbinh-2020", "Mật khẩu người dùng", "Ít nhất 8 ký tự", "Đ11.1"),
        ("ninhbinh-2020", "Mật khẩu tài khoản quản trị", "Ít nhất 10 ký tự", "Đ11.1"),
        ("ninhbinh-2020", "Đổi định kỳ, tài khoản quản trị", "03 tháng một lần", "Đ11.2"),
        ("soctrang-59-2024", "Được cấp lần đầu", "Đổi khi đăng nhập lần đầu", "Đ8.1a"),
        ("soctrang-59-2024", "Yêu cầu khác", "Không dùng một mật khẩu cho nhiều tài khoản", "Đ8.2a"),
        ("khanhhoa-dagt-2021", "Đổi định kỳ", "Thường xuyên thay đổi mật khẩu", "Đ4.2"),
    ],
)
def test_each_rule_stands_with_its_article(regulation_id, label, words, cite):
    assert any(
        (line.label, line.cite) == (label, cite) and line.words.startswith(words)
        for line in card_of(regulation_id).lines
    )


def test_where_the_regulation_is_silent_the_card_says_so_and_advises_apart():
    card = card_of("camau-24-2018")
    silent = [line.label for line in card.lines if line.ground == "silent"]
    assert {"Mật khẩu người dùng", "Đổi định kỳ"} <= set(silent)
    assert all(line.words.startswith(SILENT) and line.cite is None for line in card.lines if line.ground == "silent")
    assert any(words.startswith("Đặt mật khẩu dài") for words in card.advice)
    assert not any(words.startswith("Đặt mật khẩu dài") for words in card_of("quan4-03-2013").advice)


@pytest.mark.parametrize("regulation_id", REGULATIONS)
def test_every_card_says_that_nobody_asks_for_a_password(regulation_id):
    assert NOBODY_ASKS in card_of(regulation_id).advice


def test_the_units_own_choice_is_marked_as_its_own():
    value = next(one.value for one in REGULATIONS["quan4-03-2013"].provisions if one.key == "password.rotation.user")
    own = Provision(key="password.rotation.user", value=value, cite=None, why="Thông báo của Sở", source="unit")
    card = password_card(REGULATIONS["camau-24-2018"].with_choices((own,)), TODAY)
    (line,) = (line for line in card.lines if line.label == "Đổi định kỳ")
    assert line.told == "Đổi định kỳ: 03 tháng một lần (đơn vị tự chọn)"


def test_a_body_that_has_ended_is_named_with_the_one_after_it():
    assert any("Sở Thông tin và Truyền thông" in note and "kết thúc" in note for note in card_of("ninhbinh-2020").notes)


def test_where_none_came_after_it_the_unit_itself_is_to_be_told():
    (note,) = card_of("quan4-03-2013").notes
    assert note.endswith("từ 01/07/2025; việc cần báo thì báo cho người phụ trách hộp thư của đơn vị.")


def test_a_holder_is_told_their_own_rules_with_the_articles_written_out():
    card = card_of("ninhbinh-2020")
    told = rules_for(card, is_admin=False)
    assert told[0].endswith("(khoản 1 Điều 11)")
    assert not any("quản trị" in line for line in told)
    assert any("Mật khẩu tài khoản quản trị: Ít nhất 10" in line for line in rules_for(card, is_admin=True))
    assert not any(SILENT in line for line in told)
