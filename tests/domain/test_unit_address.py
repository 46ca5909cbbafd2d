import pytest

from govmail_desk.domain.address import Pattern, UnitForm, UnitLevel
from govmail_desk.domain.address_proposal import Proposal
from govmail_desk.domain.addressing import AddressRules
from govmail_desk.domain.provision import Provision, Source
from govmail_desk.domain.unit_address import propose_units
from govmail_desk.domain.unit_name import ParentKind, read_unit_name


def form(
    text: str,
    cite: str | None,
    *,
    level: UnitLevel | None = None,
    name: str | None = None,
    source: Source = "regulation",
) -> Provision[UnitForm]:
    return Provision("address.unit", UnitForm(Pattern(text), level, name), cite, "Vì thế.", source)


RULES = AddressRules(
    domain="tinh.gov.vn",
    units=(
        form("{loại:đầu}{riêng:đầu}", "Đ1", level="province"),
        form("ubnd", "Đ2", name="Ủy ban nhân dân tỉnh"),
        form("tpb", "Đ3", name="Ủy ban nhân dân thành phố Ninh Bình"),
        form("{riêng}", "Đ4", level="district"),
        form("{loại}{riêng}.{cha}", "Đ5", level="commune"),
        form("{loại}{riêng:đầu}.{cha}", "Đ6", level="section-of-province"),
        form("{loại:đầu}{riêng:đầu}.{cha}", "Đ7", level="section-of-district"),
    ),
)


def propose(
    names: list[str], rules: AddressRules = RULES, *, above: ParentKind | None = None, parent: str = "", **asked: object
) -> list[Proposal]:
    parts = [read_unit_name(name, parent_kind=above) for name in names]
    return propose_units(parts, rules, parent=parent, **asked)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "above", "parent", "local_part", "cite"),
    [
        ("Sở Thông tin và Truyền thông", None, "", "stttt", "Đ1"),
        ("Ủy ban nhân dân tỉnh", None, "", "ubnd", "Đ2"),
        ("Thành phố Ninh Bình", None, "", "tpb", "Đ3"),
        ("Ủy ban nhân dân Huyện Mỹ Xuyên", None, "", "myxuyen", "Đ4"),
        ("Ủy ban nhân dân Xã Thạnh Phú của Huyện Mỹ Xuyên", "huyen", "myxuyen", "xathanhphu.myxuyen", "Đ5"),
        ("Phòng Chuyển đổi số", "so", "sotttt", "phongcds.sotttt", "Đ6"),
        ("Phòng Văn hóa - Thông tin", "huyen", "myxuyen", "pvhtt.myxuyen", "Đ7"),
    ],
)
def test_a_unit_gets_the_address_of_its_level_or_its_own(
    name: str, above: ParentKind | None, parent: str, local_part: str, cite: str
) -> None:
    (proposal,) = propose([name], above=above, parent=parent)
    assert [(each.address, each.cite) for each in proposal.candidates] == [(f"{local_part}@tinh.gov.vn", cite)]
    assert proposal.problems == ()


@pytest.mark.parametrize(
    ("name", "above", "parent", "said"),
    [
        ("Phòng Nội vụ", None, "", "thuộc sở hay thuộc huyện"),
        ("Phòng Nội vụ", "so", "", "đơn vị cấp trên"),
        ("Trung tâm Công nghệ số", "so", "sotttt", "không nêu mẫu địa chỉ cho đơn vị trực thuộc"),
        ("", None, "", "hãy nhập tên đơn vị"),
        ("Huyện", None, "", "kiểm tra lại tên"),
        ("UBND xã Gia Vân", "so", "stttt", "là đơn vị cấp xã"),
        ("Phòng Nội vụ", "so", "Sở X", "«phongnv.Sở X»"),
    ],
)
def test_a_unit_without_an_address_has_a_stated_problem(
    name: str, above: ParentKind | None, parent: str, said: str
) -> None:
    (proposal,) = propose([name], above=above, parent=parent)
    assert proposal.candidates == ()
    assert said in " ".join(proposal.problems)


