"""The card behind "Vì sao?"."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel

from govmail_desk import paths
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.provision import Period, Provision
from govmail_desk.domain.working_days import count
from govmail_desk.gui.look import why_card
from govmail_desk.gui.look.why_card import Why, WhyButton, WhyCard, article_in_words
from govmail_desk.regulations import holidays
from tests.gui.sample_unit import SAMPLE_WHY


def rule(**values: object) -> Provision[Period]:
    given = {
        "key": "answer",
        "value": Period(5, "working-day"),
        "cite": "Đ7.2",
        "why": "Phải đề nghị hủy trong 05 ngày làm việc.",
    }
    return Provision(**{**given, **values})


@pytest.mark.parametrize(
    ("cite", "words"),
    [
        ("Đ8.3b", "Điều 8 khoản 3 điểm b"),
        ("Đ8.2đ", "Điều 8 khoản 2 điểm đ"),
        ("Đ3", "Điều 3"),
        ("QĐ Đ2", "Điều 2 của Quyết định ban hành"),
        ("Đ8.1a, Đ8.3b", "Điều 8 khoản 1 điểm a, Điều 8 khoản 3 điểm b"),
        ("Đ6.1–2", "Điều 6 khoản 1–2"),
    ],
)
def test_an_article_is_written_out(cite: str, words: str) -> None:
    assert article_in_words(cite) == words


def test_a_rule_of_the_regulation_names_it() -> None:
    why = Why.of(rule(), regulation="Quy chế Ninh Bình 2020")
    assert (why.sentence, why.cite, why.set_by) == (
        "Phải đề nghị hủy trong 05 ngày làm việc.",
        "Đ7.2",
        "Quy chế Ninh Bình 2020",
    )


def test_a_suggestion_is_marked_as_ours() -> None:
    why = Why.of(rule(cite=None, source="suggested"), regulation="Quy chế Ninh Bình 2020")
    assert why.set_by == "Gợi ý của chương trình – quy chế không nêu"


def test_the_units_own_choice_says_since_when() -> None:
    why = Why.of(rule(cite=None, source="unit", valid_from=date(2026, 12, 1)))
    assert why.set_by == "Lựa chọn của đơn vị từ ngày 01/12/2026"


def test_the_counting_is_shown_day_by_day() -> None:
    counting = count(
        date(2026, 11, 10), Period(5, "working-day"), holidays.load_calendar(paths.holidays()), when_off="moves"
    )
    why = Why.of(rule(), counting=counting)
    assert why.steps == counting.steps
    assert any("Thứ Bảy" in step or "thứ Bảy" in step for step in why.steps)


def test_a_refusal_without_a_reason_has_no_card() -> None:
    assert Why.of_refusal(RuleBroken("Chưa có họ và tên.")) is None
    why = Why.of_refusal(RuleBroken("Không được.", cite="Đ3", why="Chỉ hai chức danh."))
    assert why == Why("Chỉ hai chức danh.", "Đ3")


@pytest.fixture
def button(qtbot) -> WhyButton:
    made = WhyButton(SAMPLE_WHY)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_card_says_all_of_it_and_is_read_out(button: WhyButton, qtbot) -> None:
    button.click()
    card = button.findChild(WhyCard)
    said = [label.text() for label in card.findChildren(QLabel)]
    assert said[:3] == [SAMPLE_WHY.sentence, "Điều 7 khoản 2", "Quy chế Ninh Bình 2020"]
    assert set(SAMPLE_WHY.steps) <= set(said)
    assert SAMPLE_WHY.sentence in card.accessibleDescription()
    assert card.height() < 500
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_the_card_stays_on_the_screen(button: WhyButton) -> None:
    room = button.screen().availableGeometry()
    button.move(room.bottomRight())
    card = WhyCard.show_near(SAMPLE_WHY, button)
    # Asked of the place itself: the offscreen platform frames even pop-ups and moves them by that.
    assert room.contains(QRect(why_card._place_under(button, card), card.size()))
    card.close()


def test_a_long_counting_shows_its_first_and_last_days(button: WhyButton) -> None:
    why = Why("Quá 90 ngày.", steps=tuple(f"ngày thứ {number}" for number in range(1, 91)))
    card = WhyCard.show_near(why, button)
    said = [label.text() for label in card.findChildren(QLabel)]
    assert "ngày thứ 1" in said
    assert "ngày thứ 90" in said
    assert "… và 76 ngày nữa …" in said
    card.close()


def test_nothing_to_explain_cannot_be_asked(qtbot) -> None:
    button = WhyButton()
    qtbot.addWidget(button)
    assert not button.isEnabled()
    button.explain()
    assert button.findChild(WhyCard) is None
    button.show_why(SAMPLE_WHY)
    assert button.isEnabled()
    assert SAMPLE_WHY.sentence in button.accessibleName()
