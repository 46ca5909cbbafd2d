"""The smallest picture there is. No test."""

from __future__ import annotations

from typing import Final

DOT: Final = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8cfc000000301010018dd8db00000000049454e44ae426082"
)
"""A PNG of one point."""
