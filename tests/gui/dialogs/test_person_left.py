"""Marking that someone left: the day, the rules, and the limit counted from that day."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.gui.dialogs.person_left import PersonLeftDialog
from govmail_desk.listings import people
from tests.desks import added, founded
from tests.gui.windows import OpenWindow


@pytest.fixture
def shown(qtbot, tmp_path):
    opened = []

    def show(regulation_id="ninhbinh-2020"):
        window = OpenWindow(qtbot, founded(tmp_path, regulation_id), tmp_path, "people")
        opened.append(window)
        person = people.person_of(window.desk, added(window.desk, "Phạm Đức An"))
        PersonLeftDialog(window.page, window.desk, person).open()
        return window

    yield show
    for window in opened:
        window.close()


def test_the_limit_of_the_article_is_counted_from_the_day_typed(shown) -> None:
    dialog = shown().dialog
    dialog.on.show_day(date(2026, 11, 10))
    line = dialog.rules.lines[-1]
    assert line.words == (
        "Thời hạn đơn vị phải gửi đề nghị hủy, thu hồi: 05 ngày (Đ7.2); tính từ 10/11/2026 thì hết Thứ Hai, 16/11/2026"
    )
    assert line.why_button.why.steps[0].startswith("Thứ Ba")


def test_a_day_that_cannot_be_read_counts_nothing_and_is_told(shown) -> None:
    window = shown()
    dialog = window.dialog
    dialog.on.line.setText("31/11/2026")
    assert "tính từ" not in dialog.rules.lines[-1].words
    dialog.main_button.click()
    assert dialog.form.rows["on"].error.startswith("Chưa đọc được ngày này.")


def test_where_the_regulation_states_no_limit_none_is_shown(shown) -> None:
    dialog = shown("camau-24-2018").dialog
    assert all("tính từ" not in line.words for line in dialog.rules.lines)


def test_the_day_is_kept_and_nothing_else_is_lost(shown) -> None:
    window = shown()
    dialog = window.dialog
    dialog.on.show_day(date(2026, 11, 10))
    dialog.note.setPlainText("QĐ 45/QĐ-STTTT nghỉ hưu")
    dialog.main_button.click()
    person = people.person_of(window.desk, dialog.person.id)
    assert (person.left_on, person.note) == (date(2026, 11, 10), "QĐ 45/QĐ-STTTT nghỉ hưu")
    assert person.phone == "0912000111"
