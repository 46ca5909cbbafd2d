"""Starting with the computer: what the desktop is told, and taken back."""

from __future__ import annotations

import sys

import pytest

from govmail_desk.gui.autostart import IN_TRAY, AutostartFile, command


@pytest.fixture
def kept(tmp_path):
    return AutostartFile(tmp_path / "autostart")


def test_put_there_it_starts_hidden_and_taken_away_nothing_is_left(kept):
    assert not kept.is_on
    kept.set_on(is_on=True)
    assert kept.is_on
    lines = kept.path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "[Desktop Entry]"
    assert any(line.startswith("Exec=") and line.endswith(IN_TRAY) for line in lines)
    for _ in range(2):
        kept.set_on(is_on=False)
    assert not kept.is_on


def test_what_stood_there_is_replaced_whole(kept):
    kept.set_on(is_on=True)
    held_open = kept.path.with_name("đang đọc")
    held_open.hardlink_to(kept.path)
    held_open.write_text("bản trước", encoding="utf-8")
    kept.set_on(is_on=True)
    assert held_open.read_text(encoding="utf-8") == "bản trước"
    assert kept.path.read_text(encoding="utf-8").startswith("[Desktop Entry]")


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "autostart").write_text("một tệp", encoding="utf-8")
    with pytest.raises(OSError, match="autostart"):
        AutostartFile(tmp_path / "autostart").set_on(is_on=True)


def test_run_from_python_it_is_started_as_a_module(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "govmail_desk" / "__main__.py")])
    assert command() == [sys.executable, "-m", "govmail_desk", IN_TRAY]


def test_installed_it_is_started_by_its_own_name(monkeypatch, tmp_path):
    program = tmp_path / "govmail-desk.exe"
    program.write_bytes(b"")
    monkeypatch.setattr(sys, "argv", [str(program)])
    assert command() == [str(program.resolve()), IN_TRAY]
