"""One act makes requests for many units: a folder each, a result list, and it goes on where it stopped."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest

from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.person import Person
from govmail_desk.domain.request import Request, RequestRow
from govmail_desk.domain.request_details import ChangeDetails
from govmail_desk.operations import journals
from govmail_desk.operations.batch_plan import plan_batch
from govmail_desk.operations.mailboxes import add_mailbox
from govmail_desk.operations.people import add_person
from govmail_desk.operations.request_batches import RESULT_NAME, draft_batch
from govmail_desk.operations.request_withdrawals import cancel_request
from govmail_desk.operations.units import add_unit
from govmail_desk.store.transaction import Transaction
from tests.desks import founded, leave, own_unit_id

MONDAY = date(2026, 11, 23)
UNITS = ("Phòng Chuyển đổi số", "Trung tâm CNTT/TT: cơ sở 2", "=Phòng Bưu chính")


class Stopped(Exception):
    """What a clerk's stop raises here."""


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "soctrang-59-2024") as open_desk:
        yield open_desk


@pytest.fixture
def people(desk):
    """Give each of three units two people, one of them of the same name in all three."""
    ids = []
    for place, name in enumerate(UNITS):
        (unit_id,) = add_unit(desk, name=name, parent_id=own_unit_id(desk), slug=f"dv{place}").ids["unit"]
        for full_name in ("Dương Chí Nguyên", ("Lê Văn An", "Lê Văn Bình", "Lê Văn Cường")[place]):
            ids += add_person(desk, full_name=full_name, unit_id=unit_id, post="Chuyên viên").ids["person"]
    return ids


def every(desk, kind, /, **equals):
    with desk.reading() as connection:
        return Transaction(connection).find(kind, **equals)


def lines_of(folder):
    return list(openpyxl.load_workbook(folder / RESULT_NAME).active.iter_rows(values_only=True, min_row=2))


def test_each_unit_has_its_request_its_folder_and_its_line(desk, people, tmp_path):
    plan = plan_batch(desk, kind="create", subject_ids=people, on=MONDAY)
    result = draft_batch(desk, plan, folder=tmp_path / "gửi các đơn vị")
    assert len(result.made) == len(every(desk, Request)) == 3
    folders = sorted(entry.name for entry in result.result_file.parent.iterdir() if entry.is_dir())
    assert folders == ["=Phòng Bưu chính", "Phòng Chuyển đổi số", "Trung tâm CNTT-TT- cơ sở 2"]
    assert all(list((result.result_file.parent / name).glob("*.docx")) for name in folders)
    assert [line[:4] for line in lines_of(result.result_file.parent)] == [
        (str(place), name, "2", "Đã lập") for place, name in enumerate(UNITS, start=1)
    ]
    assert journals.verify(desk) == []


def test_namesakes_of_three_units_are_given_three_addresses(desk, people, tmp_path):
    draft_batch(desk, plan_batch(desk, kind="create", subject_ids=people, on=MONDAY), folder=tmp_path / "ra")
    given = {box.address for box in every(desk, Mailbox, kind="personal") if box.address.startswith("dcnguyen")}
    assert given == {f"dcnguyen{number}@soctrang.gov.vn" for number in ("", "1", "2")}


def test_a_batch_that_was_stopped_goes_on_where_it_stopped(desk, people, tmp_path):
    def stop(place, _count):
        if place == 1:
            raise Stopped

    with pytest.raises(Stopped):
        draft_batch(
            desk, plan_batch(desk, kind="create", subject_ids=people, on=MONDAY), folder=tmp_path / "ra", tick=stop
        )
    assert len(every(desk, Request)) == 1
    again = plan_batch(desk, kind="create", subject_ids=people, on=MONDAY)
    assert len(again.left) == 2
    draft_batch(desk, again, folder=tmp_path / "ra")
    assert len(every(desk, Request)) == 3
    assert [line[3] for line in lines_of(tmp_path / "ra")] == ["Đã lập từ lần trước", "Đã lập", "Đã lập"]
    assert len(every(desk, RequestRow)) == 6


def test_what_was_made_before_a_stop_is_told(desk, people, tmp_path):
    def stop(place, _count):
        if place == 2:
            raise Stopped

    made = []
    plan = plan_batch(desk, kind="create", subject_ids=people, on=MONDAY)
    with pytest.raises(Stopped):
        draft_batch(desk, plan, folder=tmp_path / "ra", tick=stop, on_made=made.append)
    assert {request.id for request in every(desk, Request)} == {one for act in made for one in act.ids["request"]}
    assert len(made) == 2


def test_a_plan_names_who_is_asked_for_with_address_and_refusal(desk, people):
    leave(desk, people[1], on=MONDAY)
    first = plan_batch(desk, kind="create", subject_ids=people, on=MONDAY).parts[0]
    asked, refused = first.rows.values()
    assert (asked.name, asked.address, asked.refusal) == ("Dương Chí Nguyên", "dcnguyen@soctrang.gov.vn", "")
    assert (refused.name, "đã thôi làm việc" in refused.refusal) == ("Lê Văn An", True)
    assert (first.subject_ids, first.refusals) == ((people[0],), (refused.refusal,))


def test_done_twice_it_makes_nothing_new(desk, people, tmp_path):
    for _ in range(2):
        result = draft_batch(
            desk, plan_batch(desk, kind="create", subject_ids=people, on=MONDAY), folder=tmp_path / "ra"
        )
    assert result.made == ()
    assert len(every(desk, Request)) == 3


