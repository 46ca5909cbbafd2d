"""No table, option or note has a place for a password of a mailbox: the tables and the command line are walked, the acts tried."""

from __future__ import annotations

import argparse
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from types import ModuleType
from typing import Any

import pytest

from govmail_desk import operations
from govmail_desk.cli.arguments import build
from govmail_desk.desk import Desk
from govmail_desk.documents.signed_copy import CopyFile
from govmail_desk.domain.custody import Custody
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.exchange import Office
from govmail_desk.domain.handover import Circumstances
from govmail_desk.domain.person import Person
from govmail_desk.domain.provision import Period
from govmail_desk.domain.report import Report
from govmail_desk.domain.request_details import ChangeDetails, Fact
from govmail_desk.domain.settings import Letterhead, OfficeHours, Signer
from govmail_desk.domain.vietnamese import fold
from govmail_desk.listings.journal_names import TABLES, column_words
from govmail_desk.operations import custodies, mailboxes, offices, people, settings, units
from govmail_desk.operations.batch_plan import plan_batch
from govmail_desk.operations.calendar_changes import DayChange, change_calendar, plan_calendar
from govmail_desk.operations.checks import record_check
from govmail_desk.operations.follow_ups import dismiss_follow_up, dismiss_follow_ups
from govmail_desk.operations.handover_items import settle_item, settle_items
from govmail_desk.operations.handovers import cancel_handover
from govmail_desk.operations.incident_notices import Telling, pass_step, tell_of_incident
from govmail_desk.operations.incidents import (
    Happening,
    cancel_incident,
    close_incident,
    correct_incident,
    record_incident,
)
from govmail_desk.operations.mailbox_acts import record_act, record_issue
from govmail_desk.operations.office_chases import plan_chases
from govmail_desk.operations.paper_content import PaperChoices, PaperContent
from govmail_desk.operations.personnel import Decision, plan_personnel_change
from govmail_desk.operations.privacy import choose_privacy
from govmail_desk.operations.report_plan import plan_report
from govmail_desk.operations.reports import cancel_report, edit_report, send_report
from govmail_desk.operations.request_answers import RowAnswer, answer_request
from govmail_desk.operations.request_plan import AboutPlan
from govmail_desk.operations.request_sending import cancel_number, send_request, sign_request
from govmail_desk.operations.request_withdrawals import cancel_request, withdraw_rows
from govmail_desk.operations.requests import plan_about, plan_for_reason, plan_request
from govmail_desk.operations.review_answers import decide_rows
from govmail_desk.operations.review_closing import close_review
from govmail_desk.operations.reviews import cancel_review, plan_review
from govmail_desk.operations.signed_copies import CopyPlan, attach_copy
from govmail_desk.operations.snoozes import snooze
from govmail_desk.operations.unit_duties import record_report, record_review
from govmail_desk.regulations.handover import rules
from govmail_desk.store.tables import KEPT_TABLES, metadata
from tests.desks import added, founded, own_unit_id
from tests.handovers import TODAY, clerk, opened, own_mailbox
from tests.incidents import recorded
from tests.request_lives import drafted, one
from tests.reviews import opened_review, opened_row_ids

NAMES = ("password", "passwd", "pwd", "mat_khau", "matkhau")
SECRET = "đã giao, mật khẩu: hoasen1"
REPORT = Report(
    scope="unit",
    rule="",
    period="2026",
    opening_on=TODAY,
    cut_off_on=TODAY,
    regulation_id="ninhbinh-2020",
    made_on=TODAY,
)
HOURS = OfficeHours(
    from_on=TODAY, morning_from="07:30", morning_to="11:30", afternoon_from="13:30", afternoon_to="17:00"
)
ABOUT_IT = frozenset({"password-changed", "password-handed"})
"""Words that say a password was changed or handed over, never what it is."""


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "camau-24-2018") as desk:
        yield desk


