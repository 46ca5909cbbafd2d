"""Whom to tell: steps in order, two rules for one body one step, what still waits, and how a rule is named afterwards."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from govmail_desk import paths
from govmail_desk.domain.incident import IncidentKind, IncidentNotice
from govmail_desk.domain.incident_duties import PASSED, duty_steps, is_stated, rule_words, still_to_tell
from govmail_desk.regulations import loader
from tests.desks import UNITS

TODAY = date(2026, 11, 23)


def regulation(regulation_id):
    return loader.load(paths.regulations() / f"{regulation_id}.toml")


def steps(regulation_id, kind, mailbox_kind=None, **more):
    return duty_steps(regulation(regulation_id), kind, mailbox_kind, TODAY, **more)


def notice(rule, way=""):
    return IncidentNotice(incident_id=1, rule=rule, told="x", on_date=TODAY, by="y", way=way)


@pytest.mark.parametrize("regulation_id", UNITS)
@pytest.mark.parametrize("kind", get_args(IncidentKind))
@pytest.mark.parametrize("mailbox_kind", ["unit", "personal", None])
def test_there_is_always_somebody_to_turn_to_and_an_article_only_where_the_regulation_speaks(
    regulation_id, kind, mailbox_kind
):
    found = steps(regulation_id, kind, mailbox_kind)
    assert found
    assert len({rule for step in found for rule in step.rules}) == sum(len(step.rules) for step in found)
    for step in found:
        assert bool(step.cite) == (step.source == "regulation")
        assert step.why
        assert step.sentence[0].isupper()
    assert is_stated(found) == any(step.cite for step in found)


def test_two_rules_that_name_one_body_are_one_step_with_both_articles():
    (step,) = steps("quan4-03-2013", "fault", "unit")
    assert step.rules == ("incident.unit", "incident.unit:2")
    assert (step.cite, step.due_rule, step.when) == ("Đ12.10, Đ13.2", "incident.unit", "ngay")
    assert still_to_tell([step], [notice("incident.unit:2")]) == ()


def test_a_rule_for_one_kind_of_mailbox_says_nothing_of_the_other():
    assert [step.cite for step in steps("quan4-03-2013", "fault", "personal")] == ["Đ11.9", "Đ13.2"]


def test_a_condition_of_the_article_is_said_with_the_step():
    _, second = steps("camau-24-2018", "fault")
    assert second.sentence.endswith(
        "khi có sự cố về kết nối, an toàn, bảo mật thông tin vượt quá khả năng khắc phục của cơ quan, đơn vị"
    )


def test_what_was_told_or_passed_waits_no_more_and_what_is_only_offered_never_does():
    first, second, third = steps("ninhbinh-2020", "secret")
    assert still_to_tell((first, second, third), [notice(first.rule), notice(second.rule, PASSED)]) == (third,)
    assert still_to_tell(steps("khanhhoa-dagt-2021", "fault"), []) == ()


def test_the_operator_the_unit_has_set_is_named_in_what_is_ours():
    (step,) = steps("khanhhoa-dagt-2021", "fault", operator="Sở Khoa học và Công nghệ")
    assert step.to == "Sở Khoa học và Công nghệ"


def test_a_rule_is_named_without_the_regulation():
    assert rule_words("") == "Quy chế không nêu"
    assert rule_words("ours:operator") == "Gợi ý của chương trình"
    assert rule_words("incident.secret:2") == "Phát hiện bí mật nhà nước trong hộp thư"


def test_the_rule_a_due_row_follows_is_the_one_that_says_how_fast():
    assert regulation("quan4-03-2013").due_rule("incident.unit", TODAY).cite == "Đ13.2"
    assert regulation("camau-24-2018").due_rule("incident.user", TODAY).cite == "Đ8.7"
