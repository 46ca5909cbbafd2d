"""Which of those chosen on a page are asked for unit by unit."""

from __future__ import annotations

from govmail_desk.gui.dialogs.request_batch import RequestBatchDialog
from govmail_desk.listings import mailboxes, people, units
from govmail_desk.listings.people import PersonFilter


def test_only_those_without_a_mailbox_are_asked_for_unit_by_unit(shown) -> None:
    window = shown()
    page = window.page
    page.table.selectAll()
    page.settle()
    page.people_acts.first_mailbox.batch_act.offered.trigger()
    assert isinstance(window.dialog, RequestBatchDialog)
    assert set(window.dialog.subject_ids) == set(people.ids(window.desk, PersonFilter(without_mailbox=True)))


def test_a_choice_within_one_unit_is_not_asked_for_unit_by_unit(shown) -> None:
    page = shown().page
    page.tree.choose(next(row.id for row in units.tree(page.desk) if row.name == "Thanh tra"))
    page.table.selectAll()
    page.settle()
    assert not page.people_acts.first_mailbox.batch_act.offered.isVisible()


def test_issued_mailboxes_of_several_units_are_asked_about_unit_by_unit(shown) -> None:
    window = shown("mailboxes")
    page = window.page
    page.table.selectAll()
    page.settle()
    page.batch_act.offered.trigger()
    dialog = window.dialog
    assert isinstance(dialog, RequestBatchDialog)
    assert [dialog.kind.itemText(place) for place in range(dialog.kind.count())] == [
        "Cấp lại mật khẩu",
        "Mở lại",
        "Hủy, thu hồi",
        "Thay đổi thông tin",
    ]
    states = {row.state for row in mailboxes.page(window.desk, dialog.subject_ids)}
    assert states
    assert not states & {"proposed", "requested"}
