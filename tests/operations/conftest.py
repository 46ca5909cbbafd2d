"""A register with a drafted request and copies of its papers on the disk, for the tests that ask for them."""

from __future__ import annotations

import pytest

from govmail_desk.operations.copies import copy_files
from tests.desks import founded
from tests.operations.drafted_papers import drafted


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path / "sổ") as open_desk:
        yield open_desk


@pytest.fixture
def request_id(desk):
    return drafted(desk)


@pytest.fixture
def folder(desk, request_id, tmp_path):
    copy_files(desk, request_id=request_id, folder=tmp_path / "Giấy tờ")
    return tmp_path / "Giấy tờ"
