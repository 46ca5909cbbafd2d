"""The unit's own list comes in as plain cells, whatever kind of file it is kept in, or with one sentence that says why not."""

from __future__ import annotations

import hashlib
import os
import sys
from datetime import date, datetime, time
from pathlib import Path
from unicodedata import normalize

import pytest
from openpyxl import Workbook as NewWorkbook
from openpyxl.styles import Font

from govmail_desk.documents.spreadsheet import Workbook, read
from govmail_desk.documents.spreadsheet_kind import FileKind
from govmail_desk.documents.spreadsheet_limits import MIB, Limits
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.sheet import Cell, CellKind, MergedRange, Sheet
from tests.lists.draw_lists import LISTS, draw
from tests.reliability.hostile_files import sheet_part, xlsx

FOLDER = Path(__file__).parents[1] / "lists"
NINH_BINH = FOLDER / "ninhbinh-2020.xlsx"


@pytest.fixture
def book() -> NewWorkbook:
    return NewWorkbook()


def saved(book: NewWorkbook, folder: Path, name: str = "danh sách.xlsx") -> Path:
    book.save(folder / name)
    return folder / name


def first_sheet(path: Path) -> Sheet:
    return read(path).sheets[0]


def texts(sheet: Sheet) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in sheet.rows]


# What comes in


def test_a_list_is_known_again_by_the_digest_of_its_bytes() -> None:
    workbook = read(NINH_BINH)
    assert workbook.file_name == "ninhbinh-2020.xlsx"
    assert workbook.kind is FileKind.XLSX
    assert workbook.sha256 == hashlib.sha256(NINH_BINH.read_bytes()).hexdigest()


def test_every_sheet_comes_in_with_its_name_and_whether_it_is_hidden() -> None:
    assert [(sheet.name, sheet.is_hidden) for sheet in read(NINH_BINH).sheets] == [
        ("Danh sách", False),
        ("Hướng dẫn", False),
        ("Bản cũ", True),
    ]


def test_rows_carry_the_number_excel_shows_and_blank_ones_between_are_kept() -> None:
    rows = first_sheet(NINH_BINH).rows
    assert [row.number for row in rows] == list(range(1, 37))
    assert [row.number for row in rows if row.is_blank] == [3, 6, 18, 19, 31, 35]


def test_a_table_that_begins_low_and_far_right_keeps_its_places(book: NewWorkbook, tmp_path: Path) -> None:
    book.active["C5"] = "Họ và tên"
    row = first_sheet(saved(book, tmp_path)).rows[-1]
    assert (row.number, row.text(2)) == (5, "Họ và tên")


def test_a_telephone_typed_as_a_number_keeps_its_digits_and_no_zero_is_invented(
    book: NewWorkbook, tmp_path: Path
) -> None:
    book.active.append([912345678.0, 37075000213, 0.5, 1e21])
    cells = first_sheet(saved(book, tmp_path)).rows[0].cells
    assert [cell.text for cell in cells] == ["912345678", "37075000213", "0.5", "1e+21"]
    assert {cell.kind for cell in cells} == {CellKind.NUMBER}


def test_dates_come_in_as_iso_and_other_kinds_as_text(book: NewWorkbook, tmp_path: Path) -> None:
    book.active.append([date(1985, 3, 4), datetime(2024, 10, 1, 7, 30), time(7, 30), True])  # noqa: DTZ001
    cells = first_sheet(saved(book, tmp_path)).rows[0].cells
    assert cells[0] == Cell("1985-03-04", CellKind.DATE)
    assert cells[1] == Cell("2024-10-01 07:30", CellKind.DATE)
    assert cells[2].text == "07:30"
    assert cells[3] == Cell("TRUE", CellKind.BOOLEAN)


def test_text_comes_in_composed_without_control_characters_and_with_its_line_breaks(
    book: NewWorkbook, tmp_path: Path
) -> None:
    book.active.append([normalize("NFD", "Nguyễn"), "Họ\nvà tên", "a_x000B_b\tc"])
    assert texts(first_sheet(saved(book, tmp_path))) == [["Nguyễn", "Họ\nvà tên", "ab c"]]


def test_the_soft_hyphen_stays_because_it_is_a_letter_in_tcvn3() -> None:
    names = [row.text(1) for row in first_sheet(FOLDER / "camau-24-2018.xlsx").rows]
    assert "L\u00adu H÷u Ph\u00adíc" in names


