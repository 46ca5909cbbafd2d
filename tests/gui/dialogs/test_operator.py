"""Where requests go, set anew: what the regulation says stands above, a body that has ended offers who came after."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from govmail_desk.domain.settings import Operator
from govmail_desk.gui.dialogs.operator import OperatorDialog
from govmail_desk.gui.rules.rule_line import RuleLine
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
    dialog = OperatorDialog(holder, desk)
    dialog.open()
    yield dialog
    holder.close()


def test_the_regulation_is_said_with_its_article(dialog):
    assert "Đ6.1" in dialog.findChild(RuleLine).words


def test_a_body_that_has_ended_gives_way_to_its_successor_in_one_press(dialog, desk):
    button = next(button for button in dialog.findChildren(QPushButton) if button.text().startswith("Dùng tên mới"))
    button.click()
    assert dialog.name_field.text() == "Sở Khoa học và Công nghệ tỉnh Ninh Bình"
    dialog.address_field.setText("SKHCN@ninhbinh.gov.vn ")
    dialog.main_button.click()
    operator = desk.valid(Operator, desk.today())
    assert (operator.name, operator.address) == ("Sở Khoa học và Công nghệ tỉnh Ninh Bình", "skhcn@ninhbinh.gov.vn")


@pytest.mark.parametrize("typed", ["sở khcn@ninhbinh.gov.vn", "skhcn", "skhcn@ninhbinh", "a@b@c.vn"])
def test_what_is_no_address_is_refused_under_its_field(dialog, typed):
    dialog.address_field.setText(typed)
    dialog.main_button.click()
    assert "không phải địa chỉ thư" in dialog.form.rows["address"].error
    assert dialog.isVisible()


def test_a_name_and_a_day_are_needed(dialog):
    dialog.name_field.clear()
    dialog.from_field.show_day(None)
    dialog.main_button.click()
    assert "Chưa có tên nơi nhận" in dialog.form.rows["name"].error
    assert "Chưa có ngày" in dialog.form.rows["from"].error


def test_what_was_typed_is_not_lost_by_mistake(dialog):
    dialog.name_field.setText("Sở Khoa học và Công nghệ")
    dialog.reject()
    assert dialog.isVisible()
    assert "chưa được lưu" in dialog.notices.sentence
