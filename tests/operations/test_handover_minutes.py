"""Minutes made from a real register: what they say, one edition after another, and what lies in the file."""

from __future__ import annotations

import hashlib
from datetime import datetime
from io import BytesIO

import docx
import pytest
from sqlalchemy import select

from govmail_desk.documents.minutes import text_of
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.handover import Circumstances, Minutes
from govmail_desk.domain.settings import Letterhead
from govmail_desk.operations import journals
from govmail_desk.operations.handover_items import settle_item
from govmail_desk.operations.handover_minutes import copy_minutes, make_minutes, plan_minutes
from govmail_desk.operations.handovers import amend_handover, cancel_handover
from govmail_desk.operations.minutes_content import MinutesChoices
from govmail_desk.operations.own_forms import plan_form, take_in_form
from govmail_desk.store.tables import file_content, letterhead
from tests.desks import UNITS, founded
from tests.documents.sample_minutes import FORM
from tests.handovers import opened
from tests.request_lives import every, one, sent

DOCUMENT = "Quyết định số 512/QĐ-UBND ngày 20 tháng 11 năm 2026 của Ủy ban nhân dân tỉnh"


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "camau-24-2018") as desk:
        yield desk


def kept_bytes(desk, sha256):
    with desk.reading() as connection:
        return connection.execute(select(file_content.c.content).where(file_content.c.sha256 == sha256)).scalar_one()


def test_a_look_writes_nothing_and_says_what_the_register_knows(desk):
    handover = opened(desk, around=Circumstances(document=DOCUMENT, witness="Đỗ Văn Lý, Chánh Văn phòng"))
    head = desk.journal_head()
    plan = plan_minutes(desk, handover_id=handover.id)
    assert desk.journal_head() == head
    text = "\n".join(plan.lines)
    assert f"Căn cứ {DOCUMENT}." in text
    assert "1. Bên giao: ông (bà) Lê Thị Mỹ Hạnh, chức vụ: Giám đốc." in text
    assert "3. Người chứng kiến: Đỗ Văn Lý, Chánh Văn phòng." in text
    assert "stttt@camau.gov.vn" in text
    assert "Giao mật khẩu" in plan.open_titles


def test_the_kept_hash_is_that_of_the_text_in_the_kept_file(desk):
    handover = opened(desk)
    seq, head = desk.journal_head()
    make_minutes(desk, handover_id=handover.id)
    kept = one(desk, Minutes)
    content = kept_bytes(desk, kept.sha256)
    assert hashlib.sha256(text_of(content).encode()).hexdigest() == kept.text_sha256
    assert text_of(content) == kept.text
    assert (kept.edition, kept.journal_seq, kept.journal_hash, kept.byte_count) == (1, seq, head, len(content))
    foot = docx.Document(BytesIO(content)).sections[0].footer.paragraphs[0].text
    assert foot == f"Dấu biên bản: {kept.mark}. Bản thứ 1. Nhật ký sổ: dòng {seq}, mã {head[:12]}."


def test_a_change_of_the_checklist_makes_the_next_edition_and_the_first_stays(desk):
    handover = opened(desk)
    make_minutes(desk, handover_id=handover.id)
    first = one(desk, Minutes)
    settle_item(desk, handover_id=handover.id, item="mailbox", state="done", by="Lê Thị Mỹ Hạnh")
    make_minutes(desk, handover_id=handover.id)
    again, second = every(desk, Minutes, handover_id=handover.id)
    assert again == first
    assert second.edition == 2
    assert second.mark != first.mark
    assert second.name.endswith("-ban-2.docx")
    assert kept_bytes(desk, first.sha256) != kept_bytes(desk, second.sha256)


def test_the_same_text_is_no_next_edition(desk):
    handover = opened(desk)
    make_minutes(desk, handover_id=handover.id)
    with pytest.raises(RuleBroken, match="giống hệt biên bản bản thứ 1"):
        make_minutes(desk, handover_id=handover.id)
    assert len(every(desk, Minutes)) == 1


def test_taking_it_back_leaves_no_edition(desk):
    handover = opened(desk)
    changes = make_minutes(desk, handover_id=handover.id)
    journals.take_back(desk, journals.plan_take_back(desk, seq=changes.seq))
    assert every(desk, Minutes) == []


def test_a_giver_who_died_is_told_with_who_signs_instead(desk):
    handover = opened(desk)
    around = Circumstances(giver_absence="dead", in_place_of="Tổ bàn giao do Phó Giám đốc làm tổ trưởng")
    amend_handover(desk, handover=handover, around=around)
    text = "\n".join(plan_minutes(desk, handover_id=handover.id).lines)
    assert "Lê Thị Mỹ Hạnh, chức vụ: Giám đốc (đã mất)." in text
    assert "NGƯỜI KÝ THAY BÊN GIAO\n" in text


