"""The figures of use a report carries: an unknown one stays unknown, a rate says what it was counted from."""

from __future__ import annotations

from govmail_desk.domain.report_usage import COUNT_LABELS, RATES, UNKNOWN, USAGE_LABELS, percent


def test_a_rate_is_computed_from_its_part_and_its_whole() -> None:
    usage = {"mailbox_count": 40, "activated_count": 35}
    assert RATES["activated_rate"].of(usage) == 35 / 40
    assert RATES["activated_rate"].words(usage) == "87,5% (35/40)"


def test_a_rate_is_unknown_where_its_part_or_its_whole_is() -> None:
    assert RATES["used_rate"].of({"mailbox_count": 40}) is None
    assert RATES["used_rate"].of({"used_count": 3}) is None
    assert RATES["used_rate"].words({}) == UNKNOWN


def test_nothing_used_is_a_rate_of_zero_and_no_mailbox_is_no_rate() -> None:
    assert RATES["used_rate"].words({"mailbox_count": 4, "used_count": 0}) == "0% (0/4)"
    assert RATES["used_rate"].of({"mailbox_count": 0, "used_count": 0}) is None


def test_a_whole_percentage_has_no_comma() -> None:
    assert [percent(rate) for rate in (1, 0.5, 1 / 3)] == ["100%", "50%", "33,3%"]


def test_every_rate_is_counted_from_figures_that_have_a_name() -> None:
    assert {key for rate in RATES.values() for key in (rate.part, rate.whole)} <= COUNT_LABELS.keys()
    assert USAGE_LABELS["violation_note"] == "Tình hình vi phạm"
