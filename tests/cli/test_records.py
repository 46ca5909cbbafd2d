"""`record`: every act of the product, what falls due after it, and what is refused in a sentence."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from govmail_desk import paths
from govmail_desk.desk import Desk
from govmail_desk.operations.mailboxes import add_mailbox
from govmail_desk.operations.registers import create_register
from govmail_desk.regulations import loader
from tests.commands import told
from tests.desks import UNITS, own_unit_id

OWN = {
    "quan4-03-2013": "phuong9.q4@tphcm.gov.vn",
    "ninhbinh-2020": "stttt@ninhbinh.gov.vn",
    "camau-24-2018": "stttt@camau.gov.vn",
}


@pytest.fixture(params=["quan4-03-2013"])
def register(tmp_path, request):
    """Found a register on Monday 05/10/2026; the command line's own clock is this machine's, so every day here has passed."""
    name, slug = UNITS[request.param]
    create_register(
        tmp_path / "so.govmail",
        person="Ngô Thị Kim Uyên",
        regulation=loader.load(paths.regulations() / f"{request.param}.toml"),
        unit_name=name,
        slug=slug,
        clock=lambda: datetime(2026, 10, 5, 8, 30, tzinfo=UTC),
    ).close()
    return tmp_path / "so.govmail"


def under(regulation):
    return pytest.mark.parametrize("register", [regulation], indirect=True)


def record(capsys, register, *words, address=OWN["quan4-03-2013"]):
    return told(capsys, "--register", register, "record", *words, "--address", address)


def falling_due(capsys, register, on="2026-11-23"):
    rows = told(capsys, "--register", register, "due", "--on", on, "--json").document
    return {row["rule"]: row["due_on"] for row in rows}


def test_an_issue_begins_all_that_runs_from_it(capsys, register):
    answer = record(capsys, register, "issued", "--on", "2026-10-02")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == "Ghi đã cấp: hộp thư phuong9.q4@tphcm.gov.vn, ngày 02/10/2026\n"
    assert falling_due(capsys, register) == {
        "password.first_login": "2026-10-02",
        "report.unit": "2026-12-05",
        "password.rotation.user": "2027-01-02",
        "inactivity.lock": "2027-01-02",
        "inactivity.remove": "2027-04-02",
        "housekeeping.keep": "2027-04-02",
    }


def test_a_changed_password_settles_the_first_login_and_begins_the_rotation_anew(capsys, register):
    record(capsys, register, "issued", "--on", "2026-10-02")
    record(capsys, register, "password-changed", "--on", "2026-10-06", "--by", "Trần Văn Út")
    found = falling_due(capsys, register)
    assert "password.first_login" not in found
    assert (found["password.rotation.user"], found["inactivity.lock"]) == ("2027-01-06", "2027-01-06")


def test_a_check_counts_as_a_use(capsys, register):
    record(capsys, register, "issued", "--on", "2026-10-02")
    assert record(capsys, register, "checked", "--on", "2026-10-20", "--slot", "morning").code == 0
    assert falling_due(capsys, register)["inactivity.lock"] == "2027-01-20"


def test_a_check_of_another_day_names_its_half_where_the_regulation_wants_both(capsys, register):
    answer = record(capsys, register, "checked", "--on", "2026-10-20")
    assert (answer.code, "--slot morning" in answer.err, "Đ8.2a" in answer.err) == (1, True, True)


def test_the_reason_told_keeps_a_mailbox_from_being_locked(capsys, register):
    record(capsys, register, "used", "--on", "2026-10-02")
    assert record(capsys, register, "notified", "--on", "2026-10-20").code == 0
    assert set(falling_due(capsys, register)) == {"report.unit", "inactivity.remove"}


@under("ninhbinh-2020")
def test_the_notice_of_a_suspension_begins_its_working_days(capsys, register):
    address = OWN["ninhbinh-2020"]
    assert record(capsys, register, "notified", "--on", "2026-11-02", address=address).code == 1
    assert record(capsys, register, "suspended", "--on", "2026-11-02", address=address).code == 0
    assert record(capsys, register, "notified", "--on", "2026-11-02", address=address).code == 0
    # 03 đến 06/11 là 4 ngày, 09 đến 13 là 9, 16 đến 20 là 14, thứ Hai 23/11 là ngày làm việc thứ 15.
    assert falling_due(capsys, register)["inactivity.notice"] == "2026-11-23"


@under("camau-24-2018")
def test_a_regulation_without_notice_or_reason_says_so(capsys, register):
    answer = record(capsys, register, "notified", "--on", "2026-11-02", address=OWN["camau-24-2018"])
    assert (answer.code, "không có quy định nào về thông báo tạm dừng" in answer.err) == (1, True)


def test_locked_and_reopened_are_states_with_their_days(capsys, register):
    assert record(capsys, register, "reopened", "--on", "2026-11-02").code == 1
    assert record(capsys, register, "locked", "--on", "2026-11-02", "--cause", "first-login").code == 0
    assert falling_due(capsys, register)["password.reopen_after"] == "2026-11-07"
    assert record(capsys, register, "reopened", "--on", "2026-11-02").code == 0
    assert falling_due(capsys, register)["inactivity.lock"] == "2027-02-02"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("used", "--on", "9999-11-24"), "chưa tới"),
        (("issued", "--on", "9999-11-24"), "chưa tới"),
        (("used", "--on", "2026-10-23", "--address", "ai.do@tphcm.gov.vn"), "Sổ không có hộp thư"),
    ],
)
def test_what_cannot_be_is_refused(capsys, register, words, said):
    answer = told(capsys, "--register", register, "record", "--address", OWN["quan4-03-2013"], *words)
    assert (answer.code, said in answer.err) == (1, True)


def test_the_same_lock_twice_is_told_once_and_again_only_with_its_cause(capsys, register):
    assert record(capsys, register, "locked", "--on", "2026-10-06").code == 0
    again = record(capsys, register, "locked", "--on", "2026-10-06")
    assert (again.code, again.err.strip().endswith("từ 06/10/2026, không cần ghi lần nữa.")) == (1, True)
    assert record(capsys, register, "locked", "--on", "2026-10-06", "--cause", "first-login").code == 0


@pytest.mark.parametrize("state", ["closed", "requested"])
@pytest.mark.parametrize("act", ["locked", "suspended", "reopened"])
def test_a_mailbox_closed_or_never_issued_is_not_brought_to_life_by_a_word(capsys, register, state, act):
    with Desk.open(register, person="Ngô Thị Kim Uyên") as desk:
        add_mailbox(
            desk,
            address="cu.q4@tphcm.gov.vn",
            kind="unit",
            unit_id=own_unit_id(desk),
            state=state,
            since=date(2026, 9, 1),
        )
    answer = record(capsys, register, act, "--on", "2026-10-06", address="cu.q4@tphcm.gov.vn")
    assert (answer.code, answer.out) == (1, "")
    (stands,) = told(capsys, "--register", register, "mailboxes", "--state", state, "--json").document
    assert (stands["state"], stands["since"]) == (state, "2026-09-01")


def test_an_act_nobody_knows_is_wrong_usage(capsys, register):
    assert record(capsys, register, "opened", "--on", "2026-10-23").code == 2


@pytest.mark.parametrize("act", ["used", "checked", "issued", "locked"])
def test_a_name_that_holds_a_password_is_taken_by_no_act(capsys, register, act):
    answer = record(capsys, register, act, "--on", "2026-11-20", "--slot", "morning", "--by", "mật khẩu: Abc@12345")
    assert (answer.code, answer.out) == (1, "")
    assert "Abc@12345" not in answer.err
    assert b"Abc@12345" not in register.read_bytes()


def test_the_same_act_twice_is_kept_once(capsys, register):
    record(capsys, register, "used", "--on", "2026-10-02")
    assert record(capsys, register, "used", "--on", "2026-10-02").out == "Sổ đã có việc này, không ghi thêm.\n"


def test_reminders_of_the_day_are_those_within_their_lead_time(capsys, register):
    record(capsys, register, "password-changed", "--on", "2026-09-02")

    def rules(on):
        rows = told(capsys, "--register", register, "due", "--days", "--on", on, "--json").document
        return [row["rule"] for row in rows if row["rule"] != "check.unit"]

    # By Wednesday 02/12: the use shown 14 days ahead, the password 7; the report of Saturday 05/12 by Friday 04/12, 14 days ahead.
    assert rules("2026-11-17") == []
    assert rules("2026-11-18") == ["inactivity.lock"]
    assert rules("2026-11-20") == ["inactivity.lock", "report.unit"]
    assert rules("2026-11-25") == ["password.rotation.user", "inactivity.lock", "report.unit"]


def test_a_look_nobody_logged_stands_among_what_is_due_that_day(capsys, register):
    def missing():
        rows = told(capsys, "--register", register, "due", "--on", "2026-10-20", "--json").document
        return [
            (row["subject"], row["due_on"], row["state"], row["cite"]) for row in rows if row["rule"] == "check.unit"
        ]

    own = OWN["quan4-03-2013"]
    halves = [(f"{own}, buổi {half}", "2026-10-20", "today", "Đ8.2a") for half in ("sáng", "chiều")]
    assert missing() == halves
    assert "Chưa ghi: Kiểm tra hộp thư đơn vị." in told(capsys, "--register", register, "due", "--on", "2026-10-20").out
    record(capsys, register, "checked", "--on", "2026-10-20", "--slot", "morning")
    assert missing() == halves[1:]
