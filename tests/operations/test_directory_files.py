"""The files of an edition: all five from the one frozen edition, noted as they go out, with nothing private in any of them."""

from __future__ import annotations

import html
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.privacy import Export
from govmail_desk.operations.directory_files import ENDINGS, file_name, write_directory
from govmail_desk.operations.people import edit_person
from govmail_desk.store.transaction import Transaction
from tests.directories import ID_NUMBER, PRIVATE, TODAY, person, published, staffed


@pytest.fixture
def desk(tmp_path):
    with staffed(tmp_path) as opened:
        yield opened


def exports(desk):
    with desk.reading() as connection:
        return Transaction(connection).find(Export)


def whole_text(file: Path) -> str:
    """Everything a file holds, its parts unpacked where it is a package, its folded lines joined."""
    content = file.read_bytes()
    if zipfile.is_zipfile(file):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            content = b"\n".join(package.read(name) for name in package.namelist())
    return html.unescape(content.decode("utf-8").replace("\r\n ", ""))


@pytest.mark.parametrize("is_public", [True, False])
@pytest.mark.parametrize("ending", ENDINGS)
def test_no_file_holds_a_private_fact(desk, tmp_path, ending, is_public):
    file = tmp_path / f"danh-ba{ending}"
    write_directory(desk, edition_id=published(desk, is_public=is_public), file=file)
    text = whole_text(file)
    assert "anhdv.stttt@ninhbinh.gov.vn" in text
    assert "0229 3871 103" in text
    assert "23/11/2026" in text
    assert person(desk, "Đỗ Văn Ánh").id_number == ID_NUMBER
    told = {private for private in PRIVATE if private in text}
    assert told == set()


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_says_what_was_frozen_not_what_the_register_says_since(desk, tmp_path, ending):
    edition_id = published(desk)
    an = person(desk, "Trần Thị An")
    edit_person(desk, person=an, corrected=replace(an, full_name="Trần Thị Đổi Tên"))
    file = tmp_path / f"danh-ba{ending}"
    write_directory(desk, edition_id=edition_id, file=file)
    assert "Trần Thị An" in whole_text(file)
    assert "Đổi Tên" not in whole_text(file)


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_edition_gives_the_same_content(desk, tmp_path, ending):
    edition_id = published(desk)
    files = [tmp_path / f"{name}{ending}" for name in ("một", "hai")]
    for file in files:
        write_directory(desk, edition_id=edition_id, file=file)
    if ending != ".xlsx":  # openpyxl writes the moment into it
        assert files[0].read_bytes() == files[1].read_bytes()
    assert len(exports(desk)) == 2


def test_what_goes_out_is_noted_with_its_hash_and_its_name_alone(desk, tmp_path):
    changes = write_directory(desk, edition_id=published(desk), file=tmp_path / "danh-ba.vcf")
    (noted,) = exports(desk)
    assert (noted.kind, noted.subject, noted.name) == ("directory", "danh bạ công khai bản số 1", "danh-ba.vcf")
    assert noted.row_count == 7
    assert len(noted.content_sha256) == 64
    assert changes.sentence == "Xuất danh bạ công khai bản số 1 (7 người, đơn vị) ra tệp “danh-ba.vcf”"


def test_another_ending_and_a_folder_that_is_not_there_are_refused_and_nothing_is_noted(desk, tmp_path):
    edition_id = published(desk)
    with pytest.raises(RuleBroken, match=r"\.xlsx, \.docx, \.html, \.vcf hoặc \.csv"):
        write_directory(desk, edition_id=edition_id, file=tmp_path / "danh-ba.pdf")
    with pytest.raises(StoreUnavailable, match="Chưa ghi được tệp"):
        write_directory(desk, edition_id=edition_id, file=tmp_path / "không có" / "danh-ba.csv")
    assert exports(desk) == []


def test_a_name_is_proposed_that_every_system_takes():
    assert file_name(3, TODAY, is_public=True, ending=".html") == "danh-ba-cong-khai-ban-3-2026-11-23.html"
    assert file_name(1, TODAY, is_public=False, ending=".vcf") == "danh-ba-noi-bo-ban-1-2026-11-23.vcf"
