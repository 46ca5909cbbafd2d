"""`address`: candidates with article and reason, as people and scripts read them."""

from __future__ import annotations

import pytest

from govmail_desk.operations.mailboxes import add_mailbox
from tests.commands import told
from tests.desks import founded, own_unit_id


def asked(capsys, *words):
    return told(capsys, "address", *words)


def firsts(answer):
    return [proposal["candidates"][0]["address"] for proposal in answer.document]


def test_the_document_has_the_fields_of_the_product(capsys):
    answer = asked(capsys, "--regulation", "ninhbinh-2020", "--unit", "stttt", "--json", "Nguyễn Văn Thành")
    assert (answer.code, answer.err) == (0, "")
    (proposal,) = answer.document
    assert list(proposal) == ["name", "candidates", "problems"]
    assert (proposal["name"], proposal["problems"]) == ("Nguyễn Văn Thành", [])
    (candidate,) = proposal["candidates"]
    assert list(candidate) == ["address", "cite", "why"]
    assert candidate["address"] == "thanhnv.stttt@ninhbinh.gov.vn"
    assert candidate["cite"].startswith("Đ")
    assert candidate["why"].endswith(".")


@pytest.mark.parametrize(
    ("words", "addresses"),
    [
        (("camau-24-2018", "--unit", "stttt", "Nguyễn Văn Thành"), ["nvthanh.stttt@camau.gov.vn"]),
        (
            ("soctrang-59-2024", "Dương Chí Nguyên", "Dương Chí Nguyên"),
            ["dcnguyen@soctrang.gov.vn", "dcnguyen1@soctrang.gov.vn"],
        ),
        (
            ("soctrang-59-2024", "--leader", "2", "Dương Chí Nguyên", "Dương Chí Nguyên"),
            ["dcnguyen1@soctrang.gov.vn", "dcnguyen@soctrang.gov.vn"],
        ),
        (
            ("soctrang-59-2024", "--taken", " DCNguyen@soctrang.gov.vn", "Dương Chí Nguyên"),
            ["dcnguyen1@soctrang.gov.vn"],
        ),
        (("ninhbinh-2020", "--kind", "unit", "Sở Thông tin và Truyền thông"), ["stttt@ninhbinh.gov.vn"]),
        (
            ("soctrang-59-2024", "--kind", "unit", "--parent", "sotttt", "Phòng Chuyển đổi số"),
            ["phongcds.sotttt@soctrang.gov.vn"],
        ),
        (
            ("soctrang-59-2024", "--kind", "unit", "--parent", "myxuyen", "--parent-kind", "huyen", "Xã Thạnh Phú"),
            ["xathanhphu.myxuyen@soctrang.gov.vn"],
        ),
    ],
)
def test_the_regulations_own_examples_come_out(capsys, words, addresses):
    answer = asked(capsys, "--regulation", *words, "--json")
    assert (answer.code, firsts(answer)) == (0, addresses)


def test_a_suggestion_of_ours_cites_nothing(capsys):
    answer = asked(capsys, "--regulation", "quan4-03-2013", "--json", "Nguyễn Văn Thanh", "Nguyễn Việt Thành")
    assert answer.document[1]["candidates"][0]["cite"] is None


def test_a_name_that_gets_no_address_is_told_and_exits_with_1(capsys):
    answer = asked(capsys, "--regulation", "khanhhoa-dagt-2021", "--json", "Nguyễn Văn Thành")
    assert (answer.code, answer.document[0]["candidates"]) == (1, [])
    assert "Giám đốc" in answer.err
    assert answer.err.strip().startswith("Nguyễn Văn Thành: ")


def test_in_words_each_name_stands_above_its_candidates(capsys):
    answer = asked(capsys, "--regulation", "ninhbinh-2020", "--unit", "stttt", "Nguyễn Văn Ðức")
    name, candidate, remark = answer.out.splitlines()
    assert name == "Nguyễn Văn Đức"
    assert candidate.startswith("  ducnv.stttt@ninhbinh.gov.vn  (Đ")
    assert remark.startswith("  ! ")


