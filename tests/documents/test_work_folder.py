"""Folders for the length of some work: none stays behind, and nobody's folder in use is touched."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from time import time

from govmail_desk.documents.work_folder import WorkFolder
from tests.commands import ROOT

START = "govmail-thu-"
KILLED = """
import os, signal, sys
from pathlib import Path
from govmail_desk.documents.work_folder import WorkFolder
folder = WorkFolder("govmail-thu-", within=Path(sys.argv[1]))
(folder.path / "cong-van.docx").write_bytes(b"PK")
os.kill(os.getpid(), signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
"""


def of_killed_process(place: Path) -> Path:
    ended = subprocess.run([sys.executable, "-c", KILLED, str(place)], cwd=ROOT, check=False, timeout=60)
    assert ended.returncode != 0
    (left,) = place.iterdir()
    return left


def aged(folder: Path, *, hours: int) -> Path:
    then = time() - hours * 3600
    os.utime(folder, (then, then))
    return folder


def test_a_folder_is_gone_with_all_in_it_once_the_work_is_done(tmp_path):
    folder = WorkFolder(START, within=tmp_path)
    (folder.path / "out").mkdir()
    (folder.path / "out" / "0.pdf").write_bytes(b"%PDF-")
    folder.remove()
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_program_left_is_removed_with_the_next_folder(tmp_path):
    left = aged(of_killed_process(tmp_path), hours=2)
    folder = WorkFolder(START, within=tmp_path)
    assert not left.exists()
    assert list(tmp_path.iterdir()) == [folder.path]
    folder.remove()


def test_what_was_left_just_now_stays_since_an_office_may_still_write_there(tmp_path):
    left = of_killed_process(tmp_path)
    WorkFolder(START, within=tmp_path).remove()
    assert left.exists()


def test_a_folder_in_use_stays_however_old_it_is(tmp_path):
    used = WorkFolder(START, within=tmp_path)
    aged(used.path, hours=100)
    WorkFolder(START, within=tmp_path).remove()
    assert used.path.exists()
    used.remove()


def test_other_folders_and_links_of_such_a_name_are_no_folders_of_ours(tmp_path):
    other = tmp_path / "ho-so"
    other.mkdir()
    link = tmp_path / f"{START}lien-ket"
    link.symlink_to(other, target_is_directory=True)
    file = tmp_path / f"{START}tep"
    file.write_bytes(b"")
    for each in (other, file):
        aged(each, hours=100)
    WorkFolder(START, within=tmp_path).remove()
    assert {each.name for each in tmp_path.iterdir()} == {other.name, link.name, file.name}