def test_cells_of_blanks_only_are_blank_and_blank_rows_at_the_end_are_left_out(
    book: NewWorkbook, tmp_path: Path
) -> None:
    for line in (["A", " \u00a0", None], [" ", None, None], [None, None, "\n"]):
        book.active.append(line)
    assert texts(first_sheet(saved(book, tmp_path))) == [["A"]]


def test_merged_cells_come_in_by_the_rows_and_columns_they_cover() -> None:
    assert MergedRange(top=7, left=5, bottom=7, right=6) in first_sheet(NINH_BINH).merged


def test_a_formula_comes_in_as_the_value_excel_kept_for_it(tmp_path: Path) -> None:
    cells = '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>2x</v></c>'
    (tmp_path / "tính.xlsx").write_bytes(xlsx(f'<row r="1">{cells}</row>'))
    workbook = read(tmp_path / "tính.xlsx")
    assert texts(workbook.sheets[0]) == [["2", "2x"]]
    assert not workbook.warnings


def test_a_cell_of_a_broken_formula_is_told_instead_of_passing_for_a_blank(tmp_path: Path) -> None:
    cells = '<c r="A1"><v>1</v></c><c r="B1" t="e"><f>VLOOKUP(1,C:D,2)</f><v>#N/A</v></c>'
    (tmp_path / "lỗi.xlsx").write_bytes(xlsx(f'<row r="1">{cells}</row>'))
    workbook = read(tmp_path / "lỗi.xlsx")
    assert texts(workbook.sheets[0]) == [["1"]]
    assert workbook.warnings[0].startswith("Có 1 ô báo lỗi công thức")


def test_a_formula_never_computed_is_told_instead_of_passing_for_a_blank(book: NewWorkbook, tmp_path: Path) -> None:
    book.active.append(["Họ và tên", "=A1", "=A1&A1"])
    workbook = read(saved(book, tmp_path))
    assert texts(workbook.sheets[0]) == [["Họ và tên"]]
    assert workbook.warnings[0].startswith("Có 2 ô công thức chưa được tính")


def test_a_dimension_that_is_out_of_date_loses_no_row(tmp_path: Path) -> None:
    """Foreign exporters leave `A1:B1` standing over a thousand rows."""
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 1001))
    part = sheet_part(rows, dimension="A1:B1")
    (tmp_path / "xuat.xlsx").write_bytes(xlsx(**{"xl/worksheets/sheet1.xml": part}))
    assert len(first_sheet(tmp_path / "xuat.xlsx").rows) == 1000


# Fonts


def test_the_font_of_each_cell_is_known_where_the_workbook_names_a_legacy_font() -> None:
    rows = first_sheet(FOLDER / "camau-24-2018.xlsx").rows
    assert rows[4].cell(1).font == ".VnTime"
    assert rows[7].cell(1).font == ".VnTimeH"
    assert rows[4].cell(7).font == "Calibri"


def test_fonts_are_known_on_the_sheet_they_stand_on(book: NewWorkbook, tmp_path: Path) -> None:
    book.active.append(["Thêng"])
    other = book.create_sheet("Hai")
    other.append(["NguyÔn", "x"])
    other["A1"].font = Font(name="VNI-Times")
    sheets = read(saved(book, tmp_path)).sheets
    assert [cell.font for cell in sheets[1].rows[0].cells] == ["VNI-Times", "Calibri"]
    assert sheets[0].rows[0].cell(0).font == "Calibri"


def test_a_workbook_without_legacy_fonts_is_not_asked_for_fonts() -> None:
    assert {cell.font for row in first_sheet(NINH_BINH).rows for cell in row.cells} == {None}


# Kinds of file


def test_the_same_list_reads_the_same_from_ods_and_from_xlsx() -> None:
    assert texts(first_sheet(FOLDER / "ninhbinh-2020.ods")) == texts(first_sheet(NINH_BINH))


def test_the_same_list_reads_the_same_from_xls_but_for_what_xls_cannot_say() -> None:
    old, new = (texts(first_sheet(FOLDER / f"camau-24-2018.{kind}")) for kind in ("xls", "xlsx"))
    assert old == new


