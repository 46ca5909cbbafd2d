"""The directory as contacts, read back by another library than writes them."""

from __future__ import annotations

from dataclasses import replace

import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.documents.directory_vcards import directory_vcards
from tests.directories import of_person, of_unit, paper

SO = of_unit("Sở Thông tin và Truyền thông", phone="0229 3871 001", addresses=("stttt@ninhbinh.gov.vn",))
ROOM = of_unit("Phòng Kế hoạch; Tài chính, Kế toán", level=1, number=3)
HANH = of_person(
    "Lê Thị Mỹ Hạnh",
    level=2,
    number=4,
    title="Trưởng phòng",
    phone="0229 3871 003",
    addresses=("hanhltm@b.vn", "lh@b.vn"),
)
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=60).filter(str.strip)


def cards(content):
    return list(vobject.readComponents(content.decode("utf-8")))


def test_a_card_has_the_name_in_its_parts_the_units_from_the_top_and_the_work_telephone():
    _, card = cards(directory_vcards(paper(SO, ROOM, HANH)))
    assert card.version.value == "3.0"
    assert card.fn.value == "Lê Thị Mỹ Hạnh"
    name = card.n.value
    assert (name.family, name.given, name.additional) == ("Lê", "Hạnh", "Thị Mỹ")
    assert card.org.value == ["Sở Thông tin và Truyền thông", "Phòng Kế hoạch; Tài chính, Kế toán"]
    assert (card.title.value, card.tel.value) == ("Trưởng phòng", "0229 3871 003")
    assert card.tel.params["TYPE"] == ["WORK", "VOICE"]
    assert [mail.value for mail in card.contents["email"]] == ["hanhltm@b.vn", "lh@b.vn"]
    assert card.rev.value == "2026-11-23T01:30:00Z"
    assert card.note.value == "Số liệu đến ngày 23/11/2026"


def test_the_word_marked_as_the_given_name_is_the_given_name():
    (card,) = cards(directory_vcards(paper(replace(HANH, level=0, name="Đặng Mỹ Hạnh Dung", given_word=3))))
    assert card.n.value.given == "Hạnh"


def test_a_unit_is_a_card_of_its_own_and_one_that_nobody_reaches_is_none():
    (card,) = cards(directory_vcards(paper(SO, ROOM)))
    assert (card.fn.value, card.n.value.family) == (SO.name, SO.name)
    assert card.email.value == "stttt@ninhbinh.gov.vn"


def test_the_same_person_is_the_same_card_in_every_edition_and_another_in_another_register():
    first, later = paper(SO, HANH), paper(SO, ROOM, replace(HANH, name="Lê Hạnh", title=""))
    uids = [cards(directory_vcards(one))[-1].uid.value for one in (first, later, replace(first, mark="khác"))]
    assert uids[0] == uids[1] != uids[2]
    assert len({card.uid.value for card in cards(directory_vcards(first))}) == 2


def test_every_text_says_that_it_is_utf_8_and_lines_are_folded():
    content = directory_vcards(paper(replace(SO, name="Ủy ban nhân dân " * 12), HANH))
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(b"CHARSET=UTF-8" in line for line in lines if line.startswith((b"FN", b"N;", b"ORG", b"TITLE", b"NOTE")))


@given(WORDS, WORDS, WORDS)
@settings(max_examples=100)
def test_whatever_a_name_a_post_or_a_unit_holds_is_read_back(name, title, unit):
    lines = (of_unit(unit), of_person(name, title=title, addresses=("an@b.vn",)))
    (card,) = cards(directory_vcards(paper(*lines)))
    assert (card.fn.value, card.title.value, card.org.value) == (name, title, [unit])


def test_a_line_break_in_a_name_makes_no_line_of_its_own():
    (card,) = cards(directory_vcards(paper(replace(HANH, level=0, name='Võ "Út"\nEMAIL:evil@x.vn, 😀'))))
    assert card.fn.value == 'Võ "Út"\nEMAIL:evil@x.vn, 😀'
    assert [mail.value for mail in card.contents["email"]] == ["hanhltm@b.vn", "lh@b.vn"]