def test_an_address_held_by_another_is_not_offered() -> None:
    held = {"snv@tinh.gov.vn": "đang là hộp thư của Sở Nông vụ"}
    (proposal,) = propose(["Sở Nội vụ"], taken=held.get)
    assert proposal.candidates == ()
    assert "đang là hộp thư của Sở Nông vụ" in proposal.problems[-1]


def test_an_earlier_unit_takes_its_address_from_a_later_one() -> None:
    first, second = propose(["Sở Tài chính", "Sở Thể chế"])
    assert [bool(first.candidates), bool(second.candidates)] == [True, False]
    assert "đã đề xuất cho Sở Tài chính" in second.problems[-1]


def test_the_units_own_form_stands_first_and_a_form_of_the_person_is_refused() -> None:
    rules = AddressRules(
        domain="tinh.gov.vn",
        units=(form("{riêng}", "Đ1"), form("{tên}", "Đ2"), form("{loại}{riêng}", None, source="unit")),
    )
    (proposal,) = propose(["Sở Nội vụ"], rules)
    assert [each.address for each in proposal.candidates] == ["sonoivu@tinh.gov.vn", "noivu@tinh.gov.vn"]
    assert "{tên}" in proposal.problems[0]


def test_every_local_part_but_the_offices_ends_in_the_suffix() -> None:
    units = (form("q4", "Đ1", name="Văn phòng Ủy ban nhân dân Quận 4"), form("{loại:đầu}{riêng:đầu}", None))
    rules = AddressRules(domain="tphcm.gov.vn", units=units, suffix=".q4", office="q4")
    proposals = propose(["Văn phòng UBND Quận 4", "Phòng Kinh tế"], rules)
    assert [each.candidates[0].address for each in proposals] == ["q4@tphcm.gov.vn", "pkt.q4@tphcm.gov.vn"]


def test_a_form_for_one_type_or_one_body_above_goes_before_the_wider_one_and_the_units_own_stays() -> None:
    narrow = Provision(
        "address.unit", UnitForm(Pattern("{loại}{riêng}.{cha}"), "commune", None, "Xã", "tp*"), "Đ1", "Vì thế."
    )
    rules = AddressRules(
        domain="tinh.gov.vn",
        units=(
            form("{riêng}.{cha}", "Đ2", level="commune"),
            narrow,
            form("x{riêng}.{cha}", None, level="commune", source="unit"),
        ),
    )
    city, other, ward = (
        propose([name], rules, above="huyen", parent=parent)[0]
        for name, parent in (("Xã Ninh Nhất", "tpb"), ("Xã Ninh Nhất", "hoalu"), ("Phường Tân Thành", "tpb"))
    )
    assert [each.cite for each in city.candidates] == [None, "Đ1"]
    assert [each.cite for each in other.candidates] == [None, "Đ2"]
    assert [each.address.partition("@")[0] for each in ward.candidates] == ["xtanthanh.tpb", "tanthanh.tpb"]


def test_a_commune_under_a_provinces_body_keeps_a_form_that_has_no_body_above() -> None:
    rules = AddressRules(domain="tinh.gov.vn", units=(form("{loại:đầu}{riêng:đầu}", "Đ1"),))
    (proposal,) = propose(["UBND xã Gia Vân"], rules, above="so", parent="ubnd")
    assert [each.address for each in proposal.candidates] == ["xgv@tinh.gov.vn"]


def test_where_all_share_one_mailbox_a_unit_is_told_which() -> None:
    rules = AddressRules(domain="tinh.gov.vn", units=(form("bql", "Đ3", name="Ban Quản lý"),), office="bql")
    (proposal,) = propose(["Phòng Kế toán"], rules)
    assert proposal.candidates == ()
    (said,) = proposal.problems
    assert "Ban Quản lý có một hộp thư dùng chung là bql@tinh.gov.vn (Đ3)" in said


def test_two_forms_that_come_to_one_address_are_one_candidate() -> None:
    rules = AddressRules(domain="tinh.gov.vn", units=(form("{riêng}", "Đ1"), form("noivu", "Đ2")))
    (proposal,) = propose(["Sở Nội vụ"], rules)
    assert [(each.address, each.cite) for each in proposal.candidates] == [("noivu@tinh.gov.vn", "Đ1")]
