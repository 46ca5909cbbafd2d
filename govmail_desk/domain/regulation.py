"""What a regulation can say, provision by provision, each with its article and its reason.

Here: the value types of provisions, `Provision`, `Key`, `Regulation` and the one catalogue of keys.
Not here: reading TOML (`govmail_desk.regulations.loader`), counting days (`domain.working_days`), making addresses
(`domain.address`). No figure of a regulation stands here: figures live in `resources/regulations/*.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

type_of_day = {"day": "ngày", "working-day": "ngày làm việc", "month": "tháng"}


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time exactly as the article gives it: days, working days or months are never converted."""

    count: int
    unit: Literal["day", "working-day", "month"]

    def __post_init__(self) -> None:
        if self.count < 1:
            raise ValueError("số đếm của một khoảng thời gian phải từ 1 trở lên")

    def __str__(self) -> str:
        return f"{self.count:02d} {type_of_day[self.unit]}"
