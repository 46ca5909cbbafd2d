"""`request create|change|reset|reopen|close`: ask the operator, and put the made papers into a folder.

The steps that follow are `cli.request_life`.
"""

from __future__ import annotations

import argparse
import sys
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, cast

from govmail_desk.cli.opening import open_desk
from govmail_desk.cli.output import print_json, print_lines
from govmail_desk.cli.request_document import document
from govmail_desk.documents import spreadsheet
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.provision_words import in_words
from govmail_desk.domain.request_details import ChangeDetails
from govmail_desk.listings.mailboxes import id_of
from govmail_desk.listings.today import today
from govmail_desk.operations.copies import Copy, copy_files, made_folder
from govmail_desk.operations.intakes import plan_intake
from govmail_desk.operations.listed_mailboxes import listed_mailboxes
from govmail_desk.operations.requests import draft_request, plan_for_reason, plan_request
from govmail_desk.wording import FILE_ROLES, REQUEST_KINDS

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from govmail_desk.desk import Desk
    from govmail_desk.domain.request_details import Details
    from govmail_desk.operations.intake_plan import IntakePlan
    from govmail_desk.operations.request_plan import AboutPlan, RequestPlan


def request(chosen: argparse.Namespace) -> int:
    """Do the act behind `request`: draft one, or record a step of one drafted before."""
    if chosen.act not in REQUEST_KINDS:
        return cast("int", getattr(import_module("govmail_desk.cli.request_life"), chosen.act)(chosen))
    return draft(chosen)


def draft(chosen: argparse.Namespace) -> int:
    """Draft the request and write copies of its files."""
    with open_desk(chosen) as desk:
        plan = _plan(desk, chosen)
        _tell_remarks(plan)
        folder = made_folder(chosen.out)  # first: a request whose papers have nowhere to lie is not made
        changes = draft_request(desk, plan)
        (request_id,) = changes.ids["request"]
        copies = _copied(desk, request_id, folder)
        told = document(desk, request_id, files=[copy.path for copy in copies])
        _tell_gaps(desk)
    if chosen.json:
        print_json(told)
    else:
        print_lines([
            f"{changes.sentence} (mã {request_id})",
            *(f"{FILE_ROLES[copy.role]}: {copy.path}" for copy in copies),
        ])
    return 0


def _copied(desk: Desk, request_id: int, folder: Path) -> list[Copy]:
    """Write the papers out; where the disk refuses, say that the request stands in the register all the same."""
    try:
        return copy_files(desk, request_id=request_id, folder=folder)
    except StoreUnavailable as failure:
        raise StoreUnavailable(
            f"{failure.sentence} Đề nghị đã có trong sổ (mã {request_id}): lấy các tệp ra ở trang Đề nghị, "
            f"hoặc hủy bằng lệnh request cancel {request_id} rồi lập lại."
        ) from failure


def _plan(desk: Desk, chosen: argparse.Namespace) -> RequestPlan:
    on = chosen.on or desk.today()
    if chosen.act != "create":
        return _plan_about(desk, chosen, on)
    if chosen.new is not None:
        intake = plan_intake(desk, spreadsheet.read(chosen.new))
        _tell_left_out(intake)
        return plan_request(desk, on=on, reason=chosen.reason, intake=intake)
    return plan_request(desk, on=on, reason=chosen.reason, mailbox_ids=_ids_of(desk, chosen.address))


def _plan_about(desk: Desk, chosen: argparse.Namespace, on: date) -> AboutPlan:
    _refuse_unpaired(chosen)
    about = partial(plan_for_reason, desk, kind=chosen.act, on=on, reason=chosen.reason)
    if chosen.new is None:
        ids = _ids_of(desk, chosen.address)
        return about(mailbox_ids=ids, details=_new_addresses(chosen, ids))
    listed = listed_mailboxes(desk, spreadsheet.read(chosen.new))
    for left_out in listed.left_out:
        print(left_out, file=sys.stderr)
    if chosen.act != "change":
        return about(mailbox_ids=list(listed.changes))
    changed = {mailbox_id: change for mailbox_id, change in listed.changes.items() if not change.is_silent}
    return about(mailbox_ids=list(changed or listed.changes), details=changed)


def _refuse_unpaired(chosen: argparse.Namespace) -> None:
    """End with wrong usage where new addresses and mailboxes do not go two by two."""
    if chosen.act != "change" or not chosen.new_address:
        return
    if chosen.address is None:
        chosen.refuse_usage("--new-address chỉ dùng cùng --address")
    if len(chosen.address) != len(chosen.new_address):
        chosen.refuse_usage(
            f"--address có {len(chosen.address)} hộp thư mà --new-address có {len(chosen.new_address)} địa chỉ"
        )


def _new_addresses(chosen: argparse.Namespace, ids: list[int]) -> dict[int, Details]:
    wanted = chosen.new_address if chosen.act == "change" else []
    return {mailbox_id: ChangeDetails(address=address) for mailbox_id, address in zip(ids, wanted, strict=False)}


def _ids_of(desk: Desk, addresses: list[str]) -> list[int]:
    ids = []
    for address in addresses:
        found = id_of(desk, address)
        if found is None:
            raise RuleBroken(f"Sổ không có hộp thư {address}. Hãy xem lại địa chỉ, hoặc dùng --new với một danh sách.")
        ids.append(found)
    return ids


def _tell_left_out(intake: IntakePlan) -> None:
    """Name each person of the list who is not asked for, with the reason; title and blank rows are no news."""
    for row in intake.rows:
        is_known = row.outcome == "same" and row.mailbox_id is not None
        is_left_out = row.outcome == "doubtful" or (row.outcome == "set_aside" and (row.full_name or row.address))
        if is_known or is_left_out:
            reasons = " ".join(row.reasons) or "Đã có hộp thư trong sổ."
            name = f", {row.full_name}" if row.full_name else ""
            print(f"{row.sheet} dòng {row.row}{name}: chưa đưa vào đề nghị. {reasons}", file=sys.stderr)


def _tell_remarks(plan: RequestPlan) -> None:
    """Say what the clerk should know: that the regulation names no such request, waits, last days."""
    if plan.is_unstated:
        what = f"đề nghị {REQUEST_KINDS[plan.kind].lower()}"
        way = f" Chương trình gợi ý: {in_words(plan.channel.value)}." if plan.channel else ""
        print(f"Quy chế không nêu cách gửi {what}.{way}", file=sys.stderr)
    first = plan.refusals[0] if plan.refusals else None  # its own sentence ends the command
    for row in plan.rows:
        for remark in row.remarks if row is not first else ():
            print(f"{row.address or row.name}: {remark}", file=sys.stderr)


def _tell_gaps(desk: Desk) -> None:
    """Say what the papers still lack: a signer, the operator's address, a body that has ended since."""
    for row in today(desk).rows:
        if row.section == "setup":
            print(f"{row.title}. {row.detail}.", file=sys.stderr)
