"""From one frozen selection to its papers: letter, list, proposal, slips, e-mail draft, all telling the same rows.

What a paper says is `operations.paper_content`, how it looks `forms/` and `documents`; keeping the files is `operations.requests`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from govmail_desk import paths
from govmail_desk.documents.email_draft import Attachment, DraftMail, made_draft
from govmail_desk.documents.file_names import safe_file_name
from govmail_desk.documents.letter import LetterContent, made_letter
from govmail_desk.documents.list import made_list
from govmail_desk.documents.list_columns import ListKind
from govmail_desk.documents.read_back import letter_count, listed_rows, mail_count
from govmail_desk.documents.shipped_forms import Role, form_for
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.request import FileRole
from govmail_desk.domain.vietnamese import fold
from govmail_desk.operations.forms import form_content
from govmail_desk.operations.paper_checks import counted, naming, refuse_other_rows
from govmail_desk.operations.paper_content import Numbered, PaperChoices, PaperContent
from govmail_desk.operations.paper_settings import (
    attachment_limits,
)
from govmail_desk.wording import FILE_ROLES

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.operations.request_plan import RequestPlan

Tick = Callable[[int, int], None]
"""Told how many papers of how many are made; what it raises stops the making."""

_STEMS: Final[dict[FileRole, str]] = {
    "letter": "cong-van.docx",
    "list": "danh-sach.xlsx",
    "proposal": "phieu-trinh.docx",
    "slip": "phieu-yeu-cau",
    "email": "thu-nhap.eml",
}
_CARRIED: Final[tuple[FileRole, ...]] = ("letter", "list")
"""What the mail takes along."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One made file, not yet kept."""

    role: FileRole
    name: str
    content: bytes


def make_papers(
    desk: Desk,
    *,
    plan: RequestPlan,
    choices: PaperChoices,
    label: str = "de-nghi",
    numbered: Numbered | None = None,
    tick: Tick | None = None,
) -> tuple[Paper, ...]:
    """Make every paper the regulation asks for, and those the program offers beside, in the order they are put together.

    `label` begins each file's name; `numbered` is what a signed letter bears, a draft leaves both blank; `tick` is told after each paper
    how many of all are made. Raises `RuleBroken` where the unit's settings lack what a paper needs, or the attachments are over the
    regulation's limit.
    """
    making = _Making(desk, plan, choices, label, numbered)
    made: list[Paper] = []
    for paper in making.papers():
        made.append(paper)
        if tick is not None:
            tick(len(made), making.count)
    return tuple(made)


def letter_content(desk: Desk, *, plan: RequestPlan, choices: PaperChoices) -> LetterContent:
    """Return what the letter would say, to be looked at before any paper is made; refuses as `make_papers` does."""
    return PaperContent(desk, plan, choices).letter()


def mail_content(desk: Desk, *, plan: RequestPlan, choices: PaperChoices, label: str = "de-nghi") -> DraftMail:
    """Return what the mail would say, its files only named, to be looked at before any paper is made; refuses as `make_papers` does."""
    making = _Making(desk, plan, choices, label)
    return making.said.mail([making.name_of(role) for role in _CARRIED if role in making.wanted])


class _Making:
    """One request's papers in the making: each from its form, read back before it is let go."""

    def __init__(
        self, desk: Desk, plan: RequestPlan, choices: PaperChoices, label: str, numbered: Numbered | None = None
    ) -> None:
        self.plan, self.label = plan, label
        self.said = PaperContent(desk, plan, choices, numbered)
        self.wanted = self.said.wanted
        self.regulation = self.said.regulation
        self.read_form = partial(form_content, desk)

    @property
    def count(self) -> int:
        """How many papers there will be: a slip for each row, one of every other."""
        return len(self.wanted) + (len(self.plan.rows) - 1 if "slip" in self.wanted else 0)

    def papers(self) -> Iterator[Paper]:
        """Make the papers; the e-mail comes last, since it carries letter and list."""
        made: list[Paper] = []
        if "slip" in self.wanted:
            yield from self._slips()
        for role, make in (("proposal", self._proposal), ("letter", self._letter), ("list", self._list)):
            if role in self.wanted:
                made.append(Paper(role, self.name_of(role), make()))
                yield made[-1]
        if "email" in self.wanted:
            carried = [paper for paper in made if paper.role in _CARRIED]
            yield Paper("email", self.name_of("email"), self.mail(carried))

    def name_of(self, role: FileRole) -> str:
        """Name the file of a paper there is one of."""
        return f"{self.label}-{_STEMS[role]}"

    def _letter(self) -> bytes:
        name, content = self._form("letter")
        return counted(made_letter(content, self.said.letter(), form_name=name), letter_count, len(self.plan.rows))

    def _proposal(self) -> bytes:
        name, content = self._form("proposal")
        return counted(made_letter(content, self.said.proposal(), form_name=name), letter_count, len(self.plan.rows))

    def _slips(self) -> Iterator[Paper]:
        """Make a slip for each mailbox, named after its holder; two of one name are told apart by their places."""
        name, content = self._form("slip")
        digits = len(str(len(self.plan.rows)))
        for place, (row, said) in enumerate(self.said.slips(), start=1):
            stem = "-".join(fold(row.name).split()) or row.address.partition("@")[0]
            file_name = f"{self.label}-{_STEMS['slip']}-{place:0{max(digits, 2)}d}-{stem}.docx"
            made = naming(made_letter(content, said, form_name=name), row.address)
            yield Paper("slip", safe_file_name(file_name), made)

    def _list(self) -> bytes:
        content = self.said.list()
        name, form_content = self._form("list", self.said.list_kind)
        made = made_list(form_content, content, form_name=name)
        refuse_other_rows(listed_rows(made, form=form_content, form_name=name), content.rows)
        return made

    def mail(self, attached: Sequence[Paper]) -> bytes:
        """Write the mail with these papers."""
        files = tuple(Attachment(paper.name, paper.content) for paper in attached)
        mail = replace(self.said.mail([file.name for file in files]), attachments=files)
        return counted(
            made_draft(mail, attachment_limits(self.regulation, self.plan.on)), mail_count, len(self.plan.rows)
        )

    def _form(self, role: Role, list_kind: ListKind | None = None) -> tuple[str, bytes]:
        """Return a form's name and content: the unit's own where it has one, else the shipped one for the regulation."""
        found = form_for(paths.forms(), role, regulation_id=self.regulation.id, list_kind=list_kind)
        if found is None:
            raise RuleBroken(
                f"Chưa có mẫu “{FILE_ROLES[role]}” cho quy chế này. Hãy đưa mẫu vào ở trang Thiết lập, mục Biểu mẫu."
            )
        return found.file.rpartition("/")[2], self.read_form(found.file)
