"""What stands on the screen, and a button pressed where a story says no more than that."""

from __future__ import annotations

from pytest_bdd import parsers, then, when

from govmail_desk import wording
from tests.features.office import Office


@when(parsers.parse("văn thư bấm “{words}”"))
def press(office: Office, words: str) -> None:
    office.hands.press(words)


@when(parsers.parse("văn thư bấm “{words}” ở dòng “{line}”"))
def press_beside(office: Office, words: str, line: str) -> None:
    office.hands.press_beside(words, line)


@then(parsers.parse("màn hình ghi “{words}”"))
def reads(office: Office, words: str) -> None:
    office.hands.reads(words)


@then("màn hình ghi")
def reads_all(office: Office, datatable: list[list[str]]) -> None:
    for (words,) in datatable:
        office.hands.reads(words)


@then(parsers.parse("trang {page} nhắc “{words}”"))
def reminds(office: Office, page: str, words: str) -> None:
    office.hands.press(page)
    office.hands.reads(words)


@then(parsers.parse("trên trang {page} không còn “{words}”"))
def reminds_no_longer(office: Office, page: str, words: str) -> None:
    office.hands.press(page)
    office.hands.reads(wording.day_words(office.day))
    office.hands.no_longer_reads(words)