def test_a_unit_that_is_refused_stops_no_other(desk, people, tmp_path):
    plan = plan_batch(desk, kind="create", subject_ids=people, on=MONDAY)
    first = draft_batch(desk, plan, folder=tmp_path / "ra")
    (request_id,) = first.made[0].ids["request"]
    cancel_request(desk, request_id=request_id, reason="Lập lại")
    boxes = [box.id for box in every(desk, Mailbox, kind="personal")]
    closing = draft_batch(desk, plan_batch(desk, kind="close", subject_ids=boxes, on=MONDAY), folder=tmp_path / "đóng")
    assert closing.made == ()
    assert {line[3] for line in lines_of(tmp_path / "đóng")} == {"Không lập được"}
    assert all(line[5] for line in lines_of(tmp_path / "đóng"))


# mailboxes of the register


@pytest.fixture
def boxes(desk, people):
    """Issue each person and each unit of the batch a mailbox; return those of people and those of units."""
    personal, of_units = [], []
    for place, person_id in enumerate(people):
        unit_id = one(desk, Person, id=person_id).unit_id
        personal.append(issued_in(desk, f"nguoi{place}", "personal", unit_id=unit_id, holder_id=person_id))
        if place % 2:
            of_units.append(issued_in(desk, f"donvi{place}", "unit", unit_id=unit_id))
    return personal, of_units


def issued_in(desk, local, kind, **whose):
    address = f"{local}@soctrang.gov.vn"
    (mailbox_id,) = add_mailbox(desk, address=address, kind=kind, since=date(2026, 1, 5), **whose).ids["mailbox"]
    return mailbox_id


def one(desk, kind, /, **equals):
    (found,) = every(desk, kind, **equals)
    return found


def test_a_unit_whose_own_mailbox_is_asked_about_beside_its_peoples_has_two_requests(desk, boxes, tmp_path):
    personal, of_units = boxes
    plan = plan_batch(desk, kind="close", subject_ids=[*personal, *of_units[:2]], on=MONDAY, reason="sáp nhập")
    assert (plan.unit_count, plan.halved_count, len(plan.parts)) == (3, 2, 5)
    assert [part.title for part in plan.parts] == [
        f"{UNITS[0]} (hộp thư cá nhân)",
        f"{UNITS[0]} (hộp thư đơn vị)",
        f"{UNITS[1]} (hộp thư cá nhân)",
        f"{UNITS[1]} (hộp thư đơn vị)",
        UNITS[2],
    ]
    draft_batch(desk, plan, folder=tmp_path / "ra")
    asked = [(request.mailbox_kind, request.row_count) for request in every(desk, Request)]
    assert sorted(asked) == [("personal", 2)] * 3 + [("unit", 1)] * 2
    assert {row.cells["ly_do"] for row in every(desk, RequestRow)} == {"Sáp nhập"}
    assert len([entry for entry in (tmp_path / "ra").iterdir() if entry.is_dir()]) == 3
    assert len(list((tmp_path / "ra" / "=Phòng Bưu chính").glob("*.docx"))) == 1
    assert len(list((tmp_path / "ra" / UNITS[0]).glob("*.docx"))) == 2
    assert [line[1:4] for line in lines_of(tmp_path / "ra")] == [
        (part.title, str(len(part.subject_ids)), "Đã lập") for part in plan.parts
    ]
    assert journals.verify(desk) == []


def test_a_mixed_batch_that_was_stopped_goes_on_with_the_requests_left(desk, boxes, tmp_path):
    chosen = [*boxes[0], *boxes[1]]

    def stop(place, _count):
        if place == 3:
            raise Stopped

    with pytest.raises(Stopped):
        draft_batch(
            desk, plan_batch(desk, kind="close", subject_ids=chosen, on=MONDAY), folder=tmp_path / "ra", tick=stop
        )
    again = plan_batch(desk, kind="close", subject_ids=chosen, on=MONDAY)
    assert (len(every(desk, Request)), len(again.left)) == (3, 3)
    draft_batch(desk, again, folder=tmp_path / "ra")
    assert len(every(desk, Request)) == 6
    assert len(every(desk, RequestRow)) == len(chosen)


def test_a_change_is_asked_for_with_what_is_said_of_each_and_the_reason_of_the_others(desk, boxes, tmp_path):
    personal, _ = boxes
    said = {personal[0]: ChangeDetails(address="moi@soctrang.gov.vn", document="QĐ 12/QĐ-UBND")}
    reason = "đổi tên cơ quan chủ quản"
    plan = plan_batch(desk, kind="change", subject_ids=personal, on=MONDAY, reason=reason, details=said)
    assert [part.refusals for part in plan.parts] == [()] * 3
    draft_batch(desk, plan, folder=tmp_path / "ra")
    rows = {row.mailbox_id: row for row in every(desk, RequestRow)}
    assert rows[personal[0]].wanted == {"address": "moi@soctrang.gov.vn"}
    assert rows[personal[0]].cells["can_cu"] == "QĐ 12/QĐ-UBND"
    assert {rows[one].cells["noi_dung"] for one in personal[1:]} == {"Đổi tên cơ quan chủ quản"}


def test_a_change_of_which_nothing_is_said_is_refused_row_by_row(desk, boxes):
    plan = plan_batch(desk, kind="change", subject_ids=boxes[0], on=MONDAY)
    assert plan.left == ()
    assert all("chưa nêu thông tin nào thay đổi" in refusal for part in plan.parts for refusal in part.refusals)
