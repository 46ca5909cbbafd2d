"""The shelf Số liệu sử dụng in the real window: figures taken in step by step, told beside, taken back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel

from govmail_desk.domain.usage_columns import UsageMeaning
from govmail_desk.gui.dialogs.take_back import TakeBackDialog
from govmail_desk.gui.dialogs.usage_wizard import UsageRowsDialog, UsageWizard
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.listings import mailboxes
from govmail_desk.operations.mailbox_acts import record_act
from tests import usage_exports
from tests.desks import founded
from tests.gui.named_controls import unnamed_controls
from tests.gui.windows import OpenWindow
from tests.mailboxes import issued
from tests.usage_exports import csv_of

SOON = 10_000


@pytest.fixture
def shown(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("GOVMAIL_DESK_HOME", str(tmp_path / "home"))
    made = []

    def show(regulation_id="quan4-03-2013"):
        """Open the shelf on a register of three mailboxes."""
        desk = founded(tmp_path, regulation_id)
        for name in ("Lê An", "Trần Bình", "Đỗ Chi"):
            issued(desk, name)
        made.append(OpenWindow(qtbot, desk, tmp_path, "reports"))
        made[-1].page.show_part("usage")
        return made[-1]

    yield show
    for each in made:
        each.close()


def shelf(window):
    return window.page.stack.page


def dropped(page, path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    page.dropEvent(
        QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )


def wizard_at(qtbot, window, path, step):
    """Drop a file and let the wizard come to a step."""
    dropped(shelf(window), path)
    wizard = window.dialog
    assert isinstance(wizard, UsageWizard)
    qtbot.waitUntil(lambda: wizard.stack.currentIndex() == 1 and not wizard.planning.is_pending, timeout=SOON)
    if step > 1:
        wizard.do()
    return wizard


def taken(qtbot, window, path):
    wizard = wizard_at(qtbot, window, path, 2)
    wizard.do()
    qtbot.waitUntil(lambda: wizard.stack.currentIndex() == 3, timeout=SOON)
    return wizard


def told(qtbot, window):
    """Wait until the pane tells the import chosen, and return all it says."""
    page = shelf(window)
    qtbot.waitUntil(lambda: page.table.rows.rowCount() > 0, timeout=SOON)
    page.table.selectRow(0)
    page.settle()
    qtbot.waitUntil(lambda: page._facts is not None, timeout=SOON)
    labels = [label.text() for label in page.shown.findChildren(QLabel)]
    return "\n".join([*labels, *(link.accessibleName() for link in page.shown.findChildren(LinkButton))])


def sheet(tmp_path):
    return usage_exports.vietnamese(tmp_path, "tphcm.gov.vn")


def test_an_empty_shelf_says_what_belongs_there_and_starts_it(qtbot, shown):
    window = shown()
    qtbot.waitUntil(shelf(window).view.empty.isVisible, timeout=SOON)
    (button,) = shelf(window).view.empty.buttons
    button.click()
    assert isinstance(window.dialog, UsageWizard)


def test_a_dropped_file_is_read_of_the_day_its_title_names(qtbot, shown, tmp_path):
    wizard = wizard_at(qtbot, shown(), sheet(tmp_path), 1)
    assert wizard.columns.as_of.day() == date(2026, 11, 22)
    assert wizard.columns.mapping.choices[4].choice() == UsageMeaning.LAST_USED
    assert not unnamed_controls(wizard)


def test_days_read_both_ways_hold_the_step_until_the_clerk_says(qtbot, shown, tmp_path):
    path = csv_of(tmp_path / "mo-ho.csv", "Email,Last login", "lean@tphcm.gov.vn,05/11/2026")
    wizard = wizard_at(qtbot, shown(), path, 1)
    assert not wizard.main_button.isEnabled()
    wizard.columns.mapping.meaning_picked.emit(1, UsageMeaning.LAST_USED_DAY_FIRST)
    qtbot.waitUntil(wizard.main_button.isEnabled, timeout=SOON)
    wizard.do()
    assert wizard.preview.rows.model.index(0, 3).data() == "dùng 05/11/2026"


def test_another_day_of_the_figures_plans_them_anew(qtbot, shown, tmp_path):
    wizard = wizard_at(qtbot, shown(), sheet(tmp_path), 1)
    wizard.columns.as_of.show_day(date(2026, 11, 10))
    qtbot.waitUntil(lambda: wizard.planning.plan.as_of_on == date(2026, 11, 10), timeout=SOON)
    assert wizard.planning.plan.counts["doubtful"] == 1


def test_figures_taken_in_stand_on_the_shelf_with_what_they_tell(qtbot, shown, tmp_path):
    window = shown()
    wizard = taken(qtbot, window, sheet(tmp_path))
    wizard.do()
    said = told(qtbot, window)
    assert "Số liệu ngày 22/11/2026" in said
    assert "Chưa đăng nhập · Đỗ Chi" in said
    assert "Đ8.1a" in said
    assert "66,7% (2/3)" in said
    assert "502 MB đã dùng" in said
    assert "Số liệu không nêu (1 hộp thư)" in said
    assert not unnamed_controls(window.window)
    assert shelf(window).subtitle == "1 lần nhập · số liệu mới nhất ngày 22/11/2026"


def test_a_silent_regulation_is_called_silent(qtbot, shown, tmp_path):
    window = shown("camau-24-2018")
    path = csv_of(tmp_path / "a.csv", "Email,Last login", "lean@camau.gov.vn,2026-11-20")
    taken(qtbot, window, path).do()
    assert "không nêu thời gian không sử dụng" in told(qtbot, window)


def test_every_row_opens_with_its_reason(qtbot, shown, tmp_path):
    window = shown()
    taken(qtbot, window, sheet(tmp_path)).do()
    told(qtbot, window)
    shelf(window).show_rows()
    assert isinstance(window.dialog, UsageRowsDialog)
    assert window.dialog.shown.rows.model.rowCount() == 3


def test_an_import_is_taken_back_from_the_shelf(qtbot, shown, tmp_path):
    window = shown()
    taken(qtbot, window, sheet(tmp_path)).do()
    told(qtbot, window)
    shelf(window).take_back()
    assert isinstance(window.dialog, TakeBackDialog)
    window.dialog.do()
    qtbot.waitUntil(lambda: shelf(window).table.rows.rowCount() == 0, timeout=SOON)


def test_an_import_a_later_act_stands_on_is_not_taken_back_and_says_so(qtbot, shown, tmp_path):
    window = shown()
    taken(qtbot, window, sheet(tmp_path)).do()
    told(qtbot, window)
    an = mailboxes.id_of(window.desk, "lean@tphcm.gov.vn")
    record_act(window.desk, mailbox_ids=[an], kind="used", on=date(2026, 11, 23))
    shelf(window).take_back()
    assert window.said.startswith("Không hoàn tác được")
