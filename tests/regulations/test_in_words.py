"""A regulation shown whole leaves nothing out."""

from __future__ import annotations

import json
from datetime import date

import pytest

from govmail_desk.domain.provision import Period, Provision
from govmail_desk.regulations import shipped
from govmail_desk.regulations.in_words import as_json, as_text


@pytest.mark.parametrize("regulation_id", shipped.ids())
def test_every_rule_is_shown_with_its_article_and_its_reason(regulation_id: str) -> None:
    regulation = shipped.find(regulation_id)

    text = as_text(regulation)

    assert text.count("    Vì sao: ") == len(regulation.provisions)
    for provision in regulation.provisions:
        assert provision.why in text
        assert f"({provision.cite or 'gợi ý của chương trình'}" in text


@pytest.mark.parametrize("regulation_id", shipped.ids())
def test_nothing_is_shown_as_a_programmer_writes_it(regulation_id: str) -> None:
    text = as_text(shipped.find(regulation_id))

    for sign in ("None", "True", "False", "='", "datetime", "working-day", "Notice("):
        assert sign not in text


def test_the_head_says_what_it_is_and_what_has_ended() -> None:
    text = as_text(shipped.find("ninhbinh-2020"))

    assert "Tình trạng: đọc là bản dự thảo" in text
    assert "Sở Thông tin và Truyền thông đã kết thúc từ 01/03/2025, nay là Sở Khoa học và Công nghệ" in text


@pytest.mark.parametrize(
    ("regulation_id", "issued"),
    [
        ("camau-24-2018", "Văn bản: số 24/2018/QĐ-UBND ngày 03/10/2018"),
        ("quan4-03-2013", "Văn bản: số 03/2013/QĐ-UBND ngày 24/06/2013"),
        ("soctrang-59-2024", "Văn bản: số 59/2024/QĐ-UBND ngày 20/12/2024"),
        ("khanhhoa-dagt-2021", "Văn bản: Quyết định số..... /QĐ-DAGT ngày...../11/2021"),
    ],
)
def test_the_head_says_number_and_day_of_issue_and_blanks_as_the_source_prints_them(
    regulation_id: str, issued: str
) -> None:
    assert issued in as_text(shipped.find(regulation_id)).splitlines()


def test_a_regulation_whose_text_leaves_open_whether_it_is_in_force_says_so() -> None:
    regulation = shipped.find("khanhhoa-dagt-2021")

    assert "Tình trạng: chưa rõ hiệu lực" in as_text(regulation).splitlines()
    assert as_json(regulation)["status"] == "unstated"
    assert not regulation.is_draft


def test_a_regulation_in_force_says_since_when_by_which_article_and_what_it_replaced() -> None:
    text = as_text(shipped.find("soctrang-59-2024"))

    assert "có hiệu lực từ 01/01/2025 (QĐ Đ2" in text
    assert "Thay thế: Quyết định số 17/2014/QĐ-UBND ngày 26/9/2014 (QĐ Đ2)" in text


def test_the_units_own_choice_is_marked_with_its_days() -> None:
    own = Provision(
        "password.rotation.user",
        Period(3, "month"),
        None,
        "Theo công văn 12.",
        "unit",
        date(2026, 1, 1),
        date(2026, 6, 30),
    )

    text = as_text(shipped.find("ninhbinh-2020").with_choices((own,)))

    assert "03 tháng (đơn vị tự chọn, từ 01/01/2026, đến 30/06/2026)" in text
    assert "06 tháng (Đ11.2)" in text


@pytest.mark.parametrize("regulation_id", shipped.ids())
def test_json_holds_every_rule_with_its_words(regulation_id: str) -> None:
    regulation = shipped.find(regulation_id)

    sent = json.loads(json.dumps(as_json(regulation), ensure_ascii=False))

    assert (sent["id"], sent["title"], sent["status"]) == (regulation.id, regulation.title, regulation.status)
    assert [rule["key"] for rule in sent["provisions"]] == [rule.key for rule in regulation.provisions]
    assert all(rule["words"] and rule["label"] and rule["why"] for rule in sent["provisions"])
    assert all((rule["cite"] is None) == (rule["source"] == "suggested") for rule in sent["provisions"])
