"""The address a mailbox would have by the rules once its unit or its holder is another: offered to the clerk, never asked for unasked.

Addresses of new mailboxes are proposed in `operations.sought_addresses`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmail_desk.domain.addressing import address_rules
from govmail_desk.domain.person_name import read_name
from govmail_desk.domain.personal_address import propose_personal

if TYPE_CHECKING:
    from datetime import date

    from govmail_desk.domain.address_proposal import Candidate
    from govmail_desk.domain.person import Person
    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.operations.concerned_reading import Known, Register


def new_addresses(
    register: Register, regulation: Regulation, known: Known, *, holder: Person | None, unit_id: int, on: date
) -> tuple[Candidate, ...]:
    """Return what the rules give a personal mailbox in its new unit, for its new holder; nothing where the present one still fits."""
    if known.mailbox.kind != "personal" or holder is None:
        return ()
    (proposal,) = propose_personal(
        [read_name(holder.full_name, given_word=holder.given_word)],
        address_rules(regulation, on),
        unit=register.slug(unit_id),
        taken=lambda address: None if address == known.mailbox.address else register.taken(address),
        posts=[holder.post],
    )
    fits = known.mailbox.address in {candidate.address for candidate in proposal.candidates}
    return () if fits else proposal.candidates
