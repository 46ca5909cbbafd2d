"""What only the register can tell of a paper: the mailboxes it names, the counts it gives, the list it comes with.

Also whether the body it goes to still exists, and what a paper never goes out with: tags of a form, changes and remarks still
open in Word. Not here: the parts the decree lays down (`layout.words_check`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from govmail_desk.documents.layout.components import Components
from govmail_desk.documents.layout.reading import Paragraph
from govmail_desk.documents.layout.told import deviation, quoted
from govmail_desk.domain.address_look_alike import KnownAddresses
from govmail_desk.domain.layout import ExpectedContent, Finding, Layout, Severity
from govmail_desk.domain.vietnamese import fold

ADDRESS: Final = re.compile(r"[^\s<>()\[\],;:«»\"“”]*@[^\s<>()\[\],;:«»\"“”]*")
TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\{\{|\}\}|\{%|%\}|<<\w+>>")
MERGED: Final = "MERGEFIELD"
"""Word's own mail merge, whose fields print their names until they are filled."""

COUNT: Final = re.compile(r"(\d[\d.]*)\s*(?:\([^()\d]{1,40}\)\s*)?(?:hộp thư|tài khoản|trường hợp)", re.IGNORECASE)
NEED: Final = re.compile(r"nhu cầu|số lượng|tổng số|tổng cộng", re.IGNORECASE)
PARTED: Final = re.compile(r"\bgồm\b|trong đó", re.IGNORECASE)
ATTACHED: Final = re.compile(r"(kem theo|dinh kem|gui kem|phu luc)")
MOST_LOOKED_THROUGH: Final = 5_000
"""Of more addresses than this no likeness is offered."""


def content_deviations(found: Components, layout: Layout, content: ExpectedContent) -> Iterator[Finding]:
    """Compare a paper with what the register knows."""
    yield from _tags(found)
    yield from _addresses(found, content)
    yield from _counts(found, content)
    yield from _figures(found, content)
    yield from _attachment(found, layout, content)
    yield from _ended_bodies(found, content)
    yield from _open_changes(found)


def _tags(found: Components) -> Iterator[Finding]:
    for one in found.paper.paragraphs:
        if tag := _tag(one):
            sentence = f"Đoạn {quoted(one.text)} còn thẻ {quoted(tag)} của mẫu chưa được điền"
            yield _finding("Thẻ của mẫu", f"{sentence}, anh/chị điền chữ vào hoặc xóa thẻ này.", one)
    for one in found.paper.margins:
        if tag := _tag(one):
            sentence = f"Đầu trang hoặc chân trang còn thẻ {quoted(tag)} của mẫu chưa được điền"
            yield _finding("Thẻ của mẫu", f"{sentence}, anh/chị điền chữ vào hoặc xóa thẻ này.", None)


def _tag(paragraph: Paragraph) -> str:
    if tag := TAG.search(paragraph.text):
        return tag[0]
    return paragraph.fields.strip() if MERGED in paragraph.fields else ""


def _addresses(found: Components, content: ExpectedContent) -> Iterator[Finding]:
    known = {address.lower() for address in content.addresses}
    likeness = KnownAddresses(sorted(known) if len(known) <= MOST_LOOKED_THROUGH else ())
    places = [(one, one) for one in found.paper.paragraphs] + [(one, None) for one in found.paper.margins]
    for one, place in places:
        for read in dict.fromkeys(ADDRESS.findall(one.text)):
            address = read.rstrip(".").lower()
            if address not in known:
                yield _finding("Địa chỉ hộp thư", _unknown(address, one, likeness), place)


def _unknown(address: str, paragraph: Paragraph, likeness: KnownAddresses) -> str:
    near = likeness.near(address)
    hint = f" (có phải {quoted(near[0])} không)" if near else ""
    return (
        f"Địa chỉ {quoted(address)} ở đoạn {quoted(paragraph.text)} không có trong sổ hộp thư{hint}, "
        "anh/chị đối chiếu với danh sách và sửa lại địa chỉ."
    )


def _counts(found: Components, content: ExpectedContent) -> Iterator[Finding]:
    """The count of the need must be the rows'; parts of it must add up; a count elsewhere is for a person to judge."""
    if content.kind in {"slip", "report"} or content.row_count is None:
        return
    is_told = False
    for one in found.of("text"):
        counts = [int(count.replace(".", "")) for count in COUNT.findall(one.said)]
        if not counts:
            continue
        is_need = NEED.search(one.said) is not None
        is_told = is_told or is_need or content.row_count in counts
        whole, parts = counts[0], counts[1:] if PARTED.search(one.said) else []
        if whole != content.row_count:
            yield _count_told(one, whole, content, "wrong" if is_need else "look")
        if parts and sum(parts) != whole:
            yield _finding(
                "Số lượng",
                f"Đoạn {quoted(one.said)} ghi {whole} hộp thư mà các phần cộng lại là {sum(parts)}, "
                "anh/chị sửa lại cho các số khớp nhau.",
                one,
            )
    if not is_told and found.of("text"):
        yield _finding(
            "Số lượng",
            f"Nội dung chưa ghi số lượng {content.row_count} trường hợp đề nghị, "
            "anh/chị thêm số lượng vào phần nhu cầu.",
            found.of("text")[0],
            "look",
        )