def test_open_requests_of_the_unit_are_listed(tmp_path):
    with founded(tmp_path / "nb", "ninhbinh-2020") as desk:
        sent(desk, "Nguyễn Văn Thành")
        lines = plan_minutes(desk, handover_id=opened(desk).id).lines
    (line,) = [line for line in lines if line.startswith("- Cấp mới, 1 hộp thư")]
    assert line == "- Cấp mới, 1 hộp thư, lập ngày 23/11/2026, số 125: đã gửi, hạn trả lời 27/11/2026."


def test_hours_and_a_number_told_by_the_clerk_stand_there(desk):
    handover = opened(desk)
    choices = MinutesChoices(
        begun_at=datetime(2026, 11, 23, 8, 0),  # noqa: DTZ001  (the hour on the wall of the room)
        ended_at=datetime(2026, 11, 23, 9, 15),  # noqa: DTZ001
        number="7",
    )
    text = "\n".join(plan_minutes(desk, handover_id=handover.id, choices=choices).lines)
    assert "Số: 07/BB-" in text
    assert "hồi 08 giờ 00 phút, ngày 23 tháng 11 năm 2026" in text
    assert "vào hồi 09 giờ 15 phút cùng ngày" in text


def test_hours_that_run_backwards_are_refused(desk):
    choices = MinutesChoices(
        begun_at=datetime(2026, 11, 23, 9, 0),  # noqa: DTZ001
        ended_at=datetime(2026, 11, 23, 8, 0),  # noqa: DTZ001
    )
    with pytest.raises(RuleBroken, match="sau giờ bắt đầu"):
        plan_minutes(desk, handover_id=opened(desk).id, choices=choices)


def test_a_cancelled_handover_has_no_minutes(desk):
    handover = opened(desk)
    cancel_handover(desk, handover_id=handover.id, reason="Người nhận không nhận việc nữa")
    with pytest.raises(RuleBroken, match="đã hủy"):
        plan_minutes(desk, handover_id=handover.id)


@pytest.mark.parametrize("regulation_id", UNITS)
def test_every_regulation_gives_its_grounds_and_only_a_stated_article_is_cited(tmp_path, regulation_id):
    with founded(tmp_path / regulation_id, regulation_id) as desk:
        handover = opened(desk)
        lines = plan_minutes(desk, handover_id=handover.id).lines
    grounds = [line for line in lines if line.startswith("Căn cứ ")]
    cited = [line for line in grounds if "Điều" in line]
    has_article = regulation_id in {"camau-24-2018", "quan4-03-2013", "ninhbinh-2020"}
    assert len(grounds) == (2 if has_article else 1)
    assert len(cited) == (1 if has_article else 0)


def test_between_clerks_the_duty_of_secrecy_and_the_heads_confirmation_stand_there(tmp_path):
    with founded(tmp_path / "nb", "ninhbinh-2020") as desk:
        lines = plan_minutes(desk, handover_id=opened(desk).id).lines
    assert any("bảo đảm bí mật nhà nước" in line for line in lines)
    assert lines[-2:] == ("XÁC NHẬN CỦA THỦ TRƯỞNG", "Lê Thị Mỹ Hạnh")


def test_the_units_own_form_is_used(desk, tmp_path):
    paper = docx.Document(BytesIO(FORM))
    paper.add_paragraph("Câu của riêng sở")
    paper.save(str(tmp_path / "mau.docx"))
    take_in_form(desk, plan_form(desk, place="chung/bien-ban-ban-giao.docx", file=tmp_path / "mau.docx"))
    assert plan_minutes(desk, handover_id=opened(desk).id).lines[-1] == "Câu của riêng sở"


def test_a_copy_is_the_kept_bytes_and_an_edited_one_stays_beside_it(desk, tmp_path):
    make_minutes(desk, handover_id=opened(desk).id)
    kept = one(desk, Minutes)
    path = copy_minutes(desk, minutes_id=kept.id, folder=tmp_path / "ra")
    assert hashlib.sha256(path.read_bytes()).hexdigest() == kept.sha256
    path.write_bytes(b"da sua")
    beside = copy_minutes(desk, minutes_id=kept.id, folder=tmp_path / "ra")
    assert beside != path
    assert path.read_bytes() == b"da sua"


def test_without_a_letterhead_it_is_said_where_to_set_one(desk):
    handover = opened(desk)
    with desk.transaction("restore", "Bỏ thể thức") as act:
        act.transaction.restore(letterhead, {one(desk, Letterhead).id: None})
    with pytest.raises(RuleBroken, match="Thể thức văn bản"):
        plan_minutes(desk, handover_id=handover.id)
