"""`mailboxes`: the register listed and searched, as JSON exactly as the product says."""

from __future__ import annotations

import pytest

from govmail_desk.operations.mailboxes import add_mailbox, record_state
from tests.commands import told
from tests.desks import added, founded, own_unit_id


@pytest.fixture
def register(tmp_path):
    with founded(tmp_path) as desk:
        for name, local_part in (("Nguyễn Văn Thành", "thanhnv"), ("Đặng Đức Đạt", "datdd")):
            add_mailbox(
                desk,
                address=f"{local_part}.stttt@ninhbinh.gov.vn",
                kind="personal",
                unit_id=own_unit_id(desk),
                holder_id=added(desk, name),
                since=desk.today(),
            )
        changes = add_mailbox(
            desk,
            address="cu.stttt@ninhbinh.gov.vn",
            kind="unit",
            unit_id=own_unit_id(desk),
            since=desk.today(),
        )
        record_state(desk, mailbox_id=min(changes.ids["mailbox"]), state="closed", on=desk.today())
    return tmp_path / "so.govmail"


def listed(capsys, register, *words):
    return told(capsys, "mailboxes", "--register", register, "--json", *words).document


def test_each_mailbox_has_the_fields_of_the_product(capsys, register):
    own, *_, thanh = listed(capsys, register)
    assert own == {
        "address": "stttt@ninhbinh.gov.vn",
        "kind": "unit",
        "holder": "",
        "unit": "Sở Thông tin và Truyền thông",
        "state": "active",
        "since": "2026-11-23",
    }
    assert (thanh["address"], thanh["holder"]) == ("thanhnv.stttt@ninhbinh.gov.vn", "Nguyễn Văn Thành")


@pytest.mark.parametrize("text", ["đặng đạt", "dat dang", "DDD", "datdd", "Đức TTTT đạt"])
def test_search_knows_no_diacritics_and_no_order(capsys, register, text):
    assert [row["holder"] for row in listed(capsys, register, "--search", text)] == ["Đặng Đức Đạt"]


def test_closed_ones_come_only_when_asked_for(capsys, register):
    assert len(listed(capsys, register)) == 3
    assert [row["address"] for row in listed(capsys, register, "--state", "closed")] == ["cu.stttt@ninhbinh.gov.vn"]
    assert listed(capsys, register, "--state", "locked") == []


def test_in_words_the_columns_stand_under_each_other(capsys, register):
    answer = told(capsys, "mailboxes", "--register", register)
    lines = answer.out.splitlines()
    assert len(lines) == 3
    assert len({line.index("Đang dùng") for line in lines}) == 1


def test_nothing_found_is_said(capsys, register):
    answer = told(capsys, "mailboxes", "--register", register, "--search", "không ai")
    assert (answer.code, answer.out) == (0, "Không có hộp thư nào như vậy trong sổ.\n")


def test_without_a_register_the_clerk_is_told_how_to_make_one(capsys, tmp_path):
    answer = told(capsys, "mailboxes", "--register", tmp_path / "so.govmail")
    assert (answer.code, answer.out) == (1, "")
    assert "init" in answer.err
