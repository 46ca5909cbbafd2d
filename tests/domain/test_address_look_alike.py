import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.domain.address_look_alike import KnownAddresses, is_near, near_look_alikes

ADDRESS = "nvthanh.stttt@ninhbinh.gov.vn"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nvthanh.stttt@x.vn", "nvthan.stttt@x.vn"),
        ("nvthanh.stttt@x.vn", "nvthanhh.stttt@x.vn"),
        ("nvthanh.stttt@x.vn", "nwthanh.stttt@x.vn"),
        ("nvthanh.stttt@x.vn", "vnthanh.stttt@x.vn"),
        ("nvthanh.stttt@x.vn", "nvthanh.ssttt@x.vn"),
        ("nvthanh.stttt@x.vn", "nvthanhstttt@x.vn"),
        ("nvthanh.stttt@x.vn", "stttt.nvthanh@x.vn"),
        ("nv.thanhstttt@x.vn", "nvthanh.stttt@x.vn"),
        ("tranloan@x.vn", "tran10an@x.vn"),
        ("nthlam@x.vn", "nthiam@x.vn"),
        ("lamnh.a@x.vn", "larnnh.a@x.vn"),
        ("nvan@soctrang.gov.vn", "nvan@socstrang.gov.vn"),
        ("dcnguyen@x.vn", "dcnguyen1@x.vn"),
    ],
)
def test_addresses_that_are_taken_for_each_other_are_near_both_ways(one: str, other: str) -> None:
    assert is_near(one, other)
    assert near_look_alikes(one, [other]) == (other,)
    assert near_look_alikes(other, [one]) == (one,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nvthanh.stttt@x.vn", "nvthanh.snv@x.vn"),
        ("nvthanh@x.vn", "nvthuan@x.vn"),
        ("nvthanh@x.vn", "nvthanh@y-khac.vn"),
        ("nvthanh@x.vn", "nvthan@y.vn"),
        ("nvthanh@x.vn", "nvthanh@x.vn"),
    ],
)
def test_other_addresses_are_not(one: str, other: str) -> None:
    assert not is_near(one, other)
    assert near_look_alikes(one, [other]) == ()


def test_the_near_ones_are_listed_in_their_order_without_the_address_itself() -> None:
    existing = ["vnthanh.stttt@ninhbinh.gov.vn", "lan@ninhbinh.gov.vn", ADDRESS, "nvthanh1.stttt@ninhbinh.gov.vn"]
    assert near_look_alikes(ADDRESS, existing) == (existing[0], existing[3])


def test_an_address_far_from_all_known_ones_is_near_none() -> None:
    assert KnownAddresses([ADDRESS, "lan@ninhbinh.gov.vn"]).near("pthoa.snv@ninhbinh.gov.vn") == ()


@given(*[st.text(alphabet="ab01l.", min_size=1, max_size=5)] * 2)
@settings(max_examples=100)
def test_one_pair_and_many_addresses_are_judged_alike(one: str, other: str) -> None:
    assert is_near(f"{one}@x.vn", f"{other}@x.vn") == bool(near_look_alikes(f"{one}@x.vn", [f"{other}@x.vn"]))
