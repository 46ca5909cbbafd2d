"""Planning what packages would do: whose they are, what speaks against them, what each row becomes.

Every file is held against what stands once those before it are taken, so that two packages of one office may come together. The register
is read in five statements however many offices and mailboxes there are. The plan's shape is `operations.package_plan`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.exchange import Office
from govmail_desk.domain.mailbox import NEVER_ISSUED
from govmail_desk.domain.vietnamese import fold
from govmail_desk.operations.package_figures import refuse_figures
from govmail_desk.operations.package_history import Earlier, against, as_earlier, overlaps
from govmail_desk.operations.package_plan import (
    Brought,
    PlannedFile,
    PlannedRow,
    Standing,
    compared,
    office_key,
    said_of,
)
from govmail_desk.store.bulk import plain_rows
from govmail_desk.store.tables import foreign_mailbox, journal, mailbox, package
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from sqlalchemy import Connection

    from govmail_desk.documents.desk_package import DeskPackage, Manifest

Read = tuple["Path", "DeskPackage | RuleBroken"]
_UNHELD: Final = NEVER_ISSUED | {"closed"}
"""In these states an address is nobody's mailbox."""
_ACCEPT: Final = "Hãy hỏi lại đơn vị; nếu đúng thì chọn nhận gói này."


@dataclass(slots=True)
class _Sender:
    """An office as the plan goes on: its packages so far and what stands of it."""

    office: Office
    earlier: list[Earlier] = field(default_factory=list)
    standing: dict[str, Standing] = field(default_factory=dict)
    brought: dict[str, Brought] = field(default_factory=dict)

    @property
    def key(self) -> str:
        return office_key(self.office)

    def row_id_of(self, row: PlannedRow) -> int:
        """Say which row is written: one that was gone before this plan stays so, and a new one stands for what comes back."""
        known = self.standing.get(row.address)
        if known is None or (row.fate == "new" and row.address not in self.brought):
            return 0
        return known.row_id


