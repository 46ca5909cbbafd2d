from datetime import date

from govmail_desk.domain.address import Collision, Pattern, UnitForm
from govmail_desk.domain.addressing import address_rules
from govmail_desk.domain.provision import AnyProvision, Provision
from govmail_desk.domain.regulation import Regulation

DOMAIN = Provision("address.domain", "tinh.gov.vn", "Đ1", "Chung.")
PERSONAL = Provision("address.personal", Pattern("{tên}{số}"), "Đ2", "Mẫu.")
UNIT = Provision("address.unit", UnitForm(Pattern("{loại:đầu}{riêng:đầu}")), "Đ3", "Mẫu.")
OFFICE = Provision("address.unit", UnitForm(Pattern("vp"), name="Văn phòng"), "Đ3", "Mẫu.")
COLLISION = Provision("address.collision", Collision("ordinal", 1), "Đ4", "Thêm số.")


def regulation(*provisions: AnyProvision) -> Regulation:
    return Regulation(
        id="tinh-2020",
        title="Quy chế",
        short_name="Tỉnh",
        issuer="Ủy ban nhân dân tỉnh",
        territory="Tỉnh",
        status="in-force",
        provisions=provisions,
    )


def test_the_rules_of_addresses_are_gathered_with_their_articles() -> None:
    rules = address_rules(regulation(DOMAIN, PERSONAL, UNIT, OFFICE, COLLISION))
    assert (rules.domain, rules.personal, rules.units, rules.collision) == (
        "tinh.gov.vn", PERSONAL, (UNIT, OFFICE), COLLISION
    )  # fmt: skip


def test_what_the_regulation_is_silent_on_stays_empty() -> None:
    rules = address_rules(regulation(DOMAIN))
    assert (rules.personal, rules.personal_only_for, rules.units, rules.collision) == (None, None, (), None)
    assert (rules.suffix, rules.office) == ("", "")


def test_the_rule_that_holds_on_the_day_is_taken() -> None:
    later = Provision("address.personal", Pattern("{họ}{tên}"), "Đ2", "Mẫu mới.", valid_from=date(2026, 1, 1))
    rules = regulation(DOMAIN, PERSONAL, later)
    assert address_rules(rules, date(2025, 12, 31)).personal == PERSONAL
    assert address_rules(rules, date(2026, 1, 1)).personal == later


def test_the_suffix_and_the_office_come_as_plain_text() -> None:
    suffix = Provision("address.suffix", ".q4", "Đ4", "Chung.")
    office = Provision("address.office", "q4", "Đ6", "Văn phòng.")
    rules = address_rules(regulation(DOMAIN, suffix, office))
    assert (rules.suffix, rules.office) == (".q4", "q4")
