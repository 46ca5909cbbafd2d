"""Copies of kept files, written whole or not at all, never over what the clerk made."""

from __future__ import annotations

import pytest

from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.listings import requests
from govmail_desk.operations.copies import copy_file, copy_files, copy_to_open, made_folder
from govmail_desk.operations.requests import draft_request, plan_request
from tests.desks import added, founded


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as desk:
        yield desk


@pytest.fixture
def pane(desk):
    plan = plan_request(desk, on=desk.today(), people_ids=[added(desk, "Nguyễn Văn Thành")])
    (request_id,) = draft_request(desk, plan).ids["request"]
    return requests.pane(desk, request_id)


def test_every_file_is_copied_byte_for_byte_into_a_new_folder(desk, pane, tmp_path):
    folder = tmp_path / "Hồ sơ" / "Tháng 11"
    copies = copy_files(desk, request_id=pane.row.id, folder=folder)
    assert [copy.role for copy in copies] == [file.role for file in pane.files]
    for copy, file in zip(copies, pane.files, strict=True):
        assert copy.path.read_bytes() == requests.content(desk, file.sha256)
    assert sorted(folder.iterdir()) == sorted(copy.path for copy in copies)


def test_one_file_is_copied_alone(desk, pane, tmp_path):
    path = copy_file(desk, file_id=pane.files[1].id, folder=tmp_path / "ra")
    assert path.read_bytes() == requests.content(desk, pane.files[1].sha256)
    assert [path] == list((tmp_path / "ra").iterdir())


def test_an_edited_copy_stays_and_the_new_one_goes_beside_it(desk, pane, tmp_path):
    first = copy_file(desk, file_id=pane.files[0].id, folder=tmp_path)
    again = copy_file(desk, file_id=pane.files[0].id, folder=tmp_path)
    first.write_bytes(b"the clerk's own edit")
    beside = copy_file(desk, file_id=pane.files[0].id, folder=tmp_path)
    assert (again, first.read_bytes()) == (first, b"the clerk's own edit")
    assert beside != first
    assert beside.read_bytes() == requests.content(desk, pane.files[0].sha256)


def test_a_file_that_is_gone_is_told_of(desk, tmp_path):
    with pytest.raises(RuleBroken, match="không còn trong sổ"):
        copy_file(desk, file_id=999, folder=tmp_path)


def test_a_folder_that_cannot_be_made_is_told_of(tmp_path):
    (tmp_path / "tệp").write_bytes(b"")
    with pytest.raises(StoreUnavailable, match="thư mục"):
        made_folder(tmp_path / "tệp")


def test_a_copy_in_the_place_of_a_folder_goes_beside_it(desk, pane, tmp_path):
    (tmp_path / pane.files[0].name).mkdir()
    path = copy_file(desk, file_id=pane.files[0].id, folder=tmp_path)
    assert path.name != pane.files[0].name
    assert path.read_bytes() == requests.content(desk, pane.files[0].sha256)
    assert list((tmp_path / pane.files[0].name).iterdir()) == []


def test_the_copy_to_open_is_made_where_there_is_none_and_kept_where_it_is_the_clerks(desk, pane, tmp_path):
    path = copy_to_open(desk, file_id=pane.files[0].id, folder=tmp_path / "ra")
    assert path.read_bytes() == requests.content(desk, pane.files[0].sha256)
    saved_at = path.stat().st_mtime_ns
    assert copy_to_open(desk, file_id=pane.files[0].id, folder=tmp_path / "ra") == path
    assert path.stat().st_mtime_ns == saved_at
    path.write_bytes(b"the clerk's own edit")
    assert copy_to_open(desk, file_id=pane.files[0].id, folder=tmp_path / "ra") == path
    assert path.read_bytes() == b"the clerk's own edit"
