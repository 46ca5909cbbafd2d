import re
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.domain.address import Collision, Pattern
from govmail_desk.domain.address_proposal import Proposal
from govmail_desk.domain.addressing import AddressRules
from govmail_desk.domain.person_name import read_name
from govmail_desk.domain.personal_address import propose_personal
from govmail_desk.domain.provision import Provision

ORDINAL = Provision("address.collision", Collision("ordinal", 1), "Đ4", "Thêm số.")
UNSTATED_ORDINAL = Provision("address.collision", Collision("ordinal"), "Đ4", "Thêm số.")
SWAP = Provision("address.collision", Collision("swap"), "Đ5", "Đổi chỗ chữ.")
OPERATOR = Provision("address.collision.otherwise", Collision("operator"), "Đ6", "Đơn vị vận hành quyết định.")
LEADER_FIRST = Provision("address.leader_first", True, "Đ7", "Lãnh đạo trước.")
ONLY_FOR = Provision(
    "address.personal_only_for", ("Giám đốc", "Trưởng phòng Kế toán (kiêm Kế toán trưởng)"), "Đ8", "Chỉ hai người."
)

LEGAL = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*@tinh\.gov\.vn")


def rules(form: str, **others: object) -> AddressRules:
    personal = Provision("address.personal", Pattern(form), "Đ3", "Mẫu chung.")
    return AddressRules(**{"domain": "tinh.gov.vn", "personal": personal, **others})  # type: ignore[arg-type]


PLAIN_FIRST = rules("{họ:đầu}{đệm:đầu}{tên}{số}", collision=ORDINAL)
TEN_FIRST = rules("{tên}{họ:đầu}{đệm:đầu}{số}.{đơn vị}", collision=UNSTATED_ORDINAL)
SWAPPED = rules("{họ:đầu}{đệm:đầu}{tên}.{đơn vị}", collision=SWAP, otherwise=OPERATOR)


def propose(names: list[str], by: AddressRules, **asked: object) -> list[Proposal]:
    return propose_personal([read_name(name) for name in names], by, **asked)  # type: ignore[arg-type]


def all_taken(_address: str) -> str:
    return "đang cấp cho người khác"


def local_parts(proposal: Proposal) -> list[str]:
    return [candidate.address.partition("@")[0] for candidate in proposal.candidates]


def firsts(proposals: list[Proposal]) -> list[str]:
    return [local_parts(proposal)[0] for proposal in proposals]


@pytest.mark.parametrize(
    ("written", "local_part"),
    [
        ("Dương Chí Nguyên", "dcnguyen"),
        (normalize("NFD", "Đặng Thị Huệ"), "dthue"),
        ("Nguyễn Văn \u00d0ức", "nvduc"),
        ("Nguyễn Văn \u0189ức", "nvduc"),
        ("Nguyễn\u00a0Thị \u200bHoà", "nthoa"),
        ("H\u2019Hen Niê", "nhhen"),
        ("K`Brêu", "kbreu"),
        ("Y Bhăm Êban", "eybham"),
        ("Lê-Nguyễn Thị Kim-Anh", "lntkimanh"),
        ("Nguyễn Thị Ánh (Hạnh)", "ntanh"),
        ("Tôn Thất Tùng", "tttung"),
        ("THẠCH", "thach"),
        ("ThS. Trần Thị Mỹ Hạnh", "ttmhanh"),
        ("Čedomir Müller", "cmuller"),
    ],
)
def test_a_name_becomes_a_plain_address(written: str, local_part: str) -> None:
    assert firsts(propose([written], PLAIN_FIRST)) == [local_part]


def test_hoa_and_hoa_with_the_tone_elsewhere_are_namesakes() -> None:
    first, second = propose(["Nguyễn Thị Hoà", "Nguyễn Thị Hòa"], PLAIN_FIRST)
    assert (local_parts(first), local_parts(second)) == (["nthoa"], ["nthoa1"])
    assert second.candidates[0].cite == "Đ3, Đ4"


def test_the_marked_word_is_the_ten_of_the_address() -> None:
    proposals = propose_personal([read_name("Y Bhăm Êban", given_word=3)], TEN_FIRST, unit="stttt")
    assert firsts(proposals) == ["ebanyb.stttt"]


