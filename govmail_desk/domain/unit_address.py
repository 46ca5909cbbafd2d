"""Addresses of units' mailboxes, proposed in one batch under a regulation's rules.

People's are in `domain.personal_address`, the pattern language in `domain.address`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Final

from govmail_desk.domain.address import PERSON_TOKENS, Pattern, UnitForm, UnitLevel, local_part_problem
from govmail_desk.domain.address_proposal import Candidate, Proposal, Taken, in_brackets, nothing_taken, with_note
from govmail_desk.domain.addressing import AddressRules
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.provision import Provision
from govmail_desk.domain.unit_name import UnitNameParts, read_unit_name
from govmail_desk.domain.vietnamese import fold

_LEVELS: Final[dict[UnitLevel, str]] = {
    "province": "cơ quan cấp tỉnh",
    "attached": "đơn vị trực thuộc cơ quan cấp tỉnh",
    "section-of-province": "phòng của sở",
    "section-of-district": "phòng của huyện",
    "district": "huyện, thị xã, thành phố",
    "commune": "xã, phường, thị trấn",
}
_OURS_FIRST: Final = {"unit": 0, "regulation": 1, "suggested": 2}


def propose_units(
    names: Sequence[UnitNameParts], rules: AddressRules, *, parent: str = "", taken: Taken = nothing_taken
) -> list[Proposal]:
    """Propose addresses for units that stand under the same one, if any; `parent` is the local part of its mailbox.

    The proposals stand in the order of the names; an earlier unit takes its address from a later one.
    """
    batch = _Batch(rules, parent, taken)
    return [batch.propose(name) for name in names]


def unit_forms(name: UnitNameParts, rules: AddressRules, *, parent: str = "") -> tuple[Provision[UnitForm], ...]:
    """Choose the forms for a unit: those made for it by name, else those of its level, else those of every unit."""
    by_name = [each for each in rules.units if each.value.name and read_unit_name(each.value.name).is_same_as(name)]
    by_level = _narrowest([each for each in rules.units if each.value.level and _is_for(each.value, name, parent)])
    of_all = [each for each in rules.units if not each.value.name and not each.value.level]
    return tuple(sorted(by_name or by_level or of_all, key=lambda form: _OURS_FIRST[form.source]))


def _is_for(form: UnitForm, name: UnitNameParts, parent: str) -> bool:
    is_of_type = form.type is None or fold(form.type) == fold(name.type_words)
    return form.level == name.level and is_of_type and (form.parent is None or fnmatchcase(parent, form.parent))


def _narrowest(forms: Sequence[Provision[UnitForm]]) -> list[Provision[UnitForm]]:
    """Leave out the wider forms where a narrower one fits; the unit's own choice always stays."""
    most = max((_narrowness(form.value) for form in forms if form.source != "unit"), default=0)
    return [form for form in forms if form.source == "unit" or _narrowness(form.value) == most]


def _narrowness(form: UnitForm) -> int:
    return (form.type is not None) + (form.parent is not None)


@dataclass
class _Batch:
    rules: AddressRules
    parent: str
    taken: Taken
    holders: dict[str, str] = field(default_factory=dict)

    def propose(self, name: UnitNameParts) -> Proposal:
        forms = unit_forms(name, self.rules, parent=self.parent)
        problems = list(name.remarks) if forms else [*name.remarks, _no_form(name, self.rules)]
        found = {candidate.address: candidate for candidate in reversed(list(self.candidates(name, forms, problems)))}
        candidates = tuple(reversed(found.values()))
        if candidates:
            self.holders[candidates[0].address] = name.full
        return Proposal(name.full, candidates, tuple(dict.fromkeys(problems)))

    def candidates(
        self, name: UnitNameParts, forms: Sequence[Provision[UnitForm]], problems: list[str]
    ) -> Iterator[Candidate]:
        """Give an address for each form that makes a free one; what stands against the others goes to `problems`."""
        for form in forms:
            try:
                address = self.free_address(name, form.value.form)
            except RuleBroken as broken:
                problems.append(broken.sentence)
            else:
                yield Candidate(address, form.cite, with_note(form.why, form.note))

    def free_address(self, name: UnitNameParts, form: Pattern) -> str:
        local_part = self.local_part(name, form)
        problem = local_part_problem(local_part)
        if problem:
            raise RuleBroken(problem)
        address = f"{local_part}@{self.rules.domain}"
        reason = self.reason_against(address)
        if reason:
            raise RuleBroken(f"Địa chỉ {address} {reason}; hãy tự nhập một địa chỉ còn trống cho «{name.full}».")
        return address

    def local_part(self, name: UnitNameParts, form: Pattern) -> str:
        strange = form.tokens & PERSON_TOKENS | form.tokens & {"đơn vị"}
        if strange:
            part = f"{{{min(strange)}}}"
            raise RuleBroken(f"Mẫu địa chỉ đơn vị «{form.form}» có phần «{part}» chỉ dùng cho cá nhân; hãy sửa mẫu.")
        if "cha" in form.tokens and not self.parent:
            raise RuleBroken(f"Địa chỉ của «{name.full}» có tên hộp thư của đơn vị cấp trên; hãy nhập tên đó.")
        if "cha" in form.tokens and name.level == "commune" and name.parent_kind == "so":
            above = "huyện, quận, thị xã hoặc thành phố, không thuộc sở"
            raise RuleBroken(f"«{name.full}» là đơn vị cấp xã nên thuộc {above}; hãy chọn lại đơn vị cấp trên.")
        words = name.words()
        if not any(words.values()):
            raise RuleBroken("Tên đơn vị không có chữ nào; hãy nhập tên đơn vị.")
        local_part = form.fill({**words, "cha": self.parent, "số": ""})
        is_whole = local_part == self.rules.office or local_part.endswith(self.rules.suffix)
        return local_part if is_whole else local_part + self.rules.suffix

    def reason_against(self, address: str) -> str | None:
        holder = self.holders.get(address)
        return f"đã đề xuất cho {holder} trong cùng đợt này" if holder else self.taken(address)


def _only_mailbox(rules: AddressRules) -> Provision[UnitForm] | None:
    """The one mailbox all share, where the regulation has a form for no other unit."""
    if any(each.value.name is None for each in rules.units):
        return None
    return next((each for each in rules.units if each.value.form.form == rules.office), None)


def _no_form(name: UnitNameParts, rules: AddressRules) -> str:
    shared = _only_mailbox(rules)
    if shared:
        mailbox = (
            f"{shared.value.name} có một hộp thư dùng chung là {rules.office}@{rules.domain}{in_brackets(shared.cite)}"
        )
        return f"{mailbox}; «{name.full}» không có hộp thư riêng, hãy dùng hộp thư chung này."
    if name.level is None:
        return f"Chưa biết «{name.full}» thuộc sở hay thuộc huyện; hãy chọn đơn vị cấp trên."
    level = _LEVELS[name.level]
    return f"Quy chế không nêu mẫu địa chỉ cho {level}; hãy nhập địa chỉ theo hướng dẫn của đơn vị vận hành."
