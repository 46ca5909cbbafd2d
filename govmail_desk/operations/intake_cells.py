"""The facts of one row of a list, each cell judged: taken, remarked on, doubted, or the row set aside.

How a single cell is read is `domain.list_cell` and `domain.person_name`; which cell holds what `operations.intake_reading`. A reason
that quotes a private cell is kept in the register without the quotation.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from govmail_desk.domain.address_look_alike import is_near
from govmail_desk.domain.list_cell import (
    Clean,
    check_address,
    is_bare_local_part,
    is_public_mail,
    people_in,
    read_day,
    read_id_number,
    read_phone,
)
from govmail_desk.domain.office_phone import read_office_phone
from govmail_desk.domain.person_name import PersonName, RemarkKind, read_name
from govmail_desk.domain.secrecy import holds_password
from govmail_desk.domain.vietnamese import clean
from govmail_desk.operations.intake_plan import IntakeRow, Outcome

_DOUBTED_REMARKS: Final[frozenset[RemarkKind]] = frozenset({"empty", "one-word", "honorific", "foreign-letter"})
"""What is odd in a name so that the clerk must say it is right; the rest is taken and told."""

_BARE_YEAR: Final = re.compile(r"(?:19|20)\d{2}")
_DOMAIN: Final = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_STATE: Final = ".vn"


class Facts:
    """What one row says, gathered cell by cell; a cell mended by hand counts as confirmed."""

    __slots__ = (
        "_domain",
        "_keeps_id_numbers",
        "_kept",
        "_offers",
        "_outcome",
        "_reasons",
        "_row",
        "_sheet",
        "_today",
        "mended",
    )

    def __init__(
        self,
        *,
        sheet: str,
        row: int,
        mended: Mapping[str, str],
        domain: str,
        today: date,
        keeps_id_numbers: bool = False,
    ) -> None:
        self._sheet = sheet
        self._row = row
        self._domain = domain
        self._today = today
        self._keeps_id_numbers = keeps_id_numbers
        self._reasons: list[str] = []
        self._kept: list[str] = []
        self._offers: list[tuple[str, str]] = []
        self._outcome: Outcome = "new"
        self.mended = mended

    def remark(self, sentence: str) -> None:
        """Tell something that does not stand in the way."""
        self._reasons.append(sentence)
        self._kept.append(sentence)

    def doubt(self, sentence: str, *, kept: str = "") -> None:
        """Keep the row from being written before the clerk has looked; `kept` is what the register may keep of the reason."""
        self._reasons.append(sentence)
        self._kept.append(kept or sentence)
        if self._outcome == "new":
            self._outcome = "doubtful"

    def set_aside(self, sentence: str) -> None:
        """Put the row aside: it cannot be taken as it stands."""
        self.remark(sentence)
        self._outcome = "set_aside"

    def person(
        self,
        *,
        name: str,
        post: str,
        department: str,
        unit_path: tuple[str, ...],
        birth_on: str,
        phone: str,
        office_phone: str = "",
        id_number: str,
        address: str,
        note: str,
    ) -> IntakeRow:
        """Judge the cells of a person."""
        return IntakeRow(
            full_name=self._name(name, address),
            post=clean(post),
            department=department,
            unit_path=unit_path,
            birth_on=self._birth(birth_on),
            phone=self._phone(phone),
            office_phone=self._office_phone(office_phone),
            id_number=self._id_number(id_number),
            address=self._address(address),
            note=self._note(note),
            sheet=self._sheet,
            row=self._row,
            outcome=self._outcome,
            reasons=tuple(self._reasons),
            kept_reasons=tuple(self._kept),
            mended=frozenset(self.mended),
            answer=self.mended.get("person", ""),
            offers=tuple(self._offers),
        )

    def unit(
        self,
        *,
        name: str,
        above: str,
        unit_path: tuple[str, ...],
        custodian: str,
        post: str,
        phone: str,
        office_phone: str = "",
        address: str,
        note: str,
    ) -> IntakeRow:
        """Judge the cells of a unit's own row; post and telephone are those of who looks after its mailbox."""
        if not name and "@" not in address:
            self.doubt("Dòng này không có tên cơ quan, đơn vị; hãy nhập tên.")
        return IntakeRow(
            kind="unit",
            full_name=name,
            post=clean(post),
            department=above,
            unit_path=unit_path,
            custodian=self._custodian(custodian),
            phone=self._phone(phone),
            office_phone=self._office_phone(office_phone),
            address=self._address(address),
            note=self._note(note),
            sheet=self._sheet,
            row=self._row,
            outcome=self._outcome,
            reasons=tuple(self._reasons),
            kept_reasons=tuple(self._kept),
            mended=frozenset(self.mended),
            offers=tuple(self._offers),
        )

    def _note(self, text: str) -> str:
        """Take a note, save one that seems to hold a password: that never comes into the register."""
        if text and holds_password(text):
            self.remark("Ghi chú có vẻ chứa mật khẩu nên không được đọc. Hãy xóa mật khẩu khỏi tệp.")
            return ""
        return clean(text)

    def _name(self, text: str, address: str) -> str:
        several = people_in(text)
        if several:
            return self._several(several, cell="Ô họ tên", ask=" ở dòng này, ghi người khác thành dòng riêng")
        if "full_name" in self.mended:
            return clean(text)
        if not text:
            if "@" not in address:
                self.doubt("Dòng này có dữ liệu nhưng thiếu họ và tên; hãy nhập họ và tên.")
            return ""
        return self._remarked(read_name(text)).full

    def _several(self, names: tuple[str, ...], *, cell: str, ask: str) -> str:
        """Ask which of the people in one cell is meant; only the clerk can say."""
        *others, last = [read_name(name).full for name in names]
        count = "hai" if len(others) == 1 else str(len(names))
        self.doubt(f"{cell} có {count} người là {', '.join(others)} và {last}; hãy để lại một người{ask}.")
        return "; ".join([*others, last])

    def _remarked(self, name: PersonName) -> PersonName:
        for remark in name.remarks:
            if remark.kind in _DOUBTED_REMARKS:
                self.doubt(remark.sentence)
            else:
                self.remark(remark.sentence)
        return name

    def _custodian(self, text: str) -> str:
        several = people_in(text)
        if several:
            return self._several(several, cell="Ô người được giao theo dõi", ask="")
        if "custodian" in self.mended:
            return clean(text)
        return self._remarked(read_name(text)).full if text else ""

    def _birth(self, text: str) -> str:
        """A day as ISO, or the bare year where the list gives no more."""
        written = clean(self.mended.get("birth_on", text))
        if not written:
            return ""
        if _BARE_YEAR.fullmatch(written) and int(written) < self._today.year:
            return written
        found = read_day(written)
        if found.day is None or found.day > self._today:
            doubt = found.doubt or f"Ngày sinh «{written}» chưa tới; hãy kiểm tra lại."
            self.doubt(doubt, kept="Ngày sinh không đọc được hoặc chưa tới; hãy kiểm tra lại.")
            return ""
        return found.day.isoformat()

    def _phone(self, text: str) -> str:
        if "phone" in self.mended:
            return clean(self.mended["phone"])
        found = read_phone(text)
        if found.doubt and self._gets_its_zero_back("Số điện thoại", found.text, read_phone(f"0{found.text}").doubt):
            return f"0{found.text}"
        if found.doubt:
            self.doubt(found.doubt, kept="Số điện thoại cần kiểm tra lại.")
        return found.text

    def _office_phone(self, text: str) -> str:
        if "office_phone" in self.mended:
            return clean(self.mended["office_phone"])
        phone, doubt = read_office_phone(text)
        if doubt:
            self.doubt(doubt)
        return phone

    def _id_number(self, text: str) -> str:
        if "id_number" in self.mended:
            return clean(self.mended["id_number"])
        found = read_id_number(text)
        if not self._keeps_id_numbers:  # it only tells people apart, so that one misread is no matter
            return "" if found.doubt else found.text
        if found.doubt and self._gets_its_zero_back("Số CCCD", found.text, read_id_number(f"0{found.text}").doubt):
            return f"0{found.text}"
        if found.doubt:
            self.doubt(found.doubt, kept="Số CCCD cần kiểm tra lại.")
        return found.text

    def _gets_its_zero_back(self, what: str, digits: str, doubt: str) -> bool:
        """Say whether a number is whole again with the 0 before it that spreadsheets drop; it is given back in sight, not silently.

        Left to the clerk it would hold up nearly every row of nearly every list.
        """
        if doubt or not digits.isdecimal() or digits.startswith("0"):
            return False
        self._reasons.append(f"{what} {digits} mất số 0 đầu do bảng tính; ghi vào sổ là 0{digits}.")
        self._kept.append(f"{what} được ghi lại số 0 đầu mà bảng tính đã bỏ.")
        return True

    def _address(self, text: str) -> str:
        """Take an address as it is where it is sound; never invented, never mended."""
        checked = check_address(self.mended.get("address", text), self._domain)
        if checked is None:
            return ""
        if isinstance(checked, Clean):
            return checked.address
        return self._of_other_domain(checked.text.strip().lower(), checked.reason)

    def _of_other_domain(self, address: str, reason: str) -> str:
        """Take an address that is sound but for its domain, save where that is cut, public, or a slip of our own."""
        local, _, domain = address.partition("@")
        is_sound = bool(_DOMAIN.fullmatch(domain)) and isinstance(check_address(address, domain), Clean)
        if is_sound and is_near(address, f"{local}@{self._domain}") and "address" not in self.mended:
            self.doubt(reason)
            return address
        if not is_sound or not domain.endswith(_STATE) or is_public_mail(address) or self._domain.endswith(domain):
            self.set_aside(reason)
            if is_bare_local_part(address):
                self._offers.append(("address", f"{address}@{self._domain}"))
            return ""
        self.remark(
            f"Tên miền «{domain}» khác tên miền {self._domain} của đơn vị; địa chỉ được nhận như danh sách ghi."
        )
        return address