def test_a_taken_address_without_a_domain_is_of_the_regulations(capsys):
    words = ("--regulation", "ninhbinh-2020", "--unit", "stttt", "--json", "Nguyễn Văn Thành")
    assert firsts(asked(capsys, *words, "--taken", "ThanhNV.stttt")) == ["thanhnv1.stttt@ninhbinh.gov.vn"]
    assert firsts(asked(capsys, *words, "--taken", "thanhnv.stttt@camau.gov.vn")) == ["thanhnv.stttt@ninhbinh.gov.vn"]


@pytest.mark.parametrize("taken", ["", "không phải địa chỉ", "a@@b", "a@", "@ninhbinh.gov.vn", "thanhnv..stttt"])
def test_a_taken_text_that_is_no_address_is_refused(capsys, taken):
    answer = asked(capsys, "--regulation", "soctrang-59-2024", "--taken", taken, "Dương Chí Nguyên")
    assert (answer.code, answer.out, len(answer.err.splitlines())) == (1, "", 1)
    assert f"«{taken}» không phải địa chỉ" in answer.err


def test_a_unit_and_a_parent_in_capitals_are_read_in_small_letters(capsys):
    person = asked(capsys, "--regulation", "ninhbinh-2020", "--unit", "STTTT", "--json", "Nguyễn Văn Thành")
    assert firsts(person) == ["thanhnv.stttt@ninhbinh.gov.vn"]
    words = (
        "--regulation",
        "soctrang-59-2024",
        "--kind",
        "unit",
        "--parent",
        "SOTTTT",
        "--json",
        "Phòng Chuyển đổi số",
    )
    assert firsts(asked(capsys, *words)) == ["phongcds.sotttt@soctrang.gov.vn"]


def test_a_commune_whose_body_above_is_only_named_stands_under_a_huyen(capsys):
    words = ("--regulation", "ninhbinh-2020", "--kind", "unit", "--parent", "hoalu", "--json", "UBND xã Ninh Mỹ")
    assert firsts(asked(capsys, *words)) == ["ninhmy.hoalu@ninhbinh.gov.vn"]


def test_garbage_for_a_name_exits_with_1_and_says_what_to_do(capsys):
    answer = asked(capsys, "--regulation", "ninhbinh-2020", "--unit", "stttt", "--json", "NguyÔn V¨n H¶i")
    assert (answer.code, answer.document[0]["candidates"]) == (1, [])
    assert "hãy chuyển sang Unicode" in answer.err


@pytest.mark.parametrize(("number", "said"), [("3", "--leader 3"), ("0", "--leader 0")])
def test_a_leader_who_is_none_of_the_names_is_refused(capsys, number, said):
    answer = asked(capsys, "--regulation", "soctrang-59-2024", "--leader", number, "Dương Chí Nguyên")
    assert (answer.code, answer.out, said in answer.err) == (1, "", True)


def test_an_unknown_regulation_is_refused_with_the_known_ones(capsys):
    answer = asked(capsys, "--regulation", "hanoi-2030", "Dương Chí Nguyên")
    assert (answer.code, answer.out) == (1, "")
    assert "soctrang-59-2024" in answer.err


def test_only_a_named_register_is_looked_at(capsys, tmp_path):
    with founded(tmp_path) as desk:
        add_mailbox(
            desk,
            address="thanhnv.stttt@ninhbinh.gov.vn",
            kind="unit",
            unit_id=own_unit_id(desk),
            state="closed",
            since=desk.today(),
        )
    words = ("--regulation", "ninhbinh-2020", "--unit", "stttt", "--json", "Nguyễn Văn Thành")
    assert firsts(asked(capsys, *words)) == ["thanhnv.stttt@ninhbinh.gov.vn"]
    answer = asked(capsys, *words, "--register", tmp_path / "so.govmail")
    assert firsts(answer) == ["thanhnv1.stttt@ninhbinh.gov.vn"]
    assert "đã đóng từ 23/11/2026, không cấp lại" in answer.document[0]["candidates"][0]["why"]
