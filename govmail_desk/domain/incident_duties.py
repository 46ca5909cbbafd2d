"""Whom to tell of an incident, and in what order: the regulation's own steps by kind, ours where it is silent.

A state secret is told step by step under every regulation: the law on state secrets stands above them all, so where a regulation does not
name the steps they are ours, marked so and without an article. Recording that somebody was told is `operations.incident_notices`, what
may be written of a state secret `domain.incident_secrets`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.provision_words import WHEN
from govmail_desk.domain.regulation import (
    INCIDENT_ABNORMAL,
    INCIDENT_ATTACHMENT,
    INCIDENT_SECRET,
    INCIDENT_SUSPICIOUS,
    INCIDENT_UNIT,
    INCIDENT_USER,
    KEYS,
    PASSWORD_FORGOTTEN,
)
from govmail_desk.domain.vietnamese import fold

if TYPE_CHECKING:
    from govmail_desk.domain.incident import IncidentKind, IncidentNotice
    from govmail_desk.domain.mailbox import MailboxKind
    from govmail_desk.domain.provision import Key, Notice, Provision, Source
    from govmail_desk.domain.regulation import Regulation

PASSED: Final = "not-needed"
"""The way of a notice that says someone need not be told; its note is the reason."""
OURS: Final = "ours:"
"""What the rule of a step of ours begins with, where a regulation's key would stand."""
_OWN_KEYS: Final[dict[IncidentKind, Key[Notice]]] = {
    "abnormal": INCIDENT_ABNORMAL,
    "suspicious": INCIDENT_SUSPICIOUS,
    "attachment": INCIDENT_ATTACHMENT,
    "leak": PASSWORD_FORGOTTEN,
    "secret": INCIDENT_SECRET,
}
_GENERAL_KEYS: Final = (INCIDENT_USER, INCIDENT_UNIT)
_IS_A_FAULT_TOO: Final[frozenset[IncidentKind]] = frozenset({"fault", "abnormal", "attachment", "leak"})
"""Kinds that what an article says of faults in general speaks of, where it has nothing of their own; a mail that looks strange is none."""
_OPERATOR: Final = "đơn vị quản lý, vận hành hệ thống thư"
_SILENT: Final = "Quy chế không nêu phải báo ai; nơi vận hành hệ thống là nơi khắc phục được."
_ABOVE: Final = "Quy chế không nêu trình tự này; pháp luật về bảo vệ bí mật nhà nước đứng trên quy chế."


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyStep:
    """Somebody who is to be told, by whom and how fast."""

    rules: tuple[str, ...]
    """The rules it follows, by key: `incident.secret:2` is the second of several under one key. Two that name one body are one step."""
    by: str
    to: str
    through: str = ""
    only_if: str = ""
    when: str = ""
    """`ngay`, `kịp thời`; empty where the article does not say how fast."""
    due_rule: str = ""
    """The key of the rule that makes it fall due on the day of the incident; empty where none does."""
    cite: str | None
    why: str
    source: Source
    is_required: bool = True
    """False for the operator offered where a regulation is silent."""

    @property
    def rule(self) -> str:
        """The rule a notice of it is recorded under."""
        return self.rules[0]

    @property
    def sentence(self) -> str:
        """Say the step: `Người phát hiện báo kịp thời cho Thủ trưởng cơ quan`."""
        promptly = f" {self.when}" if self.when else ""
        through = f" ({self.through})" if self.through else ""
        said = f"{self.by} báo{promptly} cho {self.to}{through}" + (f", khi có {self.only_if}" if self.only_if else "")
        return said[:1].upper() + said[1:]


def duty_steps(
    regulation: Regulation, kind: IncidentKind, mailbox_kind: MailboxKind | None, on: date, *, operator: str = ""
) -> tuple[DutyStep, ...]:
    """Give the steps for an incident of a kind, in their order; `mailbox_kind` is None where it is about no one mailbox.

    `operator` names whom the unit would ask, for what is ours.
    """
    stated = _stated(regulation, kind, mailbox_kind, on)
    if stated:
        return tuple(_merged(stated))
    if kind == "secret":
        return _secret_steps(operator or _OPERATOR)
    return (_offered(operator or _OPERATOR),)