def _count_told(one: Paragraph, count: int, content: ExpectedContent, severity: Severity) -> Finding:
    sentence = (
        f"Đoạn {quoted(one.said)} ghi số lượng {count} mà danh sách có {content.row_count} dòng, "
        "anh/chị sửa lại số lượng hoặc lập lại danh sách."
    )
    return _finding("Số lượng", sentence, one, severity)


def _figures(found: Components, content: ExpectedContent) -> Iterator[Finding]:
    """Every row of figures a report must tell stands in one of its tables; columns may stand otherwise in a form of the unit's."""
    by_names: dict[frozenset[str], list[Counter[str]]] = {}
    for row in _table_rows(found):
        by_names.setdefault(_names_in(row), []).append(Counter(filter(None, row)))
    for wanted in content.table_rows:
        cells = Counter(filter(None, wanted))
        if not any(row <= cells for row in by_names.get(_names_in(wanted), ())):
            told = quoted(", ".join(filter(None, wanted)))
            sentence = (
                f"Bảng số liệu không còn dòng {told} như số liệu đã chốt, anh/chị sửa lại dòng ấy hoặc lập lại báo cáo."
            )
            yield _finding("Bảng số liệu", sentence, None)


def _table_rows(found: Components) -> Iterator[tuple[str, ...]]:
    rows: dict[tuple[int, int], list[str]] = {}
    for one in found.paper.paragraphs:
        if one.cell is not None:
            rows.setdefault((one.cell.table, one.cell.row), []).append(one.said)
    yield from map(tuple, rows.values())


def _names_in(row: tuple[str, ...]) -> frozenset[str]:
    return frozenset(cell for cell in row if cell and not cell.replace(".", "").isdecimal())


def _attachment(found: Components, layout: Layout, content: ExpectedContent) -> Iterator[Finding]:
    text = found.of("text")
    if content.has_list and text and not any(ATTACHED.search(fold(one.said)) for one in text):
        yield deviation(
            layout,
            layout.asks("attachment"),
            where="Danh sách kèm theo",
            now="Nội dung chưa nhắc tới danh sách kèm theo",
            asks="trong văn bản có chỉ dẫn về phụ lục, danh sách kèm theo",
            mend="thêm dòng «(Danh sách kèm theo)» sau phần yêu cầu",
            paragraph=text[-1],
        )


_MENDED_AT: Final = (
    "đặt nơi nhận mới ở trang Thiết lập, mục Nơi nhận đề nghị",
    "ghi nơi nhận mới ở ô Kính gửi của Viết nhận xét",
)
"""Where another addressee is written: of the letters that ask, and of a report."""


def _ended_bodies(found: Components, content: ExpectedContent) -> Iterator[Finding]:
    """A body merged away may still pass a letter on, so a person decides."""
    for one in found.of("addressee"):
        for ended in content.ended_in(one.said):
            successor = f", nay là {ended.successor}" if ended.successor else ""
            sentence = (
                f"Phần Kính gửi {quoted(one.said)} còn ghi {ended.body}, nơi đã kết thúc từ {ended.on:%d/%m/%Y}{successor}; "
                f"anh/chị {_MENDED_AT[content.kind == 'report']}, rồi sửa chỗ này trong Word hoặc lập lại giấy tờ. Nguồn: {ended.cite}."
            )
            yield _finding("Kính gửi", sentence, one, "look")


def _open_changes(found: Components) -> Iterator[Finding]:
    if found.paper.change_count:
        yield _finding(
            "Thay đổi đang theo dõi",
            f"Văn bản còn {found.paper.change_count} thay đổi đang theo dõi chưa chấp nhận, "
            "anh/chị mở thẻ Xem lại của Word, chấp nhận hoặc bỏ hết rồi lưu lại.",
            None,
            "look",
        )
    if found.paper.remark_count:
        yield _finding(
            "Ghi chú bên lề",
            f"Văn bản còn {found.paper.remark_count} ghi chú bên lề, anh/chị xóa các ghi chú này trước khi trình ký.",
            None,
            "look",
        )


def _finding(where: str, sentence: str, one: Paragraph | None, severity: Severity = "wrong") -> Finding:
    return Finding(where, sentence, "", severity, one.place if one is not None else None)
