"""A regulation's file is taken whole or refused with one sentence that says where and why."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.provision import PasswordStrength, Period
from govmail_desk.domain.regulation import (
    ADDRESS_DOMAIN,
    ADDRESS_PERSONAL,
    KEYS,
    PASSWORD_ROTATION_USER,
    PASSWORD_STRENGTH_USER,
)
from govmail_desk.regulations import loader

HEAD = """[regulation]
id = "thu-2025"
title = "Quy chế thử"
short_name = "Thử 2025"
issuer = "Ủy ban nhân dân tỉnh Thử"
territory = "tỉnh Thử"
status = "in-force"
"""

DOMAIN = """
[[provision]]
key = "address.domain"
value = "thu.gov.vn"
cite = "Đ2.1"
why = "Một tên miền chung cho cả tỉnh."
"""

ROTATION = """
[[provision]]
key = "password.rotation.user"
value = { count = 6, unit = "month" }
cite = "Đ8.2c"
why = "Đổi định kỳ cho an toàn."
when_off = "stays"
"""

WHOLE = HEAD + DOMAIN + ROTATION


def refusal(toml: str) -> str:
    with pytest.raises(RuleBroken) as refused:
        loader.load_text(toml, name="thu.toml")
    return refused.value.sentence


def provision(key: str, value: str, *, rest: str = 'cite = "Đ1"') -> str:
    return f'\n[[provision]]\nkey = "{key}"\nvalue = {value}\nwhy = "Vì cần thử."\n{rest}\n'


def test_a_whole_file_becomes_a_regulation() -> None:
    regulation = loader.load_text(WHOLE, name="thu.toml")

    rotation = regulation.find(PASSWORD_ROTATION_USER)

    assert (regulation.id, regulation.short_name, regulation.is_draft) == ("thu-2025", "Thử 2025", False)
    assert rotation is not None
    assert (rotation.value, rotation.cite, rotation.when_off) == (Period(6, "month"), "Đ8.2c", "stays")


def test_the_text_is_kept_with_its_hash_so_that_it_can_be_copied_into_the_register() -> None:
    regulation = loader.load_text(WHOLE, name="thu.toml")

    assert regulation.text == WHOLE
    assert regulation.sha256 == sha256(WHOLE.encode("utf-8")).hexdigest() == loader.text_sha256(WHOLE)


def test_a_file_and_its_text_make_the_same_regulation(tmp_path: Path) -> None:
    file = tmp_path / "thu.toml"
    file.write_bytes(WHOLE.encode("utf-8"))

    assert loader.load(file) == loader.load_text(WHOLE, name="x")
    assert loader.check(file) == ()


def test_a_file_saved_by_notepad_is_taken(tmp_path: Path) -> None:
    file = tmp_path / "thu.toml"
    file.write_bytes(WHOLE.replace("\n", "\r\n").encode("utf-8-sig"))

    assert loader.load(file).find(ADDRESS_DOMAIN) is not None


def test_decomposed_letters_are_composed_at_the_door() -> None:
    regulation = loader.load_text(
        HEAD + DOMAIN + provision("address.personal", '"{te\u0302n}{so\u0302\u0301}"'), name="thu.toml"
    )

    pattern = regulation.find(ADDRESS_PERSONAL)

    assert pattern is not None
    assert pattern.value.form == "{tên}{số}"


def test_a_table_may_be_written_out_line_by_line() -> None:
    written_out = (
        '\n[[provision]]\nkey = "password.strength.user"\ncite = "Đ8.1b"\nwhy = "Khó bị dò."\n'
        '[provision.value]\nlength = 8\nclasses = ["upper", "digit"]\n'
    )

    strength = loader.load_text(HEAD + DOMAIN + written_out, name="thu.toml").find(PASSWORD_STRENGTH_USER)

    assert strength is not None
    assert strength.value == PasswordStrength(8, ("upper", "digit"))


REFUSED = {
    "no citation": (ROTATION.replace('cite = "Đ8.2c"\n', ""), "«cite» còn thiếu"),
    "a citation that is no article": (ROTATION.replace("Đ8.2c", "điều 8"), "không phải điều khoản"),
    "an article zero": (ROTATION.replace("Đ8.2c", "Đ0"), "không phải điều khoản"),
    "an empty citation": (ROTATION.replace("Đ8.2c", ""), "«cite» đang để trống"),
    "no reason": (ROTATION.replace('why = "Đổi định kỳ cho an toàn."\n', ""), "«why» còn thiếu"),
    "an empty reason": (ROTATION.replace("Đổi định kỳ cho an toàn.", "  "), "«why» đang để trống"),
    "an unknown field": (ROTATION + 'because = "x"\n', "«because» là phần lạ"),
    "an unknown part of a value": (ROTATION.replace('"month" }', '"month", about = 1 }'), "«value.about» là phần lạ"),
    "a missing part of a value": (ROTATION.replace("count = 6, ", ""), "«value.count» còn thiếu"),
    "no value": (ROTATION.replace('value = { count = 6, unit = "month" }\n', ""), "«value» còn thiếu"),
    "a number in quotes": (ROTATION.replace("count = 6", 'count = "6"'), "«value.count» phải là số nguyên"),
    "a fraction": (ROTATION.replace("count = 6", "count = 6.5"), "«value.count» phải là số nguyên"),
    "truth for a number": (ROTATION.replace("count = 6", "count = true"), "«value.count» phải là số nguyên"),
    "a negative number": (ROTATION.replace("count = 6", "count = -6"), "«value.count» phải là số từ 1 trở lên"),
    "a period of a thousand years": (ROTATION.replace("count = 6", "count = 12000"), "dài quá một trăm năm"),
    "an unknown unit of time": (ROTATION.replace('"month"', '"week"'), "«value.unit» phải là một trong các chữ: day"),
    "a value that is no table": (ROTATION.replace('{ count = 6, unit = "month" }', '"6 tháng"'), "phải là một bảng"),
    "an unknown way off days": (ROTATION.replace('"stays"', '"shrinks"'), "«when_off» phải là một trong các chữ"),
    "a day in quotes": (ROTATION + 'valid_from = "2025-01-01"\n', "«valid_from» phải là ngày"),
    "a day with its hour": (ROTATION + "valid_from = 2025-01-01T07:00:00\n", "«valid_from» phải là ngày"),
    "an end before the start": (ROTATION + "valid_from = 2025-02-01\nvalid_to = 2025-01-31\n", "sớm hơn valid_from"),
    "a suggestion with an article": (ROTATION + 'source = "suggested"\n', "không được có ở gợi ý"),
    "a unit's choice in a file": (ROTATION + 'source = "unit"\n', "ghi ở trang Thiết lập"),
    "the same key twice": (ROTATION + ROTATION, "viết lặp lại mà không khác ngày áp dụng"),
}


@pytest.mark.parametrize(("body", "reason"), REFUSED.values(), ids=REFUSED)
def test_a_wrong_rule_is_refused_naming_file_line_key_and_reason(body: str, reason: str) -> None:
    sentence = refusal(HEAD + DOMAIN + body)

    assert sentence.startswith("Tệp thu.toml, dòng ")
    assert "mục «password.rotation.user»: " in sentence
    assert reason in sentence
    assert sentence.endswith(".")


REFUSED_VALUES = {
    "an unknown token": ("address.personal", '"{tên}{tuổi}"', "{tuổi}"),
    "a capital in a pattern": ("address.personal", '"{tên}A"', "«A»"),
    "an empty pattern": ("address.personal", '""', "đang để trống"),
    "a pattern's table with an unknown level": ("address.unit", '{ level = "ward", form = "x" }', "«value.level»"),
    "a day that is not in the calendar": (
        "report.unit",
        '{ every = "year", by = "a", content = "b", due = { day = 31, month = 2 } }',
        "không có ngày 31/2",
    ),
    "an address without @": ("request.operator", '{ name = "Sở", address = "stttt.vn" }', "không phải địa chỉ"),
    "an empty list": ("must_be_sent", "[]", "ít nhất một phần"),
    "a list that is none": ("must_be_sent", '"thư"', "phải là một danh sách"),
    "an empty part of a list": ("must_be_sent", '["thư", ""]', "«value[2]» đang để trống"),
    "a part said twice": ("must_be_sent", '["thư", "thư"]', "viết lặp lại"),
    "a number for a text": ("charset", "6909", "phải là chữ"),
    "a text with a hidden letter": ("charset", '"TCVN\u200b6909"', "ký tự ẩn"),
    "a text of two lines": ("charset", '"a\\nb"', "một dòng"),
    "a text without end": ("charset", f'"{"a" * 2001}"', "dài quá"),
    "a text for truth": ("address.leader_first", '"true"', "phải là true hoặc false"),
    "no size": ("attachment.limit_mb", "0", "từ 1 trở lên"),
    "a size beyond measure": ("attachment.limit_mb", "99999999", "không quá lớn"),
    "a web address without a protocol": ("address.webmail", '"mail.vn"', "không viết đúng dạng"),
    "a suffix without its dot": ("address.suffix", '"q4"', "không viết đúng dạng"),
}


@pytest.mark.parametrize(("key", "value", "reason"), REFUSED_VALUES.values(), ids=REFUSED_VALUES)
def test_an_impossible_value_is_refused(key: str, value: str, reason: str) -> None:
    sentence = refusal(HEAD + DOMAIN + provision(key, value))

    assert f"mục «{key}»" in sentence
    assert reason in sentence


def test_a_domain_that_is_none_is_refused() -> None:
    assert "không viết đúng dạng" in refusal(HEAD + DOMAIN.replace("thu.gov.vn", "@thu.gov.vn"))


REFUSED_FILES = {
    "an unknown key": (WHOLE + provision("password.colour", '"xanh"'), "không có trong danh mục quy định"),
    "a rule without a key": (WHOLE + '\n[[provision]]\nvalue = 1\ncite = "Đ1"\nwhy = "x"\n', "«key» còn thiếu"),
    "a key that is no text": (WHOLE + "\n[[provision]]\nkey = 5\n", "«key» không có trong danh mục"),
    "no domain": (HEAD + ROTATION, "«address.domain» phải có một mục không ghi ngày áp dụng"),
    "a domain that holds on some days only": (
        HEAD + DOMAIN + "valid_from = 2025-07-01\n",
        "không lập được địa chỉ nào",
    ),
    "no head": (DOMAIN, "mục [regulation]"),
    "a head without its title": (WHOLE.replace('title = "Quy chế thử"\n', ""), "«title» còn thiếu"),
    "an unknown part of the head": ('[regulation]\ncolour = "x"\n' + DOMAIN, "«colour» là phần lạ"),
    "provisions in the head": (WHOLE.replace('id = "thu-2025"', 'provisions = []\nid = "thu-2025"'), "là phần lạ"),
    "an id with spaces": (WHOLE.replace("thu-2025", "Thử 2025", 1), "chữ thường không dấu"),
    "an unknown status": (WHOLE.replace("in-force", "asleep"), "«status» phải là một trong các chữ"),
    "in force without its article": (
        WHOLE.replace('status = "in-force"', 'status = "in-force"\nin_force_from = 2025-01-01'),
        "«in_force_cite» còn thiếu",
    ),
    "a replaced text without its article": (
        WHOLE.replace('status = "in-force"', 'status = "in-force"\nreplaces = "QĐ cũ"'),
        "«replaces_cite» còn thiếu",
    ),
    "an unknown table": (WHOLE + "\n[colours]\n", "«colours» là phần lạ"),
    "provisions that are none": (HEAD.replace("[regulation]", "provision = 5\n[regulation]"), "các mục [[provision]]"),
    "provisions that are numbers": (
        HEAD.replace("[regulation]", "provision = [5]\n[regulation]"),
        "các mục [[provision]]",
    ),
    "broken TOML": (WHOLE + "\nkey = \n", "viết sai cú pháp TOML"),
    "TOML cut short": (WHOLE + '\n[[provision]]\nkey = "', "viết sai cú pháp TOML"),
    "a part twice": (WHOLE + '\nkey = "a"\nkey = "b"\n', "viết lặp một phần đã có"),
    "the 31st of February": (WHOLE + "\nvalid_from = 2025-02-31\n", "ngày không có thật"),
    "arrays without end": ("a = " + "[" * 100_000, "lồng nhau quá sâu"),
    "tables without end": ("a = " + "{a=" * 100_000, "lồng nhau quá sâu"),
    "keys without end": ("a." * 400_000 + "a = 1", "quá nhiều dấu chấm"),
    "a number without end": ("a = " + "9" * 5_000, "con số quá dài"),
    "more than a megabyte": (WHOLE + "#" * 1_000_000, "lớn hơn 1 MB"),
    "nothing at all": ("", "mục [regulation]"),
}


@pytest.mark.parametrize(("toml", "reason"), REFUSED_FILES.values(), ids=REFUSED_FILES)
def test_a_file_that_is_no_regulation_is_refused(toml: str, reason: str) -> None:
    sentence = refusal(toml)

    assert sentence.startswith("Tệp thu.toml")
    assert reason in sentence


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (WHOLE.encode("utf-16"), "không phải chữ UTF-8"),
        (WHOLE.encode("utf-8") + b"\xff", "không phải chữ UTF-8"),
        (b"PK\x03\x04\x00\x00", "viết sai cú pháp TOML"),
        (b"#" * 1_000_001, "lớn hơn 1 MB"),
    ],
)
def test_bytes_that_are_no_text_are_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    file = tmp_path / "la.toml"
    file.write_bytes(content)

    with pytest.raises(RuleBroken, match=reason) as refused:
        loader.load(file)

    assert refused.value.sentence.startswith("Tệp la.toml")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleBroken, match="không mở được"):
        loader.load(tmp_path / "khong-co.toml")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleBroken, match="không mở được"):
        loader.load(tmp_path)


def test_check_names_every_problem_at_once(tmp_path: Path) -> None:
    file = tmp_path / "thu.toml"
    wrong = HEAD.replace('title = "Quy chế thử"\n', "") + DOMAIN.replace("Đ2.1", "x") + ROTATION.replace("6", "0")
    file.write_text(wrong + provision("no.such", "1"), encoding="utf-8")

    sentences = [problem.sentence for problem in loader.check(file)]

    assert len(sentences) == 4
    for place in ("[regulation]", "address.domain", "password.rotation.user", "no.such"):
        assert sum(place in sentence for sentence in sentences) == 1


def test_the_line_named_is_the_line_the_rule_begins_on() -> None:
    before = HEAD + DOMAIN
    line = before.count("\n") + 2  # ROTATION opens with an empty line

    assert f"dòng {line}," in refusal(before + ROTATION.replace("6", "0"))


def test_a_strangers_key_cannot_flood_or_forge_the_sentence() -> None:
    sentence = refusal(WHOLE + provision("x\\u202E" * 300, "1"))

    assert len(sentence) < 400
    assert sentence.isprintable()


def test_one_key_may_stand_twice_from_different_days() -> None:
    later = ROTATION.replace("count = 6", "count = 3") + "valid_from = 2026-01-01\n"
    regulation = loader.load_text(WHOLE + later, name="thu.toml")

    found = regulation.find(PASSWORD_ROTATION_USER, date(2026, 1, 1))

    assert found is not None
    assert found.value == Period(3, "month")


def test_rules_of_which_many_stand_may_differ_in_value_only() -> None:
    twice = provision("forbidden", '"thư rác"')

    assert loader.load_text(WHOLE + twice + provision("forbidden", '"virus"'), name="x").id == "thu-2025"
    assert "viết lặp lại" in refusal(WHOLE + twice + twice)


@pytest.mark.parametrize("cite", ["Đ8", "Đ8.3", "Đ8.3b", "Đ8.2đ", "Đ5a", "QĐ Đ2", "Đ12.3, Đ12.4", "QĐ Đ2, Đ16"])
def test_articles_are_written_as_jurists_write_them(cite: str) -> None:
    assert loader.load_text(WHOLE.replace("Đ8.2c", cite), name="thu.toml").provisions[1].cite == cite


def test_a_suggestion_stands_without_an_article() -> None:
    regulation = loader.load_text(WHOLE.replace('cite = "Đ8.2c"', 'source = "suggested"'), name="thu.toml")

    assert (regulation.provisions[1].cite, regulation.provisions[1].source) == (None, "suggested")


def test_the_units_own_choice_is_read_from_a_plain_value() -> None:
    key = KEYS["password.rotation.user"]

    choice = loader.unit_provision(key, {"count": 3, "unit": "month"}, why="Công văn 12.", from_on=date(2026, 1, 1))

    assert (choice.value, choice.source, choice.cite) == (Period(3, "month"), "unit", None)
    assert choice.valid_from == date(2026, 1, 1)


def test_an_impossible_choice_of_the_unit_is_refused_with_the_rules_label() -> None:
    with pytest.raises(RuleBroken, match="Dung lượng tệp đính kèm tối đa") as refused:
        loader.unit_provision(KEYS["attachment.limit_mb"], "nhiều", why="Vì thích.", from_on=date(2026, 1, 1))

    assert "phải là số nguyên" in refused.value.sentence


@given(st.text())
def test_no_text_brings_the_loader_down(toml: str) -> None:
    examined = loader.examine(toml, name="thu.toml")

    assert (examined.regulation is None) == bool(examined.problems)


JSON_LIKE = st.recursive(
    st.booleans() | st.integers() | st.floats() | st.text() | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from(sorted(KEYS)), JSON_LIKE)
def test_any_plain_value_is_taken_or_refused_with_a_sentence(name: str, raw: object) -> None:
    refused = ""
    try:
        loader.unit_provision(KEYS[name], raw, why="Thử.", from_on=date(2026, 1, 1))
    except RuleBroken as broken:
        refused = broken.sentence

    assert refused.isprintable()
