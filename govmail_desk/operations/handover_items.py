"""The lines of a handover's checklist, settled one by one over as many days as it takes: done, not applicable, or open again.

What the lines are is `domain.handover_checklist`; closing the handover is `operations.handovers`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.handover import Handover, HandoverItem, ItemState
from govmail_desk.domain.handover_checklist import checked_choice, checked_details
from govmail_desk.domain.secrecy import refuse_password
from govmail_desk.domain.vietnamese import clean
from govmail_desk.operations.handover_opening import known_details
from govmail_desk.operations.handovers import handed_mailboxes, refuse_finished
from govmail_desk.regulations import handover as checklist
from govmail_desk.wording import ITEM_STATES

if TYPE_CHECKING:
    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.handover_checklist import ChecklistRule
    from govmail_desk.store.transaction import Transaction


def settle_item(
    desk: Desk,
    *,
    handover_id: int,
    item: str,
    state: ItemState,
    on: date | None = None,
    by: str = "",
    choice: str = "",
    details: Mapping[str, str] | None = None,
    note: str = "",
) -> Changes:
    """Settle a line of an open handover, or open it again; `item` is its key in `resources/handover.toml`.

    Done keeps the day, who did it (the one working, unless named), what was chosen and the details asked for. Not applicable needs its
    reason in the note. Raises `RuleBroken`, also for a note that seems to hold a password.
    """
    return settle_items(
        desk, handover_id=handover_id, choices={item: choice}, state=state, on=on, by=by, details=details, note=note
    )


def settle_items(
    desk: Desk,
    *,
    handover_id: int,
    choices: Mapping[str, str],
    state: ItemState,
    on: date | None = None,
    by: str = "",
    details: Mapping[str, str] | None = None,
    note: str = "",
) -> Changes:
    """Settle several lines as one act, all or none; `choices` gives for the key of each what was chosen from its list."""
    told_on = on or desk.today()
    if told_on > desk.today():
        raise RuleBroken(f"Ngày {told_on:%d/%m/%Y} chưa tới. Hãy ghi ngày việc đã làm.")
    for text in (by, note, *choices.values()):
        refuse_password(text)
    with desk.transaction("settle_handover_item", "") as act:
        handover = act.transaction.get(Handover, handover_id)
        refuse_finished(handover)
        titles = []
        for item, choice in choices.items():
            line, rule = _line(act.transaction, handover, item)
            told = {**line.details, **(details or {})}
            settled = _settled(line, rule, state, choice=choice, details=told, note=note)
            if state == "done":
                settled = replace(settled, details={**settled.details, **_known(act.transaction, desk, handover, rule)})
            when, who = (None, "") if state == "open" else (told_on, clean(by) or desk.person)
            act.transaction.put(replace(settled, on_date=when, by=who))
            titles.append(f"“{rule.title}”")
        act.sentence = f"Bàn giao, mục {', '.join(titles)}: {ITEM_STATES[state].lower()}"
    return act.changes


def _line(transaction: Transaction, handover: Handover, item: str) -> tuple[HandoverItem, ChecklistRule]:
    lines = transaction.find(HandoverItem, handover_id=handover.id)
    found = next((line for line in lines if line.item == item), None)
    if found is None:
        known = ", ".join(line.item for line in lines)
        raise RuleBroken(f"Việc bàn giao này không có mục “{item}”. Các mục là: {known}.")
    return found, checklist.rules()[item]


def _settled(
    line: HandoverItem, rule: ChecklistRule, state: ItemState, *, choice: str, details: Mapping[str, str], note: str
) -> HandoverItem:
    if state == "open":
        return replace(line, state=state, choice="", note=clean(note))
    if state == "not-applicable" and not clean(note):
        raise RuleBroken(f"Mục “{rule.title}” ghi không áp dụng thì phải có lý do. Hãy ghi lý do vào ghi chú.")
    return replace(
        line,
        state=state,
        choice=checked_choice(rule, choice, is_done=state == "done"),
        details=checked_details(rule, details),
        note=clean(note),
    )


def _known(transaction: Transaction, desk: Desk, handover: Handover, rule: ChecklistRule) -> dict[str, str]:
    """Fill in again what the register knows, as it stands now."""
    ids = [box.id for box in handed_mailboxes(transaction, handover.id)]
    on = handover.effective_on
    return known_details(transaction, rule, ids, desk.regulation(on), on)
