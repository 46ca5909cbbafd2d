"""What a notice tells the holder or custodian of a mailbox: what to do by which day, its article, and the rules for passwords.

The letter to one person and the lines of a list for many are worded here. Who is told is `operations.notices`; the rules for passwords
are `domain.password_card`. A notice asks for the day a thing was done, never for a password.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from govmail_desk.domain.citation import written_out
from govmail_desk.domain.office_calendar import written
from govmail_desk.domain.password_card import NOBODY_ASKS

OF_PASSWORDS: Final = "password."
"""Rules whose key begins so are about a password; a handover is too, since the receiver changes it."""
HANDOVER: Final = "handover.parties"
LIST_TITLE: Final = "Danh sách nhắc việc hộp thư điện tử công vụ"
ASK_FOR_DAY: Final = "Làm xong, xin báo lại ngày đã làm; không ghi mật khẩu vào thư trả lời hay bất cứ nơi nào."


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing a person is asked to do, for one or several mailboxes that share its days."""

    rule: str
    title: str
    todo: str
    addresses: tuple[str, ...]
    due_on: date
    act_by: date
    basis: str
    """The regulation's short name, or who else set it."""
    cite: str | None
    why: str
    is_admin: bool = False

    @property
    def is_about_password(self) -> bool:
        """True where the rules for good passwords belong beside it."""
        return self.rule.startswith(OF_PASSWORDS) or self.rule == HANDOVER

    def by_when(self, on: date) -> str:
        """Say by when, as it stands on the day of the notice."""
        if self.due_on < on:
            return f"đã quá hạn {written(self.due_on)}, cần làm ngay"
        if self.act_by == self.due_on or self.act_by <= on:
            return f"chậm nhất {written(self.due_on)}"
        return f"chậm nhất {written(self.act_by)} (hạn {written(self.due_on)} là ngày nghỉ)"

    @property
    def ground(self) -> str:
        """Name the article as papers write it, or whose rule it is."""
        article = (written_out(self.cite) or self.cite) if self.cite else ""
        return f"{article} {self.basis}" if article else self.basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """All one person is told in one mail."""

    full_name: str
    unit: str
    """The unit that tells them."""
    on: date
    tasks: tuple[Task, ...]
    password_rules: tuple[str, ...] = ()
    password_basis: str = ""
    contact: str = ""

    @property
    def is_about_password(self) -> bool:
        return any(task.is_about_password for task in self.tasks)


def subject(notice: Notice) -> str:
    """Word the subject: the one thing to do, or how many there are."""
    first = notice.tasks[0]
    what = first.title[:1].lower() + first.title[1:] if len(notice.tasks) == 1 else f"{len(notice.tasks)} việc cần làm"
    return f"Nhắc việc hộp thư điện tử công vụ: {what}, hạn {min(task.due_on for task in notice.tasks):%d/%m/%Y}"


def body(notice: Notice) -> str:
    """Word the mail; paragraphs stand apart by an empty line."""
    parts = [
        f"Kính gửi ông (bà) {notice.full_name},",
        f"{notice.unit} xin nhắc ông (bà) việc sau đây về hộp thư điện tử công vụ:",
        *("\n".join(_told(number, task, notice.on)) for number, task in enumerate(notice.tasks, start=1)),
        *password_paragraphs(notice),
        ASK_FOR_DAY,
        *([f"Cần hỏi thêm, xin liên hệ: {notice.contact}."] if notice.contact else []),
        f"Trân trọng,\n{notice.unit}",
    ]
    return "\n\n".join(parts) + "\n"


def password_paragraphs(notice: Notice) -> Iterator[str]:
    """Word the rules for passwords where a task is about one, and that nobody will ever ask for it."""
    if not notice.is_about_password:
        return
    if notice.password_rules:
        rules = "\n".join(f"- {rule}" for rule in notice.password_rules)
        yield f"Yêu cầu đối với mật khẩu theo {notice.password_basis}:\n{rules}"
    yield NOBODY_ASKS


def about(task: Task, *, most_count: int) -> str:
    """Name the mailboxes of a task, so many at most."""
    named, left = task.addresses[:most_count], len(task.addresses) - most_count
    return ", ".join(named) + (f" và {left} hộp thư khác" if left > 0 else "")


def _told(number: int, task: Task, on: date) -> Sequence[str]:
    lines = [
        f"{number}. {task.title}",
        f"   Hộp thư: {about(task, most_count=len(task.addresses))}",
        f"   Thời hạn: {task.by_when(on)}",
        f"   Việc cần làm: {task.todo}",
        f"   Căn cứ: {task.ground}",
    ]
    return [*lines, f"   Vì sao: {task.why}"] if task.why else lines
