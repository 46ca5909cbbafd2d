"""The directory as a page for the portal: walked as someone reads it by ear and by keyboard, searched by its own script, no network."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from lxml import html
from PySide6.QtQml import QJSEngine

from govmail_desk.documents.directory_html import directory_html
from tests.directories import of_person, of_unit, paper

LINES = (
    of_unit("Sở A", phone="(0229) 3871 001", addresses=("soa@b.vn",)),
    of_person("Đỗ Thị Ánh", title="Giám đốc", addresses=("anhdt@b.vn", "doanh@b.vn")),
    of_unit("Phòng Kế hoạch", level=1, number=3),
    of_person("Lê Văn Đạt", level=2, number=4, title="Chuyên viên", phone="0229 3871 002", addresses=("datlv@b.vn",)),
    of_unit("Phòng Trống", level=1, number=5),
)
LEAST_FOR_TEXT, LEAST_FOR_A_FRAME = 4.5, 3.0
"""WCAG 2.1, 1.4.3 and 1.4.11."""

_SEARCH = """
function row(kind, level, text) {
  return {className: kind, textContent: text, hidden: false, getAttribute: function () { return String(level); }};
}
var rows = [%s];
var listening = null;
var parts = {
  "can-tim": {value: "", addEventListener: function (_, heard) { listening = heard; }},
  "so-dong": {textContent: ""}, "tim": {hidden: true}
};
var document = {
  querySelectorAll: function () { return rows; },
  getElementById: function (name) { return parts[name]; }
};
%s
function look(words) {
  parts["can-tim"].value = words;
  listening();
  return rows.filter(function (one) { return !one.hidden; }).map(function (one) { return one.textContent; }).join("|");
}
"""


def page(*lines, **options):
    return html.document_fromstring(directory_html(paper(*(lines or LINES), **options)).decode("utf-8"))


def test_it_is_vietnamese_has_a_title_and_its_headings_go_down_step_by_step():
    tree = page()
    assert tree.get("lang") == "vi"
    assert tree.findtext("head/title") == (
        "Danh bạ thư điện tử công vụ - Sở Thông tin và Truyền thông. Số liệu đến ngày 23/11/2026"
    )
    levels = [int(one.tag[1]) for one in tree.iter() if isinstance(one.tag, str) and re.fullmatch(r"h[1-6]", one.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_first_thing_the_keyboard_meets_skips_to_the_directory():
    tree = page()
    first = next(one for one in tree.iter("a", "input", "button", "select"))
    assert first.get("href") == "#danh-ba"
    target = tree.get_element_by_id("danh-ba")
    assert target.get("tabindex") == "-1"
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert [len(tree.findall(f".//{mark}")) for mark in ("header", "main", "footer")] == [1, 1, 1]


def test_every_field_has_its_label_and_every_link_its_words():
    tree = page()
    for field in tree.iter("input"):
        assert tree.xpath(f"//label[@for='{field.get('id')}']/text()")
    assert all(link.text_content().strip() for link in tree.iter("a"))
    assert tree.get_element_by_id("so-dong").get("role") == "status"


def test_the_table_says_what_it_is_and_every_head_of_what():
    (table,) = page().iter("table")
    assert table.findtext("caption") == "Các đơn vị, người và địa chỉ thư công vụ. Số liệu đến ngày 23/11/2026"
    assert [head.get("scope") for head in table.iter("th")] == ["col"] * 5 + ["row"] * len(LINES)
    widths = {len(row.findall("td")) + len(row.findall("th")) for row in table.iter("tr")}
    assert widths == {5}
    assert "Bản dùng trong nội bộ cơ quan" in page(is_public=False).text_content()


def test_addresses_and_telephones_are_links_of_their_own():
    assert [link.get("href") for link in page().iter("a")] == [
        "#danh-ba",
        "tel:02293871001",
        "mailto:soa@b.vn",
        "mailto:anhdt@b.vn",
        "mailto:doanh@b.vn",
        "tel:02293871002",
        "mailto:datlv@b.vn",
    ]


def test_nothing_is_fetched_and_nothing_is_sent():
    tree = page()
    assert not tree.xpath("//@src | //link | //iframe | //form | //img | //object")
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none';")
    assert not re.search(r"https?:|url\(|@import|fetch\(|XMLHttpRequest", directory_html(paper(*LINES)).decode("utf-8"))


@pytest.mark.parametrize("evil", ["<script>alert(1)</script>", '"><img src=x onerror=1>', "{{ 7*7 }}", "</title>&amp;"])
def test_a_name_is_text_whatever_it_holds(evil):
    tree = page(of_unit(evil, addresses=("a@b.vn",)), of_person(evil, title=evil), body=evil)
    assert len(tree.findall(".//script")) == 1
    assert not tree.findall(".//img")
    assert [cell.text_content() for cell in tree.findall(".//tbody//th")] == [evil, evil]


def test_the_letters_stand_out_from_their_ground():
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", directory_html(paper()).decode("utf-8")))
    for ink in ("ink", "soft", "link"):
        for ground in ("ground", "unit"):
            assert contrast(colours[ink], colours[ground]) >= LEAST_FOR_TEXT, (ink, ground)
    assert contrast(colours["mark"], colours["ground"]) >= LEAST_FOR_A_FRAME
    assert contrast(colours["line"], colours["ground"]) >= LEAST_FOR_A_FRAME


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("do thi anh", "Sở A|Đỗ Thị Ánh Giám đốc"),
        ("ĐẠT", "Sở A|Phòng Kế hoạch|Lê Văn Đạt Chuyên viên"),
        ("ke hoach", "Sở A|Phòng Kế hoạch|Lê Văn Đạt Chuyên viên"),
        ("ke hoach giam doc", ""),
        ("", "Sở A|Đỗ Thị Ánh Giám đốc|Phòng Kế hoạch|Lê Văn Đạt Chuyên viên|Phòng Trống"),
    ],
)
def test_the_pages_own_search_finds_without_marks_and_keeps_the_units_above(engine, words, found):
    assert engine.evaluate(f'look("{words}")').toString() == found


def test_the_search_says_how_many_it_found_and_shows_itself_where_it_works(engine):
    assert engine.evaluate('parts["tim"].hidden').toBool() is False
    engine.evaluate('look("chuyen vien")')
    assert engine.evaluate('parts["so-dong"].textContent').toString() == "Tìm thấy 1 dòng."
    engine.evaluate('look("khong co ai")')
    assert engine.evaluate('parts["so-dong"].textContent').toString() == "Không tìm thấy dòng nào. Hãy gõ ít chữ hơn."


@pytest.fixture
def engine(qapp):
    """Run the page's own script over a stand-in of its rows."""
    tree = page()
    (script,) = tree.findall(".//script")
    rows = ", ".join(
        f'row("{line.kind}", {line.level}, "{" ".join(filter(None, (line.name, line.title)))}")' for line in LINES
    )
    engine = QJSEngine()
    failed = engine.evaluate(_SEARCH % (rows, script.text))
    assert not failed.isError(), failed.toString()
    yield engine
    engine.deleteLater()


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
