"""Which papers of a request may still become others."""

from __future__ import annotations

from datetime import UTC, datetime

from govmail_desk.domain.request import File, open_papers


def kept(role, name):
    return File(request_id=1, role=role, name=name, sha256="", byte_count=0, made_at=datetime(2026, 11, 23, tzinfo=UTC))


def test_before_it_is_sent_every_paper_is_open_then_only_the_latest_that_asks_again():
    first = (kept("letter", "de-nghi.docx"), kept("email", "de-nghi.eml"))
    chases = tuple(kept("chase", f"don-doc-lan-{time}.{kind}") for time in (1, 2) for kind in ("docx", "eml"))
    assert open_papers(first, "draft") == open_papers(first, "signed") == first
    for state in ("sent", "overdue"):
        assert open_papers(first, state) == ()
        assert open_papers((*first, *chases), state) == chases[2:]
    for state in ("answered", "applied", "cancelled"):
        assert open_papers((*first, *chases), state) == ()
