"""Runs the situations of `requests.toml`: each is drafted on a real register, and its made files are read."""

from __future__ import annotations

import io
import tomllib
from email import policy
from email.parser import BytesParser
from itertools import product
from pathlib import Path
from typing import Any

import docx
import pytest

from govmail_desk.domain.regulation import REQUEST_LIMIT_UNIT
from govmail_desk.domain.request import File, RequestRow
from govmail_desk.domain.request_details import ChangeDetails, Fact
from govmail_desk.listings.requests import content
from govmail_desk.operations.requests import draft_request, plan_about, plan_request
from govmail_desk.operations.units import add_unit
from govmail_desk.regulations import shipped
from govmail_desk.store.transaction import Transaction
from tests.desks import UNITS, added, founded, own_unit_id
from tests.mailboxes import issued, issued_to_unit

SITUATIONS = tomllib.loads((Path(__file__).parent / "requests.toml").read_text(encoding="utf-8"))["case"]
KINDS = ("create", "change", "reset", "reopen", "close")
POST = "Giám đốc"


def each_situation(function: Any) -> Any:
    return pytest.mark.parametrize("case", SITUATIONS, ids=lambda case: case["situation"])(function)


def planned(desk: Any, case: dict[str, Any]) -> Any:
    kind = case["kind"]
    if (kind, case.get("mailbox")) == ("create", "unit"):
        changes = add_unit(desk, name="Phòng Tổ chức", slug="", parent_id=own_unit_id(desk))
        return plan_request(desk, on=desk.today(), unit_ids=list(changes.ids["unit"]))
    if kind == "create":
        return plan_request(desk, on=desk.today(), people_ids=[added(desk, "Nguyễn Văn Thành", post=POST)])
    state = "locked" if kind == "reopen" else "active"
    if case.get("mailbox") == "unit":
        ids = [issued_to_unit(desk, "Phòng Tổ chức", state=state)]
    else:
        ids = [issued(desk, name, state=state, post=POST) for name in ("Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc")]
    change = ChangeDetails(facts=(Fact("Chức vụ", "Chuyên viên", POST),))
    details = dict.fromkeys(ids, change) if kind == "change" else None
    return plan_about(desk, kind=kind, mailbox_ids=ids, on=desk.today(), details=details)


def words_of(paper: bytes) -> str:
    document = docx.Document(io.BytesIO(paper))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells]).replace("\n", " ")


def test_every_kind_has_its_situation_under_every_regulation() -> None:
    assert {(case["regulation"], case["kind"]) for case in SITUATIONS} >= set(product(UNITS, KINDS))


@each_situation
def test_the_regulation_says_what_the_situation_says(case: dict[str, Any]) -> None:
    regulation, mailbox = shipped.find(case["regulation"]), case.get("mailbox", "personal")
    channel = regulation.channel(case["kind"], mailbox)
    assert channel is not None
    assert (list(channel.value.papers), channel.cite) == (case["papers"], case.get("cite"))
    assert list(regulation.papers(case["kind"], mailbox)) == [*case["papers"], *case.get("also", [])]
    assert channel.value.from_unit_mailbox == case.get("unit_mailbox_only", False)
    # The unit's limit runs from a decision about a person; it is nothing to a unit's own mailbox.
    of_unit = regulation.find(REQUEST_LIMIT_UNIT[case["kind"]]) if mailbox == "personal" else None
    found = [rule.cite if rule else None for rule in (of_unit, regulation.answer_limit(case["kind"], mailbox))]
    assert found == [case.get("unit_limit"), case.get("operator_limit")]


@each_situation
def test_the_made_papers_are_those_the_regulation_asks_for(case: dict[str, Any], tmp_path: Path) -> None:
    with founded(tmp_path, case["regulation"]) as desk:
        plan = planned(desk, case)
        draft_request(desk, plan)
        with desk.reading() as connection:
            asked = Transaction(connection)
            files, rows = asked.find(File), asked.find(RequestRow)
        made = {file.name: content(desk, file.sha256) for file in files}
    assert plan.is_unstated == ("cite" not in case)
    assert {file.role for file in files} == {*case["papers"], *case.get("also", [])}
    assert sum(file.role == "slip" for file in files) == (len(rows) if "slip" in case["papers"] else 0)
    for file in files:
        told = _told(file.role, made[file.name])
        if file.role in {"slip", "proposal"}:
            assert f"Kính gửi: {case['lays_before']}" in told
        if file.role in {"letter", "email"}:
            assert f"Kính gửi: {case['addressee']}" in told
            assert f"{case['word']} {len(rows):02d} hộp thư" in told
        if file.role == "email" and "address" in case:
            assert _mail(made[file.name])["To"].addresses[0].addr_spec == case["address"]


def _told(role: str, paper: bytes) -> str:
    if role == "list":
        return ""
    return str(_mail(paper).get_body().get_content()) if role == "email" else words_of(paper)


def _mail(paper: bytes) -> Any:
    return BytesParser(policy=policy.default).parsebytes(paper)
