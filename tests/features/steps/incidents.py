"""Incidents: recorded, somebody told, the letter, closed; what the papers and the yearly list say."""

from __future__ import annotations

import io

import docx
from pytest_bdd import parsers, then, when

from govmail_desk import wording
from govmail_desk.domain.incident import Incident, IncidentPaper
from govmail_desk.listings.incident_years import year_list
from govmail_desk.listings.requests import content
from tests.features.hands import SOON, Hands
from tests.features.office import Office
from tests.request_lives import every, one


@when(parsers.parse("văn thư ghi sự cố “{kind}” ở hộp thư {address}"))
def record(office: Office, kind: str, address: str, datatable: list[list[str]]) -> None:
    hands = office.hands
    hands.press("Sự cố")
    hands.press("Ghi sự cố")
    hands.pick("Loại sự cố", kind)
    hands.find("Hộp thư", address)
    for field, words in datatable:
        hands.type(field, words)
    hands.press("Ghi vào sổ")


@when(parsers.parse("văn thư ghi đã báo “{told}”"))
def tell(office: Office, told: str) -> None:
    hands = chosen(office)
    hands.press("Ghi đã báo…")
    hands.type("Đã báo cho (tên người, cơ quan)", told)
    hands.press("Ghi đã báo")
    hands.reads(f"Đã báo {told}")


@when("văn thư soạn công văn báo sự cố")
def make_letter(office: Office) -> None:
    hands = chosen(office)
    hands.press("Công văn…")
    hands.press("Soạn và lưu")
    hands.reads("Công văn, bản 1")


@when(parsers.parse("văn thư định kết thúc sự cố, chọn “{measure}”"))
def try_to_close(office: Office, measure: str) -> None:
    hands = chosen(office)
    if office.opened is not None and office.opened.page.incident_acts.main.objectName() != "close":
        hands.press("Việc khác…")
    hands.press("Kết thúc…")
    hands.press(measure)
    hands.press("Kết thúc sự cố")


@when("văn thư kết thúc sự cố")
def close(office: Office, datatable: list[list[str]]) -> None:
    hands = chosen(office)
    hands.press("Kết thúc…")
    for field, words in datatable:
        hands.type(field, words)
    hands.press("Kết thúc sự cố")


@then("sự cố không có lời mô tả nào")
def has_no_description(office: Office) -> None:
    assert one(office.desk, Incident).content == ""


@then(parsers.parse("sự cố ở trạng thái {state}"))
def stands(office: Office, state: str) -> None:
    office.qtbot.waitUntil(lambda: wording.INCIDENT_STATES[one(office.desk, Incident).state] == state, timeout=SOON)


@then(parsers.parse("công văn báo sự cố viết “{words}”"))
def letter_says(office: Office, words: str) -> None:
    kept = every(office.desk, IncidentPaper)[-1]
    paper = docx.Document(io.BytesIO(content(office.desk, kept.sha256)))
    assert any(words in paragraph.text for paragraph in paper.paragraphs)


@then(parsers.parse("sổ sự cố năm {year:d} viết “{words}”"))
def list_says(office: Office, year: int, words: str) -> None:
    made = year_list(office.desk, year=year)
    assert any(words in cell for row in made.rows() for cell in row)


def chosen(office: Office) -> Hands:
    """Stand on the page with what is chosen shown as it is now."""
    hands = office.hands
    assert office.opened is not None
    office.opened.page.settle()
    return hands
