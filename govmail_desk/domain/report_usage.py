"""The figures of use a report carries (số liệu sử dụng): their keys in `Report.usage`, their names, and the rates that follow from them.

A figure nobody knows is absent, never 0. Rates are computed and never stored. Counting them from the operator's exports is
`listings.usage`, typing and printing them the report's own rooms.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

CountKey = Literal[
    "staff_count", "mailbox_count", "activated_count", "used_count", "sent_count", "received_count", "used_mb"
]
RateKey = Literal["activated_rate", "used_rate"]

COUNT_LABELS: Final[Mapping[str, str]] = {
    "staff_count": "Số người có hộp thư",
    "mailbox_count": "Số hộp thư có số liệu",
    "activated_count": "Số hộp thư đã kích hoạt",
    "used_count": "Số hộp thư có sử dụng trong kỳ",
    "sent_count": "Số thư gửi",
    "received_count": "Số thư nhận",
    "used_mb": "Dung lượng đã dùng (MB)",
}
"""The figures that are numbers, in the order a report shows them."""
NOTE_LABELS: Final[Mapping[str, str]] = {"violation_note": "Tình hình vi phạm"}
"""The figures that are words."""
USAGE_LABELS: Final[Mapping[str, str]] = {**COUNT_LABELS, **NOTE_LABELS}
UNKNOWN: Final = "chưa có số liệu"
"""What stands, on screen and on paper, where a figure is not known."""


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate as it is said: what it is called, the part counted and the whole it is counted against."""

    label: str
    part: CountKey
    whole: CountKey

    def of(self, usage: Mapping[str, Any]) -> float | None:
        """Compute the rate, from 0 to 1; None where part or whole is not known, or the whole is nothing."""
        part, whole = usage.get(self.part), usage.get(self.whole)
        return None if part is None or not whole else part / whole

    def words(self, usage: Mapping[str, Any]) -> str:
        """Say the rate with what it was counted from: `87,5% (35/40)`."""
        rate = self.of(usage)
        if rate is None:
            return UNKNOWN
        return f"{percent(rate)} ({usage[self.part]}/{usage[self.whole]})"


RATES: Final[Mapping[RateKey, Rate]] = {
    "activated_rate": Rate("Tỷ lệ kích hoạt", "activated_count", "mailbox_count"),
    "used_rate": Rate("Tỷ lệ sử dụng trong kỳ", "used_count", "mailbox_count"),
}


def percent(rate: float) -> str:
    """Write a rate as a clerk reads it, to a tenth, with the comma of Vietnamese: `87,5%`."""
    return f"{rate * 100:.1f}".removesuffix(".0").replace(".", ",") + "%"
