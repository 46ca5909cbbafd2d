"""`request create`: the answer as the product says, and files that can be opened."""

from __future__ import annotations

import errno
import io
import os
import re
from email import policy
from email.parser import BytesParser
from pathlib import Path

import docx
import openpyxl
import pytest

from govmail_desk.operations.mailboxes import add_mailbox
from tests.commands import told
from tests.desks import UNITS, added, founded, own_unit_id
from tests.mailboxes import issued

PROPOSED = "thanhnv.stttt@ninhbinh.gov.vn"
HEADINGS = ("STT", "Họ và tên", "Chức vụ", "Phòng", "Số điện thoại", "Địa chỉ thư công vụ")


@pytest.fixture
def register(tmp_path):
    with founded(tmp_path) as desk:
        add_mailbox(
            desk,
            address=PROPOSED,
            kind="personal",
            unit_id=own_unit_id(desk),
            holder_id=added(desk, "Nguyễn Văn Thành"),
            state="proposed",
            since=desk.today(),
        )
    return tmp_path / "so.govmail"


def create(capsys, register, out, *words):
    return told(capsys, "--register", register, "request", "create", "--out", out, *words)


def new_people(folder, *names, post="Chuyên viên"):
    book = openpyxl.Workbook()
    book.active.append(HEADINGS)
    for number, name in enumerate(names, start=1):
        book.active.append((number, name, post, "", "0912000111", ""))
    book.save(folder / "người mới.xlsx")
    return folder / "người mới.xlsx"


def parsed(files):
    """Open each made file again and return its text, by what it is."""
    texts = {}
    for path in map(Path, files):
        if path.suffix == ".docx":
            texts["letter"] = "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
        elif path.suffix == ".xlsx":
            cells = [cell for row in openpyxl.load_workbook(path).active.iter_rows() for cell in row]
            assert not [cell for cell in cells if cell.data_type == "f"]
            texts["list"] = "\n".join(str(cell.value) for cell in cells if cell.value)
        else:
            mail = BytesParser(policy=policy.default).parse(io.BytesIO(path.read_bytes()))
            assert mail["X-Unsent"] == "1"
            texts["email"] = mail.get_body().get_content()
    return texts


def test_the_document_has_the_fields_of_the_product(capsys, register, tmp_path):
    out = tmp_path / "Công văn đi" / "Tháng 11"
    answer = create(capsys, register, out, "--address", PROPOSED, "--on", "2026-11-22", "--json")
    assert answer.code == 0
    assert "Nơi nhận đề nghị không còn: Sở Thông tin và Truyền thông" in answer.err
    document = answer.document
    assert list(document) == ["id", "state", "files", "due_on", "cite"]
    assert (document["state"], document["due_on"], document["cite"]) == ("draft", None, None)
    assert sorted(out.iterdir()) == sorted(map(Path, document["files"]))
    assert all("20261122" in path for path in document["files"])


def test_the_made_files_are_opened_again_and_tell_the_same_row(capsys, register, tmp_path):
    words = ("--address", PROPOSED.upper(), "--reason", "mới tiếp nhận", "--json")
    files = create(capsys, register, tmp_path / "ra", *words).document["files"]
    texts = parsed(files)
    assert PROPOSED in texts["list"]
    assert "Nguyễn Văn Thành" in texts["list"]
    assert "mới tiếp nhận" in texts["letter"]
    assert "mới tiếp nhận" in texts["email"]


@pytest.mark.parametrize("regulation", UNITS)
def test_people_of_a_list_are_added_and_asked_for_under_each_regulation(capsys, tmp_path, regulation):
    founded(tmp_path, regulation).close()
    file = new_people(tmp_path, "Nguyễn Văn Thành", post="Giám đốc")
    answer = create(capsys, tmp_path / "so.govmail", tmp_path / "ra", "--new", file, "--json")
    assert answer.code == 0
    assert {"letter", "list", "email"} <= parsed(answer.document["files"]).keys()
    rows = told(capsys, "mailboxes", "--register", tmp_path / "so.govmail", "--state", "proposed", "--json").document
    assert [row["holder"] for row in rows] == ["Nguyễn Văn Thành"]
    assert told(capsys, "verify", "--register", tmp_path / "so.govmail").code == 0


