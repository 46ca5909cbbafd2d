"""Opening a handover, and writing what stands around it otherwise."""

from __future__ import annotations

from datetime import date

from govmail_desk.domain.handover import HandedMailbox
from govmail_desk.domain.person import Person
from tests.desks import added, leave
from tests.gui.dialogs.handover_rooms import type_person
from tests.gui.named_controls import unnamed_controls
from tests.handovers import clerk, own_mailbox
from tests.mailboxes import issued_to_unit
from tests.request_lives import one


def with_clerk(desk):
    clerk(desk, "Lê Thị Thanh Huyền")
    added(desk, "Phạm Đức Đạt")


def begun(handover_room, *regulation_id, prepare=with_clerk):
    room = handover_room(*regulation_id, prepare=prepare)
    room.page.open_handover()
    return room


def test_post_and_giver_are_filled_in_from_who_answered_the_day_before(handover_room):
    room = begun(handover_room)
    dialog = room.dialog
    assert (dialog.post.choice(), dialog.giver.person().full_name) == ("clerk", "Lê Thị Thanh Huyền")
    assert "Đ8.3" in dialog.rules.lines[0].words
    dialog.post.choose("head")
    dialog.post.picked.emit("head")
    assert dialog.giver.person().full_name == "Lê Thị Mỹ Hạnh"
    assert dialog.rules.lines == []
    assert not dialog.silent.isHidden()
    assert unnamed_controls(dialog) == []


def test_it_is_opened_and_chosen_on_the_page(handover_room, qtbot):
    room = begun(handover_room)
    dialog = room.dialog
    dialog.on.line.setText("30/11/2026")
    type_person(qtbot, dialog.receiver, "đạt")
    dialog.around.document.setText("QĐ 45/QĐ-STTTT")
    dialog.around.witness.setText("Nguyễn Văn Hùng")
    dialog.main_button.click()
    handover = room.handover
    assert (handover.post, handover.effective_on, handover.document) == ("clerk", date(2026, 11, 30), "QĐ 45/QĐ-STTTT")
    assert one(room.desk, Person, id=handover.giver_id).full_name == "Lê Thị Thanh Huyền"
    assert one(room.desk, HandedMailbox).mailbox_id == own_mailbox(room.desk).id
    assert room.page.table.chosen_ids == [handover.id]


def test_without_a_receiver_or_a_day_the_fields_say_so(handover_room):
    room = begun(handover_room)
    room.dialog.on.line.setText("")
    room.dialog.main_button.click()
    assert {key for key, row in room.dialog.form.rows.items() if row.error} == {"receiver", "on"}


def test_a_giver_who_has_gone_wants_someone_to_sign_in_their_place(handover_room, qtbot):
    def prepare(desk):
        leave(desk, clerk(desk, "Lê Thị Thanh Huyền"), on=date(2026, 11, 10))
        added(desk, "Phạm Đức Đạt")

    room = begun(handover_room, prepare=prepare)
    dialog = room.dialog
    assert dialog.around.absence.choice() == "gone"
    type_person(qtbot, dialog.receiver, "đạt")
    dialog.main_button.click()
    assert dialog.around.rows["in_place_of"].error.startswith("Chưa có người ký thay.")
    dialog.around.in_place_of.setText("Hội đồng bàn giao")
    dialog.main_button.click()
    assert (room.handover.giver_absence, room.handover.in_place_of) == ("gone", "Hội đồng bàn giao")


def test_each_unit_hands_over_its_own_mailboxes(handover_room, qtbot):
    def prepare(desk):
        with_clerk(desk)
        issued_to_unit(desk, "Văn phòng")

    room = begun(handover_room, prepare=prepare)
    offered = [room.dialog.unit.itemText(place) for place in range(room.dialog.unit.count())]
    assert [words.partition(":")[0] for words in offered] == ["Sở Thông tin và Truyền thông", "Văn phòng"]


def test_what_stands_around_an_open_one_is_written_otherwise(handover_room):
    room = handover_room()
    room.acts.amend()
    around = room.dialog.around
    assert around.document.typed() == "QĐ 45/QĐ-STTTT"
    around.show_absence("dead")
    around.in_place_of.setText("Giám đốc Sở")
    around.place.setText("Phòng họp số 2")
    room.dialog.main_button.click()
    assert (room.handover.giver_absence, room.handover.in_place_of) == ("dead", "Giám đốc Sở")
    assert room.handover.place == "Phòng họp số 2"


def test_it_is_cancelled_with_its_reason_only(handover_room):
    room = handover_room()
    room.acts.cancel()
    room.dialog.main_button.click()
    assert room.dialog.form.rows["reason"].error.startswith("Chưa có lý do.")
    room.dialog.reason.setPlainText("quyết định đã thu hồi")
    room.dialog.main_button.click()
    assert (room.handover.state, room.handover.note) == ("cancelled", "quyết định đã thu hồi")
