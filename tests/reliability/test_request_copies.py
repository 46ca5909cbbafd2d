"""The clerk's copies while Word or Excel holds them, or something else bears their name: old or new, never half, and the register right."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from govmail_desk.documents.writing import FileInUse
from govmail_desk.domain.errors import StoreUnavailable
from govmail_desk.domain.request import Request
from govmail_desk.operations.copies import copy_files
from govmail_desk.operations.journals import verify
from govmail_desk.operations.request_batches import RESULT_NAME
from govmail_desk.operations.taken_in_files import edited_copies, take_in_copy
from tests.reliability.request_acts import ACTS, PAPERS, every, opened, prepared
from tests.store.migrations.earlier import contents

_READ = Path.read_bytes


@pytest.fixture
def held(monkeypatch):
    """Hold files as Word and Excel do on Windows: those of a name can be neither read nor put another in their place."""

    def hold(ending: str) -> None:
        monkeypatch.setattr(Path, "replace", refused_for(ending, Path.replace))
        monkeypatch.setattr(Path, "read_bytes", refused_for(ending, Path.read_bytes))

    return hold


def refused_for(ending, does):
    def answer(path, *target):
        if str(target[0] if target else path).endswith(ending):
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))
        return does(path, *target)

    return answer


def bytes_in(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): _READ(path) for path in folder.rglob("*") if path.is_file()}


def test_a_new_edition_beside_a_copy_that_word_holds_lies_under_a_free_name(tmp_path, held):
    register = prepared(tmp_path, "remake")
    with opened(register) as desk:
        (request,) = every(desk, Request)
        copy_files(desk, request_id=request.id, folder=tmp_path / PAPERS)
        before = bytes_in(tmp_path / PAPERS)
        ACTS["remake"].do(desk, tmp_path / PAPERS)
        held("cong-van.docx")
        copies = copy_files(desk, request_id=request.id, folder=tmp_path / PAPERS)
        after = bytes_in(tmp_path / PAPERS)
        (letter,) = [copy.path.name for copy in copies if copy.role == "letter"]
        assert letter.endswith("cong-van (2).docx")
        assert after[letter.replace(" (2)", "")] == before[letter.replace(" (2)", "")] != after[letter]
        assert not any(name.endswith(".tmp") for name in after)
        assert verify(desk) == []


def test_an_edit_that_word_still_holds_is_not_noticed_and_not_taken_in_by_halves(tmp_path, held):
    register = prepared(tmp_path, "take-in")
    with opened(register) as desk:
        (request,) = every(desk, Request)
        (edited,) = edited_copies(desk, request_id=request.id, folder=tmp_path / PAPERS)
        before = contents(register)
        held("cong-van.docx")
        assert edited_copies(desk, request_id=request.id, folder=tmp_path / PAPERS) == ()
        with pytest.raises(StoreUnavailable, match="Hãy đóng tệp trong Word"):
            take_in_copy(desk, file_id=edited.file_id, path=edited.path)
        assert contents(register) == before


@pytest.mark.parametrize("name", ["Thanh tra", RESULT_NAME])
def test_a_batch_in_whose_way_something_stands_goes_on_once_it_is_gone(tmp_path, name):
    register = prepared(tmp_path, "batch")
    folder = tmp_path / PAPERS / "gửi các đơn vị"
    in_the_way = folder / name
    folder.mkdir(parents=True)
    if name == RESULT_NAME:
        in_the_way.mkdir()
    else:
        in_the_way.write_bytes(b"")
    with opened(register) as desk:
        with pytest.raises(StoreUnavailable):
            ACTS["batch"].do(desk, tmp_path / PAPERS)
        assert verify(desk) == []
        assert not list(folder.rglob("*.tmp"))
        in_the_way.rmdir() if name == RESULT_NAME else in_the_way.unlink()
        ACTS["batch"].do(desk, tmp_path / PAPERS)
        assert len(every(desk, Request)) == 3
        assert (folder / RESULT_NAME).is_file()
        assert len(list((folder / "Thanh tra").iterdir())) == 3


def test_a_batch_whose_result_list_excel_holds_says_so_and_keeps_every_request(tmp_path, held):
    register = prepared(tmp_path, "batch")
    with opened(register) as desk:
        ACTS["batch"].do(desk, tmp_path / PAPERS)
        before = bytes_in(tmp_path / PAPERS)
        held(RESULT_NAME)
        with pytest.raises(FileInUse, match="đang mở ở chương trình khác"):
            ACTS["batch"].do(desk, tmp_path / PAPERS)
        assert bytes_in(tmp_path / PAPERS) == before
        assert len(every(desk, Request)) == 3
