"""`import`: the unit's own list from the command line, with its JSON, its refusals and its dry run."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from govmail_desk import app
from tests.desks import founded
from tests.small_lists import HEADINGS, person

LISTS = Path(__file__).resolve().parent.parent / "lists"
LINES = (
    ("DANH SÁCH CÁN BỘ",),
    HEADINGS,
    person("Nguyễn Văn An", section="Văn phòng", address="annv.stttt@ninhbinh.gov.vn"),
    person("Trần Thị Bình", address="binhtt.stttt@@ninhbinh.gov.vn"),
    person("Thạch"),
)


@pytest.fixture
def register(tmp_path):
    founded(tmp_path).close()
    return str(tmp_path / "so.govmail")


@pytest.fixture
def drawn(tmp_path):
    def draw(*sheets, name="danh sách (bản cuối).xlsx"):
        book = openpyxl.Workbook()
        book.remove(book.active)
        for title, lines in sheets:
            sheet = book.create_sheet(title)
            for line in lines:
                sheet.append(line)
        book.save(tmp_path / name)
        return str(tmp_path / name)

    return draw


@pytest.fixture
def run(register, capsys):
    def call(*words):
        capsys.readouterr()
        code = app.main(["--register", register, *words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def test_the_answer_in_json_tells_the_counts_and_every_row(run, drawn):
    code, out, _ = run("import", drawn(("Danh sách", LINES)), "--json")
    assert code == 0
    assert json.loads(out) == {
        "new": 1,
        "changed": 0,
        "same": 0,
        "doubtful": 1,
        "set_aside": 3,
        "rows": [
            {"sheet": "Danh sách", "row": 1, "outcome": "set_aside", "reasons": ["Dòng tên danh sách."]},
            {"sheet": "Danh sách", "row": 2, "outcome": "set_aside", "reasons": ["Dòng tiêu đề."]},
            {"sheet": "Danh sách", "row": 3, "outcome": "new", "reasons": []},
            {
                "sheet": "Danh sách",
                "row": 4,
                "outcome": "set_aside",
                "reasons": ["Địa chỉ «binhtt.stttt@@ninhbinh.gov.vn» có hai dấu @."],
            },
            {
                "sheet": "Danh sách",
                "row": 5,
                "outcome": "doubtful",
                "reasons": ["Họ tên chỉ có một từ «Thạch», đang được coi là tên; hãy bổ sung họ nếu thiếu."],
            },
        ],
    }
    listed = json.loads(run("mailboxes", "--json")[1])
    assert [(row["address"], row["holder"], row["state"]) for row in listed if row["kind"] == "personal"] == [
        ("annv.stttt@ninhbinh.gov.vn", "Nguyễn Văn An", "active")
    ]


def test_the_same_file_twice_says_so(run, drawn):
    file = drawn(("Danh sách", LINES))
    run("import", file)
    counts = json.loads(run("import", file, "--json")[1])
    assert (counts["new"], counts["same"]) == (0, 1)


def test_a_dry_run_answers_alike_and_writes_nothing(run, drawn, register):
    file = drawn(("Danh sách", LINES))
    before = Path(register).read_bytes()
    answered = run("import", file, "--dry-run", "--json")[1]
    assert Path(register).read_bytes() == before
    assert run("import", file, "--json")[1] == answered
    assert Path(register).read_bytes() != before


def test_the_lines_for_a_person_tell_what_needs_a_look(run, drawn):
    code, out, err = run("import", drawn(("Danh sách", LINES)), "--dry-run")
    assert code == 0
    assert out.splitlines() == [
        "Xem trước «danh sách (bản cuối).xlsx»: Mới 1 · Thay đổi 0 · Đã có 0 · Cần xem 1 · Để riêng 3",
        "  Danh sách dòng 3: Mới, Nguyễn Văn An annv.stttt@ninhbinh.gov.vn",
        "  Danh sách dòng 5: Cần xem, Thạch (Họ tên chỉ có một từ «Thạch», đang được coi là tên; hãy bổ sung họ nếu thiếu.)",
        "  Danh sách dòng 4: Để riêng, Trần Thị Bình (Địa chỉ «binhtt.stttt@@ninhbinh.gov.vn» có hai dấu @.)",
    ]
    assert "Sẽ thêm 1 đơn vị, bộ phận chưa có trong sổ: «Văn phòng»." in err


def test_columns_that_are_not_kept_or_never_read_are_told_and_bring_nothing(run, drawn, register):
    headings = (*HEADINGS[:8], "Dân tộc")
    line = ("1", "Thạch Sô Phia", "", "Văn thư", "", "", "037085000111", "", "Khmer")
    code, out, err = run("import", drawn(("Danh sách", (headings, line))))
    assert code == 0
    assert "«Dân tộc»: cột này không được đọc" in err
    assert "không ghi vào sổ" in err
    assert "Khmer" not in out + err
    content = Path(register).read_bytes()
    assert b"037085000111" not in content
    assert b"Khmer" not in content


def test_one_sheet_may_be_asked_for(run, drawn):
    file = drawn(("Một", LINES), ("Hai", (HEADINGS, person("Lê Văn Chi"))))
    assert {row["sheet"] for row in json.loads(run("import", file, "--sheet", "Hai", "--json")[1])["rows"]} == {"Hai"}
    code, out, err = run("import", file, "--sheet", "Ba")
    assert (code, out) == (1, "")
    assert "không có trang «Ba»; các trang là: «Một», «Hai»" in err


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ((("Cách điền",), ("Viết đủ dấu",)), "không có dòng tiêu đề nào hiểu được"),
        ((HEADINGS,), "không có dòng nào là người hay hộp thư"),
        (
            (("STT", "Họ và tên", "Địa chỉ thư công vụ"), *((str(n), "Lê Văn Chi", "chưa rõ lắm") for n in range(5))),
            "không ô nào có «@»",
        ),
    ],
)
def test_a_file_of_which_nothing_can_be_taken_is_refused_in_one_sentence(run, drawn, lines, reason):
    code, out, err = run("import", drawn(("Danh sách", lines)), "--json")
    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert reason in err


@pytest.mark.parametrize("file", [LISTS / "locked.xlsx", LISTS / "draw_lists.py", LISTS / "khong-co.xlsx"])
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(run, register, file):
    before = Path(register).read_bytes()
    code, out, err = run("import", str(file), "--json")
    assert (code, out) == (1, "")
    assert file.name in err
    assert Path(register).read_bytes() == before


def test_what_the_mailboxes_command_prints_of_a_register_imports_to_nothing_new(run, drawn):
    run("import", drawn(("Danh sách", LINES)))
    listed = [row for row in json.loads(run("mailboxes", "--json")[1]) if row["kind"] == "personal"]
    exported = [("Họ và tên", "Cơ quan, đơn vị", "Địa chỉ thư công vụ")]
    exported += [(row["holder"], row["unit"], row["address"]) for row in listed]
    answer = json.loads(run("import", drawn(("Xuất", exported), name="xuat.xlsx"), "--json")[1])
    assert (answer["same"], answer["new"], answer["changed"], answer["doubtful"]) == (len(listed), 0, 0, 0)
