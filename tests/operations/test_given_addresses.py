"""Addresses an operator gave: in the unit's mail domain, or warned of."""

from __future__ import annotations

import pytest

from govmail_desk.domain.regulation import ADDRESS_DOMAIN
from govmail_desk.operations.given_addresses import given_elsewhere
from tests.desks import UNITS, founded


@pytest.mark.parametrize("regulation_id", UNITS)
def test_only_addresses_of_another_mail_domain_are_warned_of(tmp_path, regulation_id):
    with founded(tmp_path, regulation_id) as desk:
        rule = desk.regulation().find(ADDRESS_DOMAIN)
        given = {3: "an@vidu.vn", 1: f"An@{rule.value}", 2: f"an@mail.{rule.value}", 4: ""}
        told = given_elsewhere(desk, given)
        assert [sentence.partition(":")[0] for sentence in told] == ["Dòng 2", "Dòng 3"]
        assert all(f"tên miền {rule.value} ({rule.cite})" in sentence for sentence in told)
