"""One person's data, all of it and nobody else's, as a paper and as JSON; that it went out is noted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govmail_desk.documents.plain_text import plain_lines
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.person import Person
from govmail_desk.domain.privacy import Export
from govmail_desk.operations.exports import record_export
from govmail_desk.operations.extracts import extract_of, extract_person
from govmail_desk.operations.journals import verify
from govmail_desk.operations.minimisation import minimise, plan_minimisation
from govmail_desk.operations.people import add_person
from govmail_desk.store.transaction import GONE
from tests.desks import added, founded, keeps_id_numbers, leave, own_unit_id
from tests.handovers import opened
from tests.mailboxes import issued
from tests.operations.test_minimisation import LEFT
from tests.request_lives import drafted, every, one


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as desk:
        yield desk


def rows_of(extract, title):
    (part,) = [part for part in extract.parts if part.title == title]
    return part.rows


def told(extract):
    return json.dumps([extract.facts, [part.rows for part in extract.parts]], ensure_ascii=False)


def test_all_that_is_held_stands_in_it(desk):
    drafted(desk, "Bùi Thị Yến")
    (person,) = every(desk, Person, full_name="Bùi Thị Yến")
    extract, _ = extract_of(desk, person_id=person.id)
    facts = dict(extract.facts)
    assert (facts["Ngày sinh"], facts["Số điện thoại riêng"], facts["Số CCCD"]) == ("01/05/1990", "0912000111", "")
    ((address, state, *_),) = rows_of(extract, "Hộp thư")
    assert (address.endswith("@ninhbinh.gov.vn"), state) == (True, "Đề xuất")
    ((_, called, _, cells),) = rows_of(extract, "Đề nghị có tên")
    assert called == "Cấp mới"
    assert "01/05/1990" in cells
    assert "Thêm Bùi Thị Yến" in [row[1] for row in rows_of(extract, "Việc trong nhật ký của sổ")]


def test_nobody_else_stands_in_it(desk):
    drafted(desk, "Bùi Thị Yến", "Lý Văn Tâm")
    (person,) = every(desk, Person, full_name="Bùi Thị Yến")
    (other,) = every(desk, Person, full_name="Lý Văn Tâm")
    extract_person(desk, person_id=other.id, folder=desk_folder(desk))
    extract, _ = extract_of(desk, person_id=person.id)
    assert "Lý Văn Tâm" not in told(extract)


def test_charges_and_handovers_stand_in_it(desk):
    handover = opened(desk)
    extract, _ = extract_of(desk, person_id=handover.giver_id)
    assert [row[1] for row in rows_of(extract, "Bàn giao hộp thư")] == ["Bên giao"]
    assert rows_of(extract, "Phụ trách hộp thư của đơn vị")[0][1] == "Thủ trưởng"


def test_files_that_may_have_named_them_are_told(desk):
    record_export(desk, kind="directory", subject="danh bạ cũ", row_count=9, name="cu.xlsx")
    person_id = added(desk, "Bùi Thị Yến")
    record_export(desk, kind="directory", subject="danh bạ", row_count=10, name="danh-ba.xlsx")
    extract_person(desk, person_id=person_id, folder=desk_folder(desk))
    extract, subject = extract_of(desk, person_id=person_id)
    said = [row[1] for row in rows_of(extract, "Tệp có dữ liệu cá nhân đã xuất từ khi có tên trong sổ")]
    assert "Danh bạ: danh bạ" in said
    assert f"Trích dữ liệu một người: {subject}" in said


def test_it_is_written_twice_over_and_noted_once(desk, tmp_path):
    keeps_id_numbers(desk)
    changes = add_person(desk, full_name="Bùi Thị Yến", unit_id=own_unit_id(desk), id_number="037085000111")
    (person_id,) = changes.ids["person"]
    made = extract_person(desk, person_id=person_id, folder=tmp_path / "ra")
    document, table = made.paths
    assert "037085000111" in str(plain_lines(document.name, document.read_bytes()))
    said = json.loads(table.read_text(encoding="utf-8"))
    assert said["thong_tin"]["Số CCCD"] == "037085000111"
    (export,) = every(desk, Export)
    assert (export.kind, export.row_count, export.name) == ("extract", 1, document.name)
    assert "Bùi Thị Yến" in made.changes.sentence
    assert verify(desk) == []


def test_an_extract_made_again_takes_no_other_file_away(desk, tmp_path):
    person_id = added(desk, "Bùi Thị Yến")
    first = extract_person(desk, person_id=person_id, folder=tmp_path / "ra")
    again = extract_person(desk, person_id=person_id, folder=tmp_path / "ra")
    assert len({*first.paths, *again.paths}) == 4


def test_what_was_emptied_is_said(desk):
    person_id = added(desk, "Bùi Thị Yến")
    leave(desk, person_id, on=LEFT)
    minimise(desk, plan_minimisation(desk, on=desk.today()))
    facts = dict(extract_of(desk, person_id=person_id)[0].facts)
    assert (facts["Số điện thoại riêng"], facts["Đã bỏ dữ liệu riêng ngày"]) == ("", "23/11/2026")


def test_rights_and_days_come_with_their_articles(desk):
    extract, _ = extract_of(desk, person_id=one(desk, Person).id)
    assert any("trong 2 ngày làm việc" in right for right in extract.rights)
    assert any("trong 10 ngày (" in right for right in extract.rights)


def test_every_mailbox_they_held_is_told_with_what_happened(desk):
    issued(desk, "Bùi Thị Yến")
    (person,) = every(desk, Person, full_name="Bùi Thị Yến")
    extract, _ = extract_of(desk, person_id=person.id)
    assert [row[2] for row in rows_of(extract, "Việc đã ghi với hộp thư")] == ["Đang dùng"]


def test_someone_who_is_gone_is_refused(desk, tmp_path):
    with pytest.raises(RuleBroken, match=GONE[:20]):
        extract_person(desk, person_id=9999, folder=tmp_path)


def desk_folder(desk):
    return Path(desk.engine.url.database).parent / "ra"