def test_an_earlier_name_takes_its_address_from_a_later_one() -> None:
    proposals = propose(["Dương Chí Nguyên"] * 3, PLAIN_FIRST)
    assert firsts(proposals) == ["dcnguyen", "dcnguyen1", "dcnguyen2"]
    assert "Dương Chí Nguyên trong cùng đợt này" in proposals[1].candidates[0].why


def test_people_of_several_units_asked_for_together_share_one_batch() -> None:
    names, units = ["Dương Chí Nguyên"] * 2, ["sotttt", "snv"]
    assert firsts(propose(names, PLAIN_FIRST, units=units)) == ["dcnguyen", "dcnguyen1"]
    assert firsts(propose(names, TEN_FIRST, units=units)) == ["nguyendc.sotttt", "nguyendc.snv"]


def test_what_is_taken_elsewhere_is_passed_over_with_its_reason() -> None:
    held = {"dcnguyen@tinh.gov.vn": "đang cấp cho Đỗ Chí Nguyện", "dcnguyen1@tinh.gov.vn": "đã chấm dứt từ 01/02/2025"}
    (proposal,) = propose(["Dương Chí Nguyên"], PLAIN_FIRST, taken=held.get)
    assert local_parts(proposal) == ["dcnguyen2"]
    assert "đang cấp cho Đỗ Chí Nguyện" in proposal.candidates[0].why


def test_an_ordinal_never_meets_another_plain_address() -> None:
    held = {"lan@tinh.gov.vn": "đang cấp cho Lê An"}
    proposals = propose(["Lê An", "Lê An", "Lý An"], PLAIN_FIRST, taken=held.get)
    assert firsts(proposals) == ["lan1", "lan2", "lan3"]


def test_leaders_get_the_plain_address_where_the_regulation_says_so() -> None:
    by = rules("{họ:đầu}{đệm:đầu}{tên}{số}", collision=ORDINAL, leader_first=LEADER_FIRST)
    staff, leader = propose(["Dương Chí Nguyên", "Dương Chí Nguyên"], by, leaders={1})
    assert (local_parts(staff), local_parts(leader)) == (["dcnguyen1"], ["dcnguyen"])
    assert [each.candidates[0].cite for each in (staff, leader)] == ["Đ3, Đ4, Đ7", "Đ3, Đ7"]


def test_a_leader_goes_before_namesakes_only_and_not_before_who_merely_shares_the_short_form() -> None:
    by = rules("{họ:đầu}{đệm:đầu}{tên}{số}", collision=ORDINAL, leader_first=LEADER_FIRST)
    first, leader = propose(["Dương Công Nguyên", "Dương Chí Nguyên"], by, leaders={1})
    assert firsts([first, leader]) == ["dcnguyen", "dcnguyen1"]
    assert [each.candidates[0].cite for each in (first, leader)] == ["Đ3", None]


def test_a_leader_takes_the_turn_of_his_first_namesake_and_all_others_keep_theirs() -> None:
    by = rules("{họ:đầu}{đệm:đầu}{tên}{số}", collision=ORDINAL, leader_first=LEADER_FIRST)
    names = ["Dương Công Nguyên", "Dương Chí Nguyên", "DƯƠNG CHÍ NGUYÊN"]
    assert firsts(propose(names, by, leaders={2})) == ["dcnguyen", "dcnguyen2", "dcnguyen1"]


def test_leaders_wait_their_turn_where_it_does_not() -> None:
    assert firsts(propose(["Dương Chí Nguyên"] * 2, PLAIN_FIRST, leaders={1})) == ["dcnguyen", "dcnguyen1"]


def test_a_leader_without_a_namesake_owes_nothing_to_the_rank() -> None:
    by = rules("{họ:đầu}{đệm:đầu}{tên}{số}", collision=ORDINAL, leader_first=LEADER_FIRST)
    (leader,) = propose(["Dương Chí Nguyên"], by, leaders={0})
    assert leader.candidates[0].cite == "Đ3"


def test_the_ordinal_stands_before_the_unit_and_an_unstated_first_one_is_said_to_be_ours() -> None:
    _, second = propose(["Nguyễn Văn Thành"] * 2, TEN_FIRST, unit="stttt")
    assert local_parts(second) == ["thanhnv1.stttt"]
    assert "không nêu số bắt đầu" in second.candidates[0].why


def test_a_suggested_first_ordinal_is_used_and_gives_its_own_reason() -> None:
    first = Provision("address.collision.first", 2, None, "Đề nghị số 2.", source="suggested")
    by = rules("{tên}{số}", collision=UNSTATED_ORDINAL, collision_first=first)
    _, second = propose(["An"] * 2, by)
    assert local_parts(second) == ["an2"]
    assert second.candidates[0].why.endswith("Đề nghị số 2.")


