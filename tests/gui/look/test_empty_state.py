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


def test_its_buttons_are_whole_where_they_do_not_fit_in_one_line(qtbot) -> None:
    state = EmptyState()
    qtbot.addWidget(state)
    state.resize(900, 400)
    words = ("Gửi gói của đơn vị", "Nhận gói", "Nhập danh sách đơn vị…", "Lập báo cáo tổng hợp")
    state.say("Chưa có đơn vị nào", acts=tuple(act(state, "add", one, state.update) for one in words))
    state.show()
    assert all(button.width() >= button.sizeHint().width() for button in state.buttons)
    assert len({button.y() for button in state.buttons}) > 1
    first = [button for button in state.buttons if button.y() == state.buttons[0].y()]
    column = first[0].parentWidget()
    assert column is not None
    free_right = column.width() - first[-1].geometry().right()
    assert abs(first[0].x() - free_right) <= 2, "the line stands in the middle"
