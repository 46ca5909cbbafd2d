"""The situations of `handovers.toml`, each from its opening to its end."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from govmail_desk.domain.custody import Custody, answering
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.handover import Circumstances, Handover
from govmail_desk.domain.person import PersonnelKind
from govmail_desk.listings.handovers import every as listed
from govmail_desk.listings.handovers import pane
from govmail_desk.operations.custodies import appoint
from govmail_desk.operations.handovers import amend_handover, close_handover, open_handover
from govmail_desk.operations.personnel import Decision, plan_personnel_change, record_personnel_change
from tests.desks import added, founded, own_unit_id
from tests.handovers import TODAY, clerk, own_mailbox, settled_but
from tests.request_lives import every, one

if TYPE_CHECKING:
    from govmail_desk.desk import Desk

CASES = tomllib.loads((Path(__file__).parent / "handovers.toml").read_text(encoding="utf-8"))["case"]
TAKES_CHARGE_ON = TODAY
THE_DAY_BEFORE, A_WEEK_BEFORE = TODAY - timedelta(days=1), TODAY - timedelta(days=7)
GOES: dict[str, tuple[PersonnelKind, date]] = {
    "retired": ("retired", TODAY),
    "gone": ("left", A_WEEK_BEFORE),
    "dead": ("died", A_WEEK_BEFORE),
}
Case = dict[str, Any]


@pytest.fixture(params=CASES, ids=lambda case: case["name"])
def case(request):
    return request.param


@pytest.fixture
def desk(tmp_path, case):
    head = "" if case["giver"] == "nobody" else "Lê Thị Mỹ Hạnh"
    with founded(tmp_path, case["regulation"], head=head) as desk:
        yield desk


def the_giver(desk: Desk, case: Case) -> int | None:
    """Say who held the post before, gone as the case says."""
    if case["giver"] == "nobody":
        return None
    giver = clerk(desk, "Bùi Thị Yến") if case["post"] == "clerk" else one(desk, Custody, role="head").person_id
    if case["giver"] in GOES:
        kind, on = GOES[case["giver"]]
        decision = Decision(kind=kind, decided_on=on)
        record_personnel_change(desk, plan_personnel_change(desk, person_id=giver, decision=decision))
    return giver


def the_opened(desk: Desk, case: Case) -> Handover:
    receiver = added(desk, "Phạm Đức Đạt")
    if case["opened_by"] == "appointment":
        role = "head" if case["post"] == "head" else "custodian"
        leads = role == "custodian"
        appoint(
            desk,
            unit_id=own_unit_id(desk),
            person_id=receiver,
            role=role,
            from_on=TAKES_CHARGE_ON,
            is_lead=leads,
        )
    else:
        open_handover(
            desk,
            mailbox_ids=[own_mailbox(desk).id],
            receiver_id=receiver,
            effective_on=TAKES_CHARGE_ON,
            post=case["post"],
        )
    return one(desk, Handover)


def test_its_parties_its_list_and_its_end_are_as_the_case_says(desk, case):
    giver = the_giver(desk, case)
    handover = the_opened(desk, case)
    assert (handover.post, handover.giver_id) == (case["post"], giver)
    assert handover.giver_absence == case.get("absence", "")

    shown = pane(desk, handover.id)
    lines = {line.key: line for line in shown.lines}
    assert shown.cite == case.get("cites")
    assert {line.cite for line in shown.lines if line.rule.part} == {case.get("cites")}
    assert all(line.item.is_required for line in shown.lines if line.rule.part)
    assert ("sso" in lines) is ("sso" in case)
    assert {key: lines[key].cite for key in ("sso", "secrecy") if key in case} == {
        key: case[key] for key in ("sso", "secrecy") if key in case
    }

    settled_but(desk, handover, "mailbox")
    with pytest.raises(RuleBroken, match="1 mục bắt buộc: Giao hộp thư") as refused:
        close_handover(desk, handover_id=handover.id)
    assert refused.value.cite == case.get("cites")
    settled_but(desk, handover)
    if handover.giver_absence:
        with pytest.raises(RuleBroken, match="người ký thay bên giao"):
            close_handover(desk, handover_id=handover.id)
        around = Circumstances(giver_absence=handover.giver_absence, in_place_of="Hội đồng bàn giao")
        amend_handover(desk, handover=handover, around=around)
    close_handover(desk, handover_id=handover.id)
    assert [row.state for row in listed(desk)] == ["closed"]


def test_once_it_is_over_the_receiver_answers_from_that_day_and_the_giver_no_longer(desk, case):
    giver = the_giver(desk, case)
    handover = the_opened(desk, case)
    settled_but(desk, handover)
    if handover.giver_absence:
        around = Circumstances(giver_absence=handover.giver_absence, in_place_of="Cấp trên")
        amend_handover(desk, handover=handover, around=around)
    close_handover(desk, handover_id=handover.id)
    charges = every(desk, Custody, unit_id=own_unit_id(desk))
    role = "head" if case["post"] == "head" else "custodian"
    of_post = [charge for charge in charges if charge.role == role]
    assert answering(of_post, TAKES_CHARGE_ON).person_id == handover.receiver_id
    before = answering(of_post, THE_DAY_BEFORE).person_id
    assert before == (giver if case["giver"] in {"there", "retired"} else None)
    assert not any(charge.holds_on(TAKES_CHARGE_ON) for charge in of_post if charge.person_id == giver)


def test_every_regulation_is_handed_over_between_heads_and_between_clerks():
    pairs = {(case["regulation"], case["post"]) for case in CASES}
    assert len(pairs) == 2 * len({case["regulation"] for case in CASES}) == 10
