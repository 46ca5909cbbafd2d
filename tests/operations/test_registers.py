"""Founding a unit's register under each regulation."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from govmail_desk import paths
from govmail_desk.desk import Desk
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.settings import Letterhead, Operator, RegulationText
from govmail_desk.listings import journals as journal_listing
from govmail_desk.listings import mailbox_pane, mailboxes, settings, units
from govmail_desk.operations.journals import verify
from govmail_desk.operations.registers import create_register, own_address
from govmail_desk.regulations import shipped
from tests.desks import UNITS, founded

NOW = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)


def found(path, regulation="ninhbinh-2020", *, unit_name="Sở Thông tin và Truyền thông", slug="stttt", head=""):
    return create_register(
        path,
        person="Văn thư",
        regulation=shipped.find(regulation),
        unit_name=unit_name,
        slug=slug,
        head=head,
        clock=lambda: NOW,
    )


@pytest.mark.parametrize("regulation", UNITS)
def test_what_is_founded_is_one_act_that_verifies_and_opens_again(tmp_path, regulation):
    founded(tmp_path, regulation).close()
    with Desk.open(tmp_path / "so.govmail", person="Văn thư", clock=lambda: NOW) as desk:
        assert verify(desk) == []
        (act,) = journal_listing.acts(desk)
        assert (act.act, act.sentence) == ("found_register", f"Lập sổ của {UNITS[regulation][0]}")
        assert desk.regulation().id == regulation
        assert desk.regulation().text == (paths.regulations() / f"{regulation}.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("regulation", "slug", "address"),
    [
        ("quan4-03-2013", "phuong9", "phuong9.q4@tphcm.gov.vn"),
        ("quan4-03-2013", "phuong9.q4", "phuong9.q4@tphcm.gov.vn"),
        ("quan4-03-2013", "q4", "q4@tphcm.gov.vn"),
        ("ninhbinh-2020", "ubnd", "ubnd@ninhbinh.gov.vn"),
        ("ninhbinh-2020", "tpb", "tpb@ninhbinh.gov.vn"),
    ],
)
def test_the_units_own_address_ends_as_the_regulation_says(regulation, slug, address):
    assert own_address(shipped.find(regulation), slug) == address


def test_the_head_named_is_the_first_person_and_may_sign(tmp_path):
    with found(tmp_path / "so.govmail", head="  lê thị\u00a0MỸ hạnh ") as desk:
        own = units.own(desk)
        (charge,) = units.custodies(desk, own.id)
        (signer,) = settings.signers(desk)
        assert (charge.role, charge.full_name) == ("head", signer.full_name)
        assert signer.post == "Giám đốc"


def test_without_a_head_there_is_nobody_yet(tmp_path):
    with found(tmp_path / "so.govmail") as desk:
        assert settings.signers(desk) == []
        assert units.own(desk).people_count == 0


@pytest.mark.parametrize(
    ("unit_name", "symbol", "place", "is_collective"),
    [
        ("Sở Thông tin và Truyền thông", "STTTT-VP", "Ninh Bình", False),
        ("Sở Lao động - Thương binh và Xã hội", "SLĐTBXH-VP", "Ninh Bình", False),
        ("Ủy ban nhân dân huyện Hoa Lư", "UBND-VP", "Hoa Lư", True),
    ],
)
def test_the_letterhead_begins_with_what_follows_from_the_name(tmp_path, unit_name, symbol, place, is_collective):
    with found(tmp_path / "so.govmail", unit_name=unit_name) as desk:
        letterhead = desk.valid(Letterhead, desk.today())
    assert (letterhead.body, letterhead.place, letterhead.is_collective) == (unit_name, place, is_collective)
    assert letterhead.symbol == symbol


@pytest.mark.parametrize("regulation", UNITS)
def test_the_operator_comes_from_the_regulation(tmp_path, regulation):
    with founded(tmp_path, regulation) as desk:
        operator = desk.valid(Operator, desk.today())
        text = desk.valid(RegulationText, desk.today())
    assert operator.name
    assert text.sha256 == shipped.find(regulation).sha256


@pytest.mark.parametrize(
    ("unit_name", "slug"), [("", "stttt"), ("\u200b \u00a0", "stttt"), ("Sở", "sở"), ("Sở", ""), ("Sở", "a b")]
)
def test_what_is_refused_leaves_no_file(tmp_path, unit_name, slug):
    with pytest.raises(RuleBroken):
        found(tmp_path / "so.govmail", unit_name=unit_name, slug=slug)
    assert list(tmp_path.iterdir()) == []


def test_a_fault_in_the_midst_of_founding_leaves_no_file_either(tmp_path):
    def broken_clock():
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        create_register(
            tmp_path / "so.govmail",
            person="Văn thư",
            regulation=shipped.find("ninhbinh-2020"),
            unit_name="Sở",
            slug="so",
            clock=broken_clock,
        )
    assert list(tmp_path.iterdir()) == []


def test_a_register_that_is_there_is_left_as_it_is(tmp_path):
    found(tmp_path / "so.govmail").close()
    before = (tmp_path / "so.govmail").read_bytes()
    with pytest.raises(RuleBroken, match="đã có"):
        found(tmp_path / "so.govmail", slug="snv", unit_name="Sở Nội vụ")
    assert (tmp_path / "so.govmail").read_bytes() == before


def test_a_place_where_no_folder_can_be_is_told_of(tmp_path):
    (tmp_path / "tệp").write_bytes(b"")
    with pytest.raises(StoreUnavailable, match="thư mục"):
        found(tmp_path / "tệp" / "so.govmail")


def test_the_own_mailbox_has_the_event_it_begins_with(tmp_path):
    with found(tmp_path / "so.govmail") as desk:
        (own,) = mailboxes.every(desk, mailboxes.MailboxFilter())
        pane = mailbox_pane.pane(desk, own.id)
    assert [(event.state, event.on, event.by) for event in pane.events] == [("active", "2026-11-23", "Văn thư")]


@pytest.mark.parametrize(
    ("regulation_id", "name", "head"),
    [
        ("ninhbinh-2020", "Sở Nội vụ", ("Ủy ban nhân dân tỉnh Ninh Bình", "Ninh Bình", "SNV-VP", "VP", False)),
        ("ninhbinh-2020", "UBND xã Gia Vân", ("", "Gia Vân", "UBND-VP", "VP", True)),
        ("quan4-03-2013", "Ủy ban nhân dân Phường 9", ("", "Phường 9", "UBND-VP", "VP", True)),
        (
            "ninhbinh-2020",
            "Phòng Tư pháp huyện Hoa Lư",
            ("Ủy ban nhân dân huyện Hoa Lư", "Ninh Bình", "PTP", "", False),
        ),
        ("ninhbinh-2020", "Trung tâm Tin học thuộc Sở Nội vụ", ("Sở Nội vụ", "Ninh Bình", "TTTH", "", False)),
    ],
)
def test_a_letterhead_begins_with_what_the_units_name_tells(tmp_path, regulation_id, name, head):
    desk = create_register(
        tmp_path / "so.govmail",
        person="Văn thư",
        regulation=shipped.find(regulation_id),
        unit_name=name,
        slug="donvi",
    )
    found = desk.valid(Letterhead, desk.today())
    assert (found.parent_body, found.place, found.symbol, found.filing, found.is_collective) == head
    desk.close()
