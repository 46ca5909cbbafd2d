"""The file of a review: one .zip, the same bytes for the same content."""

from __future__ import annotations

import io
import zipfile

from govmail_desk.documents.plain_text import plain_lines
from govmail_desk.documents.review_evidence import (
    FOLDERS,
    LIST_COLUMNS,
    SUMMARY_NAME,
    Column,
    EvidenceContent,
    Table,
    evidence_docx,
    evidence_pack,
)

CONTENT = EvidenceContent(
    bodies=("UBND TỈNH SÓC TRĂNG", "SỞ NỘI VỤ"),
    place_and_date="Sóc Trăng, ngày 09 tháng 12 năm 2026",
    title="Rà soát đợt 1",
    facts=("Phạm vi: 3 hộp thư, ở 2 bộ phận.",),
    tables=(
        Table("Các bộ phận", (Column("Bộ phận", 80), Column("Số dòng", 20)), [("Phòng <A> & B", "3")], "Không có."),
        Table("Đề nghị", (Column("Đề nghị", 80),), [], "Chưa lập đề nghị nào."),
    ),
    remarks=("1 dòng trả lời không rõ.",),
    made_by="Ngô Thị Kim Uyên",
)


def test_the_summary_says_facts_tables_and_what_is_left():
    said = "\n".join(line.text for line in plain_lines("tong-hop.docx", evidence_docx(CONTENT)))
    for words in ("Phạm vi: 3 hộp thư", "Phòng <A> & B\t3", "Chưa lập đề nghị nào.", "- 1 dòng trả lời không rõ."):
        assert words in said


def test_papers_lie_in_folders_by_what_they_are():
    rows = [("1", "Phòng A", *("",) * (len(LIST_COLUMNS) - 2))]
    pack = evidence_pack(CONTENT, rows, {("sheet", "a.xlsx"): b"1", ("answer", "a.xlsx"): b"2"})
    with zipfile.ZipFile(io.BytesIO(pack)) as opened:
        assert opened.testzip() is None
        assert opened.read(f"{FOLDERS['answer']}/a.xlsx") == b"2"
        assert SUMMARY_NAME in opened.namelist()
