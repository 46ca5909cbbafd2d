"""A form's problems, all told at once with the text of their paragraphs."""

from __future__ import annotations

import pytest

from govmail_desk.documents.form_check import problems_of
from govmail_desk.documents.form_fields import FormFields
from tests.documents.made_forms import Said, paragraph, row, table, word_parts

FIELDS = FormFields(
    texts=frozenset({"co_quan", "ho_ten"}),
    lists={"noi_dung": frozenset(), "nguoi": frozenset({"ten", "chuc_vu"})},
    drawn=frozenset({"gach"}),
)


def problems(*said: Said) -> tuple[str, ...]:
    return problems_of(word_parts(*map(paragraph, said)), FIELDS)


@pytest.mark.parametrize(
    "said",
    [
        ("Kính gửi: {{ co_quan }}",),
        ("{{p gach }}",),
        ("{%p for doan in noi_dung %}", "{{ doan }}", "{%p endfor %}"),
        ("{%p if co_quan %}", "{{ co_quan }}", "{%p else %}", "Không có", "{%p endif %}"),
        ("{% if co_quan %}{{ co_quan }}{% endif %}, {{ ho_ten }}",),
        ("{% if co_quan == “A” %}x{% endif %}",),  # Word's own quotes
        ("{# ghi chú của văn thư #}",),
        ([("{"), "{ co_", "quan }", "}"],),
        (["{%p for mot in ", "nguoi %}"], ["{{ mot", ".ten }}"], "{%p endfor %}"),
    ],
)
def test_a_well_made_form_has_no_problem_however_word_split_its_runs(said: tuple[Said, ...]) -> None:
    assert problems(*said) == ()


def test_every_problem_is_listed_with_its_tag_and_its_paragraph() -> None:
    assert problems("Kính gửi: {{ co_qan }}", "Trân trọng {{ ho_ten", "{% xóa %}", "{{ co_quan.upper() }}") == (
        "Thẻ «{{ co_qan }}» ở đoạn «Kính gửi: {{ co_qan }}»: không có trường «co_qan» (tên gần nhất: «co_quan»).",
        "Đoạn «Trân trọng {{ ho_ten» có thẻ viết dở, thiếu dấu mở hoặc dấu đóng.",
        "Thẻ «{% xóa %}» ở đoạn «{% xóa %}»: viết sai, không đọc được.",
        "Thẻ «{{ co_quan.upper() }}» ở đoạn «{{ co_quan.upper() }}»: chỉ được ghi tên trường, không được ghi phép tính hay "
        "lệnh.",
    )


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("{%p for doan in noi_dung %}",), "chưa có thẻ endfor"),
        (("{%p endif %}",), "không có thẻ if nào đang mở"),
        (("{%p if co_quan %}", "{%p endfor %}"), "không có thẻ for nào đang mở"),
        (("{% if co_quan %}", "{% endif %}"), "phải cùng loại"),
        (("{%p if co_quan %}", "{% endif %}"), "phải cùng loại"),
        (("Lời dẫn {%p if co_quan %}", "{%p endif %}"), "phải đứng riêng"),
        (("Kẻ: {{p gach }}",), "phải đứng riêng"),
        (("{{r co_quan }}",), "không được dùng chữ p, r, tr, tc"),
        (("{{p co_quan }}",), "không được dùng chữ p, r, tr, tc"),
        (("{%tc if co_quan %}x{%tc endif %}",), "viết sai"),
        (("{%p for n in co_quan %}", "{%p endfor %}"), "đây không phải trường nhiều dòng"),
        (("{% elif co_quan.x %}",), "chỉ được ghi tên trường"),
        (("{% raw %}x{% endraw %}",), "viết sai"),
        (("}} và {{",), "viết dở"),
        (("{{ co_quan | safe }}",), "chỉ được ghi tên trường"),
    ],
)
def test_each_kind_of_slip_is_named(said: tuple[str, ...], told: str) -> None:
    assert any(told in problem for problem in problems(*said))


def test_a_row_repeated_whole_may_hold_nothing_but_its_tag() -> None:
    good = table(
        row("{%tr for mot in nguoi %}", ""), row("{{ mot.ten }}", "{{ mot.chuc_vu }}"), row("{%tr endfor %}", "")
    )
    bad = table(row("{%tr for mot in nguoi %}", "STT"), row("{{ mot.ten }}", ""), row("{%tr endfor %}", ""))
    assert problems_of(word_parts(good), FIELDS) == ()
    assert "phải đứng riêng" in problems_of(word_parts(bad), FIELDS)[0]


def test_a_field_the_paper_cannot_do_without_is_missed() -> None:
    needing = FormFields(texts=frozenset({"co_quan", "ho_ten"}), required=frozenset({"ho_ten"}))
    assert problems_of(word_parts(paragraph("{{ co_quan }}")), needing) == ("Mẫu còn thiếu trường bắt buộc «ho_ten».",)


def test_a_tag_in_a_part_that_is_not_filled_is_told_of() -> None:
    parts = word_parts(paragraph("x")) | {"word/footnotes.xml": b"<w>{{ co_quan }}</w>"}
    assert "word/footnotes.xml" in problems_of(parts, FIELDS)[0]


def test_tags_in_header_and_footer_are_read_too() -> None:
    parts = word_parts(paragraph("x"))
    footer = parts["word/document.xml"].replace(b"document", b"ftr").replace(b">x<", b">{{ sai }}<")
    assert "«sai»" in problems_of(parts | {"word/footer1.xml": footer}, FIELDS)[0]


def test_a_long_paragraph_is_shown_shortened() -> None:
    assert "…»" in problems("{{ sai }} " + "rất dài " * 20)[0]
