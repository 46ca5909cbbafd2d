"""Pictures of the real window for looking at: `python -m tests.gui.gallery FOLDER`, offscreen or on a display. No test."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QSettings, QSize
from PySide6.QtWidgets import QApplication, QWidget

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import ChoiceField, LongTextField, TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.frame.fault import FaultDialog
from govmail_desk.gui.frame.glance import Glance
from govmail_desk.gui.frame.main_window import MainWindow
from govmail_desk.gui.frame.wiring import Found, Wiring
from govmail_desk.gui.look.theme import STYLE_WORDS, Look, dress
from govmail_desk.gui.look.translation import speak_vietnamese
from govmail_desk.gui.look.why_card import WhyCard
from tests.gui.sample_unit import SAMPLE_WHY, NoRegister, sample_specs

GLANCE = Glance(
    "Sở Thông tin và Truyền thông", "Ninh Bình 2020 (chưa có số)", "Lê Thị Mỹ Hạnh", Path("D:/So-hop-thu/stttt.govmail")
)
SIZES = {"1366x768": QSize(1366, 768), "1920x1080": QSize(1920, 1080), "683x384": QSize(683, 384)}


class SampleDialog(Dialog):
    """A dialog with one field of each kind."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, title="Thêm người", main_words="Thêm người này")
        self.form = Form(self)
        self.name = TextField()
        self.form.add("name", "Họ và tên", self.name, is_needed=True)
        self.form.add("post", "Chức vụ", TextField("Chuyên viên"))
        self.form.add("unit", "Đơn vị", ChoiceField([(1, "Phòng Chuyển đổi số"), (2, "Văn phòng")]))
        self.form.put_side_by_side("post", "unit")
        self.form.add(
            "from", "Từ ngày", DateField(date(2026, 11, 22), date(2026, 11, 23)), hint="Ngày quyết định có hiệu lực."
        )
        self.form.add("note", "Ghi chú", LongTextField())
        self.body.addWidget(self.form)

    def do(self) -> None:
        """Refuse, as a rule would."""
        self.form.show_errors({"name": "Chưa có họ và tên. Hãy gõ đủ họ, đệm và tên như trong quyết định."})


def settle(seconds: float = 0.4) -> None:
    """Let the window do its work."""
    until = monotonic() + seconds
    while monotonic() < until:
        QApplication.processEvents()


def made_window(folder: Path) -> MainWindow:
    """Make the sample window over no real register."""
    wiring = Wiring(
        open_desk=NoRegister,  # type: ignore[arg-type]
        find=lambda _desk, _text: [Found("mailboxes", "Lê Thị Mỹ Hạnh", "hanhltm.stttt@ninhbinh.gov.vn", 3)],
        counts=lambda _desk: {"requests": 2, "today": 4},
    )
    settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    settings.setValue("window/page", "mailboxes")
    return MainWindow(GLANCE, wiring, specs=sample_specs(), settings=settings)


def main(folder: Path) -> None:
    """Take the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([*sys.argv[:1], *STYLE_WORDS])
    speak_vietnamese(app)
    dress(app, Look("light"))
    window = made_window(folder)
    shot = _Shots(window, folder)
    for name, size in SIZES.items():
        window.resize(size)
        window.show()
        shot.take(f"window-{name}")
    window.resize(SIZES["1366x768"])
    _pictures_of_states(window, shot)
    for scheme in ("dark", "contrast"):
        window.works.wear(Look(scheme))
        shot.take(f"window-{scheme}")
        _dialog(window, shot, scheme)
    window.works.wear(Look("light", 150))
    shot.take("window-150")
    window.close()


def _pictures_of_states(window: MainWindow, shot: _Shots) -> None:
    page = window.works.stack.page
    assert page is not None
    page.table.selectRow(3)
    page.table.setFocus()
    page.propose()
    shot.take("done")
    refusal = RuleBroken(
        "Người này không thuộc diện được cấp hộp thư cá nhân. Hãy dùng hộp thư của đơn vị.",
        cite="Đ3",
        why="Chỉ hai chức danh được cấp.",
    )
    window.works.runner.tell_failure(refusal, page, page.propose)
    shot.take("refused")
    window.works.search()
    window.works.palette.line.setText("ho")
    shot.take("palette")
    window.works.palette.dismiss()
    card = WhyCard.show_near(SAMPLE_WHY, window.top_bar.search_button)
    settle()
    card.grab().save(str(shot.folder / "why.png"))
    card.close()
    window.works.go_to("people")
    shot.take("empty")
    window.works.progress.begin("Đang nhập danh sách “cán bộ sở 2026.xlsx”")
    window.works.progress.show_moved(1250, 10000)
    shot.take("progress")
    window.works.progress.end()
    window.works.go_to("mailboxes")
    _dialog(window, shot, "light")
    try:
        int("x")
    except ValueError as failure:
        dialog = FaultDialog(failure, window)
        dialog.open()
        settle()
        dialog.grab().save(str(shot.folder / "fault.png"))
        dialog.accept()
    window.works.explain()
    settle()
    help_card = Dialog.open_on(window)
    help_card.grab().save(str(shot.folder / "help.png"))
    help_card.accept()
    settle()


def _dialog(window: MainWindow, shot: _Shots, scheme: str) -> None:
    dialog = SampleDialog(window)
    dialog.open()
    settle()
    dialog.do()
    dialog.form.rows["post"].field.setText("Trưởng phòng")
    dialog.reject()
    settle()
    dialog.grab().save(str(shot.folder / f"dialog-{scheme}.png"))
    dialog._leave()
    settle()


class _Shots:
    def __init__(self, window: MainWindow, folder: Path) -> None:
        self._window = window
        self.folder = folder

    def take(self, name: str) -> None:
        settle()
        self._window.grab().save(str(self.folder / f"{name}.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
