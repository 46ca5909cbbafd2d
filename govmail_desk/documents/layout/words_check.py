"""What the fixed parts of a paper say and how: number, subject, addressees, bases, the end of the text.

Also which parts are missing. Not here: place and dates (`layout.dates_check`), who signs and who receives
(`layout.signing_check`), what only the register can tell (`layout.content_check`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from govmail_desk.documents.layout.components import Components
from govmail_desk.documents.layout.reading import Paragraph
from govmail_desk.documents.layout.told import deviation, deviation_at, quoted
from govmail_desk.domain.layout import ExpectedContent, Finding, Layout
from govmail_desk.domain.vietnamese import clean

NUMBER_LINE: Final = re.compile(
    r"(?P<word>Số)(?P<colon>\s*:)?\s*(?P<number>[\d.…]*)(?P<stroke>\s*/)?(?P<symbol>.*)", re.IGNORECASE
)
SYMBOL: Final = re.compile(r"[A-ZĐƯÔÊÂĂƠ0-9]+(-[A-ZĐƯÔÊÂĂƠ0-9]+)*")
CROOKED_MM: Final = 1.0


def word_deviations(found: Components, layout: Layout, content: ExpectedContent) -> Iterator[Finding]:
    """Compare the words of the fixed parts with the forms asked for."""
    yield from _missing(found, layout, content)
    yield from _fixed_words(found, layout)
    yield from _number(found, layout)
    yield from _subject(found, layout)
    yield from _addressees(found, layout)
    yield from _bases(found, layout)
    yield from _end(found, layout, content)
    yield from _appendices(found, layout)


def _missing(found: Components, layout: Layout, content: ExpectedContent) -> Iterator[Finding]:
    for component in layout.component:
        if content.kind in component.needed_in and not found.of(component.key):
            yield deviation(
                layout,
                component,
                where=component.name,
                now=f"Không tìm thấy thành phần {component.name}",
                asks="văn bản có thành phần này",
                mend="thêm vào đúng chỗ hoặc xem lại chữ đã gõ",
            )


def _fixed_words(found: Components, layout: Layout) -> Iterator[Finding]:
    """Quốc hiệu and tiêu ngữ are written one way; their capitals are looked at with the letters."""
    for component in layout.component:
        for one in found.of(component.key)[:1] if component.words else ():
            said = one.said.rstrip("_").strip()
            written = said.upper() if component.letters == "capitals" else said
            if clean(written) not in component.words and written.upper() != component.words[0].upper():
                yield deviation_at(
                    layout,
                    component,
                    one,
                    component.name,
                    now=f"{component.name} đang ghi {quoted(said)}",
                    asks=f"ghi {quoted(component.words[0])}",
                    mend="gõ lại cho đúng từng chữ",
                )
            elif component.letters == "ordinary" and written not in component.words and not said.isupper():
                yield deviation_at(
                    layout,
                    component,
                    one,
                    component.name,
                    now=f"{component.name} đang ghi {quoted(said)}",
                    asks=f"ghi {quoted(component.words[0])}",
                    mend="viết hoa đúng chữ đầu mỗi cụm từ",
                )


def _number(found: Components, layout: Layout) -> Iterator[Finding]:
    for one in found.of("number"):
        read = NUMBER_LINE.fullmatch(one.said)
        if read and layout.words.refused_symbol in read["symbol"].strip().split("-"):
            yield _refused_symbol(one, layout)
        for now, asks, mend in () if read is None else _number_faults(read, layout):
            yield deviation_at(
                layout,
                layout.asks("number_form"),
                one,
                "Số, ký hiệu",
                now=f"Số, ký hiệu {quoted(one.said)} {now}",
                asks=asks,
                mend=mend,
            )


def _refused_symbol(one: Paragraph, layout: Layout) -> Finding:
    group = layout.words.refused_symbol
    return deviation_at(
        layout,
        layout.asks("symbol_form"),
        one,
        "Số, ký hiệu",
        now=f"Số, ký hiệu {quoted(one.said)} có nhóm chữ {group}",
        asks="ký hiệu công văn gồm tên viết tắt của cơ quan và của đơn vị soạn thảo hoặc lĩnh vực",
        mend=f"bỏ nhóm chữ {group}",
    )


def _number_faults(read: re.Match[str], layout: Layout) -> Iterator[tuple[str, str, str]]:
    number, symbol = read["number"].strip(".…"), read["symbol"].strip()
    if (read["colon"] or "").strip() != ":" or (read["colon"] or "") != ":":
        yield "chưa có dấu hai chấm liền sau chữ Số", "ghi «Số:»", "thêm dấu hai chấm liền sau chữ Số"
    if number and number.isdecimal() and int(number) < layout.zero.below and not number.startswith("0"):
        yield "thiếu số 0 phía trước", f"số nhỏ hơn {layout.zero.below} có thêm số 0 phía trước", f"sửa thành 0{number}"
    if read["stroke"] is None:
        yield "chưa có dấu gạch chéo giữa số và ký hiệu", "có dấu gạch chéo (/)", "thêm dấu gạch chéo sau số"
    elif not symbol:
        yield "chưa có ký hiệu", "có ký hiệu sau dấu gạch chéo", "thêm ký hiệu của đơn vị"
    elif symbol.upper() != symbol:
        yield "có ký hiệu viết thường", "ký hiệu viết bằng chữ in hoa", f"sửa thành {symbol.upper()}"
    elif not SYMBOL.fullmatch(symbol):
        yield (
            "có ký hiệu viết sai",
            "các nhóm chữ nối bằng dấu gạch nối (-), không cách chữ",
            "bỏ dấu cách và dấu lạ trong ký hiệu",
        )


def _subject(found: Components, layout: Layout) -> Iterator[Finding]:
    wanted = layout.words.subject
    for one in found.of("letter_subject")[:1]:
        if not one.said.startswith(f"{wanted} "):
            yield deviation_at(
                layout,
                layout.asks("subject_form"),
                one,
                "Trích yếu công văn",
                now=f"Trích yếu {quoted(one.said)} chưa mở đầu bằng chữ {wanted}",
                asks=f"trích yếu đứng sau chữ «{wanted}»",
                mend=f"sửa phần đầu thành {wanted} và một dấu cách",
            )
        elif one.said.rstrip().endswith((".", ";", ",")):
            yield deviation_at(
                layout,
                layout.asks("subject_form"),
                one,
                "Trích yếu công văn",
                severity="look",
                now=f"Trích yếu {quoted(one.said)} có dấu câu ở cuối",
                asks="trích yếu là một cụm từ ngắn gọn",
                mend="bỏ dấu câu ở cuối",
            )


def _addressees(found: Components, layout: Layout) -> Iterator[Finding]:
    lines = found.of("addressee")
    if not lines:
        return
    head, colon, named = lines[0].said.partition(":")
    if not colon or head.strip() != layout.words.addressee:
        yield _addressee(
            layout, lines[0], now="chưa ghi đúng chữ Kính gửi và dấu hai chấm", mend="sửa thành «Kính gửi:»"
        )
    listed = lines[1:]
    if named.strip() and listed:
        yield _addressee(
            layout,
            lines[0],
            now="vừa có nơi nhận cùng dòng vừa có nơi nhận ở dưới",
            mend="đưa mỗi nơi nhận xuống một dòng",
        )
    elif not named.strip() and colon and not listed:
        yield _addressee(layout, lines[0], now="chưa có nơi nhận", mend="ghi nơi trực tiếp giải quyết")
    elif len(listed) == 1:
        yield _addressee(
            layout,
            listed[0],
            now="là nơi nhận duy nhất mà đứng riêng dòng",
            mend="đưa lên cùng dòng Kính gửi, bỏ gạch đầu dòng",
        )
    else:
        yield from _listed_addressees(listed, layout)


def _listed_addressees(listed: tuple[Paragraph, ...], layout: Layout) -> Iterator[Finding]:
    for place, one in enumerate(listed, start=1):
        end = "." if place == len(listed) else ";"
        if not one.said.endswith(end):
            now, mend = f"chưa kết thúc bằng dấu «{end}»", f"sửa dấu cuối dòng thành «{end}»"
            yield _addressee(layout, one, now=now, mend=mend)
    starts = [one.look.left_mm + one.look.first_line_mm for one in listed]
    crooked = [one for one, start in zip(listed, starts, strict=True) if abs(start - starts[0]) > CROOKED_MM]
    if crooked:
        now, mend = "chưa thẳng hàng với gạch đầu dòng ở trên", "đặt các dòng lùi vào bằng nhau"
        yield _addressee(layout, crooked[0], now=now, mend=mend)


def _addressee(layout: Layout, one: Paragraph, *, now: str, mend: str) -> Finding:
    asks = "một nơi nhận ghi cùng dòng Kính gửi, từ hai nơi thì mỗi nơi một dòng có gạch đầu dòng, dấu chấm phẩy, dòng cuối dấu chấm"
    now = f"Phần Kính gửi {quoted(one.said)} {now}"
    return deviation_at(layout, layout.asks("addressee_form"), one, "Kính gửi", now=now, asks=asks, mend=mend)


def _bases(found: Components, layout: Layout) -> Iterator[Finding]:
    bases = found.of("basis")
    for place, one in enumerate(bases, start=1):
        end = "." if place == len(bases) else ";"
        if not one.said.endswith(end):
            yield deviation_at(
                layout,
                layout.asks("basis_form"),
                one,
                "Căn cứ",
                now=f"Căn cứ {quoted(one.said)} chưa kết thúc bằng dấu «{end}»",
                asks="mỗi căn cứ kết thúc bằng dấu chấm phẩy, căn cứ cuối bằng dấu chấm",
                mend=f"sửa dấu cuối dòng thành «{end}»",
            )


def _end(found: Components, layout: Layout, content: ExpectedContent) -> Iterator[Finding]:
    text = found.of("text")
    end = layout.words.end
    if not text or content.kind == "slip":
        return
    if not text[-1].said.endswith(end):
        yield deviation_at(
            layout,
            layout.asks("ending"),
            text[-1],
            "Kết thúc nội dung",
            now=f"Đoạn cuối {quoted(text[-1].said)} chưa kết thúc bằng {end}",
            asks=f"nội dung kết thúc bằng {end}",
            mend=f"thêm {end} vào cuối đoạn này",
        )
    for one in text[:-1]:
        if one.said.endswith(end):
            yield deviation_at(
                layout,
                layout.asks("ending"),
                one,
                "Kết thúc nội dung",
                now=f"Đoạn {quoted(one.said)} có {end} khi nội dung chưa hết",
                asks=f"chỉ đoạn cuối kết thúc bằng {end}",
                mend="đổi thành dấu chấm",
            )


def _appendices(found: Components, layout: Layout) -> Iterator[Finding]:
    lines = found.of("appendix")
    for one in lines if len(lines) > 1 else ():
        if not re.fullmatch(r"\D+\s[IVXLC]+[.:]?", one.said):
            yield deviation_at(
                layout,
                layout.asks("appendix_number"),
                one,
                "Phụ lục",
                now=f"Dòng {quoted(one.said)} chưa đánh số bằng chữ số La Mã",
                asks="từ hai phụ lục trở lên thì đánh số La Mã",
                mend="đánh lại số phụ lục",
            )
    if len(found.of("appendix_note")) < len(lines):
        yield deviation_at(
            layout,
            layout.part("appendix_note"),
            lines[0],
            "Phụ lục",
            now=f"Dưới {quoted(lines[0].said)} chưa có dòng chỉ dẫn kèm theo văn bản",
            asks="ghi «(Kèm theo Công văn số … ngày … của …)» dưới tên phụ lục",
            mend="thêm dòng này",
        )
