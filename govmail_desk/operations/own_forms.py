"""Forms of the unit's own in the place of shipped ones: looked through, taken in, and given up again.

Reading the form in use, and copying it out to be edited, is `operations.forms`; what is looked for, `documents.own_form`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC
from typing import TYPE_CHECKING, Final

from govmail_desk import paths
from govmail_desk.documents import minutes, report
from govmail_desk.documents.custody_letter import made_custody_letter
from govmail_desk.documents.form_fields import FormFields
from govmail_desk.documents.letter import FIELDS, made_letter
from govmail_desk.documents.list import made_list
from govmail_desk.documents.own_form import CheckedForm, check_list_form, check_word_form
from govmail_desk.documents.plain_text import Line, plain_lines
from govmail_desk.documents.read_back import letter_count, listed_rows
from govmail_desk.documents.sample_paper import ROWS, sample_charge, sample_letter, sample_list, sample_minutes
from govmail_desk.documents.sample_report import sample_report
from govmail_desk.documents.shipped_forms import Role, ShippedForm, shipped_forms
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.settings import Letterhead, Operator, OwnForm, Recipients, Signer
from govmail_desk.operations.forms import form_content
from govmail_desk.operations.paper_checks import PapersDisagree, refuse_other_rows
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from pathlib import Path

    from govmail_desk.desk import Changes, Desk

MOST_BYTES: Final = 20 * 1024 * 1024
_FIELDS: Final[Mapping[Role, FormFields]] = {
    "slip": replace(FIELDS, required=FIELDS.required | {"thong_tin"}),
    "minutes": minutes.FIELDS,
    "report": report.FIELDS,
}
"""A slip without the facts of its mailbox says nothing of it; minutes and reports have fields of their own; all others are letters."""
_ASKED_ENDINGS: Final = {
    ".docx": "Hãy mở bằng Word rồi lưu thành “Word Document (*.docx)”.",
    ".xlsx": "Hãy mở bằng Excel rồi lưu thành “Excel Workbook (*.xlsx)”.",
}


@dataclass(frozen=True, slots=True)
class FormPlan:
    """What taking a file in as a form would mean; with problems it cannot be."""

    place: str
    title: str
    """What the clerk calls the form: `Công văn đề nghị`."""
    name: str
    """The file's own name."""
    problems: tuple[str, ...]
    """Each in a sentence, with its paragraph's or cell's text."""
    content: bytes
    """What would be kept: its split tags joined."""
    joined_count: int
    sample: Sample | None
    """A paper made from it with invented people; None where it cannot be made."""
    replaces_id: int
    """The unit's own form it would replace; 0 where the shipped one is in use."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A paper made from a form with invented people, and its words as read back from it."""

    name: str
    content: bytes
    lines: tuple[Line, ...]


def plan_form(desk: Desk, *, place: str, file: Path) -> FormPlan:
    """Look through a file that is to stand for a shipped form, and make a paper of it for a trial; nothing is written."""
    shipped = _shipped(desk, place)
    checked = _checked(shipped, _read(file), file.name)
    problems, sample = checked.problems or _unchanged(desk, place, checked.content), None
    if not problems:
        try:
            sample = _sample(desk, shipped, checked.content, file.name)
        except RuleBroken as refused:
            problems = (refused.sentence,)
    present = _present(desk, place)
    return FormPlan(
        place=place,
        title=shipped.title,
        name=file.name,
        problems=problems,
        content=checked.content,
        joined_count=checked.joined_count,
        sample=sample,
        replaces_id=present.id if present else 0,
    )


def take_in_form(desk: Desk, plan: FormPlan) -> Changes:
    """Put a form of the unit's in the place of the shipped one; every paper made from now on is made from it."""
    if plan.problems:
        raise RuleBroken(f"Mẫu “{plan.name}” còn {len(plan.problems)} chỗ chưa dùng được. Hãy sửa rồi đưa vào lại.")
    with desk.transaction("take_in_form", f"Dùng mẫu của đơn vị “{plan.name}” cho: {plan.title}") as act:
        present = _in_use(act.transaction, plan.place)
        if (present.id if present else 0) != plan.replaces_id:
            raise RuleBroken(f"Mẫu của “{plan.title}” vừa được đổi ở nơi khác. Hãy tải lại trang rồi đưa vào lại.")
        sha256 = act.transaction.keep_bytes(plan.content)
        if present is not None:
            act.transaction.put(replace(present, dropped_on=desk.today()))
        act.transaction.put(
            OwnForm(
                place=plan.place,
                name=plan.name,
                sha256=sha256,
                byte_count=len(plan.content),
                kept_at=desk.clock().astimezone(UTC),
            )
        )
    return act.changes


def drop_form(desk: Desk, *, place: str) -> Changes:
    """Go back to the shipped form; the unit's own stays in the register, and taking this back puts it in use again."""
    title = _shipped(desk, place).title
    with desk.transaction("drop_form", f"Dùng lại mẫu có sẵn cho: {title}") as act:
        present = _in_use(act.transaction, place)
        if present is None:
            raise RuleBroken(f"“{title}” đang dùng mẫu có sẵn rồi.")
        act.transaction.put(replace(present, dropped_on=desk.today()))
    return act.changes


def sample_paper(desk: Desk, *, place: str) -> Sample:
    """Make a paper from the form in use, with invented people under the unit's own head, to be looked at."""
    shipped = _shipped(desk, place)
    return _sample(desk, shipped, form_content(desk, place), place.rpartition("/")[2])


