"""Mending a slip in the dates or the document of a charge, from the pane of a unit."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.domain.custody import Custody
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.operations.custodies import cover
from tests.desks import added, founded, own_unit_id
from tests.gui.named_controls import unnamed_controls
from tests.gui.windows import OpenWindow
from tests.handovers import clerk
from tests.request_lives import one


@pytest.fixture
def shown(qtbot, tmp_path):
    made = []

    def show(*, with_cover=False):
        """Open the mending of the clerk's charge, or of that of who stands in for them."""
        desk = founded(tmp_path)
        clerk(desk, "Lê Thị Thanh Huyền")
        person_id = added(desk, "Phạm Đức Đạt")
        if with_cover:
            held = one(desk, Custody, role="custodian")
            days = {"from_on": date(2026, 12, 1), "to_on": date(2026, 12, 5)}
            cover(desk, custody_id=held.id, person_id=person_id, **days)
        made.append(OpenWindow(qtbot, desk, tmp_path, "people"))
        made[-1].page.show_item(own_unit_id(desk))
        made[-1].page.settle()
        press(made[-1], "Sửa ngày, văn bản: " + ("Phạm Đức Đạt" if with_cover else "Lê Thị Thanh Huyền"))
        return made[-1]

    yield show
    for each in made:
        each.close()


def press(window, name):
    links = {link.accessibleName(): link for link in window.page.shown.findChildren(LinkButton)}
    links[name].click()


def test_the_days_and_the_document_stand_there_and_are_written_otherwise(shown):
    window = shown()
    dialog = window.dialog
    assert unnamed_controls(dialog) == []
    assert (dialog.first.day(), dialog.last.day(), dialog.document.text()) == (date(2026, 1, 5), None, "")
    dialog.first.show_day(date(2026, 2, 2))
    dialog.last.show_day(date(2026, 11, 20))
    dialog.document.setText("QĐ 9/QĐ-STTTT")
    dialog.main_button.click()
    mended = one(window.desk, Custody, role="custodian")
    assert (mended.from_on, mended.to_on, mended.document) == (
        date(2026, 2, 2),
        date(2026, 11, 20),
        "QĐ 9/QĐ-STTTT",
    )
    assert "Sửa thời gian Lê Thị Thanh Huyền" in window.said


def test_a_charge_that_is_over_is_mended_too(shown):
    window = shown()
    window.dialog.last.show_day(date(2026, 11, 20))
    window.dialog.main_button.click()
    window.page.settle()
    press(window, "Sửa ngày, văn bản: Lê Thị Thanh Huyền")
    window.dialog.last.show_day(None)
    window.dialog.main_button.click()
    assert one(window.desk, Custody, role="custodian").to_on is None


def test_days_that_run_backwards_are_refused_and_stay_to_be_mended(shown):
    window = shown()
    window.dialog.last.show_day(date(2026, 1, 4))
    window.dialog.main_button.click()
    assert window.dialog.notices.sentence.startswith("Ngày cuối phải từ 05/01/2026 trở đi.")
    assert one(window.desk, Custody, role="custodian").to_on is None


def test_a_day_that_cannot_be_read_is_told_at_its_field(shown):
    window = shown()
    window.dialog.first.line.setText("32/01/2026")
    window.dialog.main_button.click()
    assert window.dialog.form.rows["first"].error.startswith("Chưa đọc được ngày này.")


def test_standing_in_keeps_both_its_days(shown):
    window = shown(with_cover=True)
    window.dialog.last.show_day(None)
    window.dialog.main_button.click()
    assert "ngày đầu và ngày cuối" in window.dialog.notices.sentence
    window.dialog.last.show_day(date(2026, 12, 9))
    window.dialog.main_button.click()
    assert one(window.desk, Custody, role="cover").to_on == date(2026, 12, 9)
