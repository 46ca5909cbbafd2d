"""Who signs and by which authority, and who receives: their words and their order, and that nothing was added under them.

Not here: how their letters stand (`layout.looks_check`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from govmail_desk.documents.layout.components import Components
from govmail_desk.documents.layout.reading import Paragraph
from govmail_desk.documents.layout.told import deviation_at, quoted, quoted_all
from govmail_desk.domain.layout import ExpectedContent, Finding, Layout

DEPUTY: Final = "PHÓ "
WHOLE_ACTING: Final = "QUYỀN "
"""What many write in full for an acting head."""


def signing_deviations(found: Components, layout: Layout, content: ExpectedContent) -> Iterator[Finding]:
    """Look at the block of the signature and at the recipients."""
    yield from _authority(found, layout)
    yield from _signer(found, layout)
    yield from _recipients(found, layout, content)
    yield from _below(found, layout)


def _below(found: Components, layout: Layout) -> Iterator[Finding]:
    if found.below:
        yield deviation_at(
            layout,
            layout.asks("places"),
            found.below[0],
            "Dưới chữ ký",
            now=f"Dưới chữ ký và Nơi nhận còn có {quoted_all(found.below)}",
            asks="lời văn đứng trước chữ ký, dưới chữ ký chỉ có phụ lục",
            mend="đưa câu này lên trước chữ ký hoặc xóa đi; nếu là phần kèm theo thì ghi chữ Phụ lục ở đầu",
        )


def _authority(found: Components, layout: Layout) -> Iterator[Finding]:
    lines = found.of("authority")
    for one in lines:
        if right := _abbreviation_mended(one.said, layout):
            yield deviation_at(
                layout,
                layout.asks("authority_form"),
                one,
                "Quyền hạn người ký",
                now=f"Chữ viết tắt quyền hạn ở {quoted(one.said)} viết sai",
                asks=f"viết {', '.join(layout.signing.abbreviations)}",
                mend=f"sửa thành «{right}»",
            )
    yield from _post_faults(lines, layout)


def _abbreviation_mended(text: str, layout: Layout) -> str:
    """The right abbreviation where a line begins with one written otherwise: `T/M`, `KT`, `TUQ .`; else empty."""
    if text.upper().startswith(WHOLE_ACTING):
        return layout.signing.acting
    for right in layout.signing.abbreviations:
        if _written(right).match(text) and not text.upper().startswith(right):
            return right
    return ""


def _written(abbreviation: str) -> re.Pattern[str]:
    """An abbreviation at the start of a line in all the ways it is met: `KT.`, `K/T`, `KT`, `K.T.`."""
    letters = r"\s*[./]?\s*".join(abbreviation.rstrip("."))
    return re.compile(rf"{letters}(\s*[./]|(?=\s|$))", re.IGNORECASE)


def _post_faults(lines: tuple[Paragraph, ...], layout: Layout) -> Iterator[Finding]:
    """On behalf of a head, the post of the one who signs follows; a deputy never signs as if the head."""
    if not lines:
        return
    texts = [one.said.upper() for one in lines]
    acts = [any(_written(short).match(text) for short in layout.signing.on_behalf) for text in texts]
    is_collective = _written(layout.signing.collective).match(texts[-1]) is not None
    if acts[-1] or is_collective:
        yield deviation_at(
            layout,
            layout.asks("authority_form"),
            lines[-1],
            "Quyền hạn người ký",
            now=f"Dưới {quoted(lines[-1].said)} chưa có chức vụ của người ký",
            asks="ghi chức vụ của người ký dưới dòng quyền hạn",
            mend="thêm một dòng chức vụ",
        )
    if texts[-1].startswith(DEPUTY) and not any(acts):
        yield deviation_at(
            layout,
            layout.asks("authority_form"),
            lines[-1],
            "Quyền hạn người ký",
            now=f"Cấp phó {quoted(lines[-1].said)} ký mà phía trên chưa ghi ký thay ai",
            asks=f"ghi chữ {layout.signing.on_behalf[0]} và chức vụ người đứng đầu ở dòng trên",
            mend=f"thêm dòng «{layout.signing.on_behalf[0]}» và chức vụ phía trên",
        )


def _signer(found: Components, layout: Layout) -> Iterator[Finding]:
    for one in found.of("signer"):
        title = _title_of(one.said, layout)
        if title:
            yield deviation_at(
                layout,
                layout.asks("signer_form"),
                one,
                "Họ tên người ký",
                now=f"Trước họ tên {quoted(one.said)} có ghi «{title}»",
                asks="không ghi học hàm, học vị, danh hiệu trước họ tên",
                mend=f"bỏ «{title}»",
            )


def _title_of(text: str, layout: Layout) -> str:
    """The title a name begins with, if any, as it is written there."""
    for refused in layout.signing.refused_titles:
        written = re.match(rf"{re.escape(refused.rstrip('.'))}[IV]*(\.|(?=\s))", text, re.IGNORECASE)
        if written:
            return written[0]
    return ""


def _recipients(found: Components, layout: Layout, content: ExpectedContent) -> Iterator[Finding]:
    heading, lines = found.of("recipients"), found.of("recipient")
    words = layout.words
    for one in heading:
        if one.said != f"{words.recipients}:":
            yield _recipient(
                layout,
                one,
                now=f"Dòng {quoted(one.said)} chưa đúng",
                asks=f"ghi «{words.recipients}:»",
                mend=f"sửa thành «{words.recipients}:»",
            )
    if heading and not lines:
        yield _recipient(
            layout,
            heading[0],
            now="Dưới chữ Nơi nhận chưa có dòng nào",
            asks="liệt kê nơi nhận và nơi lưu",
            mend="thêm các dòng nơi nhận",
        )
        return
    if lines and content.kind != "slip" and lines[0].said.strip("- ;.") != words.as_above:
        yield _recipient(
            layout,
            lines[0],
            now=f"Dòng đầu của Nơi nhận đang là {quoted(lines[0].said)}",
            asks=f"dòng đầu là «- {words.as_above};»",
            mend=f"thêm dòng «- {words.as_above};» lên đầu",
        )
    for one in lines[:-1]:
        yield from _recipient_line(one, layout)
    if lines:
        yield from _filing(lines[-1], layout)


def _recipient_line(one: Paragraph, layout: Layout) -> Iterator[Finding]:
    if not one.said.startswith("-"):
        yield _without_dash(one, layout)
    if not one.said.endswith(";"):
        yield _recipient(
            layout,
            one,
            now=f"Dòng nơi nhận {quoted(one.said)} chưa kết thúc bằng dấu chấm phẩy",
            asks="mỗi dòng kết thúc bằng dấu chấm phẩy",
            mend="thêm dấu chấm phẩy ở cuối dòng",
        )


def _filing(one: Paragraph, layout: Layout) -> Iterator[Finding]:
    filing = layout.words.filing
    said = one.said.lstrip("- ")
    if not said.startswith(filing):
        yield _recipient(
            layout,
            one,
            now=f"Dòng cuối của Nơi nhận đang là {quoted(one.said)}",
            asks=f"dòng cuối là «- {filing}, …»",
            mend=f"thêm dòng «- {filing}, …» ở cuối",
        )
    elif not one.said.startswith("-"):
        yield _without_dash(one, layout)
    elif not (said.endswith(".") or re.search(r"\(\d+\)$", said)):
        yield _recipient(
            layout,
            one,
            now=f"Dòng lưu {quoted(one.said)} chưa có dấu chấm ở cuối",
            asks="dòng cuối kết thúc bằng dấu chấm",
            mend="thêm dấu chấm ở cuối dòng",
        )


def _without_dash(one: Paragraph, layout: Layout) -> Finding:
    return _recipient(
        layout,
        one,
        now=f"Dòng nơi nhận {quoted(one.said)} chưa có gạch đầu dòng",
        asks="mỗi dòng có gạch đầu dòng",
        mend="thêm dấu gạch đầu dòng",
    )


def _recipient(layout: Layout, one: Paragraph, *, now: str, asks: str, mend: str) -> Finding:
    return deviation_at(layout, layout.asks("recipients_form"), one, "Nơi nhận", now=now, asks=asks, mend=mend)
