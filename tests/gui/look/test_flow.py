"""A layout that goes on in the next line."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from govmail_desk.gui.look.flow import FlowLayout


def test_parts_go_on_in_the_next_line(qtbot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    layout = FlowLayout(place)
    parts = [QPushButton(f"Trạng thái {number}") for number in range(5)]
    for part in parts:
        layout.addWidget(part)
    place.resize(layout.sizeHint().width(), 200)
    place.show()
    assert len({part.y() for part in parts}) == 1
    place.resize(parts[0].width() * 2 + 30, 200)
    assert [part.y() for part in parts] == sorted(part.y() for part in parts)
    assert len({part.y() for part in parts}) == 3
    assert layout.heightForWidth(place.width()) == parts[-1].geometry().bottom() + 1
    assert all(part.geometry().right() <= place.width() for part in parts)


def test_hidden_parts_take_no_room(qtbot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    layout = FlowLayout(place)
    first, second = QPushButton("Một"), QPushButton("Hai")
    layout.addWidget(first)
    layout.addWidget(second)
    place.resize(400, 50)
    place.show()
    first.hide()
    layout.activate()
    assert second.x() == 0
    assert layout.takeAt(0).widget() is first
    assert layout.count() == 1
    assert layout.takeAt(9) is None
    assert layout.itemAt(9) is None
