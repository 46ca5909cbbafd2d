"""Nhắc trên máy này: whether this machine shows notices, when it is quiet, and whether the program stays and starts in the tray.

Kept on this machine, not in the register: two people may work on one register from two machines.
"""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QPushButton

from govmail_desk.domain.digest import QuietHours
from govmail_desk.gui.autostart import autostart
from govmail_desk.gui.fields.fields import TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.frame.main_window import MainWindow
from govmail_desk.gui.frame.reminding import ReminderHabits
from govmail_desk.gui.notices import notices_near
from govmail_desk.gui.sections.section import Section

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk


class TraySection(Section):
    """How this machine reminds."""

    words = "Riêng của máy này; không ghi vào sổ."

    def __init__(self, title: str, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(title, desk, parent)
        self.autostart = autostart()
        self.form: Form
        self.reminds: QCheckBox
        self.stays: QCheckBox
        self.starts: QCheckBox
        self.quiet_from: TextField
        self.quiet_to: TextField

    def fill(self) -> None:
        """Show what is chosen."""
        habits = ReminderHabits.read(self._window().settings)
        self.head(self.tr("Lời nhắc ở khay hệ thống"))
        self.reminds = self._box(self.tr("Hiện lời nhắc khi có việc đến hạn"), is_on=habits.is_on)
        self.stays = self._box(self.tr("Khi đóng cửa sổ, chương trình ở lại khay và vẫn nhắc"), is_on=habits.stays)
        self.starts = self._box(self.tr("Tự chạy ở khay khi mở máy tính"), is_on=self.autostart.is_on)
        self.head(self.tr("Giờ yên lặng"))
        self.say(self.tr("Trong giờ này không hiện lời nhắc nào; hết giờ, mọi việc mới được nhắc gộp một lần."))
        self._fill_quiet(habits.quiet)

    def keep(self) -> None:
        """Remind like this from now on."""
        begin, end = _read(self.quiet_from.typed()), _read(self.quiet_to.typed())
        wrong = self.tr("Giờ phải viết như 18:00. Hãy sửa lại.")
        errors = {key: wrong for key, read in (("from", begin), ("to", end)) if read is None}
        if not self.form.show_errors(errors) or begin is None or end is None:
            return
        chosen = ReminderHabits(self.reminds.isChecked(), QuietHours(begin, end), self.stays.isChecked())
        chosen.write(self._window().settings)
        try:
            self.autostart.set_on(is_on=self.starts.isChecked())
        except OSError:
            self._tell(
                self.tr("Máy này không cho đặt chương trình tự chạy. Các lựa chọn khác đã được lưu."), tone="bad"
            )
        else:
            self._tell(self.tr("Đã lưu cách nhắc trên máy này."), tone="good")

    def _fill_quiet(self, quiet: QuietHours) -> None:
        self.form = Form(self)
        self.quiet_from = TextField(f"{quiet.begin:%H:%M}")
        self.quiet_to = TextField(f"{quiet.end:%H:%M}")
        self.form.add("from", self.tr("Từ giờ"), self.quiet_from)
        self.form.add(
            "to", self.tr("Đến giờ"), self.quiet_to, hint=self.tr("Hai giờ bằng nhau: không có giờ yên lặng.")
        )
        self.form.put_side_by_side("from", "to")
        self.add(self.form)
        button = QPushButton(self.tr("Lưu cách nhắc"))
        button.clicked.connect(self.keep)
        self.add(button)

    def _box(self, words: str, *, is_on: bool) -> QCheckBox:
        box = QCheckBox(words)
        box.setChecked(is_on)
        self.add(box)
        return box

    def _tell(self, sentence: str, *, tone: Any) -> None:
        bar = notices_near(self)
        if bar is not None:
            bar.say(sentence, tone=tone)

    def _window(self) -> MainWindow:
        window = self.window()
        assert isinstance(window, MainWindow)
        return window


def _read(typed: str) -> time | None:
    try:
        return time.fromisoformat(typed.zfill(len("00:00")))
    except ValueError:
        return None
