"""What F1 shows."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from govmail_desk import paths
from govmail_desk.gui.frame.help_card import HelpCard
from tests.gui.named_controls import unnamed_controls
from tests.gui.sample_unit import SamplePage


@pytest.fixture
def page(qtbot) -> SamplePage:
    made = SamplePage()
    qtbot.addWidget(made)
    return made


def test_it_lists_the_acts_of_the_page_and_the_keys_of_the_window(page: SamplePage, qtbot) -> None:
    card = HelpCard(None, "Hộp thư", page)
    qtbot.addWidget(card)
    said = card.shown.toPlainText()
    assert "Ctrl+N" in said
    assert "Đề xuất địa chỉ" in said
    assert "Hoàn tác việc gần nhất" in said
    assert unnamed_controls(card) == []


def test_it_begins_with_the_words_written_for_the_page(
    page: SamplePage, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    topic = min((paths.resources() / "help").rglob("*.md"))
    monkeypatch.setattr(SamplePage, "help_topic", str(topic.relative_to(paths.resources() / "help").with_suffix("")))
    card = HelpCard(None, "Hộp thư", page)
    qtbot.addWidget(card)
    first = next(line.lstrip("# ") for line in topic.read_text(encoding="utf-8").splitlines() if line.strip())
    assert card.shown.toPlainText().startswith(first[:20])


def test_before_a_page_is_there_it_still_helps(qtbot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    card = HelpCard(place, "Hộp thư", None)
    card.open()
    card.main_button.click()
    assert not card.isVisible()
