"""Fields for a provision's value, made from the value's own shape: a number, a period, a pattern, several choices, a whole contact.

Here: `ValueForm`. What it gives is plain, as TOML and JSON know it; whether it fits the key is checked by `regulations.loader`.
Not here: the words of the parts (`gui.rules.value_words`). A chain of steps has no fields here: it is set in a regulation's file.
"""

from __future__ import annotations

from dataclasses import is_dataclass
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Final, Literal, Union, get_args, get_origin

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from govmail_desk.domain.address import Pattern
from govmail_desk.gui.fields.fields import ChoiceField, LongTextField, TextField
from govmail_desk.gui.fields.form import FormRow
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.rules.value_words import PARTS, choice_words
from govmail_desk.regulations.value import parts_of

if TYPE_CHECKING:
    from collections.abc import Callable

_NOT_SAID: Final = "không nêu"
_LEFT_OUT: Final[tuple[object, ...]] = (None, "", [], {})


def can_be_filled_in(kind: Any) -> bool:
    """Say whether a value of this type has fields here."""
    bare = _bare(kind)
    if get_origin(bare) is tuple:
        inner = get_args(bare)[0]
        return inner is str or get_origin(inner) is Literal
    if _is_shape(bare):
        return all(can_be_filled_in(part.type) for part in parts_of(bare).values())
    return bare in {str, int, bool, Pattern} or get_origin(bare) is Literal


class ValueForm(QWidget):
    """The fields of one value; a part that may be left out may stay empty."""

    def __init__(self, kind: Any, given: Any = None, parent: QWidget | None = None, *, indent: int = 0) -> None:
        super().__init__(parent)
        self._readers: dict[str, Callable[[], Any]] = {}
        self._first: QWidget | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(indent, 0, 0, 0)
        self._rows.setSpacing(Space.NEAR)
        self._is_shape = _is_shape(_bare(kind))
        if self._is_shape:
            self._add_parts(_bare(kind), given if isinstance(given, dict) else {})
        else:
            self._add("", kind, given, "Giá trị", is_needed=True)
        if self._first is not None:
            self.setFocusProxy(self._first)

    def plain(self) -> Any:
        """Return what stands in the fields; parts left empty are left out."""
        standing = {name: reader() for name, reader in self._readers.items()}
        if not self._is_shape:
            return standing[""]
        return {name: value for name, value in standing.items() if value is not False and value not in _LEFT_OUT}

    def _add_parts(self, shape: Any, given: dict[str, Any]) -> None:
        for name, part in parts_of(shape).items():
            words = PARTS[shape.__name__][name]
            self._add(name, part.type, given.get(name), words, is_needed=part.is_required)

    def _add(self, name: str, kind: Any, given: Any, words: str, *, is_needed: bool) -> None:
        bare, is_optional = _bare(kind), NoneType in get_args(kind)
        if bare is bool:
            self._add_box(name, words, is_checked=bool(given))
        elif _is_shape(bare):
            inner = ValueForm(bare, given, self, indent=Space.APART)
            self._take(name, words, inner, inner.plain, is_needed=is_needed)
        elif get_origin(bare) is tuple and get_origin(get_args(bare)[0]) is Literal:
            boxes = _Boxes(get_args(get_args(bare)[0]), given or [], self)
            self._take(name, words, boxes, boxes.plain, is_needed=is_needed)
        else:
            self._add_field(name, bare, given, words, is_needed=is_needed and not is_optional)

    def _add_field(self, name: str, kind: Any, given: Any, words: str, *, is_needed: bool) -> None:
        if get_origin(kind) is Literal:
            said = choice_words(get_args(kind))
            none = () if is_needed else ((None, _NOT_SAID),)
            choice = ChoiceField([*none, *((value, said[value]) for value in get_args(kind))])
            choice.choose(given)
            self._take(name, words, choice, choice.choice, is_needed=is_needed)
        elif get_origin(kind) is tuple:
            lines = LongTextField("\n".join(given or ()), lines=3)
            self._take(
                name, words, lines, lambda: [line for line in lines.typed().split("\n") if line], is_needed=is_needed
            )
        else:
            text = TextField("" if given is None else str(given))
            self._take(
                name, words, text, lambda: _number(text.typed()) if kind is int else text.typed(), is_needed=is_needed
            )

    def _add_box(self, name: str, words: str, *, is_checked: bool) -> None:
        box = QCheckBox(words, self)
        box.setChecked(is_checked)
        self._readers[name] = box.isChecked
        self._first = self._first or box
        self._rows.addWidget(box)

    def _take(self, name: str, words: str, field: QWidget, reader: Callable[[], Any], *, is_needed: bool) -> None:
        self._readers[name] = reader
        self._first = self._first or field
        self._rows.addWidget(FormRow(words, field, is_needed=is_needed, parent=self))


class _Boxes(QWidget):
    """Several of several."""

    def __init__(self, choices: tuple[str, ...], given: list[str], parent: QWidget) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.HAIR)
        said = choice_words(choices)
        in_order = dict.fromkeys((*given, *choices))  # those chosen keep the order of the article
        self._boxes = {value: QCheckBox(said[value], self) for value in in_order}
        for value, box in self._boxes.items():
            box.setChecked(value in given)
            rows.addWidget(box)
        self.setFocusProxy(next(iter(self._boxes.values())))

    def plain(self) -> list[str]:
        """Return those ticked, in their order."""
        return [value for value, box in self._boxes.items() if box.isChecked()]


def _is_shape(kind: Any) -> bool:
    return is_dataclass(kind) and kind is not Pattern


def _bare(kind: Any) -> Any:
    """Take the "or nothing" off a type."""
    is_optional = get_origin(kind) in {Union, UnionType}
    return get_args(kind)[0] if is_optional else kind


def _number(text: str) -> int | str:
    return int(text) if text.isdecimal() else text
