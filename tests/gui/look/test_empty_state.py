"""What a page shows where it has nothing yet."""

from __future__ import annotations

from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.look.empty_state import EmptyState


def test_it_says_what_belongs_here_and_starts_it(qtbot) -> None:
    state, done = EmptyState("mailbox"), []
    qtbot.addWidget(state)
    start = act(state, "import", "Nhập danh sách", lambda: done.append(True))
    state.say("Chưa có hộp thư nào", "Thả danh sách Excel của đơn vị vào đây.", (start,))
    assert state.accessibleName() == "Chưa có hộp thư nào Thả danh sách Excel của đơn vị vào đây."
    assert [button.property("kind") for button in state.buttons] == ["main"]
    state.buttons[0].click()
    assert done == [True]


def test_another_word_takes_the_acts_away(qtbot) -> None:
    state = EmptyState()
    qtbot.addWidget(state)
    state.say("Chưa có gì", acts=(act(state, "add", "Thêm", state.update),))
    state.say("Đang mở sổ…")
    assert state.buttons == []
    assert state.accessibleName() == "Đang mở sổ…"


def test_its_words_are_not_cut(qtbot) -> None:
    state = EmptyState()
    qtbot.addWidget(state)
    state.resize(300, 400)
    state.say(
        "Chưa có hộp thư nào", "Thả danh sách Excel của đơn vị vào đây, hoặc nhập từng hộp thư một bằng nút bên dưới."
    )
    state.show()
    words = state._words
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()) > 0)
