"""What every kept fact has in common."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from govmail_desk.domain.record import Record
from govmail_desk.domain.unit import Unit


def test_a_fact_has_no_number_and_no_version_until_it_is_put():
    assert (Unit(slug="stttt").id, Unit(slug="stttt").version) == (0, 0)


def test_a_fact_is_never_changed_in_place():
    with pytest.raises(FrozenInstanceError):
        Record().id = 1