class Planning:
    """One planning: what the register says, read once, and what the files planned so far make of it."""

    def __init__(self, connection: Connection, reads: Sequence[Read], *, accepted: frozenset[str], today: date) -> None:
        self.accepted, self.today = accepted, today
        self.senders: dict[str, _Sender] = {}
        self._known_as: dict[tuple[str, str], _Sender] = {}
        for one in Transaction(connection).find(Office):
            self._await(_Sender(one))
        self.own_register = connection.execute(select(journal.c.hash).where(journal.c.seq == 1)).scalar()
        self._read_packages(connection)
        self.holders = self._holders(connection)
        self._read_rows(connection, reads)

    def files(self, reads: Sequence[Read]) -> list[PlannedFile]:
        """Plan every file, those of one unit in the order its journal went, and give them in the order they came."""
        found: dict[int, PlannedFile] = {}
        for place in sorted(range(len(reads)), key=lambda at: _order(reads[at])):
            path, read = reads[place]
            found[place] = (
                PlannedFile(path=path, fate="refused", reason=read.sentence)
                if isinstance(read, RuleBroken)
                else self._file(place, path, read)
            )
        return [found[place] for place in range(len(reads))]

    # what stands

    def _read_packages(self, connection: Connection) -> None:
        columns = (package.c[name] for name in ("office_id", *Earlier._fields))
        for office_id, *told in plain_rows(connection, select(*columns).order_by(package.c.id)):
            self.senders[str(office_id)].earlier.append(Earlier(*told))

    def _holders(self, connection: Connection) -> dict[str, list[str]]:
        """Say who has which address: "" for this desk's own register, an office by its key."""
        found: dict[str, list[str]] = defaultdict(list)
        own = select(mailbox.c.address).where(mailbox.c.state.not_in(_UNHELD))
        for (address,) in plain_rows(connection, own):
            found[address].append("")
        there = foreign_mailbox.c
        others = select(there.address, there.office_id).where(there.gone_on.is_(None), there.state.not_in(_UNHELD))
        for address, office_id in plain_rows(connection, others):
            found[address].append(str(office_id))
        return found

    def _read_rows(self, connection: Connection, reads: Iterable[Read]) -> None:
        """Read what stands of the offices the packages are of."""
        matched = (self._found(read.contents.manifest) for _, read in reads if not isinstance(read, RuleBroken))
        ids = sorted({sender.office.id for sender in matched if sender is not None})
        there = foreign_mailbox.c
        asked = (there.office_id, there.address, there.id, there.gone_on)
        said = (there.kind, there.holder, there.post, there.unit, there.state, there.since)
        query = select(*asked, *said).where(there.office_id.in_(ids)).order_by(there.id)  # of an address the last row
        for office_id, address, row_id, gone_on, *told in plain_rows(connection, query):
            self.senders[str(office_id)].standing[address] = Standing((*told,), gone_on, row_id)

    # whose it is

    def _await(self, sender: _Sender) -> None:
        """Take an office in: it is known by its register, and by its address, or its local part, or else its name."""
        told = sender.office
        self.senders[sender.key] = sender
        if told.register_id:
            self._known_as["register", told.register_id] = sender
        self._known_as[_called(told.address, told.slug, told.name)] = sender

    def _found(self, manifest: Manifest) -> _Sender | None:
        ways = (
            ("register", manifest.register_id),
            _called(manifest.address, "", ""),
            _called("", manifest.slug, ""),
            _called("", "", manifest.name),
        )
        return next((self._known_as[way] for way in ways if way in self._known_as), None)

    def _sender(self, manifest: Manifest) -> _Sender:
        found = self._found(manifest)
        if found is None:
            found = _Sender(
                Office(
                    register_id=manifest.register_id,
                    slug=manifest.slug,
                    name=manifest.name,
                    address=manifest.address,
                    from_on=self.today,
                )
            )
            self._await(found)
        return found

    # one file

    def _file(self, place: int, path: Path, read: DeskPackage) -> PlannedFile:
        manifest = read.contents.manifest
        if manifest.register_id == self.own_register:
            return _refused(path, read, "đây là gói của chính sổ này; hãy gửi gói ấy cho nơi tổng hợp")
        sender = self._sender(manifest)
        if any(one.sha256 == read.sha256 for one in sender.earlier):
            return PlannedFile(
                path=path,
                fate="known",
                package=read,
                office=sender.office,
                reason="Gói này đã nhận rồi, không có gì đổi.",
            )
        try:
            refuse_figures(read.contents)
        except RuleBroken as refusal:
            return PlannedFile(path=path, fate="refused", package=read, office=sender.office, reason=refusal.sentence)
        doubt = against(sender.office, sender.earlier, manifest)
        if doubt and read.sha256 not in self.accepted:
            return PlannedFile(
                path=path,
                fate="refused",
                package=read,
                office=sender.office,
                reason=f"{doubt} {_ACCEPT}",
                may_be_accepted=True,
            )
        return self._taken(place, path, read, sender, [doubt] if doubt else [])

    def _taken(self, place: int, path: Path, read: DeskPackage, sender: _Sender, remarks: list[str]) -> PlannedFile:
        manifest = read.contents.manifest
        self._recognise(sender, manifest)
        takes_rows = all(one.as_of_on <= manifest.as_of_on.isoformat() for one in sender.earlier)
        remarks += self._remarks(sender, manifest, takes_rows=takes_rows)
        rows = self._rows(place, read, sender) if takes_rows else []
        sender.earlier.append(as_earlier(read))
        return PlannedFile(
            path=path,
            fate="taken",
            package=read,
            office=sender.office,
            remarks=tuple(remarks),
            rows=tuple(row for row in rows if row.fate != "same" or row.conflict),
            same_count=sum(row.fate == "same" for row in rows),
            takes_rows=takes_rows,
        )

    def _recognise(self, sender: _Sender, manifest: Manifest) -> None:
        """Know an office by its register from now on, and as one that stood on the first day it told of."""
        begins = min(sender.office.from_on, manifest.opening_on or manifest.as_of_on)
        if (sender.office.register_id, sender.office.from_on) != (manifest.register_id, begins):
            sender.office = replace(sender.office, register_id=manifest.register_id, slug=manifest.slug, from_on=begins)
            self._known_as["register", manifest.register_id] = sender

    def _remarks(self, sender: _Sender, manifest: Manifest, *, takes_rows: bool) -> Iterator[str]:
        if manifest.as_of_on > self.today:
            yield f"Gói chốt ngày {manifest.as_of_on:%d/%m/%Y}, sau hôm nay: máy của đơn vị có thể sai ngày."
        if fold(manifest.name) != fold(sender.office.name):
            yield f"Gói ghi tên đơn vị là “{manifest.name}”, ở đây là “{sender.office.name}”; tên ở đây giữ nguyên."
        if sender.office.ended_on is not None:
            yield f"Đơn vị này đã thôi gửi gói từ {sender.office.ended_on:%d/%m/%Y}."
        if not takes_rows:
            yield "Đã nhận gói mới hơn của đơn vị: gói này chỉ thêm số liệu của kỳ, danh sách hộp thư giữ nguyên."
        yield from overlaps(sender.earlier, manifest)

    def _rows(self, place: int, read: DeskPackage, sender: _Sender) -> list[PlannedRow]:
        coming = {box.address: said_of(box) for box in read.contents.mailboxes}
        gone_on = read.contents.manifest.as_of_on.isoformat()
        rows = list(compared(sender.standing, coming))
        for row in rows:
            if row.fate != "same":
                now = Standing(row.said, gone_on if row.fate == "gone" else None, sender.row_id_of(row))
                sender.standing[row.address] = now
                sender.brought[row.address] = Brought(place, now)
        return self._with_conflicts(rows, sender)

    def _with_conflicts(self, rows: list[PlannedRow], sender: _Sender) -> list[PlannedRow]:
        """Say of each address in use who else has it, and remember that this office has it too."""
        key, found = sender.key, []
        for row in rows:
            if row.fate == "gone" or row.said[4] in _UNHELD:
                found.append(row)
                continue
            holders = self.holders[row.address]
            others = [holder for holder in holders if holder != key]
            if key not in holders:
                holders.append(key)
            found.append(row._replace(conflict=self._conflict(row.address, others)) if others else row)
        return found

    def _conflict(self, address: str, others: Sequence[str]) -> str:
        who = ", ".join("sổ của đơn vị này" if other == "" else self.senders[other].office.name for other in others)
        return f"Địa chỉ {address} cũng có ở {who}."


def _order(read: Read) -> tuple[str, int, str, str]:
    path, found = read
    if isinstance(found, RuleBroken):
        return ("", 0, "", path.name)
    manifest = found.contents.manifest
    return (manifest.register_id, manifest.journal_seq, manifest.made_at.isoformat(), path.name)


def _called(address: str, slug: str, name: str) -> tuple[str, str]:
    """Say by what an awaited office is known while its register is not."""
    if address:
        return "address", address
    return ("slug", slug) if slug else ("name", fold(name))


def _refused(path: Path, read: DeskPackage, reason: str) -> PlannedFile:
    return PlannedFile(path=path, fate="refused", package=read, reason=f"Không nhận tệp «{path.name}»: {reason}.")
