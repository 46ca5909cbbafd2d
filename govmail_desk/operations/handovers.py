"""A handover as the clerk opens, amends, closes or cancels it. Ticking its lines is `operations.handover_items`.

Its minutes are `operations.handover_minutes`, signed copies `operations.signed_copies`; what a change of head opens by itself is
`operations.handover_opening`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import TYPE_CHECKING

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.handover import Circumstances, HandedMailbox, Handover, HandoverItem, Post
from govmail_desk.domain.mailbox import NEVER_ISSUED, Mailbox
from govmail_desk.domain.person import Person
from govmail_desk.domain.secrecy import without_password
from govmail_desk.operations.handover_opening import Opening, absence_of, put_handover
from govmail_desk.operations.handover_parties import usual_giver, usual_post
from govmail_desk.operations.handover_passing import record_password_changed, take_charge
from govmail_desk.operations.request_limits import settle
from govmail_desk.regulations import handover as checklist
from govmail_desk.wording import ABSENCES, HANDOVER_STATES

if TYPE_CHECKING:
    from govmail_desk.desk import Changes, Desk
    from govmail_desk.store.transaction import Transaction


def open_handover(
    desk: Desk,
    *,
    mailbox_ids: Sequence[int],
    receiver_id: int,
    effective_on: date,
    post: Post | None = None,
    giver_id: int | None = None,
    around: Circumstances | None = None,
) -> Changes:
    """Open the handover of a unit's mailboxes to whoever takes charge from a day on, which may be still to come.

    The giver is who answered the day before, unless named. `post` is the regulation's; where that is silent, head for a head and
    clerk for a custodian. A giver who cannot sign needs someone in their place. Raises `RuleBroken`.
    """
    around = _tidied(around or Circumstances())
    _refuse_absence(around)
    with desk.transaction("open_handover", "") as act:
        mailboxes = _handed(act.transaction, mailbox_ids)
        post = post or usual_post(act.transaction, desk, mailboxes[0], effective_on)
        giver = giver_id or usual_giver(act.transaction, mailboxes[0], post, effective_on)
        if giver and not around.giver_absence:
            around = replace(around, giver_absence=absence_of(act.transaction, giver, effective_on))
        opening = Opening(
            unit_id=mailboxes[0].unit_id,
            post=post,
            giver_id=giver,
            receiver_id=receiver_id,
            effective_on=effective_on,
            mailboxes=mailboxes,
            around=around,
        )
        _refuse_opening(act.transaction, opening)
        put_handover(act.transaction, desk, opening)
        act.sentence = _sentence(act.transaction, opening)
    return act.changes


def amend_handover(desk: Desk, *, handover: Handover, around: Circumstances) -> Changes:
    """Write what stands around an open handover: the decision, who signs in an absent giver's place, witness and place.

    `handover` is how the clerk saw it, so that a later edit is not overwritten.
    """
    around = _tidied(around)
    _refuse_absence(around)
    with desk.transaction("amend_handover", "Sửa thông tin bàn giao") as act:
        refuse_finished(act.transaction.get(Handover, handover.id))
        act.transaction.put(replace(handover, **asdict(around)))
    return act.changes


def close_handover(desk: Desk, *, handover_id: int, on: date | None = None) -> Changes:
    """Close a handover whose required lines are all settled; a signed copy may still come later.

    The receiver holds the charge from the day it was for, the password changed by them is recorded as their dated act, and nothing
    falls due any more. Raises `RuleBroken` naming every required line still open, with its article.
    """
    closed_on = on or desk.today()
    with desk.transaction("close_handover", "") as act:
        transaction = act.transaction
        found = transaction.get(Handover, handover_id)
        refuse_finished(found)
        _refuse_closing(transaction, desk, found, closed_on)
        receiver = transaction.get(Person, found.receiver_id).full_name
        act.sentence = f"Xong bàn giao hộp thư cho {receiver}"
        transaction.put(replace(found, state="closed", closed_on=closed_on))
        settle(transaction, subject_kind="handover", subject_id=found.id, on=closed_on, why="Đã bàn giao xong")
        mailboxes = handed_mailboxes(transaction, found.id)
        take_charge(transaction, found, mailboxes)
        record_password_changed(transaction, desk, found, mailboxes, by=receiver)
    return act.changes


def cancel_handover(desk: Desk, *, handover_id: int, reason: str) -> Changes:
    """Cancel a handover that will not take place, with the reason; its lines stay as they were."""
    if not without_password(reason):
        raise RuleBroken("Chưa có lý do hủy. Hãy ghi vì sao việc bàn giao này không thực hiện nữa.")
    with desk.transaction("cancel_handover", "Hủy bàn giao hộp thư") as act:
        found = act.transaction.get(Handover, handover_id)
        refuse_finished(found)
        today = desk.today()
        act.transaction.put(replace(found, state="cancelled", closed_on=today, note=without_password(reason)))
        why = f"Đã hủy bàn giao: {without_password(reason)}"
        settle(act.transaction, subject_kind="handover", subject_id=found.id, on=today, why=why)
    return act.changes


def handed_mailboxes(transaction: Transaction, handover_id: int) -> list[Mailbox]:
    """Read the mailboxes of a handover, in their order."""
    handed = transaction.find(HandedMailbox, handover_id=handover_id)
    found = transaction.get_many(Mailbox, [one.mailbox_id for one in handed])
    return [found[one.mailbox_id] for one in sorted(handed, key=lambda one: one.position)]


def refuse_finished(found: Handover) -> None:
    """Refuse to change a handover that is closed or cancelled."""
    if found.state != "open":
        raise RuleBroken(
            f"Việc bàn giao này {HANDOVER_STATES[found.state].lower()} từ {found.closed_on:%d/%m/%Y}. "
            "Hãy hoàn tác việc đó trước, hoặc lập bàn giao khác."
        )


def _handed(transaction: Transaction, mailbox_ids: Sequence[int]) -> list[Mailbox]:
    ids = list(dict.fromkeys(mailbox_ids))
    if not ids:
        raise RuleBroken("Chưa chọn hộp thư nào. Hãy chọn hộp thư của đơn vị cần bàn giao.")
    found = [transaction.get(Mailbox, one) for one in ids]
    for mailbox in found:
        if mailbox.kind != "unit":
            raise RuleBroken(f"{mailbox.address} là hộp thư cá nhân. Hãy chỉ chọn hộp thư của đơn vị để bàn giao.")
        if mailbox.state in NEVER_ISSUED | {"closed"}:
            raise RuleBroken(f"{mailbox.address} chưa được cấp hoặc đã đóng. Hãy chọn hộp thư đang có.")
        if mailbox.unit_id != found[0].unit_id:
            raise RuleBroken(
                f"{mailbox.address} là của đơn vị khác với {found[0].address}. Hãy lập riêng bàn giao cho mỗi đơn vị."
            )
    return found


def _refuse_opening(transaction: Transaction, opening: Opening) -> None:
    receiver = transaction.get(Person, opening.receiver_id)
    if opening.giver_id == opening.receiver_id:
        raise RuleBroken(
            f"{receiver.full_name} đang phụ trách hộp thư này rồi. Hãy chọn người nhận khác, hoặc ngày khác."
        )
    if receiver.left_on is not None and receiver.left_on <= opening.effective_on:
        raise RuleBroken(
            f"{receiver.full_name} đã thôi làm việc từ {receiver.left_on:%d/%m/%Y}. Hãy chọn người đang làm việc."
        )
    for other in transaction.find(Handover, unit_id=opening.unit_id, post=opening.post, state="open"):
        handed = {one.mailbox_id for one in transaction.find(HandedMailbox, handover_id=other.id)}
        for mailbox in opening.mailboxes:
            if mailbox.id in handed:
                raise RuleBroken(
                    f"{mailbox.address} đang được bàn giao (mã {other.id}, nhận từ {other.effective_on:%d/%m/%Y}). "
                    "Hãy làm xong hoặc hủy lần đó trước."
                )


def _refuse_absence(around: Circumstances | Handover) -> None:
    if around.giver_absence and not around.in_place_of:
        raise RuleBroken(
            f"Bên giao: {ABSENCES[around.giver_absence].lower()}. Hãy ghi người ký thay bên giao: hội đồng bàn giao hoặc cấp trên."
        )


def _refuse_closing(transaction: Transaction, desk: Desk, found: Handover, closed_on: date) -> None:
    if closed_on > desk.today():
        raise RuleBroken(f"Ngày {closed_on:%d/%m/%Y} chưa tới. Hãy ghi ngày đã bàn giao xong.")
    _refuse_open_items(transaction, desk, found)
    _refuse_before_items(transaction, found, closed_on)
    _refuse_absence(found)


def _refuse_open_items(transaction: Transaction, desk: Desk, found: Handover) -> None:
    """Name every required line still open; the article is that of the regulation's own list."""
    waiting = [
        one.item
        for one in transaction.find(HandoverItem, handover_id=found.id)
        if one.is_required and one.state == "open"
    ]
    if not waiting:
        return
    titles = "; ".join(checklist.rules()[key].title for key in waiting)
    lines = checklist.lines(desk.regulation(found.effective_on), post=found.post, on=found.effective_on)
    cites = [line.cite for line in lines if line.rule.key in waiting and line.cite and not line.rule.cites]
    raise RuleBroken(
        f"Chưa xong {len(waiting)} mục bắt buộc: {titles}. Hãy làm xong từng mục, hoặc ghi không áp dụng kèm lý do.",
        cite=next(iter(cites), None),
        why="Còn mục bắt buộc chưa xong thì hộp thư chưa thật sự sang người nhận.",
    )


def _refuse_before_items(transaction: Transaction, found: Handover, closed_on: date) -> None:
    lines = transaction.find(HandoverItem, handover_id=found.id)
    last_on = max((line.on_date for line in lines if line.on_date is not None), default=closed_on)
    if closed_on < last_on:
        raise RuleBroken(f"Có mục mới xong ngày {last_on:%d/%m/%Y}. Hãy ghi ngày bàn giao xong từ ngày đó trở đi.")


def _sentence(transaction: Transaction, opening: Opening) -> str:
    people = transaction.get_many(Person, [one for one in (opening.giver_id, opening.receiver_id) if one])
    giver = people[opening.giver_id].full_name if opening.giver_id else "chưa ai phụ trách"
    addresses = ", ".join(box.address for box in opening.mailboxes)
    return f"Mở bàn giao {addresses}: {giver} → {people[opening.receiver_id].full_name}"


def _tidied(around: Circumstances) -> Circumstances:
    """Bring what was typed in, without anyone in the place of a giver who is there."""
    return replace(
        around,
        document=without_password(around.document),
        in_place_of=without_password(around.in_place_of) if around.giver_absence else "",
        witness=without_password(around.witness),
        place=without_password(around.place),
        note=without_password(around.note),
    )
