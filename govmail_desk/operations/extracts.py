"""An extract of all the register holds of one person, handed to that person where they ask for it (Luật 91/2025/QH15).

What stands in it is read by `operations.extract_parts`, how it looks `documents.person_extract`. It is the one file in which an identity
number stands whole: it is the person's own.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from govmail_desk.documents.file_names import free_path, safe_file_name
from govmail_desk.documents.person_extract import PersonExtract, extract_docx, extract_json
from govmail_desk.documents.writing import write_whole
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.letterhead import abbreviated
from govmail_desk.domain.paper_date import paper_date, place_and_date
from govmail_desk.domain.person import Person
from govmail_desk.domain.provision_words import UNITS_OF_TIME
from govmail_desk.operations.copies import made_folder
from govmail_desk.operations.exports import record_export
from govmail_desk.operations.extract_parts import Whose, mailbox_ids_of, parts_of
from govmail_desk.operations.paper_settings import letterhead_of
from govmail_desk.regulations.privacy import privacy_law
from govmail_desk.store.transaction import GONE, Transaction

if TYPE_CHECKING:
    from pathlib import Path

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.privacy import AnswerLimit

_YEAR_ALONE: Final = 4


@dataclass(frozen=True, slots=True)
class Extracted:
    """What was written, and the act that notes it."""

    changes: Changes
    paths: tuple[Path, ...]


def extract_person(desk: Desk, *, person_id: int, folder: Path) -> Extracted:
    """Write the extract of one person as .docx and .json into a folder, and note that it went out.

    Raises `RuleBroken` where the person is gone, `StoreUnavailable` where nothing can be written.
    """
    extract, subject = extract_of(desk, person_id=person_id)
    target = made_folder(folder)
    stem = safe_file_name(f"Du lieu ca nhan - {extract.full_name} - {desk.today():%Y%m%d}")
    document, table = extract_docx(extract), extract_json(extract)
    paths = tuple(free_path(target, f"{stem}{ending}") for ending in (".docx", ".json"))
    for path, content in zip(paths, (document, table), strict=True):
        write_whole(path, content)
    changes = record_export(
        desk,
        kind="extract",
        subject=subject,
        row_count=1,
        name=paths[0],
        content_sha256=hashlib.sha256(document).hexdigest(),
    )
    return Extracted(changes, paths)


def extract_of(desk: Desk, *, person_id: int) -> tuple[PersonExtract, str]:
    """Read all of one person, and what its export is called."""
    on = desk.today()
    head = letterhead_of(desk, on)
    with desk.reading() as connection:
        found = Transaction(connection).find(Person, id=person_id)
        if not found:
            raise RuleBroken(GONE)
        (person,) = found
        whose = Whose(person_id, mailbox_ids_of(connection, person_id), _subject(person))
        parts = parts_of(connection, whose)
    extract = PersonExtract(
        bodies=tuple(filter(None, (abbreviated(head.parent_body).upper(), head.body.upper()))),
        place_and_date=place_and_date(head.place, paper_date(on)),
        full_name=person.full_name,
        facts=_facts(person),
        parts=parts,
        rights=_rights(),
        made_by=desk.person,
    )
    return extract, whose.subject


def _subject(person: Person) -> str:
    """Two people of one name are told apart by their number in the register."""
    return f"dữ liệu của {person.full_name} (người số {person.id})"


def _facts(person: Person) -> tuple[tuple[str, str], ...]:
    days = (("Thôi việc từ", person.left_on), ("Đã bỏ dữ liệu riêng ngày", person.minimised_on))
    return (
        ("Họ và tên", person.full_name),
        ("Chức vụ", person.post),
        ("Ngày sinh", _born(person.birth_on)),
        ("Số điện thoại riêng", person.phone),
        ("Điện thoại cơ quan", person.office_phone),
        ("Số CCCD", person.id_number),
        ("Ghi chú", person.note),
        *((words, f"{on:%d/%m/%Y}") for words, on in days if on),
    )


def _born(birth_on: str) -> str:
    return birth_on if len(birth_on) <= _YEAR_ALONE else f"{date.fromisoformat(birth_on):%d/%m/%Y}"


def _rights() -> tuple[str, ...]:
    law = privacy_law()
    return (*map(_right, law.answer), f"Căn cứ: {law.law}; {law.decree}. {law.read_from}")


def _right(one: AnswerLimit) -> str:
    return f"{one.words}: trong {one.limit.count} {UNITS_OF_TIME[one.limit.unit]} ({one.cite})."
