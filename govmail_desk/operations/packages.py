"""Taking in the packages of other units (nhận gói dữ liệu): planned and seen first, then written in one act that can be taken back.

How they are planned is `operations.package_planning`; the file itself `documents.desk_package`; the unit's own side
`operations.package_export`. Each unit's mailboxes stand apart from this desk's register and from each other's.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from govmail_desk.documents.desk_package import ENDING, FORMAT_VERSION, DeskPackage, read_file, read_package
from govmail_desk.documents.package_mail import is_mail, packages_in
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.exchange import ForeignMailbox, Office, Package
from govmail_desk.operations.collector_rest import collector_at_rest
from govmail_desk.operations.offices import put_offices
from govmail_desk.operations.package_plan import Brought, PackagesPlan, PlannedFile, office_key
from govmail_desk.operations.package_planning import Planning
from govmail_desk.store import journals

if TYPE_CHECKING:
    from govmail_desk.desk import Changes, Desk
    from govmail_desk.operations.package_planning import Read
    from govmail_desk.store.transaction import Transaction

Tick = Callable[[int, int], None]

_MOVED: Final = (
    "Sổ vừa có thay đổi làm bản xem trước này không còn đúng. Hãy xem trước lại rồi nhận; chưa có gì được ghi."
)


def plan_packages(
    desk: Desk, paths: Sequence[Path], *, accepted: Collection[str] = (), tick: Tick | None = None
) -> PackagesPlan:
    """Look what taking these files in would do; nothing is written.

    A folder stands for the packages in it and in its folders, a saved e-mail for those attached to it.
    `accepted` are the hashes of packages the person working takes although something speaks against it. `tick` is told how many of how
    many files are read. Raises `RuleBroken` where there is no package at all.
    """
    found = list(dict.fromkeys(_files(paths)))
    if not found:
        raise RuleBroken(f"Không có gói dữ liệu (tệp {ENDING}) nào ở nơi đã chọn. Hãy chọn lại tệp hoặc thư mục.")
    reads = list(_read(found, tick))
    with collector_at_rest(), desk.reading() as connection:
        return _planned(Planning(connection, reads, accepted=frozenset(accepted), today=desk.today()), reads, desk)


def take_in_packages(desk: Desk, plan: PackagesPlan, *, tick: Tick | None = None) -> Changes:
    """Take in what the plan takes, all in one act; where nothing would change, nothing is written and the journal stays as it is.

    Raises `RuleBroken` where none of the files can be taken, and where the register has moved so that the plan would say otherwise.
    """
    if not plan.taken and not any(one.fate == "known" for one in plan.files):
        raise RuleBroken(
            plan.files[0].reason if len(plan.files) == 1 else "Không nhận được gói nào trong các tệp đã chọn."
        )
    if desk.journal_head()[1] != plan.journal_hash:
        plan = _planned_again(desk, plan)
    with collector_at_rest(), desk.transaction("take_in_packages", _sentence(plan)) as act:
        if journals.head(act.transaction.connection)[1] != plan.journal_hash:
            raise RuleBroken(_MOVED)
        _write(act.transaction, desk, plan, tick)
    return act.changes


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """Give the files meant, those of a folder and of the folders in it by name."""
    for path in paths:
        if path.is_dir():
            yield from sorted(one for one in (*path.glob(f"*{ENDING}"), *path.glob(f"*/*{ENDING}")) if one.is_file())
        else:
            yield path


def _read(paths: Sequence[Path], tick: Tick | None) -> Iterator[Read]:
    for done, path in enumerate(paths, start=1):
        try:
            yield from ((path, one) for one in (_attached(path) if is_mail(path) else [read_file(path)]))
        except RuleBroken as refusal:
            yield path, refusal
        except StoreUnavailable as failure:
            yield path, RuleBroken(failure.sentence)
        if tick is not None:
            tick(done, len(paths))


def _attached(mail: Path) -> list[DeskPackage | RuleBroken]:
    """Read the packages attached to a mail, each on its own: one that is damaged does not keep the others out."""
    found: list[DeskPackage | RuleBroken] = []
    for name, content in packages_in(mail):
        try:
            found.append(read_package(content, name=name))
        except RuleBroken as refusal:
            found.append(refusal)
    return found


def _planned(planning: Planning, reads: Sequence[Read], desk: Desk) -> PackagesPlan:
    files = planning.files(reads)
    return PackagesPlan(
        paths=tuple(dict.fromkeys(path for path, _ in reads)),
        accepted=planning.accepted,
        files=tuple(files),
        brought={key: sender.brought for key, sender in planning.senders.items() if sender.brought},
        journal_hash=desk.journal_head()[1],
    )


def _planned_again(desk: Desk, plan: PackagesPlan) -> PackagesPlan:
    """Plan the same files anew on the register as it stands; refused where they would now do something else."""
    again = plan_packages(desk, plan.paths, accepted=plan.accepted)
    if again.outcome() != plan.outcome():
        raise RuleBroken(_MOVED)
    return again


def _sentence(plan: PackagesPlan) -> str:
    taken, counts = plan.taken, plan.counts
    whose = f"{len(taken)} gói dữ liệu" if len(taken) != 1 else f"gói dữ liệu của {_office(taken[0]).name}"
    return f"Nhận {whose}: {counts['new']} hộp thư mới, {counts['changed']} thay đổi, {counts['gone']} không còn"


def _office(planned: PlannedFile) -> Office:
    assert planned.office is not None, "a file that is taken is some office's"
    return planned.office


def _write(transaction: Transaction, desk: Desk, plan: PackagesPlan, tick: Tick | None) -> None:
    offices = _written_offices(transaction, desk, plan)
    places = [place for place, one in enumerate(plan.files) if one.fate == "taken"]
    packages = transaction.put_all([
        _package(transaction, desk, plan.files[place], offices[office_key(_office(plan.files[place]))].id)
        for place in places
    ])
    _tell(tick, 0, len(plan.brought))
    package_ids = dict(zip(places, (one.id for one in packages), strict=True))
    transaction.put_all(list(_written_rows(transaction, plan, offices, package_ids)))
    _tell(tick, len(plan.brought), len(plan.brought))


def _written_offices(transaction: Transaction, desk: Desk, plan: PackagesPlan) -> dict[str, Office]:
    """Write the offices that are new, or now known by their register."""
    told = {office_key(_office(one)): _office(one) for one in plan.taken}
    return dict(zip(told, put_offices(transaction, desk, list(told.values())), strict=True))


def _package(transaction: Transaction, desk: Desk, planned: PlannedFile, office_id: int) -> Package:
    assert planned.package is not None, "a file that is taken is a package"
    manifest = planned.package.contents.manifest
    return Package(
        office_id=office_id,
        period=manifest.period,
        opening_on=manifest.opening_on,
        as_of_on=manifest.as_of_on,
        made_at=manifest.made_at,
        format_version=FORMAT_VERSION,
        journal_seq=manifest.journal_seq,
        journal_hash=manifest.journal_hash,
        mailbox_count=len(planned.package.contents.mailboxes),
        figures=planned.package.contents.figures,
        name=planned.name,
        sha256=transaction.keep_bytes(planned.package.content),
        byte_count=len(planned.package.content),
        taken_at=desk.clock().astimezone(UTC),
        by=desk.person,
    )


def _written_rows(
    transaction: Transaction, plan: PackagesPlan, offices: dict[str, Office], package_ids: dict[int, int]
) -> Iterator[ForeignMailbox]:
    brought = [
        (offices[key].id, address, one)
        for key, by_address in plan.brought.items()
        for address, one in by_address.items()
    ]
    known = transaction.get_many(ForeignMailbox, [one.standing.row_id for _, _, one in brought if one.standing.row_id])
    for office_id, address, one in brought:
        row = _row(office_id, package_ids[one.place], address, one)
        before = known.get(one.standing.row_id)
        yield row if before is None else replace(row, id=before.id, version=before.version)


def _row(office_id: int, package_id: int, address: str, brought: Brought) -> ForeignMailbox:
    (kind, holder, post, unit, state, since), gone_on, _ = brought.standing
    return ForeignMailbox(
        office_id=office_id,
        package_id=package_id,
        address=address,
        kind=kind,  # type: ignore[arg-type]  # read as one of a mailbox's kinds, and states, by the package's own decoder
        holder=holder,
        post=post,
        unit=unit,
        state=state,  # type: ignore[arg-type]
        since=date.fromisoformat(since),
        gone_on=date.fromisoformat(gone_on) if gone_on else None,
    )


def _tell(tick: Tick | None, done: int, total: int) -> None:
    if tick is not None:
        tick(done, total)
