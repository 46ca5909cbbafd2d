"""An Excel form (.xlsx) for a list: found fit, or refused with every problem at once.

A form has single tags (`{{ tieu_de }}`) anywhere and one row of tags (`{{ dong.ho_ten }}`) that is printed once for each item. Not
here: filling it (`documents.list`), which list has which columns (`documents.list_columns`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import lru_cache
from posixpath import join, normpath
from typing import Final

from lxml import etree

from govmail_desk.documents.form_fields import HALF_TAG, HALF_WRITTEN, FormUnfit, no_such, unfit
from govmail_desk.documents.list_columns import NAMES
from govmail_desk.documents.package import Parts, parsed, unpacked
from govmail_desk.domain.vietnamese import fold

MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
TAG: Final = re.compile(r"\{\{\s*(?P<of_row>dong\.)?(?P<name>\w+)\s*\}\}")
REFERENCE: Final = re.compile(r"(?P<column>\$?[A-Z]{1,3}\$?)(?P<row>\d+)")

BOOK: Final = "xl/workbook.xml"
STRINGS: Final = "xl/sharedStrings.xml"
STYLES: Final = "xl/styles.xml"
TEXTS: Final = frozenset({"tieu_de", "kem_theo", "don_vi"})
KEPT_FORMS: Final = 16
HEADING_CELLS: Final = 2
"""A row with at least two texts is a head of the table; a title is one."""

PASSWORD: Final = re.compile(r"mat khau|password")
ABOUT_PASSWORDS: Final = ("ly do", "ngay", "lan")
"""`Lý do cấp lại mật khẩu` and `Ngày đổi mật khẩu` ask for no password."""


@dataclass(frozen=True, eq=False)
class ListForm:
    """A checked form: its parts, which of them is the sheet, its shared strings, and the number of its row of tags."""

    parts: Parts
    sheet: str
    strings: tuple[str, ...]
    sample_row: int

    def text_of(self, cell: etree._Element) -> str:
        """Return what a cell of the form says."""
        if cell.get("t") == "s":
            return self.strings[int(cell.findtext(f"{MAIN}v") or 0)]
        return "".join(text.text or "" for text in cell.iter(f"{MAIN}t"))


@lru_cache(maxsize=KEPT_FORMS)
def read_list_form(content: bytes, *, name: str) -> ListForm:
    """Check a form and make it ready; `name` is its file's, for the sentences. Raises `RuleBroken` with every problem."""
    form = _read(unpacked(content, name=name), name)
    sheet = parsed(form.parts[form.sheet])
    problems = _all_problems(form, sheet)
    if problems:
        raise unfit(name, problems, program="Excel")
    return ListForm(form.parts, form.sheet, form.strings, next(_sample_rows(form, sheet)))


def list_problems(parts: Parts, *, name: str, required: Set[str]) -> tuple[str, ...]:
    """List every problem of an Excel form's tags and cells, the missing columns among them; empty for one that can be filled."""
    try:
        form = _read(parts, name)
        sheet = parsed(form.parts[form.sheet])
        used = {
            tag["name"] for cell in sheet.iter(f"{MAIN}c") for tag in TAG.finditer(form.text_of(cell)) if tag["of_row"]
        }
        missing = (f"Mẫu còn thiếu cột bắt buộc «dong.{column}»." for column in sorted(required - used))
        return (*_all_problems(form, sheet), *missing, *_hidden_sheets(parts))
    except FormUnfit as unfit_form:
        return unfit_form.problems


def _all_problems(form: ListForm, sheet: etree._Element) -> tuple[str, ...]:
    return (*_problems(form, sheet), *_formulas(form.parts), *_running_names(form.parts))


def _read(parts: Parts, name: str) -> ListForm:
    """Find the sheet and its texts; a workbook put together wrongly is unfit, whatever is wrong with it."""
    if BOOK not in parts:
        raise unfit(name, ("Tệp không phải bảng tính Excel (.xlsx).",), program="Excel")
    try:
        form = ListForm(parts, _first_sheet(parts), _shared_strings(parts), 0)
        parsed(parts[STYLES])
        for cell in parsed(parts[form.sheet]).iter(f"{MAIN}c"):
            form.text_of(cell)
            row_of(cell)
    except (KeyError, StopIteration, ValueError, IndexError, TypeError, etree.XMLSyntaxError) as error:
        raise unfit(name, ("Bảng tính bị hỏng bên trong. Hãy mở bằng Excel rồi lưu lại.",), program="Excel") from error
    return form


def row_of(cell: etree._Element) -> int:
    """Return the number of the row a cell stands in."""
    return int(REFERENCE.fullmatch(cell.get("r", ""))["row"])  # type: ignore[index]


