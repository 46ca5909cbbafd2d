"""Articles as papers write them out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govmail_desk.domain.citation import later_citation, written_out
from govmail_desk.regulations import shipped


@pytest.mark.parametrize(
    ("cite", "words"),
    [
        ("Đ7", "Điều 7"),
        ("Đ6.1", "khoản 1 Điều 6"),
        ("Đ8.3b", "điểm b khoản 3 Điều 8"),
        ("Đ11.2đ", "điểm đ khoản 2 Điều 11"),
        ("Đ4.1, Đ4.5", "khoản 1, khoản 5 Điều 4"),
        ("Đ8.6, Đ11.2", "khoản 6 Điều 8; khoản 2 Điều 11"),
        ("QĐ Đ2", ""),
        ("", ""),
    ],
)
def test_an_article_is_written_out_from_point_to_article(cite: str, words: str) -> None:
    assert written_out(cite) == words


def test_every_way_a_request_goes_can_be_cited_in_a_letter() -> None:
    cites = [
        one.cite
        for each in shipped.every()
        for one in each.provisions
        if one.key.startswith("request.channel") and one.cite
    ]
    assert cites
    assert [cite for cite in cites if not written_out(cite)] == []


@given(st.lists(st.tuples(st.integers(1, 20), st.integers(1, 9)), min_size=1, max_size=4, unique=True))
def test_each_article_is_named_once_and_each_clause_is_kept(places: list[tuple[int, int]]) -> None:
    words = written_out(", ".join(f"Đ{article}.{clause}" for article, clause in places))
    assert [words.count(f"Điều {article}") for article in {article for article, _ in places}].count(0) == 0
    assert len(words.split("; ")) == len({article for article, _ in places})
    assert words.count("khoản") == len(places)


def test_a_decision_is_named_again_as_what_issued_the_rule() -> None:
    assert later_citation("Quyết định mẫu") == "Quy chế ban hành kèm theo Quyết định mẫu"
    assert later_citation("Quy chế kèm theo Quyết định mẫu") == "Quy chế kèm theo Quyết định mẫu"
