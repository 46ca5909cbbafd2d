"""Values go out as plain JSON and TOML and come back the same."""

from __future__ import annotations

import json

import pytest

from govmail_desk.domain.regulation import KEYS
from govmail_desk.regulations import shipped
from govmail_desk.regulations.value import plain, read, shown


@pytest.mark.parametrize("regulation_id", shipped.ids())
def test_every_shipped_value_survives_the_way_through_json(regulation_id: str) -> None:
    for provision in shipped.find(regulation_id).provisions:
        sent = json.loads(json.dumps(plain(provision.value)))

        assert read(KEYS[provision.key].type, sent, "value") == provision.value


def test_the_shipped_values_try_every_shape_of_the_catalogue() -> None:
    tried = {str(KEYS[provision.key].type) for regulation in shipped.every() for provision in regulation.provisions}

    assert {str(key.type) for key in KEYS.values()} == tried


def test_what_a_stranger_wrote_is_cut_and_cleaned_before_it_is_shown() -> None:
    assert shown("a\u202eb\n" + "c" * 200) == "a?b?" + "c" * 76
