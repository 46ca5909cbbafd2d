"""A review of the mailboxes: opened, its sheets sent, answers come back from Excel, late ones reminded, decisions asked for, the end."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

from pytest_bdd import given, parsers, then, when

from govmail_desk.domain.regulation import ADDRESS_DOMAIN
from govmail_desk.domain.review import ReviewPaper
from govmail_desk.domain.vietnamese import fold
from govmail_desk.listings import reviews, units
from govmail_desk.operations.mailboxes import add_mailbox
from govmail_desk.operations.people import add_person
from govmail_desk.operations.review_closing import copy_review_paper
from tests.features.office import ISSUED_ON, Office
from tests.features.steps.register import day
from tests.request_lives import every
from tests.review_answers import filled


@given(parsers.parse("ở {section}, {name}, {post}, đang dùng hộp thư {local_part}"))
def with_mailbox_in(office: Office, section: str, name: str, post: str, local_part: str) -> None:
    desk = office.desk
    unit_id = next(row.id for row in units.tree(desk) if row.name == section)
    (person_id,) = add_person(desk, full_name=name, unit_id=unit_id, post=post).ids["person"]
    domain = desk.regulation().find(ADDRESS_DOMAIN)
    assert domain is not None
    address = f"{local_part}@{domain.value}"
    add_mailbox(desk, address=address, kind="personal", unit_id=unit_id, holder_id=person_id, since=ISSUED_ON)


@when("văn thư mở đợt rà soát")
def open_review(office: Office) -> None:
    show_shelf(office)
    office.hands.press("Mở đợt rà soát")
    office.hands.reads("phiếu,")
    office.hands.press("Mở đợt rà soát")
    office.hands.reads("Chưa gửi phiếu")


@when("văn thư xem đợt rà soát")
def show_review(office: Office) -> None:
    show_shelf(office)
    office.hands.choose_row("Rà soát hộp thư điện tử công vụ")
    office.hands.reads("Hạn trả lời")


@when("văn thư lập phiếu cho các bộ phận và ghi đã gửi")
def send_sheets(office: Office) -> None:
    office.desktop.answer = office.folder / "phiếu"
    hands = office.hands
    hands.press("Lập phiếu…")
    hands.press("Lập phiếu và thư nháp")
    hands.reads("Lập phiếu rà soát hộp thư điện tử công vụ")
    hands.press("Đóng")
    hands.press("Ghi đã gửi…")
    hands.press("Ghi đã gửi")
    hands.reads("Chưa trả lời")


@when(parsers.parse("{department} gửi lại phiếu do {name} ghi, văn thư nhận"))
def take_answer(office: Office, department: str, name: str, datatable: list[list[str]]) -> None:
    answers = {what: (decision, note) for what, decision, note in datatable}
    office.desktop.answer = filled(_sheet(office, department), answers, name=f"tra loi {department}.xlsx")
    hands = office.hands
    hands.press("Nhận trả lời…")
    hands.press("Chọn tệp…")
    hands.reads(department)
    hands.reads(f"mới: {len(answers)}")
    hands.type("Người trả lời", name)
    hands.press("Nhận trả lời")
    hands.reads("Nhận phiếu trả lời rà soát")


@when("văn thư nhắc các bộ phận chưa trả lời")
def remind(office: Office) -> None:
    office.desktop.answer = office.folder / "nhắc"
    hands = office.hands
    hands.press("Nhắc…")
    hands.reads("chưa trả lời, nhắc")
    hands.press("Lập văn bản nhắc")
    hands.reads("Mở thư mục")
    hands.press("Đóng")


@when(parsers.parse("văn thư lập đề nghị từ rà soát: {words}"))
def ask_for(office: Office, words: str) -> None:
    office.hands.press("Lập đề nghị…")
    office.hands.press(words)


@when(parsers.parse("văn thư kết thúc đợt rà soát vì {reason}"))
def close(office: Office, reason: str) -> None:
    hands = office.hands
    hands.press("Kết thúc…")
    hands.reads("Chưa trả lời đủ")
    hands.type("Lý do kết thúc khi chưa trả lời đủ, phải có", reason)
    hands.press("Kết thúc, lập hồ sơ")
    hands.reads("Kết thúc đợt rà soát")


@when("văn thư kết thúc đợt rà soát")
def close_whole(office: Office) -> None:
    office.hands.press("Kết thúc…")
    office.hands.press("Kết thúc, lập hồ sơ")
    office.hands.reads("Kết thúc đợt rà soát")


@then(parsers.parse("hạn trả lời phiếu là {due_on}"))
def is_due(office: Office, due_on: str) -> None:
    assert _line(office).answer_by_on == day(due_on)


@then(parsers.parse("{count:d} bộ phận đã trả lời đủ"))
def have_answered(office: Office, count: int) -> None:
    assert _line(office).answered_count == count


@then(parsers.parse("công văn nhắc {department} viết “{words}”"))
def reminder_says(office: Office, department: str, words: str) -> None:
    newest = max((office.folder / "nhắc").glob("nhac-*.docx"), key=lambda path: (_is_of(path, department), path.name))
    assert words in office.letter_of(newest.read_bytes())


@then(parsers.parse("hồ sơ rà soát viết “{words}”"))
def evidence_says(office: Office, words: str) -> None:
    assert words in office.letter_of(_evidence(office).read("1-tong-hop.docx"))


@then(parsers.parse("hồ sơ rà soát có {count:d} phiếu trả lời"))
def evidence_holds(office: Office, count: int) -> None:
    assert len([name for name in _evidence(office).namelist() if name.startswith("4-")]) == count


def show_shelf(office: Office) -> None:
    """Go to the shelf by the rail."""
    office.hands.press("Báo cáo")
    office.hands.press("Rà soát")


def _line(office: Office) -> reviews.ReviewLine:
    (line,) = reviews.page(office.desk, reviews.opening(office.desk, first_count=1).ids[:1])
    return line


def _sheet(office: Office, department: str) -> Path:
    return next(path for path in (office.folder / "phiếu").glob("phieu-*.xlsx") if _is_of(path, department))


def _is_of(path: Path, department: str) -> bool:
    return path.stem.endswith("-".join(fold(department).replace("-", " ").split()))


def _evidence(office: Office) -> zipfile.ZipFile:
    paper = every(office.desk, ReviewPaper, role="evidence")[-1]
    copied = copy_review_paper(office.desk, paper_id=paper.id, folder=office.folder / "hồ sơ")
    return zipfile.ZipFile(BytesIO(copied.read_bytes()))
