"""A request's papers as pages: made by the real LibreOffice, seen, printed, kept as PDF."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from govmail_desk.documents.converter import NO_CONVERTER
from govmail_desk.documents.preview import PaperPages
from govmail_desk.gui.desktop import Desktop, stand_on
from govmail_desk.gui.dialogs.preview import PreviewDialog
from govmail_desk.gui.parts.copies import Copies
from govmail_desk.gui.parts.made_pdfs import made_pdfs_of
from govmail_desk.listings import requests as listing
from govmail_desk.operations.requests import draft_request, plan_request
from tests.desks import added, founded
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.dialog_holder import DialogHolder
from tests.gui.named_controls import unnamed_controls
from tests.gui.windows import OpenWindow

SOON = 60_000
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.setenv("GOVMAIL_DESK_HOME", str(tmp_path / "home"))
    with founded(tmp_path) as opened:
        draft_request(opened, plan_request(opened, on=opened.today(), people_ids=[added(opened, "Đỗ Thị Ứng")]))
        yield opened


@pytest.fixture
def holder(qtbot):
    held = DialogHolder()
    held.resize(1000, 800)
    held.show()
    qtbot.addWidget(held)
    yield held
    held.background.finish()
    stand_on(Desktop())


@pytest.fixture
def opened(qtbot, holder, desk):
    """Open the dialog on the first paper of the request, and wait for its pages unless told otherwise."""

    def open_it(*, waits=True) -> PreviewDialog:
        facts = listing.pane(desk, listing.every(desk)[0].id)
        dialog = holder.opened(PreviewDialog(holder, desk, facts.newest, facts.files[0], copies=Copies(desk, facts)))
        if waits:
            ready(qtbot, dialog)
        return dialog

    return open_it


def ready(qtbot, dialog):
    qtbot.waitUntil(lambda: dialog.shown is not None, timeout=SOON)


def drawn(qtbot, holder, dialog):
    """Wait until what is seen is drawn, and return it as pixels."""
    dialog.view.viewport().repaint()
    qtbot.waitUntil(lambda: not holder.background.is_busy, timeout=SOON)
    QApplication.processEvents()
    return dialog.view.viewport().grab().toImage()


def dark_dots(image):
    return sum(
        image.pixelColor(x, y).lightness() < 90 for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    )


def ink(pages):
    """How dark each field of 20 points of the first page is, from 0 to 1."""
    picture = pages.drawn(0, scale=1)
    fields = [
        [
            picture.pixels[y * picture.stride + 4 * left : y * picture.stride + 4 * (left + 20) : 4]
            for y in range(top, top + 20)
        ]
        for top in range(0, 840, 20)
        for left in range(0, 580, 20)
    ]
    return [1 - sum(map(sum, field)) / (255 * 400) for field in fields]


def test_the_pages_of_the_letter_are_seen_with_their_count(opened, qtbot, holder):
    dialog = opened()
    assert dialog.windowTitle() == "Xem trước: Công văn"
    assert dialog.bar.where.text() == "Trang 1 / 1"
    assert dialog.told.text() == "Bản PDF có 1 trang."
    assert dialog.view.accessibleName() == "Công văn, trang 1 trên 1"
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in dialog.view.accessibleDescription()
    assert dark_dots(drawn(qtbot, holder, dialog)) > 200
    assert unnamed_controls(dialog) == []


def test_the_other_papers_were_made_in_the_same_start(opened, qtbot):
    dialog = opened()
    pdfs = made_pdfs_of(dialog)
    pdfs.converters = ()  # nothing could be made any more
    dialog.bar.paper.setCurrentIndex(1)
    dialog.bar.paper.picked.emit(dialog.bar.paper.choice())
    ready(qtbot, dialog)
    assert dialog.windowTitle() == "Xem trước: Danh sách"
    assert "Đỗ Thị Ứng" in dialog.view.pages.text(0)
    assert dialog.open_button.text() == "Mở bằng Excel"
    assert dialog.bar.paper.count() == 2, "a draft mail has no pages"


def test_ctrl_and_the_wheel_or_plus_and_minus_show_it_larger_and_smaller(opened, qtbot, holder):
    view = opened().view
    before = view.percent
    QTest.keyClick(view, Qt.Key.Key_Plus, CONTROL)
    larger = view.percent
    middle = QPointF(view.viewport().rect().center())
    turn = QWheelEvent(
        middle, view.viewport().mapToGlobal(middle), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CONTROL,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), turn)
    largest = view.percent
    QTest.keyClick(view, Qt.Key.Key_Minus, CONTROL)
    assert before < larger < largest
    assert view.percent < largest
    QTest.keyClick(view, Qt.Key.Key_0, CONTROL)
    assert view.percent == before


def test_words_are_marked_with_the_mouse_and_copied(opened):
    dialog = opened()
    view, pages = dialog.view, dialog.view.pages
    first = pages.text(0).replace("\n", "\r\n").index("Kính gửi")
    box = pages.boxes_between(0, first, first + 7)[0]
    rect, scale = view._page_rect(0), view._places.scale
    height = rect.top() + (box.top + box.bottom) / 2 * scale
    ends = [QPointF(rect.left() + x * scale, height).toPoint() for x in (box.left + 2, box.right - 2)]
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=ends[0])
    QTest.mouseMove(view.viewport(), ends[1])
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=ends[1])
    QTest.keyClick(view, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "Kính gửi"
    QTest.keyClick(view, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(view, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text().startswith("UBND TỈNH NINH BÌNH")


def test_it_is_kept_as_pdf_where_the_clerk_says(opened, tmp_path):
    dialog = opened()
    target = tmp_path / "Công văn đề nghị"
    stand_on(AnsweringDesktop(target))
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert (tmp_path / "Công văn đề nghị.pdf").read_bytes() == dialog.shown.pdf
    assert dialog.notices.sentence.startswith("Đã lưu")


def test_a_place_that_takes_no_file_is_told_of(opened, tmp_path):
    dialog = opened()
    stand_on(AnsweringDesktop(tmp_path / "không có" / "thư.pdf"))
    dialog.save()
    assert "Hãy chọn thư mục khác" in dialog.notices.sentence
    folder = tmp_path / "thư.pdf"
    (folder / "đầy").mkdir(parents=True)
    stand_on(AnsweringDesktop(folder))
    dialog.save()
    QTest.mouseClick(dialog.notices.offers[0], Qt.MouseButton.LeftButton)
    assert (tmp_path / "thư (2).pdf").read_bytes() == dialog.shown.pdf


def test_what_is_printed_is_what_is_seen(opened, qtbot, tmp_path):
    dialog = opened()
    desktop = AnsweringDesktop(tmp_path / "máy in.pdf")
    stand_on(desktop)
    QTest.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.printing is None, timeout=SOON)
    assert dialog.notices.sentence == "Đã gửi tới máy in."
    assert desktop.page_counts == [1]
    printed, seen = PaperPages((tmp_path / "máy in.pdf").read_bytes()), dialog.view.pages
    assert printed.count == 1
    assert [round(side) for side in printed.size(0)] == [595, 842]
    on_paper, on_screen = ink(printed), ink(seen)
    printed.close()
    assert max(on_screen) > 0.05
    assert max(abs(one - other) for one, other in zip(on_paper, on_screen, strict=True)) < 0.08


def test_thinking_better_of_printing_and_keeping_does_nothing(opened, tmp_path):
    dialog = opened()
    stand_on(AnsweringDesktop(None))
    dialog.do()
    dialog.save()
    assert (dialog.printing, dialog.notices.sentence) == (None, "")


def test_without_an_office_the_words_are_read_and_one_sentence_says_what_to_install(opened, holder, qtbot):
    made_pdfs_of(holder).converters = ()
    dialog = opened()
    assert dialog.stack.currentWidget() is dialog.plain
    assert "Kính gửi: Sở Thông tin và Truyền thông tỉnh Ninh Bình" in dialog.plain.toPlainText()
    assert dialog.told.text() == NO_CONVERTER
    assert not dialog.main_button.isEnabled()
    assert not dialog.save_button.isEnabled()
    assert unnamed_controls(dialog) == []


def test_the_clerk_may_stop_and_begin_again(opened, qtbot):
    dialog = opened(waits=False)
    qtbot.waitUntil(dialog.progress.isVisible, timeout=SOON)
    QTest.mouseClick(dialog.progress.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.making.is_busy, timeout=SOON)
    assert dialog.notices.sentence == "Đã dừng dựng trang giấy."
    assert list(made_pdfs_of(dialog).folder.glob("*.pdf")) == []
    QTest.mouseClick(dialog.notices.offers[0], Qt.MouseButton.LeftButton)
    ready(qtbot, dialog)
    assert dialog.view.pages.count == 1


def test_esc_in_the_middle_closes_and_the_work_ends(opened, holder, qtbot):
    dialog = opened(waits=False)
    qtbot.waitUntil(lambda: dialog.making.is_busy, timeout=SOON)
    pdfs = made_pdfs_of(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not holder.background.is_busy, timeout=SOON)
    assert list(pdfs.folder.glob("*.pdf")) == []


def test_a_window_that_closes_does_not_wait_for_the_pages(opened, holder, qtbot):
    dialog = opened(waits=False)
    qtbot.waitUntil(lambda: dialog.making.is_busy, timeout=SOON)
    holder.background.finish()
    assert not holder.background.is_busy
    assert list(made_pdfs_of(holder).folder.glob("*.pdf")) == []


def test_the_page_of_requests_leads_here(desk, qtbot, tmp_path):
    window = OpenWindow(qtbot, desk, tmp_path, "requests")
    window.page.table.selectRow(0)
    window.page.settle()
    QTest.mouseClick(window.page.shown.preview_link, Qt.MouseButton.LeftButton)
    dialog = window.dialog
    assert isinstance(dialog, PreviewDialog)
    ready(qtbot, dialog)
    assert dialog.told.text() == "Bản PDF có 1 trang."
    folder = made_pdfs_of(dialog).folder
    assert list(folder.iterdir())
    window.close()


def test_a_copy_is_opened_with_its_own_program(opened, tmp_path):
    dialog = opened()
    desktop = AnsweringDesktop(tmp_path)
    stand_on(desktop)
    QTest.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)
    assert desktop.opened[0].suffix == ".docx"
