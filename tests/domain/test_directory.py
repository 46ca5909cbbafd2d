"""Lines of the directory: frozen and read back, placed under their units, compared between two editions."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.domain.directory import DirectoryLine, content_hash, difference, placed
from tests.directories import of_person, of_unit

ADDRESSES = st.lists(st.from_regex(r"[a-z0-9.]{1,12}@[a-z]{1,8}\.vn", fullmatch=True), max_size=3).map(tuple)
LINES = st.builds(
    DirectoryLine,
    kind=st.sampled_from(["unit", "person"]),
    subject_id=st.integers(1, 10**9),
    level=st.integers(0, 9),
    name=st.text(min_size=1),
    title=st.text(),
    office_phone=st.text(),
    addresses=ADDRESSES,
    given_word=st.none() | st.integers(1, 5),
    states=st.lists(st.sampled_from(["active", "locked"]), max_size=3).map(tuple),
)
SO = of_unit("Sở A")
ROOM = of_unit("Phòng B", level=1, number=3)
AN = of_person("Nguyễn Văn An", level=2, number=4, title="Chuyên viên", addresses=("an@a.vn",))


@given(LINES)
@settings(max_examples=100)
def test_a_line_is_read_back_as_it_was_frozen(line):
    assert DirectoryLine.thawed(line.frozen()) == line
    assert all(isinstance(cell, str) for cell in line.frozen())


def test_a_line_stands_under_the_units_above_it():
    found = list(placed([SO, ROOM, AN, of_unit("Phòng C", level=1, number=5)]))
    assert [one.units for one in found] == [("Sở A",), ("Sở A", "Phòng B"), ("Sở A", "Phòng B"), ("Sở A", "Phòng C")]
    assert found[2].unit == "Phòng B"


def test_new_gone_and_changed_lines_are_told_apart():
    promoted = replace(AN, title="Trưởng phòng")
    new, gone = of_person("Lê Thị Hoa", number=8, addresses=("hoa@a.vn",)), of_person("Đỗ Đạt", number=9)
    change = difference([SO, gone, ROOM, AN], [SO, new, ROOM, promoted])
    assert [one.line.name for one in change.added] == ["Lê Thị Hoa"]
    assert [one.line.name for one in change.gone] == ["Đỗ Đạt"]
    assert [(one.before.line.title, one.after.line.title) for one in change.changed] == [
        ("Chuyên viên", "Trưởng phòng")
    ]


def test_another_order_is_no_change_to_a_reader_but_another_edition():
    other = of_person("Lê Thị Hoa", level=2, number=8)
    before, after = [SO, ROOM, AN, other], [SO, ROOM, other, AN]
    assert difference(before, after).is_empty
    assert content_hash([one.frozen() for one in before]) != content_hash([one.frozen() for one in after])


def test_a_unit_renamed_changes_itself_and_everyone_in_it():
    change = difference([SO, ROOM, AN], [SO, replace(ROOM, name="Phòng Mới"), AN])
    assert [one.after.line.name for one in change.changed] == ["Phòng Mới", "Nguyễn Văn An"]
