"""An archive of mail as its line in the checklist tells it."""

from __future__ import annotations

import hashlib

import pytest

from govmail_desk.domain.errors import StoreUnavailable
from govmail_desk.domain.handover_checklist import checked_details
from govmail_desk.operations.handover_archives import archive_details
from govmail_desk.regulations.handover import rules


@pytest.mark.parametrize(("byte_count", "gigabytes"), [(0, "0"), (2_600_000, "0,003"), (1_000, "0")])
def test_its_hash_and_size_are_what_the_line_asks(tmp_path, byte_count, gigabytes):
    content = b"x" * byte_count
    archive = tmp_path / "lưu trữ.pst"
    archive.write_bytes(content)
    details = archive_details(archive)
    assert details == {"file_count": "1", "gigabytes": gigabytes, "sha256": hashlib.sha256(content).hexdigest()}
    assert checked_details(rules()["local-archives"], details) == details
    assert archive.read_bytes() == content


def test_one_that_cannot_be_read_says_what_to_do(tmp_path):
    with pytest.raises(StoreUnavailable, match=r"Không đọc được tệp “không có\.pst”"):
        archive_details(tmp_path / "không có.pst")
