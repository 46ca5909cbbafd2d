"""Who stands in for whom, who leads, and the papers that give a charge, from the pane of a unit."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.domain.custody import Custody, CustodyPaper
from govmail_desk.domain.person import Person
from govmail_desk.gui.desktop import Desktop, stand_on
from govmail_desk.gui.dialogs.preview import PreviewDialog
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.parts.answer_on_day import AnswerOnDay
from govmail_desk.listings import custodies
from govmail_desk.operations.custodies import appoint
from tests.desks import added, founded, own_unit_id
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.dialogs.handover_rooms import type_person
from tests.gui.named_controls import unnamed_controls
from tests.gui.windows import OpenWindow
from tests.handovers import clerk, own_mailbox
from tests.request_lives import one


@pytest.fixture
def window(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("GOVMAIL_DESK_HOME", str(tmp_path / "home"))
    desk = founded(tmp_path)
    clerk(desk, "Lê Thị Thanh Huyền")
    added(desk, "Phạm Đức Đạt")
    window = OpenWindow(qtbot, desk, tmp_path, "people")
    window.page.show_item(own_unit_id(desk))
    yield window
    window.close()
    stand_on(Desktop())


def press(window, name):
    links = {link.accessibleName(): link for link in window.page.shown.findChildren(LinkButton)}
    links[name].click()


def test_someone_stands_in_from_a_day_to_a_day_and_answers_then(window, qtbot):
    press(window, "Theo dõi thay: Lê Thị Thanh Huyền")
    dialog = window.dialog
    assert unnamed_controls(dialog) == []
    type_person(qtbot, dialog.person, "đạt")
    dialog.first.line.setText("01/12/2026")
    dialog.last.line.setText("05/12/2026")
    dialog.main_button.click()
    box = own_mailbox(window.desk).id
    assert custodies.answer(window.desk, box, date(2026, 12, 3)).full_name == "Phạm Đức Đạt"
    assert custodies.answer(window.desk, box, date(2026, 12, 6)).full_name == "Lê Thị Thanh Huyền"


def test_who_answers_on_a_day_has_one_answer_in_words(window):
    window.page.settle()
    (asked,) = window.page.shown.findChildren(AnswerOnDay)
    asked.on.line.setText("03/05/2026")
    assert asked.said.text() == ("Ngày 03/05/2026 Lê Thị Thanh Huyền phụ trách stttt@ninhbinh.gov.vn (người theo dõi).")
    asked.on.line.setText("32/05/2026")
    assert asked.said.text().startswith("Chưa đọc được ngày này.")


def test_without_a_last_day_the_field_says_so(window, qtbot):
    press(window, "Theo dõi thay: Lê Thị Thanh Huyền")
    type_person(qtbot, window.dialog.person, "đạt")
    window.dialog.main_button.click()
    assert window.dialog.form.rows["last"].error.startswith("Chưa có ngày.")


def test_a_custodian_leads_from_a_day_on(window):
    person_id = added(window.desk, "Võ Văn Yên")
    appoint(
        window.desk, unit_id=own_unit_id(window.desk), person_id=person_id, role="custodian", from_on=date(2026, 11, 2)
    )
    window.page.reload(None)
    window.page.settle()
    press(window, "Phụ trách chính: Võ Văn Yên")
    window.dialog.main_button.click()
    led = [one.person_id for one in custody_lines(window) if one.is_lead]
    assert led == [person_id]


def custody_lines(window):
    return [line.charge for line in custodies.history(window.desk, own_unit_id(window.desk))]


def test_a_new_head_tells_that_a_handover_was_opened_and_leads_there(window, qtbot):
    window.page.people_acts.unit.appoint()
    dialog = window.dialog
    dialog.role.choose("head")
    dialog.role.picked.emit("head")
    type_person(qtbot, dialog.person, "đạt")
    dialog.main_button.click()
    assert "mở bàn giao từ Lê Thị Mỹ Hạnh" in window.said
    offers = {button.text(): button for button in window.window.works.notices.offers}
    offers["Xem bàn giao vừa mở"].click()
    assert window.page.subtitle == "1 đang bàn giao"
    assert window.page.table.chosen_ids


def test_the_post_of_a_new_head_is_written_from_the_message(window, qtbot):
    window.page.people_acts.unit.appoint()
    dialog = window.dialog
    dialog.role.choose("head")
    dialog.role.picked.emit("head")
    type_person(qtbot, dialog.person, "đạt")
    dialog.main_button.click()
    offers = {button.text(): button for button in window.window.works.notices.offers}
    offers["Sửa chức vụ “Chuyên viên”…"].click()
    assert window.dialog.focusWidget() is window.dialog.post
    window.dialog.post.setText("Giám đốc Sở")
    window.dialog.main_button.click()
    assert one(window.desk, Person, full_name="Phạm Đức Đạt").post == "Giám đốc Sở"


def test_a_new_custodian_keeps_their_post(window, qtbot):
    window.page.people_acts.unit.appoint()
    type_person(qtbot, window.dialog.person, "đạt")
    window.dialog.main_button.click()
    assert not [button for button in window.window.works.notices.offers if "chức vụ" in button.text()]


def test_a_custodian_may_lead_and_have_one_mailbox_only_where_there_are_several(window, qtbot):
    window.page.people_acts.unit.appoint()
    dialog = window.dialog
    assert dialog.form.rows["mailbox"].isHidden()
    type_person(qtbot, dialog.person, "đạt")
    dialog.lead.setChecked(True)
    dialog.main_button.click()
    lead = one(window.desk, Custody, is_lead=True)
    assert (lead.role, lead.mailbox_id) == ("custodian", None)


def test_the_paper_that_gives_a_charge_is_seen_drafted_kept_and_previewed(window):
    stand_on(AnsweringDesktop(None))
    press(window, "Soạn giấy giao việc: Lê Thị Thanh Huyền")
    dialog = window.dialog
    assert "Lê Thị Thanh Huyền" in dialog.paper.toPlainText()
    assert unnamed_controls(dialog) == []
    dialog.kind.choose("authorisation")
    dialog.kind.picked.emit("authorisation")
    assert "ỦY QUYỀN" in dialog.paper.toPlainText().upper()
    dialog.main_button.click()
    assert one(window.desk, CustodyPaper).kind == "authorisation"
    window.page.settle()
    press(window, "Giấy ủy quyền 23/11/2026")
    assert isinstance(window.dialog, PreviewDialog)


def test_a_head_gets_no_such_paper(window):
    names = [link.accessibleName() for link in window.page.shown.findChildren(LinkButton)]
    assert "Soạn giấy giao việc: Lê Thị Mỹ Hạnh" not in names


def test_a_handover_is_opened_from_the_pane_of_the_unit(window, qtbot):
    press(window, "Mở bàn giao…")
    type_person(qtbot, window.dialog.receiver, "đạt")
    window.dialog.main_button.click()
    assert window.page.subtitle == "1 đang bàn giao"
