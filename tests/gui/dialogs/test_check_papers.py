"""The check before signing in the real window, over papers edited for real."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from govmail_desk.gui.dialogs.chase_request import NumberChaseDialog
from govmail_desk.gui.dialogs.check_papers import CheckPapersDialog
from govmail_desk.gui.dialogs.sign_request import SignRequestDialog
from govmail_desk.gui.look.why_card import WhyCard
from govmail_desk.listings import requests
from govmail_desk.operations.requests import draft_request, plan_about
from tests.gui.dialogs.paper_hands import (
    SOON,
    a_kind_word,
    another_count,
    narrow_margin,
    right_count,
    saved_by_libreoffice,
    the_ended_operator,
)
from tests.gui.dialogs.request_lives import MONDAY
from tests.gui.named_controls import unnamed_controls
from tests.mailboxes import issued


def places(dialog):
    return [line.finding.where for paper in dialog.papers for line in paper.lines]


def test_papers_as_made_are_clean_and_the_signature_comes_next(hands):
    clerk = hands()
    dialog = clerk.checked()
    assert dialog.state.word == "Không có điểm nào phải sửa"
    assert "Nghị định 30/2020/NĐ-CP" in dialog.told.text()
    assert [dialog.main_button.text(), dialog.again_button.isVisible()] == ["Ghi đã ký…", True]
    assert unnamed_controls(dialog) == []
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert isinstance(clerk.life.dialog, SignRequestDialog)


def test_mistakes_of_the_edited_copy_stand_under_their_paper(hands):
    clerk = hands()
    clerk.edited(lambda document: (another_count(document), narrow_margin(document)))
    dialog = clerk.checked()
    assert dialog.state.word == "2 điểm phải sửa"
    assert places(dialog) == ["Lề trái", "Số lượng"]
    (paper,) = dialog.papers
    assert paper.reviewed.is_copy
    assert "05 hộp thư" in paper.lines[1].sentence.text()
    assert dialog.main_button.text() == "Kiểm tra lại"


def test_a_mistake_corrected_in_word_is_gone_on_the_second_look_and_the_edit_is_taken_in(hands):
    clerk = hands()
    path = clerk.edited(another_count)
    dialog = clerk.checked()
    assert places(dialog) == ["Số lượng"]
    QTest.mouseClick(dialog.papers[0].opening, Qt.MouseButton.LeftButton)
    assert clerk.desktop.opened[-1] == path
    clerk.edit(path, lambda document: (right_count(document), a_kind_word(document)))
    QTest.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    clerk.qtbot.waitUntil(lambda: dialog.is_clean, timeout=SOON)
    assert dialog.main_button.text() == "Nhận bản đã sửa"
    QTest.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert clerk.life.dialog is None
    letter = requests.pane(clerk.life.desk, clerk.life.id).newest[0]
    assert (letter.edition, letter.origin) == (2, "edited")
    assert "Nhận bản đã sửa" in clerk.life.opened.said


def test_a_body_that_has_ended_is_named_and_left_to_the_clerk_to_decide(hands):
    clerk = hands()
    clerk.edited(the_ended_operator)
    dialog = clerk.checked()
    assert (dialog.state.word, places(dialog)) == ("1 điểm cần xem", ["Kính gửi"])
    assert "mục Nơi nhận đề nghị" in dialog.papers[0].lines[0].sentence.text()
    QTest.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    again = clerk.checked()
    assert (again.is_clean, again.main_button.text(), again.again_button.isVisible()) == (False, "Ghi đã ký…", True)


def test_a_letter_saved_by_libreoffice_is_read_and_its_seeded_mistake_found(hands, tmp_path):
    clerk = hands()
    path = clerk.opened()
    clerk.edit(path, another_count)
    saved_by_libreoffice(path, tmp_path)
    dialog = clerk.checked()
    assert places(dialog) == ["Số lượng"]


def test_a_finding_of_the_decree_explains_itself(hands):
    clerk = hands()
    clerk.edited(narrow_margin)
    dialog = clerk.checked()
    (line,) = dialog.papers[0].lines
    assert line.finding.cite.startswith("NĐ 30/2020, PL I")
    QTest.mouseClick(line.why_button, Qt.MouseButton.LeftButton)
    card = next(each for each in QApplication.topLevelWidgets() if isinstance(each, WhyCard) and each.isVisible())
    assert line.finding.why in card.accessibleDescription()
    card.close()


def test_everything_found_is_copied_as_text(hands):
    clerk = hands()
    clerk.edited(another_count)
    dialog = clerk.checked()
    QTest.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0].startswith("Công văn, bản đang sửa trong Word (de-nghi-")
    assert copied[1].startswith("- Phải sửa: Số lượng. ")
    assert dialog.notices.sentence.startswith("Đã chép")


def test_a_copy_that_another_program_spoiled_is_said_plainly(hands):
    clerk = hands()
    path = clerk.opened()
    path.write_bytes(b"khong con la tep Word")
    dialog = clerk.checked()
    assert places(dialog) == ["Tệp"]


def test_a_signed_request_has_nothing_more_to_sign(hands):
    clerk = hands(state="signed")
    dialog = clerk.checked()
    assert (dialog.main_button.text(), dialog.again_button.isVisible()) == ("Kiểm tra lại", False)


def test_a_letter_that_asks_again_is_looked_through_and_its_number_comes_next(hands):
    clerk = hands(state="sent")
    assert not clerk.life.page.paper_acts.check_act.isVisible()
    clerk.chase()
    assert clerk.life.page.paper_acts.check_act.isVisible()
    QTest.mouseClick(clerk.life.page.shown.check_link, Qt.MouseButton.LeftButton)
    dialog = clerk.looked_through()
    assert (dialog.is_clean, [paper.reviewed.role for paper in dialog.papers]) == (True, ["chase"])
    QTest.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert isinstance(clerk.life.dialog, NumberChaseDialog)


def test_a_mistake_typed_into_a_letter_that_asks_again_is_shown_and_its_copy_opened(hands):
    clerk = hands(state="sent")
    clerk.chase()
    path = clerk.edited(narrow_margin, "chase")
    dialog = clerk.checked()
    assert places(dialog) == ["Lề trái"]
    QTest.mouseClick(dialog.papers[0].opening, Qt.MouseButton.LeftButton)
    assert clerk.desktop.opened[-1] == path


def test_many_clean_slips_are_counted_and_not_named(hands):
    clerk = hands(regulation_id="khanhhoa-dagt-2021", post="Giám đốc")
    ids = [issued(clerk.life.desk, f"Nguyễn Văn {word}") for word in ("An", "Bình", "Chi", "Dung", "Giang")]
    plan = plan_about(clerk.life.desk, kind="close", mailbox_ids=ids, on=MONDAY)
    (clerk.life.id,) = draft_request(clerk.life.desk, plan).ids["request"]
    clerk.life.page.reload(None)
    clerk.life.choose()
    dialog = clerk.checked()
    assert dialog.state.word == "Không có điểm nào phải sửa"
    assert dialog.papers == []
    assert len(dialog.reviews) > len(ids)


def test_the_dialog_of_the_signature_offers_the_check_first(hands):
    clerk = hands()
    signing = clerk.life.next_dialog()
    QTest.mouseClick(signing.check_button, Qt.MouseButton.LeftButton)
    assert isinstance(clerk.life.dialog, CheckPapersDialog)


def test_a_number_typed_is_not_lost_without_a_question(hands):
    clerk = hands()
    signing = clerk.life.next_dialog()
    signing.number.setText("125")
    QTest.mouseClick(signing.check_button, Qt.MouseButton.LeftButton)
    assert clerk.life.dialog is signing
    assert "chưa được ghi" in signing.notices.sentence


def test_f7_and_the_words_beside_the_papers_open_the_check(hands):
    clerk = hands()
    QTest.mouseClick(clerk.life.page.shown.check_link, Qt.MouseButton.LeftButton)
    assert isinstance(clerk.life.dialog, CheckPapersDialog)
    clerk.life.dialog.reject()
    QTest.keyClick(clerk.life.page, Qt.Key.Key_F7)
    assert isinstance(clerk.life.dialog, CheckPapersDialog)
