"""What the law on personal data asks, as the shipped file says it."""

from __future__ import annotations

import re

from govmail_desk.regulations.privacy import privacy_law


def test_every_line_has_its_article():
    law = privacy_law()
    cites = [law.id_number.cite, law.sensitive.cite, law.past.cite, law.papers.cite, *(one.cite for one in law.answer)]
    assert all(re.search(r"Đ\d+", cite) for cite in cites)
    assert {one.wish for one in law.answer} == {"acknowledge", "see", "restrict", "delete"}


def test_how_long_we_suggest_keeping_is_marked_as_ours():
    assert privacy_law().suggested.why.startswith("Gợi ý của chương trình")


def test_the_clerk_is_told_how_far_the_sources_go():
    assert "chưa đối chiếu bản gốc" in privacy_law().read_from
