"""The report of a fault holds nobody's data."""

from __future__ import annotations

import pytest

from govmail_desk import __version__, faults, paths

CANARY = "Nguyễn Văn Thành 0977717717 thanhnv.stttt@ninhbinh.gov.vn"


class UnusualFaultError(Exception):
    pass


def fall(depth: int, told: str) -> None:
    if depth:
        fall(depth - 1, told)
    raise UnusualFaultError(told)


def caught(depth: int = 3) -> UnusualFaultError:
    with pytest.raises(UnusualFaultError) as fault:
        fall(depth, CANARY)
    return fault.value


def test_a_fault_is_told_by_its_kind_and_the_lines_it_passed_through():
    fault = caught()
    told = faults.anonymous(type(fault), fault.__traceback__)
    head, kind, *lines = told.splitlines()
    assert head.startswith(f"govmail-desk {__version__}, Python ")
    assert kind == "UnusualFaultError"
    assert [line.split()[-1] for line in lines][-4:] == ["fall"] * 4
    assert all(line.startswith("  test_faults.py:") for line in lines)


def test_no_value_message_or_folder_is_in_it():
    fault = caught()
    told = faults.anonymous(type(fault), fault.__traceback__)
    assert not [part for part in (*CANARY.split(), "/", "\\") if part in told.replace("Python", "")]


def test_a_very_deep_fault_is_told_by_its_last_lines():
    fault = caught(depth=200)
    told = faults.anonymous(type(fault), fault.__traceback__)
    assert len(told.splitlines()) == faults.KEPT_FRAMES + 2


def test_the_report_lies_in_the_log_folder_and_the_sentence_names_it(monkeypatch, tmp_path):
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))
    fault = caught()
    sentence = faults.report(type(fault), fault.__traceback__)
    (file,) = paths.logs().glob("loi-*.txt")
    text = file.read_text(encoding="utf-8")
    file.unlink()
    assert f"“{file.name}”" in sentence
    assert text == faults.anonymous(type(fault), fault.__traceback__)
    assert CANARY not in sentence + text


def test_where_no_report_can_be_written_that_is_said(monkeypatch, tmp_path):
    (tmp_path / "nhà").write_bytes(b"")
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "nhà"))
    fault = caught()
    sentence = faults.report(type(fault), fault.__traceback__)
    assert "Không ghi được báo cáo lỗi" in sentence
