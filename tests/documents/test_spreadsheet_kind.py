"""A file is told by its bytes: what is no spreadsheet is refused by name, and plain text only passes under a name of text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govmail_desk.documents.spreadsheet_answer import NotTaken, Reason
from govmail_desk.documents.spreadsheet_kind import FileKind, file_kind

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def refusal_of(content: bytes, name: str) -> NotTaken:
    with pytest.raises(NotTaken) as refusal:
        file_kind(content, name)
    return refusal.value


@pytest.mark.parametrize("name", ["a.csv", "A.CSV", "a.tsv", "a.txt"])
def test_plain_text_is_a_list_under_a_name_of_text(name: str) -> None:
    assert file_kind("STT,Họ và tên\r\n".encode(), name) is FileKind.CSV


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_text_in_utf16_is_text(encoding: str) -> None:
    assert file_kind("STT\tHo va ten\r\n".encode(encoding), "a.csv") is FileKind.CSV


def test_plain_text_under_the_name_of_a_workbook_is_sent_back_to_excel() -> None:
    assert refusal_of(b"STT\tHo ten\r\n", "bao-cao.xls").reason is Reason.OTHER_SPREADSHEET


@pytest.mark.parametrize("page", [b"<table><tr>", b"\r\n  <!DOCTYPE html>", b"\xef\xbb\xbf<HTML>", b"<style>x</style>"])
def test_a_web_page_called_xls_is_named_as_one(page: bytes) -> None:
    refusal = refusal_of(page, "xuat.xls")
    assert "HTML" in refusal.sentence("xuat.xls")


def test_old_office_files_are_told_apart_by_their_streams() -> None:
    assert file_kind(OLE + "Workbook".encode("utf-16-le"), "a.xlsx") is FileKind.XLS
    assert "Word" in refusal_of(OLE + "WordDocument".encode("utf-16-le"), "a.xls").sentence("a.xls")
    assert refusal_of(OLE + "EncryptedPackage".encode("utf-16-le"), "a.xlsx").reason is Reason.LOCKED
    assert refusal_of(OLE, "a.xls").reason is Reason.DAMAGED


@given(st.binary(max_size=200), st.sampled_from(["a.xlsx", "a.xls", "a.ods", "a.csv"]))
def test_any_bytes_are_a_kind_or_a_refusal(content: bytes, name: str) -> None:
    assert isinstance(kind_or_refusal(content, name), FileKind | NotTaken)


def kind_or_refusal(content: bytes, name: str) -> FileKind | NotTaken:
    try:
        return file_kind(content, name)
    except NotTaken as refusal:
        return refusal