def test_no_column_of_any_table_is_for_a_password():
    columns = [f"{table.name}.{column.name}" for table in metadata.tables.values() for column in table.columns]
    assert len(columns) > 100
    assert not [name for name in columns if any(word in name for word in NAMES)]


def test_no_column_is_called_so_to_a_clerk():
    said = [
        column_words(table.name, column.name)
        for table in KEPT_TABLES
        for column in table.columns
        if column.name not in {"id", "version"} and not column.info.get("derived")
    ]
    assert set(TABLES) == {table.name for table in KEPT_TABLES}
    assert not [words for words in said if "mat khau" in fold(words)]


def test_no_option_of_the_command_line_takes_one():
    options = set(_options(build()))
    assert "--note" in options
    assert not [option for option in options if any(word in option for word in NAMES) and option not in ABOUT_IT]


def test_no_detail_of_a_handover_asks_for_one():
    asked = {ask.key for rule in rules().values() for ask in rule.ask}
    assert not [key for key in asked if any(word in key for word in NAMES)]


ACTS: dict[str, Callable[[Desk], Any]] = {
    "add_mailbox": lambda desk: mailboxes.add_mailbox(
        desk, address="a@camau.gov.vn", kind="unit", unit_id=own_unit_id(desk), since=TODAY, note=SECRET
    ),
    "edit_mailbox": lambda desk: mailboxes.edit_mailbox(
        desk, mailbox=own_mailbox(desk), note=SECRET, unit_id=own_unit_id(desk), holder_id=None
    ),
    "edit_notes": lambda desk: mailboxes.edit_notes(desk, mailbox_ids=[own_mailbox(desk).id], note=SECRET),
    "record_state": lambda desk: mailboxes.record_state(
        desk, mailbox_id=own_mailbox(desk).id, state="locked", on=TODAY, note=SECRET
    ),
    "record_act": lambda desk: record_act(
        desk, mailbox_ids=[own_mailbox(desk).id], kind="password-changed", on=TODAY, note=SECRET
    ),
    "add_person": lambda desk: people.add_person(desk, full_name="Bùi Thị Yến", unit_id=own_unit_id(desk), note=SECRET),
    "edit_person": lambda desk: people.edit_person(desk, person=_head(desk), corrected=_with_note(_head(desk))),
    "personnel": lambda desk: plan_personnel_change(
        desk, person_id=_head(desk).id, decision=Decision(kind="retired", decided_on=TODAY, note=SECRET)
    ),
    "add_office": lambda desk: offices.add_office(desk, name="Phòng Bưu chính", note=SECRET),
    "edit_office": lambda desk: offices.edit_office(desk, office=_office(desk), name="Phòng", address="", note=SECRET),
    "plan_chases": lambda desk: plan_chases(desk, office_ids=[], period="2026-Q4", on=TODAY, asked_by=SECRET),
    "add_unit": lambda desk: units.add_unit(desk, name="Phòng Bưu chính", slug="", document=SECRET),
    "rename_unit": lambda desk: units.rename_unit(
        desk, unit_id=own_unit_id(desk), name="Sở Khoa học và Công nghệ", from_on=TODAY, document=SECRET
    ),
    "appoint": lambda desk: custodies.appoint(
        desk, unit_id=own_unit_id(desk), person_id=_head(desk).id, role="custodian", from_on=TODAY, document=SECRET
    ),
    "plan_request": lambda desk: plan_request(
        desk, on=date(2026, 11, 23), people_ids=[added(desk, "Bùi Thị Yến")], reason=SECRET
    ),
    "plan_for_reason": lambda desk: plan_for_reason(
        desk, kind="close", mailbox_ids=[own_mailbox(desk).id], on=TODAY, reason=SECRET
    ),
    "plan_about": lambda desk: plan_about(
        desk, kind="close", mailbox_ids=[own_mailbox(desk).id], on=TODAY, reason=SECRET
    ),
    "what_changes": lambda desk: _plan_change(desk, ChangeDetails(facts=(Fact("Tên", "", SECRET),))),
    "note_of_a_change": lambda desk: _plan_change(desk, ChangeDetails(note=SECRET)),
    "decision_of_a_change": lambda desk: _plan_change(desk, ChangeDetails(document=SECRET)),
    "plan_batch": lambda desk: plan_batch(desk, kind="create", subject_ids=[_head(desk).id], on=TODAY, reason=SECRET),
    "contact_of_a_paper": lambda desk: PaperContent(
        desk, plan_request(desk, on=TODAY, people_ids=[added(desk, "Bùi Thị Yến")]), PaperChoices(contact=SECRET)
    ),
    "cancel_request": lambda desk: cancel_request(desk, request_id=drafted(desk), reason=SECRET),
    "withdraw_rows": lambda desk: withdraw_rows(
        desk, request_id=drafted(desk, "Bùi Thị Yến", "Lý Văn Tâm"), positions=[1], on=TODAY, reason=SECRET
    ),
    "cancel_number": lambda desk: cancel_number(desk, request_id=_signed(desk), on=TODAY, reason=SECRET),
    "answer_request": lambda desk: answer_request(
        desk, request_id=_sent(desk), on=TODAY, answers={1: RowAnswer("refused", note=SECRET)}
    ),
    "dismiss_follow_up": lambda desk: dismiss_follow_up(desk, follow_up_id=1, on=TODAY, reason=SECRET),
    "dismiss_follow_ups": lambda desk: dismiss_follow_ups(desk, follow_up_ids=[1], on=TODAY, reason=SECRET),
    "open_handover": lambda desk: opened(desk, around=Circumstances(document=SECRET)),
    "settle_item": lambda desk: settle_item(
        desk, handover_id=opened(desk).id, item="password-handed", state="not-applicable", note=SECRET
    ),
    "settle_items": lambda desk: settle_items(
        desk, handover_id=opened(desk).id, choices={"mailbox": ""}, state="done", note=SECRET
    ),
    "cancel_handover": lambda desk: cancel_handover(desk, handover_id=opened(desk).id, reason=SECRET),
    "attach_copy": lambda desk: attach_copy(desk, _any_plan(), note=SECRET),
    "change_lead": lambda desk: custodies.change_lead(
        desk, custody_id=_charge(desk).id, from_on=TODAY, document=SECRET
    ),
    "cover": lambda desk: custodies.cover(
        desk,
        custody_id=_charge(desk).id,
        person_id=added(desk, "Lý Văn Tâm"),
        from_on=TODAY,
        to_on=date(2026, 12, 4),
        document=SECRET,
    ),
    "correct_custody": lambda desk: custodies.correct_custody(
        desk, custody=_charge(desk), from_on=date(2026, 1, 5), to_on=None, document=SECRET
    ),
    "record_issue": lambda desk: record_issue(desk, mailbox_ids=[own_mailbox(desk).id], on=TODAY, note=SECRET),
    "record_check": lambda desk: record_check(
        desk, mailbox_ids=[own_mailbox(desk).id], on=TODAY, slot="morning", note=SECRET
    ),
    "snooze": lambda desk: snooze(desk, due_ids=[1], reason=SECRET),
    "record_report": lambda desk: record_report(desk, on=TODAY, number=SECRET),
    "record_review": lambda desk: record_review(desk, on=TODAY, note=SECRET),
    "plan_review": lambda desk: plan_review(desk, as_of_on=TODAY, document=SECRET),
    "title_of_a_review": lambda desk: plan_review(desk, as_of_on=TODAY, title=SECRET),
    "cancel_review": lambda desk: cancel_review(desk, review_id=opened_review(desk).id, reason=SECRET),
    "close_review": lambda desk: close_review(desk, review_id=opened_review(desk).id, reason=SECRET),
    "decide_rows": lambda desk: decide_rows(desk, row_ids=list(opened_row_ids(desk)), decision="unknown", note=SECRET),
    "who_answered_a_review": lambda desk: decide_rows(
        desk, row_ids=list(opened_row_ids(desk)), decision="unknown", answered_by=SECRET
    ),
    "choose_rule": lambda desk: settings.choose_rule(
        desk, rule="inactivity.review.every", value=Period(6, "month"), from_on=TODAY, why=SECRET
    ),
    "record_incident": lambda desk: record_incident(
        desk, happening=Happening(kind="fault", happened_on=TODAY, content=SECRET)
    ),
    "correct_incident": lambda desk: correct_incident(
        desk,
        incident=recorded(desk, "leak"),
        happening=Happening(kind="leak", happened_on=TODAY, mailbox_id=own_mailbox(desk).id, content=SECRET),
    ),
    "measures_of_an_incident": lambda desk: close_incident(
        desk, incident_id=recorded(desk).id, on=TODAY, measures=SECRET
    ),
    "lessons_of_an_incident": lambda desk: close_incident(
        desk, incident_id=recorded(desk).id, on=TODAY, measures="Đã sửa", lessons=SECRET
    ),
    "cancel_incident": lambda desk: cancel_incident(desk, incident_id=recorded(desk).id, reason=SECRET),
    "tell_of_incident": lambda desk: tell_of_incident(
        desk, incident_id=recorded(desk).id, telling=Telling(told="Sở", on=TODAY, note=SECRET)
    ),
    "told_of_incident": lambda desk: tell_of_incident(
        desk, incident_id=recorded(desk).id, telling=Telling(told=SECRET, on=TODAY)
    ),
    "pass_step": lambda desk: pass_step(desk, incident_id=recorded(desk).id, rule="incident.unit", reason=SECRET),
    "choose_privacy": lambda desk: choose_privacy(
        desk, is_id_number_kept=True, keep_month_count=12, from_on=TODAY, why=SECRET
    ),
    "plan_report": lambda desk: plan_report(desk, period="2026", asked_by=SECRET),
    "edit_report": lambda desk: edit_report(desk, seen=REPORT, usage={}, remarks={"assessment": SECRET}),
    "usage_of_a_report": lambda desk: edit_report(desk, seen=REPORT, usage={"violation_note": SECRET}, remarks={}),
    "send_report": lambda desk: send_report(desk, report_id=1, number="1", on=TODAY, to=SECRET),
    "cancel_report": lambda desk: cancel_report(desk, report_id=1, reason=SECRET),
    "set_letterhead": lambda desk: settings.set_letterhead(
        desk, letterhead=replace(one(desk, Letterhead), contact=SECRET)
    ),
    "add_signer": lambda desk: settings.add_signer(
        desk, signer=Signer(full_name="Lý Văn Tâm", post="Giám đốc", authority="head", document=SECRET)
    ),
    "set_operator": lambda desk: settings.set_operator(desk, name=SECRET, address="", from_on=TODAY),
    "set_recipients": lambda desk: settings.set_recipients(desk, lines=("Như trên;", SECRET), from_on=TODAY),
    "set_office_hours": lambda desk: settings.set_office_hours(desk, hours=replace(HOURS, document=SECRET)),
    "change_calendar": lambda desk: change_calendar(
        desk, plan_calendar(desk, changes=[DayChange(on=date(2026, 12, 24), is_off=True, why=SECRET)])
    ),
}
ACTS |= {
    "by_of_record_act": lambda desk: record_act(
        desk, mailbox_ids=[own_mailbox(desk).id], kind="password-changed", on=TODAY, by=SECRET
    ),
    "by_of_record_issue": lambda desk: record_issue(desk, mailbox_ids=[own_mailbox(desk).id], on=TODAY, by=SECRET),
    "by_of_record_state": lambda desk: mailboxes.record_state(
        desk, mailbox_id=own_mailbox(desk).id, state="locked", on=TODAY, by=SECRET
    ),
    "by_of_record_check": lambda desk: record_check(
        desk, mailbox_ids=[own_mailbox(desk).id], on=TODAY, slot="morning", by=SECRET
    ),
    "by_of_record_report": lambda desk: record_report(desk, on=TODAY, by=SECRET),
    "by_of_record_review": lambda desk: record_review(desk, on=TODAY, by=SECRET),
    "by_of_settle_item": lambda desk: settle_item(
        desk, handover_id=opened(desk).id, item="mailbox", state="done", by=SECRET
    ),
    "by_of_settle_items": lambda desk: settle_items(
        desk, handover_id=opened(desk).id, choices={"mailbox": ""}, state="done", by=SECRET
    ),
}
"""The same in the place of the name of whoever did it."""
ACTS |= {
    "who_found_an_incident": lambda desk: record_incident(
        desk, happening=Happening(kind="fault", happened_on=TODAY, content="Không gửi được thư", found_by=SECRET)
    ),
    "who_told_of_an_incident": lambda desk: tell_of_incident(
        desk, incident_id=recorded(desk).id, telling=Telling(told="Sở", on=TODAY, by=SECRET)
    ),
}
FREE_TEXTS = frozenset({"note", "reason", "why", "document"})
"""What an act calls a text that a clerk writes freely."""


