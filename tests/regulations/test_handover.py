"""The shipped checklist of a handover."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk import paths
from govmail_desk.domain.regulation import KEYS
from govmail_desk.domain.secrecy import holds_password
from govmail_desk.regulations import loader
from govmail_desk.regulations.handover import lines, rules

DAY = date(2026, 11, 23)


def shipped():
    return [loader.load(file) for file in paths.regulations().glob("*-*.toml")]


def test_every_line_has_its_own_key_and_reads_as_a_sentence():
    assert len(rules()) > 10
    for key, rule in rules().items():
        assert rule.key == key
        assert rule.title[0].isupper()
        assert rule.group[0].isupper()
        assert rule.why.endswith(".")
        assert len({ask.key for ask in rule.ask}) == len(rule.ask)


def test_every_key_a_line_names_is_one_a_regulation_can_say():
    named = {key for rule in rules().values() for key in (rule.needs, rule.cites) if key}
    assert named <= set(KEYS)


def test_no_line_asks_for_a_password():
    texts = [text for rule in rules().values() for text in (rule.title, rule.why, *rule.choices)]
    asked = [ask.label for rule in rules().values() for ask in rule.ask]
    assert not [text for text in texts if holds_password(text)]
    assert not [label for label in asked if "mật khẩu" in label.lower()]


@pytest.mark.parametrize("post", ["head", "clerk"])
def test_each_regulation_has_the_whole_of_what_it_says_is_to_be_handed_over(post):
    for regulation in shipped():
        parts = {line.rule.part for line in lines(regulation, post=post, on=DAY) if line.is_required}
        assert {"mailbox", "password", "content"} <= parts


def test_what_the_receiver_has_to_do_at_once_is_on_every_list():
    wanted = {"password-changed", "custodians", "forwarding-off", "sessions-devices", "recovery-phone"}
    for regulation in shipped():
        assert wanted <= {line.rule.key for line in lines(regulation, post="head", on=DAY)}
