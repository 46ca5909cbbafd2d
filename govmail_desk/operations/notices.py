"""Notices to staff: one mail a person from the unit's own mailbox, or one list for many; seen first, then made into a folder.

The drafts are never sent from here. Who is told is `operations.notice_people`, what is said `domain.staff_notice`, when somebody was
last told `listings.notices`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from govmail_desk.documents.email_draft import DraftMail, made_draft
from govmail_desk.documents.file_names import safe_file_name
from govmail_desk.documents.notice_list import NoticeLine, NoticeList, notice_results
from govmail_desk.documents.notice_list_docx import notice_list_docx
from govmail_desk.documents.notice_list_xlsx import notice_list_xlsx
from govmail_desk.documents.writing import write_whole
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.paper_date import paper_date, place_and_date
from govmail_desk.domain.password_card import password_card, rules_for
from govmail_desk.domain.reminder import Due, StaffNotice
from govmail_desk.domain.staff_notice import Notice, about, body, password_paragraphs, subject
from govmail_desk.operations.copies import made_folder
from govmail_desk.operations.exports import note_export
from govmail_desk.operations.notice_people import recipients
from govmail_desk.operations.paper_settings import letterhead_of, own_address
from govmail_desk.store import journals
from govmail_desk.store.transaction import Transaction
from govmail_desk.wording import NOTICE_WAYS

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.domain.settings import Letterhead
    from govmail_desk.operations.notice_people import Recipient

Way = Literal["email", "list"]
Told = Callable[[int, int], object]
"""Told how many files of how many are written; what it raises stops the making, and nothing of it stays."""

_MOVED: Final = "Sổ vừa thay đổi nên danh sách người cần nhắc đã khác. Hãy xem lại rồi lập lại."
_MARK: Final = 6
"""So much of a hash tells one making from another in a file's name."""
_NAMED_IN_LIST: Final = 3
"""More mailboxes of one line than these are counted, not named."""


@dataclass(frozen=True, slots=True)
class NoticeFile:
    """One file to be written, and whom it is for; None where it is for all."""

    name: str
    content: bytes
    person_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedNotice:
    """One person's notice as it will be made."""

    to: Recipient
    notice: Notice
    file_name: str
    """The draft; empty where no mail reaches them or a list is made."""

    @property
    def text(self) -> str:
        """What the person will read."""
        return body(self.notice)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticePlan:
    """Who would be told what, and the files of it."""

    due_ids: tuple[int, ...]
    way: Way
    on: date
    sender: str
    notices: tuple[PlannedNotice, ...]
    left_out: tuple[str, ...]
    files: tuple[NoticeFile, ...]
    journal_head: tuple[int, str]

    @property
    def told(self) -> tuple[PlannedNotice, ...]:
        """Those whom this way reaches."""
        return tuple(one for one in self.notices if one.file_name) if self.way == "email" else self.notices


def plan_notices(desk: Desk, *, due_ids: Sequence[int], way: Way) -> NoticePlan:
    """Say who would be told of what is still open, and what each file would say; nothing is written.

    Raises `RuleBroken` where nothing of it is the holders' to do, where there is nobody to be told, and where the unit has no mailbox
    of its own to write from.
    """
    on, head, sender = desk.today(), letterhead_of(desk, desk.today()), own_address(desk)
    journal_head = desk.journal_head()
    with desk.reading() as connection:
        found = Transaction(connection).get_many(Due, list(due_ids))
        dues = [due for due in found.values() if due.settled_on is None]
        people = recipients(connection, desk.regulations(), dues, on=on, sender=sender)
    if not people.people:
        raise RuleBroken(
            " ".join(people.left_out) or "Việc này không do người dùng hộp thư làm nên không có ai để nhắc."
        )
    wording = _Wording(desk.regulation(on), head, on=on, sender=sender, way=way)
    notices = tuple(map(wording.planned, people.people))
    return NoticePlan(
        due_ids=tuple(due_ids),
        way=way,
        on=on,
        sender=sender,
        notices=notices,
        left_out=people.left_out,
        files=tuple(_mails(notices, sender, on) if way == "email" else _lists(desk, notices, head, on)),
        journal_head=journal_head,
    )


def make_notices(desk: Desk, plan: NoticePlan, *, folder: Path, tick: Told | None = None) -> Changes:
    """Write the files of a plan into a folder and note who was told; done again the same day it writes only what is missing.

    All is written or nothing: on a full disk, a stop or a refusal no file of this making stays. A draft the clerk has edited since is
    left as it is. Raises `RuleBroken` where the plan no longer holds or nobody is reached, `StoreUnavailable`.
    """
    seen = desk.journal_head()
    _refuse_stale(desk, plan)
    if not plan.told:
        raise RuleBroken("Không có ai nhận được thư. Hãy chọn cách lập một danh sách.")
    target = made_folder(folder)
    with _all_or_nothing() as written:
        for place, file in enumerate(plan.files, start=1):
            if not (target / file.name).exists():
                write_whole(target / file.name, file.content)
                written.append(target / file.name)
            if tick is not None:
                tick(place, len(plan.files))
        with desk.transaction("make_notices", _sentence(plan)) as act:
            if journals.head(act.transaction.connection) != seen:  # written elsewhere while the files were made
                raise RuleBroken(_MOVED)
            told = act.transaction.put_all(_not_yet_noted(act.transaction, plan, by=desk.person))
            if told:
                _note_files(act.transaction, desk, plan)
    return act.changes


