"""The last confirmed use of a mailbox and its source, in the very line of the mailbox."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.domain.regulation import ADDRESS_DOMAIN
from govmail_desk.gui.tables.last_use import last_used, use_with_source
from govmail_desk.listings import mailboxes
from govmail_desk.listings.mailboxes import MailboxFilter
from govmail_desk.operations.checks import record_check
from govmail_desk.operations.mailbox_acts import record_act
from govmail_desk.operations.usage import plan_usage, take_in_usage
from tests.desks import founded
from tests.mailboxes import issued
from tests.usage_exports import export


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "quan4-03-2013") as open_desk:
        yield open_desk


def taken(desk, folder, *rows, on=date(2026, 11, 22), name="xuat.csv"):
    domain = desk.regulation().find(ADDRESS_DOMAIN).value
    return take_in_usage(desk, plan_usage(desk, export(folder, domain, *rows, name=name), as_of_on=on))


def use_of(desk, mailbox_id):
    (row,) = mailboxes.page(desk, [mailbox_id])
    return row.last_use


def test_a_mailbox_nobody_told_anything_of_has_no_known_use(desk):
    use = use_of(desk, issued(desk, "Lê An"))
    assert (use, last_used(use), use_with_source(use)) == (None, "", "Chưa có số liệu")


def test_the_operator_s_figures_are_named_as_the_source(desk, tmp_path):
    an = issued(desk, "Lê An")
    taken(desk, tmp_path, ("lean", "20/11/2026"))
    use = use_of(desk, an)
    assert last_used(use) == "20/11/2026"
    assert use_with_source(use) == ("20/11/2026, theo số liệu ngày 22/11/2026 của nơi vận hành, tệp «xuat.csv»")


def test_the_latest_of_acts_and_looks_stands(desk, tmp_path):
    an = issued(desk, "Lê An")
    taken(desk, tmp_path, ("lean", "20/11/2026"))
    record_check(desk, mailbox_ids=[an], on=date(2026, 11, 23), slot="morning")
    assert (use_of(desk, an).on, use_of(desk, an).kind) == ("2026-11-23", "checked")


def test_never_logged_in_is_told_until_a_use_is_known(desk, tmp_path):
    an = issued(desk, "Lê An")
    taken(desk, tmp_path, ("lean", "Never"))
    assert use_with_source(use_of(desk, an)) == "Chưa đăng nhập lần nào, theo số liệu ngày 22/11/2026, tệp «xuat.csv»"
    record_act(desk, mailbox_ids=[an], kind="used", on=date(2026, 11, 1))
    assert use_with_source(use_of(desk, an)) == "01/11/2026, có sử dụng, Ngô Thị Kim Uyên ghi"


def test_the_table_sorts_by_it_those_never_used_before_all_days(desk, tmp_path):
    ids = {name: issued(desk, name) for name in ("Lê An", "Trần Bình", "Đỗ Chi")}
    taken(desk, tmp_path, ("lean", "20/11/2026"), ("tranbinh", "20/07/2026"), ("dochi", "Never"))
    found = mailboxes.ids(desk, MailboxFilter(kind="personal"), sort="last-use")
    assert [one for one in found if one in ids.values()] == [ids["Đỗ Chi"], ids["Trần Bình"], ids["Lê An"]]


def test_unused_too_long_are_those_whose_time_has_run_out(desk, tmp_path):
    binh = issued(desk, "Trần Bình")
    issued(desk, "Lê An")
    taken(desk, tmp_path, ("lean", "20/11/2026"), ("tranbinh", "20/07/2026"))
    assert mailboxes.ids(desk, MailboxFilter(unused_on=desk.today())) == [binh]
