"""The form in use and copies of it: the form itself is never touched, and neither is a copy the clerk has edited."""

from __future__ import annotations

import pytest

from govmail_desk import paths
from govmail_desk.domain.errors import StoreDamaged, StoreUnavailable
from govmail_desk.operations.forms import copy_form, form_bytes, form_content, shipped_content
from govmail_desk.operations.own_forms import plan_form, take_in_form
from tests.desks import UNITS, founded
from tests.documents.edited_forms import edited_letter
from tests.store.migrations.earlier import changed_outside

LETTER = "chung/cong-van.docx"


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path / "so") as open_desk:
        yield open_desk


@pytest.fixture
def own(desk, tmp_path):
    file = tmp_path / "Công văn của sở.docx"
    file.write_bytes(edited_letter())
    plan = plan_form(desk, place=LETTER, file=file)
    take_in_form(desk, plan)
    return plan.content


def test_a_copy_is_the_form_byte_for_byte_and_is_made_once(desk, tmp_path):
    first = copy_form(desk, place=LETTER, folder=tmp_path / "mau")
    assert first.read_bytes() == (paths.forms() / LETTER).read_bytes()
    assert copy_form(desk, place=LETTER, folder=tmp_path / "mau") == first


def test_a_copy_the_clerk_has_edited_stays_and_another_goes_beside_it(desk, tmp_path):
    edited = copy_form(desk, place=LETTER, folder=tmp_path)
    edited.write_bytes(b"da sua")
    fresh = copy_form(desk, place=LETTER, folder=tmp_path)
    assert fresh.name == "cong-van (2).docx"
    assert edited.read_bytes() == b"da sua"


def test_where_the_unit_has_its_own_that_is_the_one_copied(desk, own, tmp_path):
    assert copy_form(desk, place=LETTER, folder=tmp_path / "mau").read_bytes() == own


def test_the_units_own_stands_for_the_shipped_one_and_leaves_it_as_it_is(desk, own):
    shipped = (paths.forms() / LETTER).read_bytes()
    assert form_content(desk, LETTER) == form_bytes(desk, "ninhbinh-2020", "cong-van.docx") == own != shipped
    assert shipped_content(LETTER) == shipped


def test_a_regulations_own_place_comes_before_the_common_one(desk):
    slip = "khanhhoa-dagt-2021/phieu-trinh.docx"
    assert form_bytes(desk, "khanhhoa-dagt-2021", "phieu-trinh.docx") == shipped_content(slip)
    assert form_bytes(desk, "khanhhoa-dagt-2021", "cong-van.docx") == shipped_content(LETTER)


@pytest.mark.parametrize("regulation_id", UNITS)
def test_every_regulation_has_its_letter_and_its_list(desk, regulation_id):
    assert form_bytes(desk, regulation_id, "cong-van.docx").startswith(b"PK")
    assert form_bytes(desk, regulation_id, "danh-sach-cap-moi-ca-nhan.xlsx").startswith(b"PK")


def test_an_own_form_whose_bytes_are_gone_is_told_with_the_way_out(desk, own, tmp_path):
    desk.engine.dispose()
    changed_outside(tmp_path / "so" / "so.govmail", "DELETE FROM file_content")
    with pytest.raises(StoreDamaged, match="dùng lại mẫu có sẵn"):
        form_content(desk, LETTER)


def test_a_form_that_is_gone_says_what_to_do(desk, tmp_path):
    with pytest.raises(StoreUnavailable, match="cài đặt lại"):
        copy_form(desk, place="chung/khong-co.docx", folder=tmp_path)


def test_a_folder_that_cannot_be_made_says_so(desk, tmp_path):
    (tmp_path / "mau").write_text("", encoding="utf-8")
    with pytest.raises(StoreUnavailable, match="thư mục"):
        copy_form(desk, place=LETTER, folder=tmp_path / "mau" / "con")
