"""Incidents as the page shows them: who was told, who is still to be told, whom to call; searched, filtered, by year."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.listings import incidents, today
from govmail_desk.operations.incident_notices import Telling, pass_step, tell_of_incident
from govmail_desk.operations.incidents import cancel_incident, close_incident
from govmail_desk.operations.settings import choose_rule, set_operator
from tests.desks import founded
from tests.incidents import TODAY, recorded, told_all


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "ninhbinh-2020") as desk:
        yield desk


def open_page(desk, **asked):
    return incidents.opening(desk, first_count=50, **asked)


def test_a_line_says_when_what_where_who_was_told_and_who_is_still_to_be(desk):
    found = recorded(desk, "secret", happened_at="07:30")
    tell_of_incident(
        desk, incident_id=found.id, telling=Telling(rule="incident.secret", told="Lê Thị Mỹ Hạnh", on=TODAY)
    )
    (row,) = open_page(desk).first
    assert (row.when, row.kind, row.address) == ("23/11/2026 07:30", "secret", "stttt@ninhbinh.gov.vn")
    assert row.told == ("Lê Thị Mỹ Hạnh",)
    assert [whom.partition(",")[0] for whom in row.waiting] == [
        "Sở Thông tin và Truyền thông và cơ quan gửi tài liệu",
        "cơ quan chức năng",
    ]


def test_the_open_ones_stand_first_then_the_latest(desk):
    old, late, over = recorded(desk, on=date(2026, 11, 2)), recorded(desk, on=date(2026, 11, 20)), recorded(desk)
    cancel_incident(desk, incident_id=over.id, reason="Ghi trùng")
    assert open_page(desk).ids == [late.id, old.id, over.id]


def test_it_is_found_without_diacritics_and_filtered_by_state_and_kind(desk):
    fault = recorded(desk)
    strange = recorded(desk, "suspicious", content="Thư đòi tiền chuộc", found_by="Đỗ Thị Bích Ngọc")
    assert open_page(desk, search="tien chuoc").ids == [strange.id]
    assert open_page(desk, search="bich ngoc thu la").ids == [strange.id]
    assert open_page(desk, kinds=["fault"]).ids == [fault.id]
    assert open_page(desk, states=["closed"]).ids == []
    assert open_page(desk).counts == {"open": 2, "fault": 1, "suspicious": 1}


def test_the_rail_counts_the_open_ones_with_somebody_still_to_tell(desk):
    found = recorded(desk)
    recorded(desk, "suspicious")
    assert today.waiting_counts(desk)["incidents"] == 1
    told_all(desk, found)
    assert today.waiting_counts(desk)["incidents"] == 0


def test_the_pane_holds_each_step_with_its_notices(desk):
    found = recorded(desk)
    tell_of_incident(desk, incident_id=found.id, telling=Telling(rule="incident.user", on=TODAY, at="08:15"))
    pass_step(desk, incident_id=found.id, rule="incident.unit", reason="Đã tự khắc phục")
    facts = incidents.pane(desk, found.id)
    assert [(line.step.cite, line.is_told) for line in facts.steps] == [("Đ14.4", True), ("Đ14.4", True)]
    assert facts.waiting == ()
    assert facts.row.told == ("cán bộ đầu mối công nghệ thông tin của đơn vị",)
    close_incident(desk, incident_id=found.id, on=TODAY, measures="Đã khởi động lại")
    assert incidents.pane(desk, found.id).row.waiting == ()
    assert incidents.pane(desk, 999_999) is None


def test_whom_to_call_is_the_printed_place_else_the_operator_set(tmp_path):
    with founded(tmp_path / "st", "soctrang-59-2024") as desk:
        contact = open_page(desk).contact
        assert (contact.phone, contact.address, contact.cite) == (
            "0299 3 626 800",
            "ttcns.sotttt@soctrang.gov.vn",
            "Đ11.4",
        )
    with founded(tmp_path / "cm", "camau-24-2018") as desk:
        set_operator(desk, name="Sở Khoa học và Công nghệ", address="vanthu.skhcn@mau.gov.vn", from_on=TODAY)
        contact = open_page(desk).contact
        assert (contact.name, contact.address, contact.phone, contact.cite) == (
            "Sở Khoa học và Công nghệ",
            "vanthu.skhcn@mau.gov.vn",
            "",
            None,
        )
        own = {"name": "Tổ hỗ trợ", "address": "hotro@mau.gov.vn", "phone": "0290 3 000 111"}
        choose_rule(desk, rule="incident.contact", value=own, from_on=TODAY, why="Sở thông báo")
        assert open_page(desk).contact.phone == "0290 3 000 111"


def test_a_year_holds_its_own_incidents_without_the_cancelled(desk):
    this = recorded(desk)
    recorded(desk, on=date(2025, 12, 31))
    gone = recorded(desk)
    cancel_incident(desk, incident_id=gone.id, reason="Ghi trùng")
    assert [row.id for _, row, _ in incidents.of_year(desk, 2026)] == [this.id]
    assert incidents.years(desk) == [2026, 2025]
