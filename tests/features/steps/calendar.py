"""The unit's calendar: a day corrected as a notice says."""

from __future__ import annotations

from pytest_bdd import parsers, when

from tests.features.office import Office


@when(parsers.parse("văn thư sửa lịch ngày {on}: {said}"))
def correct_day(office: Office, on: str, said: str, datatable: list[list[str]]) -> None:
    hands = office.hands
    hands.press("Thiết lập")
    hands.choose_item("Lịch làm việc")
    hands.press("Sửa ngày đang chọn…")
    hands.type("Ngày", on)
    hands.pick("Ngày ấy đơn vị", said)
    for field, words in datatable:
        hands.type(field, words)
