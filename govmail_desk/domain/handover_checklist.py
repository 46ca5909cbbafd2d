"""The checklist of a handover under one regulation: what it asks to be handed over, and what goes with that in practice.

The lines are data (`resources/handover.toml`, read by `regulations.handover`); a kept line with who did it when is `domain.handover`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.handover import Post
from govmail_desk.domain.provision import HandoverItem as Part
from govmail_desk.domain.provision import Source
from govmail_desk.domain.regulation import HANDOVER_ITEMS, HANDOVER_PARTIES, HANDOVER_SECRETS, KEYS, Regulation
from govmail_desk.domain.secrecy import refuse_password
from govmail_desk.domain.vietnamese import clean

AskKind = Literal["text", "count", "gigabytes", "sha256"]
Known = Literal["open-requests", "open-requests-listed", "quota"]
_SHAPES: Final[Mapping[AskKind, tuple[re.Pattern[str], str]]] = {
    "text": (re.compile(r".*"), ""),
    "count": (re.compile(r"\d{1,9}"), "là số nguyên, ví dụ 12"),
    "gigabytes": (re.compile(r"\d{1,6}(?:[.,]\d{1,3})?"), "là số GB, ví dụ 1,5"),
    "sha256": (re.compile(r"[0-9a-f]{64}"), "gồm 64 chữ số và chữ cái từ a đến f, chép nguyên từ chương trình tính mã"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One detail a line asks for beside its being done: a count, a medium's name, a file's hash.

    `known` says from where the register itself fills it in.
    """

    key: str
    label: str
    kind: AskKind = "text"
    known: Known | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistRule:
    """One line of the checklist as its file says it.

    `part` is what of the regulation's own list it carries out. `needs` is a key the regulation must say for the line to stand there;
    `cites` one whose article it shows where the regulation says it.
    """

    key: str
    title: str
    group: str
    why: str
    part: Part | None = None
    needs: str | None = None
    cites: str | None = None
    is_required: bool = False
    is_choice_required: bool = False
    choices: tuple[str, ...] = ()
    ask: tuple[Ask, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistLine:
    """A line as it stands under a regulation for a post: with its article, or as a suggestion of ours."""

    rule: ChecklistRule
    is_required: bool
    cite: str | None
    source: Source


def checklist(
    rules: Iterable[ChecklistRule], regulation: Regulation, *, post: Post, on: date
) -> tuple[ChecklistLine, ...]:
    """Give the lines that stand for a handover between two holders of a post, on the day the receiver takes charge.

    Where the regulation says nothing of that post the same lines stand as ours, without an article.
    """
    return tuple(
        _line(rule, regulation, post, on)
        for rule in rules
        if rule.needs is None or regulation.find(KEYS[rule.needs], on) is not None
    )


def speaks_of(regulation: Regulation, post: Post, on: date) -> bool:
    """Say whether the regulation's own rules of handing over are about this post."""
    parties = regulation.find(HANDOVER_PARTIES, on)
    return parties is not None and parties.value.post == post


def checked_details(rule: ChecklistRule, details: Mapping[str, str]) -> dict[str, str]:
    """Take the details told for a line, tidy and without those left empty.

    Raises `RuleBroken` for one the line does not ask, one of another shape, and one that seems to hold a password.
    """
    asked = {ask.key: ask for ask in rule.ask}
    told = {key: clean(value) for key, value in details.items()}
    for key, value in told.items():
        if key not in asked:
            raise RuleBroken(f"Mục “{rule.title}” không hỏi “{key}”. Hãy bỏ chi tiết này.")
        if value:
            _refuse_shape(rule, asked[key], value)
    return {key: value for key, value in told.items() if value}


def checked_choice(rule: ChecklistRule, choice: str, *, is_done: bool) -> str:
    """Take what was chosen from a line's list. Raises `RuleBroken` for another, and for none where one is needed."""
    chosen = clean(choice)
    if chosen and chosen not in rule.choices:
        raise RuleBroken(f"Mục “{rule.title}” không có cách “{chosen}”. Hãy chọn: {'; '.join(rule.choices)}.")
    if is_done and rule.is_choice_required and not chosen:
        raise RuleBroken(f"Mục “{rule.title}” chưa nêu cách làm. Hãy chọn: {'; '.join(rule.choices)}.")
    return chosen


def _line(rule: ChecklistRule, regulation: Regulation, post: Post, on: date) -> ChecklistLine:
    cite = _cite(rule, regulation, post, on)
    return ChecklistLine(
        rule=rule,
        is_required=rule.is_required or rule.part is not None,
        cite=cite,
        source="suggested" if cite is None else "regulation",
    )


def _cite(rule: ChecklistRule, regulation: Regulation, post: Post, on: date) -> str | None:
    if rule.part is not None:
        items = regulation.find(HANDOVER_ITEMS, on)
        says_so = items is not None and rule.part in items.value and speaks_of(regulation, post, on)
        return items.cite if items is not None and says_so else None
    named = rule.needs or rule.cites
    provision = regulation.find(KEYS[named], on) if named else None
    is_of_others = named == HANDOVER_SECRETS.name and not speaks_of(regulation, post, on)
    return provision.cite if provision is not None and not is_of_others else None


def _refuse_shape(rule: ChecklistRule, ask: Ask, value: str) -> None:
    shape, words = _SHAPES[ask.kind]
    if not shape.fullmatch(value):
        raise RuleBroken(f"“{ask.label}” của mục “{rule.title}” phải {words}.")
    refuse_password(value)
