"""The acts on requests that write most: a register made ready for each in an invented unit, and the act itself. No test.

`python -m tests.reliability.request_acts FOLDER ACT...` does them in a process of its own and says in a line each what came of it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

import docx

from govmail_desk.desk import Desk
from govmail_desk.domain.errors import StoreUnavailable
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.person import Person
from govmail_desk.domain.request import Request
from govmail_desk.operations.batch_plan import plan_batch
from govmail_desk.operations.chases import chase_request
from govmail_desk.operations.copies import copy_files
from govmail_desk.operations.editions import plan_edition, remake_papers
from govmail_desk.operations.paper_content import PaperChoices
from govmail_desk.operations.people import add_person
from govmail_desk.operations.request_answers import RowAnswer, answer_request, apply_answer
from govmail_desk.operations.request_batches import draft_batch
from govmail_desk.operations.request_sending import send_request
from govmail_desk.operations.requests import draft_request, plan_request
from govmail_desk.operations.taken_in_files import edited_copies, take_in_copy
from govmail_desk.operations.units import add_unit
from govmail_desk.store.transaction import Transaction
from tests.desks import added, founded, own_unit_id

MONDAY = date(2026, 11, 23)
LATER = datetime(2026, 12, 14, 8, tzinfo=UTC)
NAMES = ("Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc", "Trần Ánh")
PAPERS = "giấy tờ"
"""The folder beside the register where the clerk's copies lie."""


class ActOnRequests(NamedTuple):
    """An act, and what stands in the register before it."""

    prepare: Callable[[Desk, Path], object]
    do: Callable[[Desk, Path], object]


def prepared(folder: Path, name: str) -> Path:
    """Make a register in a folder that is ready for an act, and return where it lies."""
    folder.mkdir(parents=True, exist_ok=True)
    with founded(folder) as desk:
        desk.clock = lambda: LATER
        ACTS[name].prepare(desk, folder / PAPERS)
    return folder / "so.govmail"


def opened(register: Path) -> Desk:
    """Open a register on the day of the act."""
    return Desk.open(register, person="Ngô Thị Kim Uyên", clock=lambda: LATER)


def done(register: Path, name: str) -> None:
    """Do the act."""
    with opened(register) as desk:
        ACTS[name].do(desk, register.parent / PAPERS)


def every(desk: Desk, kind, /, **equals):
    """Read all rows of a kind."""
    with desk.reading() as connection:
        return Transaction(connection).find(kind, **equals)


# what stands before


def _employed(desk: Desk, _papers: Path) -> None:
    for name in NAMES:
        added(desk, name)


def _drafted(desk: Desk, papers: Path) -> int:
    _employed(desk, papers)
    _draft(desk, papers)
    return _request(desk).id


def _edited(desk: Desk, papers: Path) -> None:
    copy_files(desk, request_id=_drafted(desk, papers), folder=papers)
    (letter,) = papers.glob("*cong-van.docx")
    opened_letter = docx.Document(str(letter))
    opened_letter.add_paragraph("Kính đề nghị quan tâm giải quyết.")
    opened_letter.save(str(letter))


def _sent(desk: Desk, papers: Path) -> int:
    request_id = _drafted(desk, papers)
    _send(desk, papers)
    return request_id


def _answered(desk: Desk, papers: Path) -> None:
    given = {2: RowAnswer("otherwise", "bichngoc.stttt@ninhbinh.gov.vn"), 3: RowAnswer("refused", note="Chưa có")}
    answer_request(desk, request_id=_sent(desk, papers), on=MONDAY, number="88", answers=given)


def _divided(desk: Desk, _papers: Path) -> None:
    for section, name in zip(("Phòng Bưu chính", "Thanh tra", "Văn phòng"), NAMES, strict=True):
        (unit_id,) = add_unit(desk, name=section, slug="", parent_id=own_unit_id(desk)).ids["unit"]
        add_person(desk, full_name=name, unit_id=unit_id, post="Chuyên viên")


# the acts


def _draft(desk: Desk, _papers: Path) -> None:
    people = [person.id for person in every(desk, Person) if person.full_name in NAMES]
    draft_request(desk, plan_request(desk, on=MONDAY, people_ids=people))


def _remake(desk: Desk, _papers: Path) -> None:
    choices = PaperChoices(contact="Phòng Hành chính")
    remake_papers(desk, plan_edition(desk, request_id=_request(desk).id, choices=choices))


def _take_in(desk: Desk, papers: Path) -> None:
    (edited,) = edited_copies(desk, request_id=_request(desk).id, folder=papers)
    take_in_copy(desk, file_id=edited.file_id, path=edited.path)


def _send(desk: Desk, _papers: Path) -> None:
    (own,) = every(desk, Mailbox, kind="unit")
    send_request(desk, request_id=_request(desk).id, on=MONDAY, from_address=own.address, number="125")


def _apply(desk: Desk, _papers: Path) -> None:
    apply_answer(desk, request_id=_request(desk).id)


def _chase(desk: Desk, _papers: Path) -> None:
    chase_request(desk, request_id=_request(desk).id, on=LATER.date())


def _batch(desk: Desk, papers: Path) -> None:
    people = [person.id for person in every(desk, Person) if person.full_name in NAMES]
    draft_batch(desk, plan_batch(desk, kind="create", subject_ids=people, on=MONDAY), folder=papers / "gửi các đơn vị")


def _request(desk: Desk) -> Request:
    (request,) = every(desk, Request)
    return request


ACTS = {
    "draft": ActOnRequests(_employed, _draft),
    "remake": ActOnRequests(_drafted, _remake),
    "take-in": ActOnRequests(_edited, _take_in),
    "send": ActOnRequests(_drafted, _send),
    "apply": ActOnRequests(_answered, _apply),
    "chase": ActOnRequests(_sent, _chase),
    "batch": ActOnRequests(_divided, _batch),
}


def _said(register: Path, name: str) -> str:
    try:
        done(register, name)
    except StoreUnavailable as failure:
        return f"{name}: {failure.sentence}"
    return f"{name}: done"


if __name__ == "__main__":
    for one in sys.argv[2:]:
        print(_said(Path(sys.argv[1]) / one / "so.govmail", one), flush=True)  # noqa: T201
