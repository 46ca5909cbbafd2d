"""The request wizard in the real window: whom, the letter, what was made."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import timedelta
from email import policy
from email.parser import BytesParser

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from govmail_desk.desk import Desk
from govmail_desk.documents import spreadsheet
from govmail_desk.gui.desktop import Desktop, stand_on
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.dialogs.request_wizard import RequestWizard
from govmail_desk.listings import journals as journal_listing
from govmail_desk.listings import people as people_listing
from govmail_desk.listings import requests as request_listing
from govmail_desk.listings.settings import signers
from govmail_desk.operations.intakes import plan_intake
from govmail_desk.operations.people import add_person, edit_person
from govmail_desk.operations.settings import edit_signer
from govmail_desk.operations.units import add_unit
from tests.desks import added, founded, own_unit_id
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.named_controls import unnamed_controls
from tests.gui.vietnamese_typing import type_by_input_method, type_like_unikey
from tests.gui.windows import OpenWindow

SOON = 10_000


class Wizardry:
    """A register of an invented unit, its window, and the wizard on top."""

    def __init__(self, qtbot, folder, regulation_id="ninhbinh-2020"):
        self.qtbot = qtbot
        self.desk: Desk = founded(folder, regulation_id)
        self.folder = folder
        self.opened: OpenWindow | None = None
        self.wizard: RequestWizard | None = None

    def open(self, **ids) -> RequestWizard:
        self.opened = OpenWindow(self.qtbot, self.desk, self.folder, "today")
        self.wizard = RequestWizard(self.opened.page, self.desk, **ids)
        self.wizard.open()
        self.qtbot.waitUntil(lambda: not self.wizard.drafting.is_pending, timeout=SOON)
        return self.wizard

    def go_on(self) -> None:
        """Press the main act and wait for what it begins."""
        step = self.wizard.stack.currentIndex()
        self.qtbot.mouseClick(self.wizard.main_button, Qt.MouseButton.LeftButton)
        self.qtbot.waitUntil(lambda: self.wizard.stack.currentIndex() == step + 1, timeout=SOON)
        if step == 0:
            self.qtbot.waitUntil(lambda: "Kính gửi" in self.wizard.letter.sheet.toPlainText(), timeout=SOON)

    def planned(self) -> None:
        self.qtbot.waitUntil(lambda: not self.wizard.drafting.is_pending, timeout=SOON)

    def close(self) -> None:
        if self.wizard is not None and self.opened.dialog is self.wizard:
            self.wizard.accept()
        if self.opened is not None:
            self.opened.close()


@pytest.fixture
def make(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("GOVMAIL_DESK_HOME", str(tmp_path / "home"))
    made = []

    def wizardry(regulation_id="ninhbinh-2020"):
        made.append(Wizardry(qtbot, tmp_path, regulation_id))
        return made[-1]

    yield wizardry
    for each in made:
        each.close()
    stand_on(Desktop())


def rows_of(wizard):
    model = wizard.whom.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def files_of(desk):
    (row,) = request_listing.every(desk)
    pane = request_listing.pane(desk, row.id)
    return pane, {kept.role: request_listing.content(desk, kept.sha256) for kept in pane.files}


def text_of(letter):
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(letter)).paragraphs)


# whom


def test_those_chosen_elsewhere_come_ticked_with_their_addresses(make):
    room = make()
    people = [added(room.desk, name) for name in ("Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc")]
    added(room.desk, "Trần Ánh")
    wizard = room.open(people_ids=people)
    assert rows_of(wizard) == ["Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc"]
    assert [row.address.split(".")[0] for row in wizard.drafting.sought.values()] == ["thanhnv", "ngocdtb"]
    assert wizard.main_button.isEnabled()
    assert wizard.main_button.text() == "Soạn công văn cho 2 hộp thư"


def test_with_nobody_chosen_everyone_without_a_mailbox_is_offered_and_the_main_act_waits(make):
    room = make()
    added(room.desk, "Nguyễn Văn Thành")
    wizard = room.open()
    assert rows_of(wizard) == ["Lê Thị Mỹ Hạnh", "Nguyễn Văn Thành"]
    assert not wizard.main_button.isEnabled()
    QTest.mouseClick(wizard.whom.all_button, Qt.MouseButton.LeftButton)
    room.planned()
    assert len(wizard.drafting.plan.rows) == 2
    assert wizard.main_button.isEnabled()


def test_space_ticks_the_row_the_keyboard_stands_on(make):
    room = make()
    person = added(room.desk, "Nguyễn Văn Thành")
    wizard = room.open()
    wizard.whom.table.choose(person)
    QTest.keyClick(wizard.whom.table, Qt.Key.Key_Space)
    room.planned()
    assert list(wizard.drafting.sought) == [person]
    QTest.keyClick(wizard.whom.table, Qt.Key.Key_Space)
    room.planned()
    assert wizard.drafting.plan is None
    assert not wizard.main_button.isEnabled()


def test_a_click_on_the_box_ticks_the_row(make):
    room = make()
    added(room.desk, "Nguyễn Văn Thành")
    wizard = room.open()
    table = wizard.whom.table
    place = table.visualRect(table.rows.index(0, 0)).center()
    place.setX(table.visualRect(table.rows.index(0, 0)).left() + 16)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert list(wizard.whom.model.ticked) == [table.rows.id_at(0)]


def test_searching_without_diacritics_keeps_the_ticks(make):
    room = make()
    first, _ = added(room.desk, "Nguyễn Văn Thành"), added(room.desk, "Đỗ Thị Bích Ngọc")
    wizard = room.open(people_ids=[first])
    wizard.whom.search.setFocus()
    type_like_unikey(wizard.whom.search, "ngoc do")
    room.qtbot.waitUntil(lambda: rows_of(wizard) == ["Đỗ Thị Bích Ngọc"], timeout=SOON)
    assert list(wizard.whom.model.ticked) == [first]


def test_enter_in_the_search_line_does_not_go_on(make):
    room = make()
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành")])
    wizard.whom.search.setFocus()
    QTest.keyClick(wizard.whom.search, Qt.Key.Key_Return)
    assert wizard.stack.currentIndex() == 0


def test_each_address_stands_with_its_reason_and_another_may_be_typed(make):
    room = make()
    person = added(room.desk, "Nguyễn Văn Thành")
    wizard = room.open(people_ids=[person])
    addresses = wizard.whom.card.addresses
    assert addresses.candidates[0].text() == "✓ thanhnv.stttt@ninhbinh.gov.vn"
    line = addresses.line
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    type_like_unikey(line, "vanthu.stttt@ninhbinh.gov.vn")
    room.qtbot.waitUntil(lambda: wizard.drafting.sought[person].address.startswith("vanthu"), timeout=SOON)
    room.planned()
    assert line.text() == "vanthu.stttt@ninhbinh.gov.vn"
    assert addresses.refusal == ""


def test_an_address_no_mail_system_takes_is_refused_in_place_and_stays_in_the_line(make):
    room = make()
    person = added(room.desk, "Nguyễn Văn Thành")
    wizard = room.open(people_ids=[person])
    line = wizard.whom.card.addresses.line
    line.setFocus()
    line.selectAll()
    type_like_unikey(line, "Văn thư")
    room.qtbot.waitUntil(lambda: "không phải là địa chỉ" in wizard.whom.card.addresses.refusal, timeout=SOON)
    assert line.text() == "Văn thư"
    QTest.mouseClick(wizard.main_button, Qt.MouseButton.LeftButton)
    assert wizard.stack.currentIndex() == 0
    assert "không phải là địa chỉ" in wizard.notices.sentence


def test_ca_mau_offers_the_ways_to_swap_letters_for_the_clerk_to_choose(make):
    room = make("camau-24-2018")
    people = [added(room.desk, "Nguyễn Văn Thành"), added(room.desk, "Nguyễn Văn Thành")]
    wizard = room.open(people_ids=people)
    wizard.whom.table.choose(people[1])
    room.qtbot.waitUntil(lambda: wizard.whom.card.seeker_id == people[1], timeout=SOON)
    addresses = wizard.whom.card.addresses
    assert len(addresses.candidates) > 2
    assert any("đơn vị vận hành quyết định" in remark for remark in addresses.remarks)
    third = addresses.candidates[2]
    wanted = third.text()
    QTest.mouseClick(third, Qt.MouseButton.LeftButton)
    room.qtbot.waitUntil(lambda: wizard.drafting.sought[people[1]].address == wanted, timeout=SOON)


def test_khanh_hoa_refuses_other_posts_in_place_and_offers_to_leave_them_out(make):
    room = make("khanhhoa-dagt-2021")
    head = added(room.desk, "Đỗ Thị Bích Ngọc", post="Trưởng phòng Kế toán")
    clerk = added(room.desk, "Nguyễn Văn Thành", post="Văn thư")
    wizard = room.open(people_ids=[head, clerk])
    QTest.mouseClick(wizard.main_button, Qt.MouseButton.LeftButton)
    assert wizard.stack.currentIndex() == 0
    assert "Giám đốc" in wizard.notices.sentence
    (offer,) = wizard.notices.offers
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    room.planned()
    assert list(wizard.drafting.sought) == [head]
    assert wizard.drafting.refused_ids == []


def test_marking_another_word_as_the_ten_changes_the_address(make):
    room = make()
    person = added(room.desk, "Nguyễn Thành Văn")
    wizard = room.open(people_ids=[person])
    words = wizard.whom.card.words
    assert [chip.text() for chip in words.chips] == ["Nguyễn", "Thành", "Văn"]
    QTest.mouseClick(words.chips[1], Qt.MouseButton.LeftButton)
    room.qtbot.waitUntil(lambda: wizard.drafting.sought[person].address.startswith("thanh"), timeout=SOON)
    assert people_listing.person_of(room.desk, person).given_word == 2


def test_units_are_asked_for_as_well(make):
    room = make("soctrang-59-2024")
    add_unit(room.desk, name="Phòng Chuyển đổi số", slug="", parent_id=own_unit_id(room.desk))
    wizard = room.open()
    QTest.mouseClick(wizard.whom.kinds["unit"], Qt.MouseButton.LeftButton)
    assert rows_of(wizard) == ["Phòng Chuyển đổi số"]
    QTest.mouseClick(wizard.whom.all_button, Qt.MouseButton.LeftButton)
    room.planned()
    (row,) = wizard.drafting.plan.rows
    assert row.address == "phongcds.sotttt@soctrang.gov.vn"
    room.go_on()
    assert wizard.letter.more.rows["list_form"].isHidden()
    room.go_on()
    pane, _ = files_of(room.desk)
    assert pane.row.mailbox_kind == "unit"


def test_people_of_a_list_come_in_with_the_request(make, tmp_path):
    room = make()
    path = tmp_path / "danh sách.csv"
    path.write_text("Họ và tên,Chức vụ\nNguyễn Văn Thành,Chuyên viên\nĐỗ Thị Bích Ngọc,Kế toán\n", encoding="utf-8-sig")
    plan = plan_intake(room.desk, spreadsheet.read(path))
    wizard = room.open(intake=plan)
    assert rows_of(wizard) == ["Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc"]
    wizard.whom.table.selectRow(0)
    QTest.keyClick(wizard.whom.table, Qt.Key.Key_Space)
    room.planned()
    room.go_on()
    room.go_on()
    pane, _ = files_of(room.desk)
    assert [row.cells["ho_ten"] for row in pane.frozen] == ["Đỗ Thị Bích Ngọc"]
    assert people_listing.find(room.desk, "Nguyễn Văn Thành", limit=5) == []


# the letter


def test_the_letter_follows_what_is_typed_and_is_made_as_it_was_seen(make):
    room = make()
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành")])
    room.go_on()
    letter = wizard.letter
    letter.reason.selectAll()
    type_like_unikey(letter.reason, "mới tiếp nhận về đơn vị")
    type_by_input_method(letter.contact, "Ngô Thị Kim Uyên, văn thư")
    type_like_unikey(letter.recipients, "Ban Giám đốc")
    for words in ("1. Lý do: mới tiếp nhận về đơn vị.", "Ngô Thị Kim Uyên", "- Ban Giám đốc;"):
        room.qtbot.waitUntil(lambda words=words: words in letter.sheet.toPlainText(), timeout=SOON)
    room.go_on()
    _, files = files_of(room.desk)
    made = text_of(files["letter"])
    assert "1. Lý do: mới tiếp nhận về đơn vị." in made
    assert "Ngô Thị Kim Uyên, văn thư" in made


def test_without_a_reason_nothing_is_made_and_the_field_says_so(make):
    room = make()
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành")])
    room.go_on()
    wizard.letter.reason.clear()
    wizard.letter.go_on()
    assert "lý do" in wizard.letter.form.rows["reason"].error
    assert request_listing.every(room.desk) == []


def test_the_signer_is_one_with_authority_that_day_and_may_be_missing(make):
    room = make()
    (head,) = signers(room.desk)
    edit_signer(room.desk, signer=replace(head, to_on=room.desk.today() - timedelta(days=1)))
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành")])
    room.go_on()
    assert wizard.letter.signer.choice() is None
    assert any("chưa ai có thẩm quyền ký" in sentence for sentence in wizard.letter.warnings.sentences)
    room.go_on()


@pytest.mark.parametrize(
    ("regulation_id", "said"),
    [
        ("ninhbinh-2020", "đã kết thúc từ 01/03/2025"),
        ("khanhhoa-dagt-2021", "Chưa có địa chỉ thư của nơi nhận"),
        ("soctrang-59-2024", "Địa chỉ này do chương trình gợi ý"),
    ],
)
def test_what_to_know_of_the_operator_is_said_beside_it(make, regulation_id, said):
    room = make(regulation_id)
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành", post="Giám đốc")])
    room.go_on()
    assert any(said in sentence for sentence in wizard.letter.warnings.sentences)


def test_another_operator_typed_here_gets_the_request_and_is_kept(make):
    room = make()
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành")])
    room.go_on()
    letter = wizard.letter
    letter.operator.selectAll()
    type_like_unikey(letter.operator, "Sở Khoa học và Công nghệ")
    letter.operator_address.selectAll()
    type_like_unikey(letter.operator_address, "skhcn@ninhbinh.gov.vn")
    room.qtbot.waitUntil(lambda: "Kính gửi: Sở Khoa học" in letter.sheet.toPlainText(), timeout=SOON)
    assert letter.warnings.sentences == []
    room.go_on()
    _, files = files_of(room.desk)
    assert BytesParser(policy=policy.default).parsebytes(files["email"])["To"] == "skhcn@ninhbinh.gov.vn"


def test_papers_the_regulation_asks_for_are_told_from_those_we_offer(make):
    room = make()
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành")])
    room.go_on()
    words = {note.role: note.words for note in wizard.letter.papers.notes}
    assert words["letter"] == "Công văn: quy chế yêu cầu (Đ6.1)"
    assert words["list"] == "Danh sách: chương trình lập thêm"


def test_our_own_arrangement_of_a_form_is_said_in_the_window_and_never_on_the_paper(make):
    room = make("khanhhoa-dagt-2021")
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành", post="Giám đốc")])
    room.go_on()
    notes = " ".join(note.form_note for note in wizard.letter.papers.notes)
    assert "chúng tôi chưa có Phụ lục ấy" in notes
    room.go_on()
    _, files = files_of(room.desk)
    assert "Phụ lục ấy" not in text_of(files["letter"]) + text_of(files["proposal"])


def test_going_back_keeps_what_was_typed(make):
    room = make()
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành")])
    room.go_on()
    wizard.letter.reason.selectAll()
    type_like_unikey(wizard.letter.reason, "mới tiếp nhận")
    QTest.mouseClick(wizard.before_button, Qt.MouseButton.LeftButton)
    assert wizard.stack.currentIndex() == 0
    room.planned()
    room.go_on()
    assert wizard.letter.reason.toPlainText() == "mới tiếp nhận"


def test_esc_asks_before_a_choice_is_lost(make):
    room = make()
    added(room.desk, "Nguyễn Văn Thành")
    wizard = room.open()
    QTest.mouseClick(wizard.whom.all_button, Qt.MouseButton.LeftButton)
    room.planned()
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert Dialog.open_on(room.opened.window) is wizard
    assert [offer.text() for offer in wizard.notices.offers] == ["Nhập tiếp", "Bỏ, không lưu"]


def test_a_register_that_moved_meanwhile_is_planned_again_before_it_is_written(make):
    room = make()
    person = added(room.desk, "Nguyễn Văn Thành")
    room.open(people_ids=[person])
    room.go_on()
    add_person(room.desk, full_name="Trần Ánh", unit_id=own_unit_id(room.desk))
    room.go_on()
    pane, _ = files_of(room.desk)
    assert [row.address for row in pane.frozen] == ["thanhnv.stttt@ninhbinh.gov.vn"]


def test_a_choice_that_means_something_else_by_now_is_refused_and_nothing_is_written(make):
    room = make()
    person = added(room.desk, "Nguyễn Văn Thành")
    wizard = room.open(people_ids=[person])
    room.go_on()
    facts = people_listing.person_of(room.desk, person)
    edit_person(room.desk, person=facts, corrected=replace(facts, full_name="Nguyễn Văn Thanh Sơn"))
    QTest.mouseClick(wizard.main_button, Qt.MouseButton.LeftButton)
    room.qtbot.waitUntil(lambda: "không còn như đã xem" in wizard.notices.sentence, timeout=SOON)
    assert request_listing.every(room.desk) == []


# what was made


def test_the_files_made_can_be_opened_and_saved_and_what_comes_next_is_told(make, tmp_path):
    room = make()
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành")])
    room.go_on()
    room.go_on()
    made = wizard.made
    assert set(made.open_buttons) == {"letter", "list", "email"}
    desktop = AnsweringDesktop(tmp_path / "bản sao")
    stand_on(desktop)
    QTest.mouseClick(made.open_buttons["letter"], Qt.MouseButton.LeftButton)
    (path,) = desktop.opened
    assert path.suffix == ".docx"
    assert "1. Lý do" in text_of(path.read_bytes())
    QTest.mouseClick(made.folder_button, Qt.MouseButton.LeftButton)
    assert sorted(one.suffix for one in desktop.opened[-1].iterdir()) == [".docx", ".eml", ".xlsx"]
    QTest.mouseClick(made.save_button, Qt.MouseButton.LeftButton)
    assert len(list((tmp_path / "bản sao").iterdir())) == 3
    assert "Đã lưu 3 tệp" in wizard.notices.sentence
    limit = next(step for step in made.steps if "Hạn trả lời" in step.words)
    assert "03 ngày làm việc" in limit.words
    assert limit.why.cite == "Đ6.2"


def test_a_copy_the_clerk_edited_is_opened_again_as_it_is(make, tmp_path):
    room = make()
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành")])
    room.go_on()
    room.go_on()
    desktop = AnsweringDesktop(None)
    stand_on(desktop)
    button = wizard.made.open_buttons["letter"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    desktop.opened[0].write_bytes(b"edited in Word")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desktop.opened[1] == desktop.opened[0]
    assert desktop.opened[1].read_bytes() == b"edited in Word"


def test_where_the_regulation_states_no_limit_that_is_said(make):
    room = make("soctrang-59-2024")
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành")])
    room.go_on()
    room.go_on()
    assert any(step.words == "Quy chế không nêu thời hạn trả lời." for step in wizard.made.steps)


def test_the_last_step_closes_without_a_question_and_the_act_can_be_taken_back(make):
    room = make()
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành")])
    room.go_on()
    room.go_on()
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    room.qtbot.waitUntil(lambda: room.opened.dialog is None, timeout=SOON)
    assert journal_listing.last_standing(room.desk).act == "draft_request"


# the keyboard, the screen reader


def test_the_whole_request_is_made_by_keyboard(make):
    room = make()
    added(room.desk, "Nguyễn Văn Thành")
    wizard = room.open()
    wizard.whom.table.setFocus()
    QTest.keyClick(wizard.whom.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(wizard.whom.table, Qt.Key.Key_Space)
    for step in (1, 2):
        room.qtbot.waitUntil(lambda: wizard.step.is_ready, timeout=SOON)
        QTest.keyClick(wizard, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        room.qtbot.waitUntil(lambda step=step: wizard.stack.currentIndex() == step, timeout=SOON)
    pane, _ = files_of(room.desk)
    assert pane.row.row_count == 2


def test_nothing_is_completed_while_an_address_is_typed(make):
    room = make()
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành")])
    line = wizard.whom.card.addresses.line
    assert line.completer() is None
    line.setFocus()
    line.selectAll()
    type_like_unikey(line, "thanhnv")
    assert line.text() == "thanhnv"


def test_every_control_has_a_name_for_a_screen_reader(make):
    room = make()
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành")])
    assert unnamed_controls(wizard) == []
    room.go_on()
    assert unnamed_controls(wizard) == []
    room.go_on()
    assert unnamed_controls(wizard) == []


def test_a_screen_reader_hears_whether_a_row_is_ticked(make):
    room = make()
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành")])
    spoken = wizard.whom.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("Nguyễn Văn Thành, đã đánh dấu")
