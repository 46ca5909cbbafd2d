"""The unit's dated choices as the settings page lists them; how they are set is tested at `operations`."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.domain.settings import Operator, Signer
from govmail_desk.listings import settings
from govmail_desk.operations.settings import add_signer, choose_rule, set_operator
from tests.desks import founded, say_of_day


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as desk:
        yield desk


def test_signers_come_heads_first_then_as_they_were_added(desk):
    for name in ("Võ Ngọc Ánh", "Lê An"):
        add_signer(desk, signer=Signer(full_name=name, post="Phó Giám đốc", authority="deputy", head_post="Giám đốc"))
    assert [signer.full_name for signer in settings.signers(desk)] == ["Lê Thị Mỹ Hạnh", "Võ Ngọc Ánh", "Lê An"]


def test_corrected_days_come_by_date(desk):
    for day in (date(2027, 1, 4), date(2026, 12, 4)):
        say_of_day(desk, day, is_off=True, why="Thông báo")
    assert [day.on_date for day in settings.calendar_days(desk)] == [date(2026, 12, 4), date(2027, 1, 4)]


def test_every_value_there_was_comes_the_latest_first(desk):
    set_operator(desk, name="Sở Khoa học và Công nghệ", address="", from_on=date(2027, 1, 1))
    days = [operator.from_on for operator in settings.history(desk, Operator)]
    assert days == [date(2027, 1, 1), desk.today()]


def test_own_values_and_regulations_used(desk):
    choose_rule(desk, rule="attachment.limit_mb", value=7, from_on=desk.today(), why="Công văn 5")
    assert [(choice.rule, choice.value) for choice in settings.choices(desk)] == [("attachment.limit_mb", 7)]
    assert [text.regulation_id for text in settings.regulation_texts(desk)] == ["ninhbinh-2020"]
