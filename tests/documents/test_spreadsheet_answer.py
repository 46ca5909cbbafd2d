"""Every reason becomes one Vietnamese sentence that names the file and what to do."""

from __future__ import annotations

import re

import pytest

from govmail_desk.documents.spreadsheet_answer import NotTaken, Reason

DETAILS = {"found": "ảnh PNG", "limit": 200_000, "sheet": "Danh sách {1}"}


@pytest.mark.parametrize("reason", Reason)
def test_each_reason_names_the_file_and_tells_what_to_do(reason: Reason) -> None:
    sentence = NotTaken(reason, **DETAILS).sentence("danh sách {1}.xlsx")
    assert "«danh sách {1}.xlsx»" in sentence
    assert re.search(r"\bhãy\b", sentence)
    assert re.fullmatch(r"[^.]*(?:\.(?:xlsx|000)[^.]*)*\.", sentence), sentence


def test_large_numbers_are_written_the_vietnamese_way() -> None:
    assert "quá 200.000 dòng" in NotTaken(Reason.TOO_MANY_ROWS, sheet="A", limit=200_000).sentence("a.csv")
