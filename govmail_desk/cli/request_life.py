"""`request signed|sent|answered|applied|chase|cancel`: the steps of a request after its draft. Drafting is `cli.requests`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from govmail_desk.cli.opening import open_desk
from govmail_desk.cli.output import print_json, print_lines
from govmail_desk.cli.request_document import document, found
from govmail_desk.documents import spreadsheet
from govmail_desk.operations.answer_lists import read_answers
from govmail_desk.operations.chases import chase_request, number_chase
from govmail_desk.operations.copies import copy_file, made_folder
from govmail_desk.operations.given_addresses import given_elsewhere
from govmail_desk.operations.request_answers import answer_request, apply_answer
from govmail_desk.operations.request_sending import send_request, sign_request
from govmail_desk.operations.request_withdrawals import cancel_request
from govmail_desk.wording import FILE_ROLES

if TYPE_CHECKING:
    from govmail_desk.desk import Changes, Desk

Step = Callable[["Desk"], "Changes"]


def signed(chosen: argparse.Namespace) -> int:
    """Record number and day of the signed letter: of the request itself, or once that was sent, of its latest chase letter."""
    return _done(chosen, lambda desk: _sign(desk, chosen))


def sent(chosen: argparse.Namespace) -> int:
    """Record when and from where it was sent; with a number it is signed on the same day."""
    return _done(
        chosen,
        lambda desk: send_request(
            desk,
            request_id=chosen.id,
            on=chosen.on,
            from_address=chosen.sender,
            way=chosen.way,
            number=chosen.number,
        ),
    )


def answered(chosen: argparse.Namespace) -> int:
    """Record the operator's answer: every row as asked, or as a table of results says."""
    return _done(chosen, lambda desk: _answer(desk, chosen))


def applied(chosen: argparse.Namespace) -> int:
    """Bring the answer into the register."""
    return _done(chosen, lambda desk: apply_answer(desk, request_id=chosen.id))


def cancel(chosen: argparse.Namespace) -> int:
    """Cancel the request with its reason."""
    return _done(chosen, lambda desk: cancel_request(desk, request_id=chosen.id, reason=chosen.reason))


def chase(chosen: argparse.Namespace) -> int:
    """Make the next chase letter and its e-mail, and put copies into a folder."""
    with open_desk(chosen) as desk:
        found(desk, chosen.id)
        folder = made_folder(chosen.out)  # first: a letter that has nowhere to lie is not made
        changes = chase_request(desk, request_id=chosen.id, on=chosen.on or desk.today(), number=chosen.number)
        copies = [copy_file(desk, file_id=one, folder=folder) for one in sorted(changes.ids["file"])]
        _tell(chosen, desk, changes, copies)
    return 0


def _done(chosen: argparse.Namespace, step: Step) -> int:
    with open_desk(chosen) as desk:
        found(desk, chosen.id)
        _tell(chosen, desk, step(desk))
    return 0


def _sign(desk: Desk, chosen: argparse.Namespace) -> Changes:
    record = number_chase if found(desk, chosen.id).state in {"sent", "overdue"} else sign_request
    return record(desk, request_id=chosen.id, number=chosen.number, on=chosen.on)


def _answer(desk: Desk, chosen: argparse.Namespace) -> Changes:
    if chosen.results is None:
        return answer_request(desk, request_id=chosen.id, on=chosen.on, number=chosen.number)
    told = read_answers(desk, request_id=chosen.id, workbook=spreadsheet.read(chosen.results))
    changes = answer_request(desk, request_id=chosen.id, on=chosen.on, number=chosen.number, answers=told.answers)
    given = {place: answer.given_address for place, answer in told.answers.items()}
    for remark in given_elsewhere(desk, given):
        print(remark, file=sys.stderr)
    if told.unnamed:
        places = ", ".join(map(str, told.unnamed))
        print(f"Bảng kết quả không nêu STT {places}: ghi là được như đề nghị.", file=sys.stderr)
    return changes


def _tell(chosen: argparse.Namespace, desk: Desk, changes: Changes, copies: Sequence[Path] = ()) -> None:
    if chosen.json:
        print_json(document(desk, chosen.id, files=copies))
    else:
        print_lines([changes.sentence, *(f"{FILE_ROLES['chase']}: {path}" for path in copies)])
