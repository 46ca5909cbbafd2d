"""Pages made under the limits of a POSIX system: no process is left and no file, whatever ends the work."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from govmail_desk.documents.converter import as_pdf
from govmail_desk.documents.letter import made_letter
from govmail_desk.documents.writing import write_whole
from govmail_desk.domain.errors import StoreUnavailable
from tests.commands import ROOT
from tests.documents.sample_papers import CA_MAU, LETTER_FORM
from tests.reliability.test_disk_posix import obey_permissions

LETTER = made_letter(LETTER_FORM, CA_MAU)
MADE_IN_LITTLE_ROOM = """
import sys
from pathlib import Path
from govmail_desk.documents.converter import as_pdf
from govmail_desk.domain.errors import StoreUnavailable
try:
    as_pdf({"thư.docx": Path(sys.argv[1]).read_bytes()}, work_in=Path(sys.argv[2])).pdf("thư.docx")
except StoreUnavailable as failure:
    print(failure.sentence)
"""
WRITTEN = """
import sys
from pathlib import Path
from govmail_desk.documents.writing import write_whole
from govmail_desk.domain.errors import StoreUnavailable
try:
    write_whole(Path(sys.argv[1]), b"%PDF-1.7" + bytes(100_000))
except StoreUnavailable as failure:
    print(failure.sentence)
"""


class Stopped(Exception):
    pass


def offices_in(folder: Path) -> list[str]:
    """The processes whose command line names the folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes().decode("utf-8", "replace")
        except OSError:
            continue
        if folder.name in words:
            found.append(words)
    return found


def pipes() -> set[Path]:
    return set(Path("/tmp").glob("OSL_PIPE_*"))


def said(words: str, *arguments: Path, before=None) -> str:
    program = [sys.executable, "-c", words, *map(str, arguments)]
    ended = subprocess.run(program, cwd=ROOT, check=True, capture_output=True, preexec_fn=before, timeout=60)
    return ended.stdout.decode().strip()


def test_a_stop_in_the_middle_leaves_no_process_and_no_file(tmp_path):
    seen: list[str] = []
    before = pipes()

    def stop_once_the_office_runs(_done: int, _total: int) -> None:
        seen.extend(offices_in(tmp_path))
        if any("soffice.bin" in words for words in seen):
            raise Stopped

    with pytest.raises(Stopped):
        as_pdf({"thư.docx": LETTER}, work_in=tmp_path, tick=stop_once_the_office_runs)
    assert seen
    assert offices_in(tmp_path) == []
    assert list(tmp_path.iterdir()) == []
    assert pipes() <= before


def test_no_room_for_the_pages_is_one_sentence_and_leaves_nothing(tmp_path):
    letter, work = tmp_path / "thư.docx", tmp_path / "tạm"
    letter.write_bytes(LETTER)
    work.mkdir()

    def let_files_grow_little() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    assert "đã đầy" in said(MADE_IN_LITTLE_ROOM, letter, work, before=let_files_grow_little)
    assert list(work.iterdir()) == []


def test_a_pdf_saved_where_nothing_may_be_written_keeps_the_old_one(tmp_path):
    target = tmp_path / "thư của đơn vị.pdf"
    target.write_bytes(b"cu")
    tmp_path.chmod(0o555)
    told = said(WRITTEN, target, before=obey_permissions)
    tmp_path.chmod(0o755)
    assert "Hãy chọn thư mục khác" in told
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"cu"]


def test_a_pdf_saved_on_a_full_disk_keeps_the_old_one(tmp_path):
    target = tmp_path / "thư.pdf"
    target.write_bytes(b"cu")

    def let_files_grow_little() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

    assert said(WRITTEN, target, before=let_files_grow_little)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"cu"]


def test_a_pdf_is_written_over_the_old_one_whole(tmp_path):
    target = tmp_path / "thư.pdf"
    target.write_bytes(b"cu")
    write_whole(target, b"%PDF-1.7")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"%PDF-1.7"]
    with pytest.raises(StoreUnavailable):
        write_whole(tmp_path / "khong co" / "thu.pdf", b"%PDF-1.7")
