"""The program as a process: exit codes, one sentence for each failure, no console or pipe that stops it."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from govmail_desk import app, paths
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from tests.commands import ROOT, started, told
from tests.desks import founded

LIMIT = ("working-days", "--from", "2026-03-05", "--days", "5")


def test_without_a_display_the_window_is_one_sentence_and_exit_3():
    answer = started()
    assert (answer.code, answer.out, answer.err.count("\n")) == (3, "", 1)
    assert "không có màn hình" in answer.err


def test_the_demo_without_a_display_makes_its_files_and_exits_0(tmp_path):
    answer = started("demo", "--folder", tmp_path / "Đơn vị mẫu")
    assert answer.code == 0
    assert len(answer.out.splitlines()) == 5
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp1258", "utf-16"])
def test_a_console_of_another_code_page_is_written_in_utf_8(encoding):
    plain = started(*LIMIT, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    as_json = started("regulations", "list", "--json", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    refused = started("regulations", "show", "không có", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert (plain.code, "thứ Bảy, nghỉ hằng tuần" in plain.out) == (0, True)
    assert len(json.loads(as_json.out)) == 5
    assert (refused.code, "Chương trình không có quy chế" in refused.err) == (1, True)


@pytest.mark.parametrize("words", [("regulations", "show", "soctrang-59-2024"), ("regulations", "list"), ("--help",)])
def test_a_reader_who_has_seen_enough_stops_nothing(words):
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as closed_pipe:
        ended = subprocess.run(
            [sys.executable, "-m", "govmail_desk", *words],
            check=False,
            stdout=closed_pipe,
            stderr=subprocess.PIPE,
            cwd=ROOT,
        )
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_no_command_loads_the_window(tmp_path):
    founded(tmp_path).close()
    question = (
        "import sys; from govmail_desk import app; "
        f"app.main(['mailboxes', '--register', {str(tmp_path / 'so.govmail')!r}]); "
        "print([name for name in ('PySide6', 'alembic', 'docxtpl', 'openpyxl', 'lxml') if name in sys.modules])"
    )
    ended = subprocess.run([sys.executable, "-c", question], check=True, capture_output=True, cwd=ROOT)
    assert ended.stdout.splitlines()[-1] == b"[]"


@pytest.mark.parametrize(
    ("failure", "code", "said"),
    [
        (RuleBroken("Không được.", cite="Đ8.3b"), 1, "Không được. (Đ8.3b)"),
        (RuleBroken("Điều này ghi ở Đ8.3b.", cite="Đ8.3b"), 1, "Điều này ghi ở Đ8.3b."),
        (RuleBroken("Không được."), 1, "Không được."),
        (StoreUnavailable("Ổ đĩa đã đầy."), 3, "Ổ đĩa đã đầy."),
        (PermissionError(13, "Permission denied", "/nhà/riêng/danh sách.xlsx"), 3, "“danh sách.xlsx”"),
        (KeyboardInterrupt(), 3, "Đã dừng theo yêu cầu"),
    ],
)
def test_each_failure_is_one_sentence_with_its_exit_code(capsys, failure, code, said):
    assert app._code_of(failure) == code
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1
    assert "/nhà/riêng" not in err


def test_a_fault_of_ours_exits_4_and_tells_nothing_of_the_data(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "nhà"))
    founded(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "so.govmail")) as outside:  # a state no version of the program wrote
        outside.execute("UPDATE mailbox SET state = 'Nguyễn Văn Thành 0977717717'")
        outside.commit()
    answer = told(capsys, "mailboxes", "--register", tmp_path / "so.govmail")
    assert (answer.code, answer.out) == (4, "")
    assert "lỗi của chính nó" in answer.err
    (report,) = paths.logs().glob("*.txt")
    told_of = report.read_text(encoding="utf-8")
    assert "KeyError" in told_of
    assert "mailboxes.py" in told_of
    assert not [secret for secret in ("Nguyễn", "0977717717", str(ROOT)) if secret in told_of + answer.err]


def test_a_display_is_where_a_screen_is_told_of(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert not app.has_display()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert app.has_display()
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.delenv("WAYLAND_DISPLAY")
    assert app.has_display()
