"""The chip for mailboxes unused too long: offered only where the regulation in use says how long that is, or the unit has chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmail_desk.domain.regulation import INACTIVITY_LOCK, INACTIVITY_REMOVE
from govmail_desk.gui.tables.mailbox_columns import UNUSED_CHIP

if TYPE_CHECKING:
    from datetime import date

    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.gui.look.chips import ChipRow


def offer_unused(chips: ChipRow, regulation: Regulation, today: date) -> None:
    """Show the chip where a rule stands behind it, with that rule's article; it has no count, which would cost a statement."""
    rules = [regulation.find(key, today) for key in (INACTIVITY_LOCK, INACTIVITY_REMOVE)]
    stated = [rule for rule in rules if rule is not None]
    chip = chips.chips[UNUSED_CHIP.key]
    chip.show_count(None)
    chip.setVisible(bool(stated))
    chip.setToolTip(" · ".join(f"{rule.cite or regulation.short_name}: {rule.why}" for rule in stated))
