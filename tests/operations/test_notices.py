"""Notices made: one draft a person or one list, whole or not at all, resumable, noted in the register with one journal entry."""

from __future__ import annotations

import errno
from datetime import date, timedelta
from email import policy
from email.parser import BytesParser
from io import BytesIO

import openpyxl
import pytest

from govmail_desk.documents import writing
from govmail_desk.documents.plain_text import plain_lines
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.password_card import NOBODY_ASKS
from govmail_desk.domain.reminder import Due, StaffNotice
from govmail_desk.gui.progress import Stopped
from govmail_desk.listings.notices import last_told
from govmail_desk.operations import journals
from govmail_desk.operations.mailbox_acts import record_act
from govmail_desk.operations.notices import make_notices, plan_notices
from govmail_desk.store.transaction import Transaction
from tests.desks import NOW, founded
from tests.mailboxes import issued
from tests.password_dues import due_for

TODAY = NOW.date()


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as desk:
        yield desk


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "thư nhắc"


def noted(desk):
    with desk.reading() as connection:
        return Transaction(connection).find(StaffNotice)


def planned(desk, ids, way="email"):
    return plan_notices(desk, due_ids=ids, way=way)


def read(path):
    return BytesParser(policy=policy.default).parsebytes(path.read_bytes())


def names(folder):
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_each_person_has_one_unsent_draft_from_the_units_own_mailbox(desk, folder):
    box = issued(desk, "Nguyễn Văn Thành")
    ids = due_for(desk, box) + due_for(desk, box, rule="inactivity.remove", due_on=date(2026, 12, 10))
    plan = planned(desk, ids)
    changes = make_notices(desk, plan, folder=folder)
    (name,) = (one.file_name for one in plan.notices)
    mail = read(folder / name)
    assert (mail["From"], mail["To"], mail["X-Unsent"]) == (
        "stttt@ninhbinh.gov.vn",
        "nguyenvanthanh@ninhbinh.gov.vn",
        "1",
    )
    assert "2 việc cần làm" in mail["Subject"]
    text = mail.get_content()
    assert "1. Đổi mật khẩu định kỳ" in text
    assert "2. Dùng hộp thư trước khi bị xóa" in text
    assert NOBODY_ASKS in text
    assert changes.sentence == "Lập thư nhắc 1 người: đổi mật khẩu định kỳ, dùng hộp thư trước khi bị xóa"
    assert {(one.due_id, one.mailbox_id, one.on_date, one.by, one.way) for one in noted(desk)} == {
        (due_id, box, TODAY, desk.person, "email") for due_id in ids
    }
    assert journals.verify(desk) == []


def test_when_somebody_was_last_told_is_read_back_and_taken_back_with_the_act(desk, folder):
    told, untold = due_for(desk, issued(desk, "Nguyễn Văn Thành")) + due_for(desk, issued(desk, "Trần Thị Lan"))
    make_notices(desk, planned(desk, [told]), folder=folder)
    with desk.reading() as connection:
        assert last_told(connection, [told, untold]) == {told: TODAY}
    journals.take_back(desk, journals.plan_take_back(desk))
    with desk.reading() as connection:
        assert last_told(connection, [told, untold]) == {}


def test_who_cannot_be_reached_is_told_to_the_clerk_and_stands_on_the_result_list(desk, folder):
    ids = due_for(desk, issued(desk, "Nguyễn Văn Thành"), issued(desk, "Võ Thị Sáu", state="locked"))
    plan = planned(desk, ids)
    assert {one.to.full_name: one.to.refusal for one in plan.notices} == {
        "Nguyễn Văn Thành": "",
        "Võ Thị Sáu": "hộp thư vothisau@ninhbinh.gov.vn đang bị khóa",
    }
    make_notices(desk, plan, folder=folder)
    (result,) = folder.glob("ket-qua-nhac-*.xlsx")
    rows = list(openpyxl.load_workbook(BytesIO(result.read_bytes())).active.iter_rows(values_only=True))
    assert [row[5] for row in rows[1:]] == ["Đã lập thư", "Không gửi thư được"]
    assert rows[2][7] == "hộp thư vothisau@ninhbinh.gov.vn đang bị khóa"
    assert len(noted(desk)) == 1


def test_where_nobody_is_reached_by_mail_a_list_is_asked_for(desk, folder):
    plan = planned(desk, due_for(desk, issued(desk, "Võ Thị Sáu", state="locked")))
    with pytest.raises(RuleBroken, match="lập một danh sách"):
        make_notices(desk, plan, folder=folder)
    assert names(folder) == []


