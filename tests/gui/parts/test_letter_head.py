"""The head of a letter as the paper sets it: capitals, a blank number, a blank day."""

from __future__ import annotations

from datetime import date

from govmail_desk.domain.settings import Letterhead
from govmail_desk.gui.parts.letter_head import LetterHead


def head(**facts):
    given = {
        "parent_body": "Ủy ban nhân dân tỉnh Ninh Bình",
        "body": "Sở Nội vụ",
        "place": "Ninh Bình",
        "symbol": "SNV-VP",
    }
    return Letterhead(from_on=date(2026, 1, 1), **given | facts)


def test_a_draft_has_room_for_number_and_day(qtbot):
    picture = LetterHead()
    qtbot.addWidget(picture)
    picture.show_head(head(), date(2026, 2, 3))
    assert picture.words.split("\n") == [
        "ỦY BAN NHÂN DÂN TỈNH NINH BÌNH",
        "SỞ NỘI VỤ",
        "Số:      /SNV-VP",
        "Ninh Bình, ngày     tháng 02 năm 2026",
    ]


def test_a_body_with_none_above_it_has_one_line_less(qtbot):
    picture = LetterHead()
    qtbot.addWidget(picture)
    picture.show_head(head(parent_body=""), date(2026, 2, 3))
    assert picture.words.startswith("SỞ NỘI VỤ")