def test_every_act_that_takes_a_free_text_is_tried():
    taking = {
        function.__name__ for function in _acts() if not FREE_TEXTS.isdisjoint(inspect.signature(function).parameters)
    }
    assert len(taking) > 20
    assert taking <= set(ACTS)


def test_every_act_that_takes_a_name_of_who_did_it_is_tried_with_one():
    taking = {function.__name__ for function in _acts() if "by" in inspect.signature(function).parameters}
    assert {f"by_of_{name}" for name in taking} == {name for name in ACTS if name.startswith("by_of_")}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_an_act_with_a_note_that_holds_one_is_refused(desk, act):
    with pytest.raises(RuleBroken, match="có vẻ chứa mật khẩu"):
        act(desk)


def _head(desk: Desk) -> Person:
    return one(desk, Person, full_name="Lê Thị Mỹ Hạnh")


def _acts() -> Iterator[Callable[..., Any]]:
    """Yield what a clerk does: every public function of an operation that begins with the desk."""
    for module in _modules(operations):
        for function in vars(module).values():
            is_own = inspect.isfunction(function) and function.__module__ == module.__name__
            if (
                is_own
                and not function.__name__.startswith("_")
                and list(inspect.signature(function).parameters)[:1] == ["desk"]
            ):
                yield function


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for found in pkgutil.iter_modules(package.__path__):
        yield importlib.import_module(f"{package.__name__}.{found.name}")


