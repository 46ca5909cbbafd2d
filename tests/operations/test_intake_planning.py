"""The five messy lists of `tests/lists`, drawn as real ones are: what becomes of each of their rows."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from govmail_desk.documents import spreadsheet
from govmail_desk.listings import mailboxes as mailbox_listing
from govmail_desk.listings import requests as request_listing
from govmail_desk.operations import journals
from govmail_desk.operations.intakes import plan_intake, take_in
from govmail_desk.operations.requests import draft_request, plan_request
from tests.desks import added, founded

LISTS = Path(__file__).resolve().parent.parent / "lists"


@pytest.fixture
def desk_of(tmp_path):
    made = []

    def found(regulation_id):
        desk = founded(tmp_path, regulation_id)
        made.append(desk)
        return desk

    yield found
    for desk in made:
        desk.close()


def planned(desk, file, **choices):
    return plan_intake(desk, spreadsheet.read(LISTS / file), **choices)


def with_fonts(desk, file, **choices):
    """Plan with every proposed conversion seen and accepted."""
    plan = planned(desk, file, **choices)
    return planned(desk, file, accepted_conversions=frozenset(one.place for one in plan.conversions), **choices)


def told(plan):
    return {row.full_name: row.outcome for row in plan.rows if row.full_name}


def reason_of(plan, name):
    return " ".join(next(row.reasons for row in plan.rows if row.full_name == name))


@pytest.mark.parametrize("file", ["ninhbinh-2020.xlsx", "ninhbinh-2020.ods"])
def test_ninh_binh_takes_the_clean_rows_and_sets_the_dirty_addresses_aside(desk_of, file):
    plan = planned(desk_of("ninhbinh-2020"), file)
    assert told(plan) == {
        "Phạm Quang Huấn": "new",
        "Trịnh Thị Lan Chi": "new",
        "Văn phòng Sở": "new",
        "Đinh Văn Thành": "new",
        "Nguyễn Thị Thuỳ Dương": "set_aside",
        "Đỗ Văn Lý": "set_aside",
        "Bùi Thị Mai": "set_aside",
        "Vũ Hoàng Long": "set_aside",
        "Lê Thị Mỹ Hạnh": "doubtful",
        "Nguyễn Văn Thành": "new",
        "Hoàng Văn Toàn": "set_aside",
        "Phạm Thị Hoà": "set_aside",
    }
    assert "dòng 24" in reason_of(plan, "Lê Thị Mỹ Hạnh") or plan.rows[23].outcome == "set_aside"
    assert sum(plan.counts.values()) == len(plan.rows) == 39
    assert {"Dòng tên danh sách.", "Dòng tiêu đề lặp lại.", "Dòng nhóm.", "Dòng trống."} < {
        reason for row in plan.rows for reason in row.reasons
    }


def test_ca_mau_is_not_written_before_its_font_is_seen(desk_of):
    desk = desk_of("camau-24-2018")
    plan = planned(desk, "camau-24-2018.xlsx")
    assert plan.counts["doubtful"] == 8
    assert plan.counts["new"] == 0
    first = next(conversion for conversion in plan.conversions if conversion.column == 1)
    assert (first.proposal.cells[0].before, first.proposal.cells[0].after) == ("NguyÔn V¨n H¶i", "Nguyễn Văn Hải")
    accepted = with_fonts(desk, "camau-24-2018.xlsx")
    assert set(told(accepted).values()) == {"new"}
    take_in(desk, accepted)
    units = Counter(row.unit for row in mailbox_listing.every(desk, mailbox_listing.MailboxFilter(kind="personal")))
    assert units == {
        "Văn phòng Sở": 2,
        "Phòng Bưu chính - Viễn thông": 1,
        "Trung tâm Công nghệ thông tin và Truyền thông": 1,
    }


def test_ca_mau_by_xls_reads_the_same(desk_of):
    desk = desk_of("camau-24-2018")
    take_in(desk, with_fonts(desk, "camau-24-2018.xlsx"))
    again = with_fonts(desk, "camau-24-2018.xls")
    assert set(told(again).values()) == {"same"}


def test_quan_4_joins_split_names_in_vni_and_reads_groups_as_sections(desk_of):
    desk = desk_of("quan4-03-2013")
    plan = with_fonts(desk, "quan4-03-2013.xlsx")
    assert {row.full_name: row.department for row in plan.rows if row.is_taken} == {
        "Nguyễn Thị Kim Ngân": "VĂN PHÒNG ỦY BAN NHÂN DÂN",
        "Huỳnh Tấn Phát": "VĂN PHÒNG ỦY BAN NHÂN DÂN",
        "Lý Thị Hương": "VĂN PHÒNG ỦY BAN NHÂN DÂN",
        "Đỗ Thị Quỳnh Như": "PHÒNG TÀI CHÍNH - KẾ HOẠCH",
        "Trần Phú": "PHÒNG TÀI CHÍNH - KẾ HOẠCH",
        "Phạm Ngọc Ẩn": "",  # UBND Phường 9 is the desk's own unit here
        "Võ Thị Ý": "",
    }
    assert told(plan)["Bạch Văn Sơn"] == "doubtful"
    assert "gần giống tphcm.gov.vn" in reason_of(plan, "Bạch Văn Sơn")


def test_khanh_hoa_finds_its_own_mailbox_among_the_people(desk_of):
    plan = planned(desk_of("khanhhoa-dagt-2021"), "khanhhoa-dagt-2021.xlsx")
    own = plan.rows[4]
    assert (own.kind, own.outcome, own.differences) == ("unit", "changed", (("Ghi chú", "", "Hộp thư chung"),))
    assert told(plan)["H'Hen Niê"] == "new"
    assert told(plan)["Thạch"] == "doubtful"
    assert not any("gmail" in row.address for row in plan.rows)


def test_soc_trang_never_reads_the_passwords_and_offers_the_missing_domain(desk_of):
    desk = desk_of("soctrang-59-2024")
    plan = planned(desk, "soctrang-59-2024.xlsx")
    assert any("cột mật khẩu" in warning for warning in plan.warnings)
    leader, _ = (row for row in plan.rows if row.full_name == "Dương Chí Nguyên")
    assert (leader.outcome, leader.offers) == ("set_aside", (("address", "dcnguyen@soctrang.gov.vn"),))
    mended = {row.place: dict(row.offers) for row in plan.rows if row.offers}
    accepted = planned(desk, "soctrang-59-2024.xlsx", mended=mended)
    assert Counter(row.outcome for row in accepted.rows if row.sheet == "Cá nhân" and row.full_name) == {"new": 7}
    changes = take_in(desk, accepted)
    assert changes.touches("mailbox", "custody")
    assert "Abc@12345" not in repr(accepted.rows)


def test_soc_trang_units_stand_where_the_list_says(desk_of):
    desk = desk_of("soctrang-59-2024")
    plan = planned(desk, "soctrang-59-2024.csv")
    assert told(plan) == {
        "Sở Thông tin và Truyền thông": "changed",
        "Phòng Chuyển đổi số": "new",
        "UBND xã Thạnh Phú": "new",
    }
    take_in(desk, plan)
    states = {row.address: row.state for row in mailbox_listing.every(desk, mailbox_listing.MailboxFilter())}
    assert states == {"sotttt@soctrang.gov.vn": "active", "phongcds.sotttt@soctrang.gov.vn": "proposed"}


@pytest.mark.parametrize(
    "file",
    [
        "ninhbinh-2020.xlsx", "ninhbinh-2020.ods", "camau-24-2018.xlsx", "camau-24-2018.xls", "quan4-03-2013.xlsx",
        "quan4-03-2013.csv", "khanhhoa-dagt-2021.xlsx", "soctrang-59-2024.xlsx", "soctrang-59-2024.csv",
    ],
)  # fmt: skip
def test_every_list_comes_in_once_and_goes_back_whole(desk_of, file):
    desk = desk_of(Path(file).stem)
    take_in(desk, with_fonts(desk, file))
    again = with_fonts(desk, file)
    assert again.is_empty
    assert take_in(desk, again).is_empty
    assert journals.verify(desk) == []
    journals.take_back(desk, journals.plan_take_back(desk))
    assert journals.verify(desk) == []
    (own,) = mailbox_listing.every(desk, mailbox_listing.MailboxFilter())
    assert own.kind == "unit"


def test_the_list_a_request_makes_comes_back_to_nothing_new(desk_of, tmp_path):
    desk = desk_of("ninhbinh-2020")
    people = [added(desk, name) for name in ("Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc")]
    request = plan_request(desk, on=desk.today(), people_ids=people)
    (request_id,) = draft_request(desk, request).ids["request"]
    made = next(file for file in request_listing.pane(desk, request_id).files if file.role == "list")
    (tmp_path / made.name).write_bytes(request_listing.content(desk, made.sha256))
    plan = plan_intake(desk, spreadsheet.read(tmp_path / made.name))
    assert told(plan) == {"Nguyễn Văn Thành": "same", "Đỗ Thị Bích Ngọc": "same"}
    assert plan.is_empty
