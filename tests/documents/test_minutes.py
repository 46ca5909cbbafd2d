"""Minutes opened again and read: their text, hash and mark, what the footer says, how they stand and print."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from io import BytesIO

import docx
import pytest

from govmail_desk.documents.layout.check import deviations
from govmail_desk.documents.minutes import FIELDS, Stamp, made_minutes, text_of
from govmail_desk.documents.package import packed, unpacked
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.layout import ExpectedContent
from govmail_desk.domain.minutes_text import MinutesContent
from govmail_desk.regulations import layout
from tests.documents.made_forms import word_form
from tests.documents.printing import Printed, printed
from tests.documents.sample_minutes import FORM, LONG, OF_THE_DEAD, SHORT

STAMP = Stamp(2, 57, "9f3a6c21aa00" + "b" * 52)
OF_OTHER_PAPERS = {
    "Địa danh và thời gian ban hành",  # Mẫu 1.9 has neither place and date in its head nor an addressee
    "Kính gửi",
    "Quyền hạn, chức vụ người ký",  # three sign side by side, in no office of theirs
    "Dòng địa chỉ cuối trang thứ nhất",  # the mark of the text stands there
    "Dòng địa chỉ cuối trang",
    "Số lượng",  # of a request's list
    "Nơi nhận",  # begins with `Như trên` where somebody is written to
    "Địa chỉ hộp thư",  # of the register, which the check is not told here
}


@pytest.fixture(scope="module")
def on_paper(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    made = {"ngan.docx": SHORT, "dai.docx": LONG, "da-mat.docx": OF_THE_DEAD}
    for count in range(1, 13):  # so that each heading comes to the foot of a page once
        made[f"lui-{count}.docx"] = replace(SHORT, requests=SHORT.requests * count, items=SHORT.items * 4)
    papers = {name: made_minutes(FORM, content, STAMP).docx for name, content in made.items()}
    return printed(tmp_path_factory.mktemp("bien-ban"), papers)


def body(content: MinutesContent) -> list[str]:
    return made_minutes(FORM, content, STAMP).text.splitlines()


def test_the_hash_and_the_mark_are_those_of_the_text_in_the_file() -> None:
    made = made_minutes(FORM, LONG, STAMP)
    again = text_of(made.docx)
    assert again == made.text
    assert hashlib.sha256(again.encode()).hexdigest() == made.sha256
    assert made.mark == f"{made.sha256[:4]}-{made.sha256[4:8]}".upper()


def test_a_change_of_one_letter_makes_another_mark() -> None:
    other = replace(SHORT, witness="Đỗ Văn Lỳ, Chánh Văn phòng")
    assert made_minutes(FORM, other, STAMP).mark != made_minutes(FORM, SHORT, STAMP).mark


def test_edition_and_journal_stand_outside_the_text() -> None:
    assert made_minutes(FORM, SHORT, STAMP).sha256 == made_minutes(FORM, SHORT, Stamp(3, 99, "0" * 64)).sha256


def test_the_foot_of_every_page_says_mark_edition_and_the_journals_head() -> None:
    made = made_minutes(FORM, SHORT, STAMP)
    section = docx.Document(BytesIO(made.docx)).sections[0]
    said = f"Dấu biên bản: {made.mark}. Bản thứ 2. Nhật ký sổ: dòng 57, mã 9f3a6c21aa00."
    assert [one.text for one in section.footer.paragraphs] == [said]
    assert [one.text for one in section.first_page_footer.paragraphs] == [said]


def test_the_head_is_that_of_minutes() -> None:
    lines = body(SHORT)
    assert lines[:6] == [
        "UBND TỈNH CÀ MAU",
        "SỞ THÔNG TIN VÀ TRUYỀN THÔNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: /BB-STTTT",
        "BIÊN BẢN",
    ]
    assert lines[6] == "Bàn giao hộp thư điện tử công vụ của Sở Thông tin và Truyền thông"


def test_each_item_of_the_checklist_stands_with_state_day_person_and_way() -> None:
    lines = body(SHORT)
    row = lines.index("Giao mật khẩu")
    assert lines[row + 1 : row + 4] == ["Đã làm", "23/11/2026, Nguyễn Văn Thành", "trao trực tiếp giữa hai bên"]
    assert lines[lines.index("Giao danh bạ, chữ ký thư và quy tắc lọc thư") + 1] == "Chưa làm"


def test_three_sign_and_nobody_signs_as_a_witness_who_was_not_there() -> None:
    assert [line for line in body(SHORT) if line.isupper()][-3:] == ["BÊN GIAO", "NGƯỜI CHỨNG KIẾN", "BÊN NHẬN"]
    assert "NGƯỜI CHỨNG KIẾN" not in body(OF_THE_DEAD)


def test_for_a_giver_who_died_another_signs_and_it_is_said_why() -> None:
    lines = body(OF_THE_DEAD)
    assert "1. Bên giao: ông (bà) Nguyễn Văn Thành, chức vụ: Giám đốc (đã mất)." in lines
    assert lines[lines.index("NGƯỜI KÝ THAY BÊN GIAO") :][2] == OF_THE_DEAD.in_place_of


def test_a_handover_between_clerks_is_confirmed_by_the_head_alone() -> None:
    assert body(LONG)[-2:] == ["XÁC NHẬN CỦA THỦ TRƯỞNG", "Lê Thị Mỹ Hạnh"]
    assert "XÁC NHẬN CỦA THỦ TRƯỞNG" not in body(SHORT)


@pytest.mark.parametrize("content", [SHORT, LONG, OF_THE_DEAD])
def test_the_looks_are_the_decrees_wherever_it_speaks_of_such_a_part(content: MinutesContent) -> None:
    docx_ = made_minutes(FORM, content, STAMP).docx
    expected = ExpectedContent(kind="proposal", row_count=1, has_list=False)
    found = deviations(docx_, layout=layout.in_force(), content=expected)
    assert not [one.sentence for one in found if one.where not in OF_OTHER_PAPERS]


def test_no_tag_is_left_and_no_field_has_a_place_for_a_password() -> None:
    made = made_minutes(FORM, LONG, STAMP)
    assert not re.search(r"\{\{|\{%", made.text)
    assert not [name for name in FIELDS.names if "mat_khau" in name]


def test_a_form_with_the_mark_among_the_text_is_refused() -> None:
    parts = unpacked(FORM, name="x.docx")
    main = parts["word/document.xml"].replace(b"{{ trich_yeu }}", b"{{ trich_yeu }} {{ dau_bien_ban }}")
    with pytest.raises(RuleBroken, match="chân trang"):
        made_minutes(packed(parts | {"word/document.xml": main}), SHORT, STAMP)


def test_a_form_without_the_mark_is_refused() -> None:
    with pytest.raises(RuleBroken, match="«dau_bien_ban»"):
        made_minutes(word_form("{{ co_quan }}"), SHORT, STAMP)


def test_a_file_that_is_no_word_paper_has_no_text() -> None:
    with pytest.raises(RuleBroken):
        text_of(packed({"xl/workbook.xml": b"<x/>"}), name="bang.xlsx")


def test_every_page_on_paper_bears_the_mark(on_paper: dict[str, Printed]) -> None:
    for name, content in (("ngan.docx", SHORT), ("dai.docx", LONG), ("da-mat.docx", OF_THE_DEAD)):
        mark = made_minutes(FORM, content, STAMP).mark
        assert all(page.count(f"Dấu biên bản: {mark}") == 1 for page in on_paper[name].pages)


def test_a_long_table_repeats_its_head_and_the_signatures_stay_with_the_last_sentence(
    on_paper: dict[str, Printed],
) -> None:
    pages = on_paper["dai.docx"].pages
    assert len(pages) > 3
    assert sum("Địa chỉ hộp thư" in page for page in pages) > 1
    assert all(words in pages[-1] for words in ("Các bên đã đọc lại", "BÊN GIAO", "BÊN NHẬN", "XÁC NHẬN"))


def test_a_heading_never_stands_alone_at_the_foot_of_a_page(on_paper: dict[str, Printed]) -> None:
    for paper in on_paper.values():
        for page in paper.pages:
            lines = [line.strip() for line in page.splitlines() if line.strip()]
            above_the_mark = lines[lines.index(next(line for line in lines if line.startswith("Dấu biên bản"))) - 1]
            assert not re.match(r"(I|II|III|IV|V)\. ", above_the_mark)
