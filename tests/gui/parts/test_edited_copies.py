"""An edit in Word is noticed, taken in, checked or passed over, from the pane of the request."""

from __future__ import annotations

import pytest

from govmail_desk.gui.desktop import Desktop, stand_on
from govmail_desk.gui.dialogs.check_papers import CheckPapersDialog
from govmail_desk.listings import requests
from govmail_desk.operations.request_sending import send_request, sign_request
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.dialogs.paper_hands import (
    SOON,
    PaperHands,
    a_kind_word,
    another_count,
    narrow_margin,
    saved_by_libreoffice,
)
from tests.gui.dialogs.request_lives import MONDAY, OWN, RequestLife
from tests.gui.named_controls import unnamed_controls


@pytest.fixture
def clerk(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("GOVMAIL_DESK_HOME", str(tmp_path / "home"))
    desktop = AnsweringDesktop(None)
    stand_on(desktop)
    life = RequestLife(qtbot, tmp_path)
    yield PaperHands(qtbot, life, desktop)
    life.close()
    stand_on(Desktop())


def quiet(clerk):
    """Wait until whatever was asked in a worker is answered."""
    background = clerk.life.opened.window.works.background
    clerk.qtbot.wait(200)
    clerk.qtbot.waitUntil(lambda: not background.is_busy, timeout=SOON)


def pane(clerk):
    return requests.pane(clerk.life.desk, clerk.life.id)


def test_an_edit_is_noticed_when_the_clerk_comes_back_and_offered_as_the_next_edition(clerk):
    clerk.edited(a_kind_word)
    assert clerk.said == ["Công văn đã sửa trong Word. Nhận làm bản 2?"]
    assert list(clerk.life.page.shown.edited.links) == ["Nhận bản đã sửa", "Kiểm tra bản đã sửa", "Bỏ qua"]
    assert unnamed_controls(clerk.life.page) == []


def test_a_copy_only_looked_at_is_no_edit(clerk):
    clerk.opened()
    clerk.come_back()
    quiet(clerk)
    assert clerk.said == []


def test_the_edit_is_kept_as_edition_two_and_the_first_one_stays_and_opens(clerk):
    path = clerk.edited(a_kind_word)
    clerk.press("Nhận bản đã sửa")
    quiet(clerk)
    shown = clerk.life.page.shown
    assert shown.files[0].words == "Công văn, bản 2 (đã sửa)"
    assert [link.words for link in shown.earlier] == ["Công văn, bản 1", "Thư nháp, bản 1"]
    assert clerk.said == []
    assert clerk.opened() == path
    shown.earlier[0].click()
    first = clerk.desktop.opened[-1]
    assert first.parent == path.parent / "ban-1"
    assert first.read_bytes() == requests.content(clerk.life.desk, pane(clerk).files[0].sha256)


def test_taking_the_edit_in_is_undone_by_the_journal(clerk):
    clerk.edited(a_kind_word)
    clerk.press("Nhận bản đã sửa")
    offer = next(offer for offer in clerk.life.opened.window.works.notices.offers if offer.text() == "Hoàn tác")
    offer.click()
    clerk.life.page.settle()
    assert {kept.edition for kept in pane(clerk).files} == {1}
    clerk.qtbot.waitUntil(lambda: bool(clerk.said), timeout=SOON)


def test_an_edit_passed_over_is_not_said_again_until_it_is_saved_again(clerk):
    path = clerk.edited(a_kind_word)
    clerk.press("Bỏ qua")
    clerk.come_back()
    quiet(clerk)
    assert clerk.said == []
    clerk.edit(path, another_count)
    clerk.come_back()
    clerk.qtbot.waitUntil(lambda: bool(clerk.said), timeout=SOON)


def test_the_edited_copy_is_checked_from_its_own_line(clerk):
    clerk.edited(another_count)
    clerk.press("Kiểm tra bản đã sửa")
    dialog = clerk.life.dialog
    assert isinstance(dialog, CheckPapersDialog)
    clerk.qtbot.waitUntil(lambda: dialog.reviews is not None, timeout=SOON)
    assert [reviewed.is_copy for reviewed in dialog.reviews] == [True]


def test_a_list_edited_in_excel_is_named_so_and_not_offered_to_the_check(clerk):
    path = clerk.opened("list")
    content = path.read_bytes()
    path.write_bytes(content + b"\n")
    clerk.come_back()
    clerk.qtbot.waitUntil(lambda: bool(clerk.said), timeout=SOON)
    assert clerk.said == ["Danh sách đã sửa trong Excel. Nhận làm bản 2?"]
    assert list(clerk.life.page.shown.edited.links) == ["Nhận bản đã sửa", "Bỏ qua"]


def test_a_letter_saved_by_libreoffice_is_taken_in_like_one_of_word(clerk, tmp_path):
    path = clerk.opened()
    saved_by_libreoffice(path, tmp_path)
    clerk.come_back()
    clerk.qtbot.waitUntil(lambda: bool(clerk.said), timeout=SOON)
    clerk.press("Nhận bản đã sửa")
    letter = pane(clerk).newest[0]
    assert (letter.edition, letter.origin) == (2, "edited")
    assert requests.content(clerk.life.desk, letter.sha256) == path.read_bytes()


def test_what_is_no_paper_any_more_is_refused_in_place_and_stays_on_the_disk(clerk):
    path = clerk.opened()
    path.write_bytes(b"khong con la tep Word")
    clerk.come_back()
    clerk.qtbot.waitUntil(lambda: bool(clerk.said), timeout=SOON)
    clerk.press("Nhận bản đã sửa")
    assert {kept.edition for kept in pane(clerk).files} == {1}
    assert clerk.life.opened.said
    assert path.read_bytes() == b"khong con la tep Word"


def test_once_the_papers_are_sent_an_edit_is_no_longer_asked_about(clerk):
    clerk.edited(a_kind_word)
    sign_request(clerk.life.desk, request_id=clerk.life.id, number="125", on=MONDAY)
    send_request(clerk.life.desk, request_id=clerk.life.id, on=MONDAY, from_address=OWN["ninhbinh-2020"])
    clerk.life.page.reload(None)
    clerk.life.choose()
    clerk.come_back()
    quiet(clerk)
    assert clerk.said == []
    assert not clerk.life.page.paper_acts.check_act.isVisible()


def test_an_edit_of_the_letter_that_asks_again_is_taken_in_with_its_mail(clerk):
    desk = clerk.life.desk
    sign_request(desk, request_id=clerk.life.id, number="125", on=MONDAY)
    send_request(desk, request_id=clerk.life.id, on=MONDAY, from_address=OWN["ninhbinh-2020"])
    clerk.chase()
    path = clerk.edited(narrow_margin, "chase")
    assert clerk.said == ["Công văn đôn đốc đã sửa trong Word. Nhận làm bản 2?"]
    clerk.press("Nhận bản đã sửa")
    quiet(clerk)
    assert clerk.said == []
    letter, mail = [kept for kept in pane(clerk).newest if kept.role == "chase"]
    assert [(kept.edition, kept.origin) for kept in (letter, mail)] == [(2, "edited"), (2, "made")]
    assert requests.content(desk, letter.sha256) == path.read_bytes()
    assert {link.words for link in clerk.life.page.shown.earlier} == {
        "Công văn đôn đốc, bản 1",
        "Thư nháp đôn đốc, bản 1",
    }
