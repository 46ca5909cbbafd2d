"""Pages are made when first shown, and told of what touched them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QAction

from govmail_desk.desk import Changes, Desk
from govmail_desk.domain.errors import StoreUnavailable
from govmail_desk.gui.frame.page_stack import PageStack
from tests.gui.sample_unit import SamplePage, sample_specs

TOUCHED = Changes(8, "propose", "Đã đề xuất", {"mailbox": frozenset({3})})
ELSEWHERE = Changes(9, "sign", "Đã ký", {"signer": frozenset({1})})


@pytest.fixture
def desk(tmp_path: Path):
    made = Desk.create(tmp_path / "stttt.govmail", person="Lê Thị Mỹ Hạnh")
    yield made
    made.close()


@pytest.fixture
def stack(qtbot) -> PageStack:
    made = PageStack({spec.key: spec for spec in sample_specs()}, "mailboxes")
    qtbot.addWidget(made)
    made.show()
    return made


def test_before_the_register_is_open_there_is_no_page(stack: PageStack) -> None:
    assert stack.page is None
    assert "Đang mở sổ" in stack.currentWidget().accessibleName()


def test_only_the_page_waited_for_is_made(stack: PageStack, desk: Desk) -> None:
    stack.open_desk(desk)
    assert isinstance(stack.page, SamplePage)
    assert stack.page.desk is desk
    assert stack.page.reloads == [None]
    assert len(stack.findChildren(SamplePage)) == 1


def test_the_page_seen_reloads_at_once(stack: PageStack, desk: Desk) -> None:
    stack.open_desk(desk)
    stack.take(TOUCHED)
    assert stack.page.reloads == [None, TOUCHED]


def test_a_page_is_not_told_of_what_it_does_not_show(stack: PageStack, desk: Desk) -> None:
    stack.open_desk(desk)
    stack.take(ELSEWHERE)
    assert stack.page.reloads == [None]


def test_a_page_not_seen_reloads_when_it_is(stack: PageStack, desk: Desk) -> None:
    stack.open_desk(desk)
    mailboxes = stack.page
    stack.show_page("journal")
    stack.take(TOUCHED)
    assert mailboxes.reloads == [None]
    stack.show_page("mailboxes")
    assert mailboxes.reloads == [None, TOUCHED]


def test_two_acts_missed_mean_everything(stack: PageStack, desk: Desk) -> None:
    stack.open_desk(desk)
    mailboxes = stack.page
    stack.show_page("journal")
    stack.take(TOUCHED)
    stack.take(TOUCHED)
    stack.show_page("mailboxes")
    assert mailboxes.reloads == [None, None]


def test_going_back_to_a_page_reads_nothing_anew(stack: PageStack, desk: Desk) -> None:
    stack.open_desk(desk)
    mailboxes = stack.page
    stack.show_page("journal")
    stack.show_page("mailboxes")
    assert stack.page is mailboxes
    assert mailboxes.reloads == [None]


def test_a_page_that_cannot_read_says_so(stack: PageStack, desk: Desk, qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    stack.open_desk(desk)
    failure = StoreUnavailable("Sổ đang bị khóa.")

    def fail(_self: object, _changes: object) -> None:
        raise failure

    monkeypatch.setattr(SamplePage, "reload", fail)
    with qtbot.waitSignal(stack.failed) as told:
        stack.reload_page()
    assert told.args == [failure]


def test_a_register_that_cannot_be_opened_is_said_with_a_way_on(stack: PageStack) -> None:
    again = QAction("Thử lại", stack)
    stack.say_instead("Chưa mở được sổ", "Tệp này không phải sổ.", again)
    assert "Tệp này không phải sổ." in stack.currentWidget().accessibleName()
    assert [button.text() for button in stack.currentWidget().buttons] == ["Thử lại"]


def test_a_page_of_yesterday_is_read_anew_when_it_is_looked_at_on_another_day(stack: PageStack, desk: Desk) -> None:
    stack.open_desk(desk)
    assert not stack.look_at_day()
    at = desk.clock() + timedelta(days=3)
    desk.clock = lambda: at
    assert stack.look_at_day()
    assert stack.page.reloads == [None, None]
    assert not stack.look_at_day()
