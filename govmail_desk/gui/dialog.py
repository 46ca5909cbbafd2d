"""The dialog every dialog here is: a title, fields, messages in place, the main act and a way back.

Here: `Dialog`. It opens without a loop of its own (`open`), on top of a window that has no other dialog; Enter does the main act,
Esc goes back and asks first when something was typed; the question, refusals and progress stand in the dialog itself.
Not here: fields (`gui.fields.fields`, `gui.fields.date_field`), rows of a form (`gui.fields.form`), several steps (`gui.steps`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from govmail_desk.gui.fields.typed import typed_in
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.notices import NoticeBar, Offer
from govmail_desk.gui.progress import ProgressStrip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

_MOST_OF_THE_SCREEN: Final = 0.92
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Dialog(QDialog):
    """Extend it: put fields into `self.body`, and do the main act in `do`."""

    def __init__(
        self,
        parent: QWidget | None,
        *,
        title: str,
        main_words: str,
        has_back: bool = True,
        size: QSize | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._size = size or QSize(560, 0)
        self.more_height = 0
        """How much higher than its parts need it would like to be, where the screen has room: for a table of several rows."""
        self._typed_at_first: tuple[object, ...] = ()
        self._report = ""
        self.notices = NoticeBar(self)
        self.progress = ProgressStrip(self)
        self.fields = QWidget(self)
        self.body = QVBoxLayout(self.fields)
        self.body.setSpacing(Space.USUAL)
        self.body.setContentsMargins(Space.APART, Space.NEAR, Space.APART, Space.USUAL)
        self.back_button = self._make_button(self.tr("Thôi"), self.reject)
        self.main_button = self._make_button(main_words, self.do, kind="main")
        self.back_button.setVisible(has_back)
        self._buttons = QHBoxLayout()
        self._scroll = self._scrolling()
        self._lay_out()
        self.fields.installEventFilter(self)
        # Enter belongs to a text of several lines; there Ctrl+Enter does the main act.
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.main_button.click)

    @staticmethod
    def open_on(window: QWidget) -> Dialog | None:
        """Return the dialog that is open on a window (or is it), if any: there is one at most."""
        if isinstance(window, Dialog):
            return window
        return next((dialog for dialog in window.findChildren(Dialog) if dialog.isVisible()), None)

    def do(self) -> None:
        """Do the main act; `run` an operation with `on_done=self.kept` here."""
        raise NotImplementedError

    def kept(self, _changes: object = None) -> None:
        """Close after the operation succeeded: what was typed is in the register now."""
        self.accept()

    @property
    def has_typed(self) -> bool:
        """True where something stands in a field that was not there when the dialog opened."""
        return typed_in(self) != self._typed_at_first

    def add_side_button(self, words: str, does: Callable[[], object]) -> QPushButton:
        """Add a lesser act at the left of the buttons."""
        button = self._make_button(words, does)
        self._buttons.insertWidget(self._buttons.count() - 3, button)
        return button

    def show_fault(self, report: str) -> None:
        """Say that the fault is ours, in place; nothing typed is lost."""
        self._report = report
        self.notices.say(
            self.tr(
                "Lỗi của chương trình: việc vừa rồi chưa được ghi, những gì đã nhập vẫn còn. Báo cáo không chứa dữ liệu."
            ),
            tone="bad",
            offers=(Offer(self.tr("Chép báo cáo lỗi"), self._copy_report),),
        )

    def be_working(self, *, is_working: bool) -> None:
        """Keep the fields and buttons as they are while long work runs; messages and "Dừng lại" stay usable."""
        for part in (self.fields, self.main_button, self.back_button):
            part.setEnabled(not is_working)

    def open(self) -> None:
        """Show the dialog; a second one on the same window is a fault of ours."""
        parent = self.parentWidget()
        if parent is not None and Dialog.open_on(parent.window()) is not None:
            raise RuntimeError("one dialog at most on top of the window")
        super().open()

    def reject(self) -> None:
        """Go back; ask first where something typed would be lost."""
        if not self.fields.isEnabled():
            return
        if self.has_typed and self.isVisible():
            self.notices.ask(
                self.tr("Những gì vừa nhập chưa được lưu."),
                (Offer(self.tr("Nhập tiếp"), self._stay), Offer(self.tr("Bỏ, không lưu"), self._leave)),
            )
        else:
            self._leave()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the screen and remember what stands in the fields; its size is known before Qt looks for its place."""
        self._fit()
        super().showEvent(event)
        self._typed_at_first = typed_in(self)
        self._begin_with_the_fields()

    def event(self, event: QEvent) -> bool:
        """Grow when a message needs room."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._grow()
        return done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow when an error or a list among the fields needs room; what scrolls keeps that from the dialog."""
        if watched is self.fields and event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._grow()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does the main act, or what the button under the focus says; Esc goes back, first from a message."""
        if event.key() in _ENTER:
            self._enter()
        elif event.key() == Qt.Key.Key_Escape and not self.notices.isHidden():
            self.notices.dismiss()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        focus = self.focusWidget()
        if isinstance(focus, QAbstractButton):
            focus.click()
        elif not isinstance(focus, QPlainTextEdit):
            self.main_button.click()

    def _begin_with_the_fields(self) -> None:
        """Put the focus on the first field; the buttons were made before it, so Tab comes to them after the last."""
        if self.focusWidget() in {None, self.main_button, self.back_button}:
            self.main_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.focusNextChild()

    def _stay(self) -> None:
        self.notices.dismiss()

    def _leave(self) -> None:
        super().reject()

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self._report)

    def _make_button(self, words: str, does: Callable[[], object], *, kind: str = "plain") -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("kind", kind)
        button.setAccessibleName(words)
        button.setAutoDefault(False)
        button.clicked.connect(does)
        return button

    def _fit(self) -> None:
        """Be as high as the fields need, within the screen; beyond that they scroll."""
        room = self.screen().availableSize() * _MOST_OF_THE_SCREEN
        width = min(max(self._size.width(), self.sizeHint().width(), self.width()), room.width())
        around = self.sizeHint().height() - self._scroll.sizeHint().height()
        beside_bar = width - self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        fields = (
            self.body.totalHeightForWidth(beside_bar)
            if self.body.hasHeightForWidth()
            else self.fields.sizeHint().height()
        )
        fields = max(fields, self.fields.minimumSizeHint().height())
        wanted = max(around + fields + self.more_height, self._size.height(), self.height() if self.isVisible() else 0)
        self.resize(width, min(wanted, room.height()))

    def _grow(self) -> None:
        """Fit again what is shown already."""
        before = self.size()
        self._fit()
        if self.size() != before:
            self._stay_on_the_screen()

    def _stay_on_the_screen(self) -> None:
        """Move where growing has put a border, and the buttons with it, off the screen."""
        frame, room = self.frameGeometry(), self.screen().availableGeometry()
        left = max(room.left(), min(frame.left(), room.right() + 1 - frame.width()))
        top = max(room.top(), min(frame.top(), room.bottom() + 1 - frame.height()))
        if (left, top) != (frame.left(), frame.top()):
            self.move(left, top)

    def _lay_out(self) -> None:
        messages = QVBoxLayout()
        messages.setContentsMargins(Space.APART, Space.USUAL, Space.APART, 0)
        messages.addWidget(self.notices)
        messages.addWidget(self.progress)
        self._buttons.setContentsMargins(Space.APART, Space.USUAL, Space.APART, Space.WIDE)
        self._buttons.setSpacing(Space.NEAR)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.back_button)
        self._buttons.addWidget(self.main_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(messages)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(self._buttons)

    def _scrolling(self) -> QScrollArea:
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.fields)
        return scroll
