"""The unit's own dated choices, set on the Thiết lập page: letterhead, signers, operator, recipients, hours, rules.

The calendar has open due dates count on it: `operations.calendar_changes`.
"""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from govmail_desk.desk import Changes, Desk
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.office_hours import is_clock_time, is_day_of_year
from govmail_desk.domain.regulation import KEYS, REQUEST_OPERATOR, REQUEST_OPERATOR_ADDRESS, Regulation
from govmail_desk.domain.secrecy import without_password
from govmail_desk.domain.settings import (
    Choice,
    Letterhead,
    OfficeHours,
    Operator,
    Recipients,
    RegulationText,
    Signer,
)
from govmail_desk.domain.vietnamese import clean
from govmail_desk.operations.mailboxes import checked_address
from govmail_desk.operations.unit_duties import UNIT_RULES, begin_unit_duties
from govmail_desk.regulations import loader

if TYPE_CHECKING:
    from govmail_desk.store.transaction import Transaction

Typed = TypeVar("Typed", Letterhead, Signer, OfficeHours)


def set_letterhead(desk: Desk, *, letterhead: Letterhead) -> Changes:
    """Set what the first lines of the unit's papers say from a day on; papers dated before keep theirs."""
    letterhead = _tidied(letterhead)
    if not letterhead.body or not letterhead.symbol:
        raise RuleBroken("Tên cơ quan ban hành và ký hiệu văn bản không được để trống. Hãy điền cả hai.")
    with desk.transaction("set_letterhead", f"Đặt thể thức văn bản từ {letterhead.from_on:%d/%m/%Y}") as act:
        for same_day in act.transaction.find(Letterhead, from_on=letterhead.from_on.isoformat()):
            letterhead = replace(letterhead, id=same_day.id, version=same_day.version)
        act.transaction.put(letterhead)
    return act.changes


def add_signer(desk: Desk, *, signer: Signer) -> Changes:
    """Add someone who may sign the unit's letters, with the authority and its days."""
    signer = _checked(signer)
    with desk.transaction("add_signer", f"Thêm người ký {signer.full_name}") as act:
        act.transaction.put(signer)
    return act.changes


def edit_signer(desk: Desk, *, signer: Signer) -> Changes:
    """Correct a signer, or end the authority on a day."""
    signer = _checked(signer)
    with desk.transaction("edit_signer", f"Sửa người ký {signer.full_name}") as act:
        act.transaction.put(signer)
    return act.changes


def set_operator(desk: Desk, *, name: str, address: str, from_on: date) -> Changes:
    """Set which body requests go to from a day on; bodies are merged and renamed, the regulation's text is not."""
    name = without_password(name)
    if not name:
        raise RuleBroken("Tên đơn vị quản lý, vận hành đang để trống. Hãy gõ tên đầy đủ.")
    with desk.transaction("set_operator", f"Đặt nơi nhận đề nghị: {name}") as act:
        tidy = checked_address(address) if clean(address) else ""
        put_operator(act.transaction, Operator(from_on=from_on, name=name, address=tidy))
    return act.changes


def put_operator(transaction: Transaction, operator: Operator) -> None:
    """Write the body requests go to from a day on, in place of one written for the same day."""
    known = transaction.find(Operator, from_on=operator.from_on.isoformat())
    transaction.put(replace(operator, id=known[-1].id, version=known[-1].version) if known else operator)


def set_recipients(desk: Desk, *, lines: tuple[str, ...], from_on: date) -> Changes:
    """Set the lines under Nơi nhận from a day on."""
    tidy = tuple(filter(None, map(without_password, lines)))
    with desk.transaction("set_recipients", "Đặt phần Nơi nhận") as act:
        known = act.transaction.find(Recipients, from_on=from_on.isoformat())
        recipients = Recipients(from_on=from_on, lines=tidy)
        act.transaction.put(replace(recipients, id=known[-1].id, version=known[-1].version) if known else recipients)
    return act.changes


def set_office_hours(desk: Desk, *, hours: OfficeHours) -> Changes:
    """Set the unit's office hours from a day on, for the whole year or for a season of it, or correct hours set before."""
    hours = _tidied(hours)
    _refuse_hours(hours)
    with desk.transaction("set_office_hours", f"Đặt giờ làm việc từ {hours.from_on:%d/%m/%Y}") as act:
        act.transaction.put(hours if hours.id else _in_place_of_same(act.transaction, hours))
    return act.changes


def _refuse_hours(hours: OfficeHours) -> None:
    times = (hours.morning_from, hours.morning_to, hours.afternoon_from, hours.afternoon_to)
    if not all(map(is_clock_time, times)):
        raise RuleBroken("Giờ làm việc phải viết dạng giờ:phút, ví dụ 07:30. Hãy sửa ô chưa đúng.")
    if list(times) != sorted(set(times)):
        raise RuleBroken("Giờ bắt đầu phải trước giờ kết thúc, buổi sáng trước buổi chiều. Hãy xem lại bốn mốc giờ.")
    season = (hours.season_from, hours.season_to)
    if not any(season):
        return
    if not all(season):
        raise RuleBroken("Giờ theo mùa cần cả ngày bắt đầu và ngày kết thúc của mùa. Hãy điền nốt, hoặc chọn cả năm.")
    if not all(map(is_day_of_year, season)):
        raise RuleBroken("Ngày của mùa phải là một ngày có thật, viết ngày/tháng, ví dụ 15/10. Hãy sửa ô chưa đúng.")


