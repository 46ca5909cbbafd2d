"""Publishing the unit's directory: seen first as it would stand, then frozen as an edition with its number and hash.

What the lines say is `operations.directory_reading`, the files an edition is published as `operations.directory_files`, the table of
editions `listings.directory`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, Select, and_, func, select

from govmail_desk.domain.directory import DirectoryEdition, content_hash, difference, lines_of
from govmail_desk.domain.directory_warning import warnings_of
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.operations.directory_reading import standing_on
from govmail_desk.operations.follow_ups import settled
from govmail_desk.store.rows import record_of
from govmail_desk.store.tables import directory_edition, follow_up, journal, mailbox
from govmail_desk.store.transaction import Transaction
from govmail_desk.wording import DIRECTORY_KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.directory import Difference, DirectoryLine
    from govmail_desk.domain.directory_warning import DirectoryWarning, LeftOut

_ACTS: Final = {True: "publish_directory", False: "publish_office_directory"}
"""What publishing is called in the journal, which numbers are counted by."""
Then = Callable[[Connection, DirectoryEdition], None]
_MOVED: Final = "Sổ vừa thay đổi nên danh bạ đã khác bản vừa xem. Hãy xem lại rồi lập lại."


@dataclass(frozen=True, slots=True)
class Covered:
    """A follow-up that an edition settles: the directory was to be brought up to date for this mailbox."""

    follow_up_id: int
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionPlan:
    """An edition as it would be published."""

    number: int
    """The number it would bear: one an edition bore that was taken back is not given again, since files of it may be about."""
    as_of_on: date
    is_public: bool
    lines: tuple[DirectoryLine, ...]
    last: DirectoryEdition | None
    """The last edition of the same kind."""
    change: Difference
    """What is otherwise than in the last; everything is new in a first one."""
    left_out: tuple[LeftOut, ...]
    covered: tuple[Covered, ...]
    journal_head: tuple[int, str]

    @property
    def entries(self) -> list[list[str]]:
        """Its lines as they would be frozen."""
        return [line.frozen() for line in self.lines]

    @property
    def is_unchanged(self) -> bool:
        """True where the last edition says the very same."""
        return self.last is not None and self.last.content_sha256 == content_hash(self.entries)

    @property
    def warnings(self) -> tuple[DirectoryWarning, ...]:
        """What could be mended before."""
        return tuple(warnings_of(self.lines, self.left_out))


class EditionUnchanged(RuleBroken):
    """The last edition says the very same, so that no other is made; `edition_id` is the last."""

    def __init__(self, last: DirectoryEdition) -> None:
        super().__init__(
            f"Danh bạ {DIRECTORY_KINDS[last.is_public]} không có gì khác bản số {last.number} "
            f"(số liệu đến ngày {last.as_of_on:%d/%m/%Y}). Hãy dùng lại bản ấy."
        )
        self.edition_id = last.id


def plan_edition(desk: Desk, *, as_of_on: date, is_public: bool = True) -> EditionPlan:
    """Say how the directory stood at the end of a day and what is otherwise than in the last edition; nothing is written.

    Raises `RuleBroken` for a day to come, and for one before the last edition's.
    """
    if as_of_on > desk.today():
        raise RuleBroken(f"Ngày {as_of_on:%d/%m/%Y} chưa tới. Hãy chọn ngày chốt số liệu là hôm nay hoặc trước đó.")
    with desk.reading() as connection:
        last, head, given_count = _last_and_head(connection, is_public=is_public)
        if last is not None and as_of_on < last.as_of_on:
            raise RuleBroken(
                f"Bản số {last.number} đã chốt số liệu đến ngày {last.as_of_on:%d/%m/%Y}. "
                "Hãy chọn ngày ấy hoặc ngày sau đó."
            )
        standing = standing_on(connection, as_of_on, is_public=is_public)
        covered = connection.execute(_directory_follow_ups(as_of_on)).all()
    return EditionPlan(
        number=given_count + 1,
        as_of_on=as_of_on,
        is_public=is_public,
        lines=standing.lines,
        last=last,
        change=difference(lines_of(last) if last else (), standing.lines),
        left_out=standing.left_out,
        covered=tuple(Covered(row.id, row.address) for row in covered),
        journal_head=head,
    )


def publish_edition(desk: Desk, plan: EditionPlan, *, settles: Sequence[int] = (), then: Then | None = None) -> Changes:
    """Freeze an edition as planned, with the next number of its kind; tick off those follow-ups of the plan that it settles.

    `then` is done with the edition before it is kept: where it raises, nothing is published. Raises `EditionUnchanged` where the last says
    the same, `RuleBroken` where there is nothing to publish or the register has moved on.
    """
    if plan.last is not None and plan.is_unchanged:
        raise EditionUnchanged(plan.last)
    if not any(line.addresses for line in plan.lines):
        raise RuleBroken(
            f"Ngày {plan.as_of_on:%d/%m/%Y} sổ không có hộp thư nào đang dùng để lập danh bạ. Hãy chọn ngày khác."
        )
    said = f"Lập danh bạ {DIRECTORY_KINDS[plan.is_public]} bản số {plan.number}"
    with desk.transaction(_ACTS[plan.is_public], f"{said}, số liệu đến ngày {plan.as_of_on:%d/%m/%Y}") as act:
        _refuse_stale(act.transaction, plan)
        edition = act.transaction.put(
            DirectoryEdition(
                number=plan.number,
                as_of_on=plan.as_of_on,
                is_public=plan.is_public,
                entries=plan.entries,
                content_sha256=content_hash(plan.entries),
                made_at=desk.clock().astimezone(UTC),
                by=desk.person,
            )
        )
        act.transaction.put_all(settled(act.transaction, _chosen(plan, settles), on=desk.today()))
        if then is not None:
            then(act.transaction.connection, edition)
    return act.changes


def _chosen(plan: EditionPlan, settles: Sequence[int]) -> list[int]:
    covered = {one.follow_up_id for one in plan.covered}
    return [one for one in dict.fromkeys(settles) if one in covered]


def _refuse_stale(transaction: Transaction, plan: EditionPlan) -> None:
    """Refuse what is no longer as it was seen; what else changed in the register is no matter."""
    connection = transaction.connection
    last, head, _ = _last_and_head(connection, is_public=plan.is_public)
    if head == plan.journal_head:
        return
    if (last.id if last else None) != (plan.last.id if plan.last else None):
        raise RuleBroken(_MOVED)
    if standing_on(connection, plan.as_of_on, is_public=plan.is_public).lines != plan.lines:
        raise RuleBroken(_MOVED)


def _last_and_head(connection: Connection, *, is_public: bool) -> tuple[DirectoryEdition | None, tuple[int, str], int]:
    """Read the last edition of a kind, where the journal stands, which no register is without, and how many numbers were given.

    All in one statement.
    """
    editions = directory_edition.c
    newest = select(func.max(editions.number)).where(editions.is_public.is_(is_public)).scalar_subquery()
    is_last = and_(editions.is_public.is_(is_public), editions.number == newest)
    acts = journal.alias()
    given = select(func.count()).select_from(acts).where(acts.c.act == _ACTS[is_public]).scalar_subquery()
    head = (journal.c.seq.label("head_seq"), journal.c.hash.label("head_hash"))
    query = (
        select(directory_edition, *head, given.label("given_count"))
        .select_from(journal)
        .outerjoin(directory_edition, is_last)
        .order_by(journal.c.seq.desc())
        .limit(1)
    )
    row = connection.execute(query).mappings().one()
    last = record_of(DirectoryEdition, row) if row["id"] is not None else None
    return last, (row["head_seq"], row["head_hash"]), row["given_count"]


def _directory_follow_ups(on: date) -> Select[tuple[int, str]]:
    """Ask which directory work is open that changes up to a day brought."""
    return (
        select(follow_up.c.id, mailbox.c.address)
        .join(mailbox, mailbox.c.id == follow_up.c.mailbox_id)
        .where(follow_up.c.kind == "directory", follow_up.c.settled_on.is_(None))
        .where(follow_up.c.raised_on <= on.isoformat())
        .order_by(mailbox.c.address, follow_up.c.id)
    )
