"""A form the unit brings: everything wrong with it at once, and what is kept of one that is fit."""

from __future__ import annotations

import re
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.documents.letter import FIELDS
from govmail_desk.documents.list_columns import COLUMNS, REQUIRED
from govmail_desk.documents.own_form import CheckedForm, check_list_form, check_word_form
from govmail_desk.documents.package import packed, unpacked
from tests.documents.made_forms import excel_form, paragraph, word_form, word_parts
from tests.documents.sample_papers import LETTER_FORM, PERSONS_FORM
from tests.documents.test_package import HOSTILE, LINKS, relations

WHOLE = (
    "{{ co_quan }}", "{%p for d in noi_dung %}", "{{ d }}", "{%p endfor %}", "{{ doan_cuoi }}",
    "{%p for d in quyen_han %}", "{{ d }}", "{%p endfor %}", "{{ ho_ten }}",
)  # fmt: skip


def checked(content: bytes) -> CheckedForm:
    return check_word_form(content, name="mau.docx", fields=FIELDS)


def listed(content: bytes) -> CheckedForm:
    return check_list_form(content, name="mau.xlsx", kind="create-personal")


def test_a_fit_form_is_kept_with_its_split_tags_joined():
    split = packed(word_parts(*map(paragraph, WHOLE[:-1]), paragraph(["{{ ho", "_ten }}"])))
    found = checked(split)
    assert (found.problems, found.joined_count) == ((), 1)
    assert b"{{ ho_ten }}" in unpacked(found.content, name="x")["word/document.xml"]


def test_the_shipped_forms_are_fit_as_they_are():
    assert (checked(LETTER_FORM).problems, checked(LETTER_FORM).content) == ((), LETTER_FORM)
    assert listed(PERSONS_FORM).problems == ()


def test_dangers_strange_parts_tags_and_missing_fields_are_told_together():
    form = packed(
        word_parts(paragraph("Kính gửi {{ co_qan }}"), paragraph("{{ ho_ten"))
        | {"word/vbaProject.bin": b"x", LINKS: relations("attachedTemplate", "file://server/x.dotm")}
    )
    told = "\n".join(checked(form).problems)
    for words in (
        "chứa macro",
        "liên kết ra ngoài tới «file://server/x.dotm»",
        ".dotx, .dotm",
        "ở đoạn «Kính gửi {{ co_qan }}»",
        "Đoạn «{{ ho_ten» có thẻ viết dở",
        "thiếu trường bắt buộc «noi_dung»",
    ):
        assert words in told


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_hostile_file_is_fit(content):
    assert checked(content).problems
    assert listed(content).problems


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ''.__class__.__mro__ }}", "{{ co_quan.__init__.__globals__ }}", "{{ cycler.__init__ }}", "{{ self }}",
        "{{ co_quan|attr('__class__') }}", "{% set x = 1 %}", "{% include 'x' %}", "{% import 'os' as o %}",
        "{% macro x() %}{% endmacro %}", "{{ range(999999999) }}", "{{ co_quan * 999999999 }}", "{{ lipsum() }}",
        "{{ config }}", "{% call x() %}{% endcall %}", "{{ noi_dung[0] }}", "{{ co_quan.format(1) }}", "{{ 7*7 }}",
        "{% for a in range(9) %}{% endfor %}", "{% filter upper %}{% endfilter %}", "{% extends 'x' %}",
    ],
)  # fmt: skip
def test_no_attack_by_a_tag_is_fit(tag):
    assert checked(word_form(*WHOLE, tag)).problems


def test_loops_in_loops_cannot_fill_the_disk():
    loops = [f"{{%p for a{place} in noi_dung %}}" for place in range(9)]
    assert "lồng nhau" in "".join(checked(word_form(*WHOLE, *loops, *["{%p endfor %}"] * 9)).problems)


@pytest.mark.parametrize(
    "content", [b"", b"PK", b"STT;Ho ten", LETTER_FORM[:3000]], ids=["none", "two", "text", "half"]
)
def test_a_file_that_is_no_office_file_is_told_in_one_sentence(content):
    assert len(checked(content).problems) == len(listed(content).problems) == 1


