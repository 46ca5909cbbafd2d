"""The contact letters print, written without touching the rest of the letterhead."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.domain.settings import Letterhead
from govmail_desk.gui.dialogs.contact import ContactDialog
from tests.desks import founded
from tests.gui.dialog_holder import DialogHolder


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def dialog(qtbot, desk):
    holder = DialogHolder()
    qtbot.addWidget(holder)
    holder.show()
    dialog = ContactDialog(holder, desk)
    dialog.open()
    yield dialog
    holder.close()


def test_the_contact_holds_from_its_day_and_the_rest_stays(dialog, desk):
    before = desk.valid(Letterhead, desk.today())
    dialog.contact_field.setText("bà  Lê Thị Mỹ Hạnh, Chánh Văn phòng")
    dialog.from_field.show_day(date(2026, 12, 1))
    dialog.main_button.click()
    assert desk.valid(Letterhead, date(2026, 11, 30)) == before
    after = desk.valid(Letterhead, date(2026, 12, 1))
    assert (after.contact, after.symbol, after.body) == (
        "bà Lê Thị Mỹ Hạnh, Chánh Văn phòng",
        before.symbol,
        before.body,
    )


def test_an_empty_contact_is_said_under_the_field(dialog):
    dialog.main_button.click()
    assert "Chưa có người liên hệ" in dialog.form.rows["contact"].error
