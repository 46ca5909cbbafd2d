"""Filling a Word form: values come through exactly, and nothing half-filled or torn is ever made."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from govmail_desk.documents.form import KEPT_FORMS, read_form
from govmail_desk.documents.form_fields import FormFields
from govmail_desk.documents.package import packed, unpacked
from govmail_desk.domain.errors import RuleBroken
from tests.documents.made_forms import Said, paragraph, row, table, word_form, word_parts

FIELDS = FormFields(
    texts=frozenset({"co_quan", "ho_ten"}), lists={"noi_dung": frozenset(), "nguoi": frozenset({"ten", "chuc_vu"})}
)
EMPTY: dict[str, object] = {"co_quan": "", "ho_ten": "", "noi_dung": (), "nguoi": ()}


def filled(*said: Said, **values: object) -> list[str]:
    """Fill a form of paragraphs and read the made file again."""
    form = read_form(word_form(*said), name="mau.docx", fields=FIELDS)
    made = form.filled(EMPTY | values)  # type: ignore[arg-type]
    return [paragraph.text for paragraph in docx.Document(BytesIO(made)).paragraphs]


def test_names_with_the_letters_of_xml_are_printed_as_they_are() -> None:
    name = "Phòng A & B <w:p>C</w:p> \"D\" 'E' {{ ho_ten }} {% x %}"
    assert filled("Kính gửi: {{ co_quan }}", co_quan=name) == [f"Kính gửi: {name}"]


def test_a_tag_split_over_runs_is_filled() -> None:
    assert filled(["Kính gửi: {", "{ co_", "quan ", "}}", "."], co_quan="Sở Xây dựng") == ["Kính gửi: Sở Xây dựng."]


def test_paragraphs_are_repeated_and_left_out() -> None:
    said = (
        "{%p for doan in noi_dung %}",
        "{{ doan }}",
        "{%p endfor %}",
        "{%p if ho_ten %}",
        "{{ ho_ten }}",
        "{%p endif %}",
    )
    assert filled(*said, noi_dung=("Một", "Hai")) == ["Một", "Hai"]
    assert filled(*said, ho_ten="Đỗ Văn Lý") == ["Đỗ Văn Lý"]


def test_the_rows_of_a_table_are_repeated_with_their_parts() -> None:
    body = table(
        row("{%tr for mot in nguoi %}", ""), row("{{ mot.ten }}", "{{ mot.chuc_vu }}"), row("{%tr endfor %}", "")
    )
    people = ({"ten": "Lê Thị Mỹ Hạnh", "chuc_vu": "Chuyên viên"}, {"ten": "Đỗ Văn Lý", "chuc_vu": ""})
    made = read_form(packed(word_parts(body)), name="mau.docx", fields=FIELDS).filled(EMPTY | {"nguoi": people})  # type: ignore[arg-type]
    (printed,) = docx.Document(BytesIO(made)).tables
    assert [[cell.text for cell in line.cells] for line in printed.rows] == [
        ["Lê Thị Mỹ Hạnh", "Chuyên viên"],
        ["Đỗ Văn Lý", ""],
    ]


def test_a_line_break_in_a_value_is_one_on_paper() -> None:
    assert filled("{{ co_quan }}", co_quan="ỦY BAN NHÂN DÂN\nQUẬN 4") == ["ỦY BAN NHÂN DÂN\nQUẬN 4"]


def test_blanks_side_by_side_are_kept() -> None:
    assert filled("{{ co_quan }}", co_quan="Số:      /STTTT-VP") == ["Số:      /STTTT-VP"]


@settings(max_examples=100)
@given(st.text(alphabet=st.characters(), max_size=60))
def test_any_text_at_all_makes_a_file_that_opens(value: str) -> None:
    """Every character of Unicode, lone halves of letters and controls among them."""
    (printed,) = filled("[{{ co_quan }}]", co_quan=value)
    assert printed.startswith("[")
    assert printed.endswith("]")


def test_all_that_is_no_tag_comes_through_untouched() -> None:
    parts = word_parts(paragraph("{{ co_quan }}")) | {"word/media/image1.png": b"\x89PNG", "docProps/app.xml": b"<a/>"}
    made = read_form(packed(parts), name="mau.docx", fields=FIELDS).filled(EMPTY | {"co_quan": "A"})  # type: ignore[arg-type]
    after = unpacked(made, name="made.docx")
    assert {name: content for name, content in after.items() if name != "word/document.xml"} == {
        name: content for name, content in parts.items() if name != "word/document.xml"
    }


def test_a_form_with_problems_is_refused_with_all_of_them_and_makes_nothing() -> None:
    with pytest.raises(RuleBroken) as refused:
        read_form(word_form("{{ a }}", "{{ b }}", "{{ c"), name="mau.docx", fields=FIELDS)
    assert refused.value.sentence.count("\n- ") == 3


@pytest.mark.parametrize(
    "body",
    [
        table(row("{%p for doan in noi_dung %}")) + paragraph("{{ co_quan }}") + paragraph("{%p endfor %}"),
        table(row("{%p if co_quan %}", "{%p endif %}")),
    ],
    ids=["a loop that begins inside a table and ends behind it", "a condition over two cells"],
)
def test_tags_that_would_tear_the_page_are_refused_when_the_form_is_taken_in(body: str) -> None:
    with pytest.raises(RuleBroken, match="chưa dùng được"):
        read_form(packed(word_parts(body)), name="mau.docx", fields=FIELDS)


def test_a_cell_that_could_lose_its_last_paragraph_is_refused_since_word_could_not_open_it() -> None:
    tag = "".join(paragraph(said) for said in ("{%p for doan in noi_dung %}", "{{ doan }}", "{%p endfor %}"))
    cell = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{tag}</w:tc></w:tr></w:tbl>"
    with pytest.raises(RuleBroken, match="thêm một đoạn trống"):
        read_form(packed(word_parts(cell)), name="mau.docx", fields=FIELDS)
    mended = cell.replace("</w:tc>", "<w:p/></w:tc>")
    assert read_form(packed(word_parts(mended)), name="mau.docx", fields=FIELDS)


def test_a_form_that_multiplies_beyond_any_paper_is_stopped() -> None:
    loops = [f"{{%p for {name} in noi_dung %}}" for name in "ab"]
    form = read_form(word_form(*loops, "{{ a }}{{ b }}", *["{%p endfor %}"] * 2), name="mau.docx", fields=FIELDS)
    with pytest.raises(RuleBroken, match="quá dài"):
        form.filled(EMPTY | {"noi_dung": ("x" * 100,) * 1000})  # type: ignore[arg-type]


def test_the_same_values_make_the_same_bytes() -> None:
    form = read_form(word_form("{{ co_quan }}"), name="mau.docx", fields=FIELDS)
    assert form.filled(EMPTY) == form.filled(dict(EMPTY))  # type: ignore[arg-type]


def test_a_form_is_read_once_and_few_are_kept() -> None:
    first = word_form("{{ co_quan }}")
    assert read_form(first, name="m", fields=FIELDS) is read_form(first, name="m", fields=FIELDS)
    for number in range(KEPT_FORMS + 4):
        read_form(word_form(f"{{{{ co_quan }}}} {number}"), name="m", fields=FIELDS)
    assert read_form.cache_info().currsize <= KEPT_FORMS


def test_the_made_page_is_xml_without_its_tags() -> None:
    made = read_form(word_form("{{ co_quan }}"), name="m", fields=FIELDS).filled(EMPTY)  # type: ignore[arg-type]
    page = unpacked(made, name="m")["word/document.xml"]
    assert etree.fromstring(page) is not None
    assert b"{{" not in page
