"""The minutes of a handover (biên bản bàn giao) filled into their form, with the mark that ties a signed copy to this very text.

The text is read back out of the made file, so whatever form it was made from, what was hashed is what stands on paper; the mark made
of that hash stands in the footer, outside the text. What the minutes say is `domain.minutes_text`; the fields of a form for them are here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from unicodedata import normalize

from govmail_desk.documents.form import Form, Values, read_form
from govmail_desk.documents.form_check import BODY
from govmail_desk.documents.form_fields import FormFields
from govmail_desk.documents.letter_column import LEFT_MM, TEXT_MM, margin_beside, rule_under
from govmail_desk.documents.package import WORD, parsed, unpacked
from govmail_desk.domain import letterhead, minutes_text
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.letterhead import abbreviated, number_line
from govmail_desk.domain.minutes_text import ItemLine, MailboxLine, MinutesContent

HEADING_PT: Final = 12
TITLE_PT: Final = 14

FIELDS: Final = FormFields(
    texts=frozenset({
        *("co_quan_chu_quan", "co_quan", "so_ky_hieu", "trich_yeu", "mo_dau", "ban_giao", "doan_cuoi"),
        *("vai_ben_giao", "ten_ben_giao", "ten_ben_nhan", "ten_chung_kien", "ten_thu_truong"),
        *("dau_bien_ban", "ban_thu", "nhat_ky"),
    }),
    lists={
        **{name: frozenset[str]() for name in ("can_cu", "thanh_phan", "de_nghi", "cam_ket", "noi_nhan")},
        "hop_thu": frozenset({"stt", "dia_chi", "cua", "trang_thai", "ghi_chu"}),
        "viec": frozenset({"stt", "ten", "ket_qua", "ai_khi_nao", "cach_lam"}),
    },
    drawn=frozenset({"gach_co_quan", "gach_trich_yeu"}),
    margins={name: f"le_{name}" for name in ("co_quan_chu_quan", "co_quan")},
    required=frozenset({
        *("co_quan", "mo_dau", "thanh_phan", "hop_thu", "viec", "de_nghi", "cam_ket", "doan_cuoi"),
        *("ten_ben_giao", "ten_ben_nhan", "dau_bien_ban", "nhat_ky"),
    }),
)
RECIPIENTS: Final = ("- Các bên ký biên bản;", "- Lưu: VT, hồ sơ.")
_BREAKS: Final = {f"{WORD}br", f"{WORD}cr", f"{WORD}tab"}


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the footer says beside the mark: which edition, and where the journal's head stood."""

    edition: int
    journal_seq: int
    journal_hash: str


@dataclass(frozen=True, slots=True)
class MadeMinutes:
    """One edition as made: the file, and its text with its hash and mark."""

    docx: bytes
    text: str
    sha256: str
    mark: str


def made_minutes(
    form: bytes, content: MinutesContent, stamp: Stamp, *, form_name: str = "bien-ban-ban-giao.docx"
) -> MadeMinutes:
    """Fill the form; raises `RuleBroken` where it cannot be filled, or prints the mark among the text it is made of."""
    read = read_form(form, name=form_name, fields=FIELDS)
    values = _values(content)
    text = text_of(_stamped(read, values, stamp, mark=""))
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    mark = minutes_text.mark_of(sha256)
    docx = _stamped(read, values, stamp, mark=mark)
    if text_of(docx) != text:
        raise RuleBroken(
            f"Mẫu «{form_name}» ghi «dau_bien_ban» ở thân trang. Hãy đưa trường này xuống chân trang, nơi không thuộc nội dung biên bản."
        )
    return MadeMinutes(docx, text, sha256, mark)


def text_of(docx: bytes, *, name: str = "bien-ban.docx") -> str:
    """Read the text of minutes (.docx): each paragraph of the page's body on a line, without header and footer."""
    parts = unpacked(docx, name=name)
    if BODY not in parts:
        raise RuleBroken(f"Tệp «{name}» không phải văn bản Word (.docx). Hãy chọn tệp khác.")
    return "\n".join(line for line in _lines(parts[BODY]) if line)


def _lines(body: bytes) -> Iterator[str]:
    for paragraph in parsed(body).iter(f"{WORD}p"):
        said = "".join(
            " " if piece.tag in _BREAKS else piece.text or "" for piece in paragraph.iter(f"{WORD}t", *_BREAKS)
        )
        yield " ".join(normalize("NFC", said).split())


def _stamped(form: Form, values: Values, stamp: Stamp, *, mark: str) -> bytes:
    return form.filled({
        **values,
        "dau_bien_ban": mark,
        "ban_thu": str(stamp.edition),
        "nhat_ky": minutes_text.journal_told(stamp.journal_seq, stamp.journal_hash),
    })


def _values(content: MinutesContent) -> Values:
    return {**_header(content), **_body(content), **_signatures(content)}


def _header(content: MinutesContent) -> Values:
    parent, body = abbreviated(content.parent_body).upper(), content.body.upper()
    return {
        "co_quan_chu_quan": parent,
        "co_quan": body,
        "so_ky_hieu": number_line(content.symbol, content.number),
        "gach_co_quan": rule_under(body, column_mm=LEFT_MM, size_pt=HEADING_PT),
        "le_co_quan_chu_quan": margin_beside(parent, column_mm=LEFT_MM, size_pt=HEADING_PT),
        "le_co_quan": margin_beside(body, column_mm=LEFT_MM, size_pt=HEADING_PT, is_bold=True),
        "trich_yeu": content.subject,
        "gach_trich_yeu": rule_under(content.subject, column_mm=TEXT_MM, size_pt=TITLE_PT),
    }


def _body(content: MinutesContent) -> Values:
    return {
        "can_cu": letterhead.base_lines(content.bases),
        "mo_dau": minutes_text.opening(content),
        "thanh_phan": minutes_text.parties(content),
        "ban_giao": minutes_text.handed(content),
        "hop_thu": _mailbox_rows(content.mailboxes),
        "viec": _item_rows(content.items),
        "de_nghi": minutes_text.open_requests(content),
        "cam_ket": minutes_text.promises(content),
        "doan_cuoi": minutes_text.closing(content),
    }


def _signatures(content: MinutesContent) -> Values:
    title, name = minutes_text.giving_side(content)
    return {
        "vai_ben_giao": title,
        "ten_ben_giao": name,
        "ten_ben_nhan": content.receiver.name,
        "ten_chung_kien": minutes_text.witness_name(content),
        "ten_thu_truong": content.head,
        "noi_nhan": RECIPIENTS,
    }


def _mailbox_rows(mailboxes: Sequence[MailboxLine]) -> tuple[dict[str, str], ...]:
    return tuple(
        {"stt": str(place), "dia_chi": one.address, "cua": one.whose, "trang_thai": one.state, "ghi_chu": one.note}
        for place, one in enumerate(mailboxes, start=1)
    )


def _item_rows(items: Sequence[ItemLine]) -> tuple[dict[str, str], ...]:
    return tuple(
        {
            "stt": str(place),
            "ten": one.title,
            "ket_qua": one.state,
            "ai_khi_nao": one.whose,
            "cach_lam": "; ".join(one.told),
        }
        for place, one in enumerate(items, start=1)
    )
