"""The life of a request by command line: each step with its document, refusals with their article, tables of results."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest

from govmail_desk.desk import Desk
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.operations.mailboxes import record_state
from govmail_desk.store.transaction import Transaction
from tests.cli.test_requests import new_people
from tests.commands import started, told
from tests.desks import UNITS, founded
from tests.mailboxes import issued
from tests.reliability.hostile_files import REFUSED

MONDAY, LAST_DAY, LATER = "2026-03-02", "2026-03-05", "2026-03-09"
OWN = {
    "camau-24-2018": "stttt@camau.gov.vn",
    "quan4-03-2013": "phuong9.q4@tphcm.gov.vn",
    "ninhbinh-2020": "stttt@ninhbinh.gov.vn",
    "khanhhoa-dagt-2021": "bqlctgt@khanhhoa.gov.vn",
    "soctrang-59-2024": "sotttt@soctrang.gov.vn",
}
NAMES = ("Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc", "Lê Văn Ấn")


@pytest.fixture
def register(tmp_path):
    founded(tmp_path).close()
    return tmp_path / "so.govmail"


def asked(capsys, register, *words):
    return told(capsys, "--register", register, "request", *words, "--json")


def drafted(capsys, register, *names, on=MONDAY, post="Chuyên viên"):
    file = new_people(register.parent, *(names or NAMES), post=post)
    answer = asked(capsys, register, "create", "--new", file, "--out", register.parent / "ra", "--on", on)
    assert answer.code == 0, answer.err
    return answer.document["id"]


def sent(capsys, register, *names, on=MONDAY, number="125"):
    request_id = drafted(capsys, register, *names, on=on)
    answer = asked(capsys, register, "sent", request_id, "--number", number, "--on", on, "--from", OWN["ninhbinh-2020"])
    assert answer.code == 0, answer.err
    return request_id


def table(folder, *rows, name="kết quả.xlsx"):
    if name.endswith(".csv"):
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    else:
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        book.save(folder / name)
    return folder / name


def states(capsys, register):
    rows = told(capsys, "--register", register, "mailboxes", "--json").document
    return {row["holder"]: (row["address"], row["state"]) for row in rows if row["kind"] == "personal"}


@pytest.mark.parametrize("regulation", UNITS)
def test_a_whole_life_under_each_regulation(capsys, tmp_path, regulation):
    founded(tmp_path, regulation).close()
    register, out, own = tmp_path / "so.govmail", tmp_path / "ra", OWN[regulation]
    request_id = drafted(capsys, register, "Nguyễn Văn Thành", post="Giám đốc")
    signed = asked(capsys, register, "signed", request_id, "--number", "007", "--on", MONDAY)
    assert (signed.document["state"], signed.document["files"]) == ("signed", [])
    gone = asked(capsys, register, "sent", request_id, "--on", MONDAY, "--from", own).document
    limit = (LAST_DAY, "Đ6.2") if regulation == "ninhbinh-2020" else (None, None)
    assert (gone["due_on"], gone["cite"]) == limit
    assert gone["state"] == ("overdue" if regulation == "ninhbinh-2020" else "sent")
    chased = asked(capsys, register, "chase", request_id, "--out", out, "--on", LATER).document
    assert [Path(path).suffix for path in chased["files"]] == [".docx", ".eml"]
    assert all(Path(path).is_file() for path in chased["files"])
    assert asked(capsys, register, "answered", request_id, "--on", LATER).document["state"] == "answered"
    ended = asked(capsys, register, "applied", request_id)
    assert ended.document == {"id": request_id, "state": "applied", "files": [], "due_on": None, "cite": None}
    (address, state) = states(capsys, register)["Nguyễn Văn Thành"]
    assert state == "active"
    about = [drafted_about(capsys, register, kind, address, own) for kind in ("reset", "change", "close")]
    assert about == ["active", "active", "closed"]
    assert told(capsys, "--register", register, "verify").code == 0


def drafted_about(capsys, register, kind, address, own):
    """Ask for something about a mailbox, through to the end; return the state the mailbox is in then."""
    out = ("--out", register.parent / kind, "--on", "2026-03-10")
    words = (kind, "--address", address, *out, "--reason", "đổi chức vụ")
    made = asked(capsys, register, *words)
    assert made.code == 0, made.err
    assert made.document["files"]
    request_id, number = made.document["id"], str(made.document["id"])
    steps = (
        ("sent", request_id, "--number", number, "--on", "2026-03-10", "--from", own),
        ("answered", request_id, "--on", "2026-03-11"),
        ("applied", request_id),
    )
    for step in steps:
        answer = asked(capsys, register, *step)
        assert answer.code == 0, answer.err
    rows = told(capsys, "--register", register, "mailboxes", "--search", address, "--json").document
    return rows[0]["state"] if rows else "closed"


def test_what_is_locked_is_reopened(capsys, register):
    sent_id = sent(capsys, register, "Nguyễn Văn Thành")
    asked(capsys, register, "answered", sent_id, "--on", LAST_DAY)
    asked(capsys, register, "applied", sent_id)
    with Desk.open(register, person="x") as desk:
        with desk.reading() as connection:
            (box,) = Transaction(connection).find(Mailbox, kind="personal")
        record_state(desk, mailbox_id=box.id, state="suspended", on=date(2026, 3, 6))
    assert drafted_about(capsys, register, "reopen", box.address, OWN["ninhbinh-2020"]) == "active"


def with_mailboxes(capsys, register):
    sent_id = sent(capsys, register)
    asked(capsys, register, "answered", sent_id, "--on", LAST_DAY)
    assert asked(capsys, register, "applied", sent_id).code == 0


def test_addresses_are_changed_by_a_list_of_present_and_new_ones(capsys, register):
    with_mailboxes(capsys, register)
    old, new = "anlv.stttt@ninhbinh.gov.vn", "levanan.stttt@ninhbinh.gov.vn"
    file = table(register.parent, ("Địa chỉ hiện tại", "Địa chỉ mới"), (old, new), ("la@ninhbinh.gov.vn", new))
    words = ("--new", file, "--out", register.parent / "ra", "--on", "2026-03-10")
    made = asked(capsys, register, "change", *words)
    assert (made.code, "dòng 3, la@ninhbinh.gov.vn" in made.err) == (0, True), made.err
    request_id = made.document["id"]
    own = OWN["ninhbinh-2020"]
    asked(capsys, register, "sent", request_id, "--number", "9", "--on", "2026-03-10", "--from", own)
    asked(capsys, register, "answered", request_id, "--on", "2026-03-11")
    assert asked(capsys, register, "applied", request_id).document["state"] == "applied"
    assert states(capsys, register)["Lê Văn Ấn"] == (new, "active")


def test_only_those_of_a_list_whose_facts_changed_are_asked_for(capsys, register):
    with_mailboxes(capsys, register)
    file = new_people(register.parent, *NAMES, post="Trưởng phòng")
    words = ("--new", file, "--out", register.parent / "ra", "--on", "2026-03-10")
    made = asked(capsys, register, "change", *words)
    assert (made.code, len(made.document["files"])) == (0, 3), made.err
    file = new_people(register.parent, *NAMES)
    refused = asked(capsys, register, "change", "--new", file, *words[2:])
    assert (refused.code, "đã nằm trong đề nghị" in refused.err) == (1, True)


def test_a_list_names_the_mailboxes_to_close(capsys, register):
    with_mailboxes(capsys, register)
    file = new_people(register.parent, NAMES[1])
    words = ("--new", file, "--out", register.parent / "ra", "--on", "2026-03-10")
    assert asked(capsys, register, "close", *words).document["state"] == "draft"
    again = asked(capsys, register, "reset", "--new", new_people(register.parent, "Trần Quốc Bảo"), *words[2:])
    assert (again.code, "Trần Quốc Bảo: chưa đưa vào đề nghị" in again.err) == (1, True)


def test_a_way_the_regulation_does_not_name_is_told(capsys, tmp_path):
    with founded(tmp_path, "soctrang-59-2024") as desk:
        issued(desk, "Lê An", state="locked")
    register = tmp_path / "so.govmail"
    words = ("--address", "lean@soctrang.gov.vn", "--out", tmp_path / "ra", "--on", "2026-11-20")
    made = asked(capsys, register, "reopen", *words)
    assert (made.code, "Quy chế không nêu cách gửi đề nghị mở lại" in made.err) == (0, True), made.err


def test_the_next_step_is_told_in_words_and_the_number_of_the_request(capsys, register):
    file = new_people(register.parent, "Nguyễn Văn Thành")
    words = (
        "--register",
        register,
        "request",
        "create",
        "--new",
        file,
        "--out",
        register.parent / "ra",
        "--on",
        MONDAY,
    )
    first = told(capsys, *words).out.splitlines()[0]
    assert first.startswith("Lập đề nghị cấp mới 1 hộp thư (mã ")
    request_id = first.rpartition(" ")[2].rstrip(")")
    answer = told(capsys, "--register", register, "request", "signed", request_id, "--number", "9", "--on", MONDAY)
    assert (answer.code, answer.out) == (0, "Ghi đề nghị đã ký, số 9 ngày 02/03/2026\n")


def test_while_the_limit_runs_a_chase_is_refused_with_article_and_counting(capsys, register):
    request_id = sent(capsys, register)
    answer = asked(capsys, register, "chase", request_id, "--out", register.parent / "ra", "--on", LAST_DAY)
    assert (answer.code, answer.out) == (1, "")
    assert "05/03/2026" in answer.err
    assert "(Đ6.2)" in answer.err
    assert not list((register.parent / "ra").glob("don-doc*"))


def test_each_chase_has_its_own_files(capsys, register):
    request_id = sent(capsys, register)
    out = register.parent / "đôn đốc"
    first = asked(capsys, register, "chase", request_id, "--out", out, "--on", LATER).document["files"]
    second = asked(
        capsys, register, "chase", request_id, "--out", out, "--on", "2026-03-16", "--number", "140"
    ).document
    assert len({*first, *second["files"]}) == 4
    text = "\n".join(paragraph.text for paragraph in docx.Document(second["files"][0]).paragraphs)
    assert "lần thứ 1 ngày 09 tháng 3 năm 2026" in text


def test_a_chase_letter_is_signed_like_any_other(capsys, register):
    request_id = sent(capsys, register)
    words = ("signed", request_id, "--number", "141", "--on", LATER)
    refused = asked(capsys, register, *words)
    assert (refused.code, "chờ số" in refused.err) == (1, True)
    asked(capsys, register, "chase", request_id, "--out", register.parent / "ra", "--on", LATER)
    answer = told(capsys, "--register", register, "request", *words)
    assert (answer.code, answer.out) == (0, "Ghi công văn đôn đốc lần thứ 1 đã ký, số 141 ngày 09/03/2026\n")


def test_a_number_comes_again_two_years_later_and_never_in_its_year(capsys, register):
    sent(capsys, register, "Nguyễn Văn Thành", on="2024-03-04", number="7")
    sent(capsys, register, "Đỗ Thị Bích Ngọc", on=MONDAY, number="7")
    request_id = drafted(capsys, register, "Lê Văn Ấn")
    answer = asked(capsys, register, "signed", request_id, "--number", "07", "--on", LAST_DAY)
    assert (answer.code, "Số 7 năm 2026" in answer.err) == (1, True)


def test_quan_4_refuses_any_sender_but_the_units_mailbox(capsys, tmp_path):
    founded(tmp_path, "quan4-03-2013").close()
    register = tmp_path / "so.govmail"
    request_id = drafted(capsys, register, "Nguyễn Văn Thành")
    answer = asked(capsys, register, "sent", request_id, "--on", MONDAY, "--from", "thanh@gmail.com")
    assert (answer.code, "Đ6.1, Đ6.2" in answer.err) == (1, True)


def test_a_cancelled_request_lets_its_mailboxes_go(capsys, register):
    request_id = sent(capsys, register, "Nguyễn Văn Thành")
    answer = asked(capsys, register, "cancel", request_id, "--reason", "Lập lại theo danh sách mới")
    assert answer.document == {"id": request_id, "state": "cancelled", "files": [], "due_on": None, "cite": None}
    assert states(capsys, register)["Nguyễn Văn Thành"][1] == "proposed"


@pytest.mark.parametrize(
    "words",
    [
        ("signed", "99", "--number", "1", "--on", MONDAY),
        ("sent", "99", "--on", MONDAY, "--from", "a@b.vn"),
        ("answered", "99", "--on", MONDAY),
        ("applied", "99"),
        ("chase", "99", "--out", "ra"),
        ("cancel", "99", "--reason", "x"),
    ],
)
def test_a_request_that_is_not_there_is_refused(capsys, register, words):
    answer = asked(capsys, register, *words)
    assert (answer.code, answer.out) == (1, "")
    assert "Sổ không có đề nghị mã 99" in answer.err


def test_a_number_wider_than_the_register_holds_is_no_request_either(capsys, register):
    answer = asked(capsys, register, "applied", "9" * 30)
    assert (answer.code, answer.out) == (1, "")
    assert "Sổ không có đề nghị mã 999" in answer.err


def test_a_step_out_of_turn_is_refused(capsys, register):
    request_id = drafted(capsys, register)
    for words in (
        ("answered", request_id, "--on", MONDAY),
        ("applied", request_id),
        ("chase", request_id, "--out", "ra"),
    ):
        answer = asked(capsys, register, *words)
        assert (answer.code, "trạng thái nháp" in answer.err) == (1, True)


@pytest.mark.parametrize("name", ["kết quả.xlsx", "kết quả.csv"])
def test_a_table_of_results_is_brought_in_row_by_row(capsys, register, name):
    request_id = sent(capsys, register)
    file = table(
        register.parent,
        ("STT", "Họ và tên", "Địa chỉ đề nghị", "KẾT QUẢ", "Địa chỉ được cấp", "Ghi chú"),
        ("1", NAMES[0], "thanhnv.stttt@ninhbinh.gov.vn", "Đã cấp", "thanhnv.stttt@ninhbinh.gov.vn", ""),
        ("2", NAMES[1], "", "Khác đề nghị", "bichngoc.stttt@ninhbinh.gov.vn", ""),
        ("3", NAMES[2], "anlv.stttt@ninhbinh.gov.vn", "Từ chối", "", "Chưa có quyết định"),
        name=name,
    )
    answer = asked(
        capsys, register, "answered", request_id, "--on", LAST_DAY, "--number", "88/STTTT", "--results", file
    )
    assert (answer.code, answer.err) == (0, "")
    asked(capsys, register, "applied", request_id)
    assert states(capsys, register) == {
        NAMES[0]: ("thanhnv.stttt@ninhbinh.gov.vn", "active"),
        NAMES[1]: ("bichngoc.stttt@ninhbinh.gov.vn", "active"),
        NAMES[2]: ("anlv.stttt@ninhbinh.gov.vn", "proposed"),
    }


def test_an_address_of_another_mail_domain_is_taken_with_a_word(capsys, register):
    request_id = sent(capsys, register, NAMES[0])
    file = table(register.parent, ("STT", "Kết quả", "Địa chỉ được cấp"), ("1", "Khác đề nghị", "an@hanam.gov.vn"))
    answer = asked(capsys, register, "answered", request_id, "--on", LAST_DAY, "--results", file)
    assert (answer.code, "an@hanam.gov.vn không thuộc tên miền ninhbinh.gov.vn" in answer.err) == (0, True)


def test_rows_a_table_does_not_name_are_told_of(capsys, register):
    request_id = sent(capsys, register)
    file = table(register.parent, ("STT", "Kết quả", "Lý do"), ("2", "từ chối", "trùng người"))
    answer = asked(capsys, register, "answered", request_id, "--on", LAST_DAY, "--results", file)
    assert (answer.code, "STT 1, 3" in answer.err) == (0, True)


def test_every_wrong_row_of_a_table_is_named_and_nothing_is_written(capsys, register):
    request_id = sent(capsys, register)
    file = table(
        register.parent,
        ("STT", "Địa chỉ", "Kết quả", "Địa chỉ được cấp", "Ghi chú"),
        ("1", "", "Từ chối", "", ""),
        ("7", "", "Đã cấp", "", ""),
        ("3", "", "Khác đề nghị", "không phải địa chỉ", ""),
    )
    before = register.read_bytes()
    answer = asked(capsys, register, "answered", request_id, "--on", LAST_DAY, "--results", file)
    assert (answer.code, answer.out) == (1, "")
    assert all(
        said in answer.err for said in ("3 dòng", "dòng 2: bị từ chối", "dòng 3: đề nghị không có STT", "dòng 4:")
    )
    assert register.read_bytes() == before


def test_hostile_and_empty_tables_are_refused(capsys, register, tmp_path):
    request_id = sent(capsys, register)
    files = [table(tmp_path, ("Kính gửi",), name="thư.xlsx"), tmp_path / "không có.xlsx"]
    for name in list(REFUSED)[::6]:
        files.append(tmp_path / name)
        files[-1].write_bytes(REFUSED[name][0]())
    for file in files:
        answer = asked(capsys, register, "answered", request_id, "--on", LAST_DAY, "--results", file)
        assert (answer.code, answer.out) == (1, ""), file
    assert asked(capsys, register, "answered", request_id, "--on", LAST_DAY).code == 0


def test_a_folder_that_cannot_be_made_stops_a_chase(capsys, register):
    request_id = sent(capsys, register)
    (register.parent / "tệp").write_bytes(b"")
    answer = asked(capsys, register, "chase", request_id, "--out", register.parent / "tệp", "--on", LATER)
    assert answer.code == 3


def test_the_program_itself_goes_through_a_life(tmp_path):
    founded(tmp_path).close()
    named = ("--register", tmp_path / "so.govmail", "request")
    file = new_people(tmp_path, "Nguyễn Văn Thành")
    made = started(*named, "create", "--new", file, "--out", tmp_path / "ra", "--on", MONDAY, "--json")
    request_id = made.document["id"]
    gone = started(
        *named, "sent", request_id, "--number", "5", "--on", MONDAY, "--from", OWN["ninhbinh-2020"], "--json"
    )
    assert (gone.code, gone.err, gone.document["due_on"]) == (0, "", LAST_DAY)
    chased = started(*named, "chase", request_id, "--out", tmp_path / "ra", "--json")
    assert (chased.code, chased.document["state"], len(chased.document["files"])) == (0, "overdue", 2)
    wrong = started(*named, "sent", request_id, "--on", "02/03/2026", "--from", "x")
    assert (wrong.code, "ngày viết dạng 2026-11-22" in wrong.err) == (2, True)


def test_a_table_of_results_may_swap_the_addresses_of_two_rows(capsys, register):
    request_id = sent(capsys, register, *NAMES[:2])
    asked_for = states(capsys, register)
    thanh, ngoc = (asked_for[name][0] for name in NAMES[:2])
    results = table(
        register.parent,
        ("STT", "Địa chỉ đề nghị", "Kết quả", "Địa chỉ được cấp"),
        (1, thanh, "Khác đề nghị", ngoc),
        (2, ngoc, "Khác đề nghị", thanh),
    )
    answer = asked(capsys, register, "answered", request_id, "--on", LAST_DAY, "--results", results)
    assert (answer.code, answer.document["state"]) == (0, "answered"), answer.err
    assert asked(capsys, register, "applied", request_id).code == 0
    assert states(capsys, register) == {NAMES[0]: (ngoc, "active"), NAMES[1]: (thanh, "active")}
    assert told(capsys, "--register", register, "verify").code == 0
