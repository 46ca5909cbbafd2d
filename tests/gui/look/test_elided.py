"""Lines that give way."""

from __future__ import annotations

from govmail_desk.gui.look.elided import ElidedLabel


def test_a_line_with_room_is_whole(qtbot) -> None:
    label = ElidedLabel("Sở Thông tin và Truyền thông")
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    label.show()
    assert label.text() == label.whole == "Sở Thông tin và Truyền thông"


def test_a_line_without_room_ends_in_dots_and_tells_the_whole(qtbot) -> None:
    label = ElidedLabel("Sở Thông tin và Truyền thông")
    qtbot.addWidget(label)
    label.resize(90, 20)
    label.show()
    assert label.text().endswith("…")
    assert label.toolTip() == label.accessibleName() == "Sở Thông tin và Truyền thông"
    label.resize(label.sizeHint())
    assert label.text() == label.whole


def test_line_breaks_become_blanks(qtbot) -> None:
    label = ElidedLabel("Sở Thông tin\n và Truyền thông")
    qtbot.addWidget(label)
    assert label.whole == "Sở Thông tin và Truyền thông"


def test_a_tip_may_say_more(qtbot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.show_text("Sổ: stttt.govmail", tip="D:/So-hop-thu/stttt.govmail")
    assert label.toolTip() == "D:/So-hop-thu/stttt.govmail"
    assert ElidedLabel().minimumSizeHint().width() == 0
