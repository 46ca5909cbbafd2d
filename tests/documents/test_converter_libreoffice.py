"""LibreOffice of its own: found, quiet, and nothing of it left."""

from __future__ import annotations

import socket
import threading
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE

from govmail_desk.documents.converter_libreoffice import LibreOffice, found_libreoffice
from govmail_desk.documents.converter_process import OutOfTime
from tests.documents.sample_pictures import DOT

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


class Listener:
    """Counts who calls a port of this machine."""

    def __init__(self) -> None:
        self._door = socket.create_server(("127.0.0.1", 0))
        self._door.settimeout(0.1)
        self.port = self._door.getsockname()[1]
        self.calls = 0
        self._is_open = True
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def close(self) -> None:
        self._is_open = False
        self._thread.join()
        self._door.close()

    def _listen(self) -> None:
        while self._is_open:
            try:
                caller, _ = self._door.accept()
            except TimeoutError:
                continue
            self.calls += 1
            caller.close()


@pytest.fixture
def listener():
    listening = Listener()
    yield listening
    listening.close()


def office() -> LibreOffice:
    found = found_libreoffice()
    assert found is not None, "tests of pages need LibreOffice (packaging/linux/test.packages)"
    return found


def paper_that_fetches(address: str) -> bytes:
    """A letter with a picture that lies elsewhere."""
    paper = docx.Document()
    paper.add_paragraph("Kính gửi")
    paper.add_picture(BytesIO(DOT))
    picture = next(paper.element.body.iter(DRAWING))
    del picture.attrib[f"{RELATIONS}embed"]
    picture.set(f"{RELATIONS}link", paper.part.relate_to(address, RELATIONSHIP_TYPE.IMAGE, is_external=True))
    kept = BytesIO()
    paper.save(kept)
    return kept.getvalue()


def converted(folder: Path, content: bytes, *, seconds: float = 90) -> Path:
    out = folder / "out"
    out.mkdir()
    (folder / "0.docx").write_bytes(content)
    office().convert([folder / "0.docx"], folder=folder, out=out, seconds=seconds, still=lambda: None)
    return out / "0.pdf"


def dead_pipes() -> set[Path]:
    """Find the pipes of LibreOffice that nobody listens at; other tests' own, running beside this one, are alive."""
    listened_at = Path("/proc/net/unix").read_text(encoding="utf-8")
    return {pipe for pipe in Path("/tmp").glob("OSL_PIPE_*") if str(pipe) not in listened_at}


def test_a_picture_that_lies_elsewhere_is_not_fetched(tmp_path, listener):
    """Without our settings LibreOffice 7.4 calls three times."""
    made = converted(tmp_path, paper_that_fetches(f"http://127.0.0.1:{listener.port}/anh.png"))
    assert made.is_file()
    assert listener.calls == 0


def test_out_of_time_leaves_no_pipe(tmp_path):
    before = dead_pipes()
    with pytest.raises(OutOfTime):
        converted(tmp_path, b"", seconds=0.6)
    assert dead_pipes() <= before
