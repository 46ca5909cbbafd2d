"""The password card on disk: Word, PDF where an office program makes one, nothing else; one page for every regulation."""

from __future__ import annotations

import pytest

from govmail_desk.documents.converter import NoConverter
from govmail_desk.documents.plain_text import plain_lines
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.password_card import NOBODY_ASKS, OURS_HEADING
from govmail_desk.operations.password_cards import card_of, write_password_card
from tests.desks import founded

QUAN4 = "quan4-03-2013"


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, QUAN4) as desk:
        yield desk


def test_the_word_file_says_every_line_of_the_card_with_its_article(desk, tmp_path):
    file = tmp_path / "thẻ.docx"
    write_password_card(desk, file=file)
    lines = plain_lines(file.name, file.read_bytes())
    rows = [line.cells for line in lines if line.kind == "row"]
    said = {(line.words, line.source) for line in card_of(desk).lines}
    assert said <= {row[-2:] for row in rows if len(row) > 1}
    texts = [line.text for line in lines]
    assert texts.index(OURS_HEADING) < texts.index(f"- {NOBODY_ASKS}")
    assert "ỦY BAN NHÂN DÂN PHƯỜNG 9" in texts[0]


def test_the_same_card_is_the_same_bytes(desk, tmp_path):
    for name in ("a.docx", "b.docx"):
        write_password_card(desk, file=tmp_path / name)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


@pytest.mark.parametrize("name", ["thẻ.txt", "thẻ"])
def test_another_kind_of_file_is_refused(desk, tmp_path, name):
    with pytest.raises(RuleBroken, match=r"kết thúc bằng \.docx hoặc \.pdf"):
        write_password_card(desk, file=tmp_path / name)
    assert not (tmp_path / name).exists()


def test_without_an_office_program_there_is_no_pdf(desk, tmp_path):
    with pytest.raises(NoConverter):
        write_password_card(desk, file=tmp_path / "thẻ.pdf", converters=())
    assert not (tmp_path / "thẻ.pdf").exists()


def test_a_folder_that_is_not_there_is_told(desk, tmp_path):
    with pytest.raises(StoreUnavailable):
        write_password_card(desk, file=tmp_path / "không có" / "thẻ.docx")
