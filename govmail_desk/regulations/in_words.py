"""A whole regulation as a reader sees it: every rule under its heading, with its article and reason; or as plain JSON.

Saying one value in words: `govmail_desk.domain.provision_words`. Printing: the command line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any, Final

from govmail_desk.domain.provision import AnyProvision
from govmail_desk.domain.provision_words import in_words
from govmail_desk.domain.regulation import HEADINGS, KEYS, Regulation
from govmail_desk.regulations.value import plain

STATUSES: Final = {"in-force": "có hiệu lực", "draft": "đọc là bản dự thảo", "unstated": "chưa rõ hiệu lực"}
NOT_SHOWN: Final = frozenset({"text", "provisions"})


def as_text(regulation: Regulation) -> str:
    """Write the whole regulation, heading by heading; a line for each rule, its reason and notes below it."""
    chapters = (_chapter(heading.label, _held(regulation, heading.keys)) for heading in HEADINGS)
    return "\n".join([*_head(regulation), *(line for chapter in chapters for line in chapter)]) + "\n"


def as_json(regulation: Regulation) -> dict[str, Any]:
    """Give the regulation as plain values for `--json`; days are ISO, parts left at their default are left out."""
    held = {field.name: getattr(regulation, field.name) for field in fields(regulation) if field.name not in NOT_SHOWN}
    head = {name: plain(value) for name, value in held.items() if value not in (None, ())}
    return {**head, "provisions": [_json_of(provision) for provision in regulation.provisions]}


def cited(provision: AnyProvision) -> str:
    """Say where a rule comes from: its article, our suggestion, or the unit itself."""
    if provision.source == "unit":
        return "đơn vị tự chọn"
    return provision.cite or "gợi ý của chương trình"


def _json_of(provision: AnyProvision) -> dict[str, Any]:
    label, words = KEYS[provision.key].label, in_words(provision.value)
    return {**plain(provision), "cite": provision.cite, "source": provision.source, "label": label, "words": words}


def _held(regulation: Regulation, keys: list[Any]) -> list[AnyProvision]:
    return [provision for key in keys for provision in regulation.all(key)]


def _head(regulation: Regulation) -> Iterator[str]:
    yield f"{regulation.title} [{regulation.id}]"
    yield f"Cơ quan ban hành: {regulation.issuer}"
    if issued := regulation.issued_as_printed or _issued(regulation):
        yield f"Văn bản: {issued}"
    yield f"Tình trạng: {STATUSES[regulation.status]}{_in_force(regulation)}"
    if regulation.replaces:
        yield f"Thay thế: {regulation.replaces} ({regulation.replaces_cite})"
    yield f"Phạm vi lãnh thổ: {regulation.territory}"
    if regulation.note:
        yield f"Ghi chú: {regulation.note}"
    for ended in regulation.ended:
        after = f", nay là {ended.successor}" if ended.successor else ""
        yield f"Lưu ý: {ended.body} đã kết thúc từ {ended.on:%d/%m/%Y}{after} ({ended.cite})"


def _issued(regulation: Regulation) -> str:
    number = f"số {regulation.number}" if regulation.number else ""
    day = f"ngày {regulation.issued_on:%d/%m/%Y}" if regulation.issued_on else ""
    return " ".join(filter(None, (number, day)))


def _in_force(regulation: Regulation) -> str:
    if regulation.in_force_from is None:
        return ""
    printed = f", nguyên văn «{regulation.in_force_as_printed}»" if regulation.in_force_as_printed else ""
    return f" từ {regulation.in_force_from:%d/%m/%Y} ({regulation.in_force_cite}{printed})"


def _chapter(label: str, provisions: list[AnyProvision]) -> Iterator[str]:
    if provisions:
        yield f"\n{label.upper()}"
    for provision in provisions:
        yield f"- {KEYS[provision.key].label}: {in_words(provision.value)} ({cited(provision)}{_validity(provision)})"
        yield f"    Vì sao: {provision.why}"
        if provision.note:
            yield f"    Ghi chú: {provision.note}"


def _validity(provision: AnyProvision) -> str:
    begins = f", từ {provision.valid_from:%d/%m/%Y}" if provision.valid_from else ""
    return begins + (f", đến {provision.valid_to:%d/%m/%Y}" if provision.valid_to else "")
