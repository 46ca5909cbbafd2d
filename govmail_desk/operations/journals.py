"""Taking back an act, verifying the register against its journal, and the journal as a file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import ColumnElement, Connection, Select, Table, func, select

from govmail_desk.desk import Changes, Desk
from govmail_desk.documents.journal_table import JournalLine, journal_csv
from govmail_desk.documents.writing import write_whole
from govmail_desk.domain.errors import RuleBroken, StoreDamaged
from govmail_desk.domain.journal import EXPORTING, FOUNDING, MIGRATION, MINIMISING, NEVER_TAKEN_BACK, PASSED_OVER
from govmail_desk.domain.request import NUMBERED
from govmail_desk.domain.unit import Unit, stands_under_itself
from govmail_desk.operations.exports import record_export
from govmail_desk.store import journals, tables
from govmail_desk.store.database import translated_errors
from govmail_desk.store.derived import stale_rows
from govmail_desk.store.rows import decoded
from govmail_desk.store.transaction import CHUNK, Transaction
from govmail_desk.wording import moment_words

if TYPE_CHECKING:
    from pathlib import Path

    from govmail_desk.domain.journal import Change, Entry

_NEVER: Final = {
    MIGRATION: "Việc nâng sổ lên bản mới không hoàn tác được. Sổ trước khi nâng còn ở bản sao ghi trong việc này.",
    FOUNDING: "Việc lập sổ không hoàn tác được. Muốn bắt đầu lại, hãy lập một sổ mới ở tệp khác.",
    EXPORTING: "Tệp đã ra khỏi sổ nên lần xuất tệp không hoàn tác được. Nếu xuất nhầm, hãy xóa tệp ấy và báo người đã nhận.",
    MINIMISING: "Việc bỏ dữ liệu riêng không hoàn tác được: giá trị cũ không còn trong sổ. Chỉ ghi lại được khi người ấy cung cấp lại.",
}
"""Why each act that is never taken back is not, and what to do instead."""


@dataclass(frozen=True, slots=True)
class TakeBackPlan:
    """What taking back an act would do, and the journal it was planned on."""

    seq: int
    sentence: str
    row_count: int
    journal_hash: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not agree, in one sentence."""

    sentence: str


def plan_take_back(desk: Desk, *, seq: int | None = None) -> TakeBackPlan:
    """Look whether an act (default: the last that still stands) can be taken back; refuse with the reason where it cannot."""
    with desk.reading() as connection:
        entry = _chosen(connection, seq)
        changes = journals.changes_of(connection, entry.seq)
        _refuse_unless_standing(connection, changes)
        return TakeBackPlan(entry.seq, entry.sentence, len(changes), journals.head(connection)[1])


def take_back(desk: Desk, plan: TakeBackPlan) -> Changes:
    """Undo an act whole: its rows return to what they were; the act and its taking back both stay in the journal."""
    with desk.transaction("take_back", f"Hoàn tác: {plan.sentence}") as act:
        connection = act.transaction.connection
        changes = journals.changes_of(connection, plan.seq)
        if journals.head(connection)[1] != plan.journal_hash:
            _chosen(connection, plan.seq)
            _refuse_unless_standing(connection, changes)
        act.takes_back = plan.seq
        _put_back(act.transaction, changes)
        _refuse_contradictions(act.transaction, changes)
    return act.changes


def verify(desk: Desk, *, printed_head: tuple[int, str] | None = None) -> list[Finding]:
    """Hold chain, rows and files against each other; an empty list means all agree.

    Nothing in the register tells that the journal's end was cut off or forged anew; its count and last hash as printed or noted
    elsewhere at some time (`Desk.journal_head`) do.
    """
    try:
        with desk.reading() as connection:
            return _damage(connection) or [
                *_chain(connection),
                *_head(connection, printed_head),
                *_rows(connection),
                *_files(connection),
            ]
    except StoreDamaged as damage:
        return [Finding(damage.sentence)]


