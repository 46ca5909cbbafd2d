"""How the pane of a request tells its papers apart."""

from __future__ import annotations

from govmail_desk.gui.panes.request import _named_apart
from govmail_desk.listings import mailbox_pane
from govmail_desk.listings.requests import FileRow
from govmail_desk.operations.requests import draft_request, plan_about
from tests.desks import founded, leave
from tests.gui.windows import OpenWindow
from tests.mailboxes import issued


def kept(number, role, name, edition=1):
    return FileRow(number, role, name, 6000, edition, "")


def names(*files):
    return [words for _kept, words in _named_apart(files)]


def test_a_chase_letter_and_the_draft_that_takes_it_along_have_names_of_their_own():
    assert names(kept(1, "chase", "don-doc-1.docx"), kept(2, "chase", "don-doc-1.eml")) == [
        "Công văn đôn đốc",
        "Thư nháp đôn đốc",
    ]


def test_the_slips_of_several_people_are_told_apart_by_their_number():
    files = [kept(1, "slip", "phieu-01.docx"), kept(2, "slip", "phieu-02.docx"), kept(3, "letter", "cong-van.docx")]
    assert names(*files) == ["Phiếu yêu cầu 1", "Phiếu yêu cầu 2", "Công văn"]


def test_two_editions_of_one_paper_are_no_two_papers():
    assert names(kept(1, "letter", "cong-van.docx"), kept(2, "letter", "cong-van.docx", 2)) == ["Công văn", "Công văn"]


def test_a_draft_to_end_a_mailbox_tells_by_when_the_unit_has_to_send_it(qtbot, tmp_path):
    desk = founded(tmp_path)
    mailbox_id = issued(desk, "Nguyễn Văn Thành")
    leave(desk, mailbox_pane.pane(desk, mailbox_id).holder_id, on=desk.today())
    draft_request(desk, plan_about(desk, kind="close", mailbox_ids=[mailbox_id], on=desk.today()))
    window = OpenWindow(qtbot, desk, tmp_path, "requests")
    window.page.table.selectRow(0)
    window.page.settle()
    line = window.page.shown.unit_limit
    assert line.words == "Thứ Hai, 30/11/2026 · còn 7 ngày (Đ7.2)"
    assert any("28/11/2026" in step for step in line.why_button.why.steps)
    window.close()
