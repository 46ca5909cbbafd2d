"""A list of 10,000 rows of each kind against openpyxl's write-only mode writing the same cells; then its reading back beside it.

Run `python -m tests.benchmarks.lists`. Both ways are interleaved in one process and compared by their median CPU time.
"""

from __future__ import annotations

import sys
from functools import cache, partial
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, Side

from govmail_desk.documents.list import ListContent, made_list
from govmail_desk.documents.list_columns import COLUMNS, ListKind
from govmail_desk.documents.read_back import listed_rows
from govmail_desk.documents.shipped_forms import form_for
from tests.benchmarks.letters import medians

FORMS = Path(__file__).parents[2] / "forms"
ROWS = 10_000
ROUNDS = 3
MOST_FOR_A_LIST = 1.2

NAMES = ("Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc", "Lê Hoàng Phương Thảo", "Thạch Sa Rươl", "Trần Quốc Bảo")
LONG = (
    "Quyết định số 125/QĐ-SNV ngày 09/11/2026",
    "Phòng Tổ chức - Hành chính",
    "Không sử dụng trong thời gian dài",
    "Nghỉ thai sản đã trở lại làm việc",
    "",
)


@cache
def long_list(kind: ListKind) -> ListContent:
    """Return invented rows with every column of the kind filled, as long as they are met in practice."""
    names = [column.name for column in COLUMNS[kind] if column.name != "stt"]
    rows = tuple({name: _cell(name, place + number) for number, name in enumerate(names)} for place in range(ROWS))
    return ListContent(title="DANH SÁCH", attached_to="(Kèm theo Công văn)", unit="Sở Xây dựng", rows=rows)


def _cell(name: str, place: int) -> str:
    if name == "dia_chi":
        return f"hopthu{place}.sxd@tinh.gov.vn"
    return (NAMES if name.startswith("ho_ten") or name == "ten" else LONG)[place % len(NAMES)]


@cache
def form_of(kind: ListKind) -> bytes:
    found = form_for(FORMS, "list", regulation_id="", list_kind=kind)
    assert found is not None
    return (FORMS / found.file).read_bytes()


def openpyxl_alone(kind: ListKind) -> None:
    """Write the same cells with the same look, the styles shared as openpyxl's manual advises."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    font, side = Font(name="Times New Roman", size=12), Side(style="thin")
    border = Border(left=side, right=side, top=side, bottom=side)
    alignment = Alignment(wrap_text=True, vertical="center")
    for place, row in enumerate(long_list(kind).rows, start=1):
        cells = [WriteOnlyCell(sheet, value=text) for text in (str(place), *row.values())]
        for cell in cells:
            cell.font, cell.border, cell.alignment = font, border, alignment
        sheet.append(cells)
    book.save(BytesIO())


def our_list(kind: ListKind) -> None:
    made_list(form_of(kind), long_list(kind))


def our_list_read_back(kind: ListKind) -> None:
    """Make it as a request does, which reads every row again before it keeps the file."""
    made = made_list(form_of(kind), long_list(kind))
    assert len(listed_rows(made, form=form_of(kind), form_name="danh-sach.xlsx")) == ROWS


def main() -> int:
    """Print each kind's ratios beside their bound; the exit status says whether all hold."""
    over = False
    for kind in COLUMNS:
        ways = (partial(way, kind) for way in (openpyxl_alone, our_list, our_list_read_back))
        floor, made, read = medians(*ways, rounds=ROUNDS)
        over |= max(made, read) > MOST_FOR_A_LIST * floor
        sys.stdout.write(
            f"{kind:20} made {made / floor:5.2f}  and read back {read / floor:5.2f}  at most {MOST_FOR_A_LIST:.2f}"
            f"  ({made:.2f} s, openpyxl {floor:.2f})\n"
        )
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
