"""One act makes requests for many units: a folder each, a result list, and it goes on where it stopped."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest

from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.request import Request, RequestRow
from govmail_desk.operations import journals
from govmail_desk.operations.people import add_person
from govmail_desk.operations.request_batches import RESULT_NAME, draft_batch, plan_batch
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
