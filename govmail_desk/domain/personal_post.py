"""Whose post gets a mailbox of its own, where a regulation gives one to some posts only.

Here: `PersonalPosts`, and how a post is read. The rule is the regulation's (`address.personal_only_for`); proposing the address is
`domain.personal_address`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.address_proposal import in_brackets
from govmail_desk.domain.vietnamese import search_key

if TYPE_CHECKING:
    from govmail_desk.domain.provision import Provision

_BESIDE_THE_POST: Final = re.compile(r"\s*[(,;].*$|\s+-\s.*$|\s+kiem\s.*$|\s+ban(?:\s.*)?$")
_SHORT_HEAD_OF_A_ROOM: Final = re.compile(r"^tp\.?\s+")
_ALSO_THE_POST: Final = re.compile(r"\(\s*kiem\s+(?P<post>[^)]+)\)")
_OF_A_ROOM: Final = frozenset({"truong phong", "pho truong phong"})


class PersonalPosts:
    """The posts whose holders get a mailbox of their own; everyone's where the regulation names none."""

    def __init__(self, rule: Provision[tuple[str, ...]] | None) -> None:
        self.rule = rule
        named = rule.value if rule is not None else ()
        self._keys = frozenset(key for post in named for key in _keys_of_one_holder(post))

    def admits(self, post: str, section: str = "") -> bool:
        """Say whether the holder of a post, in a section of that name, gets one."""
        return self.rule is None or _key(post, section) in self._keys

    def refusal(self, full_name: str) -> str:
        """Say in a sentence, with its article, why someone gets none; empty where everyone does."""
        if self.rule is None:
            return ""
        said = f"Chỉ {' và '.join(self.rule.value)} được cấp hộp thư cá nhân{in_brackets(self.rule.cite)}"
        return f"{said}; «{full_name}» không giữ chức vụ này hoặc chưa được đánh dấu."


def whole_post(post: str, section: str) -> str:
    """Say a post as regulations name it: a Trưởng phòng of Phòng Kế toán is the Trưởng phòng Kế toán."""
    words = section.split()
    if search_key(post) in _OF_A_ROOM and words[:1] and search_key(words[0]) == "phong":
        return " ".join((post, *words[1:]))
    return post


@lru_cache(maxsize=1024)
def _key(post: str, section: str) -> str:
    return post_key(whole_post(post, section))


@lru_cache(maxsize=1024)
def post_key(post: str) -> str:
    """The whole title of a post without what stands beside it: `(kiêm …)`, the Ban's own name; TP. is Trưởng phòng."""
    return _SHORT_HEAD_OF_A_ROOM.sub("truong phong ", _BESIDE_THE_POST.sub("", search_key(post)))


def _keys_of_one_holder(post: str) -> tuple[str, ...]:
    """The titles one person is known by where the regulation says so: `Trưởng phòng Kế toán (kiêm Kế toán trưởng)`."""
    also = _ALSO_THE_POST.search(search_key(post))
    return (post_key(post), post_key(also["post"])) if also else (post_key(post),)
