"""The unit's own side of the exchange (xuất gói dữ liệu): its mailboxes as of a day, the figures of a period, the mail that carries both.

What the file looks like is `documents.desk_package`, what the mail says `domain.exchange_text`; taking packages in is
`operations.packages`. Of people it tells name and post; birth dates, telephones, identity numbers and notes stay in the register.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from govmail_desk import __version__
from govmail_desk.documents.desk_package import (
    ENDING,
    Contents,
    Manifest,
    PackagedMailbox,
    made_package,
    mark_of,
    read_package,
)
from govmail_desk.documents.email_draft import Attachment, DraftMail, made_draft
from govmail_desk.documents.file_names import safe_file_name
from govmail_desk.documents.writing import write_whole
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.exchange_text import SentPackage, package_body, package_subject
from govmail_desk.domain.regulation import REPORT_UNIT
from govmail_desk.domain.report_period import read_period
from govmail_desk.domain.settings import Letterhead, Operator
from govmail_desk.domain.unit import Unit
from govmail_desk.domain.vietnamese import fold
from govmail_desk.operations.copies import made_folder
from govmail_desk.operations.exports import record_export
from govmail_desk.operations.kept_files import sha256_of
from govmail_desk.operations.package_days import Days, days_of
from govmail_desk.operations.package_figures import refuse_figures
from govmail_desk.operations.paper_settings import attachment_limits, own_address
from govmail_desk.operations.report_figures import counted, unit_places
from govmail_desk.store import journals
from govmail_desk.store.bulk import plain_rows
from govmail_desk.store.tables import mailbox, mailbox_event, mailbox_move, person
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from sqlalchemy import Connection, Select

    from govmail_desk.desk import Changes, Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedPackage:
    """A package as it was written: where it and the draft of its mail lie, what it holds, its mark, and the act that noted it."""

    path: Path
    draft: Path
    mark: str
    mailbox_count: int
    as_of_on: date
    changes: Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageDraft:
    """A package before it is written: the bytes, what they say, and the name the file would have."""

    content: bytes
    contents: Contents
    name: str

    @property
    def mark(self) -> str:
        """What both desks show."""
        return mark_of(sha256_of(self.content))


def plan_package(desk: Desk, *, period: str = "", as_of_on: date | None = None) -> PackageDraft:
    """Make the package of a period, or of the whole register as it stands today, for a look; nothing is written.

    `as_of_on` is another cut-off than the period's own. Raises `RuleBroken` for a period that has not begun, a day to come and where the
    figures do not balance.
    """
    if as_of_on is not None and as_of_on > desk.today():
        raise RuleBroken(f"Ngày chốt số liệu {as_of_on:%d/%m/%Y} chưa tới. Hãy chốt chậm nhất vào hôm nay.")
    asked = read_period(period) if period else None
    tidy = str(asked or "")
    with desk.reading() as connection:
        days = days_of(desk, connection, asked, cut_off_on=as_of_on) if asked else None
        as_of = days.cut_off_on if days else (as_of_on or desk.today())
        contents = Contents(
            manifest=_manifest(desk, connection, tidy, days, as_of),
            figures=_figures(connection, days),
            mailboxes=_mailboxes(connection, as_of),
        )
    refuse_figures(contents)
    slug = contents.manifest.slug
    name = safe_file_name(f"{slug}-{tidy or 'toan-bo'}-{as_of:%Y%m%d}{ENDING}")
    content = made_package(contents)
    read_package(content, name=name)  # what another desk would refuse never leaves
    return PackageDraft(content=content, contents=contents, name=name)


def export_package(desk: Desk, *, out: Path, period: str = "", as_of_on: date | None = None) -> ExportedPackage:
    """Write the package, into the file `out` or under its own name into the folder `out`, with the draft of its mail beside it.

    That it went out is noted in the journal. Raises `RuleBroken` as `plan_package` does and for a file of another ending,
    `StoreUnavailable` where the disk does.
    """
    draft = plan_package(desk, period=period, as_of_on=as_of_on)
    target = out / draft.name if out.is_dir() else out
    if target.suffix.lower() != ENDING:
        raise RuleBroken(f"Tên tệp “{target.name}” phải kết thúc bằng {ENDING}. Hãy đặt lại tên tệp.")
    made_folder(target.parent)
    mail = made_draft(_mail(desk, draft, target.name), attachment_limits(desk.regulation(), desk.today()))
    _write_both(target, draft.content, mail)
    boxes, manifest = draft.contents.mailboxes, draft.contents.manifest
    changes = record_export(
        desk,
        kind="package",
        subject=f"gói dữ liệu {manifest.period or 'toàn bộ sổ'}, chốt đến ngày {manifest.as_of_on:%d/%m/%Y}, dấu {draft.mark}",
        row_count=len(boxes),
        name=target,
        content_sha256=sha256_of(draft.content),
    )
    return ExportedPackage(
        path=target,
        draft=target.with_suffix(".eml"),
        mark=draft.mark,
        mailbox_count=len(boxes),
        as_of_on=manifest.as_of_on,
        changes=changes,
    )


def _write_both(target: Path, package: bytes, mail: bytes) -> None:
    """Write the package and the mail that carries it; where one has no room the other is not left behind, since neither is noted then."""
    beside = target.with_suffix(".eml")
    write_whole(beside, mail)
    try:
        write_whole(target, package)
    except StoreUnavailable:
        beside.unlink(missing_ok=True)
        raise


def _manifest(desk: Desk, connection: Connection, period: str, days: Days | None, as_of_on: date) -> Manifest:
    own = next(iter(Transaction(connection).find(Unit, is_own=True)), None)
    first = journals.entry(connection, 1)
    places = unit_places(connection, as_of_on)
    if own is None or first is None or not places:
        raise RuleBroken("Sổ chưa có đơn vị của mình nên chưa lập được gói. Hãy lập sổ của đơn vị trước.")
    seq, head = journals.head(connection)
    return Manifest(
        program=__version__,
        register_id=first.hash,
        slug=own.slug,
        name=places[0].name,
        address=own_address(desk),
        regulation_id=desk.regulation(as_of_on).id,
        period=period,
        opening_on=days.opening_on if days else None,
        as_of_on=as_of_on,
        made_at=desk.clock().astimezone(UTC).replace(microsecond=0),
        journal_seq=seq,
        journal_hash=head,
    )


def _figures(connection: Connection, days: Days | None) -> dict[str, Any]:
    """Count the figures of the days; the list of names, with what clerks noted in it, stays in the unit's own report."""
    if days is None:
        return {}
    figures = counted(connection, opening_on=days.opening_on, cut_off_on=days.cut_off_on).checked()
    return replace(figures, names=()).to_plain()


