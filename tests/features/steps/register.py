"""How a story begins, and how its days go by: the unit and its people, today, tomorrow."""

from __future__ import annotations

from datetime import date, datetime

from pytest_bdd import given, parsers, then, when

from govmail_desk import wording
from tests.features.office import Office

REGULATIONS = {
    "Cà Mau": "camau-24-2018",
    "Quận 4": "quan4-03-2013",
    "Ninh Bình": "ninhbinh-2020",
    "Khánh Hòa": "khanhhoa-dagt-2021",
    "Sóc Trăng": "soctrang-59-2024",
}


def day(text: str) -> date:
    """Read `23/11/2026`, alone or after its weekday, which must then be the right one."""
    words = text.split()
    found = datetime.strptime(words[-1], "%d/%m/%Y").date()  # noqa: DTZ007  (a day has no zone)
    assert words[:-1] in ([], wording.WEEKDAYS[found.weekday()].split()), f"{found:%d/%m/%Y} is no {text}"
    return found


@given(parsers.parse("hôm nay là {today}"))
def begin_on(office: Office, today: str) -> None:
    office.day = day(today)


@given(parsers.parse("sổ hộp thư của {unit} theo quy chế {place}, hộp thư đơn vị là {address}"))
def found_register(office: Office, unit: str, place: str, address: str) -> None:
    office.found(REGULATIONS[place], unit, address.partition("@")[0].removesuffix(".q4"))
    assert office.mailbox_of(address).address == address


@given(parsers.parse("{name}, {post}, đang dùng hộp thư {local_part}"))
def with_mailbox(office: Office, name: str, post: str, local_part: str) -> None:
    office.issue(name, post, local_part)


@given(parsers.parse("{name}, {post}, chưa có hộp thư"))
def without_mailbox(office: Office, name: str, post: str) -> None:
    office.employ(name, post)


@given(parsers.parse("trong sổ có {section} thuộc đơn vị"))
def with_section(office: Office, section: str) -> None:
    office.divide(section)


@when(parsers.parse("sang {later}"))
def go_on_to(office: Office, later: str) -> None:
    office.go_on_to(day(later))


@then(parsers.parse("hộp thư {address} ở trạng thái {state}"))
def is_in_state(office: Office, address: str, state: str) -> None:
    assert wording.MAILBOX_STATES[office.mailbox_of(address).state] == state


@then(parsers.parse("hộp thư {address} là của {name}, {post}"))
def is_of(office: Office, address: str, name: str, post: str) -> None:
    row = office.mailbox_of(address)
    assert (row.holder, row.post) == (name, post)


@then(parsers.parse("hộp thư {address} thuộc {unit}"))
def belongs_to(office: Office, address: str, unit: str) -> None:
    assert office.mailbox_of(address).unit == unit


@then("sổ và nhật ký khớp nhau")
def agrees(office: Office) -> None:
    assert office.faults() == []
