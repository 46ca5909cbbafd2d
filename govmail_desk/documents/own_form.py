"""A form the unit changed, looked at when it is put back: everything wrong with it at once, and the bytes that are kept of it.

Each kind of look has a module of its own: what could act (`documents.package`), what a form needs none of (`documents.form_contents`),
tags (`documents.form_check`, `documents.list_form`), split tags (`documents.form_runs`), the trial filling (`documents.form`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from govmail_desk.documents.form import read_form
from govmail_desk.documents.form_check import problems_of
from govmail_desk.documents.form_contents import strange_contents
from govmail_desk.documents.form_fields import FormFields, FormUnfit
from govmail_desk.documents.form_runs import joined
from govmail_desk.documents.list import ListContent, made_list
from govmail_desk.documents.list_columns import REQUIRED, ListKind
from govmail_desk.documents.list_form import list_problems
from govmail_desk.documents.package import Parts, dangers, opened, packed
from govmail_desk.domain.errors import RuleBroken

TRIAL: Final = ListContent(title="x", attached_to="x", unit="x", rows=({}, {}))


@dataclass(frozen=True, slots=True)
class CheckedForm:
    """What looking came to: every problem in a sentence, the bytes to keep, and how many split tags were joined in them."""

    problems: tuple[str, ...]
    content: bytes
    joined_count: int = 0


def check_word_form(content: bytes, *, name: str, fields: FormFields) -> CheckedForm:
    """Look through a Word form of the unit's; `name` is its file's, for the sentences."""
    try:
        parts = opened(content, name=name)
    except RuleBroken as refused:
        return CheckedForm((refused.sentence,), content)
    problems = (*_strange(parts, is_word=True), *problems_of(parts, fields))
    if problems:
        return CheckedForm(tuple(dict.fromkeys(problems)), content)
    whole, joined_count = joined(parts)
    kept = packed(whole)
    try:
        read_form(kept, name=name, fields=fields)
    except FormUnfit as unfit:
        return CheckedForm(unfit.problems, content)
    except RuleBroken as refused:
        return CheckedForm((refused.sentence,), content)
    return CheckedForm((), kept, joined_count)


def check_list_form(content: bytes, *, name: str, kind: ListKind) -> CheckedForm:
    """Look through an Excel form of the unit's for one kind of list."""
    try:
        parts = opened(content, name=name)
        problems = (*_strange(parts, is_word=False), *list_problems(parts, name=name, required=REQUIRED[kind]))
        if problems:
            return CheckedForm(tuple(dict.fromkeys(problems)), content)
        kept = packed(parts)
        made_list(kept, TRIAL, form_name=name)
    except (IndexError, KeyError, TypeError, ValueError):  # styles, widths and areas that refer to nothing
        return CheckedForm(("Bảng tính bị hỏng bên trong. Hãy mở bằng Excel rồi lưu lại.",), content)
    except RuleBroken as refused:
        return CheckedForm((refused.sentence,), content)
    return CheckedForm((), kept)


def _strange(parts: Parts, *, is_word: bool) -> Iterator[str]:
    for reason in dangers(parts):
        yield f"Tệp {reason}. Hãy bỏ phần đó rồi lưu lại."
    yield from strange_contents(parts, is_word=is_word)
