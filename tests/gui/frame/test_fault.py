"""Faults of ours: said calmly, with a report that may be given away."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.frame.fault import FaultDialog, report_of, watch_faults


def failed() -> BaseException:
    secret = "Lê Thị Mỹ Hạnh, hanhltm.stttt@ninhbinh.gov.vn"
    try:
        {}[secret]
    except KeyError as failure:
        return failure
    raise AssertionError


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_report_says_where_and_what_but_not_whose() -> None:
    report = report_of(failed())
    assert "KeyError" in report
    assert "test_fault.py" in report
    assert "failed" in report
    assert "Hạnh" not in report
    assert "ninhbinh" not in report
    assert str(Path(__file__).parent) not in report
    assert str(Path.home()) not in report


def test_the_report_can_be_copied(window: QWidget) -> None:
    dialog = FaultDialog(failed(), window)
    dialog.open()
    dialog.copy_report()
    assert QGuiApplication.clipboard().text() == dialog.report
    assert "Đã chép" in dialog.notices.sentence


def test_the_report_can_be_saved(window: QWidget, tmp_path: Path) -> None:
    dialog = FaultDialog(failed(), window)
    dialog.open()
    dialog.save_to(tmp_path / "lỗi.txt")
    assert (tmp_path / "lỗi.txt").read_text(encoding="utf-8") == dialog.report
    assert "Đã lưu" in dialog.notices.sentence


def test_a_place_that_cannot_be_written_is_said(window: QWidget, tmp_path: Path) -> None:
    dialog = FaultDialog(failed(), window)
    dialog.open()
    dialog.save_to(tmp_path / "không có" / "lỗi.txt")
    assert "Không ghi được" in dialog.notices.sentence


def test_a_fault_nobody_caught_reaches_the_dialog(window: QWidget, qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    watch_faults(window)
    failure = failed()
    sys.excepthook(type(failure), failure, failure.__traceback__)
    qtbot.waitUntil(lambda: Dialog.open_on(window) is not None)
    assert isinstance(Dialog.open_on(window), FaultDialog)


def test_stopping_the_program_by_hand_is_no_fault(window: QWidget, qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    watch_faults(window)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    qtbot.wait(10)
    assert Dialog.open_on(window) is None