def test_a_list_under_another_name_is_read_for_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "danh sách.xls").write_bytes(NINH_BINH.read_bytes())
    assert read(tmp_path / "danh sách.xls").kind is FileKind.XLSX


@pytest.mark.parametrize(
    ("name", "encoding", "warning"),
    [
        ("quan4-03-2013.csv", "1252", "Windows-1252"),
        ("soctrang-59-2024.csv", "1258", "Windows-1258"),
    ],
)
def test_a_text_list_of_an_older_windows_is_read_with_a_warning(name: str, encoding: str, warning: str) -> None:
    workbook = read(FOLDER / name)
    assert workbook.kind is FileKind.CSV
    assert warning in workbook.warnings[0]
    expected = {"1252": "Nguyeãn Thò Kim", "1258": "Sở Thông tin và Truyền thông"}[encoding]
    assert expected in {cell.text for row in workbook.sheets[0].rows for cell in row.cells}


# Refusals before anything is parsed


def test_a_missing_file_a_folder_and_a_lock_of_excel_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "~$danh sách.xlsx").write_bytes(b"\x07clerk")
    for path, word in (
        (tmp_path / "x.xlsx", "Không thấy"),
        (tmp_path, "thư mục"),
        (tmp_path / "~$danh sách.xlsx", "tạm"),
    ):
        with pytest.raises(RuleBroken, match=word) as refusal:
            read(path)
        assert f"«{path.name}»" in refusal.value.sentence


def test_a_pipe_is_not_waited_on(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ong.xlsx")
    with pytest.raises(RuleBroken, match="không phải một tệp thường"):
        read(tmp_path / "ong.xlsx")


def test_a_file_the_disk_does_not_give_is_no_fault_of_the_clerk(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="Không đọc được tệp"):
        read(tmp_path / ("x" * 300 + ".xlsx"))


def test_a_file_heavier_than_the_limit_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    with pytest.raises(RuleBroken, match="nặng hơn 0 MB"):
        read(NINH_BINH, limits=Limits(file_bytes=100))


# The process that reads


def test_a_process_that_takes_too_much_memory_is_ended(book: NewWorkbook, tmp_path: Path) -> None:
    for number in range(20_000):
        book.active.append([f"ô số {number} {place}" for place in range(10)])
    path = saved(book, tmp_path)
    with pytest.raises(RuleBroken, match="quá nhiều bộ nhớ"):
        read(path, limits=Limits(memory_bytes=60 * MIB))


@pytest.mark.parametrize("limits", [Limits(cpu_seconds=0), Limits(wall_factor=0)], ids=["processor", "clock"])
def test_a_process_that_takes_too_long_is_ended(limits: Limits) -> None:
    with pytest.raises(RuleBroken, match="quá lâu"):
        read(NINH_BINH, limits=limits)


@pytest.mark.parametrize(("signal", "word"), [("KILL", "quá lâu"), ("SEGV", "bị hỏng"), ("ABRT", "bị hỏng")])
def test_a_process_that_dies_costs_one_sentence(signal: str, word: str) -> None:
    with pytest.raises(RuleBroken, match=word):
        read(NINH_BINH, interpreter=["/bin/sh", "-c", f"kill -{signal} $$"])


def test_a_fault_of_ours_in_the_process_is_not_called_a_damaged_file() -> None:
    with pytest.raises(RuntimeError, match="reading process failed"):
        read(NINH_BINH, interpreter=[sys.executable, "-c", "raise SystemExit(1)"])


def test_another_interpreter_can_be_named_for_a_packaged_program() -> None:
    assert read(NINH_BINH, interpreter=[sys.executable, "-X", "utf8"]).sheets[0].name == "Danh sách"


def test_a_module_lying_in_the_folder_of_the_list_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "msgspec.py").write_text("raise SystemExit(9)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert isinstance(read(NINH_BINH), Workbook)


# The lists of this folder


def test_the_lists_lying_here_are_those_the_script_draws(tmp_path: Path) -> None:
    draw(tmp_path)
    drawn = sorted(path.name for path in tmp_path.iterdir())
    assert drawn == sorted([*(f"{name}.xlsx" for name in LISTS), "quan4-03-2013.csv", "soctrang-59-2024.csv"])
    for name in drawn:
        assert read(tmp_path / name).sheets == read(FOLDER / name).sheets
