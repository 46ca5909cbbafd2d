"""What to mend before publishing: in a sentence that names the place, and leads there."""

from __future__ import annotations

from govmail_desk.domain.directory_warning import LeftOut, warnings_of
from tests.directories import of_person, of_unit


def told(*lines, left_out=()):
    return [(one.kind, one.subject, one.subject_id, one.sentence) for one in warnings_of(lines, left_out)]


def test_who_has_no_mailbox_is_named_with_the_section():
    said = "Vũ Thị Lan, Văn phòng: chưa có hộp thư đang dùng nên không có tên trong danh bạ."
    assert told(left_out=[LeftOut(7, "Vũ Thị Lan", "Văn phòng")]) == [("no-address", "person", 7, said)]


def test_namesakes_are_named_each_with_the_other():
    lines = (
        of_unit("Phòng A", phone="1"),
        of_person("Lê An", number=3, addresses=("a@b.vn",)),
        of_unit("Phòng B", number=4, phone="2"),
        of_person("LÊ AN", number=5, addresses=("c@b.vn",)),
    )
    found = told(*lines)
    assert [(kind, subject_id) for kind, _, subject_id, _ in found] == [("same-name", 3), ("same-name", 5)]
    assert found[0][3] == "Lê An, Phòng A: có 2 người cùng họ tên (Phòng A, Phòng B); hãy ghi rõ chức vụ."


def test_the_units_own_telephone_is_enough_for_its_people():
    an = of_person("Lê An", number=3, addresses=("a@b.vn",))
    assert told(of_unit("Phòng A", phone="0229 3871 001"), an) == []
    found = told(of_unit("Phòng A"), an, of_person("Lê Bình", number=4, phone="0229 3871 002", addresses=("b@b.vn",)))
    assert found == [
        ("no-phone", "unit", 1, "Phòng A: chưa ghi điện thoại cơ quan; 1 người ở đó cũng chưa có."),
    ]
    assert told(of_unit("Phòng A"))[0][3] == "Phòng A: chưa ghi điện thoại cơ quan."
