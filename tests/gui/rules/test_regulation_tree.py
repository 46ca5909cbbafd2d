"""A whole regulation as a tree: every rule under its heading, found without diacritics, told in the card with article and reason."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.domain.regulation import HEADINGS, KEYS, PASSWORD_ROTATION_USER
from govmail_desk.gui.rules.regulation_tree import ABOUT, RegulationTree
from govmail_desk.gui.rules.rule_card import RuleCard
from govmail_desk.regulations import loader, shipped

TODAY = date(2026, 11, 23)


@pytest.fixture
def tree(qtbot):
    shown = RegulationTree()
    qtbot.addWidget(shown)
    return shown


@pytest.fixture
def card(qtbot):
    shown = RuleCard()
    qtbot.addWidget(shown)
    return shown


@pytest.mark.parametrize("regulation_id", shipped.ids())
def test_every_rule_of_the_regulation_stands_in_the_tree(tree, regulation_id):
    regulation = shipped.find(regulation_id)
    tree.show_regulation(regulation, TODAY, with_silent=False)
    assert tree.shown_count == len(regulation.provisions)
    assert tree.topLevelItem(0).text(0) == ABOUT


def test_what_the_regulation_is_silent_on_is_shown_where_it_is_asked_for(tree):
    regulation = shipped.find("quan4-03-2013")
    tree.show_regulation(regulation, TODAY, with_silent=True)
    silent = [key for key in KEYS.values() if not regulation.all(key)]
    assert tree.shown_count == len(regulation.provisions) + len(silent)
    assert tree.topLevelItemCount() == len(HEADINGS) + 1


def test_rules_are_found_by_label_value_and_article_without_diacritics(tree):
    tree.show_regulation(shipped.find("ninhbinh-2020"), TODAY, with_silent=False)
    tree.search("dinh ky doi mat khau")
    assert 1 <= tree.shown_count < 8
    tree.search("")
    assert tree.shown_count == len(shipped.find("ninhbinh-2020").provisions)


def test_the_rule_chosen_stays_chosen_when_the_regulation_is_shown_anew(tree, qtbot):
    regulation = shipped.find("ninhbinh-2020")
    tree.show_regulation(regulation, TODAY, with_silent=False)
    with qtbot.waitSignal(tree.chosen) as chosen:
        tree.choose(PASSWORD_ROTATION_USER.name)
    assert chosen.args == [PASSWORD_ROTATION_USER, regulation.find(PASSWORD_ROTATION_USER)]
    tree.show_regulation(regulation, TODAY, with_silent=True)
    assert tree.key == PASSWORD_ROTATION_USER


def test_the_units_own_choice_stands_beside_the_rule_with_its_day_and_reason(tree, card):
    regulation = shipped.find("ninhbinh-2020")
    value = {"count": 3, "unit": "month"}
    own = loader.unit_provision(PASSWORD_ROTATION_USER, value, why="Theo Công văn 12", from_on=date(2026, 12, 1))
    chosen = regulation.with_choices((own,))
    tree.show_regulation(chosen, TODAY, with_silent=False)
    assert tree.shown_count == len(regulation.provisions) + 1
    card.show_rule(PASSWORD_ROTATION_USER, regulation.find(PASSWORD_ROTATION_USER), chosen)
    assert "Điều 11 khoản 2, Ninh Bình 2020 (chưa có số)" in card.told
    assert "Đơn vị chọn từ 01/12/2026: 03 tháng. Theo Công văn 12" in card.told
    card.show_rule(PASSWORD_ROTATION_USER, own, chosen)
    assert "Lựa chọn của đơn vị từ ngày 01/12/2026" in card.told


def test_the_card_says_what_the_rule_says_why_and_what_a_day_off_does(card):
    regulation = shipped.find("ninhbinh-2020")
    rule = regulation.find(PASSWORD_ROTATION_USER)
    card.show_rule(PASSWORD_ROTATION_USER, rule, regulation)
    assert rule.why in card.told
    assert "không dời theo ngày nghỉ" in card.told
    assert card.accessibleDescription() == card.told


def test_the_card_says_that_the_regulation_is_silent(card):
    card.show_rule(PASSWORD_ROTATION_USER, None, shipped.find("ninhbinh-2020"))
    assert "Quy chế không nêu điều này" in card.told


@pytest.mark.parametrize("regulation_id", shipped.ids())
def test_the_card_tells_the_regulation_itself(card, regulation_id):
    regulation = shipped.find(regulation_id)
    card.show_regulation(regulation, ())
    assert regulation.title in card.told
    assert all(ended.cite in card.told for ended in regulation.ended)
