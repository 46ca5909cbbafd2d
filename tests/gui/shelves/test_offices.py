"""The shelf Các đơn vị in the real window: packages in, the late written to, units awaited, the own package out."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QMenu

from govmail_desk.documents import package
from govmail_desk.domain.exchange import ForeignMailbox, Office, OfficeChase, Package
from govmail_desk.gui.desktop import Desktop, stand_on
from govmail_desk.gui.dialogs.chase_offices import ChaseOfficesDialog
from govmail_desk.gui.dialogs.check_office_letter import CheckOfficeLetterDialog
from govmail_desk.gui.dialogs.export_package import ExportPackageDialog
from govmail_desk.gui.dialogs.number_office_letters import NumberOfficeLettersDialog
from govmail_desk.gui.dialogs.office import OfficeDialog
from govmail_desk.gui.dialogs.office_list import OfficeListDialog
from govmail_desk.gui.dialogs.office_mailboxes import OfficeMailboxesDialog
from govmail_desk.gui.dialogs.preview import PreviewDialog
from govmail_desk.gui.dialogs.take_packages import TakePackagesDialog
from govmail_desk.operations.offices import add_office
from govmail_desk.operations.packages import plan_packages, take_in_packages
from govmail_desk.store.transaction import Transaction
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.named_controls import unnamed_controls
from tests.gui.windows import OpenWindow
from tests.packages import box, contents, office_desk, told_otherwise, written

SOON = 10_000
BOXES = [box("hanhltm", holder="Lê Thị Mỹ Hạnh"), box("tamlv", holder="Lý Văn Tâm")]


@pytest.fixture
def shown(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("GOVMAIL_DESK_HOME", str(tmp_path / "home"))
    made = []

    def show(*, prepare=str):
        """Open the shelf on a register that was prepared."""
        desk = office_desk(tmp_path)
        prepare(desk)
        made.append(OpenWindow(qtbot, desk, tmp_path, "reports"))
        made[-1].page.show_part("offices")
        return made[-1]

    yield show
    for each in made:
        each.close()
    stand_on(Desktop())


@pytest.fixture
def window(shown, tmp_path):
    def prepare(desk):
        add_office(desk, name="Phòng Nội vụ", address="pnv.q4@tphcm.gov.vn")
        path = written(tmp_path, contents(BOXES, period="2026-Q4"))
        take_in_packages(desk, plan_packages(desk, [path]))

    return shown(prepare=prepare)


def shelf(window):
    return window.page.stack.page


def found(window, kind):
    with window.desk.reading() as connection:
        return Transaction(connection).find(kind)


def cells(window, row):
    rows = shelf(window).table.rows
    return [rows.index(row, column).data() for column in range(6)]


def chosen(window, row):
    shelf(window).table.selectRow(row)
    shelf(window).settle()
    return "\n".join(label.text() for label in shelf(window).shown.findChildren(QLabel))


def dropped(page, *paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    here, keys = QPointF(5, 5), Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(here, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, keys))


def planned(qtbot, dialog):
    qtbot.waitUntil(lambda: dialog.plan is not None, timeout=SOON)
    return dialog


def test_an_empty_shelf_tells_both_sides_what_to_do(shown):
    empty = shelf(shown()).view.empty
    assert [button.text().strip() for button in empty.buttons] == [
        "Gửi gói của đơn vị",
        "Nhận gói",
        "Nhập danh sách đơn vị…",
    ]
    assert "Đơn vị: gửi số liệu" in empty.accessibleName() + "".join(one.text() for one in empty.findChildren(QLabel))


def test_the_late_stand_first_with_their_days(window):
    assert cells(window, 0)[:2] == ["Phòng Nội vụ", "Chậm 2 ngày"]
    assert cells(window, 1)[1:5] == ["Đã gửi", "05/12/2026", "2", "2 mới"]
    assert shelf(window).subtitle == "1 chậm · 1 đã gửi · Quý IV năm 2026, hạn 05/12/2026 · 2 hộp thư"
    assert unnamed_controls(window.window) == []


def test_the_pane_tells_packages_with_their_marks_and_the_article(window):
    said = chosen(window, 1)
    assert "2026-Q4, chốt đến 05/12/2026, 2 hộp thư, dấu " in said
    assert "Đ14.2" in said
    assert "chưa gửi gói nào" in chosen(window, 0)


def test_packages_dropped_are_seen_first_and_then_taken(qtbot, window, tmp_path):
    paths = [
        written(tmp_path, contents([box("yenbt")], number=2)),
        written(tmp_path, contents([box("hanhltm")], number=3)),
    ]
    dropped(shelf(window), *paths)
    dialog = planned(qtbot, window.dialog)
    assert isinstance(dialog, TakePackagesDialog)
    assert unnamed_controls(dialog) == []
    assert dialog.main_button.text() == "Nhận 2 gói"
    assert dialog.summary.text() == "2 trong 2 gói nhận được: mới 2, trùng địa chỉ 1."
    assert len(found(window, Office)) == 2
    dialog.files.selectRow(1)
    dialog._show_file()
    (row,) = [dialog.rows.rows.index(0, column).data() for column in (3,)]
    assert row == f"Địa chỉ {BOXES[0].address} cũng có ở Ủy ban nhân dân Phường 1."
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(found(window, Package)) == 3, timeout=SOON)
    qtbot.waitUntil(lambda: shelf(window).table.rows.rowCount() == 4, timeout=SOON)


def test_a_file_that_is_refused_says_why_and_a_doubtful_one_can_be_accepted(qtbot, window, tmp_path):
    older = written(tmp_path, told_otherwise(contents([BOXES[0]]), journal_seq=3), "cu.govmail-goi")
    broken = tmp_path / "hong.govmail-goi"
    broken.write_bytes(b"x")
    stand_on(AnsweringDesktop(older))
    shelf(window).take_packages([broken])
    dialog = planned(qtbot, window.dialog)
    assert not dialog.main_button.isEnabled()
    assert dialog.told.text().startswith("Không nhận tệp «hong.govmail-goi»")
    dialog.choose_files()
    planned(qtbot, dialog)
    dialog.files.selectRow(1)
    dialog._show_file()
    assert "lập trước gói đã nhận" in dialog.told.text()
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    planned(qtbot, dialog)
    assert dialog.main_button.text() == "Nhận 1 gói"


def test_without_a_file_the_main_button_chooses_one_and_a_folder_is_taken_whole(qtbot, window, tmp_path):
    folder = tmp_path / "usb"
    folder.mkdir()
    written(folder, contents([box("yenbt")], number=2))
    stand_on(AnsweringDesktop(folder))
    shelf(window).start("take")
    dialog = window.dialog
    assert dialog.main_button.text() == "Chọn tệp…"
    dialog.choose_folder()
    assert planned(qtbot, dialog).main_button.text() == "Nhận 1 gói"


def test_an_empty_folder_is_told_and_asks_again(qtbot, window, tmp_path):
    folder = tmp_path / "trong"
    folder.mkdir()
    shelf(window).take_packages([folder])
    dialog = window.dialog
    qtbot.waitUntil(lambda: "Không có gói dữ liệu" in dialog.notices.sentence, timeout=SOON)
    assert dialog.zone.isVisible()


def test_the_late_are_written_to_in_one_go_and_the_letters_saved(qtbot, window, tmp_path):
    out = tmp_path / "ra"
    out.mkdir()
    stand_on(AnsweringDesktop(out))
    shelf(window).start("chase")
    dialog = window.dialog
    assert isinstance(dialog, ChaseOfficesDialog)
    assert unnamed_controls(dialog) == []
    assert dialog.main_button.text() == "Lập 1 công văn đôn đốc"
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(found(window, OfficeChase)) == 1, timeout=SOON)
    qtbot.waitUntil(lambda: cells(window, 0)[5] == "1 lần", timeout=SOON)
    shelf(window).office_acts.letters.save_letters([found(window, OfficeChase)[0].id])
    assert sorted(path.suffix for path in out.iterdir()) == [".docx", ".eml"]
    assert "Lần thứ 1, kỳ 2026-Q4: lập ngày 07/12/2026, chưa có số" in chosen(window, 0)


def test_a_day_a_letter_set_is_counted_from(window):
    chosen(window, 0)
    shelf(window).office_acts.chase_one()
    dialog = window.dialog
    dialog.due.show_day(date(2026, 12, 7))
    dialog._plan()
    assert not dialog.main_button.isEnabled()
    assert "còn hạn" in dialog.table.rows.index(0, 3).data()
    dialog.due.show_day(date(2026, 12, 6))
    dialog._plan()
    assert dialog.main_button.isEnabled()


def test_a_kept_letter_is_opened(qtbot, window):
    desktop = AnsweringDesktop(None)
    stand_on(desktop)
    shelf(window).start("chase")
    qtbot.mouseClick(window.dialog.main_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(found(window, OfficeChase)) == 1, timeout=SOON)
    qtbot.waitUntil(lambda: window.dialog is None, timeout=SOON)
    shelf(window).office_acts.letters.do("open", found(window, OfficeChase)[0])
    (opened,) = desktop.opened
    assert opened.name.startswith("don-doc-so-lieu-pnv.q4-2026-Q4-lan-1")


def test_a_unit_is_added_corrected_ended_and_awaited_again(qtbot, window):
    shelf(window).start("add")
    dialog = window.dialog
    assert isinstance(dialog, OfficeDialog)
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert dialog.form.rows["name"].error
    dialog.name.setText("Phòng Y tế")
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert [one.name for one in found(window, Office)][-1] == "Phòng Y tế"
    qtbot.waitUntil(lambda: shelf(window).table.rows.rowCount() == 3, timeout=SOON)
    shelf(window).show_item(found(window, Office)[-1].id)
    shelf(window).edit()
    window.dialog.address.setText("pyt.q4@tphcm.gov.vn")
    qtbot.mouseClick(window.dialog.main_button, Qt.MouseButton.LeftButton)
    assert found(window, Office)[-1].address == "pyt.q4@tphcm.gov.vn"
    shelf(window).show_item(found(window, Office)[-1].id)
    shelf(window).office_acts.end()
    assert found(window, Office)[-1].ended_on == window.desk.today()
    shelf(window).show_item(found(window, Office)[-1].id)
    shelf(window).office_acts.await_again()
    assert found(window, Office)[-1].ended_on is None


def test_a_list_of_units_is_seen_and_taken(qtbot, window, tmp_path):
    path = tmp_path / "don-vi.csv"
    path.write_text("Đơn vị,Hộp thư\nPhòng Y tế,pyt.q4@tphcm.gov.vn\nPhòng Nội vụ,\n", encoding="utf-8-sig")
    stand_on(AnsweringDesktop(path))
    shelf(window).start("list")
    dialog = planned(qtbot, window.dialog)
    assert isinstance(dialog, OfficeListDialog)
    assert dialog.said.text() == "1 đơn vị mới, 1 đã có."
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert len(found(window, Office)) == 3


def test_the_mailboxes_of_a_unit_are_searched(window):
    chosen(window, 1)
    shelf(window).office_acts.show_mailboxes()
    dialog = window.dialog
    assert isinstance(dialog, OfficeMailboxesDialog)
    assert unnamed_controls(dialog) == []
    assert dialog.table.rows.rowCount() == len(found(window, ForeignMailbox)) == 2
    dialog.search.setText("my hanh")
    assert dialog.table.rows.index(0, 1).data() == "Lê Thị Mỹ Hạnh"
    assert dialog.counted.text() == "1 hộp thư, theo gói chốt đến 05/12/2026."


def test_the_own_package_is_written_with_its_mail_and_its_mark_stays_in_sight(qtbot, window, tmp_path):
    stand_on(AnsweringDesktop(tmp_path / "goi-q4"))
    shelf(window).start("send")
    dialog = window.dialog
    assert isinstance(dialog, ExportPackageDialog)
    qtbot.waitUntil(lambda: dialog.draft is not None, timeout=SOON)
    assert dialog.period.currentText() == "Quý IV năm 2026"
    assert "Gói sẽ có 0 hộp thư" in dialog.said.text()
    assert unnamed_controls(dialog) == []
    dialog.period.choose("")
    qtbot.waitUntil(lambda: dialog.draft is not None and "Gói sẽ có 1 hộp thư" in dialog.said.text(), timeout=SOON)
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert (tmp_path / "goi-q4.govmail-goi").is_file()
    assert (tmp_path / "goi-q4.eml").is_file()
    assert dialog.exported.mark in dialog.notices.sentence
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert window.dialog is None


@pytest.fixture
def chased(qtbot, window):
    """Let the shelf have written to its late unit."""
    shelf(window).start("chase")
    qtbot.mouseClick(window.dialog.main_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(found(window, OfficeChase)) == 1, timeout=SOON)
    qtbot.waitUntil(lambda: window.dialog is None and cells(window, 0)[5] == "1 lần", timeout=SOON)
    return window


def pressed(window, words):
    """Press a link of the pane by its words."""
    links = shelf(window).shown.chases.links
    next(link for link in links if link.text() == words).click()


def test_the_letters_of_a_period_are_numbered_in_one_go(qtbot, chased):
    shelf(chased).start("number-letters")
    dialog = chased.dialog
    assert isinstance(dialog, NumberOfficeLettersDialog)
    assert unnamed_controls(dialog) == []
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert "văn thư đã cấp" in dialog.form.rows["number"].error
    dialog.number.setText("015")
    assert [dialog.table.rows.index(0, column).data() for column in range(2)] == ["15", "Phòng Nội vụ"]
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert [(one.number, one.sent_on) for one in found(chased, OfficeChase)] == [("15", date(2026, 12, 7))]
    qtbot.waitUntil(lambda: not shelf(chased).office_acts.letters.number_all.isVisible(), timeout=SOON)
    assert "kỳ 2026-Q4: số 15 ngày 07/12/2026" in chosen(chased, 0)


def test_a_letter_is_looked_at_checked_and_numbered_from_the_pane(qtbot, chased):
    assert "chưa có số" in chosen(chased, 0)
    pressed(chased, "Xem trước, in…")
    assert isinstance(chased.dialog, PreviewDialog)
    chased.dialog.reject()
    pressed(chased, "Kiểm tra")
    dialog = chased.dialog
    assert isinstance(dialog, CheckOfficeLetterDialog)
    qtbot.waitUntil(lambda: dialog.findings is not None, timeout=SOON)
    assert [one.where for one in dialog.findings if one.severity == "wrong"] == ["Họ tên người ký"]
    dialog.reject()
    pressed(chased, "Ghi số…")
    assert chased.dialog.check_button.isVisible()
    chased.dialog.ask_check()
    assert isinstance(chased.dialog, CheckOfficeLetterDialog)


def test_a_letter_edited_outside_is_told_and_taken_in(qtbot, chased):
    desktop = AnsweringDesktop(None)
    stand_on(desktop)
    chosen(chased, 0)
    pressed(chased, "Mở")
    (path,) = desktop.opened
    parts = package.unpacked(path.read_bytes(), name=path.name)
    words = parts["word/document.xml"].replace("Phòng Nội vụ".encode(), "phòng Nội vụ".encode())
    path.write_bytes(package.packed({**parts, "word/document.xml": words}))
    assert "đã sửa sau khi lập" in chosen(chased, 0)
    was = found(chased, OfficeChase)[0].sha256
    pressed(chased, "Nhận bản đã sửa")
    assert found(chased, OfficeChase)[0].sha256 != was
    assert "đã sửa sau khi lập" not in chosen(chased, 0)


def pick(window, period):
    field = shelf(window).periods
    field.choose(period)
    field.activated.emit(field.currentIndex())


def test_another_period_is_shown_and_the_late_follow_it(qtbot, window):
    field = shelf(window).periods
    assert [field.itemData(place) for place in range(3)] == ["2027-Q1", "", "2026-Q3"]
    assert field.currentText() == "Quý IV năm 2026 (đang hỏi)"
    pick(window, "2026-Q3")
    qtbot.waitUntil(lambda: "Quý III năm 2026" in shelf(window).subtitle, timeout=SOON)
    assert shelf(window).subtitle.startswith("2 chậm")
    assert "Quý III năm 2026: chậm" in chosen(window, 0)
    shelf(window).start("chase")
    assert window.dialog.period == "2026-Q3"
    assert window.dialog.main_button.text() == "Lập 2 công văn đôn đốc"
    window.dialog.reject()
    pick(window, "")
    qtbot.waitUntil(lambda: "Quý IV năm 2026" in shelf(window).subtitle, timeout=SOON)


def test_where_letters_wait_for_numbers_the_way_to_the_late_offers_both(chased):
    shelf(chased).start("chase")
    (menu,) = [each for each in shelf(chased).findChildren(QMenu) if each.isVisible()]
    assert [one.text() for one in menu.actions()] == ["Lập văn bản nhắc…", "Ghi số văn bản nhắc…"]
    menu.close()


def test_a_mail_dropped_gives_its_package(qtbot, window, tmp_path):
    package_path = written(tmp_path, contents([box("yenbt")], number=2))
    mail = EmailMessage()
    mail.add_attachment(
        package_path.read_bytes(), maintype="application", subtype="octet-stream", filename=package_path.name
    )
    saved = tmp_path / "thu.eml"
    saved.write_bytes(mail.as_bytes())
    dropped(shelf(window), saved)
    assert planned(qtbot, window.dialog).main_button.text() == "Nhận 1 gói"
