"""Nhắc việc of Thiết lập: the days ahead of each rule, and the interval a unit may choose where none is stated."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel

from govmail_desk.operations.lead_times import set_lead_time
from govmail_desk.operations.settings import choose_rule
from tests.desks import UNITS, founded
from tests.gui.named_controls import unnamed_controls
from tests.gui.windows import OpenWindow

ROTATION, ADMIN, REVIEW = "password.rotation.user", "password.rotation.admin", "inactivity.review.every"


@pytest.fixture
def shown(qtbot, tmp_path):
    """Open the section on a register that `prepare` filled."""
    opened = []

    def show(regulation_id="ninhbinh-2020", prepare=None):
        desk = founded(tmp_path, regulation_id)
        if prepare is not None:
            prepare(desk)
        opened.append(OpenWindow(qtbot, desk, tmp_path, "settings"))
        opened[-1].page.show_section("reminders")
        return opened[-1]

    yield show
    for window in opened:
        window.close()


def cards(window):
    return {card.text.rule: card for card in window.page.section.cards}


def test_every_rule_says_its_article_and_how_many_days_ahead_by_whom(shown):
    window = shown()
    card = cards(window)[ROTATION]
    assert card.lines[0].words == "Đổi mật khẩu định kỳ (người dùng): 06 tháng (Đ11.2)"
    assert card.lead.word == "Nhắc trước 7 ngày (gợi ý của chương trình)"
    assert unnamed_controls(window.page) == []


@pytest.mark.parametrize("regulation_id", UNITS)
def test_what_is_due_on_its_own_day_has_nothing_ahead(shown, regulation_id):
    assert not {"check.unit", "password.first_login"} & cards(shown(regulation_id)).keys()


def test_the_units_own_days_are_told_with_their_day_and_what_comes(shown):
    def prepare(desk):
        set_lead_time(desk, rule=ROTATION, day_count=21, from_on=desk.today())
        set_lead_time(desk, rule=ROTATION, day_count=0, from_on=desk.today() + timedelta(days=8))

    card = cards(shown(prepare=prepare))[ROTATION]
    assert card.lead.word == "Nhắc trước 21 ngày (đơn vị chọn từ 23/11/2026); từ 01/12/2026 là 0 ngày"


def test_the_days_are_set_in_place(shown):
    window = shown()
    cards(window)[ROTATION].days_button.click()
    window.dialog.count_field.setText("3")
    window.dialog.main_button.click()
    assert cards(window)[ROTATION].lead.word == "Nhắc trước 3 ngày (đơn vị chọn từ 23/11/2026)"


@pytest.mark.parametrize(
    ("regulation_id", "rules"),
    [("camau-24-2018", {ROTATION, ADMIN, REVIEW}), ("khanhhoa-dagt-2021", {ROTATION, ADMIN, REVIEW}), ("ninhbinh-2020", {REVIEW})],
)  # fmt: skip
def test_an_interval_is_the_units_only_where_the_regulation_states_none(shown, regulation_id, rules):
    window = shown(regulation_id)
    offered = {rule for rule, card in cards(window).items() if not card.interval_button.isHidden()}
    assert offered == rules


def test_the_units_own_interval_is_asked_for_with_its_reason(shown):
    window = shown("camau-24-2018")
    assert cards(window)[ROTATION].days_button.isHidden()
    cards(window)[ROTATION].interval_button.click()
    assert (type(window.dialog).__name__, window.dialog.key.name) == ("OwnChoiceDialog", ROTATION)
    said = [label.text() for label in window.dialog.findChildren(QLabel)]
    assert "Quy chế không nêu điều này." in said


def test_an_interval_chosen_by_the_unit_is_reminded_of_and_can_be_changed(shown):
    def prepare(desk):
        value = {"count": 3, "unit": "month"}
        choose_rule(desk, rule=ROTATION, value=value, from_on=desk.today(), why="Quy chế không nêu; theo Công văn 12")

    card = cards(shown("camau-24-2018", prepare))[ROTATION]
    assert "03 tháng" in card.lines[0].words
    assert not card.days_button.isHidden()
    assert not card.interval_button.isHidden()