def _in_place_of_same(transaction: Transaction, hours: OfficeHours) -> OfficeHours:
    """Hours of the same season from the same day take the place of those written before."""
    season = {"season_from": hours.season_from, "season_to": hours.season_to}
    known = transaction.find(OfficeHours, from_on=hours.from_on.isoformat(), **season)
    return replace(hours, id=known[-1].id, version=known[-1].version) if known else hours


def choose_rule(desk: Desk, *, rule: str, value: object, from_on: date, why: str) -> Changes:
    """Set the unit's own value for a rule beside the regulation's; the regulation's own stays visible.

    A report's day, or the interval of reviews, begins to be due from that day on.
    """
    key = KEYS.get(rule)
    if key is None:
        raise RuleBroken(f"Chương trình không có quy tắc “{rule}”. Hãy chọn một quy tắc trong danh sách.")
    if not clean(why):
        raise RuleBroken("Hãy ghi lý do đơn vị chọn giá trị này, ví dụ số công văn hướng dẫn.")
    said = without_password(why)
    provision = loader.unit_provision(key, value, why=said, from_on=from_on)
    present = desk.regulation(from_on)
    # Before the others: of two choices of one day the later made counts, and the earlier is about to be overwritten.
    regulation = replace(present, provisions=(provision, *present.provisions))
    with desk.transaction("choose_rule", f"Chọn giá trị riêng cho “{key.label}”") as act:
        choice = Choice(rule=rule, value=value, from_on=from_on, why=said)
        same_day = [one for one in act.transaction.find(Choice, rule=rule, from_on=from_on.isoformat()) if not key.many]
        act.transaction.put(replace(choice, id=same_day[-1].id, version=same_day[-1].version) if same_day else choice)
        rules = UNIT_RULES & {rule}
        begin_unit_duties(act.transaction, regulation, desk.calendar(), begun_by="begun", on=from_on, rules=rules)
    return act.changes


def adopt_regulation(desk: Desk, *, toml: str, name: str, from_on: date) -> Changes:
    """Put another regulation into use from a day on, after it was checked; it is copied whole into the register.

    Where it is another province's, requests go to the body it names from that day on. The reports it names a day for begin to be due.
    """
    regulation = loader.load_text(toml, name=name)
    present = desk.regulation(from_on)
    is_another = present.id != regulation.id
    with_choices = regulation.with_choices(tuple(rule for rule in present.provisions if rule.source == "unit"))
    operator = first_operator(regulation, from_on=from_on) if is_another else None
    with desk.transaction("adopt_regulation", f"Áp dụng quy chế {regulation.short_name} từ {from_on:%d/%m/%Y}") as act:
        act.transaction.put(regulation_text(regulation, from_on=from_on))
        if operator is not None:
            put_operator(act.transaction, operator)
        begin_unit_duties(act.transaction, with_choices, desk.calendar(), begun_by="adopted", on=from_on)
    return act.changes


def first_operator(regulation: Regulation, *, from_on: date) -> Operator | None:
    """Take the body requests go to from a regulation, with the address it prints or, where it prints none, the one we suggest."""
    named, suggested = regulation.find(REQUEST_OPERATOR), regulation.find(REQUEST_OPERATOR_ADDRESS)
    if named is None:
        return None
    return Operator(
        from_on=from_on, name=named.value.name, address=named.value.address or (suggested.value if suggested else "")
    )


def regulation_text(regulation: Regulation, *, from_on: date) -> RegulationText:
    """Make the copy of a regulation that lies in the register, sealed by its hash."""
    return RegulationText(regulation_id=regulation.id, toml=regulation.text, sha256=regulation.sha256, from_on=from_on)


def _checked(signer: Signer) -> Signer:
    signer = _tidied(signer)
    if not signer.full_name or not signer.post:
        raise RuleBroken("Họ tên và chức vụ của người ký không được để trống. Hãy điền cả hai.")
    if signer.authority in {"deputy", "by-order", "by-authorisation"} and not signer.head_post:
        raise RuleBroken("Hãy ghi chức vụ của người được ký thay, ví dụ “Giám đốc” hoặc “Chủ tịch”.")
    if signer.from_on and signer.to_on and signer.to_on < signer.from_on:
        raise RuleBroken("Ngày hết thẩm quyền ký phải từ ngày bắt đầu trở đi. Hãy xem lại hai ngày.")
    return signer


def _tidied(typed: Typed) -> Typed:
    """Bring a setting's typed texts in clean; none of them holds a password."""
    texts: dict[str, Any] = {
        field.name: without_password(value)
        for field in fields(typed)
        if isinstance(value := getattr(typed, field.name), str)
    }
    return replace(typed, **texts)