def test_one_kind_of_file_is_not_taken_for_the_other():
    assert "không phải văn bản Word" in "".join(checked(PERSONS_FORM).problems)
    assert "không phải bảng tính Excel" in "".join(listed(LETTER_FORM).problems)


# Excel


@pytest.mark.parametrize("kind", REQUIRED)
def test_a_list_that_does_not_say_whom_it_is_about_is_unfit(kind):
    fit = excel_form([
        ["STT", "Tên"],
        ["{{ dong.stt }}", *(f"{{{{ dong.{name} }}}}" for name in sorted(REQUIRED[kind]))],
    ])
    unfit = excel_form([["STT", "Ghi chú"], ["{{ dong.stt }}", "{{ dong.ghi_chu }}"]])
    assert check_list_form(fit, name="m.xlsx", kind=kind).problems == ()
    assert "thiếu cột bắt buộc" in check_list_form(unfit, name="m.xlsx", kind=kind).problems[0]
    assert REQUIRED[kind] <= {column.name for column in COLUMNS[kind]}


def book(change) -> bytes:
    made = openpyxl.load_workbook(BytesIO(PERSONS_FORM))
    change(made)
    saved = BytesIO()
    made.save(saved)
    return saved.getvalue()


def test_a_hidden_sheet_is_told_by_name():
    def hide(made):
        made.create_sheet("Số liệu cũ").sheet_state = "veryHidden"

    assert "«Số liệu cũ» đang ẩn" in listed(book(hide)).problems[0]


@pytest.mark.parametrize(
    ("name", "said"), [("Auto_Open", "Sheet!$A$1"), ("gia", "[1]Sheet1!$A$1"), ("lenh", "cmd|'/c calc'!A0")]
)
def test_a_name_that_excel_runs_or_that_reaches_outside_is_told(name, said):
    def define(made):
        made.defined_names[name] = openpyxl.workbook.defined_name.DefinedName(name, attr_text=said)

    assert f"«{name}»" in listed(book(define)).problems[0]


def test_a_formula_and_two_rows_of_tags_are_told_together():
    def spoil(made):
        sheet = made.active
        sheet["A40"], sheet["B41"] = '=HYPERLINK("http://example.com")', "{{ dong.ho_ten }}"

    told = "".join(listed(book(spoil)).problems)
    assert "Ô A40 có công thức" in told
    assert "đúng một dòng" in told


@pytest.mark.parametrize("torn", ["xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/worksheets/sheet1.xml"])
def test_a_workbook_put_together_wrongly_is_told_as_broken(torn):
    parts = unpacked(PERSONS_FORM, name="x")
    del parts[torn]
    assert "bị hỏng bên trong" in "".join(listed(packed(parts)).problems)


def test_a_style_that_refers_to_nothing_is_told_as_broken():
    parts = unpacked(PERSONS_FORM, name="x")
    parts["xl/styles.xml"] = re.sub(rb'fontId="\d+"', b'fontId="99"', parts["xl/styles.xml"])
    assert "bị hỏng bên trong" in "".join(listed(packed(parts)).problems)


@given(st.integers(0, len(LETTER_FORM) - 1), st.binary(min_size=1, max_size=40))
@settings(max_examples=60, deadline=None)
def test_a_file_damaged_anywhere_is_told_in_sentences_or_is_still_fit(place, bytes_put_in):
    damaged = LETTER_FORM[:place] + bytes_put_in + LETTER_FORM[place + len(bytes_put_in) :]
    assert all(problem.endswith((".", "»")) for problem in checked(damaged).problems)


@given(st.integers(0, len(PERSONS_FORM) - 1), st.binary(min_size=1, max_size=40))
@settings(max_examples=40, deadline=None)
def test_a_workbook_damaged_anywhere_is_told_in_sentences_or_is_still_fit(place, bytes_put_in):
    damaged = PERSONS_FORM[:place] + bytes_put_in + PERSONS_FORM[place + len(bytes_put_in) :]
    assert all(problem.endswith((".", "»")) for problem in listed(damaged).problems)
