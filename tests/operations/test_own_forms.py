"""Forms of the unit's own: looked through, taken in, used, given up, and never touched by an upgrade."""

from __future__ import annotations

import shutil
from dataclasses import replace
from io import BytesIO

import docx
import openpyxl
import pytest

from govmail_desk import paths
from govmail_desk.desk import Desk
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.settings import OwnForm
from govmail_desk.listings import forms as forms_listing
from govmail_desk.listings import requests
from govmail_desk.operations import journals
from govmail_desk.operations.forms import form_content, shipped_content
from govmail_desk.operations.own_forms import MOST_BYTES, drop_form, plan_form, sample_paper, take_in_form
from govmail_desk.operations.requests import draft_request, plan_request
from govmail_desk.store.transaction import Transaction
from tests.desks import NOW, UNITS, added, founded
from tests.documents.edited_forms import edited_letter, edited_list
from tests.documents.made_forms import word_form
from tests.store.migrations.earlier import changed_outside

LETTER = "chung/cong-van.docx"
LIST = "chung/danh-sach-cap-moi-ca-nhan.xlsx"


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path / "so") as open_desk:
        yield open_desk


@pytest.fixture
def brought(tmp_path):
    def lay(content: bytes, name: str = "Công văn của sở.docx"):
        file = tmp_path / name
        file.write_bytes(content)
        return file

    return lay


def taken_in(desk, place, file):
    plan = plan_form(desk, place=place, file=file)
    assert plan.problems == ()
    take_in_form(desk, plan)
    return plan


def kept(desk):
    with desk.reading() as connection:
        return Transaction(connection).find(OwnForm)


# Looking through


def test_looking_through_a_file_writes_nothing_and_makes_a_paper_of_it(desk, brought):
    head = desk.journal_head()
    plan = plan_form(desk, place=LETTER, file=brought(edited_letter("Câu của riêng sở")))
    assert desk.journal_head() == head
    assert (plan.title, plan.name, plan.problems) == ("Công văn đề nghị", "Công văn của sở.docx", ())
    words = "\n".join(line.text for line in plan.sample.lines)
    assert "SỞ THÔNG TIN VÀ TRUYỀN THÔNG" in words
    assert "Câu của riêng sở" in words
    assert "{{" not in words


def test_a_list_is_tried_with_its_rows(desk, brought):
    plan = plan_form(desk, place=LIST, file=brought(edited_list(), "danh sách.xlsx"))
    rows = [line.cells for line in plan.sample.lines]
    assert any("Ghi chú của sở" in cells for cells in rows)
    assert any("Nguyễn Văn Thành" in cells for cells in rows)


@pytest.mark.parametrize("regulation_id", UNITS)
def test_every_form_in_use_can_be_looked_at(tmp_path, regulation_id):
    with founded(tmp_path / regulation_id, regulation_id) as desk:
        for row in forms_listing.in_use(desk):
            assert sample_paper(desk, place=row.shipped.file).lines


def test_every_problem_is_told_at_once_and_such_a_form_is_not_taken_in(desk, brought):
    plan = plan_form(desk, place=LETTER, file=brought(word_form("Kính gửi {{ co_qan }}", "{{ ho_ten")))
    assert len(plan.problems) > 4
    assert "đoạn «Kính gửi {{ co_qan }}»" in plan.problems[0]
    assert plan.sample is None
    with pytest.raises(RuleBroken, match="chỗ chưa dùng được"):
        take_in_form(desk, plan)
    assert kept(desk) == []


def test_a_letter_that_would_leave_out_its_need_is_told_of(desk, brought):
    unsaid = word_form(
        "{{ co_quan }}", "{%p if dong_lien_he %}", "{%p for d in noi_dung %}", "{{ d }}", "{%p endfor %}", "{%p endif %}",
        "{{ doan_cuoi }}", "{%p for d in quyen_han %}", "{{ d }}", "{%p endfor %}", "{{ ho_ten }}",
    )  # fmt: skip
    plan = plan_form(desk, place=LETTER, file=brought(unsaid))
    assert plan.problems == (
        "Điền thử thì văn bản không còn nói số hộp thư đề nghị. Hãy để vòng lặp «noi_dung» luôn in đủ mọi đoạn, mỗi đoạn riêng.",
    )


def test_a_slip_that_tells_nothing_of_its_mailbox_is_told_of(tmp_path, brought):
    with founded(tmp_path / "kh", "khanhhoa-dagt-2021") as desk:
        plan = plan_form(desk, place="khanhhoa-dagt-2021/phieu-yeu-cau-xoa.docx", file=brought(edited_letter()))
    assert "Mẫu còn thiếu trường bắt buộc «thong_tin»." in plan.problems


@pytest.mark.parametrize(
    ("place", "name", "words"),
    [
        (LETTER, "cong-van.doc", "Word Document"),
        (LETTER, "cong-van.docm", "Word Document"),
        (LETTER, "cong-van.pdf", "không phải tệp .docx"),
        (LIST, "danh-sach.xls", "Excel Workbook"),
        (LIST, "danh-sach.xlsm", "không phải tệp .xlsx"),
    ],
)
def test_a_file_of_another_kind_is_told_how_to_be_saved(desk, brought, place, name, words):
    plan = plan_form(desk, place=place, file=brought(b"x", name))
    assert len(plan.problems) == 1
    assert words in plan.problems[0]


