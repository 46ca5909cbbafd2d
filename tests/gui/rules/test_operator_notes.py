"""What to know of the body a request goes to."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk import paths
from govmail_desk.domain.settings import Operator
from govmail_desk.gui.rules.operator_notes import operator_notes
from govmail_desk.regulations import loader

AFTER, BEFORE = date(2026, 11, 23), date(2024, 11, 23)


@pytest.fixture
def regulation():
    return loader.load(paths.regulations() / "soctrang-59-2024.toml")


def operator(name, address):
    return Operator(from_on=BEFORE, name=name, address=address)


def test_without_an_operator_that_alone_is_said(regulation):
    assert operator_notes(regulation, None, AFTER) == [
        "Chưa có nơi nhận đề nghị. Hãy ghi đơn vị quản lý, vận hành hệ thống thư."
    ]


def test_a_body_that_has_ended_is_said_only_after_its_end(regulation):
    old = operator("Sở Thông tin và Truyền thông tỉnh Sóc Trăng", "hop@soctrang.gov.vn")
    assert any("đã kết thúc" in sentence for sentence in operator_notes(regulation, old, AFTER))
    assert operator_notes(regulation, old, BEFORE) == []


def test_a_missing_and_a_suggested_address_are_told_apart(regulation):
    name = "Sở Khoa học và Công nghệ"
    assert "để trống ô người nhận" in operator_notes(regulation, operator(name, ""), AFTER)[0]
    assert "do chương trình gợi ý" in operator_notes(regulation, operator(name, "sotttt@soctrang.gov.vn"), AFTER)[0]
    assert operator_notes(regulation, operator(name, "skhcn@soctrang.gov.vn"), AFTER) == []
