"""What else changed, a line for each."""

from __future__ import annotations

from govmail_desk.domain.request_details import Fact
from govmail_desk.gui.dialogs.fact_lines import FactLines
from tests.gui.named_controls import unnamed_controls

FACTS = (Fact("Chức vụ", "Chuyên viên", "Phó phòng"), Fact("Họ và tên", "Lê Thị Ân", "Lê Thị Ái Ân"))


def made(qtbot):
    lines = FactLines()
    qtbot.addWidget(lines)
    lines.show()
    return lines


def test_facts_come_out_as_they_were_put_in(qtbot):
    lines = made(qtbot)
    lines.show_facts(FACTS)
    assert lines.facts == FACTS
    assert unnamed_controls(lines) == []


def test_a_line_without_what_or_without_a_new_value_says_nothing(qtbot):
    lines = made(qtbot)
    lines.lines[0].what.setText("Chức vụ")
    assert lines.facts == ()


def test_another_line_is_gone_to(qtbot):
    lines = made(qtbot)
    lines.more_button.click()
    assert len(lines.lines) == 2
    assert lines.focusWidget() is lines.lines[1].what


def test_every_hint_has_the_room_to_be_read_whole(qtbot):
    lines = made(qtbot)
    lines.resize(lines.minimumSizeHint())
    for field in lines.lines[0]:
        assert field.width() > field.fontMetrics().horizontalAdvance(field.placeholderText())
