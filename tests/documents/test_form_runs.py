"""Split tags joined: each whole in one run, every letter of the page where it was."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.documents.form_runs import joined
from govmail_desk.documents.package import WORD, parsed
from tests.documents.made_forms import paragraph, row, table, word_parts


def runs(content: bytes) -> list[str]:
    return [text.text or "" for text in parsed(content).iter(f"{WORD}t")]


def body(*said):
    parts, count = joined(word_parts(*map(paragraph, said)))
    return runs(parts["word/document.xml"]), count


def test_a_tag_in_pieces_is_whole_where_it_begins():
    assert body(["Kính gửi: {", "{ co_", "quan }", "}, ngày"]) == (["Kính gửi: {{ co_quan }}", "", "", ", ngày"], 1)


def test_two_split_tags_that_share_a_run_are_both_joined():
    assert body(["{{ a", " }} và {{", " b }}"]) == (["{{ a }}", " và {{ b }}", ""], 2)


def test_a_form_with_no_split_tag_stays_byte_for_byte():
    parts = word_parts(paragraph("{{ co_quan }}"), table(row("{{ ho_ten }}", "x")))
    assert joined(parts) == (parts, 0)


def test_tags_in_cells_headers_and_footers_are_joined_too():
    parts = word_parts(table(row(["{{ ho", "_ten }}"], "x")))
    parts["word/header1.xml"] = parts["word/document.xml"].replace(b"w:document", b"w:hdr")
    made, count = joined(parts)
    assert count == 2
    assert runs(made["word/header1.xml"])[:2] == ["{{ ho_ten }}", ""]


def test_a_paragraph_inside_a_box_of_another_is_joined_by_itself():
    inside = paragraph(["{{ a", " }}"])
    parts = word_parts(
        f"<w:p><w:r><w:t>{{{{ b</w:t></w:r><w:r><w:pict>{inside}</w:pict></w:r><w:r><w:t> }}}}</w:t></w:r></w:p>"
    )
    made, count = joined(parts)
    assert (runs(made["word/document.xml"]), count) == (["{{ b }}", "{{ a }}", "", ""], 2)


PIECES = st.lists(st.sampled_from(["{", "{{", "}}", "}", " ", "co_quan", "{%p", "%}", "if", "Lời ", "đ"]), max_size=14)


@given(PIECES)
@settings(max_examples=100)
def test_no_letter_is_lost_or_moved_and_joining_again_changes_nothing(pieces):
    once, _ = joined(word_parts(paragraph(pieces)))
    twice, left = joined(once)
    assert "".join(runs(once["word/document.xml"])) == "".join(pieces)
    assert (twice, left) == (once, 0)
