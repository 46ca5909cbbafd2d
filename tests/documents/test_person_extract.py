"""The extract as a paper and as JSON: both say the same, nothing of either is torn."""

from __future__ import annotations

import json

from govmail_desk.documents.person_extract import TITLE, ExtractPart, PersonExtract, extract_docx, extract_json
from govmail_desk.documents.plain_text import plain_lines

EXTRACT = PersonExtract(
    bodies=("UBND TỈNH", "SỞ KHOA HỌC VÀ CÔNG NGHỆ"),
    place_and_date="Ninh Bình, ngày 23 tháng 11 năm 2026",
    full_name="Bùi Thị Yến",
    facts=(("Họ và tên", "Bùi Thị Yến"), ("Số CCCD", "")),
    parts=(
        ExtractPart("Hộp thư", ("Địa chỉ", "Từ ngày"), (5, 2), (("yenbt.stttt@ninhbinh.gov.vn", "04/01/2022"),)),
        ExtractPart("Sự cố", ("Ngày",), (1,), ()),
    ),
    rights=("Cho xem: trong 10 ngày (NĐ).",),
    made_by="Ngô Thị Kim Uyên",
)


def test_the_paper_says_all_of_it_and_what_is_empty():
    said = str(plain_lines("trich.docx", extract_docx(EXTRACT)))
    for words in (
        TITLE.upper(),
        "Bùi Thị Yến",
        "yenbt.stttt@ninhbinh.gov.vn",
        "ở các phần: sự cố.",
        "10 ngày",
        "không có",
    ):
        assert words in said


def test_the_same_extract_gives_the_same_bytes():
    assert extract_docx(EXTRACT) == extract_docx(EXTRACT)


def test_the_json_holds_each_line_under_its_headings():
    said = json.loads(extract_json(EXTRACT).decode("utf-8"))
    assert said["cac_phan"][0]["dong"] == [{"Địa chỉ": "yenbt.stttt@ninhbinh.gov.vn", "Từ ngày": "04/01/2022"}]
    assert said["thong_tin"] == {"Họ và tên": "Bùi Thị Yến", "Số CCCD": ""}
    assert EXTRACT.row_count == 1
