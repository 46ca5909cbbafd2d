"""The notice of an assignment and the authorisation opened again: their head, their title, the blank number, the signature."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from govmail_desk.documents.custody_letter import made_custody_letter
from govmail_desk.documents.layout.check import deviations
from govmail_desk.documents.sample_paper import sample_charge
from govmail_desk.domain.custody import CustodyPaperKind
from govmail_desk.domain.layout import ExpectedContent
from govmail_desk.domain.settings import Letterhead, Signer
from govmail_desk.regulations import layout

FORMS = Path(__file__).parents[2] / "forms" / "chung"
HEAD = Letterhead(
    from_on=date(2026, 1, 1),
    parent_body="Ủy ban nhân dân tỉnh Cà Mau",
    body="Sở Thông tin và Truyền thông",
    place="Cà Mau",
    symbol="STTTT-VP",
    filing="VP",
)
SIGNER = Signer(full_name="Lê Thị Mỹ Hạnh", post="Giám đốc")
KINDS: dict[CustodyPaperKind, tuple[str, str, str]] = {
    "assignment": ("thong-bao-phan-cong.docx", "THÔNG BÁO", "TB"),
    "authorisation": ("giay-uy-quyen.docx", "GIẤY ỦY QUYỀN", "GUQ"),
}
OF_LETTERS = {"Kính gửi", "Nơi nhận", "Số lượng", "Địa chỉ hộp thư"}
"""What the check asks of a paper that is written to somebody about a list of mailboxes."""


def made(kind: CustodyPaperKind) -> bytes:
    content, lines = sample_charge(kind, HEAD, signer=SIGNER, on=date(2026, 11, 23))
    form = (FORMS / KINDS[kind][0]).read_bytes()
    return made_custody_letter(form, content, recipients=lines, form_name=KINDS[kind][0])


def said(content: bytes) -> list[str]:
    paragraphs = docx.Document(BytesIO(content)).element.body.iter(qn("w:p"))
    texts = ("".join(piece.text or "" for piece in one.iter(qn("w:t"))) for one in paragraphs)
    return [text for text in texts if text]


@pytest.mark.parametrize("kind", KINDS)
def test_the_number_is_left_to_the_van_thu_and_the_day_to_the_signer(kind: CustodyPaperKind) -> None:
    lines = said(made(kind))
    assert f"Số:      /{KINDS[kind][2]}-STTTT" in lines
    assert "Cà Mau, ngày     tháng 11 năm 2026" in lines


@pytest.mark.parametrize("kind", KINDS)
def test_it_bears_its_kind_its_subject_and_the_heads_signature(kind: CustodyPaperKind) -> None:
    lines = said(made(kind))
    title = lines.index(KINDS[kind][1])
    assert lines[title + 1].startswith("Về việc ")
    assert lines[-2:] == ["GIÁM ĐỐC", "Lê Thị Mỹ Hạnh"]
    assert "- Ông (bà) có tên trên;" in lines
    assert not any("Kính gửi" in line for line in lines)


@pytest.mark.parametrize("kind", KINDS)
def test_the_looks_are_the_decrees(kind: CustodyPaperKind) -> None:
    expected = ExpectedContent(kind="proposal", row_count=1, has_list=False)
    found = deviations(made(kind), layout=layout.in_force(), content=expected)
    assert not [one.sentence for one in found if one.where not in OF_LETTERS]
