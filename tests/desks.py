"""Registers for tests: real files of invented units, one for each regulation."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from govmail_desk import paths
from govmail_desk.desk import Desk
from govmail_desk.listings import units
from govmail_desk.operations.calendar_changes import DayChange, change_calendar, plan_calendar
from govmail_desk.operations.people import add_person
from govmail_desk.operations.personnel import Decision, plan_personnel_change, record_personnel_change
from govmail_desk.operations.privacy import choose_privacy
from govmail_desk.operations.registers import create_register
from govmail_desk.operations.settings import set_operator
from govmail_desk.regulations import loader

UNITS: Final = {
    "camau-24-2018": ("Sở Thông tin và Truyền thông", "stttt"),
    "quan4-03-2013": ("Ủy ban nhân dân Phường 9", "phuong9"),
    "ninhbinh-2020": ("Sở Thông tin và Truyền thông", "stttt"),
    "khanhhoa-dagt-2021": ("Ban Quản lý dự án đầu tư xây dựng các công trình Giao thông", "bqlctgt"),
    "soctrang-59-2024": ("Sở Thông tin và Truyền thông", "sotttt"),
}
NOW: Final = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)


def founded(folder: Path, regulation_id: str = "ninhbinh-2020", *, head: str = "Lê Thị Mỹ Hạnh") -> Desk:
    """Found the register of an invented unit under a regulation, on Monday 23/11/2026."""
    name, slug = UNITS[regulation_id]
    return create_register(
        folder / "so.govmail",
        person="Ngô Thị Kim Uyên",
        regulation=loader.load(paths.regulations() / f"{regulation_id}.toml"),
        unit_name=name,
        slug=slug,
        head=head,
        clock=lambda: NOW,
    )


def asks_the_operator_of_today(desk: Desk) -> None:
    """Let requests go to the body that came after the regulation's own, which ended in 2025, as a unit of 2026 has set it."""
    set_operator(desk, name="Sở Khoa học và Công nghệ", address="vanthu.skhcn@mau.gov.vn", from_on=desk.today())


def own_unit_id(desk: Desk) -> int:
    """Return the number of the desk's own unit."""
    own = units.own(desk)
    assert own is not None
    return own.id


def added(
    desk: Desk, full_name: str, *, post: str = "Chuyên viên", phone: str = "0912000111", birth_on: str = "1990-05-01"
) -> int:
    """Add an invented person to the own unit and return their number."""
    changes = add_person(
        desk, full_name=full_name, unit_id=own_unit_id(desk), post=post, phone=phone, birth_on=birth_on
    )
    (person_id,) = changes.ids["person"]
    return person_id


def say_of_day(
    desk: Desk, day: date, *, is_off: bool | None, why: str = "Thông báo của tỉnh", document: str = ""
) -> None:
    """Correct a day of the calendar: off, worked, or back to the shipped calendar."""
    change = DayChange(on=day, is_off=is_off, why=why, document=document)
    change_calendar(desk, plan_calendar(desk, changes=[change]))


def leave(desk: Desk, person_id: int, *, on: date) -> None:
    """Let someone leave for another body by a decision of a day."""
    decision = Decision(kind="left", decided_on=on)
    record_personnel_change(desk, plan_personnel_change(desk, person_id=person_id, decision=decision))


def keeps_id_numbers(desk: Desk) -> None:
    """Let the unit keep identity numbers, as one whose operator asks for them."""
    choose_privacy(
        desk,
        is_id_number_kept=True,
        keep_month_count=desk.privacy().keep_month_count,
        from_on=desk.today(),
        why="Biểu mẫu của nơi quản lý hộp thư có cột số CCCD",
    )
