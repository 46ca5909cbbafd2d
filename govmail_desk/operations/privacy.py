"""What the unit keeps of people: whether identity numbers are written, and how long private fields stay after someone left.

Emptying what is no longer kept is `operations.minimisation`; what holds on a day is read by `Desk.privacy`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.privacy import PrivacyChoice
from govmail_desk.domain.provision import Period
from govmail_desk.domain.secrecy import without_password
from govmail_desk.regulations.privacy import privacy_law

if TYPE_CHECKING:
    from datetime import date

    from govmail_desk.desk import Changes, Desk


def choose_privacy(
    desk: Desk, *, is_id_number_kept: bool, keep_month_count: int, from_on: date, why: str = ""
) -> Changes:
    """Set what the unit keeps of people from a day on; to keep identity numbers it gives its reason.

    Numbers that are kept already stay as they are: emptying them is an act of its own, seen before it is done. Raises `RuleBroken`.
    """
    said = without_password(why)
    if is_id_number_kept and not said:
        raise RuleBroken(
            "Hãy ghi vì sao đơn vị cần số CCCD, ví dụ biểu mẫu của nơi nhận đề nghị có cột này.",
            why=privacy_law().id_number.sentence,
        )
    _refuse_months(keep_month_count)
    choice = PrivacyChoice(
        from_on=from_on, is_id_number_kept=is_id_number_kept, keep_month_count=keep_month_count, why=said
    )
    with desk.transaction("choose_privacy", _sentence(choice)) as act:
        same_day = act.transaction.find(PrivacyChoice, from_on=from_on.isoformat())
        act.transaction.put(replace(choice, id=same_day[-1].id, version=same_day[-1].version) if same_day else choice)
    return act.changes


def refuse_id_number(desk: Desk, *, id_number: str) -> None:
    """Refuse to write an identity number where the unit chose to keep none."""
    if id_number and not desk.privacy().is_id_number_kept:
        raise RuleBroken(
            "Sổ không ghi số CCCD. Nếu đơn vị cần, hãy chọn ghi ở Thiết lập › Dữ liệu cá nhân rồi làm lại.",
            why=privacy_law().id_number.sentence,
        )


def _refuse_months(count: int) -> None:
    try:
        Period(count, "month")
    except ValueError as fault:
        raise RuleBroken("Số tháng giữ dữ liệu riêng phải từ 1 trở lên và không quá một trăm năm.") from fault


def _sentence(choice: PrivacyChoice) -> str:
    kept = "Ghi" if choice.is_id_number_kept else "Không ghi"
    return f"{kept} số CCCD, giữ dữ liệu riêng {choice.keep_month_count} tháng, từ {choice.from_on:%d/%m/%Y}"
