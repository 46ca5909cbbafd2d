"""What law and decree ask of a unit that keeps people's data, read once from `resources/privacy.toml`.

The unit's own choice is `desk.Desk.privacy`; what is done with the data `operations.privacy` and `operations.minimisation`.
"""

from __future__ import annotations

from functools import cache

import msgspec

from govmail_desk import paths
from govmail_desk.domain.privacy import PrivacyLaw


@cache
def privacy_law() -> PrivacyLaw:
    """Read it; a file that does not read is a broken installation."""
    return msgspec.toml.decode((paths.resources() / "privacy.toml").read_bytes(), type=PrivacyLaw)
