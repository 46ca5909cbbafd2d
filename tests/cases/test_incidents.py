"""Whom an incident is told to, how fast and by which article: situations a jurist can read, each tried on a real register."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.reminder import Due
from govmail_desk.operations.mailboxes import add_mailbox
from tests.desks import added, founded, own_unit_id
from tests.handovers import own_mailbox
from tests.incidents import TODAY, recorded, steps
from tests.request_lives import every, one

CASES = [
    (regulation_id, case)
    for regulation_id, cases in tomllib.loads(Path(__file__).with_name("incidents.toml").read_text("utf-8")).items()
    for case in cases
]


def mailbox_id(desk, kind):
    if kind == "unit":
        return own_mailbox(desk).id
    domain = own_mailbox(desk).address.partition("@")[2]
    suffix = ".q4" if domain == "tphcm.gov.vn" else ""
    add_mailbox(
        desk,
        address=f"nvthanh{suffix}@{domain}",
        kind="personal",
        unit_id=own_unit_id(desk),
        holder_id=added(desk, "Nguyễn Văn Thành", post="Giám đốc"),
        since=TODAY,
    )
    return one(desk, Mailbox, kind="personal").id


@pytest.mark.parametrize(("regulation_id", "case"), CASES, ids=[f"{name}: {case['says']}" for name, case in CASES])
def test_whom_to_tell_how_fast_by_which_article_and_what_falls_due_that_day(tmp_path, regulation_id, case):
    with founded(tmp_path, regulation_id) as desk:
        found = recorded(desk, case["kind"], mailbox_id=mailbox_id(desk, case["mailbox"]))
        told = steps(desk, found)
        assert [(step.cite or "", step.when) for step in told] == [
            (step["cite"], step["when"]) for step in case["steps"]
        ]
        for step, expected in zip(told, case["steps"], strict=True):
            assert expected["to"] in step.to
        assert {step.is_required for step in told} == {case.get("required", True)}
        assert {step.source for step in told} == {"regulation" if told[0].cite else "suggested"}
        dues = every(desk, Due, subject_kind="incident", subject_id=found.id)
        regulation = desk.regulation()
        assert [regulation.due_rule(due.rule, TODAY).cite for due in dues] == case["due"]
        assert {(due.started_on, due.due_on, due.begun_by) for due in dues} <= {(TODAY, TODAY, "found")}


def test_all_five_regulations_and_all_six_kinds_are_tried():
    assert len(CASES) > 20
    assert len({regulation_id for regulation_id, _ in CASES}) == 5
    assert {case["kind"] for _, case in CASES} == {"fault", "abnormal", "suspicious", "attachment", "leak", "secret"}