def _plan_change(desk: Desk, details: ChangeDetails) -> AboutPlan:
    mailbox_id = own_mailbox(desk).id
    return plan_about(desk, kind="change", mailbox_ids=[mailbox_id], on=TODAY, details={mailbox_id: details})


def _charge(desk: Desk) -> Custody:
    return one(desk, Custody, person_id=clerk(desk, "Bùi Thị Yến"))


def _office(desk: Desk) -> Office:
    offices.add_office(desk, name="Phòng Bưu chính")
    return one(desk, Office)


def _signed(desk: Desk) -> int:
    request_id = drafted(desk)
    sign_request(desk, request_id=request_id, number="7", on=TODAY)
    return request_id


def _sent(desk: Desk) -> int:
    request_id = drafted(desk)
    send_request(desk, request_id=request_id, on=TODAY, from_address=own_mailbox(desk).address, number="7")
    return request_id


def _any_plan() -> CopyPlan:
    found = CopyFile(way="scan", page_count=1, text="")
    return CopyPlan(handover_id=1, name="", content=b"", found=found, belongs="unknown", minutes=None, sentences=())


def _with_note(person: Person) -> Person:
    return replace(person, note=SECRET)


def _options(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Give every option and choice of a parser and of those behind it."""
    for action in parser._actions:
        yield from action.option_strings
        if isinstance(action, argparse._SubParsersAction):
            for name, behind in action.choices.items():
                yield name
                yield from _options(behind)
