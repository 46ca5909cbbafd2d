"""The notice of an assignment and the authorisation: whom, over what, from when to when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from govmail_desk.domain.custody import CustodyPaperKind
from govmail_desk.domain.custody_text import Charge, paragraphs, recipients, symbol
from govmail_desk.domain.minutes_text import Party

CHARGE = Charge(
    body="Sở Thông tin và Truyền thông",
    giver=Party("Lê Thị Mỹ Hạnh", "Giám đốc"),
    receiver=Party("Nguyễn Văn Thành", "Văn thư"),
    unit="Sở Thông tin và Truyền thông",
    addresses=("stttt@camau.gov.vn",),
    from_on=date(2026, 11, 23),
)


def whole(kind: CustodyPaperKind, charge: Charge = CHARGE) -> str:
    return "\n".join(paragraphs(kind, charge))


def test_an_assignment_names_the_person_the_mailbox_and_the_day() -> None:
    said = whole("assignment")
    assert "phân công ông (bà) Nguyễn Văn Thành, chức vụ: Văn thư, theo dõi, kiểm tra" in said
    assert "stttt@camau.gov.vn" in said
    assert "từ ngày 23 tháng 11 năm 2026 đến khi có văn bản khác thay thế" in said


def test_an_authorisation_names_both_and_may_not_be_passed_on() -> None:
    said = whole("authorisation", replace(CHARGE, to_on=date(2026, 12, 5)))
    assert "1. Người ủy quyền: ông (bà) Lê Thị Mỹ Hạnh, chức vụ: Giám đốc." in said
    assert "2. Người được ủy quyền: ông (bà) Nguyễn Văn Thành, chức vụ: Văn thư." in said
    assert "đến hết ngày 05 tháng 12 năm 2026" in said
    assert "không ủy quyền lại" in said


@pytest.mark.parametrize("kind", ["assignment", "authorisation"])
def test_a_cover_names_whose_place_is_taken(kind: CustodyPaperKind) -> None:
    assert "ông (bà) Đỗ Văn Lý" in whole(kind, replace(CHARGE, stands_in_for="Đỗ Văn Lý"))


def test_one_of_several_is_named_as_the_one_who_answers() -> None:
    assert "là người phụ trách chính" in whole("assignment", replace(CHARGE, is_lead=True))


@pytest.mark.parametrize(
    ("count", "words"), [(0, "các hộp thư"), (2, "a0@x.vn, a1@x.vn"), (6, "6 hộp thư điện tử công vụ")]
)
def test_many_mailboxes_are_told_by_their_number(count: int, words: str) -> None:
    assert words in whole("assignment", replace(CHARGE, addresses=tuple(f"a{n}@x.vn" for n in range(count))))


def test_the_symbol_is_that_of_the_kind_and_the_body() -> None:
    assert symbol("assignment", "STTTT-VP") == "TB-STTTT"
    assert symbol("authorisation", "UBND") == "GUQ-UBND"


def test_it_goes_to_whom_it_names_and_is_filed() -> None:
    assert recipients("VP") == ("- Ông (bà) có tên trên;", "- Lưu: VT, VP.")
    assert recipients("") == ("- Ông (bà) có tên trên;", "- Lưu: VT.")
