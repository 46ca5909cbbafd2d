"""The wall every form passes: what a tag may say, and every attack we know of refused."""

from __future__ import annotations

import pytest

from govmail_desk.documents.form_fields import ENGINE, FormFields, complaints, unfit

FIELDS = FormFields(
    texts=frozenset({"co_quan", "ho_ten"}),
    lists={"noi_dung": frozenset(), "nguoi": frozenset({"ten", "chuc_vu"})},
    drawn=frozenset({"gach"}),
)


def refused(source: str) -> list[str]:
    return list(complaints(ENGINE.parse(source), FIELDS, {}))


@pytest.mark.parametrize(
    "source",
    [
        "Kính gửi: {{ co_quan }}",
        "{{ gach }}",
        "{% if co_quan %}{{ co_quan }}{% else %}–{% endif %}",
        "{% if co_quan == 'A' and not ho_ten or noi_dung %}x{% endif %}",
        "{% for doan in noi_dung %}{{ doan }}{% endfor %}",
        "{% for mot in nguoi %}{{ mot.ten }}, {{ mot.chuc_vu }}{% endfor %}",
        "{% for doan in noi_dung %}{% for mot in nguoi %}{{ doan }}{{ mot.ten }}{% endfor %}{% endfor %}",
    ],
)
def test_fields_loops_and_conditions_pass(source: str) -> None:
    assert refused(source) == []


@pytest.mark.parametrize(
    "source",
    [
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{% if cycler.__init__.__globals__ %}x{% endif %}",
        "{{ co_quan.__class__ }}",
        "{{ co_quan.__class__.__mro__[1].__subclasses__() }}",
        "{{ co_quan['__class__'] }}",
        "{{ co_quan|attr('__class__') }}",
        "{{ co_quan|upper }}",
        "{{ co_quan.upper() }}",
        "{{ 'x' * 100000000 }}",
        "{{ 'x' }}",
        "{{ 1 + 1 }}",
        "{{ co_quan ~ ho_ten }}",
        "{{ [co_quan] }}",
        "{{ self }}",
        "{{ loop }}",
        "{{ range(100000000) }}",
        "{% for n in range(100000000) %}x{% endfor %}",
        "{% for n in 'abc' %}x{% endfor %}",
        "{% for n in nguoi if n.ten %}x{% endfor %}",
        "{% for n in nguoi recursive %}x{% endfor %}",
        "{% for n in nguoi %}x{% else %}y{% endfor %}",
        "{% for a, b in nguoi %}x{% endfor %}",
        "{% for n in nguoi %}{{ loop.index }}{% endfor %}",
        "{% for n in nguoi %}{{ n.ten.upper }}{% endfor %}",
        "{% for n in nguoi %}{{ n.items }}{% endfor %}",
        "{% for n in nguoi %}{{ n.__class__ }}{% endfor %}",
        "{% for n in noi_dung %}{{ n.ten }}{% endfor %}",
        "{% for co_quan in noi_dung %}x{% endfor %}",
        "{% set x = co_quan %}",
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% macro f() %}x{% endmacro %}",
        "{% filter upper %}x{% endfilter %}",
        "{% with %}x{% endwith %}",
        "{% autoescape false %}{{ co_quan }}{% endautoescape %}",
        "{% block x %}y{% endblock %}",
        "{% if co_quan is defined %}x{% endif %}",
        "{% if (co_quan if ho_ten else 'x') %}x{% endif %}",
        "{% if lipsum %}x{% endif %}",
        "{{ noi_dung }}",
        "{{ ten }}",
    ],
)
def test_everything_else_is_refused(source: str) -> None:
    assert refused(source)


def test_loops_deeper_than_two_are_refused_so_that_no_form_can_multiply() -> None:
    deep = "".join(f"{{% for {name} in nguoi %}}" for name in "abc") + "x" + "{% endfor %}" * 3
    assert refused(deep) == ["lặp lồng nhau quá hai tầng"]


def test_a_tag_left_half_written_in_the_text_is_refused() -> None:
    assert refused("{% raw %}{{ co_quan }}{% endraw %}") == ["có thẻ viết dở, thiếu dấu mở hoặc dấu đóng"]


def test_a_misspelt_field_is_answered_with_the_nearest_one() -> None:
    assert refused("{{ co_quann }}") == ["không có trường «co_quann» (tên gần nhất: «co_quan»)"]


def test_a_list_printed_like_a_text_is_told_how_to_be_repeated() -> None:
    assert refused("{{ noi_dung }}") == ["trường «noi_dung» có nhiều dòng, phải đặt trong {%p for … in noi_dung %}"]


def test_a_refusal_lists_every_problem_on_its_line() -> None:
    assert unfit("mau.xlsx", ("Một.", "Hai."), program="Excel").sentence == (
        "Mẫu «mau.xlsx» chưa dùng được, hãy mở bằng Excel và sửa các chỗ sau:\n- Một.\n- Hai."
    )
