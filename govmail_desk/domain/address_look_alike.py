"""Addresses so like another that mail goes astray: one slip of the hand away, or the same to the eye.

Only a warning comes of it: namesakes with ordinals look alike by right. Whether an address is taken is asked elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_SAME_TO_THE_EYE: Final = str.maketrans({"o": "0", "l": "1", "i": "1", "_": "-"})


def near_look_alikes(address: str, existing: Iterable[str]) -> tuple[str, ...]:
    """List the existing addresses that a reader or a hasty hand would take for this one, in their order.

    Like are: one letter more, fewer, other or changed places with its neighbour; o and 0, l, i and 1, rn and m, vv and w;
    the same letters with the dots elsewhere; the parts between the dots in another order.
    """
    return tuple(other for other in existing if other != address and is_near(address, other))


def is_near(address: str, other: str) -> bool:
    """Say whether two addresses are taken for each other."""
    local, _, domain = address.partition("@")
    other_local, _, other_domain = other.partition("@")
    if local == other_local:
        return _is_one_slip(domain, other_domain)
    return domain == other_domain and _are_local_parts_near(local, other_local)


def _are_local_parts_near(one: str, other: str) -> bool:
    return (
        _is_one_slip(one, other)
        or _as_seen(one) == _as_seen(other)
        or sorted(one.split(".")) == sorted(other.split("."))
    )


def _as_seen(local_part: str) -> str:
    seen = local_part.replace(".", "").replace("rn", "m").replace("vv", "w")
    return seen.translate(_SAME_TO_THE_EYE)


def _is_one_slip(one: str, other: str) -> bool:
    """Say whether one letter added, left out, changed or swapped with its neighbour makes one text the other."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = _common_start(one, other)
    rest, other_rest = one[start:], other[start:]
    is_changed = rest[1:] == other_rest[1:]
    is_longer = rest[1:] == other_rest or rest == other_rest[1:]
    is_swapped = rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:]
    return is_changed or is_longer or is_swapped


def _common_start(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