def column_of(cell: etree._Element) -> str:
    """Return the letters of the column a cell stands in."""
    return cell.get("r", "").rstrip("0123456789")


def _first_sheet(parts: Parts) -> str:
    first = next(parsed(parts[BOOK]).iter(f"{MAIN}sheet")).get(RELATION_ID)
    links = parsed(parts["xl/_rels/workbook.xml.rels"])
    target = next(link.get("Target", "") for link in links if link.get("Id") == first)
    return normpath(join("xl", target)).lstrip("/")


def _shared_strings(parts: Parts) -> tuple[str, ...]:
    if STRINGS not in parts:
        return ()
    return tuple(
        "".join(text.text or "" for text in (*item.iterfind(f"{MAIN}t"), *item.iterfind(f"{MAIN}r/{MAIN}t")))
        for item in parsed(parts[STRINGS])
    )


def _problems(form: ListForm, sheet: etree._Element) -> Iterator[str]:
    for cell in sheet.iter(f"{MAIN}c"):
        for problem in _problems_of_text(form.text_of(cell)):
            yield f"Ô {cell.get('r')}: {problem}."
    if sheet.prefix:
        yield "Tệp do chương trình khác ghi ra; hãy mở bằng Excel rồi lưu lại thành .xlsx."
    samples = sorted(set(_sample_rows(form, sheet)))
    if len(samples) != 1:
        yield "Mẫu phải có đúng một dòng ghi các trường «dong.…», ví dụ {{ dong.ho_ten }}."
        return
    yield from _problems_around(form, sheet, samples[0])


def _problems_of_text(text: str) -> Iterator[str]:
    for tag in TAG.finditer(text):
        yield from no_such(tag["name"], NAMES if tag["of_row"] else TEXTS)
    if HALF_TAG.search(TAG.sub("", text)):
        yield HALF_WRITTEN


def _problems_around(form: ListForm, sheet: etree._Element, sample: int) -> Iterator[str]:
    for merged in sheet.iter(f"{MAIN}mergeCell"):
        rows = [int(found["row"]) for found in REFERENCE.finditer(merged.get("ref", ""))]
        if rows and rows[0] <= sample <= rows[-1]:
            yield f"Ô gộp {merged.get('ref')} nằm trên dòng mẫu, hãy bỏ gộp."
    for heading in _headings(form, sheet, sample):
        if PASSWORD.search(fold(heading)) and not fold(heading).startswith(ABOUT_PASSWORDS):
            yield f"Cột «{heading}»: danh sách không được có cột mật khẩu."


def _headings(form: ListForm, sheet: etree._Element, sample: int) -> Iterator[str]:
    for row in sheet.iter(f"{MAIN}row"):
        texts = [
            text for cell in row.iter(f"{MAIN}c") if row_of(cell) < sample and (text := form.text_of(cell).strip())
        ]
        if len(texts) >= HEADING_CELLS:
            yield from texts


def _sample_rows(form: ListForm, sheet: etree._Element) -> Iterator[int]:
    for cell in sheet.iter(f"{MAIN}c"):
        if any(tag["of_row"] for tag in TAG.finditer(form.text_of(cell))):
            yield row_of(cell)


def _formulas(parts: Parts) -> Iterator[str]:
    for name in parts:
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            for cell in parsed(parts[name]).iter(f"{MAIN}c"):
                if cell.find(f"{MAIN}f") is not None:
                    yield f"Ô {cell.get('r')} có công thức; danh sách gửi đi chỉ có chữ."


def _running_names(parts: Parts) -> Iterator[str]:
    """Names that Excel runs when it opens the file, or that reach into other files."""
    for defined in parsed(parts[BOOK]).iter(f"{MAIN}definedName"):
        name, said = defined.get("name", ""), defined.text or ""
        is_run = name.lower().startswith(("auto_", "_xlnm.auto_")) or any(
            defined.get(mark) in {"1", "true"} for mark in ("xlm", "function", "vbProcedure", "macro")
        )
        if is_run or "[" in said or "|" in said:
            yield f"Tên vùng «{name}» chạy lệnh hoặc lấy dữ liệu từ tệp khác, hãy xóa trong Name Manager."


def _hidden_sheets(parts: Parts) -> Iterator[str]:
    """What is hidden goes out with every list, and nobody looks at it."""
    for sheet in parsed(parts[BOOK]).iter(f"{MAIN}sheet"):
        if sheet.get("state", "visible") != "visible":
            yield f"Trang tính «{sheet.get('name')}» đang ẩn và sẽ đi kèm mọi danh sách. Hãy hiện ra rồi xóa."
