"""A handover by command line, from its opening to its end."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from govmail_desk.desk import Desk
from govmail_desk.domain.handover import Handover, Minutes
from govmail_desk.operations.people import add_person
from tests.commands import told
from tests.desks import added, founded, leave, own_unit_id
from tests.handovers import TODAY
from tests.request_lives import one

OWN = "stttt@camau.gov.vn"
TAKES_CHARGE_ON = "2026-11-30"


@pytest.fixture
def register(tmp_path):
    with founded(tmp_path, "camau-24-2018") as desk:
        added(desk, "Phạm Đức Đạt", post="Giám đốc")
    return tmp_path / "so.govmail"


@pytest.fixture
def run(capsys, register):
    def run(*words):
        return told(capsys, "--register", register, "handover", *words)

    return run


@pytest.fixture
def opened(run):
    return run("open", "--address", OWN, "--to", "Phạm Đức Đạt", "--on", TAKES_CHARGE_ON, "--json").document


def finished(run, opened):
    for line in opened["items"]:
        if line["required"]:
            assert run("tick", opened["id"], line["item"]).code == 0


def test_it_opens_with_its_parties_its_article_and_its_list(run):
    answer = run("open", "--address", OWN, "--to", "pham duc dat", "--on", TAKES_CHARGE_ON)
    assert answer.code == 0
    first, *lines = answer.out.splitlines()
    assert first.startswith(f"Mở bàn giao {OWN}: Lê Thị Mỹ Hạnh → Phạm Đức Đạt (mã ")
    assert lines[0].split()[:2] == ["1", "mailbox"]
    assert "Đ7.3" in lines[0]
    (row,) = run("list", "--json").document
    assert (row["state"], row["post"], row["giver"], row["receiver"]) == (
        "open",
        "head",
        "Lê Thị Mỹ Hạnh",
        "Phạm Đức Đạt",
    )
    assert (row["addresses"], row["effective_on"], row["settled"]) == ([OWN], TAKES_CHARGE_ON, 0)


def test_a_line_is_ticked_by_its_name_its_place_or_the_regulations_own_part(run, opened):
    assert run("tick", opened["id"], "mailbox", "--by", "Bùi Thị Yến").code == 0
    assert run("tick", opened["id"], "2").code == 0
    assert run("tick", opened["id"], "content", "--on", "2026-11-20").out.count("“") == 2
    lines = {line["item"]: line for line in run("show", opened["id"], "--json").document["items"]}
    assert (lines["mailbox"]["state"], lines["mailbox"]["by"]) == ("done", "Bùi Thị Yến")
    assert lines["password-handed"]["choice"] == "trao trực tiếp giữa hai bên"
    assert {lines[key]["on"] for key in ("server-content", "local-archives")} == {"2026-11-20"}


def test_a_line_says_how_what_and_why_not(run, opened):
    answer = run(
        "tick", opened["id"], "local-archives", "--choice", "chép vào đĩa quang", "--detail", "file_count=3", "--json"
    )
    line = next(line for line in answer.document["items"] if line["item"] == "local-archives")
    assert (line["choice"], line["details"]) == ("chép vào đĩa quang", {"file_count": "3"})
    assert run("tick", opened["id"], "certificate", "--not-applicable").code == 1
    assert run("tick", opened["id"], "certificate", "--not-applicable", "--note", "Chưa có chứng thư").code == 0
    assert run("tick", opened["id"], "mailbox").code == 0
    assert run("tick", opened["id"], "mailbox", "--reopen").out == "Bàn giao, mục “Giao hộp thư”: chưa làm\n"


def test_an_archive_is_told_by_its_hash_and_not_taken_in(run, opened, tmp_path):
    archive = tmp_path / "lưu trữ.pst"
    archive.write_bytes("thư".encode())
    answer = run("tick", opened["id"], "local-archives", "--archive", archive, "--detail", "medium=USB 3", "--json")
    line = next(line for line in answer.document["items"] if line["item"] == "local-archives")
    assert line["details"]["sha256"] == sha256("thư".encode()).hexdigest()
    assert line["details"]["medium"] == "USB 3"
    assert run("tick", opened["id"], "local-archives", "--archive", tmp_path / "khác.pst").code == 3


def test_a_note_with_a_password_is_refused_and_not_repeated(run, opened):
    answer = run("tick", opened["id"], "mailbox", "--note", "mật khẩu: hoasen1")
    assert answer.code == 1
    assert "có vẻ chứa mật khẩu" in answer.err
    assert "hoasen1" not in answer.err + answer.out


def test_it_is_not_closed_while_a_required_line_is_open(run, opened):
    answer = run("close", opened["id"])
    assert answer.code == 1
    assert "Giao hộp thư" in answer.err
    assert "Đ7.3" in answer.err
    finished(run, opened)
    closed = run("close", opened["id"])
    assert closed.code == 0
    assert "Chưa có bản ký" in closed.err
    assert run("list", "--json").document[0]["state"] == "closed"
    assert run("list", "--state", "open").out == "Không có lần bàn giao nào như vậy trong sổ.\n"


def test_its_minutes_lie_in_the_folder_asked_for_and_a_signed_copy_is_taken_in(run, register, opened, tmp_path):
    finished(run, opened)
    made = run("minutes", opened["id"], "--out", tmp_path / "ra", "--json").document
    assert made["minutes"] == 1
    (path,) = made["files"]
    assert path.endswith(".docx")
    scan = tmp_path / "quét.png"
    scan.write_bytes(ONE_DOT)
    attached = run("attach", opened["id"], scan, "--json")
    assert attached.code == 0, attached.err
    assert [copy["name"] for copy in attached.document["signed_copies"]] == ["quét.png"]
    (row,) = run("list", "--json").document
    assert (row["signed"], row["signing"]) == (False, "Có bản ký, chưa rõ của biên bản nào")
    assert "có bản ký, chưa rõ của biên bản nào" in run("show", opened["id"]).out
    assert run("attach", opened["id"], scan, "--mark", "1A2B").code == 1
    with Desk.open(register, person="Ngô Thị Kim Uyên") as desk:
        mark = one(desk, Minutes).mark
    told_later = run("attach", opened["id"], scan, "--mark", mark, "--json")
    assert told_later.code == 0, told_later.err
    assert [copy["belongs"] for copy in told_later.document["signed_copies"]] == ["yes"]
    (row,) = run("list", "--json").document
    assert (row["signed"], row["signing"]) == (True, "Đã có bản ký")


def test_minutes_asked_for_again_are_copied_out_again_and_not_made_twice(run, opened, tmp_path):
    finished(run, opened)
    (first,) = run("minutes", opened["id"], "--out", tmp_path / "ra", "--json").document["files"]
    again = run("minutes", opened["id"], "--out", tmp_path / "khác", "--json")
    assert (again.code, again.document["minutes"]) == (0, 1), again.err
    (second,) = again.document["files"]
    assert Path(second).read_bytes() == Path(first).read_bytes()


def test_a_signed_copy_that_is_nowhere_is_a_matter_of_the_path(run, opened, tmp_path):
    for path in (tmp_path / "không có.pdf", tmp_path):
        answer = run("attach", opened["id"], path)
        assert (answer.code, answer.out) == (1, "")
        assert answer.err.startswith(f"Không thấy tệp «{path.name}»")


ONE_DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc330000000049"
    "454e44ae426082"
)
"""The smallest PNG there is."""


def test_it_falls_due_on_the_day_the_receiver_takes_charge(capsys, register, opened):
    due = told(capsys, "--register", register, "due", "--on", TAKES_CHARGE_ON, "--json").document
    (line,) = [one for one in due if one["rule"] == "handover.parties"]
    assert (line["subject"], line["due_on"], line["cite"]) == (f"Phạm Đức Đạt · {OWN}", TAKES_CHARGE_ON, "Đ7.3")
    assert opened["effective_on"] == line["due_on"]


def test_one_that_will_not_be_is_cancelled_with_its_reason(run, opened):
    assert run("cancel", opened["id"], "--reason", "Thôi điều động").code == 0
    assert run("list", "--json").document[0]["state"] == "cancelled"


def test_a_giver_who_cannot_sign_needs_someone_in_their_place(run, register):
    words = ("open", "--address", OWN, "--to", "Phạm Đức Đạt", "--on", TAKES_CHARGE_ON, "--absent", "ill")
    assert run(*words).code == 1
    assert run(*words, "--in-place-of", "Phó Giám đốc", "--witness", "Trần Thị Mai").code == 0
    with Desk.open(register, person="Ngô Thị Kim Uyên") as desk:
        handover = one(desk, Handover)
        assert (handover.giver_absence, handover.in_place_of) == ("ill", "Phó Giám đốc")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--address", "khongco@camau.gov.vn", "--to", "Phạm Đức Đạt"), "không có hộp thư khongco@camau.gov.vn"),
        (("--address", OWN, "--to", "Không Ai"), "không có người đang làm việc tên “Không Ai”"),
        (("--address", OWN, "--to", "Lê Thị Mỹ Hạnh"), "đang phụ trách"),
    ],
)
def test_what_cannot_be_opened_says_what_to_do(run, words, said):
    answer = run("open", *words, "--on", TAKES_CHARGE_ON)
    assert answer.code == 1
    assert said in answer.err


def test_namesakes_are_named_and_one_who_has_left_is_none(run, register):
    with Desk.open(register, person="Ngô Thị Kim Uyên") as desk:
        second = add_person(desk, full_name="Phạm Đức Đạt", unit_id=own_unit_id(desk), post="Văn thư")
        words = ("open", "--address", OWN, "--to", "Phạm Đức Đạt", "--on", TAKES_CHARGE_ON)
        answer = run(*words)
        assert answer.code == 1
        assert "Có 2 người cùng tên" in answer.err
        assert "Giám đốc; Phạm Đức Đạt, Văn thư" in answer.err
        (person_id,) = second.ids["person"]
        leave(desk, person_id, on=min(TODAY, desk.today()))
    assert run(*words).code == 0


@pytest.mark.parametrize("handover_id", [999, 1 << 70])
def test_a_number_the_register_has_not_is_told_so(run, handover_id):
    for words in (("show", handover_id), ("close", handover_id), ("tick", handover_id, "mailbox")):
        answer = run(*words)
        assert answer.code == 1
        assert f"không có lần bàn giao mã {handover_id}" in answer.err


def test_an_unknown_line_names_those_there_are(run, opened):
    answer = run("tick", opened["id"], "con-dau")
    assert answer.code == 1
    assert "không có mục “con-dau”. Các mục là: mailbox, password-handed" in answer.err
