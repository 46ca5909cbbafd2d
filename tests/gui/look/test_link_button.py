"""Words that lead on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from govmail_desk.gui.look.link_button import LinkButton


def test_it_does_what_it_leads_to_by_mouse_and_keyboard(qtbot) -> None:
    done = []
    link = LinkButton("Phòng A & B", lambda: done.append(1))
    qtbot.addWidget(link)
    link.show()
    link.click()
    QTest.keyClick(link, Qt.Key.Key_Space)
    assert len(done) == 2


def test_long_words_give_way_and_stay_whole_to_a_screen_reader(qtbot) -> None:
    words = "Phòng Kế hoạch – Tài chính và Hợp tác quốc tế"
    link = LinkButton(words, bool)
    qtbot.addWidget(link)
    link.show()
    link.resize(link.sizeHint())
    assert link.text() == words
    link.resize(90, link.height())
    assert link.text().endswith("…")
    assert (link.words, link.accessibleName(), link.toolTip()) == (words, words, words)


def test_an_ampersand_is_a_letter_and_no_shortcut(qtbot) -> None:
    link = LinkButton("Phòng A & B", bool)
    qtbot.addWidget(link)
    assert link.text() == "Phòng A && B"