def test_in_words_each_file_stands_on_a_line(capsys, register, tmp_path):
    answer = create(capsys, register, tmp_path / "ra", "--address", PROPOSED)
    sentence, *files = answer.out.splitlines()
    assert sentence.startswith("Lập đề nghị cấp mới 1 hộp thư (mã ")
    assert [line.partition(": ")[0] for line in files] == ["Công văn", "Danh sách", "Thư nháp"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--address", "khong.co@ninhbinh.gov.vn"), "Sổ không có hộp thư khong.co@ninhbinh.gov.vn"),
        (("--address", "stttt@ninhbinh.gov.vn"), "không còn ở bước đề xuất"),
        (("--address", PROPOSED, PROPOSED), "trùng với Nguyễn Văn Thành"),
        (("--address", PROPOSED, "stttt@ninhbinh.gov.vn"), "hai đề nghị"),
        (("--address", PROPOSED, "--on", "2199-01-01"), "Ngày lập đề nghị 01/01/2199 chưa tới"),
    ],
)
def test_what_cannot_be_asked_for_is_refused_and_makes_nothing(capsys, register, tmp_path, words, said):
    before = register.read_bytes()
    answer = create(capsys, register, tmp_path / "ra", *words)
    assert (answer.code, answer.out) == (1, "")
    assert said in answer.err
    assert not list((tmp_path / "ra").glob("*"))
    assert register.read_bytes() == before


def test_a_refusal_of_the_regulation_says_its_article(capsys, tmp_path):
    founded(tmp_path, "khanhhoa-dagt-2021").close()
    answer = create(capsys, tmp_path / "so.govmail", tmp_path / "ra", "--new", new_people(tmp_path, "Lê An"))
    assert (answer.code, "Đ3" in answer.err, "Giám đốc" in answer.err) == (1, True, True)


def test_a_folder_that_cannot_be_made_stops_the_request_before_it_is_written(capsys, register, tmp_path):
    (tmp_path / "ra").write_bytes(b"the clerk's own file")
    before = register.read_bytes()
    answer = create(capsys, register, tmp_path / "ra", "--address", PROPOSED)
    assert (answer.code, "thư mục" in answer.err) == (3, True)
    assert register.read_bytes() == before


def test_all_who_may_have_no_mailbox_are_named_each_once(capsys, tmp_path):
    with founded(tmp_path, "khanhhoa-dagt-2021"):
        pass
    people = new_people(tmp_path, "Trần Thị Ngọc", "Phạm Quốc Khánh")
    answer = create(capsys, tmp_path / "so.govmail", tmp_path / "ra", "--new", people)
    refusals = [line for line in answer.err.splitlines() if "Chỉ Giám đốc" in line]
    assert sorted(line.partition(": ")[0] for line in refusals) == ["Phạm Quốc Khánh", "Trần Thị Ngọc"]


def test_the_list_for_another_password_has_the_reason_given(capsys, tmp_path):
    with founded(tmp_path) as desk:
        issued(desk, "Nguyễn Văn Thành")
    words = ("--address", "nguyenvanthanh@ninhbinh.gov.vn", "--reason", "Nghi có người vào hộp thư", "--json")
    answer = told(capsys, "--register", tmp_path / "so.govmail", "request", "reset", "--out", tmp_path / "ra", *words)
    papers = parsed(answer.document["files"])
    assert "Nghi có người vào hộp thư" in papers["list"]
    assert "Nghi có người vào hộp thư" in papers["letter"]
    assert "Quên" not in papers["list"]


def about(capsys, folder, kind, *words):
    """Ask for something about mailboxes and read the made papers back."""
    out = ("--out", folder / kind, "--on", "2026-11-20", "--json")
    answer = told(capsys, "--register", folder / "so.govmail", "request", kind, *words, *out)
    assert answer.code == 0, answer.err
    return answer, parsed(answer.document["files"])


@pytest.mark.parametrize(
    ("kind", "usual"),
    [("close", "Không còn sử dụng"), ("reopen", "Cần tiếp tục sử dụng"), ("change", "Thông tin khác")],
)
def test_the_list_prints_the_reason_given_and_never_our_usual_one(capsys, tmp_path, kind, usual):
    with founded(tmp_path) as desk:
        issued(desk, "Nguyễn Văn Thành", state="locked" if kind == "reopen" else "active")
    _, papers = about(
        capsys, tmp_path, kind, "--address", "nguyenvanthanh@ninhbinh.gov.vn", "--reason", "nghỉ hưu từ 01/12/2026"
    )
    assert "Nghỉ hưu từ 01/12/2026" in papers["list"].splitlines()
    assert usual not in papers["list"]
    assert papers["list"].count("Nội dung thay đổi") == (kind == "change")
    assert "1. Lý do: nghỉ hưu từ 01/12/2026." in papers["letter"]


