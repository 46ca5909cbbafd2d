"""What happens after a request is drafted: who signs, how it goes out, by when an answer is due, each with its article.

Here: the sentences, from the regulation's data alone. Where the regulation states no limit, that is said and no day is made up.
Not here: the acts themselves (signed, sent, answered), counting (`domain.limits`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from govmail_desk.domain.limits import counted
from govmail_desk.domain.provision_words import in_words
from govmail_desk.domain.regulation import REQUEST_ONLY_FROM_UNIT_MAILBOX, REQUEST_REPLY
from govmail_desk.gui.look.why_card import Why
from govmail_desk.listings import units
from govmail_desk.wording import day_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from govmail_desk.desk import Desk
    from govmail_desk.domain.mailbox import MailboxKind
    from govmail_desk.domain.provision import Period, Provision
    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.domain.request import RequestKind, RequestState
    from govmail_desk.domain.working_days import Calendar
    from govmail_desk.listings.requests import RequestListRow


Stage = Literal["signing", "sending", "answering", "replying"]

_AHEAD: Final[dict[RequestState, frozenset[Stage]]] = {
    "draft": frozenset({"signing", "sending", "answering", "replying"}),
    "signed": frozenset({"sending", "answering", "replying"}),
    "sent": frozenset({"replying"}),
    "overdue": frozenset({"replying"}),
}
"""What is still ahead of a request in a state; the limit of one that was sent runs already and is told as its own."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing that happens next, and the rule behind it where there is one."""

    stage: Stage
    words: str
    why: Why | None = None


def steps_of(desk: Desk, regulation: Regulation, row: RequestListRow) -> list[NextStep]:
    """Tell what is still ahead of a request of this register, as things stand today."""
    ahead = _AHEAD.get(row.state, frozenset())
    if not ahead:
        return []
    steps = next_steps(
        regulation,
        kind=row.kind,
        mailbox_kind=row.mailbox_kind,
        today=desk.today(),
        calendar=desk.calendar(),
        own_address=own_address(desk),
    )
    return [step for step in steps if step.stage in ahead]


def next_steps(
    regulation: Regulation,
    *,
    kind: RequestKind,
    mailbox_kind: MailboxKind,
    today: date,
    calendar: Calendar,
    own_address: str,
) -> list[NextStep]:
    """Tell what comes after the papers of a draft, in order."""
    return [
        _signing(regulation, kind, mailbox_kind, today),
        _sending(regulation, kind, mailbox_kind, today),
        *_mailing(regulation, today, own_address),
        _answering(regulation, regulation.answer_limit(kind, mailbox_kind, today), today, calendar),
        *_replying(regulation, today),
    ]


def _signing(regulation: Regulation, kind: RequestKind, mailbox_kind: MailboxKind, today: date) -> NextStep:
    chain = regulation.chain(kind, today)
    if chain is None:
        channel = regulation.channel(kind, mailbox_kind, today)
        if channel is not None and "letter" not in channel.value.papers:
            return NextStep("signing", "Xem lại giấy tờ; quy chế không đòi công văn, chỉ trình ký khi đơn vị gửi kèm.")
        return NextStep("signing", "Xem lại, trình người có thẩm quyền ký; văn thư cho số và ngày.")
    hands = "; ".join(in_words(step) for step in chain.value)
    return NextStep("signing", f"Trình tự trong đơn vị: {hands}.", Why.of(chain, regulation=regulation.short_name))


def _sending(regulation: Regulation, kind: RequestKind, mailbox_kind: MailboxKind, today: date) -> NextStep:
    channel = regulation.channel(kind, mailbox_kind, today)
    if channel is None:
        return NextStep("sending", "Gửi nơi nhận đề nghị; quy chế không nêu gửi bằng đường nào.")
    return NextStep("sending", f"Cách gửi: {channel.value.through}.", Why.of(channel, regulation=regulation.short_name))


def _mailing(regulation: Regulation, today: date, own_address: str) -> Iterator[NextStep]:
    rule = regulation.find(REQUEST_ONLY_FROM_UNIT_MAILBOX, today)
    why = Why.of(rule, regulation=regulation.short_name) if rule else None
    only = "chỉ được gửi" if rule and rule.value else "gửi"
    said = (
        f"Thư nháp mở ra trong chương trình thư như thư đang soạn, {only} từ hộp thư của đơn vị {own_address}".rstrip()
    )
    yield NextStep("sending", f"{said}; xem ô người gửi trước khi bấm gửi.", why)


def _answering(regulation: Regulation, limit: Provision[Period] | None, today: date, calendar: Calendar) -> NextStep:
    if limit is None:
        return NextStep("answering", "Quy chế không nêu thời hạn trả lời.")
    counting = counted(limit, today, calendar)
    return NextStep(
        "answering",
        f"Hạn trả lời: {in_words(limit.value)} từ khi nơi nhận nhận được; nhận hôm nay thì hết {day_words(counting.due_on)}.",
        Why.of(limit, regulation=regulation.short_name, counting=counting),
    )


def _replying(regulation: Regulation, today: date) -> Iterator[NextStep]:
    reply = regulation.find(REQUEST_REPLY, today)
    if reply is not None:
        yield NextStep("replying", f"{reply.value}.", Why.of(reply, regulation=regulation.short_name))


def own_address(desk: Desk) -> str:
    """Return the address of the unit's own mailbox; nothing where it has none."""
    own = units.own(desk)
    pane = units.pane(desk, own.id) if own else None
    return next((held.address for held in pane.mailboxes if held.state != "closed"), "") if pane else ""