class _Wording:
    """What every notice of one plan shares."""

    def __init__(self, regulation: Regulation, head: Letterhead, *, on: date, sender: str, way: Way) -> None:
        card = password_card(regulation, on)
        self._rules = {is_admin: rules_for(card, is_admin=is_admin) for is_admin in (False, True)}
        self._title, self._head, self._on, self._sender, self._way = regulation.title, head, on, sender, way

    def planned(self, to: Recipient) -> PlannedNotice:
        """Word one person's notice."""
        notice = Notice(
            full_name=to.full_name,
            unit=self._head.body,
            on=self._on,
            tasks=to.tasks,
            password_rules=self._rules[any(task.is_admin for task in to.tasks)],
            password_basis=self._title,
            contact=self._head.contact,
        )
        return PlannedNotice(to=to, notice=notice, file_name=self._file_name(to, notice))

    def _file_name(self, to: Recipient, notice: Notice) -> str:
        if self._way == "list" or not to.address:
            return ""
        stem = f"nhac-{self._on:%Y%m%d}-{to.address.partition('@')[0]}"
        return _name(stem, (self._sender, to.address, body(notice)), ".eml")


def _mails(notices: Sequence[PlannedNotice], sender: str, on: date) -> Iterator[NoticeFile]:
    """Make a draft a person, and the list of what became of everyone."""
    for one in notices:
        if one.file_name:
            mail = DraftMail(
                sender=sender,
                to=one.to.address,
                to_name=one.to.full_name,
                subject=subject(one.notice),
                body=body(one.notice),
            )
            yield NoticeFile(one.file_name, made_draft(mail), one.to.person_id)
    lines = [
        (one.to.full_name, one.to.unit, one.to.address, len(one.to.tasks), one.file_name, one.to.refusal)
        for one in notices
    ]
    yield NoticeFile(_name(f"ket-qua-nhac-{on:%Y%m%d}", lines, ".xlsx"), notice_results(lines))


def _lists(desk: Desk, notices: Sequence[PlannedNotice], head: Letterhead, on: date) -> Iterator[NoticeFile]:
    """Make the one list, for Word and for Excel."""
    made = _notice_list(desk, notices, head, on)
    stem = f"danh-sach-nhac-{on:%Y%m%d}"
    yield NoticeFile(_name(stem, made, ".docx"), notice_list_docx(made))
    yield NoticeFile(_name(stem, made, ".xlsx"), notice_list_xlsx(made))


def _notice_list(desk: Desk, notices: Sequence[PlannedNotice], head: Letterhead, on: date) -> NoticeList:
    tasks = [task for one in notices for task in one.to.tasks]
    longest = max(
        (one.notice for one in notices), key=lambda notice: (notice.is_about_password, len(notice.password_rules))
    )
    asked = {(task.title, task.todo, task.ground): task for task in tasks}
    return NoticeList(
        parent_body=head.parent_body,
        body=head.body,
        place_and_date=place_and_date(head.place, paper_date(on)),
        tasks=tuple(f"{title}: {todo} Căn cứ: {ground}." for title, todo, ground in asked),
        password_lines=tuple(password_paragraphs(longest)),
        lines=tuple(
            NoticeLine(
                full_name=one.to.full_name,
                unit=one.to.unit,
                mailboxes=about(task, most_count=_NAMED_IN_LIST),
                task=task.title,
                by_when=task.by_when(on),
            )
            for one in notices
            for task in one.to.tasks
        ),
        made_by=desk.person,
    )


def _name(stem: str, said: object, ending: str) -> str:
    """Name a file by its day and by what it says, so that the same notice made again is the same file."""
    mark = hashlib.sha256(repr(said).encode()).hexdigest()[:_MARK]
    return safe_file_name(f"{stem}-{mark}{ending}")


def _refuse_stale(desk: Desk, plan: NoticePlan) -> None:
    if desk.journal_head() == plan.journal_head and desk.today() == plan.on:
        return
    again = plan_notices(desk, due_ids=plan.due_ids, way=plan.way)
    if (again.notices, again.left_out) != (plan.notices, plan.left_out):
        raise RuleBroken(_MOVED)


def _not_yet_noted(transaction: Transaction, plan: NoticePlan, *, by: str) -> list[StaffNotice]:
    noted = {
        (one.due_id, one.mailbox_id) for one in transaction.find(StaffNotice, on_date=plan.on.isoformat(), way=plan.way)
    }
    pairs = dict.fromkeys(pair for one in plan.told for pair in one.to.about)
    return [
        StaffNotice(due_id=due_id, mailbox_id=mailbox_id, on_date=plan.on, by=by, way=plan.way)
        for due_id, mailbox_id in pairs
        if (due_id, mailbox_id) not in noted
    ]


def _note_files(transaction: Transaction, desk: Desk, plan: NoticePlan) -> None:
    """Note what went out: the drafts under the list of what became of each, or the list itself."""
    subject = f"{NOTICE_WAYS[plan.way].lower()} người dùng ngày {plan.on:%d/%m/%Y}"
    note_export(transaction, desk, kind="notices", subject=subject, row_count=len(plan.told), name=plan.files[-1].name)


def _sentence(plan: NoticePlan) -> str:
    titles = dict.fromkeys(task.title.lower() for one in plan.told for task in one.to.tasks)
    return f"Lập {NOTICE_WAYS[plan.way].lower()} {len(plan.told)} người: {', '.join(titles)}"


@contextmanager
def _all_or_nothing() -> Iterator[list[Path]]:
    """Take away again what was written where not all of it could be."""
    written: list[Path] = []
    try:
        yield written
    except BaseException:
        for path in written:
            with suppress(OSError):
                path.unlink()
        raise
