"""Cells are asked whether they agree with their heading; a shifted column does not pass unnoticed."""

from __future__ import annotations

from govmail_desk.domain.column_cells import Problem, problems_of, sampled
from govmail_desk.domain.heading import Meaning
from govmail_desk.domain.sheet import Sheet
from tests.lists.plain_sheets import sheet

COLUMNS = {0: Meaning.ORDINAL, 1: Meaning.FULL_NAME, 2: Meaning.PHONE, 3: Meaning.ADDRESS}
HEADINGS = {0: "STT", 1: "Họ và tên", 2: "Di động", 3: "Email"}


def problems(*lines: str, columns: dict[int, Meaning] | None = None) -> tuple[Problem, ...]:
    return problems_of(listed(*lines), columns or COLUMNS, HEADINGS, 1)


def listed(*lines: str) -> Sheet:
    return sheet("STT|Họ và tên|Di động|Email", *lines)


def test_a_list_that_agrees_has_no_problem() -> None:
    assert problems("1|Lê Thị Hạnh|0912000101|hanhlt@ninhbinh.gov.vn", "2|Đỗ Văn Lý|0912000102|") == ()


def test_an_address_column_without_any_at_sign_blocks() -> None:
    (problem,) = problems("1|Lê Thị Hạnh|0912000101|Phòng A", "2|Đỗ Văn Lý|0912000102|Phòng B")
    assert problem.is_blocking
    assert problem.column == 3
    assert "Cột D «Email»" in problem.sentence


def test_addresses_without_their_domain_are_told_and_do_not_block() -> None:
    (problem,) = problems("1|Lê Thị Hạnh|0912000101|hanhlt.stttt", "2|Đỗ Văn Lý|0912000102|lydv.stttt")
    assert not problem.is_blocking
    assert "thiếu «@»" in problem.sentence


def test_a_column_that_says_not_yet_for_everyone_is_fine() -> None:
    assert problems("1|Lê Thị Hạnh|0912000101|chưa có", "2|Đỗ Văn Lý|0912000102|-") == ()


def test_a_column_of_private_mail_is_told() -> None:
    (problem,) = problems("1|Lê Thị Hạnh|0912000101|hanh@gmail.com")
    assert not problem.is_blocking
    assert "gmail" in problem.sentence


def test_a_name_column_full_of_digits_blocks() -> None:
    (problem,) = problems("1|037090001|0912000101|", "2|037090002|0912000102|")
    assert problem.is_blocking
    assert problem.column == 1


def test_a_telephone_column_full_of_words_is_told() -> None:
    (problem,) = problems("1|Lê Thị Hạnh|Chuyên viên|", "2|Đỗ Văn Lý|Văn thư|")
    assert not problem.is_blocking


def test_a_table_shifted_by_one_column_is_told_as_such() -> None:
    (right,) = problems(
        "|1|Lê Thị Hạnh|0912000101|hanhlt@ninhbinh.gov.vn", "|2|Đỗ Văn Lý|0912000102|lydv@ninhbinh.gov.vn"
    )
    (left,) = problems("Lê Thị Hạnh|0912000101|hanhlt@ninhbinh.gov.vn", "Đỗ Văn Lý|0912000102|lydv@ninhbinh.gov.vn")
    assert "lệch một cột về bên phải" in right.sentence
    assert "lệch một cột về bên trái" in left.sentence
    assert right.is_blocking
    assert left.is_blocking


def test_a_list_of_nobody_and_half_a_name_block() -> None:
    assert problems("1|x", columns={0: Meaning.ORDINAL, 1: Meaning.NOTE})[0].is_blocking
    assert "cột tên" in problems("1|Lê Thị", columns={1: Meaning.FAMILY_AND_MIDDLE, 2: Meaning.UNIT})[0].sentence


def test_group_rows_and_blanks_are_not_asked() -> None:
    assert sampled(listed("PHÒNG A", "1|Lê Thị Hạnh", ""), 1, 1) == ["Lê Thị Hạnh"]
    assert sampled(listed("PHÒNG A", "1|Lê Thị Hạnh", ""), 0, 1) == ["1"]
