"""The unit's own value beside the regulation's: filled in by its shape, dated, with its reason, refused where it does not fit."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QLineEdit

from govmail_desk.domain.provision import Period
from govmail_desk.domain.regulation import ADDRESS_COLLISION_FIRST, PASSWORD_ROTATION_USER, REQUEST_LIMIT_OPERATOR
from govmail_desk.gui.dialogs.own_choice import OwnChoiceDialog
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.rules.rule_line import RuleLine
from tests.desks import founded
from tests.gui.dialog_holder import DialogHolder


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def holder(qtbot):
    holder = DialogHolder()
    qtbot.addWidget(holder)
    holder.show()
    return holder


def test_a_period_is_chosen_from_a_day_and_the_regulations_own_stays(desk, holder):
    dialog = holder.opened(OwnChoiceDialog(holder, desk, PASSWORD_ROTATION_USER))
    assert "06 tháng" in dialog.findChild(RuleLine).words
    number = dialog.value_form.findChild(QLineEdit)
    assert number.text() == "6"
    number.setText("3")
    dialog.why_field.setPlainText("Theo Công văn 12/SKHCN-BCVT")
    dialog.from_field.show_day(date(2026, 12, 1))
    dialog.main_button.click()
    regulation = desk.regulation(date(2026, 12, 1))
    assert regulation.find(PASSWORD_ROTATION_USER, date(2026, 11, 30)).value == Period(6, "month")
    found = regulation.find(PASSWORD_ROTATION_USER, date(2026, 12, 1))
    assert (found.value, found.source, found.why) == (Period(3, "month"), "unit", "Theo Công văn 12/SKHCN-BCVT")
    assert len(regulation.all(PASSWORD_ROTATION_USER)) == 2


def test_where_the_regulation_is_silent_the_dialog_says_so(desk, holder):
    key = next(key for key in REQUEST_LIMIT_OPERATOR.values() if not desk.regulation().all(key))
    dialog = holder.opened(OwnChoiceDialog(holder, desk, key))
    assert dialog.findChild(RuleLine) is None
    assert "Quy chế không nêu điều này." in {label.text() for label in dialog.findChildren(WrappedLabel)}


def test_a_value_that_does_not_fit_is_refused_and_stays_as_typed(desk, holder):
    dialog = holder.opened(OwnChoiceDialog(holder, desk, ADDRESS_COLLISION_FIRST))
    dialog.value_form.findChild(QLineEdit).setText("một")
    dialog.why_field.setPlainText("Theo hướng dẫn")
    dialog.main_button.click()
    assert "phải là số nguyên" in dialog.notices.sentence
    assert dialog.value_form.findChild(QLineEdit).text() == "một"
    assert holder.kept == []


def test_a_choice_needs_its_reason(desk, holder):
    dialog = holder.opened(OwnChoiceDialog(holder, desk, PASSWORD_ROTATION_USER))
    dialog.main_button.click()
    assert "Chưa có lý do" in dialog.form.rows["why"].error