def test_people_of_other_names_share_the_clash_rule_only_as_our_suggestion() -> None:
    _, second = propose(["Nguyễn Văn Thanh", "Nguyễn Việt Thành"], PLAIN_FIRST)
    assert local_parts(second) == ["nvthanh1"]
    assert second.candidates[0].cite is None


def test_a_swap_offers_every_other_order_and_then_the_operator_decides() -> None:
    first, second = propose(["Nguyễn Văn Thành"] * 2, SWAPPED, unit="stttt")
    assert local_parts(first) == ["nvthanh.stttt"]
    assert sorted(local_parts(second)) == [
        "nthanhv.stttt", "thanhnv.stttt", "thanhvn.stttt", "vnthanh.stttt", "vthanhn.stttt"
    ]  # fmt: skip
    assert {candidate.cite for candidate in second.candidates} == {"Đ3, Đ5"}
    assert "đơn vị vận hành quyết định (Đ6)" in second.problems[-1]


def test_a_swap_leaves_out_what_is_taken() -> None:
    held = {"nvthanh.stttt@tinh.gov.vn": "đang chờ cấp", "thanhnv.stttt@tinh.gov.vn": "đang cấp cho người khác"}
    (proposal,) = propose(["Nguyễn Văn Thành"], SWAPPED, unit="stttt", taken=held.get)
    assert "thanhnv.stttt" not in local_parts(proposal)
    assert len(proposal.candidates) == 4


def test_where_no_order_is_free_only_the_operator_is_left() -> None:
    (proposal,) = propose(["Nguyễn Văn Thành"], SWAPPED, unit="stttt", taken=all_taken)
    assert proposal.candidates == ()
    assert "đơn vị vận hành quyết định (Đ6)" in proposal.problems[-1]


@pytest.mark.parametrize("by", [PLAIN_FIRST, rules("{tên}")])
def test_a_register_that_holds_everything_ends_in_a_problem(by: AddressRules) -> None:
    (proposal,) = propose(["Lê An"], by, taken=all_taken)
    assert proposal.candidates == ()
    assert "quy chế không nêu cách đặt địa chỉ khác" in proposal.problems[-1]


def test_only_the_named_posts_and_marked_leaders_get_a_personal_mailbox() -> None:
    by = rules("{tên}{số}", collision=ORDINAL, personal_only_for=ONLY_FOR)
    posts = ["Giám đốc Ban", "Trưởng phòng Kế toán (kiêm Kế toán trưởng)", "Phó Giám đốc", "", ""]
    proposals = propose(["Lê An", "Lê Bình", "Lê Chi", "Lê Dung", "Lê Giang"], by, posts=posts, leaders={4})
    assert [bool(proposal.candidates) for proposal in proposals] == [True, True, False, False, True]
    assert "(Đ8)" in proposals[2].problems[-1]


ONLY_TWO = rules("{tên}{số}", collision=ORDINAL, personal_only_for=ONLY_FOR)


@pytest.mark.parametrize(
    "post",
    [
        "Giám đốc",
        "GIÁM ĐỐC BAN",
        "Giám đốc Ban QLDA Giao thông",
        "Trưởng phòng Kế toán",
        "TP. Kế toán",
        "TP Kế toán",
        "Trưởng phòng Kế toán kiêm Kế toán trưởng",
        "Kế toán trưởng",
    ],
)
@pytest.mark.parametrize("leaders", [frozenset[int](), frozenset({0})])
def test_a_post_that_gets_a_mailbox_is_known_by_its_whole_title(post: str, leaders: frozenset[int]) -> None:
    assert propose(["Lê An"], ONLY_TWO, posts=[post], leaders=leaders)[0].candidates


@pytest.mark.parametrize(
    "post",
    [
        "Phó Giám đốc",
        "Phó Giám đốc Ban",
        "Phó Trưởng phòng Kế toán",
        "PTP. Kế toán",
        "Trưởng phòng QLDA 1",
        "Nguyên Giám đốc",
        "Kế toán viên",
    ],
)
@pytest.mark.parametrize("leaders", [frozenset[int](), frozenset({0})])
def test_any_other_post_gets_none_though_marked_as_a_leader(post: str, leaders: frozenset[int]) -> None:
    (proposal,) = propose(["Lê An"], ONLY_TWO, posts=[post], leaders=leaders)
    assert proposal.candidates == ()
    assert "(Đ8)" in proposal.problems[-1]


