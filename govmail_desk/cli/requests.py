"""`request create`: ask for mailboxes and put the made papers into a folder."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from govmail_desk.cli.opening import open_desk
from govmail_desk.cli.output import print_json, print_lines
from govmail_desk.documents import spreadsheet
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.listings.mailboxes import id_of
from govmail_desk.listings.today import today
from govmail_desk.operations.copies import copy_files, made_folder
from govmail_desk.operations.intakes import plan_intake
from govmail_desk.operations.request_plan import RequestPlan
from govmail_desk.operations.requests import draft_request, plan_request
from govmail_desk.wording import FILE_ROLES

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.operations.intake_plan import IntakePlan


def request(chosen: argparse.Namespace) -> int:
    """Draft the request and write copies of its files."""
    with open_desk(chosen) as desk:
        plan = _plan(desk, chosen)
        folder = made_folder(chosen.out)  # first: a request whose papers have nowhere to lie is not made
        changes = draft_request(desk, plan)
        (request_id,) = changes.ids["request"]
        copies = copy_files(desk, request_id=request_id, folder=folder)
        _tell_gaps(desk)
    if chosen.json:
        print_json({
            "id": request_id,
            "state": "draft",
            "files": [str(copy.path) for copy in copies],
            "due_on": None,
            "cite": None,
        })
    else:
        print_lines([changes.sentence, *(f"{FILE_ROLES[copy.role]}: {copy.path}" for copy in copies)])
    return 0


def _tell_left_out(intake: IntakePlan) -> None:
    """Name each person of the list who is not asked for, with the reason; title and blank rows are no news."""
    for row in intake.rows:
        is_known = row.outcome == "same" and row.mailbox_id is not None
        is_left_out = row.outcome == "doubtful" or (row.outcome == "set_aside" and (row.full_name or row.address))
        if is_known or is_left_out:
            reasons = " ".join(row.reasons) or "Đã có hộp thư trong sổ."
            name = f", {row.full_name}" if row.full_name else ""
            print(f"{row.sheet} dòng {row.row}{name}: chưa đưa vào đề nghị. {reasons}", file=sys.stderr)


def _tell_gaps(desk: Desk) -> None:
    """Say what the papers still lack: a signer, the operator's address, a body that has ended since."""
    for row in today(desk).rows:
        if row.section == "setup":
            print(f"{row.title}. {row.detail}.", file=sys.stderr)


def _plan(desk: Desk, chosen: argparse.Namespace) -> RequestPlan:
    on = chosen.on or desk.today()
    if chosen.new is not None:
        intake = plan_intake(desk, spreadsheet.read(chosen.new))
        _tell_left_out(intake)
        return plan_request(desk, on=on, reason=chosen.reason, intake=intake)
    ids = []
    for address in chosen.address:
        found = id_of(desk, address)
        if found is None:
            raise RuleBroken(
                f"Sổ không có hộp thư {address}. Hãy xem lại địa chỉ, hoặc dùng --new với danh sách người mới."
            )
        ids.append(found)
    return plan_request(desk, on=on, reason=chosen.reason, mailbox_ids=ids)