def is_stated(steps: Sequence[DutyStep]) -> bool:
    """Say whether the regulation itself names who is to be told."""
    return any(step.source != "suggested" for step in steps)


def is_told(step: DutyStep, notices: Iterable[IncidentNotice]) -> bool:
    """Say whether a step is done: told, or passed with a reason."""
    return any(notice.rule in step.rules for notice in notices)


def still_to_tell(steps: Sequence[DutyStep], notices: Sequence[IncidentNotice]) -> tuple[DutyStep, ...]:
    """Give those who must be told and have not been."""
    return tuple(step for step in steps if step.is_required and not is_told(step, notices))


def _stated(
    regulation: Regulation, kind: IncidentKind, mailbox_kind: MailboxKind | None, on: date
) -> list[tuple[str, Provision[Notice]]]:
    """Read the rules for a kind: its own before those of faults in general."""
    own = list(_held(regulation, _OWN_KEYS[kind], mailbox_kind, on)) if kind in _OWN_KEYS else []
    if own or kind not in _IS_A_FAULT_TOO:
        return own
    return [held for key in _GENERAL_KEYS for held in _held(regulation, key, mailbox_kind, on)]


def _held(
    regulation: Regulation, key: Key[Notice], mailbox_kind: MailboxKind | None, on: date
) -> Iterator[tuple[str, Provision[Notice]]]:
    for place, provision in enumerate(regulation.all(key, on), start=1):
        if mailbox_kind is None or provision.value.mailbox in {None, mailbox_kind}:
            yield (key.name if place == 1 else f"{key.name}:{place}"), provision


def _merged(stated: Sequence[tuple[str, Provision[Notice]]]) -> Iterator[DutyStep]:
    """Make one step of rules that name the same body: told once, it knows."""
    by_body: dict[str, list[tuple[str, Provision[Notice]]]] = {}
    for rule, provision in stated:
        by_body.setdefault(fold(provision.value.to), []).append((rule, provision))
    return map(_step, by_body.values())


def _step(of_one_body: Sequence[tuple[str, Provision[Notice]]]) -> DutyStep:
    provisions = [provision for _, provision in of_one_body]
    urgent = next((one for one in provisions if one.value.when), provisions[0])
    told = urgent.value
    return DutyStep(
        rules=tuple(rule for rule, _ in of_one_body),
        by=" hoặc ".join(dict.fromkeys(filter(None, (one.value.by for one in provisions)))) or "đơn vị",
        to=told.to,
        through=told.through or "",
        only_if=" hoặc ".join(dict.fromkeys(one.value.only_if for one in provisions if one.value.only_if)),
        when=WHEN[told.when] if told.when else "",
        due_rule=urgent.key if told.when else "",
        cite=", ".join(dict.fromkeys(one.cite for one in provisions if one.cite)) or None,
        why=urgent.why,
        source=urgent.source,
    )


def _offered(operator: str) -> DutyStep:
    return DutyStep(
        rules=(f"{OURS}operator",),
        by="đơn vị",
        to=operator,
        cite=None,
        why=_SILENT,
        source="suggested",
        is_required=False,
    )


def _secret_steps(operator: str) -> tuple[DutyStep, ...]:
    steps = (
        ("head", "người phát hiện", "thủ trưởng cơ quan, đơn vị", "kịp thời"),
        ("sender", "thủ trưởng", f"{operator} và cơ quan gửi tài liệu, để kịp thời gỡ bỏ", ""),
        ("body", "thủ trưởng", "cơ quan chức năng, để đánh giá mức độ lộ, lọt", ""),
    )
    return tuple(
        DutyStep(rules=(f"{OURS}secret-{name}",), by=by, to=to, when=when, cite=None, why=_ABOVE, source="suggested")
        for name, by, to, when in steps
    )


def rule_words(rule: str) -> str:
    """Say under which rule somebody was told, where no regulation is at hand."""
    if not rule:
        return "Quy chế không nêu"
    return "Gợi ý của chương trình" if rule.startswith(OURS) else KEYS[rule.partition(":")[0]].label
