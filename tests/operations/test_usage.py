"""Taking an operator's export in: one act, each row told, what falls due for inactivity follows, all of it taken back whole."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.documents import spreadsheet
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import MailboxAct
from govmail_desk.domain.regulation import ADDRESS_DOMAIN
from govmail_desk.domain.reminder import Due
from govmail_desk.domain.report import UsageImport, UsageReading
from govmail_desk.domain.usage_columns import UsageMeaning
from govmail_desk.operations.journals import plan_take_back, take_back, verify
from govmail_desk.operations.mailbox_acts import record_act
from govmail_desk.operations.usage import plan_usage, take_in_usage
from govmail_desk.store.transaction import Transaction
from tests import usage_exports
from tests.desks import NOW, founded
from tests.mailboxes import issued
from tests.small_lists import book, sheet
from tests.usage_exports import csv_of, export

TODAY = NOW.date()
EXPORTED_ON = date(2026, 11, 22)


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "quan4-03-2013") as open_desk:
        yield open_desk


@pytest.fixture
def boxes(desk):
    return {name: issued(desk, name) for name in ("Lê An", "Trần Bình", "Đỗ Chi")}


def domain_of(desk):
    return desk.regulation().find(ADDRESS_DOMAIN).value


def kept(desk, kind, /, **equals):
    with desk.reading() as connection:
        return Transaction(connection).find(kind, **equals)


def running(desk, mailbox_id):
    return {
        due.rule: due.due_on
        for due in kept(desk, Due, subject_kind="mailbox", subject_id=mailbox_id, settled_on=None)
        if due.rule.startswith("inactivity")
    }


def taken(desk, workbook, *, as_of_on=EXPORTED_ON, **wish):
    return take_in_usage(desk, plan_usage(desk, workbook, as_of_on=as_of_on, **wish))


@pytest.mark.parametrize("kind", usage_exports.KINDS, ids=lambda kind: kind.__name__)
def test_each_kind_of_export_says_the_same_of_the_same_mailboxes(desk, boxes, tmp_path, kind):
    workbook = spreadsheet.read(kind(tmp_path, domain_of(desk)))
    plan = plan_usage(desk, workbook, as_of_on=EXPORTED_ON)
    assert not plan.refusal
    assert (plan.counts["new"] + plan.counts["set_aside"] >= 3, plan.counts["doubtful"], plan.counts["unknown"]) == (
        True,
        0,
        0,
    )
    told = {row.mailbox_id: row.facts for row in plan.rows if row.mailbox_id}
    assert told[boxes["Lê An"]].last_used_on == date(2026, 11, 20)
    assert told[boxes["Trần Bình"]].last_used_on == date(2026, 8, 2)
    assert told[boxes["Đỗ Chi"]].last_used_on is None
    assert told[boxes["Lê An"]].used_mb == 500
    changes = take_in_usage(desk, plan)
    assert changes.sentence.endswith("2 lần dùng mới")
    assert {act.on_date for act in kept(desk, MailboxAct, kind="used")} == {date(2026, 11, 20), date(2026, 8, 2)}


def test_a_later_use_moves_what_falls_due_in_quan_4(desk, boxes, tmp_path):
    an = boxes["Lê An"]
    record_act(desk, mailbox_ids=[an], kind="used", on=date(2026, 9, 1))
    assert running(desk, an) == {"inactivity.lock": date(2026, 12, 1), "inactivity.remove": date(2027, 3, 1)}
    taken(desk, export(tmp_path, domain_of(desk), ("lean", "20/11/2026")))
    assert running(desk, an) == {"inactivity.lock": date(2027, 2, 20), "inactivity.remove": date(2027, 5, 20)}


def test_a_later_use_moves_what_falls_due_in_ninh_binh(tmp_path):
    with founded(tmp_path, "ninhbinh-2020") as desk:
        an = issued(desk, "Lê An")
        record_act(desk, mailbox_ids=[an], kind="used", on=date(2026, 6, 1))
        assert running(desk, an) == {"inactivity.lock": date(2026, 12, 1)}
        taken(desk, export(tmp_path, domain_of(desk), ("lean", "20/11/2026")))
        assert running(desk, an) == {"inactivity.lock": date(2027, 5, 20)}


def test_the_act_names_its_source_and_the_day_of_the_figures(desk, boxes, tmp_path):
    taken(desk, export(tmp_path, domain_of(desk), ("lean", "20/11/2026")))
    (act,) = kept(desk, MailboxAct)
    assert (act.mailbox_id, act.by) == (boxes["Lê An"], desk.person)
    assert act.note == "Theo số liệu ngày 22/11/2026 của nơi vận hành, tệp «xuat.csv»"


def test_the_same_file_twice_changes_nothing(desk, boxes, tmp_path):
    workbook = export(tmp_path, domain_of(desk), ("lean", "20/11/2026"), ("dochi", "never"))
    taken(desk, workbook)
    head = desk.journal_head()
    again = plan_usage(desk, workbook, as_of_on=EXPORTED_ON)
    assert again.is_empty
    assert again.counts["same"] == 2
    assert take_in_usage(desk, again).is_empty
    assert desk.journal_head() == head


def test_the_same_figures_in_another_file_of_the_same_day_change_nothing(desk, boxes, tmp_path):
    taken(desk, export(tmp_path, domain_of(desk), ("lean", "20/11/2026")))
    again = plan_usage(
        desk, export(tmp_path, domain_of(desk), ("lean", "2026-11-20"), name="b.csv"), as_of_on=EXPORTED_ON
    )
    assert again.is_empty


def test_a_use_earlier_than_known_is_history_and_moves_nothing(desk, boxes, tmp_path):
    an = boxes["Lê An"]
    record_act(desk, mailbox_ids=[an], kind="used", on=date(2026, 11, 20))
    before = running(desk, an)
    plan = plan_usage(
        desk,
        export(tmp_path, domain_of(desk), ("lean", "01/10/2026")),
        as_of_on=EXPORTED_ON,
        meanings={1: UsageMeaning.LAST_USED_DAY_FIRST},
    )
    assert plan.rows[0].reasons == ("Sổ đã ghi lần dùng sau đó, 20/11/2026; không hạn nào thay đổi.",)
    take_in_usage(desk, plan)
    assert running(desk, an) == before
    assert [act.on_date for act in kept(desk, MailboxAct)] == [date(2026, 11, 20)]
    assert [reading.last_used_on for reading in kept(desk, UsageReading)] == [date(2026, 10, 1)]


def test_never_logged_in_is_a_fact_of_its_own_and_no_act(desk, boxes, tmp_path):
    taken(desk, export(tmp_path, domain_of(desk), ("dochi", "Chưa đăng nhập"), ("lean", "")))
    assert not kept(desk, MailboxAct)
    (reading,) = kept(desk, UsageReading)
    assert (reading.mailbox_id, reading.is_activated, reading.last_used_on) == (boxes["Đỗ Chi"], False, None)


def test_an_import_is_taken_back_whole(desk, boxes, tmp_path):
    an = boxes["Lê An"]
    record_act(desk, mailbox_ids=[an], kind="used", on=date(2026, 9, 1))
    before = running(desk, an)
    taken(desk, spreadsheet.read(usage_exports.vietnamese(tmp_path, domain_of(desk))))
    take_back(desk, plan_take_back(desk))
    assert running(desk, an) == before
    assert not kept(desk, UsageImport)
    assert not kept(desk, UsageReading)
    assert [act.on_date for act in kept(desk, MailboxAct)] == [date(2026, 9, 1)]
    assert not verify(desk)


def test_what_was_taken_in_agrees_with_the_journal(desk, boxes, tmp_path):
    taken(desk, spreadsheet.read(usage_exports.zimbra(tmp_path, domain_of(desk))))
    assert not verify(desk)


def test_the_unit_s_own_reading_of_the_columns_is_remembered(desk, boxes, tmp_path):
    first = export(tmp_path, domain_of(desk), ("lean", "05/11/2026"))
    assert "hãy chọn cách đọc" in plan_usage(desk, first, as_of_on=EXPORTED_ON).refusal
    taken(desk, first, meanings={1: UsageMeaning.LAST_USED_DAY_FIRST})
    second = export(tmp_path, domain_of(desk), ("lean", "06/11/2026"), name="hai.csv")
    plan = plan_usage(desk, second, as_of_on=EXPORTED_ON)
    assert (plan.refusal, plan.columns.is_remembered) == ("", True)
    assert plan.rows[0].facts.last_used_on == date(2026, 11, 6)


def test_a_plan_made_before_the_register_moved_is_refused_where_a_row_would_mean_something_else(desk, boxes, tmp_path):
    plan = plan_usage(desk, export(tmp_path, domain_of(desk), ("lean", "20/11/2026")), as_of_on=EXPORTED_ON)
    record_act(desk, mailbox_ids=[boxes["Lê An"]], kind="used", on=date(2026, 11, 21))
    with pytest.raises(RuleBroken, match="không còn đúng"):
        take_in_usage(desk, plan)
    assert not kept(desk, UsageImport)


def test_a_day_to_come_is_refused(desk, boxes, tmp_path):
    plan = plan_usage(
        desk, export(tmp_path, domain_of(desk), ("lean", "20/11/2026")), as_of_on=TODAY + timedelta(days=1)
    )
    with pytest.raises(RuleBroken, match="chưa tới"):
        take_in_usage(desk, plan)


def test_the_same_file_under_another_day_is_taken_with_a_word_about_it(desk, boxes, tmp_path):
    workbook = export(tmp_path, domain_of(desk), ("lean", "20/11/2026"))
    taken(desk, workbook)
    plan = plan_usage(desk, workbook, as_of_on=date(2026, 11, 21))
    assert plan.warnings == ("Chính tệp này đã được nhập là số liệu ngày 22/11/2026; hãy xem lại ngày lập số liệu.",)


def test_stopping_in_the_middle_leaves_the_register_as_it_was(desk, boxes, tmp_path):
    plan = plan_usage(desk, export(tmp_path, domain_of(desk), ("lean", "20/11/2026")), as_of_on=EXPORTED_ON)
    head = desk.journal_head()

    def stop(written, _count):
        if written:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        take_in_usage(desk, plan, tick=stop)
    assert desk.journal_head() == head
    assert not kept(desk, UsageImport)


@pytest.mark.parametrize(
    "content",
    ["", "Email\n", "Email,Last login\n", "Họ tên,Tuổi\nAn,3\n", "Email,Ghi chú\nlean@x,không\n", "\x00\x01\x02"],
)
def test_a_file_that_tells_nothing_is_refused_with_a_sentence(desk, boxes, tmp_path, content):
    path = csv_of(tmp_path / "la.csv", content)
    with pytest.raises(RuleBroken) as refused:
        taken(desk, spreadsheet.read(path))
    assert str(refused.value).endswith(".")
    assert not kept(desk, UsageImport)


def test_formulas_endless_digits_and_strange_letters_are_only_text(desk, boxes, tmp_path):
    workbook = export(
        tmp_path,
        domain_of(desk),
        ("lean", "=HYPERLINK(A1)"),
        ("tranbinh", "9" * 5000),
        ("dochi", "20/11/2O26"),
        ("<script>", "20/11/2026"),
        ("x" * 400, "20/11/2026"),
    )
    plan = plan_usage(desk, workbook, as_of_on=EXPORTED_ON)
    assert [row.outcome for row in plan.rows] == ["doubtful", "doubtful", "doubtful", "unknown", "unknown"]
    assert take_in_usage(desk, plan).is_empty


def test_a_column_of_passwords_is_never_read(desk, boxes, tmp_path):
    path = csv_of(tmp_path / "mk.csv", "Email,Mật khẩu,Last login", f"lean@{domain_of(desk)},Abc@12345,20/11/2026")
    plan = plan_usage(desk, spreadsheet.read(path), as_of_on=EXPORTED_ON, meanings={1: UsageMeaning.ACTIVATED})
    assert plan.columns.meanings[1] is UsageMeaning.PASSWORD
    take_in_usage(desk, plan)
    (made,) = kept(desk, UsageImport)
    assert "Abc@12345" not in str(made)


def a_day_s_export(address, day):
    return book(sheet(("Email", "Last login"), (address, day.isoformat())), file_name=f"{day}.xlsx")


@given(st.lists(st.integers(min_value=0, max_value=300), min_size=1, max_size=4))
@settings(max_examples=8, deadline=None)
def test_the_latest_use_stands_whatever_came_first(tmp_path_factory, ages):
    with founded(tmp_path_factory.mktemp("so"), "quan4-03-2013") as desk:
        issued(desk, "Lê An")
        domain = desk.regulation().find(ADDRESS_DOMAIN).value
        before = kept(desk, Due)
        taken = []
        for age in ages:
            export = a_day_s_export(f"lean@{domain}", EXPORTED_ON - timedelta(days=age))
            changes = take_in_usage(desk, plan_usage(desk, export, as_of_on=EXPORTED_ON))
            taken += [] if changes.is_empty else [changes.seq]
        locks = [due for due in kept(desk, Due) if due.rule == "inactivity.lock" and due.settled_on is None]
        assert [due.started_on for due in locks] == [EXPORTED_ON - timedelta(days=min(ages))]
        assert max(act.on_date for act in kept(desk, MailboxAct)) == EXPORTED_ON - timedelta(days=min(ages))
        for seq in reversed(taken):
            take_back(desk, plan_take_back(desk, seq=seq))
        assert kept(desk, Due) == before
        assert not kept(desk, MailboxAct)
        assert not verify(desk)