def export_journal(desk: Desk, *, file: Path) -> Changes:
    """Write every act so far into a .csv, and note that it went out; the file is written whole or not at all."""
    with translated_errors(), desk.reading() as connection:
        counts = journals.row_counts(connection)
        lines = [
            JournalLine(
                seq=entry.seq,
                at=moment_words(entry.at),
                actor=entry.actor,
                sentence=entry.sentence,
                row_count=counts.get(entry.seq, 0),
                takes_back=entry.takes_back,
                hash=entry.hash,
            )
            for entry in journals.entries(connection)
        ]
    write_whole(file, journal_csv(lines))
    return record_export(desk, kind="journal", subject="nhật ký", row_count=len(lines), name=file)


def _chosen(connection: Connection, seq: int | None) -> Entry:
    entries = journals.entries(connection)
    undone = {entry.takes_back for entry in entries if entry.takes_back}
    standing = [entry for entry in entries if entry.seq not in undone and entry.takes_back is None]
    standing = [entry for entry in standing if (entry.act not in PASSED_OVER if seq is None else entry.seq == seq)]
    if not standing:
        raise RuleBroken("Không còn việc nào để hoàn tác, hoặc việc này đã được hoàn tác rồi.")
    if standing[-1].act in NEVER_TAKEN_BACK:
        raise RuleBroken(_NEVER[standing[-1].act])
    return standing[-1]


def _refuse_unless_standing(connection: Connection, changes: list[Change]) -> None:
    _refuse_numbered(changes)
    asked = Transaction(connection)
    written: dict[str, dict[int, bytes | None]] = defaultdict(dict)
    for change in changes:
        written[change.table][change.row_id] = change.after
    for table_name, after in written.items():
        present = asked.canonical_rows(tables.metadata.tables[table_name], list(after))
        later = [row_id for row_id, last in after.items() if present.get(row_id) != last]
        if later:
            raise RuleBroken(_later_sentence(connection, later[0]))
    created = {(change.table, change.row_id) for change in changes if change.before is None}
    for table_name in {table for table, _ in created}:
        ids = [row_id for table, row_id in created if table == table_name]
        _refuse_if_referred_to(connection, tables.metadata.tables[table_name], ids, written)


def _later_sentence(connection: Connection, row_id: int) -> str:
    """Say why an act does not go back whose row was written again."""
    written = tables.journal_change
    newest = select(tables.journal.c.act).join(written).where(written.c.row_id == row_id).order_by(written.c.seq.desc())
    written_by = connection.execute(newest.limit(1)).scalar()
    if written_by == MINIMISING:
        return "Không hoàn tác được: dữ liệu riêng của người này đã được bỏ sau việc ấy. Hãy sửa lại ở trang của nó."
    if written_by == MIGRATION:
        return "Không hoàn tác được: việc này có từ trước khi sổ được nâng lên bản mới. Hãy sửa lại ở trang của nó."
    return "Không hoàn tác được: một việc sau đó đã sửa lại cùng dòng. Hãy hoàn tác việc sau trước."


def _refuse_numbered(changes: list[Change]) -> None:
    """A number once given to a letter is never free again, so the act that gave it stays; it is cancelled with a reason."""
    for change in changes:
        given = decoded(change.after) if change.after and change.table == tables.request_event.name else {}
        if given.get("number") and given["act"] in NUMBERED:
            raise RuleBroken(
                f"Không hoàn tác được: số {given['number']} đã cấp cho văn bản. Hãy hủy số ấy với lý do, ở trang Đề nghị."
            )


def _refuse_if_referred_to(
    connection: Connection, target: Table, ids: list[int], written: Mapping[str, Container[int]]
) -> None:
    """Refuse where a row refers to one of these that the act itself did not write: all it wrote goes back with it."""
    for query, table_name, referring in _referring_to(target):
        for start in range(0, len(ids), CHUNK):
            found = connection.execute(query.where(referring.in_(ids[start : start + CHUNK]))).scalars()
            if any(row_id not in written.get(table_name, ()) for row_id in found):
                raise RuleBroken(
                    "Không hoàn tác được: có việc sau đó đã dùng đến dòng này. Hãy hoàn tác việc sau trước."
                )


