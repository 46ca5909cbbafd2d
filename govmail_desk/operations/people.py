"""People of the unit: added and corrected.

A change in someone's post is `operations.personnel`, their mailboxes `operations.mailboxes`, lists of them `operations.intakes`.
"""

from __future__ import annotations

from dataclasses import replace

from govmail_desk.desk import Changes, Desk
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.office_phone import tidy_office_phone
from govmail_desk.domain.person import Person
from govmail_desk.domain.privacy import PRIVATE_FIELDS
from govmail_desk.domain.secrecy import refuse_password
from govmail_desk.domain.vietnamese import clean, mend_look_alikes_of_d
from govmail_desk.operations.privacy import refuse_id_number


def add_person(
    desk: Desk,
    *,
    full_name: str,
    unit_id: int,
    post: str = "",
    birth_on: str = "",
    phone: str = "",
    id_number: str = "",
    note: str = "",
    given_word: int | None = None,
    office_phone: str = "",
) -> Changes:
    """Add someone to a unit; the note never holds a password."""
    refuse_password(note)
    refuse_id_number(desk, id_number=id_number)
    person = tidied(
        Person(
            full_name=full_name,
            unit_id=unit_id,
            post=post,
            birth_on=birth_on,
            phone=phone,
            id_number=id_number,
            note=note,
            given_word=given_word,
            office_phone=office_phone,
        )
    )
    with desk.transaction("add_person", f"Thêm {person.full_name}") as act:
        act.transaction.put(person)
    return act.changes


def edit_person(desk: Desk, *, person: Person, corrected: Person) -> Changes:
    """Write a person's corrected facts; `person` is how the clerk saw them, so that a later edit is not overwritten."""
    if corrected.note != person.note:
        refuse_password(corrected.note)
    if corrected.id_number != person.id_number:
        refuse_id_number(desk, id_number=corrected.id_number)
    corrected = not_minimised(tidied(corrected), before=person)
    with desk.transaction("edit_person", f"Sửa thông tin {corrected.full_name}") as act:
        act.transaction.put(replace(corrected, id=person.id, version=person.version))
    return act.changes


def tidied(person: Person) -> Person:
    """Bring someone's typed facts in clean."""
    return replace(
        person,
        full_name=tidy_name(person.full_name),
        post=clean(person.post),
        birth_on=clean(person.birth_on),
        phone=clean(person.phone),
        id_number=clean(person.id_number),
        note=clean(person.note),
        office_phone=tidy_office_phone(person.office_phone, private_phone=person.phone),
    )


def not_minimised(person: Person, *, before: Person) -> Person:
    """Say no more that someone's private fields were emptied once one of them is written again."""
    is_told_again = any(getattr(person, name) != getattr(before, name) for name in PRIVATE_FIELDS)
    return replace(person, minimised_on=None) if is_told_again and before.minimised_on else person


def tidy_name(full_name: str) -> str:
    """Bring a typed name in: clean, with a true Đ for its look-alikes; an empty one is refused."""
    name = mend_look_alikes_of_d(clean(full_name))
    if not name:
        raise RuleBroken("Họ và tên đang để trống. Hãy gõ họ và tên đầy đủ, có dấu.")
    return name