def test_a_blank_post_leaves_the_mark_of_a_leader_to_speak() -> None:
    marked, other = propose(["Lê An", "Lê Bình"], ONLY_TWO, posts=[" ", " "], leaders={0})
    assert (bool(marked.candidates), bool(other.candidates)) == (True, False)


def test_an_address_by_our_own_form_cites_nothing() -> None:
    suggested = Provision("address.personal", Pattern("{tên}{số}"), None, "Đề nghị.", source="suggested")
    first, second = propose(["An", "An"], AddressRules(domain="tinh.gov.vn", personal=suggested, collision=ORDINAL))
    assert [first.candidates[0].cite, second.candidates[0].cite] == [None, None]


def test_the_suffix_ends_every_address_once() -> None:
    assert firsts(propose(["Lê An"], rules("{tên}", suffix=".q4"))) == ["an.q4"]
    assert firsts(propose(["Lê An"], rules("{tên}.q4", suffix=".q4"))) == ["an.q4"]


@pytest.mark.parametrize(
    ("by", "unit", "said"),
    [
        (TEN_FIRST, "", "Chưa có tên hộp thư của đơn vị"),
        (TEN_FIRST, "Sở TTTT", "«Sở TTTT»"),
        (rules("{riêng}"), "", "{riêng}"),
        (AddressRules(domain="tinh.gov.vn"), "", "không nêu mẫu địa chỉ cá nhân"),
    ],
)
def test_what_keeps_everyone_from_an_address_is_said(by: AddressRules, unit: str, said: str) -> None:
    (proposal,) = propose(["Lê An"], by, unit=unit)
    assert proposal.candidates == ()
    assert said in proposal.problems[-1]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("NguyÔn V¨n H¶i", "phông TCVN3"),
        ("Nguyeãn Vaên Haûi", "phông VNI"),
        ("Leâ Vaên An", "phông VNI"),
        ("Nguyễn Văn B1nh", "«B1nh»"),
        ("Nguyễn Văn Hải2", "«Hải2»"),
    ],
)
def test_a_name_that_cannot_be_read_for_sure_gets_no_address(written: str, said: str) -> None:
    (proposal,) = propose([written], PLAIN_FIRST)
    assert proposal.candidates == ()
    assert said in proposal.problems[0]
    assert "hãy" in proposal.problems[0]


@pytest.mark.parametrize("written", ["", "()", "123"])
def test_a_name_without_letters_gets_no_address(written: str) -> None:
    (proposal,) = propose([written], PLAIN_FIRST)
    assert proposal.candidates == ()
    assert proposal.problems


def test_an_address_too_long_is_a_stated_problem() -> None:
    (proposal,) = propose(["Lê " + "A" + "n" * 70], PLAIN_FIRST)
    assert proposal.candidates == ()
    assert "64 ký tự" in proposal.problems[-1]


def test_remarks_on_a_name_are_passed_on_save_those_on_capitals() -> None:
    loud, mended = propose(["LÊ AN", "Lê \u00d0an"], PLAIN_FIRST)
    assert loud.problems == ()
    assert "U+00D0" in mended.problems[0]


@given(st.lists(st.text(max_size=40), max_size=6), st.sampled_from([PLAIN_FIRST, TEN_FIRST, SWAPPED]))
@settings(max_examples=100)
def test_every_text_gets_a_legal_address_of_its_own_or_a_stated_problem(texts: list[str], by: AddressRules) -> None:
    proposals = propose(texts * 2, by, unit="stttt")
    chosen = [proposal.candidates[0].address for proposal in proposals if proposal.candidates]
    assert len(set(chosen)) == len(chosen)
    for proposal in proposals:
        assert proposal.candidates or proposal.problems
        for candidate in proposal.candidates:
            assert LEGAL.fullmatch(candidate.address)
            assert len(candidate.address.partition("@")[0]) <= 64


@given(st.text(alphabet="ĐđÀàếờữỹaănNgH' -Ððoô", max_size=30))
@settings(max_examples=100)
def test_composed_and_decomposed_names_get_one_address(text: str) -> None:
    composed = propose([normalize("NFC", text)], PLAIN_FIRST)
    assert composed == propose([normalize("NFD", text)], PLAIN_FIRST)
