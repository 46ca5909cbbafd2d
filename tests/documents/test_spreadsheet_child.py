"""The reading process speaks by itself: a file in on stdin, one whole answer out on stdout, whatever the file holds."""

from __future__ import annotations

import subprocess
import sys

import msgspec
import pytest

from govmail_desk.documents.spreadsheet_answer import Refused, Taken
from govmail_desk.documents.spreadsheet_limits import Limits
from tests.reliability.hostile_files import xlsx


def answer(content: bytes, kind: str, limits: Limits | None = None) -> Taken | Refused:
    command = [sys.executable, "-m", "govmail_desk.documents.spreadsheet_child", kind]
    stated = msgspec.json.encode(limits or Limits()).decode()
    done = subprocess.run([*command, stated], input=content, capture_output=True, check=True)
    return msgspec.msgpack.decode(done.stdout, type=Taken | Refused)


def test_a_good_file_is_answered_with_its_sheets() -> None:
    taken = answer("STT,Họ và tên\n1,Đỗ Văn Lý\n".encode(), "csv")
    assert isinstance(taken, Taken)
    assert [cell.text for cell in taken.sheets[0].rows[1].cells] == ["1", "Đỗ Văn Lý"]


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (Limits(row_count=2), "TOO_MANY_ROWS"),
        (Limits(cell_count=5), "TOO_MANY_CELLS"),
        (Limits(text_length=6), "TOO_MUCH_TEXT"),
    ],
)
def test_the_limits_given_are_kept(limits: Limits, reason: str) -> None:
    refused = answer(b"a,b\ncc,d\ne,f\n", "csv", limits)
    assert isinstance(refused, Refused)
    assert refused.reason == reason


def test_a_cell_far_from_the_table_is_named() -> None:
    cell = '<row r="900"><c r="AB900"><v>1</v></c></row>'
    refused = answer(xlsx('<row r="1"><c r="A1"><v>1</v></c></row>' + cell), "xlsx", Limits(row_count=500))
    assert isinstance(refused, Refused)
    assert (refused.reason, refused.details["found"]) == ("FAR_CELL", "AB900")
