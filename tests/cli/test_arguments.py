"""The command line's words: wrong usage and help in Vietnamese, `--register` before and after the verb."""

from __future__ import annotations

import re

import pytest

from govmail_desk.cli import arguments
from tests.commands import told

VERBS = ("demo", "init", "regulations", "address", "import", "mailboxes", "request", "due", "working-days", "verify")
ACTS = ("create", "change", "reset", "reopen", "close", "signed", "sent", "answered", "applied", "chase", "cancel")
ENGLISH = re.compile(
    r"\busage:|\b(options|positional|arguments|show this|message|exit|required|invalid|choose|expected|default)\b"
)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("bay",), "LỆNH không nhận 'bay'"),
        (("init",), "còn thiếu --regulation, --unit, --slug"),
        (("address", "--regulation"), "--regulation cần một giá trị"),
        (("address", "--regulation", "ninhbinh-2020"), "còn thiếu TÊN"),
        (("address", "--regulation", "x", "--kind", "bot", "An"), "--kind không nhận 'bot'"),
        (("address", "--regulation", "x", "--leader", "một", "An"), "--leader phải là số nguyên, không phải 'một'"),
        (("mailboxes", "--state", "lost"), "--state không nhận 'lost'"),
        (("mailboxes", "--stat", "active"), "không có lựa chọn --stat"),
        (("mailboxes", "thừa"), "không có lựa chọn thừa"),
        (("mailboxes", "--json=có"), "--json không nhận giá trị 'có'"),
        (("request", "create", "--out", "x"), "còn thiếu một trong --address --new"),
        (("request", "create", "--out", "x", "--address", "a", "--new", "b"), "--new không dùng cùng --address"),
        (("request", "create", "--out", "x", "--address"), "--address cần ít nhất một giá trị"),
        (("request", "create", "--new", "b"), "còn thiếu --out"),
        (("request", "signed", "7", "--on", "2026-11-23"), "còn thiếu --number"),
        (("request", "sent", "7", "--on", "2026-11-23"), "còn thiếu --from"),
        (("request", "sent", "bảy", "--on", "2026-11-23", "--from", "a"), "MÃ phải là số nguyên, không phải 'bảy'"),
        (("request", "answered", "7", "--on", "23/11/2026"), "ngày viết dạng 2026-11-22"),
        (("request", "chase", "7"), "còn thiếu --out"),
        (("request", "cancel", "7"), "còn thiếu --reason"),
        (("request", "reset", "--out", "x"), "còn thiếu một trong --address --new"),
        (("due", "--json", "--ics", "x"), "--ics không dùng cùng --json"),
        (("due", "--days", "năm"), "--days phải là số nguyên"),
        (("regulations",), "còn thiếu VIỆC"),
        (("working-days", "--from", "22/11/2026", "--days", "5"), "--from không nhận '22/11/2026'; ngày viết dạng 2026-11-22"),
        (("working-days", "--from", "2026-11-22", "--days", "năm"), "--days phải là số nguyên"),
    ],
)  # fmt: skip
def test_wrong_usage_is_said_in_one_vietnamese_sentence_and_exits_with_2(capsys, words, said):
    answer = told(capsys, *words)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert answer.err.startswith("Lệnh chưa đúng: ")
    assert answer.err.count("\n") == 1
    assert not ENGLISH.search(answer.err)


@pytest.mark.parametrize(
    "words", [(), *((verb,) for verb in VERBS), *(("request", act) for act in ACTS), ("regulations", "show")]
)
def test_help_is_in_vietnamese_and_asks_for_no_register(capsys, words):
    answer = told(capsys, *words, "--help")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("cách dùng: govmail-desk")
    assert answer.out.count("cách dùng: ") == 1
    assert not ENGLISH.search(answer.out)


def test_every_choice_of_every_verb_says_what_it_is_for(capsys):
    for verb in (*((verb,) for verb in VERBS), *(("request", act) for act in ACTS)):
        choices = told(capsys, *verb, "--help").out.partition("lựa chọn:")[2]
        assert not re.findall(r"^  -\S+(?: \S+)?\n(?! {8})", choices, re.MULTILINE), verb


@pytest.mark.parametrize(
    "words",
    [
        ("--register", "a.govmail", "mailboxes"),
        ("mailboxes", "--register", "a.govmail"),
        ("--register", "b.govmail", "mailboxes", "--register", "a.govmail"),
        ("--register", "a.govmail", "request", "create", "--address", "x", "--out", "y"),
        ("request", "create", "--register", "a.govmail", "--address", "x", "--out", "y"),
        ("request", "--register", "a.govmail", "create", "--address", "x", "--out", "y"),
        ("--register", "a.govmail"),
    ],
)
def test_the_register_may_be_named_before_the_verb_or_after_it(words):
    assert arguments.build().parse_args(words).register == "a.govmail"


@pytest.mark.parametrize("words", [(), ("mailboxes",), ("request", "create", "--address", "x", "--out", "y")])
def test_without_a_named_register_it_is_the_users_own(words):
    assert arguments.build().parse_args(words).register is None


def test_the_version_is_told(capsys):
    answer = told(capsys, "--version")
    assert (answer.code, answer.out.split()[0]) == (0, "govmail-desk")
