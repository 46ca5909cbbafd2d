"""Addresses so like another that mail goes astray: one slip of the hand away, or the same to the eye.

Only a warning comes of it: namesakes with ordinals look alike by right. Whether an address is taken is asked elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from string import ascii_lowercase, digits
from typing import Final

_TYPED: Final = ascii_lowercase + digits + "._-"
_SAME_TO_THE_EYE: Final = str.maketrans({"o": "0", "l": "1", "i": "1", "_": "-", ".": None})


class KnownAddresses:
    """Addresses already in the world, kept so that the look-alikes of many new ones are found fast.

    Like are: one letter more, fewer, other or changed places with its neighbour; o and 0, l, i and 1, rn and m, vv and w;
    the same letters with the dots elsewhere; the parts between the dots in another order.
    """

    def __init__(self, addresses: Iterable[str]) -> None:
        self._places = {address: place for place, address in enumerate(addresses)}
        self._by_looks: dict[str, list[str]] = {}
        for address in self._places:
            for look in looks(address):
                self._by_looks.setdefault(look, []).append(address)

    def near(self, address: str) -> tuple[str, ...]:
        """List the known addresses a reader or a hasty hand takes for this one, in their order, itself left out."""
        found = {other for look in looks(address) for other in self._by_looks.get(look, ())}
        found.update(slip for slip in _slips(address) if slip in self._places)
        return tuple(sorted(found - {address}, key=self._places.__getitem__))


def near_look_alikes(address: str, existing: Iterable[str]) -> tuple[str, ...]:
    """List those of the existing addresses that are taken for this one; for many addresses keep `KnownAddresses`."""
    return KnownAddresses(existing).near(address)


def is_near(one: str, other: str) -> bool:
    """Say whether two different addresses are taken for each other."""
    return one != other and (_is_one_slip(one, other) or any(map(str.__eq__, looks(one), looks(other))))


def looks(address: str) -> tuple[str, str]:
    """What the eye sees of an address, and its parts whatever their order."""
    local_part, at, domain = address.partition("@")
    seen = local_part.replace("rn", "m").replace("vv", "w").translate(_SAME_TO_THE_EYE)
    return f"{seen}{at}{domain}", f"{' '.join(sorted(local_part.split('.')))}{at}{domain}"


def _slips(address: str) -> Iterator[str]:
    """Every text one slip of the hand away: a letter left out, added, changed, or swapped with the next."""
    halves = [(address[:place], address[place:]) for place in range(len(address) + 1)]
    yield from (start + rest[1:] for start, rest in halves if rest)
    yield from (start + rest[1] + rest[0] + rest[2:] for start, rest in halves if len(rest) > 1)
    yield from (start + letter + rest[1:] for start, rest in halves if rest for letter in _TYPED)
    yield from (start + letter + rest for start, rest in halves for letter in _TYPED)


def _is_one_slip(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1:
        return False
    pairs = enumerate(zip(one, other, strict=False))
    start = next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
    rest, other_rest = one[start:], other[start:]
    is_changed = rest[1:] == other_rest[1:]
    is_longer = rest[1:] == other_rest or rest == other_rest[1:]
    is_swapped = rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:]
    return is_changed or is_longer or is_swapped