def _shipped(desk: Desk, place: str) -> ShippedForm:
    forms = [form for form in shipped_forms(paths.forms()) if form.file == place]
    own = [form for form in forms if form.regulation == desk.regulation().id]
    if not forms:
        raise RuleBroken(f"Chương trình không có mẫu nào ở “{place}”. Hãy chọn một mẫu trong mục Biểu mẫu.")
    return (own or forms)[0]


def _read(file: Path) -> bytes:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise RuleBroken(f"Tệp “{file.name}” quá lớn so với một biểu mẫu. Hãy bỏ bớt hình rồi lưu lại.")
        return file.read_bytes()
    except OSError as failure:
        raise StoreUnavailable(
            f"Không đọc được tệp “{file.name}”. Hãy đóng tệp ở Word hoặc Excel rồi làm lại."
        ) from failure


def _checked(shipped: ShippedForm, content: bytes, name: str) -> CheckedForm:
    ending = shipped.file[shipped.file.rindex(".") :]
    if not name.lower().endswith(ending):
        return CheckedForm((f"Tệp “{name}” không phải tệp {ending}. {_ASKED_ENDINGS[ending]}",), content)
    if shipped.list is not None:
        return check_list_form(content, name=name, kind=shipped.list)
    return check_word_form(content, name=name, fields=_FIELDS.get(shipped.role, FIELDS))


def _unchanged(desk: Desk, place: str, content: bytes) -> tuple[str, ...]:
    if content != form_content(desk, place):
        return ()
    return ("Tệp giống hệt mẫu đang dùng, chưa có gì được sửa. Hãy sửa, lưu lại rồi đưa vào.",)


def _sample(desk: Desk, shipped: ShippedForm, content: bytes, name: str) -> Sample:
    today = desk.today()
    head = desk.valid(Letterhead, today) or Letterhead(
        from_on=today, parent_body="", body="Tên đơn vị", place="Địa danh", symbol="KH"
    )
    made = _made(desk, shipped, content, name, head)
    return Sample(f"xem-thu-{name}", made, plain_lines(name, made))


def _made(desk: Desk, shipped: ShippedForm, content: bytes, name: str, head: Letterhead) -> bytes:
    on = desk.today()
    match shipped.role:
        case "list":
            made = made_list(content, sample_list(head, title=shipped.title), form_name=name)
            _refuse_other_list(made, content, name)
            return made
        case "minutes":
            stamp = minutes.Stamp(1, *desk.journal_head())
            return minutes.made_minutes(content, sample_minutes(head, on=on), stamp, form_name=name).docx
        case "assignment" | "authorisation" as kind:
            said, lines = sample_charge(kind, head, signer=_signer(desk), on=on)
            return made_custody_letter(content, said, recipients=lines, form_name=name)
        case "report":
            return _made_report(desk, content, name, head)
        case _:
            return _made_letter(desk, shipped, content, name, head)


def _made_letter(desk: Desk, shipped: ShippedForm, content: bytes, name: str, head: Letterhead) -> bytes:
    on = desk.today()
    said = sample_letter(
        head,
        operator=_operator_name(desk),
        signer=_signer(desk),
        recipients=recipients.lines if (recipients := desk.valid(Recipients, on)) else (),
        on=on,
    )
    made = made_letter(content, said, form_name=name)
    _refuse_other_count(made, shipped)
    return made


def _made_report(desk: Desk, content: bytes, name: str, head: Letterhead) -> bytes:
    """Make a report, and refuse a form that leaves figures out: every report made from it would be held back."""
    said = sample_report(head, operator=_operator_name(desk), signer=_signer(desk), on=desk.today())
    made = report.made_report(content, said, form_name=name)
    if not report.tells_totals(made, said.words.figures):
        raise RuleBroken(
            "Điền thử thì bảng tổng hợp không còn đủ số liệu. Hãy để vòng lặp «tong_hop» luôn in đủ các cột đầu kỳ, tăng, giảm, cuối kỳ, "
            "thay đổi, cấp lại, khóa, mở lại."
        )
    return made


def _refuse_other_list(made: bytes, content: bytes, name: str) -> None:
    """Refuse a form whose list is not read back as it was written, which would stop the making of every list."""
    try:
        refuse_other_rows(listed_rows(made, form=content, form_name=name), ROWS)
    except PapersDisagree as differing:
        raise RuleBroken(
            "Điền thử thì danh sách không còn đủ dòng hoặc đủ ô. Hãy xem lại dòng ghi các trường «dong.…» và các dòng quanh nó."
        ) from differing


def _refuse_other_count(made: bytes, shipped: ShippedForm) -> None:
    """Refuse a form that leaves out how many mailboxes are asked for; a slip is for one."""
    if shipped.role != "slip" and letter_count(made) != len(ROWS):
        raise RuleBroken(
            "Điền thử thì văn bản không còn nói số hộp thư đề nghị. Hãy để vòng lặp «noi_dung» luôn in đủ mọi đoạn, mỗi đoạn riêng."
        )


def _operator_name(desk: Desk) -> str:
    found = desk.valid(Operator, desk.today())
    return found.name if found and found.name else "Đơn vị quản lý, vận hành"


def _signer(desk: Desk) -> Signer:
    with desk.reading() as connection:
        able = [one for one in Transaction(connection).find(Signer) if one.may_sign_on(desk.today())]
    return able[0] if able else Signer(full_name="Lê Thị Mỹ Hạnh", post="Thủ trưởng đơn vị")


def _present(desk: Desk, place: str) -> OwnForm | None:
    with desk.reading() as connection:
        return _in_use(Transaction(connection), place)


def _in_use(transaction: Transaction, place: str) -> OwnForm | None:
    found = transaction.find(OwnForm, place=place, dropped_on=None)
    return found[-1] if found else None
