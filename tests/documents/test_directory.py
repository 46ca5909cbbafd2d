"""What every file of an edition says: people numbered through, the states only in an edition for the office itself."""

from __future__ import annotations

from dataclasses import replace

from tests.directories import of_person, of_unit, paper

LINES = (
    of_unit("Sở A", phone="0229 1", addresses=("soa@b.vn",)),
    of_person("Lê An", title="Giám đốc", addresses=("an@b.vn", "lean@b.vn")),
    of_unit("Phòng B", level=1, number=3),
    of_person("Đỗ Bình", level=2, number=4),
)


def test_only_people_are_numbered_and_addresses_stand_under_each_other():
    rows = [cells for _, cells in paper(*LINES).rows()]
    assert [cells[0] for cells in rows] == ["", "1", "", "2"]
    assert rows[1] == ("1", "Lê An", "Giám đốc", "", "an@b.vn\nlean@b.vn")


def test_the_office_itself_reads_states_and_that_it_is_not_for_outside():
    told = paper(replace(LINES[1], states=("active", "locked")), LINES[3], is_public=False)
    assert [cells[-1] for _, cells in told.rows()] == ["Đang dùng\nBị khóa", "Chưa có hộp thư"]
    assert told.edition == (
        "Bản số 3. Số liệu đến ngày 23/11/2026. Bản dùng trong nội bộ cơ quan, không đăng ra ngoài."
    )
    assert paper().edition == "Bản số 3. Số liệu đến ngày 23/11/2026"
    assert len(told.headings) == len(paper().headings) + 1


def test_the_body_above_is_shortened_as_on_any_paper():
    assert paper().bodies == ("UBND TỈNH NINH BÌNH", "SỞ THÔNG TIN VÀ TRUYỀN THÔNG")
