"""The lines under Nơi nhận, seen as the paper sets them."""

from __future__ import annotations

import pytest

from govmail_desk.domain.settings import Recipients
from govmail_desk.gui.dialogs.recipients import RecipientsDialog
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
    dialog = RecipientsDialog(holder, desk)
    dialog.open()
    yield dialog
    holder.close()


def test_each_line_is_a_recipient_between_as_above_and_the_file(dialog, desk):
    dialog.lines_field.setPlainText("UBND tỉnh (để b/c)\n\n  Lãnh đạo  Sở ")
    assert dialog.preview.text().split("\n")[1:] == [
        "- Như trên;",
        "- UBND tỉnh (để b/c);",
        "- Lãnh đạo Sở;",
        "- Lưu: VT, VP.",
    ]
    dialog.main_button.click()
    assert desk.valid(Recipients, desk.today()).lines == ("UBND tỉnh (để b/c)", "Lãnh đạo Sở")


def test_no_other_recipients_may_be_said_too(dialog, desk):
    dialog.main_button.click()
    assert desk.valid(Recipients, desk.today()).lines == ()