def test_a_copy_that_nobody_edited_is_told_of(desk, brought):
    plan = plan_form(desk, place=LETTER, file=brought(shipped_content(LETTER)))
    assert plan.problems == ("Tệp giống hệt mẫu đang dùng, chưa có gì được sửa. Hãy sửa, lưu lại rồi đưa vào.",)


def test_a_file_too_large_gone_or_for_no_form_is_refused(desk, brought, tmp_path):
    with pytest.raises(RuleBroken, match="quá lớn"):
        plan_form(desk, place=LETTER, file=brought(bytes(MOST_BYTES + 1)))
    with pytest.raises(StoreUnavailable, match="Không đọc được tệp “không có"):
        plan_form(desk, place=LETTER, file=tmp_path / "không có.docx")
    with pytest.raises(RuleBroken, match="không có mẫu nào"):
        plan_form(desk, place="chung/la.docx", file=brought(edited_letter()))


# Taking in


def test_papers_are_made_from_the_units_own_form(desk, brought):
    taken_in(desk, LETTER, brought(edited_letter("Câu của riêng sở")))
    taken_in(desk, LIST, brought(edited_list("Cột của sở"), "danh sách.xlsx"))
    plan = plan_request(desk, on=desk.today(), people_ids=[added(desk, "Nguyễn Văn Thành")])
    (request_id,) = draft_request(desk, plan).ids["request"]
    made = {file.role: requests.content(desk, file.sha256) for file in requests.pane(desk, request_id).files}
    assert docx.Document(BytesIO(made["letter"])).paragraphs[-1].text == "Câu của riêng sở"
    cells = [cell.value for row in openpyxl.load_workbook(BytesIO(made["list"])).worksheets[0] for cell in row]
    assert "Cột của sở" in cells
    assert journals.verify(desk) == []


def test_a_second_one_ends_the_first_which_stays_kept(desk, brought):
    first = taken_in(desk, LETTER, brought(edited_letter("một")))
    second = taken_in(desk, LETTER, brought(edited_letter("hai"), "hai.docx"))
    assert [(form.name, form.dropped_on) for form in kept(desk)] == [
        (first.name, desk.today()),
        ("hai.docx", None),
    ]
    assert form_content(desk, LETTER) == second.content
    (row,) = [row for row in forms_listing.in_use(desk) if row.shipped.file == LETTER]
    assert row.own is not None
    assert (row.own.name, [form.name for form in row.earlier]) == ("hai.docx", [first.name])


def test_a_plan_made_before_another_took_one_in_is_refused(desk, brought):
    late = plan_form(desk, place=LETTER, file=brought(edited_letter("một")))
    taken_in(desk, LETTER, brought(edited_letter("hai"), "hai.docx"))
    with pytest.raises(RuleBroken, match="vừa được đổi ở nơi khác"):
        take_in_form(desk, late)


def test_a_form_for_one_paper_stands_for_no_other(desk, brought):
    taken_in(desk, LETTER, brought(edited_letter()))
    assert form_content(desk, LIST) == shipped_content(LIST)


# Going back


def test_going_back_to_the_shipped_form_can_itself_be_taken_back(desk, brought):
    own = taken_in(desk, LETTER, brought(edited_letter()))
    drop_form(desk, place=LETTER)
    assert form_content(desk, LETTER) == shipped_content(LETTER)
    journals.take_back(desk, journals.plan_take_back(desk))
    assert form_content(desk, LETTER) == own.content
    assert journals.verify(desk) == []


def test_taking_in_can_be_taken_back_to_the_one_before(desk, brought):
    first = taken_in(desk, LETTER, brought(edited_letter("một")))
    taken_in(desk, LETTER, brought(edited_letter("hai"), "hai.docx"))
    journals.take_back(desk, journals.plan_take_back(desk))
    assert form_content(desk, LETTER) == first.content
    assert journals.verify(desk) == []


def test_there_is_nothing_to_go_back_from_where_the_shipped_one_is_in_use(desk):
    with pytest.raises(RuleBroken, match="đang dùng mẫu có sẵn"):
        drop_form(desk, place=LETTER)


# What lasts


def test_an_upgrade_of_the_program_never_touches_the_units_own(desk, brought, tmp_path, monkeypatch):
    own = taken_in(desk, LETTER, brought(edited_letter()))
    shutil.copytree(paths.forms(), tmp_path / "bản mới" / "forms")
    newer = edited_letter("mẫu mới của chương trình")
    (tmp_path / "bản mới" / "forms" / LETTER).write_bytes(newer)
    desk.close()
    monkeypatch.setattr(paths, "forms", lambda: tmp_path / "bản mới" / "forms")
    with Desk.open(tmp_path / "so" / "so.govmail", person="x", clock=lambda: NOW) as later:
        assert form_content(later, LETTER) == own.content
        assert shipped_content(LETTER) == newer


def test_an_own_form_changed_outside_is_found(desk, brought, tmp_path):
    taken_in(desk, LETTER, brought(edited_letter()))
    desk.engine.dispose()
    changed_outside(tmp_path / "so" / "so.govmail", "UPDATE file_content SET content = x'00'")
    assert any("không còn nguyên vẹn" in finding.sentence for finding in journals.verify(desk))


def test_what_is_taken_in_is_what_was_looked_at(desk, brought):
    file = brought(edited_letter("đã xem"))
    plan = plan_form(desk, place=LETTER, file=file)
    file.write_bytes(edited_letter("đổi sau khi xem"))
    take_in_form(desk, plan)
    assert form_content(desk, LETTER) == plan.content
    assert replace(kept(desk)[0], id=0).byte_count == len(plan.content)
