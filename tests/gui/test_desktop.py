"""Where the questions for files and folders begin; what Qt itself would show is answered in its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from govmail_desk.gui.desktop import Desktop, first_folder

DOCUMENTS = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


class AnsweredQuestions:
    """What Qt's own questions were begun with, and what they answer."""

    def __init__(self) -> None:
        self.begun: list[Path] = []
        self.answer = ""

    def ask_file(self, _parent: QWidget, _title: str, begun: str, _kind: str) -> tuple[str, str]:
        self.begun.append(Path(begun))
        return self.answer, ""

    def ask_folder(self, _parent: QWidget, _title: str, begun: str) -> str:
        self.begun.append(Path(begun))
        return self.answer


@pytest.fixture
def asked(qapp, monkeypatch: pytest.MonkeyPatch):
    questions = AnsweredQuestions()
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, questions.ask_file)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", questions.ask_folder)
    qapp.setProperty("govmailFolder", None)
    yield questions
    qapp.setProperty("govmailFolder", None)


@pytest.fixture
def place(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_at_first_every_question_begins_in_documents(asked, place) -> None:
    desk = Desktop()
    assert desk.choose_list(place) is None
    assert desk.choose_file(place, title="Chọn tệp", kind="Mọi tệp (*)") is None
    assert desk.choose_new_file(place, title="Lưu", path=Path("nhat-ky.csv"), kind="CSV (*.csv)") is None
    assert desk.choose_folder(place) is None
    assert asked.begun == [DOCUMENTS, DOCUMENTS, DOCUMENTS / "nhat-ky.csv", DOCUMENTS]


def test_the_next_question_begins_where_the_last_was_answered(asked, place, tmp_path) -> None:
    asked.answer = str(tmp_path / "can-bo.xlsx")
    assert Desktop().choose_list(place) == tmp_path / "can-bo.xlsx"
    assert first_folder() == tmp_path
    (tmp_path / "giay").mkdir()
    asked.answer = str(tmp_path / "giay")
    assert Desktop().choose_folder(place) == tmp_path / "giay"
    Desktop().choose_new_file(place, title="Lưu", path=Path("lich.ics"), kind="Lịch (*.ics)")
    assert asked.begun == [DOCUMENTS, tmp_path, tmp_path / "giay" / "lich.ics"]


def test_a_folder_or_place_said_by_the_program_comes_first(asked, place, tmp_path) -> None:
    Desktop().choose_file(place, title="Chọn mẫu", kind="Word (*.docx)", folder=tmp_path)
    Desktop().choose_new_file(place, title="Nơi đặt sổ", path=tmp_path / "so.govmail", kind="Sổ (*.govmail)")
    assert asked.begun == [tmp_path, tmp_path / "so.govmail"]


def test_a_folder_that_is_gone_gives_way_to_documents(asked, place, tmp_path) -> None:
    asked.answer = str(tmp_path / "usb" / "can-bo.csv")
    Desktop().choose_list(place)
    assert first_folder() == DOCUMENTS
