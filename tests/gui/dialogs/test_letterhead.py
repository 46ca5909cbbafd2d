"""The letterhead set anew, seen as the paper sets it while it is typed."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.domain.settings import Letterhead
from govmail_desk.gui.dialogs.letterhead import LetterheadDialog
from tests.desks import founded
from tests.gui.dialog_holder import DialogHolder
from tests.gui.named_controls import unnamed_controls


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
    dialog = LetterheadDialog(holder, desk)
    dialog.open()
    yield dialog
    holder.close()


def test_the_head_of_the_paper_follows_what_is_typed(dialog):
    dialog.body_field.setText("Sở Khoa học và Công nghệ")
    dialog.symbol_field.setText("skhcn-vp")
    assert dialog.picture.words.split("\n")[1:3] == ["SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Số:      /SKHCN-VP"]


def test_another_letterhead_holds_from_its_day_on(dialog, desk):
    dialog.body_field.setText("Sở Khoa học và Công nghệ")
    dialog.symbol_field.setText("SKHCN-VP")
    dialog.collective_box.setChecked(True)
    dialog.from_field.show_day(date(2027, 1, 1))
    dialog.main_button.click()
    assert desk.valid(Letterhead, date(2026, 12, 31)).body == "Sở Thông tin và Truyền thông"
    new = desk.valid(Letterhead, date(2027, 1, 1))
    assert (new.body, new.symbol, new.is_collective, new.place) == (
        "Sở Khoa học và Công nghệ",
        "SKHCN-VP",
        True,
        "Ninh Bình",
    )


def test_what_a_paper_cannot_do_without_is_asked_for(dialog):
    for field in (dialog.body_field, dialog.place_field, dialog.symbol_field):
        field.clear()
    dialog.main_button.click()
    assert all(dialog.form.rows[key].error for key in ("body", "place", "symbol"))
    assert dialog.isVisible()


def test_every_control_has_a_name(dialog):
    assert unnamed_controls(dialog) == []
