"""The first setup: regulations as cards, a file of another province, the address proposed as the name is typed, what is refused."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from govmail_desk import paths
from govmail_desk.desk import Desk
from govmail_desk.gui.desktop import Desktop, stand_on
from govmail_desk.gui.setup.first_setup import Setup
from govmail_desk.listings import units
from tests.desks import UNITS
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.vietnamese_typing import type_like_unikey

ADDRESSES = {
    "camau-24-2018": "stttt@camau.gov.vn",
    "quan4-03-2013": "phuong9.q4@tphcm.gov.vn",
    "ninhbinh-2020": "stttt@ninhbinh.gov.vn",
    "khanhhoa-dagt-2021": "bqlctgt@khanhhoa.gov.vn",
    "soctrang-59-2024": "sotttt@soctrang.gov.vn",
}


@pytest.fixture
def setup(qtbot, tmp_path):
    shown = Setup(tmp_path / "so.govmail", person="uyenntk")
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitUntil(lambda: len(shown.cards.cards) == len(UNITS), timeout=10_000)
    yield shown
    shown.close()


def choose(setup, regulation_id):
    next(card for card in setup.cards.cards if card.regulation.id == regulation_id).button.click()


@pytest.mark.parametrize("regulation_id", ADDRESSES)
def test_the_regulation_proposes_the_units_address_as_its_name_is_typed(setup, regulation_id):
    choose(setup, regulation_id)
    type_like_unikey(setup.unit.name_field, UNITS[regulation_id][0])
    assert setup.unit.address.address == ADDRESSES[regulation_id]
    assert setup.unit.slug == UNITS[regulation_id][1]


def test_the_proposal_says_its_article_and_its_reason(setup):
    choose(setup, "ninhbinh-2020")
    setup.unit.name_field.setText("Sở Thông tin và Truyền thông")
    why = setup.unit.address.why_button.why
    assert why.cite == "Đ5.1a"
    assert why.sentence
    assert why.set_by == "Ninh Bình 2020 (chưa có số)"


def test_another_regulation_proposes_anew_but_leaves_what_the_clerk_typed(setup):
    choose(setup, "ninhbinh-2020")
    setup.unit.name_field.setText("Sở Thông tin và Truyền thông")
    choose(setup, "soctrang-59-2024")
    assert setup.unit.slug == "sotttt"
    setup.unit.slug_field.selectAll()
    QTest.keyClicks(setup.unit.slug_field, "sokhcn")
    choose(setup, "ninhbinh-2020")
    assert (setup.unit.slug, setup.unit.address.address) == ("sokhcn", "sokhcn@ninhbinh.gov.vn")
    assert setup.unit.address.why_button.why is None


def test_a_commune_is_asked_for_the_local_part_of_the_unit_above(setup):
    choose(setup, "soctrang-59-2024")
    setup.unit.name_field.setText("Ủy ban nhân dân xã Thạnh Phú")
    assert setup.unit.form.rows["parent_slug"].isVisible()
    setup.unit.parent_slug_field.setText("myxuyen")
    assert setup.unit.address.address == "xathanhphu.myxuyen@soctrang.gov.vn"


def test_a_section_is_asked_what_stands_above_it(setup):
    choose(setup, "soctrang-59-2024")
    setup.unit.name_field.setText("Phòng Văn hóa và Thông tin")
    assert setup.unit.form.rows["parent_kind"].isVisible()
    setup.unit.parent_kind_field.choose("huyen")
    setup.unit.parent_kind_field.picked.emit("huyen")
    setup.unit.parent_slug_field.setText("myxuyen")
    assert setup.unit.address.address == "pvhtt.myxuyen@soctrang.gov.vn"


def test_cards_say_where_a_regulation_holds_that_it_is_a_draft_and_which_bodies_have_ended(setup):
    choose(setup, "ninhbinh-2020")
    card = next(card for card in setup.cards.cards if card.button.isChecked())
    assert "Bản dự thảo" in card.button.accessibleDescription()
    assert "tỉnh Ninh Bình" in card.button.accessibleDescription()
    assert "Sở Thông tin và Truyền thông: kết thúc từ 01/03/2025" in card.ended_words


def test_what_is_missing_is_said_where_it_is_missing_and_nothing_is_written(setup):
    setup.main_button.click()
    assert "Chưa chọn quy chế" in setup.notices.sentence
    assert "Chưa có tên đơn vị" in setup.unit.form.rows["name"].error
    assert "Chưa có tên hộp thư" in setup.unit.form.rows["slug"].error
    assert not setup.unit.path.exists()


def test_a_local_part_that_makes_no_address_is_refused_under_its_field(setup):
    choose(setup, "ninhbinh-2020")
    setup.unit.name_field.setText("Sở Thông tin và Truyền thông")
    setup.unit.slug_field.setText("sở tttt")
    setup.main_button.click()
    assert setup.unit.form.rows["slug"].error


def test_enter_founds_the_register_with_head_and_person(setup, qtbot):
    choose(setup, "khanhhoa-dagt-2021")
    setup.unit.name_field.setText(UNITS["khanhhoa-dagt-2021"][0])
    setup.unit.head_field.setText("Phan Đình Long")
    setup.unit.person_field.setText("Ngô Thị Kim Uyên")
    with qtbot.waitSignal(setup.founded, timeout=10_000) as founded:
        QTest.keyClick(setup.unit.head_field, Qt.Key.Key_Return)
    assert founded.args[0].person == "Ngô Thị Kim Uyên"
    desk = Desk.open(founded.args[0].path, person="kiểm")
    own = units.own(desk)
    desk.close()
    assert (own.name, own.slug, own.people_count) == (UNITS["khanhhoa-dagt-2021"][0], "bqlctgt", 1)


def test_a_register_that_is_there_already_is_never_overwritten(setup, qtbot):
    setup.unit.path.write_bytes(b"cua nguoi khac")
    choose(setup, "ninhbinh-2020")
    setup.unit.name_field.setText("Sở Nội vụ")
    setup.main_button.click()
    qtbot.waitUntil(lambda: "đã có" in setup.notices.sentence, timeout=10_000)
    assert setup.unit.path.read_bytes() == b"cua nguoi khac"
    assert setup.unit.name == "Sở Nội vụ"


def test_a_file_of_another_province_becomes_a_card_once_it_holds(setup, qtbot, tmp_path):
    text = (paths.regulations() / "ninhbinh-2020.toml").read_text(encoding="utf-8")
    file = tmp_path / "ha-nam.toml"
    file.write_text(
        text.replace('short_name = "Ninh Bình 2020 (chưa có số)"', 'short_name = "Hà Nam 2026"'), encoding="utf-8"
    )
    setup.cards.check(file)
    qtbot.waitUntil(lambda: setup.cards.regulation is not None, timeout=10_000)
    assert setup.cards.regulation.short_name == "Hà Nam 2026"


def test_every_problem_of_a_file_is_listed_at_once(setup, qtbot, tmp_path):
    text = (paths.regulations() / "ninhbinh-2020.toml").read_text(encoding="utf-8")
    file = tmp_path / "hong.toml"
    file.write_text(text.replace('cite = "Đ5.1', 'cite = "Dieu 5.1'), encoding="utf-8")
    setup.cards.check(file)
    qtbot.waitUntil(lambda: bool(setup.cards.problems), timeout=10_000)
    assert "hong.toml" in setup.cards.problems
    assert setup.cards.problems.count("không phải điều khoản") == text.count('cite = "Đ5.1')
    assert setup.cards.regulation is None


@pytest.fixture
def answering(tmp_path):
    path = tmp_path / "noi-khac" / "so-cua-so"
    stand_on(AnsweringDesktop(path))
    yield path
    stand_on(Desktop())


def test_a_register_made_before_can_be_opened_instead(setup, answering, qtbot):
    setup.unit.person_field.setText("Ngô Thị Kim Uyên")
    with qtbot.waitSignal(setup.founded) as founded:
        setup.open_button.click()
    assert (founded.args[0].path, founded.args[0].person) == (answering, "Ngô Thị Kim Uyên")


def test_the_register_lies_where_the_clerk_says(setup, answering):
    setup.unit.place_button.click()
    assert setup.unit.path == answering.with_suffix(".govmail")


def test_every_field_has_a_name_for_a_screen_reader(setup):
    fields = (setup.unit.name_field, setup.unit.slug_field, setup.unit.head_field, setup.unit.person_field)
    assert all(field.accessibleName() for field in fields)
