"""Ctrl+K: one search over people, mailboxes, units and requests."""

from __future__ import annotations

import pytest

from govmail_desk.listings.everything import find
from govmail_desk.listings.mailboxes import id_of
from govmail_desk.operations.mailboxes import record_state
from govmail_desk.operations.requests import draft_request, plan_request
from govmail_desk.operations.units import add_unit
from tests.desks import added, founded, own_unit_id
from tests.large_register import large_register


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as desk:
        add_unit(desk, name="Phòng Thanh tra", slug="ptt", parent_id=own_unit_id(desk))
        person = added(desk, "Nguyễn Văn Thành")
        draft_request(desk, plan_request(desk, on=desk.today(), people_ids=[person], reason="tiếp nhận thanh niên"))
        yield desk


def kinds(found):
    return [one.kind for one in found]


@pytest.mark.parametrize("text", ["", "  ", "\u200b"])
def test_nothing_finds_nothing(desk, text):
    assert find(desk, text) == []


def test_one_word_finds_each_kind_and_says_what_it_is(desk):
    found = {one.kind: one for one in find(desk, "thanh")}
    assert found["person"].title == "Nguyễn Văn Thành"
    assert found["person"].detail == "Chuyên viên"
    assert (found["mailbox"].title, found["mailbox"].detail) == ("thanhnv.stttt@ninhbinh.gov.vn", "Hộp thư · Đề xuất")
    assert found["unit"].title == "Phòng Thanh tra"
    assert (found["request"].title, found["request"].detail) == ("Đề nghị cấp mới 1 hộp thư", "Nháp · 23/11/2026")
    assert kinds(find(desk, "thanh")) == ["person", "mailbox", "unit", "request"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [("thành nguyễn", "person"), ("thanhnv", "mailbox"), ("tra phong", "unit"), ("23/11/2026", "request")],
)
def test_words_in_any_order_without_diacritics(desk, text, kind):
    assert kind in kinds(find(desk, text))


def test_a_closed_mailbox_is_found_too(desk):
    record_state(desk, mailbox_id=id_of(desk, "thanhnv.stttt@ninhbinh.gov.vn"), state="closed", on=desk.today())
    assert "Hộp thư · Đã đóng" in [one.detail for one in find(desk, "thanhnv")]


def test_of_each_kind_come_the_first_few_in_vietnamese_order(tmp_path):
    with large_register(tmp_path, 2_000) as desk:
        found = find(desk, "nguyen van", limit=3)
        assert [kinds(found).count(kind) for kind in ("person", "mailbox")] == [3, 3]
        tens = [one.title.split()[-1] for one in found if one.kind == "person"]
        assert tens == sorted(tens)
        assert tens[0] == "An"
