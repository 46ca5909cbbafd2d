"""The letter of a report, read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT

from govmail_desk import paths
from govmail_desk.documents.layout.check import deviations
from govmail_desk.documents.package import packed, unpacked
from govmail_desk.documents.report import ReportContent, made_report, tells_totals, told_rows
from govmail_desk.documents.sample_report import sample_report
from govmail_desk.domain.layout import ExpectedContent
from govmail_desk.domain.settings import Letterhead, Signer
from govmail_desk.regulations import layout
from tests.report_rows import figures, names

FORM = (paths.forms() / "chung/bao-cao.docx").read_bytes()
HEAD = Letterhead(
    from_on=date(2026, 1, 1), parent_body="Ủy ban nhân dân tỉnh", body="Sở Nội vụ", place="Ninh Bình", symbol="SNV-VP"
)
SIGNER = Signer(full_name="Lê Thị Mỹ Hạnh", post="Giám đốc")


def content(**about) -> ReportContent:
    made = sample_report(HEAD, operator="Sở Khoa học và Công nghệ", signer=SIGNER, on=date(2026, 12, 5))
    return replace(made, words=replace(made.words, figures=figures(**about)))


def opened(tmp_path: Path, docx_bytes: bytes):
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(docx_bytes)
    return docx.Document(str(path))


def test_its_appendices_lie_and_begin_at_page_one(tmp_path) -> None:
    first, *appendices = opened(tmp_path, made_report(FORM, content())).sections
    assert first.orientation == WD_ORIENT.PORTRAIT
    assert len(appendices) == 2
    for section in appendices:
        assert section.orientation == WD_ORIENT.LANDSCAPE
        numbering = section._sectPr.find(f"{{{section._sectPr.nsmap['w']}}}pgNumType")
        assert list(numbering.attrib.values()) == ["1"]
        assert [one.text for one in section.first_page_footer.paragraphs] == [""]


def test_without_names_there_is_one_appendix_without_a_number(tmp_path) -> None:
    page = opened(tmp_path, made_report(FORM, content(names=())))
    texts = [one.text for one in page.paragraphs]
    assert "Phụ lục" in texts
    assert "Phụ lục I" not in texts
    assert len(page.sections) == 2


def test_heads_of_tables_are_repeated_and_rows_never_torn(tmp_path) -> None:
    page = opened(tmp_path, made_report(FORM, content()))
    ruled = [table for table in page.tables if table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")]
    assert len(ruled) == 3
    assert all(row._tr.xpath("./w:trPr/w:cantSplit") for table in ruled for row in table.rows)


def test_it_tells_its_totals_and_no_others() -> None:
    made = made_report(FORM, content())
    assert tells_totals(made, figures())
    assert not tells_totals(made, figures(lines=figures().lines[:2]))


def looked_through(made: bytes, said: ReportContent) -> list[str]:
    expected = ExpectedContent(
        kind="report",
        row_count=5,
        addresses=frozenset(name.address for name in names()),
        table_rows=told_rows(said.words),
        body=HEAD.body,
    )
    return [one.sentence for one in deviations(made, layout=layout.in_force(), content=expected)]


def test_the_check_before_signing_finds_nothing() -> None:
    assert looked_through(made_report(FORM, content()), content()) == []


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("BÁO CÁO", "Báo cáo", "Tên loại"),
        (">40<", ">41<", "Bảng số liệu"),
        ("./.", ".", "Đoạn cuối"),
        ("(Kèm theo Báo cáo", "(Gửi cùng Báo cáo", "Phụ lục"),
    ],
)
def test_a_mistake_typed_into_it_is_found(old, new, where) -> None:
    parts = unpacked(made_report(FORM, content()), name="bao-cao.docx")
    body = parts["word/document.xml"].decode().replace(old, new)
    found = looked_through(packed(parts | {"word/document.xml": body.encode()}), content())
    assert any(where in sentence for sentence in found)
