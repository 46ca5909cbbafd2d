"""Searching mailboxes and people: folded, words in any order, initials, unit short name, signs as they are, after renaming."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from govmail_desk.domain.vietnamese import search_key
from govmail_desk.listings import mailboxes, people
from govmail_desk.listings.mailboxes import MailboxFilter
from govmail_desk.listings.people import PersonFilter, person_of
from govmail_desk.listings.search import says
from govmail_desk.listings.units import unit_of
from govmail_desk.operations.mailboxes import add_mailbox
from govmail_desk.operations.people import edit_person
from govmail_desk.operations.units import add_unit, edit_unit, rename_unit
from govmail_desk.store import database, tables
from govmail_desk.store.bulk import insert_rows
from tests.desks import added, founded, own_unit_id


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as desk:
        (section,) = add_unit(
            desk, name="Phòng Công nghệ thông tin", slug="pcntt.stttt", parent_id=own_unit_id(desk), short_name="P.CNTT"
        ).ids["unit"]
        for name, local_part in (("Đặng Đức Đạt", "datdd"), ("Nguyễn Thị Ứng", "ungnt"), ("H'Hen Niê", "hhenn")):
            add_mailbox(
                desk,
                address=f"{local_part}.stttt@ninhbinh.gov.vn",
                kind="personal",
                unit_id=section,
                holder_id=added(desk, name),
                since=desk.today(),
            )
        yield desk


def holders(desk, text):
    return [
        row.holder for row in mailboxes.page(desk, mailboxes.ids(desk, MailboxFilter(search=text, kind="personal")))
    ]


def names(desk, text):
    return [row.full_name for row in people.page(desk, people.ids(desk, PersonFilter(search=text)))]


@pytest.mark.parametrize(
    "text",
    [
        "Đặng Đức Đạt", "dang duc dat", "DANG", "đạt đặng", "dat duc dang", "ddd", "datdd", "DATDD.STTTT", "datdd.", "\u0110\u0103\u0323ng",
        normalize("NFD", "Đặng Đức"), "\u00d0ặng", "\u0189ức", "  dat\u00a0 dang ", "dat ninhbinh", "ạt ức", "dat pcntt", "dat p.cntt",
        "dat cong nghe", "d",
    ],
)  # fmt: skip
def test_a_mailbox_is_found_by_whatever_is_known_of_it(desk, text):
    assert "Đặng Đức Đạt" in holders(desk, text)


@pytest.mark.parametrize(
    "text", ["datt", "dang duc dat x", "phong ke toan", "%", "_", "\\", "d%t", "d_ng", "dat%", "đ\\ạt"]
)
def test_what_is_not_there_is_not_found(desk, text):
    assert holders(desk, text) == []


@pytest.mark.parametrize("text", ["hhen", "H'Hen", "h\u2019hen", "H`hen nie"])
def test_apostrophes_do_not_matter(desk, text):
    assert holders(desk, text) == ["H'Hen Niê"]


@pytest.mark.parametrize(("text", "count"), [("", 3), ("   ", 3), ("\u200b", 3), ("'", 3)])
def test_nothing_to_search_by_finds_all(desk, text, count):
    assert len(holders(desk, text)) == count


def test_people_are_found_by_post_and_initials(desk):
    assert names(desk, "ddd") == ["Đặng Đức Đạt"]
    assert len(names(desk, "chuyen vien")) == 3
    assert names(desk, "ntu chuyen") == ["Nguyễn Thị Ứng"]


def test_after_a_person_is_renamed_only_the_new_name_finds_them(desk):
    (person_id,) = people.ids(desk, PersonFilter(search="dang"))
    seen = person_of(desk, person_id)
    edit_person(desk, person=seen, corrected=replace(seen, full_name="Lê Đức Độ"))
    assert holders(desk, "duc do") == ["Lê Đức Độ"]
    assert holders(desk, "dang") == []


def test_after_a_unit_is_renamed_its_people_are_found_by_the_new_name_and_short_name(desk):
    (section,) = {row.unit_id for row in every_mailbox(desk) if row.kind == "personal"}
    rename_unit(desk, unit_id=section, name="Phòng Chuyển đổi số", from_on=date(2026, 11, 23))
    edit_unit(desk, unit=unit_of(desk, section), slug="pcds.stttt", short_name="P.CĐS", parent_id=own_unit_id(desk))
    for text in ("chuyen doi so", "p.cds", "pcds", "chuyển dat"):
        assert "Đặng Đức Đạt" in holders(desk, text)
    assert holders(desk, "cong nghe thong tin") == []


def every_mailbox(desk):
    with desk.reading() as connection:
        return connection.execute(select(tables.mailbox)).all()


letters = st.text(alphabet="abđĐ%_\\' 5", max_size=6)


@pytest.fixture(scope="module")
def noted(tmp_path_factory):
    """A table of texts to search in, made anew for each example."""
    engine = database.create_register(tmp_path_factory.mktemp("noted") / "so.govmail")
    yield engine
    engine.dispose()


@settings(max_examples=100)
@given(st.lists(letters, max_size=6), letters)
def test_a_row_is_found_exactly_when_each_word_stands_somewhere_in_it(noted, texts, wanted):
    facts = {"version": 1, "slug": "", "parent_id": None, "is_own": False, "ended_on": None, "office_phone": ""}
    with database.writing(noted).connect() as connection:
        kept = [facts | {"id": number, "short_name": search_key(text)} for number, text in enumerate(texts, start=1)]
        insert_rows(connection, tables.unit, kept)
        query = select(tables.unit.c.id).where(says(tables.unit.c.short_name, wanted)).order_by(tables.unit.c.id)
        found = list(connection.execute(query).scalars())
        connection.rollback()
    words = search_key(wanted).split()
    assert found == [row["id"] for row in kept if all(word in row["short_name"] for word in words)]