def test_one_list_names_everybody_for_word_and_for_excel(desk, folder):
    ids = due_for(desk, issued(desk, "Nguyễn Văn Thành"), issued(desk, "Võ Thị Sáu", state="locked"))
    changes = make_notices(desk, planned(desk, ids, "list"), folder=folder)
    word, excel = sorted(folder.iterdir())
    lines = [line.text for line in plain_lines(word.name, word.read_bytes())]
    rows = list(openpyxl.load_workbook(BytesIO(excel.read_bytes())).active.iter_rows(values_only=True))
    assert [row[1] for row in rows[1:]] == ["Nguyễn Văn Thành", "Võ Thị Sáu"]
    assert sum("Chậm nhất thứ Hai 23/11/2026" in line for line in lines) == 2
    assert NOBODY_ASKS in lines
    assert changes.sentence.startswith("Lập danh sách nhắc 2 người")
    assert {one.way for one in noted(desk)} == {"list"}


def test_made_again_the_same_day_only_what_is_missing_is_written(desk, folder):
    plan = planned(desk, due_for(desk, issued(desk, "Nguyễn Văn Thành"), issued(desk, "Trần Thị Lan")))
    make_notices(desk, plan, folder=folder)
    first, second, result = sorted(folder.iterdir(), key=lambda path: path.suffix)
    first.write_bytes(b"edited by the clerk")
    second.unlink()
    again = make_notices(desk, planned(desk, plan.due_ids), folder=folder)
    assert again.is_empty
    assert (first.read_bytes(), second.exists(), result.exists()) == (b"edited by the clerk", True, True)
    assert len(noted(desk)) == 2


def test_another_day_they_are_told_again(desk, folder):
    ids = due_for(desk, issued(desk, "Nguyễn Văn Thành"))
    make_notices(desk, planned(desk, ids), folder=folder)
    desk.clock = lambda: NOW + timedelta(days=2)
    make_notices(desk, planned(desk, ids), folder=folder)
    assert [one.on_date for one in noted(desk)] == [TODAY, TODAY + timedelta(days=2)]
    assert len(list(folder.glob("*.eml"))) == 2


def test_a_full_disk_leaves_nothing_half_done(desk, folder, monkeypatch):
    plan = planned(desk, due_for(desk, issued(desk, "Nguyễn Văn Thành"), issued(desk, "Trần Thị Lan")))
    written, fsync = [], writing.os.fsync

    def full_after_one(handle):
        written.append(handle)
        if len(written) > 2:  # the first file and its folder
            raise OSError(errno.ENOSPC, "full")
        fsync(handle)

    monkeypatch.setattr(writing.os, "fsync", full_after_one)
    with pytest.raises(StoreUnavailable, match="đã đầy"):
        make_notices(desk, plan, folder=folder)
    assert names(folder) == []
    assert noted(desk) == []


def test_a_stop_leaves_nothing_half_done(desk, folder):
    plan = planned(desk, due_for(desk, issued(desk, "Nguyễn Văn Thành"), issued(desk, "Trần Thị Lan")))

    def stop(done, _of):
        if done == 2:
            raise Stopped

    with pytest.raises(Stopped):
        make_notices(desk, plan, folder=folder, tick=stop)
    assert (names(folder), noted(desk)) == ([], [])


def test_a_plan_that_no_longer_holds_is_refused(desk, folder):
    boxes = issued(desk, "Nguyễn Văn Thành"), issued(desk, "Trần Thị Lan")
    plan = planned(desk, due_for(desk, *boxes))
    record_act(desk, mailbox_ids=[boxes[0]], kind="password-changed", on=TODAY)
    with pytest.raises(RuleBroken, match="Sổ vừa thay đổi"):
        make_notices(desk, plan, folder=folder)


def test_what_is_not_the_holders_to_do_is_refused(desk):
    with desk.transaction("start_due", "Bắt đầu một hạn") as act:
        due = act.transaction.put(
            Due(
                rule="report.unit",
                subject_kind="unit",
                subject_id=1,
                started_on=TODAY,
                due_on=TODAY,
                act_by=TODAY,
                begun_by="founded",
            )
        )
    with pytest.raises(RuleBroken, match="không do người dùng hộp thư làm"):
        planned(desk, [due.id])
