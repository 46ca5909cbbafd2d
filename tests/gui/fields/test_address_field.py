"""An address typed, or taken from those proposed."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from govmail_desk.domain.address_proposal import Candidate, Proposal
from govmail_desk.gui.fields.address_field import AddressField
from govmail_desk.gui.look.why_card import WhyButton

PROPOSAL = Proposal(
    "Nguyễn Văn Thành",
    (
        Candidate("thanhnv.stttt@ninhbinh.gov.vn", "Đ5.2a", "Tên, chữ đầu của họ và đệm, rồi đơn vị."),
        Candidate("thanhnv1.stttt@ninhbinh.gov.vn", None, "Quy chế không nêu số bắt đầu từ đâu."),
    ),
    ("Địa chỉ khác đã có người dùng.",),
)
NOTHING = Proposal("Nguyễn Văn Thành", (), ("Chỉ hai chức danh được cấp (Đ3).",))


@pytest.fixture
def made(qtbot):
    def make(text="", **how):
        field = AddressField(text, **how)
        field.regulation_name = "Ninh Bình 2020"
        qtbot.addWidget(field)
        field.show()
        return field

    return make


def said(field):
    return [label.text() for label in field.findChildren(QLabel) if label.isVisible()]


def test_each_proposal_stands_with_its_article_or_as_ours(made) -> None:
    field = made()
    field.show_proposal(PROPOSAL)
    assert [link.words for link in field.candidates] == [candidate.address for candidate in PROPOSAL.candidates]
    assert said(field) == ["(Đ5.2a)", "(gợi ý của chương trình)", "Địa chỉ khác đã có người dùng."]
    whys = [button.why for button in field.findChildren(WhyButton)]
    assert [why.set_by for why in whys] == ["Ninh Bình 2020", "Gợi ý của chương trình – quy chế không nêu"]


def test_a_proposal_is_taken_by_its_button(made) -> None:
    field = made()
    field.show_proposal(PROPOSAL)
    assert field.typed() == ""
    field.candidates[1].click()
    assert field.typed() == "thanhnv1.stttt@ninhbinh.gov.vn"


def test_a_line_that_fills_itself_follows_the_proposals_until_the_clerk_types(made) -> None:
    field = made(fills_itself=True)
    field.show_proposal(PROPOSAL)
    assert field.typed() == "thanhnv.stttt@ninhbinh.gov.vn"
    field.show_proposal(Proposal("An", (Candidate("an@ninhbinh.gov.vn", "Đ5.2a", "Vì thế."),)))
    assert field.typed() == "an@ninhbinh.gov.vn"
    field.line.setText("khac@ninhbinh.gov.vn")
    field.show_proposal(PROPOSAL)
    assert field.typed() == "khac@ninhbinh.gov.vn"


def test_only_the_local_part_is_taken_where_that_is_asked_for(made) -> None:
    field = made(takes_local_part=True)
    field.show_proposal(PROPOSAL)
    field.candidates[0].click()
    assert field.typed() == "thanhnv.stttt"


def test_why_there_is_none_is_said_in_place(made) -> None:
    field = made(fills_itself=True)
    field.show_proposal(NOTHING)
    assert said(field) == ["Chỉ hai chức danh được cấp (Đ3)."]
    field.show_proposal(None)
    assert said(field) == []


def test_what_is_typed_is_read_in_lower_case_and_stays_as_it_is(made) -> None:
    field = made("VanThu@NinhBinh.gov.vn")
    assert field.typed() == "vanthu@ninhbinh.gov.vn"
    assert field.line.text() == "VanThu@NinhBinh.gov.vn"