def _mailboxes(connection: Connection, as_of_on: date) -> tuple[PackagedMailbox, ...]:
    """Give every mailbox of the unit and those below it as it stood on the evening of a day."""
    names = {place.id: place.name for place in unit_places(connection, as_of_on)}
    found = (
        PackagedMailbox(
            address=address,
            kind=kind,
            holder=holder or "",
            post=post or "",
            unit=names[unit_id],
            state=state,
            since=type(as_of_on).fromisoformat(since),
        )
        for address, kind, holder, post, unit_id, state, since in plain_rows(connection, _stood(as_of_on))
        if unit_id in names
    )
    return tuple(sorted(found, key=lambda box: box.address))


def _stood(on: date) -> Select[Any]:
    """Ask where each mailbox stood on an evening: its last event by then, the unit its first move after that took it from."""
    events, day = mailbox_event.c, on.isoformat()
    place = func.row_number().over(partition_by=events.mailbox_id, order_by=(events.on_date.desc(), events.id.desc()))
    last = (
        select(events.mailbox_id, events.state, events.on_date, place.label("place"))
        .where(events.on_date <= day)
        .subquery()
    )
    first = select(func.min(mailbox_move.c.id)).where(mailbox_move.c.on_date > day).group_by(mailbox_move.c.mailbox_id)
    moved = (
        select(mailbox_move.c.mailbox_id, mailbox_move.c.from_unit_id).where(mailbox_move.c.id.in_(first)).subquery()
    )
    return (
        select(
            mailbox.c.address,
            mailbox.c.kind,
            person.c.full_name,
            person.c.post,
            func.coalesce(moved.c.from_unit_id, mailbox.c.unit_id),
            last.c.state,
            last.c.on_date,
        )
        .select_from(
            mailbox
            .join(last, last.c.mailbox_id == mailbox.c.id)
            .outerjoin(moved, moved.c.mailbox_id == mailbox.c.id)
            .outerjoin(person, person.c.id == mailbox.c.holder_id)
        )
        .where(last.c.place == 1)
    )


def _mail(desk: Desk, draft: PackageDraft, name: str) -> DraftMail:
    today, manifest = desk.today(), draft.contents.manifest
    to_name, to = _receiver(desk, today)
    sent = SentPackage(
        unit=manifest.name,
        to=to_name,
        period=read_period(manifest.period).words if manifest.period else "",
        as_of_on=manifest.as_of_on,
        mailbox_count=len(draft.contents.mailboxes),
        file_name=name,
        mark=draft.mark,
    )
    head = desk.valid(Letterhead, today)
    return DraftMail(
        sender=manifest.address,
        to=to,
        to_name=to_name or "Đầu mối công nghệ thông tin",
        subject=package_subject(sent),
        body=package_body(sent, contact=head.contact if head else ""),
        attachments=(Attachment(name, draft.content),),
    )


def _receiver(desk: Desk, today: date) -> tuple[str, str]:
    """Say to whom the unit reports: whom its regulation names, with the address set for that body; else the operator as it is set."""
    duty, operator = desk.regulation(today).find(REPORT_UNIT, today), desk.valid(Operator, today)
    if duty is None or not duty.value.to:
        return (operator.name, operator.address) if operator else ("", "")
    is_operator = operator is not None and fold(operator.name) == fold(duty.value.to)
    return duty.value.to, operator.address if operator and is_operator else ""