def test_the_slip_of_khanh_hoa_prints_the_reason_given(capsys, tmp_path):
    with founded(tmp_path, "khanhhoa-dagt-2021") as desk:
        issued(desk, "Nguyễn Văn Thành", post="Giám đốc")
    words = ("--address", "nguyenvanthanh@khanhhoa.gov.vn", "--reason", "nghỉ hưu")
    answer, _ = about(capsys, tmp_path, "close", *words)
    (slip,) = (path for path in answer.document["files"] if "phieu-yeu-cau" in path)
    cells = [cell.text for table in docx.Document(slip).tables for row in table.rows for cell in row.cells]
    assert cells[cells.index("Lý do") + 1] == "Nghỉ hưu"


def test_new_addresses_are_asked_for_one_for_each_mailbox(capsys, tmp_path):
    with founded(tmp_path) as desk:
        issued(desk, "Nguyễn Văn Thành")
        issued(desk, "Đỗ Thị Bích Ngọc")
    old = ("nguyenvanthanh@ninhbinh.gov.vn", "dothibichngoc@ninhbinh.gov.vn")
    new = ("thanhnv.stttt@ninhbinh.gov.vn", "ngocdtb.stttt@ninhbinh.gov.vn")
    answer, papers = about(capsys, tmp_path, "change", "--address", *old, "--new-address", *new)
    lines = papers["list"].splitlines()
    assert [lines.index(address) for address in (old[0], new[0], old[1], new[1])] == sorted(
        map(lines.index, (old + new))
    )
    own, number = "stttt@ninhbinh.gov.vn", str(answer.document["id"])
    for step in (
        ("sent", number, "--number", "9", "--on", "2026-11-20", "--from", own),
        ("answered", number, "--on", "2026-11-21"),
        ("applied", number),
    ):
        assert told(capsys, "--register", tmp_path / "so.govmail", "request", *step).code == 0
    rows = told(capsys, "--register", tmp_path / "so.govmail", "mailboxes", "--json").document
    assert {row["address"] for row in rows if row["kind"] == "personal"} == set(new)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--address", "a@ninhbinh.gov.vn", "--new-address", "b@ninhbinh.gov.vn", "c@ninhbinh.gov.vn"), "1 hộp thư"),
        (("--new", "danh sách.xlsx", "--new-address", "b@ninhbinh.gov.vn"), "--address"),
    ],
)
def test_new_addresses_that_fit_no_mailbox_are_wrong_usage(capsys, register, tmp_path, words, said):
    answer = told(capsys, "--register", register, "request", "change", *words, "--out", tmp_path / "ra")
    assert (answer.code, said in answer.err, "--help" in answer.err) == (2, True, True)


def test_a_new_address_that_is_taken_is_refused(capsys, register, tmp_path):
    words = ("--address", "stttt@ninhbinh.gov.vn", "--new-address", PROPOSED, "--out", tmp_path / "ra")
    answer = told(capsys, "--register", register, "request", "change", *words)
    assert (answer.code, PROPOSED in answer.err) == (1, True)


def test_a_disk_that_fills_while_the_papers_are_copied_leaves_a_request_that_is_named(
    capsys, register, tmp_path, monkeypatch
):
    with monkeypatch.context() as full:
        full.setattr(Path, "replace", no_room)
        answer = create(capsys, register, tmp_path / "ra", "--address", PROPOSED)
    assert (answer.code, answer.out) == (3, "")
    (request_id,) = set(re.findall(r"mã (\d+)|request cancel (\d+)", answer.err)[0]) - {""}
    cancelled = told(capsys, "--register", register, "request", "cancel", request_id, "--reason", "Ổ đĩa đầy")
    assert cancelled.code == 0
    assert create(capsys, register, tmp_path / "ra", "--address", PROPOSED).code == 0


def no_room(path, target):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(target))
