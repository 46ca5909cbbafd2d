"""The menu under the person's name."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QPushButton

from govmail_desk.gui.frame.person_menu import PersonMenu
from govmail_desk.gui.look.theme import Look


def test_a_look_is_chosen_from_the_menu(qtbot) -> None:
    button = QPushButton("Lê Thị Mỹ Hạnh")
    qtbot.addWidget(button)
    menu = PersonMenu(button)
    menu.show_look(Look("light", 115))
    offered = {action.text(): action for part in menu.findChildren(QMenu) for action in part.actions()}
    assert [words for words, action in offered.items() if action.isChecked()] == ["Nền sáng", "115 %"]
    with qtbot.waitSignal(menu.look_chosen) as chosen:
        offered["Tương phản cao"].trigger()
    assert chosen.args == [Look("contrast", 115)]
    assert button.menu() is menu
