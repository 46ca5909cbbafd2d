"""How Word and Excel are asked, as far as a machine without them can tell: a small Python program answers for PowerShell."""

from __future__ import annotations

import base64
import re
import sys
from pathlib import Path

import pytest

from govmail_desk.documents.converter import NoConverter, as_pdf
from govmail_desk.documents.converter_process import OutOfTime
from govmail_desk.documents.converter_word import SCRIPT, MicrosoftOffice, found_microsoft_office
from govmail_desk.documents.letter import made_letter
from tests.documents.sample_papers import CA_MAU, LETTER_FORM

WORD = MicrosoftOffice("Word", ("powershell.exe",))

ANSWERS = """
import os, pathlib
for source in os.environ["GOVMAIL_SOURCES"].split("\\n"):
    source = pathlib.Path(source)
    assert source.is_file()
    (pathlib.Path(os.environ["GOVMAIL_OUT"]) / (source.stem + ".pdf")).write_bytes(b"%PDF-1.7 " + os.environ["GOVMAIL_PROGRAM"].encode())
"""
HANGS_WITH_A_WORD_ELSEWHERE = """
import os, pathlib, subprocess, sys, time
word = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], start_new_session=True)
pathlib.Path(os.environ["GOVMAIL_STARTED"]).write_text(str(word.pid))
word.wait()
"""


def answering(words: str, program: str = "Word") -> MicrosoftOffice:
    """An office whose PowerShell is a Python program; what PowerShell would be told comes after it."""
    return MicrosoftOffice(program, (sys.executable, "-c", words))


def test_the_script_goes_encoded_so_that_no_policy_for_files_holds_it():
    *words, encoded = WORD.command()
    assert words == ["powershell.exe", "-NoLogo", "-NoProfile", "-NonInteractive", "-EncodedCommand"]
    assert base64.b64decode(encoded).decode("utf-16-le") == SCRIPT.read_text(encoding="ascii")
    assert len(" ".join(WORD.command())) < 32_000, "Windows takes no longer command line"


def test_the_script_quits_only_an_office_it_started():
    script = SCRIPT.read_text(encoding="ascii")
    assert script.count(".Quit(") == 2
    assert re.search(r"if \(\$isOwn\) \{.*Quit.*Quit", script)
    assert script.index("throw 'this office belongs to somebody else'") < script.index("$isOwn = $true")
    assert script.index("AutomationSecurity = 3") < script.index("foreach ($source")


def test_the_braces_of_the_script_close():
    script = re.sub(r"#.*|'[^']*'|\"[^\"]*\"", "", SCRIPT.read_text(encoding="ascii"))
    for opening, closing in ("{}", "()", "[]"):
        assert script.count(opening) == script.count(closing)


def test_word_makes_letters_and_excel_makes_lists(tmp_path):
    letter = made_letter(LETTER_FORM, CA_MAU)
    made = as_pdf({"thư.docx": letter}, converters=[answering(ANSWERS, "Excel"), answering(ANSWERS)], work_in=tmp_path)
    assert made.pdfs == {"thư.docx": b"%PDF-1.7 Word"}
    with pytest.raises(NoConverter):
        as_pdf({"thư.docx": letter}, converters=[answering(ANSWERS, "Excel")], work_in=tmp_path).pdf("thư.docx")


def test_a_word_that_hangs_is_ended_by_its_number(tmp_path):
    office = answering(HANGS_WITH_A_WORD_ELSEWHERE)
    with pytest.raises(OutOfTime):
        office.convert([], folder=tmp_path, out=tmp_path, seconds=1.5, still=lambda: None)
    assert is_gone(int((tmp_path / "started.txt").read_text(encoding="ascii")))


def test_there_is_no_word_beside_windows():
    assert sys.platform == "win32" or found_microsoft_office() == []


def is_gone(process_id: int) -> bool:
    """Whether a process runs no more (one that ended and was not yet buried is gone)."""
    try:
        return Path(f"/proc/{process_id}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True
