"""What is typed to search by, as a condition of SQL. Folding is `domain.vietnamese`, what a row is found by `store.derived`."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, and_, true

from govmail_desk.domain.vietnamese import search_key


def says(column: Any, text: str) -> ColumnElement[bool]:
    """Match rows whose folded column has every word of a text somewhere, in any order; an empty text matches all."""
    return and_(true(), *(_contains(column, word) for word in _words(text)))


def _words(text: str) -> list[str]:
    """Return the folded words, the longest first, since it is likely met in the fewest rows; one that lies in another is found with it."""
    words: list[str] = []
    for word in sorted(search_key(text).split(), key=len, reverse=True):
        if not any(word in longer for longer in words):
            words.append(word)
    return words


def _contains(column: Any, word: str) -> ColumnElement[bool]:
    """Match a word anywhere; the signs LIKE reads as wildcards are themselves here."""
    escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    matched: ColumnElement[bool] = column.like(f"%{escaped}%", escape="\\")
    return matched
