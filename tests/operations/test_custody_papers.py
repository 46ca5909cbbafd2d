"""Papers that give a charge, drafted from a real register: whom and what they name, who signs, and their bytes kept."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from govmail_desk.documents.plain_text import plain_lines
from govmail_desk.domain.custody import Custody, CustodyPaper
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.settings import Signer
from govmail_desk.operations import journals
from govmail_desk.operations.custodies import appoint, cover, end_custody
from govmail_desk.operations.custody_papers import (
    copy_custody_paper,
    draft_custody_paper,
    plan_custody_paper,
    usual_kind,
)
from govmail_desk.operations.settings import add_signer, edit_signer
from govmail_desk.store.tables import file_content
from tests.desks import UNITS, added, founded
from tests.handovers import clerk
from tests.request_lives import every, one

THE_DAY_BEFORE = date(2026, 11, 22)


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path / "so", "camau-24-2018") as desk:
        yield desk


def charge(desk) -> Custody:
    """Give an invented clerk the own unit's mailbox."""
    return one(desk, Custody, person_id=clerk(desk, "Nguyễn Văn Thành"))


def text(plan) -> str:
    return "\n".join(line.text for line in plan.lines)


def test_an_assignment_names_clerk_mailbox_article_and_the_head(desk):
    plan = plan_custody_paper(desk, custody_id=charge(desk).id, kind="assignment")
    said = text(plan)
    assert plan.name == "thong-bao-phan-cong-nguyen-van-thanh-20261123.docx"
    assert "THÔNG BÁO" in said
    assert "ông (bà) Nguyễn Văn Thành, chức vụ: Chuyên viên" in said
    assert "stttt@camau.gov.vn" in said
    assert said.count("Căn cứ ") == 2
    assert "từ ngày 05 tháng 01 năm 2026" in said
    assert "GIÁM ĐỐC" in said
    assert "Lê Thị Mỹ Hạnh" in said


def test_number_and_day_are_left_blank(desk):
    lines = text(plan_custody_paper(desk, custody_id=charge(desk).id, kind="authorisation"))
    assert "/GUQ-" in lines
    assert "ngày     tháng 11 năm 2026" in lines


def test_a_stand_in_is_authorised_for_the_days_of_the_absence(desk):
    held = charge(desk)
    cover(
        desk, custody_id=held.id, person_id=added(desk, "Trần Thị Hoa"), from_on=desk.today(), to_on=date(2026, 12, 4)
    )
    said = text(plan_custody_paper(desk, custody_id=one(desk, Custody, role="cover").id, kind="authorisation"))
    assert "2. Người được ủy quyền: ông (bà) Trần Thị Hoa" in said
    assert "thay ông (bà) Nguyễn Văn Thành" in said
    assert "đến hết ngày 04 tháng 12 năm 2026" in said


def test_the_new_head_signs_from_the_day_of_the_change(desk):
    head = one(desk, Custody, role="head")
    new = added(desk, "Võ Ngọc Ánh", post="Quyền Giám đốc")
    appoint(desk, unit_id=head.unit_id, person_id=new, role="head", from_on=desk.today())
    lines = text(plan_custody_paper(desk, custody_id=charge(desk).id, kind="assignment")).splitlines()
    assert lines[-1] == "Võ Ngọc Ánh"
    assert lines[-2].endswith("QUYỀN GIÁM ĐỐC")


def test_without_a_head_in_the_register_whoever_signs_letters_signs(desk):
    end_custody(desk, custody=one(desk, Custody, role="head"), to_on=THE_DAY_BEFORE)
    add_signer(desk, signer=Signer(full_name="Võ Ngọc Ánh", post="Giám đốc"))
    (first,) = every(desk, Signer, full_name="Lê Thị Mỹ Hạnh")
    edit_signer(desk, signer=replace(first, to_on=THE_DAY_BEFORE))
    assert text(plan_custody_paper(desk, custody_id=charge(desk).id, kind="assignment")).endswith("Võ Ngọc Ánh")


def test_drafting_keeps_the_very_bytes_that_were_looked_at(desk, tmp_path):
    held = charge(desk)
    plan = plan_custody_paper(desk, custody_id=held.id, kind="assignment")
    changes = draft_custody_paper(desk, custody_id=held.id, kind="assignment")
    kept = one(desk, CustodyPaper)
    assert changes.ids == {"custody_paper": frozenset({kept.id})}
    with desk.reading() as connection:
        content = connection.execute(
            select(file_content.c.content).where(file_content.c.sha256 == kept.sha256)
        ).scalar_one()
    assert content == plan.content
    path = copy_custody_paper(desk, paper_id=kept.id, folder=tmp_path / "ra")
    assert hashlib.sha256(path.read_bytes()).hexdigest() == kept.sha256
    assert plain_lines(path.name, path.read_bytes()) == plan.lines


def test_the_same_draft_is_kept_once_and_taking_it_back_drops_it(desk):
    held = charge(desk)
    changes = draft_custody_paper(desk, custody_id=held.id, kind="assignment")
    with pytest.raises(RuleBroken, match="giống hệt"):
        draft_custody_paper(desk, custody_id=held.id, kind="assignment")
    journals.take_back(desk, journals.plan_take_back(desk, seq=changes.seq))
    assert every(desk, CustodyPaper) == []


def test_a_head_gets_no_such_paper(desk):
    with pytest.raises(RuleBroken, match="cấp trên bổ nhiệm"):
        plan_custody_paper(desk, custody_id=one(desk, Custody, role="head").id, kind="assignment")


def test_a_charge_that_has_ended_gets_none(desk):
    held = charge(desk)
    end_custody(desk, custody=held, to_on=THE_DAY_BEFORE)
    with pytest.raises(RuleBroken, match="đã kết thúc từ 22/11/2026"):
        plan_custody_paper(desk, custody_id=held.id, kind="assignment")


@pytest.mark.parametrize("regulation_id", UNITS)
def test_the_usual_kind_is_the_regulations_own_word(tmp_path, regulation_id):
    with founded(tmp_path / regulation_id, regulation_id) as desk:
        kind = usual_kind(desk, custody_id=charge(desk).id)
    authorises = {"quan4-03-2013", "khanhhoa-dagt-2021"}
    assert kind == ("authorisation" if regulation_id in authorises else "assignment")


def test_who_stands_in_for_the_head_is_authorised(desk):
    head = one(desk, Custody, role="head")
    cover(
        desk, custody_id=head.id, person_id=added(desk, "Trần Thị Hoa"), from_on=desk.today(), to_on=date(2026, 12, 4)
    )
    assert usual_kind(desk, custody_id=one(desk, Custody, role="cover").id) == "authorisation"
