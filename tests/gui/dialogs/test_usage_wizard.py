"""The wizard of the operator's figures: files that cannot be taken say so, what the clerk said is kept and remembered."""

from __future__ import annotations

import pytest

from govmail_desk.domain.usage_columns import UsageMeaning
from govmail_desk.gui.dialogs.usage_wizard import UsageWizard
from tests import usage_exports
from tests.desks import founded
from tests.gui.windows import OpenWindow
from tests.mailboxes import issued
from tests.usage_exports import csv_of

SOON = 10_000


@pytest.fixture
def window(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("GOVMAIL_DESK_HOME", str(tmp_path / "home"))
    desk = founded(tmp_path, "quan4-03-2013")
    for name in ("Lê An", "Trần Bình", "Đỗ Chi"):
        issued(desk, name)
    opened = OpenWindow(qtbot, desk, tmp_path, "reports")
    opened.page.show_part("usage")
    yield opened
    opened.close()


@pytest.fixture
def begun(qtbot, window):
    def begin(path):
        """Open the wizard on a file and wait until it was read."""
        window.page.stack.page.import_usage(path)
        wizard = window.dialog
        assert isinstance(wizard, UsageWizard)
        qtbot.waitUntil(lambda: wizard.planning.path == path and not wizard.planning.is_pending, timeout=SOON)
        return wizard

    return begin


@pytest.mark.parametrize(
    ("name", "content"),
    [("hong.xlsx", b"PK\x03\x04 nothing"), ("trong.csv", b""), ("anh.xlsx", b"\x89PNG\r\n\x1a\n"), ("~$mo.xlsx", b"x")],
)
def test_a_file_that_is_no_table_says_so_and_stays_at_the_first_step(begun, tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    wizard = begun(path)
    assert wizard.stack.currentIndex() == 0
    assert name in wizard.notices.sentence


def test_a_table_that_names_no_use_says_what_is_missing(qtbot, begun, tmp_path):
    wizard = begun(csv_of(tmp_path / "ds.csv", "Họ tên,Email", "Lê An,lean@tphcm.gov.vn"))
    qtbot.waitUntil(lambda: wizard.stack.currentIndex() == 1, timeout=SOON)
    assert not wizard.main_button.isEnabled()
    assert "hãy chỉ dòng tiêu đề" in wizard.planning.plan.refusal
    wizard.columns.header_row.setValue(1)
    qtbot.waitUntil(lambda: "hãy chọn cột đó" in wizard.planning.plan.refusal, timeout=SOON)
    assert wizard.columns.mapping.isVisible()


def test_what_the_clerk_said_of_the_columns_is_not_lost_unasked_and_is_remembered(qtbot, begun, window, tmp_path):
    first = csv_of(tmp_path / "mot.csv", "Email,Last login", "lean@tphcm.gov.vn,05/11/2026")
    wizard = begun(first)
    assert not wizard.has_typed
    wizard.columns.mapping.meaning_picked.emit(1, UsageMeaning.LAST_USED_DAY_FIRST)
    qtbot.waitUntil(wizard.main_button.isEnabled, timeout=SOON)
    assert wizard.has_typed
    wizard.do()
    wizard.do()
    qtbot.waitUntil(lambda: wizard.stack.currentIndex() == 3, timeout=SOON)
    assert not wizard.has_typed
    wizard.do()
    second = begun(csv_of(tmp_path / "hai.csv", "Email,Last login", "lean@tphcm.gov.vn,06/11/2026"))
    qtbot.waitUntil(second.columns.remembered.isVisible, timeout=SOON)
    assert second.main_button.isEnabled()


def test_the_rows_are_found_by_words_and_by_what_becomes_of_them(qtbot, begun, tmp_path):
    wizard = begun(usage_exports.vietnamese(tmp_path, "tphcm.gov.vn"))
    qtbot.waitUntil(lambda: wizard.stack.currentIndex() == 1, timeout=SOON)
    wizard.do()
    rows = wizard.preview.rows
    assert rows.model.rowCount() == 3
    rows.search.setText("chua dang nhap")
    qtbot.waitUntil(lambda: rows.model.rowCount() == 1, timeout=SOON)
    rows.search.clear()
    rows.chips.chips["set_aside"].setChecked(True)
    qtbot.waitUntil(lambda: rows.model.rowCount() > 3, timeout=SOON)
    assert wizard.main_button.text() == "Ghi số liệu của 3 hộp thư"


def test_figures_the_register_has_already_leave_nothing_to_write(qtbot, begun, tmp_path):
    path = usage_exports.vietnamese(tmp_path, "tphcm.gov.vn")
    for turn in (1, 2):
        wizard = begun(path)
        qtbot.waitUntil(lambda at=wizard: at.stack.currentIndex() == 1, timeout=SOON)
        wizard.do()
        if turn == 1:
            wizard.do()
            qtbot.waitUntil(lambda at=wizard: at.stack.currentIndex() == 3, timeout=SOON)
            wizard.do()
    assert not wizard.main_button.isEnabled()
    assert wizard.preview.count.text() == "Sổ đã có đủ những gì số liệu này nêu; không có gì để ghi."