def _referring_to(target: Table) -> Iterator[tuple[Select[Any], str, ColumnElement[int]]]:
    """Yield each way a row may refer to one of this table: the query for it, its table, the column that refers."""
    for table in tables.KEPT_TABLES:
        for link in table.foreign_keys:
            if link.column.table is target:
                yield select(table.c.id), table.name, link.parent
    due = tables.due
    yield select(due.c.id).where(due.c.subject_kind == target.name), due.name, due.c.subject_id


def _put_back(transaction: Transaction, changes: list[Change]) -> None:
    """Undo the changes from the last to the first, those of one table that stand together at once.

    That a file left the register stays noted: taking back its act does not bring the file back.
    """
    undone = [change for change in reversed(changes) if change.table != tables.export.name]
    for table_name, together in groupby(undone, key=attrgetter("table")):
        earlier = {change.row_id: change.before for change in together}
        transaction.restore(tables.metadata.tables[table_name], earlier)


def _refuse_contradictions(transaction: Transaction, changes: list[Change]) -> None:
    """Refuse where a later act stands on what was taken back, though it wrote other rows."""
    changed = {change.table for change in changes if change.before is not None}
    if tables.unit.name in changed:
        parents = {unit.id: unit.parent_id for unit in transaction.find(Unit)}
        if any(stands_under_itself(unit_id, parents) for unit_id in parents):
            raise RuleBroken(
                "Không hoàn tác được: đơn vị sẽ trực thuộc chính nó. Hãy hoàn tác việc đổi cấp trên sau đó trước."
            )
    if tables.mailbox.name in changed:
        address = tables.mailbox.c.address
        twice = transaction.connection.execute(select(address).group_by(address).having(func.count() > 1)).scalar()
        if twice:
            raise RuleBroken(
                f"Không hoàn tác được: địa chỉ {twice} đã được dùng cho hộp thư khác. Hãy hoàn tác việc đó trước."
            )


def _damage(connection: Connection) -> list[Finding]:
    result = connection.exec_driver_sql("PRAGMA integrity_check").scalar_one()
    return [] if result == "ok" else [Finding("Tệp sổ bị hỏng trên đĩa. Hãy khôi phục từ bản sao lưu gần nhất.")]


def _chain(connection: Connection) -> list[Finding]:
    broken, strays = journals.broken_entry(connection), journals.stray_changes(connection)
    findings = []
    if broken is not None:
        findings.append(Finding(f"Nhật ký bị đứt tại mục số {broken.seq} ({broken.at}): {broken.sentence}."))
    if strays:
        findings.append(
            Finding(f"Nhật ký có {strays} dòng không thuộc mục nào: đã bị thêm vào từ bên ngoài chương trình.")
        )
    return findings


def _head(connection: Connection, printed: tuple[int, str] | None) -> list[Finding]:
    if printed is None:
        return []
    count, printed_hash = printed
    entry = journals.entry(connection, count)
    if entry is not None and entry.hash == printed_hash:
        return []
    return [Finding(f"Nhật ký không còn mục số {count} như đã in: phần cuối bị cắt hoặc bị viết lại.")]


def _rows(connection: Connection) -> list[Finding]:
    differing = list(journals.differing_rows(connection))
    stale = [] if differing else list(stale_rows(connection))  # keys follow from rows: wrong rows have wrong keys
    return [
        *(
            Finding(f"Dòng {row_id} của bảng “{table}” khác với nhật ký: đã bị sửa bên ngoài chương trình.")
            for table, row_id in differing
        ),
        *(
            Finding(
                f"Dòng {row_id} của bảng “{table}” không tìm thấy được: từ khóa tìm kiếm bị sửa bên ngoài chương trình."
            )
            for table, row_id in stale
        ),
    ]


def _files(connection: Connection) -> list[Finding]:
    return [
        Finding(f"Tệp đã lập có mã {sha256[:12]} không còn nguyên vẹn trong sổ.")
        for sha256 in journals.damaged_files(connection)
    ]
