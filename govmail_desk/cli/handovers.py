"""`handover open|tick|minutes|attach|close|cancel|show|list`: a handover of a unit's mailboxes from its opening to its end."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from govmail_desk.cli.handover_document import document, item_words, row_document, row_words, title
from govmail_desk.cli.opening import open_desk
from govmail_desk.cli.output import print_columns, print_json, print_lines
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.handover import Circumstances
from govmail_desk.domain.person import Person
from govmail_desk.domain.signed_copy import SIGNINGS
from govmail_desk.domain.vietnamese import clean, search_key
from govmail_desk.listings import handovers as listing
from govmail_desk.listings import people
from govmail_desk.listings.mailboxes import id_of
from govmail_desk.operations.copies import made_folder
from govmail_desk.operations.handover_archives import archive_details
from govmail_desk.operations.handover_items import settle_items
from govmail_desk.operations.handover_minutes import MinutesUnchanged, copy_minutes, make_minutes
from govmail_desk.operations.handovers import cancel_handover, close_handover, open_handover
from govmail_desk.operations.mailboxes import checked_address
from govmail_desk.operations.signed_copies import attach_copy, copy_without_mark, plan_copy, tell_mark
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.domain.handover import ItemState
    from govmail_desk.listings.handovers import HandoverPane, ItemLine

_WIDEST: Final = 63
"""A number of more bits is none the register could hold, or be asked for."""
_MOST_NAMESAKES: Final = 50


def handover(chosen: argparse.Namespace) -> int:
    """Do one act on handovers and say how the handover stands after it."""
    with open_desk(chosen) as desk:
        _ACTS[chosen.act](desk, chosen)
    return 0


def _open(desk: Desk, chosen: argparse.Namespace) -> None:
    changes = open_handover(
        desk,
        mailbox_ids=[_mailbox(desk, address) for address in chosen.address],
        receiver_id=_person(desk, chosen.to),
        effective_on=chosen.on,
        post=chosen.post,
        around=Circumstances(
            document=chosen.document,
            giver_absence=chosen.absent or "",
            in_place_of=chosen.in_place_of,
            witness=chosen.witness,
            place=chosen.place,
        ),
    )
    (handover_id,) = changes.ids["handover"]
    _tell(desk, chosen, changes.sentence, handover_id=handover_id, lists_items=True)


def _tick(desk: Desk, chosen: argparse.Namespace) -> None:
    state: ItemState = "open" if chosen.reopen else "not-applicable" if chosen.not_applicable else "done"
    lines = _lines(_found(desk, chosen.id), chosen.item)
    changes = settle_items(
        desk,
        handover_id=chosen.id,
        choices={line.key: _choice(line, chosen.choice, state) for line in lines},
        state=state,
        on=chosen.on,
        by=chosen.by,
        details=_details(chosen),
        note=chosen.note,
    )
    if not chosen.json:
        print_lines([changes.sentence])
    if chosen.json:
        print_json(document(_found(desk, chosen.id)))


def _minutes(desk: Desk, chosen: argparse.Namespace) -> None:
    _found(desk, chosen.id)
    folder = made_folder(chosen.out)  # first: minutes that have nowhere to lie are not made
    try:
        changes = make_minutes(desk, handover_id=chosen.id)
    except MinutesUnchanged as same:  # asked again, or stopped last time between the register and the folder
        _tell(desk, chosen, "Chép lại biên bản đã lập", copies=[_copied(desk, same.minutes_id, folder)])
        return
    copies = [_copied(desk, one, folder) for one in sorted(changes.ids["minutes"])]
    _tell(desk, chosen, changes.sentence, copies=copies)


def _copied(desk: Desk, minutes_id: int, folder: Path) -> Path:
    return copy_minutes(desk, minutes_id=minutes_id, folder=folder)


def _attach(desk: Desk, chosen: argparse.Namespace) -> None:
    _found(desk, chosen.id)
    waiting = copy_without_mark(desk, handover_id=chosen.id, path=chosen.file) if chosen.mark else None
    if waiting is not None:
        _tell(desk, chosen, tell_mark(desk, copy_id=waiting.id, mark=chosen.mark).sentence)
        return
    plan = plan_copy(desk, handover_id=chosen.id, path=chosen.file, mark=chosen.mark)
    _tell(desk, chosen, attach_copy(desk, plan, note=chosen.note).sentence)
    for sentence in plan.sentences:
        print(sentence, file=sys.stderr)


def _close(desk: Desk, chosen: argparse.Namespace) -> None:
    shown = _found(desk, chosen.id)
    _tell(desk, chosen, close_handover(desk, handover_id=chosen.id, on=chosen.on).sentence)
    if not shown.row.has_signed_copy:
        words = f"{SIGNINGS[shown.row.signing]}. Hãy đưa bản hai bên đã ký vào sổ bằng lệnh handover attach."
        print(words, file=sys.stderr)


def _cancel(desk: Desk, chosen: argparse.Namespace) -> None:
    _found(desk, chosen.id)
    _tell(desk, chosen, cancel_handover(desk, handover_id=chosen.id, reason=chosen.reason).sentence)


def _show(desk: Desk, chosen: argparse.Namespace) -> None:
    shown = _found(desk, chosen.id)
    if chosen.json:
        print_json(document(shown))
    else:
        print_lines([title(shown.row)])
        print_columns([item_words(line) for line in shown.lines])


def _list(desk: Desk, chosen: argparse.Namespace) -> None:
    rows = listing.every(desk, states=(chosen.state,) if chosen.state else ())
    if chosen.json:
        print_json([row_document(row) for row in rows])
    elif rows:
        print_columns([row_words(row) for row in rows])
    else:
        print_lines(["Không có lần bàn giao nào như vậy trong sổ."])


_ACTS: Final[Mapping[str, Callable[[Desk, argparse.Namespace], None]]] = {
    "open": _open,
    "tick": _tick,
    "minutes": _minutes,
    "attach": _attach,
    "close": _close,
    "cancel": _cancel,
    "show": _show,
    "list": _list,
}


# What the words name


def _found(desk: Desk, handover_id: int) -> HandoverPane:
    shown = listing.pane(desk, handover_id) if handover_id.bit_length() <= _WIDEST else None
    if shown is None:
        raise RuleBroken(f"Sổ không có lần bàn giao mã {handover_id}. Hãy xem mã bằng lệnh handover list.")
    return shown


def _mailbox(desk: Desk, address: str) -> int:
    tidy = checked_address(address)
    mailbox_id = id_of(desk, tidy)
    if mailbox_id is None:
        raise RuleBroken(f"Sổ không có hộp thư {tidy}. Hãy xem lại địa chỉ bằng lệnh mailboxes.")
    return mailbox_id


def _person(desk: Desk, full_name: str) -> int:
    """Find the one person at work of a name, written with its marks or without; namesakes are told apart in the window."""
    named = [one for one in _people(desk, full_name) if one.left_on is None or one.left_on > desk.today()]
    if not named:
        raise RuleBroken(
            f"Sổ không có người đang làm việc tên “{full_name}”. Hãy thêm người này ở trang Người, hoặc nhập danh sách."
        )
    if len(named) > 1:
        told = "; ".join(f"{one.full_name}, {one.post or 'chưa ghi chức vụ'}" for one in named)
        raise RuleBroken(
            f"Có {len(named)} người cùng tên “{full_name}”: {told}. Hãy mở bàn giao trong cửa sổ để chọn đúng người."
        )
    return named[0].id


def _people(desk: Desk, full_name: str) -> list[Person]:
    """Read the people of a name word for word, else those of it without marks."""
    with desk.reading() as connection:
        exact = Transaction(connection).find(Person, full_name=clean(full_name))
    if exact:
        return exact
    alike = [row for row in people.find(desk, full_name, limit=_MOST_NAMESAKES) if _is_same(row.full_name, full_name)]
    with desk.reading() as connection:
        return list(Transaction(connection).get_many(Person, [row.id for row in alike]).values())


def _is_same(one: str, other: str) -> bool:
    return search_key(one) == search_key(other)


def _lines(shown: HandoverPane, item: str) -> Sequence[ItemLine]:
    """Find the lines a word names: a line's key or place, or a part of the regulation's own list, which may have several."""
    by_key = [line for line in shown.lines if item in {line.key, str(line.item.position)}]
    found = by_key or [line for line in shown.lines if line.rule.part == item]
    if not found:
        known = ", ".join(line.key for line in shown.lines)
        raise RuleBroken(f"Lần bàn giao {shown.row.id} không có mục “{item}”. Các mục là: {known}.")
    return found


def _choice(line: ItemLine, choice: str, state: ItemState) -> str:
    """Take the first of the list where one is needed and none was named: the plainest way."""
    needs_one = state == "done" and line.rule.is_choice_required
    return choice or line.item.choice or (line.rule.choices[0] if needs_one else "")


def _details(chosen: argparse.Namespace) -> dict[str, str]:
    """Take the details told, those of an archive read from its file."""
    read = archive_details(chosen.archive) if chosen.archive else {}
    pairs = (one.partition("=") for one in chosen.detail)
    return read | {key.strip(): value for key, _, value in pairs}


# How it is told


def _tell(
    desk: Desk,
    chosen: argparse.Namespace,
    sentence: str,
    *,
    handover_id: int | None = None,
    copies: Sequence[Path] = (),
    lists_items: bool = False,
) -> None:
    shown = _found(desk, chosen.id if handover_id is None else handover_id)
    if chosen.json:
        print_json(document(shown, files=copies))
        return
    print_lines([f"{sentence} (mã {shown.row.id}).", *(f"Biên bản: {path}" for path in copies)])
    if lists_items:
        print_columns([item_words(line) for line in shown.lines])
