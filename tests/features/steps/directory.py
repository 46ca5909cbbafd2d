"""The directory: its shelf, an edition made and written to a file, what stands in the file."""

from __future__ import annotations

from pytest_bdd import given, parsers, then, when

from govmail_desk.listings import directory, units
from govmail_desk.operations.units import edit_unit
from tests.desks import own_unit_id
from tests.features.office import Office


@given(parsers.parse("điện thoại cơ quan của đơn vị là {phone}"))
def with_phone(office: Office, phone: str) -> None:
    unit = units.unit_of(office.desk, own_unit_id(office.desk))
    assert unit is not None
    edit_unit(
        office.desk,
        unit=unit,
        slug=unit.slug,
        short_name=unit.short_name,
        parent_id=unit.parent_id,
        office_phone=phone,
    )


@when("văn thư mở phần Danh bạ")
def open_shelf(office: Office) -> None:
    office.hands.press("Báo cáo")
    office.hands.press("Danh bạ")


@when(parsers.parse("văn thư sửa thông tin của {name}"))
def correct_person(office: Office, name: str, datatable: list[list[str]]) -> None:
    hands = office.show("Người và đơn vị", name)
    hands.press("Sửa")
    for field, words in datatable:
        hands.type(field, words)
    hands.press("Lưu thông tin")


@when(parsers.parse("văn thư lưu danh bạ ra tệp {name}"))
def save(office: Office, name: str) -> None:
    office.desktop.answer = office.folder / name
    office.hands.press("Lưu ra tệp…")
    office.hands.reads(f"Đã ghi danh bạ ra tệp “{name}”")


@then(parsers.parse("sổ có danh bạ công khai bản số {number:d}, {count:d} dòng"))
def has_edition(office: Office, number: int, count: int) -> None:
    newest = directory.editions(office.desk, is_public=True)[0]
    facts = directory.pane(office.desk, newest.id)
    assert facts is not None
    assert (newest.number, newest.as_of_on, len(facts.lines)) == (number, office.day, count)


@then(parsers.parse("trong tệp {name} có"))
def file_has(office: Office, name: str, datatable: list[list[str]]) -> None:
    text = _text(office, name)
    for (words,) in datatable:
        assert words in text, words


@then(parsers.parse("trong tệp {name} không có"))
def file_has_not(office: Office, name: str, datatable: list[list[str]]) -> None:
    text = _text(office, name)
    for (words,) in datatable:
        assert words not in text, words


def _text(office: Office, name: str) -> str:
    return (office.folder / name).read_bytes().decode("utf-8-sig").replace("\r\n ", "")
