"""The few facts the window's frame shows before the register is opened: what it showed when it was last seen.

Not here: asking the register itself, whose rooms load only after the first paint (`gui.start` then names everything anew).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from govmail_desk.gui.frame.person_at_work import person_at_work

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QSettings

_REGISTER: Final = "glance/register"
_UNIT: Final = "glance/unit_name"
_REGULATION: Final = "glance/regulation_name"


class Glance(NamedTuple):
    """Whose register this is, by which regulation, who is working, in which file; empty texts where not known yet."""

    unit_name: str
    regulation_name: str
    person: str
    register_path: Path

    @classmethod
    def read(cls, settings: QSettings, path: Path) -> Glance:
        """Recall what was seen of a register last; of another register's names nothing is kept."""
        is_known = settings.value(_REGISTER) == str(path)
        unit, regulation = (str(settings.value(key, "")) if is_known else "" for key in (_UNIT, _REGULATION))
        return cls(unit, regulation, person_at_work(settings), path)

    def write(self, settings: QSettings) -> None:
        """Keep it for the next first paint."""
        settings.setValue(_REGISTER, str(self.register_path))
        settings.setValue(_UNIT, self.unit_name)
        settings.setValue(_REGULATION, self.regulation_name)
