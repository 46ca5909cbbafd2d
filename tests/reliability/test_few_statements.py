"""Every listing a page opens with asks as few statements of a register of 100,000 mailboxes as of one of 500.

The pages themselves, `BEGIN` and all, are counted at `tests.gui`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import event, select

from govmail_desk.desk import Desk
from govmail_desk.listings import (
    checks,
    directory,
    everything,
    handover_table,
    incidents,
    journals,
    mailbox_pane,
    mailboxes,
    office_pane,
    offices,
    people,
    privacy,
    reminders,
    reports,
    requests,
    seekers,
    settings,
    today,
    units,
    usage,
    usage_figures,
    whose_work,
)
from govmail_desk.listings.due_groups import Scope
from govmail_desk.listings.mailboxes import MailboxFilter
from govmail_desk.listings.people import PersonFilter
from govmail_desk.operations.directories import plan_edition
from govmail_desk.operations.report_plan import plan_report
from govmail_desk.operations.reports import draft_report
from govmail_desk.store.tables import incident
from tests.desks import own_unit_id
from tests.incidents import recorded
from tests.large_offices import gathered
from tests.large_register import large_register

MOST_STATEMENTS = 5
FIRST_LINES = 100
COUNTS = (500, 100_000)
OFFICES = (5, 1_000)
FIRST_OFFICES: dict[Desk, int] = {}

OPENINGS: dict[str, Callable[[Desk], object]] = {
    "Hôm nay": today.today,
    "Hôm nay, theo đơn vị": lambda desk: today.today(desk, Scope(unit_id=own_unit_id(desk))),
    "Hôm nay, theo người": lambda desk: today.today(desk, Scope(person_id=people.ids(desk, PersonFilter())[0])),
    "Việc theo đơn vị": whose_work.by_unit,
    "Việc theo người": whose_work.by_person,
    "Nhắc việc": reminders.standing,
    "Kiểm tra": lambda desk: checks.month(desk, month=desk.today()),
    "Bàn giao": lambda desk: handover_table.opening(desk, first_count=FIRST_LINES),
    "Sự cố": lambda desk: incidents.opening(desk, first_count=FIRST_LINES),
    "Sự cố, tìm": lambda desk: incidents.opening(desk, search="nguyen", first_count=FIRST_LINES),
    "Một sự cố": lambda desk: incidents.pane(desk, _first_incident(desk)),
    "Các đơn vị": lambda desk: offices.opening(desk, first_count=FIRST_LINES),
    "Các đơn vị, tìm": lambda desk: offices.opening(desk, search="phuong", first_count=FIRST_LINES),
    "Đơn vị chậm": offices.late,
    "Một đơn vị gửi gói": lambda desk: office_pane.pane(desk, FIRST_OFFICES[desk]),
    "Danh bạ": lambda desk: directory.editions(desk, is_public=True),
    "Bản danh bạ sắp lập": lambda desk: plan_edition(desk, as_of_on=desk.today()),
    "Hộp thư": lambda desk: mailboxes.opening(desk, MailboxFilter(), first_count=FIRST_LINES),
    "Hộp thư, tìm": lambda desk: mailboxes.opening(desk, MailboxFilter(search="nguyen van"), first_count=FIRST_LINES),
    "Hộp thư, theo đơn vị": lambda desk: mailboxes.opening(desk, MailboxFilter(), sort="unit", first_count=FIRST_LINES),
    "Hộp thư, đã đóng": lambda desk: mailboxes.opening(
        desk, MailboxFilter(states=("closed",)), first_count=FIRST_LINES
    ),
    "Người": lambda desk: people.opening(desk, PersonFilter(), first_count=FIRST_LINES),
    "Người, tìm": lambda desk: people.opening(desk, PersonFilter(search="hanh"), first_count=FIRST_LINES),
    "Người, theo đơn vị": lambda desk: people.opening(desk, PersonFilter(), sort="unit", first_count=FIRST_LINES),
    "Người chưa có hộp thư": lambda desk: seekers.opening(desk, "personal", first_count=FIRST_LINES),
    "Hộp thư, lâu không dùng": lambda desk: mailboxes.opening(
        desk, MailboxFilter(unused_on=desk.today()), sort="last-use", first_count=FIRST_LINES
    ),
    "Báo cáo": reports.every,
    "Báo cáo quy chế yêu cầu": reports.asked,
    "Một báo cáo": lambda desk: reports.pane(desk, reports.every(desk)[0].id),
    "Số liệu sử dụng": lambda desk: usage.opening(desk, first_count=FIRST_LINES),
    "Số liệu sử dụng của kỳ": lambda desk: usage_figures.usage_figures(
        desk, opening_on=desk.today(), cut_off_on=desk.today()
    ),
    "Đơn vị": units.tree,
    "Đề nghị": lambda desk: requests.opening(desk, first_count=FIRST_LINES),
    "Nhật ký": lambda desk: journals.opening(desk, first_count=FIRST_LINES),
    "Dữ liệu cá nhân": privacy.standing,
    "Nhật ký, xuất tệp": lambda desk: journals.opening(desk, exports_only=True, first_count=FIRST_LINES),
    "Việc hoàn tác được": journals.last_standing,
    "Người ký": settings.signers,
    "Tìm tất cả": lambda desk: everything.find(desk, "nguyen"),
    "Một hộp thư": lambda desk: mailbox_pane.pane(desk, mailboxes.ids(desk, MailboxFilter(search="hanh"))[0]),
    "Một người": lambda desk: people.pane(desk, people.ids(desk, PersonFilter(search="hanh"))[0]),
}


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Desk]]:
    opened = [large_register(tmp_path_factory.mktemp("register"), count) for count in COUNTS]
    for desk, count in zip(opened, OFFICES, strict=True):
        recorded(desk)
        draft_report(desk, plan_report(desk, period="2026-Q4"))
        FIRST_OFFICES[desk] = gathered(desk, count)
    yield opened
    for desk in opened:
        desk.close()


def _first_incident(desk: Desk) -> int:
    with desk.reading() as connection:
        return connection.execute(select(incident.c.id)).scalars().first() or 0


def statements_of(desk: Desk, opening: Callable[[Desk], object]) -> list[str]:
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith("BEGIN"):
            sent.append(statement)

    event.listen(desk.engine, "before_cursor_execute", note)
    try:
        opening(desk)
    finally:
        event.remove(desk.engine, "before_cursor_execute", note)
    return sent


@pytest.mark.parametrize("name", OPENINGS)
def test_a_listing_asks_at_most_five_statements_and_the_same_of_a_large_register(desks: list[Desk], name: str) -> None:
    small, large = (statements_of(desk, OPENINGS[name]) for desk in desks)
    assert len(small) == len(large) <= MOST_STATEMENTS


def test_a_search_is_answered_from_its_index_alone(desks: list[Desk]) -> None:
    """In the order of the index, so that nothing found need be sorted."""
    for opening in (OPENINGS["Hộp thư, tìm"], OPENINGS["Người, tìm"]):
        search = next(sent for sent in statements_of(desks[1], opening) if "LIKE" in sent)
        with desks[1].reading() as connection:
            count = search.count("?")
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {search}", ("%nguyen%",) * count).all()
        told = " ".join(str(row[3]) for row in plan)
        assert "USING COVERING INDEX ix_" in told
        assert "B-TREE" not in told
