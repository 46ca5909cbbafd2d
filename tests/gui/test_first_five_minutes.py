"""The first five minutes, counted in the real window: from no register to letter, list and e-mail draft for five people of an Excel list.

Every click is a press of the mouse on a widget a clerk sees, every field typed letter by letter; only the file chooser, which belongs to
the desktop, answers by itself.
"""

from __future__ import annotations

import io
from collections import Counter
from email import policy
from email.parser import BytesParser
from pathlib import Path

import docx
import openpyxl
import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from govmail_desk.gui.desktop import Desktop, stand_on
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.dialogs.import_wizard import ImportWizard
from govmail_desk.gui.dialogs.request_wizard import RequestWizard
from govmail_desk.gui.look.act_button import ActButton
from govmail_desk.gui.start import Opening
from tests.desks import UNITS
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.vietnamese_typing import type_like_unikey

SOON = 30_000
MOST_CLICKS = 25
MOST_TYPED_FIELDS = 6
PEOPLE = (
    ("Nguyễn Văn Thành", "05/03/1985", "Giám đốc"),
    ("Đỗ Thị Bích Ngọc", "17/09/1990", "Trưởng phòng Kế toán"),
    ("Trần Ánh", "02/01/1993", "Chuyên viên"),
    ("Phạm Quang Huấn", "30/11/1979", "Văn thư"),
    ("Nguyễn Vân Thanh", "08/08/1995", "Chuyên viên"),
)


class Clerk:
    """Presses and types, and counts both."""

    def __init__(self, qtbot):
        self.qtbot = qtbot
        self.counted: Counter[str] = Counter()

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click on a widget that is seen and can be used."""
        self.qtbot.waitUntil(lambda: widget.isVisible() and widget.isEnabled(), timeout=SOON)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())
        self.counted["clicks"] += 1

    def type(self, field: QLineEdit | QPlainTextEdit | QComboBox, text: str) -> None:
        """Click into a field and type."""
        self.click(field)
        type_like_unikey(field, text)
        self.counted["typed fields"] += 1

    def wait(self, until) -> None:
        self.qtbot.waitUntil(until, timeout=SOON)


@pytest.fixture
def own_list(tmp_path) -> Path:
    """The unit's own Excel list: five people, none with a mailbox."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["DANH SÁCH CÁN BỘ, CÔNG CHỨC"])
    sheet.append([])
    sheet.append(["STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Số điện thoại"])
    for number, (name, birth, post) in enumerate(PEOPLE, start=1):
        sheet.append([number, name, birth, post, f"091200010{number}"])
    path = tmp_path / "Danh sách cán bộ.xlsx"
    book.save(path)
    return path


@pytest.fixture
def desktop(own_list):
    answering = AnsweringDesktop(own_list)
    stand_on(answering)
    yield answering
    stand_on(Desktop())


@pytest.fixture
def opening(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("GOVMAIL_DESK_HOME", str(tmp_path / "home"))
    settings = QSettings(str(tmp_path / "cua-so.ini"), QSettings.Format.IniFormat)
    opening = Opening(settings, tmp_path / "so.govmail")
    opening.show()
    qtbot.addWidget(opening.setup)
    yield opening
    if opening.window is not None:
        opening.window.close()


def dialog_of(window, kind):
    found = Dialog.open_on(window)
    return found if isinstance(found, kind) else None


def found_register(clerk, opening, regulation_id) -> None:
    """The first setup: the regulation, the unit's name, its head."""
    setup = opening.setup
    clerk.wait(lambda: len(setup.cards.cards) == len(UNITS))
    card = next(card for card in setup.cards.cards if card.regulation.id == regulation_id)
    clerk.click(card.button, QPoint(8, card.button.height() // 2))
    clerk.type(setup.unit.name_field, UNITS[regulation_id][0])
    clerk.type(setup.unit.head_field, "Lê Thị Mỹ Hạnh")
    clerk.click(setup.main_button)
    clerk.wait(lambda: opening.window is not None)
    clerk.qtbot.addWidget(opening.window)


def act_button(window, key) -> ActButton:
    """Find the button of an act as the clerk sees it."""
    seen = [one for one in window.findChildren(ActButton) if one.shown.objectName() == key and one.isVisible()]
    return seen[0]


def take_list_in(clerk, window) -> None:
    """Import: choose the file, look at the columns, look at the rows, write."""
    clerk.wait(lambda: any(one.shown.objectName() == "import" for one in window.findChildren(ActButton)))
    clerk.wait(lambda: window.works.stack.page is not None)
    clerk.click(act_button(window, "import"))
    clerk.wait(lambda: dialog_of(window, ImportWizard) is not None)
    wizard = dialog_of(window, ImportWizard)
    for step in (1, 2, 3):
        clerk.wait(lambda: wizard.step.is_ready)
        clerk.click(wizard.main_button)
        clerk.wait(lambda step=step: wizard.stack.currentIndex() == step)
    assert wizard.main_button.text() == f"Lập đề nghị cho {len(PEOPLE)} người chưa có hộp thư"
    clerk.click(wizard.main_button)


def ask_for_mailboxes(clerk, window, *, leaves_out=0) -> RequestWizard:
    """The request: look at the addresses, look at the letter, make."""
    clerk.wait(lambda: dialog_of(window, RequestWizard) is not None)
    wizard = dialog_of(window, RequestWizard)
    clerk.wait(lambda: wizard.step.is_ready)
    if leaves_out:
        clerk.click(wizard.main_button)
        (offer,) = wizard.notices.findChildren(QPushButton)
        clerk.click(offer)
        clerk.wait(lambda: len(wizard.drafting.sought) == len(PEOPLE) - leaves_out and wizard.step.is_ready)
    for step in (1, 2):
        clerk.wait(lambda: wizard.step.is_ready)
        clerk.click(wizard.main_button)
        clerk.wait(lambda step=step: wizard.stack.currentIndex() == step)
    return wizard


@pytest.mark.parametrize(
    ("regulation_id", "leaves_out"),
    [
        ("ninhbinh-2020", 0),
        ("soctrang-59-2024", 0),
        ("camau-24-2018", 0),
        ("quan4-03-2013", 0),
        ("khanhhoa-dagt-2021", 3),
    ],
)
def test_from_no_register_to_the_email_draft_within_the_budget(
    qtbot, tmp_path, opening, desktop, regulation_id, leaves_out
):
    clerk = Clerk(qtbot)
    found_register(clerk, opening, regulation_id)
    take_list_in(clerk, opening.window)
    wizard = ask_for_mailboxes(clerk, opening.window, leaves_out=leaves_out)
    for role in ("letter", "list", "email"):
        clerk.click(wizard.made.open_buttons[role])
    assert clerk.counted["clicks"] <= MOST_CLICKS, clerk.counted
    assert clerk.counted["typed fields"] <= MOST_TYPED_FIELDS, clerk.counted
    letter, listed, mail = (path.read_bytes() for path in desktop.opened)
    count = len(PEOPLE) - leaves_out
    assert f"{count:02d} hộp thư" in "\n".join(part.text for part in docx.Document(io.BytesIO(letter)).paragraphs)
    cells = [cell for row in openpyxl.load_workbook(io.BytesIO(listed)).active.iter_rows() for cell in row]
    assert sum("@" in str(cell.value) for cell in cells) == count
    message = BytesParser(policy=policy.default).parsebytes(mail)
    assert {part.get_content() for part in message.iter_attachments()} == {letter, listed}
    assert message["X-Unsent"] == "1"
    clerk.click(wizard.main_button)
    QApplication.processEvents()
