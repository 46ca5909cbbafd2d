"""Reports and reviews: begun with the register, a new regulation or the unit's own choice, each sent one begins the next."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from govmail_desk import paths
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.reminder import Due
from govmail_desk.operations.settings import adopt_regulation, choose_rule
from govmail_desk.operations.unit_duties import record_report, record_review
from govmail_desk.store.transaction import Transaction
from tests.desks import NOW, founded

TODAY = NOW.date()
LATER = datetime(2028, 1, 3, 8, 30, tzinfo=UTC)
HALF_YEARLY = {"every": "half-year", "by": "đơn vị", "content": "tình hình sử dụng", "due": {"day": 15}}


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "quan4-03-2013") as open_desk:
        open_desk.clock = lambda: LATER
        yield open_desk


def rows(desk):
    with desk.reading() as connection:
        return Transaction(connection).find(Due, subject_kind="unit")


def running(desk):
    return [(due.rule, due.begun_by, due.started_on, due.due_on) for due in rows(desk) if due.settled_on is None]


def test_the_report_begins_with_the_register(desk):
    assert running(desk) == [("report.unit", "founded", TODAY, date(2026, 12, 5))]


@pytest.mark.parametrize("regulation", ["camau-24-2018", "khanhhoa-dagt-2021", "soctrang-59-2024"])
def test_where_no_day_is_stated_nothing_begins(tmp_path, regulation):
    with founded(tmp_path, regulation) as desk:
        assert rows(desk) == []


@pytest.mark.parametrize("sent_on", [date(2026, 11, 30), date(2026, 12, 4), date(2026, 12, 20)])
def test_a_report_sent_early_or_late_begins_the_next_quarters(desk, sent_on):
    record_report(desk, on=sent_on, number="12/BC-UBND")
    assert running(desk) == [("report.unit", "reported", sent_on, date(2027, 3, 5))]
    assert rows(desk)[0].settled_why == f"Đã gửi số 12/BC-UBND ngày {sent_on:%d/%m/%Y}"


def test_each_quarters_report_is_owed_though_one_was_sent_a_year_late(desk):
    record_report(desk, on=date(2027, 12, 20))
    assert running(desk)[0][-1] == date(2027, 3, 5)


@pytest.mark.parametrize(
    ("act", "said"),
    [
        ({"on": date(2028, 1, 4)}, "chưa tới"),
        ({"on": date(2026, 11, 2)}, "sau ngày đã ghi"),
        ({"on": TODAY, "rule": "report.changes"}, "Không có hạn nào đang chạy"),
        ({"on": TODAY, "rule": "quota.gb"}, "Không có hạn nào đang chạy"),
    ],
)
def test_what_cannot_be_is_refused(desk, act, said):
    with pytest.raises(RuleBroken, match=said):
        record_report(desk, **act)


def adopt_ninhbinh(desk, *, from_on):
    toml = (paths.regulations() / "ninhbinh-2020.toml").read_text(encoding="utf-8")
    adopt_regulation(desk, toml=toml, name="ninhbinh-2020", from_on=from_on)


def test_another_regulation_settles_what_the_old_one_wanted_from_its_day_on(desk):
    adopt_ninhbinh(desk, from_on=date(2026, 12, 1))
    assert running(desk) == [("report.unit", "adopted", date(2026, 12, 1), date(2026, 12, 14))]
    assert rows(desk)[0].settled_why == "Quy định đã thay đổi"


def test_what_was_due_before_another_regulation_begins_is_still_owed_and_nothing_follows_it_twice(desk):
    adopt_ninhbinh(desk, from_on=date(2027, 1, 4))
    adopted = ("report.unit", "adopted", date(2027, 1, 4), date(2027, 12, 14))
    assert running(desk) == [("report.unit", "founded", TODAY, date(2026, 12, 5)), adopted]
    changes = record_report(desk, on=date(2026, 12, 4))
    assert running(desk) == [adopted]
    assert changes.sentence.endswith("; lần sau hạn 14/12/2027")


def test_a_regulation_that_says_the_same_changes_nothing(desk):
    before = rows(desk)
    toml = (paths.regulations() / "quan4-03-2013.toml").read_text(encoding="utf-8")
    adopt_regulation(desk, toml=toml, name="quan4-03-2013", from_on=TODAY)
    assert rows(desk) == before


def test_where_the_regulation_names_no_day_the_unit_may_choose_one(tmp_path):
    with founded(tmp_path, "camau-24-2018") as desk:
        choose_rule(desk, rule="report.unit", value=HALF_YEARLY, from_on=TODAY, why="Theo hướng dẫn của Sở")
        assert running(desk) == [("report.unit", "begun", TODAY, date(2026, 12, 15))]
        choose_rule(desk, rule="report.unit", value=HALF_YEARLY | {"due": {"day": 20}}, from_on=TODAY, why="Sở sửa")
        assert running(desk) == [("report.unit", "begun", TODAY, date(2026, 12, 20))]


def test_a_review_comes_back_by_the_units_own_interval(tmp_path):
    with founded(tmp_path, "soctrang-59-2024") as desk:
        with pytest.raises(RuleBroken, match="Rà soát hộp thư"):
            record_review(desk, on=TODAY)
        interval = {"count": 6, "unit": "month"}
        choose_rule(desk, rule="inactivity.review.every", value=interval, from_on=TODAY, why="Kế hoạch số 5")
        assert running(desk) == [("inactivity.review.every", "begun", TODAY, date(2027, 5, 23))]
        desk.clock = lambda: LATER
        record_review(desk, on=date(2027, 5, 20), note="Hủy hai hộp thư")
        assert running(desk) == [("inactivity.review.every", "reviewed", date(2027, 5, 20), date(2027, 11, 20))]
        assert rows(desk)[0].settled_why == "Đã rà soát ngày 20/05/2027: Hủy hai hộp thư"
