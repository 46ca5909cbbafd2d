import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.domain.address import TOKENS, Pattern, local_part_problem
from govmail_desk.domain.errors import RuleBroken

WORDS = {
    "họ": "nguyen",
    "họ:đầu": "n",
    "đệm": "van",
    "đệm:đầu": "v",
    "tên": "thanh",
    "tên:đầu": "t",
    "đơn vị": "stttt",
    "số": "",
}


@pytest.mark.parametrize(
    ("form", "number", "local_part"),
    [
        ("{họ:đầu}{đệm:đầu}{tên}.{đơn vị}", "", "nvthanh.stttt"),
        ("{tên}{họ:đầu}{đệm:đầu}{số}.{đơn vị}", "1", "thanhnv1.stttt"),
        ("{họ:đầu}{đệm:đầu}{tên}{số}.q4", "", "nvthanh.q4"),
        ("{đơn vị}.{họ:đầu}{đệm:đầu}{tên}", "", "stttt.nvthanh"),
        ("{họ}{đệm}{tên}-{đơn vị}", "", "nguyenvanthanh-stttt"),
        ("q4", "", "q4"),
    ],
)
def test_a_form_is_filled_with_the_parts_of_a_name(form: str, number: str, local_part: str) -> None:
    assert Pattern(form).fill({**WORDS, "số": number}) == local_part


@pytest.mark.parametrize(
    ("form", "named"),
    [
        ("", "trống"),
        ("{chức vụ}", "{chức vụ}"),
        ("{tên:cuối}", "{tên:cuối}"),
        ("{}", "{}"),
        ("{tên", "«{»"),
        ("Tên", "«T»"),
        ("{tên} {họ}", "« »"),
        ("{tên}@x", "«@»"),
        ("{tên}%s", "«%»"),
    ],
)
def test_a_form_with_anything_else_is_refused_by_name(form: str, named: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        Pattern(form)
    assert named in refused.value.sentence


def test_a_form_written_in_decomposed_letters_is_the_same() -> None:
    assert Pattern("{te\u0302n}") == Pattern("{tên}")


def test_a_pattern_names_its_tokens() -> None:
    assert Pattern("{tên}{số}.{đơn vị}").tokens == {"tên", "số", "đơn vị"}


def test_a_pattern_is_swapped_into_every_other_order_of_the_parts_of_the_name() -> None:
    swapped = [pattern.fill(WORDS) for pattern in Pattern("{họ:đầu}{đệm:đầu}{tên}.{đơn vị}").swapped]
    assert swapped == ["vnthanh.stttt", "thanhnv.stttt", "thanhvn.stttt", "nthanhv.stttt", "vthanhn.stttt"]


@pytest.mark.parametrize("local_part", ["nvthanh.stttt", "q4", "a_b-c.d", "1", "x" * 64])
def test_a_legal_local_part_has_no_problem(local_part: str) -> None:
    assert local_part_problem(local_part) is None


@pytest.mark.parametrize("local_part", ["", ".a", "a.", "a..b", "A", "ă", "(hanh)nta", "a b", "a@b", "x" * 65])
def test_an_illegal_local_part_is_a_stated_problem(local_part: str) -> None:
    assert local_part_problem(local_part)


@given(st.lists(st.sampled_from([*sorted(TOKENS), "x", ".", "q4", "-"]), min_size=1, max_size=6))
@settings(max_examples=50)
def test_any_row_of_known_parts_is_a_pattern_that_fills(parts: list[str]) -> None:
    pattern = Pattern("".join(f"{{{part}}}" if part in TOKENS else part for part in parts))
    assert pattern.fill(dict.fromkeys(TOKENS, "a")) == "".join("a" if part in TOKENS else part for part in parts)
