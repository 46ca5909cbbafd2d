"""The password card as pages: one A5 page under every regulation, also for a unit with a long name."""

from __future__ import annotations

from datetime import date

from govmail_desk.documents.converter import as_pdf
from govmail_desk.documents.password_card_docx import password_card_docx
from govmail_desk.documents.preview import PaperPages
from govmail_desk.domain.password_card import password_card
from govmail_desk.regulations import shipped

LONG_NAME = "Ban Quản lý dự án đầu tư xây dựng các công trình Giao thông"
A5_PT = (420, 595)


def test_under_every_regulation_the_card_is_one_a5_page():
    cards = {
        f"{regulation.id}.docx": password_card_docx(password_card(regulation, date(2026, 11, 23)), unit=LONG_NAME)
        for regulation in shipped.every()
    }
    made = as_pdf(cards)
    for name in cards:
        pages = PaperPages(made.pdf(name))
        size = tuple(round(side) for side in pages.size(0))
        assert (pages.count, size) == (1, A5_PT), name
        pages.close()
