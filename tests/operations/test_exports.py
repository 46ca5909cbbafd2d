"""Files that left the register: noted once, with no folder of the machine, and never un-noted."""

from __future__ import annotations

from pathlib import Path

import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.person import Person
from govmail_desk.domain.privacy import Export
from govmail_desk.listings import journals
from govmail_desk.operations.exports import note_export, record_export
from govmail_desk.operations.journals import plan_take_back, take_back, verify
from tests.desks import NOW, added, founded, own_unit_id
from tests.request_lives import every, one


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as desk:
        yield desk


def directory(desk, name="danh-ba.xlsx"):
    return record_export(desk, kind="directory", subject="danh bạ", row_count=214, name=name)


@pytest.mark.parametrize("name", ["danh-ba.xlsx", Path("/home/mai/tệp/danh-ba.xlsx"), r"D:\Mai\danh-ba.xlsx"])
def test_a_file_that_left_is_said_with_its_name_and_no_folder(desk, name):
    changes = directory(desk, name)
    assert changes.sentence == "Xuất danh bạ (214 người, đơn vị) ra tệp “danh-ba.xlsx”"
    export = one(desk, Export)
    assert (export.name, export.by, export.on_date, export.made_at) == ("danh-ba.xlsx", desk.person, NOW.date(), NOW)
    assert verify(desk) == []


def test_that_a_file_left_is_never_taken_back(desk):
    changes = directory(desk)
    with pytest.raises(RuleBroken, match="Tệp đã ra khỏi sổ"):
        plan_take_back(desk, seq=changes.seq)


def test_taking_the_last_act_back_passes_over_an_export(desk):
    person_id = added(desk, "Nguyễn Văn Thành")
    directory(desk)
    assert take_back(desk, plan_take_back(desk)).ids == {"person": {person_id}}
    assert verify(desk) == []


def test_an_export_noted_within_an_act_stays_when_the_act_goes_back(desk):
    with desk.transaction("made_up", "Thêm và xuất") as act:
        act.transaction.put(Person(full_name="Bùi Thị Yến", unit_id=own_unit_id(desk)))
        note_export(act.transaction, desk, kind="list", subject="danh sách", row_count=1, name="ds.xlsx")
    take_back(desk, plan_take_back(desk))
    assert not every(desk, Person, full_name="Bùi Thị Yến")
    assert one(desk, Export).subject == "danh sách"
    assert verify(desk) == []
    assert journals.acts(desk)[0].sentence == "Hoàn tác: Thêm và xuất"
