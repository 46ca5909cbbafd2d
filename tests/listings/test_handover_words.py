"""The lines of a checklist in words."""

from __future__ import annotations

from govmail_desk.listings.handover_words import detail_words, item_words
from govmail_desk.regulations.handover import rules


def test_a_line_is_named_by_its_title_and_an_old_one_by_its_key():
    assert item_words("mailbox") == "Giao hộp thư"
    assert item_words("seal") == "seal"


def test_details_are_told_with_their_labels_and_empty_ones_left_out():
    assert detail_words({"medium": "USB số 3", "gigabytes": ""}) == "Thiết bị lưu trữ: USB số 3"


def test_one_key_has_one_label_on_all_lines():
    labels = {(ask.key, ask.label) for rule in rules().values() for ask in rule.ask}
    assert len({key for key, _ in labels}) == len(labels)
