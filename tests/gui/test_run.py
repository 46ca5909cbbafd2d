"""The one runner of operations: how each end is said, and that nothing typed is lost."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from govmail_desk.desk import Changes
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.gui.background import Background
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.fields import TextField
from govmail_desk.gui.frame.fault import FaultDialog
from govmail_desk.gui.frame.trouble import TroubleDialog
from govmail_desk.gui.look.why_card import WhyCard
from govmail_desk.gui.notices import NoticeBar
from govmail_desk.gui.progress import ProgressStrip, Tick
from govmail_desk.gui.run import Runner, run, run_long, runner_of

KEPT = Changes(7, "add_person", "Đã thêm Lê Thị Mỹ Hạnh", {"person": frozenset({3})})


class Place(QWidget):
    """A window with a runner, messages, and a page in it."""

    def __init__(self) -> None:
        super().__init__()
        self.background = Background(self)
        self.runner = Runner(self, self.background)
        self.notices = NoticeBar(self)
        self.progress = ProgressStrip(self)
        self.page = QWidget(self)
        layout = QVBoxLayout(self)
        for part in (self.notices, self.progress, self.page):
            layout.addWidget(part)
        self.changes: list[tuple[Changes, bool]] = []
        self.runner.changed.connect(self.take)

    def take(self, changes: Changes, can_undo: bool) -> None:
        self.changes.append((changes, can_undo))


class PersonDialog(Dialog):
    """A dialog with one field, whose act ends as the test says."""

    def __init__(self, parent: QWidget, operation) -> None:
        super().__init__(parent, title="Thêm người", main_words="Thêm người này")
        self.operation = operation
        self.name = TextField()
        self.body.addWidget(self.name)

    def do(self) -> None:
        run(self, self.operation, self.kept)


class Steps:
    """A long operation the test holds in its hands."""

    def __init__(self, ends_with: BaseException | None = None) -> None:
        self.may_go_on = Event()
        self.ends_with = ends_with

    def __call__(self, tick: Tick) -> Changes:
        tick(1, 10)
        assert self.may_go_on.wait(5)
        tick(10, 10)
        if self.ends_with is not None:
            raise self.ends_with
        return KEPT


@pytest.fixture
def place(qtbot):
    made = Place()
    qtbot.addWidget(made)
    made.show()
    yield made
    made.background.finish()


def raising(failure: BaseException):
    def operation(*_tick: object) -> Changes:
        raise failure

    return operation


def test_what_was_kept_is_told_to_all_and_to_who_asked(place: Place) -> None:
    done = []
    run(place.page, lambda: KEPT, done.append)
    assert place.changes == [(KEPT, True)]
    assert done == [KEPT]


def test_a_message_from_before_goes_when_the_act_is_kept(place: Place) -> None:
    place.notices.say("Tên này đã có.", tone="bad")
    run(place.page, lambda: KEPT)
    assert place.notices.sentence == ""


def test_a_refusal_is_said_in_place_with_article_and_reason(place: Place, qtbot) -> None:
    refusal = RuleBroken("Chỉ Giám đốc được cấp hộp thư cá nhân.", cite="Đ3", why="Quy định chỉ nêu hai chức danh.")
    run(place.page, raising(refusal))
    assert place.notices.sentence == "Chỉ Giám đốc được cấp hộp thư cá nhân. (Đ3)"
    assert [button.text() for button in place.notices.offers] == ["Vì sao?"]
    assert place.changes == []
    place.notices.offers[0].click()
    card = place.findChild(WhyCard)
    assert "Quy định chỉ nêu hai chức danh." in card.accessibleDescription()
    card.close()


def test_a_refusal_that_gave_its_reason_offers_no_card(place: Place) -> None:
    run(place.page, raising(RuleBroken("Chưa có họ và tên.")))
    assert place.notices.sentence == "Chưa có họ và tên."
    assert place.notices.offers == []


def test_a_refusal_in_a_dialog_leaves_it_open_with_what_was_typed(place: Place) -> None:
    dialog = PersonDialog(place, raising(RuleBroken("Tên này đã có.")))
    dialog.open()
    dialog.name.setText("Lê Thị Mỹ Hạnh")
    dialog.main_button.click()
    assert dialog.isVisible()
    assert dialog.notices.sentence == "Tên này đã có."
    assert dialog.name.typed() == "Lê Thị Mỹ Hạnh"
    assert place.notices.sentence == ""


def test_a_kept_act_closes_its_dialog(place: Place) -> None:
    dialog = PersonDialog(place, lambda: KEPT)
    dialog.open()
    dialog.name.setText("Lê Thị Mỹ Hạnh")
    dialog.main_button.click()
    assert Dialog.open_on(place) is None
    assert place.changes == [(KEPT, True)]


def test_what_the_disk_does_is_said_with_what_to_do_and_tried_again(place: Place) -> None:
    ends = [StoreUnavailable("Ổ đĩa đầy. Hãy xóa bớt tệp rồi thử lại."), None]

    def operation() -> Changes:
        failure = ends.pop(0)
        if failure is not None:
            raise failure
        return KEPT

    run(place.page, operation)
    dialog = Dialog.open_on(place)
    assert isinstance(dialog, TroubleDialog)
    dialog.main_button.click()
    assert Dialog.open_on(place) is None
    assert place.changes == [(KEPT, True)]


def test_what_the_disk_does_under_a_dialog_is_said_in_that_dialog(place: Place) -> None:
    dialog = PersonDialog(place, raising(StoreUnavailable("Sổ đang bị khóa.")))
    dialog.open()
    dialog.main_button.click()
    assert dialog.notices.sentence == "Sổ đang bị khóa."
    assert [button.text() for button in dialog.notices.offers] == ["Thử lại"]
    assert Dialog.open_on(place) is dialog


def test_a_fault_of_ours_is_shown_with_a_report_that_holds_no_value(place: Place) -> None:
    run(place.page, raising(KeyError("Lê Thị Mỹ Hạnh")))
    dialog = Dialog.open_on(place)
    assert isinstance(dialog, FaultDialog)
    assert "KeyError" in dialog.report
    assert "Hạnh" not in dialog.report


def test_a_fault_under_a_dialog_is_said_in_that_dialog(place: Place) -> None:
    dialog = PersonDialog(place, raising(KeyError("Hạnh")))
    dialog.open()
    dialog.name.setText("Lê Thị Mỹ Hạnh")
    dialog.main_button.click()
    assert dialog.notices.sentence.startswith("Lỗi của chương trình")
    assert dialog.name.typed() == "Lê Thị Mỹ Hạnh"


def test_long_work_runs_in_sight_and_ends_like_short_work(place: Place, qtbot) -> None:
    steps, done = Steps(), []
    run_long(place.page, steps, "Đang nhập danh sách", done.append)
    assert place.runner.is_running
    assert not place.page.isEnabled()
    assert not place.progress.isHidden()
    steps.may_go_on.set()
    qtbot.waitUntil(lambda: not place.runner.is_running)
    assert place.changes == [(KEPT, True)]
    assert place.page.isEnabled()
    assert place.progress.isHidden()
    assert done == [KEPT]


def test_stopped_work_says_that_nothing_was_kept(place: Place, qtbot) -> None:
    steps = Steps()
    run_long(place.page, steps, "Đang nhập danh sách")
    place.progress.stop_button.click()
    steps.may_go_on.set()
    qtbot.waitUntil(lambda: not place.runner.is_running)
    assert place.notices.sentence == "Đã dừng theo yêu cầu. Chưa có gì được ghi."
    assert place.changes == []


def test_a_second_act_waits_for_the_long_one(place: Place, qtbot) -> None:
    steps = Steps()
    run_long(place.page, steps, "Đang nhập danh sách")
    run(place.page, lambda: KEPT)
    assert "Đang làm dở: Đang nhập danh sách" in place.notices.sentence
    assert place.changes == []
    steps.may_go_on.set()
    qtbot.waitUntil(lambda: not place.runner.is_running)
    assert place.changes == [(KEPT, True)]


def test_long_work_that_is_refused_says_so(place: Place, qtbot) -> None:
    steps = Steps(RuleBroken("Tệp này không phải bảng tính."))
    run_long(place.page, steps, "Đang đọc tệp")
    steps.may_go_on.set()
    qtbot.waitUntil(lambda: not place.runner.is_running)
    assert place.notices.sentence == "Tệp này không phải bảng tính."


def test_a_dialog_stays_while_its_long_work_runs(place: Place, qtbot) -> None:
    dialog, steps = PersonDialog(place, lambda: KEPT), Steps()
    dialog.open()
    run_long(dialog, steps, "Đang nhập danh sách", dialog.kept)
    assert not dialog.fields.isEnabled()
    assert not dialog.progress.isHidden()
    assert dialog.progress.stop_button.isEnabled()
    dialog.reject()
    assert dialog.isVisible()
    steps.may_go_on.set()
    qtbot.waitUntil(lambda: Dialog.open_on(place) is None)
    assert place.changes == [(KEPT, True)]


def test_a_widget_in_no_window_of_ours_is_a_fault() -> None:
    with pytest.raises(LookupError):
        runner_of(QWidget())
