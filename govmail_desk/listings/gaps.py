"""What the desk still lacks before its papers and reminders are whole, each line with the act that fills the gap."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from govmail_desk.domain.regulation import PASSWORD_ROTATION_USER
from govmail_desk.listings.today_row import TodayRow

if TYPE_CHECKING:
    from datetime import date

    from govmail_desk.domain.regulation import Ended, Regulation


def gaps(facts: Any, regulation: Regulation, day: date) -> Iterator[TodayRow]:
    """Say what papers and reminders still lack, before someone runs into it."""
    if facts.people <= 1:  # the head named at the first setup
        yield TodayRow(
            "setup", "Sổ chưa có danh sách người của đơn vị", "Nhập danh sách Excel sẵn có của đơn vị", "import_list"
        )
    if not facts.signers:
        yield TodayRow(
            "setup", "Chưa có người ký công văn", "Ghi họ tên, chức vụ và thẩm quyền của người ký", "add_signer"
        )
    if not facts.operator_address:
        yield TodayRow(
            "setup",
            "Chưa có địa chỉ thư của nơi nhận đề nghị",
            "Quy chế không in địa chỉ này; hãy hỏi đơn vị vận hành rồi ghi vào",
            "set_operator",
        )
    if not facts.contacts:
        yield TodayRow(
            "setup", "Chưa có người liên hệ in trong công văn", "Ghi họ tên, chức vụ, điện thoại", "set_contact"
        )
    if facts.unknown_passwords > 0 and regulation.find(PASSWORD_ROTATION_USER, day) is not None:
        yield TodayRow(
            "setup",
            f"{facts.unknown_passwords} hộp thư chưa rõ ngày đổi mật khẩu gần nhất",
            "Ghi ngày đã đổi thì chương trình mới nhắc được lần sau; chưa ghi thì không nhắc",
            "know_passwords",
        )
    yield from _ended(facts.operator or "", regulation, day)


def _ended(operator_name: str, regulation: Regulation, day: date) -> Iterator[TodayRow]:
    named = regulation.ended_in(operator_name, day)
    if named:
        yield TodayRow(
            section="setup",
            title=f"Nơi nhận đề nghị không còn: {operator_name}",
            detail="; ".join(map(_what_became, named)) + ". Hãy kiểm tra lại nơi nhận",
            act="set_operator",
            why=f"Nguồn: {'; '.join(ended.cite for ended in named)}.",
        )


def _what_became(ended: Ended) -> str:
    successor = f", nay là {ended.successor}" if ended.successor else ""
    return f"{ended.body} kết thúc từ {ended.on:%d/%m/%Y}{successor}"
