"""Which papers a request will have, and by whose rule."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk import paths
from govmail_desk.gui.rules.paper_notes import paper_notes
from govmail_desk.regulations import loader

ON = date(2026, 11, 23)


def notes(regulation_id, **asked):
    regulation = loader.load(paths.regulations() / f"{regulation_id}.toml")
    asked = {"kind": "create", "mailbox_kind": "personal", "on": ON} | asked
    return {note.role: note for note in paper_notes(regulation, **asked)}


@pytest.mark.parametrize(
    ("regulation_id", "asked", "offered"),
    [
        ("ninhbinh-2020", {"letter", "email"}, {"list"}),
        ("soctrang-59-2024", {"letter"}, {"list", "email"}),
        ("quan4-03-2013", {"email", "list"}, {"letter"}),
        ("camau-24-2018", {"list"}, {"letter", "email"}),
        ("khanhhoa-dagt-2021", {"proposal", "letter", "list"}, {"email"}),
    ],
)
def test_what_the_regulation_asks_for_is_told_from_what_we_offer(regulation_id, asked, offered):
    found = notes(regulation_id)
    assert {role for role, note in found.items() if note.whose == "regulation"} == asked
    assert {role for role, note in found.items() if note.whose == "suggested"} == offered
    assert all(found[role].why.cite for role in asked)
    assert all(found[role].words.endswith("chương trình lập thêm") for role in offered)


def test_the_eight_column_list_says_when_it_is_meant():
    assert "số CCCD" in notes("ninhbinh-2020", has_eight_columns=True)["list"].form_note


def test_a_missing_provincial_form_is_said():
    assert "chúng tôi chưa có Phụ lục ấy" in notes("khanhhoa-dagt-2021")["proposal"].form_note


def test_units_have_their_own_list():
    assert notes("ninhbinh-2020", mailbox_kind="unit")["list"].form_note


def test_other_kinds_of_requests_have_their_own_lists():
    assert "mật khẩu" in notes("ninhbinh-2020", kind="reset")["list"].form_note


def test_a_form_of_the_units_own_is_named_and_is_no_arrangement_of_ours():
    own = {"chung/danh-sach-cap-moi-ca-nhan.xlsx": "Danh sách của sở.xlsx"}
    found = notes("khanhhoa-dagt-2021", own_forms=own)
    assert found["list"].form_note == "Danh sách cấp mới hộp thư cá nhân: theo mẫu của đơn vị “Danh sách của sở.xlsx”."
    assert "Phụ lục ấy" in found["letter"].form_note


def test_the_form_of_a_slip_says_whose_arrangement_it_is():
    assert "mỗi người một phiếu" in notes("khanhhoa-dagt-2021", kind="close")["slip"].form_note
