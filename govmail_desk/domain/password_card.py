"""The password card: what the unit's regulation says of good passwords, on one card for the screen, for paper and for notices.

Every line has its article; where the regulation is silent the card says so, and what is ours is marked as ours. No card, and no notice
made from one, has a place for a password. Drawing it is `documents.password_card_docx`, showing it `gui.dialogs.password_card`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from govmail_desk.domain.citation import written_out
from govmail_desk.domain.provision import AnyKey, AnyProvision, Period
from govmail_desk.domain.provision_words import in_words
from govmail_desk.domain.regulation import (
    PASSWORD_FIRST_LOGIN,
    PASSWORD_FORGOTTEN,
    PASSWORD_REISSUED,
    PASSWORD_ROTATION_ADMIN,
    PASSWORD_ROTATION_USER,
    PASSWORD_ROTATION_WORDS,
    PASSWORD_RULE,
    PASSWORD_SECRECY,
    PASSWORD_STRENGTH_ADMIN,
    PASSWORD_STRENGTH_USER,
    Regulation,
)

Part = Literal["strength", "change", "secrecy"]
Ground = Literal["regulation", "unit", "suggested", "silent"]

TITLE: Final = "Thẻ mật khẩu hộp thư điện tử công vụ"
PARTS: Final[dict[Part, str]] = {
    "strength": "Đặt mật khẩu",
    "change": "Đổi mật khẩu",
    "secrecy": "Giữ mật khẩu, khi quên hoặc lộ",
}
OURS_HEADING: Final = "Gợi ý của chương trình, không phải quy định"
SILENT: Final = "Quy chế không nêu"
NOBODY_ASKS: Final = "Không ai, kể cả người quản trị, được hỏi mật khẩu của ông (bà). Thư, tin nhắn hay cuộc gọi hỏi mật khẩu là giả mạo."
_ASKS: Final[tuple[tuple[Part, str, AnyKey], ...]] = (
    ("strength", "Mật khẩu người dùng", PASSWORD_STRENGTH_USER),
    ("strength", "Mật khẩu tài khoản quản trị", PASSWORD_STRENGTH_ADMIN),
    ("strength", "Yêu cầu khác", PASSWORD_RULE),
    ("change", "Được cấp lần đầu", PASSWORD_FIRST_LOGIN),
    ("change", "Được cấp lại", PASSWORD_REISSUED),
    ("change", "Đổi định kỳ", PASSWORD_ROTATION_USER),
    ("change", "Đổi định kỳ, tài khoản quản trị", PASSWORD_ROTATION_ADMIN),
    ("secrecy", "Giữ bí mật", PASSWORD_SECRECY),
    ("secrecy", "Quên, mất hoặc lộ", PASSWORD_FORGOTTEN),
)
_OF_ADMIN: Final = frozenset({PASSWORD_STRENGTH_ADMIN.name, PASSWORD_ROTATION_ADMIN.name})
_INSTEAD: Final[dict[str, AnyKey]] = {PASSWORD_ROTATION_USER.name: PASSWORD_ROTATION_WORDS}
"""What stands in for a rule where the article gives no figure."""
_ADVICE: Final[dict[str, str]] = {
    PASSWORD_STRENGTH_USER.name: "Đặt mật khẩu dài, trộn chữ hoa, chữ thường, chữ số và ký tự đặc biệt.",
    PASSWORD_RULE.name: "Không lấy ngày sinh, số điện thoại, tên người thân; không dùng lại mật khẩu của tài khoản khác.",
}
"""What we advise where the regulation is silent; no figure of ours stands beside those of a regulation."""
_TELL_OWN_UNIT: Final = "; việc cần báo thì báo cho người phụ trách hộp thư của đơn vị"
"""Whom to tell where the body an article names has ended and none is known to have come after it."""
_ALWAYS: Final = "Không dán mật khẩu ở bàn, ở máy; không gửi mật khẩu qua thư, tin nhắn."


@dataclass(frozen=True, slots=True, kw_only=True)
class CardLine:
    """One rule of the card: what it is about, what it says, and where that stands."""

    part: Part
    label: str
    words: str
    cite: str | None = None
    ground: Ground = "regulation"
    why: str = ""
    is_for_admins: bool = False

    @property
    def source(self) -> str:
        """Where it stands, in brackets behind it; empty where the regulation is silent, which the words say."""
        return {"unit": "đơn vị tự chọn", "suggested": "gợi ý của chương trình"}.get(self.ground, self.cite or "")

    @property
    def told(self) -> str:
        """The line as it is read: label, words, article."""
        return f"{self.label}: {self.words}" + (f" ({self.source})" if self.source else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordCard:
    """The whole card."""

    regulation: str
    """The regulation's title."""
    on: date
    lines: tuple[CardLine, ...]
    advice: tuple[str, ...]
    """Ours, beside the regulation."""
    notes: tuple[str, ...] = ()
    """Bodies the lines name that have ended since."""

    def of(self, part: Part) -> tuple[CardLine, ...]:
        """Give the lines of one part, in the order they are read."""
        return tuple(line for line in self.lines if line.part == part)


def password_card(regulation: Regulation, on: date) -> PasswordCard:
    """Put the card of a day together from what the regulation says, with the unit's own choices beside it."""
    silent = [key.name for _, _, key in _ASKS if not regulation.all(key, on)]
    lines = tuple(line for part, label, key in _ASKS for line in _lines(regulation, on, part, label, key))
    return PasswordCard(
        regulation=regulation.title,
        on=on,
        lines=lines,
        advice=(*(words for name, words in _ADVICE.items() if name in silent), _ALWAYS, NOBODY_ASKS),
        notes=tuple(_ended(regulation, on, " ".join(line.words for line in lines))),
    )


def rules_for(card: PasswordCard, *, is_admin: bool) -> tuple[str, ...]:
    """Word the rules a holder is told in a notice, articles written out: on setting and keeping a password; silence is left out."""
    told = tuple(
        f"{line.label}: {line.words}" + (f" ({written_out(line.cite) or line.cite})" if line.cite else "")
        for line in card.lines
        if line.ground != "silent" and (is_admin or not line.is_for_admins) and line.part != "change"
    )
    return told + card.notes


def _lines(regulation: Regulation, on: date, part: Part, label: str, key: AnyKey) -> Iterator[CardLine]:
    found = regulation.all(key, on) if key.many else _one(regulation, key, on)
    is_for_admins = key.name in _OF_ADMIN
    for provision in found:
        yield CardLine(
            part=part,
            label=label,
            words=_words(provision),
            cite=provision.cite,
            ground=provision.source,
            why=provision.why,
            is_for_admins=is_for_admins,
        )
    if not found:
        words = f"{SILENT} riêng" if is_for_admins else SILENT
        yield CardLine(part=part, label=label, words=words, ground="silent", is_for_admins=is_for_admins)


def _one(regulation: Regulation, key: AnyKey, on: date) -> tuple[AnyProvision, ...]:
    found = regulation.find(key, on)
    if found is None and key.name in _INSTEAD:
        found = regulation.find(_INSTEAD[key.name], on)
    return () if found is None else (found,)


def _words(provision: AnyProvision) -> str:
    value = provision.value
    words = f"{in_words(value)} một lần" if isinstance(value, Period) else in_words(value)
    return words[:1].upper() + words[1:]


def _ended(regulation: Regulation, on: date, words: str) -> Iterator[str]:
    for gone in regulation.ended_in(words, on):
        after = f", nay là {gone.successor}" if gone.successor else _TELL_OWN_UNIT
        yield f"{gone.body} đã kết thúc từ {gone.on:%d/%m/%Y}{after}."
