"""Every problem of a Word form, listed at once in Vietnamese, each with the text of its paragraph.

Not here: what a tag may say (`documents.form_fields`), filling a form (`documents.form`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from jinja2 import TemplateSyntaxError
from lxml import etree

from govmail_desk.documents.form_fields import ENGINE, HALF_TAG, HALF_WRITTEN, FormFields, complaints
from govmail_desk.documents.package import WORD, Parts, parsed

FILLED_PARTS: Final = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
"""The parts of a .docx in which tags are filled."""
BODY: Final = "word/document.xml"

TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
STATEMENT: Final = re.compile(r"\{%(?P<whole>p|tr|)\s+(?P<word>\w+)(?P<rest>.*?)%\}", re.DOTALL)
DRAWN: Final = re.compile(r"\{\{p\s+(\w+)\s*\}\}")
STRAIGHT: Final = str.maketrans("“”‘’", "\"\"''")
"""Word's curly quotes, straightened as docxtpl does before it reads a tag."""

OPENED_BY: Final = {"endif": "if", "else": "if", "elif": "if", "endfor": "for"}
SHOWN_LENGTH: Final = 60
UNREADABLE: Final = "viết sai, không đọc được"


@dataclass(frozen=True, slots=True)
class Place:
    """One paragraph of a form: its own text, and that of the table row around it."""

    text: str
    row_text: str = ""

    def around(self, whole: str) -> str:
        """The text that goes with a tag standing for the whole paragraph (`p`) or row (`tr`)."""
        return self.row_text if whole == "tr" else self.text


@dataclass(frozen=True, slots=True)
class Opened:
    """An `if` or `for` still open: its word, what it stands for as a whole, its loop variable and where it stands."""

    word: str
    whole: str
    scope: dict[str, str]
    place: Place


@dataclass
class Reader:
    """Reads a form's tags in order, keeping what is open, what was used and what is wrong."""

    fields: FormFields
    problems: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    opened: list[Opened] = field(default_factory=list)

    @property
    def scope(self) -> dict[str, str]:
        """The loop variables in force."""
        return self.opened[-1].scope if self.opened else {}

    def read(self, place: Place) -> None:
        """Read one paragraph."""
        for tag in TAG.findall(place.text):
            self.used |= set(re.findall(r"\w+", tag)) & self.fields.names
            for problem in self._read_tag(tag.translate(STRAIGHT), place):
                self.problems.append(f"Thẻ «{tag}» ở {_shown(place)}: {problem}.")
        if HALF_TAG.search(TAG.sub("", place.text)):
            self.problems.append(f"Đ{_shown(place)[1:]} {HALF_WRITTEN}.")

    def finish(self) -> None:
        """Report what was opened and never closed, and the fields a form cannot do without."""
        for left in self.opened:
            self.problems.append(f"Thẻ «{left.word}» ở {_shown(left.place)}: chưa có thẻ end{left.word}.")
        for name in sorted(self.fields.required - self.used):
            self.problems.append(f"Mẫu còn thiếu trường bắt buộc «{name}».")

    def _read_tag(self, tag: str, place: Place) -> Iterator[str]:
        if tag.startswith("{#"):
            return
        if tag.startswith("{{"):
            yield from self._read_printed(tag, place)
        elif statement := STATEMENT.fullmatch(tag):
            yield from self._read_statement(statement, place)
        else:
            yield UNREADABLE

    def _read_printed(self, tag: str, place: Place) -> Iterator[str]:
        drawn = DRAWN.fullmatch(tag)
        if drawn and drawn[1] in self.fields.drawn:
            yield from _not_alone(tag, place.text)
        elif re.match(r"\{\{(p|r|tr|tc)\s", tag):
            yield "không được dùng chữ p, r, tr, tc ở đây, hãy ghi {{ tên_trường }}"
        else:
            yield from self._read_source(tag)

    def _read_statement(self, statement: re.Match[str], place: Place) -> Iterator[str]:
        word, whole = statement["word"], statement["whole"]
        if whole:
            yield from _not_alone(statement[0], place.around(whole))
        if word in {"if", "for"}:
            yield from self._read_source(f"{{% {word}{statement['rest']}%}}{{% end{word} %}}")
            self.opened.append(Opened(word, whole, self.scope | _loop_variable(statement), place))
        elif word in OPENED_BY:
            if word == "elif":
                yield from self._read_source(f"{{% if{statement['rest']}%}}{{% endif %}}")
            yield from self._close(word, whole, place)
        else:
            yield UNREADABLE

    def _close(self, word: str, whole: str, place: Place) -> Iterator[str]:
        if not self.opened or self.opened[-1].word != OPENED_BY[word]:
            yield f"không có thẻ {OPENED_BY[word]} nào đang mở"
            return
        opened = self.opened[-1]
        if opened.whole != whole or (not whole and opened.place is not place):
            yield "thẻ mở và thẻ đóng phải cùng loại: cùng một đoạn, hoặc đều là {%p … %}, hoặc đều là {%tr … %}"
        if word.startswith("end"):
            self.opened.pop()

    def _read_source(self, source: str) -> Iterator[str]:
        try:
            tree = ENGINE.parse(source)
        except TemplateSyntaxError:
            yield UNREADABLE
        else:
            yield from complaints(tree, self.fields, self.scope)


def problems_of(parts: Parts, fields: FormFields) -> tuple[str, ...]:
    """List every problem of a Word form's tags; empty for a form that can be filled."""
    reader = Reader(fields)
    if BODY not in parts:
        return ("Tệp không phải văn bản Word (.docx).",)
    for name, content in parts.items():
        if FILLED_PARTS.fullmatch(name):
            for place in _places(_root(content)):
                reader.read(place)
        elif name.endswith(".xml") and (b"{{" in content or b"{%" in content):
            reader.problems.append(
                f"Phần «{name}» của tệp có thẻ, nhưng chương trình chỉ điền ở thân trang, đầu và chân trang."
            )
    reader.finish()
    return tuple(dict.fromkeys(reader.problems))


def _root(content: bytes) -> etree._Element:
    """Parse a page; a torn one has no paragraphs, and is told of as a danger."""
    try:
        return parsed(content)
    except etree.XMLSyntaxError:
        return etree.Element("torn")


def _places(root: etree._Element) -> Iterator[Place]:
    for paragraph in root.iter(f"{WORD}p"):
        row = next(paragraph.iterancestors(f"{WORD}tr"), None)
        yield Place(_text_of(paragraph), "" if row is None else _text_of(row))


def _text_of(element: etree._Element) -> str:
    """Join the runs of a paragraph or a row: Word splits a tag over several as it likes."""
    own = element.tag if element.tag == f"{WORD}p" else None
    return "".join(
        text.text or "" for text in element.iter(f"{WORD}t") if own is None or next(text.iterancestors(own)) is element
    )


def _not_alone(tag: str, text: str) -> Iterator[str]:
    if TAG.sub("", text).strip() or TAG.findall(text.translate(STRAIGHT)) != [tag]:
        yield "phải đứng riêng một đoạn (một dòng của bảng), vì cả đoạn đó sẽ được thay"


def _loop_variable(statement: re.Match[str]) -> dict[str, str]:
    loop = re.fullmatch(r"\s*(\w+)\s+in\s+(\w+)\s*", statement["rest"]) if statement["word"] == "for" else None
    return {loop[1]: loop[2]} if loop else {}


def _shown(place: Place) -> str:
    text = " ".join(place.text.split())
    return f"đoạn «{text if len(text) <= SHOWN_LENGTH else text[:SHOWN_LENGTH] + '…'}»"
