"""Addresses of people, proposed in one batch under a regulation's rules.

An earlier name takes its address from a later one, save that leaders go first where the regulation says so. Not here:
the pattern language (`domain.address`), gathering the rules (`domain.addressing`), units (`domain.unit_address`),
addresses that merely look like another (`domain.address_look_alike`), whose post gets one at all (`domain.personal_post`),
what a name brings to an address (`domain.folded_name`).
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import repeat
from typing import Final, NamedTuple

from govmail_desk.domain.address import PERSON_TOKENS, Pattern, local_part_problem
from govmail_desk.domain.address_proposal import (
    Candidate,
    Proposal,
    Taken,
    in_brackets,
    joint_cite,
    nothing_taken,
    with_note,
)
from govmail_desk.domain.addressing import AddressRules
from govmail_desk.domain.folded_name import ORDINAL, Folded, Words, folded_name, is_other_name, pattern_words
from govmail_desk.domain.person_name import UNREADABLE, PersonName
from govmail_desk.domain.personal_post import PersonalPosts, post_key

Outcome = tuple[tuple[Candidate, ...], tuple[str, ...]]

_FIRST_ORDINAL: Final = 1
_UNSTATED_FIRST: Final = "Quy chế không nêu số bắt đầu từ đâu; chương trình đề nghị số này."
_OTHER_NAME: Final = (
    "Hai họ tên khác nhau nhưng ra cùng một địa chỉ; quy chế chỉ nói người trùng cả họ, đệm và tên, "
    "nên đây là cách làm tương tự do chương trình đề nghị."
)
_MOST_ORDINALS: Final = 9_999  # a register that calls everything taken is not asked for ever


class _Holder(NamedTuple):
    """Who got an address earlier in the batch."""

    name: PersonName
    is_leader: bool


class _Clash(NamedTuple):
    """An address someone has already: what stands against it, and whether that is surely someone of another name."""

    address: str
    sentence: str
    is_other_name: bool
    is_held_by_leader: bool


def propose_personal(
    names: Sequence[PersonName],
    rules: AddressRules,
    *,
    unit: str = "",
    units: Sequence[str] = (),
    taken: Taken = nothing_taken,
    leaders: Set[int] = frozenset(),
    posts: Sequence[str] = (),
) -> list[Proposal]:
    """Propose addresses for people who are asked for on the same day.

    `unit` is the local part of their unit (the office's where none is given), `units` that of each name where they are
    of several; `leaders` holds the 0-based places of the names of leading rank, `posts` the post of each name where
    known. The proposals stand in the order of the names; the first candidate of each is kept from the names after it.
    """
    batch = _Batch(rules, taken)
    places = list(range(len(names)))
    asked = _leaders_before_namesakes(names, leaders) if batch.has_leaders_first and leaders else places
    made = {
        place: batch.propose(
            names[place],
            (units[place] if units else unit) or rules.office,
            is_leader=place in leaders,
            post=posts[place] if posts else "",
        )
        for place in asked
    }
    return [batch.with_precedence(made[place]) if batch.kept_for_leaders else made[place] for place in places]


def _leaders_before_namesakes(names: Sequence[PersonName], leaders: Set[int]) -> list[int]:
    """The places of the names in the order they are served: a leader changes places only with earlier namesakes.

    Namesakes are of one họ, đệm and tên when folded; people whose names only shorten to one address keep their order.
    """
    namesakes: dict[Folded, list[int]] = {}
    for place, name in enumerate(names):
        namesakes.setdefault(folded_name(name), []).append(place)
    order = list(range(len(names)))
    for places in namesakes.values():
        for turn, place in zip(places, sorted(places, key=lambda place: place not in leaders), strict=True):
            order[turn] = place
    return order


@dataclass
class _Batch:
    rules: AddressRules
    taken: Taken
    holders: dict[str, _Holder] = field(default_factory=dict)
    next_ordinals: dict[str, int] = field(default_factory=dict)
    kept_for_leaders: set[str] = field(default_factory=set)

    @cached_property
    def has_leaders_first(self) -> bool:
        return self.rules.leader_first is not None and self.rules.leader_first.value

    @cached_property
    def pattern(self) -> Pattern:
        assert self.rules.personal is not None
        form = self.rules.personal.value.form
        return Pattern(form if form.endswith(self.rules.suffix) else form + self.rules.suffix)

    @cached_property
    def cite(self) -> str | None:
        return self.rules.personal.cite if self.rules.personal else None

    @cached_property
    def why(self) -> str:
        assert self.rules.personal is not None
        return with_note(self.rules.personal.why, self.rules.personal.note)

    def propose(self, name: PersonName, unit: str, *, is_leader: bool, post: str) -> Proposal:
        remarks = tuple(remark.sentence for remark in name.remarks if remark.kind != "case") if name.remarks else ()
        if name.remarks and any(remark.kind in UNREADABLE for remark in name.remarks):
            return Proposal(name.full, (), remarks)
        problem = self.problem_of_post(name, is_leader, post) or self.problem_of_form or self.problem_of_unit(unit)
        if problem:
            return Proposal(name.full, (), (*remarks, problem))
        folded = folded_name(name)
        candidates, problems = self.candidates(name, folded, unit)
        if candidates:
            self.holders[candidates[0].address] = _Holder(name, is_leader)
        return Proposal(name.full, candidates, remarks + problems)

    @cached_property
    def problem_of_form(self) -> str | None:
        """What keeps everyone of the batch from an address."""
        if self.rules.personal is None:
            return "Quy chế không nêu mẫu địa chỉ cá nhân; hãy nhập địa chỉ theo hướng dẫn của đơn vị vận hành."
        strange = self.pattern.tokens - PERSON_TOKENS - {"đơn vị", "số"}
        if not strange:
            return None
        form = self.pattern.form
        return f"Mẫu địa chỉ cá nhân «{form}» có phần «{{{min(strange)}}}» chỉ dùng cho đơn vị; hãy sửa mẫu."

    def problem_of_unit(self, unit: str) -> str | None:
        if "đơn vị" not in self.pattern.tokens:
            return None
        if not unit:
            return "Chưa có tên hộp thư của đơn vị để ghép vào địa chỉ; hãy nhập, ví dụ «stttt»."
        return _problem_of_unit_part(unit)

    def problem_of_post(self, name: PersonName, is_leader: bool, post: str) -> str | None:
        """Refuse a person whose post gets no personal mailbox; the mark of a leader speaks only where no post is known."""
        posts = self.posts
        if posts.admits(post) or (is_leader and not post_key(post)):
            return None
        return posts.refusal(name.full)

    @cached_property
    def posts(self) -> PersonalPosts:
        return PersonalPosts(self.rules.personal_only_for)

    def candidates(self, name: PersonName, folded: Folded, unit: str) -> Outcome:
        words = pattern_words(folded, unit)
        filled = self.pattern.fill(words) if words["tên"] else ""
        local_part = filled.replace(ORDINAL, "")
        problem = local_part_problem(local_part)
        if problem:
            return (), (problem,)
        address = f"{local_part}@{self.rules.domain}"
        clash = self.clash(address, name)
        if clash is None:
            return (Candidate(address, self.cite, self.why),), ()
        rule = self.rules.collision.value.rule if self.rules.collision else "operator"
        if rule == "ordinal":
            return self.numbered(clash, filled)
        return self.swapped(clash, words) if rule == "swap" else ((), (self.last_word(clash),))

    def is_free(self, address: str) -> bool:
        return address not in self.holders and self.taken(address) is None

    def clash(self, address: str, name: PersonName) -> _Clash | None:
        holder = self.holders.get(address)
        if holder:
            sentence = f"Địa chỉ {address} đã đề xuất cho {holder.name.full} trong cùng đợt này"
            is_no_namesake = is_other_name(name, holder.name)
            is_leader = holder.is_leader and self.has_leaders_first
            if is_leader and not is_no_namesake:
                self.kept_for_leaders.add(address)
            return _Clash(address, sentence, is_no_namesake, is_leader)
        reason = self.taken(address)
        return _Clash(address, f"Địa chỉ {address} {reason}", False, False) if reason else None

    def numbered(self, clash: _Clash, filled: str) -> Outcome:
        """Put the next free ordinal in its place, counting on from the last one given out for the same address."""
        if ORDINAL not in filled:
            return (), (self.last_word(clash),)
        for number in range(self.next_ordinals.get(clash.address, self.first_ordinal), _MOST_ORDINALS):
            local_part = filled.replace(ORDINAL, str(number))
            address = f"{local_part}@{self.rules.domain}"
            if self.is_free(address):
                self.next_ordinals[clash.address] = number + 1
                problem = local_part_problem(local_part)
                cite, why = self.grounds(clash)
                return ((), (problem,)) if problem else ((Candidate(address, cite, why + self.why_of_ordinal),), ())
        return (), (self.last_word(clash),)

    def swapped(self, clash: _Clash, words: Words) -> Outcome:
        words["số"] = ""
        holders, taken = self.holders, self.taken
        addresses = (self.swapped_addresses % words).split("\n") if self.swapped_addresses else ()
        free = [address for address in addresses if address not in holders and taken(address) is None]
        if not free:
            return (), (self.last_word(clash),)
        cite, why = self.grounds(clash)
        candidates = tuple(map(Candidate, dict.fromkeys(free), repeat(cite), repeat(why)))
        return candidates, (clash.sentence + self.choice,)

    @cached_property
    def swapped_addresses(self) -> str:
        return "\n".join([f"{pattern.template}@{self.rules.domain}" for pattern in self.pattern.swapped])

    @cached_property
    def choice(self) -> str:
        decider = in_brackets(self.rules.otherwise.cite) if self.rules.otherwise else ""
        return f"; hãy chọn một cách đổi chỗ chữ cái, nếu không được thì đơn vị vận hành quyết định{decider}."

    def grounds(self, clash: _Clash) -> tuple[str | None, str]:
        """Cite and reason of the clash rule; where names only came to one address, it is used by our likening."""
        collision, leader_first = self.rules.collision, self.rules.leader_first
        assert collision is not None
        why = f"{clash.sentence}. {collision.why}"
        if clash.is_other_name:
            return None, f"{why} {_OTHER_NAME}"
        if clash.is_held_by_leader and leader_first:
            return joint_cite(self.cite, collision.cite, leader_first.cite), f"{why} {leader_first.why}"
        return joint_cite(self.cite, collision.cite), why

    def with_precedence(self, proposal: Proposal) -> Proposal:
        """Say of an address a leader got before a namesake by which article that was."""
        leader_first = self.rules.leader_first
        if not (leader_first and self.kept_for_leaders and proposal.candidates):
            return proposal
        first, *others = proposal.candidates
        if first.address not in self.kept_for_leaders:
            return proposal
        cite = joint_cite(first.cite, leader_first.cite)
        preferred = first._replace(cite=cite, why=f"{first.why} {leader_first.why}")
        return proposal._replace(candidates=(preferred, *others))

    @cached_property
    def first_ordinal(self) -> int:
        stated = self.rules.collision.value.first if self.rules.collision else None
        suggested = self.rules.collision_first.value if self.rules.collision_first else _FIRST_ORDINAL
        return suggested if stated is None else stated

    @cached_property
    def why_of_ordinal(self) -> str:
        """Say so where the first number is not the regulation's."""
        if self.rules.collision is None or self.rules.collision.value.first is not None:
            return ""
        return f" {self.rules.collision_first.why if self.rules.collision_first else _UNSTATED_FIRST}"

    def last_word(self, clash: _Clash) -> str:
        """What is left where no rule makes another address."""
        collision = self.rules.collision
        decides = self.rules.otherwise or (collision if collision and collision.value.rule == "operator" else None)
        if decides:
            return f"{clash.sentence}; trường hợp này do đơn vị vận hành quyết định{in_brackets(decides.cite)}."
        return f"{clash.sentence}; quy chế không nêu cách đặt địa chỉ khác, hãy tự nhập một địa chỉ còn trống."


@lru_cache(maxsize=256)
def _problem_of_unit_part(unit: str) -> str | None:
    return local_part_problem(unit)
