"""The fields a form may use, and the one wall every form passes: nothing may stand in a tag that is not allowed here.

A form may come from anywhere, so its tags may name a field or an item of a list field, and repeat or leave out a part of
a paper; no more. Not here: finding the tags in a file (`documents.form_check`), filling a form (`documents.form`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Final

from jinja2 import StrictUndefined, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from govmail_desk.domain.errors import RuleBroken

HALF_TAG: Final = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
DEEPEST_LOOP: Final = 2

PLAIN_NODES: Final = (nodes.Compare, nodes.Operand, nodes.Const, nodes.Not, nodes.And, nodes.Or)
ONLY_FIELDS: Final = "chỉ được ghi tên trường, không được ghi phép tính hay lệnh"
HALF_WRITTEN: Final = "có thẻ viết dở, thiếu dấu mở hoặc dấu đóng"
TOO_DEEP: Final = "lặp lồng nhau quá hai tầng"

Scope = Mapping[str, str]
"""The loop variables in force, each with the list field it runs over."""


@dataclass(frozen=True, eq=False)
class FormFields:
    """What a form may print.

    `texts` are single texts; `lists` are repeated, each with the names of an item's parts, none where an item is a text
    itself; `drawn` are rules the program draws, alone in their paragraph as `{{p name }}`; `margins` gives a text that
    stands alone in its paragraph the value that is set as margin on both its sides. A form without a `required` field says
    too little to be used.
    """

    texts: frozenset[str]
    lists: Mapping[str, frozenset[str]] = field(default_factory=dict)
    drawn: frozenset[str] = frozenset()
    margins: Mapping[str, str] = field(default_factory=dict)
    required: frozenset[str] = frozenset()

    @property
    def names(self) -> frozenset[str]:
        """Every name a tag may begin with."""
        return self.texts | self.lists.keys() | self.drawn

    @property
    def values(self) -> frozenset[str]:
        """Every name that has a value when the form is filled."""
        return self.names | set(self.margins.values())


def _bare_engine() -> ImmutableSandboxedEnvironment:
    engine = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    for shelf in (engine.globals, engine.filters, engine.tests):
        shelf.clear()
    return engine


ENGINE: Final = _bare_engine()
"""What forms are read and filled with: no functions at all, every value escaped, a missing one an error."""


class FormUnfit(RuleBroken):
    """A form that cannot be filled, with every problem in a sentence of its own."""

    def __init__(self, sentence: str, problems: Sequence[str]) -> None:
        super().__init__(sentence)
        self.problems = tuple(problems)


def unfit(name: str, problems: Sequence[str], *, program: str = "Word") -> FormUnfit:
    """Word the refusal of a form, with all its problems; `name` is its file's."""
    listed = "\n".join(f"- {problem}" for problem in problems)
    sentence = f"Mẫu «{name}» chưa dùng được, hãy mở bằng {program} và sửa các chỗ sau:\n{listed}"
    return FormUnfit(sentence, problems)


def no_such(name: str, known: Set[str]) -> Iterator[str]:
    """Complain of a name that is no field, and offer the nearest one."""
    if name not in known:
        near = get_close_matches(name, sorted(known), n=1)
        yield f"không có trường «{name}»" + (f" (tên gần nhất: «{near[0]}»)" if near else "")


def complaints(node: nodes.Node, fields: FormFields, scope: Scope) -> Iterator[str]:
    """Name everything in a parsed template that a form may not say. Anything not expressly allowed is refused."""
    match node:
        case nodes.Template() | nodes.If():
            yield from _of_children(node, fields, scope)
        case nodes.Output():
            for printed in node.nodes:
                yield from _printed(printed, fields, scope)
        case nodes.For():
            yield from _looped(node, fields, scope)
        case nodes.Name():
            yield from no_such(node.name, fields.values | scope.keys())
        case nodes.Getattr():
            yield from _part(node, fields, scope)
        case _ if isinstance(node, PLAIN_NODES):
            yield from _of_children(node, fields, scope)
        case _:
            yield ONLY_FIELDS


def _of_children(node: nodes.Node, fields: FormFields, scope: Scope) -> Iterator[str]:
    for child in node.iter_child_nodes():
        yield from complaints(child, fields, scope)


def _printed(node: nodes.Node, fields: FormFields, scope: Scope) -> Iterator[str]:
    match node:
        case nodes.TemplateData():
            if HALF_TAG.search(node.data):
                yield HALF_WRITTEN
        case nodes.Name(name=name) if name in fields.lists:
            yield f"trường «{name}» có nhiều dòng, phải đặt trong {{%p for … in {name} %}}"
        case nodes.Name() | nodes.Getattr():
            yield from complaints(node, fields, scope)
        case _:
            yield ONLY_FIELDS


def _looped(node: nodes.For, fields: FormFields, scope: Scope) -> Iterator[str]:
    if node.else_ or node.test or node.recursive or not isinstance(node.target, nodes.Name):
        yield ONLY_FIELDS
        return
    if not isinstance(node.iter, nodes.Name):
        yield ONLY_FIELDS
        return
    if node.iter.name not in fields.lists:
        yield f"không lặp được theo «{node.iter.name}»: đây không phải trường nhiều dòng"
    if node.target.name in fields.names:
        yield f"tên «{node.target.name}» đã là một trường, hãy đặt tên khác cho dòng lặp"
    inner = {**scope, node.target.name: node.iter.name}
    if len(inner) > DEEPEST_LOOP:
        yield TOO_DEEP
    for child in node.body:
        yield from complaints(child, fields, inner)


def _part(node: nodes.Getattr, fields: FormFields, scope: Scope) -> Iterator[str]:
    if not isinstance(node.node, nodes.Name) or node.node.name not in scope:
        yield ONLY_FIELDS
        return
    yield from no_such(node.attr, fields.lists.get(scope[node.node.name], frozenset()))
