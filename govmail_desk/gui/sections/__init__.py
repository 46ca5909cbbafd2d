"""The sections of Thiết lập, in their order; each is imported only when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from govmail_desk.gui.late import Late

if TYPE_CHECKING:
    from govmail_desk.gui.sections.section import Section


class SectionSpec(NamedTuple):
    """A section as the list of them and the search box know it."""

    key: str
    title: str
    icon: str
    section: Late[type[Section]]


def _spec(key: str, title: str, icon: str, name: str) -> SectionSpec:
    return SectionSpec(key, title, icon, Late(f"govmail_desk.gui.sections.{key}:{name}"))


SECTIONS: Final = (
    _spec("own_unit", "Đơn vị", "unit", "OwnUnitSection"),
    _spec("letterhead", "Thể thức văn bản", "edit", "LetterheadSection"),
    _spec("signers", "Người ký", "person", "SignersSection"),
    _spec("operator", "Nơi nhận đề nghị", "send", "OperatorSection"),
    _spec("recipients", "Nơi nhận", "people", "RecipientsSection"),
    _spec("regulation", "Quy chế", "journal", "RegulationSection"),
    _spec("forms", "Biểu mẫu", "request", "FormsSection"),
    _spec("calendar", "Lịch làm việc", "calendar", "CalendarSection"),
    _spec("office_hours", "Giờ làm việc", "clock", "OfficeHoursSection"),
    _spec("reminders", "Nhắc việc", "today", "RemindersSection"),
    _spec("privacy", "Dữ liệu cá nhân", "person", "PrivacySection"),
    _spec("tray", "Nhắc trên máy này", "clock", "TraySection"),
    _spec("look", "Giao diện", "settings", "LookSection"),
)
