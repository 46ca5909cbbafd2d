"""How the letters of each part stand: font, colour, size, bold, italic, capitals, and to which side its lines keep.

One fault of one part is one finding, however many paragraphs share it. Not here: gaps and indents of the text
(`layout.spacing_check`), what the parts say (`layout.words_check`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from govmail_desk.documents.layout.components import Components
from govmail_desk.documents.layout.reading import Paragraph, Piece
from govmail_desk.documents.layout.told import between, deviation, figure, quoted, quoted_all
from govmail_desk.domain.layout import Component, ComponentKey, Finding, Layout
from govmail_desk.domain.legacy_fonts import encoding_of_font

SIZE_SLACK_PT: Final = 0.3
FEWEST_CAPITALS: Final = 4
"""A text with fewer letters than this may be an abbreviation."""

IN_MARGINS: Final[frozenset[ComponentKey]] = frozenset({"contact"})
SENTENCE_ENDS: Final = (".", ";", ":", ",")
"""A heading is no sentence."""

ALIGNED: Final = {"center": "canh giữa", "both": "canh đều cả hai lề"}
SIDES: Final = {"left": "canh trái", "right": "canh phải", "center": "canh giữa", "both": "canh đều hai lề"}

Odd = list[tuple[Paragraph, Piece]]


def look_deviations(found: Components, layout: Layout) -> Iterator[Finding]:
    """Compare the letters of every part with what is asked of it."""
    yield from _fonts(found, layout)
    yield from _colours(found, layout)
    yield from _marks(found, layout)
    for component in layout.component:
        if paragraphs := found.of(component.key):
            yield from _of_component(component, paragraphs, layout)


def _of_component(component: Component, paragraphs: tuple[Paragraph, ...], layout: Layout) -> Iterator[Finding]:
    yield from _size(component, paragraphs, layout)
    yield from _weight(component, paragraphs, layout)
    yield from _slant(component, paragraphs, layout)
    yield from _underline(component, paragraphs, layout)
    yield from _capitals(component, paragraphs, layout)
    yield from _side(component, paragraphs, layout)


def _written(paragraphs: tuple[Paragraph, ...]) -> Iterator[tuple[Paragraph, Piece]]:
    return ((one, piece) for one in paragraphs for piece in one.pieces if any(map(str.isalnum, piece.text)))


def _size(component: Component, paragraphs: tuple[Paragraph, ...], layout: Layout) -> Iterator[Finding]:
    least, most = component.least_pt, component.most_pt
    odd = [
        (one, piece)
        for one, piece in _written(paragraphs)
        if not least - SIZE_SLACK_PT <= piece.look.size_pt <= most + SIZE_SLACK_PT
    ]
    if odd:
        now = f"đang cỡ chữ {', '.join(figure(size) for size in sorted({piece.look.size_pt for _, piece in odd}))}"
        yield _told(component, odd, layout, now=now, asks=f"cỡ chữ {between(least, most)}", mend="đổi lại cỡ chữ")


def _weight(component: Component, paragraphs: tuple[Paragraph, ...], layout: Layout) -> Iterator[Finding]:
    odd = [(one, piece) for one, piece in _written(paragraphs) if piece.look.is_bold != component.is_bold]
    if component.key == "text":
        odd = [(one, piece) for one, piece in odd if not _is_heading(one)]
    if odd and component.is_bold:
        yield _told(component, odd, layout, now="đang không đậm", asks="kiểu chữ đậm", mend="bật kiểu đậm")
    elif odd:
        yield _told(component, odd, layout, now="đang đậm", asks="kiểu chữ không đậm", mend="bỏ kiểu đậm")


def _is_heading(paragraph: Paragraph) -> bool:
    """A clause with a heading of its own has number and heading in bold (NĐ 30/2020, PL I, II.6đ)."""
    written = [piece for piece in paragraph.pieces if piece.text.strip()]
    is_numbered = paragraph.said.partition(".")[0].isalnum() and "." in paragraph.said[:6]
    return is_numbered and all(piece.look.is_bold for piece in written) and not paragraph.said.endswith(SENTENCE_ENDS)


def _slant(component: Component, paragraphs: tuple[Paragraph, ...], layout: Layout) -> Iterator[Finding]:
    odd = [(one, piece) for one, piece in _written(paragraphs) if piece.look.is_italic != component.is_italic]
    if odd and component.is_italic:
        yield _told(component, odd, layout, now="đang là chữ đứng", asks="kiểu chữ nghiêng", mend="bật kiểu nghiêng")
    elif odd:
        yield _told(component, odd, layout, now="đang nghiêng", asks="kiểu chữ đứng", mend="bỏ kiểu nghiêng")


def _underline(component: Component, paragraphs: tuple[Paragraph, ...], layout: Layout) -> Iterator[Finding]:
    """An underlined link in colour is told as a colour; a part with a drawn rule, where its rule is looked for."""
    if layout.rule_under(component.key):
        return
    is_black = layout.typeface.colour.__eq__
    odd = [
        (one, piece) for one, piece in _written(paragraphs) if piece.look.is_underlined and is_black(piece.look.colour)
    ]
    if odd:
        yield _told(component, odd, layout, now="đang gạch chân", asks="không gạch chân", mend="bỏ gạch chân")


def _capitals(component: Component, paragraphs: tuple[Paragraph, ...], layout: Layout) -> Iterator[Finding]:
    if component.letters == "capitals":
        odd = [(one, piece) for one, piece in _written(paragraphs) if piece.shown != piece.shown.upper()]
        if odd:
            yield _told(
                component, odd, layout, now="chưa viết hoa hết", asks="chữ in hoa", mend="gõ lại bằng chữ in hoa"
            )
    elif component.letters == "ordinary":
        odd = [(one, one.pieces[0]) for one in paragraphs if _is_shouted(one) and not _is_heading(one)]
        if odd:
            yield _told(
                component, odd, layout, now="đang viết hoa hết", asks="chữ in thường", mend="gõ lại bằng chữ in thường"
            )


def _is_shouted(paragraph: Paragraph) -> bool:
    letters = [letter for letter in paragraph.said if letter.isalpha()]
    return len(letters) >= FEWEST_CAPITALS and paragraph.said.isupper()


def _side(component: Component, paragraphs: tuple[Paragraph, ...], layout: Layout) -> Iterator[Finding]:
    if component.align == "any":
        return
    odd = [one for one in paragraphs if one.look.align != component.align]
    if odd:
        asks = ALIGNED[component.align]
        yield deviation(
            layout,
            component,
            where=component.name,
            now=f"{component.name} {quoted_all(odd)} đang {SIDES.get(odd[0].look.align, 'canh khác')}",
            asks=asks,
            mend=f"chọn chỗ này và bấm {asks}",
            paragraph=odd[0],
        )


def _told(component: Component, odd: Odd, layout: Layout, *, now: str, asks: str, mend: str) -> Finding:
    paragraph = None if component.key in IN_MARGINS else odd[0][0]
    rest = len({one.place for one, _ in odd}) - 1
    quote = quoted(odd[0][1].shown) + (f" và {rest} đoạn khác" if rest else "")
    return deviation(
        layout,
        component,
        where=component.name,
        now=f"{component.name} {quote} {now}",
        asks=asks,
        mend=f"chọn chỗ này và {mend}",
        paragraph=paragraph,
    )


def _fonts(found: Components, layout: Layout) -> Iterator[Finding]:
    """Tell each wrong font once; a font of the old encodings with what it means."""
    odd: dict[str, Odd] = {}
    for one, piece in _all_written(found):
        for font in _fonts_of(piece):
            if font.casefold() != layout.typeface.name.casefold():
                odd.setdefault(font, []).append((one, piece))
    for font, places in odd.items():
        old = encoding_of_font(font)
        mend = (
            f"chuyển đoạn này từ mã {old} sang Unicode rồi chọn lại phông"
            if old
            else "chọn chỗ này và đổi lại phông chữ"
        )
        rule = layout.asks("charset") if old else layout.typeface
        yield deviation(
            layout,
            rule,
            where="Phông chữ",
            now=f"{_quoted_places(places)} đang dùng phông {font}{f' của bảng mã cũ {old}' if old else ''}",
            asks=f"phông {layout.typeface.name} mã Unicode",
            mend=mend,
            paragraph=_placed(found, places[0][0]),
        )


def _fonts_of(piece: Piece) -> set[str]:
    look = piece.look
    shown = [letter for letter in piece.text if not letter.isspace()]
    fonts = {look.ascii_font} if any(letter.isascii() for letter in shown) else set()
    return fonts | ({look.font} if not all(letter.isascii() for letter in shown) else set())


def _colours(found: Components, layout: Layout) -> Iterator[Finding]:
    odd: dict[str, Odd] = {}
    for one, piece in _all_written(found):
        if piece.look.colour != layout.typeface.colour:
            odd.setdefault(piece.look.colour, []).append((one, piece))
    for places in odd.values():
        link = " và gạch chân như liên kết" if places[0][1].look.is_underlined else ""
        yield deviation(
            layout,
            layout.typeface,
            where="Màu chữ",
            now=f"{_quoted_places(places)} đang có màu{link}",
            asks="chữ màu đen",
            mend="chọn chỗ này, đổi lại màu đen" + (" và bỏ liên kết" if link else ""),
            paragraph=_placed(found, places[0][0]),
        )


def _marks(found: Components, layout: Layout) -> Iterator[Finding]:
    """A marker's colour or a stroke through the text is left from working on a draft."""
    marked = [(one, piece) for one, piece in _all_written(found) if piece.look.is_marked]
    struck = [(one, piece) for one, piece in _all_written(found) if piece.look.is_struck]
    for odd, now, mend in (
        (marked, "đang tô nền", "bỏ màu nền"),
        (struck, "đang gạch ngang", "xóa chữ thừa hoặc bỏ gạch ngang"),
    ):
        if odd:
            yield deviation(
                layout,
                layout.typeface,
                where="Chữ đang đánh dấu",
                now=f"{_quoted_places(odd)} {now}",
                asks="chữ màu đen, không đánh dấu",
                mend=f"chọn chỗ này và {mend}",
                paragraph=_placed(found, odd[0][0]),
            )


def _all_written(found: Components) -> Iterator[tuple[Paragraph, Piece]]:
    return _written((*found.paper.paragraphs, *found.paper.margins))


def _quoted_places(places: Odd) -> str:
    rest = len({id(one) for one, _ in places}) - 1
    return f"Chữ {quoted(places[0][1].shown)}" + (f" và {rest} đoạn khác" if rest else "")


def _placed(found: Components, paragraph: Paragraph) -> Paragraph | None:
    return paragraph if any(paragraph is one for one in found.paper.paragraphs) else None
