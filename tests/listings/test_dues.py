"""What falls due: in words, in its state on any day, with the rule it began under and its counting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, update

from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.reminder import Due
from govmail_desk.listings import dues
from govmail_desk.operations.mailboxes import add_mailbox
from govmail_desk.operations.request_limits import settle
from govmail_desk.operations.request_sending import send_request
from govmail_desk.operations.requests import draft_request, plan_request
from govmail_desk.operations.settings import choose_rule
from govmail_desk.store import database, tables
from tests.desks import added, founded, own_unit_id
from tests.report_lives import LETTER, draft

MONDAY = date(2026, 11, 23)
LAST_DAY = date(2026, 11, 27)


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as open_desk:
        yield open_desk


def sent(desk, *names):
    ids = [added(desk, name) for name in names or ("Nguyễn Văn Thành",)]
    (request_id,) = draft_request(desk, plan_request(desk, on=MONDAY, people_ids=ids)).ids["request"]
    send_request(desk, request_id=request_id, on=MONDAY, from_address="stttt@ninhbinh.gov.vn", number="125")
    return request_id


def begin(desk, *, rule="password.rotation.user", about="mailbox", about_id=None, due_on=MONDAY, act_by=None):
    with desk.transaction("begin", "Bắt đầu một hạn") as act:
        if about_id is None:
            about_id = act.transaction.find(Mailbox)[0].id
        found = Due(
            rule=rule,
            subject_kind=about,
            subject_id=about_id,
            started_on=date(2026, 5, 23),
            due_on=due_on,
            act_by=act_by or due_on,
        )
        return act.transaction.put(found)


def every(desk, **asked):
    """Every open row but the report that a unit of Ninh Bình owes from the day its register is founded."""
    return [row for row in dues.every(desk, **asked) if row.rule != "report.unit"]


def only(desk, **asked):
    (row,) = every(desk, **asked)
    return row


def test_the_answer_to_a_request_falls_due_with_its_article_and_its_counting(desk):
    request_id = sent(desk, "Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc")
    row = only(desk)
    assert (row.rule, row.subject_kind, row.subject_id) == ("request.limit.operator.create", "request", request_id)
    assert row.subject == "Đề nghị cấp mới 2 hộp thư, số 125"
    assert (row.title, row.cite, row.source) == ("Thời hạn giải quyết đề nghị cấp mới", "Đ6.2", "regulation")
    assert (row.started_on, row.due_on, row.act_by) == (MONDAY, LAST_DAY, LAST_DAY)
    steps = row.counting(desk.calendar()).steps
    assert "Ngày Văn hóa Việt Nam" in " ".join(steps)
    assert steps[-1] == "Thời hạn kết thúc khi hết ngày thứ Sáu 27/11/2026."


@pytest.mark.parametrize(
    ("on", "state"),
    [(MONDAY, "upcoming"), (date(2026, 11, 26), "upcoming"), (LAST_DAY, "today"), (date(2026, 11, 28), "overdue")],
)
def test_the_state_is_that_of_the_day_asked_for(desk, on, state):
    sent(desk)
    assert only(desk, on=on).state == state


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (date(2026, 8, 27), "upcoming"),
        (date(2026, 8, 28), "today"),
        (date(2026, 9, 2), "today"),
        (date(2026, 9, 3), "overdue"),
    ],
)
def test_a_day_that_stays_on_a_holiday_is_acted_on_before_and_overdue_only_after(desk, on, state):
    """Quốc khánh 02/9/2026 and the days off before it: the last working day is Friday 28/8."""
    begin(desk, due_on=date(2026, 9, 2), act_by=date(2026, 8, 28))
    assert only(desk, on=on).state == state


@pytest.mark.parametrize(("on", "state"), [(date(2026, 11, 16), "waiting"), (date(2026, 11, 17), "today")])
def test_what_must_be_waited_out_is_never_overdue(tmp_path, on, state):
    with founded(tmp_path, "quan4-03-2013") as desk:
        begin(desk, rule="password.reopen_after", due_on=date(2026, 11, 16), act_by=date(2026, 11, 17))
        row = only(desk, on=on)
        assert (row.state, row.cite) == (state, "Đ8.3b")
        assert only(desk, on=date(2027, 1, 4)).state == "today"


def test_each_subject_is_named_in_words(desk):
    person_id, unit_id = added(desk, "Nguyễn Văn Thành"), own_unit_id(desk)
    begin(desk)
    begin(desk, about="person", about_id=person_id)
    begin(desk, about="unit", about_id=unit_id)
    assert [row.subject for row in every(desk)] == [
        "stttt@ninhbinh.gov.vn",
        "Nguyễn Văn Thành",
        "Sở Thông tin và Truyền thông",
    ]


def test_what_is_settled_or_acted_on_later_is_left_out(desk):
    sent(desk)
    rotation = begin(desk, due_on=date(2027, 1, 4))
    assert [row.id for row in every(desk, until=date(2026, 12, 31))] != [rotation.id]
    assert len(every(desk)) == 2
    with desk.transaction("settle", "Xong") as act:
        settle(act.transaction, subject_kind="mailbox", subject_id=rotation.subject_id, on=MONDAY, why="Đã đổi")
    assert [row.rule for row in every(desk)] == ["request.limit.operator.create"]


def test_a_rule_the_unit_chose_since_does_not_change_what_began_before(desk):
    sent(desk)
    choose_rule(
        desk,
        rule="request.limit.operator.create",
        value={"count": 5, "unit": "working-day"},
        why="Sở hẹn năm ngày",
        from_on=date(2026, 12, 1),
    )
    assert (only(desk).cite, only(desk).provision.value.count) == ("Đ6.2", 3)


def test_a_day_a_changed_calendar_would_count_otherwise_has_no_counting(desk):
    sent(desk)
    with desk.transaction("move", "Sửa") as act:
        (kept,) = act.transaction.find(Due, subject_kind="request")
        act.transaction.put(replace(kept, due_on=kept.due_on + timedelta(days=3)))
    assert only(desk).counting(desk.calendar()) is None


def test_what_is_open_about_one_thing_is_asked_alone(desk):
    request_id = sent(desk)
    begin(desk)
    assert [row.rule for row in dues.of_subject(desk, "request", request_id)] == ["request.limit.operator.create"]
    assert dues.of_subject(desk, "person", request_id) == []


def test_the_rows_come_by_the_day_to_act(desk):
    for days in (5, 1, 3):
        begin(desk, due_on=MONDAY + timedelta(days=days))
    assert [row.act_by.day for row in every(desk)] == [24, 26, 28]
    assert len(every(desk, until=MONDAY + timedelta(days=3))) == 2


@given(
    rule=st.sampled_from(["password.rotation.user", "password.reopen_after"]),
    act_by=st.integers(-3, 3),
    later=st.integers(-2, 3),
    on=st.integers(-6, 6),
)
def test_sql_places_a_row_where_its_state_says(placed, rule, act_by, later, on):
    """Rows that can be: an act day on or before the last day, or after a wait."""
    is_wait = rule == "password.reopen_after"
    due_on = act_by - abs(later) if is_wait else act_by + abs(later)
    days = [(MONDAY + timedelta(days=number)).isoformat() for number in (due_on, act_by)]
    day = MONDAY + timedelta(days=on)
    state = dues._state(rule, *days, day.isoformat())
    found = [one for one in ("overdue", "today", "upcoming", "waiting") if placed(rule, *days, one, day)]
    assert found == [state]


@pytest.fixture(scope="module")
def placed(tmp_path_factory):
    """Ask SQL whether a row of these days is in a state."""
    with founded(tmp_path_factory.mktemp("so")) as desk:
        begun = begin(desk)

        def ask(rule, due_on, act_by, state, day):
            with database.writing(desk.engine).connect() as connection, connection.begin() as under_way:
                row = tables.due.c.id == begun.id
                connection.execute(update(tables.due).where(row).values(rule=rule, due_on=due_on, act_by=act_by))
                found = connection.execute(select(tables.due.c.id).where(row, dues.in_state(state, day))).first()
                under_way.rollback()
            return found is not None

        yield ask


def test_a_day_that_a_persons_change_began_names_the_person_and_the_mailbox(desk):
    person_id = added(desk, "Nguyễn Văn Thành")
    begin(desk, rule="request.limit.unit.close", about="person", about_id=person_id)
    assert only(desk).subject == "Nguyễn Văn Thành"
    add_mailbox(
        desk,
        address="thanhnv.stttt@ninhbinh.gov.vn",
        kind="personal",
        unit_id=own_unit_id(desk),
        holder_id=person_id,
        state="active",
        since=MONDAY,
    )
    assert only(desk).subject == "Nguyễn Văn Thành · thanhnv.stttt@ninhbinh.gov.vn"


def test_a_report_on_a_half_year_that_a_letter_asks_for_does_not_cite_the_article_about_quarters(tmp_path):
    (tmp_path / "q4").mkdir()
    with founded(tmp_path / "q4", "quan4-03-2013") as desk:
        draft(desk, "2026-H2", asked_by=LETTER, asked_on=MONDAY, due_on=LAST_DAY)
        own, asked = sorted(
            (row for row in dues.every(desk) if row.rule == "report.unit"), key=lambda row: bool(row.letter)
        )
    assert (own.cite, asked.provision) == ("Đ14.2", None)
    assert asked.cite == f"{LETTER} ngày 23/11/2026"
    assert asked.why == f"Hạn 27/11/2026 do {LETTER} ngày 23/11/2026 đặt."
