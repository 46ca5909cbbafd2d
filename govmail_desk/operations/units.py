"""Units of the tree: added, renamed from a day, ended. Founding the desk's own unit is `operations.registers`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from govmail_desk.desk import Changes, Desk
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.office_phone import tidy_office_phone
from govmail_desk.domain.secrecy import without_password
from govmail_desk.domain.unit import Unit, UnitName, stands_under_itself
from govmail_desk.domain.vietnamese import clean


def add_unit(
    desk: Desk,
    *,
    name: str,
    slug: str,
    parent_id: int | None = None,
    short_name: str = "",
    from_on: date | None = None,
    document: str = "",
    office_phone: str = "",
) -> Changes:
    """Add a unit or section under another one."""
    name = _required(name, "Tên đơn vị đang để trống. Hãy gõ tên đầy đủ của đơn vị.")
    with desk.transaction("add_unit", f"Thêm đơn vị {name}") as act:
        put = act.transaction
        unit = put.put(
            Unit(
                slug=clean(slug).lower(),
                parent_id=parent_id,
                short_name=clean(short_name),
                office_phone=tidy_office_phone(office_phone),
            )
        )
        put.put(UnitName(unit_id=unit.id, name=name, from_on=from_on, document=without_password(document)))
    return act.changes


def edit_unit(
    desk: Desk, *, unit: Unit, slug: str, short_name: str, parent_id: int | None, office_phone: str | None = None
) -> Changes:
    """Correct what a unit is called in short, its local part, its telephone, or where it stands in the tree.

    Without `office_phone` the telephone stays as it is.
    """
    phone = unit.office_phone if office_phone is None else tidy_office_phone(office_phone)
    if parent_id == unit.id:
        raise RuleBroken("Một đơn vị không thể trực thuộc chính nó. Hãy chọn đơn vị cấp trên khác.")
    with desk.transaction("edit_unit", f"Sửa thông tin đơn vị {unit.slug}") as act:
        _refuse_circle(act.transaction.find(Unit), unit.id, parent_id)
        corrected = replace(unit, slug=clean(slug).lower(), short_name=clean(short_name), parent_id=parent_id)
        act.transaction.put(replace(corrected, office_phone=phone))
    return act.changes


def rename_unit(desk: Desk, *, unit_id: int, name: str, from_on: date, document: str = "") -> Changes:
    """Give a unit its new name from a day on; papers dated before keep the old one."""
    name = _required(name, "Tên mới đang để trống. Hãy gõ tên đầy đủ của đơn vị.")
    with desk.transaction("rename_unit", f"Đổi tên đơn vị thành {name}") as act:
        names = [known for known in act.transaction.find(UnitName, unit_id=unit_id) if known.to_on is None]
        for known in names:
            if known.from_on and known.from_on >= from_on:
                raise RuleBroken(
                    "Ngày đổi tên phải sau ngày tên hiện nay có hiệu lực. Hãy xem lại ngày trong quyết định."
                )
            act.transaction.put(replace(known, to_on=from_on - timedelta(days=1)))
        act.transaction.put(UnitName(unit_id=unit_id, name=name, from_on=from_on, document=without_password(document)))
    return act.changes


def end_unit(desk: Desk, *, unit: Unit, on: date) -> Changes:
    """Mark a unit as ended (dissolved, merged); its people, mailboxes and history stay."""
    with desk.transaction("end_unit", f"Ghi đơn vị {unit.slug} chấm dứt hoạt động") as act:
        act.transaction.put(replace(unit, ended_on=on))
    return act.changes


def _refuse_circle(units: list[Unit], unit_id: int, parent_id: int | None) -> None:
    if stands_under_itself(unit_id, {unit.id: unit.parent_id for unit in units} | {unit_id: parent_id}):
        raise RuleBroken("Đơn vị cấp trên đã chọn lại trực thuộc đơn vị này. Hãy chọn đơn vị cấp trên khác.")


def _required(text: str, sentence: str) -> str:
    text = clean(text)
    if not text:
        raise RuleBroken(sentence)
    return text
