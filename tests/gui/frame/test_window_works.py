"""What moves behind the frame: opening, going about, saying what was done, taking back, closing."""

from __future__ import annotations

import shutil
from pathlib import Path
from threading import Event, get_ident

import pytest
from PySide6.QtCore import QSettings, Qt

from govmail_desk.desk import Changes, Desk
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.frame.fault import FaultDialog
from govmail_desk.gui.frame.glance import Glance
from govmail_desk.gui.frame.help_card import HelpCard
from govmail_desk.gui.frame.main_window import MainWindow
from govmail_desk.gui.frame.wiring import Found, Wiring
from govmail_desk.gui.look.theme import Look, theme_in_use
from govmail_desk.gui.run import run_long
from govmail_desk.operations import journals, registers
from govmail_desk.operations.units import add_unit
from govmail_desk.regulations import shipped
from tests.gui.sample_unit import sample_specs

HANH = Found("mailboxes", "Lê Thị Mỹ Hạnh", "hanhltm.stttt@ninhbinh.gov.vn", 5)


class Outside:
    """What a window is given from outside, over a real register."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.opened_in: int | None = None
        self.desk: Desk | None = None
        self.failure: BaseException | None = None
        self.waiting = {"requests": 2}

    def open(self) -> Desk:
        self.opened_in = get_ident()
        if self.failure is not None:
            raise self.failure
        self.desk = Desk.open(self.path, person="Lê Thị Mỹ Hạnh")
        return self.desk

    def find(self, _desk: Desk, text: str) -> list[Found]:
        return [HANH] if "hanh" in text else []

    def counts(self, _desk: Desk) -> dict[str, int]:
        return self.waiting


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("founded") / "stttt.govmail"
    registers.create_register(
        path,
        person="Lê Thị Mỹ Hạnh",
        regulation=shipped.find("ninhbinh-2020"),
        unit_name="Sở Thông tin và Truyền thông",
        slug="stttt",
        head="Trần Văn Thắng",
    ).close()
    return path


@pytest.fixture
def outside(founded: Path, tmp_path: Path) -> Outside:
    return Outside(Path(shutil.copy(founded, tmp_path)))


@pytest.fixture
def window(qtbot, tmp_path: Path, outside: Outside):
    made = unopened(qtbot, tmp_path, outside)
    with qtbot.waitSignal(made.desk_opened, timeout=10_000):
        made.show()
    yield made
    if made.works.palette is not None:
        made.works.palette.dismiss()
    made.close()
    outside.desk.close()


def unopened(qtbot, folder: Path, outside: Outside) -> MainWindow:
    wiring = Wiring(open_desk=outside.open, take_back=lambda: journals, find=outside.find, counts=outside.counts)
    glance = Glance("Sở Thông tin và Truyền thông", "Ninh Bình 2020", "Lê Thị Mỹ Hạnh", outside.path)
    settings = QSettings(str(folder / "cua-so.ini"), QSettings.Format.IniFormat)
    settings.setValue("window/page", "mailboxes")
    made = MainWindow(glance, wiring, specs=sample_specs(), settings=settings)
    qtbot.addWidget(made)
    return made


def test_the_register_is_opened_off_the_gui_thread(window: MainWindow, outside: Outside) -> None:
    assert outside.opened_in not in {None, get_ident()}
    assert window.works.stack.page.desk is outside.desk


def test_the_rail_counts_what_waits(window: MainWindow, outside: Outside, qtbot) -> None:
    button = window.rail.buttons["requests"]
    qtbot.waitUntil(lambda: button.count == 2)
    assert button.accessibleName() == "Đề nghị, 2 việc đang chờ"
    assert window.rail.buttons["journal"].accessibleName() == "Nhật ký"


@pytest.mark.parametrize("failure", [RuleBroken("Tệp này không phải sổ."), StoreUnavailable("Ổ đĩa không đọc được.")])
def test_a_register_that_cannot_be_opened_is_said_in_place(
    qtbot, tmp_path: Path, outside: Outside, failure: Exception
) -> None:
    outside.failure = failure
    window = unopened(qtbot, tmp_path, outside)
    window.show()
    qtbot.waitUntil(
        lambda: window._works is not None and failure.sentence in window.works.stack.currentWidget().accessibleName()
    )
    outside.failure = None
    with qtbot.waitSignal(window.desk_opened, timeout=10_000):
        window.works.stack.currentWidget().buttons[0].click()
    assert window.works.stack.page is not None
    window.close()
    outside.desk.close()


def test_a_fault_while_opening_is_shown_as_ours(qtbot, tmp_path: Path, outside: Outside) -> None:
    outside.failure = KeyError("Hạnh")
    window = unopened(qtbot, tmp_path, outside)
    window.show()
    qtbot.waitUntil(lambda: Dialog.open_on(window) is not None)
    assert isinstance(Dialog.open_on(window), FaultDialog)
    Dialog.open_on(window).accept()
    window.close()


def test_the_rail_goes_from_page_to_page(window: MainWindow, qtbot) -> None:
    qtbot.mouseClick(window.rail.buttons["journal"], Qt.MouseButton.LeftButton)
    assert window.works.stack.key == "journal"
    assert window.header.title.whole == "Nhật ký"
    assert window.rail.buttons["journal"].isChecked()


def test_control_and_a_number_goes_to_a_page(window: MainWindow, qtbot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert window.works.stack.key == "requests"


def test_a_page_asks_for_another_page_by_signal(window: MainWindow) -> None:
    window.works.stack.page.go_to.emit("people", 3)
    assert window.works.stack.key == "people"
    assert window.works.stack.page.shown == [3]


def test_the_head_shows_what_the_page_says_and_its_acts(window: MainWindow) -> None:
    assert window.header.subtitle.whole.startswith("57 hộp thư")
    assert [button.shown.text() for button in window.works.acts.buttons] == ["Nhập danh sách", "Đề xuất địa chỉ"]
    window.works.stack.page.set_subtitle("3 hộp thư")
    assert window.header.subtitle.whole == "3 hộp thư"


def test_an_act_is_said_and_told_to_the_pages(window: MainWindow) -> None:
    window.works.stack.page.propose()
    assert window.works.notices.sentence.startswith("Đã đề xuất 1 hộp thư")
    assert [button.text() for button in window.works.notices.offers] == ["Hoàn tác"]
    assert len(window.works.stack.page.reloads) == 2


def test_an_act_that_changed_nothing_offers_no_taking_back(window: MainWindow) -> None:
    page = window.works.stack.page
    window.works.runner.run(page, lambda: Changes(0, "propose", "Không có gì phải đổi"))
    assert window.works.notices.sentence == "Không có gì phải đổi"
    assert window.works.notices.offers == []


def test_going_elsewhere_takes_the_message_away(window: MainWindow) -> None:
    window.works.stack.page.propose()
    window.works.go_to("journal")
    assert window.works.notices.sentence == ""


def test_control_z_says_what_it_would_take_back_and_asks(window: MainWindow, outside: Outside, qtbot) -> None:
    added(window, outside)
    window.works.notices.dismiss()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Phòng Chuyển đổi số" in window.works.notices.sentence
    assert [button.text() for button in window.works.notices.offers] == ["Hoàn tác việc này", "Thôi"]
    assert unit_count(outside) == 2
    window.works.notices.offers[0].click()
    assert unit_count(outside) == 1
    assert window.works.notices.sentence.startswith("Hoàn tác")
    assert window.works.notices.offers == []


def test_hoan_tac_beside_a_message_takes_back_that_act(window: MainWindow, outside: Outside) -> None:
    added(window, outside)
    window.works.notices.offers[0].click()
    assert unit_count(outside) == 1


def test_what_cannot_be_taken_back_says_why(window: MainWindow, qtbot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "không hoàn tác được" in window.works.notices.sentence


def test_control_z_in_a_field_belongs_to_the_field(window: MainWindow, outside: Outside, qtbot) -> None:
    added(window, outside)
    window.activateWindow()
    field = window.works.stack.page.search
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "an")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
    assert unit_count(outside) == 2


def test_the_search_box_goes_to_what_it_found(window: MainWindow, qtbot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.works.palette
    palette.line.setText("hanh")
    qtbot.waitUntil(lambda: HANH in palette.found)
    palette.list.setCurrentRow(palette.found.index(HANH))
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert window.works.stack.page.shown == [5]
    assert palette.isHidden()


def test_the_search_box_begins_an_act(window: MainWindow, qtbot) -> None:
    window.works.go_to("journal")
    window.works.search()
    window.works.palette.line.setText("nhap danh sach")
    qtbot.keyClick(window.works.palette.line, Qt.Key.Key_Return)
    assert window.works.stack.key == "mailboxes"
    assert window.works.stack.page.started == ["import"]


def test_f1_explains_the_page(window: MainWindow, qtbot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    card = Dialog.open_on(window)
    assert isinstance(card, HelpCard)
    assert card.windowTitle() == "Trợ giúp: Hộp thư"
    qtbot.keyClick(window, Qt.Key.Key_F1)
    card.accept()


def test_f5_reads_the_page_anew(window: MainWindow, qtbot) -> None:
    before = len(window.works.stack.page.reloads)
    qtbot.keyClick(window, Qt.Key.Key_F5)
    assert window.works.stack.page.reloads[before:] == [None]


def test_another_look_is_worn_and_kept(window: MainWindow) -> None:
    window.works.wear(Look("dark", 115))
    assert theme_in_use().scheme == "dark"
    assert Look.read(window.settings) == Look("dark", 115)
    window.works.wear(Look("light", 100))


def test_closing_asks_before_long_work_is_stopped(window: MainWindow, qtbot) -> None:
    may_go_on = Event()

    def steps(tick):
        assert may_go_on.wait(5)
        tick(1, 2)
        return Changes(0, "import", "")

    run_long(window.works.stack.page, steps, "Đang nhập danh sách")
    assert not window.close()
    assert "Việc đang chạy sẽ dừng" in window.works.notices.sentence
    may_go_on.set()
    window.works.notices.offers[0].click()
    assert not window.isVisible()
    assert not window.works.runner.is_running


def added(window: MainWindow, outside: Outside) -> None:
    """Add a section by an operation, as a page does."""
    own = outside.desk.reading
    with own() as connection:
        parent = connection.exec_driver_sql("SELECT id FROM unit").scalar_one()

    def operation() -> Changes:
        return add_unit(outside.desk, name="Phòng Chuyển đổi số", slug="", parent_id=parent)

    window.works.runner.run(window.works.stack.page, operation)


def unit_count(outside: Outside) -> int:
    with outside.desk.reading() as connection:
        return connection.exec_driver_sql("SELECT count(*) FROM unit").scalar_one()
